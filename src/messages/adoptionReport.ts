import { fieldDefinition, type Block, type BlockKind, type Field, type NameReport } from '../adoption';
import type { CellValue } from '../plan/action';
import { shownDate } from '../register/dates';
import { TABLES, type TableName } from '../register/tables';
import { CELL_WORDS, KIND_WORDS } from './adoption';
import { formatNumber, plural, type NounForms } from './plural';

/** The words of a whole adoption: its sources and blocks, its dry run, what it has done. */

/** Fields by what they hold; a field that fills a column of the register is called as the column is. */
const FIELD_WORDS: Readonly<Record<Field, string>> = {
  line: 'номер по порядку',
  name: 'ФИО',
  supervisor: 'ФИО руководителя',
  surname: 'фамилия',
  firstName: 'имя',
  patronymic: 'отчество',
  givenNames: 'имя и отчество',
  birth: 'дата рождения',
  age: 'возраст',
  organisation: 'организация',
  organisationInFull: 'полное название организации',
  biasMathematics: 'порог по математике',
  biasRussian: 'порог по русскому языку',
  territory: 'территория',
  post: 'должность',
  subject: 'предмет',
  education: 'образование',
  speciality: 'специальность',
  institution: 'учебное заведение',
  graduation: 'год окончания',
  totalExperience: 'общий стаж',
  teachingExperience: 'педагогический стаж',
  experience: 'стаж',
  otherExperience: 'другой стаж',
  category: 'категория',
  payGrade: 'разряд, ставка',
  categoryDate: 'дата аттестации',
  categoryUntil: 'категория действует до',
  order: 'приказ',
  selfEducation: 'тема самообразования',
  consent: 'согласие',
  profile: 'профиль',
  teacherStatus: 'статус',
  mentor: 'наставник',
  deficits: 'дефициты',
  role: 'роль в объединении',
  isTeacher: 'педагогический работник',
  joined: 'дата вступления',
  left: 'дата выбытия',
  courseKind: 'вид курсов',
  courseTopic: 'тема курсов',
  coursePlace: 'место обучения',
  courseHours: 'часы курсов',
  courseDate: 'дата окончания курсов',
  courseDocument: 'документ о курсах',
  courses: 'курсы одной ячейкой',
  retraining: 'переподготовка одной ячейкой',
  awards: 'награды',
  event: 'мероприятие',
  topic: 'тема',
  eventKind: 'вид мероприятия',
  level: 'уровень',
  format: 'формат',
  result: 'результат',
  date: 'дата',
  count: 'число участников',
  winners: 'число победителей',
  prizeWinners: 'число призёров',
  pupil: 'ФИО обучающегося: только для счёта',
  pupilNames: 'имя обучающегося',
  schoolClass: 'класс',
  document: 'документ',
  link: 'ссылка',
  audience: 'для кого',
  responsible: 'ответственный',
  deadline: 'срок',
  expected: 'ожидаемый результат',
  exam: 'экзамен',
  sat: 'сдавали',
  high: 'высокие баллы',
  below: 'ниже порога',
  average: 'средний балл',
  meetingNumber: 'номер заседания',
  meetingTopic: 'тема заседания',
  meetingForm: 'форма заседания',
  meetingPlace: 'место заседания',
  meetingAim: 'цель заседания',
  guests: 'приглашённые',
  protocolNumber: 'номер протокола',
  protocolDate: 'дата протокола',
  mark: 'отметка о присутствии',
  timestamp: 'отметка времени: по ней выбирается последний ответ',
  seat: 'место в зале',
  contact: 'контакты',
  organiser: 'организатор',
  remark: 'примечание',
  score: 'баллы',
};

const COLUMNS: NounForms = { one: 'столбец', few: 'столбца', many: 'столбцов' };
const OF_COLUMNS: NounForms = { one: 'столбца', few: 'столбцов', many: 'столбцов' };
const ROWS: NounForms = { one: 'строка', few: 'строки', many: 'строк' };
const CELLS: NounForms = { one: 'ячейка', few: 'ячейки', many: 'ячеек' };
const QUESTIONS: NounForms = { one: 'вопрос', few: 'вопроса', many: 'вопросов' };
const RECORDS: NounForms = { one: 'запись', few: 'записи', many: 'записей' };

/** What a column holds, in the words of the table its rows go to: «Общий стаж и Педагогический стаж». */
export const fieldsWords = (fields: readonly Field[], table: TableName | null): string =>
  fields
    .map((name) => {
      const column = table === null || PARTS.has(name) ? undefined : fieldDefinition(name).columns?.[table];
      return column ?? capital(FIELD_WORDS[name]);
    })
    .join(' и ');

