import {
  MAX_COLS,
  MAX_ROWS,
  parse,
  parseA1Ref,
  parseStructRef,
  stringifyA1Ref,
  toCol,
  tokenize,
  tokenTypes,
  type RangeA1,
  type Token,
} from '@borgar/fx';
import { FormulaSyntaxError } from './file-errors';
import type { HostName, HostTable } from './document';

/**
 * References inside formulas: the three spellings of a structured reference (file grammar, what Excel
 * shows, A1) and the shifting of relative A1 references.
 *
 * Formulas are given with or without the leading "=" and come back the same way.
 */

export interface CellPlace {
  sheet: string;
  /** 1-based. */
  row: number;
  /** 1-based. */
  column: number;
}

interface StructuredReference {
  table: string;
  columns: string[];
  sections: string[];
}

/** Section words of the file grammar (MS-XLSX 2.2.2), by the names the tokenizer gives them. */
const SECTION_WORDS: Readonly<Record<string, string>> = {
  all: '#All',
  data: '#Data',
  headers: '#Headers',
  totals: '#Totals',
  'this row': '#This Row',
};

/**
 * Any accepted spelling to the grammar of the file, which is also what `Range.formulas` takes:
 * `Таблица[[Столбец]]`, `Таблица[[#This Row],[Столбец]]`, `Таблица[[#Headers],[Столбец]]`.
 * @param tableAtCell Name of the table the formula's cell stands in; needed for `[@Столбец]`.
 * @throws FormulaSyntaxError for a reference without a table outside any table.
 */
export function toFileGrammar(formula: string, tableAtCell?: string): string {
  return replaceStructured(formula, (reference) => {
    const table = reference.table === '' ? tableAtCell : reference.table;
    if (table === undefined) throw new FormulaSyntaxError(formula);
    return table + fileBrackets(reference);
  });
}

/**
 * What Excel shows on reading back: `Таблица[Столбец]`, and within the table's own rows `[@Столбец]`
 * or `[@[Два слова]]`; from elsewhere the row reference keeps its table, `Таблица[@Столбец]`.
 */
export function toDisplayForm(formula: string, tableAtCell?: string): string {
  return replaceStructured(formula, (reference) => {
    const own =
      reference.table === '' || (tableAtCell !== undefined && sameText(reference.table, tableAtCell));
    const table = own && isThisRow(reference) ? '' : reference.table || (tableAtCell ?? '');
    return table + displayBrackets(reference);
  });
}

/** Whether the formula can be read at all: balanced, known tokens, a well-formed expression. */
export function parses(formula: string): boolean {
  try {
    const tokens = tokenize(withEquals(formula));
    if (tokens.some((token) => token.type === tokenTypes.UNKNOWN || token.unterminated === true))
      return false;
    parse(tokens);
    return true;
  } catch {
    return false;
  }
}

/**
 * The formula as it reads `dRow` rows lower and `dColumn` columns to the right: relative A1 parts move,
 * `$` parts, structured references and texts stay; a part pushed off the sheet becomes #REF!.
 */
