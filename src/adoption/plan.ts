import type { CellValue, Plan, WorkbookAction } from '../plan/action';
import { areaAddress, cellAddress, type CellPlace } from '../register/addresses';
import { blockedCell, firstFree, grow, typedColumns, type EntryObstacle } from '../register/entry';
import { headerIndex, locateTables, type LocatedTable } from '../register/locate';
import { cellAt, findSheet } from '../register/parse';
import type { WorkbookSnapshot } from '../register/snapshot';
import { TABLE_NAMES, type TableName } from '../register/tables';
import { foldCase } from '../register/text';
import type { CellOutcome, RowOutcome } from './compare';
import type { JournalLine } from './journal';

/**
 * The outcomes as a plan of workbook actions: cells of rows that stand are changed one by one, new rows go as blocks
 * into blank rows of the table and into rows it grows by. Formula columns are filled down, never typed into.
 */
export interface AdoptionPlan {
  readonly actions: Plan;
  /** Every cell of the register the plan writes, old and new: the dry run, cell by cell. */
  readonly changes: readonly AdoptedCell[];
  /** What keeps rows of a table out; the other tables come in. */
  readonly obstacles: readonly AdoptionObstacle[];
  /** What is to be written to «Источники» (`planJournal` in `src/register/layout/journal.ts`). */
  readonly journal: readonly JournalLine[];
  /** Tables that have more rows or columns afterwards. */
  readonly grown: readonly TableName[];
}

export interface AdoptedCell extends CellPlace {
  readonly table: TableName;
  readonly column: string;
  readonly old: CellValue;
  readonly new: CellValue;
  /** Where it was read, and what stood there. */
  readonly from: CellOutcome['place'];
  readonly original: string;
}

export type AdoptionObstacle =
  | Exclude<EntryObstacle, { code: 'no-column' }>
  /** The workbook lacks a column; the rest of its rows comes in. */
  | { readonly code: 'no-column'; readonly table: TableName; readonly column: string }
  | { readonly code: 'protected'; readonly table: TableName; readonly sheet: string };

export function planAdoption(snapshot: WorkbookSnapshot, outcomes: readonly RowOutcome[]): AdoptionPlan {
  const plans = TABLE_NAMES.flatMap((name): AdoptionPlan[] => {
    const written = outcomes.filter((outcome) => outcome.table === name && isWritten(outcome));
    return written.length === 0 ? [] : [planTable(snapshot, name, written)];
  });
  return {
    actions: plans.flatMap(({ actions }) => actions),
    changes: plans.flatMap(({ changes }) => changes),
    obstacles: plans.flatMap(({ obstacles }) => obstacles),
    journal: plans.flatMap(({ journal }) => journal),
    grown: plans.flatMap(({ grown }) => grown),
  };
}

const isTaken = ({ state }: CellOutcome): boolean => state === 'filled' || state === 'changed';
const isWritten = ({ state, cells }: RowOutcome): boolean => state === 'added' || cells.some(isTaken);

const nothing = (...obstacles: readonly AdoptionObstacle[]): AdoptionPlan => ({
  actions: [],
  changes: [],
  obstacles,
  journal: [],
  grown: [],
});

function planTable(
  snapshot: WorkbookSnapshot,
  name: TableName,
  outcomes: readonly RowOutcome[],
): AdoptionPlan {
  const place = locateTables(snapshot)[name];
  const table = snapshot.tables.find((each) => each.name === place?.name);
  if (place?.form !== 'table' || table === undefined) return nothing({ code: 'no-table', table: name });
  const sheet = findSheet(snapshot, place.sheet);
  if (sheet?.isProtected === true) return nothing({ code: 'protected', table: name, sheet: place.sheet });

  const wanted = [
    ...new Set(outcomes.flatMap(({ cells }) => cells.filter(isTaken).map(({ column }) => column))),
  ];
  const widened = widen(snapshot, place, wanted);
  const { headers } = widened;
  const missing = wanted.filter((column) => headerIndex(headers, column) < 0);
  const isTyped = typedColumns(name, table);
  const added = outcomes.filter(({ state }) => state === 'added');
  const free = firstFree(table, isTyped);
  const bodyRows = Math.max(1, table.rows.length, free + added.length);
  const growth = bodyRows - Math.max(1, table.rows.length);
  const blocked = growth > 0 ? blockedCell(snapshot, place, growth) : null;
  if (blocked !== null) return nothing({ code: 'no-room', table: name, place: blocked });

  const rowOf = new Map(added.map((outcome, index) => [outcome, free + index]));
  const cells = outcomes.flatMap((outcome) =>
    outcome.cells.filter(isTaken).flatMap((cell): WrittenCell[] => {
      const index = headerIndex(headers, cell.column);
      const row = rowOf.get(outcome) ?? outcome.row ?? -1;
      return index < 0 || row < 0 || !isTyped(index) || cell.new === '' ? [] : [{ row, index, cell }];
    }),
  );
  const at = (row: number, index: number): string =>
    cellAddress(place.headerRow + 1 + row, place.firstColumn + index);
  return {
    actions: [
      ...widened.actions,
      ...(growth > 0 ? grow({ ...place, headers }, table, bodyRows) : widened.resize(bodyRows)),
      ...writeCells(place, cells),
    ],
    changes: cells.map(({ row, index, cell }) => ({
      sheet: place.sheet,
      cell: at(row, index),
      table: name,
      column: cell.column,
      old: cell.old,
      new: cell.new,
      from: cell.place,
      original: cell.original,
    })),
    obstacles: missing.map((column) => ({ code: 'no-column', table: name, column }) as const),
    journal: outcomes.flatMap(journalLine),
    grown: growth > 0 || widened.actions.length > 0 ? [name] : [],
  };
}

