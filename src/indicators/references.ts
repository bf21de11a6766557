import { cellAddress, quoteSheet } from '../register/addresses';
import { RULE_CELLS, type RuleCell } from '../register/fixedCells';
import type { TableName } from '../register/tables';

/**
 * How the declared names are spelt in one workbook. A user may have renamed a sheet, or kept a header in
 * another letter case: formulas speak the workbook's own spelling, code speaks the declared one.
 */
export interface Binding {
  /** Table name in the workbook, and its headers by declared column name. */
  readonly tables: Readonly<Record<TableName, TableBinding>>;
  readonly sheets: { readonly passport: string; readonly rules: string };
  /** Row of the passport's school year, column B. */
  readonly schoolYearRow: number;
}

export interface TableBinding {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Prints references in the file grammar, which Office.js takes too (formulas.md §0). */
export interface References {
  /** `Таблица[[Столбец]]` */
  column(table: TableName, column: string): string;
  /** `Таблица[[#This Row],[Столбец]]` */
  cell(table: TableName, column: string): string;
  /** `Таблица[[#Headers],[Столбец]]` */
  header(table: TableName, column: string): string;
  /** A fixed cell of «Правила», absolute. */
  rule(cell: RuleCell): string;
  /** The passport's school year. */
  schoolYear(): string;
}

/** A formula asked for a column that the binding does not hold: a defect of ours, never of the workbook. */
export class UnboundColumn extends Error {
  constructor(table: string, column: string) {
    super(`No column «${column}» is bound in table «${table}»`);
    this.name = 'UnboundColumn';
  }
}

/** Characters that a column name must escape inside a structured reference (MS-OE376 §3.2.3.1.1). */
const escapeColumn = (name: string): string => name.replace(/['[\]#@]/g, (sign) => `'${sign}`);

export function references(binding: Binding): References {
  const spelt = (table: TableName, column: string): { table: string; column: string } => {
    const bound = binding.tables[table];
    const header = bound.headers[column];
    if (header === undefined) throw new UnboundColumn(table, column);
    return { table: bound.name, column: escapeColumn(header) };
  };
  const on = (sheet: string, row: number): string =>
    `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : quoteSheet(sheet)}!$B$${String(row)}`;
  return {
    column: (table, column) => {
      const names = spelt(table, column);
      return `${names.table}[[${names.column}]]`;
    },
    cell: (table, column) => {
      const names = spelt(table, column);
      return `${names.table}[[#This Row],[${names.column}]]`;
    },
    header: (table, column) => {
      const names = spelt(table, column);
      return `${names.table}[[#Headers],[${names.column}]]`;
    },
    rule: (cell) => on(binding.sheets.rules, RULE_CELLS[cell]),
    schoolYear: () => on(binding.sheets.passport, binding.schoolYearRow),
  };
}

/** Text as a formula literal. */
export const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * How many cells of a column are not empty: whatever a criterion for «text» may say of numbers and errors,
 * suites agree on what is empty. LibreOffice finds numbers and errors with "?*", Excel only text.
 */
export const filledCells = (column: string): string => `(ROWS(${column})-COUNTIFS(${column},""))`;

/** `$F9`: a cell of the same sheet with its column fixed. */
export const columnFixed = (row: number, column: number): string => `$${cellAddress(row, column)}`;
