import { DOCUMENT_FORM, fieldLabel, fieldText } from '../messages/documentOutput';
import type { CellLook, CellValue, Plan, PrintLayout, WorkbookAction } from '../plan/action';
import { type Area, areaAddress, columnLetters, parseArea } from '../register/addresses';
import type { AssociationDocument, DocumentBlock } from './document';
import {
  CELL_PADDING,
  HAND_POINTS,
  columnWidths,
  fittingSize,
  isWrittenByHand,
  linesOf,
  shownValue,
  textWidth,
  type TextStyle,
} from './measure';
import { type Approval, type PrintedBlock, printedBlocks } from './printed';

/** A document laid out on a sheet: what is written, merged, coloured and printed. Plain data, as `PlainSheet`. */
export interface DocumentSheet {
  readonly name: string;
  /** Values from A1; "" is an empty cell. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly looks: readonly { readonly address: string; readonly look: CellLook }[];
  /** Each of one row. */
  readonly merges: readonly string[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly print: PrintLayout;
  /** Rows (1-based) after which a new page begins. */
  readonly pageBreaks: readonly number[];
}

/** Room between Excel's usual margins on A4, in points, rather less than there is. */
const PAGE_WIDTH = { portrait: 486, landscape: 732 } as const;
const TEXT_SIZE = 11;
const INK = '#000000';
const HEADER_FILL = '#EDEFF2';
/** Edges nearer than this are one. */
const EDGE_POINTS = 6;
/** Where signatures, approvals and lines to write on may begin: shares of the page; taken from the tables if near. */
const USUAL_EDGES = [0.25, 0.42, 0.5, 0.55, 0.68, 0.72];
const NEAR_SHARE = 0.03;
/** Excel shows no row higher than 409.5 points. */
const HIGHEST_ROW = 400;

/** Lays a document out over the width of its page. */
export function layOutDocument(document: AssociationDocument): DocumentSheet {
  const width = PAGE_WIDTH[document.orientation];
  const draft = openDraft(edgesOf(document, width));
  for (const block of printedBlocks(document.blocks)) putBlock(draft, block);
  return closeDraft(draft, document);
}

/** The plan that puts a laid out document on a new sheet of this name. */
export function planDocumentSheet(
  { rows, looks, merges, widths, print, pageBreaks }: DocumentSheet,
  sheet: string,
  { position, tabColor }: { readonly position: number; readonly tabColor: string },
): Plan {
  const columns = rows[0]?.length ?? 1;
  return [
    { kind: 'addSheet', sheet, position, tabColor },
    {
      kind: 'writeValues',
      sheet,
      address: areaAddress({ top: 1, left: 1, bottom: rows.length, right: columns }),
      values: rows,
    },
    ...widths.map((characters, at): WorkbookAction => {
      const letters = columnLetters(at + 1);
      return { kind: 'setColumnWidth', sheet, columns: `${letters}:${letters}`, characters };
    }),
    ...joinedMerges(merges).map((address): WorkbookAction => ({ kind: 'mergeRows', sheet, address })),
    ...looks.map(({ address, look }): WorkbookAction => ({ kind: 'setLook', sheet, address, look })),
    { kind: 'setPrint', sheet, layout: pageBreaks.length === 0 ? print : { ...print, pageBreaks } },
  ];
}

// ---------------------------------------------------------------------------------------------------------
// The grid: edges of columns, in points from the left edge of the page

/** All edges the blocks of a document need, the left and the right one of the page included. */
function edgesOf({ blocks }: AssociationDocument, width: number): readonly number[] {
  const edges = [0, width];
  const add = (edge: number, tolerance: number): void => {
    if (edges.every((each) => Math.abs(each - edge) > tolerance)) edges.push(edge);
  };
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    let edge = 0;
    for (const column of columnWidths(block.columns, block.rows, width, tableSize(block, width))) {
      edge += column;
      add(edge, EDGE_POINTS);
    }
  }
  if (blocks.some(({ kind }) => kind === 'approval' || kind === 'signatures' || kind === 'fields'))
    for (const share of USUAL_EDGES) add(share * width, NEAR_SHARE * width);
  return edges.sort((one, other) => one - other);
}

