import type { CellPlace } from '../register/addresses';
import { placeOf, valueAt, type Register } from '../register/register';
import { meetingColumn } from '../register/tables';
import { foldCase, isErrorValue } from '../register/text';
import type { Choice } from '../regulations';
import { dayIn, textIn, wholeIn } from './cells';
import type { AppliedRules } from './rules';

/** Who is a member on a day, who was present at a meeting, whether there was a quorum, what was decided. */

export interface Member {
  readonly name: string;
  /** Serial of «В составе с»; null: from the beginning. */
  readonly since: number | null;
  /** Serial of «Выбыл»: from that day on no longer a member. */
  readonly left: number | null;
  readonly place: CellPlace;
}

/** Everybody of the databank, one entry a name: the name is the key of every record. */
export function readMembers({ tables }: Register): readonly Member[] {
  const table = tables.Педагоги;
  if (table === undefined) return [];
  const seen = new Set<string>();
  return table.rows.flatMap((_, row): Member[] => {
    const value = valueAt(table, row, 'ФИО');
    const name = isErrorValue(value) ? '' : String(value);
    if (name === '' || seen.has(foldCase(name))) return [];
    seen.add(foldCase(name));
    const [since, left] = [dayIn(table, row, 'В составе с'), dayIn(table, row, 'Выбыл')];
    return [{ name, since, left, place: placeOf(table, row, 'ФИО') }];
  });
}

/** A member that day: joined on it or before, and not gone by it. */
export const isMemberOn = ({ since, left }: Member, day: number): boolean =>
  (since === null || since <= day) && (left === null || left > day);

export interface Meeting {
  /** null: the cell holds no number. */
  readonly number: number | null;
  readonly date: number | null;
  /** Not after «Дата расчёта». */
  readonly held: boolean;
  readonly topic: string;
  /** Date of the protocol. */
  readonly protocol: number | null;
  /** Members of the meeting's day; null without a date. */
  readonly members: number | null;
  /** Members of that day marked «да»; guests never count; null when nobody is marked at all. */
  readonly present: number | null;
  readonly quorum: Quorum;
  /** 0-based row of «Заседания». */
  readonly row: number;
  readonly place: CellPlace;
}

/** `not set`: the regulation names none; `unknown`: not held yet, or nobody is marked. */
export type Quorum = 'not set' | 'reached' | 'not reached' | 'unknown';

/** Rows of «Заседания» in the order of the sheet; blank rows are passed over. */
export function readMeetings(register: Register, rules: AppliedRules, today: number): readonly Meeting[] {
  const table = register.tables.Заседания;
  if (table === undefined) return [];
  const members = readMembers(register);
  return table.rows.flatMap((_, row): Meeting[] => {
    const topic = textIn(table, row, 'Тема');
    const started = [valueAt(table, row, 'Номер'), valueAt(table, row, 'Дата'), topic].some(
      (cell) => cell !== '',
    );
    if (!started) return [];
    const number = wholeIn(table, row, 'Номер');
    const date = dayIn(table, row, 'Дата');
    const held = date !== null && date <= Math.floor(today);
    const ofTheDay = date === null ? null : members.filter((member) => isMemberOn(member, date));
    const present = number === null || ofTheDay === null ? null : countPresent(register, number, ofTheDay);
    return [
      {
        number,
        date,
        held,
        topic,
        protocol: dayIn(table, row, 'Дата протокола'),
        members: ofTheDay?.length ?? null,
        present,
        quorum: quorumOf(rules, held, present, ofTheDay?.length ?? null),
        row,
        place: placeOf(table, row, 'Дата'),
      },
    ];
  });
}

function countPresent({ tables }: Register, meeting: number, members: readonly Member[]): number | null {
  const table = tables.Посещаемость;
  if (table === undefined) return null;
  const [marks, names] = [table.indexOf(meetingColumn(meeting)), table.indexOf('ФИО')];
  if (marks < 0) return null;
  const marked = table.rows.filter((row) => (row[marks] ?? '') !== '');
  if (marked.length === 0) return null;
  const present = new Set(
    marked
      .filter((row) => foldCase(String(row[marks] ?? '')) === 'да' && !isErrorValue(row[names]))
      .map((row) => foldCase(String(row[names] ?? ''))),
  );
  return members.filter(({ name }) => present.has(foldCase(name))).length;
}

