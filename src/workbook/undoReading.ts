import type { StoredCell, WorkbookAction } from '../plan/action';
import { type Area, areaAddress, parseArea } from '../register/addresses';
import { foldCase } from '../register/text';
import { storedRows } from './capture';
import { officeFailure } from './errors';
import { type OwnFlag, ownFlags, queueFlags } from './flags';
import { areaOf, rowBlocks } from './ranges';
import { type RestorePoint, keyOf } from './restorePoint';

/** What stands in the workbook now of all that a restore point speaks of. */
export interface UndoReading {
  readonly sheets: readonly {
    readonly name: string;
    readonly isProtected: boolean;
  }[];
  readonly tables: readonly TableNow[];
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** Cells of the steps by `keyOf`, under the name the sheet has now. */
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
  readonly columns: number;
}

export interface BlockNow {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly (readonly StoredCell[])[];
}

/** Cells asked for in one piece: a piece that is too large for an answer is not cut again. */
const PIECE_CELLS = 20_000;

/** One thing asked: what it queues, and what it takes when the answer has come. */
interface Asked {
  readonly take: () => void;
}
type Question = () => Asked;

/** Reads in two trips; in more only where the cells do not fit into one answer. */
export async function readForUndo(context: Excel.RequestContext, point: RestorePoint): Promise<UndoReading> {
  const { worksheets, tables: tableItems, names } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  tableItems.load('items/name,items/worksheet/name,items/columns/count');
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
    columns: table.columns.count,
  }));
  const places = placesOf(point, sheets, tables);
  const rangeAt = (sheet: string, address: string): Excel.Range =>
    worksheets.getItem(sheet).getRange(address);

  const cells = new Map<string, StoredCell[][]>();
  const areas = new Map<string, Area>();
  const blocks: BlockNow[] = [];
  const formulas: BlockNow[] = [];
  const takeBlock =
    (sheet: string, into: BlockNow[]) =>
    (range: Excel.Range): void => {
      const area = range.isNullObject ? null : areaOf(range.address);
      if (area !== null) into.push({ sheet, area, cells: storedRows(range.values, range.formulas) });
    };

  const questions: Question[] = [];
  for (const step of point.steps) {
    if (step.kind !== 'cells') continue;
    const sheet = places.sheetNow(step.sheet);
    const area = parseArea(step.address);
    if (sheet === null || area === null) continue;
    const key = keyOf({ sheet, address: step.address });
    const pieces = rowBlocks(area, PIECE_CELLS);
    questions.push(
      ...pieces.map((piece) => () => {
        const range = rangeAt(sheet, areaAddress(piece)).load('values,formulas');
        return {
          take: () => {
            cells.set(key, [...(cells.get(key) ?? []), ...storedRows(range.values, range.formulas)]);
          },
        };
      }),
    );
  }
  const touched = new Set(point.steps.flatMap((step) => ('table' in step ? [foldCase(step.table)] : [])));
  const addedNow = new Set(places.added.map(({ sheet }) => sheet));
  const writtenNow = new Set(
    point.steps.flatMap((step) => (step.kind === 'cells' ? (places.sheetNow(step.sheet) ?? []) : [])),
  );
  const asked = tables.filter(
    ({ name, sheet }) => touched.has(foldCase(name)) || addedNow.has(sheet) || writtenNow.has(sheet),
  );
  for (const { name } of asked) {
    questions.push(() => {
      const range = tableItems.getItem(name).getRange().load('address');
      return {
        take: () => {
          const area = areaOf(range.address);
          if (area !== null) areas.set(name, area);
        },
      };
    });
  }
  for (const step of point.steps) {
    if (step.kind !== 'size') continue;
    const table = tables.find(({ name }) => foldCase(name) === foldCase(step.table));
    const before = parseArea(step.before);
    if (table === undefined || before === null) continue;
    const columns = before.right - before.left + 1;
    if (table.columns <= columns) continue;
    questions.push(() => {
      const range = tableItems
        .getItem(table.name)
        .getRange()
        .getOffsetRange(0, columns)
        .getResizedRange(0, -columns)
        .load('address,values,formulas');
      return {
        take: () => {
          takeBlock(table.sheet, blocks)(range);
        },
      };
    });
  }
  for (const { sheet } of places.added) {
    questions.push(() => {
      const used = worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load('address,values,formulas');
      return {
        take: () => {
          takeBlock(sheet, blocks)(used);
        },
      };
    });
  }
  const drawnOn: string[] = [];
  for (const { sheet } of places.added) {
    questions.push(() => {
      const { charts, shapes, comments, pivotTables } = worksheets.getItem(sheet);
      const counts = [charts, comments, pivotTables].map((each) => each.getCount());
      shapes.load('items/type');
      return {
        take: () => {
          // the arrows of filters and lists are shapes of no kind that Office.js knows
          const drawn = shapes.items.filter(({ type }) => type !== 'Unsupported').length;
          if (drawn > 0 || counts.some(({ value }) => value > 0)) drawnOn.push(sheet);
        },
      };
    });
  }
  if (places.removes) {
    for (const { name } of sheets.filter((sheet) => !addedNow.has(sheet.name))) {
      const take = takeBlock(name, formulas);
      questions.push(
        tables.some((table) => table.sheet === name)
          ? () => {
              // within the used cells, which a table makes more than one: of a single cell, or of a whole sheet,
              // Excel would look through every cell there is (OfficeDev/office-js #4245)
              const used = worksheets.getItem(name).getUsedRange(true);
              const found = used.getSpecialCellsOrNullObject('Formulas');
              found.load('areas/items/address,areas/items/values,areas/items/formulas');
              return {
                take: () => {
                  takeAreas(found, take);
                },
              };
            }
          : () => {
              const used = worksheets.getItem(name).getUsedRangeOrNullObject(true);
              used.load('address,values,formulas');
              return {
                take: () => {
                  take(used);
                },
              };
            },
      );
    }
  }
  let flags: OwnFlag[] = [];
  for (const sheet of sheetsOf(point, places, 'setFlags')) {
    questions.push(() => {
      const found = queueFlags(context, sheet);
      return {
        take: () => {
          flags = [...flags, ...ownFlags(found)];
        },
      };
    });
  }
  const printNames: { sheet: string; name: string }[] = [];
  for (const sheet of sheetsOf(point, places, 'restorePrint')) {
    questions.push(() => {
      const found = PRINT_NAMES.map((name) =>
        worksheets.getItem(sheet).names.getItemOrNullObject(name).load('name'),
      );
      return {
        take: () => {
          for (const item of found) if (!item.isNullObject) printNames.push({ sheet, name: item.name });
        },
      };
    });
  }
  await ask(context, questions);

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

/** The sheets, under the names they have now, on which actions of a kind are to give something back. */
const sheetsOf = (point: RestorePoint, places: UndoPlaces, wanted: WorkbookAction['kind']): Set<string> =>
  new Set(
    point.steps.flatMap((step) =>
      step.kind === 'found' && step.actions.some(({ kind }) => kind === wanted)
        ? (places.sheetNow(step.sheet) ?? [])
        : [],
    ),
  );

function takeAreas(found: Excel.RangeAreas, take: (range: Excel.Range) => void): void {
  if (!found.isNullObject) found.areas.items.forEach(take);
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
