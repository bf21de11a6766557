import { parseStructRef, stringifyTokens, tokenTypes, tokenize } from '@borgar/fx';
import { forEachCell } from '../cells';
import { toFileGrammar } from '../references';
import { formulaOf } from './contents';
import { quotedSheetName } from './places';
import { type World } from './world';

/** Formulas follow what they name: sheets, tables and columns keep their formulas when renamed, as in Excel. */

/** After a sheet was renamed: every formula and defined name that spelled the old name. */
export function renameSheetInFormulas(world: World, before: string, after: string): void {
  const spelled = [`${quotedSheetName(before)}!`, `'${before.replace(/'/g, "''")}'!`];
  rewriteFormulas(world, (formula) => {
    if (!formula.toLocaleUpperCase().includes(before.replace(/'/g, "''").toLocaleUpperCase())) return formula;
    return mapTokens(formula, (value, type) => {
      if (
        type !== tokenTypes.REF_RANGE &&
        type !== tokenTypes.REF_BEAM &&
        type !== tokenTypes.REF_TERNARY &&
        type !== tokenTypes.REF_NAMED
      ) {
        return value;
      }
      const prefix = spelled.find((text) => value.toLocaleUpperCase().startsWith(text.toLocaleUpperCase()));
      return prefix ? `${quotedSheetName(after)}!${value.slice(prefix.length)}` : value;
    });
  });
}

/** After a table was renamed. */
export function renameTableInFormulas(world: World, before: string, after: string): void {
  rewriteStructured(world, before, (value) => after + value.slice(before.length));
}

/** After a column was renamed. */
export function renameColumnInFormulas(world: World, table: string, before: string, after: string): void {
  const wanted = before.toLocaleUpperCase();
  rewriteStructured(world, table, (value) => {
    const reference = parseStructRef(value);
    if (!reference?.columns?.some((name) => name.toLocaleUpperCase() === wanted)) return value;
    const columns = reference.columns.map((name) => (name.toLocaleUpperCase() === wanted ? after : name));
    const items = (reference.sections ?? []).map((section) => `[#${sectionNames[section] ?? section}]`);
    const escaped = columns.map((name) => `[${name.replace(/['[\]#@]/g, "'$&")}]`).join(':');
    return toFileGrammar(`=${reference.table}[${[...items, escaped].join(',')}]`).slice(1);
  });
}

const sectionNames: Readonly<Record<string, string>> = {
  all: 'All',
  data: 'Data',
  headers: 'Headers',
  totals: 'Totals',
  'this row': 'This Row',
};

function rewriteStructured(world: World, table: string, rewrite: (value: string) => string): void {
  const wanted = table.toLocaleUpperCase();
  rewriteFormulas(world, (formula) => {
    if (!formula.includes('[')) return formula;
    return mapTokens(formula, (value, type) => {
      if (type !== tokenTypes.REF_STRUCT) return value;
      return parseStructRef(value)?.table?.toLocaleUpperCase() === wanted ? rewrite(value) : value;
    });
  });
}

function mapTokens(formula: string, change: (value: string, type: string) => string): string {
  return stringifyTokens(
    tokenize(formula).map((token) => ({ ...token, value: change(token.value, token.type) })),
  );
}

/** Applies a change to every formula of the document: cells, calculated columns, defined names. */
function rewriteFormulas(world: World, change: (formula: string) => string): void {
  const known = new Map<string, string>();
  const changed = (formula: string): string => {
    let text = known.get(formula);
    if (text === undefined) {
      text = change(`=${formula}`).slice(1);
      known.set(formula, text);
    }
    return text;
  };
  for (const sheet of world.document.book.worksheets) {
    forEachCell(sheet, (cell) => {
      const formula = formulaOf(cell);
      if (formula === undefined) return;
      const text = changed(formula);
      if (text !== formula) cell.value = { formula: text };
    });
  }
  for (const table of world.document.tables) {
    for (const column of table.columns) {
      if (column.calculatedFormula !== undefined)
        column.calculatedFormula = changed(column.calculatedFormula);
    }
  }
  for (const name of world.document.names) name.formula = `=${changed(name.formula.replace(/^=/, ''))}`;
}

/** Formulas that name a table which goes away read #REF!, as in Excel. Answers how many; `count` only counts. */
export function breakTableReferences(world: World, table: string, count: boolean): number {
  let found = 0;
  const wanted = table.toLocaleUpperCase();
  rewriteFormulas(world, (formula) => {
    if (!formula.includes('[')) return formula;
    return mapTokens(formula, (value, type) => {
      if (type !== tokenTypes.REF_STRUCT || parseStructRef(value)?.table?.toLocaleUpperCase() !== wanted)
        return value;
      found++;
      return count ? value : '#REF!';
    });
  });
  return found;
}

/** Formulas that name columns a table loses read #REF!. */
export function breakColumnReferences(world: World, table: string, columns: readonly string[]): void {
  const gone = new Set(columns.map((name) => name.toLocaleUpperCase()));
  if (gone.size === 0) return;
  rewriteStructured(world, table, (value) => {
    const named = parseStructRef(value)?.columns ?? [];
    return named.some((name) => gone.has(name.toLocaleUpperCase())) ? '#REF!' : value;
  });
}

/** Formulas and names that refer to a sheet which goes away read #REF!. */
export function breakSheetReferences(world: World, sheet: string): void {
  const spelled = [`${quotedSheetName(sheet)}!`, `'${sheet.replace(/'/g, "''")}'!`].map((text) =>
    text.toLocaleUpperCase(),
  );
  rewriteFormulas(world, (formula) =>
    formula.includes('!')
      ? mapTokens(formula, (value, type) => {
          const isReference = type.startsWith('range') || type === tokenTypes.REF_RANGE;
          return isReference && spelled.some((prefix) => value.toLocaleUpperCase().startsWith(prefix))
            ? '#REF!'
            : value;
        })
      : formula,
  );
}
