import type { CellValue } from '../plan/action';
import type { CellPlace } from '../register/addresses';
import { withRow } from '../register/drafts';
import type { Entry } from '../register/entry';
import { placeOf, valueAt, type Register, type RegisterTable } from '../register/register';
import { MOST_MEETINGS, columnsOf, meetingColumn, type TableName } from '../register/tables';
import { foldCase } from '../register/text';
import { dayIn, textIn, wholeIn } from './cells';
import type { AppliedRules } from './rules';
import { isMemberOn, readDecisions, readMeetings, readMembers, type Decision, type Meeting } from './voting';

/** A meeting with its marks and decisions as one thing, read from its three tables and laid back into them. */

export type Mark = 'да' | 'нет' | '';

export interface DeskDecision {
  readonly item: CellValue;
  readonly heard: string;
  readonly speaker: string;
  readonly decided: string;
  readonly responsible: string;
  /** Serial; null: none, or no date. */
  readonly due: number | null;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly leaderVote: 'за' | 'против' | '';
}

export interface DeskMeeting {
  readonly number: number;
  /** Serial; null: none, or no date. */
  readonly date: number | null;
  readonly topic: string;
  readonly form: string;
  readonly place: string;
  /** By name as it stands in «Посещаемость». */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly decisions: readonly DeskDecision[];
}

/** Meetings that have a number, in the order of their numbers; of rows of one number the first. */
export function readDeskMeetings(register: Register): readonly DeskMeeting[] {
  const table = register.tables.Заседания;
  if (table === undefined) return [];
  const found = new Map<number, DeskMeeting>();
  table.rows.forEach((_, row) => {
    const number = wholeIn(table, row, 'Номер');
    if (number === null || number === 0 || found.has(number)) return;
    found.set(number, {
      number,
      date: dayIn(table, row, 'Дата'),
      topic: textIn(table, row, 'Тема'),
      form: textIn(table, row, 'Форма'),
      place: textIn(table, row, 'Место'),
      marks: marksOf(register, number),
      decisions: decisionsOf(register, number),
    });
  });
  return [...found.values()].sort((one, other) => one.number - other.number);
}

/** The number a new meeting gets; null: the form has no room for more. */
export function nextMeetingNumber(register: Register): number | null {
  const last = Math.max(0, ...readDeskMeetings(register).map(({ number }) => number));
  return last < MOST_MEETINGS ? last + 1 : null;
}

function marksOf({ tables }: Register, meeting: number): ReadonlyMap<string, Mark> {
  const table = tables.Посещаемость;
  const marks = new Map<string, Mark>();
  if (table === undefined) return marks;
  table.rows.forEach((_, row) => {
    const name = textIn(table, row, 'ФИО');
    if (name === '' || marks.has(name)) return;
    const mark = foldCase(textIn(table, row, meetingColumn(meeting)));
    marks.set(name, mark === 'да' || mark === 'нет' ? mark : '');
  });
  return marks;
}

function decisionsOf({ tables }: Register, meeting: number): readonly DeskDecision[] {
  const table = tables.Решения;
  if (table === undefined) return [];
  return table.rows.flatMap((_, row): DeskDecision[] => {
    if (wholeIn(table, row, 'Заседание') !== meeting) return [];
    const vote = foldCase(textIn(table, row, 'Голос руководителя'));
    return [
      {
        item: valueAt(table, row, 'Пункт'),
        heard: textIn(table, row, 'Слушали'),
        speaker: textIn(table, row, 'Докладчик'),
        decided: textIn(table, row, 'Решили'),
        responsible: textIn(table, row, 'Ответственный'),
        due: dayIn(table, row, 'Срок'),
        inFavour: wholeIn(table, row, 'За'),
        against: wholeIn(table, row, 'Против'),
        abstained: wholeIn(table, row, 'Воздержались'),
        leaderVote: vote === 'за' || vote === 'против' ? vote : '',
      },
    ];
  });
}

/** Quorum and outcomes of a meeting as it would be. */
export interface DeskJudgement {
  readonly meeting: Meeting | null;
  readonly decisions: readonly Decision[];
  /** Names marked «да» that are no members on the meeting's day. */
  readonly guests: readonly string[];
}

/** Judged as on the day of the meeting, be it held already or only prepared. */
export function judgeDeskMeeting(
  register: Register,
  rules: AppliedRules,
  today: number,
  meeting: DeskMeeting,
): DeskJudgement {
  const row = rowOfMeeting(register, meeting.number);
  const drafted = withRow(register, 'Заседания', row, meetingCells(meeting));
  const tables = {
    ...drafted.tables,
    Посещаемость: draftedTable(register, 'Посещаемость', [
      ...[...meeting.marks].map(([name, mark]) => ({
        ФИО: name,
        [meetingColumn(meeting.number)]: mark,
      })),
    ]),
    Решения: draftedTable(
      register,
      'Решения',
      meeting.decisions.map((decision) => decisionCells(meeting.number, decision)),
    ),
  };
  const judged: Register = { ...drafted, tables };
  const meetings = readMeetings(judged, rules, Math.max(today, meeting.date ?? today));
  const members = new Set(
    meeting.date === null
      ? []
      : readMembers(judged)
          .filter((member) => isMemberOn(member, meeting.date ?? 0))
          .map(({ name }) => foldCase(name)),
  );
  return {
    meeting: meetings.find(({ number }) => number === meeting.number) ?? null,
    decisions: readDecisions(judged, rules, meetings),
    guests:
      meeting.date === null
        ? []
        : [...meeting.marks].flatMap(([name, mark]) =>
            mark === 'да' && !members.has(foldCase(name)) ? [name] : [],
          ),
  };
}

