import type ExcelJS from 'exceljs';
import type { HostTable, HostTableColumn } from '../document';
import { cellAt, formulaOf, isFilled, plainValue, putContent, shifted, mayShift } from './contents';
import { stretchFormats } from './conditional-formats';
import { hasValidation, stretchValidations } from './data-validation';
import { renameColumnInFormulas } from './renaming';
import { bodyRect, tablesOn, uniqueHeader } from './table-model';
import { intersection, overlaps, type Rect } from './places';
import { type Area, type World } from './world';

/**
 * What Excel does to a table of its own accord when cells are written: it grows over rows written directly
 * below it, turns a column of formulas into a calculated column, and keeps the headers unique texts.
 */

/** State of the table columns an area touches, taken before the area is written. */
export interface TableWatch {
  readonly touched: readonly {
    readonly table: HostTable;
    readonly column: HostTableColumn;
    readonly at: number;
    readonly fillable: boolean;
  }[];
}

/** To be called before an area is written with formulas. */
export function watchTables(world: World, area: Area): TableWatch {
  const touched = [];
  for (const table of tablesOn(world, area.sheet)) {
    const common = intersection(bodyRect(table), area);
    if (!common) continue;
    for (let at = common.left; at <= common.right; at++) {
      const column = table.columns[at - table.left];
      if (column)
        touched.push({ table, column, at, fillable: isBlankOrCalculated(area.sheet, table, column, at) });
    }
  }
  return { touched };
}

/**
 * Directly below a table without totals, written rows become its rows; not where a data validation waits
 * (both from "Coauthoring in Excel add-ins").
 */
export function growTables(world: World, area: Area): void {
  for (const table of tablesOn(world, area.sheet)) {
    if (table.showTotals || area.top !== table.bottom + 1) continue;
    if (area.left < table.left || area.right > table.right) continue;
    const grown = { top: area.top, left: table.left, bottom: area.bottom, right: table.right };
    if (tablesOn(world, area.sheet).some((other) => other !== table && overlaps(other, grown))) continue;
    if (!everyRowFilled(area) || somethingBeside(area, grown)) continue;
    if (hasValidation({ ...grown, sheet: area.sheet })) continue;
    const before = table.bottom;
    extendTable(world, area.sheet, table, area.bottom);
    carryDown(area.sheet, table, before);
  }
}

/**
 * A table that grew by typing gives its new rows the look of the row above ("Extend data range formats and
 * formulas", Excel's options), and what reached its end reaches its new one: validations, conditional formats.
 */
function carryDown(sheet: ExcelJS.Worksheet, table: HostTable, before: number): void {
  const above = sheet.findRow(before);
  for (let column = table.left; column <= table.right; column++) {
    const style = above?.findCell(column)?.style;
    if (style === undefined || Object.keys(style).length === 0) continue;
    for (let row = before + 1; row <= table.bottom; row++) {
      const cell = sheet.getRow(row).getCell(column);
      if (Object.keys(cell.style).length === 0) cell.style = style;
    }
  }
  const longer = (rect: Rect): Rect =>
    rect.bottom === before && rect.top <= before && rect.left >= table.left && rect.right <= table.right
      ? { ...rect, bottom: table.bottom }
      : rect;
  stretchValidations(sheet, longer);
  stretchFormats(sheet, longer);
}

/** Makes a table end at a lower row, filling its calculated columns into the new rows. */
export function extendTable(world: World, sheet: ExcelJS.Worksheet, table: HostTable, bottom: number): void {
  const firstNew = bodyRect(table).bottom + 1;
  table.bottom = bottom;
  table.columns.forEach((column, index) => {
    if (column.calculatedFormula === undefined) return;
    for (let row = firstNew; row <= bottom; row++) {
      if (isFilled(cellAt(sheet, row, table.left + index))) continue;
      const formula = shifted(column.calculatedFormula, row - bodyRect(table).top, 0);
      putContent(sheet, row, table.left + index, { kind: 'formula', formula });
    }
    world.calculation.cellsChanged(sheet.name, firstNew, table.left + index, bottom, table.left + index);
  });
  world.calculation.structureChanged();
}

/**
 * "Fill formulas in tables to create calculated columns" (AutoCorrect, on by default): different formulas
 * written into one column end as the last of them (OfficeDev/office-js #2093, #1916, #6745); one formula
 * written into a blank or calculated column fills it.
 */
