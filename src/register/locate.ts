import type { WorkbookSnapshot } from './snapshot';
import { parseArea } from './addresses';
import {
  TABLES,
  TABLE_NAMES,
  columnsOf,
  meetingColumn,
  type ColumnDefinition,
  type TableName,
} from './tables';
import { foldCase, foldLoosely } from './text';

/**
 * Where the register's tables stand in a workbook (register.md, «What is accepted as a register»): the
 * table's name decides; a table of another name on the sheet of ours, and a plain header row, are taken too.
 */
export interface LocatedTable {
  readonly table: TableName;
  /** `plain`: a header row that has not been made a table yet. */
  readonly form: 'table' | 'plain';
  /** Its name in the workbook; for a plain header row, the name it is to get. */
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  /** As they stand, "" for an empty header cell of a plain row. */
  readonly headers: readonly string[];
  /** Number of body rows, totals not included. */
  readonly bodyRows: number;
  readonly hasTotals: boolean;
}

export type Located = Readonly<Partial<Record<TableName, LocatedTable>>>;

/** Place of a declared column among the headers, spaces and letter case forgiven; −1 when it is not there. */
export function headerIndex(headers: readonly string[], column: string): number {
  const exact = headers.indexOf(column);
  if (exact >= 0) return exact;
  const sought = foldLoosely(column);
  return headers.findIndex((header) => foldLoosely(header) === sought);
}

/** Columns by which a header row is recognised as a table's. */
const signature = (table: TableName): readonly string[] => {
  const columns: readonly ColumnDefinition[] = columnsOf(table);
  if (table === 'Посещаемость') return ['ФИО', meetingColumn(1)];
  const required = columns.filter((column) => column.required === true);
  return (required.length > 0 ? required : columns.filter(({ kind }) => kind !== 'formula')).map(
    ({ name }) => name,
  );
};

const has = (headers: readonly string[], column: string): boolean => headerIndex(headers, column) >= 0;

/**
 * Enough on the sheet of that name: at least half of the columns the table cannot do without, or its first one in a
 * row of headers most of which are its own («ФИО, Организация, Должность»).
 */
function resembles(table: TableName, headers: readonly string[]): boolean {
  const sought = signature(table);
  const found = sought.filter((column) => has(headers, column)).length;
  return sought.length > 0 && (found * 2 >= sought.length || isBeginning(table, headers, sought));
}

function isBeginning(table: TableName, headers: readonly string[], [first]: readonly string[]): boolean {
  const ours = columnsOf(table).filter(({ name }) => has(headers, name)).length;
  const filled = headers.filter((header) => header !== '').length;
  return first !== undefined && has(headers, first) && ours >= 2 && ours * 2 > filled;
}

/** Fewer columns of ours than this may well be a list of the user's own: «Номер, Дата, Тема» of a mail log. */
const UNMISTAKABLE = 4;

/** What a header row has to show on a sheet of another name: all that is required, and little else. */
function isUnmistakable(table: TableName, headers: readonly string[]): boolean {
  const typed = columnsOf(table).filter(({ kind }) => kind !== 'formula');
  const ours = typed.filter(({ name }) => has(headers, name)).length;
  const filled = headers.filter((header) => header !== '').length;
  return (
    ours >= UNMISTAKABLE && ours * 2 >= filled && signature(table).every((column) => has(headers, column))
  );
}

/** Finds the declared tables; a table or sheet is given away only once. */
export function locateTables(snapshot: WorkbookSnapshot): Located {
  const found: Partial<Record<TableName, LocatedTable>> = {};
  const taken = new Set<string>();

  for (const table of TABLE_NAMES) {
    const named = snapshot.tables.find(({ name }) => foldCase(name) === foldCase(table));
    if (named !== undefined) {
      found[table] = fromTable(table, named);
      taken.add(named.name);
    }
  }
  for (const table of TABLE_NAMES) {
    if (found[table] !== undefined) continue;
    const onSheet = snapshot.tables.find(
      ({ name, sheet, headers }) =>
        !taken.has(name) && foldCase(sheet) === foldCase(TABLES[table].sheet) && resembles(table, headers),
    );
    if (onSheet !== undefined) {
      found[table] = fromTable(table, onSheet);
      taken.add(onSheet.name);
    }
  }
  const occupied = new Set(snapshot.tables.map(({ sheet }) => sheet));
  const plainSheets = snapshot.sheets.filter(({ name, cells }) => !occupied.has(name) && cells !== null);
  const bySheetName = (table: TableName, name: string): boolean =>
    foldCase(name) === foldCase(TABLES[table].sheet);
  for (const exact of [true, false]) {
    for (const table of TABLE_NAMES) {
      if (found[table] !== undefined) continue;
      const candidates = plainSheets.filter((sheet) => {
        if (occupied.has(sheet.name)) return false;
        const headers = firstRow(sheet).headers;
        return exact
          ? bySheetName(table, sheet.name) && resembles(table, headers)
          : isUnmistakable(table, headers);
      });
      // two sheets that fit equally well are not guessed between
      const [sheet] = candidates;
      if (sheet === undefined || candidates.length > 1) continue;
      const { headers, row, column } = firstRow(sheet);
      const used = sheet.used === null ? null : parseArea(sheet.used);
      found[table] = {
        table,
        form: 'plain',
        name: table,
        sheet: sheet.name,
        headerRow: row,
        firstColumn: column,
        headers,
        bodyRows: Math.max(0, (used?.bottom ?? row) - row),
        hasTotals: false,
      };
      occupied.add(sheet.name);
    }
  }
  return found;
}

function fromTable(table: TableName, snapshot: WorkbookSnapshot['tables'][number]): LocatedTable {
  return {
    table,
    form: 'table',
    name: snapshot.name,
    sheet: snapshot.sheet,
    headerRow: snapshot.headerRow,
    firstColumn: snapshot.firstColumn,
    headers: snapshot.headers,
    bodyRows: snapshot.rows.length,
    hasTotals: snapshot.hasTotals,
  };
}

/** The first row of the used cells that holds anything, cut to its filled run of columns. */
function firstRow(sheet: WorkbookSnapshot['sheets'][number]): {
  readonly headers: readonly string[];
  readonly row: number;
  readonly column: number;
} {
  const block = sheet.cells;
  if (block === null) return { headers: [], row: 1, column: 1 };
  const at = Math.max(
    0,
    block.values.findIndex((row) => row.some((value) => value !== '')),
  );
  const values = block.values[at] ?? [];
  const first = Math.max(
    0,
    values.findIndex((value) => value !== ''),
  );
  let last = values.length - 1;
  while (last > first && values[last] === '') last -= 1;
  return {
    headers: values.slice(first, last + 1).map((value) => String(value)),
    row: block.firstRow + at,
    column: block.firstColumn + first,
  };
}
