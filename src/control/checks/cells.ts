import type { CellValue } from '../../plan/action';
import { dayOf, serialOf } from '../../register/dates';
import { PASSPORT_FIELDS, type PassportKey } from '../../register/fixedCells';
import type { RowList } from '../../register/lists';
import type { ColumnDefinition, TableName } from '../../register/tables';
import { foldCase, isErrorValue } from '../../register/text';
import {
  cellChange,
  isBlank,
  spotOf,
  type CheckContext,
  type FilledColumn,
  type FilledTable,
} from '../context';
import type { DateTrouble, Fix, FindingOf, NumberTrouble, Severity } from '../issue';
import { check, clauseOf, subjectOf, type Check } from './check';

/** What the columns' own declarations ask of a cell (control.md, «Missing and malformed»). */

/** Every cell of the columns chosen, row by row. */
function eachCell<F>(
  context: CheckContext,
  chosen: (column: ColumnDefinition, table: TableName) => boolean,
  judge: (cell: Cell) => F | null,
): readonly F[] {
  return context.filled.flatMap((filled) =>
    filled.columns
      .filter(({ definition }) => chosen(definition, filled.name))
      .flatMap((column) =>
        filled.rows.flatMap((row): F[] => {
          const found = judge({ filled, column, row, value: column.value(row) });
          return found === null ? [] : [found];
        }),
      ),
  );
}

interface Cell {
  readonly filled: FilledTable;
  readonly column: FilledColumn;
  readonly row: number;
  readonly value: CellValue;
}

const inRow = ({ filled, column, row }: Cell) =>
  ({ at: column.at(row), subject: subjectOf(filled, row), column: column.definition.name }) as const;

// ---------------------------------------------------------------------------------------------------------
// required

/** What is asked only of some rows; «consent» has a check of its own. */
const REQUIRED_WHEN: Readonly<Partial<Record<TableName, Readonly<Record<string, (cell: Cell) => boolean>>>>> =
  {
    Педагоги: {
      Образование: isTeacher,
      'Педагогический стаж': isTeacher,
      Категория: isTeacher,
      'Профильные классы': isTeacher,
      'Согласие на обработку данных': () => false,
    },
    Мероприятия: {
      Обучающихся: ({ filled, row }) => foldCase(filled.column('Для кого').text(row)) !== 'педагоги',
    },
  };

/** Managers and others are members, not teachers (register.md, «Педагог»). */
function isTeacher({ filled, row }: Cell): boolean {
  return foldCase(filled.column('Педагог').text(row)) !== 'нет';
}

const required = check('required', 'error', (context) => [
  ...requiredOnPassport(context),
  ...eachCell(
    context,
    (column) => column.required === true,
    (cell) => {
      const isAsked = REQUIRED_WHEN[cell.filled.name]?.[cell.column.definition.name] ?? (() => true);
      // a column that is missing altogether is said once, by `structure`
      if (!cell.column.isThere || !isBlank(cell.value) || !isAsked(cell)) return null;
      return { code: 'required', ...inRow(cell) } as const;
    },
  ),
]);

/** The order's date is what a term is counted from (regulations.md, `term`). */
const asksForOrder = ({ rules }: CheckContext): boolean =>
  rules.number('term-years') !== null || rules.number('renewal') !== null;

function requiredOnPassport(context: CheckContext): readonly FindingOf<'required'>[] {
  return PASSPORT_FIELDS.flatMap(({ key, label, required: always }): FindingOf<'required'>[] => {
    const at = context.passport(key);
    const isAsked = always || (key === 'orderDate' && asksForOrder(context));
    if (at === null || !isAsked || !isBlank(context.register.passport[key])) return [];
    return [{ code: 'required', at, subject: '', column: label }];
  });
}

// ---------------------------------------------------------------------------------------------------------
// enum

/** Columns with a check of their own for names that are not there. */
const NAMED: Readonly<Record<RowList, string>> = { Педагоги: 'Педагог', Организации: 'Организация' };

const hasList = ({ list, name }: ColumnDefinition, table: TableName): boolean => {
  if (list === undefined || table === 'Посещаемость') return list === 'ДаНет';
  return list === 'Педагоги' || list === 'Организации' ? name !== NAMED[list] : true;
};

