import { parseStructRef, tokenize, tokenTypes } from '@borgar/fx';
import { sheetOfReference } from '../register/parse';
import { foldCase } from '../register/text';

/** What a formula names, folded: tables, their columns, sheets and defined names. */
export interface Mentions {
  readonly tables: readonly string[];
  readonly columns: readonly { readonly table: string; readonly column: string }[];
  readonly sheets: readonly string[];
  readonly names: readonly string[];
}

/** `table`: the table the formula stands in, for `[@Столбец]`. */
export function mentionsOf(formula: string, table = ''): Mentions {
  const tables: string[] = [];
  const columns: { table: string; column: string }[] = [];
  const sheets: string[] = [];
  const names: string[] = [];
  for (const { type, value } of tokenize(formula)) {
    if (type === tokenTypes.REF_STRUCT) {
      const reference = parseStructRef(value);
      const own = reference?.table === undefined || reference.table === '' ? table : reference.table;
      tables.push(foldCase(own));
      for (const column of reference?.columns ?? []) {
        columns.push({ table: foldCase(own), column: foldCase(column) });
      }
    } else if (REFERENCES.has(type)) {
      const sheet = value.includes('!') ? sheetOfReference(`=${value}`) : null;
      if (sheet !== null) sheets.push(foldCase(sheet));
      if (type === tokenTypes.REF_NAMED) names.push(foldCase(value.slice(value.lastIndexOf('!') + 1)));
    }
  }
  return { tables, columns, sheets, names };
}

const REFERENCES: ReadonlySet<string> = new Set([
  tokenTypes.REF_RANGE,
  tokenTypes.REF_BEAM,
  tokenTypes.REF_TERNARY,
  tokenTypes.REF_NAMED,
]);
