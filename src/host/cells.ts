import type ExcelJS from 'exceljs';
import { shiftFormula } from './references';
import type { HostValue } from './document';

/**
 * What one ExcelJS cell holds, in the four kinds the host knows. ExcelJS keeps a dozen shapes of value
 * (rich text, hyperlinks, shared formulas, dates …); this is the only place that tells them apart.
 */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: HostValue }
  | { readonly kind: 'error'; readonly error: string }
  /** Formula without "="; `arrayRef` is the A1 range of an array formula this cell is the master of. */
  | { readonly kind: 'formula'; readonly formula: string; readonly arrayRef?: string };

const EMPTY: CellContent = { kind: 'empty' };

/** Content of a cell; the hidden cells of a merge are empty, as in Excel. */
export function contentOf(cell: ExcelJS.Cell): CellContent {
  if (cell.isMerged && cell.master !== cell) return EMPTY;
  return contentOfValue(cell.value, cell);
}

/** Every cell that exists, empty ones with a look of their own included; creates none. */
export function forEachCell(sheet: ExcelJS.Worksheet, visit: (cell: ExcelJS.Cell) => void): void {
  for (let number = 1; number <= sheet.rowCount; number++) {
    const row = sheet.findRow(number);
    if (row === undefined) continue;
    const width = row.cellCount;
    for (let column = 1; column <= width; column++) {
      const cell = row.findCell(column);
      if (cell !== undefined) visit(cell);
    }
  }
}

function contentOfValue(value: ExcelJS.CellValue, cell: ExcelJS.Cell): CellContent {
  if (value === null || value === undefined) return EMPTY;
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'value', value };
  if (typeof value === 'string') return value === '' ? EMPTY : { kind: 'value', value };
  if (value instanceof Date) return { kind: 'value', value: serialOf(value) };
  if ('formula' in value && value.formula !== '') {
    return { kind: 'formula', formula: bare(value.formula), ...arrayRefOf(value) };
  }
  if ('sharedFormula' in value && value.sharedFormula !== '') {
    const formula = sharedFormulaOf(cell, value.sharedFormula);
    return formula === undefined ? EMPTY : { kind: 'formula', formula };
  }
  if ('error' in value) return { kind: 'error', error: value.error };
  if ('richText' in value) return { kind: 'value', value: plainText(value) };
  if ('hyperlink' in value) return { kind: 'value', value: plainText(value.text) };
  return EMPTY;
}

function arrayRefOf(value: object): { arrayRef?: string } {
  const isArray = 'shareType' in value && value.shareType === 'array';
  return isArray && 'ref' in value && typeof value.ref === 'string' ? { arrayRef: value.ref } : {};
}

/**
 * The serial number of a date in the 1900 system. ExcelJS keeps a cell's date as if it were UTC.
 */
export function serialOf(date: Date): number {
  return date.getTime() / 86_400_000 + 25_569;
}

/** The text of a string, of rich text, or of a hyperlink's caption (which may itself be rich text). */
export function plainText(text: unknown): string {
  if (typeof text === 'string') return text;
  if (typeof text === 'object' && text !== null && 'richText' in text && Array.isArray(text.richText)) {
    return text.richText.map((run: unknown) => runText(run)).join('');
  }
  return typeof text === 'number' || typeof text === 'boolean' ? String(text) : '';
}

function runText(run: unknown): string {
  return typeof run === 'object' && run !== null && 'text' in run ? String(run.text) : '';
}

function bare(formula: string): string {
  return formula.startsWith('=') ? formula.slice(1) : formula;
}

/** ExcelJS's own translation also moves what looks like a reference inside texts; ours goes by tokens. */
function sharedFormulaOf(cell: ExcelJS.Cell, masterAddress: string): string | undefined {
  const master = cell.worksheet.getCell(masterAddress);
  const value = master.value;
  if (typeof value !== 'object' || value === null || !('formula' in value)) return undefined;
  return shiftFormula(
    bare(value.formula),
    Number(cell.row) - Number(master.row),
    Number(cell.col) - Number(master.col),
  );
}