type Table = Extract<DocumentBlock, { kind: 'table' }>;

/** Wide tables are set smaller. */
const tableSize = ({ columns, rows }: Table, width: number): number =>
  fittingSize(columns, rows, width, columns.length > 9 ? 9 : columns.length > 6 ? 10 : TEXT_SIZE);

interface Draft {
  readonly edges: readonly number[];
  readonly rows: CellValue[][];
  readonly heights: number[];
  readonly looks: { readonly area: Area; readonly look: CellLook }[];
  readonly merges: Area[];
  readonly pageBreaks: number[];
  /** Header rows of the tables, and the rows their bodies take. */
  readonly tables: { readonly header: number; readonly rows: number }[];
}

const openDraft = (edges: readonly number[]): Draft => ({
  edges,
  rows: [],
  heights: [],
  looks: [],
  merges: [],
  pageBreaks: [],
  tables: [],
});

const columnsIn = ({ edges }: Draft): number => edges.length - 1;
const pageWidth = ({ edges }: Draft): number => edges.at(-1) ?? 0;

/** A place across a row: its first and last column, 1-based. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** The columns between two points of the page, by the nearest edges. */
function stretch(draft: Draft, from: number, to: number): Stretch {
  const nearest = (point: number): number =>
    draft.edges.reduce(
      (best, edge, at) => (Math.abs(edge - point) < Math.abs((draft.edges[best] ?? 0) - point) ? at : best),
      0,
    );
  const first = Math.min(nearest(from), columnsIn(draft) - 1);
  const last = Math.max(nearest(to), first + 1);
  return { left: first + 1, right: last };
}

const across = (draft: Draft): Stretch => ({ left: 1, right: columnsIn(draft) });

const widthOf = ({ edges }: Draft, { left, right }: Stretch): number =>
  (edges[right] ?? 0) - (edges[left - 1] ?? 0);

/** What stands in one stretch of a row. */
interface Placed extends Stretch {
  readonly text: CellValue;
  readonly style?: TextStyle;
  readonly look?: CellLook;
}

/** Points of a line, as Excel fits them. */
const lineHeight = (size: number): number => Math.ceil(size * 1.3);

/** Puts a row; it becomes as high as its highest text, and not lower than `least`. Answers its number. */
function putRow(draft: Draft, placed: readonly Placed[], least = 0): number {
  const row = draft.rows.length + 1;
  const values = Array.from({ length: columnsIn(draft) }, (): CellValue => '');
  let height = least;
  for (const { text, style = { size: TEXT_SIZE }, look = {}, ...where } of placed) {
    values[where.left - 1] = text;
    const area = { top: row, bottom: row, ...where };
    if (where.right > where.left) draft.merges.push(area);
    draft.looks.push({
      area,
      look: {
        wrap: true,
        vertical: 'Top',
        horizontal: 'Left',
        fontSize: style.size,
        ...(style.bold === true ? { bold: true } : {}),
        ...look,
      },
    });
    const lines = linesOf(shownValue(text), widthOf(draft, where) - CELL_PADDING, style);
    height = Math.max(height, lines * lineHeight(style.size) + 1);
  }
  draft.rows.push(values);
  draft.heights.push(Math.min(height, HIGHEST_ROW));
  return row;
}

const putGap = (draft: Draft, points: number): void => {
  if (draft.rows.length === 0) return;
  draft.rows.push(Array.from({ length: columnsIn(draft) }, () => ''));
  draft.heights.push(points);
};

// ---------------------------------------------------------------------------------------------------------
// Blocks

