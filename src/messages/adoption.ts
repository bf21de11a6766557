import type {
  AdoptionObstacle,
  BlockKind,
  CellOutcome,
  ColumnMapping,
  Doubt,
  NameReport,
  Question,
  QuestionOption,
  QuestionTopic,
  RefusalReason,
  RowAccount,
  RowOutcome,
  SourcePlace,
} from '../adoption';
import type { CellValue } from '../plan/action';
import { shownDate } from '../register/dates';
import { TABLES, type TableName } from '../register/tables';
import { entryObstacle } from './changes';
import { formatNumber, plural, type NounForms } from './plural';
import type { FailureWords } from './workbookErrors';

/** The words of adoption: what was found, how it was matched, what is asked, what will be written. */

export const KIND_WORDS: Readonly<Record<BlockKind, string>> = {
  teachers: 'банк данных педагогов',
  courses: 'курсы',
  achievements: 'достижения обучающихся',
  activity: 'деятельность педагогов',
  events: 'мероприятия',
  exams: 'результаты ГИА',
  attendance: 'посещаемость заседаний',
  meetings: 'заседания',
  organisations: 'организации',
  plan: 'план работы: не переносится',
  unknown: 'не переносится',
};

/** Why a column stays where it is. */
export const REFUSAL_WORDS: Readonly<Record<NonNullable<ColumnMapping['refused']>, string>> = {
  'pay grade': 'разряд и ставка — не квалификационная категория',
  age: 'возраст — не дата рождения',
  'other experience': 'это не общий и не педагогический стаж',
  territory: 'территория — не организация',
  'time of sending': 'время отправки формы — не дата события',
  private: 'личные данные, которых реестр не ведёт',
  seat: 'место в зале',
  'no column': 'в реестре нет такого столбца',
  'not of this table': 'к этой таблице столбец не относится',
  'second of its kind': 'такой столбец в таблице уже есть',
  'not sure': 'неясно, какой это стаж: выберите сами',
} satisfies Record<RefusalReason, string> & Record<string, string>;

/** How a column was known. */
export const MATCH_WORDS: Readonly<Record<ColumnMapping['how'], string>> = {
  same: 'по названию',
  within: 'по словам в названии',
  similar: 'по похожему названию',
  under: 'по верхней строке заголовка',
  parts: 'по частям названия',
  meeting: 'по дате или номеру заседания',
  values: 'по значениям',
  remembered: 'как в прошлый раз',
  chosen: 'выбрано вами',
  none: 'не распознан',
};

/** What became of a row under a header. */
export const ACCOUNT_WORDS: Readonly<Record<RowAccount['became'], string>> = {
  section: 'заголовок раздела',
  footer: 'итог или подпись',
  numbers: 'номера столбцов',
  header: 'повтор заголовка',
  'no name': 'в строке нет фамилии: впишите её и перенесите ещё раз',
  vacancy: 'вакансия',
  'no meeting': 'неясно, какое это заседание',
};

export const OUTCOME_WORDS: Readonly<Record<RowOutcome['state'], string>> = {
  added: 'будет добавлено',
  updated: 'будет изменено',
  unchanged: 'без изменений',
  conflict: 'расхождение: остаётся как в реестре',
  gone: 'пропало из файла: из реестра не удаляется',
};

export const CELL_WORDS: Readonly<Record<CellOutcome['state'], string>> = {
  filled: 'заполнится',
  changed: 'изменится',
  conflict: 'расходится: остаётся как в реестре',
  yours: 'исправлено вами в реестре: остаётся',
  same: 'так и есть',
};

const CASES: NounForms = { one: 'случай', few: 'случая', many: 'случаев' };
const ROWS: NounForms = { one: 'строка', few: 'строки', many: 'строк' };

const quoted = (value: CellValue): string =>
  `«${typeof value === 'number' ? formatNumber(value) : String(value)}»`;

/** «Школы.xlsx, лист «База», B4»; the workbook itself is not named. */
export const placeWords = ({ file, sheet, cell }: SourcePlace): string =>
  [...(file === '' ? [] : [file]), `лист «${sheet}»`, cell].join(', ');

const DOUBT_WORDS: Readonly<Record<Doubt, string>> = {
  'not in list': 'такого значения нет в списке',
  'not of this regulation': 'положение объединения такой категории не знает',
  'nothing stands there': 'значение не указано',
  status: 'это статус, а не категория',
  'part of a date': 'день не указан, а реестру нужна дата',
  'not a date': 'это не дата',
  'not a number': 'это не число',
  'beginning of work': 'указано начало работы, а нужен стаж в годах',
  laureate: 'у каждого конкурса свой порядок мест',
  'kind of event': 'по названию неясно, что это за мероприятие',
  'two in one': 'в ячейке два числа, а нужно одно',
  'error value': 'формула в ячейке даёт ошибку',
};

export interface QuestionWords {
  /** «Педагоги, Категория: «-»». */
  readonly title: string;
  /** Why it is asked. */
  readonly why: string;
}

