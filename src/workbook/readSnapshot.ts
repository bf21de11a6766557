import { EXCEL_FAILURES } from '../messages/workbookErrors';
import { type Area, areaAddress } from '../register/addresses';
import { sheetOfReference } from '../register/parse';
import type { CellBlock, SheetSnapshot, WorkbookSnapshot } from '../register/snapshot';
import { ExcelError, asUserFacing, officeFailure } from './errors';
import { type OwnFlag, ownFlags, queueFlags, readFlagsOneByOne, syncTolerating } from './flags';
import { Grid, rowsOf } from './grid';
import { queueMeasures, withMeasures } from './measures';
import { ANSWER_CELLS, SHEET_CELLS } from './limits';
import { areaOf, cellCount, rowBlocks, union } from './ranges';
import { type TableReading, type TableShape, queueTable, tablePlace, tableSnapshot } from './tables';

/** What the domain wants to know of a workbook, beyond its tables. */
export interface ReadingScope {
  /** Sheets of ours that are not tables: read with their formulas. */
  readonly plainSheets: readonly string[];
  /** Defined names that stand on such a sheet, by which it is known when the user has renamed it. */
  readonly anchors: readonly string[];
  /** All sheets and tables of the register: where conditional formats of ours may stand. */
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Whether widths and print setup are wanted, by the defined names: only while the register is still to be set up. */
  measures(names: readonly string[]): boolean;
  /** Sheets whose cells are wanted though neither their name nor a table told so. */
  wanted(snapshot: WorkbookSnapshot): readonly string[];
}

/** A workbook as read: the domain's snapshot, and what only the writing needs to know besides. */
export interface WorkbookReading {
  readonly snapshot: WorkbookSnapshot;
  readonly flags: readonly OwnFlag[];
  /** Names of the sheets by the ids that events tell. */
  readonly sheetIds: ReadonlyMap<string, string>;
}

/** The tables and sheets a reading will meet, and how large they are. */
export interface WorkbookShape {
  readonly sheets: readonly string[];
  readonly tables: readonly TableShape[];
  /** Defined names and what they refer to. */
  readonly names: WorkbookSnapshot['names'];
}

/** Rows under and columns beside the tables of a sheet that are looked at in the first trip. */
const MARGIN_ROWS = 64;
const MARGIN_COLUMNS = 40;
/** How far the first row of a sheet that is none of ours is looked for, and how far it is read. */
const HEADER_ROWS = 50;
const HEADER_COLUMNS = 200;
/** Where the cells of a plain sheet are expected, and how many of them. */
const PLAIN_WINDOW: Area = { top: 1, left: 1, bottom: 400, right: 60 };
const PLAIN_CELLS = 1000;
/** A formula is several times longer than a value. */
const FORMULA_WEIGHT = 4;

/**
 * Reads the workbook in two trips: what there is, then everything in it; more only where the cells do not fit
 * into one answer of Excel, or lie far from where they are expected.
 *
 * @throws UserFacingError for everything Excel refuses.
 */
export async function readSnapshot(
  context: Excel.RequestContext,
  scope: ReadingScope,
): Promise<WorkbookReading> {
  return asUserFacing(async () => {
    const discovery = queueDiscovery(context);
    await context.sync();
    return readDiscovered(context, scope, discovery);
  });
}

/**
 * Reads the workbook back after a change, in one trip: its sheets and tables are known beforehand.
 * Actions queued on the context before the call travel with it.
 */
export async function readKnown(
  context: Excel.RequestContext,
  scope: ReadingScope,
  shape: WorkbookShape,
): Promise<WorkbookReading> {
  return asUserFacing(async () => {
    const { reading } = await readCells(context, scope, shape, ANSWER_CELLS, queueDiscovery(context));
    return reading;
  });
}

/**
 * Reads a workbook that was read before: in one trip while its sheets and tables are still those of then, which
 * the answer itself tells; else it is read as for the first time. Actions queued before travel with it.
 */
export async function readAgain(
  context: Excel.RequestContext,
  scope: ReadingScope,
  known: WorkbookShape,
): Promise<WorkbookReading> {
  return asUserFacing(async () => {
    const met = await readCells(context, scope, known, ANSWER_CELLS, queueDiscovery(context)).catch(
      (error: unknown) => {
        // a sheet or a table of then is gone
        if (officeFailure(error)?.code === 'ItemNotFound') return null;
        throw error;
      },
    );
    if (met === null) return readSnapshot(context, scope);
    const found = shapeOf(met.discovery);
    return isReadAlike(scope, known, found) ? met.reading : readDiscovered(context, scope, met.discovery);
  });
}

