import type { RawCell, RowCells } from '../cells';
import { readCourses, type CoursePart } from '../values/courses';
import { readDate } from '../values/dates';
import { readText } from '../values/lists';
import { read, saysNothing } from '../values/reading';
import { fold } from '../words';
import {
  dateReading,
  given,
  incoming,
  numberReading,
  put,
  textReading,
  type Cells,
  type Incoming,
  type PersonMention,
  type Reader,
  type Refused,
  type SourceRow,
} from './incoming';

/** Courses of a row: listed in a cell, or over columns of their own. */

export function courseRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  const { person } = source;
  const rows = courseRows(reader, source, person);
  return rows.length === 0 && person.name === '' ? 'no name' : rows;
}

/** Courses of a row: listed in a cell, or over columns of their own, several lines a cell included. */
export function courseRows(reader: Reader, source: SourceRow, person: PersonMention): readonly Incoming[] {
  const { cells } = source;
  const listedCells = [
    ...cells.all('courses').map((raw) => ({ raw, parts: readCourses(raw.text) })),
    ...cells.all('retraining').map((raw) => ({ raw, parts: readCourses(raw.text, { isRetraining: true }) })),
  ];
  const own = ownCourses(cells);
  const [listed, ...more] = listedCells.flatMap(({ parts }) => parts);
  const isOfCourses = cells.all('courses').some(({ text }) => readCourses(text).length > 0);
  const only =
    listed !== undefined &&
    more.length === 0 &&
    own.length === 1 &&
    isOfCourses &&
    goTogether(listed, own[0] ?? {});
  const rows = listedCells.flatMap(({ raw, parts }) =>
    parts.map((part) => partRow(reader, source, person, raw, part, only ? own[0] : undefined)),
  );
  return only ? rows : [...rows, ...own.map((course) => ownRow(reader, source, person, course))];
}

/** A cell that names a course, and columns that say the rest of it; what both say makes two courses. */
const goTogether = (part: CoursePart, { topic, place, hours, date }: CourseCells): boolean =>
  !(
    (part.topic !== '' && topic !== undefined) ||
    (part.place !== '' && place !== undefined) ||
    (part.hours !== null && hours !== undefined) ||
    (part.date !== '' && date !== undefined)
  );

type CourseCells = Readonly<
  Partial<Record<'topic' | 'place' | 'hours' | 'date' | 'document' | 'kind', RawCell>>
>;

const COURSE_COLUMNS = [
  ['topic', 'courseTopic'],
  ['place', 'coursePlace'],
  ['hours', 'courseHours'],
  ['date', 'courseDate'],
  ['document', 'courseDocument'],
  ['kind', 'courseKind'],
] as const;

function ownCourses(cells: RowCells): readonly CourseCells[] {
  const found = COURSE_COLUMNS.flatMap(([name, field]) => {
    const raw = cells.one(field);
    return raw === null || saysNothing(raw.text) ? [] : [{ name, raw, lines: raw.text.split('\n') }];
  });
  if (!found.some(({ name }) => name !== 'kind')) return [];
  const most = Math.max(...found.map(({ lines }) => lines.length));
  const several = found.filter(({ lines }) => lines.length === most).length;
  if (most > 1 && several >= 2) {
    return Array.from({ length: most }, (_, at) =>
      Object.fromEntries(
        found.flatMap(({ name, raw, lines }) => {
          const text = lines.length === most ? lines[at] : lines.length === 1 ? lines[0] : undefined;
          return text === undefined ? [] : [[name, { ...raw, value: text, text, isDate: false }]];
        }),
      ),
    );
  }
  return [Object.fromEntries(found.map(({ name, raw }) => [name, raw]))];
}

function partRow(
  reader: Reader,
  source: SourceRow,
  person: PersonMention,
  raw: RawCell,
  part: CoursePart,
  beside: CourseCells | undefined,
): Incoming {
  const made: Cells = { Педагог: given(person.name, person.name, person.place) };
  const at = { text: part.text, whole: part.text, place: raw.place };
  made.Вид = given(part.kind, part.text, raw.place);
  put(reader, made, 'Курсы', 'Тема', at, read(part.topic));
  put(reader, made, 'Курсы', 'Где пройдены', at, read(part.place));
  if (part.hours !== null) made.Часы = given(part.hours, part.text, raw.place);
  const date = part.date;
  put(
    reader,
    made,
    'Курсы',
    'Дата окончания',
    { ...at, text: String(date) },
    typeof date === 'number' ? read(date) : readDate(date),
  );
  if (beside !== undefined) putOwn(reader, made, beside);
  return incoming(reader, source, 'Курсы', made, person);
}

function ownRow(reader: Reader, source: SourceRow, person: PersonMention, course: CourseCells): Incoming {
  const [first] = Object.values(course);
  const made: Cells = { Педагог: given(person.name, person.name, person.place) };
  const named = [course.kind?.text, course.topic?.text].join(' ');
  const isRetraining = fold(named).includes('переподготовк');
  made.Вид = given(
    isRetraining ? 'переподготовка' : 'КПК',
    course.kind?.whole ?? '',
    course.kind?.place ?? first?.place ?? source.place,
  );
  putOwn(reader, made, course);
  return incoming(reader, source, 'Курсы', made, person);
}

function putOwn(reader: Reader, made: Cells, { topic, place, hours, date, document }: CourseCells): void {
  const unquoted = topic?.text.replace(/^[«"“„]([^«»"“”„]*)[»"”]$/u, '$1') ?? '';
  put(reader, made, 'Курсы', 'Тема', topic ?? null, readText(unquoted));
  put(reader, made, 'Курсы', 'Где пройдены', place ?? null, textReading(place ?? null));
  put(reader, made, 'Курсы', 'Часы', hours ?? null, numberReading(hours ?? null));
  put(reader, made, 'Курсы', 'Дата окончания', date ?? null, dateReading(date ?? null));
  put(reader, made, 'Курсы', 'Документ', document ?? null, textReading(document ?? null));
}
