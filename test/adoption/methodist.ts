import fc from 'fast-check';
import type { SourceCell, SourceSheet } from '../../src/adoption';
import { fieldDefinition, type Field } from '../../src/adoption/dictionary';
import type { CellValue } from '../../src/plan/action';
import { columnLetters, type Area } from '../../src/register/addresses';
import { dayOf, serialOf, shownDate } from '../../src/register/dates';
import type { Row } from '../control/registerOf';

/**
 * Workbooks as methodists keep them: a register told under headers of the dictionary, in any order of columns, with
 * titles, sections, line numbers, empty rows and totals around it, and every value in one of its spellings.
 */
export interface MethodistBook {
  readonly sheets: readonly SourceSheet[];
  /** What the register is to hold, each row without its empty cells. */
  readonly teachers: readonly Row[];
  readonly achievements: readonly Row[];
  readonly courses: readonly Row[];
  readonly attendance: readonly Row[];
  readonly meetings: readonly Row[];
}

/** A value of the register and the ways it is written. */
type Spelling = readonly [value: CellValue, written: fc.Arbitrary<CellValue>];

const spelled = (value: CellValue, ...written: readonly CellValue[]): Spelling => [
  value,
  fc.constantFrom(...written),
];

const EDUCATION: readonly Spelling[] = [
  spelled('ВО', 'ВО', 'высшее', 'Высшее профессиональное', 'магистр', 'высшее, ТГПУ, 1998'),
  spelled('СПО', 'СПО', 'среднее специальное', 'ср.-спец.', 'среднее профессиональное'),
];
const CATEGORY: readonly Spelling[] = [
  spelled('высшая', 'высшая', 'ВКК', 'в/к', 'Высшая кв. категория'),
  spelled('первая', 'первая', '1', 'I категория', '1 кв.кат.', '1 КК'),
  spelled('соответствие', 'СЗД', 'соотв.', 'соответствие занимаемой должности'),
  spelled('без категории', 'б/к', 'без категории', 'нет'),
];
const LEVEL: readonly Spelling[] = [
  spelled('муниципальный', 'муниципальный', 'районный', 'муниципальный этап', 'Городской'),
  spelled('региональный', 'региональный', 'областной', 'краевой'),
  spelled('всероссийский', 'всероссийский', 'Федеральный', 'заключительный этап'),
  spelled('международный', 'международный'),
];
const FORMAT: readonly Spelling[] = [
  spelled('очно', 'очно', 'очная'),
  spelled('заочно', 'заочная', 'Заочно'),
  spelled('дистанционно', 'дистанционная', 'онлайн', 'дистант'),
];
const RESULT: readonly Spelling[] = [
  spelled('победитель', 'победитель', '1 место', 'диплом I степени', 'Гран-при'),
  spelled('призёр', 'призёр', 'призер', '2 место', 'диплом III степени'),
  spelled('участник', 'участник', 'сертификат участника', 'участие'),
];
const MARK: readonly Spelling[] = [
  spelled('да', 'да', '+', '1', '✓', 'был'),
  spelled('нет', 'нет', '-', 'н', 'нб', 'б/л'),
];

const one = (spellings: readonly Spelling[]): fc.Arbitrary<Cell> =>
  fc
    .constantFrom(...spellings)
    .chain(([value, written]) => written.map((shown): Cell => ({ value, shown: { value: shown } })));

interface Shown {
  readonly value: CellValue;
  readonly format?: string;
}

interface Cell {
  readonly value: CellValue;
  readonly shown: Shown;
}

const same = (value: CellValue): Cell => ({ value, shown: { value } });

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

const aDay = (first: number, last: number): fc.Arbitrary<Cell> =>
  fc.integer({ min: first, max: last }).chain((serial) => {
    const { year, month, day } = dayOf(serial);
    return fc
      .constantFrom<Shown>(
        { value: serial, format: 'dd.mm.yyyy' },
        { value: shownDate(serial) },
        { value: `${shownDate(serial)}г.` },
        { value: `${String(day)} ${MONTHS[month - 1] ?? ''} ${String(year)} г.` },
      )
      .map((shown): Cell => ({ value: serial, shown }));
  });

