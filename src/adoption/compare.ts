import type { CellValue } from '../plan/action';
import { dayOf, shownDate } from '../register/dates';
import { valueAt, type Register, type RegisterTable } from '../register/register';
import { MOST_MEETINGS, TABLES, meetingColumn, type TableName } from '../register/tables';
import { fingerprint, originalsOf, type Journal, type JournalLine } from './journal';
import type { MeetingHeader } from './marks';
import { placePeople, type People, type ResolvedName } from './people';
import type { QuestionBook } from './questions';
import type { ParsedRows } from './rows';
import type { Incoming, IncomingCell, IncomingMark } from './rows/incoming';
import { placeSchools, type Schools } from './schools';
import type { SourcePlace } from './source';
import { organisationKey } from './values/organisations';
import { fold } from './words';

/**
 * The source against the register, row by row and cell by cell. The journal is the third side: what stood in
 * the source when it was adopted tells a newer source from an edited register.
 */

export interface CellOutcome {
  readonly column: string;
  readonly old: CellValue;
  readonly new: CellValue;
  /** What stands in the source. */
  readonly original: string;
  readonly place: SourcePlace;
  readonly question: string | null;
  /**
   * `filled`: the cell was empty; `changed`: another value takes its place; `conflict`: the register's value
   * stays, and is asked about; `yours`: edited in the register since, so it stays; `same`: nothing to do, an
   * empty `new` included.
   */
  readonly state: 'filled' | 'changed' | 'conflict' | 'yours' | 'same';
}

export interface RowOutcome {
  readonly table: TableName;
  readonly state: 'added' | 'updated' | 'unchanged' | 'conflict' | 'gone';
  /** Whom or what the row is about. */
  readonly record: string;
  /** 0-based row of the register's table; null for a new one. */
  readonly row: number | null;
  readonly cells: readonly CellOutcome[];
  readonly places: readonly SourcePlace[];
  /** Earlier submissions of the same form that the last one replaces. */
  readonly superseded: readonly SourcePlace[];
  readonly originals: Readonly<Record<string, string>>;
}

/** A name in the source that was taken for somebody, or for nobody. */
export interface NameReport {
  readonly typed: string;
  readonly taken: string;
  readonly how: ResolvedName['how'];
  readonly places: readonly SourcePlace[];
}

export interface Comparison {
  readonly outcomes: readonly RowOutcome[];
  readonly names: readonly NameReport[];
  /** Rows that could not be given to one person; nothing of them is written. */
  readonly unplaced: readonly { readonly name: string; readonly place: SourcePlace }[];
  /** Marks of meetings that could not be numbered. */
  readonly unnumbered: readonly SourcePlace[];
}

export interface ComparisonInput {
  readonly parsed: ParsedRows;
  readonly register: Register;
  readonly journal: Journal;
  readonly book: QuestionBook;
}

export function compareWithRegister(input: ComparisonInput): Comparison {
  const { parsed, register, journal, book } = input;
  const teachers = parsed.rows.filter(({ table }) => table === 'Педагоги');
  const schools = placeSchools(register, parsed.rows);
  const people = placePeople(register, teachers, book);
  const side: Sides = {
    ...input,
    people,
    schools,
    base: indexJournal(journal),
    met: { prints: new Set(), identities: new Set() },
    names: new Map(),
  };
  const meetings = numberMeetings(side);
  return {
    outcomes: [
      ...compareSchools(side),
      ...compareTeachers(side),
      ...RECORD_TABLES.flatMap((table) => compareRecords(side, table)),
      ...compareMeetings(side, meetings),
      ...compareMarks(side, meetings),
      ...goneTeachers(side),
      ...goneRecords(side),
    ],
    names: [...side.names.values()],
    unplaced: people.unplaced.map(({ person, place }) => ({ name: person?.name ?? '', place })),
    unnumbered: parsed.marks.flatMap(({ meeting, cell }) =>
      meetings.numberOf(meeting) === null ? [cell.place] : [],
    ),
  };
}

interface Sides extends ComparisonInput {
  readonly people: People;
  readonly schools: Schools;
  readonly base: JournalIndex;
  readonly met: Met;
  readonly names: Map<
    string,
    { typed: string; taken: string; how: ResolvedName['how']; places: SourcePlace[] }
  >;
}

// ---------------------------------------------------------------------------------------------------------
// the third side

interface Base {
  readonly original: string;
  readonly written: string;
}

