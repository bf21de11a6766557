import fc from 'fast-check';
import type { InputCell, InputTable } from '../../src/cli/sample';
import type { CellValue } from '../../src/plan/action';
import { serialOf } from '../../src/register/dates';
import type { TableName } from '../../src/register/tables';
import type { RuleCode } from '../../src/regulations';
import type { DutyBook } from './dutyBook';

/**
 * Registers in which something is owed: meetings held and planned, members who come and go, votes counted and
 * uncounted, deadlines met and missed, under each regulation and with its rules edited.
 */

/** A row of an input table by column. */
export type InputRow = Readonly<Record<string, InputCell>>;

/** An input table of rows by column. */
export const inputTable = (name: TableName, rows: readonly InputRow[]): InputTable => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { name, headers, rows: rows.map((row) => headers.map((header) => row[header] ?? '')) };
};

export const REGULATION_IDS = ['tomsk', 'sonkovo', 'tersky', 'zdvinsk', 'oshmyany'] as const;

const NAMES = ['Агеева Анна', 'Фёдорова Ольга', 'Ким Пак', 'Зуева Вера', 'Ким*', 'Тиль~да', 'Юрьев Ян'];
const GUESTS = ['Гостья Нина', 'Федорова Ольга'];

const YEAR = { first: serialOf(2025, 9, 1), last: serialOf(2026, 8, 31) };
/** Days of the school year and around it: beginnings, ends, thresholds. */
const DAYS = [
  serialOf(2025, 2, 10),
  serialOf(2025, 6, 30),
  YEAR.first,
  serialOf(2025, 9, 30),
  serialOf(2025, 11, 1),
  serialOf(2025, 11, 2),
  serialOf(2025, 12, 24),
  serialOf(2026, 1, 15),
  serialOf(2026, 2, 25),
  serialOf(2026, 3, 31),
  serialOf(2026, 4, 20),
  serialOf(2026, 5, 12),
  serialOf(2026, 5, 30),
  serialOf(2026, 6, 11),
  YEAR.last,
  serialOf(2026, 9, 3),
];

const day = fc.constantFrom(...DAYS);
const date: fc.Arbitrary<InputCell> = fc.oneof(
  { weight: 6, arbitrary: day.map((serial) => ({ serial })) },
  { weight: 1, arbitrary: day.map((serial) => ({ serial: serial + 0.5 })) },
);
const or = (arbitrary: fc.Arbitrary<InputCell>, ...others: readonly InputCell[]): fc.Arbitrary<InputCell> =>
  fc.oneof({ weight: 3, arbitrary }, { weight: 2, arbitrary: fc.constantFrom(...others) });

const ERROR: InputCell = { formula: 'NA()' };

const teachers = fc.array(
  fc.record({
    ФИО: fc.constantFrom<InputCell>(...NAMES, '', ERROR),
    Образование: fc.constantFrom<InputCell>('ВО', ''),
    Категория: fc.constantFrom<InputCell>(
      'первая',
      'Высшая',
      'соответствие',
      'педагог-методист',
      'без категории',
      'вторая ',
      '',
    ),
    'Дата аттестации': fc.constantFrom<InputCell>(
      { serial: serialOf(2020, 11, 30) },
      { serial: serialOf(2021, 2, 28) },
      { serial: serialOf(2021, 6, 15) },
      { serial: serialOf(2023, 9, 1) },
      { serial: serialOf(2024, 5, 5) },
      '',
      'весной',
    ),
    'Категория действует до': or(date, '', '', '', 'бессрочно'),
    Педагог: fc.constantFrom<InputCell>('', '', 'да', 'нет'),
    'В составе с': or(date, '', '', 'с осени', 0),
    Выбыл: or(date, '', '', '', '', 'весной', ERROR),
  }),
  { minLength: 1, maxLength: 9 },
);

// a number given in words is no key of a row: its line on «Сроки» waits until the number is put right
const meetingNumber = fc.constantFrom<InputCell>(1, 2, 3, 4, 1, 2, 3, '2', '4', 5, '', 40);

const meetings = fc.array(
  fc.record({
    Номер: meetingNumber,
    Дата: or(date, '', 'скоро', { serial: serialOf(2026, 5, 12) }),
    Тема: fc.constant<InputCell>('Тема'),
    'Дата протокола': or(date, '', '', 'завтра'),
  }),
  { minLength: 1, maxLength: 6 },
);

