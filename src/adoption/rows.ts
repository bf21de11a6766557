import type { CellValue } from '../plan/action';
import { dayOf, serialOf, shownDate } from '../register/dates';
import { LISTS } from '../register/lists';
import type { TableName } from '../register/tables';
import type { Regulation } from '../regulations';
import { gridOfBlock, isAboutAttendance, type Block, type Found } from './blocks';
import { bodyRows, type Section } from './body';
import { rowCells, type RawCell, type RowCells } from './cells';
import { fieldDefinition, type Field } from './dictionary';
import { TABLE_OF_KIND } from './kinds';
import type { ColumnMapping, Mapping } from './mapping';
import { readMeetingHeader, type MeetingHeader } from './marks';
import { settleReading, type QuestionBook } from './questions';
import type { Grid, SourcePlace } from './source';
import { findDay, parseDate, readDate } from './values/dates';
import { readCourses, type CoursePart } from './values/courses';
import {
  activityKindIn,
  activityKindOfHeading,
  eventKindIn,
  eventKindOfHeading,
  levelOfRound,
  readCategory,
  readEducation,
  readFormat,
  readLevel,
  readListed,
  readMark,
  readResult,
  readText,
  readYesNo,
  splitPost,
  splitResults,
  statusIn,
} from './values/lists';
import { nameLikeness, pupilsIn, readNameCell, splitPeople, type NameCell } from './values/names';
import { readExperience, readNumber } from './values/numbers';
import { organisationLikeness } from './values/organisations';
import { ask, EMPTY, listed, read, saysNothing, type Reading } from './values/reading';
import { fold } from './words';
import { isErrorValue } from '../register/text';

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

export interface RowContext {
  readonly regulation: Regulation;
  /** The first day of the school year a day without a year belongs to; null when it is not known. */
  readonly yearBegins: number | null;
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

interface Reader extends RowContext {
  readonly grid: Grid;
  readonly block: Block;
  readonly mapping: Mapping;
  readonly book: QuestionBook;
}

/** One row, with all that is known of it. */
interface SourceRow {
  readonly row: number;
  readonly cells: RowCells;
  readonly section: Section;
  readonly place: SourcePlace;
}

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
      const place = grid.place(row, block.columns[0]?.column ?? 1);
      accounts.push({ block: block.id, place, became: body.kind, text: body.text });
      continue;
    }
    const cells = rowCells(grid, row, mapping.columns);
    const first = grid
      .row(row)
      .find(({ column }) =>
        mapping.columns.some((each) => each.column === column && each.fields.some((name) => name !== 'line')),
      );
    const own: SourceRow = {
      row,
      cells,
      section: body.section,
      place: grid.place(row, first?.column ?? 1),
    };
    const source = withNameAbove(reader, own, lastPerson);
    const named = personOf(own);
    if (named.name !== '') lastPerson = named.name;
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
  if (!isOfRecords || lastPerson === '' || personOf(source).name !== '') return source;
  const { option } = book.settle(
    { code: 'no name', block: block.id, sheet: block.sheet },
    [
      { id: 'above', kind: 'above', value: '' },
      { id: 'empty', kind: 'empty', value: '' },
    ],
    'empty',
    source.place,
  );
  return option.kind === 'above' ? { ...source, section: { ...source.section, person: lastPerson } } : source;
}

type Refused = Extract<RowAccount['became'], 'no name' | 'vacancy' | 'no meeting'>;

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
      return personOf(source).name === '' ? 'no name' : [];
    case 'plan':
    case 'unknown':
      return [];
  }
}

// ---------------------------------------------------------------------------------------------------------
// cells

type Cells = Record<string, IncomingCell>;

