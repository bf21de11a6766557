import { dayIn, textIn } from '../control/cells';
import { shownDate } from '../register/dates';
import { valueAt, type Register } from '../register/register';
import type { ColumnName, TableName } from '../register/tables';
import { isErrorValue } from '../register/text';
import type { CellValue } from '../plan/action';

/** A started row of a table as documents print it. */
export interface PrintedRow<T extends TableName> {
  /** 0-based. */
  readonly row: number;
  /** As typed, "" for an error value. */
  readonly text: (column: ColumnName<T>) => string;
  readonly day: (column: ColumnName<T>) => number | null;
  /** «12.03.2026»; what is no date as typed. */
  readonly date: (column: ColumnName<T>) => string;
  /** A number as a number, anything else as typed. */
  readonly cell: (column: ColumnName<T>) => CellValue;
}

export function printedRow<T extends TableName>(
  register: Register,
  name: T,
  row: number,
): PrintedRow<T> | undefined {
  const table = register.tables[name];
  if (table === undefined) return undefined;
  const text = (column: ColumnName<T>): string => textIn(table, row, column);
  const day = (column: ColumnName<T>): number | null => dayIn(table, row, column);
  return {
    row,
    text,
    day,
    date: (column) => {
      const found = day(column);
      return found === null ? text(column) : shownDate(found);
    },
    cell: (column) => {
      const value = valueAt(table, row, column);
      return typeof value === 'number' && !isErrorValue(value) ? value : text(column);
    },
  };
}

/** Rows where any of these columns holds something. */
export function startedRows<T extends TableName>(
  register: Register,
  name: T,
  columns: readonly ColumnName<T>[],
): readonly PrintedRow<T>[] {
  return (register.tables[name]?.rows ?? []).flatMap((_, row) => {
    const printed = printedRow(register, name, row);
    return printed !== undefined && columns.some((column) => printed.text(column) !== '') ? [printed] : [];
  });
}