const years: fc.Arbitrary<Cell> = fc
  .integer({ min: 1, max: 45 })
  .chain((value) =>
    fc
      .constantFrom<CellValue>(value, String(value), `${String(value)} лет`, `${String(value)}лет`)
      .map((shown): Cell => ({ value, shown: { value: shown } })),
  );
const count: fc.Arbitrary<Cell> = fc
  .integer({ min: 1, max: 30 })
  .chain((value) =>
    fc
      .constantFrom<CellValue>(value, String(value), `${String(value)} чел.`)
      .map((shown): Cell => ({ value, shown: { value: shown } })),
  );
const words = (...texts: readonly string[]): fc.Arbitrary<Cell> => fc.constantFrom(...texts).map(same);

const SURNAMES = [
  'Иванова',
  'Петрова',
  'Ким',
  'Белозёрова',
  'Громова',
  'Зотова',
  'Жаркова',
  'Лапко',
  'Савко',
  'Орлова',
  'Римская-Корсакова',
  'Ли',
];
const GIVEN = ['Анна Петровна', 'Вера Ильинична', 'Ольга Игоревна', 'Нина Павловна', 'Яна Львовна'];
const SCHOOLS: readonly Spelling[] = [
  spelled('СОШ № 2', 'МБОУ «СОШ № 2»', 'МБОУ "СОШ №2"', 'СОШ № 2'),
  spelled('СОШ № 12', 'МБОУ «СОШ № 12»', 'МБОУ СОШ №12'),
  spelled('Гимназия № 2', 'МАОУ «Гимназия № 2»', 'МАОУ Гимназия №2'),
];

const names = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN))
    .map(([surname, given]) => `${surname} ${given}`),
  {
    minLength: 1,
    maxLength: 6,
  },
);

// ---------------------------------------------------------------------------------------------------------
// tables

interface Column {
  readonly field: Field;
  readonly name: string;
  readonly cell: fc.Arbitrary<Cell>;
  /** Chance of being there at all. */
  readonly isKey?: true;
}

const DATABANK: readonly Column[] = [
  { field: 'birth', name: 'Дата рождения', cell: aDay(serialOf(1955, 1, 1), serialOf(2000, 1, 1)) },
  { field: 'post', name: 'Должность', cell: words('учитель', 'учитель математики', 'заместитель директора') },
  { field: 'subject', name: 'Предмет', cell: words('математика', 'физика, информатика') },
  { field: 'education', name: 'Образование', cell: one(EDUCATION), isKey: true },
  { field: 'speciality', name: 'Специальность', cell: words('учитель математики', 'инженер') },
  { field: 'totalExperience', name: 'Общий стаж', cell: years },
  { field: 'teachingExperience', name: 'Педагогический стаж', cell: years },
  { field: 'category', name: 'Категория', cell: one(CATEGORY), isKey: true },
  { field: 'categoryDate', name: 'Дата аттестации', cell: aDay(serialOf(2019, 1, 1), serialOf(2026, 1, 1)) },
  {
    field: 'selfEducation',
    name: 'Тема самообразования',
    cell: words('ИКТ на уроках', 'Задачи с параметром'),
  },
];

const EVENTS: readonly Column[] = [
  {
    field: 'event',
    name: 'Мероприятие',
    cell: words('Конкурс «Кенгуру»', 'Конкурс чтецов', 'Конкурс «Старт», 2 тур'),
    isKey: true,
  },
  { field: 'level', name: 'Уровень', cell: one(LEVEL), isKey: true },
  { field: 'format', name: 'Формат', cell: one(FORMAT) },
  { field: 'result', name: 'Результат', cell: one(RESULT), isKey: true },
  { field: 'count', name: 'Обучающихся', cell: count },
  { field: 'date', name: 'Дата', cell: aDay(serialOf(2025, 9, 1), serialOf(2026, 5, 1)) },
];

