import fc from 'fast-check';
import type { InputCell, InputTable } from '../../src/cli/sample';
import { appendixRows } from '../../src/indicators/appendix';
import { serialOf } from '../../src/register/dates';
import type { TableName } from '../../src/register/tables';
import type { ParameterCode } from '../../src/regulations';

/**
 * Registers as methodists fill them, dirt of every kind included. Every choice lists its clean value first,
 * because shrinking moves to the front: what is left of a failing example is the dirt that matters.
 * Booleans are left out: suites disagree whether TRUE is a number (the `number` check flags it).
 */
export interface GeneratedRegister {
  readonly schoolYear: string;
  /** «Дата расчёта» as a serial number, with the time of day now and then. */
  readonly today: number;
  readonly tables: readonly InputTable[];
  /** What stands in «Ноль подтверждён» of a row of the form. */
  readonly confirmations: readonly { readonly no: string; readonly mark: string }[];
  readonly parameters: Readonly<Record<ParameterCode, string>>;
}

export interface GeneratorOptions {
  /**
   * Numbers in the place of a name in the databank. LibreOffice takes the number 8 for the text "8" there,
   * Excel and the host's engine do not: left out where LibreOffice judges.
   */
  readonly numbersInDatabank: boolean;
}

const FIRST_DAY = serialOf(2025, 9, 1);
const LAST_DAY = serialOf(2026, 8, 31);
const MIDYEAR = serialOf(2026, 3, 12);

const ERROR: InputCell = { formula: 'NA()' };

/** What a cell may hold: as it should be, and as it comes. */
interface Choice {
  readonly clean: readonly InputCell[];
  readonly dirt: readonly InputCell[];
}

const choice = (clean: readonly InputCell[], dirt: readonly InputCell[] = []): Choice => ({ clean, dirt });

const cleanCell = ({ clean }: Choice): fc.Arbitrary<InputCell> => fc.constantFrom(...clean);

/** Clean as often as dirty. */
const anyCell = ({ clean, dirt }: Choice): fc.Arbitrary<InputCell> => {
  const repeats = Math.max(1, Math.round(dirt.length / clean.length));
  return fc.constantFrom(...Array.from({ length: repeats }, () => clean).flat(), ...dirt);
};

const LONGEST_NAME = `Долгоимённая ${'а'.repeat(242)}`;

const PLAIN_NAMES = ['Агеева Анна', 'Фёдорова Ольга', 'Ким Пак', 'Зуева Вера'];
const ODD_NAMES = [
  'Федорова Ольга',
  'АГЕЕВА АННА',
  'агеева анна',
  'Агеева Анна ',
  'Агеева  Анна',
  ' Ким Пак',
  'Ким\u00a0Пак',
  'Ким*',
  'К?м Пак',
  '*',
  '?',
  'Тиль~да',
  'Тиль~~да',
  '~*',
  '~',
  '<>5',
  '=8',
  '>Ася',
  '<=1',
  '8',
  '0',
  '-',
  "О'Нил Ян",
  '"Кавычки"',
  '#Решётка',
  LONGEST_NAME,
];

const nameInDatabank = ({ numbersInDatabank }: GeneratorOptions): Choice =>
  choice(PLAIN_NAMES, [...ODD_NAMES, '', ERROR, ...(numbersInDatabank ? [8, 0] : [])]);

/** A record names people of the databank and others, a number typed as a name included. */
const nameInRecord = choice(PLAIN_NAMES, [...ODD_NAMES, 'Неизвестная Яна', '', 8, ERROR]);

const dayInPeriod: readonly InputCell[] = [{ serial: MIDYEAR }];
const anyDay = choice(dayInPeriod, [
  '',
  '',
  { serial: FIRST_DAY },
  { serial: FIRST_DAY + 0.25 },
  { serial: FIRST_DAY - 0.25 },
  { serial: FIRST_DAY - 1 },
  { serial: LAST_DAY },
  { serial: LAST_DAY + 0.75 },
  { serial: LAST_DAY + 1 },
  { serial: LAST_DAY + 400 },
  { serial: MIDYEAR + 0.5 },
  '12.03.2026',
  'весной',
  ' ',
  0,
  -5,
  1,
  ERROR,
]);

/** A day of joining or leaving, around «Дата расчёта». */
const dayOfMembership = choice(
  [''],
  [
    { serial: FIRST_DAY },
    { serial: MIDYEAR },
    { serial: MIDYEAR + 0.5 },
    { serial: MIDYEAR + 1 },
    { serial: MIDYEAR - 1 },
    { serial: LAST_DAY + 0.5 },
    { serial: LAST_DAY + 1 },
    'с осени',
    '01.09.2025',
    0,
    -5,
    ERROR,
  ],
);

const count = choice([1, 2], ['', '', 0, 7, 1.5, -2, -0.5, '3', 'много', ' ', ERROR]);

