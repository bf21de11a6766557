import type ExcelJS from 'exceljs';
import { accessDenied, itemNotFound } from '../errors';
import type { Calculation, HostDocument, HostValue } from '../document';
import type { HostObject } from './model';
import { areaAddress, type Rect } from './places';

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

/** A column that has properties of its own; unlike ExcelJS's `getColumn` and `columnCount` this creates and counts nothing. */
export function existingColumn(sheet: ExcelJS.Worksheet, column: number): ExcelJS.Column | undefined {
  return (sheet.columns as (ExcelJS.Column | undefined)[] | undefined)?.[column - 1];
}

/** Up to which column a sheet keeps properties of columns; every column after it is a standard one. */
export function columnsKept(sheet: ExcelJS.Worksheet): number {
  return (sheet.columns as ExcelJS.Column[] | undefined)?.length ?? 0;
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
