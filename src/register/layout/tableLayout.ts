import type { CellLook, CellValue, Plan, WorkbookAction } from '../../plan/action';
import {
  absoluteAddress,
  areaAddress,
  cellAddress,
  columnLetters,
  parseArea,
  quoteSheet,
  type Area,
} from '../addresses';
import type { LocatedTable } from '../locate';
import { headerIndex, locateTables } from '../locate';
import { choiceName } from '../lists';
import type { Obstacle, RegisterNotice } from '../notices';
import { cellAt } from '../parse';
import type { TableSnapshot, WorkbookSnapshot } from '../snapshot';
import { TABLES, columnsOf, type ColumnDefinition, type TableName } from '../tables';
import { foldCase } from '../text';
import type { PlacedSheet } from './book';
import { tableFlags, type PlacedColumn } from './flags';
import { DATE_FORMAT, LOOKS } from './palette';
import { heightFor, rowHeights } from '../rowHeights';

/** A table of the register as it will stand once the plan has been applied. */
export interface PlacedTable {
  readonly table: TableName;
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  /** All headers, the user's own columns included. */
  readonly headers: readonly string[];
  readonly bodyRows: number;
  /** `new`: made by this plan; `extended`: columns are added to the user's table; `kept`: as it was. */
  readonly change: 'new' | 'extended' | 'kept';
  /** Declared names of the columns this plan adds. */
  readonly added: readonly string[];
  readonly snapshot: TableSnapshot | undefined;
}

export interface TableDraft {
  readonly placed: PlacedTable;
  readonly actions: readonly WorkbookAction[];
  readonly obstacles: readonly Obstacle[];
  readonly notices: readonly RegisterNotice[];
}

/** Light banding and filter buttons in Excel; the look of the cells carries it in other suites. */
const TABLE_STYLE = 'TableStyleLight1';

/** Width of a column nobody has set. */
const LEAST_WIDTH = 9;

/** Blank rows that a table begins with under the rows it is filled with. */
const LEAST_SPARE = 5;

/** Two lines of a header. */
const HEADER_POINTS = 32;

/**
 * Plans one table: made anew, made of a plain header row, or completed at its right edge. `begun`: columns
 * that a run cut short has added; they are still to be dressed.
 */
export function draftTable(
  table: TableName,
  located: LocatedTable | undefined,
  sheet: PlacedSheet,
  snapshot: WorkbookSnapshot,
  meetings: number,
  headerRow: number,
  initial: readonly (readonly CellValue[])[],
  begun: readonly string[],
): TableDraft {
  const declared = columnsOf(table, meetings);
  if (located === undefined) return draftNew(table, declared, sheet, headerRow, initial);

  const missing = declared.filter(({ name }) => headerIndex(located.headers, name) < 0);
  const headers = [...located.headers, ...missing.map(({ name }) => name)];
  const firstNew = located.firstColumn + located.headers.length;
  const added = declared.filter((column) => missing.includes(column) || begun.includes(column.name));
  // a header row that holds even our own columns was written by a run that was cut short
  const isOurs = located.form === 'plain' && missing.length === 0;
  const bodyRows = Math.max(1, located.bodyRows, isOurs ? TABLES[table].spareRows : 0);
  const isUnnamed = located.form === 'table' && located.name !== table && begun.length === declared.length;
  const placed: PlacedTable = {
    table,
    name: isUnnamed ? table : located.name,
    sheet: located.sheet,
    headerRow: located.headerRow,
    firstColumn: located.firstColumn,
    headers,
    bodyRows,
    change: located.form === 'plain' ? 'new' : added.length > 0 ? 'extended' : 'kept',
    added: added.map(({ name }) => name),
    snapshot: snapshot.tables.find(({ name }) => name === located.name),
  };
  const obstacles: Obstacle[] = [];
  const notices = missing
    .filter(({ required }) => required === true)
    .map(({ name }): RegisterNotice => ({ code: 'missing-column', table: located.name, column: name }));
  const actions: WorkbookAction[] = isUnnamed
    ? [{ kind: 'renameTable', table: located.name, sheet: located.sheet, name: table, style: TABLE_STYLE }]
    : [];
  if (missing.length > 0) {
    const right: Area = {
      top: located.headerRow,
      left: firstNew,
      bottom: located.headerRow + bodyRows + (located.hasTotals ? 1 : 0),
      right: firstNew + missing.length - 1,
    };
    const inTheWay = occupiedIn(right, sheet, snapshot, located, missing);
    if (inTheWay !== null) {
      obstacles.push({
        code: 'cells-in-the-way',
        table: located.name,
        sheet: located.sheet,
        cells: inTheWay,
      });
    }
    actions.push(
      located.hasTotals
        ? {
            kind: 'addTableColumns',
            table: placed.name,
            sheet: located.sheet,
            names: missing.map(({ name }) => name),
          }
        : {
            kind: 'writeValues',
            sheet: located.sheet,
            address: areaAddress({ ...right, bottom: right.top }),
            values: [missing.map(({ name }) => name)],
          },
    );
  }
  if (located.form === 'plain') {
    actions.push(addTable(placed));
  } else if (missing.length > 0 && !located.hasTotals) {
    actions.push({
      kind: 'resizeTable',
      table: placed.name,
      sheet: located.sheet,
      address: areaAddress(wholeArea(placed)),
    });
  }
  return { placed, actions, obstacles, notices };
}