interface JournalIndex {
  /** What was last adopted of a cell. */
  readonly cell: (table: TableName, record: string, column: string) => Base | null;
  /** The lines a row of the source left when it was adopted: one cell may name several people, or results. */
  readonly lines: (print: string) => readonly JournalLine[];
}

function indexJournal({ lines }: Journal): JournalIndex {
  const cells = new Map<string, Base>();
  const prints = new Map<string, JournalLine[]>();
  const keyOf = (table: TableName, record: string, column: string): string =>
    JSON.stringify([table, fold(record), column]);
  for (const line of lines) {
    const print = fingerprint(line.table, line.originals);
    const known = prints.get(print);
    if (known === undefined) prints.set(print, [line]);
    else known.push(line);
    for (const [column, original] of Object.entries(line.originals)) {
      cells.set(keyOf(line.table, line.record, column), { original, written: line.written[column] ?? '' });
    }
  }
  return {
    cell: (table, record, column) => cells.get(keyOf(table, record, column)) ?? null,
    lines: (print) => prints.get(print) ?? [],
  };
}

const baseOfLine =
  ({ originals, written }: JournalLine) =>
  (column: string): Base | null => {
    const original = originals[column];
    return original === undefined ? null : { original, written: written[column] ?? '' };
  };

// ---------------------------------------------------------------------------------------------------------
// cells

/** How a person compares: a number typed as text is the number, spellings fold. */
export function isSameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9;
  return fold(String(one)) === fold(String(other));
}

interface Compared {
  readonly table: TableName;
  readonly record: string;
  readonly row: number;
  /** What was adopted of a column; null when nothing was. */
  readonly base: (column: string) => Base | null;
}

function compareCell(
  side: Sides,
  { table, record, row, base }: Compared,
  column: string,
  cell: IncomingCell,
): CellOutcome {
  const own = side.register.tables[table];
  const old = own === undefined ? '' : valueAt(own, row, column);
  const { value, original, place, question } = cell;
  const outcome = (state: CellOutcome['state'], taken: CellValue, asked = question): CellOutcome => ({
    column,
    old,
    new: taken,
    original,
    place,
    question: asked,
    state,
  });
  if (value === '') return outcome('same', '');
  if (isSameValue(old, value)) return outcome('same', old);
  const adopted = base(column);
  const stoodThere =
    adopted !== null && fold(adopted.original) === fold(original === '' ? String(value) : original);
  // the register still holds what was adopted: the source, or the answer given, is newer
  if (adopted !== null && adopted.written !== '' && isSameValue(old, adopted.written))
    return outcome('changed', value);
  // edited or emptied in the register, while the source says what it always did
  if (stoodThere && adopted.written !== '') return outcome('yours', old);
  if (old === '') return outcome('filled', value);
  const options = [
    { id: 'register', kind: 'register', value: old },
    { id: 'source', kind: 'source', value },
  ] as const;
  const { id, option } = side.book.settle(
    {
      code: 'conflict',
      table,
      column,
      who: record,
      inRegister: shown(table, column, old),
      inSource: shown(table, column, value),
    },
    options,
    'register',
    place,
  );
  return option.kind === 'source' ? outcome('changed', value, id) : outcome('conflict', old, id);
}

const isDateColumn = (table: TableName, column: string): boolean =>
  TABLES[table].columns.some(({ name, kind }) => name === column && kind === 'date');

const shown = (table: TableName, column: string, value: CellValue): CellValue =>
  typeof value === 'number' && isDateColumn(table, column) ? shownDate(value) : value;

/** Columns in the table's order. */
function inOrder(
  table: TableName,
  cells: Readonly<Record<string, IncomingCell>>,
): readonly (readonly [string, IncomingCell])[] {
  const order = new Map(TABLES[table].columns.map(({ name }, index): [string, number] => [name, index]));
  return Object.entries(cells).sort(([one], [other]) => (order.get(one) ?? 99) - (order.get(other) ?? 99));
}

function added(
  table: TableName,
  record: string,
  cells: Readonly<Record<string, IncomingCell>>,
  places: readonly SourcePlace[],
  superseded: readonly SourcePlace[] = [],
): RowOutcome {
  return {
    table,
    state: 'added',
    record,
    row: null,
    cells: inOrder(table, cells).map(([column, { value, original, place, question }]) => ({
      column,
      old: '',
      new: value,
      original,
      place,
      question,
      state: 'filled',
    })),
    places,
    superseded,
    originals: originalsOf(cells),
  };
}

