import type { Area } from '../register/addresses';
import { areaAddress } from '../register/addresses';
import type { Field } from './dictionary';
import { SURE, type HeaderMatch, type Matcher } from './headers';
import { readMeetingHeader, speaksOfAttendance } from './marks';
import { gridOf, type Grid, type GridCell, type SourcePlace, type SourceSheet } from './source';
import { organisationLikeness } from './values/organisations';
import { nameLikeness } from './values/names';
import { findDay } from './values/dates';
import { fold, foldHeader } from './words';

/**
 * Where the registers on a methodist's sheets begin: header rows, of one to three levels, scored by what the
 * dictionary knows of them. A block is a header with the rows under it; a sheet may hold several.
 */
export interface Block {
  /** "Файл.xlsx|Лист|B4": the same block has the same id in the next run. */
  readonly id: string;
  readonly file: string;
  readonly sheet: string;
  readonly header: { readonly top: number; readonly bottom: number };
  readonly columns: readonly BlockColumn[];
  /** Texts above the header, from top to bottom. */
  readonly titles: readonly { readonly text: string; readonly place: SourcePlace }[];
  /** Filled rows under the header that belong to it; 0 and −1 when there are none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows in which the header is repeated, as on a printed page. */
  readonly repeats: readonly number[];
  /** How much of a header the row is; what the user moved there has 0. */
  readonly score: number;
  /** What of it is hidden on the sheet, and read like the rest. */
  readonly hidden: { readonly rows: number; readonly columns: number; readonly sheet: boolean };
}

export interface BlockColumn {
  readonly column: number;
  /** All levels of the header, from top to bottom, each once. */
  readonly levels: readonly string[];
  /** The levels as one text; "" for a column without a header. */
  readonly header: string;
  /** The lowest header cell, whose value may be a date. */
  readonly cell: Pick<GridCell, 'text' | 'value' | 'isDate'> | null;
}

/** Where the user says a header stands. Of its sheet, the guessed blocks it meets give way. */
export interface HeaderChoice {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** Header rows; guessed from merged cells when absent. */
  readonly levels?: number;
  /** Columns from … to; the filled cells of the row when absent. */
  readonly columns?: { readonly left: number; readonly right: number };
}

/** The sheets indexed, and the blocks found on them. */
export interface Found {
  readonly grids: readonly Grid[];
  readonly blocks: readonly Block[];
}

export function findBlocks(
  sheets: readonly SourceSheet[],
  matcher: Matcher,
  choices: readonly HeaderChoice[] = [],
): Found {
  const grids = sheets.map(gridOf);
  return {
    grids,
    blocks: grids.flatMap((grid) =>
      blocksOf(
        grid,
        matcher,
        choices.filter(({ file, sheet }) => file === grid.sheet.file && sheet === grid.sheet.name),
      ),
    ),
  };
}

export const gridOfBlock = ({ grids }: Found, { file, sheet }: Block): Grid | undefined =>
  grids.find((grid) => grid.sheet.file === file && grid.sheet.name === sheet);

// ---------------------------------------------------------------------------------------------------------
// rows that look like headers

type Look =
  | { readonly kind: 'header'; readonly cell: GridCell; readonly matches: readonly HeaderMatch[] }
  | { readonly kind: 'mark' | 'value' | 'text' | 'count'; readonly cell: GridCell };

/** A run of header cells in one row. */
interface Segment {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly looks: readonly Look[];
  readonly score: number;
}

/** Fields that tell whom or what a row is about: a table without any is none of ours. */
const ANCHORS: ReadonlySet<Field> = new Set<Field>([
  'name',
  'surname',
  'pupil',
  'event',
  'topic',
  'meetingTopic',
  'courseTopic',
  'organisation',
  'organisationInFull',
]);
const PEOPLE: ReadonlySet<Field> = new Set<Field>(['name', 'surname', 'supervisor', 'pupil']);