/** Reads everything in what has been discovered, in one trip. */
export async function readDiscovered(
  context: Excel.RequestContext,
  scope: ReadingScope,
  discovery: Discovery,
): Promise<WorkbookReading> {
  return (await readCells(context, scope, shapeOf(discovery), ANSWER_CELLS, discovery)).reading;
}

/** Whether two shapes are asked for in the same words: rows alone may differ. */
export function isReadAlike(scope: ReadingScope, one: WorkbookShape, other: WorkbookShape): boolean {
  const asked = (shape: WorkbookShape): string =>
    JSON.stringify([
      [...shape.sheets].sort(),
      shape.tables
        .map(({ name, sheet, rows, columns }) => [name, sheet, columns, rows > 1].join('\n'))
        .sort(),
      [...new Set(plainSheets(scope, shape))].sort(),
      scope.measures(shape.names.map(({ name }) => name)),
    ]);
  return asked(one) === asked(other);
}

/** What there is in a workbook, asked for. */
export interface Discovery {
  readonly sheets: Excel.WorksheetCollection;
  readonly tables: Excel.TableCollection;
  readonly names: Excel.NamedItemCollection;
  readonly application: Excel.Application;
}

export function queueDiscovery(context: Excel.RequestContext): Discovery {
  const { worksheets: sheets, tables, names, application } = context.workbook;
  sheets.load('items/id,items/name,items/position,items/visibility,items/protection/protected');
  tables.load(
    'items/name,items/showTotals,items/showHeaders,items/worksheet/name,items/rows/count,items/columns/count',
  );
  names.load('items/name,items/formula');
  application.load('calculationMode');
  return { sheets, tables, names, application };
}

export const shapeOf = ({ sheets, tables, names }: Discovery): WorkbookShape => ({
  sheets: sheets.items.map(({ name }) => name),
  tables: tables.items.map((table) => ({
    name: table.name,
    sheet: table.worksheet.name,
    rows: table.rows.count,
    columns: table.columns.count,
  })),
  names: namesOf(names),
});

export const sheetIdsOf = ({ sheets }: Discovery): ReadonlyMap<string, string> =>
  new Map(sheets.items.map(({ id, name }) => [id, name]));

export const namesOf = (names: Excel.NamedItemCollection): WorkbookSnapshot['names'] =>
  names.items.map(({ name, formula }) => ({ name, refersTo: String(formula) }));

/** How much of a sheet is wanted. */
export type Depth = 'formulas' | 'values' | 'first row';

interface SheetReading {
  readonly name: string;
  depth: Depth;
  readonly used: Excel.Range;
  readonly window: Area;
  /** Filled cells expected in the window: empty ones do not travel. */
  readonly expected: number;
  readonly grid: Grid;
}

/** Cells to be read and the grid they belong to. */
interface BlockRequest {
  readonly sheet: SheetReading;
  readonly area: Area;
  /** What it is expected to take of an answer, in cells that hold a value. */
  readonly weight: number;
}

interface CellsRead {
  readonly reading: WorkbookReading;
  /** Answered by now. */
  readonly discovery: Discovery;
}

/** The discovery may be asked for in the same trip. */
async function readCells(
  context: Excel.RequestContext,
  scope: ReadingScope,
  shape: WorkbookShape,
  budget: number,
  discovery: Discovery,
): Promise<CellsRead> {
  try {
    const sheets = shape.sheets.map((name) => queueSheet(context, scope, shape, name));
    const tables = shape.tables.map((table) => queueTable(context, table));
    const measures = scope.measures(shape.names.map(({ name }) => name))
      ? queueMeasures(context, shape)
      : null;
    const windows = sheets.map((sheet) => ({
      sheet,
      area: sheet.window,
      weight: sheet.expected * weightOf(sheet),
    }));
    // A sheet too large for one answer waits until its used cells are known, and is read in blocks.
    const [first = [], ...others] = batchesOf(
      windows.filter(({ weight }) => weight <= budget),
      budget,
    );
    const blocks = first.map((block) => queueBlock(context, block));
    const flags = sheetsWithFlags(scope, shape).map((name) => queueFlags(context, name));
    const flagsRead = await syncTolerating(context, flags.length > 0);
    blocks.forEach(takeBlock);
    await readBatches(context, others);
    await readBatches(context, batchesOf(missingBlocks(sheets, tables, budget), budget));

    const own = flagsRead ? flags.flatMap(ownFlags) : await readFlagsOneByOne(context, flags);

    const snapshot = withMeasures(snapshotOf(discovery, sheets, tables), measures);
    const wanted = scope.wanted(snapshot);
    const more = sheets.filter(({ name, depth }) => depth === 'first row' && wanted.includes(name));
    const answer = (read: WorkbookSnapshot): CellsRead => ({
      reading: { snapshot: read, flags: own, sheetIds: sheetIdsOf(discovery) },
      discovery,
    });
    if (more.length === 0) return answer(snapshot);
    for (const sheet of more) sheet.depth = 'values';
    await readBatches(context, batchesOf(missingBlocks(more, tables, budget), budget));
    return answer(withMeasures(snapshotOf(discovery, sheets, tables), measures));
  } catch (error) {
    const smaller = Math.floor(budget / 2);
    if (!isTooLarge(error) || smaller < HEADER_COLUMNS) throw error;
    return readCells(context, scope, shape, smaller, queueDiscovery(context));
  }
}