/** Reads one cell of the register out of the source and keeps what stood there. */
function put(
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

const given = (value: CellValue, original: string, place: SourcePlace): IncomingCell => ({
  value,
  original,
  place,
  question: null,
});

/** A number or a text as the readers want it. */
const rawValue = ({ value, text }: RawCell): string | number => (typeof value === 'number' ? value : text);

const dateReading = (raw: RawCell | null, isBirth = false): Reading =>
  raw === null ? EMPTY : readDate(rawValue(raw), { isBirth });

const numberReading = (raw: RawCell | null): Reading => (raw === null ? EMPTY : readNumber(rawValue(raw)));
const textReading = (raw: RawCell | null): Reading => (raw === null ? EMPTY : readText(raw.text));

const columnFor = (reader: Reader, field: Field): ColumnMapping | undefined =>
  reader.mapping.columns.find(({ fields }) => fields.includes(field));

// ---------------------------------------------------------------------------------------------------------
// people

function nameParts({ cells }: SourceRow): { readonly text: string; readonly raw: RawCell | null } {
  const whole = cells.one('name');
  const surname = cells.one('surname');
  if (whole !== null && (surname === null || nameLikeness(whole.text) > 0))
    return { text: whole.text, raw: whole };
  const parts = [surname, cells.one('firstName'), cells.one('givenNames'), cells.one('patronymic')].flatMap(
    (raw) => (raw === null || saysNothing(raw.text) ? [] : [raw]),
  );
  const joined = parts.map(({ text }) => text).join(' ');
  const [first] = parts;
  return first === undefined
    ? { text: whole?.text ?? '', raw: whole }
    : { text: joined, raw: { ...first, text: joined, whole: joined } };
}

interface NamedRow extends PersonMention {
  readonly raw: RawCell | null;
  readonly rest: NameCell['rest'];
}

/** Whom a row is about; a pupils' contest names the teacher as «руководитель». */
function personOf(source: SourceRow): NamedRow {
  const { cells, section, place } = source;
  const own = nameParts(source);
  const supervisor = cells.one('supervisor');
  const { text, raw } =
    own.text === '' && supervisor !== null ? { text: supervisor.text, raw: supervisor } : own;
  const organisation = cells.text('organisation') || cells.text('organisationInFull') || section.organisation;
  const birth = dateReading(cells.one('birth'), true);
  if (saysNothing(text)) {
    return {
      name: section.person,
      organisation,
      birth: null,
      place: raw?.place ?? place,
      raw: null,
      rest: [],
    };
  }
  const { name, birth: beside, rest } = readNameCell(text);
  return {
    name,
    organisation: organisation || (rest.find((part) => organisationLikeness(part) > 0) ?? ''),
    birth: birth.kind === 'value' && typeof birth.value === 'number' ? birth.value : beside,
    place: raw?.place ?? place,
    raw,
    rest,
  };
}

const mention = ({ name, organisation, birth, place }: PersonMention): PersonMention => ({
  name,
  organisation,
  birth,
  place,
});

const POST =
  /учител|педагог|воспитател|преподавател|директор|завуч|заместител|методист|тренер|психолог|логопед|дефектолог|руководител|библиотекар|организатор|тьютор/u;
const SUBJECT =
  /математик|алгебр|геометр|русск|литератур|физик|хими|биолог|географ|истори|обществозн|информатик|английск|немецк|французск|иностран|музык|(?<!\p{L})изо(?!\p{L})|технолог|труд|физическ\p{L}+ культур|физкультур|(?<!\p{L})обж|обзр|начальн|астроном|экономик|право|родной язык|белорусск|черчени/u;

// ---------------------------------------------------------------------------------------------------------
// the databank

function teacherRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  const person = personOf(source);
  const { cells, section } = source;
  if (person.name === '') return 'no name';
  if (/вакан/u.test(fold(person.name))) return 'vacancy';
  const made: Cells = {};
  const table = 'Педагоги';
  const raw = person.raw;
  const fromName = (text: string): Pick<RawCell, 'text' | 'whole' | 'place'> => ({
    text,
    whole: raw?.whole ?? text,
    place: person.place,
  });
  made.ФИО = given(person.name, raw?.whole ?? person.name, person.place);

  const birth = cells.one('birth');
  put(reader, made, table, 'Дата рождения', birth, dateReading(birth, true));
  if (person.birth !== null)
    put(reader, made, table, 'Дата рождения', fromName(person.name), read(person.birth));

  const organisation = cells.one('organisation') ?? cells.one('organisationInFull');
  put(reader, made, table, 'Организация', organisation, textReading(organisation));
  if (person.organisation !== '') {
    const place = organisation?.place ?? section.place ?? person.place;
    put(
      reader,
      made,
      table,
      'Организация',
      { text: person.organisation, whole: person.organisation, place },
      read(person.organisation),
    );
  }

  const post = cells.one('post');
  const parted = post === null ? null : splitPost(post.text);
  put(reader, made, table, 'Должность', post, parted === null ? textReading(post) : readText(parted.post));
  const subject = cells.one('subject');
  put(reader, made, table, 'Предмет', subject, textReading(subject));
  for (const part of person.rest) {
    const folded = fold(part);
    if (POST.test(folded)) put(reader, made, table, 'Должность', fromName(part), read(part));
    else if (organisationLikeness(part) === 0 && SUBJECT.test(folded))
      put(reader, made, table, 'Предмет', fromName(part), read(part));
  }

  const education = cells.one('education');
  put(reader, made, table, 'Образование', education, readEducation(education?.text ?? ''));
  const speciality = cells.one('speciality');
  put(reader, made, table, 'Специальность', speciality, textReading(speciality));
  for (const [name, column] of [
    ['totalExperience', 'Общий стаж'],
    ['teachingExperience', 'Педагогический стаж'],
  ] as const) {
    const years = cells.one(name);
    put(reader, made, table, column, years, years === null ? EMPTY : readExperience(rawValue(years)));
  }

  putCategory(reader, source, made, parted?.category ?? null, post);
  const awards = cells.all('awards').filter(({ text }) => !saysNothing(text));
  const [award] = awards;
  if (award !== undefined) {
    const joined = awards.map(({ text }) => text).join('; ');
    put(reader, made, table, 'Награды и звания', { ...award, text: joined, whole: joined }, read(joined));
  }
  for (const name of ['selfEducation', 'mentor', 'deficits'] as const) {
    const text = cells.one(name);
    put(reader, made, table, fieldDefinition(name).columns?.Педагоги ?? name, text, textReading(text));
  }
  for (const name of ['consent', 'joined', 'left'] as const) {
    const date = cells.one(name);
    put(reader, made, table, fieldDefinition(name).columns?.Педагоги ?? name, date, dateReading(date));
  }
  for (const name of ['profile', 'isTeacher'] as const) {
    const flag = cells.one(name);
    put(
      reader,
      made,
      table,
      fieldDefinition(name).columns?.Педагоги ?? name,
      flag,
      readYesNo(flag?.text ?? ''),
    );
  }
  putStatus(reader, source, made);
  const role = cells.one('role');
  put(
    reader,
    made,
    table,
    'Роль',
    role,
    role === null ? EMPTY : readListed('Роль', role.text, reader.regulation),
  );

  return [incoming(reader, source, table, made, person), ...courseRows(reader, source, person)];
}

