import type ExcelJS from 'exceljs';
import { accessDenied, itemNotFound } from '../errors';
import type { Calculation, HostDocument, HostValue } from '../document';
import type { HostObject } from './model';

/** A rectangle of cells on a sheet; rows and columns are 1-based and inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle on a sheet: what a `Range` of the API stands for. */
export interface Area extends Rect {
  readonly sheet: ExcelJS.Worksheet;
}

/** Who makes a change, as events tell it (`Excel.EventSource`, `Excel.EventTriggerSource`). */
export type Author = 'addin' | 'user' | 'remote';

/** One change of cells, sheets or the like, to be told to those who registered for it. */
export interface WorkbookEvent {
  /** `eventType` numbers of the client library: 10 changed, 13 sheet added, 15 sheet deleted. */
  readonly type: number;
  readonly worksheetId: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** Everything the object model works on, and what a batch leaves behind. */
export interface World {
  readonly document: HostDocument;
  readonly calculation: Calculation;
  author: Author;
  /** The selected cells; the sheet is the active one unless it was deleted. */
  selection: Area;
  /** Objects the library asked to keep (`_KeepReference`), by reference id. */
  readonly references: Map<string, HostObject>;
  readonly referenceIds: WeakMap<HostObject, string>;
  /** What happened since the last time events were sent. */
  events: WorkbookEvent[];
  /** Subscriptions by control id, event type and target id. */
  readonly subscriptions: Map<string, Subscription>;
  /** The control id of the request now being carried out. */
  controlId: string;
  nextReference: number;
}

export interface Subscription {
  readonly controlId: string;
  readonly type: number;
  readonly targetId: string;
}

export const maxRow = 1_048_576;
export const maxColumn = 16_384;

/** A column that has properties of its own; unlike ExcelJS's `getColumn` and `columnCount` this creates and counts nothing. */
export function existingColumn(sheet: ExcelJS.Worksheet, column: number): ExcelJS.Column | undefined {
  return (sheet.columns as (ExcelJS.Column | undefined)[] | undefined)?.[column - 1];
}

/** The id Excel gives a sheet: a GUID; ours is made of the sheet's number in the file. */
export function sheetId(sheet: ExcelJS.Worksheet): string {
  return `{00000000-0001-0000-${sheet.id.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`;
}

/** Sheets in the order of their tabs. */
export function orderedSheets(world: World): ExcelJS.Worksheet[] {
  return world.document.book.worksheets;
}

/** Finds a sheet by name (letter case aside) or id. */
export function findSheet(world: World, key: unknown): ExcelJS.Worksheet | undefined {
  if (typeof key !== 'string') return undefined;
  const wanted = key.toLocaleUpperCase();
  return orderedSheets(world).find(
    (sheet) => sheet.name.toLocaleUpperCase() === wanted || sheetId(sheet) === key,
  );
}

export function ensureSheetAlive(sheet: ExcelJS.Worksheet, world: World): void {
  if (world.document.book.getWorksheet(sheet.id) !== sheet) throw itemNotFound('the worksheet was deleted');
}

export function activeSheet(world: World): ExcelJS.Worksheet {
  const sheet = findSheet(world, world.document.activeSheet) ?? orderedSheets(world)[0];
  if (!sheet) throw itemNotFound('the workbook has no worksheets');
  return sheet;
}

interface ProtectedSheet {
  sheetProtection?: ({ sheet?: boolean } & Partial<ExcelJS.WorksheetProtection>) | null;
}

/** The protection ExcelJS keeps on the sheet, which its typings leave out. */
export function protectionOf(sheet: ExcelJS.Worksheet): ProtectedSheet['sheetProtection'] {
  return (sheet as unknown as ProtectedSheet).sheetProtection;
}

export function setProtection(sheet: ExcelJS.Worksheet, protection: ProtectedSheet['sheetProtection']): void {
  (sheet as unknown as ProtectedSheet).sheetProtection = protection ?? null;
}

export function isProtected(sheet: ExcelJS.Worksheet): boolean {
  return protectionOf(sheet)?.sheet === true;
}

/** Structure, formats, tables, rules: none of them may change on a protected sheet (error page: AccessDenied). */
export function ensureUnprotected(sheet: ExcelJS.Worksheet): void {
  if (isProtected(sheet)) throw accessDenied(`the worksheet "${sheet.name}" is protected`);
}

/** Cells of a protected sheet can be written only when every one of them is unlocked (d.ts `FormatProtection.locked`). */
export function ensureCellsEditable(area: Area): void {
  if (!isProtected(area.sheet)) return;
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = area.sheet.findRow(row);
    for (let column = area.left; column <= area.right; column++) {
      const protection = cells?.findCell(column)?.protection;
      if (protection?.locked !== false) throw accessDenied(`the worksheet "${area.sheet.name}" is protected`);
    }
  }
}

/** To be called after the cells of an area changed their content. */
export function cellsChanged(
  world: World,
  area: Area,
  details?: { readonly before: HostValue; readonly after: HostValue },
): void {
  world.calculation.cellsChanged(area.sheet.name, area.top, area.left, area.bottom, area.right);
  world.events.push({
    type: 10,
    worksheetId: sheetId(area.sheet),
    message: {
      changeType: 'RangeEdited',
      source: world.author === 'remote' ? 'Remote' : 'Local',
      worksheetId: sheetId(area.sheet),
      address: areaAddress(area),
      referenceId: `${sheetId(area.sheet)}!${areaAddress(area)}`,
      shiftDirection: 'None',
      // d.ts WorksheetChangedEventArgs.triggerSource (1.14): told for the add-in's own changes only.
      ...(world.author === 'addin' ? { triggerSource: 'ThisLocalAddin' } : {}),
      ...(details
        ? {
            valueBefore: details.before,
            valueAfter: details.after,
            valueTypeBefore: valueType(details.before),
            valueTypeAfter: valueType(details.after),
          }
        : {}),
    },
  });
}

/** `Excel.RangeValueType` of a value; errors are told apart where they are known. */
export function valueType(value: HostValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export function overlaps(one: Rect, other: Rect): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
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

export function rectOf({ top, left, bottom, right }: Rect): Rect {
  return { top, left, bottom, right };
}

export const rowCount = (rect: Rect): number => rect.bottom - rect.top + 1;
export const columnCount = (rect: Rect): number => rect.right - rect.left + 1;
export const isWholeColumns = (rect: Rect): boolean => rect.top === 1 && rect.bottom === maxRow;
export const isWholeRows = (rect: Rect): boolean => rect.left === 1 && rect.right === maxColumn;

/** 28 → "AB". */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "AB" → 28; letters only. */
export function columnNumber(letters: string): number {
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
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^R\d*C\d*$/i.test(name);
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
  const name = quoted.startsWith("'") && quoted.endsWith("'") ? quoted.slice(1, -1).replace(/''/g, "'") : quoted;
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