function putBlock(draft: Draft, block: PrintedBlock): void {
  switch (block.kind) {
    case 'title':
      putGap(draft, 8);
      for (const line of block.lines)
        putText(draft, line, { size: 14, bold: true }, { horizontal: 'Center' });
      putGap(draft, 8);
      return;
    case 'heading':
      putGap(draft, block.level === 1 ? 10 : 6);
      putText(draft, block.text, { size: block.level === 1 ? 12 : TEXT_SIZE, bold: true });
      return;
    case 'paragraph':
      putText(
        draft,
        block.text,
        { size: TEXT_SIZE, ...(block.bold === true ? { bold: true } : {}) },
        {
          horizontal: block.align === 'center' ? 'Center' : block.align === 'right' ? 'Right' : 'Left',
          ...(block.italic === true ? { italic: true } : {}),
        },
      );
      return;
    case 'fields':
      for (const field of block.fields) putField(draft, field);
      return;
    case 'list':
      block.items.forEach((item, at) => {
        putText(draft, `${block.isNumbered ? `${String(at + 1)}.` : '–'} ${item}`, { size: TEXT_SIZE });
      });
      return;
    case 'table':
      putTable(draft, block);
      return;
    case 'lines':
      for (let line = 0; line < block.count; line += 1) putLine(draft, [], across(draft));
      putGap(draft, 6);
      return;
    case 'approvals':
      putApprovals(draft, block.approvals);
      return;
    case 'signatures':
      putGap(draft, 14);
      for (const line of block.lines) putSignature(draft, line);
      return;
    case 'pageBreak':
      if (draft.rows.length > 0) draft.pageBreaks.push(draft.rows.length);
  }
}

/** Text over the whole page, in as many rows as it takes. */
function putText(draft: Draft, text: string, style: TextStyle, look: CellLook = {}): void {
  const most = Math.floor(HIGHEST_ROW / lineHeight(style.size));
  for (const part of parts(text, widthOf(draft, across(draft)) - CELL_PADDING, style, most))
    putRow(draft, [{ ...across(draft), text: part, style, look }]);
}

/** A text in pieces of at most so many lines, cut between words. */
function parts(text: string, width: number, style: TextStyle, most: number): readonly string[] {
  if (linesOf(text, width, style) <= most) return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.split(/(?<=\s)/)) {
    if (piece !== '' && linesOf(piece + word, width, style) > most) {
      pieces.push(piece.trimEnd());
      piece = '';
    }
    piece += word;
  }
  return [...pieces, piece];
}

function putField(draft: Draft, { label, value }: { readonly label: string; readonly value: string }): void {
  if (value !== '') {
    putText(draft, fieldText(label, value), { size: TEXT_SIZE });
    return;
  }
  const text = fieldLabel(label);
  const needed = textWidth(text, { size: TEXT_SIZE }) + CELL_PADDING;
  const edge = draft.edges.find((each, at) => each >= needed && at < columnsIn(draft)) ?? null;
  if (edge === null) {
    putText(draft, text, { size: TEXT_SIZE });
    putLine(draft, [], across(draft));
    return;
  }
  putLine(
    draft,
    [{ ...stretch(draft, 0, edge), text, look: { vertical: 'Bottom' } }],
    stretch(draft, edge, pageWidth(draft)),
  );
}

/** A line to write on, beside what stands in the same row. */
function putLine(draft: Draft, placed: readonly Placed[], where: Stretch): void {
  putRow(draft, [...placed, { ...where, text: '', look: { bottomLine: INK } }], 20);
}

