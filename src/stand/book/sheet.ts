import type ExcelJS from 'exceljs';
import { isDateFormat } from 'numfmt';
import { contentOf } from '../../host/cells';
import type { HostDocument, HostTable, HostValue } from '../../host/document';
import { cellAt, formulaOf } from '../../host/objects/contents';
import { styleAt } from '../../host/objects/look';
import { mergesOn } from '../../host/objects/table-model';
import type { Rect } from '../../host/objects/places';
import { existingColumn } from '../../host/objects/world';
import { carriedOfSheet } from '../../host/package/carried';
import { toDisplayForm } from '../../host/references';
import { showValue } from './display';
import { cellLook, pixels, type CellLook, type Css } from './look';
import { tableCss } from './tableLook';
import { editText } from './typed';

/** One sheet as the grid shows it: sizes in CSS pixels, texts, looks. Rows and columns are 1-based. */

export interface CellView {
  readonly text: string;
  readonly css: Css;
  readonly align: 'left' | 'right' | 'center';
  readonly wrap: boolean;
  readonly link: CellLink | null;
}

export interface CellLink {
  /** «#Лист!A1» is a place in the workbook. */
  readonly target: string;
  readonly tip: string | undefined;
}

export interface SheetView {
  readonly name: string;
  /** Rows and columns worth scrolling through: what is used, and some more. */
  readonly extent: { readonly rows: number; readonly columns: number };
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showGridLines: boolean;
  readonly merges: readonly Rect[];
  columnWidth(column: number): number;
  rowHeight(row: number): number;
  /** Measures a row anew; true when its height changed. */
  remeasure(row: number): boolean;
  cell(row: number, column: number): CellView;
  /** A number that is no date; null for everything else. */
  quantity(row: number, column: number): number | null;
  /** Width of the cell's text on one line. */
  textWidth(row: number, column: number): number;
  isEmpty(row: number, column: number): boolean;
  /** What the formula bar shows and editing starts from. */
  editText(row: number, column: number): string;
  tableAt(row: number, column: number): HostTable | undefined;
  /** To be called after cells changed. */
  changed(): void;
}

/** Width of a text in CSS pixels. */
export type MeasureText = (text: string, look: CellLook) => number;

type SheetViews = readonly ({ readonly showGridLines?: boolean } & Partial<ExcelJS.WorksheetViewFrozen>)[];

const STANDARD_WIDTH = 64;
const STANDARD_HEIGHT = 20;
const LINE_HEIGHT = 1.33;
const PADDING = 7;
const SPARE_ROWS = 120;
const SPARE_COLUMNS = 6;
const FEWEST_COLUMNS = 26;
const GRID_LINE = '#e3e5e8';
const LINK_COLOR = '#0563c1';

/** Pixels of a column's width in the file (7-pixel digits of the default font). */
const widthInPixels = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7);

export interface SheetParts {
  readonly document: HostDocument;
  readonly sheet: ExcelJS.Worksheet;
  readonly valueOf: (sheet: string, row: number, column: number) => HostValue;
  readonly isError: (sheet: string, row: number, column: number) => boolean;
  readonly flagAt: (sheet: string, row: number, column: number) => Css | null;
  readonly measure: MeasureText;
}

