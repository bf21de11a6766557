import type { CellValue } from '../plan/action';
import type { ParameterCode } from '../regulations';
import { cellAddress, type CellPlace } from './addresses';
import type { PassportKey } from './fixedCells';
import type { TableName } from './tables';

/**
 * The register as the domain works with it: the tables' rows as they were read, each cell with its place.
 * Rows are kept by column number, not as objects: a register may hold a hundred thousand of them.
 */
export interface RegisterTable {
  readonly table: TableName;
  readonly sheet: string;
  /** Row number of the first body row. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rows: readonly (readonly CellValue[])[];
  /** Place of a declared column in a row; −1 when the workbook lacks it. */
  indexOf(column: string): number;
}

export interface Register {
  readonly passport: Readonly<Record<PassportKey, CellValue>>;
  /** Serial of «Дата расчёта», the time of day included; null when the cell holds no date. */
  readonly today: number | null;
  /** Serials of the first and the last day of the reporting period; 0 and 0 when it is not known. */
  readonly period: { readonly begin: number; readonly end: number };
  readonly parameters: Readonly<Record<ParameterCode, CellValue>>;
  /** Values of the lists that formulas look into, as they stand on «Справочники». */
  readonly lists: { readonly education: readonly CellValue[]; readonly category: readonly CellValue[] };
  readonly tables: Readonly<Partial<Record<TableName, RegisterTable>>>;
  /** Rows of the form whose zero the methodist has confirmed, by their number. */
  readonly confirmed: ReadonlySet<string>;
  /** How many meetings the form has rows for, at least four. */
  readonly meetings: number;
}

/** A cell of a table as evidence names it. A column the workbook lacks points at the row's first cell. */
export function placeOf(table: RegisterTable, row: number, column: string): CellPlace {
  const index = Math.max(0, table.indexOf(column));
  return { sheet: table.sheet, cell: cellAddress(table.firstRow + row, table.firstColumn + index) };
}

/** The value of a cell, "" when the column is not there. */
export function valueAt(table: RegisterTable, row: number, column: string): CellValue {
  const index = table.indexOf(column);
  return index < 0 ? '' : (table.rows[row]?.[index] ?? '');
}
