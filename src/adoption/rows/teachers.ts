import { LISTS } from '../../register/lists';
import type { RawCell } from '../cells';
import { fieldDefinition } from '../dictionary';
import { findDay } from '../values/dates';
import {
  readCategory,
  readEducation,
  readListed,
  readYesNo,
  splitPost,
  statusIn,
  readText,
} from '../values/lists';
import { readExperience } from '../values/numbers';
import { organisationLikeness } from '../values/organisations';
import { EMPTY, listed, read, saysNothing } from '../values/reading';
import { fold } from '../words';
import { courseRows } from './courses';
import {
  columnFor,
  dateReading,
  given,
  incoming,
  put,
  rawValue,
  textReading,
  type Cells,
  type Incoming,
  type Reader,
  type Refused,
  type SourceRow,
} from './incoming';

/** A row of a list of teachers: one of the databank, and the courses it names. */

const POST =
  /учител|педагог|воспитател|преподавател|директор|завуч|заместител|методист|тренер|психолог|логопед|дефектолог|руководител|библиотекар|организатор|тьютор/u;
const SUBJECT =
  /математик|алгебр|геометр|русск|литератур|физик|хими|биолог|географ|истори|обществозн|информатик|английск|немецк|французск|иностран|музык|(?<!\p{L})изо(?!\p{L})|технолог|труд|физическ\p{L}+ культур|физкультур|(?<!\p{L})обж|обзр|начальн|астроном|экономик|право|родной язык|белорусск|черчени/u;
export function teacherRow(reader: Reader, source: SourceRow): readonly Incoming[] | Refused {
  const { person } = source;
  const { cells, section } = source;
  if (person.name === '') return 'no name';
  if (/(?<!\p{L})вакан/u.test(fold(person.name))) return 'vacancy';
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
  const posts = person.rest.filter((part) => POST.test(fold(part)));
  const subjects = person.rest.filter(
    (part) => !posts.includes(part) && organisationLikeness(part) === 0 && SUBJECT.test(fold(part)),
  );
  for (const [column, parts] of [
    ['Должность', posts],
    ['Предмет', subjects],
  ] as const) {
    if (parts.length > 0)
      put(reader, made, table, column, fromName(parts.join(', ')), read(parts.join(', ')));
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
    const flag = header.includes('молод') ? readYesNo(status.text) : EMPTY;
    const marked = flag.kind === 'value' ? (flag.value === 'да' ? read('молодой специалист') : EMPTY) : null;
    const reading =
      marked ?? (named === null ? readListed('Статус', status.text, reader.regulation) : read(named));
    put(reader, made, 'Педагоги', 'Статус', status, reading);
  }
  const category = cells.one('category');
  const inCategory = category === null ? null : statusIn(category.text);
  if (inCategory !== null) put(reader, made, 'Педагоги', 'Статус', category, read(inCategory));
}
