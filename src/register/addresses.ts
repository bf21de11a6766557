/** A1 addresses of plain rectangles, without sheet and without «$». Rows and columns are 1-based. */

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where a cell is: the sheet's name and its address, as evidence names it. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** 1 → "A", 28 → "AB". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "AB" → 28. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${String(row)}`;

/** "B2:D10"; a single cell is "B2". */
export function areaAddress({ top, left, bottom, right }: Area): string {
  const first = cellAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
}

/** "$B$2:$D$10", always with a colon: one-cell ranges without it are a trap of some engines (formulas.md §3). */
export function absoluteAddress({ top, left, bottom, right }: Area): string {
  return `$${columnLetters(left)}$${String(top)}:$${columnLetters(right)}$${String(bottom)}`;
}

/** Reads "B2", "B2:D10", with or without «$» and a sheet before «!»; null when it is not such an address. */
export function parseArea(address: string): Area | null {
  const plain = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const match = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(plain);
  if (match === null) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** The sheet's name quoted for a formula: 'Банк данных'. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