/** «Заседание 5» and further: a column a meeting, at the right edge where nothing stands. */
const MEETING_COLUMN = /^Заседание \d+$/u;

interface Widened {
  readonly headers: readonly string[];
  readonly actions: readonly WorkbookAction[];
  readonly resize: (bodyRows: number) => readonly WorkbookAction[];
}

function widen(snapshot: WorkbookSnapshot, place: LocatedTable, wanted: readonly string[]): Widened {
  const { sheet, headerRow, firstColumn, headers, bodyRows, name } = place;
  const more = wanted
    .filter((column) => MEETING_COLUMN.test(column) && headerIndex(headers, column) < 0)
    .sort((one, other) => Number(one.split(' ')[1]) - Number(other.split(' ')[1]));
  const first = firstColumn + headers.length;
  const area = {
    top: headerRow,
    left: first,
    bottom: headerRow + Math.max(1, bodyRows),
    right: first + more.length - 1,
  };
  if (more.length === 0 || place.hasTotals || !isFree(snapshot, sheet, area)) {
    return { headers, actions: [], resize: () => [] };
  }
  const all = [...headers, ...more];
  return {
    headers: all,
    actions: [
      { kind: 'writeValues', sheet, address: areaAddress({ ...area, bottom: headerRow }), values: [more] },
    ],
    resize: (rows) => [
      {
        kind: 'resizeTable',
        table: name,
        sheet,
        address: areaAddress({
          top: headerRow,
          left: firstColumn,
          bottom: headerRow + rows,
          right: firstColumn + all.length - 1,
        }),
      },
    ],
  };
}

function isFree(
  { sheets, tables }: WorkbookSnapshot,
  name: string,
  area: { top: number; left: number; bottom: number; right: number },
): boolean {
  const sheet = sheets.find((each) => foldCase(each.name) === foldCase(name));
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (cellAt(sheet, row, column).value !== '') return false;
    }
  }
  return !tables.some(
    (table) =>
      foldCase(table.sheet) === foldCase(name) &&
      table.firstColumn <= area.right &&
      area.left < table.firstColumn + table.headers.length &&
      table.headerRow <= area.bottom &&
      area.top <= table.headerRow + table.rows.length,
  );
}

// ---------------------------------------------------------------------------------------------------------
// as few writes as the cells allow

interface WrittenCell {
  readonly row: number;
  /** Place among the table's columns. */
  readonly index: number;
  readonly cell: CellOutcome;
}

/** A column's cells that stand one under another, written together. */
interface Run {
  readonly index: number;
  readonly first: number;
  readonly values: CellValue[];
}

function writeCells(
  { sheet, headerRow, firstColumn }: LocatedTable,
  cells: readonly WrittenCell[],
): readonly WorkbookAction[] {
  const runs: Run[] = [];
  for (const { row, index, cell } of [...cells].sort(
    (one, other) => one.index - other.index || one.row - other.row,
  )) {
    const run = runs.at(-1);
    if (run?.index === index && run.first + run.values.length === row) run.values.push(cell.new);
    else runs.push({ index, first: row, values: [cell.new] });
  }
  return blocksOf(runs).map((block): WorkbookAction => {
    const [run] = block;
    const rows = run?.values.length ?? 0;
    const top = headerRow + 1 + (run?.first ?? 0);
    const left = firstColumn + (run?.index ?? 0);
    return {
      kind: 'writeValues',
      sheet,
      address: areaAddress({ top, left, bottom: top + rows - 1, right: left + block.length - 1 }),
      values: Array.from({ length: rows }, (_, at) => block.map(({ values }) => values[at] ?? '')),
    };
  });
}

/** Runs of neighbouring columns over the same rows are one rectangle. */
function blocksOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const blocks: Run[][] = [];
  const byRight = new Map<string, Run[]>();
  for (const run of runs) {
    const rows = `${String(run.first)}+${String(run.values.length)}`;
    const left = byRight.get(`${String(run.index - 1)}|${rows}`);
    const block = left ?? [];
    block.push(run);
    if (left === undefined) blocks.push(block);
    byRight.set(`${String(run.index)}|${rows}`, block);
  }
  return blocks;
}

// ---------------------------------------------------------------------------------------------------------
// where it came from

/** Cells that kept what the register had leave no trace: the next adoption judges them anew. */
function journalLine({ table, record, cells, places }: RowOutcome): readonly JournalLine[] {
  const [place] = places;
  if (place === undefined) return [];
  const taken = cells.filter((cell) => isTaken(cell) || cell.state === 'same');
  const entries = (text: (cell: CellOutcome) => string): Record<string, string> =>
    Object.fromEntries(taken.map((cell) => [cell.column, text(cell)]));
  return [
    {
      table,
      record,
      place,
      originals: entries(({ original, new: value }) => (original === '' ? String(value) : original)),
      written: entries(({ new: value }) => String(value)),
    },
  ];
}