const addTable = (placed: PlacedTable): WorkbookAction => ({
  kind: 'addTable',
  sheet: placed.sheet,
  address: areaAddress(wholeArea(placed)),
  name: placed.name,
  style: TABLE_STYLE,
});

function draftNew(
  table: TableName,
  declared: readonly ColumnDefinition[],
  sheet: PlacedSheet,
  headerRow: number,
  initial: readonly (readonly CellValue[])[],
): TableDraft {
  const placed: PlacedTable = {
    table,
    name: table,
    sheet: sheet.name,
    headerRow,
    firstColumn: 1,
    headers: declared.map(({ name }) => name),
    bodyRows: Math.max(
      1,
      initial.length + Math.min(LEAST_SPARE, TABLES[table].spareRows),
      TABLES[table].spareRows,
    ),
    change: 'new',
    added: declared.map(({ name }) => name),
    snapshot: undefined,
  };
  const blank = placed.headers.map(() => '');
  const rows = initial.map((row) => [...row, ...blank.slice(row.length)]);
  const actions: WorkbookAction[] = [
    {
      kind: 'writeValues',
      sheet: placed.sheet,
      address: areaAddress({ ...bodyArea(placed), top: headerRow, bottom: headerRow + rows.length }),
      // at once, so that a run cut short leaves no table without its rows
      values: [placed.headers, ...rows],
    },
    addTable(placed),
    ...rowHeights(
      placed.sheet,
      placed.firstColumn,
      new Map(
        initial.map((row, index) => {
          const heights = row.map((value, at) =>
            heightFor(String(value), declared[at]?.width ?? LEAST_WIDTH),
          );
          return [headerRow + 1 + index, Math.max(...heights)];
        }),
      ),
    ),
  ];
  return { placed, actions, obstacles: [], notices: [] };
}

/** Cells of the user's where columns are to be added: their address, or null when all is free. */
function occupiedIn(
  area: Area,
  sheet: PlacedSheet,
  snapshot: WorkbookSnapshot,
  own: LocatedTable,
  missing: readonly ColumnDefinition[],
): string | null {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const { value } = cellAt(sheet.snapshot, row, column);
      // a header of ours left by a run that was cut short is not in the way
      const isOurs = row === area.top && value === missing[column - area.left]?.name;
      if (value !== '' && !isOurs) return cellAddress(row, column);
    }
  }
  const neighbour = snapshot.tables.find(
    (each) =>
      each.name !== own.name &&
      foldCase(each.sheet) === foldCase(own.sheet) &&
      overlaps(area, {
        top: each.headerRow,
        left: each.firstColumn,
        bottom: each.headerRow + each.rows.length + (each.hasTotals ? 1 : 0),
        right: each.firstColumn + each.headers.length - 1,
      }),
  );
  return neighbour === undefined ? null : cellAddress(neighbour.headerRow, neighbour.firstColumn);
}

