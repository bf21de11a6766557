import type { CellValue } from '../plan/action';
import { DEFAULT_REGULATION, findRegulation, type ParameterCode } from '../regulations';
import { parseArea } from './addresses';
import { dayOf, serialOf } from './dates';
import {
  APPENDIX_COLUMNS,
  APPENDIX_HEADER_ROW,
  PASSPORT_FIELDS,
  RULE_CELLS,
  SHEET_ANCHORS,
  SHEET_TITLES,
  passportName,
  passportRow,
  type PassportKey,
} from './fixedCells';
import { LIST_COLUMN, LISTS, listTable, type ListName } from './lists';
import { headerIndex, locateTables, type Located, type LocatedTable } from './locate';
import { valueAt, type Register, type RegisterTable } from './register';
import { parseSchoolYear, schoolYearOf } from './schoolYear';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';
import { MEETINGS_ON_FORM, MOST_MEETINGS, TABLE_NAMES, meetingColumn, type TableName } from './tables';
import { foldCase } from './text';

/**
 * Snapshot → register. Nothing is dropped and nothing coerced: a cell that is not what its column asks for
 * stays as it is, and whoever counts it says why it does not count.
 */
export function parseRegister(snapshot: WorkbookSnapshot): Register {
  const located = locateTables(snapshot);
  const tables: Partial<Record<TableName, RegisterTable>> = {};
  for (const table of TABLE_NAMES) {
    const parsed = parseTable(snapshot, located, table);
    if (parsed !== null) tables[table] = parsed;
  }
  const rules = rulesSheet(snapshot, located);
  const passport = readPassport(snapshot);
  const today = numberOrNull(ruleCell(rules, 'today').value);
  return {
    passport,
    today,
    period: readPeriod(rules, tables.Правила, passport, today),
    parameters: readParameters(rules, passport.regulation),
    lists: { education: listValues(snapshot, 'Образование'), category: listValues(snapshot, 'Категория') },
    tables,
    confirmed: readConfirmed(snapshot),
    meetings: countMeetings(tables),
  };
}

function parseTable(snapshot: WorkbookSnapshot, located: Located, table: TableName): RegisterTable | null {
  const place = located[table];
  if (place === undefined) return null;
  const rows =
    place.form === 'plain'
      ? plainRows(snapshot, place)
      : snapshot.tables.find(({ name }) => name === place.name)?.rows;
  if (rows === undefined) return null;
  const known = new Map<string, number>();
  return {
    table,
    sheet: place.sheet,
    firstRow: place.headerRow + 1,
    firstColumn: place.firstColumn,
    rows,
    indexOf: (column) => {
      const cached = known.get(column);
      if (cached !== undefined) return cached;
      const index = headerIndex(place.headers, column);
      known.set(column, index);
      return index;
    },
  };
}

/** The rows under a plain header row, cut to its columns. */
function plainRows(snapshot: WorkbookSnapshot, place: LocatedTable): RegisterTable['rows'] {
  const block = findSheet(snapshot, place.sheet)?.cells;
  if (block === null || block === undefined) return [];
  const first = place.firstColumn - block.firstColumn;
  return block.values
    .slice(place.headerRow + 1 - block.firstRow)
    .map((row) => row.slice(first, first + place.headers.length));
}

/** The sheet «Правила»: where its table stands, or the sheet of that name. */
export function rulesSheet(snapshot: WorkbookSnapshot, located: Located): SheetSnapshot | undefined {
  const name = located.Правила?.sheet ?? 'Правила';
  return findSheet(snapshot, name);
}

/**
 * A sheet that holds a plain range of ours: by its anchor, a defined name, or else by its own name and the
 * title in its first cell; a sheet of the user's may bear the same name.
 */
export function anchoredSheet(
  snapshot: WorkbookSnapshot,
  sheet: keyof typeof SHEET_ANCHORS,
): SheetSnapshot | undefined {
  const anchor = definedName(snapshot, SHEET_ANCHORS[sheet]);
  const named = anchor === undefined ? null : sheetOfReference(anchor.refersTo);
  return (named === null ? undefined : findSheet(snapshot, named)) ?? titledSheet(snapshot, sheet);
}

