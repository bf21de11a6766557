import type { SourceCell, SourceSheet } from '../adoption';
import type { CellValue } from '../plan/action';
import { areaAddress, type Area } from '../register/addresses';
import { asUserFacing } from './errors';
import { ANSWER_CELLS, SHEET_CELLS } from './limits';
import { areaOf, areasOf, cellCount, rowBlocks } from './ranges';
import { isTooLarge, withheld } from './readSnapshot';

/** The user's own sheets, to be read as sources of adoption. */

export interface OwnSheet {
  readonly sheet: SourceSheet;
  /** False: the sheet holds more cells than are read. */
  readonly isWhole: boolean;
}

/** A cell travels with its number format. */
const CELL_WEIGHT = 2;
/** Into so many parts an area is cut when its used cells are too many for one answer. */
const PARTS = 16;
/** So many rows or columns are asked one by one whether they are hidden. */
const MOST_LINES = 2000;

/**
 * Reads the filled cells of sheets with their number formats, merged areas and what is hidden. A used range far larger
 * than what stands in it is cut into parts, and empty parts are left alone, so that it costs what is filled.
 *
 * @throws UserFacingError for everything Excel refuses.
 */
export function readOwnSheets(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly OwnSheet[]> {
  return asUserFacing(() => readWithin(context, names, ANSWER_CELLS));
}

interface SheetReading {
  readonly name: string;
  readonly cells: SourceCell[];
  readonly merges: Map<string, Area>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  isHidden: boolean;
  isWhole: boolean;
  taken: number;
}

interface Stretch {
  readonly sheet: SheetReading;
  readonly area: Area;
}

async function readWithin(
  context: Excel.RequestContext,
  names: readonly string[],
  budget: number,
): Promise<readonly OwnSheet[]> {
  try {
    const sheets = names.map((name): SheetReading => ({
      ...{ name, cells: [], merges: new Map(), hiddenRows: new Set(), hiddenColumns: new Set() },
      ...{ isHidden: false, isWhole: true, taken: 0 },
    }));
    const stretches = await filledStretches(context, sheets, Math.floor(budget / CELL_WEIGHT));
    const mixed: Stretch[] = [];
    for (const batch of batchesOf(stretches, Math.floor(budget / CELL_WEIGHT))) {
      const queued = batch.map((stretch) => queueStretch(context, stretch));
      // One trip a batch, because a batch is what one answer of Excel can carry.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      mixed.push(...queued.flatMap(takeStretch));
    }
    await readHidden(context, mixed);
    return sheets.map(ownSheet);
  } catch (error) {
    const smaller = Math.floor(budget / 2);
    if (!isTooLarge(error) || smaller < PARTS) throw error;
    return readWithin(context, names, smaller);
  }
}

const ownSheet = (reading: SheetReading): OwnSheet => ({
  isWhole: reading.isWhole,
  sheet: {
    file: '',
    name: reading.name,
    cells: reading.cells,
    merges: [...reading.merges.values()],
    hiddenRows: [...reading.hiddenRows],
    hiddenColumns: [...reading.hiddenColumns],
    isHidden: reading.isHidden,
  },
});

/** Areas that hold all filled cells, none larger than one answer. */
async function filledStretches(
  context: Excel.RequestContext,
  sheets: readonly SheetReading[],
  most: number,
): Promise<readonly Stretch[]> {
  const found: Stretch[] = [];
  const proxies = sheets.map((sheet) => {
    const proxy = context.workbook.worksheets.getItem(sheet.name);
    proxy.load('visibility');
    return { sheet, proxy };
  });
  let asked = proxies.map(({ sheet, proxy }) => ({ sheet, used: askUsed(proxy, null) }));
  while (asked.length > 0) {
    // Each trip narrows the areas that are still too large; all sheets travel together.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    const parts = asked.flatMap(({ sheet, used }): Stretch[] => {
      const area = used.isNullObject ? null : areaOf(used.address);
      if (area === null) return [];
      if (cellCount(area) > most) return partsOf(area).map((part) => ({ sheet, area: part }));
      sheet.taken += cellCount(area);
      if (sheet.taken <= SHEET_CELLS) found.push({ sheet, area });
      else sheet.isWhole = false;
      return [];
    });
    asked = parts
      .filter(({ sheet }) => sheet.isWhole)
      .map(({ sheet, area }) => ({
        sheet,
        used: askUsed(context.workbook.worksheets.getItem(sheet.name), area),
      }));
  }
  for (const { sheet, proxy } of proxies) sheet.isHidden = proxy.visibility !== 'Visible';
  return found;
}