const overlaps = (a: Area, b: Area): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

/** Header and body of a table; the totals row is not part of it. */
export const wholeArea = (placed: PlacedTable): Area => ({ ...bodyArea(placed), top: placed.headerRow });

export const bodyArea = ({ headerRow, firstColumn, headers, bodyRows }: PlacedTable): Area => ({
  top: headerRow + 1,
  left: firstColumn,
  bottom: headerRow + bodyRows,
  right: firstColumn + headers.length - 1,
});

/** Sheet column of a declared column. */
export const sheetColumn = (placed: PlacedTable, column: string): number =>
  placed.firstColumn + Math.max(0, headerIndex(placed.headers, column));

/** The body cells of one column. */
export function columnArea(placed: PlacedTable, column: string): Area {
  const at = sheetColumn(placed, column);
  return { ...bodyArea(placed), left: at, right: at };
}

/** "='Банк данных'!$A$2:$A$41": what a defined name over a column refers to. */
export const columnReference = (placed: PlacedTable, column: string): string =>
  `=${quoteSheet(placed.sheet)}!${absoluteAddress(columnArea(placed, column))}`;

/** Column as the workbook spells it, by declared name. */
export const boundHeaders = (
  placed: PlacedTable,
  declared: readonly ColumnDefinition[],
): Record<string, string> =>
  Object.fromEntries(
    declared.map(({ name }) => [name, placed.headers[headerIndex(placed.headers, name)] ?? name]),
  );

/** Tables that each check writes anew, longer or shorter: their flags reach as far as they may. */
const WRITTEN_ROWS: Readonly<Partial<Record<TableName, number>>> = { Сроки: 500, Контроль: 2001 };

/** A plan that makes tables longer, with the looks of the rows they grow by before it. */
export function dressGrowth(snapshot: WorkbookSnapshot, plan: Plan): Plan {
  const located = Object.values(locateTables(snapshot));
  const looks = plan.flatMap((action): WorkbookAction[] => {
    if (action.kind !== 'resizeTable') return [];
    const place = located.find(({ name, form }) => form === 'table' && name === action.table);
    const area = parseArea(action.address);
    if (place === undefined || area === null) return [];
    const first = place.headerRow + place.bodyRows + 1;
    if (area.bottom < first) return [];
    return columnsOf(place.table).flatMap((definition): WorkbookAction[] => {
      const index = headerIndex(place.headers, definition.name);
      if (index < 0) return [];
      const column = place.firstColumn + index;
      const address = areaAddress({ top: first, left: column, bottom: area.bottom, right: column });
      return [{ kind: 'setLook', sheet: place.sheet, address, look: bodyLook(definition) }];
    });
  });
  return [...looks, ...plan];
}

/** The look of a column's cells. */
const bodyLook = ({ kind, numberFormat }: ColumnDefinition): CellLook => ({
  ...(kind === 'formula' ? LOOKS.formulaBody : LOOKS.body),
  ...(kind === 'date' ? { numberFormat: DATE_FORMAT, horizontal: 'Left' } : {}),
  ...(numberFormat === undefined ? {} : { numberFormat }),
});

/**
 * Look, lists and flags of a table. In a table of the user's only what the product adds is dressed, and only
 * columns without a validation of the user's own are given a list.
 */
