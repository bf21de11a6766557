import { recordAccounts, type IndicatorResult, type RecordAccount } from '../indicators/evaluate';
import type { RecordTable } from '../indicators/appendix';
import type { CellValue } from '../plan/action';
import { cellAddress, parseArea, type CellPlace } from '../register/addresses';
import { RULE_CELLS, type PassportKey } from '../register/fixedCells';
import { readLayoutMark } from '../register/layoutMark';
import { LISTS, type ListName } from '../register/lists';
import { locateTables, type Located } from '../register/locate';
import { anchoredSheet, cellAt, listValues, passportCell, rulesSheet } from '../register/parse';
import { placeOf, type Register, type RegisterTable } from '../register/register';
import { SHEETS } from '../register/sheets';
import type { WorkbookSnapshot } from '../register/snapshot';
import { TABLES, TABLE_NAMES, columnsOf, type ColumnDefinition, type TableName } from '../register/tables';
import { foldCase, isErrorValue } from '../register/text';
import { NOT_SET, type RuleCode } from '../regulations';
import { dayOfCell } from './cells';
import type { CellChange, Spot } from './issue';
import { nearestInList, nearestName, type Nearest } from './nearest';
import type { Obligation } from './obligations';
import type { AppliedRules } from './rules';
import {
  isMemberOn,
  readDecisions,
  readMeetings,
  readMembers,
  type Decision,
  type Meeting,
  type Member,
} from './voting';

/** What the checks look at: read and counted once, before the first of them. */
export interface CheckInput {
  readonly snapshot: WorkbookSnapshot;
  readonly register: Register;
  readonly rules: AppliedRules;
  /** The day of calculation as a serial number. */
  readonly today: number;
  readonly indicators: readonly IndicatorResult[];
  readonly obligations: readonly Obligation[];
}

export interface CheckContext extends CheckInput {
  readonly located: Located;
  /** True once the product has set the workbook up: before that, what is missing is not yet there. */
  readonly isSetUp: boolean;
  readonly members: readonly Member[];
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly Decision[];
  /** The tables that people fill in, with their started rows, in the order of the sheets. */
  readonly filled: readonly FilledTable[];
  readonly table: (name: TableName) => FilledTable | undefined;
  /** The values of a list, as they stand on «Справочники», and which of them a mistyped one is nearest to. */
  readonly list: (name: ListName) => ValueList;
  /** True for a name of the databank, as formulas find it. */
  readonly isTeacher: (name: CellValue) => boolean;
  /** The name of the databank a mistyped one is nearest to. */
  readonly nearestTeacher: Nearest;
  readonly isOrganisation: (name: CellValue) => boolean;
  readonly nearestOrganisation: Nearest;
  readonly knowsOrganisations: boolean;
  /** The cells of records that hold this name, as they hold it now. */
  readonly recordsOf: (name: string) => readonly NameUse[];
  readonly accounts: (table: RecordTable) => readonly RecordAccount[];
  /** The cell of a passport field; null while there is no passport. */
  readonly passport: (key: PassportKey) => Spot | null;
  /** The clause behind a rule; undefined when the regulation does not set it. */
  readonly clause: (code: RuleCode) => string | undefined;
}

export interface ValueList {
  readonly has: (value: CellValue) => boolean;
  readonly nearest: Nearest;
}

/** A cell that holds somebody's name. */
export interface NameUse {
  readonly at: Spot;
  readonly value: string;
}

/** A table that people fill in, its columns looked up once. */
export interface FilledTable {
  readonly name: TableName;
  readonly table: RegisterTable;
  readonly columns: readonly FilledColumn[];
  /** 0-based rows in which something has been typed. */
  readonly rows: readonly number[];
  readonly column: (name: string) => FilledColumn;
}

export interface FilledColumn {
  readonly definition: ColumnDefinition;
  /** False: the workbook lacks it; its cells are empty. */
  readonly isThere: boolean;
  readonly value: (row: number) => CellValue;
  /** The words of the cell, "" for an error value. */
  readonly text: (row: number) => string;
  readonly at: (row: number) => Spot;
}

