import type { StoredCell, WorkbookAction } from '../plan/action';
import { type Area, areaAddress, parseArea } from '../register/addresses';
import { foldCase } from '../register/text';
import { storedRows } from './capture';
import { officeFailure } from './errors';
import { type OwnFlag, ownFlags, queueFlags } from './flags';
import { rowsOf } from './grid';
import { wireBytes } from './limits';
import { areaOf, areasOf, around, cellCount, covers, rowBlocks } from './ranges';
import { type RestorePoint, type WrittenCells, keyOf } from './restorePoint';

/** What stands in the workbook now of all that a restore point speaks of. */
export interface UndoReading {
  readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[];
  readonly tables: readonly TableNow[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** Cells of the steps by `keyOf`, under the name the sheet has now; not those of columns that were added. */
  readonly cells: ReadonlyMap<string, readonly (readonly StoredCell[])[]>;
  /** The used cells of the sheets that were added, and the columns that were added to tables. */
  readonly blocks: readonly BlockNow[];
  /** Formulas of all other sheets; read only when something is to be removed. */
  readonly formulas: readonly BlockNow[];
  readonly flags: readonly OwnFlag[];
  /** Sheets that were added and on which a chart, a picture, a comment or a pivot table stands by now. */
  readonly drawnOn: readonly string[];
  /** Names of print areas and titles that stand on the sheets whose print setup is given back. */
  readonly printNames: readonly { readonly sheet: string; readonly name: string }[];
}

/** The names behind print areas and repeated rows; there is no other way to take either off a sheet. */
const PRINT_NAMES = ['Print_Area', 'Print_Titles'] as const;

export interface TableNow {
  readonly name: string;
  readonly sheet: string;
  /** Header and totals included; null where nothing of the table is to be undone. */
  readonly area: Area | null;
  readonly rows: number;
  readonly columns: number;
}

export interface BlockNow {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly (readonly StoredCell[])[];
}

/**
 * A formula that stands where one of ours was filled in and was not read: the formulas of a register of thousands
 * of rows come to tens of megabytes. It passes for ours.
 */
export const UNREAD: StoredCell = { formula: '=' };

/** So many bytes of filled formulas are read as texts; of the largest blocks beyond them only where they stand. */
const TEXT_BYTES = 2 * 1024 * 1024;

/** Cells, and rows of a sheet of the user's, that are asked for in one piece: a piece is not cut again. */
const PIECE_CELLS = 20_000;
const PIECE_ROWS = 5000;

/** One thing asked: what it queues, and what it takes when the answer has come. */
type Question = () => { readonly take: () => void };

/** A block of cells to be read: as texts, or only where its formulas stand when there are too many of them. */
interface BlockQuestion {
  /** Bytes of the formulas that were filled in. */
  readonly weight: number;
  readonly ask: (depth: Depth) => Question;
}

type Depth = 'texts' | 'places';

/** Reads in two trips; in more only where the cells do not fit into one answer. */
export async function readForUndo(context: Excel.RequestContext, point: RestorePoint): Promise<UndoReading> {
  const { worksheets, tables: tableItems, names } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  tableItems.load('items/name,items/worksheet/name,items/rows/count,items/columns/count');
  names.load('items/name,items/formula');
  await context.sync();

  const sheets = worksheets.items.map(({ name, protection }) => ({
    name,
    isProtected: protection.protected,
  }));
  const tables = tableItems.items.map((table): TableNow => ({
    name: table.name,
    sheet: table.worksheet.name,
    area: null,
    rows: table.rows.count,
    columns: table.columns.count,
  }));
  const places = placesOf(point, sheets, tables);
  const cells = new Map<string, StoredCell[][]>();
  const areas = new Map<string, Area>();
  const blocks: BlockNow[] = [];
  const formulas: BlockNow[] = [];
  const drawnOn: string[] = [];
  const flags: OwnFlag[] = [];
  const printNames: { sheet: string; name: string }[] = [];
  const asking: Asking = { context, point, places, tables };
  await ask(context, [
    ...weighed([
      ...cellQuestions(asking, (key, rows) => cells.set(key, [...(cells.get(key) ?? []), ...rows])),
      ...blockQuestions(asking, (block) => blocks.push(block)),
    ]),
    ...tableQuestions(asking, (name, area) => areas.set(name, area)),
    ...drawingQuestions(asking, (sheet) => drawnOn.push(sheet)),
    ...(places.removes ? besideQuestions(asking, sheets, (block) => formulas.push(block)) : []),
    ...flagQuestions(asking, (found) => flags.push(...found)),
    ...printQuestions(asking, (sheet, name) => printNames.push({ sheet, name })),
  ]);
  return {
    sheets,
    tables: tables.map((table) => ({ ...table, area: areas.get(table.name) ?? null })),
    names: names.items.map(({ name, formula }) => ({ name, refersTo: String(formula) })),
    cells,
    blocks,
    formulas,
    flags,
    drawnOn,
    printNames,
  };
}

/** What a question is made of. */
interface Asking {
  readonly context: Excel.RequestContext;
  readonly point: RestorePoint;
  readonly places: UndoPlaces;
  readonly tables: readonly TableNow[];
}

/** Texts of the small blocks first, until there are enough of them. */
function weighed(questions: readonly BlockQuestion[]): Question[] {
  let bytes = 0;
  return [...questions]
    .sort((one, other) => one.weight - other.weight)
    .map(({ weight, ask: asked }) => {
      bytes += weight;
      return asked(weight === 0 || bytes <= TEXT_BYTES ? 'texts' : 'places');
    });
}

/** Asks for the cells of a range. */
function queueCells(range: Excel.Range, depth: Depth): () => StoredCell[][] {
  if (depth === 'texts') {
    range.load('values,formulas');
    return () => storedRows(range.values, range.formulas);
  }
  range.load('address,values');
  const live = range.getSpecialCellsOrNullObject('Formulas');
  live.load('address');
  return () => placedRows(range, live);
}

function placedRows(range: Excel.Range, live: Excel.RangeAreas): StoredCell[][] {
  const area = areaOf(range.address);
  const places = live.isNullObject ? [] : areasOf(live.address);
  return rowsOf(range.values).map((row, rowAt) =>
    row.map((value, columnAt): StoredCell => {
      const [top, left] = [(area?.top ?? 1) + rowAt, (area?.left ?? 1) + columnAt];
      return places.some((place) => covers(place, { top, left, bottom: top, right: left })) ? UNREAD : value;
    }),
  );
}

/** Bytes of the formulas filled into a block by now: rows may have been added to its table since. */
const filledBytes = (written: readonly WrittenCells[], rows: number): number =>
  written.reduce((sum, { address, wrote }) => {
    const area = parseArea(address);
    if (area === null || !('formula' in wrote)) return sum;
    const columns = area.right - area.left + 1;
    return sum + wireBytes(wrote.formula) * columns * Math.max(rows, area.bottom - area.top + 1);
  }, 0);

function cellQuestions(
  { context, point, places, tables }: Asking,
  take: (key: string, rows: StoredCell[][]) => void,
): BlockQuestion[] {
  return point.steps.flatMap((step): BlockQuestion[] => {
    if (step.kind !== 'cells') return [];
    const sheet = places.sheetNow(step.sheet);
    const area = parseArea(step.address);
    if (sheet === null || area === null) return [];
    // the columns of a table that were added come as one block
    if (
      sizesOf(point, tables).some(({ columns }) => step.sheet === columns.sheet && covers(columns.area, area))
    )
      return [];
    const key = keyOf({ sheet, address: step.address });
    return rowBlocks(area, PIECE_CELLS).map((piece) => ({
      weight: cellCount(piece) === 1 ? 0 : filledBytes([{ ...step, address: areaAddress(piece) }], 0),
      ask: (depth) => () => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(areaAddress(piece));
        const found = queueCells(range, depth);
        return {
          take: () => {
            take(key, found());
          },
        };
      },
    }));
  });
}

