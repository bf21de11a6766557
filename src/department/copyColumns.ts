import { TABLES, TABLE_NAMES, columnsOf, type ColumnDefinition, type TableName } from '../register/tables';

/**
 * What of a register goes to the department, as data. With names: what the report is made of and proven by; what is
 * only the association's own business stays there. Without names: what the numbers are counted from, and words in
 * which every name is hidden; a column that nobody can make safe stays.
 */

/** How a column travels without names. */
export type Treatment =
  /** «Педагог 7» in place of the name. */
  | 'person'
  /** Values of its list; any other is said to be one. */
  | 'list'
  /** Short name of an organisation; one that bears somebody's name gets a number. */
  | 'organisation'
  /** Numbers and dates as they are; words typed there are said to be words. */
  | 'number'
  /** Words, names hidden. */
  | 'words';

/** Sheets whose sense is made anew: the summary of the check stands in their place. */
const NOT_SENT: readonly TableName[] = ['Контроль'];

/** Personal data the department does not need to count, to compare or to plan by. */
const KEPT_AT_HOME: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Педагоги: ['Дата рождения', 'Согласие на обработку данных', 'Профессиональные дефициты'],
};

interface WithoutNames {
  /** Words that travel, names hidden; every other column of free words stays. */
  readonly words?: readonly string[];
  readonly organisation?: readonly string[];
  /** Dates, numbers and lists that stay: by them a person can be found in an order or a list of a school. */
  readonly stays?: readonly string[];
}

const WITHOUT_NAMES: Readonly<Partial<Record<TableName, WithoutNames>>> = {
  Педагоги: {
    words: ['Предмет'],
    stays: [
      'Дата рождения',
      'Общий стаж',
      'Педагогический стаж',
      'Дата аттестации',
      'Категория действует до',
      'Согласие на обработку данных',
      'Статус',
      'Наставник',
      'Роль',
    ],
  },
  Организации: { organisation: ['Краткое название'] },
  Заседания: { words: ['Тема'] },
  ГИА: { words: ['Предмет'] },
  План: { words: ['Раздел', 'Номер', 'Мероприятие', 'Срок', 'Планируемый результат'] },
  Анализ: { words: ['Пункт', 'Раздел', 'Сведения из реестра', 'Выводы'] },
  Методработа: { words: ['Тема'], organisation: ['Организация'] },
  Группы: { words: ['Название'] },
  Оценка: { words: ['Предмет', 'Класс'] },
  Документы: { words: ['Документ', 'Пункт положения'] },
  Сроки: { words: ['Код', 'Пункт положения'] },
  Правила: { words: columnsOf('Правила').map(({ name }) => name) },
  Архив: { words: ['Учебный год', '№'] },
};

export interface CopiedColumn {
  readonly name: string;
  readonly definition: ColumnDefinition;
  readonly treatment: Treatment;
}

export const COPIED_TABLES: readonly TableName[] = TABLE_NAMES.filter((table) => !NOT_SENT.includes(table));

/** The columns of a table that are sent, in their order. */
export function copiedColumns(
  table: TableName,
  meetings: number,
  isAnonymous: boolean,
): readonly CopiedColumn[] {
  return columnsOf(table, meetings).flatMap((definition): CopiedColumn[] => {
    const treatment = treatmentOf(table, definition);
    const isSent = isAnonymous
      ? treatment !== null
      : definition.hidden !== true && KEPT_AT_HOME[table]?.includes(definition.name) !== true;
    return isSent ? [{ name: definition.name, definition, treatment: treatment ?? 'words' }] : [];
  });
}

/** Names of the columns of the register that are not sent. */
export const columnsLeftOut = (table: TableName, isAnonymous: boolean): readonly string[] => {
  const sent = new Set(copiedColumns(table, 0, isAnonymous).map(({ name }) => name));
  return TABLES[table].columns
    .filter((column: ColumnDefinition) => column.kind !== 'formula' && column.hidden !== true)
    .map(({ name }) => name)
    .filter((name) => !sent.has(name) && !name.startsWith('Заседание '));
};

/** null: the column cannot be made safe, or is not needed. */
function treatmentOf(table: TableName, { name, kind, list, hidden }: ColumnDefinition): Treatment | null {
  const { words = [], organisation = [], stays = [] } = WITHOUT_NAMES[table] ?? {};
  // what a formula says may repeat a word of anybody's
  if (kind === 'formula' || hidden === true || stays.includes(name)) return null;
  if (list === 'Педагоги' || (table === 'Педагоги' && name === 'ФИО')) return 'person';
  if (list === 'Организации' || organisation.includes(name)) return 'organisation';
  if (list !== undefined) return 'list';
  if (kind !== 'text') return 'number';
  return words.includes(name) ? 'words' : null;
}
