import type { CellValue, Plan, WorkbookAction } from '../plan/action';
import { areaAddress, parseArea, quoteSheet, type Area } from './addresses';
import type { CellBlock, ColumnFormula, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from './snapshot';
import { foldCase } from './text';

/**
 * The workbook as a plan would leave it, without carrying it out: what is typed, and where sheets, tables and names
 * stand. What its formulas would show is not known: their cells are empty.
 */
export function snapshotAfter(snapshot: WorkbookSnapshot, plan: Plan): WorkbookSnapshot {
  if (plan.length === 0) return snapshot;
  const draft = openDraft(snapshot);
  for (const action of plan) carryOut(draft, action);
  return closeDraft(draft, snapshot);
}

interface DraftCell {
  readonly value: CellValue;
  /** With its «=»; "" where there is none. */
  readonly formula: string;
}

interface DraftSheet {
  name: string;
  position: number;
  /** Null: made by the plan. */
  readonly found: SheetSnapshot | null;
  /** Filled when the plan first touches the sheet. */
  cells: Map<number, Map<number, DraftCell>> | null;
}

interface DraftTable {
  name: string;
  sheet: string;
  area: Area;
  readonly found: TableSnapshot | null;
  /** Columns of the sheet that hold one formula from the first row of the body to the last. */
  readonly computed: Map<number, string>;
}

interface Draft {
  readonly sheets: DraftSheet[];
  tables: DraftTable[];
  names: WorkbookSnapshot['names'][number][];
}

/** Header row, body and totals. */
const wholeArea = ({ headerRow, firstColumn, headers, rows, hasTotals }: TableSnapshot): Area => ({
  top: headerRow,
  left: firstColumn,
  bottom: headerRow + rows.length + (hasTotals ? 1 : 0),
  right: firstColumn + headers.length - 1,
});

const openDraft = (snapshot: WorkbookSnapshot): Draft => ({
  sheets: snapshot.sheets.map((found) => ({
    name: found.name,
    position: found.position,
    found,
    cells: null,
  })),
  tables: snapshot.tables.map((found) => ({
    name: found.name,
    sheet: found.sheet,
    area: wholeArea(found),
    found,
    computed: new Map(
      found.headers.flatMap((header, index) => {
        const formula = found.formulas[header];
        return formula?.unbroken === true ? [[found.firstColumn + index, formula.first] as const] : [];
      }),
    ),
  })),
  names: [...snapshot.names],
});

const sheetIn = ({ sheets }: Draft, name: string): DraftSheet | undefined =>
  sheets.find((sheet) => foldCase(sheet.name) === foldCase(name));

const tableIn = ({ tables }: Draft, name: string): DraftTable | undefined =>
  tables.find((table) => foldCase(table.name) === foldCase(name));

// ---------------------------------------------------------------------------------------------------------
// Cells

function cellsOf(draft: Draft, sheet: DraftSheet): Map<number, Map<number, DraftCell>> {
  if (sheet.cells !== null) return sheet.cells;
  const cells = new Map<number, Map<number, DraftCell>>();
  sheet.cells = cells;
  const block = sheet.found?.cells ?? null;
  block?.values.forEach((row, inRow) => {
    row.forEach((value, inColumn) => {
      const text = block.formulas?.[inRow]?.[inColumn] ?? '';
      const formula = typeof text === 'string' && text.startsWith('=') ? text : '';
      if (value !== '' || formula !== '')
        put(cells, block.firstRow + inRow, block.firstColumn + inColumn, { value, formula });
    });
  });
  for (const { found, sheet: name } of draft.tables) {
    if (found !== null && foldCase(name) === foldCase(sheet.name)) putTable(cells, found);
  }
  return cells;
}

/** A table is known by its rows, also where the sheet around it was not read. */
function putTable(cells: Map<number, Map<number, DraftCell>>, table: TableSnapshot): void {
  const { headers, headerRow, firstColumn, rows, formulas } = table;
  headers.forEach((header, index) => {
    put(cells, headerRow, firstColumn + index, typed(header));
  });
  rows.forEach((row, at) => {
    row.forEach((value, index) => {
      const formula = at === 0 ? (formulas[headers[index] ?? '']?.first ?? '') : '';
      if (value !== '' || formula !== '')
        put(cells, headerRow + 1 + at, firstColumn + index, { value, formula });
    });
  });
}

function put(
  cells: Map<number, Map<number, DraftCell>>,
  row: number,
  column: number,
  cell: DraftCell | null,
): void {
  const line = cells.get(row) ?? new Map<number, DraftCell>();
  if (cell === null || (cell.value === '' && cell.formula === '')) line.delete(column);
  else line.set(column, cell);
  cells.set(row, line);
}

function fill(
  draft: Draft,
  { sheet: name, address }: { readonly sheet: string; readonly address: string },
  cell: (row: number, column: number) => DraftCell | null,
): void {
  const sheet = sheetIn(draft, name);
  const area = parseArea(address);
  if (sheet === undefined || area === null) return;
  const cells = cellsOf(draft, sheet);
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      put(cells, row, column, cell(row - area.top, column - area.left));
    }
  }
}