/** The sheet of that name, when its first cell bears the title the product gives it. */
export function titledSheet(
  snapshot: WorkbookSnapshot,
  name: keyof typeof SHEET_TITLES,
): SheetSnapshot | undefined {
  const sheet = findSheet(snapshot, name);
  return cellAt(sheet, 1, 1).value === SHEET_TITLES[name] ? sheet : undefined;
}

/** A defined name of the workbook, letter case folded as Excel folds it. */
export const definedName = (
  snapshot: WorkbookSnapshot,
  sought: string,
): WorkbookSnapshot['names'][number] | undefined =>
  snapshot.names.find(({ name }) => foldCase(name) === foldCase(sought));

/** "='Банк данных'!$A$1" → "Банк данных"; null when the reference names no sheet. */
export function sheetOfReference(reference: string): string | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(reference);
  if (match === null) return null;
  return match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
}

export const findSheet = (snapshot: WorkbookSnapshot, name: string): SheetSnapshot | undefined =>
  snapshot.sheets.find((sheet) => foldCase(sheet.name) === foldCase(name));

interface ReadCell {
  readonly value: CellValue;
  /** With its «=», "" where there is none. */
  readonly formula: string;
  /** True when the cell holds a formula. */
  readonly live: boolean;
}

/** A cell of a sheet's block; an absent one is empty. */
export function cellAt(sheet: SheetSnapshot | undefined, row: number, column: number): ReadCell {
  const block = sheet?.cells;
  if (block === null || block === undefined) return { value: '', formula: '', live: false };
  const [inRow, inColumn] = [row - block.firstRow, column - block.firstColumn];
  const value = block.values[inRow]?.[inColumn] ?? '';
  const text = block.formulas?.[inRow]?.[inColumn] ?? '';
  const live = typeof text === 'string' && text.startsWith('=');
  return { value, formula: live ? text : '', live };
}

const VALUE_COLUMN = 2;

const ruleCell = (sheet: SheetSnapshot | undefined, cell: keyof typeof RULE_CELLS): ReadCell =>
  cellAt(sheet, RULE_CELLS[cell], VALUE_COLUMN);

const numberOrNull = (value: CellValue): number | null => (typeof value === 'number' ? value : null);

/** The cell of a passport field: where its defined name points, or where the product puts it. */
export function passportCell(
  snapshot: WorkbookSnapshot,
  key: PassportKey,
): { readonly row: number; readonly column: number } {
  const sheet = anchoredSheet(snapshot, 'Паспорт');
  const name = definedName(snapshot, passportName(key));
  const named = name === undefined ? null : sheetOfReference(name.refersTo);
  const area = name === undefined ? null : parseArea(name.refersTo);
  const isThere = sheet !== undefined && named !== null && foldCase(named) === foldCase(sheet.name);
  return isThere && area !== null
    ? { row: area.top, column: area.left }
    : { row: passportRow(key), column: VALUE_COLUMN };
}

/** Values of «Паспорт», found by their defined names, or where the product puts them. */
export function readPassport(snapshot: WorkbookSnapshot): Record<PassportKey, CellValue> {
  const sheet = anchoredSheet(snapshot, 'Паспорт');
  const read = (key: PassportKey): CellValue => {
    const { row, column } = passportCell(snapshot, key);
    return cellAt(sheet, row, column).value;
  };
  const values = PASSPORT_FIELDS.map(({ key }) => [key, read(key)] as const);
  return Object.fromEntries(values) as Record<PassportKey, CellValue>;
}

/**
 * The reporting period is computed from the passport, independently of the sheet's own formulas; dates a
 * user typed over them are what is applied.
 */
function readPeriod(
  rules: SheetSnapshot | undefined,
  ruleTable: RegisterTable | undefined,
  { schoolYear, reportYear, regulation }: Record<PassportKey, CellValue>,
  today: number | null,
): { begin: number; end: number } {
  const school =
    (typeof schoolYear === 'string' ? parseSchoolYear(schoolYear) : null) ??
    (today === null ? null : schoolYearOf(today));
  const year = reportsByCalendar(ruleTable, regulation) ? calendarYear(reportYear, school) : school;
  const typed = (cell: 'periodBegin' | 'periodEnd'): number | null => {
    const { value, live } = ruleCell(rules, cell);
    return live ? null : numberOrNull(value);
  };
  return {
    begin: typed('periodBegin') ?? year?.begin ?? 0,
    end: typed('periodEnd') ?? year?.end ?? 0,
  };
}