function compared(
  side: Sides,
  {
    table,
    record,
    row,
    base = (column) => side.base.cell(table, record, column),
  }: Omit<Compared, 'base'> & Partial<Compared>,
  cells: Readonly<Record<string, IncomingCell>>,
  places: readonly SourcePlace[],
  superseded: readonly SourcePlace[] = [],
): RowOutcome {
  const outcomes = inOrder(table, cells).map(([column, cell]) =>
    compareCell(side, { table, record, row, base }, column, cell),
  );
  const has = (...states: readonly CellOutcome['state'][]): boolean =>
    outcomes.some(({ state }) => states.includes(state));
  return {
    table,
    record,
    row,
    state: has('conflict') ? 'conflict' : has('filled', 'changed') ? 'updated' : 'unchanged',
    cells: outcomes,
    places,
    superseded,
    originals: originalsOf(cells),
  };
}

// ---------------------------------------------------------------------------------------------------------
// several rows of the source about one thing

interface Merged {
  readonly cells: Readonly<Record<string, IncomingCell>>;
  readonly superseded: readonly SourcePlace[];
}

/**
 * Rows about one thing as one: of a form sent twice the last one wins; otherwise the first value stands, what
 * is missing is taken from the others, and what differs is asked.
 */
function merge(
  side: Sides,
  table: TableName,
  record: string,
  rows: readonly Incoming[],
  kept: readonly string[] = [],
): Merged {
  const isForm = rows.length > 1 && rows.every(({ sentAt }) => sentAt !== null);
  const ordered = isForm ? [...rows].sort((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0)) : rows;
  const cells: Record<string, IncomingCell> = {};
  for (const row of ordered) {
    for (const [column, cell] of Object.entries(row.cells)) {
      const known = cells[column];
      if (known === undefined || (known.value === '' && cell.value !== '')) cells[column] = cell;
      else if (
        !isForm &&
        cell.value !== '' &&
        !kept.includes(column) &&
        !isSameValue(known.value, cell.value)
      ) {
        cells[column] = whichOf(side, table, column, record, known, cell);
      }
    }
  }
  return { cells, superseded: isForm ? ordered.slice(1).map(({ place }) => place) : [] };
}

function whichOf(
  side: Sides,
  table: TableName,
  column: string,
  who: string,
  first: IncomingCell,
  second: IncomingCell,
): IncomingCell {
  const values = [first.value, second.value].map((value) => shown(table, column, value));
  const options = [first, second].map(
    (cell, index) => ({ id: String(index), kind: 'value', value: cell.value }) as const,
  );
  const { id, option } = side.book.settle(
    { code: 'two values', table, column, who, values },
    options,
    '0',
    second.place,
  );
  return { ...(option.id === '1' ? second : first), question: id };
}

// ---------------------------------------------------------------------------------------------------------
// schools and teachers

function compareSchools({ register, schools }: Sides): readonly RowOutcome[] {
  if (register.tables.Организации === undefined) return [];
  return schools.schools.flatMap(({ shortName, fullName, row, places }): RowOutcome[] => {
    const [place] = places;
    if (row !== null || place === undefined) return [];
    const cell = (value: string): IncomingCell => ({ value, original: value, place, question: null });
    const cells = {
      'Краткое название': cell(shortName),
      ...(fullName === '' ? {} : { 'Полное название': cell(fullName) }),
    };
    return [added('Организации', shortName, cells, [place])];
  });
}

function compareTeachers(side: Sides): readonly RowOutcome[] {
  return side.people.people.flatMap(({ name, row, incoming, how }): RowOutcome[] => {
    if (incoming.length === 0) return [];
    const renamed = incoming.map((each) => withSchool(side, each));
    const { cells: merged, superseded } = merge(side, 'Педагоги', name, renamed, ['ФИО', 'Организация']);
    // one spelling: the records name the person by it
    const cells = merged.ФИО === undefined ? merged : { ...merged, ФИО: { ...merged.ФИО, value: name } };
    const places = incoming.map(({ place }) => place);
    for (const each of incoming)
      if (each.person !== null)
        note(side, each.person.name, name, how === 'new' ? 'name' : (how ?? 'name'), each.place);
    if (row === null) return [added('Педагоги', name, cells, places, superseded)];
    const { ФИО: _, ...rest } = cells;
    return [compared(side, { table: 'Педагоги', record: name, row }, rest, places, superseded)];
  });
}

/** The organisation by its short name; the text stays as the original. */
function withSchool({ schools }: Sides, row: Incoming): Incoming {
  const { Организация: school } = row.cells;
  return school === undefined || school.value === ''
    ? row
    : {
        ...row,
        cells: { ...row.cells, Организация: { ...school, value: schools.nameOf(String(school.value)) } },
      };
}