function putTable(draft: Draft, block: Table): void {
  putGap(draft, 6);
  const size = tableSize(block, pageWidth(draft));
  const places: Stretch[] = [];
  let from = 0;
  for (const width of columnWidths(block.columns, block.rows, pageWidth(draft), size)) {
    places.push(stretch(draft, from, from + width));
    from += width;
  }
  const header = putRow(
    draft,
    block.columns.map(({ title }, at) => ({
      ...(places[at] ?? across(draft)),
      text: title,
      style: { size, bold: true },
      look: { horizontal: 'Center', vertical: 'Center', fill: HEADER_FILL },
    })),
  );
  const first = draft.rows.length + 1;
  const least = isWrittenByHand(block.columns, block.rows) ? HAND_POINTS : 0;
  if (block.rows.length === 0)
    putRow(draft, [{ ...across(draft), text: block.empty, style: { size }, look: { italic: true } }]);
  for (const row of block.rows) {
    if (row.kind === 'section') {
      putRow(draft, [
        {
          ...across(draft),
          text: row.text,
          style: { size, bold: true },
          look: { fill: HEADER_FILL, horizontal: 'Center' },
        },
      ]);
    } else putCells(draft, block, row.cells, places, size, least);
  }
  draft.tables.push({ header, rows: draft.rows.length - first + 1 });
  draft.looks.push({
    area: { top: header, bottom: draft.rows.length, ...across(draft) },
    look: { border: INK },
  });
  putGap(draft, 6);
}