/** What «Правила» says of the period; before there is such a table, what the passport's regulation says. */
function reportsByCalendar(ruleTable: RegisterTable | undefined, regulation: CellValue): boolean {
  if (ruleTable === undefined) {
    return (findRegulation(String(regulation)) ?? DEFAULT_REGULATION).period === 'calendar year';
  }
  const row = ruleTable.rows.findIndex((_, index) => valueAt(ruleTable, index, 'Код') === 'period');
  const value = row < 0 ? '' : valueAt(ruleTable, row, 'Значение');
  return typeof value === 'string' && foldCase(value) === 'календарный год';
}

/** «Отчётный год», or the first year of the school year; null when neither is known. */
function calendarYear(
  reportYear: CellValue,
  school: { readonly begin: number } | null,
): { readonly begin: number; readonly end: number } | null {
  const typed = Number(reportYear === '' ? NaN : reportYear);
  const isYear = Number.isInteger(typed) && typed >= 1900 && typed < 2200;
  const year = isYear ? typed : school === null ? null : dayOf(school.begin).year;
  return year === null ? null : { begin: serialOf(year, 1, 1), end: serialOf(year, 12, 31) };
}

const PARAMETERS: readonly ParameterCode[] = [
  'participantResult',
  'contestResult',
  'testMaterials',
  'methodistTitles',
];

/** What stands on «Правила» is what is applied; before there is such a sheet, the regulation's own values. */
function readParameters(
  rules: SheetSnapshot | undefined,
  regulationName: CellValue,
): Record<ParameterCode, CellValue> {
  const regulation = findRegulation(String(regulationName)) ?? DEFAULT_REGULATION;
  const values = PARAMETERS.map((code): readonly [ParameterCode, CellValue] => [
    code,
    rules === undefined ? regulation.parameters[code].value : ruleCell(rules, code).value,
  ]);
  return Object.fromEntries(values) as Record<ParameterCode, CellValue>;
}

/** The values of a list as they stand on «Справочники», or as they are declared. */
export function listValues(snapshot: WorkbookSnapshot, list: ListName): readonly CellValue[] {
  const table = snapshot.tables.find(({ name }) => foldCase(name) === foldCase(listTable(list)));
  if (table === undefined) return LISTS[list];
  const column = Math.max(0, headerIndex(table.headers, LIST_COLUMN));
  return table.rows.map((row) => row[column] ?? '');
}

/** «Ноль подтверждён» of «Приложение», by the number of the row. */
function readConfirmed(snapshot: WorkbookSnapshot): ReadonlySet<string> {
  const sheet = anchoredSheet(snapshot, 'Приложение');
  const last =
    sheet?.cells === undefined || sheet.cells === null ? 0 : sheet.cells.firstRow + sheet.cells.values.length;
  const confirmed = new Set<string>();
  for (let row = APPENDIX_HEADER_ROW + 1; row < last; row += 1) {
    const no = String(cellAt(sheet, row, APPENDIX_COLUMNS.no).value);
    const mark = cellAt(sheet, row, APPENDIX_COLUMNS.confirmed).value;
    if (no !== '' && typeof mark === 'string' && foldCase(mark) === 'да') confirmed.add(no);
  }
  return confirmed;
}

/** Four, or as many as the largest number of a meeting or the last column of «Посещаемость» says. */
export function countMeetings(tables: Register['tables']): number {
  let most = MEETINGS_ON_FORM;
  const meetings = tables.Заседания;
  const number = meetings?.indexOf('Номер') ?? -1;
  for (const row of meetings?.rows ?? []) {
    const meeting = Number(row[number] ?? '');
    if (Number.isInteger(meeting) && meeting <= MOST_MEETINGS) most = Math.max(most, meeting);
  }
  const marks = tables.Посещаемость;
  for (let meeting = most + 1; meeting <= MOST_MEETINGS; meeting += 1) {
    if (marks !== undefined && marks.indexOf(meetingColumn(meeting)) >= 0) most = meeting;
  }
  return most;
}