function quorumOf(
  rules: AppliedRules,
  held: boolean,
  present: number | null,
  members: number | null,
): Quorum {
  if (rules.choice('quorum') === null) return 'not set';
  if (!held || present === null || members === null) return 'unknown';
  return present * 2 > members ? 'reached' : 'not reached';
}

export interface Votes {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** What a vote is measured by. */
export interface Assembly {
  readonly present: number | null;
  readonly members: number | null;
}

export type Outcome = 'passed' | 'not passed' | 'no data';

/** For each majority: what the votes in favour, doubled, have to exceed; null: it is not known. */
const MEASURES: Readonly<Record<Choice<'majority'>, (votes: Votes, assembly: Assembly) => number | null>> = {
  'за больше, чем против': ({ against }) => against * 2,
  'за больше половины присутствующих': (_, { present }) => present,
  'за больше половины всех членов': (_, { members }) => members,
};

/** The leader's vote as typed: «за», «против», or nothing. */
export type LeaderVote = 'за' | 'против' | null;

/** Whether the votes carry the decision under this regulation; `votes` null: any of the three is not given. */
export function outcomeOf(
  rules: AppliedRules,
  votes: Votes | null,
  assembly: Assembly,
  leader: LeaderVote,
): Outcome {
  if (votes === null) return 'no data';
  if (votes.inFavour === votes.against && rules.choice('tie') !== null) {
    return leader === null ? 'no data' : leader === 'за' ? 'passed' : 'not passed';
  }
  const measure = MEASURES[rules.choice('majority') ?? 'за больше, чем против'](votes, assembly);
  if (measure === null) return 'no data';
  return votes.inFavour * 2 > measure ? 'passed' : 'not passed';
}

export interface Decision {
  readonly meeting: number | null;
  readonly item: number | null;
  readonly text: string;
  readonly responsible: string;
  readonly due: number | null;
  readonly fulfilled: number | null;
  readonly votes: Votes | null;
  readonly leader: LeaderVote;
  readonly outcome: Outcome;
  readonly assembly: Assembly;
  /** 0-based row of «Решения». */
  readonly row: number;
  readonly place: CellPlace;
}

const leaderVote = (typed: string): LeaderVote => {
  const folded = foldCase(typed);
  return folded === 'за' || folded === 'против' ? folded : null;
};

const NOBODY: Assembly = { present: null, members: null };

/** Rows of «Решения» with their outcomes; blank rows are passed over. */
export function readDecisions(
  { tables }: Register,
  rules: AppliedRules,
  meetings: readonly Meeting[],
): readonly Decision[] {
  const table = tables.Решения;
  if (table === undefined) return [];
  const assemblies = new Map<number, Assembly>();
  for (const { number, present, members } of meetings) {
    if (number !== null && !assemblies.has(number)) assemblies.set(number, { present, members });
  }
  return table.rows.flatMap((cells, row): Decision[] => {
    const text = textIn(table, row, 'Решили');
    const meeting = wholeIn(table, row, 'Заседание');
    const item = wholeIn(table, row, 'Пункт');
    const due = dayIn(table, row, 'Срок');
    const started = text !== '' || textIn(table, row, 'Слушали') !== '' || meeting !== null || due !== null;
    if (!started || cells.every((cell) => cell === '')) return [];
    const [inFavour, against, abstained] = [
      wholeIn(table, row, 'За'),
      wholeIn(table, row, 'Против'),
      wholeIn(table, row, 'Воздержались'),
    ];
    const votes =
      inFavour === null || against === null || abstained === null ? null : { inFavour, against, abstained };
    const leader = leaderVote(textIn(table, row, 'Голос руководителя'));
    const assembly = (meeting === null ? undefined : assemblies.get(meeting)) ?? NOBODY;
    return [
      {
        meeting,
        item,
        text,
        responsible: textIn(table, row, 'Ответственный'),
        due,
        fulfilled: dayIn(table, row, 'Исполнено'),
        votes,
        leader,
        outcome: outcomeOf(rules, votes, assembly, leader),
        assembly,
        row,
        place: placeOf(table, row, 'Срок'),
      },
    ];
  });
}