/** A question, without the places where it arises. */
export function questionWords(topic: QuestionTopic): QuestionWords {
  switch (topic.code) {
    case 'value': {
      const shown = topic.original === '' ? 'пусто' : quoted(topic.original);
      const of = topic.within === '' ? '' : ` (${topic.within})`;
      return {
        title: `${topic.table}, ${topic.column}: ${shown}${of}`,
        why: sentence(DOUBT_WORDS[topic.doubt]),
      };
    }
    case 'block kind':
      return {
        title: `Лист «${topic.sheet}»: чьи это результаты?`,
        why: 'Это могут быть и достижения обучающихся, и собственная деятельность педагогов.',
      };
    case 'column':
      return {
        title: `Лист «${topic.sheet}», столбец «${topic.header}»: какой это стаж?`,
        why: 'Общий и педагогический стаж стоят в реестре отдельно.',
      };
    case 'same person':
      return {
        title: `${topic.name}: один человек или однофамильцы?`,
        why: 'Одно имя встретилось в разных организациях, а дата рождения не указана.',
      };
    case 'which person':
      return {
        title: `Кто такой ${quoted(topic.typed)}?`,
        why: topic.isShort
          ? 'Эти инициалы подходят нескольким педагогам.'
          : 'Это имя носят несколько педагогов.',
      };
    case 'no name':
      return {
        title: `Лист «${topic.sheet}»: строки без фамилии`,
        why: 'Возможно, они относятся к педагогу в строке выше.',
      };
    case 'which meeting':
      return {
        title: `Лист «${topic.sheet}»: какое это заседание?`,
        why: 'Ни в заголовке, ни в названии листа нет номера и даты.',
      };
    case 'year of meeting':
      return {
        title: `Заседание ${quoted(topic.header)}: какого года?`,
        why: 'Год не указан; предложен учебный год реестра.',
      };
    case 'two values':
      return {
        title: `${topic.who}, ${topic.column}: ${topic.values.map(quoted).join(' или ')}?`,
        why: 'В файле об этом сказано по-разному.',
      };
    case 'conflict':
      return {
        title: `${topic.who}, ${topic.column}: в реестре ${quoted(topic.inRegister)}, в файле ${quoted(topic.inSource)}`,
        why: 'Значения расходятся, и неизвестно, какое новее.',
      };
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What an answer does. */
export function optionWords({ topic }: Pick<Question, 'topic'>, { kind, value }: QuestionOption): string {
  switch (kind) {
    case 'value':
      return shownValue(topic, value);
    case 'keep':
      return topic.code === 'which person'
        ? 'Оставить как написано'
        : `Оставить как написано: ${quoted(value)}`;
    case 'empty':
      return topic.code === 'which person' || topic.code === 'column' ? 'Не переносить' : 'Оставить пустым';
    case 'same':
      return 'Один человек';
    case 'apart':
      return 'Однофамильцы';
    case 'person':
      return String(value);
    case 'register':
      return `Оставить как в реестре: ${quoted(shownValue(topic, value))}`;
    case 'source':
      return `Взять из файла: ${quoted(shownValue(topic, value))}`;
    case 'kind':
      return isKind(value) ? KIND_WORDS[value] : String(value);
    case 'above':
      return 'Относятся к педагогу выше';
  }
}

const isKind = (value: CellValue): value is BlockKind =>
  typeof value === 'string' && Object.hasOwn(KIND_WORDS, value);

const FIELD_CHOICES: Readonly<Record<string, string>> = {
  teachingExperience: 'Педагогический стаж',
  totalExperience: 'Общий стаж',
};

/** Days as days, numbers as a Russian reader writes them. */
function shownValue(topic: QuestionTopic, value: CellValue): string {
  if (topic.code === 'column') return FIELD_CHOICES[String(value)] ?? String(value);
  if (typeof value !== 'number') return String(value);
  if (topic.code === 'year of meeting') return shownDate(value);
  return 'column' in topic && isDateColumn(topic.table, topic.column)
    ? shownDate(value)
    : formatNumber(value);
}

const isDateColumn = (table: TableName, column: string): boolean =>
  TABLES[table].columns.some(({ name, kind }) => name === column && kind === 'date');

/** «Педагоги, Категория: «-» — 3 случая; принято: оставить пустым»: a line of a command line's list. */
export function takenWords(question: Question): string {
  const { title } = questionWords(question.topic);
  const taken = question.options.find(({ id }) => id === question.taken);
  const first = question.places[0];
  const where = first === undefined ? '' : ` (${placeWords(first)})`;
  const answer = taken === undefined ? 'Оставить пустым' : optionWords(question, taken);
  return `${title} — ${plural(question.places.length, CASES)}${where}. Принято: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}.`;
}

/** «Белозёрова А.С. → Белозёрова Анна Сергеевна»: how a name was taken. */
export function nameWords({ typed, taken, how, places }: NameReport): string {
  const rows = plural(places.length, ROWS);
  switch (how) {
    case 'unknown':
      return `${quoted(typed)}: такого педагога нет в банке данных, имя оставлено как написано (${rows}).`;
    case 'initials':
      return `${quoted(typed)} — это ${taken}: инициалы подходят одному педагогу (${rows}).`;
    case 'answer':
      return `${quoted(typed)} — это ${taken}: по вашему ответу (${rows}).`;
    case 'name':
    case 'nobody':
      return `${quoted(typed)} — это ${taken} (${rows}).`;
  }
}

/** «Педагоги: 5 добавить, 2 изменить»: a line of the dry run; "" when there is nothing to say of a table. */
export function countWords(table: TableName, counts: Readonly<Record<RowOutcome['state'], number>>): string {
  const parts = [
    [counts.added, 'добавить'],
    [counts.updated, 'изменить'],
    [counts.unchanged, 'без изменений'],
    [counts.conflict, 'с расхождениями'],
    [counts.gone, 'нет в файле'],
  ] as const;
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${formatNumber(count)} ${words}`]));
  return said.length === 0 ? '' : `${table}: ${said.join(', ')}`;
}

/** Why rows of a table stay out. */
export function adoptionObstacle(obstacle: AdoptionObstacle): FailureWords {
  return obstacle.code === 'protected'
    ? {
        sentence: `Лист «${obstacle.sheet}» защищён: строки таблицы «${obstacle.table}» не перенесены.`,
        remedy: 'Снимите защиту: «Рецензирование» → «Снять защиту листа», и перенесите ещё раз.',
      }
    : entryObstacle(obstacle);
}