/** The used cells of a sheet, or of an area of it. */
function askUsed(sheet: Excel.Worksheet, area: Area | null): Excel.Range {
  const used =
    area === null
      ? sheet.getUsedRangeOrNullObject(true)
      : sheet.getRange(areaAddress(area)).getUsedRangeOrNullObject(true);
  used.load('address');
  return used;
}

/** Parts by rows; a single row by columns. */
function partsOf(area: Area): Area[] {
  const { top, left, bottom, right } = area;
  if (bottom > top) return rowBlocks(area, Math.ceil(cellCount(area) / PARTS));
  const width = Math.ceil((right - left + 1) / PARTS);
  return Array.from({ length: Math.ceil((right - left + 1) / width) }, (_, part) => ({
    ...area,
    left: left + part * width,
    right: Math.min(right, left + (part + 1) * width - 1),
  }));
}

function batchesOf(stretches: readonly Stretch[], most: number): Stretch[][] {
  const batches: Stretch[][] = [];
  let room = 0;
  for (const stretch of stretches) {
    const current = batches.at(-1);
    const cells = cellCount(stretch.area);
    if (current === undefined || cells > room) {
      batches.push([stretch]);
      room = most - cells;
    } else {
      current.push(stretch);
      room -= cells;
    }
  }
  return batches;
}

interface QueuedStretch extends Stretch {
  readonly range: Excel.Range;
  readonly merged: Excel.RangeAreas;
}

function queueStretch(context: Excel.RequestContext, stretch: Stretch): QueuedStretch {
  const range = context.workbook.worksheets.getItem(stretch.sheet.name).getRange(areaAddress(stretch.area));
  range.load('values,numberFormat,rowHidden,columnHidden');
  const merged = range.getMergedAreasOrNullObject();
  merged.load('address');
  return { ...stretch, range, merged };
}

/** Answers the stretch again where some of its rows or columns are hidden and others are not. */
function takeStretch({ sheet, area, range, merged }: QueuedStretch): Stretch[] {
  // Excel may answer null for cells beyond its limit instead of failing
  if (!Array.isArray(range.values)) throw withheld(sheet.name);
  const formats: readonly (readonly unknown[])[] = range.numberFormat;
  range.values.forEach((row: readonly unknown[], at) => {
    row.forEach((value, index) => {
      if (value === '' || !isCellValue(value)) return;
      const format = formats[at]?.[index];
      sheet.cells.push({
        row: area.top + at,
        column: area.left + index,
        value,
        ...(typeof value === 'number' && typeof format === 'string' ? { format } : {}),
      });
    });
  });
  if (!merged.isNullObject) {
    for (const each of areasOf(merged.address)) sheet.merges.set(areaAddress(each), each);
  }
  // wholly hidden answers true, partly hidden null; the types know neither
  const [rows, columns]: readonly unknown[] = [range.rowHidden, range.columnHidden];
  if (rows === true) for (let row = area.top; row <= area.bottom; row += 1) sheet.hiddenRows.add(row);
  if (columns === true)
    for (let column = area.left; column <= area.right; column += 1) sheet.hiddenColumns.add(column);
  return rows === null || columns === null ? [{ sheet, area }] : [];
}

const isCellValue = (value: unknown): value is CellValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Which rows and columns of a partly hidden stretch are the hidden ones. */
async function readHidden(context: Excel.RequestContext, stretches: readonly Stretch[]): Promise<void> {
  const queued = stretches.map(({ sheet, area }) => {
    const range = context.workbook.worksheets.getItem(sheet.name).getRange(areaAddress(area));
    const lines = <Line>(first: number, last: number, ask: (index: number) => Line) =>
      Array.from({ length: Math.min(MOST_LINES, last - first + 1) }, (_, index) => ({
        number: first + index,
        line: ask(index),
      }));
    const rows = lines(area.top, area.bottom, (index) => {
      const row = range.getRow(index);
      row.load('rowHidden');
      return row;
    });
    const columns = lines(area.left, area.right, (index) => {
      const column = range.getColumn(index);
      column.load('columnHidden');
      return column;
    });
    return { sheet, rows, columns };
  });
  if (queued.length === 0) return;
  await context.sync();
  for (const { sheet, rows, columns } of queued) {
    for (const { number, line } of rows) if (line.rowHidden) sheet.hiddenRows.add(number);
    for (const { number, line } of columns) if (line.columnHidden) sheet.hiddenColumns.add(number);
  }
}
