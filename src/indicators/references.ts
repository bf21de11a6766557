import { cellAddress, columnLetters, quoteSheet } from '../register/addresses';
import {
  APPENDIX_COLUMNS,
  APPENDIX_HEADER_ROW,
  RULE_CELLS,
  type PassportKey,
  type RuleCell,
} from '../register/fixedCells';
import type { TableName } from '../register/tables';
import { RULES, type Choice, type ChoiceRule, type RuleCode, type Threshold } from '../regulations';

/**
 * How the declared names are spelt in one workbook. A user may have renamed a sheet, or kept a header in
 * another letter case: formulas speak the workbook's own spelling, code speaks the declared one.
 */
export interface Binding {
  /** Table name in the workbook, and its headers by declared column name. */
  readonly tables: Readonly<Record<TableName, TableBinding>>;
  readonly sheets: { readonly passport: string; readonly rules: string; readonly appendix: string };
  /** Rows of the passport's fields, column B. */
  readonly passportRows: Readonly<Record<PassportKey, number>>;
  /** Last row of the form on «Приложение». */
  readonly appendixLastRow: number;
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
  /** A field of the passport, absolute. */
  passport(key: PassportKey): string;
  /** A column of the form, absolute. */
  form(column: keyof typeof APPENDIX_COLUMNS): string;
}

/** A formula column of a table: one uniform formula down the whole of it. */
export interface ColumnFormulaDefinition {
  readonly table: TableName;
  readonly column: string;
  /** With the leading "=", in the file grammar. */
  readonly formula: string;
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
  const quoted = (sheet: string): string =>
    /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) ? sheet : quoteSheet(sheet);
  const on = (sheet: string, row: number): string => `${quoted(sheet)}!$B$${String(row)}`;
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
    passport: (key) => on(binding.sheets.passport, binding.passportRows[key]),
    form: (column) => {
      const letters = columnLetters(APPENDIX_COLUMNS[column]);
      const last = String(binding.appendixLastRow);
      return `${quoted(binding.sheets.appendix)}!$${letters}$${String(APPENDIX_HEADER_ROW + 1)}:$${letters}$${last}`;
    },
  };
}

/** Text as a formula literal. */
export const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * How many cells of a column are not empty: whatever a criterion for «text» may say of numbers and errors,
 * suites agree on what is empty. LibreOffice finds numbers and errors with "?*", Excel only text.
 */
export const filledCells = (column: string): string => `(ROWS(${column})-COUNTIFS(${column},""))`;

/** Row of a name in the databank; what was typed is escaped, for wildcards are live in MATCH (formulas.md §3). */
export function databankRow(name: string, refs: References): string {
  const escaped = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${name},"~","~~"),"*","~*"),"?","~?")`;
  return `MATCH(${escaped},${refs.column('Педагоги', 'ФИО')},0)`;
}

/** `$F9`: a cell of the same sheet with its column fixed. */
export const columnFixed = (row: number, column: number): string => `$${cellAddress(row, column)}`;

/** The value of a rule of the table «Правила» as it stands there; an error value where the rule is not. */
export const ruleValue = (code: RuleCode, refs: References): string =>
  `INDEX(${refs.column('Правила', 'Значение')},MATCH(${literal(code)},${refs.column('Правила', 'Код')},0))`;

/** What a rule has been set to, spaces around it forgiven; "" while it is not set. */
export const ruleText = (code: RuleCode, refs: References): string => `TRIM(${ruleValue(code, refs)})`;

/** Whether a rule is set to one of its choices; letter case is folded. */
export const ruleIs = <C extends ChoiceRule>(code: C, choice: Choice<C>, refs: References): string =>
  `${ruleText(code, refs)}=${literal(choice)}`;

/** A number of «Правила», typed as a number or as text; an error value where there is none. */
export const ruleNumber = (code: RuleCode, refs: References): string => `VALUE(${ruleText(code, refs)})`;

/** A number that is always there: what stands on «Правила», or the usual one where that is no number. */
export const ruleThreshold = (code: Threshold, refs: References): string => {
  const [number, usual] = [ruleNumber(code, refs), String(RULES[code].usual)];
  return `IFERROR(IF(${number}>0,${number},${usual}),${usual})`;
};