export function shiftFormula(formula: string, dRow: number, dColumn: number): string {
  if (dRow === 0 && dColumn === 0) return formula;
  return mapTokens(formula, (token) => {
    if (!isA1Token(token)) return token.value;
    const reference = parseA1Ref(token.value);
    if (reference === undefined || !('range' in reference)) return token.value;
    const range = shiftRange(reference.range, dRow, dColumn);
    if (range === undefined) return '#REF!';
    return stringifyA1Ref({ ...reference, range }, /['\s]/.test(token.value));
  });
}

/** Table names the formula refers to, as written, without repeats. */
export function tablesOf(formula: string): string[] {
  const names = new Set<string>();
  for (const token of tokenize(withEquals(formula))) {
    if (token.type !== tokenTypes.REF_STRUCT) continue;
    const reference = readStructured(token.value);
    if (reference !== undefined && reference.table !== '') names.add(reference.table);
  }
  return [...names];
}

/** A defined name that belongs to one sheet. */
export interface SheetName {
  readonly sheet: string;
  readonly name: string;
  readonly formula: string;
}

export interface A1Translator {
  /** The formula with structured references and defined names folded to A1, without the leading "=". */
  translate(formula: string, cell: CellPlace): string;
}

/**
 * Translates formulas to the A1 the calculation engine understands, for one state of tables and names.
 *
 * Columns become `$G$2:$G$9`, with a colon even for one row: IronCalc answers #VALUE! to COUNTIFS over
 * one cell written without it (its issue 1384). Defined names are folded in because IronCalc refuses
 * Cyrillic ones. What is missing becomes #REF! or #NAME?, as in Excel.
 */
export function createA1Translator(
  tables: readonly HostTable[],
  names: readonly HostName[] = [],
  sheetNames: readonly SheetName[] = [],
): A1Translator {
  const byTable = new Map(tables.map((table) => [table.name.toLocaleLowerCase(), table]));
  const byName = new Map(names.map((name) => [name.name.toLocaleLowerCase(), name.formula]));
  const bySheet = new Map(sheetNames.map((name) => [scopedKey(name.sheet, name.name), name.formula]));
  const templates = new Map<string, TemplatePart[]>();

  const templateOf = (formula: string, depth: number): TemplatePart[] => {
    const known = templates.get(formula);
    if (known !== undefined) return known;
    const parts = buildTemplate(formula, depth);
    templates.set(formula, parts);
    return parts;
  };

  const buildTemplate = (formula: string, depth: number): TemplatePart[] => {
    const tokens = tokenize(withEquals(formula)).slice(1);
    // Names bound by LET and LAMBDA look like defined names; left alone, the engine answers for them.
    const bindsNames = tokens.some(
      (token) => token.type === tokenTypes.FUNCTION && /^(_xlfn\.)?(LET|LAMBDA)$/i.test(token.value),
    );
    const parts: TemplatePart[] = [];
    for (const token of tokens) {
      if (token.type === tokenTypes.REF_STRUCT) {
        const reference = readStructured(token.value);
        parts.push(
          reference === undefined ? '#REF!' : (cell) => foldStructured(reference, cell, byTable, tables),
        );
      } else if (token.type === tokenTypes.REF_NAMED && !bindsNames) {
        parts.push(...namedParts(token.value, depth));
      } else if (isA1Token(token) && /^'?[^'!]*\[/.test(token.value)) {
        // A reference into another workbook: its values are not at hand.
        parts.push('#REF!');
      } else {
        parts.push(token.value);
      }
    }
    return mergeTexts(parts);
  };

  const namedParts = (text: string, depth: number): TemplatePart[] => {
    const mark = text.lastIndexOf('!');
    const bare = text.slice(mark + 1);
    const said = mark < 0 ? undefined : text.slice(0, mark).replace(/^'|'$/g, '').replaceAll("''", "'");
    const local = sheetNames.some((name) => sameText(name.name, bare));
    if (!local) return formulaParts(byName.get(bare.toLocaleLowerCase()), depth);
    // A name of the sheet hides the workbook's own of the same name there.
    return [
      (cell) => {
        const own = bySheet.get(scopedKey(said ?? cell.sheet, bare));
        const parts = formulaParts(own ?? byName.get(bare.toLocaleLowerCase()), depth);
        return parts.map((part) => (typeof part === 'string' ? part : part(cell))).join('');
      },
    ];
  };

  const formulaParts = (formula: string | undefined, depth: number): TemplatePart[] => {
    // Names may refer to names; a loop of them is an error in Excel too.
    if (formula === undefined || depth > 16) return ['#NAME?'];
    const inner = templateOf(formula, depth + 1);
    const [only] = inner;
    const isPlain = inner.length === 1 && typeof only === 'string' && isOneOperand(only);
    return isPlain ? inner : ['(', ...inner, ')'];
  };

  return {
    translate(formula, cell) {
      let text = '';
      for (const part of templateOf(formula, 0)) text += typeof part === 'string' ? part : part(cell);
      return text;
    },
  };
}

/** One formula folded to A1 (see `createA1Translator`, which is faster for many). */
export function toA1(
  formula: string,
  cell: CellPlace,
  tables: readonly HostTable[],
  names: readonly HostName[] = [],
): string {
  const text = createA1Translator(tables, names).translate(formula, cell);
  return formula.startsWith('=') ? `=${text}` : text;
}

/** Sheet name as it stands before "!" in a formula. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** "A1" from 1-based row and column. */
export function addressOf(row: number, column: number): string {
  return toCol(column - 1) + String(row);
}

function scopedKey(sheet: string, name: string): string {
  return `${sheet}!${name}`.toLocaleLowerCase();
}

type TemplatePart = string | ((cell: CellPlace) => string);

function withEquals(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}

function mapTokens(formula: string, change: (token: Token) => string): string {
  const text = tokenize(withEquals(formula)).slice(1).map(change).join('');
  return formula.startsWith('=') ? `=${text}` : text;
}

function replaceStructured(formula: string, change: (reference: StructuredReference) => string): string {
  if (!formula.includes('[')) return formula;
  return mapTokens(formula, (token) => {
    if (token.type !== tokenTypes.REF_STRUCT) return token.value;
    const reference = readStructured(token.value);
    return reference === undefined ? token.value : change(reference);
  });
}

function readStructured(text: string): StructuredReference | undefined {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return undefined;
  return { table: parsed.table ?? '', columns: parsed.columns ?? [], sections: parsed.sections ?? [] };
}

function isThisRow(reference: StructuredReference): boolean {
  return reference.sections.length === 1 && reference.sections[0] === 'this row';
}

/** Characters that stand for themselves only after an apostrophe (MS-XLSX 2.2.2, column-name). */
function escapeColumn(name: string): string {
  return name.replace(/['[\]#]/g, "'$&");
}

function columnSpan(columns: readonly string[]): string {
  return columns.map((name) => `[${escapeColumn(name)}]`).join(':');
}

function sectionWords(reference: StructuredReference): string[] {
  return reference.sections.map((section) => SECTION_WORDS[section] ?? `#${section}`);
}

function fileBrackets(reference: StructuredReference): string {
  const words = sectionWords(reference);
  const columns = columnSpan(reference.columns);
  if (words.length === 0) return `[${columns}]`;
  if (columns === '' && words.length === 1) return `[${words.join('')}]`;
  return `[${[...words.map((word) => `[${word}]`), ...(columns === '' ? [] : [columns])].join(',')}]`;
}

function displayBrackets(reference: StructuredReference): string {
  const [first, second] = reference.columns;
  if (isThisRow(reference)) {
    if (first === undefined) return '[@]';
    const plain = second === undefined && /^[\p{L}\p{N}_]+$/u.test(first);
    return plain ? `[@${first}]` : `[@${columnSpan(reference.columns)}]`;
  }
  if (reference.sections.length === 0 && first !== undefined && second === undefined) {
    return `[${escapeColumn(first)}]`;
  }
  return fileBrackets(reference);
}

function foldStructured(
  reference: StructuredReference,
  cell: CellPlace,
  byTable: ReadonlyMap<string, HostTable>,
  tables: readonly HostTable[],
): string {
  const table =
    reference.table === '' ? tableAt(tables, cell) : byTable.get(reference.table.toLocaleLowerCase());
  if (table === undefined) return '#REF!';

  const [firstName, lastName] = reference.columns;
  const first = firstName === undefined ? 0 : columnIndex(table, firstName);
  const last =
    lastName !== undefined
      ? columnIndex(table, lastName)
      : firstName === undefined
        ? table.right - table.left
        : first;
  const rows = sectionRows(table, reference.sections, cell);
  if (typeof rows === 'string') return rows;
  if (first < 0 || last < 0) return '#REF!';

  const left = '$' + toCol(table.left - 1 + Math.min(first, last));
  const right = '$' + toCol(table.left - 1 + Math.max(first, last));
  const prefix = sameText(table.sheet, cell.sheet) ? '' : `${quoteSheet(table.sheet)}!`;
  const [top, bottom] = rows;
  // One cell of this row or of the header row stands alone; whole columns always get a colon.
  const alone = left === right && top === bottom && reference.sections.length > 0 && isSingleRow(reference);
  const from = `${left}$${String(top)}`;
  return prefix + (alone ? from : `${from}:${right}$${String(bottom)}`);
}

function isSingleRow(reference: StructuredReference): boolean {
  return reference.sections.every((section) => section !== 'data' && section !== 'all');
}

function tableAt(tables: readonly HostTable[], cell: CellPlace): HostTable | undefined {
  return tables.find(
    (table) =>
      sameText(table.sheet, cell.sheet) &&
      cell.row >= table.top &&
      cell.row <= table.bottom &&
      cell.column >= table.left &&
      cell.column <= table.right,
  );
}

/** First and last row of the sections together, or the error Excel gives instead. */
function sectionRows(
  table: HostTable,
  sections: readonly string[],
  cell: CellPlace,
): [number, number] | string {
  const bodyTop = table.showHeaders ? table.top + 1 : table.top;
  const bodyBottom = table.showTotals ? table.bottom - 1 : table.bottom;
  let top = Infinity;
  let bottom = 0;
  const take = (from: number, to: number): void => {
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  };
  for (const section of sections.length === 0 ? ['data'] : sections) {
    switch (section) {
      case 'data':
        take(bodyTop, bodyBottom);
        break;
      case 'all':
        take(table.top, table.bottom);
        break;
      case 'headers':
        if (!table.showHeaders) return '#REF!';
        take(table.top, table.top);
        break;
      case 'totals':
        if (!table.showTotals) return '#REF!';
        take(table.bottom, table.bottom);
        break;
      case 'this row':
        // Outside the table's rows Excel answers #VALUE! (support.microsoft.com, structured references).
        if (!sameText(table.sheet, cell.sheet) || cell.row < bodyTop || cell.row > bodyBottom)
          return '#VALUE!';
        take(cell.row, cell.row);
        break;
      default:
        return '#REF!';
    }
  }
  return [top, bottom];
}

function columnIndex(table: HostTable, name: string): number {
  return table.columns.findIndex((column) => sameText(column.name, name));
}

/** Table, column and sheet names are compared without regard to letter case, as Excel does. */
function sameText(one: string, other: string): boolean {
  return one === other || one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

function isA1Token(token: Token): boolean {
  return (
    token.type === tokenTypes.REF_RANGE ||
    token.type === tokenTypes.REF_BEAM ||
    token.type === tokenTypes.REF_TERNARY
  );
}

function isOneOperand(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.length === 1;
}

function mergeTexts(parts: readonly TemplatePart[]): TemplatePart[] {
  const merged: TemplatePart[] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    if (typeof part === 'string' && typeof previous === 'string') merged[merged.length - 1] = previous + part;
    else merged.push(part);
  }
  return merged;
}

function shiftRange(range: RangeA1, dRow: number, dColumn: number): RangeA1 | undefined {
  const top = shifted(range.top, range.$top, dRow, MAX_ROWS);
  const bottom = shifted(range.bottom, range.$bottom, dRow, MAX_ROWS);
  const left = shifted(range.left, range.$left, dColumn, MAX_COLS);
  const right = shifted(range.right, range.$right, dColumn, MAX_COLS);
  if (top === OFF || bottom === OFF || left === OFF || right === OFF) return undefined;
  return { ...range, top: top ?? null, bottom: bottom ?? null, left: left ?? null, right: right ?? null };
}

const OFF = Symbol('off the sheet');

/** Bounds are 0-based here; an absent one belongs to a whole row or column. */
function shifted(
  bound: number | null | undefined,
  absolute: boolean | null | undefined,
  by: number,
  max: number,
): number | null | undefined | typeof OFF {
  if (bound === null || bound === undefined || absolute === true) return bound;
  const moved = bound + by;
  return moved < 0 || moved > max ? OFF : moved;
}