function queueSheet(
  context: Excel.RequestContext,
  scope: ReadingScope,
  shape: WorkbookShape,
  name: string,
): SheetReading {
  const tables = shape.tables.filter((table) => table.sheet === name);
  const used = context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true);
  used.load('address');
  const depth = depthOf(scope, shape, name);
  const ofTables = tables.reduce((sum, { rows, columns }) => sum + (rows + 1) * columns, 0);
  return {
    name,
    depth,
    used,
    window: windowOf(depth, tables),
    expected: ofTables + (depth === 'formulas' ? PLAIN_CELLS : HEADER_COLUMNS),
    grid: new Grid(),
  };
}

/** How much is read of a sheet that nothing more is known of. */
export const depthOf = (scope: ReadingScope, shape: WorkbookShape, sheet: string): Depth =>
  plainSheets(scope, shape).includes(sheet)
    ? 'formulas'
    : shape.tables.some((table) => table.sheet === sheet) || scope.sheets.includes(sheet)
      ? 'values'
      : 'first row';

const plainSheets = (scope: ReadingScope, shape: WorkbookShape): string[] => [
  ...scope.plainSheets,
  ...shape.names.flatMap(({ name, refersTo }) => {
    const sheet = scope.anchors.includes(name) ? sheetOfReference(refersTo) : null;
    return sheet === null ? [] : [sheet];
  }),
  // «Правила» holds fixed cells above a table of its own name: where it stands, whatever the sheet is called
  ...shape.tables.flatMap(({ name, sheet }) => (scope.plainSheets.includes(name) ? [sheet] : [])),
];

/** Where the cells of a sheet are expected, before its used range is known. */
export function windowOf(depth: Depth, tables: readonly TableShape[]): Area {
  if (depth === 'first row') return { top: 1, left: 1, bottom: HEADER_ROWS, right: HEADER_COLUMNS };
  if (tables.length === 0) return PLAIN_WINDOW;
  const sum = (size: (table: TableShape) => number) =>
    tables.reduce((total, table) => total + size(table), 0);
  const bottom = Math.max(
    sum(({ rows }) => rows),
    ...tables.map((table) => table.bottom ?? 0),
  );
  const area = {
    top: 1,
    left: 1,
    bottom: bottom + MARGIN_ROWS,
    right: sum((t) => t.columns) + MARGIN_COLUMNS,
  };
  return depth === 'formulas' ? union(area, PLAIN_WINDOW) : area;
}

interface QueuedBlock extends Pick<BlockRequest, 'sheet' | 'area'> {
  readonly range: Excel.Range;
}

/** Asks for the used cells inside an area: a bounded area, so that a stray far cell costs nothing. */
function queueBlock(context: Excel.RequestContext, { sheet, area }: BlockRequest): QueuedBlock {
  const bounds = context.workbook.worksheets.getItem(sheet.name).getRange(areaAddress(area));
  const range = bounds.getUsedRangeOrNullObject(true);
  range.load('address,values');
  if (sheet.depth === 'formulas') range.load('formulas');
  return { sheet, area, range };
}

function takeBlock({ sheet, area, range }: QueuedBlock): void {
  if (range.isNullObject) {
    sheet.grid.cover(area);
    return;
  }
  const place = areaOf(range.address);
  if (place === null || !Array.isArray(range.values)) throw withheld(sheet.name);
  sheet.grid.cover(area);
  sheet.grid.put(place, rowsOf(range.values), sheet.depth === 'formulas' ? rowsOf(range.formulas) : null);
}

/** Excel may answer `null` for cells beyond its limit instead of failing (excel/performance.md). */
export const withheld = (sheet: string): ExcelError =>
  new ExcelError(EXCEL_FAILURES.RangeExceedsLimit, {
    code: 'RangeExceedsLimit',
    location: 'Range.values',
    statement: sheet,
    message: '',
  });