/** Cells of a row, a merged one once. */
const ownCells = (cells: readonly GridCell[]): readonly GridCell[] =>
  cells.filter(
    (cell, index) =>
      index === 0 ||
      cell.from.row !== cells[index - 1]?.from.row ||
      cell.from.column !== cells[index - 1]?.from.column,
  );

function lookAt(cell: GridCell, matcher: Matcher): Look {
  const { text, value } = cell;
  if (readMeetingHeader(cell) !== null) return { kind: 'mark', cell };
  if (typeof value === 'number' || (/\d/.test(text) && /^[\d.,()%\s]+$/.test(text))) {
    return { kind: Number.isInteger(numberIn(text)) ? 'count' : 'value', cell };
  }
  const isData =
    text.length > 200 ||
    nameLikeness(text) === 1 ||
    (/\d/.test(text) && (organisationLikeness(text) === 1 || findDay(text) !== null));
  if (isData) return { kind: 'value', cell };
  const matches = matcher.match(text).filter(({ score }) => score >= SURE);
  return matches.length > 0 ? { kind: 'header', cell, matches } : { kind: 'text', cell };
}

const numberIn = (text: string): number => Number(text.replace(/[().\s]/g, '') || NaN);

/** «1 2 3 …» under a header. */
export function isNumberRow(cells: readonly GridCell[]): boolean {
  const numbers = ownCells(cells).map(({ text }) => (/^\(?\d{1,2}[.)]?$/.test(text) ? numberIn(text) : NaN));
  return (
    numbers.length >= 3 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? NaN) + 1)
  );
}

/** Header rows hold words of the dictionary in most of their cells, and no values. */
function segmentOf(row: number, cells: readonly GridCell[], matcher: Matcher): Segment | null {
  const looks = ownCells(cells).map((cell) => lookAt(cell, matcher));
  const headers = looks.filter((look) => look.kind === 'header');
  const marks = looks.filter(({ kind }) => kind === 'mark').length;
  const counts = looks.filter(({ kind }) => kind === 'count').length;
  const values = looks.filter(({ kind }) => kind === 'value').length;
  const fields = new Set(headers.flatMap(({ matches }) => matches[0]?.fields ?? []));
  const all = new Set(headers.flatMap(({ matches }) => matches.flatMap((match) => match.fields)));
  const hasAnchor = [...all].some((name) => ANCHORS.has(name));
  const isMatrix = [...all].some((name) => PEOPLE.has(name)) && marks + counts >= 1;
  const words = headers.length + looks.filter(({ kind }) => kind === 'text').length;
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined || !hasAnchor || values > 0) return null;
  if (!isMatrix && (marks > 0 || counts > 0)) return null;
  if (headers.length * 2 < words) return null;
  if (fields.size < 2 && !isMatrix) return null;
  const score = headers.reduce((sum, { matches }) => sum + (matches[0]?.score ?? 0), 0) + marks * 0.5;
  return { row, left: first.column, right: last.column, looks, score };
}

/** Runs of filled cells with empty columns between them. */
function runsOf(cells: readonly GridCell[]): readonly (readonly GridCell[])[] {
  const runs: GridCell[][] = [];
  let before = -Infinity;
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run === undefined || cell.column > before + 1) runs.push([cell]);
    else run.push(cell);
    before = cell.column;
  }
  return runs;
}

/**
 * The headers of one row. Registers side by side are told by the empty column between them, or by a second
 * column of line numbers, when each part names people or events of its own.
 */
function segmentsOf(grid: Grid, row: number, matcher: Matcher): readonly Segment[] {
  const cells = grid.row(row);
  if (cells.length < 2) return [];
  // a row with somebody's name in it is a row of values, whatever words its other cells hold
  const runs = runsOf(cells).filter((run) => !run.some(({ text }) => nameLikeness(text) === 1));
  if (!isWorthALook(runs.flat(), matcher)) return [];
  const parts = runs.flatMap((run) => splitAtLineNumbers(run, matcher));
  const joined: (readonly GridCell[])[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const standsAlone = before !== undefined && isTable(row, before, matcher) && isTable(row, part, matcher);
    if (before === undefined || standsAlone) joined.push(part);
    else joined[joined.length - 1] = [...before, ...part];
  }
  return joined.flatMap((part) => segmentOf(row, part, matcher) ?? []);
}

