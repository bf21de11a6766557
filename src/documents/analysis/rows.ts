import { dayOfCell } from '../../control/cells';
import { plainSpaces } from '../../register/personName';
import type { Register, RegisterTable } from '../../register/register';
import { columnsOf, type ColumnName, type TableName } from '../../register/tables';
import { foldLoosely, isErrorValue } from '../../register/text';

/** The started rows of a table, each cell as a sentence can take it. */

export interface Row<T extends TableName = TableName> {
  /** 0-based. */
  readonly at: number;
  /** In single plain spaces, without the full stop at its end; "" for an error value. */
  text(column: ColumnName<T>): string;
  number(column: ColumnName<T>): number | null;
  day(column: ColumnName<T>): number | null;
  /** True when the cell says this, as a person compares. */
  says(column: ColumnName<T>, value: string): boolean;
}

export function rowsOf<T extends TableName>(register: Register, name: T): readonly Row<T>[] {
  const table = register.tables[name];
  if (table === undefined) return [];
  const typed = columnsOf(name, register.meetings)
    .filter(({ kind, hidden }) => kind !== 'formula' && hidden !== true)
    .map((column) => table.indexOf(column.name))
    .filter((index) => index >= 0);
  return table.rows.flatMap((cells, at) =>
    typed.some((index) => String(cells[index] ?? '').trim() !== '') ? [rowAt<T>(table, at)] : [],
  );
}

function rowAt<T extends TableName>(table: RegisterTable, at: number): Row<T> {
  const value = (column: ColumnName<T>) => {
    const index = table.indexOf(column);
    return index < 0 ? '' : (table.rows[at]?.[index] ?? '');
  };
  const text = (column: ColumnName<T>): string => {
    const held = value(column);
    return isErrorValue(held) ? '' : plainSpaces(String(held)).replace(/(?<!\.)[.;,]$/u, '');
  };
  return {
    at,
    text,
    number: (column) => {
      const held = value(column);
      return typeof held === 'number' && Number.isFinite(held) ? held : null;
    },
    day: (column) => dayOfCell(value(column)),
    says: (column, sought) => foldLoosely(text(column)) === foldLoosely(sought),
  };
}

/** Rows by what they have in common, in the order of the first of each. */
export function grouped<V>(items: readonly V[], key: (item: V) => string): readonly (readonly V[])[] {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const folded = foldLoosely(key(item));
    const known = groups.get(folded);
    if (known === undefined) groups.set(folded, [item]);
    else known.push(item);
  }
  return [...groups.values()];
}
