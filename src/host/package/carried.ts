import type ExcelJS from 'exceljs';
import type { HostDocument } from '../document';
import type { CarriedName } from './names';
import type { CarriedTable } from './tables';

/**
 * What a file held that has no place in the document's model but can be written again as it was. It stands
 * beside the document, keyed by the very sheet object, so that it follows a renamed or moved sheet and
 * disappears with a deleted one. Ranges inside it do not follow inserted rows.
 */
export interface CarriedSheet {
  names: CarriedName[];
  /** Elements written again as they were, by name (protectedRanges, colBreaks …). */
  elements: { name: string; outer: string }[];
  /** `<conditionalFormatting>` elements with the rules ExcelJS cannot write; dxfId refers to `dxfs`. */
  conditionalFormats: string[];
  /** `<ext>` elements of the sheet's extension list. */
  extensions: string[];
  /** Namespace declarations the carried fragments need. */
  namespaces: string;
  /** Links on cells whose value is not a text, by address. */
  links: Map<string, CarriedLink>;
  /** `<autoFilter>` of the sheet with its criteria, good while the range is still this one. */
  autoFilter: { ref: string; outer: string } | undefined;
  /** Whether the sheet's default row height was set by hand: ExcelJS claims it of any but 15. */
  customHeight: boolean;
}

export interface CarriedLink {
  readonly target: string;
  readonly tooltip: string | undefined;
}

export interface CarriedBook {
  /** Elements of the workbook part written again as they were. */
  elements: { name: string; outer: string }[];
  /** `<dxf>` elements of the file's styles, by position. */
  dxfs: string[];
  /** The `<font>` of cells that name no other. */
  defaultFont: string | undefined;
  /** By table id. */
  tables: Map<number, CarriedTable>;
}

const sheets = new WeakMap<ExcelJS.Worksheet, CarriedSheet>();
const books = new WeakMap<ExcelJS.Workbook, CarriedBook>();

export function carrySheet(sheet: ExcelJS.Worksheet, carried: CarriedSheet): void {
  sheets.set(sheet, carried);
}

export function carriedOfSheet(sheet: ExcelJS.Worksheet): CarriedSheet | undefined {
  return sheets.get(sheet);
}

export function carryBook(document: HostDocument, carried: CarriedBook): void {
  books.set(document.book, carried);
}

export function carriedOfBook(document: HostDocument): CarriedBook | undefined {
  return books.get(document.book);
}
