import { parseStructRef, tokenTypes, tokenize } from '@borgar/fx';
import ExcelJS from 'exceljs';
import { contentOf, serialOf } from '../cells';
import type { HostValue } from '../document';
import { HostError, invalidArgument } from '../errors';
import { parses, shiftFormula, toDisplayForm, toFileGrammar } from '../references';
import { columnOfName, findTable, tableAt } from './table-model';
import { columnCount, rowCount } from './places';
import { findSheet, type Area, type World } from './world';

/** Limits of Excel: d.ts has no member for them; support.microsoft.com "Excel specifications and limits". */
const maxTextLength = 32_767;
const maxFormulaLength = 8_192;
/** "Excel JavaScript API performance": a get on a range is limited to five million cells. */
const maxCellsRead = 5_000_000;

/** What one cell is to hold. */
export type Entry =
  | { readonly kind: 'value'; readonly value: HostValue; readonly format?: string }
  /** File grammar without "=". */
  | { readonly kind: 'formula'; readonly formula: string };

const errorTexts = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!']);

/** The cell, if it exists and is not the covered part of a merged area. */
export function cellAt(sheet: ExcelJS.Worksheet, row: number, column: number): ExcelJS.Cell | undefined {
  const cell = sheet.findRow(row)?.findCell(column);
  return cell && !(cell.isMerged && cell.master !== cell) ? cell : undefined;
}

/** The formula of a cell in the file grammar, without "="; undefined when it holds a value. */
export function formulaOf(cell: ExcelJS.Cell | undefined): string | undefined {
  const content = cell && contentOf(cell);
  return content?.kind === 'formula' ? content.formula : undefined;
}

/** The value of a cell that holds no formula; "" when it is empty. */
export function plainValue(cell: ExcelJS.Cell | undefined): HostValue {
  const content = cell && contentOf(cell);
  if (content?.kind === 'value') return content.value;
  return content?.kind === 'error' ? content.error : '';
}

/** The present value of a cell, computed when it holds a formula. */
export function valueAt(world: World, sheet: ExcelJS.Worksheet, row: number, column: number): HostValue {
  const cell = cellAt(sheet, row, column);
  if (!cell) return '';
  const content = contentOf(cell);
  switch (content.kind) {
    case 'formula':
      return world.calculation.valueOf(sheet.name, row, column);
    case 'value':
      return content.value;
    case 'error':
      return content.error;
    case 'empty':
      return '';
  }
}

/** True when the cell holds something: a value or a formula. */
export function isFilled(cell: ExcelJS.Cell | undefined): boolean {
  return cell !== undefined && cell.type !== ExcelJS.ValueType.Null && cell.type !== ExcelJS.ValueType.Merge;
}

/** Builds the two-dimensional answer for an area. */
export function readGrid<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  if (rowCount(area) * columnCount(area) > maxCellsRead) {
    throw new HostError(
      'RangeExceedsLimit',
      'The cell count in the range has exceeded the maximum supported number.',
    );
  }
  const grid: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: T[] = [];
    for (let column = area.left; column <= area.right; column++) line.push(read(row, column));
    grid.push(line);
  }
  return grid;
}

export function readValues(world: World, area: Area): HostValue[][] {
  return readGrid(area, (row, column) => valueAt(world, area.sheet, row, column));
}

/**
 * Formulas as Excel shows them: references are normalised (`Таблица[Столбец]`, `[@Столбец]` inside the own
 * table), so what is read back need not be the text that was written.
 */
export function readFormulas(world: World, area: Area): HostValue[][] {
  const shown = new Map<string, string>();
  return readGrid(area, (row, column) => {
    const cell = cellAt(area.sheet, row, column);
    const formula = formulaOf(cell);
    if (formula === undefined) return plainValue(cell);
    if (!formula.includes('[')) return `=${formula}`;
    const table = tableAt(world, area.sheet, row, column)?.name ?? '';
    const key = `${table}\n${formula}`;
    let text = shown.get(key);
    if (text === undefined) {
      text = `=${toDisplayForm(formula, table === '' ? undefined : table)}`;
      shown.set(key, text);
    }
    return text;
  });
}

