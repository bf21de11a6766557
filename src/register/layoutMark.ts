import type { CellValue } from '../plan/action';
import { SHEETS, type SheetName } from './sheets';
import { TABLE_NAMES, type TableName } from './tables';

/**
 * The mark the product leaves on «Правила»: what of the layout is there, and, while a run is under way, what
 * that run adds. Excel keeps what came before a failing action, so the next run has to know which sheets and
 * columns are the product's own and still to be dressed, and which are the user's.
 */
export type LayoutMark =
  /** Not a register yet. */
  | { readonly kind: 'none' }
  /** Set up by this or by another version of the product. */
  | { readonly kind: 'set up'; readonly version: number }
  /** A run was cut short. */
  | ({ readonly kind: 'under way' } & LayoutWork);

/** What a run adds to the workbook. */
export interface LayoutWork {
  readonly sheets: readonly SheetName[];
  /** Added columns by table. */
  readonly added: Readonly<Partial<Record<TableName, readonly string[]>>>;
}

const UNDER_WAY = 'оформляется: ';

/** The mark of a run under way: "оформляется: Паспорт, Курсы|Курсы(Учёт, Код)". */
export function printLayoutWork({ sheets, added }: LayoutWork): string {
  const tables = TABLE_NAMES.flatMap((table) => {
    const columns = added[table] ?? [];
    return columns.length === 0 ? [] : [`${table}(${columns.join(', ')})`];
  });
  return `${UNDER_WAY}${sheets.join(', ')}|${tables.join('; ')}`;
}

/** Reads the mark; what cannot be read is no mark. */
export function readLayoutMark(value: CellValue): LayoutMark {
  if (typeof value === 'number') return { kind: 'set up', version: value };
  if (typeof value !== 'string' || !value.startsWith(UNDER_WAY)) return { kind: 'none' };
  const [sheets = '', tables = ''] = value.slice(UNDER_WAY.length).split('|');
  const named = sheets.split(', ');
  const added: Partial<Record<TableName, readonly string[]>> = {};
  for (const entry of tables.split('; ')) {
    const [, name = '', columns = ''] = /^(.+)\((.+)\)$/.exec(entry) ?? [];
    const table = TABLE_NAMES.find((each) => each === name);
    if (table !== undefined) added[table] = columns.split(', ');
  }
  return {
    kind: 'under way',
    sheets: SHEETS.flatMap(({ name }) => (named.includes(name) ? [name] : [])),
    added,
  };
}