function putCategory(
  reader: Reader,
  source: SourceRow,
  made: Cells,
  fromPost: string | null,
  post: RawCell | null,
): void {
  const { cells, row } = source;
  const table = 'Педагоги';
  const category = cells.one('category');
  const column = columnFor(reader, 'category');
  const isOfPost = column !== undefined && column.fields.includes('post');
  if (category !== null && !saysNothing(category.text)) {
    put(reader, made, table, 'Категория', category, readCategory(category.text, reader.regulation));
  }
  if (fromPost !== null)
    put(reader, made, table, 'Категория', post, readCategory(fromPost, reader.regulation));
  if (made.Категория === undefined && column !== undefined && !isOfPost) {
    const text = category?.text ?? '';
    const place = category?.place ?? reader.grid.place(row, column.column);
    put(
      reader,
      made,
      table,
      'Категория',
      { text, whole: text, place },
      readCategory(text, reader.regulation),
    );
  }
  const date = cells.one('categoryDate');
  put(reader, made, table, 'Дата аттестации', date, dateReading(date));
  const beside = category === null ? null : findDay(category.text);
  if (beside !== null) put(reader, made, table, 'Дата аттестации', category, read(beside.serial));
  const until = cells.one('categoryUntil');
  put(reader, made, table, 'Категория действует до', until, dateReading(until));
}