/**
 * A matrix for an area from what was assigned: an array of exactly its shape, or one scalar for every cell
 * (learn.microsoft.com "Set and get range values, text, or formulas": both are documented). Null means
 * "leave this cell as it is" ("Blank and null values in two-dimensional arrays").
 */
export function shapeOf(
  area: Area,
  assigned: unknown,
): { readonly scalar: unknown } | { readonly rows: readonly (readonly unknown[])[] } {
  if (!Array.isArray(assigned)) return { scalar: assigned };
  const wrong = invalidArgument(
    "the number of rows or columns in the input array doesn't match the size or dimensions of the range",
  );
  if (assigned.length !== rowCount(area)) throw wrong;
  const width = columnCount(area);
  const rows: (readonly unknown[])[] = [];
  for (const line of assigned) {
    if (!Array.isArray(line) || line.length !== width) throw wrong;
    rows.push(line);
  }
  return { rows };
}

/** Writes contents cell by cell; merged-away cells are skipped, as Excel keeps only the first of a merge. */
export function putContent(sheet: ExcelJS.Worksheet, row: number, column: number, content: Entry): void {
  if (content.kind === 'value' && content.value === '') {
    const cell = sheet.findRow(row)?.findCell(column);
    if (cell && cell.type !== ExcelJS.ValueType.Null && cell.type !== ExcelJS.ValueType.Merge)
      cell.value = null;
    return;
  }
  const cell = sheet.getRow(row).getCell(column);
  if (cell.type === ExcelJS.ValueType.Merge) return;
  if (content.kind === 'formula') {
    cell.value = { formula: content.formula };
    return;
  }
  const { value } = content;
  cell.value =
    typeof value === 'string' && errorTexts.has(value)
      ? { error: value as ExcelJS.CellErrorValue['error'] }
      : value;
  if (content.format !== undefined && (cell.numFmt === undefined || cell.numFmt === 'General')) {
    cell.style = { ...cell.style, numFmt: content.format };
  }
}

/** Reads what is being assigned to one cell; formulas are checked and brought to the file grammar. */
export function createContentReader(world: World, sheet: ExcelJS.Worksheet) {
  const known = new Map<string, string>();

  const formula = (text: string, row: number, column: number): Entry => {
    const table = text.includes('[') ? tableAt(world, sheet, row, column)?.name : undefined;
    const key = `${table ?? ''}\n${text}`;
    let stored = known.get(key);
    if (stored === undefined) {
      stored = storedFormula(world, text, table);
      known.set(key, stored);
    }
    return { kind: 'formula', formula: stored };
  };

  return {
    formula,
    /** `undefined` leaves the cell as it is. */
    content(assigned: unknown, row: number, column: number, isText: boolean): Entry | undefined {
      if (assigned === null || assigned === undefined) return undefined;
      if (typeof assigned === 'boolean') return { kind: 'value', value: assigned };
      if (typeof assigned === 'number') {
        if (!Number.isFinite(assigned)) throw invalidArgument('a number must be finite');
        return { kind: 'value', value: assigned };
      }
      if (typeof assigned !== 'string')
        throw invalidArgument('a cell holds text, a number or a logical value');
      if (assigned.length > maxTextLength) {
        throw invalidArgument(`text in a cell is limited to ${maxTextLength} characters`);
      }
      // A leading apostrophe marks text and is not part of it (support.microsoft.com "Format numbers as text").
      if (assigned.startsWith("'")) return { kind: 'value', value: assigned.slice(1) };
      if (isText || assigned === '') return { kind: 'value', value: assigned };
      if (assigned.startsWith('=') && assigned.length > 1) return formula(assigned, row, column);
      const typed = typedValue(assigned);
      if (typed) return typed;
      // d.ts Range.values: text that starts with "+", "-" or "=" is interpreted as a formula; a lone sign is text.
      if (/^[+@-]./.test(assigned)) return formula(`=${assigned}`, row, column);
      return { kind: 'value', value: assigned };
    },
  };
}

