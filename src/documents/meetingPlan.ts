import { longDate } from '../messages/documents/dates';
import { GAPS } from '../messages/documents/gaps';
import { PLAN } from '../messages/documents/plan';
import { dayOf } from '../register/dates';
import { MOST_MEETINGS } from '../register/tables';
import { foldLoosely } from '../register/text';
import type { PlanForm } from '../regulations';
import type { Facts } from './facts';
import { approvalsOf, fieldsBlock, heading, joined, paragraph, part, titleOf, type Part } from './fill';
import { meetingFacts, numberedMeetings } from './meeting';
import { planTable, plannedLines, type PlanLine, type PlanTableRow } from './planLines';

/** The plan meeting by meeting: what each is about, when and where, and the blocks of its course. */

type MeetingForm = Extract<PlanForm, { layout: 'meetings' }>;

export function meetingPlanOf(facts: Facts, form: MeetingForm): Part {
  const { words } = form;
  const topic = facts.passport('topic');
  const year = dayOf(facts.period.begin).year;
  const lines = plannedLines(facts);
  const placed = new Set<PlanLine>();
  const meetings = meetingNumbers(facts).map((number) => meetingPart(facts, form, number, lines, placed));
  const others = lines.filter((line) => !placed.has(line));
  return joined(
    approvalsOf(facts, form.before, year),
    titleOf(facts, form.title),
    part(
      [
        fieldsBlock({ label: words.methodicalTopic, value: topic }, { label: words.aim, value: '' }),
        paragraph(`${words.tasks}:`),
        { kind: 'lines', count: 3 },
      ],
      [PLAN.gaps.byHand, ...(topic === '' ? [GAPS.passport(PLAN.topic)] : [])],
    ),
    ...meetings,
    others.length === 0 ? part([]) : otherLines(others),
    approvalsOf(facts, form.after, year),
  );
}

/** Meetings the register holds, and those the regulation still asks for. */
function meetingNumbers(facts: Facts): readonly number[] {
  const known = numberedMeetings(facts).map(({ number }) => number);
  const owed = Math.min(facts.rules.number('meetings') ?? 1, MOST_MEETINGS);
  const missing = Array.from({ length: owed }, (_, index) => index + 1).filter(
    (number) => !known.includes(number),
  );
  return [...known, ...missing.slice(0, Math.max(0, owed - known.length))].sort((one, other) => one - other);
}

function meetingPart(
  facts: Facts,
  { words, blocks }: MeetingForm,
  number: number,
  lines: readonly PlanLine[],
  placed: Set<PlanLine>,
): Part {
  const isKnown = numberedMeetings(facts).some((meeting) => meeting.number === number);
  const meeting = isKnown ? meetingFacts(facts, number) : null;
  const date = meeting?.date ?? null;
  const place = [date === null ? '' : longDate(date), meeting?.venue ?? ''].filter((known) => known !== '');
  return joined(
    part(
      [
        { kind: 'heading', level: 1, text: `${words.meeting} ${String(number)}` },
        fieldsBlock(
          { label: words.topic, value: meeting?.topic ?? '' },
          { label: words.place, value: place.join(', ') },
          { label: words.aim, value: meeting?.aim ?? '' },
        ),
        paragraph(`${words.tasks}:`),
        { kind: 'lines', count: 2 },
        fieldsBlock(
          { label: words.form, value: meeting?.form ?? '' },
          { label: words.result, value: meeting?.result ?? '' },
        ),
        paragraph(`${words.course}:`),
      ],
      [
        ...(meeting === null ? [PLAN.gaps.meeting(number)] : []),
        ...(meeting !== null && date === null ? [GAPS.meetingDate(number)] : []),
        ...(meeting !== null && meeting.topic === '' ? [GAPS.meetingTopic(number)] : []),
      ],
    ),
    ...blocks.map((block) => {
      const planned = lines.filter((line) => !placed.has(line) && isOfBlock(line, block) && isOn(line, date));
      for (const line of planned) placed.add(line);
      return part([
        heading(block),
        ...(planned.length === 0
          ? [{ kind: 'lines' as const, count: 2 }]
          : planned.flatMap(({ activity, responsible }, index) => [
              paragraph(`${String(index + 1)}. ${activity}`),
              ...(responsible === ''
                ? []
                : [fieldsBlock({ label: PLAN.columns.responsible, value: responsible })]),
            ])),
      ]);
    }),
  );
}

const isOfBlock = ({ section }: PlanLine, block: string): boolean =>
  foldLoosely(section).includes(foldLoosely(block));

const isOn = ({ begin, end }: PlanLine, date: number | null): boolean => {
  const [first, last] = [begin ?? end, end ?? begin];
  return date !== null && first !== null && last !== null && first <= date && date <= last;
};

/** Lines of «План» that stand in no block of a meeting's day, under their sections. */
const otherLines = (lines: readonly PlanLine[]): Part =>
  part([
    { kind: 'heading', level: 1, text: PLAN.others },
    planTable(
      [
        { field: 'number', title: PLAN.columns.number, share: 8 },
        { field: 'activity', title: PLAN.columns.activity, share: 40 },
        { field: 'when', title: PLAN.columns.when, share: 16 },
        { field: 'responsible', title: PLAN.columns.responsible, share: 18 },
        { field: 'result', title: PLAN.columns.result, share: 18 },
      ],
      [...new Set(lines.map(({ section }) => section))].flatMap((section): readonly PlanTableRow[] => [
        ...(section === '' ? [] : [{ kind: 'section' as const, text: section }]),
        ...lines
          .filter((line) => line.section === section)
          .map((line) => ({
            ...line,
            kind: 'line' as const,
            number: line.number || String(lines.indexOf(line) + 1),
          })),
      ]),
    ),
  ]);
