import type { WorkbookAction } from '../plan/action';
import { areaAddress, cellAddress, type CellPlace } from './addresses';
import { headerIndex, locateTables, type LocatedTable } from './locate';
import { cellAt, findSheet } from './parse';
import type { RowDraft } from './drafts';
import type { TableSnapshot, WorkbookSnapshot } from './snapshot';
import { columnsOf, type TableName } from './tables';

/**
 * Rows typed for the user, by form: into blank rows of the table first, then into rows the table grows by. Only
 * cells that differ are written; formula columns are filled down, never typed into.
 */

export interface Entry {
  /** 0-based row of the table to change; null: a new row. */
  readonly row: number | null;
  readonly values: RowDraft;
}

/** Why nothing can be written. */
export type EntryObstacle =
  | { readonly code: 'no-table'; readonly table: TableName }
  | { readonly code: 'no-column'; readonly table: TableName; readonly column: string }
  /** Totals, or cells of somebody's, stand where the table would have to grow. */
  | { readonly code: 'no-room'; readonly table: TableName; readonly place: CellPlace };

export interface EntryPlan {
  readonly actions: readonly WorkbookAction[];
  readonly obstacles: readonly EntryObstacle[];
  /** The first cell of each entry's row, in the order of the entries. */
  readonly places: readonly CellPlace[];
}

const refused = (...obstacles: readonly EntryObstacle[]): EntryPlan => ({
  actions: [],
  obstacles,
  places: [],
});

/** The plan that brings the entries into the table as the snapshot shows it. */
export function planEntries(
  snapshot: WorkbookSnapshot,
  name: TableName,
  entries: readonly Entry[],
): EntryPlan {
  const place = locateTables(snapshot)[name];
  const table = snapshot.tables.find((each) => each.name === place?.name);
  if (place?.form !== 'table' || table === undefined) return refused({ code: 'no-table', table: name });
  const filled = entries.flatMap(({ values }) =>
    Object.entries(values).flatMap(([column, value]) => (value === '' ? [] : [column])),
  );
  const missing = [...new Set(filled)].filter((column) => headerIndex(table.headers, column) < 0);
  if (missing.length > 0) {
    return refused(...missing.map((column) => ({ code: 'no-column', table: name, column }) as const));
  }

  const isTyped = typedColumns(name, table);
  let next = firstFree(table, isTyped);
  const rows = entries.map(({ row }) => row ?? next++);
  const bodyRows = Math.max(1, table.rows.length, next);
  const growth = bodyRows - Math.max(1, table.rows.length);
  const blocked = growth > 0 ? blockedCell(snapshot, place, growth) : null;
  if (blocked !== null) return refused({ code: 'no-room', table: name, place: blocked });

  const at = (row: number, column: number): string =>
    cellAddress(place.headerRow + 1 + row, place.firstColumn + column);
  const writes = entries.flatMap(({ values }, entry): WorkbookAction[] => {
    const row = rows[entry] ?? 0;
    return Object.entries(values).flatMap(([column, value]): WorkbookAction[] => {
      const index = headerIndex(table.headers, column);
      if (index < 0 || (table.rows[row]?.[index] ?? '') === value) return [];
      return [{ kind: 'writeValues', sheet: place.sheet, address: at(row, index), values: [[value]] }];
    });
  });
  return {
    actions: [...(growth > 0 ? grow(place, table, bodyRows) : []), ...writes],
    obstacles: [],
    places: rows.map((row) => ({ sheet: place.sheet, cell: at(row, 0) })),
  };
}

/** True for columns that people fill in: blank ones make a row free. */
export function typedColumns(name: TableName, table: TableSnapshot): (column: number) => boolean {
  const computed = new Set(
    columnsOf(name)
      .filter(({ kind }) => kind === 'formula')
      .map((column) => headerIndex(table.headers, column.name)),
  );
  return (column) => !computed.has(column) && table.formulas[table.headers[column] ?? '']?.unbroken !== true;
}

/** The row after the last one in which anything was typed. */
export function firstFree(table: TableSnapshot, isTyped: (column: number) => boolean): number {
  let free = table.rows.length;
  while (free > 0 && (table.rows[free - 1] ?? []).every((cell, column) => cell === '' || !isTyped(column)))
    free -= 1;
  return free;
}

/** The first cell that stands in the way of so many more rows. */
export function blockedCell(
  snapshot: WorkbookSnapshot,
  place: LocatedTable,
  growth: number,
): CellPlace | null {
  const below = place.headerRow + Math.max(1, place.bodyRows) + 1;
  if (place.hasTotals) return { sheet: place.sheet, cell: cellAddress(below, place.firstColumn) };
  const sheet = findSheet(snapshot, place.sheet);
  for (let row = below; row < below + growth; row += 1) {
    for (let column = place.firstColumn; column < place.firstColumn + place.headers.length; column += 1) {
      if (cellAt(sheet, row, column).value !== '') {
        return { sheet: place.sheet, cell: cellAddress(row, column) };
      }
    }
  }
  return null;
}

/** A table made so many rows long, its formula columns filled down. */
export function grow(place: LocatedTable, table: TableSnapshot, bodyRows: number): readonly WorkbookAction[] {
  const { sheet, headerRow, firstColumn, headers } = place;
  const area = (top: number, left: number, right: number): string =>
    areaAddress({ top, left, bottom: headerRow + bodyRows, right });
  return [
    {
      kind: 'resizeTable',
      table: place.name,
      sheet,
      address: area(headerRow, firstColumn, firstColumn + headers.length - 1),
    },
    ...headers.flatMap((header, index): WorkbookAction[] => {
      const { first = '', unbroken = false } = table.formulas[header] ?? {};
      if (!unbroken || !first.startsWith('=')) return [];
      const column = firstColumn + index;
      return [{ kind: 'fillFormula', sheet, address: area(headerRow + 1, column, column), formula: first }];
    }),
  ];
}
