import type { Mark } from '../control/meetingDesk';
import { textIn } from '../control/cells';
import type { Decision, Meeting } from '../control/voting';
import type { Register } from '../register/register';
import { meetingColumn } from '../register/tables';
import { foldCase, foldLoosely } from '../register/text';
import { NoSuchDecisionError, NoSuchMeetingError } from './errors';
import { inAlphabet, membersOn, type Facts, type Person } from './facts';

/** A meeting as its documents show it. */
export interface MeetingFacts extends Meeting {
  readonly number: number;
  readonly form: string;
  readonly venue: string;
  readonly aim: string;
  readonly result: string;
  readonly protocolNumber: string;
  /** «Приглашённые» as typed. */
  readonly invited: string;
  /** Marks by the name, letter case folded. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Members of the day marked «да», in alphabetical order; null: nobody is marked. */
  readonly there: readonly Person[] | null;
  /** Names marked «да» that are no members that day, in alphabetical order. */
  readonly guests: readonly string[];
  readonly questions: readonly Question[];
}

/** A decision with what «Решения» says beside it. */
export interface DecisionFacts extends Decision {
  /** «Пункт» as typed, "" when there is none. */
  readonly label: string;
  readonly heard: string;
  readonly speaker: string;
}

/** What was heard, and what was decided of it. */
export interface Question {
  readonly heard: string;
  readonly speakers: readonly string[];
  readonly decisions: readonly DecisionFacts[];
}

/** Meetings that have a number, in its order; of rows of one number the first. */
export function numberedMeetings({ meetings }: Facts): readonly (Meeting & { readonly number: number })[] {
  const found = new Map<number, Meeting & { readonly number: number }>();
  for (const meeting of meetings) {
    const { number } = meeting;
    if (number !== null && number > 0 && !found.has(number)) found.set(number, { ...meeting, number });
  }
  return [...found.values()].sort((one, other) => one.number - other.number);
}

/** Throws `NoSuchMeetingError`. */
export function meetingFacts(facts: Facts, number: number): MeetingFacts {
  const known = numberedMeetings(facts);
  const meeting = known.find((each) => each.number === number);
  const table = facts.register.tables.Заседания;
  if (meeting === undefined || table === undefined) {
    throw new NoSuchMeetingError(
      number,
      known.map((each) => each.number),
    );
  }
  const typed = marksOf(facts.register, number);
  const marks = new Map([...typed].map(([name, mark]) => [foldCase(name), mark]));
  const isThere = (name: string): boolean => marks.get(foldCase(name)) === 'да';
  const members = meeting.date === null ? [] : membersOn(facts, meeting.date);
  const memberNames = new Set(members.map(({ name }) => foldCase(name)));
  const text = (column: string): string => textIn(table, meeting.row, column);
  return {
    ...meeting,
    form: text('Форма'),
    venue: text('Место'),
    aim: text('Цель'),
    result: text('Ожидаемый результат'),
    protocolNumber: text('Номер протокола'),
    invited: text('Приглашённые'),
    marks,
    there: meeting.present === null ? null : members.filter(({ name }) => isThere(name)),
    guests:
      meeting.date === null
        ? []
        : [...typed]
            .flatMap(([name, mark]) => (mark === 'да' && !memberNames.has(foldCase(name)) ? [name] : []))
            .sort(inAlphabet),
    questions: questionsOf(decisionsOf(facts, number)),
  };
}

/** «да» and «нет» of a meeting by the name as typed; of rows of one name the first. */
function marksOf({ tables }: Register, meeting: number): ReadonlyMap<string, Mark> {
  const table = tables.Посещаемость;
  const marks = new Map<string, Mark>();
  table?.rows.forEach((_, row) => {
    const name = textIn(table, row, 'ФИО');
    if (name === '' || marks.has(name)) return;
    const mark = foldCase(textIn(table, row, meetingColumn(meeting)));
    marks.set(name, mark === 'да' || mark === 'нет' ? mark : '');
  });
  return marks;
}

/** Decisions of a meeting in the order of their items, those without one last. */
export function decisionsOf(facts: Facts, meeting: number): readonly DecisionFacts[] {
  const table = facts.register.tables.Решения;
  if (table === undefined) return [];
  return facts.decisions
    .filter((decision) => decision.meeting === meeting)
    .map((decision) => ({
      ...decision,
      label: textIn(table, decision.row, 'Пункт'),
      heard: textIn(table, decision.row, 'Слушали'),
      speaker: textIn(table, decision.row, 'Докладчик'),
    }))
    .sort(
      (one, other) =>
        Number(one.label === '') - Number(other.label === '') || inAlphabet(one.label, other.label),
    );
}

/** Throws `NoSuchDecisionError`. */
export function decisionFacts(facts: Facts, meeting: number, item: string): DecisionFacts {
  const known = decisionsOf(facts, meeting).filter(({ label }) => label !== '');
  const found = known.find(({ label }) => label === item.trim());
  if (found === undefined) {
    throw new NoSuchDecisionError(
      meeting,
      item,
      known.map(({ label }) => label),
    );
  }
  return found;
}

/** Decisions on the same question stand together where the question was first heard. */
function questionsOf(decisions: readonly DecisionFacts[]): readonly Question[] {
  const found = new Map<string, DecisionFacts[]>();
  for (const decision of decisions) {
    const key = foldLoosely(decision.heard);
    found.set(key, [...(found.get(key) ?? []), decision]);
  }
  return [...found.values()].map((asked) => ({
    heard: asked[0]?.heard ?? '',
    speakers: [...new Set(asked.map(({ speaker }) => speaker).filter((speaker) => speaker !== ''))],
    decisions: asked,
  }));
}
