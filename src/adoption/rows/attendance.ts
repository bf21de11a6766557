import { dayOf, serialOf, shownDate } from '../../register/dates';
import { isAboutAttendance, type Block } from '../blocks';
import { readMeetingHeader, type MeetingHeader } from '../marks';
import type { SourcePlace } from '../source';
import { readMark } from '../values/lists';
import { mention, put, type Cells, type IncomingMark, type Reader, type SourceRow } from './incoming';

/** Marks of attendance, each with the meeting its column is headed by. */

export interface MeetingColumn {
  readonly column: number;
  /** null: the user has not said which meeting it was. */
  readonly meeting: MeetingHeader | null;
  readonly place: SourcePlace;
}

/** The columns of marks, each with its meeting: days without a year get the year of the block or of the register. */
export function meetingColumns(reader: Reader): readonly MeetingColumn[] {
  const { mapping, block, grid, book } = reader;
  const columns = mapping.columns.filter(({ fields }) => fields.includes('mark'));
  const begins = yearIn(block) ?? null;
  return columns.map(({ column, header, meeting }): MeetingColumn => {
    const place = grid.place(block.header.bottom, column);
    const said = meeting ?? (columns.length === 1 ? titleMeeting(block) : null);
    if (said === null) {
      const options = Array.from(
        { length: 4 },
        (_, index) => ({ id: `=${String(index + 1)}`, kind: 'value', value: index + 1 }) as const,
      );
      const { option } = book.settle(
        { code: 'which meeting', block: block.id, sheet: block.sheet },
        [...options, { id: 'empty', kind: 'empty', value: '' }],
        'empty',
        place,
      );
      return {
        column,
        place,
        meeting: typeof option.value === 'number' ? { number: option.value, date: null } : null,
      };
    }
    return { column, place, meeting: dated(reader, said, header, begins, place) };
  });
}

/** «Лист регистрации. Заседание № 2 от 25.09.2025» over a single column of signatures. */
function titleMeeting(block: Block): MeetingHeader | null {
  for (const { text } of block.titles) {
    const found = readMeetingHeader({ text: text.slice(0, 60), value: text, isDate: false });
    if (found !== null && (found.number !== null || found.date?.precision === 'day')) return found;
  }
  const ofSheet = readMeetingHeader({ text: block.sheet, value: block.sheet, isDate: false });
  return ofSheet !== null &&
    (ofSheet.number !== null || ofSheet.date?.precision === 'day') &&
    isAboutAttendance(block)
    ? ofSheet
    : null;
}

/** The first day of the school year a sheet or a title names: «2025-2026», «2025/26». */
function yearIn(block: Block): number | null {
  for (const text of [...block.titles.map((title) => title.text), block.sheet]) {
    const found = /(?<!\d)(20\d{2})\s*[-–—/]\s*(?:20)?(\d{2})(?!\d)/u.exec(text);
    if (found !== null && (Number(found[1]) + 1) % 100 === Number(found[2]))
      return serialOf(Number(found[1]), 9, 1);
  }
  return null;
}

const FIRST_MONTH = 9;

function dated(
  reader: Reader,
  { number, date }: MeetingHeader,
  header: string,
  begins: number | null,
  place: SourcePlace,
): MeetingHeader {
  if (date?.precision !== 'day of year' && !(date?.precision === 'month' && date.year === null))
    return { number, date };
  const known = begins ?? reader.yearBegins;
  if (known === null) return { number, date };
  const { year } = dayOf(known);
  const of = date.month >= FIRST_MONTH ? year : year + 1;
  if (date.precision === 'month') return { number, date: { ...date, year: of } };
  const serial = serialOf(of, date.month, date.day);
  if (begins !== null) return { number, date: { precision: 'day', serial } };
  const { option } = reader.book.settle(
    { code: 'year of meeting', header },
    [
      { id: `=${shownDate(serial)}`, kind: 'value', value: serial },
      { id: 'empty', kind: 'empty', value: '' },
    ],
    `=${shownDate(serial)}`,
    place,
  );
  return option.kind === 'value' ? { number, date: { precision: 'day', serial } } : { number, date };
}

export function marksOf(
  reader: Reader,
  source: SourceRow,
  heads: readonly MeetingColumn[],
): readonly IncomingMark[] {
  const { person } = source;
  if (person.name === '') return [];
  return heads.flatMap(({ column, meeting }): IncomingMark[] => {
    const cell = reader.grid.at(source.row, column);
    if (cell === null || meeting === null) return [];
    const made: Cells = {};
    const place = reader.grid.place(cell.from.row, cell.from.column);
    put(
      reader,
      made,
      'Посещаемость',
      'Отметка',
      { text: cell.text, whole: cell.text, place },
      readMark(cell.text),
    );
    const mark = made.Отметка;
    return mark === undefined
      ? []
      : [{ person: mention(person), meeting, cell: mark, block: reader.block.id }];
  });
}