/** A row of a table; cells too long for one row of Excel go on in the next. */
function putCells(
  draft: Draft,
  { columns }: Table,
  cells: readonly CellValue[],
  places: readonly Stretch[],
  size: number,
  least: number,
): void {
  const most = Math.floor(HIGHEST_ROW / lineHeight(size));
  const columnParts = columns.map((_, at): readonly CellValue[] => {
    const value = cells[at] ?? '';
    const place = places[at] ?? across(draft);
    return typeof value === 'string'
      ? parts(value, widthOf(draft, place) - CELL_PADDING, { size }, most)
      : [value];
  });
  const rows = Math.max(1, ...columnParts.map(({ length }) => length));
  for (let row = 0; row < rows; row += 1) {
    putRow(
      draft,
      columns.map(({ align = 'left' }, at) => ({
        ...(places[at] ?? across(draft)),
        text: columnParts[at]?.[row] ?? '',
        style: { size },
        look: { horizontal: HORIZONTAL[align] },
      })),
      least,
    );
  }
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;

/** One approval, or two side by side. */
function putApprovals(draft: Draft, approvals: readonly Approval[]): void {
  const columns = approvals.map((approval) => ({
    place:
      approval.side === 'left'
        ? stretch(draft, 0, 0.42 * pageWidth(draft))
        : stretch(draft, 0.55 * pageWidth(draft), pageWidth(draft)),
    said: [approval.word, ...approval.who],
    written: [
      `________________ ${approval.name === '' ? '________________' : approval.name}`,
      ...(approval.year === null ? [] : [DOCUMENT_FORM.date(approval.year)]),
    ],
  }));
  // what is to be signed stands in one row, however many lines stand above it
  const said = Math.max(...columns.map((column) => column.said.length));
  const written = Math.max(...columns.map((column) => column.written.length));
  for (let line = 0; line < said; line += 1) {
    putRow(
      draft,
      columns.map((column) => ({
        ...column.place,
        text: column.said[line] ?? '',
        style: { size: TEXT_SIZE, bold: line === 0 },
      })),
    );
  }
  for (let line = 0; line < written; line += 1) {
    putRow(
      draft,
      columns.map((column) => ({
        ...column.place,
        text: column.written[line] ?? '',
        look: { vertical: 'Bottom' },
      })),
      22,
    );
  }
  putGap(draft, 10);
}

function putSignature(draft: Draft, { post, name }: { readonly post: string; readonly name: string }): void {
  const width = pageWidth(draft);
  const places = {
    post: stretch(draft, 0, 0.42 * width),
    line: stretch(draft, 0.42 * width, 0.68 * width),
    name: stretch(draft, 0.72 * width, width),
  };
  putRow(
    draft,
    [
      { ...places.post, text: post, look: { vertical: 'Bottom' } },
      { ...places.line, text: '', look: { bottomLine: INK } },
      {
        ...places.name,
        text: name,
        look: { vertical: 'Bottom', horizontal: 'Center', ...(name === '' ? { bottomLine: INK } : {}) },
      },
    ],
    22,
  );
  const caption = { style: { size: 8 }, look: { horizontal: 'Center' } } as const;
  putRow(draft, [
    { ...places.line, text: DOCUMENT_FORM.signature, ...caption },
    ...(name === '' ? [{ ...places.name, text: DOCUMENT_FORM.name, ...caption }] : []),
  ]);
}

// ---------------------------------------------------------------------------------------------------------
// Back to plain data

/** Rows of a table from which on its header is repeated on every page. */
const LONG_TABLE = 8;

function closeDraft(draft: Draft, { sheet, orientation }: AssociationDocument): DocumentSheet {
  const area = { top: 1, left: 1, bottom: Math.max(1, draft.rows.length), right: columnsIn(draft) };
  const last = draft.tables.at(-1);
  const isLong =
    last !== undefined && last.rows >= LONG_TABLE && draft.tables.every(({ rows }) => rows <= last.rows);
  return {
    name: sheet,
    rows: draft.rows.length === 0 ? [['']] : draft.rows,
    looks: [...joinedLooks(draft.looks), ...heightLooks(draft)],
    merges: draft.merges.map(areaAddress),
    widths: draft.edges.slice(1).map((edge, at) => charactersOf(edge - (draft.edges[at] ?? 0))),
    print: {
      orientation: orientation === 'landscape' ? 'Landscape' : 'Portrait',
      area: areaAddress(area),
      ...(isLong ? { titleRows: `$${String(last.header)}:$${String(last.header)}` } : {}),
      pagesWide: 1,
    },
    pageBreaks: draft.pageBreaks.filter((row) => row < draft.rows.length),
  };
}

/** Width in characters of a column so many points wide (ECMA-376 Part 1, 18.3.1.13: 7 pixels each, 5 around). */
const charactersOf = (points: number): number =>
  Math.max(1, Math.round(((points / 0.75 - 5) / 7) * 100) / 100);

type Looks = DocumentSheet['looks'];

/** Looks of one kind under one another are set together. */
function joinedLooks(looks: Draft['looks']): Looks {
  const open = new Map<string, { area: Area; readonly look: CellLook }>();
  const done: { area: Area; readonly look: CellLook }[] = [];
  for (const { area, look } of looks) {
    const key = columnsOf(area);
    const known = open.get(key);
    // a line is drawn under every row, not under the last of them
    const isOne = look.bottomLine === undefined && JSON.stringify(known?.look) === JSON.stringify(look);
    if (known?.area.bottom === area.top - 1 && isOne) {
      known.area = { ...known.area, bottom: area.bottom };
      continue;
    }
    const next = { area, look };
    open.set(key, next);
    done.push(next);
  }
  return done.map(({ area, look }) => ({ address: areaAddress(area), look }));
}

const columnsOf = ({ left, right }: Area): string => `${String(left)} ${String(right)}`;

function heightLooks({ heights }: Draft): Looks {
  const runs: { readonly top: number; bottom: number; readonly height: number }[] = [];
  heights.forEach((height, at) => {
    const run = runs.at(-1);
    if (run?.height === height) run.bottom = at + 1;
    else runs.push({ top: at + 1, bottom: at + 1, height });
  });
  return runs.map(({ top, bottom, height }) => ({
    address: areaAddress({ top, bottom, left: 1, right: 1 }),
    look: { rowHeight: height },
  }));
}

/** Merges of the same columns under one another: each row for itself, but in one go. */
function joinedMerges(merges: readonly string[]): readonly string[] {
  const open = new Map<string, { area: Area }>();
  const done: { area: Area }[] = [];
  for (const address of merges) {
    const area = parseArea(address);
    if (area === null) continue;
    const known = open.get(columnsOf(area));
    if (known?.area.bottom === area.top - 1) known.area = { ...known.area, bottom: area.bottom };
    else {
      const next = { area };
      open.set(columnsOf(area), next);
      done.push(next);
    }
  }
  return done.map(({ area }) => areaAddress(area));
}
