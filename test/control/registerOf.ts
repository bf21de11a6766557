import { evaluateIndicators } from '../../src/indicators/evaluate';
import type { CellValue } from '../../src/plan/action';
import { checkRegister } from '../../src/control/catalogue';
import type { CheckInput } from '../../src/control/context';
import type { Issue, IssueCode, IssueOf } from '../../src/control/issue';
import { deriveObligations } from '../../src/control/obligations';
import { readRules } from '../../src/control/rules';
import { serialOf } from '../../src/register/dates';
import { parseRegister } from '../../src/register/parse';
import type { CellBlock, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../src/register/snapshot';
import { TABLES, type TableName } from '../../src/register/tables';
import { findRegulation } from '../../src/regulations';

/** Small workbooks as the product reads them, each row an object by column. */

export const TODAY = serialOf(2026, 5, 12);
export const day = serialOf;

export type Row = Readonly<Record<string, CellValue>>;
export type Tables = Readonly<Partial<Record<TableName, readonly Row[]>>>;

/** A sheet of plain cells, from A1 on. */
export interface PlainSheet {
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  readonly formulas?: readonly (readonly CellValue[])[];
}

export interface BookOptions {
  readonly sheets?: readonly PlainSheet[];
  readonly names?: WorkbookSnapshot['names'];
  readonly today?: number;
  readonly regulation?: string;
  /** Rows typed under a table, by its name. */
  readonly under?: Tables;
  /** Columns a table has besides those its rows name. */
  readonly columns?: Readonly<Partial<Record<TableName, readonly string[]>>>;
}

export function bookOf(tables: Tables, options: BookOptions = {}): WorkbookSnapshot {
  const made = (Object.keys(tables) as TableName[]).map((name) => tableOf(name, tables[name] ?? [], options));
  const sheets = [
    ...made.map(({ sheet, block }) => ({ name: sheet, cells: block })),
    ...(options.sheets ?? []).map(({ name, cells, formulas }) => ({
      name,
      cells: { firstRow: 1, firstColumn: 1, values: cells, ...(formulas === undefined ? {} : { formulas }) },
    })),
  ];
  return {
    sheets: sheets.map(({ name, cells }, position): SheetSnapshot => ({
      name,
      position,
      visible: true,
      isProtected: false,
      used: 'A1:Z500',
      cells,
    })),
    tables: made.map(({ table }) => table),
    names: options.names ?? [],
    automaticCalculation: true,
  };
}

function tableOf(
  name: TableName,
  rows: readonly Row[],
  { columns, under }: BookOptions,
): { readonly sheet: string; readonly table: TableSnapshot; readonly block: CellBlock } {
  const { sheet } = TABLES[name];
  const extra = columns?.[name] ?? [];
  const headers = [...new Set([...rows.flatMap((row) => Object.keys(row)), ...extra])];
  const cells = rows.map((row) => headers.map((header) => row[header] ?? ''));
  const below = (under?.[name] ?? []).map((row) => headers.map((header) => row[header] ?? ''));
  return {
    sheet,
    table: {
      name,
      sheet,
      headerRow: 1,
      firstColumn: 1,
      headers,
      rows: cells,
      hasTotals: false,
      formulas: {},
    },
    block: { firstRow: 1, firstColumn: 1, values: [headers, ...cells, ...below] },
  };
}

/** What the checks are given for a workbook; the regulation is Томский unless another is named. */
export function inputOf(snapshot: WorkbookSnapshot, options: BookOptions = {}): CheckInput {
  const parsed = parseRegister(snapshot);
  const today = options.today ?? TODAY;
  const register = {
    ...parsed,
    today,
    period: { begin: day(2025, 9, 1), end: day(2026, 8, 31) },
  };
  const given = options.regulation === undefined ? undefined : findRegulation(options.regulation);
  const rules = readRules(register, given);
  const indicators = evaluateIndicators(register);
  return {
    snapshot,
    register,
    rules,
    today,
    indicators,
    obligations: deriveObligations(register, rules, today, null),
  };
}

export const issuesOf = (tables: Tables, options: BookOptions = {}): readonly Issue[] =>
  checkRegister(inputOf(bookOf(tables, options), options));

/** The issues of one code, each with its cell. */
export function found<C extends IssueCode>(
  code: C,
  tables: Tables,
  options: BookOptions = {},
): readonly IssueOf<C>[] {
  const is = (issue: Issue): issue is Extract<Issue, { code: C }> & IssueOf<C> => issue.code === code;
  return issuesOf(tables, options).filter(is);
}

/** "Банк данных!A2" of every issue of a code. */
export const cellsOf = (code: IssueCode, tables: Tables, options: BookOptions = {}): readonly string[] =>
  found(code, tables, options).map(({ sheet, cell }) => `${sheet}!${cell}`);

/** A teacher nothing is wrong with. */
export const TEACHER: Row = {
  ФИО: 'Иванова Анна Петровна',
  'Дата рождения': day(1980, 3, 8),
  Организация: 'СОШ № 1',
  Должность: 'учитель',
  Предмет: 'математика',
  Образование: 'ВО',
  Специальность: 'учитель математики',
  'Общий стаж': 20,
  'Педагогический стаж': 18,
  Категория: 'высшая',
  'Дата аттестации': day(2024, 3, 1),
  'Категория действует до': '',
  'Профильные классы': 'да',
  'Согласие на обработку данных': day(2025, 9, 5),
  Роль: 'руководитель',
  Педагог: '',
  'В составе с': '',
  Выбыл: '',
};

export const COLLEAGUE: Row = {
  ...TEACHER,
  ФИО: 'Кузьмина Ольга Ивановна',
  'Дата рождения': day(1985, 7, 1),
  Организация: 'СОШ № 2',
  Роль: 'член объединения',
};

export const ORGANISATIONS: readonly Row[] = ['СОШ № 1', 'СОШ № 2'].map((name) => ({
  'Краткое название': name,
  'Полное название': name,
  'Необъективность математика': 'нет',
  'Необъективность русский язык': 'нет',
}));

export const COURSE: Row = {
  Педагог: 'Иванова Анна Петровна',
  Вид: 'КПК',
  Тема: 'Функциональная грамотность',
  'Где пройдены': 'ТОИПКРО',
  Часы: 72,
  'Дата окончания': day(2026, 2, 10),
  Документ: 'удостоверение',
};

export const ACHIEVEMENT: Row = {
  Педагог: 'Иванова Анна Петровна',
  Мероприятие: 'Олимпиада по математике',
  Вид: 'ВсОШ',
  Уровень: 'муниципальный',
  Формат: 'очно',
  Результат: 'победитель',
  Обучающихся: 2,
  Дата: day(2025, 12, 1),
  Документ: 'приказ',
};

export const EXAM: Row = {
  Педагог: 'Иванова Анна Петровна',
  Экзамен: 'ЕГЭ',
  Предмет: 'математика',
  Сдавало: 10,
  Высокобалльников: 2,
  'Ниже порога': 0,
  'Средний балл': 67.5,
  Документ: 'протокол',
};

export const ACTIVITY: Row = {
  Педагог: 'Кузьмина Ольга Ивановна',
  Вид: 'публикация',
  Название: 'Задачи с параметром',
  Уровень: 'региональный',
  Формат: 'заочно',
  Результат: '',
  Количество: 1,
  Дата: day(2026, 1, 20),
  Ссылка: 'https://example.org/1',
  Документ: '',
};

export const MEETINGS: readonly Row[] = [
  { Номер: 1, Дата: day(2025, 9, 25), Тема: 'Планы' },
  { Номер: 2, Дата: day(2025, 12, 4), Тема: 'Итоги' },
].map((meeting) => ({ ...meeting, 'Дата протокола': meeting.Дата + 1 }));

export const ATTENDANCE: readonly Row[] = [TEACHER, COLLEAGUE].map(({ ФИО = '' }) => ({
  ФИО,
  'Заседание 1': 'да',
  'Заседание 2': 'да',
}));

export const EVENT: Row = {
  Название: 'Марафон',
  Вид: 'конкурс',
  'Для кого': 'обучающиеся',
  Уровень: 'муниципальный',
  Дата: day(2026, 2, 1),
  Обучающихся: 30,
  Ответственный: 'Иванова А. П.',
  Документ: 'приказ',
};

/** A small register nothing is wrong with. */
export const CLEAN: Tables = {
  Педагоги: [TEACHER, COLLEAGUE],
  Организации: ORGANISATIONS,
  Курсы: [COURSE],
  Заседания: MEETINGS,
  Посещаемость: ATTENDANCE,
  Решения: [
    {
      Заседание: 1,
      Пункт: 1,
      Слушали: 'о плане',
      Решили: 'утвердить план',
      За: 2,
      Против: 0,
      Воздержались: 0,
      'Голос руководителя': '',
    },
  ],
  Достижения: [ACHIEVEMENT],
  ГИА: [EXAM],
  Деятельность: [ACTIVITY],
  Мероприятия: [EVENT],
};
