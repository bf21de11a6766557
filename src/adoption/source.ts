import type { CellValue } from '../plan/action';
import { cellAddress, type Area } from '../register/addresses';
import { shownDate } from '../register/dates';
import type { CellBlock } from '../register/snapshot';
import { plainSpaces } from '../register/personName';

/**
 * The methodist's own sheets as plain data, wherever they came from: this workbook, another .xlsx, a .csv.
 * Only filled cells are listed, so a used range of a million rows with fifty filled ones costs fifty.
 */
export interface SourceCell {
  /** 1-based, as a person counts. */
  readonly row: number;
  readonly column: number;
  /** A date is its serial number of the 1900 system, with a number format that shows it as a date. */
  readonly value: CellValue;
  /** As the sheet shows it, where that is known. */
  readonly text?: string;
  /** Number format in the file grammar, where it is known: "dd.mm.yyyy". */
  readonly format?: string;
}

export interface SourceSheet {
  /** Name of the file; "" for the workbook the register is in. */
  readonly file: string;
  readonly name: string;
  readonly cells: readonly SourceCell[];
  readonly merges?: readonly Area[];
  /** Hidden rows and columns are read like the others; that they are hidden is said. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isHidden?: boolean;
}

/** Where something was read. */
export interface SourcePlace {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A rectangle of a snapshot as a source sheet: the sheets of the workbook itself. */
export function sourceOfBlock(
  name: string,
  block: CellBlock | null,
  merges: readonly Area[] = [],
  formats?: readonly (readonly string[])[],
): SourceSheet {
  const cells = (block?.values ?? []).flatMap((row, at) =>
    row.flatMap((value, index): SourceCell[] => {
      const format = formats?.[at]?.[index];
      const place = {
        row: (block?.firstRow ?? 1) + at,
        column: (block?.firstColumn ?? 1) + index,
      };
      return value === '' ? [] : [{ ...place, value, ...(format === undefined ? {} : { format }) }];
    }),
  );
  return { file: '', name, cells, merges };
}

/** True for a number format that shows a number as a day. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false;
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]|mmm/i.test(bare) && !/[#0?]/.test(bare);
}

/** A filled cell as the sheet is read: a merged area is filled with what its first cell holds. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** What a person reads in it, line breaks kept, never empty. */
  readonly text: string;
  /** The number is shown as a day. */
  readonly isDate: boolean;
  /** Where the value really stands; the top-left cell of a merged area. */
  readonly from: { readonly row: number; readonly column: number };
}

/** A sheet that can be asked for its cells; made once from the plain data. */
export interface Grid {
  readonly sheet: SourceSheet;
  /** Numbers of the rows that hold something, in order. */
  readonly rows: readonly number[];
  /** Filled cells of a row from left to right, merged areas filled. */
  readonly row: (row: number) => readonly GridCell[];
  readonly at: (row: number, column: number) => GridCell | null;
  /** The merged area a cell belongs to. */
  readonly merged: (row: number, column: number) => Area | null;
  readonly place: (row: number, column: number) => SourcePlace;
}

/** Wider merged areas are decoration of the whole sheet: filling more columns tells nothing. */
const MOST_MERGED_COLUMNS = 200;

/** Indexes a sheet; time and memory follow its filled cells, not its used range. */
export function gridOf(sheet: SourceSheet): Grid {
  const rows = new Map<number, Map<number, GridCell>>();
  for (const cell of sheet.cells) {
    const made = gridCell(cell);
    if (made === null) continue;
    const line = rows.get(cell.row);
    if (line === undefined) rows.set(cell.row, new Map([[cell.column, made]]));
    else line.set(cell.column, made);
  }
  const order = [...rows.keys()].sort((one, other) => one - other);
  const merges = (sheet.merges ?? []).filter(({ top, left, bottom, right }) => bottom > top || right > left);
  const mergesByRow = new Map<number, Area[]>();
  for (const area of merges) {
    for (let index = firstFrom(order, area.top); index < order.length; index += 1) {
      const row = order[index] ?? Infinity;
      if (row > area.bottom) break;
      const known = mergesByRow.get(row);
      if (known === undefined) mergesByRow.set(row, [area]);
      else known.push(area);
    }
  }
  for (const [row, areas] of mergesByRow) {
    const line = rows.get(row);
    if (line === undefined) continue;
    for (const area of areas) {
      const first = rows.get(area.top)?.get(area.left);
      if (first === undefined) continue;
      const last = Math.min(area.right, area.left + MOST_MERGED_COLUMNS);
      for (let column = area.left; column <= last; column += 1) {
        if (!line.has(column)) line.set(column, { ...first, row, column });
      }
    }
  }
  const sorted = new Map<number, readonly GridCell[]>();
  for (const [row, line] of rows) {
    sorted.set(
      row,
      [...line.values()].sort((one, other) => one.column - other.column),
    );
  }
  return {
    sheet,
    rows: order,
    row: (row) => sorted.get(row) ?? [],
    at: (row, column) => rows.get(row)?.get(column) ?? null,
    merged: (row, column) =>
      mergesByRow.get(row)?.find(({ left, right }) => left <= column && column <= right) ?? null,
    place: (row, column) => ({ file: sheet.file, sheet: sheet.name, cell: cellAddress(row, column) }),
  };
}

function firstFrom(order: readonly number[], row: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gridCell({ row, column, value, text, format }: SourceCell): GridCell | null {
  const isDate = typeof value === 'number' && isDateFormat(format);
  const shown = typeof value === 'string' ? value : isDate ? shownDate(value) : (text ?? shownValue(value));
  const tidy = tidyLines(shown);
  return tidy === '' ? null : { row, column, value, text: tidy, isDate, from: { row, column } };
}

const shownValue = (value: CellValue): string =>
  typeof value === 'boolean' ? (value ? 'да' : 'нет') : String(value);

/** Spaces run together in each line, empty lines dropped; line breaks stay, because they part values. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/u)
    .map(plainSpaces)
    .filter((line) => line !== '')
    .join('\n');