/** Remembers what is first asked for. */
function once<V>(make: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** Remembers an answer by its question. */
function byKey<K, V>(answer: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = answer(key);
    answers.set(key, made);
    return made;
  };
}

const FILLED_SHEETS: readonly string[] = SHEETS.filter(({ purpose }) => purpose === 'fill in').map(
  ({ name }) => name,
);

/** Tables in which people type: those of the sheets to fill in, and «Сроки» for its column «Выполнено». */
export const FILLED_TABLES: readonly TableName[] = TABLE_NAMES.filter(
  (table) => table === 'Сроки' || FILLED_SHEETS.includes(TABLES[table].sheet),
);

/** A cell with nothing but spaces is empty to whoever looks at it. */
export const isBlank = (value: CellValue): boolean => typeof value === 'string' && value.trim() === '';

export function checkContext(input: CheckInput): CheckContext {
  const { snapshot, register, rules, today } = input;
  const located = locateTables(snapshot);
  const meetings = readMeetings(register, rules, today);
  const filled = FILLED_TABLES.flatMap((name) => fillTable(name, register));
  const table = byKey((name: TableName) => filled.find((each) => each.name === name));
  const teachers = once(() => namesIn(table('Педагоги'), 'ФИО'));
  const organisations = once(() => namesIn(table('Организации'), 'Краткое название'));
  const nearestTeacher = once(() => nearestName([...teachers().values()]));
  const nearestOrganisation = once(() => nearestName([...organisations().values()]));
  const uses = once(() => nameUses(filled));
  return {
    ...input,
    located,
    isSetUp: isSetUp(snapshot, located),
    members: readMembers(register),
    meetings,
    decisions: readDecisions(register, rules, meetings),
    filled,
    table,
    list: byKey((name: ListName) => valueList(snapshot, rules, name)),
    isTeacher: (name) => teachers().has(foldCase(String(name))),
    nearestTeacher: (typed) => nearestTeacher()(typed),
    isOrganisation: (name) => organisations().has(foldCase(String(name))),
    nearestOrganisation: (typed) => nearestOrganisation()(typed),
    knowsOrganisations: organisations().size > 0,
    recordsOf: (name) => uses().get(foldCase(name)) ?? [],
    accounts: byKey((name: RecordTable) => recordAccounts(name, register)),
    passport: (key) => passportSpot(snapshot, key),
    clause: (code) => {
      const clause = rules.clause(code);
      return clause === NOT_SET ? undefined : clause;
    },
  };
}

/** True once the product has set a workbook up as a register, also when parts of it have been removed since. */
export function isSetUp(snapshot: WorkbookSnapshot, located: Located = locateTables(snapshot)): boolean {
  const mark = readLayoutMark(cellAt(rulesSheet(snapshot, located), RULE_CELLS.layoutMark, 2).value);
  return (
    mark.kind === 'set up' ||
    anchoredSheet(snapshot, 'Паспорт') !== undefined ||
    anchoredSheet(snapshot, 'Приложение') !== undefined
  );
}

function fillTable(name: TableName, register: Register): FilledTable[] {
  const table = register.tables[name];
  if (table === undefined) return [];
  const columns = columnsOf(name, register.meetings)
    .filter(({ kind }) => kind !== 'formula')
    .map((definition) => fillColumn(definition, table));
  const there = columns
    .filter(({ isThere }) => isThere)
    .map(({ definition }) => table.indexOf(definition.name));
  const rows = table.rows.flatMap((cells, row) =>
    there.some((column) => !isBlank(cells[column] ?? '')) ? [row] : [],
  );
  return [
    {
      name,
      table,
      columns,
      rows,
      column: byKey(
        (sought) =>
          columns.find(({ definition }) => definition.name === sought) ??
          fillColumn({ name: sought, kind: 'text', width: 0 }, table),
      ),
    },
  ];
}

