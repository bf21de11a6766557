import { dayOf } from '../../register/dates';
import { parseSchoolYear, schoolYearOf } from '../../register/schoolYear';
import { MISSING, PERIOD, UNPLACED } from '../../messages/documents/analysis';
import { listItems } from '../../messages/documents/sentences';
import type { TableName } from '../../register/tables';
import { analysisForm, type AnalysisFeed, type AnalysisSection } from '../../regulations/analysis';
import {
  associationFacts,
  attestationFacts,
  decisionFacts,
  deficitFacts,
  meetingFacts,
  memberFacts,
  movementFacts,
  planFacts,
  profileFacts,
  selfEducationFacts,
  youngTeacherFacts,
} from './association';
import {
  factContext,
  paragraph,
  type AnalysisSource,
  type FactBlock,
  type FactContext,
  type Facts,
} from './context';
import {
  achievementFacts,
  activityFacts,
  courseFacts,
  eventFacts,
  examFacts,
  objectivityFacts,
} from './records';
import { assessmentFacts, groupFacts, workFacts } from './work';

/**
 * The analysis of a register in the form of its regulation: every section with what the register knows of it, in
 * Russian sentences. Numbers are the engine's; what is missing is said to be missing.
 */
export interface Analysis {
  readonly title: string;
  /** «2025/2026 учебный год», «2025 год». */
  readonly period: string;
  /** Whether the regulation asks for the form of numbers with it. */
  readonly hasAppendix: boolean;
  readonly sections: readonly FilledSection[];
  /** Records that no section of the form has a place for: whole sentences. */
  readonly unplaced: readonly string[];
}

export interface FilledSection extends Pick<AnalysisSection, 'no' | 'title' | 'clause'> {
  readonly blocks: readonly FactBlock[];
  /** True while the register has nothing for the section. */
  readonly isEmpty: boolean;
}

export function analysisOf(source: AnalysisSource): Analysis {
  const { rules } = source;
  const context = factContext(source);
  const form = analysisForm(rules.regulation.id, rules.explanation('regulation'));
  const sections = form.sections.map(({ no, title, clause, feeds }): FilledSection => {
    const facts = feeds.map((feed) => ({ feed, ...factsOf(context, feed) }));
    const isEmpty = facts.every(({ blocks }) => blocks.length === 0);
    const missing = facts.flatMap((each) =>
      each.feed.optional === true && !isEmpty && each.blocks.length === 0 ? [] : each.missing,
    );
    const said = [...new Set(missing)];
    return {
      no,
      title,
      clause,
      isEmpty,
      blocks: [
        ...facts.flatMap(({ blocks }) => blocks),
        ...(said.length === 0 ? [] : [paragraph(`${MISSING.lead}: ${said.join('; ')}`)]),
      ],
    };
  });
  return {
    title: form.title,
    period: periodWords(context),
    hasAppendix: context.cites,
    sections,
    unplaced: unplacedRecords(context),
  };
}

function factsOf(context: FactContext, feed: AnalysisFeed): Facts {
  switch (feed.from) {
    case 'association':
      return associationFacts(context);
    case 'members':
      return memberFacts(context);
    case 'movement':
      return movementFacts(context);
    case 'meetings':
      return meetingFacts(context);
    case 'decisions':
      return decisionFacts(context);
    case 'plan':
      return planFacts(context);
    case 'courses':
      return courseFacts(context, feed);
    case 'profile':
      return profileFacts(context);
    case 'exams':
      return examFacts(context);
    case 'assessment':
      return assessmentFacts(context, feed);
    case 'work':
      return workFacts(context, feed);
    case 'achievements':
      return achievementFacts(context, feed);
    case 'activity':
      return activityFacts(context, feed);
    case 'events':
      return eventFacts(context, feed);
    case 'objectivity':
      return objectivityFacts(context);
    case 'self-education':
      return selfEducationFacts(context);
    case 'deficits':
      return deficitFacts(context);
    case 'young-teachers':
      return youngTeacherFacts(context);
    case 'attestation':
      return attestationFacts(context);
    case 'groups':
      return groupFacts(context, feed);
  }
}

function periodWords({ period: { begin, end } }: FactContext): string {
  const year = schoolYearOf(begin);
  if (year.begin === begin && year.end === end && parseSchoolYear(year.label) !== null) {
    return PERIOD.schoolYear(year.label);
  }
  const [first, last] = [dayOf(begin), dayOf(end)];
  const isCalendar =
    first.year === last.year && first.month === 1 && first.day === 1 && last.month === 12 && last.day === 31;
  return isCalendar ? PERIOD.calendarYear(first.year) : PERIOD.between(begin, end);
}

/** Tables whose every record is to be spoken of somewhere. */
const SPOKEN: readonly TableName[] = [
  'Курсы',
  'Достижения',
  'ГИА',
  'Деятельность',
  'Мероприятия',
  'Методработа',
  'Группы',
  'Оценка',
];

const unplacedRecords = (context: FactContext): readonly string[] =>
  SPOKEN.flatMap((table) => {
    const first = context.register.tables[table]?.firstRow ?? 1;
    const left = context.rows(table).filter(({ at }) => context.used.get(table)?.has(at) !== true);
    return left.length === 0
      ? []
      : [
          UNPLACED(
            table,
            left.length,
            left.map(({ at }) => first + at),
          ),
        ];
  });

/** The facts of a section as the text of one cell: paragraphs and items a line each. */
export const factLines = ({ blocks }: Pick<FilledSection, 'blocks'>): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : listItems(block.items).map((item) => `• ${item}`),
  );