function note(side: Sides, typed: string, taken: string, how: ResolvedName['how'], place: SourcePlace): void {
  if (how === 'name' && fold(typed) === fold(taken)) return;
  const key = JSON.stringify([typed, taken, how]);
  const known = side.names.get(key);
  if (known === undefined) side.names.set(key, { typed, taken, how, places: [place] });
  else known.places.push(place);
}

// ---------------------------------------------------------------------------------------------------------
// records

type RecordTable = 'Курсы' | 'Достижения' | 'Деятельность' | 'ГИА' | 'Мероприятия';
const RECORD_TABLES: readonly RecordTable[] = ['Курсы', 'Достижения', 'ГИА', 'Деятельность', 'Мероприятия'];

/** What makes two records one: the first two have to agree, the others must not differ. */
const IDENTITY: Readonly<Record<RecordTable, readonly [firm: readonly string[], loose: readonly string[]]>> =
  {
    Курсы: [
      ['Педагог', 'Тема'],
      ['Вид', 'Дата окончания'],
    ],
    Достижения: [
      ['Педагог', 'Мероприятие'],
      ['Уровень', 'Результат', 'Дата'],
    ],
    Деятельность: [
      ['Педагог', 'Название'],
      ['Вид', 'Уровень', 'Результат', 'Дата'],
    ],
    ГИА: [['Педагог', 'Предмет'], ['Экзамен']],
    Мероприятия: [['Название'], ['Уровень', 'Дата']],
  };

/** Dates and counts by their whole part, texts folded. */
const valueKey = (value: CellValue | undefined): string => {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number' || /^\d+(?:\.\d+)?$/.test(String(value)))
    return String(Math.floor(Number(value)));
  return fold(String(value));
};

const keyOf = (columns: readonly string[], value: (column: string) => CellValue | undefined): string =>
  JSON.stringify(columns.map((column) => valueKey(value(column))));

/** What of the source has been met, to tell what is gone. */
interface Met {
  readonly prints: Set<string>;
  readonly identities: Set<string>;
}

function compareRecords(side: Sides, table: RecordTable): readonly RowOutcome[] {
  const replaced = replacedForms(side.people);
  const rows = side.parsed.rows
    .filter((row) => row.table === table && !replaced.has(submissionKey(row)))
    .map((row) => withPerson(side, row));
  if (rows.length === 0) return [];
  const own = registerRows(side.register.tables[table], table);
  const identityOf = (value: (column: string) => CellValue | undefined): string =>
    JSON.stringify([table, keyOf(IDENTITY[table].flat(), value)]);
  const groups = groupRecords(table, rows).map((group) => {
    const record = recordWords(table, group[0]?.cells ?? {});
    const merged = mergeRecords(side, table, record, group);
    const identity = identityOf((column) => merged.cells[column]?.value);
    return { group, record, merged, identity, print: fingerprint(table, originalsOf(merged.cells)) };
  });
  for (const { identity, print } of groups) {
    side.met.prints.add(print);
    side.met.identities.add(identity);
  }
  return groups.map(({ group, record, merged: { cells, superseded }, identity, print }): RowOutcome => {
    const places = group.map(({ place }) => place);
    const written = side.base
      .lines(print)
      .map((each) => ({ line: each, identity: identityOf((column) => each.written[column]) }))
      .reverse();
    // what was written of this very record; else what is no other record of the source
    const line =
      (
        written.find((each) => each.identity === identity) ??
        written.find((each) => !side.met.identities.has(each.identity))
      )?.line ?? null;
    const adopted = line === null ? null : own.ofLine(line);
    if (line !== null && adopted === null) {
      // adopted before, and edited or deleted since: it is the user's now
      return {
        table,
        state: 'unchanged',
        record,
        row: own.best(cells),
        cells: [],
        places,
        superseded,
        originals: {},
      };
    }
    const at = adopted ?? own.best(cells);
    if (at === null) return added(table, record, cells, places, superseded);
    const base = line === null ? {} : { base: baseOfLine(line) };
    return compared(side, { table, record, row: at, ...base }, cells, places, superseded);
  });
}

const submissionKey = ({ block, place }: Incoming): string => JSON.stringify([block, place.cell]);

