import { parseStructRef, tokenize, tokenTypes } from '@borgar/fx';

/**
 * Whether two formulas are one formula, however structured references are spelt: Excel normalises what it
 * is given (`Таблица[[Столбец]]` comes back as `Таблица[Столбец]`), so what is read back is compared parsed,
 * never as text (office-js.md, Decisions). `table` is the table the cell stands in, for `[@Столбец]`.
 */
export function sameFormula(left: string, right: string, table = ''): boolean {
  return left === right || canonical(left, table) === canonical(right, table);
}

function canonical(formula: string, table: string): string {
  const parts = tokenize(formula)
    .filter(({ type }) => type !== tokenTypes.WHITESPACE)
    .map(({ type, value }) => {
      if (type === tokenTypes.REF_STRUCT) return canonicalReference(value, table);
      return type === tokenTypes.STRING ? value : value.replaceAll("'", '').toUpperCase();
    });
  // LibreOffice saves the constant FALSE as the call FALSE()
  const isEmptyCall = (at: number): boolean =>
    /^(?:TRUE|FALSE)$/.test(parts[at] ?? '') && parts[at + 1] === '(' && parts[at + 2] === ')';
  return parts.filter((_, at) => !isEmptyCall(at - 1) && !isEmptyCall(at - 2)).join('');
}

function canonicalReference(text: string, table: string): string {
  const reference = parseStructRef(text);
  if (reference === undefined) return text;
  const name = reference.table === undefined || reference.table === '' ? table : reference.table;
  return JSON.stringify([name, reference.sections ?? [], reference.columns ?? []]).toUpperCase();
}
