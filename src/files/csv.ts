import Papa from 'papaparse';
import type { SourceCell, SourceSheet } from '../adoption';
import { FileError } from './errors';
import { MOST_CELLS } from './package/sheet';

/**
 * A text table as a sheet: UTF-8, UTF-16 by its mark or Windows-1251; `;`, `,` or tab between the cells. Every value
 * is the text it was, spaces and leading zeros included.
 *
 * @throws FileError when the encoding or the quotes leave it open what the text says.
 */
export function readCsv(file: string, bytes: Uint8Array): SourceSheet {
  const text = decodeText(bytes);
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const { rows, openQuote } = parse(body, named?.[1] ?? delimiterOf(body));
  if (openQuote !== null) throw new FileError('openQuote', { line: openQuote });
  const first = named === null ? 1 : 2;
  const cells: SourceCell[] = [];
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value !== '') cells.push({ row: first + row, column: column + 1, value });
    });
    if (cells.length > MOST_CELLS) throw new FileError('tooManyCells');
  });
  return { file, name: file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''), cells };
}

/** In order of trust when several divide the text as evenly. */
const DELIMITERS = [';', '\t', ','];
/** Characters that are enough to tell what divides the cells. */
const PREVIEW_LENGTH = 200_000;
const PREVIEW_ROWS = 200;

interface ParsedText {
  readonly rows: readonly (readonly string[])[];
  /** 1-based line at which a quote is left open or closes amidst a cell; null: none. */
  readonly openQuote: number | null;
}

function parse(text: string, delimiter: string, preview = 0): ParsedText {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false });
  const wrong = errors.find(({ type }) => type === 'Quotes');
  return { rows: data, openQuote: wrong === undefined ? null : (wrong.row ?? 0) + 1 };
}

/**
 * The sign that cuts the most rows into the same number of cells: titles above a table have one cell, and a comma
 * inside texts cuts unevenly.
 */
function delimiterOf(text: string): string {
  const sample = text.slice(0, PREVIEW_LENGTH);
  const [best] = DELIMITERS.map((delimiter, order) => {
    const { rows, openQuote } = parse(sample, delimiter, PREVIEW_ROWS);
    const counts = new Map<number, number>();
    for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [length = 1, count = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
    return { delimiter, order, length, count, isWhole: openQuote === null };
  }).sort(
    (one, other) =>
      other.count - one.count ||
      other.length - one.length ||
      Number(other.isWhole) - Number(one.isWhole) ||
      one.order - other.order,
  );
  return best?.delimiter ?? ';';
}

/** Text of a file that does not say its encoding otherwise than by a mark. */
function decodeText(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) throw new FileError('notWorkbook');
  const utf8 = tryUtf8(bytes);
  if (utf8 !== null) return utf8;
  const text = new TextDecoder('windows-1251').decode(bytes);
  if (!isRussian(text)) throw new FileError('unknownEncoding');
  return text;
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The only reason a decoder throws for: these bytes are no UTF-8. An answer, not a failure.
    return null;
  }
}

/** Signs of Windows-1251 beside letters that stand in Russian and Belarusian tables. */
const USUAL_SIGNS = /[«»„“”‘’–—…№§°±·•\u00a0©®™€]/gu;

/**
 * Any bytes at all are some text of Windows-1251: it is believed when what is not Latin is nearly all letters of
 * ours, and words are written as people write them. Text of DOS fails by the first, of KOI8-R, where capitals and
 * small letters have changed places, by the second.
 */
function isRussian(text: string): boolean {
  const foreign = text.replace(/[\u0000-\u007f]/g, '').replace(USUAL_SIGNS, '');
  const letters = foreign.match(/[А-Яа-яЁёІіЎў]/gu)?.length ?? 0;
  if (letters < foreign.length * 0.95) return false;
  const turned = text.match(/(?<![А-Яа-яЁё])[а-яё][А-ЯЁ]{2,}/gu)?.length ?? 0;
  const natural = text.match(/(?<![А-Яа-яЁё])[А-Яа-яЁё][а-яё]{2,}/gu)?.length ?? 0;
  return turned <= natural;
}
