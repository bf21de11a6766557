import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  type IBorderOptions,
  type IParagraphOptions,
  LeaderType,
  LevelFormat,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { AssociationDocument, DocumentBlock } from '../documents/document';
import {
  HAND_POINTS,
  columnWidths,
  fittingSize,
  isWrittenByHand,
  shownValue,
  textWidth,
} from '../documents/measure';
import { type Approval, type PrintedBlock, printedBlocks } from '../documents/printed';
import { DOCUMENT_FORM, PRODUCT_NAME, fieldLabel, fieldText } from '../messages/documentOutput';

/** Twentieths of a point, the unit of lengths in .docx. */
const TWIPS_PER_CM = 567;
const cm = (length: number): number => Math.round(length * TWIPS_PER_CM);

/** A4; the margins of Russian office work: 3 cm to bind, 1.5 cm, 2 cm above and below. */
const PAGE = { width: 11906, height: 16838 };
const MARGINS = { left: cm(3), right: cm(1.5), top: cm(2), bottom: cm(2), header: cm(1), footer: cm(1) };
const FONT = 'Times New Roman';
/** Half points, as .docx counts the size of a font. */
const TEXT = 26;
const TITLE = 28;
const CAPTION = 16;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const HEADER_FILL = 'EDEFF2';

/**
 * A document of the association as .docx: A4, Times New Roman, pages numbered, the header of a table repeated on every
 * page. Nothing tells who made it. Works in a browser and in Node alike.
 *
 * @throws what the library throws: nothing a user could cause.
 */
export async function writeWord(document: AssociationDocument): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(wordDocument(document)));
}

function wordDocument(document: AssociationDocument): Document {
  const isLandscape = document.orientation === 'landscape';
  const width = (isLandscape ? PAGE.height : PAGE.width) - MARGINS.left - MARGINS.right;
  const blocks = printedBlocks(document.blocks);
  return new Document({
    creator: PRODUCT_NAME,
    lastModifiedBy: PRODUCT_NAME,
    title: document.name,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: TEXT, language: { value: 'ru-RU' } },
          paragraph: { spacing: { after: 0, line: 264, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    numbering: { config: lists(blocks) },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...PAGE,
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGINS,
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: 20,
                    children: [PageNumber.CURRENT, ` ${DOCUMENT_FORM.pageOf} `, PageNumber.TOTAL_PAGES],
                  }),
                ],
              }),
            ],
          }),
        },
        children: bodyOf(blocks, width),
      },
    ],
  });
}

/** A numbering of its own for every list, so that each begins with 1. */
const lists = (blocks: readonly PrintedBlock[]) =>
  blocks.flatMap((block, at) =>
    block.kind === 'list'
      ? [
          {
            reference: listName(at),
            levels: [
              {
                level: 0,
                format: block.isNumbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
                text: block.isNumbered ? '%1.' : '–',
                alignment: AlignmentType.LEFT,
                style: { paragraph: { indent: { left: cm(0.9), hanging: cm(0.7) } } },
              },
            ],
          },
        ]
      : [],
  );

const listName = (block: number): string => `list-${String(block)}`;

type Piece = Paragraph | Table;

function bodyOf(blocks: readonly PrintedBlock[], width: number): Piece[] {
  const body = blocks.flatMap((block, at) => piecesOf(block, at, width));
  return body.length === 0 ? [gap()] : body;
}

