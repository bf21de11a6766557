import { type Area, areaAddress } from '../register/addresses';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../register/snapshot';
import { asUserFacing, officeFailure } from './errors';
import { Grid, rowsOf } from './grid';
import { ANSWER_CELLS } from './limits';
import { areaOf, cellCount, covers } from './ranges';
import {
  type Depth,
  type Discovery,
  type ReadingScope,
  type WorkbookReading,
  type WorkbookShape,
  depthOf,
  isReadAlike,
  namesOf,
  queueDiscovery,
  readDiscovered,
  readSnapshot,
  shapeOf,
  sheetIdsOf,
  windowOf,
  withheld,
} from './readSnapshot';
import { type TableReading, type TableShape, queueTable, tableSnapshot } from './tables';

/** Rows of a sheet that are to be read again; null: all of them. */
export interface Piece {
  readonly sheet: string;
  readonly rows: { readonly top: number; readonly bottom: number } | null;
}

/** Columns beside what was there that are looked at as well. */
const MARGIN_COLUMNS = 8;

/**
 * A reading brought up to date where the workbook has changed, in one trip: the rows of the pieces in their whole
 * width, and of the tables on their sheets where they stand and which columns hold formulas. What formulas show in
 * other rows stays as it was read. Where sheets or tables are not as expected, or a piece is too large, all is read.
 *
 * `expected`: how large tables are by now, when it was the add-in that has made them longer.
 */
export async function readPieces(
  context: Excel.RequestContext,
  scope: ReadingScope,
  known: WorkbookReading,
  expected: WorkbookShape,
  pieces: readonly Piece[],
): Promise<WorkbookReading> {
  return asUserFacing(async () => {
    const sheets = sheetsOf(scope, known.snapshot, expected, pieces);
    const discovery = queueDiscovery(context);
    if (sheets === null || scope.measures(expected.names.map(({ name }) => name))) {
      await context.sync();
      return readDiscovered(context, scope, discovery);
    }
    const queued = sheets.map((sheet) => queueSheet(context, sheet));
    const isThere = await context.sync().then(
      () => true,
      (error: unknown) => {
        // a sheet or a table of then is gone
        if (officeFailure(error)?.code === 'ItemNotFound') return false;
        throw error;
      },
    );
    if (!isThere) return readSnapshot(context, scope);
    const found = shapeOf(discovery);
    const isAsExpected = isReadAlike(scope, expected, found) && isSameElsewhere(expected, found, sheets);
    const read = isAsExpected ? queued.map((sheet) => takeSheet(sheet, discovery)) : [null];
    const fresh = read.filter((sheet) => sheet !== null);
    if (fresh.length < read.length) return readDiscovered(context, scope, discovery);
    return { ...known, snapshot: patched(known.snapshot, discovery, fresh), sheetIds: sheetIdsOf(discovery) };
  });
}

/** A sheet of which rows are to be read again. */
interface TouchedSheet {
  readonly found: SheetSnapshot;
  readonly depth: Depth;
  readonly areas: readonly Area[];
  readonly tables: readonly TableShape[];
}

/** Null: the pieces are too much, or the sheet is not known in all its cells. Sheets that are none of ours are left out. */
function sheetsOf(
  scope: ReadingScope,
  { sheets }: WorkbookSnapshot,
  expected: WorkbookShape,
  pieces: readonly Piece[],
): readonly TouchedSheet[] | null {
  const touched = [...new Set(pieces.map(({ sheet }) => sheet))].flatMap((name): TouchedSheet[] => {
    const found = sheets.find((sheet) => sheet.name === name);
    const depth = depthOf(scope, expected, name);
    if (found === undefined || depth === 'first row') return [];
    const tables = expected.tables.filter(({ sheet }) => sheet === name);
    const used = found.used === null ? null : areaOf(found.used);
    const right = Math.max(used?.right ?? 1, windowOf(depth, tables).right) + MARGIN_COLUMNS;
    const own = pieces.filter(({ sheet }) => sheet === name).map(({ rows }) => rows);
    const areas = own.some((rows) => rows === null)
      ? [{ ...windowOf(depth, tables), right }]
      : own.flatMap((rows) => (rows === null ? [] : [{ ...rows, left: 1, right }]));
    return [{ found, depth, areas, tables }];
  });
  const isKnown = touched.every(({ found }) => isWholly(found));
  const cells = touched.flatMap(({ areas, found }) =>
    areas.map((area) => cellCount(withinUsed(area, found))),
  );
  return isKnown && cells.reduce((sum, count) => sum + count, 0) <= ANSWER_CELLS ? touched : null;
}

/** Empty cells beyond what was there do not travel. */
function withinUsed(area: Area, { used }: SheetSnapshot): Area {
  const known = used === null ? null : areaOf(used);
  return { ...area, right: Math.min(area.right, (known?.right ?? 1) + MARGIN_COLUMNS) };
}

