import type { ListName, RowList } from './lists';

/**
 * The register's tables and columns, declared once (register.md). These names are the product's contract:
 * people read them, formulas refer to them, the department merges by them.
 */

export type ColumnKind =
  | 'text'
  /** A real date shown dd.mm.yyyy. */
  | 'date'
  /** A number, 0 or more. */
  | 'number'
  /** A live formula of ours. */
  | 'formula';

export interface ColumnDefinition {
  readonly name: string;
  readonly kind: ColumnKind;
  /** An empty cell of a started row is an error. */
  readonly required?: true;
  readonly list?: ListName | RowList;
  /** The date has to lie in the reporting period, otherwise the record does not count. */
  readonly inPeriod?: true;
  /** Technical: hidden, but part of the workbook's own arithmetic. */
  readonly hidden?: true;
  /** Width in characters. */
  readonly width: number;
  readonly numberFormat?: string;
}

export interface TableDefinition {
  readonly sheet: string;
  readonly columns: readonly ColumnDefinition[];
  /** Blank rows of a table made anew: other suites do not grow a table as one types under it (formulas.md §3). */
  readonly spareRows: number;
}

const text = <N extends string>(name: N, width: number, list?: ListName | RowList) =>
  ({ name, kind: 'text', width, ...(list === undefined ? {} : { list }) }) as const;
const date = <N extends string>(name: N) => ({ name, kind: 'date', width: 13 }) as const;
const number = <N extends string>(name: N, width = 13) => ({ name, kind: 'number', width }) as const;
const required = <C extends ColumnDefinition>(column: C) => ({ ...column, required: true }) as const;
const inPeriod = <C extends ColumnDefinition>(column: C) => ({ ...column, inPeriod: true }) as const;
const formula = <N extends string>(name: N, width: number) => ({ name, kind: 'formula', width }) as const;
/** Numbers whose zero says nothing to a reader: 0 stays invisible (formulas.md §1). */
const quietNumber = <N extends string>(name: N, width: number) =>
  ({ name, kind: 'formula', width, numberFormat: '0;;' }) as const;
const technical = <N extends string>(name: N) => ({ name, kind: 'formula', width: 9, hidden: true }) as const;
/** A date that the product writes for its own formulas. */
const technicalDate = <N extends string>(name: N) => ({ ...date(name), hidden: true }) as const;
/** A number that the product writes to know its own work again. */
const technicalNumber = <N extends string>(name: N) => ({ ...number(name, 9), hidden: true }) as const;

const RECORD_ROWS = 40;