const typed = (value: CellValue): DraftCell => ({ value, formula: '' });
const computed = (formula: string): DraftCell => ({ value: '', formula });

// ---------------------------------------------------------------------------------------------------------
// Actions

/** Looks, links' targets, validations, widths and print setups are nothing that a register is read from. */
function carryOut(draft: Draft, action: WorkbookAction): void {
  switch (action.kind) {
    case 'addSheet':
      for (const sheet of draft.sheets) if (sheet.position >= action.position) sheet.position += 1;
      draft.sheets.push({
        name: action.sheet,
        position: action.position,
        found: null,
        cells: new Map(),
      });
      return;
    case 'renameSheet':
      renameSheet(draft, action.sheet, action.name);
      return;
    case 'writeValues':
      fill(draft, action, (row, column) => typed(action.values[row]?.[column] ?? ''));
      return;
    case 'clearCells':
      fill(draft, action, () => null);
      return;
    case 'fillFormula':
      fillFormula(draft, action);
      return;
    case 'writeFormulas':
      fill(draft, action, (row, column) => computed(action.formulas[row]?.[column] ?? ''));
      return;
    case 'setLink':
      fill(draft, action, () => typed(action.text));
      return;
    case 'addTable':
    case 'resizeTable':
      placeTable(draft, action);
      return;
    case 'renameTable': {
      const table = tableIn(draft, action.table);
      if (table !== undefined) table.name = action.name;
      return;
    }
    case 'addTableColumns':
      addColumns(draft, action.table, action.names);
      return;
    case 'setName':
      draft.names = [
        ...draft.names.filter(({ name }) => foldCase(name) !== foldCase(action.name)),
        { name: action.name, refersTo: action.refersTo },
      ];
      return;
    default:
  }
}

/** A whole column of a table is noted as such: it may have a million rows. */
function fillFormula(draft: Draft, action: Extract<WorkbookAction, { kind: 'fillFormula' }>): void {
  const area = parseArea(action.address);
  const sheet = sheetIn(draft, action.sheet);
  if (area === null || sheet === undefined) return;
  cellsOf(draft, sheet);
  const table = draft.tables.find(
    (each) => foldCase(each.sheet) === foldCase(action.sheet) && isBody(each, area),
  );
  if (table === undefined) fill(draft, action, () => computed(action.formula));
  else
    for (let column = area.left; column <= area.right; column += 1)
      table.computed.set(column, action.formula);
}

const isBody = (table: DraftTable, area: Area): boolean => {
  const body = bodyOf(table);
  return (
    area.top <= body.top && area.bottom >= body.bottom && area.left >= body.left && area.right <= body.right
  );
};

const bodyOf = ({ area, found }: DraftTable): Area => ({
  ...area,
  top: area.top + 1,
  bottom: found?.hasTotals === true ? area.bottom - 1 : area.bottom,
});

/** References follow a sheet that is renamed. */
function renameSheet(draft: Draft, from: string, to: string): void {
  const sheet = sheetIn(draft, from);
  if (sheet === undefined) return;
  for (const table of draft.tables) if (foldCase(table.sheet) === foldCase(from)) table.sheet = to;
  const [quoted, plain] = [`${quoteSheet(from)}!`, `=${from}!`];
  draft.names = draft.names.map(({ name, refersTo }) => ({
    name,
    refersTo: refersTo.replace(quoted, `${quoteSheet(to)}!`).replace(plain, `=${quoteSheet(to)}!`),
  }));
  sheet.name = to;
}

function placeTable(
  draft: Draft,
  action: Extract<WorkbookAction, { kind: 'addTable' | 'resizeTable' }>,
): void {
  const area = parseArea(action.address);
  if (area === null) return;
  const sheet = sheetIn(draft, action.sheet);
  // The cells of a table that is made larger are read from the sheet.
  if (sheet !== undefined) cellsOf(draft, sheet);
  if (action.kind === 'addTable') {
    draft.tables.push({ name: action.name, sheet: action.sheet, area, found: null, computed: new Map() });
    return;
  }
  const table = tableIn(draft, action.table);
  if (table !== undefined) table.area = area;
}

function addColumns(draft: Draft, name: string, columns: readonly string[]): void {
  const table = tableIn(draft, name);
  if (table === undefined) return;
  const { top, right } = table.area;
  table.area = { ...table.area, right: right + columns.length };
  fill(
    draft,
    {
      sheet: table.sheet,
      address: areaAddress({ top, bottom: top, left: right + 1, right: right + columns.length }),
    },
    (_, column) => typed(columns[column] ?? ''),
  );
}

// ---------------------------------------------------------------------------------------------------------
// Back to plain data

const closeDraft = (draft: Draft, { automaticCalculation }: WorkbookSnapshot): WorkbookSnapshot => ({
  sheets: draft.sheets
    .map((sheet) => closeSheet(draft, sheet))
    .sort((one, other) => one.position - other.position),
  tables: draft.tables.map((table) => closeTable(draft, table)),
  names: draft.names,
  automaticCalculation,
});