/** The file-grammar formula, without "=", for a formula as the API takes it. */
export function storedFormula(world: World, text: string, tableAtCell: string | undefined): string {
  // support.microsoft.com "Excel specifications and limits": length of formula contents.
  if (text.length > maxFormulaLength) {
    throw new HostError(
      'FormulaLengthExceedsLimit',
      `The formula is longer than ${maxFormulaLength} characters.`,
    );
  }
  if (!parses(text)) throw invalidArgument(`the formula cannot be read: ${text.slice(0, 200)}`);
  let stored: string;
  try {
    stored = toFileGrammar(text, tableAtCell);
  } catch (error) {
    throw invalidArgument(error instanceof Error ? error.message : 'the formula cannot be read');
  }
  ensureReferencesExist(world, stored);
  return stored.slice(1);
}

/** A formula that names a table or a sheet that is not there is refused, as Excel's formula bar refuses it. */
function ensureReferencesExist(world: World, formula: string): void {
  for (const token of formula.includes('[') ? tokenize(formula) : []) {
    const reference = token.type === tokenTypes.REF_STRUCT ? parseStructRef(token.value) : undefined;
    if (!reference) continue;
    const table = findTable(world, reference.table ?? '');
    if (!table)
      throw invalidArgument(`the formula refers to a table that does not exist: ${reference.table}`);
    for (const name of reference.columns ?? []) {
      if (!columnOfName(table, name)) {
        throw invalidArgument(`the table ${table.name} has no column "${name}"`);
      }
    }
  }
  if (!formula.includes('!')) return;
  for (const match of formula
    .replace(/"(?:[^"]|"")*"/g, '""')
    // a reference that was lost names no sheet
    .replaceAll('#REF!', '')
    .matchAll(/(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu)) {
    const name = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
    if (!findSheet(world, name))
      throw invalidArgument(`the formula refers to a sheet that does not exist: ${name}`);
  }
}

/** One formula at its first cell, as it stands in another: relative A1 references move with it (VBA `Range.Formula`). */
export function shifted(formula: string, rows: number, columns: number): string {
  return (rows === 0 && columns === 0) || !mayShift(formula) ? formula : shiftFormula(formula, rows, columns);
}

/** False when no part of the formula can move: it holds no A1 reference at all. */
export function mayShift(formula: string): boolean {
  return /[A-Za-z]{1,3}\d|[A-Za-z]{1,3}:|\d:\d/.test(formula.replace(/"(?:[^"]|"")*"/g, ''));
}

/**
 * What Excel makes of text written as a value under the General format: it enters it as if typed in en-US
 * (d.ts Range.values; OfficeDev/office-js #1559: day-first dates stay text). Text formats keep it as it is.
 */
function typedValue(text: string): Entry | undefined {
  const trimmed = text.trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed))
    return { kind: 'value', value: Number(trimmed) };
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(trimmed)) {
    return { kind: 'value', value: Number(trimmed.replaceAll(',', '')), format: '#,##0' };
  }
  const percent = /^([+-]?\d+(?:\.\d+)?)\s?%$/.exec(trimmed);
  if (percent) {
    const digits = percent[1] ?? '';
    return { kind: 'value', value: Number(digits) / 100, format: digits.includes('.') ? '0.00%' : '0%' };
  }
  if (/^(?:true|false)$/i.test(trimmed)) return { kind: 'value', value: trimmed.toLowerCase() === 'true' };
  if (errorTexts.has(trimmed.toUpperCase())) return { kind: 'value', value: trimmed.toUpperCase() };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return typedDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2}|\d{4}))?$/.exec(trimmed);
  if (american) {
    const written = american[3];
    const year = written === undefined ? new Date().getFullYear() : Number(written);
    const full = written?.length === 2 ? year + (year < 30 ? 2000 : 1900) : year;
    return typedDate(full, Number(american[1]), Number(american[2]));
  }
  const time = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(trimmed);
  if (time && Number(time[1]) < 24) {
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return { kind: 'value', value: seconds / 86_400, format: 'h:mm' };
  }
  return undefined;
}

function typedDate(year: number, month: number, day: number): Entry | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { kind: 'value', value: serialOf(date), format: 'm/d/yyyy' };
}
