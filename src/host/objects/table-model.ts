import type ExcelJS from 'exceljs';
import type { HostTable, HostTableColumn } from '../document';
import type { Rect } from './places';
import type { Area, World } from './world';
import { overlaps } from './places';
import { findSheet } from './world';
import { HostError, invalidArgument } from '../errors';

/** Questions about tables that need no cell contents. */

export function findTable(world: World, key: unknown): HostTable | undefined {
  if (typeof key !== 'string' && typeof key !== 'number') return undefined;
  const wanted = String(key).toLocaleUpperCase();
  return world.document.tables.find(
    (table) => table.name.toLocaleUpperCase() === wanted || String(table.id) === wanted,
  );
}

export function tableAt(
  world: World,
  sheet: ExcelJS.Worksheet,
  row: number,
  column: number,
): HostTable | undefined {
  return world.document.tables.find(
    (table) =>
      table.sheet === sheet.name &&
      row >= table.top &&
      row <= table.bottom &&
      column >= table.left &&
      column <= table.right,
  );
}

export function tablesOn(world: World, sheet: ExcelJS.Worksheet): HostTable[] {
  return world.document.tables.filter((table) => table.sheet === sheet.name);
}

export function columnOfName(table: HostTable, name: string): HostTableColumn | undefined {
  const wanted = name.toLocaleUpperCase();
  return table.columns.find((column) => column.name.toLocaleUpperCase() === wanted);
}

/** The rows between the headers and the totals. */
export function bodyRect(table: HostTable): Rect {
  return {
    top: table.showHeaders ? table.top + 1 : table.top,
    left: table.left,
    bottom: table.showTotals ? table.bottom - 1 : table.bottom,
    right: table.right,
  };
}

export function sheetOf(world: World, table: HostTable): ExcelJS.Worksheet {
  const sheet = findSheet(world, table.sheet);
  if (!sheet) throw new HostError('ItemNotFound', `The worksheet of the table ${table.name} is gone.`);
  return sheet;
}

/** The rows and columns of a table as an area of its sheet. */
export function areaIn(world: World, table: HostTable, rect: Rect): Area {
  const { top, left, bottom, right } = rect;
  return { sheet: sheetOf(world, table), top, left, bottom, right };
}

/**
 * Names of tables and of defined names alike (support.microsoft.com "Rename an Excel table", "Names in
 * formulas"): a letter, "_" or "\" first, then letters, digits, "." and "_"; at most 255 characters; no
 * cell reference; unique in the workbook without regard to letter case.
 */
export function ensureNameAllowed(world: World, name: string, except?: unknown): void {
  if (
    !/^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]*$/u.test(name) ||
    name.length > 255 ||
    /^(?:[cr]|[a-z]{1,3}\d{1,7}|r\d*c\d*)$/i.test(name)
  ) {
    throw invalidArgument(`"${name}" cannot be a name`);
  }
  const wanted = name.toLocaleUpperCase();
  const taken =
    world.document.tables.some((table) => table !== except && table.name.toLocaleUpperCase() === wanted) ||
    world.document.names.some((item) => item !== except && item.name.toLocaleUpperCase() === wanted);
  if (taken) throw new HostError('ItemAlreadyExists', `The name "${name}" already exists in the workbook.`);
}

/** A new table may touch neither another table nor merged cells (office-js #1199; error page: MergedRangeConflict). */
export function ensureFree(world: World, area: Area, except?: HostTable): void {
  const other = tablesOn(world, area.sheet).find((table) => table !== except && overlaps(table, area));
  if (other) {
    throw new HostError('InvalidArgument', `A table cannot overlap another table (${other.name}).`);
  }
  for (const merge of mergesOn(area.sheet)) {
    if (overlaps(merge, area)) {
      throw new HostError('MergedRangeConflict', 'A table cannot be created over merged cells.');
    }
  }
}

interface MergedSheet {
  readonly _merges: Readonly<Record<string, { readonly model: Rect }>>;
}

/** Merged areas of a sheet; ExcelJS keeps them in a field its typings leave out. */
export function mergesOn(sheet: ExcelJS.Worksheet): Rect[] {
  return Object.values((sheet as unknown as MergedSheet)._merges).map((merge) => merge.model);
}

/** The name a header gets: unique without regard to letter case, empty ones numbered as in Russian Excel («Столбец1»). */
export function uniqueHeader(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLocaleUpperCase()));
  const base = wanted === '' ? 'Столбец' : wanted;
  if (wanted !== '' && !used.has(base.toLocaleUpperCase())) return base;
  for (let number = wanted === '' ? 1 : 2; ; number++) {
    const candidate = `${base}${number}`;
    if (!used.has(candidate.toLocaleUpperCase())) return candidate;
  }
}
