import { areaAddress, columnLetters } from '../../register/addresses';
import {
  APPENDIX_COLUMNS,
  APPENDIX_HEADER_ROW,
  RULES_HEADER_ROW,
  SHEET_ANCHORS,
  SHEET_TITLES,
} from '../../register/fixedCells';
import { headerIndex, type LocatedTable } from '../../register/locate';
import { anchoredSheet, cellAt, findSheet, titledSheet } from '../../register/parse';
import type { ColumnFormula, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../register/snapshot';
import { TABLES, TABLE_NAMES, columnsOf, type TableName } from '../../register/tables';
import { foldCase, foldLoosely } from '../../register/text';
import { STATE_WORDS } from '../../indicators/states';
import { isBlank, type CheckContext } from '../context';
import type { Fix, FindingOf, Spot, StructureTrouble } from '../issue';
import { check, type Check } from './check';

/** Whether the workbook is still the one the product set up. */

const REPAIR: Fix = { kind: 'repair' };

// ---------------------------------------------------------------------------------------------------------
// under-table

/** Rows typed straight under a table that did not grow, as other suites leave it (formulas.md §3). */
const underTable = check('under-table', 'error', ({ located, snapshot, register }) =>
  TABLE_NAMES.flatMap((name): FindingOf<'under-table'>[] => {
    const place = located[name];
    const sheet = place === undefined ? undefined : findSheet(snapshot, place.sheet);
    if (place === undefined || place.form === 'plain' || sheet === undefined) return [];
    const typed = columnsOf(name, register.meetings)
      .filter(({ kind }) => kind !== 'formula')
      .map((column) => headerIndex(place.headers, column.name))
      .filter((index) => index >= 0)
      .map((index) => place.firstColumn + index);
    const first = place.headerRow + place.bodyRows + (place.hasTotals ? 1 : 0) + 1;
    const filledIn = (row: number): number | undefined =>
      isInAnotherTable(snapshot, place, row)
        ? undefined
        : typed.find((column) => !isBlank(cellAt(sheet, row, column).value));
    const column = filledIn(first);
    if (column === undefined) return [];
    let rows = 1;
    while (filledIn(first + rows) !== undefined) rows += 1;
    const at: Spot = { sheet: place.sheet, table: name, row: first, column };
    const finding = { code: 'under-table', at, rows, tableName: place.name } as const;
    return [place.hasTotals ? finding : { ...finding, fix: takeIn(place, rows) }];
  }),
);

const takeIn = (
  { sheet, name, headerRow, firstColumn, headers, bodyRows }: LocatedTable,
  rows: number,
): Fix => ({
  kind: 'take in rows',
  sheet,
  table: name,
  address: areaAddress({
    top: headerRow,
    left: firstColumn,
    bottom: headerRow + bodyRows + rows,
    right: firstColumn + headers.length - 1,
  }),
  rows,
});

const isInAnotherTable = ({ tables }: WorkbookSnapshot, own: LocatedTable, row: number): boolean =>
  tables.some(
    ({ name, sheet, headerRow, rows, firstColumn, headers }) =>
      name !== own.name &&
      foldCase(sheet) === foldCase(own.sheet) &&
      row >= headerRow &&
      row <= headerRow + rows.length &&
      firstColumn < own.firstColumn + own.headers.length &&
      own.firstColumn < firstColumn + headers.length,
  );

// ---------------------------------------------------------------------------------------------------------
// formula-overwritten

const formulaOverwritten = check('formula-overwritten', 'error', (context) =>
  context.isSetUp ? [...overwrittenColumns(context), ...overwrittenForm(context)] : [],
);

function overwrittenColumns({
  located,
  snapshot,
  register,
}: CheckContext): readonly FindingOf<'formula-overwritten'>[] {
  return TABLE_NAMES.flatMap((name) => {
    const place = located[name];
    const table = snapshot.tables.find((each) => each.name === place?.name);
    if (place === undefined || table === undefined) return [];
    return columnsOf(name, register.meetings)
      .filter(({ kind }) => kind === 'formula')
      .flatMap(({ name: column }): FindingOf<'formula-overwritten'>[] => {
        const index = headerIndex(table.headers, column);
        const formula = table.formulas[table.headers[index] ?? ''];
        if (index < 0 || formula?.unbroken === true) return [];
        const row = table.headerRow + 1 + typedRow(table, index, formula);
        const at: Spot = { sheet: place.sheet, table: name, row, column: table.firstColumn + index };
        return [{ code: 'formula-overwritten', at, column, tableName: place.name, fix: REPAIR }];
      });
  });
}

/** The first row something was typed into, else the first that lacks its formula. */
function typedRow(
  { rows }: TableSnapshot,
  column: number,
  { first = '', bare }: Partial<ColumnFormula> = {},
): number {
  if (bare !== undefined) return bare.find((row) => !isBlank(rows[row]?.[column] ?? '')) ?? bare[0] ?? 0;
  if (!first.startsWith('=')) return 0;
  const blank = rows.findIndex((row, index) => index > 0 && isBlank(row[column] ?? ''));
  return Math.max(0, blank);
}

/** The form's own cells are read one by one. */
function overwrittenForm({ snapshot }: CheckContext): readonly FindingOf<'formula-overwritten'>[] {
  const sheet = anchoredSheet(snapshot, 'Приложение');
  return formRows(sheet).flatMap(({ row }) =>
    (['value', 'state'] as const).flatMap((part): FindingOf<'formula-overwritten'>[] => {
      const column = APPENDIX_COLUMNS[part];
      const { value, live } = cellAt(sheet, row, column);
      if (sheet === undefined || live || isBlank(value) || value === STATE_WORDS.heading) return [];
      const at: Spot = { sheet: sheet.name, table: null, row, column };
      return [
        {
          code: 'formula-overwritten',
          at,
          column: columnLetters(column),
          tableName: sheet.name,
          fix: REPAIR,
        },
      ];
    }),
  );
}

/** Rows of the form with their printed numbers. */
export function formRows(
  sheet: SheetSnapshot | undefined,
): readonly { readonly no: string; readonly row: number }[] {
  const block = sheet?.cells;
  if (block === null || block === undefined) return [];
  const last = block.firstRow + block.values.length;
  return Array.from({ length: Math.max(0, last - APPENDIX_HEADER_ROW - 1) }, (_, index) => {
    const row = APPENDIX_HEADER_ROW + 1 + index;
    return { no: String(cellAt(sheet, row, APPENDIX_COLUMNS.no).value), row };
  }).filter(({ no }) => /^\d+(?:\.\d+)?$/.test(no));
}

// ---------------------------------------------------------------------------------------------------------
// structure

const structure = check('structure', 'error', (context) =>
  context.isSetUp ? [...plainSheets(context), ...tables(context)] : [],
);

const trouble = (
  kind: StructureTrouble,
  at: Spot,
  name: string,
  now = '',
  fix: Fix | null = REPAIR,
): FindingOf<'structure'> => ({
  code: 'structure',
  at,
  trouble: kind,
  name,
  now,
  ...(fix === null ? {} : { fix }),
});

const corner = (sheet: string, table: TableName | null = null): Spot => ({ sheet, table, row: 1, column: 1 });

const isAnchored = (name: keyof typeof SHEET_TITLES): name is keyof typeof SHEET_ANCHORS =>
  Object.hasOwn(SHEET_ANCHORS, name);

/** «Правила» is known by its table. */
const PLAIN_SHEETS = ['Паспорт', 'Приложение', 'Справочники'] as const;

function plainSheets({ snapshot }: CheckContext): readonly FindingOf<'structure'>[] {
  return PLAIN_SHEETS.flatMap((name) => {
    const own = isAnchored(name) ? anchoredSheet(snapshot, name) : titledSheet(snapshot, name);
    if (own === undefined) return [trouble('sheet missing', corner(name), name)];
    const doubles = snapshot.sheets.filter(
      (sheet) => sheet.name !== own.name && cellAt(sheet, 1, 1).value === SHEET_TITLES[name],
    );
    return [
      ...renamed(snapshot, own.name, name, null),
      ...doubles.map((sheet) => trouble('sheet doubled', corner(sheet.name), name, sheet.name, null)),
    ];
  });
}

/** Where another sheet bears the name, the product has given its own another. */
function renamed(
  snapshot: WorkbookSnapshot,
  now: string,
  name: string,
  table: TableName | null,
): readonly FindingOf<'structure'>[] {
  if (foldCase(now) === foldCase(name) || findSheet(snapshot, name) !== undefined) return [];
  return [trouble('sheet renamed', corner(now, table), name, now, { kind: 'sheet name', sheet: now, name })];
}

function tables(context: CheckContext): readonly FindingOf<'structure'>[] {
  const { located, snapshot } = context;
  return TABLE_NAMES.flatMap((name): readonly FindingOf<'structure'>[] => {
    const { sheet } = TABLES[name];
    const place = located[name];
    if (place === undefined || place.form === 'plain') {
      const isThere = findSheet(snapshot, sheet) !== undefined;
      return [
        trouble(
          isThere ? 'table missing' : 'sheet missing',
          corner(place?.sheet ?? sheet, name),
          isThere ? name : sheet,
        ),
      ];
    }
    return [
      ...renamed(snapshot, place.sheet, sheet, name),
      ...(name === 'Правила' && place.headerRow !== RULES_HEADER_ROW
        ? [trouble('rules moved', corner(place.sheet, name), sheet, '', null)]
        : []),
      ...doubledTables(snapshot, place),
      ...columns(context, place),
    ];
  });
}

/** A copied sheet brings a copy of its table: «Курсы2», «Курсы_1». */
function doubledTables(
  { tables: all }: WorkbookSnapshot,
  { table, name }: LocatedTable,
): readonly FindingOf<'structure'>[] {
  const [first] = columnsOf(table);
  return all
    .filter(
      (each) =>
        each.name !== name &&
        foldCase(each.name).startsWith(foldCase(table)) &&
        /^[_ ]?\d+$/.test(each.name.slice(table.length)) &&
        first !== undefined &&
        headerIndex(each.headers, first.name) >= 0,
    )
    .map(({ sheet, headerRow, firstColumn, name: now }) =>
      trouble('table doubled', { sheet, table, row: headerRow, column: firstColumn }, table, now, null),
    );
}

function columns(
  { register, snapshot }: CheckContext,
  place: LocatedTable,
): readonly FindingOf<'structure'>[] {
  const shown = snapshot.tables.find(({ name }) => name === place.name);
  if (shown?.hidesHeaders === true) {
    const spot: Spot = {
      sheet: place.sheet,
      table: place.table,
      row: Math.max(1, place.headerRow),
      column: place.firstColumn,
    };
    return [trouble('headers hidden', spot, place.table, place.name, null)];
  }
  const header = (index: number): Spot => ({
    sheet: place.sheet,
    table: place.table,
    row: place.headerRow,
    column: place.firstColumn + Math.max(0, index),
  });
  return columnsOf(place.table, register.meetings).flatMap(({ name }) => {
    const own = headerIndex(place.headers, name);
    if (own < 0) return [trouble('column missing', header(place.headers.length - 1), name)];
    return place.headers.flatMap((now, index) =>
      index !== own && foldLoosely(now) === foldLoosely(name)
        ? [trouble('column doubled', header(index), name, now, null)]
        : [],
    );
  });
}

export const STRUCTURE_CHECKS: readonly Check[] = [underTable, formulaOverwritten, structure];