function putStatus(reader: Reader, { cells }: SourceRow, made: Cells): void {
  const status = cells.one('teacherStatus');
  const header = fold(columnFor(reader, 'teacherStatus')?.header ?? '');
  if (status !== null) {
    const named = listed(LISTS.Статус, status.text) ?? statusIn(status.text);
    const isMarked = header.includes('молод') && readYesNo(status.text).kind === 'value';
    const reading = isMarked
      ? readYesNo(status.text).kind === 'value' && fold(status.text) !== 'нет'
        ? read('молодой специалист')
        : EMPTY
      : named === null
        ? readListed('Статус', status.text, reader.regulation)
        : read(named);
    put(reader, made, 'Педагоги', 'Статус', status, reading);
  }
  const category = cells.one('category');
  const inCategory = category === null ? null : statusIn(category.text);
  if (inCategory !== null) put(reader, made, 'Педагоги', 'Статус', category, read(inCategory));
}

function incoming(
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

// ---------------------------------------------------------------------------------------------------------
// courses

function courseRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  const person = personOf(source);
  const rows = courseRows(reader, source, person);
  return rows.length === 0 && person.name === '' ? 'no name' : rows;
}

/** Courses of a row: listed in a cell, or over columns of their own, several lines a cell included. */
function courseRows(reader: Reader, source: SourceRow, person: PersonMention): readonly Incoming[] {
  const { cells } = source;
  const listedCells = [
    ...cells.all('courses').map((raw) => ({ raw, parts: readCourses(raw.text) })),
    ...cells.all('retraining').map((raw) => ({ raw, parts: readCourses(raw.text, { isRetraining: true }) })),
  ];
  const own = ownCourses(cells);
  const only = listedCells.flatMap(({ parts }) => parts).length === 1 && own.length === 1;
  const rows = listedCells.flatMap(({ raw, parts }) =>
    parts.map((part) => partRow(reader, source, person, raw, part, only ? own[0] : undefined)),
  );
  return only ? rows : [...rows, ...own.map((course) => ownRow(reader, source, person, course))];
}

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

// ---------------------------------------------------------------------------------------------------------
// events

/** Pupils' achievements and the teachers' own activity: one row a result, a row for each teacher named. */
function eventRow(
  reader: Reader,
  source: SourceRow,
  kind: 'achievements' | 'activity',
): readonly Incoming[] | Refused {
  const { cells } = source;
  const table = kind === 'achievements' ? 'Достижения' : 'Деятельность';
  const person = personOf(source);
  const isAbout = [
    'event',
    'topic',
    'result',
    'level',
    'eventKind',
    'pupil',
    'winners',
    'prizeWinners',
  ] as const;
  if (isAbout.every((name) => cells.one(name) === null)) return person.name === '' ? 'no name' : [];

  const shared: Cells = {};
  const name = eventName(reader, source, kind);
  const column = kind === 'achievements' ? 'Мероприятие' : 'Название';
  put(reader, shared, table, column, name, readText(name?.text ?? ''));
  putEventKind(reader, source, shared, kind, name);
  const level = cells.one('level');
  put(reader, shared, table, 'Уровень', level, readLevel(level?.text ?? '', reader.regulation));
  putLevelBeside(reader, source, shared, table, name);
  const format = cells.one('format');
  put(reader, shared, table, 'Формат', format, readFormat(format?.text ?? ''));
  const date = cells.one('date');
  put(reader, shared, table, 'Дата', date, dateReading(date));
  const document = cells.one('document');
  put(reader, shared, table, 'Документ', document, textReading(document));
  const link = cells.one('link');
  if (kind === 'activity') put(reader, shared, table, 'Ссылка', link, textReading(link));

  const people =
    person.raw === null ? [person.name] : splitPeople(person.raw.text).map((text) => readNameCell(text).name);
  const pupils = cells.all('pupil').flatMap(({ text }) => (saysNothing(text) ? [] : pupilsIn(text)));
  const results = resultCells(reader, source, table, name?.text ?? '', pupils.length);
  return people.flatMap((each) =>
    results.map((result): Incoming => {
      const made: Cells = { ...shared, ...result };
      if (each !== '') made.Педагог = given(each, person.raw?.whole ?? each, person.place);
      return incoming(reader, source, table, made, { ...person, name: each }, pupils.map(fold));
    }),
  );
}