/** Submissions of a form about oneself that a later one of the same person replaces, courses and all. */
function replacedForms({ people }: People): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const { incoming } of people) {
    const last = new Map<string, Incoming>();
    for (const row of incoming) {
      if (row.sentAt === null) continue;
      const known = last.get(row.block);
      if (known === undefined || (known.sentAt ?? 0) <= row.sentAt) last.set(row.block, row);
    }
    for (const row of incoming)
      if (row.sentAt !== null && last.get(row.block) !== row) replaced.add(submissionKey(row));
  }
  return replaced;
}

function withPerson(side: Sides, row: Incoming): Incoming {
  const { Педагог: who } = row.cells;
  if (row.person === null || who === undefined || who.value === '') return row;
  const { name, how, question } = side.people.nameOf(row.person);
  note(side, row.person.name, name, how, row.place);
  return {
    ...row,
    cells: { ...row.cells, Педагог: { ...who, value: name, question: question ?? who.question } },
  };
}

/** «Зотов К. А.: Олимпиада «Физтех»»; what a line of the dry run and of the journal is called. */
function recordWords(table: RecordTable, cells: Readonly<Record<string, IncomingCell>>): string {
  const [firm] = IDENTITY[table];
  return firm
    .flatMap((column) =>
      cells[column] === undefined || cells[column].value === '' ? [] : [String(cells[column].value)],
    )
    .join(': ');
}

/** Rows of the source that tell of one record. */
function groupRecords(table: RecordTable, all: readonly Incoming[]): readonly (readonly Incoming[])[] {
  const [firm, loose] = IDENTITY[table];
  const groups = new Map<string, Incoming[]>();
  const { rows, earlier } = lastSubmissions(table, all);
  for (const row of rows) {
    const identity = [...firm, ...loose].map((column) => valueKey(row.cells[column]?.value));
    const free = row.pupils.length > 0 || row.sentAt !== null ? [] : otherCells(row, [...firm, ...loose]);
    const key = JSON.stringify([identity, free]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row, ...(earlier.get(row) ?? [])]);
    else known.push(row, ...(earlier.get(row) ?? []));
  }
  return [...groups.values()];
}

interface Submissions {
  /** Rows nothing replaces, in their order. */
  readonly rows: readonly Incoming[];
  /** Of the first row of a submission, the rows of earlier ones it replaces. */
  readonly earlier: ReadonlyMap<Incoming, readonly Incoming[]>;
}

/** Of a form sent again about the same event the last submission stands, whatever result it tells. */
function lastSubmissions(table: RecordTable, rows: readonly Incoming[]): Submissions {
  const [firm, loose] = IDENTITY[table];
  const told = [...firm, ...loose].filter((column) => column !== 'Результат');
  const last = new Map<string, Incoming>();
  const subjectOf = (row: Incoming): string =>
    JSON.stringify([row.block, row.pupils, keyOf(told, (column) => row.cells[column]?.value)]);
  for (const row of rows) {
    if (row.sentAt === null) continue;
    const known = last.get(subjectOf(row));
    if (known === undefined || (known.sentAt ?? 0) < row.sentAt || isLaterRow(known, row))
      last.set(subjectOf(row), row);
  }
  const earlier = new Map<Incoming, Incoming[]>();
  const standing = rows.filter((row) => {
    const final = row.sentAt === null ? undefined : last.get(subjectOf(row));
    if (final === undefined || final.place.cell === row.place.cell) return true;
    earlier.set(final, [...(earlier.get(final) ?? []), row]);
    return false;
  });
  return { rows: standing, earlier };
}

/** Sent at the same second: what stands lower came later. */
const isLaterRow = (one: Incoming, other: Incoming): boolean =>
  one.sentAt === other.sentAt && one.place.cell !== other.place.cell;

/** What two rows that are one record have to agree in besides, unless pupils are counted or a form was sent again. */
const otherCells = (row: Incoming, identity: readonly string[]): readonly string[] =>
  Object.entries(row.cells)
    .filter(([column, { value }]) => !identity.includes(column) && value !== '')
    .map(([column, { value }]) => `${column}=${valueKey(value)}`)
    .sort();