/** The columns that were added to tables and are still there, by the step. */
function sizesOf(
  { steps }: RestorePoint,
  tables: readonly TableNow[],
): {
  readonly table: TableNow;
  readonly written: readonly WrittenCells[];
  readonly first: number;
  readonly columns: { readonly sheet: string; readonly area: Area };
}[] {
  return steps.flatMap((step) => {
    if (step.kind !== 'size') return [];
    const table = tables.find(({ name }) => foldCase(name) === foldCase(step.table));
    const before = parseArea(step.before);
    const after = parseArea(step.after);
    if (table === undefined || before === null || after === null) return [];
    const first = before.right - before.left + 1;
    if (table.columns <= first) return [];
    const area = { ...after, left: before.right + 1, bottom: Math.max(before.bottom, after.bottom) };
    return [{ table, written: step.written, first, columns: { sheet: step.sheet, area } }];
  });
}

function blockQuestions(
  { context, point, places, tables }: Asking,
  take: (block: BlockNow) => void,
): BlockQuestion[] {
  const asked = (sheet: string, weight: number, rangeOf: () => Excel.Range): BlockQuestion => ({
    weight,
    ask: (depth) => () => {
      const range = rangeOf();
      range.load('address');
      const cells = queueCells(range, depth);
      return {
        take: () => {
          const area = range.isNullObject ? null : areaOf(range.address);
          if (area !== null) take({ sheet, area, cells: cells() });
        },
      };
    },
  });
  const columns = sizesOf(point, tables).map(({ table, written, first }) =>
    asked(table.sheet, filledBytes(written, table.rows), () =>
      context.workbook.tables
        .getItem(table.name)
        .getRange()
        .getOffsetRange(0, first)
        .getResizedRange(0, -first),
    ),
  );
  const added = places.added.map(({ sheet, name }) => {
    const written = point.added.find((each) => each.name === name)?.written ?? [];
    const rows = Math.max(0, ...tables.filter((table) => table.sheet === sheet).map((table) => table.rows));
    // an emptied sheet answers its first cell
    return asked(sheet, filledBytes(written, rows), () =>
      context.workbook.worksheets.getItem(sheet).getUsedRange(true),
    );
  });
  return [...columns, ...added];
}

