import type { CellLook, CellValue, PrintLayout } from '../plan/action';

/**
 * A workbook of values, as data: what is sent to the department, the joined workbook, a document as a file.
 * It is written by `writeBook`, in the pane and on the command line alike.
 */
export interface PlainSheet {
  readonly name: string;
  /** Values from A1; "" is an empty cell. */
  readonly rows: readonly (readonly CellValue[])[];
  /**
   * Cells that go on living in the file: the formula in the file grammar, with its «=»; what it comes to stands in
   * `rows`, so that whoever does not compute shows it too.
   */
  readonly formulas?: readonly { readonly address: string; readonly formula: string }[];
  /** Looks of ranges, later ones over earlier ones. */
  readonly looks: readonly { readonly address: string; readonly look: CellLook }[];
  readonly merges: readonly string[];
  /** Width of each column in characters; null: the usual one. */
  readonly widths: readonly (number | null)[];
  readonly hiddenColumns?: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly print: PrintLayout;
  /** Rows (1-based) after which a new page begins. */
  readonly pageBreaks?: readonly number[];
  readonly tabColor?: string;
  /** Excel tables, header row included. */
  readonly tables?: readonly { readonly name: string; readonly address: string; readonly style: string }[];
}

export interface PlainBook {
  readonly sheets: readonly PlainSheet[];
  /** Defined names: name → "'Паспорт'!$B$3". */
  readonly names: Readonly<Record<string, string>>;
}
