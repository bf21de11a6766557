import type { CellValue } from '../plan/action';
import { valueAt, type RegisterTable } from '../register/register';
import { isErrorValue } from '../register/text';

/** Cells as the rules read them: a date is a number, a number of a meeting may be typed as text. */

/** The whole day of a date cell; null for anything that is not a date. */
export const dayIn = (table: RegisterTable, row: number, column: string): number | null =>
  dayOfCell(valueAt(table, row, column));

export const dayOfCell = (value: CellValue): number | null =>
  typeof value === 'number' && value >= 1 && value < AFTER_THE_LAST_DAY ? Math.floor(value) : null;

/** 01.01.10000: what no spreadsheet shows as a date. */
const AFTER_THE_LAST_DAY = 2_958_466;

/** A whole number, 0 or more, typed as a number or as text; null otherwise. */
export function wholeIn(table: RegisterTable, row: number, column: string): number | null {
  const value = valueAt(table, row, column);
  const text = typeof value === 'string' ? value.trim() : '';
  const number = typeof value === 'number' ? value : /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** The words of a cell, "" for an error value. */
export function textIn(table: RegisterTable, row: number, column: string): string {
  const value = valueAt(table, row, column);
  return isErrorValue(value) ? '' : String(value).trim();
}