function isWholly(found: SheetSnapshot): boolean {
  const { used } = found;
  if (used === null) return true;
  const area = areaOf(used);
  const known = blockArea(found);
  return area !== null && known !== null && covers(known, area);
}

interface QueuedSheet extends TouchedSheet {
  readonly used: Excel.Range;
  readonly ranges: readonly { readonly area: Area; readonly range: Excel.Range }[];
  readonly tableReadings: readonly TableReading[];
}

/** Two rows at least are asked of a table for its formulas: a row may have come. */
const LEAST_ROWS = 2;

function queueSheet(context: Excel.RequestContext, touched: TouchedSheet): QueuedSheet {
  const sheet = context.workbook.worksheets.getItem(touched.found.name);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  return {
    ...touched,
    used,
    ranges: touched.areas.map((area) => {
      const range = sheet.getRange(areaAddress(area)).getUsedRangeOrNullObject(true);
      range.load('address,values');
      if (touched.depth === 'formulas') range.load('formulas');
      return { area, range };
    }),
    tableReadings: touched.tables.map((table) =>
      queueTable(context, {
        ...table,
        rows: table.columns === 1 ? table.rows : Math.max(LEAST_ROWS, table.rows),
      }),
    ),
  };
}

/** Tables of the other sheets are as long as they were. */
function isSameElsewhere(
  expected: WorkbookShape,
  found: WorkbookShape,
  touched: readonly TouchedSheet[],
): boolean {
  const read = new Set(touched.map(({ found: { name } }) => name));
  const lengths = ({ tables }: WorkbookShape): string =>
    JSON.stringify(
      tables.flatMap(({ name, sheet, rows }) => (read.has(sheet) ? [] : [`${name}\n${String(rows)}`])).sort(),
    );
  return lengths(expected) === lengths(found);
}

interface FreshSheet {
  readonly sheet: SheetSnapshot;
  readonly tables: readonly TableSnapshot[];
}

/** Null: the sheet has cells that were not looked at. */
function takeSheet(queued: QueuedSheet, discovery: Discovery): FreshSheet | null {
  const { found, depth, used, ranges, tableReadings } = queued;
  const now = used.isNullObject ? null : areaOf(used.address);
  const grid = new Grid();
  const before = blockArea(found);
  if (found.cells !== null && before !== null)
    grid.put(before, found.cells.values, found.cells.formulas ?? null);
  if (now !== null && !isLookedAt(now, before, queued.areas)) return null;
  for (const { area, range } of ranges) {
    grid.drop(area.top, area.bottom);
    if (range.isNullObject) continue;
    const place = areaOf(range.address);
    if (place === null || !Array.isArray(range.values)) throw withheld(found.name);
    grid.put(place, rowsOf(range.values), depth === 'formulas' ? rowsOf(range.formulas) : null);
  }
  const tables = tableReadings.flatMap((reading) => {
    const table = discovery.tables.items.find(({ name }) => name === reading.name);
    return table === undefined ? [] : tableSnapshot(table, reading, grid);
  });
  const { name } = found;
  const proxy = discovery.sheets.items.find((sheet) => sheet.name === name);
  if (proxy === undefined || tables.length < tableReadings.length) return null;
  return {
    sheet: {
      ...standing(proxy),
      used: now === null ? null : areaAddress(now),
      cells: now === null ? null : grid.blockIn(now),
    },
    tables,
  };
}

/** Every used cell was known before or has been read now. */
const isLookedAt = (now: Area, before: Area | null, areas: readonly Area[]): boolean =>
  areas.every(({ right }) => now.right <= right) &&
  now.bottom <= Math.max(before?.bottom ?? 0, ...areas.map(({ bottom }) => bottom));

function blockArea({ cells }: SheetSnapshot): Area | null {
  if (cells === null) return null;
  const { firstRow: top, firstColumn: left, values } = cells;
  return { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 0) - 1 };
}

const standing = ({
  name,
  position,
  visibility,
  protection,
}: Excel.Worksheet): Pick<SheetSnapshot, 'name' | 'position' | 'visible' | 'isProtected'> => ({
  name,
  position,
  visible: visibility === 'Visible',
  isProtected: protection.protected,
});

function patched(
  known: WorkbookSnapshot,
  { sheets, names, application }: Discovery,
  fresh: readonly FreshSheet[],
): WorkbookSnapshot {
  const read = new Map(fresh.map((each) => [each.sheet.name, each]));
  const tables = new Map(fresh.flatMap((each) => each.tables.map((table) => [table.name, table])));
  const before = new Map(known.sheets.map((sheet) => [sheet.name, sheet]));
  return {
    sheets: sheets.items.map((proxy) => {
      const { used = null, cells = null } = before.get(proxy.name) ?? {};
      return read.get(proxy.name)?.sheet ?? { ...standing(proxy), used, cells };
    }),
    tables: known.tables.map((table) => tables.get(table.name) ?? table),
    names: namesOf(names),
    automaticCalculation: application.calculationMode !== 'Manual',
  };
}