/** The rows of a record as one; its pupils counted once each, their papers listed. */
function mergeRecords(side: Sides, table: RecordTable, record: string, group: readonly Incoming[]): Merged {
  const pupils = new Set(group.flatMap((row) => row.pupils));
  const merged = merge(side, table, record, group, [
    'Обучающихся',
    'Педагог',
    ...(pupils.size > 0 ? ['Документ'] : []),
  ]);
  const { Обучающихся: count, Документ: paper } = merged.cells;
  const papers = [
    ...new Set(
      group.flatMap((row) => (row.cells.Документ === undefined ? [] : [String(row.cells.Документ.value)])),
    ),
  ].join('; ');
  // a form sent for another pupil of the same contest replaces nothing
  const stands = new Map(
    group.filter(({ sentAt }) => sentAt !== null).map((row) => [fold(row.pupils.join()), row]),
  );
  for (const row of group) {
    const known = stands.get(fold(row.pupils.join()));
    if (known !== undefined && (row.sentAt ?? 0) > (known.sentAt ?? 0))
      stands.set(fold(row.pupils.join()), row);
  }
  const standing = new Set([...stands.values()].map(({ place }) => place.cell));
  const isCounted = pupils.size > 0 && count !== undefined && count.original === '';
  return {
    superseded: merged.superseded.filter(({ cell }) => !standing.has(cell)),
    cells: {
      ...merged.cells,
      ...(isCounted ? { Обучающихся: { ...count, value: pupils.size, original: String(pupils.size) } } : {}),
      ...(pupils.size > 0 && paper !== undefined
        ? { Документ: { ...paper, value: papers, original: papers } }
        : {}),
    },
  };
}

interface RegisterRows {
  /** The row that still holds what a line of the journal says was written; it is taken. */
  readonly ofLine: (line: JournalLine) => number | null;
  /** The row most alike a record of the source; it is taken. */
  readonly best: (cells: Readonly<Record<string, IncomingCell>>) => number | null;
}

/** The rows of a table by what makes a record, each given away once. */
function registerRows(table: RegisterTable | undefined, name: RecordTable): RegisterRows {
  const [firm] = IDENTITY[name];
  const left = new Map<string, Set<number>>();
  const valueOf =
    (row: number) =>
    (column: string): CellValue =>
      table === undefined ? '' : valueAt(table, row, column);
  for (const [row] of (table?.rows ?? []).entries()) {
    const value = valueOf(row);
    if (firm.every((column) => value(column) === '')) continue;
    const key = keyOf(firm, value);
    const known = left.get(key);
    if (known === undefined) left.set(key, new Set([row]));
    else known.add(row);
  }
  const take = (key: string, score: (row: number) => number): number | null => {
    const rows = left.get(key);
    let [best, most] = [null as number | null, 0];
    for (const row of rows ?? []) {
      const found = score(row);
      if (found > most) [best, most] = [row, found];
    }
    if (best !== null) rows?.delete(best);
    return best;
  };
  return {
    ofLine: ({ written }) => {
      const whole = keyOf(IDENTITY[name].flat(), (column) => written[column]);
      return take(
        keyOf(firm, (column) => written[column]),
        (row) => (keyOf(IDENTITY[name].flat(), valueOf(row)) === whole ? 1 : 0),
      );
    },
    best: (cells) =>
      take(
        keyOf(firm, (column) => cells[column]?.value),
        (row) => likeness(name, valueOf(row), cells),
      ),
  };
}

/** 0: another record; the more columns agree, the more alike. */
function likeness(
  table: RecordTable,
  value: (column: string) => CellValue,
  cells: Readonly<Record<string, IncomingCell>>,
): number {
  let score = 1;
  for (const column of IDENTITY[table][1]) {
    const [own, theirs] = [valueKey(value(column)), valueKey(cells[column]?.value)];
    if (own !== '' && theirs !== '' && own !== theirs) return 0;
    if (own === theirs) score += 1;
  }
  return score;
}

// ---------------------------------------------------------------------------------------------------------
// meetings and attendance

interface Meetings {
  /** The number a heading stands for; null when it has none. */
  readonly numberOf: (meeting: MeetingHeader) => number | null;
  readonly rows: readonly {
    readonly number: number;
    readonly cells: Readonly<Record<string, IncomingCell>>;
    readonly places: readonly SourcePlace[];
  }[];
}

/** A meeting as some place of the source knows it. */
interface KnownMeeting {
  number: number | null;
  serial: number | null;
  readonly month: number | null;
  readonly cells: Record<string, IncomingCell>;
  readonly places: SourcePlace[];
}

const monthKey = (year: number, month: number): number => year * 12 + month;
const monthOfSerial = (serial: number): number => monthKey(dayOf(serial).year, dayOf(serial).month);

/** Without a year months run from September to August. */
const schoolMonth = (month: number): number => monthKey(month < 9 ? 1 : 0, month);