/** A value of a list, and how it gets mistyped. */
const listed = (values: readonly string[], dirt: readonly InputCell[] = []): Choice =>
  choice(values, [
    ...values.map((value) => value.toUpperCase()),
    ...values.map((value) => value.charAt(0).toUpperCase() + value.slice(1)),
    ...values.map((value) => `${value} `),
    '',
    'прочее',
    '*',
    'любой',
    5,
    ERROR,
    ...dirt,
  ]);

const level = listed(['муниципальный', 'региональный', 'всероссийский'], ['школьный', 'международный']);
const format = choice(['очно'], ['', 'заочно', 'дистанционно', 'Очно', 'очно ', 'оч*', 'любой', ERROR]);

interface Column {
  readonly header: string;
  readonly cells: Choice;
  /** A register may come without this column; the product adds it blank. */
  readonly optional?: true;
}

const column = (header: string, cells: Choice): Column => ({ header, cells });
const optional = (header: string, cells: Choice): Column => ({
  header,
  cells,
  optional: true,
});

/**
 * A table: clean rows, rows with one spot of dirt, rows of anything, blank rows; its columns perhaps turned
 * round, some absent, one of the user's own before them.
 */
function tableOf(
  name: TableName,
  columns: readonly Column[],
  longest: number,
): fc.Arbitrary<InputTable | null> {
  const clean = fc.tuple(...columns.map(({ cells }) => cleanCell(cells)));
  const anything = fc.tuple(...columns.map(({ cells }) => anyCell(cells)));
  const spotted = fc
    .tuple(clean, fc.nat(columns.length - 1), anything)
    .map(([row, spot, dirt]) => row.map((cell, index) => (index === spot ? (dirt[index] ?? cell) : cell)));
  const blank = fc.constant(columns.map(() => ''));
  const row = fc.oneof(
    { weight: 4, arbitrary: clean },
    { weight: 7, arbitrary: spotted },
    { weight: 3, arbitrary: anything },
    { weight: 1, arbitrary: blank },
  );
  const optionals = columns.filter((each) => each.optional === true).map(({ header }) => header);
  return fc
    .record({
      presence: fc.oneof(
        { weight: 11, arbitrary: fc.constant('present') },
        { weight: 1, arbitrary: fc.constant('absent') },
      ),
      absentColumns: fc.constantFrom<readonly string[]>([], [], [], optionals, optionals.slice(0, 1)),
      order: fc.constantFrom('as declared', 'as declared', 'reversed'),
      foreignColumn: fc.constantFrom(false, false, false, true),
      rows: fc.oneof(
        { weight: 5, arbitrary: fc.array(row, { minLength: Math.ceil(longest / 2), maxLength: longest }) },
        { weight: 2, arbitrary: fc.array(row, { maxLength: 2 }) },
      ),
    })
    .map(({ presence, absentColumns, order, foreignColumn, rows }) => {
      if (presence === 'absent') return null;
      const kept = columns.flatMap(({ header }, index) => (absentColumns.includes(header) ? [] : [index]));
      if (order === 'reversed') kept.reverse();
      const headers = kept.map((index) => columns[index]?.header ?? '');
      const cells = rows.map((each) => kept.map((index) => each[index] ?? ''));
      return foreignColumn
        ? { name, headers: ['Заметки', ...headers], rows: cells.map((each) => ['моё', ...each]) }
        : { name, headers, rows: cells };
    });
}

const mark = choice(['да'], ['нет', '', '', 'Да', 'ДА', 'да ', 'был', 1, ERROR]);
const yesOrNo = choice(['да', 'нет'], ['Да', '', 'иногда', 'да ', '*', 1, ERROR]);

const databank = (options: GeneratorOptions) =>
  tableOf(
    'Педагоги',
    [
      column('ФИО', nameInDatabank(options)),
      column('Организация', choice(['СОШ'])),
      column('Образование', listed(['ВО', 'СПО', 'иное'])),
      column('Категория', listed(['высшая', 'первая', 'соответствие', 'педагог-методист', 'без категории'])),
      column('Профильные классы', yesOrNo),
      optional('Педагог', choice(['', 'да'], ['нет', 'Нет', 'нет ', 5, ERROR])),
      optional('В составе с', dayOfMembership),
      optional('Выбыл', dayOfMembership),
    ],
    9,
  );

const organisations = tableOf(
  'Организации',
  [
    column('Краткое название', choice(['СОШ № 1', 'СОШ № 2'], ['', '*', 7, ERROR])),
    column('Необъективность математика', yesOrNo),
    column('Необъективность русский язык', yesOrNo),
  ],
  5,
);

const courses = tableOf(
  'Курсы',
  [
    column('Педагог', nameInRecord),
    column('Вид', listed(['КПК', 'переподготовка'])),
    column('Тема', choice(['Тема'], ['', ERROR])),
    column('Дата окончания', anyDay),
  ],
  7,
);

