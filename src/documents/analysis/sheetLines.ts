import { ANALYSIS_SHEET } from '../../messages/documents/analysis';
import { heightFor } from '../../register/rowHeights';
import { columnsOf } from '../../register/tables';
import { foldLoosely } from '../../register/text';
import { factLines, type Analysis } from './analysis';

/**
 * The analysis as lines of the sheet «Анализ». A section longer than the highest row that Excel shows is continued in
 * rows of its own, so nothing is cut; a cell's 32 767 characters are never come near.
 */
export interface SheetLine {
  /** «8», «6 (ВсОШ)», «8 (продолжение)». */
  readonly no: string;
  readonly section: string;
  /** "" on the lines that continue a section. */
  readonly title: string;
  readonly facts: string;
}

const COLUMNS = columnsOf('Анализ');
const widthOf = (column: string): number => COLUMNS.find(({ name }) => name === column)?.width ?? 0;

/** Words are not broken at the end of a line: a column holds somewhat less than its characters. */
const FILLED = 0.92;

/** Excel shows no row higher than 409 points. */
const HIGHEST = 390;

/** The height a text of several paragraphs takes in a column. */
export const textHeight = (text: string, column: string): number =>
  text
    .split('\n')
    .map((line) => heightFor(line, widthOf(column) * FILLED))
    .reduce((sum, height) => sum + height, 0);

export const sheetLines = ({ sections }: Analysis): readonly SheetLine[] =>
  sections.flatMap((section) =>
    paginate(factLines(section)).map((facts, part) => ({
      no: part === 0 ? section.no : ANALYSIS_SHEET.continued(section.no, part),
      section: section.no,
      title: part === 0 ? section.title : '',
      facts,
    })),
  );

/** Lines in as few cells as they fit; the words that introduce a list go with it. */
function paginate(lines: readonly string[]): readonly string[] {
  const pages: string[][] = [[]];
  let height = 0;
  for (const line of lines.flatMap(divide)) {
    const own = textHeight(line, FACTS);
    let page = pages.at(-1) ?? [];
    if (height + own > HIGHEST && page.length > 0) {
      const last = page.at(-1) ?? '';
      const carried = last.endsWith(':') && page.length > 1 ? page.splice(-1) : [];
      page = carried;
      pages.push(page);
      height = carried.reduce((sum, each) => sum + textHeight(each, FACTS), 0);
    }
    page.push(line);
    height += own;
  }
  return pages.map((page) => page.join('\n'));
}

const FACTS = 'Сведения из реестра';

/** A paragraph that is a page of its own, parted between words. */
function divide(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  while (textHeight(rest, FACTS) > HIGHEST) {
    const room = Math.floor((HIGHEST / heightFor('', 1) - 2) * widthOf(FACTS) * FILLED * 0.9);
    const space = rest.lastIndexOf(' ', room);
    const end = space > 0 ? space : room;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

/** What a text is known again by: 48 bits, which a number of a cell holds exactly. */
export function fingerprint(text: string): number {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (const letter of plainLines(text)) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
  }
  return (high & 0xffffff) * 0x1000000 + (low & 0xffffff) + 1;
}

/** Line ends as one suite or another writes them are one text. */
export const plainLines = (text: string): string => text.replace(/\r\n?/gu, '\n');

/** A line of the sheet as it stands. */
export interface StandingLine {
  readonly no: string;
  readonly title: string;
  readonly facts: string;
  readonly conclusions: string;
  readonly mark: unknown;
}

/** True while the facts are empty, or as the product wrote them last. */
export const isOwnText = ({ facts, mark }: Pick<StandingLine, 'facts' | 'mark'>): boolean =>
  facts.trim() === '' || mark === fingerprint(facts);

export const isLineOf = (line: StandingLine, no: string): boolean => foldLoosely(line.no) === foldLoosely(no);