/** Columns whose values nothing counts and no rule reads. */
const FOR_READERS_ONLY: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Педагоги: ['Статус', 'Наставник'],
  Заседания: ['Форма'],
  Методработа: ['Вид'],
  Группы: ['Вид', 'Руководитель'],
  Оценка: ['Процедура'],
};

const isRead = ({ name }: ColumnDefinition, table: TableName): boolean =>
  FOR_READERS_ONLY[table]?.includes(name) !== true;

const enumeration = (severity: Severity, chosen: typeof isRead): Check =>
  check('enum', severity, (context) =>
    eachCell(
      context,
      (column, table) => hasList(column, table) && chosen(column, table),
      (cell): FindingOf<'enum'> | null => {
        const { list } = cell.column.definition;
        if (list === undefined || isBlank(cell.value)) return null;
        const values =
          list === 'Педагоги'
            ? { has: context.isTeacher, nearest: context.nearestTeacher }
            : list === 'Организации'
              ? { has: context.isOrganisation, nearest: context.nearestOrganisation }
              : context.list(list);
        if (values.has(cell.value)) return null;
        const nearest = isErrorValue(cell.value) ? null : values.nearest(String(cell.value));
        return { code: 'enum', ...inRow(cell), typed: cell.value, nearest, ...offer(cell, nearest) };
      },
    ),
  );

function offer({ column, row, value }: Cell, nearest: string | null): { readonly fix?: Fix } {
  if (nearest === null) return {};
  const kind = column.definition.list === 'Педагоги' ? 'teacher name' : 'list value';
  return { fix: { kind, changes: [cellChange(column.at(row), value, nearest)] } };
}

// ---------------------------------------------------------------------------------------------------------
// date

/** Years between which a date of a register lies: what is outside is a slip of the hand. */
const FIRST_YEAR = 1920;
const LAST_YEAR = 2100;

/** True for a number that is a day somebody may have meant. */
export const isPlausibleDay = (value: CellValue): value is number =>
  typeof value === 'number' && value >= serialOf(FIRST_YEAR, 1, 1) && value < serialOf(LAST_YEAR, 1, 1);

/** What has happened by the time it is written down. */
const PAST: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Педагоги: ['Дата рождения', 'Дата аттестации', 'Согласие на обработку данных'],
  Курсы: ['Дата окончания'],
  Заседания: ['Дата протокола'],
  Решения: ['Исполнено'],
  Достижения: ['Дата'],
  Деятельность: ['Дата'],
  План: ['Выполнено'],
  Методработа: ['Дата'],
  Документы: ['Дата'],
  Сроки: ['Выполнено'],
};

const PAST_ON_PASSPORT: readonly PassportKey[] = ['databankDate'];

const YOUNGEST = 18;
const OLDEST = 90;

/** Whole years between two days. */
function yearsBetween(from: number, to: number): number {
  const [one, other] = [dayOf(from), dayOf(to)];
  const hadBirthday = other.month > one.month || (other.month === one.month && other.day >= one.day);
  return other.year - one.year - (hadBirthday ? 0 : 1);
}

const WRITTEN_DAY = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*(?:г\.?)?\s*$/u;

/** «31.02.2026» is written as a date and is no day of the calendar. */
function isNoSuchDay(text: string): boolean {
  const [, day = '', month = '', year = ''] = WRITTEN_DAY.exec(text) ?? [];
  if (day === '') return false;
  const back = dayOf(serialOf(Number(year), Number(month), Number(day)));
  return back.day !== Number(day) || back.month !== Number(month);
}

function dateTrouble(value: CellValue, isPast: boolean, isBirth: boolean, today: number): DateTrouble | null {
  if (typeof value !== 'number') {
    return typeof value === 'string' && isNoSuchDay(value) ? 'no such day' : 'not a date';
  }
  if (!isPlausibleDay(value)) return 'impossible year';
  if (isPast && value >= Math.floor(today) + 1) return 'future';
  if (!isBirth) return null;
  const age = yearsBetween(value, today);
  return age < YOUNGEST || age > OLDEST ? 'age' : null;
}