/** Two or more cells spelled as headers; the full look is dear. */
function isWorthALook(cells: readonly GridCell[], matcher: Matcher): boolean {
  const own = ownCells(cells);
  const sure = own.filter(({ text }) => matcher.glance(text) >= SURE).length;
  return (
    sure >= 2 ||
    (sure === 1 && own.some((cell) => readMeetingHeader(cell) !== null || /^\d{1,2}$/.test(cell.text)))
  );
}

function splitAtLineNumbers(run: readonly GridCell[], matcher: Matcher): readonly (readonly GridCell[])[] {
  const starts = run.flatMap((cell, index) =>
    index > 0 && matcher.match(cell.text).some(({ fields, how }) => how === 'same' && fields[0] === 'line')
      ? [index]
      : [],
  );
  const bounds = [0, ...starts, run.length];
  return bounds.slice(1).map((end, index) => run.slice(bounds[index] ?? 0, end));
}

/** A part that could be a table by itself: it names somebody, or an event, beside something else. */
const isTable = (row: number, cells: readonly GridCell[], matcher: Matcher): boolean =>
  segmentOf(row, cells, matcher) !== null;

// ---------------------------------------------------------------------------------------------------------
// from header rows to blocks

interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly BlockColumn[];
  readonly score: number;
  readonly repeats: number[];
}

function blocksOf(grid: Grid, matcher: Matcher, choices: readonly HeaderChoice[]): readonly Block[] {
  const chosen = choices.flatMap((choice) => chosenHead(grid, choice) ?? []);
  const heads: Head[] = [];
  for (const row of grid.rows) {
    for (const segment of segmentsOf(grid, row, matcher)) {
      const above = heads.filter((head) => overlap(head, segment)).at(-1);
      if (above !== undefined && row <= above.bottom) continue;
      if (above !== undefined && namesSomebody(grid, row, above)) continue;
      if (isOverFullerHeader(grid, segment, matcher)) continue;
      const head = headOf(grid, segment, above?.bottom ?? 0);
      if (above !== undefined && isSameHeader(above, head)) {
        for (let each = head.top; each <= head.bottom; each += 1) above.repeats.push(each);
        continue;
      }
      if (above === undefined || beginsAnew(grid, segment)) heads.push(head);
    }
  }
  const kept = [...heads.filter((head) => !chosen.some((choice) => overlap(head, choice))), ...chosen].sort(
    (one, other) => one.top - other.top || one.left - other.left,
  );
  return kept.map((head) => blockOf(grid, head, kept));
}

/** Under a header, a row with a name in any of its columns is a row of the table, whatever else stands in it. */
const namesSomebody = (grid: Grid, row: number, { left, right }: Head): boolean =>
  grid.row(row).some(({ column, text }) => column >= left && column <= right && nameLikeness(text) === 1);

const headersOf = ({ looks }: Segment): number => looks.filter(({ kind }) => kind === 'header').length;

/** «Педагоги», «Курсы» over two tables side by side: the line under it says more, and is the header. */
function isOverFullerHeader(grid: Grid, segment: Segment, matcher: Matcher): boolean {
  const below = segmentsOf(grid, segment.row + 1, matcher).filter((other) => overlap(other, segment));
  return below.reduce((sum, other) => sum + headersOf(other), 0) > headersOf(segment);
}

const overlap = (one: { left: number; right: number }, other: { left: number; right: number }): boolean =>
  one.left <= other.right && other.left <= one.right;