/** Where the tables stand that are to be undone, or in which cells are. */
function tableQuestions(
  { context, point, places, tables }: Asking,
  take: (name: string, area: Area) => void,
): Question[] {
  const touched = new Set(point.steps.flatMap((step) => ('table' in step ? [foldCase(step.table)] : [])));
  const written = new Set([
    ...places.added.map(({ sheet }) => sheet),
    ...point.steps.flatMap((step) => (step.kind === 'cells' ? (places.sheetNow(step.sheet) ?? []) : [])),
  ]);
  return tables
    .filter(({ name, sheet }) => touched.has(foldCase(name)) || written.has(sheet))
    .map(({ name }) => () => {
      const range = context.workbook.tables.getItem(name).getRange().load('address');
      return {
        take: () => {
          const area = areaOf(range.address);
          if (area !== null) take(name, area);
        },
      };
    });
}

function drawingQuestions({ context, places }: Asking, take: (sheet: string) => void): Question[] {
  return places.added.map(({ sheet }) => () => {
    const { charts, shapes, comments, pivotTables } = context.workbook.worksheets.getItem(sheet);
    const counts = [charts, comments, pivotTables].map((each) => each.getCount());
    shapes.load('items/type');
    return {
      take: () => {
        // the arrows of filters and lists are shapes of no kind that Office.js knows
        const drawn = shapes.items.filter(({ type }) => type !== 'Unsupported').length;
        if (drawn > 0 || counts.some(({ value }) => value > 0)) take(sheet);
      },
    };
  });
}

/**
 * The formulas of the user's sheets, beside those that were filled in: a bounded part and its used cells, because of
 * a whole sheet Excel would look through every cell there is (OfficeDev/office-js #4245).
 */
function besideQuestions(
  { context, point, places, tables }: Asking,
  sheets: readonly { readonly name: string }[],
  take: (block: BlockNow) => void,
): Question[] {
  const added = new Set(places.added.map(({ sheet }) => sheet));
  const filled = point.steps.flatMap((step) => {
    const area = step.kind === 'cells' && 'formula' in step.wrote ? parseArea(step.address) : null;
    return area === null || !('sheet' in step) ? [] : [{ sheet: places.sheetNow(step.sheet), area }];
  });
  const columns = sizesOf(point, tables).map(({ columns: each }) => ({
    sheet: places.sheetNow(each.sheet),
    area: each.area,
  }));
  return sheets
    .filter(({ name }) => !added.has(name))
    .flatMap(({ name }) => {
      const holes = [...filled, ...columns].flatMap(({ sheet, area }) => (sheet === name ? [area] : []));
      const rows = Math.max(0, ...tables.filter(({ sheet }) => sheet === name).map((table) => table.rows));
      return around(holes).flatMap((part) =>
        windows(part, rows).map((area) => ({ sheet: name, part: area })),
      );
    })
    .map(({ sheet, part }) => () => {
      const bounds = context.workbook.worksheets.getItem(sheet).getRange(areaAddress(part));
      const used = bounds.getUsedRangeOrNullObject(true).load('address,formulas');
      return {
        take: () => {
          const area = used.isNullObject ? null : areaOf(used.address);
          if (area !== null) take({ sheet, area, cells: liveOnly(used.formulas) });
        },
      };
    });
}