function monthOf({ date }: MeetingHeader): number | null {
  if (date?.precision === 'day') return monthOfSerial(date.serial);
  if (date?.precision === 'month')
    return date.year === null ? schoolMonth(date.month) : monthKey(date.year, date.month);
  return date?.precision === 'day of year' ? schoolMonth(date.month) : null;
}

const serialOfHeader = ({ date }: MeetingHeader): number | null =>
  date?.precision === 'day' ? date.serial : null;

/** Meetings numbered in order of time or by the number they bear; a day the register knows keeps its number. */
function numberMeetings({ register, parsed }: Sides): Meetings {
  const table = register.tables.Заседания;
  const standing = (table?.rows ?? []).flatMap((_, row) => {
    const [number, date] =
      table === undefined ? ['', ''] : [valueAt(table, row, 'Номер'), valueAt(table, row, 'Дата')];
    return number === '' || !Number.isInteger(Number(number))
      ? []
      : [{ number: Number(number), serial: typeof date === 'number' ? Math.floor(date) : null }];
  });
  const known: KnownMeeting[] = [];
  const find = (
    number: number | null,
    serial: number | null,
    month: number | null,
  ): KnownMeeting | undefined =>
    known.find(
      (each) =>
        (number !== null && each.number === number) ||
        (serial !== null && each.serial === serial) ||
        (number === null &&
          serial === null &&
          each.serial === null &&
          each.number === null &&
          each.month === month),
    );
  const add = (
    number: number | null,
    serial: number | null,
    month: number | null,
    place: SourcePlace,
  ): KnownMeeting => {
    const own = number ?? standing.find((each) => serial !== null && each.serial === serial)?.number ?? null;
    const found = find(own, serial, month);
    if (found !== undefined) {
      found.number ??= own;
      found.serial ??= serial;
      found.places.push(place);
      return found;
    }
    const made: KnownMeeting = { number: own, serial, month, cells: {}, places: [place] };
    known.push(made);
    return made;
  };
  for (const { table: target, cells, place } of parsed.rows) {
    if (target !== 'Заседания') continue;
    const [number, date] = [cells.Номер?.value, cells.Дата?.value];
    const serial = typeof date === 'number' ? date : null;
    const meeting = add(
      typeof number === 'number' ? number : null,
      serial,
      serial === null ? null : monthOfSerial(serial),
      place,
    );
    for (const [column, cell] of Object.entries(cells)) meeting.cells[column] ??= cell;
  }
  for (const { meeting, place } of parsed.meetings) {
    const serial = serialOfHeader(meeting);
    const made = add(meeting.number, serial, monthOf(meeting), place);
    if (serial !== null)
      made.cells.Дата ??= { value: serial, original: shownDate(serial), place, question: null };
  }
  numberTheRest(known, standing);
  const numbered = known.flatMap((each) =>
    each.number === null || each.number > MOST_MEETINGS ? [] : [{ ...each, number: each.number }],
  );
  return {
    numberOf: (meeting) => {
      const [serial, month] = [serialOfHeader(meeting), monthOf(meeting)];
      const found = numbered.find(
        (each) =>
          (meeting.number !== null && each.number === meeting.number) ||
          (meeting.number === null && serial !== null && each.serial === serial) ||
          (meeting.number === null && serial === null && each.month !== null && each.month === month),
      );
      return found?.number ?? null;
    },
    rows: numbered
      .filter(({ cells }) => Object.keys(cells).length > 0)
      .sort((one, other) => one.number - other.number),
  };
}

/** In order of time, after the meetings the register has; from one on where it has none. */
function numberTheRest(
  known: readonly KnownMeeting[],
  standing: readonly { readonly number: number }[],
): void {
  const taken = new Set([...standing, ...known].flatMap(({ number }) => number ?? []));
  const open = known
    .filter(({ number, serial, month }) => number === null && (serial !== null || month !== null))
    .sort((one, other) => (one.month ?? 0) - (other.month ?? 0) || (one.serial ?? 0) - (other.serial ?? 0));
  let next = standing.length === 0 ? 1 : Math.max(...standing.map(({ number }) => number)) + 1;
  for (const meeting of open) {
    while (taken.has(next)) next += 1;
    meeting.number = next;
    taken.add(next);
  }
}

