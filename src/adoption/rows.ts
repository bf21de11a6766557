import { gridOfBlock, type Found } from './blocks';
import { bodyRows } from './body';
import { rowCells } from './cells';
import { TABLE_OF_KIND } from './kinds';
import type { Mapping } from './mapping';
import type { MeetingHeader } from './marks';
import type { QuestionBook } from './questions';
import { marksOf, meetingColumns } from './rows/attendance';
import { courseRow } from './rows/courses';
import { eventRow } from './rows/events';
import type {
  Incoming,
  IncomingMark,
  Reader,
  Refused,
  RowAccount,
  RowContext,
  SourceRow,
} from './rows/incoming';
import { examRow, meetingRow, plainRow } from './rows/others';
import { personOf } from './rows/person';
import { teacherRow } from './rows/teachers';
import type { SourcePlace } from './source';

/** The rows under all headers, read as the kind of their table asks. */
export interface ParsedRows {
  readonly rows: readonly Incoming[];
  readonly marks: readonly IncomingMark[];
  /** Meetings that columns of attendance are headed by. */
  readonly meetings: readonly {
    readonly meeting: MeetingHeader;
    readonly place: SourcePlace;
    readonly block: string;
  }[];
  readonly accounts: readonly RowAccount[];
  /** Rows of each block that came in. */
  readonly counts: Readonly<Record<string, number>>;
}

export function parseRows(
  found: Found,
  mappings: readonly Mapping[],
  context: RowContext,
  book: QuestionBook,
): ParsedRows {
  const parsed = found.blocks.map((block): BlockRows => {
    const mapping = mappings.find((each) => each.block === block.id);
    const grid = gridOfBlock(found, block);
    return mapping === undefined || grid === undefined || TABLE_OF_KIND[mapping.kind] === null
      ? NO_ROWS
      : parseBlock({ grid, block, mapping, book, ...context });
  });
  return {
    rows: parsed.flatMap(({ rows }) => rows),
    marks: parsed.flatMap(({ marks }) => marks),
    meetings: parsed.flatMap(({ meetings }) => meetings),
    accounts: parsed.flatMap(({ accounts }) => accounts),
    counts: Object.fromEntries(found.blocks.map(({ id }, index) => [id, parsed[index]?.dataRows ?? 0])),
  };
}

interface BlockRows extends Omit<ParsedRows, 'counts'> {
  readonly dataRows: number;
}

const NO_ROWS: BlockRows = { rows: [], marks: [], meetings: [], accounts: [], dataRows: 0 };
function parseBlock(reader: Reader): BlockRows {
  const { grid, block, mapping, regulation } = reader;
  const rows: Incoming[] = [];
  const marks: IncomingMark[] = [];
  const accounts: RowAccount[] = [];
  let dataRows = 0;
  const heads = meetingColumns(reader);
  let lastPerson = '';
  for (const body of bodyRows(grid, block, mapping, regulation)) {
    const { row } = body;
    if (body.kind !== 'data') {
      const at = grid.place(row, block.columns[0]?.column ?? 1);
      accounts.push({ block: block.id, place: at, became: body.kind, text: body.text });
      continue;
    }
    const cells = rowCells(grid, row, mapping.columns);
    const first = grid
      .row(row)
      .find(({ column }) =>
        mapping.columns.some((each) => each.column === column && each.fields.some((name) => name !== 'line')),
      );
    const place = grid.place(row, first?.column ?? 1);
    const bare = { row, cells, section: body.section, place };
    const source = withNameAbove(reader, { ...bare, person: personOf(bare) }, lastPerson);
    lastPerson = source.person.name || lastPerson;
    const made = parseRow(reader, source);
    const marked = marksOf(reader, source, heads);
    if (typeof made === 'string') {
      const text = grid
        .row(row)
        .map((cell) => cell.text)
        .join(' ')
        .slice(0, 120);
      accounts.push({ block: block.id, place: source.place, became: made, text });
      continue;
    }
    rows.push(...made);
    marks.push(...marked);
    if (made.length > 0 || marked.length > 0) dataRows += 1;
  }
  const meetings = heads.flatMap(({ meeting, place }) =>
    meeting === null ? [] : [{ meeting, place, block: block.id }],
  );
  return { rows, marks, meetings, accounts, dataRows };
}

/** A record without a name under one that has it: perhaps the same person's, and asked. */
function withNameAbove(reader: Reader, source: SourceRow, lastPerson: string): SourceRow {
  const { block, mapping, book } = reader;
  const isOfRecords = ['achievements', 'activity', 'courses', 'exams'].includes(mapping.kind);
  if (!isOfRecords || lastPerson === '' || source.person.name !== '') return source;
  const { option } = book.settle(
    { code: 'no name', block: block.id, sheet: block.sheet },
    [
      { id: 'above', kind: 'above', value: '' },
      { id: 'empty', kind: 'empty', value: '' },
    ],
    'empty',
    source.place,
  );
  return option.kind === 'above' ? { ...source, person: { ...source.person, name: lastPerson } } : source;
}
function parseRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  switch (reader.mapping.kind) {
    case 'teachers':
      return teacherRow(reader, source);
    case 'courses':
      return courseRow(reader, source);
    case 'achievements':
    case 'activity':
      return eventRow(reader, source, reader.mapping.kind);
    case 'events':
      return plainRow(reader, source, 'Мероприятия');
    case 'exams':
      return examRow(reader, source);
    case 'meetings':
      return meetingRow(reader, source);
    case 'organisations':
      return plainRow(reader, source, 'Организации');
    case 'attendance':
      return source.person.name === '' ? 'no name' : [];
    case 'plan':
    case 'unknown':
      return [];
  }
}