async function readBatches(
  context: Excel.RequestContext,
  batches: readonly (readonly BlockRequest[])[],
): Promise<void> {
  for (const batch of batches) {
    const blocks = batch.map((block) => queueBlock(context, block));
    // One trip a batch, because a batch is what one answer of Excel can carry.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    blocks.forEach(takeBlock);
  }
}

const weightOf = ({ depth }: SheetReading): number => (depth === 'formulas' ? FORMULA_WEIGHT : 1);

/** Packs blocks so that the cells of a batch stay within the budget. */
function batchesOf(requests: readonly BlockRequest[], budget: number): BlockRequest[][] {
  const batches: BlockRequest[][] = [];
  let room = 0;
  for (const request of requests) {
    const current = batches.at(-1);
    if (current === undefined || request.weight > room) {
      batches.push([request]);
      room = budget - request.weight;
    } else {
      current.push(request);
      room -= request.weight;
    }
  }
  return batches;
}

/** What is wanted of each sheet, now that its used cells are known, and was not read with the first window. */
function missingBlocks(
  sheets: readonly SheetReading[],
  tables: readonly TableReading[],
  budget: number,
): BlockRequest[] {
  return sheets.flatMap((sheet) => {
    const wanted = wantedArea(sheet, tables);
    if (wanted === null || sheet.grid.hasCovered(wanted)) return [];
    const weight = weightOf(sheet);
    const below = sheet.grid.restBelow(wanted);
    return rowBlocks(below, budget / weight).map((area) => ({
      sheet,
      area,
      weight: cellCount(area) * weight,
    }));
  });
}

function wantedArea(sheet: SheetReading, tables: readonly TableReading[]): Area | null {
  const used = usedArea(sheet);
  if (used === null) return null;
  if (sheet.depth === 'first row') {
    return sheet.grid.isEmpty
      ? { ...used, bottom: used.top, right: Math.min(used.right, HEADER_COLUMNS) }
      : null;
  }
  if (cellCount(used) <= SHEET_CELLS) return used;
  // A stray cell at the edge of the sheet: the tables are what matters, not the void between.
  const own = tables.map(tablePlace).filter((place) => place?.sheet === sheet.name);
  const areas = own.flatMap((place) => (place === null ? [] : [place.area]));
  const [first, ...others] = areas;
  if (first === undefined) return null;
  const area = others.reduce(union, first);
  return { ...area, bottom: Math.min(area.bottom, used.bottom) };
}

const usedArea = ({ used }: SheetReading): Area | null => (used.isNullObject ? null : areaOf(used.address));

function snapshotOf(
  { sheets: worksheets, tables: found, names, application }: Discovery,
  sheets: readonly SheetReading[],
  tables: readonly TableReading[],
): WorkbookSnapshot {
  const grids = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const readings = new Map(tables.map((table) => [table.name, table]));
  return {
    sheets: worksheets.items.map((sheet) => {
      const reading = grids.get(sheet.name);
      return {
        name: sheet.name,
        position: sheet.position,
        visible: sheet.visibility === 'Visible',
        isProtected: sheet.protection.protected,
        ...sheetCells(reading),
      };
    }),
    tables: found.items.flatMap((table) => {
      const reading = readings.get(table.name);
      const grid = grids.get(table.worksheet.name)?.grid;
      return reading === undefined || grid === undefined ? [] : tableSnapshot(table, reading, grid);
    }),
    names: namesOf(names),
    automaticCalculation: application.calculationMode !== 'Manual',
  };
}

function sheetCells(reading: SheetReading | undefined): Pick<SheetSnapshot, 'used' | 'cells'> {
  const used = reading === undefined ? null : usedArea(reading);
  if (reading === undefined || used === null) return { used: null, cells: null };
  const block = reading.grid.block();
  return { used: areaAddress(used), cells: reading.depth === 'first row' ? firstRow(block) : block };
}

const firstRow = (block: CellBlock | null): CellBlock | null =>
  block === null ? null : { ...block, values: block.values.slice(0, 1) };

/** Sheets on which conditional formats of ours may stand. */
const sheetsWithFlags = (scope: ReadingScope, shape: WorkbookShape): string[] => {
  const tables = new Set(
    shape.tables.filter(({ name }) => scope.tables.includes(name)).map(({ sheet }) => sheet),
  );
  return shape.sheets.filter((name) => tables.has(name) || scope.sheets.includes(name));
};

/** Too much for one answer: told by Excel on the web, and by our own look at what came. */
export const isTooLarge = (error: unknown): boolean => {
  const code = error instanceof ExcelError ? error.failure.code : officeFailure(error)?.code;
  return code === 'ResponsePayloadSizeLimitExceeded' || code === 'RangeExceedsLimit';
};
