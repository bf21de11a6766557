/** Rectangles of cells and the addresses that spell them. */

/** A rectangle of cells on a sheet; rows and columns are 1-based and inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const maxRow = 1_048_576;
export const maxColumn = 16_384;

export function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

export function intersection(one: Rect, other: Rect): Rect | null {
  if (!overlaps(one, other)) return null;
  return {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
}

/** The parts of `whole` outside `hole`: at most four rectangles. */
export function subtract(whole: Rect, hole: Rect): Rect[] {
  const common = intersection(whole, hole);
  if (!common) return [whole];
  const parts: Rect[] = [];
  if (whole.top < common.top) parts.push({ ...rectOf(whole), bottom: common.top - 1 });
  if (whole.bottom > common.bottom) parts.push({ ...rectOf(whole), top: common.bottom + 1 });
  const middle = { top: common.top, bottom: common.bottom };
  if (whole.left < common.left) parts.push({ ...middle, left: whole.left, right: common.left - 1 });
  if (whole.right > common.right) parts.push({ ...middle, left: common.right + 1, right: whole.right });
  return parts;
}

function rectOf({ top, left, bottom, right }: Rect): Rect {
  return { top, left, bottom, right };
}

export const rowCount = (rect: Rect): number => rect.bottom - rect.top + 1;
export const columnCount = (rect: Rect): number => rect.right - rect.left + 1;
export const isWholeColumns = (rect: Rect): boolean => rect.top === 1 && rect.bottom === maxRow;
export const isWholeRows = (rect: Rect): boolean => rect.left === 1 && rect.right === maxColumn;

/** 28 → "AB". */
function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "AB" → 28; letters only. */
function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column;
}

/** A1 address of a rectangle without its sheet: "A1", "A1:B2", "A:C", "2:5". */
export function areaAddress(rect: Rect): string {
  if (isWholeRows(rect)) return `${rect.top}:${rect.bottom}`;
  if (isWholeColumns(rect)) return `${columnLetters(rect.left)}:${columnLetters(rect.right)}`;
  const first = `${columnLetters(rect.left)}${rect.top}`;
  const last = `${columnLetters(rect.right)}${rect.bottom}`;
  return first === last ? first : `${first}:${last}`;
}

/** Absolute A1 address: "$A$1:$B$2". */
export function absoluteAddress(rect: Rect): string {
  const corner = (row: number, column: number): string => `$${columnLetters(column)}$${row}`;
  if (isWholeRows(rect)) return `$${rect.top}:$${rect.bottom}`;
  if (isWholeColumns(rect)) return `$${columnLetters(rect.left)}:$${columnLetters(rect.right)}`;
  const first = corner(rect.top, rect.left);
  const last = corner(rect.bottom, rect.right);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as a formula spells it: quoted unless it is a plain word that is not itself a reference. */
export function quotedSheetName(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

const corner = String.raw`\$?([A-Za-z]{1,3})\$?(\d{1,7})`;
const cellPattern = new RegExp(`^${corner}(?::${corner})?$`);
const columnsPattern = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const rowsPattern = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Reads an A1 address without a sheet; null when it is not one or leaves the sheet. */
export function parseAddress(address: string): Rect | null {
  const text = address.trim();
  const cells = cellPattern.exec(text);
  if (cells) {
    const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = cells;
    return ordered(Number(firstRow), columnNumber(firstColumn), Number(lastRow), columnNumber(lastColumn));
  }
  const columns = columnsPattern.exec(text);
  if (columns) return ordered(1, columnNumber(columns[1] ?? ''), maxRow, columnNumber(columns[2] ?? ''));
  const rows = rowsPattern.exec(text);
  return rows ? ordered(Number(rows[1]), 1, Number(rows[2]), maxColumn) : null;
}

/** Splits "'Мой лист'!A1:B2" into the sheet's name (null when there is none) and the rest. */
export function splitSheet(reference: string): { readonly sheet: string | null; readonly address: string } {
  const text = reference.trim();
  const at = text.lastIndexOf('!');
  if (at < 0) return { sheet: null, address: text };
  const quoted = text.slice(0, at);
  const name =
    quoted.startsWith("'") && quoted.endsWith("'") ? quoted.slice(1, -1).replace(/''/g, "'") : quoted;
  return { sheet: name, address: text.slice(at + 1) };
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Rect | null {
  const rect = {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
  return rect.top >= 1 && rect.left >= 1 && rect.bottom <= maxRow && rect.right <= maxColumn ? rect : null;
}