const COURSES: readonly Column[] = [
  {
    field: 'courseTopic',
    name: 'Тема',
    cell: words('ФГОС ООО', 'Функциональная грамотность', 'ИКТ'),
    isKey: true,
  },
  { field: 'coursePlace', name: 'Где пройдены', cell: words('ТОИПКРО', 'ООО «Инфоурок»') },
  {
    field: 'courseHours',
    name: 'Часы',
    cell: fc
      .constantFrom(36, 72)
      .chain((value) =>
        fc
          .constantFrom<CellValue>(value, `${String(value)} ч.`, `${String(value)} часа`)
          .map((shown) => ({ value, shown: { value: shown } })),
      ),
    isKey: true,
  },
  { field: 'courseDate', name: 'Дата окончания', cell: aDay(serialOf(2021, 1, 1), serialOf(2026, 1, 1)) },
];

/** Phrases that mean something of their own only beside others are not what a table could be told by. */
const TOO_GENERAL = new Set([
  'статус', 'место', 'диплом', 'награда', 'степень', 'итог', 'итоги', 'вид', 'форма', 'формат', 'тема', 'тематика', 'программа', 'дата', 'год', 'месяц', 'число', 'срок', 'сроки', 'когда', 'объем', 'часы', 'часов', 'присвоена', 'этап', 'последние курсы',
  'публикация', 'выступление', 'название публикации', 'название работы', 'название материала', 'название разработки', 'название семинара', 'достижение', 'достижения',
  'учитель, подготовивший победителя', 'педагог, подготовивший участника', 'подготовил', 'фио наставника', 'срок проведения', 'сроки проведения', 'количество', 'охват', 'срок действия', 'аттестация', 'наставник',
]); // prettier-ignore

const headerOf = (field: Field): fc.Arbitrary<string> =>
  fc
    .constantFrom(...fieldDefinition(field).phrases.filter((phrase) => !TOO_GENERAL.has(phrase)))
    .chain((phrase) =>
      fc.constantFrom(
        phrase,
        phrase.toUpperCase(),
        `${phrase} *`,
        phrase.replace(/ /, '  '),
        phrase.replace(/ /, '\n'),
        `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}:`,
      ),
    );

/** A table as it is to be drawn: headers and cells in one order. */
interface Drawing {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (Shown | null)[])[];
  /** A heading over each stretch of rows that share it; "" for none. */
  readonly sections: readonly string[];
}

interface Told {
  readonly drawing: Drawing;
  readonly rows: readonly Row[];
}

/** The columns chosen, shuffled; the name first among them wherever it falls. */
function tell(
  columns: readonly Column[],
  people: readonly string[],
  who: string,
  sections: readonly (readonly [CellValue, string])[],
): fc.Arbitrary<Told> {
  return fc
    .record({
      chosen: fc.tuple(...columns.map(({ isKey }) => (isKey === true ? fc.constant(true) : fc.boolean()))),
      gaps: fc.array(fc.integer({ min: 0, max: 5 }), {
        minLength: people.length * columns.length,
        maxLength: people.length * columns.length,
      }),
      order: fc.shuffledSubarray([...columns.map((_, index) => index), -1], {
        minLength: columns.length + 1,
      }),
      name: headerOf('name'),
    })
    .chain(({ chosen, gaps, order, name }) => {
      const used = columns.filter((_, index) => chosen[index] === true);
      return fc
        .record({
          headers: fc.tuple(...used.map(({ field }) => headerOf(field))),
          cells: fc.tuple(...people.map(() => fc.tuple(...used.map(({ cell }) => cell)))),
        })
        .map(({ headers, cells }): Told => {
          const slots = order
            .map((index) => (index < 0 ? -1 : used.findIndex((column) => column === columns[index])))
            .filter((slot, at) => slot >= 0 || order[at] === -1);
          const isBlank = (row: number, slot: number): boolean =>
            used[slot]?.isKey !== true && gaps[row * columns.length + slot] === 0;
          return {
            drawing: {
              headers: slots.map((slot) => (slot < 0 ? name : (headers[slot] ?? ''))),
              rows: people.map((person, row) =>
                slots.map((slot) =>
                  slot < 0
                    ? { value: person }
                    : isBlank(row, slot)
                      ? null
                      : (cells[row]?.[slot]?.shown ?? null),
                ),
              ),
              sections: sections.map(([, shown]) => shown),
            },
            rows: people.map((person, row): Row => ({
              [who]: person,
              ...(sections[row] === undefined || sections[row][0] === ''
                ? {}
                : { Организация: sections[row][0] }),
              ...Object.fromEntries(
                used.flatMap(({ name: column }, slot) =>
                  isBlank(row, slot) ? [] : [[column, cells[row]?.[slot]?.value ?? '']],
                ),
              ),
            })),
          };
        });
    });
}