/** What the event is called: its own column, a talk with where it was given, else what heads the block. */
function eventName(
  reader: Reader,
  { cells, section }: SourceRow,
  kind: 'achievements' | 'activity',
): Pick<RawCell, 'text' | 'whole' | 'place'> | null {
  const [event, topic] = [cells.one('event'), kind === 'activity' ? cells.one('topic') : null];
  if (event !== null && topic !== null)
    return {
      text: `${topic.text} (${event.text})`,
      whole: `${topic.text} (${event.text})`,
      place: topic.place,
    };
  if (event !== null || topic !== null) return event ?? topic;
  const subject = cells.text('subject');
  const heads = [section.text, ...reader.block.titles.map(({ text }) => text).reverse(), reader.block.sheet];
  const head = heads.find((text) => kindOfHeading(kind, text) !== null);
  if (head === undefined || columnFor(reader, 'event') !== undefined) return null;
  const text = subject === '' ? head : `${head}, ${subject}`;
  return {
    text,
    whole: text,
    place: section.place ?? reader.grid.place(reader.block.header.top, reader.block.columns[0]?.column ?? 1),
  };
}

const kindIn = (kind: 'achievements' | 'activity', text: string): string | null =>
  kind === 'achievements' ? eventKindIn(text) : activityKindIn(text);

const kindOfHeading = (kind: 'achievements' | 'activity', text: string): string | null =>
  kind === 'achievements' ? eventKindOfHeading(text) : activityKindOfHeading(text);

/** The kind by its own column, by the event's name, by what heads the rows; none of these: asked. */
function putEventKind(
  reader: Reader,
  source: SourceRow,
  made: Cells,
  kind: 'achievements' | 'activity',
  name: Pick<RawCell, 'text' | 'whole' | 'place'> | null,
): void {
  const table = kind === 'achievements' ? 'Достижения' : 'Деятельность';
  const values: readonly string[] = kind === 'achievements' ? LISTS.ВидДостижения : LISTS.ВидДеятельности;
  const own = source.cells.one('eventKind');
  const named = own === null ? null : (listed(values, own.text) ?? kindIn(kind, own.text));
  if (own !== null && named !== null) return put(reader, made, table, 'Вид', own, read(named));
  const ofName = name === null ? null : kindIn(kind, name.text);
  if (name !== null && ofName !== null) return put(reader, made, table, 'Вид', name, read(ofName));
  const heads = [
    source.section.eventKind,
    source.section.text,
    ...reader.block.titles.map(({ text }) => text).reverse(),
    reader.block.sheet,
  ];
  const head = heads.map((text) => kindOfHeading(kind, text)).find((found) => found !== null);
  const at = own ?? name ?? { text: '', whole: '', place: source.place };
  if (head !== undefined && head !== null) return put(reader, made, table, 'Вид', at, read(head));
  put(
    reader,
    made,
    table,
    'Вид',
    at,
    own === null
      ? ask('kind of event', at.text, values, 'empty')
      : ask('not in list', own.text, values, 'keep'),
  );
}

/** A level the row has no cell for: «муниципальный этап» in the event's name, a heading over the rows. */
function putLevelBeside(
  reader: Reader,
  { section }: SourceRow,
  made: Cells,
  table: TableName,
  name: Pick<RawCell, 'text' | 'whole' | 'place'> | null,
): void {
  const own = reader.regulation.levels ?? {};
  const ofName = name === null ? null : levelOfRound(name.text, own);
  if (ofName !== null) put(reader, made, table, 'Уровень', name, read(ofName));
  if (section.level !== '' && section.place !== null) {
    put(
      reader,
      made,
      table,
      'Уровень',
      { text: section.text, whole: section.text, place: section.place },
      read(section.level),
    );
  }
  for (const { text, place } of reader.block.titles) {
    const ofTitle = levelOfRound(text, own);
    if (ofTitle !== null) put(reader, made, table, 'Уровень', { text, whole: text, place }, read(ofTitle));
  }
}