export function dressTable(
  placed: PlacedTable,
  sheet: PlacedSheet,
  declared: readonly ColumnDefinition[],
): { readonly actions: readonly WorkbookAction[]; readonly flags: ReturnType<typeof tableFlags> } {
  const actions: WorkbookAction[] = [];
  const body = bodyArea(placed);
  const present = declared.map((definition): PlacedColumn => ({
    definition,
    column: sheetColumn(placed, definition.name),
  }));
  for (const { definition, column } of present) {
    const at = { ...body, left: column, right: column };
    const address = areaAddress(at);
    const isAdded = placed.added.includes(definition.name);
    const isFormula = definition.kind === 'formula';
    if (isAdded) {
      const headerCell = areaAddress({ ...at, top: placed.headerRow, bottom: placed.headerRow });
      const letters = columnLetters(column);
      actions.push(
        {
          kind: 'setLook',
          sheet: placed.sheet,
          address: headerCell,
          look: {
            ...(isFormula ? LOOKS.formulaHeader : LOOKS.header),
            ...(sheet.isNew ? { rowHeight: HEADER_POINTS } : {}),
          },
        },
        {
          kind: 'setLook',
          sheet: placed.sheet,
          address,
          look: bodyLook(definition),
        },
        {
          kind: 'setColumnWidth',
          sheet: placed.sheet,
          columns: `${letters}:${letters}`,
          characters: definition.width,
        },
      );
      if (definition.hidden === true) {
        actions.push({ kind: 'hideColumns', sheet: placed.sheet, columns: `${letters}:${letters}` });
      }
    }
    const header = placed.headers[column - placed.firstColumn] ?? '';
    const width = placed.snapshot?.widths?.[header];
    if (!isAdded && width !== undefined && width > 0 && width < definition.width) {
      // a date in a narrow column shows as ###: columns are widened, never narrowed, and cells stay as they are
      const letters = columnLetters(column);
      actions.push({
        kind: 'setColumnWidth',
        sheet: placed.sheet,
        columns: `${letters}:${letters}`,
        characters: definition.width,
      });
    }
    const theirs = placed.snapshot?.validated?.includes(header) === true;
    const validation = theirs ? null : validationOf(definition, cellAddress(body.top, column));
    if (validation !== null)
      actions.push({ kind: 'setValidation', sheet: placed.sheet, address, ...validation });
  }
  if (sheet.isNew) {
    actions.push({
      kind: 'freeze',
      sheet: placed.sheet,
      rows: placed.headerRow,
      columns: placed.headerRow === 1 ? 1 : 0,
    });
  }
  if (sheet.isNew || sheet.snapshot?.printsPlainly === true) {
    const pagesWide = Math.ceil(printedWidth(declared) / PAGE_CHARACTERS);
    const firstLetters = columnLetters(placed.firstColumn);
    actions.push({
      kind: 'setPrint',
      sheet: placed.sheet,
      layout: {
        orientation: 'Landscape',
        titleRows: `$${String(placed.headerRow)}:$${String(placed.headerRow)}`,
        ...(pagesWide > 1 ? { titleColumns: `$${firstLetters}:$${firstLetters}` } : {}),
        pagesWide,
      },
    });
  }
  const last = Math.max(body.bottom, body.top - 1 + (WRITTEN_ROWS[placed.table] ?? 0));
  return { actions, flags: tableFlags(placed.table, present, body.top, last) };
}

/** Characters that a landscape A4 page holds at a size still read with ease. */
const PAGE_CHARACTERS = 260;

const printedWidth = (declared: readonly ColumnDefinition[]): number =>
  declared.reduce((sum, { width, hidden }) => sum + (hidden === true ? 0 : width), 0);

type Validation = Omit<Extract<WorkbookAction, { kind: 'setValidation' }>, 'kind' | 'sheet' | 'address'>;

function validationOf(column: ColumnDefinition, cell: string): Validation | null {
  if (column.list !== undefined) {
    return {
      rule: { kind: 'list', name: choiceName(column.list) },
      title: 'Значение не из списка',
      message: `В столбце «${column.name}» обычно стоит значение из списка. Другое останется, но может не попасть в форму.`,
    };
  }
  if (column.kind === 'date') {
    return {
      rule: { kind: 'custom', formula: `ISNUMBER(${cell})` },
      title: 'Это не дата',
      message: `В столбце «${column.name}» нужна дата, например 12.05.2026.`,
    };
  }
  if (column.kind === 'number') {
    return {
      rule: { kind: 'custom', formula: `AND(ISNUMBER(${cell}),${cell}>=0)` },
      title: 'Это не число',
      message: `В столбце «${column.name}» нужно число, 0 или больше, без слов.`,
    };
  }
  return null;
}

/** Last used row of a sheet, 0 when it is empty. */
export const lastUsedRow = (sheet: PlacedSheet): number =>
  (sheet.snapshot?.used === null || sheet.snapshot?.used === undefined
    ? null
    : parseArea(sheet.snapshot.used)
  )?.bottom ?? 0;
