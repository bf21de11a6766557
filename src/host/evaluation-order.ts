/**
 * IronCalc evaluates cells sheet by sheet and row by row (arrays first), and a cell that needs another not
 * yet evaluated goes into it on the stack of the WebAssembly; some 600 cells deep (tried) the stack ends
 * and with it the engine. A running total read from a sheet that stands before it is such a chain.
 *
 * So the chain is cut beforehand: a list of cells to be evaluated first, each at most `STEP` levels above
 * what is evaluated by then.
 */

export interface CellRange {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface FormulaCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly references: readonly CellRange[];
}

/** Levels between two cells of the list: with both its own and a side branch, at most twice as deep. */
const STEP = 64;

/** Steps of the analysis past which it is given up: only dense triangles of ranges come to so many. */
const MOST_STEPS = 20_000_000;

/** Cells to evaluate before all others, in this order; none when no chain is dangerous. */
export function cellsToPrime(formulas: Iterable<FormulaCell>): FormulaCell[] {
  const cells = new Map<number, Node>();
  const columns = new Map<number, number[]>();
  for (const formula of formulas) {
    cells.set(cellKey(formula.sheet, formula.row, formula.column), { formula, height: UNSEEN });
    const column = columnKey(formula.sheet, formula.column);
    const rows = columns.get(column);
    if (rows === undefined) columns.set(column, [formula.row]);
    else rows.push(formula.row);
  }
  if (cells.size < STEP) return [];
  for (const rows of columns.values()) rows.sort((a, b) => a - b);

  const ranges = new Map<CellRange, RangeNode>();
  let steps = 0;
  const cellsOf = (range: CellRange): RangeNode => {
    const known = ranges.get(range);
    if (known !== undefined) return known;
    const nodes: Node[] = [];
    for (let index = range.left; index <= range.right && index < COLUMNS; index++) {
      for (const row of columns.get(columnKey(range.sheet, index)) ?? []) {
        if (row > range.bottom) break;
        const node = row < range.top ? undefined : cells.get(cellKey(range.sheet, row, index));
        if (node !== undefined) nodes.push(node);
        steps++;
      }
    }
    const made: RangeNode = { nodes, height: undefined };
    ranges.set(range, made);
    return made;
  };

  const done: Node[] = [];
  for (const root of cells.values()) {
    if (root.height !== UNSEEN) continue;
    const stack: { node: Node; reference: number; index: number; height: number }[] = [];
    const enter = (node: Node): void => {
      node.height = OPEN;
      stack.push({ node, reference: 0, index: 0, height: 0 });
    };
    enter(root);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      if (++steps > MOST_STEPS) return [];
      const range = frame.node.formula.references[frame.reference];
      if (range === undefined) {
        frame.node.height = frame.height + 1;
        done.push(frame.node);
        stack.pop();
        const parent = stack.at(-1);
        if (parent !== undefined) parent.height = Math.max(parent.height, frame.node.height);
        continue;
      }
      const area = cellsOf(range);
      const next = area.height === undefined ? area.nodes[frame.index++] : undefined;
      if (next === undefined) {
        // A column asked by every row is gone through once.
        area.height ??= area.nodes.reduce((height, node) => Math.max(height, node.height), 0);
        frame.height = Math.max(frame.height, area.height);
        frame.reference++;
        frame.index = 0;
      } else if (next.height === UNSEEN) {
        enter(next);
      } else if (next.height !== OPEN) {
        // A reference back into an open cell is a circle: the engine says so itself.
        frame.height = Math.max(frame.height, next.height);
      }
    }
  }
  return done
    .filter((node) => node.height % STEP === 0)
    .sort((one, other) => one.height - other.height)
    .map((node) => node.formula);
}

interface Node {
  readonly formula: FormulaCell;
  /** Levels of formulas under it, itself included. */
  height: number;
}

interface RangeNode {
  readonly nodes: readonly Node[];
  /** The highest of its cells, known once all have been gone through. */
  height: number | undefined;
}

const UNSEEN = 0;
const OPEN = -1;
const COLUMNS = 16_385;

function columnKey(sheet: number, column: number): number {
  return sheet * COLUMNS + column;
}

function cellKey(sheet: number, row: number, column: number): number {
  return (sheet * 1_048_577 + row) * COLUMNS + column;
}

/** Reads the references of formulas in A1; one kept for a whole workbook shares equal ones. */
export interface ReferenceReader {
  /** `own` is the sheet of the references that name none. */
  referencesOf(formula: string, own: number): CellRange[];
}

export function createReferenceReader(sheetNumber: (name: string) => number | undefined): ReferenceReader {
  // A column's formulas say the same ranges over and over: kept apart they fill the memory.
  const shared = new Map<string, CellRange | undefined>();
  return {
    referencesOf(formula, own) {
      const found = new Set<CellRange>();
      for (const match of formula.matchAll(REFERENCE)) {
        const [text] = match;
        if (text.startsWith('"')) continue;
        const name = `${String(own)} ${text}`;
        if (!shared.has(name)) shared.set(name, rangeOf(match, own, sheetNumber));
        const range = shared.get(name);
        if (range !== undefined) found.add(range);
      }
      return [...found];
    },
  };
}

function rangeOf(
  match: RegExpExecArray,
  own: number,
  sheetNumber: (name: string) => number | undefined,
): CellRange | undefined {
  const [, quoted, plain, column, row, lastColumn, lastRow, wholeFrom, wholeTo] = match;
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = name === undefined ? own : sheetNumber(name);
  if (sheet === undefined) return undefined;
  if (column !== undefined && row !== undefined) {
    const [left, right] = ordered(columnNumber(column), columnNumber(lastColumn ?? column));
    const [top, bottom] = ordered(Number(row), Number(lastRow ?? row));
    return { sheet, top, left, bottom, right };
  }
  if (wholeFrom === undefined || wholeTo === undefined) return undefined;
  const [left, right] = ordered(columnNumber(wholeFrom), columnNumber(wholeTo));
  return { sheet, top: 1, left, bottom: 1_048_576, right };
}

/** Texts are matched too, to be stepped over. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$])(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?(?:\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3}))(?![\p{L}\p{N}_(!])/giu;

function ordered(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