const meetings = tableOf(
  'Заседания',
  [
    column('Номер', choice([1, 2, 3, 4], ['1', '2', '5', 5, 6, '', 0, -1, 1.5, 60, 'второе', ERROR])),
    column('Дата', choice(dayInPeriod, [{ serial: LAST_DAY }, { serial: MIDYEAR + 1 }, '', 'скоро', ERROR])),
    column('Тема', choice(['Тема'])),
  ],
  7,
);

const attendance = tableOf(
  'Посещаемость',
  [
    column('ФИО', nameInRecord),
    column('Заседание 1', mark),
    column('Заседание 2', mark),
    optional('Заседание 3', mark),
    optional('Заседание 4', mark),
  ],
  9,
);

const achievements = tableOf(
  'Достижения',
  [
    column('Педагог', nameInRecord),
    column('Мероприятие', choice(['Турнир'], ['', ERROR])),
    column('Вид', listed(['ВсОШ', 'олимпиада', 'конкурс', 'соревнование', 'конференция'], ['всош'])),
    column('Уровень', level),
    column('Формат', format),
    column('Результат', listed(['победитель', 'призёр', 'участник'], ['призер'])),
    optional('Обучающихся', count),
    optional('Дата', anyDay),
  ],
  16,
);

const exams = tableOf(
  'ГИА',
  [
    column('Педагог', nameInRecord),
    column('Экзамен', choice(['ЕГЭ'], ['ОГЭ', 'егэ', 'ЕГЭ ', '', ERROR])),
    column('Предмет', choice(['математика'])),
    column('Высокобалльников', count),
    column('Ниже порога', count),
  ],
  7,
);

const activity = tableOf(
  'Деятельность',
  [
    column('Педагог', nameInRecord),
    column(
      'Вид',
      listed([
        'профессиональный конкурс',
        'представление опыта',
        'публикация',
        'разработка КИМ',
        'организация мероприятия',
      ]),
    ),
    column('Название', choice(['Работа'], ['', ERROR])),
    column('Уровень', level),
    column('Формат', format),
    optional('Результат', listed(['победитель', 'лауреат', 'финалист', 'призёр', 'участник'])),
    optional('Количество', count),
    optional('Дата', anyDay),
  ],
  16,
);

const events = tableOf(
  'Мероприятия',
  [
    column('Название', choice(['Марафон'])),
    optional(
      'Для кого',
      choice(['', 'обучающиеся'], ['педагоги', 'Обучающиеся', 'обучающиеся ', 'все', ERROR]),
    ),
    column(
      'Уровень',
      choice(['муниципальный'], ['Муниципальный', 'региональный', '', 'муниципальный ', ERROR]),
    ),
    column('Дата', anyDay),
    column('Обучающихся', count),
  ],
  7,
);

const CONFIRMABLE = appendixRows(0).flatMap(({ no, zero }) => (zero === 'confirm' ? [no] : []));

const parameters: fc.Arbitrary<GeneratedRegister['parameters']> = fc.record({
  participantResult: fc.constantFrom('участник', 'любой', 'Любой'),
  contestResult: fc.constantFrom('участник', 'любой'),
  testMaterials: fc.constantFrom('материалы', 'педагоги'),
  methodistTitles: fc.constantFrom('да', 'нет', 'Да'),
});

/** Registers with every kind of dirt. */
export const dirtyRegister = (options: GeneratorOptions): fc.Arbitrary<GeneratedRegister> =>
  fc.record({
    schoolYear: fc.constant('2025/2026'),
    today: fc.constantFrom(MIDYEAR, MIDYEAR, MIDYEAR + 0.6, LAST_DAY, LAST_DAY + 90, FIRST_DAY - 1),
    tables: fc
      .tuple(
        databank(options),
        organisations,
        courses,
        meetings,
        attendance,
        achievements,
        exams,
        activity,
        events,
      )
      .map((tables) => tables.filter((table) => table !== null)),
    confirmations: fc.uniqueArray(
      fc.record({
        no: fc.constantFrom(...CONFIRMABLE),
        mark: fc.constantFrom('да', 'Да', 'нет', 'да ', '1'),
      }),
      { selector: ({ no }) => no, maxLength: 12 },
    ),
    parameters,
  });

function drawCell(cell: InputCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell === LONGEST_NAME ? '«имя в 255 знаков»' : JSON.stringify(cell);
  return 'formula' in cell ? `=${cell.formula}` : `день ${cell.serial}`;
}

/** A register in lines a person can read and repeat by hand. */
export function drawRegister(register: GeneratedRegister): string {
  const marks = register.confirmations.map(({ no, mark: word }) => `${no}: «${word}»`).join(', ');
  const tables = register.tables.map(({ name, headers, rows }) =>
    [`${name}: ${headers.join(' | ')}`, ...rows.map((row) => `    ${row.map(drawCell).join(' | ')}`)].join(
      '\n',
    ),
  );
  return [
    `Учебный год ${register.schoolYear}, дата расчёта ${register.today}`,
    `Параметры: ${JSON.stringify(register.parameters)}`,
    `Ноль подтверждён: ${marks === '' ? '—' : marks}`,
    ...tables,
  ].join('\n');
}