/** A table that holds these rows alone, with every column of the declaration that they name. */
function draftedTable(
  register: Register,
  name: TableName,
  drafts: readonly Readonly<Record<string, CellValue>>[],
): RegisterTable {
  const headers = [
    ...new Set([...columnsOf(name).map((column) => column.name), ...drafts.flatMap(Object.keys)]),
  ];
  return {
    table: name,
    sheet: register.tables[name]?.sheet ?? name,
    firstRow: register.tables[name]?.firstRow ?? 2,
    firstColumn: register.tables[name]?.firstColumn ?? 1,
    rows: drafts.map((draft) => headers.map((header) => draft[header] ?? '')),
    indexOf: (column) => headers.indexOf(column),
  };
}

function rowOfMeeting({ tables }: Register, number: number): number | null {
  const table = tables.Заседания;
  if (table === undefined) return null;
  const row = table.rows.findIndex((_, at) => wholeIn(table, at, 'Номер') === number);
  return row < 0 ? null : row;
}

const meetingCells = ({ number, date, topic, form, place }: DeskMeeting) => ({
  Номер: number,
  Дата: date ?? '',
  Тема: topic,
  Форма: form,
  Место: place,
});

const decisionCells = (meeting: number, decision: DeskDecision): Readonly<Record<string, CellValue>> => ({
  Заседание: meeting,
  Пункт: decision.item,
  Слушали: decision.heard,
  Докладчик: decision.speaker,
  Решили: decision.decided,
  Ответственный: decision.responsible,
  Срок: decision.due ?? '',
  За: decision.inFavour ?? '',
  Против: decision.against ?? '',
  Воздержались: decision.abstained ?? '',
  'Голос руководителя': decision.leaderVote,
});

/** What a meeting is in each of its tables. */
export interface DeskEntries {
  readonly Заседания: readonly Entry[];
  readonly Посещаемость: readonly Entry[];
  readonly Решения: readonly Entry[];
}

/**
 * The meeting laid into its tables: rows of its number and items are changed, others are added, none is removed.
 * What a cell holds that the form cannot show (a date typed as words, votes with a remark) stays while the form
 * leaves it empty.
 */
export function entriesOf(register: Register, meeting: DeskMeeting): DeskEntries {
  const { tables } = register;
  const row = rowOfMeeting(register, meeting.number);
  const marks = tables.Посещаемость;
  const column = meetingColumn(meeting.number);
  const rowsOfNames = new Map<string, number>();
  marks?.rows.forEach((_, at) => {
    const name = textIn(marks, at, 'ФИО');
    if (name !== '' && !rowsOfNames.has(name)) rowsOfNames.set(name, at);
  });
  const decisions = tables.Решения;
  const free = new Set(decisions?.rows.keys() ?? []);
  const rowOfDecision = (item: CellValue): number | null => {
    if (decisions === undefined) return null;
    for (const at of free) {
      const isThat =
        wholeIn(decisions, at, 'Заседание') === meeting.number &&
        String(valueAt(decisions, at, 'Пункт')).trim() === String(item).trim();
      if (!isThat) continue;
      free.delete(at);
      return at;
    }
    return null;
  };
  return {
    Заседания: [{ row, values: kept(tables.Заседания, row, meetingCells(meeting)) }],
    Посещаемость: [...meeting.marks].flatMap(([name, mark]): Entry[] => {
      const at = rowsOfNames.get(name) ?? null;
      if (at === null) return mark === '' ? [] : [{ row: null, values: { ФИО: name, [column]: mark } }];
      return [{ row: at, values: kept(marks, at, { [column]: mark }) }];
    }),
    Решения: meeting.decisions.map((decision): Entry => {
      const at = rowOfDecision(decision.item);
      return { row: at, values: kept(decisions, at, decisionCells(meeting.number, decision)) };
    }),
  };
}

/** Without the values that are empty only because a form could not show what stands there. */
function kept(
  table: RegisterTable | undefined,
  row: number | null,
  cells: Readonly<Record<string, CellValue>>,
): Readonly<Record<string, CellValue>> {
  if (table === undefined || row === null) return cells;
  return Object.fromEntries(
    Object.entries(cells).filter(([column, value]) => {
      const standing = valueAt(table, row, column);
      if (value !== '') return !isSame(standing, value);
      return standing !== '' && isShown(column, table, row);
    }),
  );
}

/** The same for a reader: a number typed as text, spaces at the edges. */
const isSame = (standing: CellValue, value: CellValue): boolean =>
  standing === value || String(standing).trim() === String(value);

const DATES = new Set(['Дата', 'Срок']);
const NUMBERS = new Set(['За', 'Против', 'Воздержались']);
const MARKS = ['да', 'нет'];
const VOTES = ['за', 'против'];

/** True when the form shows the cell as it is, so that emptying it is meant. */
function isShown(column: string, table: RegisterTable, row: number): boolean {
  if (DATES.has(column)) return dayIn(table, row, column) !== null;
  if (NUMBERS.has(column)) return wholeIn(table, row, column) !== null;
  const words = foldCase(textIn(table, row, column));
  if (table.table === 'Посещаемость') return MARKS.includes(words);
  return column === 'Голос руководителя' ? VOTES.includes(words) : words !== '';
}

/** The row of «Заседания» a meeting stands in; null: none yet. */
export function placeOfMeeting(register: Register, number: number): CellPlace | null {
  const row = rowOfMeeting(register, number);
  const table = register.tables.Заседания;
  return row === null || table === undefined ? null : placeOf(table, row, 'Номер');
}
