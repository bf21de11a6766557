import type { DocumentColumn, DocumentRow } from './document';

/**
 * How much room a text takes on paper: widths of the letters of Calibri and Times New Roman in parts of the size of
 * the font, rather too wide than too narrow, so that a row that is given its height by them cuts nothing off.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;!|'’`ijl]/, 0.28],
  [/[-()[\]ftr/\\"„“”«»]/, 0.4],
  [/[–—№%@&…mwщшжюыфмЁ]/, 0.82],
  [/[WMЩШЖЮЫФМ]/, 0.98],
  [/[A-ZА-Я]/, 0.7],
];
const USUAL_WIDTH = 0.54;
const BOLD_FACTOR = 1.06;

/** Points. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of a text on one line, in points. */
export function textWidth(text: string, { size, bold = false }: TextStyle): number {
  let parts = 0;
  for (const letter of text) parts += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL_WIDTH;
  return parts * size * (bold ? BOLD_FACTOR : 1);
}

/** Lines a text takes in a column so many points wide; words too long for a line are broken. */
export function linesOf(text: string, width: number, style: TextStyle): number {
  return text
    .split('\n')
    .map((paragraph) => linesOfParagraph(paragraph, width, style))
    .reduce((sum, lines) => sum + lines, 0);
}

function linesOfParagraph(text: string, width: number, style: TextStyle): number {
  const space = textWidth(' ', style);
  let lines = 1;
  let filled = 0;
  for (const word of text.split(/[ \t]+/)) {
    const length = textWidth(word, style);
    const follows = filled > 0 && filled + space + length <= width;
    if (follows) filled += space + length;
    else {
      if (filled > 0) lines += 1;
      const whole = Math.max(0, Math.ceil(length / width) - 1);
      lines += whole;
      filled = length - whole * width;
    }
  }
  return lines;
}

/** The longest word, for a column is not to be narrower than it. */
const longestWord = (text: string, style: TextStyle): number =>
  Math.max(0, ...text.split(/\s+/).map((word) => textWidth(word, style)));

/** Padding of a cell, both sides, in points. */
export const CELL_PADDING = 7;
/** Beyond this share of the page a word is broken rather than given its room. */
const MOST_FOR_A_WORD = 0.35;

/** Smaller than this a table is not read any more. */
const SMALLEST_SIZE = 8;

/** The size of a table: the usual one, or the largest below it at which no word of it has to be broken. */
export function fittingSize(
  columns: readonly DocumentColumn[],
  rows: readonly DocumentRow[],
  total: number,
  usual: number,
): number {
  for (let size = usual; size > SMALLEST_SIZE; size -= 0.5) {
    const needed = leastWidths(columns, rows, total, size).reduce((sum, width) => sum + width, 0);
    if (needed <= total) return size;
  }
  return SMALLEST_SIZE;
}

/** What the longest words of the columns need. */
const leastWidths = (
  columns: readonly DocumentColumn[],
  rows: readonly DocumentRow[],
  total: number,
  size: number,
): readonly number[] =>
  columns.map(({ title }, at) =>
    Math.min(
      total * MOST_FOR_A_WORD,
      CELL_PADDING +
        Math.max(
          longestWord(title, { size, bold: true }),
          ...rows.map((row) =>
            row.kind === 'row' ? longestWord(shownValue(row.cells[at] ?? ''), { size }) : 0,
          ),
        ),
    ),
  );

/**
 * Widths of the columns of a table, in points: by their shares, but none narrower than its longest word as long as
 * others have room to give.
 */
export function columnWidths(
  columns: readonly DocumentColumn[],
  rows: readonly DocumentRow[],
  total: number,
  size: number,
): readonly number[] {
  const shares = columns.map(({ share }) => Math.max(share, 0));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const wanted = shares.map((share) => (whole === 0 ? total / columns.length : (share / whole) * total));
  const least = leastWidths(columns, rows, total, size);
  const short = wanted.reduce((sum, width, at) => sum + Math.max(0, (least[at] ?? 0) - width), 0);
  const spare = wanted.reduce((sum, width, at) => sum + Math.max(0, width - (least[at] ?? 0)), 0);
  if (short === 0) return wanted;
  const taken = Math.min(1, spare === 0 ? 0 : short / spare);
  const given = Math.min(1, spare / short);
  return wanted.map((width, at) => {
    const needed = least[at] ?? 0;
    return width >= needed ? width - (width - needed) * taken : width + (needed - width) * given;
  });
}

/** Rows to be written into are high enough for a pen; points. */
export const HAND_POINTS = 21;

/** Whether a column stands empty in every row, as that of signatures. */
export const isWrittenByHand = (columns: readonly DocumentColumn[], rows: readonly DocumentRow[]): boolean =>
  columns.some((_, at) => rows.every((row) => row.kind === 'section' || (row.cells[at] ?? '') === ''));

/** A cell of a document as it is read: numbers with a decimal comma. */
export const shownValue = (value: string | number | boolean): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : String(value);