// ---------------------------------------------------------------------------------------------------------
// drawing

interface Style {
  readonly top: number;
  readonly left: number;
  readonly titles: readonly string[];
  readonly numbered: boolean;
  readonly columnNumbers: boolean;
  readonly blankRows: boolean;
  readonly total: boolean;
  readonly mergeSections: boolean;
}

const style = (titles: readonly string[]): fc.Arbitrary<Style> =>
  fc.record({
    top: fc.integer({ min: 1, max: 3 }),
    left: fc.integer({ min: 1, max: 4 }),
    titles: fc.subarray([...titles]),
    numbered: fc.boolean(),
    columnNumbers: fc.boolean(),
    blankRows: fc.boolean(),
    total: fc.boolean(),
    mergeSections: fc.boolean(),
  });

function draw(name: string, { headers, rows, sections }: Drawing, look: Style, title: string): SourceSheet {
  const cells: SourceCell[] = [];
  const merges: Area[] = [];
  const { left } = look;
  const first = left + (look.numbered ? 1 : 0);
  const right = first + headers.length - 1;
  let row = look.top;
  const put = (column: number, shown: Shown | null): void => {
    if (shown !== null) cells.push({ row, column, ...shown });
  };
  for (const text of [...look.titles, title].filter((each) => each !== '')) {
    put(left, { value: text });
    merges.push({ top: row, left, bottom: row, right });
    row += 1;
  }
  if (look.numbered) put(left, { value: '№ п/п' });
  headers.forEach((header, index) => {
    put(first + index, { value: header });
  });
  row += 1;
  if (look.columnNumbers) {
    for (let column = left; column <= right; column += 1) put(column, { value: column - left + 1 });
    row += 1;
  }
  let above = '';
  rows.forEach((values, index) => {
    const section = sections[index] ?? '';
    if (section !== '' && section !== above) {
      if (look.blankRows && index > 0) row += 1;
      put(left, { value: section });
      if (look.mergeSections) merges.push({ top: row, left, bottom: row, right });
      above = section;
      row += 1;
    }
    if (look.numbered) put(left, { value: index + 1 });
    values.forEach((shown, at) => {
      put(first + at, shown);
    });
    row += 1;
  });
  if (look.total) {
    put(left, { value: 'ИТОГО:' });
    put(right, { value: rows.length });
  }
  return { file: 'Методист.xlsx', name, cells, merges };
}

// ---------------------------------------------------------------------------------------------------------
// the book

const grouped = (count: number): fc.Arbitrary<readonly (readonly [CellValue, string])[]> =>
  fc
    .boolean()
    .chain((isGrouped) =>
      isGrouped
        ? fc
            .array(fc.nat(SCHOOLS.length - 1), { minLength: count, maxLength: count })
            .chain((numbers) =>
              fc
                .tuple(...SCHOOLS.map(([, written]) => written))
                .map((written) =>
                  [...numbers]
                    .sort((one, other) => one - other)
                    .map((number) => [SCHOOLS[number]?.[0] ?? '', String(written[number] ?? '')] as const),
                ),
            )
        : fc.constant(Array.from({ length: count }, () => ['', ''] as const)),
    );

interface Attendance {
  readonly sheet: SourceSheet;
  readonly attendance: readonly Row[];
  readonly meetings: readonly Row[];
}