export function calculateColumns(world: World, area: Area, watch: TableWatch): void {
  for (const { table, column, at, fillable } of watch.touched) {
    const body = bodyRect(table);
    const written = formulasWritten(area, body, at);
    if (!written) {
      if (!holdsFormula(area.sheet, body, at)) delete column.calculatedFormula;
      continue;
    }
    const { last, distinct, covers } = written;
    if (distinct === 1 && !covers && !fillable) continue;
    const already = distinct === 1 && (covers || column.calculatedFormula === last);
    column.calculatedFormula = last;
    if (already) continue;
    for (let row = body.top; row <= body.bottom; row++) {
      putContent(area.sheet, row, at, { kind: 'formula', formula: shifted(last, row - body.top, 0) });
    }
    world.calculation.cellsChanged(area.sheet.name, body.top, at, body.bottom, at);
  }
}

/** Headers stay texts, unique without regard to letter case; formulas follow a renamed column. */
export function settleHeaders(world: World, area: Area): void {
  for (const table of tablesOn(world, area.sheet)) {
    if (!table.showHeaders || area.top > table.top || area.bottom < table.top) continue;
    for (let at = Math.max(area.left, table.left); at <= Math.min(area.right, table.right); at++) {
      const column = table.columns[at - table.left];
      if (!column) continue;
      const cell = cellAt(area.sheet, table.top, at);
      const written = formulaOf(cell) === undefined ? String(plainValue(cell)) : '';
      renameColumn(world, area.sheet, table, column, written);
    }
  }
}

/** Gives a column its new header, made unique, in its cell and in the formulas that name it. */
export function renameColumn(
  world: World,
  sheet: ExcelJS.Worksheet,
  table: HostTable,
  column: HostTableColumn,
  wanted: string,
): void {
  const others = table.columns.filter((other) => other !== column).map((other) => other.name);
  const name = uniqueHeader(wanted, others);
  const at = table.left + table.columns.indexOf(column);
  if (table.showHeaders) putContent(sheet, table.top, at, { kind: 'value', value: name });
  if (name === column.name) return;
  const before = column.name;
  column.name = name;
  renameColumnInFormulas(world, table.name, before, name);
  world.calculation.structureChanged();
}

function isBlankOrCalculated(
  sheet: ExcelJS.Worksheet,
  table: HostTable,
  column: HostTableColumn,
  at: number,
): boolean {
  if (column.calculatedFormula !== undefined) return true;
  const body = bodyRect(table);
  for (let row = body.top; row <= body.bottom; row++) {
    if (isFilled(cellAt(sheet, row, at))) return false;
  }
  return true;
}

/** The formulas an area left in one table column, as they would read in the column's first row. */
function formulasWritten(
  area: Area,
  body: Rect,
  at: number,
): { readonly last: string; readonly distinct: number; readonly covers: boolean } | null {
  const top = Math.max(area.top, body.top);
  const bottom = Math.min(area.bottom, body.bottom);
  const seen = new Set<string>();
  let last: string | undefined;
  let unbroken = true;
  for (let row = top; row <= bottom; row++) {
    const formula = formulaOf(cellAt(area.sheet, row, at));
    if (formula === undefined) {
      unbroken = false;
      continue;
    }
    if (last !== undefined && formula === last && !mayShift(formula)) continue;
    last = mayShift(formula) ? shifted(formula, body.top - row, 0) : formula;
    seen.add(last);
  }
  if (last === undefined) return null;
  return { last, distinct: seen.size, covers: unbroken && top === body.top && bottom === body.bottom };
}

/** A calculated column that was overwritten by values everywhere is one no more; exceptions leave it one. */
function holdsFormula(sheet: ExcelJS.Worksheet, body: Rect, at: number): boolean {
  for (let row = body.top; row <= body.bottom; row++) {
    if (formulaOf(cellAt(sheet, row, at)) !== undefined) return true;
  }
  return false;
}

function everyRowFilled(area: Area): boolean {
  for (let row = area.top; row <= area.bottom; row++) {
    let filled = false;
    for (let column = area.left; column <= area.right && !filled; column++) {
      filled = isFilled(cellAt(area.sheet, row, column));
    }
    if (!filled) return false;
  }
  return true;
}

/** Something of the user's stands in the rows the table would take: then Excel leaves the table as it is. */
function somethingBeside(area: Area, grown: Rect): boolean {
  for (let row = grown.top; row <= grown.bottom; row++) {
    for (let column = grown.left; column <= grown.right; column++) {
      if ((column < area.left || column > area.right) && isFilled(cellAt(area.sheet, row, column)))
        return true;
    }
  }
  return false;
}