/** Under another table, a header has to be unmistakable: a row of values may hold words of the dictionary too. */
function beginsAnew(grid: Grid, { row, left, right, looks }: Segment): boolean {
  const headers = looks.filter((look) => look.kind === 'header');
  const meanings = new Set(headers.map(({ matches }) => matches[0]?.fields.join('+')));
  const isExact = headers.every(({ matches }) => matches[0]?.how === 'same' || matches[0]?.how === 'parts');
  const above = ownCells(grid.row(row - 1).filter(({ column }) => column >= left && column <= right));
  const isApart = above.length <= 1 || isFooter(above[0]?.text ?? '');
  const isFull = headers.length >= 4 && headers.length === looks.length && meanings.size === headers.length;
  const isClear =
    headers.length >= 3 &&
    headers.length * 3 >= looks.filter(({ kind }) => kind !== 'mark' && kind !== 'count').length * 2;
  return (isExact && (isApart || isFull)) || (isApart && isClear);
}

const isSameHeader = (one: Head, other: Head): boolean => {
  const texts = new Map(one.columns.map(({ column, header }) => [column, foldHeader(header)]));
  const named = other.columns.filter(({ header }) => header !== '');
  const same = named.filter(({ column, header }) => texts.get(column) === foldHeader(header)).length;
  return same * 5 >= Math.max(named.length, one.columns.filter(({ header }) => header !== '').length) * 4;
};

function chosenHead(grid: Grid, { row, levels, columns }: HeaderChoice): Head | null {
  const cells = grid
    .row(row)
    .filter(({ column }) => columns === undefined || (column >= columns.left && column <= columns.right));
  const [first, last] = [cells[0], cells.at(-1)];
  const left = columns?.left ?? first?.column;
  const right = columns?.right ?? last?.column;
  if (left === undefined || right === undefined) return null;
  const bottom = levels === undefined ? lowerLevel(grid, row, left, right) : row + levels - 1;
  return {
    top: row,
    bottom,
    left,
    right,
    columns: columnsUnder(grid, row, bottom, left, right),
    score: 0,
    repeats: [],
  };
}

/** The header's levels: parents above it, and lower lines that stand under merged or empty cells. */
function headOf(grid: Grid, { row, left, right, score }: Segment, above: number): Head {
  const top = upperLevel(grid, row, left, right, above);
  const bottom = lowerLevel(grid, row, left, right);
  let [from, to] = [left, right];
  for (let each = top; each <= bottom; each += 1) {
    for (const { column } of grid.row(each)) {
      // a group heading may reach further than the line that told the header
      if (column === to + 1) to = column;
      if (column === from - 1) from = column;
    }
  }
  const wide = top === bottom ? { left, right } : { left: from, right: to };
  return {
    top,
    bottom,
    ...wide,
    columns: columnsUnder(grid, top, bottom, wide.left, wide.right),
    score,
    repeats: [],
  };
}

const MOST_LEVELS = 3;

function lowerLevel(grid: Grid, row: number, left: number, right: number): number {
  let bottom = row;
  while (bottom - row + 1 < MOST_LEVELS) {
    // the last cell of the upper line may stand over more columns than its own
    let reach = right;
    while (grid.at(bottom + 1, reach + 1) !== null && grid.at(row, reach + 1) === null) reach += 1;
    if (!isLowerLine(grid, row, bottom + 1, left, reach)) break;
    bottom += 1;
  }
  return bottom;
}

/** A further line of a header: under a cell merged downwards, or parting what stands over several columns. */
function isLowerLine(grid: Grid, top: number, row: number, left: number, right: number): boolean {
  const within = grid.row(row).filter(({ column }) => column >= left && column <= right);
  const own = within.filter(({ from }) => from.row === row);
  if (own.length === 0 || isNumberRow(own)) return false;
  const reachesDown = within.some(({ from }) => from.row < row);
  const parts = own.every(
    (cell) => isLabel(cell) && parentAt(grid, row - 1, cell.column, top, left) !== null,
  );
  const partsSeveral = own.some(({ column }) => spanAt(grid, row - 1, column, top, left, right) > 1);
  return parts && (reachesDown ? own.every(isLabel) : partsSeveral);
}

const isLabel = ({ text, value, isDate }: GridCell): boolean =>
  (typeof value === 'string' || isDate) &&
  text.length <= 120 &&
  nameLikeness(text) < 1 &&
  (organisationLikeness(text) < 1 || !/\d/.test(text));

