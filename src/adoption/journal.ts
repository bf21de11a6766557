import type { CellValue } from '../plan/action';
import { headerIndex } from '../register/locate';
import type { TableSnapshot, WorkbookSnapshot } from '../register/snapshot';
import { TABLE_NAMES, type TableName } from '../register/tables';
import { foldCase } from '../register/text';
import type { IncomingCell } from './rows/incoming';
import type { SourcePlace } from './source';
import { fold } from './words';

/**
 * «Источники»: where each adopted row came from and what stood there, on a sheet of its own, so that the printed
 * tables stay as they are. By it the next adoption tells what has changed in the source from what was
 * changed in the register.
 */

export const JOURNAL = 'Источники';

export const JOURNAL_COLUMNS = [
  'Таблица',
  'Запись',
  'Файл',
  'Лист',
  'Ячейка',
  'Исходные значения',
  'Записано',
] as const;

export interface JournalLine {
  readonly table: TableName;
  /** Whom or what the row is about, in the register's words. */
  readonly record: string;
  readonly place: SourcePlace;
  readonly originals: Readonly<Record<string, string>>;
  readonly written: Readonly<Record<string, string>>;
}

export interface Journal {
  readonly lines: readonly JournalLine[];
  readonly snapshot: TableSnapshot | undefined;
}

/** The journal as it stands in the workbook; empty when nothing has been adopted yet. */
export function readJournal({ tables }: WorkbookSnapshot): Journal {
  const snapshot = tables.find(({ name }) => foldCase(name) === foldCase(JOURNAL));
  if (snapshot === undefined) return { lines: [], snapshot };
  const at = JOURNAL_COLUMNS.map((column) => headerIndex(snapshot.headers, column));
  const lines = snapshot.rows.flatMap((row): JournalLine[] => {
    const [table = '', record = '', file = '', sheet = '', cell = '', originals = '', written = ''] = at.map(
      (index) => (index < 0 ? '' : String(row[index] ?? '')),
    );
    const known = TABLE_NAMES.find((name) => name === table);
    return known === undefined
      ? []
      : [
          {
            table: known,
            record,
            place: { file, sheet, cell },
            originals: parsePairs(originals),
            written: parsePairs(written),
          },
        ];
  });
  return { lines, snapshot };
}

const BREAK = ' ⏎ ';
/** Excel keeps so many characters in a cell. */
const LONGEST_CELL = 32_000;

export const printLine = ({
  table,
  record,
  place,
  originals,
  written,
}: JournalLine): readonly CellValue[] => [
  table,
  record,
  place.file,
  place.sheet,
  place.cell,
  printPairs(originals),
  printPairs(written),
];

const printPairs = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([column, text]) => `${column}: ${text.replace(/\n/gu, BREAK)}`)
    .join('\n')
    .slice(0, LONGEST_CELL);

function parsePairs(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/u).flatMap((line): [string, string][] => {
    const at = line.indexOf(': ');
    return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 2).replaceAll(BREAK, '\n')]];
  });
  return Object.fromEntries(pairs);
}

/** What stood in the source, by column; pupils are never named here. */
export const originalsOf = (cells: Readonly<Record<string, IncomingCell>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(cells).map(([column, { original, value }]) => [
      column,
      original === '' ? String(value) : original,
    ]),
  );

/** By it a row of the source is known to have been adopted already. */
export const fingerprint = (table: TableName, originals: Readonly<Record<string, string>>): string =>
  JSON.stringify([
    table,
    Object.entries(originals)
      .map(([column, text]) => [column, fold(text)])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : one > other ? 1 : 0)),
  ]);