export const TABLES = {
  Педагоги: {
    sheet: 'Банк данных',
    spareRows: RECORD_ROWS,
    columns: [
      required(text('ФИО', 34)),
      date('Дата рождения'),
      required(text('Организация', 24, 'Организации')),
      required(text('Должность', 22)),
      text('Предмет', 18),
      required(text('Образование', 14, 'Образование')),
      text('Специальность', 22),
      number('Общий стаж', 9),
      required(number('Педагогический стаж', 16)),
      required(text('Категория', 18, 'Категория')),
      date('Дата аттестации'),
      date('Категория действует до'),
      text('Награды и звания', 22),
      text('Тема самообразования', 30),
      required(text('Профильные классы', 13, 'ДаНет')),
      text('Статус', 20, 'Статус'),
      text('Наставник', 30, 'Педагоги'),
      text('Профессиональные дефициты', 26),
      required(date('Согласие на обработку данных')),
      text('Роль', 18, 'Роль'),
      text('Педагог', 11, 'ДаНет'),
      date('В составе с'),
      date('Выбыл'),
      formula('Учёт', 44),
      formula('Состояние аттестации', 18),
      // the last day of a category, or why there is none
      technical('Последний день категории'),
      // membership as numbers, on the first row of a name: what quorum and voting count
      technical('Член с'),
      technical('Член до'),
    ],
  },
  Организации: {
    sheet: 'Организации',
    spareRows: 15,
    columns: [
      required(text('Краткое название', 26)),
      text('Полное название', 52),
      required(text('Необъективность математика', 18, 'ДаНет')),
      required(text('Необъективность русский язык', 18, 'ДаНет')),
    ],
  },
  Курсы: {
    sheet: 'Курсы',
    spareRows: RECORD_ROWS,
    columns: [
      required(text('Педагог', 34, 'Педагоги')),
      required(text('Вид', 17, 'ВидКурсов')),
      required(text('Тема', 46)),
      text('Где пройдены', 26),
      number('Часы', 8),
      required(inPeriod(date('Дата окончания'))),
      text('Документ', 22),
      formula('Учёт', 30),
      quietNumber('Показатель', 12),
      quietNumber('Впервые', 10),
      technical('Код'),
    ],
  },
  Заседания: {
    sheet: 'Заседания',
    spareRows: 8,
    columns: [
      required(number('Номер', 9)),
      required(date('Дата')),
      required(text('Тема', 46)),
      text('Форма', 12, 'ФормаЗаседания'),
      text('Место', 22),
      text('Цель', 30),
      text('Ожидаемый результат', 30),
      text('Приглашённые', 26),
      text('Номер протокола', 12),
      date('Дата протокола'),
      formula('Присутствовало', 16),
      formula('Кворум', 16),
      formula('Состояние', 18),
      technical('Членов на дату'),
    ],
  },
  Посещаемость: {
    sheet: 'Посещаемость',
    spareRows: RECORD_ROWS,
    columns: [
      text('ФИО', 34, 'Педагоги'),
      text('Заседание 1', 12, 'ДаНет'),
      text('Заседание 2', 12, 'ДаНет'),
      text('Заседание 3', 12, 'ДаНет'),
      text('Заседание 4', 12, 'ДаНет'),
      formula('Посещено', 12),
      technical('Член'),
      technical('Строка педагога'),
      technical('Член с'),
      technical('Член до'),
    ],
  },
  Решения: {
    sheet: 'Решения',
    spareRows: 20,
    columns: [
      required(number('Заседание', 12)),
      required(number('Пункт', 8)),
      required(text('Слушали', 36)),
      text('Докладчик', 26),
      required(text('Решили', 40)),
      text('Ответственный', 26),
      date('Срок'),
      number('За', 7),
      number('Против', 9),
      number('Воздержались', 14),
      text('Голос руководителя', 14, 'ГолосРуководителя'),
      formula('Итог', 14),
      date('Исполнено'),
      formula('Состояние', 16),
      // what the votes in favour, doubled, have to exceed
      technical('Порог'),
    ],
  },
  Достижения: {
    sheet: 'Достижения',
    spareRows: RECORD_ROWS,
    columns: [
      required(text('Педагог', 34, 'Педагоги')),
      required(text('Мероприятие', 44)),
      required(text('Вид', 15, 'ВидДостижения')),
      required(text('Уровень', 17, 'Уровень')),
      required(text('Формат', 14, 'Формат')),
      required(text('Результат', 14, 'РезультатОбучающихся')),
      number('Обучающихся', 14),
      inPeriod(date('Дата')),
      text('Документ', 22),
      formula('Учёт', 54),
      quietNumber('Показатель', 12),
      quietNumber('Впервые', 10),
      technical('Впервые 2'),
      technical('Код'),
    ],
  },
  ГИА: {
    sheet: 'ГИА',
    spareRows: 20,
    columns: [
      required(text('Педагог', 34, 'Педагоги')),
      required(text('Экзамен', 11, 'Экзамен')),
      required(text('Предмет', 20)),
      required(number('Сдавало', 10)),
      required(number('Высокобалльников', 19)),
      required(number('Ниже порога', 13)),
      number('Средний балл', 12),
      text('Документ', 22),
      formula('Учёт', 54),
      quietNumber('Впервые', 10),
      quietNumber('Впервые ниже порога', 14),
      technical('Код 6'),
      technical('Код 7'),
    ],
  },
  Деятельность: {
    sheet: 'Деятельность',
    spareRows: RECORD_ROWS,
    columns: [
      required(text('Педагог', 34, 'Педагоги')),
      required(text('Вид', 26, 'ВидДеятельности')),
      required(text('Название', 44)),
      required(text('Уровень', 17, 'Уровень')),
      required(text('Формат', 14, 'Формат')),
      text('Результат', 14, 'РезультатПедагога'),
      number('Количество', 12),
      inPeriod(date('Дата')),
      text('Ссылка', 26),
      text('Документ', 22),
      formula('Учёт', 54),
      quietNumber('Показатель', 12),
      quietNumber('Впервые', 10),
      technical('Впервые 2'),
      technical('Код'),
    ],
  },
  Мероприятия: {
    sheet: 'Мероприятия',
    spareRows: 20,
    columns: [
      required(text('Название', 46)),
      required(text('Вид', 22)),
      text('Для кого', 15, 'ДляКого'),
      required(text('Уровень', 17, 'Уровень')),
      required(inPeriod(date('Дата'))),
      required(number('Обучающихся', 14)),
      text('Ответственный', 28),
      text('Документ', 22),
    ],
  },
  План: {
    sheet: 'План',
    spareRows: RECORD_ROWS,
    columns: [
      required(text('Раздел', 26)),
      text('Номер', 8),
      required(text('Мероприятие', 50)),
      text('Срок', 18),
      date('Начало'),
      required(date('Окончание')),
      text('Ответственный', 28),
      text('Планируемый результат', 32),
      date('Выполнено'),
      formula('Состояние', 16),
    ],
  },
  Анализ: {
    sheet: 'Анализ',
    spareRows: 0,
    columns: [
      text('Пункт', 16),
      text('Раздел', 36),
      text('Сведения из реестра', 90),
      text('Выводы', 60),
      // by it a text of the product's own is told from one that somebody has changed
      technicalNumber('Отпечаток сведений'),
    ],
  },
  Методработа: {
    sheet: 'Методработа',
    spareRows: 20,
    columns: [
      required(inPeriod(date('Дата'))),
      required(text('Вид', 26, 'ВидМетодработы')),
      required(text('Тема', 44)),
      text('Педагог', 34, 'Педагоги'),
      text('Участники', 28),
      text('Организация', 24),
      text('Результат', 28),
      text('Проблема', 28),
      text('Решение', 28),
      text('Документ', 22),
    ],
  },
  Группы: {
    sheet: 'Группы',
    spareRows: 10,
    columns: [
      required(text('Название', 40)),
      required(text('Вид', 30, 'ВидГруппы')),
      text('Руководитель', 34, 'Педагоги'),
      text('Состав', 46),
      text('Задача', 40),
      date('Создана'),
      date('Закрыта'),
    ],
  },
  Оценка: {
    sheet: 'Оценка',
    spareRows: 20,
    columns: [
      required(text('Организация', 26, 'Организации')),
      required(text('Процедура', 14, 'Процедура')),
      required(text('Предмет', 20)),
      text('Класс', 9),
      required(number('Участвовало', 13)),
      number('Средний балл', 13),
      number('Ниже минимума', 14),
      number('Победителей', 13),
      number('Призёров', 11),
      text('Выводы', 46),
    ],
  },
  Документы: {
    sheet: 'Документы',
    spareRows: 5,
    columns: [
      required(text('Документ', 60)),
      text('Пункт положения', 22),
      text('Где лежит', 34),
      text('Номер', 14),
      date('Дата'),
    ],
  },
  Сроки: {
    sheet: 'Сроки',
    spareRows: 0,
    columns: [
      text('Код', 18),
      text('Обязательство', 56),
      text('Пункт положения', 24),
      date('Срок'),
      date('Выполнено'),
      // without a format of its own other suites show the difference of two dates as a date
      { ...formula('Осталось дней', 12), numberFormat: '0' },
      formula('Состояние', 16),
      // first day of what the obligation waits for: of the quarter, of the new term
      technicalDate('Считается с'),
      technical('Факт'),
      technical('Дней скоро'),
      technical('Дней под угрозой'),
    ],
  },
  Контроль: {
    sheet: 'Контроль',
    spareRows: 0,
    columns: [
      text('Важность', 14),
      text('Где', 26),
      text('Что не так', 60),
      text('Как исправить', 50),
      text('Основание', 26),
    ],
  },
  Правила: {
    sheet: 'Правила',
    spareRows: 0,
    columns: [
      text('Код', 40),
      text('Правило', 46),
      text('Значение', 34),
      text('Единица', 16),
      text('Пункт положения', 22),
      text('Пояснение', 60),
    ],
  },
  Архив: {
    sheet: 'Архив',
    spareRows: 0,
    columns: [text('Учебный год', 14), text('№', 8), number('количество', 14)],
  },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof TABLES;

export type ColumnName<T extends TableName> = (typeof TABLES)[T]['columns'][number]['name'];

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** The column of a meeting's marks in «Посещаемость». */
export const meetingColumn = (meeting: number): string => `Заседание ${String(meeting)}`;

/** Meetings the printed form has rows for: 2.1 – 2.4. */
export const MEETINGS_ON_FORM = 4;

/** A larger meeting number is taken for a slip of the hand, and said so; it makes no columns and no rows. */
export const MOST_MEETINGS = 24;

/**
 * The columns of a table when the association holds more meetings than the form has rows for:
 * «Посещаемость» gets a column a meeting.
 */
export function columnsOf(table: TableName, meetings = MEETINGS_ON_FORM): readonly ColumnDefinition[] {
  const { columns } = TABLES[table];
  if (table !== 'Посещаемость') return columns;
  const marks = Array.from({ length: meetings }, (_, index) => text(meetingColumn(index + 1), 12, 'ДаНет'));
  return [
    ...columns.filter(({ name }) => name === 'ФИО'),
    ...marks,
    ...columns.filter((column) => column.kind === 'formula'),
  ];
}