/** The sheets, under the names they have now, on which actions of a kind are to give something back. */
const sheetsOf = (point: RestorePoint, places: UndoPlaces, wanted: WorkbookAction['kind']): Set<string> =>
  new Set(
    point.steps.flatMap((step) =>
      step.kind === 'found' && step.actions.some(({ kind }) => kind === wanted)
        ? (places.sheetNow(step.sheet) ?? [])
        : [],
    ),
  );

/** A tall part in pieces, as far down as tables are known to reach. */
function windows(part: Area, rows: number): Area[] {
  const found: Area[] = [];
  let { top } = part;
  for (; top + PIECE_ROWS <= Math.min(rows, part.bottom); top += PIECE_ROWS) {
    found.push({ ...part, top, bottom: top + PIECE_ROWS - 1 });
  }
  return [...found, { ...part, top }];
}

/** The formulas alone: what else stands there holds nothing back. */
const liveOnly = (formulas: readonly (readonly unknown[])[]): StoredCell[][] =>
  rowsOf(formulas).map((row) =>
    row.map((cell): StoredCell =>
      typeof cell === 'string' && cell.startsWith('=') ? { formula: cell } : '',
    ),
  );

function flagQuestions(
  { context, point, places }: Asking,
  take: (flags: readonly OwnFlag[]) => void,
): Question[] {
  return [...sheetsOf(point, places, 'setFlags')].map((sheet) => () => {
    const found = queueFlags(context, sheet);
    return {
      take: () => {
        take(ownFlags(found));
      },
    };
  });
}

function printQuestions(
  { context, point, places }: Asking,
  take: (sheet: string, name: string) => void,
): Question[] {
  return [...sheetsOf(point, places, 'restorePrint')].map((sheet) => () => {
    const { names } = context.workbook.worksheets.getItem(sheet);
    const found = PRINT_NAMES.map((name) => names.getItemOrNullObject(name).load('name'));
    return {
      take: () => {
        for (const item of found) if (!item.isNullObject) take(sheet, item.name);
      },
    };
  });
}

/** Asks everything in one trip; in halves when the answer is too large for Excel. */
async function ask(context: Excel.RequestContext, questions: readonly Question[]): Promise<void> {
  if (questions.length === 0) return;
  const asked = questions.map((question) => question());
  try {
    await context.sync();
  } catch (error) {
    const code = officeFailure(error)?.code;
    const isTooLarge =
      code === 'ResponsePayloadSizeLimitExceeded' || code === 'RequestPayloadSizeLimitExceeded';
    if (!isTooLarge || questions.length === 1) throw error;
    const half = Math.ceil(questions.length / 2);
    await ask(context, questions.slice(0, half));
    await ask(context, questions.slice(half));
    return;
  }
  for (const { take } of asked) take();
}

/** Where the sheets of a restore point are now. */
export interface UndoPlaces {
  /** The sheet of a step under the name it has now; null when it is gone. */
  sheetNow(sheet: string): string | null;
  /** The sheets that were added and are still there. */
  readonly added: readonly { readonly sheet: string; readonly name: string }[];
  /** Whether sheets, tables, columns or names are to be removed. */
  readonly removes: boolean;
}

export function placesOf(
  point: RestorePoint,
  sheets: readonly { readonly name: string }[],
  tables: readonly { readonly name: string; readonly sheet: string }[],
): UndoPlaces {
  const find = (name: string): string | null =>
    sheets.find((sheet) => foldCase(sheet.name) === foldCase(name))?.name ?? null;
  // an undoing that was cut short has given some sheets their names back already
  const former = new Map(
    point.steps.flatMap((step) => (step.kind === 'sheet name' ? [[step.name, step.sheet] as const] : [])),
  );
  return {
    sheetNow: (sheet) => find(sheet) ?? find(former.get(sheet) ?? sheet),
    added: point.added.flatMap(({ name, tables: own }) => {
      const byTable = tables.find((table) => own.some((each) => foldCase(each) === foldCase(table.name)));
      const sheet = find(name) ?? byTable?.sheet ?? null;
      return sheet === null ? [] : [{ sheet, name }];
    }),
    removes:
      point.added.length > 0 ||
      point.steps.some(
        (step) =>
          step.kind === 'table' ||
          (step.kind === 'name' && step.before === null) ||
          (step.kind === 'size' && columnsOf(step.after) > columnsOf(step.before)),
      ),
  };
}

const columnsOf = (address: string): number => {
  const area = parseArea(address);
  return area === null ? 0 : area.right - area.left + 1;
};
