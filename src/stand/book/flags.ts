import type { Model } from '@ironcalc/wasm';
import type { HostDocument, HostValue } from '../../host/document';
import { newEngineModel } from '../../host/engine';
import { isMisread, isWideRange, withoutArrayMinus } from '../../host/engine-traps';
import { createReferenceReader, type CellRange } from '../../host/evaluation-order';
import { placedRules, type PlacedRule } from '../../host/objects/conditional-formats';
import { addressOf, createA1Translator, shiftFormula } from '../../host/references';
import { flagCss, type Css } from './look';

/**
 * Conditional formats, judged by the engine that computes the sheets. The judge is a small workbook of its own
 * that holds only the values the rules look at, so that asking about the cells in sight costs nothing of a
 * large workbook's calculation.
 */

export interface Flags {
  /** What is painted over a cell, null for nothing. A cell not judged yet is noted and shows what it showed last. */
  at(sheet: string, row: number, column: number): Css | null;
  /** Judges cells that were asked for, at most so many rules; true when something may look different now. */
  judge(mostRules: number): boolean;
  /** Whether cells wait to be judged. */
  readonly isBehind: boolean;
  /** To be called when values, rules or sheets have changed. */
  invalidate(): void;
  dispose(): void;
}

interface Judged {
  readonly css: Css | null;
  readonly version: number;
}

