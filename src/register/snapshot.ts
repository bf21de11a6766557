import type { CellValue } from '../plan/action';

/**
 * A workbook as plain data: what `src/workbook` read, and all that the domain knows of it.
 * Rows and columns are 1-based, as a person counts them.
 */

/** A rectangle of cells as read. */
export interface CellBlock {
  readonly firstRow: number;
  readonly firstColumn: number;
  /** Values by row; "" is an empty cell; an error is its text ("#N/A"). */
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas by row where they were read (a cell without a formula repeats its value). */
  readonly formulas?: readonly (readonly CellValue[])[];
}

/** The formulas of one table column, without reading each of them. */
export interface ColumnFormula {
  /** Formula of the first body cell, or "" when it holds a value. */
  readonly first: string;
  /** True when every body cell of the column holds a formula. */
  readonly unbroken: boolean;
  /** 0-based body rows without a formula, where some have one and some have none; where it was read. */
  readonly bare?: readonly number[];
}

export interface TableSnapshot {
  readonly name: string;
  readonly sheet: string;
  /** The header row's number. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  /** Body rows; an empty table has one blank row. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly hasTotals: boolean;
  /** True when its header row is not shown: its headers cannot be told then. */
  readonly hidesHeaders?: true;
  /** By header, for the columns that hold formulas. */
  readonly formulas: Readonly<Record<string, ColumnFormula>>;
  /** Headers of columns that hold a data validation already, the user's or ours. */
  readonly validated?: readonly string[];
  /** Widths in characters by header; only of a workbook that has not been set up as a register yet. */
  readonly widths?: Readonly<Record<string, number>>;
}

export interface SheetSnapshot {
  readonly name: string;
  /** 0-based place among the sheets. */
  readonly position: number;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** A1 of the used cells, without the sheet; null on an empty sheet. */
  readonly used: string | null;
  /**
   * The used cells: values and formulas of the sheets that are not tables («Паспорт», «Приложение»,
   * «Правила»), values of the sheets of record tables, the first row alone of a foreign sheet; null when empty.
   */
  readonly cells: CellBlock | null;
  /** True when nobody has touched the print setup; read together with the widths. */
  readonly printsPlainly?: boolean;
}

export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly tables: readonly TableSnapshot[];
  /** Defined names of the workbook and what they refer to, e.g. "=Справочники!$A$2:$A$4". */
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
  /** False when the workbook is set to manual calculation. */
  readonly automaticCalculation: boolean;
}