const mark = fc.constantFrom<InputCell>('да', 'да', 'Да', 'нет', '', 'был', ERROR);
const marks = {
  'Заседание 1': mark,
  'Заседание 2': mark,
  'Заседание 3': fc.constantFrom<InputCell>('', '', 'да'),
  'Заседание 4': fc.constant<InputCell>(''),
};
const attendance = fc.uniqueArray(
  fc.record({ ФИО: fc.constantFrom<InputCell>(...NAMES, ...GUESTS), ...marks }),
  { selector: ({ ФИО }) => ФИО, maxLength: 8 },
);

const votes = fc.constantFrom<InputCell>(0, 1, 2, 3, 4, 2, 3, '3', '', 'все', -1, 1.5);
const decisions = fc.array(
  fc.record({
    Заседание: meetingNumber,
    Пункт: fc.constantFrom<InputCell>(1, 2, 3, '1', ''),
    Слушали: fc.constant<InputCell>('о плане'),
    Решили: fc.constantFrom<InputCell>('утвердить', 'утвердить', ''),
    Срок: or(date, '', 'скоро'),
    За: votes,
    Против: votes,
    Воздержались: fc.constantFrom<InputCell>(0, 0, 0, 1, ''),
    'Голос руководителя': fc.constantFrom<InputCell>('', 'за', 'против', 'За', 'воздержался'),
    Исполнено: or(date, '', '', 'да'),
  }),
  { minLength: 1, maxLength: 6 },
);

const EDITS: Readonly<Partial<Record<RuleCode, readonly CellValue[]>>> = {
  quorum: ['', 'более половины членов', ' Более половины членов '],
  majority: [
    '',
    'за больше, чем против',
    'за больше половины присутствующих',
    'за больше половины всех членов',
  ],
  tie: ['', 'решает голос руководителя'],
  meetings: [1, 2, '3', 6],
  'meetings-pace': ['за учебный год', 'в каждом квартале'],
  'report-appendix': ['', 'требуется'],
  'report-day': ['25.05', '20.06'],
  'databank-update': ['', 'ежегодно'],
  'term-years': ['', 1, 2],
  renewal: ['', 2, 3],
  'risk-days': [3, '20', ''],
  'soon-days': [10, 60],
  'decision-soon-days': [1, '30'],
  'pace-soon-days': [10, 90],
  'pace-risk-days': [5, 40],
  'attestation-years': ['', 4],
  'attestation-unlimited-since': ['', serialOf(2022, 1, 1), '01.01.2024'],
  'attestation-risk-days': [30],
  'attestation-soon-days': ['400'],
  'readiness-percent': [1, 100],
  'readiness-soon-days': [20, 100],
  'readiness-risk-days': [10, 70],
};

const edits = fc
  .tuple(
    ...Object.entries(EDITS).map(([code, values]) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...values).map((value) => [code, value] as const) },
      ),
    ),
  )
  .map((chosen): NonNullable<DutyBook['edits']> =>
    Object.fromEntries(chosen.filter((each) => each !== null)),
  );

export interface GeneratedDuties {
  readonly book: DutyBook;
  /** Dates typed into «Выполнено», by how far down «Сроки» they stand. */
  readonly typed: readonly { readonly row: number; readonly date: CellValue }[];
  /** Further days that «Дата расчёта» is moved to. */
  readonly days: readonly number[];
}

export const duties: fc.Arbitrary<GeneratedDuties> = fc
  .record({
    regulation: fc.constantFrom(...REGULATION_IDS),
    today: fc.oneof(
      day,
      fc.constantFrom(...DAYS).map((serial) => serial + 0.4),
    ),
    edits,
    passport: fc.record({
      orderDate: fc.constantFrom<CellValue>('', serialOf(2025, 9, 5), serialOf(2025, 6, 1), 'осенью'),
      databankDate: fc.constantFrom<CellValue>('', serialOf(2025, 10, 1), serialOf(2024, 10, 1), 'осенью'),
    }),
    teachers,
    meetings,
    attendance,
    decisions,
    typed: fc.array(
      fc.record({ row: fc.nat(14), date: fc.oneof(day, day, fc.constantFrom<CellValue>('весной', 0.5)) }),
      { maxLength: 3 },
    ),
    days: fc.uniqueArray(day, { minLength: 2, maxLength: 3 }),
  })
  .map(
    ({ typed, days, teachers: people, meetings: held, attendance: present, decisions: taken, ...rest }) => ({
      typed,
      days,
      book: {
        ...rest,
        schoolYear: '2025/2026',
        tables: [
          inputTable('Педагоги', people),
          inputTable('Заседания', held),
          ...(present.length === 0 ? [] : [inputTable('Посещаемость', present)]),
          inputTable('Решения', taken),
        ],
      },
    }),
  );