interface Wanted {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where the rules are computed: a column no sheet of ours reaches. */
const SCRATCH = 16_000;

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** The condition of a rule as one formula at the first cell of its range. */
function conditionOf(rule: PlacedRule, firstCell: string): string | null {
  const [first, second] = rule.formulae;
  if (first === undefined) return null;
  if (rule.type === 'expression') return first;
  if (rule.type !== 'cellIs') return null;
  const between = `AND(${firstCell}>=(${first}),${firstCell}<=(${second ?? first}))`;
  if (rule.operator === 'between') return between;
  if (rule.operator === 'notBetween') return `NOT(${between})`;
  const sign = COMPARISONS[rule.operator ?? ''];
  return sign === undefined ? null : `${firstCell}${sign}(${first})`;
}

interface ReadyRule {
  readonly rule: PlacedRule;
  readonly condition: string;
  readonly top: number;
  readonly left: number;
  readonly css: Css;
}

export function createFlags(
  document: HostDocument,
  valueOf: (sheet: string, row: number, column: number) => HostValue,
): Flags {
  const judged = new Map<string, Judged>();
  const wanted = new Map<string, Wanted>();
  let version = 0;
  let rules = new Map<string, ReadyRule[]>();
  let probe: Probe | undefined;

  const rulesOf = (sheetName: string): ReadyRule[] => {
    const known = rules.get(sheetName);
    if (known !== undefined) return known;
    const sheet = document.book.getWorksheet(sheetName);
    const ready = sheet === undefined ? [] : placedRules(sheet).flatMap(readyRule);
    rules.set(sheetName, ready);
    return ready;
  };

  const touching = (sheet: string, row: number, column: number): ReadyRule[] =>
    rulesOf(sheet).filter(({ rule }) =>
      rule.areas.some(
        (area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      ),
    );

  return {
    at(sheet, row, column) {
      if (touching(sheet, row, column).length === 0) return null;
      const key = `${sheet}!${String(row)}:${String(column)}`;
      const known = judged.get(key);
      if (known?.version !== version) wanted.set(key, { sheet, row, column });
      return known?.css ?? null;
    },
    get isBehind() {
      return wanted.size > 0;
    },
    judge(mostRules) {
      if (wanted.size === 0) return false;
      probe ??= createProbe(document, valueOf);
      const cells: { key: string; rules: readonly ReadyRule[] }[] = [];
      const questions: Question[] = [];
      for (const [key, { sheet, row, column }] of wanted) {
        if (questions.length >= mostRules) break;
        wanted.delete(key);
        const its = touching(sheet, row, column);
        cells.push({ key, rules: its });
        for (const { condition, top, left } of its) {
          questions.push({ sheet, row, column, formula: shiftFormula(condition, row - top, column - left) });
        }
      }
      const answers = probe.ask(questions);
      let at = 0;
      let isNew = false;
      for (const { key, rules: its } of cells) {
        const css = paint(its.filter(() => answers[at++] === true));
        isNew ||= JSON.stringify(css) !== JSON.stringify(judged.get(key)?.css ?? null);
        judged.set(key, { css, version });
      }
      return isNew;
    },
    invalidate() {
      version++;
      wanted.clear();
      rules = new Map();
      probe?.dispose();
      probe = undefined;
    },
    dispose() {
      probe?.dispose();
      probe = undefined;
    },
  };
}

function readyRule(rule: PlacedRule): ReadyRule[] {
  const top = Math.min(...rule.areas.map((area) => area.top));
  const left = Math.min(...rule.areas.map((area) => area.left));
  const condition = conditionOf(rule, addressOf(top, left));
  return condition === null || rule.areas.length === 0
    ? []
    : [{ rule, condition, top, left, css: flagCss(rule.style) }];
}

/** Rules that hold, the first first: what it says of a property stands; one that stops keeps the rest away. */
function paint(holding: readonly ReadyRule[]): Css | null {
  const stop = holding.findIndex(({ rule }) => rule.stopIfTrue);
  const counted = stop < 0 ? holding : holding.slice(0, stop + 1);
  return counted.length === 0 ? null : counted.reduceRight<Css>((css, next) => ({ ...css, ...next.css }), {});
}

interface Question {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

interface Probe {
  /** For each question whether its formula holds at its cell. */
  ask(questions: readonly Question[]): boolean[];
  dispose(): void;
}

const TYPE_NUMBER = 1;
const TYPE_LOGICAL = 4;

function createProbe(
  document: HostDocument,
  valueOf: (sheet: string, row: number, column: number) => HostValue,
): Probe {
  const model = newEngineModel(0);
  model.pauseEvaluation();
  const sheets = document.book.worksheets;
  for (let made = 1; made < sheets.length; made++) model.newSheet();
  for (let index = 0; index < sheets.length; index++) model.renameSheet(index, `~${String(index)}`);
  sheets.forEach((sheet, index) => {
    model.renameSheet(index, sheet.name);
  });
  const indexOf = (name: string): number | undefined => {
    const index = sheets.findIndex((sheet) => sheet.name.toLocaleLowerCase() === name.toLocaleLowerCase());
    return index < 0 ? undefined : index;
  };
  const translator = createA1Translator(document.tables, document.names);
  const references = createReferenceReader(indexOf);
  const wide = new Set(
    document.names.filter((name) => isWideRange(name.formula)).map((name) => name.name.toLocaleLowerCase()),
  );
  const copied = new Set<string>();
  // ExcelJS counts them anew each time it is asked.
  const extents = sheets.map((sheet) => ({ rows: sheet.rowCount, columns: sheet.columnCount }));

  const copy = ({ sheet, top, left, bottom, right }: CellRange): void => {
    const source = sheets[sheet];
    const extent = extents[sheet];
    if (source === undefined || extent === undefined) return;
    const key = `${String(sheet)}:${String(top)}:${String(left)}:${String(bottom)}:${String(right)}`;
    if (copied.has(key)) return;
    copied.add(key);
    for (let row = top; row <= Math.min(bottom, extent.rows); row++) {
      for (let column = left; column <= Math.min(right, extent.columns); column++) {
        const input = inputOf(valueOf(source.name, row, column));
        if (input !== null) model.setUserInput(sheet, row, column, input);
      }
    }
  };

  return {
    ask(questions) {
      model.pauseEvaluation();
      const places = questions.map((question, at) => enter(question, at + 1));
      model.resumeEvaluation();
      model.evaluate();
      const answers = places.map((place) => place !== null && holds(model, place.sheet, place.row));
      model.pauseEvaluation();
      for (const sheet of new Set(places.flatMap((place) => place?.sheet ?? []))) {
        model.rangeClearContents(sheet, 1, SCRATCH, questions.length, SCRATCH);
      }
      return answers;
    },
    dispose: () => {
      model.free();
    },
  };

  function enter(question: Question, at: number): { sheet: number; row: number } | null {
    const sheet = indexOf(question.sheet);
    const said = inPlace(question);
    if (sheet === undefined || isMisread(said, (name) => wide.has(name.toLocaleLowerCase()))) return null;
    const formula = `=${translator.translate(withoutArrayMinus(said), question)}`;
    for (const range of references.referencesOf(formula, sheet)) copy(range);
    // Excel computes the formulas of rules as array formulas.
    model.setUserArrayFormula(sheet, at, SCRATCH, 1, 1, formula);
    return { sheet, row: at };
  }
}

/** ROW() and COLUMN() speak of the cell that is judged. */
const inPlace = ({ formula, row, column }: Question): string =>
  formula.replace(/\bROW\(\s*\)/gi, String(row)).replace(/\bCOLUMN\(\s*\)/gi, String(column));

function holds(model: Model, sheet: number, row: number): boolean {
  const text = model.getFormattedCellValue(sheet, row, SCRATCH);
  switch (model.getCellType(sheet, row, SCRATCH)) {
    case TYPE_LOGICAL:
      return text === 'TRUE';
    case TYPE_NUMBER:
      return Number(text) !== 0;
    default:
      return false;
  }
}

const ERROR = /^#(N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

function inputOf(value: HostValue): string | null {
  if (value === '') return null;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  return ERROR.test(value) ? value : `'${value}`;
}
