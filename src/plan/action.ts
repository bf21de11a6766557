/**
 * A plan is a list of plain workbook actions: data that can be shown as a dry run, counted, tested,
 * applied and undone. Domain folders make plans; only `src/workbook` carries them out.
 *
 * Addresses are A1 without a sheet and without `$` ("A1", "A2:F40"). Formulas are in the file grammar:
 * English function names, commas, `Таблица[[Столбец]]`, `Таблица[[#This Row],[Столбец]]`.
 */

/** What a cell holds. The empty string is an empty cell; dates are serial numbers of the 1900 system. */
export type CellValue = string | number | boolean;

/** A cell as it was found: a value, or a formula in the words Excel answered. */
export type StoredCell = CellValue | { readonly formula: string };

/** Look of a range; only what is named is set, everything else stays as it was. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly numberFormat?: string;
  /** Thin lines around and inside the range, in this colour. */
  readonly border?: string;
  /** A thin line under the range, in this colour: a place to write by hand. */
  readonly bottomLine?: string;
  /** Points; the same height for every row of the range. */
  readonly rowHeight?: number;
}

/** A line at one side of a cell as it was found. */
export interface FoundLine {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

export const CELL_SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;
export type CellSide = (typeof CELL_SIDES)[number];

/** A look as it was found, to be given back: only what is named is set. */
export interface FoundLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly fontColor?: string;
  /** Null: no fill at all, which is not white. */
  readonly fill?: string | null;
  readonly wrap?: boolean;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly numberFormat?: string;
  /** Null: no line. */
  readonly borders?: Readonly<Partial<Record<CellSide, FoundLine | null>>>;
  readonly rowHeight?: number;
}

/** A data validation as it was found: parts of `Excel.DataValidation`, given back as they are. */
export interface FoundValidation {
  readonly rule: object;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: object;
  readonly prompt: object;
}

/** A print setup as it was found; what is null was not set. */
export interface FoundPrint {
  readonly orientation: string;
  readonly paperSize: string | null;
  readonly zoom: object;
  readonly area: string | null;
  readonly titleRows: string | null;
  readonly titleColumns: string | null;
}