/** The header cell over a column, one merged or left standing over several included. */
function parentAt(grid: Grid, row: number, column: number, top: number, left: number): GridCell | null {
  if (row < top) return null;
  const direct = grid.at(row, column);
  if (direct !== null) return direct;
  for (let each = column - 1; each >= left; each -= 1) {
    const cell = grid.at(row, each);
    if (cell !== null) return cell;
  }
  return null;
}

/** Over how many columns the parent of a column stands. */
function spanAt(grid: Grid, row: number, column: number, top: number, left: number, right: number): number {
  const parent = parentAt(grid, row, column, top, left);
  if (parent === null) return 0;
  let span = 0;
  for (let each = parent.from.column; each <= right; each += 1) {
    const cell = grid.at(row, each);
    if (cell !== null && (cell.from.column !== parent.from.column || cell.from.row !== parent.from.row))
      break;
    span += 1;
  }
  return span;
}

/** Lines over the header that group its columns; a line over all of them is a title. */
function upperLevel(grid: Grid, row: number, left: number, right: number, above: number): number {
  let top = row;
  while (row - top + 1 < MOST_LEVELS && top - 1 > above) {
    const cells = grid.row(top - 1).filter(({ column }) => column >= left && column <= right);
    const own = ownCells(cells);
    const groups = own.some(({ column }) => {
      const merged = grid.merged(top - 1, column);
      return merged !== null && merged.right > merged.left && merged.right - merged.left < right - left;
    });
    const reachDown = own.some(({ column }) => (grid.merged(top - 1, column)?.bottom ?? 0) >= row);
    const isTitle = own.length <= 1 && !reachDown && (!groups || isWide(grid, own[0], left, right));
    if (own.length === 0 || isTitle || !own.every(isLabel) || !(groups || reachDown)) break;
    top -= 1;
  }
  return top;
}

/** A text alone in its row, merged over half of the table or from before its first column, heads all of it. */
function isWide(grid: Grid, cell: GridCell | undefined, left: number, right: number): boolean {
  const area = cell === undefined ? null : grid.merged(cell.row, cell.column);
  return area !== null && (area.left < left || (area.right - area.left + 1) * 2 >= right - left + 1);
}

function columnsUnder(
  grid: Grid,
  top: number,
  bottom: number,
  left: number,
  right: number,
): readonly BlockColumn[] {
  return Array.from({ length: right - left + 1 }, (_, index): BlockColumn => {
    const column = left + index;
    const levels: string[] = [];
    let lowest: GridCell | null = null;
    for (let row = top; row <= bottom; row += 1) {
      const direct = grid.at(row, column);
      const hasLower = row < bottom && grid.at(row + 1, column) !== null;
      const cell = direct ?? (hasLower ? parentAt(grid, row, column, top, left) : null);
      if (cell === null) continue;
      if (levels.at(-1) !== cell.text) levels.push(cell.text);
      if (direct !== null) lowest = direct;
    }
    return { column, levels, header: levels.join(' '), cell: lowest };
  });
}

/** Rows above a header that are looked at for titles. */
const TITLE_ROWS = 12;

function blockOf(grid: Grid, head: Head, heads: readonly Head[]): Block {
  const { file, name: sheet, hiddenRows = [], hiddenColumns = [], isHidden = false } = grid.sheet;
  const below = heads.find((each) => each.top > head.bottom && overlap(each, head));
  const titles = titlesOf(grid, head, heads);
  const nextTop =
    below === undefined
      ? Infinity
      : Math.min(below.top, ...titlesOf(grid, below, heads).map(({ row }) => row));
  const columns = withHeaderless(grid, head, heads, nextTop);
  const [left, right] = [columns[0]?.column ?? head.left, columns.at(-1)?.column ?? head.right];
  const rows = grid.rows.filter(
    (row) =>
      row > head.bottom &&
      row < nextTop &&
      grid.row(row).some(({ column }) => column >= left && column <= right),
  );
  const isInside = (row: number): boolean => row >= (rows[0] ?? Infinity) && row <= (rows.at(-1) ?? -1);
  const corner: Area = { top: head.top, left: head.left, bottom: head.top, right: head.left };
  return {
    id: [file, sheet, areaAddress(corner)].join('|'),
    file,
    sheet,
    header: { top: head.top, bottom: head.bottom },
    columns,
    titles: titles.map(({ text, row, column }) => ({ text, place: grid.place(row, column) })),
    firstRow: rows[0] ?? 0,
    lastRow: rows.at(-1) ?? -1,
    repeats: head.repeats,
    score: head.score,
    hidden: {
      rows: hiddenRows.filter(isInside).length,
      columns: hiddenColumns.filter((column) => column >= left && column <= right).length,
      sheet: isHidden,
    },
  };
}