/** A result and its count; several of them where the row counts winners and prize-winners apart. */
function resultCells(
  reader: Reader,
  source: SourceRow,
  table: 'Достижения' | 'Деятельность',
  event: string,
  pupils: number,
): readonly Cells[] {
  const { cells } = source;
  const column = table === 'Достижения' ? 'Обучающихся' : 'Количество';
  const list = table === 'Достижения' ? 'РезультатОбучающихся' : 'РезультатПедагога';
  const result = cells.one('result');
  const counted = [
    ['победитель', cells.one('winners')],
    ['призёр', cells.one('prizeWinners')],
  ] as const;
  if (table === 'Достижения' && result === null && counted.some(([, raw]) => raw !== null)) {
    return counted.flatMap(([value, raw]): Cells[] => {
      if (raw === null || numberReading(raw).kind !== 'value' || Number(rawValue(raw)) === 0) return [];
      const made: Cells = { Результат: given(value, raw.whole, raw.place) };
      put(reader, made, table, column, raw, numberReading(raw));
      return [made];
    });
  }
  const several = result === null || table !== 'Достижения' ? null : splitResults(result.text);
  if (result !== null && several !== null) {
    return several.map(({ result: value, count }) => ({
      Результат: given(value, result.whole, result.place),
      [column]: given(count, result.whole, result.place),
    }));
  }
  const made: Cells = {};
  put(reader, made, table, 'Результат', result, readResult(result?.text ?? '', list, event));
  const count = cells.one('count');
  put(reader, made, table, column, count, numberReading(count));
  const pupil = cells.one('pupil');
  if (pupil !== null && pupils > 0 && made[column] === undefined)
    made[column] = given(pupils, '', pupil.place);
  return [made];
}

// ---------------------------------------------------------------------------------------------------------
// the other tables

/** A row whose cells are read by the kind of their columns and nothing more. */
function plainRow(
  reader: Reader,
  source: SourceRow,
  table: 'Мероприятия' | 'Организации',
): readonly Incoming[] {
  const { cells } = source;
  const made: Cells = {};
  const name = cells.one('event') ?? cells.one('organisation') ?? cells.one('organisationInFull');
  if (table === 'Организации') {
    put(
      reader,
      made,
      table,
      'Краткое название',
      cells.one('organisation') ?? name,
      textReading(cells.one('organisation') ?? name),
    );
    put(
      reader,
      made,
      table,
      'Полное название',
      cells.one('organisationInFull'),
      textReading(cells.one('organisationInFull')),
    );
    for (const field of ['biasMathematics', 'biasRussian'] as const) {
      const raw = cells.one(field);
      put(
        reader,
        made,
        table,
        fieldDefinition(field).columns?.Организации ?? field,
        raw,
        readYesNo(raw?.text ?? ''),
      );
    }
    return Object.keys(made).length === 0 ? [] : [incoming(reader, source, table, made, null)];
  }
  put(reader, made, table, 'Название', name, textReading(name));
  const kind = cells.one('eventKind');
  put(reader, made, table, 'Вид', kind, textReading(kind));
  const ofName = name === null ? null : eventKindIn(name.text);
  if (ofName !== null) put(reader, made, table, 'Вид', name, read(ofName));
  const audience = cells.one('audience');
  put(
    reader,
    made,
    table,
    'Для кого',
    audience,
    audience === null ? EMPTY : readAudience(audience.text, reader.regulation),
  );
  const level = cells.one('level');
  put(reader, made, table, 'Уровень', level, readLevel(level?.text ?? '', reader.regulation));
  const date = cells.one('date');
  put(reader, made, table, 'Дата', date, dateReading(date));
  const count = cells.one('count');
  put(reader, made, table, 'Обучающихся', count, numberReading(count));
  const responsible = cells.one('responsible');
  put(reader, made, table, 'Ответственный', responsible, textReading(responsible));
  const document = cells.one('document');
  put(reader, made, table, 'Документ', document, textReading(document));
  return Object.keys(made).length === 0 ? [] : [incoming(reader, source, table, made, null)];
}

function readAudience(text: string, regulation: Regulation): Reading {
  const folded = fold(text);
  if (/обучающ|учащ|школьник|дет(?:и|ей)|учени|воспитанник/u.test(folded) && !/педагог|учител/u.test(folded))
    return read('обучающиеся');
  if (/педагог|учител/u.test(folded) && !/обучающ|учащ|школьник|дет(?:и|ей)/u.test(folded))
    return read('педагоги');
  return readListed('ДляКого', text, regulation);
}

function examRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  const { cells } = source;
  const person = personOf(source);
  if (person.name === '') return 'no name';
  const made: Cells = { Педагог: given(person.name, person.raw?.whole ?? person.name, person.place) };
  const exam = cells.one('exam');
  const heads = [
    source.section.text,
    ...reader.block.titles.map(({ text }) => text).reverse(),
    reader.block.sheet,
  ];
  const ofHead = heads.map(examIn).find((found) => found !== null);
  put(reader, made, 'ГИА', 'Экзамен', exam, readExam(exam?.text ?? '', reader.regulation));
  if (ofHead !== undefined && ofHead !== null) made.Экзамен ??= given(ofHead, ofHead, source.place);
  const subject = cells.one('subject');
  put(reader, made, 'ГИА', 'Предмет', subject, textReading(subject));
  const sat = cells.one('sat') ?? cells.one('count');
  put(reader, made, 'ГИА', 'Сдавало', sat, numberReading(sat));
  for (const field of ['high', 'below', 'average'] as const) {
    const raw = cells.one(field);
    put(reader, made, 'ГИА', fieldDefinition(field).columns?.ГИА ?? field, raw, numberReading(raw));
  }
  const document = cells.one('document');
  put(reader, made, 'ГИА', 'Документ', document, textReading(document));
  return Object.keys(made).length === 1 ? [] : [incoming(reader, source, 'ГИА', made, person)];
}

/** The one exam a text names. */
function examIn(text: string): string | null {
  const folded = fold(text);
  const named = LISTS.Экзамен.filter((exam) => folded.includes(fold(exam)));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function readExam(text: string, regulation: Regulation): Reading {
  const named = examIn(text);
  return named === null ? readListed('Экзамен', text, regulation) : read(named);
}

function meetingRow(reader: Reader, source: SourceRow): readonly Incoming[] {
  const { cells } = source;
  const table = 'Заседания';
  const made: Cells = {};
  const number = cells.one('meetingNumber') ?? cells.one('line');
  const typed = number === null ? null : (readMeetingHeader(number, true)?.number ?? null);
  if (number !== null && typed !== null) made.Номер = given(typed, number.whole, number.place);
  const date = cells.one('date');
  put(reader, made, table, 'Дата', date, dateReading(date));
  const topic = cells.one('meetingTopic') ?? cells.one('topic');
  put(reader, made, table, 'Тема', topic, textReading(topic));
  const form = cells.one('meetingForm');
  put(reader, made, table, 'Форма', form, readMeetingForm(form?.text ?? '', reader.regulation));
  for (const field of ['meetingPlace', 'meetingAim', 'expected', 'guests', 'protocolNumber'] as const) {
    const raw = cells.one(field);
    put(reader, made, table, fieldDefinition(field).columns?.Заседания ?? field, raw, textReading(raw));
  }
  const protocol = cells.one('protocolDate');
  put(reader, made, table, 'Дата протокола', protocol, dateReading(protocol));
  return made.Дата === undefined && made.Тема === undefined
    ? []
    : [incoming(reader, source, table, made, null)];
}

function readMeetingForm(text: string, regulation: Regulation): Reading {
  const format = readFormat(text);
  if (format.kind === 'value')
    return read(format.value === 'очно' ? 'очно' : format.value === 'дистанционно' ? 'онлайн' : text);
  return readListed('ФормаЗаседания', text, regulation);
}

// ---------------------------------------------------------------------------------------------------------
// attendance

interface MeetingColumn {
  readonly column: number;
  /** null: the user has not said which meeting it was. */
  readonly meeting: MeetingHeader | null;
  readonly place: SourcePlace;
}

/** The columns of marks, each with its meeting: days without a year get the year of the block or of the register. */
function meetingColumns(reader: Reader): readonly MeetingColumn[] {
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

function marksOf(
  reader: Reader,
  source: SourceRow,
  heads: readonly MeetingColumn[],
): readonly IncomingMark[] {
  const person = personOf(source);
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