function piecesOf(block: PrintedBlock, at: number, width: number): Piece[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line, index) =>
        words(line, {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: {
            before: index === 0 && at > 0 ? 200 : 0,
            after: index === block.lines.length - 1 ? 200 : 0,
          },
          run: { bold: true, size: TITLE },
        }),
      );
    case 'heading':
      return [
        words(block.text, {
          keepNext: true,
          spacing: { before: block.level === 1 ? 240 : 160, after: 80 },
          run: { bold: true, size: block.level === 1 ? TITLE : TEXT },
        }),
      ];
    case 'paragraph': {
      const { text, align = 'left', bold = false, italic = false } = block;
      return [
        words(text, {
          alignment: ALIGNMENT[align],
          ...(align === 'justify' ? { indent: { firstLine: cm(1.25) } } : {}),
          spacing: { after: 60 },
          run: { bold, italics: italic },
        }),
      ];
    }
    case 'fields':
      return block.fields.map(({ label, value }) =>
        value === '' ? lineToWrite(fieldLabel(label), width) : words(fieldText(label, value)),
      );
    case 'list':
      return block.items.map((item) => words(item, { numbering: { reference: listName(at), level: 0 } }));
    case 'table':
      return [gap(), tableOf(block, width), gap()];
    case 'lines':
      return Array.from({ length: block.count }, () => lineToWrite('', width));
    case 'approvals':
      return [approvalTable(block.approvals, width), gap()];
    case 'signatures':
      return block.lines.flatMap((line) => signature(line, width));
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

interface RunLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text' | 'run'> & { readonly run?: RunLook };

/** A paragraph of text; line ends within it stay. */
const words = (text: string, { run = {}, ...look }: ParagraphLook = {}): Paragraph =>
  new Paragraph({ ...look, children: runs(text, run) });

const runs = (text: string, look: RunLook = {}): TextRun[] =>
  readable(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }));

const tab = (): TextRun => new TextRun({ children: [new Tab()] });

/** XML has no room for control characters and halves of letters (XML 1.0, «Char»). */
const readable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

const gap = (): Paragraph =>
  new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT }, children: [] });

/** A leader of underscores up to this place. */
const leaderTo = (position: number) => ({
  type: TabStopType.LEFT,
  position,
  leader: LeaderType.UNDERSCORE,
});

/** A label, where there is one, and a line to the right edge. */
const lineToWrite = (label: string, right: number): Paragraph =>
  new Paragraph({
    tabStops: [{ ...leaderTo(right), type: TabStopType.RIGHT }],
    spacing: { before: 80 },
    children: [...(label === '' ? [] : runs(`${label} `)), tab()],
  });

// ---------------------------------------------------------------------------------------------------------
// Tables

type DocumentTable = Extract<DocumentBlock, { kind: 'table' }>;

/** Wide tables are set smaller; in points. */
const tableSize = ({ columns, rows }: DocumentTable, width: number): number =>
  fittingSize(
    columns,
    rows,
    width,
    columns.length > 9 ? 9 : columns.length > 6 ? 10 : columns.length > 4 ? 11 : 12,
  );

const CELL_MARGINS = { top: 40, bottom: 40, left: 60, right: 60 };
const TWIPS_PER_POINT = 20;

function tableOf(block: DocumentTable, width: number): Table {
  const points = width / TWIPS_PER_POINT;
  const inPoints = tableSize(block, points);
  const size = 2 * inPoints;
  const byHand = isWrittenByHand(block.columns, block.rows);
  const widths = columnWidths(block.columns, block.rows, points, inPoints).map((each) =>
    Math.floor(each * TWIPS_PER_POINT),
  );
  const whole = (
    text: string,
    run: RunLook,
    alignment: (typeof ALIGNMENT)[keyof typeof ALIGNMENT],
    fill?: string,
  ): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: block.columns.length,
          ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
          children: [words(text, { alignment, run: { ...run, size } })],
        }),
      ],
    });
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    borders: bordersOf(LINE),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(
          ({ title }, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              shading: { type: ShadingType.CLEAR, fill: HEADER_FILL, color: 'auto' },
              children: [words(title, { alignment: AlignmentType.CENTER, run: { bold: true, size } })],
            }),
        ),
      }),
      ...(block.rows.length === 0 ? [whole(block.empty, { italics: true }, ALIGNMENT.left)] : []),
      ...block.rows.map((row) =>
        row.kind === 'section'
          ? whole(row.text, { bold: true }, ALIGNMENT.center, HEADER_FILL)
          : new TableRow({
              cantSplit: true,
              ...(byHand
                ? { height: { value: HAND_POINTS * TWIPS_PER_POINT, rule: HeightRule.ATLEAST } }
                : {}),
              children: block.columns.map(
                ({ align = 'left' }, at) =>
                  new TableCell({
                    width: { size: widths[at] ?? 0, type: WidthType.DXA },
                    children: [
                      words(shownValue(row.cells[at] ?? ''), { alignment: ALIGNMENT[align], run: { size } }),
                    ],
                  }),
              ),
            }),
      ),
    ],
  });
}

