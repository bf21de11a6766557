import type { CellValue } from '../plan/action';
import type { Register, RegisterTable } from './register';
import type { TableName } from './tables';

/** A register as it would be with a row typed or changed: what a form shows before anything is written. */

/** Values by declared column; a column that is left out keeps its value, or is empty in a new row. */
export type RowDraft = Readonly<Record<string, CellValue>>;

/** `row`: 0-based row of the table; null: a new row after the last one. A table that is not there stays so. */
export function withRow(register: Register, name: TableName, row: number | null, draft: RowDraft): Register {
  const table = register.tables[name];
  if (table === undefined) return register;
  const at = row ?? table.rows.length;
  const drafted = draftedRow(table, table.rows[at] ?? [], draft);
  const rows = [...table.rows];
  rows[at] = drafted;
  return { ...register, tables: { ...register.tables, [name]: { ...table, rows } } };
}

function draftedRow(
  table: RegisterTable,
  standing: readonly CellValue[],
  draft: RowDraft,
): readonly CellValue[] {
  const width = Math.max(standing.length, table.rows[0]?.length ?? 0);
  const cells = Array.from({ length: width }, (_, column): CellValue => standing[column] ?? '');
  for (const [column, value] of Object.entries(draft)) {
    const index = table.indexOf(column);
    if (index >= 0) cells[index] = value;
  }
  return cells;
}

/** The same values in one column, by row: marks of a meeting, for one. Rows that are left out stay. */
export function withColumn(
  register: Register,
  name: TableName,
  column: string,
  values: ReadonlyMap<number, CellValue>,
): Register {
  const table = register.tables[name];
  const index = table?.indexOf(column) ?? -1;
  if (table === undefined || index < 0) return register;
  const rows = table.rows.map((row, at) => {
    const value = values.get(at);
    return value === undefined ? row : row.map((cell, place) => (place === index ? value : cell));
  });
  return { ...register, tables: { ...register.tables, [name]: { ...table, rows } } };
}
