import { PLAN } from '../messages/documents/plan';
import { dayOf, shownDate } from '../register/dates';
import { foldLoosely } from '../register/text';
import type { PlanForm } from '../regulations';
import type { Facts } from './facts';
import { approvalsOf, fieldsBlock, fill, joined, part, signaturesOf, titleOf, type Part } from './fill';
import { meetingFacts, numberedMeetings } from './meeting';
import { meetingPlanOf } from './meetingPlan';
import { BLANK, planTable, plannedLines, type PlanLine, type PlanTableRow } from './planLines';

/** The plan of work in the form of the regulation. */
export function planOf(facts: Facts): Part {
  const { plan } = facts.rules.regulation.forms;
  return plan.layout === 'table' ? tablePlanOf(facts, plan) : meetingPlanOf(facts, plan);
}

type TableForm = Extract<PlanForm, { layout: 'table' }>;

interface Section {
  readonly title: string;
  /** True for those the form prints. */
  readonly isOfForm: boolean;
  readonly lines: readonly PlanLine[];
}

function tablePlanOf(facts: Facts, form: TableForm): Part {
  const lines = plannedLines(facts);
  const sections = sectionsOf(facts, form, lines);
  const topic = facts.passport('topic');
  const withoutTime = lines.filter(({ when }) => when === '').length;
  return joined(
    approvalsOf(facts, form.before, dayOf(facts.period.begin).year),
    titleOf(facts, form.title),
    part(topic === '' ? [] : [fieldsBlock({ label: PLAN.topic, value: topic })]),
    part(
      [
        planTable(
          form.columns.map(({ title, share, field }) => ({ title, share, field })),
          sections.flatMap(({ title, lines: planned }, index): readonly PlanTableRow[] => [
            { kind: 'section', text: isNumbered(title) ? title : `${String(index + 1)}. ${title}` },
            ...(planned.length === 0 ? [BLANK] : planned).map((line, at) => ({
              ...line,
              kind: 'line' as const,
              number: line.number || `${String(index + 1)}.${String(at + 1)}.`,
            })),
          ]),
        ),
      ],
      [
        ...(sections.every((section) => section.lines.length === 0) ? [PLAN.gaps.nothing] : []),
        ...(printsOwnLines(form, lines) ? [PLAN.gaps.prefilled] : []),
        ...sections.flatMap((section) =>
          section.isOfForm && section.lines.length === 0 ? [PLAN.gaps.emptySection(section.title)] : [],
        ),
        ...(withoutTime === 0 ? [] : [PLAN.gaps.withoutTime(withoutTime)]),
      ],
    ),
    signaturesOf(facts, form.signatures),
  );
}

/** The heading as a person compares, without its number: «1. Работа с кадрами» is «работа с кадрами». */
const sectionKey = (title: string): string =>
  foldLoosely(title)
    .replace(/^(?:\d+[.)]?\s*)+/u, '')
    .replace(/\.$/u, '')
    .replace(/\s*-\s*/gu, '-');

const isNumbered = (title: string): boolean => /^\d/u.test(title);

/** The form prints its own lines until the association's plan holds any of them. */
function printsOwnLines({ sections }: TableForm, lines: readonly PlanLine[]): boolean {
  const own = new Set(
    sections.flatMap((section) => section.lines.map(({ activity }) => foldLoosely(activity))),
  );
  return own.size > 0 && !lines.some(({ activity }) => own.has(foldLoosely(activity)));
}

function sectionsOf(facts: Facts, form: TableForm, lines: readonly PlanLine[]): readonly Section[] {
  const isPrefilled = printsOwnLines(form, lines);
  const found = new Map<string, Section>(
    form.sections.map(({ title, lines: own }) => [
      sectionKey(title),
      { title, isOfForm: true, lines: isPrefilled ? own.map((line) => ({ ...BLANK, ...line })) : [] },
    ]),
  );
  const add = (title: string, added: readonly PlanLine[]): void => {
    const section = found.get(sectionKey(title)) ?? { title, isOfForm: false, lines: [] };
    found.set(sectionKey(title), { ...section, lines: [...section.lines, ...added] });
  };
  const held = meetingLines(facts, lines);
  if (held.length > 0) add(fill(facts, form.meetings).text, held);
  for (const line of lines) add(line.section || PLAN.others, [line]);
  return [...found.values()];
}

/** Meetings that the plan does not name itself. */
function meetingLines(facts: Facts, lines: readonly PlanLine[]): readonly PlanLine[] {
  const planned = lines.map(({ activity }) => foldLoosely(activity));
  return numberedMeetings(facts).flatMap(({ number }): PlanLine[] => {
    const { topic, date, result } = meetingFacts(facts, number);
    const key = foldLoosely(topic);
    if (key !== '' && planned.some((activity) => activity.includes(key))) return [];
    const activity = PLAN.meeting(number, topic);
    return [
      { ...BLANK, activity, when: date === null ? '' : shownDate(date), result, begin: date, end: date },
    ];
  });
}