/** Several of them fill one column together. */
const PARTS: ReadonlySet<Field> = new Set<Field>([
  'surname',
  'firstName',
  'patronymic',
  'givenNames',
  'supervisor',
]);

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** «Не переносить»: what every column may be told. */
export const NOT_TRANSFERRED = 'Не переносить';

/** A kind of table with the table its rows go to. */
export const kindWords = (kind: BlockKind): string => KIND_WORDS[kind];

/** Where the header stands and by what it was known. */
export function headerWords({ header, score }: Block, known: number, all: number): string {
  const { top, bottom } = header;
  const where = top === bottom ? `в строке ${String(top)}` : `в строках ${String(top)}–${String(bottom)}`;
  const how = score === 0 ? 'указан вами' : known === all ? 'узнан' : 'узнан по названиям';
  return `Заголовок ${where}, ${how}: понятны ${String(known)} из ${plural(all, OF_COLUMNS)}.`;
}

/** What of a block is hidden on its sheet; "" when nothing is. */
export function hiddenWords({ hidden: { rows, columns, sheet } }: Block): string {
  const parts = [
    ...(sheet ? ['лист'] : []),
    ...(rows > 0 ? [plural(rows, ROWS)] : []),
    ...(columns > 0 ? [plural(columns, COLUMNS)] : []),
  ];
  return parts.length === 0 ? '' : `Скрыто, но прочитано как остальное: ${parts.join(', ')}.`;
}

export const SOURCES = {
  thisBook: 'Эта книга',
  empty: 'Лист пуст.',
  nothingFound: 'Знакомой таблицы на листе нет. Если она есть, укажите строку её заголовка.',
  leftOut: 'Лист не переносится: так выбрано вами.',
  tooLarge: 'На листе слишком много ячеек: прочитана только часть.',
  unreadable: {
    sentence: 'Файл не прочитан из-за ошибки в программе.',
    remedy: 'Сохраните его в Excel как .xlsx и выберите ещё раз.',
  },
} as const;

/** Nothing has been opened to be adopted. */
export const NOT_OPENED = {
  sentence: 'Таблицы для переноса ещё не прочитаны.',
  remedy: 'Откройте перенос заново.',
} as const;

/** Why a row of a source comes in nowhere, and what to do about it. */
export const REFUSALS = {
  'no name': {
    reason: 'В строке нет фамилии.',
    fix: 'Впишите фамилию в исходную таблицу и перенесите ещё раз.',
  },
  vacancy: { reason: 'Это вакансия.', fix: 'Человека в строке нет: ничего делать не нужно.' },
  'no meeting': {
    reason: 'Неясно, какое это заседание.',
    fix: 'Впишите в строку дату или номер заседания и перенесите ещё раз.',
  },
  unplaced: {
    reason: 'Имя подходит нескольким педагогам.',
    fix: 'Ответьте на вопрос, кто это, или впишите дату рождения либо организацию.',
  },
  unnumbered: {
    reason: 'Заседанию нет места среди столбцов посещаемости.',
    fix: 'Впишите в заголовок столбца номер или дату заседания и перенесите ещё раз.',
  },
} as const;

/** A cell as a person reads it: days as days. */
export function shownCell(table: TableName, column: string, value: CellValue): string {
  if (typeof value !== 'number') return String(value);
  const columns: readonly { readonly name: string; readonly kind: string }[] = TABLES[table].columns;
  const isDate = columns.some(({ name, kind }) => name === column && kind === 'date');
  return isDate ? shownDate(value) : formatNumber(value);
}

export const cellStateWords = (state: keyof typeof CELL_WORDS): string => CELL_WORDS[state];

/** Names that were taken for somebody are said; those that stand in the databank as typed are not. */
export const isWorthSaying = ({ how }: NameReport): boolean =>
  how === 'initials' || how === 'answer' || how === 'unknown';

export const ADOPTION = {
  /** What «Отменить» calls it. */
  undo: 'Перенос таблиц',
  /** What a line of «Источники» that keeps a choice is about. */
  chosenColumns: (sheet: string) => `Столбцы таблицы на листе «${sheet}»`,
  buildsFirst: 'Книга ещё не реестр: сначала появятся листы реестра. Ваши листы останутся как есть.',
  superseded: (record: string, table: TableName, count: number) =>
    `${table}: «${record}» — ответов несколько, взят последний; не взяты: ${plural(count, ROWS)}.`,
  gone: (table: TableName, count: number) =>
    `${table}: в файле больше нет — ${plural(count, RECORDS)}. Из реестра ничего не удаляется.`,
  nothingToWrite: 'Всё уже перенесено: писать нечего.',
  written: (cells: number) =>
    `Перенесено: ${plural(cells, CELLS)}. Исходные таблицы не изменены; что откуда взято — на листе «Источники».`,
  openQuestions: (count: number) => `Принято без вашего ответа: ${plural(count, QUESTIONS)}.`,
} as const;