function compareMeetings(side: Sides, { rows }: Meetings): readonly RowOutcome[] {
  const table = side.register.tables.Заседания;
  const at = new Map(
    (table?.rows ?? []).map((_, row): [number, number] => [
      Number(table === undefined ? NaN : valueAt(table, row, 'Номер') || NaN),
      row,
    ]),
  );
  return rows.map(({ number, cells, places }): RowOutcome => {
    const [place = { file: '', sheet: '', cell: '' }] = places;
    const original = cells.Номер?.original ?? String(number);
    const all = { ...cells, Номер: { value: number, original, place, question: null } };
    const record = meetingColumn(number);
    const row = at.get(number);
    return row === undefined
      ? added('Заседания', record, all, places)
      : compared(side, { table: 'Заседания', record, row }, all, places);
  });
}

function compareMarks(side: Sides, meetings: Meetings): readonly RowOutcome[] {
  const byPerson = new Map<string, { name: string; marks: { mark: IncomingMark; column: string }[] }>();
  for (const mark of side.parsed.marks) {
    const number = meetings.numberOf(mark.meeting);
    if (number === null) continue;
    const { name, how } = side.people.nameOf(mark.person);
    note(side, mark.person.name, name, how, mark.person.place);
    const key = fold(name);
    const known = byPerson.get(key) ?? { name, marks: [] };
    known.marks.push({ mark, column: meetingColumn(number) });
    byPerson.set(key, known);
  }
  const table = side.register.tables.Посещаемость;
  const at = new Map<string, number>();
  for (const [row] of (table?.rows ?? []).entries()) {
    if (table === undefined) break;
    const key = fold(String(valueAt(table, row, 'ФИО')));
    if (key !== '' && !at.has(key)) at.set(key, row);
  }
  return [...byPerson.values()].map(({ name, marks }): RowOutcome => {
    const cells: Record<string, IncomingCell> = {};
    for (const { mark, column } of marks) {
      const known = cells[column];
      if (known === undefined) cells[column] = mark.cell;
      else if (!isSameValue(known.value, mark.cell.value))
        cells[column] = whichOf(side, 'Посещаемость', column, name, known, mark.cell);
    }
    const places = [
      ...new Map(marks.map(({ mark }) => [JSON.stringify(mark.person.place), mark.person.place])).values(),
    ];
    const row = at.get(fold(name));
    const [place = { file: '', sheet: '', cell: '' }] = places;
    const who: IncomingCell = {
      value: name,
      original: marks[0]?.mark.person.name ?? name,
      place,
      question: null,
    };
    return row === undefined
      ? added('Посещаемость', name, { ФИО: who, ...cells }, places)
      : compared(side, { table: 'Посещаемость', record: name, row }, cells, places);
  });
}

// ---------------------------------------------------------------------------------------------------------
// what is no longer in the source

/** Teachers of the databank the source does not name, among the schools it speaks of; they are only said. */
function goneTeachers(side: Sides): readonly RowOutcome[] {
  const { register, people, parsed } = side;
  const table = register.tables.Педагоги;
  const rows = parsed.rows.filter((row) => row.table === 'Педагоги');
  if (table === undefined || rows.length === 0) return [];
  const named = new Set(
    rows.flatMap(({ cells }) =>
      cells.Организация === undefined ? [] : [organisationKey(String(cells.Организация.value))],
    ),
  );
  return people.people.flatMap(({ name, row, incoming }): RowOutcome[] => {
    if (row === null || incoming.length > 0 || valueAt(table, row, 'Выбыл') !== '') return [];
    const school = organisationKey(String(valueAt(table, row, 'Организация')));
    return named.size > 0 && school !== '' && !named.has(school) ? [] : [gone('Педагоги', name, row)];
  });
}

/** Records adopted from these very sheets that stand there no more, and still stand in the register. */
function goneRecords({ journal, parsed, register, met }: Sides): readonly RowOutcome[] {
  const sheets = new Set(
    parsed.rows.map(({ table, place }) => JSON.stringify([table, place.file, place.sheet])),
  );
  return RECORD_TABLES.flatMap((table) => {
    const own = registerRows(register.tables[table], table);
    return journal.lines.flatMap((line): RowOutcome[] => {
      if (line.table !== table || !sheets.has(JSON.stringify([table, line.place.file, line.place.sheet])))
        return [];
      const identity = JSON.stringify([
        table,
        keyOf(IDENTITY[table].flat(), (column) => line.written[column]),
      ]);
      if (met.identities.has(identity) || met.prints.has(fingerprint(table, line.originals))) return [];
      const at = own.ofLine(line);
      return at === null ? [] : [gone(table, line.record, at)];
    });
  });
}

const gone = (table: TableName, record: string, row: number): RowOutcome => ({
  table,
  state: 'gone',
  record,
  row,
  cells: [],
  places: [],
  superseded: [],
  originals: {},
});