function closeSheet(draft: Draft, { name, position, found, cells }: DraftSheet): SheetSnapshot {
  const base: SheetSnapshot = found ?? {
    name,
    position,
    visible: true,
    isProtected: false,
    used: null,
    cells: null,
  };
  if (cells === null) return { ...base, name, position };
  // A sheet of ours that was empty has not shown yet whether it is read with its formulas.
  const withFormulas = found === null || found.cells === null || found.cells.formulas !== undefined;
  if (withFormulas) spellOut(draft, name, cells);
  const bounds = boundsOf(cells);
  if (bounds === null) return { ...base, name, position, used: null, cells: null };
  return {
    ...base,
    name,
    position,
    used: areaAddress(bounds),
    cells: blockOf(cells, bounds, withFormulas),
  };
}

/** The formulas of whole columns, cell by cell. */
function spellOut({ tables }: Draft, sheet: string, cells: Map<number, Map<number, DraftCell>>): void {
  for (const table of tables) {
    if (foldCase(table.sheet) !== foldCase(sheet)) continue;
    const { top, bottom } = bodyOf(table);
    for (const [column, formula] of table.computed) {
      for (let row = top; row <= bottom; row += 1) {
        put(cells, row, column, { value: cells.get(row)?.get(column)?.value ?? '', formula });
      }
    }
  }
}

function boundsOf(cells: ReadonlyMap<number, ReadonlyMap<number, DraftCell>>): Area | null {
  let bounds: Area | null = null;
  for (const [row, line] of cells) {
    for (const column of line.keys()) {
      bounds =
        bounds === null
          ? { top: row, bottom: row, left: column, right: column }
          : {
              top: Math.min(bounds.top, row),
              bottom: Math.max(bounds.bottom, row),
              left: Math.min(bounds.left, column),
              right: Math.max(bounds.right, column),
            };
    }
  }
  return bounds;
}

function blockOf(
  cells: ReadonlyMap<number, ReadonlyMap<number, DraftCell>>,
  bounds: Area,
  withFormulas: boolean,
): CellBlock {
  return {
    firstRow: bounds.top,
    firstColumn: bounds.left,
    values: rowsIn(cells, bounds, ({ value }) => value),
    ...(withFormulas
      ? { formulas: rowsIn(cells, bounds, ({ value, formula }) => (formula === '' ? value : formula)) }
      : {}),
  };
}

/** Blank rows share one array. */
function rowsIn(
  cells: ReadonlyMap<number, ReadonlyMap<number, DraftCell>>,
  { top, left, bottom, right }: Area,
  of: (cell: DraftCell) => CellValue,
): (readonly CellValue[])[] {
  const blank: readonly CellValue[] = Array.from({ length: right - left + 1 }, () => '');
  return Array.from({ length: bottom - top + 1 }, (_, row) => {
    const line = cells.get(top + row);
    if (line === undefined || line.size === 0) return blank;
    return blank.map((__, column) => {
      const cell = line.get(left + column);
      return cell === undefined ? '' : of(cell);
    });
  });
}

function closeTable(draft: Draft, table: DraftTable): TableSnapshot {
  const { name, sheet: sheetName, area, found } = table;
  const cells = sheetIn(draft, sheetName)?.cells ?? null;
  if (cells === null && found !== null) return { ...found, name, sheet: sheetName };
  const held = cells ?? new Map<number, ReadonlyMap<number, DraftCell>>();
  const [headers = []] = rowsIn(held, { ...area, bottom: area.top }, ({ value }) => String(value));
  return {
    ...found,
    name,
    sheet: sheetName,
    headerRow: area.top,
    firstColumn: area.left,
    headers: headers.map(String),
    rows: rowsIn(held, bodyOf(table), ({ value }) => value),
    hasTotals: found?.hasTotals ?? false,
    formulas: columnFormulas(table, headers.map(String), held),
  };
}

function columnFormulas(
  table: DraftTable,
  headers: readonly string[],
  cells: ReadonlyMap<number, ReadonlyMap<number, DraftCell>>,
): Record<string, ColumnFormula> {
  const { top, left, bottom } = bodyOf(table);
  const first = cells.get(top);
  const some = new Set<number>();
  for (const [row, line] of cells) {
    if (row < top || row > bottom) continue;
    for (const [column, { formula }] of line) if (formula !== '') some.add(column);
  }
  return Object.fromEntries(
    headers.flatMap((header, index): [string, ColumnFormula][] => {
      const whole = table.computed.get(left + index);
      if (whole !== undefined) return [[header, { first: whole, unbroken: true }]];
      const isBroken = some.has(left + index) || table.found?.formulas[header]?.unbroken === false;
      const formula = first?.get(left + index)?.formula ?? '';
      return isBroken ? [[header, { first: formula, unbroken: false }]] : [];
    }),
  );
}
