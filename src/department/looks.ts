import type { CellLook, CellValue, PrintLayout } from '../plan/action';
import type { PlainSheet } from '../files/plainBook';
import { heightFor } from '../register/rowHeights';
import { areaAddress, columnLetters } from '../register/addresses';

/** How the workbooks for the department look: dark text on quiet fills, every pair of WCAG AA contrast. */
const INK = '#1F2A37';
const LINE = '#9AA5B1';

export const LOOKS = {
  title: { bold: true, fontSize: 14, fontColor: INK },
  subtitle: { italic: true, fontColor: '#4B5563' },
  section: { bold: true, fontSize: 12, fontColor: INK },
  header: {
    bold: true,
    fontColor: INK,
    fill: '#DCE8F0',
    wrap: true,
    vertical: 'Center',
    horizontal: 'Center',
    border: LINE,
  },
  body: { vertical: 'Top', wrap: true, border: LINE },
  number: { vertical: 'Top', wrap: true, horizontal: 'Center', border: LINE },
  total: { vertical: 'Top', wrap: true, horizontal: 'Center', border: LINE, bold: true, fill: '#EEF3F7' },
  date: { vertical: 'Top', horizontal: 'Left', border: LINE, numberFormat: 'dd.mm.yyyy' },
  text: { vertical: 'Top', wrap: true, border: LINE, numberFormat: '@' },
  signature: { vertical: 'Bottom', horizontal: 'Right', wrap: true },
  line: { bottomLine: INK },
} as const satisfies Record<string, CellLook>;

export const TABLE_STYLE = 'TableStyleLight1';

export const A4 = {
  portrait: { orientation: 'Portrait', pagesWide: 1 },
  landscape: { orientation: 'Landscape', pagesWide: 1 },
} as const satisfies Record<string, PrintLayout>;

/** Characters across A4 landscape at two thirds of their size; smaller ones nobody reads. */
const READABLE_WIDTH = 200;

/**
 * A sheet with a column an association, on as many pages side by side as it takes to be read; its first columns are
 * repeated on each.
 */
export function sideBySide(widths: readonly number[], repeated: 1 | 2): PrintLayout {
  const total = (of: readonly number[]): number => of.reduce((sum, width) => sum + width, 0);
  const titles = total(widths.slice(0, repeated));
  const rest = total(widths.slice(repeated));
  return {
    orientation: 'Landscape',
    pagesWide: Math.max(1, Math.ceil(rest / (READABLE_WIDTH - titles))),
    titleColumns: repeated === 1 ? '$A:$A' : '$A:$B',
  };
}

/** A sheet of values as it grows downwards. */
export interface SheetDraft {
  /** Number of the next row. */
  readonly next: () => number;
  /** Adds a row from column A; the look is of all its cells, or one a cell. Gives its number. */
  readonly add: (cells: readonly CellValue[], look?: CellLook | readonly (CellLook | null)[]) => number;
  readonly leaveRow: () => void;
  readonly finish: (
    rest: Pick<PlainSheet, 'widths' | 'print'> & Partial<Omit<PlainSheet, 'name' | 'rows'>>,
  ) => PlainSheet;
}

const isMany = (look: CellLook | readonly (CellLook | null)[]): look is readonly (CellLook | null)[] =>
  Array.isArray(look);

export function draftSheet(name: string): SheetDraft {
  const rows: (readonly CellValue[])[] = [];
  const looks: { address: string; look: CellLook }[] = [];
  return {
    next: () => rows.length + 1,
    add: (cells, look) => {
      const row = rows.push(cells);
      if (look === undefined || cells.length === 0) return row;
      if (isMany(look)) {
        look.forEach((each, index) => {
          if (each !== null) looks.push({ address: `${columnLetters(index + 1)}${String(row)}`, look: each });
        });
      } else {
        looks.push({ address: areaAddress({ top: row, left: 1, bottom: row, right: cells.length }), look });
      }
      return row;
    },
    leaveRow: () => {
      rows.push([]);
    },
    finish: ({ looks: further = [], merges = [], ...rest }) => ({
      name,
      rows,
      looks: [...looks, ...heightsOf(rows, rest.widths), ...further],
      merges,
      ...rest,
    }),
  };
}

/** Not every program fits the height of a row to its words when it opens a file. A title runs over its neighbours. */
const heightsOf = (
  rows: readonly (readonly CellValue[])[],
  widths: PlainSheet['widths'],
): PlainSheet['looks'] =>
  rows.flatMap((cells, index) => {
    if (cells.length < 2) return [];
    const rowHeight = Math.max(
      ...cells.map((cell, column) =>
        typeof cell === 'string' ? heightOf(cell, widths[column] ?? USUAL_WIDTH) : 0,
      ),
    );
    return rowHeight > ONE_LINE ? [{ address: `A${String(index + 1)}`, look: { rowHeight } }] : [];
  });

const heightOf = (text: string, width: number): number =>
  Math.min(
    HIGHEST,
    text.split('\n').reduce((height, line) => height + heightFor(line, width), 0),
  );

/** Points; Excel knows no higher row. */
const HIGHEST = 409;
const USUAL_WIDTH = 9;
const ONE_LINE = heightFor('', USUAL_WIDTH);