const date = check('date', 'error', (context) => [
  ...PASSPORT_FIELDS.flatMap(({ key, label }): FindingOf<'date'>[] => {
    if (key !== 'orderDate' && key !== 'databankDate') return [];
    const [at, typed] = [context.passport(key), context.register.passport[key]];
    if (at === null || isBlank(typed)) return [];
    const trouble = dateTrouble(typed, PAST_ON_PASSPORT.includes(key), false, context.today);
    return trouble === null ? [] : [{ code: 'date', at, subject: '', column: label, typed, trouble }];
  }),
  ...eachCell(
    context,
    ({ kind }) => kind === 'date',
    (cell): FindingOf<'date'> | null => {
      if (isBlank(cell.value)) return null;
      const { name } = cell.column.definition;
      const isPast = PAST[cell.filled.name]?.includes(name) === true;
      const trouble = dateTrouble(cell.value, isPast, name === 'Дата рождения', context.today);
      return trouble === null ? null : { code: 'date', ...inRow(cell), typed: cell.value, trouble };
    },
  ),
]);

// ---------------------------------------------------------------------------------------------------------
// number

/** Years and hours may be halved; an average is seldom whole. Everything else is counted in ones. */
const MAY_BE_FRACTIONAL = ['Средний балл', 'Общий стаж', 'Педагогический стаж', 'Часы'];

/** Nobody teaches before sixteen. */
const WORKING_AGE = 16;
const MOST_HOURS = 3000;

/** What makes a number of a column absurd. */
const ABSURD: Readonly<Record<string, (value: number, cell: Cell, today: number) => NumberTrouble | null>> = {
  'Общий стаж': (value, cell, today) => {
    const teaching = cell.filled.column('Педагогический стаж').value(cell.row);
    const isLess = typeof teaching === 'number' && value < teaching;
    return isLess ? 'less than teaching experience' : beyondAge(value, cell, today);
  },
  'Педагогический стаж': beyondAge,
  Часы: (value) => (value > MOST_HOURS ? 'too many hours' : null),
};

function beyondAge(value: number, { filled, row }: Cell, today: number): NumberTrouble | null {
  const birth = filled.column('Дата рождения').value(row);
  if (!isPlausibleDay(birth)) return null;
  return value > yearsBetween(birth, today) - WORKING_AGE ? 'more than the age allows' : null;
}

function numberTrouble(cell: Cell, today: number): NumberTrouble | null {
  const { value, column } = cell;
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'not a number';
  if (value < 0) return 'negative';
  const { name } = column.definition;
  if (!Number.isInteger(value) && !MAY_BE_FRACTIONAL.includes(name)) return 'not whole';
  return Object.hasOwn(ABSURD, name) ? (ABSURD[name]?.(value, cell, today) ?? null) : null;
}

const number = check('number', 'error', (context) =>
  eachCell(
    context,
    ({ kind }) => kind === 'number',
    (cell): FindingOf<'number'> | null => {
      if (isBlank(cell.value)) return null;
      const trouble = numberTrouble(cell, context.today);
      return trouble === null ? null : { code: 'number', ...inRow(cell), typed: cell.value, trouble };
    },
  ),
);

// ---------------------------------------------------------------------------------------------------------
// injection

/** A lone dash stands for «nothing». */
const RUNS_AS_FORMULA = /^[=+\-@](?=.*[\p{L}\p{N}])/u;

const injection = check('injection', 'warning', (context) =>
  eachCell(
    context,
    ({ kind }) => kind === 'text',
    (cell): FindingOf<'injection'> | null =>
      typeof cell.value === 'string' && RUNS_AS_FORMULA.test(cell.value)
        ? { code: 'injection', ...inRow(cell), typed: cell.value }
        : null,
  ),
);

// ---------------------------------------------------------------------------------------------------------
// «Правила»

const rule = check('rule', 'error', (context) =>
  context.rules.issues.map((issue): FindingOf<'rule'> => ({
    code: 'rule',
    at: spotOf(issue.place, 'Правила'),
    ...clauseOf(context, issue.code),
    rule: issue,
  })),
);

export const CELL_CHECKS: readonly Check[] = [
  required,
  enumeration('error', isRead),
  enumeration('warning', (column, table) => !isRead(column, table)),
  date,
  number,
  injection,
  rule,
];