export function createSheetView(parts: SheetParts): SheetView {
  const { document, sheet, measure } = parts;
  const heights = new Map<number, number>();
  let extent: SheetView['extent'] | undefined;
  let merges: readonly Rect[] | undefined;
  let tables: readonly HostTable[] | undefined;

  const tablesHere = (): readonly HostTable[] =>
    (tables ??= document.tables.filter((table) => table.sheet === sheet.name));

  const tableAt = (row: number, column: number): HostTable | undefined =>
    tablesHere().find(
      (table) => row >= table.top && row <= table.bottom && column >= table.left && column <= table.right,
    );

  const valueAt = (row: number, column: number): HostValue => {
    const cell = cellAt(sheet, row, column);
    if (cell === undefined) return '';
    const content = contentOf(cell);
    switch (content.kind) {
      case 'formula':
        return parts.valueOf(sheet.name, row, column);
      case 'value':
        return content.value;
      case 'error':
        return content.error;
      case 'empty':
        return '';
    }
  };

  const columnWidth = (column: number): number => {
    const kept = existingColumn(sheet, column);
    if (kept?.hidden === true) return 0;
    const width = kept?.width ?? sheet.properties.defaultColWidth;
    return width === undefined ? STANDARD_WIDTH : widthInPixels(width);
  };

  const measureRow = (number: number): number => {
    const row = sheet.findRow(number);
    if (row === undefined) return STANDARD_HEIGHT;
    if (row.hidden) return 0;
    // ExcelJS types a height that is not there as a number.
    const given = row.height as number | undefined;
    if (given !== undefined && given > 0) return Math.round(pixels(given));
    let height = STANDARD_HEIGHT;
    for (let column = 1; column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      if (cell === undefined || cell.isMerged) continue;
      const look = cellLook(cell.style);
      const line = Math.ceil(pixels(look.fontSize) * LINE_HEIGHT);
      height = Math.max(height, line, look.wrap ? wrappedHeight(number, column, look, line) : 0);
    }
    return height;
  };

  const wrappedHeight = (row: number, column: number, look: CellLook, line: number): number => {
    const { text } = shown(row, column, look);
    const width = columnWidth(column) - PADDING;
    if (text === '' || width <= 0) return 0;
    const lines = text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((measure(part, look) * WORD_LOSS) / width)), 0);
    return lines === 1 ? line : lines * line + 2;
  };

  const shown = (row: number, column: number, look: CellLook) => {
    const cell = cellAt(sheet, row, column);
    const isError =
      cell !== undefined &&
      (contentOf(cell).kind === 'error' ||
        (formulaOf(cell) !== undefined && parts.isError(sheet.name, row, column)));
    return showValue(valueAt(row, column), look.numberFormat, isError);
  };

  const linkAt = (row: number, column: number): CellLink | null => {
    const value = cellAt(sheet, row, column)?.value;
    if (typeof value === 'object' && value !== null && 'hyperlink' in value) {
      const tip = 'tooltip' in value && typeof value.tooltip === 'string' ? value.tooltip : undefined;
      return { target: value.hyperlink, tip };
    }
    const carried = carriedOfSheet(sheet)?.links.get(sheet.getColumn(column).letter + String(row));
    return carried === undefined ? null : { target: carried.target, tip: carried.tooltip };
  };

  /** A line between two cells is drawn once, by the cell above or to the left of it. */
  const edges = (row: number, column: number, fill: string | undefined): Css => {
    const own = cellLook(styleAt(sheet, row, column)).css;
    const below = cellLook(styleAt(sheet, row + 1, column)).css;
    const right = cellLook(styleAt(sheet, row, column + 1)).css;
    const quiet = showGridLines() && fill === undefined ? `1px solid ${GRID_LINE}` : '1px solid transparent';
    return {
      borderBottom: own.borderBottom ?? below.borderTop ?? quiet,
      borderRight: own.borderRight ?? right.borderLeft ?? quiet,
    };
  };

  /** ExcelJS leaves null where a file says nothing of views. */
  const sheetView = (): SheetViews[number] => (sheet.views as SheetViews | null)?.[0] ?? {};

  const showGridLines = (): boolean => sheetView().showGridLines !== false;

  return {
    name: sheet.name,
    get extent() {
      return (extent ??= {
        rows: sheet.rowCount + SPARE_ROWS,
        columns: Math.max(FEWEST_COLUMNS, sheet.columnCount + SPARE_COLUMNS),
      });
    },
    get frozen() {
      const view = sheetView();
      return view.state === 'frozen'
        ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 }
        : { rows: 0, columns: 0 };
    },
    get showGridLines() {
      return showGridLines();
    },
    get merges() {
      return (merges ??= mergesOn(sheet));
    },
    columnWidth,
    rowHeight(row) {
      const known = heights.get(row);
      if (known !== undefined) return known;
      const height = measureRow(row);
      heights.set(row, height);
      return height;
    },
    remeasure(row) {
      const height = measureRow(row);
      if (heights.get(row) === height) return false;
      heights.set(row, height);
      return true;
    },
    cell(row, column) {
      const look = cellLook(styleAt(sheet, row, column));
      const { text, align, color } = shown(row, column, look);
      const table = tableAt(row, column);
      const painted = table === undefined ? null : tableCss(table, row);
      const flag = parts.flagAt(sheet.name, row, column);
      const link = linkAt(row, column);
      const fill = look.fill ?? (painted?.background as string | undefined);
      const { borderTop: _top, borderLeft: _left, ...own } = look.css;
      return {
        text,
        align: look.align ?? align,
        wrap: look.wrap,
        link,
        css: {
          ...(link === null ? {} : { color: LINK_COLOR, textDecoration: 'underline' }),
          ...painted,
          ...(color === undefined ? {} : { color }),
          ...own,
          ...edges(row, column, fill),
          ...flag,
        },
      };
    },
    quantity(row, column) {
      const value = valueAt(row, column);
      const isDate = isDateFormat(styleAt(sheet, row, column).numFmt ?? 'General');
      return typeof value === 'number' && !isDate ? value : null;
    },
    textWidth(row, column) {
      const look = cellLook(styleAt(sheet, row, column));
      return measure(shown(row, column, look).text, look);
    },
    isEmpty: (row, column) => {
      const cell = cellAt(sheet, row, column);
      return cell === undefined || contentOf(cell).kind === 'empty';
    },
    editText(row, column) {
      const cell = cellAt(sheet, row, column);
      const formula = formulaOf(cell);
      const format = styleAt(sheet, row, column).numFmt ?? 'General';
      return editText(
        formula === undefined ? valueAt(row, column) : '',
        format,
        formula === undefined ? undefined : `=${toDisplayForm(formula, tableAt(row, column)?.name)}`,
      );
    },
    tableAt,
    changed() {
      extent = undefined;
      merges = undefined;
      tables = undefined;
    },
  };
}

/** Lines break between words, so a text takes somewhat more than its width. */
const WORD_LOSS = 1.08;
