import type { CellValue } from '../../plan/action';
import type { TableName } from '../../register/tables';
import { isErrorValue } from '../../register/text';
import type { Regulation } from '../../regulations';
import type { Block } from '../blocks';
import type { Section } from '../body';
import type { RawCell, RowCells } from '../cells';
import type { Field } from '../dictionary';
import type { ColumnMapping, Mapping } from '../mapping';
import type { MeetingHeader } from '../marks';
import { settleReading, type QuestionBook } from '../questions';
import type { Grid, SourcePlace } from '../source';
import { parseDate, readDate } from '../values/dates';
import { readText } from '../values/lists';
import { readNumber } from '../values/numbers';
import { ask, EMPTY, type Reading } from '../values/reading';
import type { NamedRow } from './person';

/** Rows of the source as rows of the register, each cell with where it stood and what it said there. */

export interface IncomingCell {
  readonly value: CellValue;
  /** What stands in the source; the value says the same in the register's words. */
  readonly original: string;
  readonly place: SourcePlace;
  /** Id of the question the value hangs on. */
  readonly question: string | null;
}

/** Somebody as a row of the source names them. */
export interface PersonMention {
  /** Single spaces, Cyrillic letters; otherwise as typed. "" when the row names nobody. */
  readonly name: string;
  /** As typed; "" when it is not said. */
  readonly organisation: string;
  /** Serial of a birth date. */
  readonly birth: number | null;
  readonly place: SourcePlace;
}

export interface Incoming {
  readonly table: TableName;
  readonly block: string;
  /** The row's first cell. */
  readonly place: SourcePlace;
  readonly person: PersonMention | null;
  readonly cells: Readonly<Record<string, IncomingCell>>;
  /** When the form was sent, as a serial number: of repeated submissions the last one wins. */
  readonly sentAt: number | null;
  /** A pupil's name, by which a row told twice is known again; it goes nowhere else. */
  readonly pupils: readonly string[];
}

/** A mark of attendance; which meeting it was is settled when all are known. */
export interface IncomingMark {
  readonly person: PersonMention;
  readonly meeting: MeetingHeader;
  readonly cell: IncomingCell;
  readonly block: string;
}

/** What became of a row under a header that is no row of the register. */
export interface RowAccount {
  readonly block: string;
  readonly place: SourcePlace;
  readonly became: 'section' | 'footer' | 'numbers' | 'header' | 'no name' | 'vacancy' | 'no meeting';
  readonly text: string;
}
export interface RowContext {
  readonly regulation: Regulation;
  /** The first day of the school year a day without a year belongs to; null when it is not known. */
  readonly yearBegins: number | null;
}
export interface Reader extends RowContext {
  readonly grid: Grid;
  readonly block: Block;
  readonly mapping: Mapping;
  readonly book: QuestionBook;
}

/** One row, with all that is known of it. */
export interface SourceRow {
  readonly row: number;
  readonly cells: RowCells;
  readonly section: Section;
  readonly place: SourcePlace;
  /** Whom it is about; read once. */
  readonly person: NamedRow;
}

export type Refused = Extract<RowAccount['became'], 'no name' | 'vacancy' | 'no meeting'>;

export type Cells = Record<string, IncomingCell>;

/** Reads one cell of the register out of the source and keeps what stood there. */
export function put(
  { book }: Reader,
  cells: Cells,
  table: TableName,
  column: string,
  raw: Pick<RawCell, 'text' | 'whole' | 'place'> | null,
  reading: Reading,
): void {
  if (raw === null || cells[column] !== undefined) return;
  const about = { table, column, original: raw.text };
  const safe = isErrorValue(raw.text) ? ask('error value', raw.text, [], 'empty') : reading;
  const { value, question } = settleReading(book, safe, about, raw.place);
  if (value === '' && question === null) return;
  cells[column] = { value, original: raw.whole, place: raw.place, question };
}

export const given = (value: CellValue, original: string, place: SourcePlace): IncomingCell => ({
  value,
  original,
  place,
  question: null,
});

/** A number or a text as the readers want it. */
export const rawValue = ({ value, text }: RawCell): string | number =>
  typeof value === 'number' ? value : text;

export const dateReading = (raw: RawCell | null, isBirth = false): Reading =>
  raw === null ? EMPTY : readDate(rawValue(raw), { isBirth });

export const numberReading = (raw: RawCell | null): Reading =>
  raw === null ? EMPTY : readNumber(rawValue(raw));
export const textReading = (raw: RawCell | null): Reading => (raw === null ? EMPTY : readText(raw.text));

export const columnFor = (reader: Reader, field: Field): ColumnMapping | undefined =>
  reader.mapping.columns.find(({ fields }) => fields.includes(field));

export function incoming(
  { block }: Reader,
  source: SourceRow,
  table: TableName,
  cells: Cells,
  person: PersonMention | null,
  pupils: readonly string[] = [],
): Incoming {
  return {
    table,
    block: block.id,
    place: source.place,
    person: person === null ? null : mention(person),
    cells,
    sentAt: sentAt(source.cells.one('timestamp')),
    pupils,
  };
}

/** «15.09.2025 14:33:21» with its time, so that two submissions of a day are told apart. */
function sentAt(raw: RawCell | null): number | null {
  if (raw === null) return null;
  if (typeof raw.value === 'number') return raw.value;
  const date = parseDate(raw.text);
  if (date?.precision !== 'day') return null;
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?/u.exec(raw.text);
  const seconds = Number(time?.[1] ?? 0) * 3600 + Number(time?.[2] ?? 0) * 60 + Number(time?.[3] ?? 0);
  return date.serial + seconds / 86_400;
}

export const mention = ({ name, organisation, birth, place }: PersonMention): PersonMention => ({
  name,
  organisation,
  birth,
  place,
});