/** Look of a conditional format: colours only, because a colour never carries meaning alone here. */
export interface FlagLook {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

export type ValidationRule =
  /** A list behind a defined name («СписокКатегория»): typing another value warns and is kept. */
  | { readonly kind: 'list'; readonly name: string }
  /** Any formula for the top-left cell; «custom» because date rules are mangled by file libraries. */
  | { readonly kind: 'custom'; readonly formula: string };

export interface PrintLayout {
  readonly orientation: 'Portrait' | 'Landscape';
  /** A1 range to print; absent = the used cells. */
  readonly area?: string;
  /** Rows repeated on every page, "$1:$1". */
  readonly titleRows?: string;
  /** Columns repeated on every page, "$A:$A". */
  readonly titleColumns?: string;
  /** All columns on so many pages side by side. */
  readonly pagesWide: number;
  /** Rows (1-based) after which a new page begins. */
  readonly pageBreaks?: readonly number[];
}

export type WorkbookAction =
  | {
      readonly kind: 'addSheet';
      readonly sheet: string;
      /** 0-based place among the sheets. */
      readonly position: number;
      readonly tabColor: string;
    }
  /** Gives an untouched default sheet a name of ours, or an empty sheet of our name its place. */
  | {
      readonly kind: 'renameSheet';
      readonly sheet: string;
      readonly name: string;
      readonly tabColor: string;
      /** 0-based place among the sheets; absent: where it is. */
      readonly position?: number;
    }
  /** Plain values. Text that begins with = + - @ or ' is written so that it stays text. */
  | {
      readonly kind: 'writeValues';
      readonly sheet: string;
      readonly address: string;
      readonly values: readonly (readonly CellValue[])[];
    }
  /** Empties cells of our own and drops their links; looks stay. */
  | { readonly kind: 'clearCells'; readonly sheet: string; readonly address: string }
  /** Drops the links of cells; what stands there stays. */
  | { readonly kind: 'clearLinks'; readonly sheet: string; readonly address: string }
  /** One formula into every cell of the range (a table column, usually): travels once. */
  | {
      readonly kind: 'fillFormula';
      readonly sheet: string;
      readonly address: string;
      readonly formula: string;
    }
  /** Different formulas, one a cell. */
  | {
      readonly kind: 'writeFormulas';
      readonly sheet: string;
      readonly address: string;
      readonly formulas: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'addTable';
      readonly sheet: string;
      /** Header row included; the header cells must already hold the headers. */
      readonly address: string;
      readonly name: string;
      /** Built-in Excel style, e.g. TableStyleLight1. */
      readonly style: string;
    }
  /** A table that was made and not yet named when a run was cut short. */
  | {
      readonly kind: 'renameTable';
      readonly table: string;
      readonly sheet: string;
      readonly name: string;
      readonly style: string;
    }
  /** Columns at the right edge of a table that shows totals: what resizing makes of totals is documented nowhere. */
  | {
      readonly kind: 'addTableColumns';
      readonly table: string;
      readonly sheet: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'resizeTable'; readonly table: string; readonly sheet: string; readonly address: string }
  /** A defined name over an absolute range: "='Справочники'!$A$2:$A$4". Adds or re-points. */
  | { readonly kind: 'setName'; readonly name: string; readonly refersTo: string }
  | { readonly kind: 'setLook'; readonly sheet: string; readonly address: string; readonly look: CellLook }
  /** Width in characters of the default font, as Excel shows it in «Ширина столбца». */
  | {
      readonly kind: 'setColumnWidth';
      readonly sheet: string;
      readonly columns: string;
      readonly characters: number;
    }
  | { readonly kind: 'hideColumns'; readonly sheet: string; readonly columns: string }
  /** Each row of the range becomes one cell. Only on sheets the same plan adds: it goes with the sheet. */
  | { readonly kind: 'mergeRows'; readonly sheet: string; readonly address: string }
  | {
      readonly kind: 'setValidation';
      readonly sheet: string;
      readonly address: string;
      readonly rule: ValidationRule;
      readonly title: string;
      readonly message: string;
    }
  /**
   * Replaces, on the ranges named, the conditional formats that carry our mark (a formula that begins
   * with `AND(N("рег:` …), and adds these, the first with the highest priority. Formats of the user stay.
   * Without any, ours are taken off the sheet.
   */
  | {
      readonly kind: 'setFlags';
      readonly sheet: string;
      readonly flags: readonly {
        readonly code: string;
        /** One range, or several with commas between. */
        readonly address: string;
        /** A1 formula for the top-left cell, with the mark, without a leading "=" . */
        readonly formula: string;
        readonly look: FlagLook;
      }[];
    }
  | { readonly kind: 'freeze'; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly kind: 'setPrint'; readonly sheet: string; readonly layout: PrintLayout }
  /** A link inside the workbook, or a web address. */
  | {
      readonly kind: 'setLink';
      readonly sheet: string;
      readonly address: string;
      readonly target: string;
      readonly text: string;
    }
  | { readonly kind: 'activate'; readonly sheet: string }
  // What takes the actions above back.
  /** `again` puts a sheet of our own back when its removal is undone. */
  | { readonly kind: 'removeSheet'; readonly sheet: string; readonly again?: readonly WorkbookAction[] }
  /** The table becomes plain cells again; what stands in them and how they look stays. */
  | { readonly kind: 'removeTable'; readonly table: string; readonly sheet: string }
  /** Columns with all that stands in them; cells to the right of the table move up to it. */
  | {
      readonly kind: 'removeTableColumns';
      readonly table: string;
      readonly sheet: string;
      readonly names: readonly string[];
    }
  | { readonly kind: 'removeName'; readonly name: string }
  | { readonly kind: 'clearValidation'; readonly sheet: string; readonly address: string }
  | {
      readonly kind: 'restoreValidation';
      readonly sheet: string;
      readonly address: string;
      readonly validation: FoundValidation;
    }
  /** Cells as they were; null leaves a cell alone. */
  | {
      readonly kind: 'restoreCells';
      readonly sheet: string;
      readonly address: string;
      readonly cells: readonly (readonly (StoredCell | null)[])[];
    }
  /** A link without a word of what stands in its cell. */
  | {
      readonly kind: 'restoreLink';
      readonly sheet: string;
      readonly address: string;
      readonly target: string;
    }
  | {
      readonly kind: 'restoreLook';
      readonly sheet: string;
      readonly address: string;
      readonly look: FoundLook;
    }
  | {
      readonly kind: 'restoreColumns';
      readonly sheet: string;
      readonly columns: string;
      /** Width in points, as Excel answered it. */
      readonly width?: number;
      readonly hidden?: boolean;
    }
  | {
      readonly kind: 'restorePrint';
      readonly sheet: string;
      readonly layout: FoundPrint;
      /** Names of the sheet that hold a print area or titles and are to go: there were none. */
      readonly remove: readonly string[];
    };

export type Plan = readonly WorkbookAction[];