function fillColumn(definition: ColumnDefinition, table: RegisterTable): FilledColumn {
  const index = table.indexOf(definition.name);
  const value = (row: number): CellValue => (index < 0 ? '' : (table.rows[row]?.[index] ?? ''));
  const column = table.firstColumn + Math.max(0, index);
  return {
    definition,
    isThere: index >= 0,
    value,
    text: (row) => {
      const held = value(row);
      return isErrorValue(held) ? '' : String(held).trim();
    },
    at: (row) => ({ sheet: table.sheet, table: table.table, row: table.firstRow + row, column }),
  };
}

/** Names as they are typed, by how formulas find them. */
function namesIn(filled: FilledTable | undefined, column: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const row of filled?.rows ?? []) {
    const value = filled?.column(column).value(row) ?? '';
    if (typeof value !== 'string' || value === '' || isErrorValue(value)) continue;
    const key = foldCase(value);
    if (!names.has(key)) names.set(key, value);
  }
  return names;
}

function nameUses(filled: readonly FilledTable[]): ReadonlyMap<string, readonly NameUse[]> {
  const uses = new Map<string, NameUse[]>();
  for (const { columns, rows } of filled) {
    for (const { definition, value, at } of columns) {
      if (definition.list !== 'Педагоги') continue;
      for (const row of rows) {
        const name = value(row);
        if (typeof name !== 'string' || name === '') continue;
        const key = foldCase(name);
        const known = uses.get(key);
        if (known === undefined) uses.set(key, [{ at: at(row), value: name }]);
        else known.push({ at: at(row), value: name });
      }
    }
  }
  return uses;
}

/** The list on «Справочники», which people add to; before there is one, the regulation's own or the common one. */
function valueList(snapshot: WorkbookSnapshot, rules: AppliedRules, name: ListName): ValueList {
  const standing = listValues(snapshot, name);
  const own: Readonly<Partial<Record<ListName, readonly CellValue[] | undefined>>> = rules.regulation.lists;
  const values = standing === LISTS[name] ? (own[name] ?? standing) : standing;
  const folded = new Set(values.map((value) => foldCase(String(value))));
  const has = byKey((value: CellValue) => folded.has(foldCase(String(value))));
  return { has, nearest: nearestInList(values.map(String)) };
}

function passportSpot(snapshot: WorkbookSnapshot, key: PassportKey): Spot | null {
  const sheet = anchoredSheet(snapshot, 'Паспорт');
  if (sheet === undefined) return null;
  return { sheet: sheet.name, table: null, ...passportCell(snapshot, key) };
}

/** Where a cell is that somebody named by its address. */
export function spotOf({ sheet, cell }: CellPlace, table: TableName | null): Spot {
  const area = parseArea(cell);
  return { sheet, table, row: area?.top ?? 1, column: area?.left ?? 1 };
}

/** The first cell of a table's body, or where the table would stand. */
export function firstCell({ register }: CheckInput, table: TableName, column: string): Spot {
  const found = register.tables[table];
  if (found === undefined) return { sheet: TABLES[table].sheet, table, row: 1, column: 1 };
  const index = Math.max(0, found.indexOf(column));
  return { sheet: found.sheet, table, row: found.firstRow, column: found.firstColumn + index };
}

/** A row of the databank with somebody who is a member today. */
export interface MemberRow extends Member {
  readonly filled: FilledTable;
  readonly row: number;
}

/** In the order of the sheet; a name that stands twice is there twice. */
export function memberRows({ table, today }: CheckContext): readonly MemberRow[] {
  const filled = table('Педагоги');
  if (filled === undefined) return [];
  const [name, since, left] = [filled.column('ФИО'), filled.column('В составе с'), filled.column('Выбыл')];
  return filled.rows
    .filter((row) => name.text(row) !== '')
    .map((row) => ({
      name: name.text(row),
      since: dayOfCell(since.value(row)),
      left: dayOfCell(left.value(row)),
      place: placeOf(filled.table, row, 'ФИО'),
      filled,
      row,
    }))
    .filter((member) => isMemberOn(member, Math.floor(today)));
}

export const cellChange = (at: Spot, old: CellValue, value: CellValue): CellChange => ({
  sheet: at.sheet,
  cell: cellAddress(at.row, at.column),
  old,
  new: value,
});
