import type ExcelJS from 'exceljs';
import { invalidArgument, notImplemented } from '../errors';
import { isWholeColumns, isWholeRows } from './places';
import { ensureUnprotected, existingColumn, protectionOf, isProtected, type Area } from './world';

/** Formats of cells: reading one value of a whole area, writing one to all of it. */

type Style = Partial<ExcelJS.Style>;

const noStyle: Style = {};

function isEmpty(style: Style): boolean {
  for (const _name in style) return false;
  return true;
}

/** The style a cell has, or would have once it exists. */
export function styleAt(sheet: ExcelJS.Worksheet, row: number, column: number): Style {
  const cell = sheet.findRow(row)?.findCell(column);
  if (cell) return cell.style;
  return existingColumn(sheet, column)?.style ?? noStyle;
}

/**
 * One value for a whole area: the common one, or null when cells differ ("the property is null when cells
 * have different values", learn.microsoft.com on `RangeFormat`).
 */
export function commonOf<T>(area: Area, read: (style: Style) => T): T | null {
  const first = read(styleAt(area.sheet, area.top, area.left));
  const bottom = isWholeColumns(area) ? Math.max(area.top, area.sheet.rowCount) : area.bottom;
  const right = isWholeRows(area) ? Math.max(area.left, area.sheet.columnCount) : area.right;
  for (let row = area.top; row <= bottom; row++) {
    for (let column = area.left; column <= right; column++) {
      if (read(styleAt(area.sheet, row, column)) !== first) return null;
    }
  }
  return first;
}

/** Changes the style of every cell; cells of equal style share one object, as in the file. */
export function changeStyle(area: Area, change: (style: Style) => Style): void {
  if (isProtected(area.sheet) && protectionOf(area.sheet)?.formatCells !== true)
    ensureUnprotected(area.sheet);
  const changed = new Map<Style, Style>();
  const apply = (given: Style): Style => {
    // ExcelJS gives every new cell an empty style of its own: they count as one.
    const style = isEmpty(given) ? noStyle : given;
    let result = changed.get(style);
    if (!result) {
      result = change(style);
      changed.set(style, result);
    }
    return result;
  };
  if (isWholeColumns(area)) {
    for (let column = area.left; column <= area.right; column++) {
      const whole = area.sheet.getColumn(column);
      whole.style = apply(whole.style ?? noStyle);
      for (let row = 1; row <= area.sheet.rowCount; row++) {
        const cell = area.sheet.findRow(row)?.findCell(column);
        if (cell) cell.style = apply(cell.style);
      }
    }
    return;
  }
  if (isWholeRows(area)) throw notImplemented('Formatting of whole rows');
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = area.sheet.getRow(row);
    for (let column = area.left; column <= area.right; column++) {
      const cell = cells.getCell(column);
      cell.style = apply(cell.style);
    }
  }
}

const namedColors: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'FFFFFF',
  red: 'FF0000',
  green: '008000',
  blue: '0000FF',
  yellow: 'FFFF00',
  orange: 'FFA500',
  gray: '808080',
  grey: '808080',
};

/** "#FFF2CC" or an HTML colour name (d.ts RangeFill.color) to the ARGB of the file. */
export function argbOf(color: unknown): string {
  if (typeof color === 'string') {
    const hex = /^#?([0-9a-f]{6})$/i.exec(color)?.[1] ?? namedColors[color.toLowerCase()];
    if (hex) return `FF${hex.toUpperCase()}`;
  }
  throw invalidArgument(`"${String(color)}" is not a colour this host knows`);
}

/** The colour of the file as the API spells it, or null for theme colours, which this host does not resolve. */
export function htmlColor(color: Partial<ExcelJS.Color> | undefined): string | null {
  return color?.argb ? `#${color.argb.slice(-6).toUpperCase()}` : null;
}

/** Points of a column's width in the file (7-pixel digits of the default font, 0.75 points a pixel). */
export function pointsOfWidth(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7) * 0.75;
}

/** The file's width for a width in points. */
export function widthOfPoints(points: number): number {
  return Math.trunc((points / 0.75 / 7) * 256) / 256;
}

/** Column width Excel gives a new sheet, in the file's unit, and row height in points. */
export const standardWidth = 9.140625;
export const standardHeight = 15;
