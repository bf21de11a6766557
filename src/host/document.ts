import type ExcelJS from 'exceljs';

/**
 * The workbook behind the host. Cells, styles, widths, validations, conditional formats, frozen panes,
 * print setup and protection live in the ExcelJS workbook; what ExcelJS cannot carry (tables with
 * calculated columns) lives beside it. The object model (`objects/`) reads and changes this document,
 * the calculation evaluates it, `xlsx` reads and writes it as a file.
 */

export type HostValue = string | number | boolean;

/** A worksheet table. Rows and columns are 1-based; `bottom` includes the totals row when there is one. */
export interface HostTable {
  id: number;
  name: string;
  /** Name of its worksheet in `book`. */
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** Header texts, in order; unique without regard to letter case. */
  columns: HostTableColumn[];
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  style: string;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

export interface HostTableColumn {
  id: number;
  name: string;
  /**
   * File-grammar formula without "=", when every body cell of the column was given this one formula:
   * written as `<calculatedColumnFormula>` so that Excel fills it into new rows.
   */
  calculatedFormula?: string;
}

export interface HostName {
  name: string;
  /** With the leading "=", e.g. "=Справочники!$A$2:$A$4" or "=5". */
  formula: string;
  comment?: string;
  visible: boolean;
}

export interface HostDocument {
  book: ExcelJS.Workbook;
  tables: HostTable[];
  names: HostName[];
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** Name of the active worksheet. */
  activeSheet: string;
  /** What the file held and this document cannot carry (charts, macros, pivot tables …): said to the user. */
  notCarried: string[];
}

/** Evaluates the document. Lazy: formulas are computed when a value is asked for, not when one is written. */
export interface Calculation {
  /** The cell's present value: "" when empty, error text such as "#N/A" for errors. Row and column 1-based. */
  valueOf(sheet: string, row: number, column: number): HostValue;
  /** True when the value is an error. */
  isError(sheet: string, row: number, column: number): boolean;
  /** To be called after any change of cells in this rectangle. */
  cellsChanged(sheet: string, top: number, left: number, bottom: number, right: number): void;
  /** To be called after sheets, tables or names changed. */
  structureChanged(): void;
  dispose(): void;
}
