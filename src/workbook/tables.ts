import type { Area } from '../register/addresses';
import type { ColumnFormula, TableSnapshot } from '../register/snapshot';
import { type Grid, rowsOf } from './grid';
import { areaOf, areasOf, covers } from './ranges';

/** A table as it is met before it is read. */
export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  /** Body rows. */
  readonly rows: number;
  readonly columns: number;
  /** Lower edge when it is known already. */
  readonly bottom?: number;
}

/** What has been asked of a table. */
export interface TableReading {
  readonly name: string;
  readonly range: Excel.Range;
  readonly firstRow: Excel.Range;
  /** Null for a one-row table: the special cells of a single row are its first row's formulas. */
  readonly formulas: Excel.RangeAreas | null;
  /** Null for a table of one cell. */
  readonly validations: Excel.RangeAreas | null;
}

/** Asks where a table stands and where its formulas and validations are, without its cells. */
export function queueTable(context: Excel.RequestContext, { name, rows, columns }: TableShape): TableReading {
  const table = context.workbook.tables.getItem(name);
  const body = table.getDataBodyRange();
  const range = table.getRange();
  range.load('address');
  const firstRow = body.getRow(0);
  firstRow.load('formulas');
  // Of a single cell the whole sheet is asked, as VBA's SpecialCells does.
  const ask = (type: 'Formulas' | 'DataValidations', isWorth: boolean): Excel.RangeAreas | null => {
    if (!isWorth) return null;
    const cells = body.getSpecialCellsOrNullObject(type);
    cells.load('address');
    return cells;
  };
  return {
    name,
    range,
    firstRow,
    formulas: ask('Formulas', rows > 1),
    validations: ask('DataValidations', rows * columns > 1),
  };
}

/** The sheet and the area of a table, from its address. */
export function tablePlace({ range }: TableReading): { sheet: string; area: Area } | null {
  const area = areaOf(range.address);
  if (area === null) return null;
  const sheet = range.address.slice(0, range.address.lastIndexOf('!'));
  return { sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, area };
}

/** The table as data, its cells taken from the sheet's; none when its address cannot be read. */
export function tableSnapshot(table: Excel.Table, reading: TableReading, grid: Grid): TableSnapshot[] {
  const place = tablePlace(reading);
  if (place === null) return [];
  const { area } = place;
  const headerRow = table.showHeaders ? area.top : area.top - 1;
  const body = { ...area, top: headerRow + 1, bottom: table.showTotals ? area.bottom - 1 : area.bottom };
  const headers = grid.row(headerRow, area.left, area.right).map(String);
  return [
    {
      name: table.name,
      sheet: table.worksheet.name,
      headerRow,
      firstColumn: area.left,
      headers,
      rows: grid.rows(body),
      hasTotals: table.showTotals,
      ...(table.showHeaders ? {} : { hidesHeaders: true as const }),
      formulas: columnFormulas(headers, body, reading),
      validated: validatedColumns(headers, body, reading),
    },
  ];
}

const foundAreas = (cells: Excel.RangeAreas | null): Area[] =>
  cells === null || cells.isNullObject ? [] : areasOf(cells.address);

function validatedColumns(headers: readonly string[], body: Area, { validations }: TableReading): string[] {
  const areas = foundAreas(validations);
  return headers.filter((_, index) =>
    areas.some(({ left, right }) => left <= body.left + index && right >= body.left + index),
  );
}

function columnFormulas(
  headers: readonly string[],
  body: Area,
  { firstRow: first, formulas }: TableReading,
): Record<string, ColumnFormula> {
  const [texts = []] = rowsOf(first.formulas);
  const areas = foundAreas(formulas);
  const isSingleRow = body.top === body.bottom;
  const found: Record<string, ColumnFormula> = {};
  headers.forEach((header, index) => {
    const column = body.left + index;
    const text = texts[index];
    const begins = typeof text === 'string' && text.startsWith('=');
    const whole = { ...body, left: column, right: column };
    const bare = isSingleRow ? (begins ? [] : [0]) : bareRows(whole, areas);
    const unbroken = bare.length === 0;
    const touched = begins || areas.some((area) => area.left <= column && area.right >= column);
    if (touched) {
      found[header] = { first: begins ? text : '', unbroken, ...(unbroken ? {} : { bare }) };
    }
  });
  return found;
}

/** Rows of a column, 0-based, that none of the rectangles holds. */
function bareRows(column: Area, areas: readonly Area[]): readonly number[] {
  if (areas.some((area) => covers(area, column))) return [];
  const parts = areas
    .filter((area) => area.left <= column.left && area.right >= column.right)
    .sort((one, other) => one.top - other.top);
  const bare: number[] = [];
  let next = column.top;
  const leave = (until: number) => {
    for (; next < until; next += 1) bare.push(next - column.top);
  };
  for (const { top, bottom } of parts) {
    leave(Math.min(top, column.bottom + 1));
    next = Math.max(next, bottom + 1);
  }
  leave(column.bottom + 1);
  return bare;
}