/** Columns straight beside the header that hold values and have no header: shown, not dropped. */
function withHeaderless(
  grid: Grid,
  { columns, left, right, bottom }: Head,
  heads: readonly Head[],
  nextTop: number,
): readonly BlockColumn[] {
  const isTaken = (column: number): boolean =>
    heads.some(
      (head) =>
        head.left <= column &&
        column <= head.right &&
        head.top < nextTop &&
        (head.left !== left || head.right !== right),
    );
  const isFilled = (column: number): boolean =>
    grid.rows.filter((row) => row > bottom && row < nextTop && grid.at(row, column)?.from.column === column)
      .length >= 2;
  const bare = (column: number): BlockColumn => ({ column, levels: [], header: '', cell: null });
  const beside = [left - 1, right + 1]
    .filter((column) => column > 0 && !isTaken(column) && isFilled(column))
    .map(bare);
  return [...columns, ...beside].sort((one, other) => one.column - other.column);
}

/** Rows of one text above a header: its titles, down from the rows of the table above it. */
function titlesOf(
  grid: Grid,
  { top, left, right }: Head,
  heads: readonly Head[],
): readonly { readonly text: string; readonly row: number; readonly column: number }[] {
  const above = heads.filter((head) => head.bottom < top && overlap(head, { left, right })).at(-1);
  const rows = grid.rows
    .filter((row) => row < top && row >= top - TITLE_ROWS && row > (above?.bottom ?? 0))
    .reverse();
  const titles: { text: string; row: number; column: number }[] = [];
  let expected = top - 1;
  for (const row of rows) {
    const own = ownCells(grid.row(row));
    if (above !== undefined) {
      // under another table only what stands straight above, in one cell, is this one's title
      const mine = own.filter(({ from }) => from.row === row);
      if (row !== expected || mine.length !== 1 || isFooter(mine[0]?.text ?? '')) break;
    }
    for (const { text, column } of [...own].reverse()) titles.push({ text, row, column });
    expected = row - 1;
  }
  return titles.reverse();
}

const FOOTER =
  /^(?:итог|всего|общий итог|в том числе|из них|средн\p{L}*\s+(?:балл|стаж|возраст)|подпис|исполнител|исп\.|составил|согласован|утвержд|м\.\s?п|примечани|\*)/u;
const SIGNATURE = /_{3,}|\.{6,}/u;
const SIGNED_BY =
  /^(?:руководител|председател|секретар|методист|директор|заместител|зам\.|заведующ|начальник|специалист|ответственн|учител|дата\s+\p{L}*|тел\.|телефон)/u;

/** «ИТОГО», «ВСЕГО», signatures: whatever stands there is about the table, not in it. */
export const isFooter = (text: string): boolean => FOOTER.test(fold(text)) || SIGNATURE.test(text);

/** «Руководитель РМО Белозёрова А.С.»: a signature when little else stands in the row. */
export const isSigned = (text: string): boolean => SIGNED_BY.test(fold(text));

/** The sheet and the titles of a block speak of attendance. */
export const isAboutAttendance = ({ sheet, titles }: Block): boolean =>
  [sheet, ...titles.map(({ text }) => text)].some(speaksOfAttendance);