const attendanceOf = (people: readonly string[]): fc.Arbitrary<Attendance> =>
  fc
    .uniqueArray(aDay(serialOf(2025, 9, 1), serialOf(2026, 6, 1)), {
      minLength: 1,
      maxLength: 5,
      selector: ({ value }) => value,
    })
    .chain((days) =>
      fc
        .record({
          look: style(['Посещаемость заседаний']),
          marks: fc.tuple(
            ...people.map(() => fc.tuple(...days.map(() => fc.option(one(MARK), { freq: 4, nil: null })))),
          ),
          name: headerOf('name'),
        })
        .map(({ look, marks, name }): Attendance => {
          const sorted = [...days].map(({ value }) => Number(value)).sort((left, right) => left - right);
          const numberOf = (value: CellValue): number => sorted.indexOf(Number(value)) + 1;
          // a day in words is no heading of a matrix
          const heads = days.map(({ value, shown }): Shown =>
            typeof shown.value === 'string' && shown.value.includes(' ')
              ? { value: shownDate(Number(value)) }
              : shown,
          );
          const drawn = draw(
            'Явка',
            {
              headers: [name, ...heads.map(() => '')],
              rows: people.map((person, row) => [
                { value: person },
                ...(marks[row] ?? []).map((mark) => mark?.shown ?? null),
              ]),
              sections: [],
            },
            { ...look, columnNumbers: false, total: false },
            '',
          );
          const header = drawn.cells.find(({ value }) => value === name);
          const sheet: SourceSheet = {
            ...drawn,
            cells: [
              ...drawn.cells.filter(({ value }) => value !== ''),
              ...heads.map((head, index): SourceCell => ({
                row: header?.row ?? 1,
                column: (header?.column ?? 1) + 1 + index,
                ...head,
              })),
            ],
          };
          return {
            sheet,
            attendance: people.flatMap((person, row): Row[] => {
              const said = days.flatMap(({ value }, at) => {
                const mark = marks[row]?.[at];
                return mark === null || mark === undefined
                  ? []
                  : [[`Заседание ${String(numberOf(value))}`, mark.value] as const];
              });
              return said.length === 0 ? [] : [{ ФИО: person, ...Object.fromEntries(said) }];
            }),
            meetings: sorted.map((serial, index): Row => ({ Номер: index + 1, Дата: serial })),
          };
        }),
    );

export const methodistBook: fc.Arbitrary<MethodistBook> = names
  .chain((people) =>
    fc.record({
      people: fc.constant(people),
      teachers: grouped(people.length).chain((sections) => tell(DATABANK, people, 'ФИО', sections)),
      events: tell(EVENTS, people, 'Педагог', []),
      courses: tell(COURSES, people, 'Педагог', []),
      attendance: attendanceOf(people),
      looks: fc.tuple(
        style(['БАНК ДАННЫХ', 'педагогов РМО', 'на 01.10.2025 г.']),
        style(['Всего записей: 12', 'За период 2025-2026 учебного года']),
        style(['Утверждаю']),
      ),
    }),
  )
  .map(({ teachers, events, courses, attendance, looks }): MethodistBook => ({
    sheets: [
      draw('База', teachers.drawing, looks[0], ''),
      draw('Лист2', events.drawing, looks[1], 'ДОСТИЖЕНИЯ ДЕТЕЙ'),
      draw('Лист3', courses.drawing, looks[2], ''),
      attendance.sheet,
    ],
    teachers: teachers.rows,
    achievements: events.rows.map((row) => ({ ...row, Вид: 'конкурс' })),
    courses: courses.rows.map((row) => ({ ...row, Вид: 'КПК' })),
    attendance: attendance.attendance,
    meetings: attendance.meetings,
  }));

/** For a failing example: the sheets as rows of text. */
export const drawnText = ({ sheets }: MethodistBook): string =>
  sheets
    .map(
      ({ name, cells }) =>
        `${name}: ${cells.map(({ row, column, value }) => `${columnLetters(column)}${String(row)}=${String(value)}`).join(' | ')}`,
    )
    .join('\n');