const bordersOf = (line: IBorderOptions) => ({
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
});

// ---------------------------------------------------------------------------------------------------------
// Approvals and signatures

/** One approval at its side of the page, or two side by side. */
function approvalTable(approvals: readonly Approval[], width: number): Table {
  const half = Math.floor(width / 2);
  return new Table({
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    layout: TableLayoutType.FIXED,
    borders: bordersOf(NO_LINE),
    rows: [
      new TableRow({
        cantSplit: true,
        children: (['left', 'right'] as const).map((side) => {
          const approval = approvals.find((each) => each.side === side);
          return new TableCell({
            width: { size: half, type: WidthType.DXA },
            children: approval === undefined ? [words('')] : approvalLines(approval, half - cm(0.6)),
          });
        }),
      }),
    ],
  });
}

const approvalLines = ({ word, who, name, year }: Approval, width: number): Paragraph[] => [
  words(word, { run: { bold: true } }),
  ...who.map((line) => words(line)),
  new Paragraph({
    spacing: { before: 120 },
    tabStops: [leaderTo(Math.round(width * 0.45)), leaderTo(width)],
    children: [tab(), ...afterLine(name)],
  }),
  ...(year === null ? [] : [words(DOCUMENT_FORM.date(year), { spacing: { before: 120 } })]),
];

/** The name beside a line, or a line for it. */
const afterLine = (name: string): TextRun[] =>
  name === '' ? [new TextRun({ children: [' ', new Tab()] })] : runs(` ${name}`);

/** Where the line of a signature begins and ends, and where the name stands: shares of the page. */
const SIGNATURE = { from: 0.42, to: 0.66, name: 0.7 };

/** A post too long for its place stands above the line. */
function signature(
  { post, name }: { readonly post: string; readonly name: string },
  width: number,
): Paragraph[] {
  const at = (share: number): number => Math.round(width * share);
  const [from, to, nameAt] = [at(SIGNATURE.from), at(SIGNATURE.to), at(SIGNATURE.name)] as const;
  const isLong = textWidth(post, { size: TEXT / 2 }) * TWIPS_PER_POINT > from;
  const start = { type: TabStopType.LEFT, position: from };
  const beforeName = { type: TabStopType.LEFT, position: nameAt };
  return [
    ...(isLong ? [words(post, { keepNext: true, spacing: { before: 240 } })] : []),
    new Paragraph({
      keepNext: true,
      spacing: { before: isLong ? 60 : 240 },
      tabStops: [start, leaderTo(to), beforeName, { ...leaderTo(width), type: TabStopType.RIGHT }],
      children: [...(isLong ? [] : runs(post)), tab(), tab(), tab(), ...(name === '' ? [tab()] : runs(name))],
    }),
    new Paragraph({
      tabStops: [
        { type: TabStopType.CENTER, position: Math.round((from + to) / 2) },
        { type: TabStopType.CENTER, position: Math.round((nameAt + width) / 2) },
      ],
      children: [
        tab(),
        ...runs(DOCUMENT_FORM.signature, { size: CAPTION }),
        ...(name === '' ? [tab(), ...runs(DOCUMENT_FORM.name, { size: CAPTION })] : []),
      ],
    }),
  ];
}
