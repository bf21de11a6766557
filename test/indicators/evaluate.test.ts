import fc from 'fast-check';
import { appendixRows } from '../../src/indicators/appendix';
import {
  evaluateIndicators,
  recordAccounts,
  teacherAccounts,
  type IndicatorResult,
} from '../../src/indicators/evaluate';
import type { CellValue } from '../../src/plan/action';
import { serialOf } from '../../src/register/dates';
import { TABLE_NAMES, columnsOf, type TableName } from '../../src/register/tables';
import { IN_YEAR, TODAY, registerOf, tableOf, type RegisterParts, type Rows } from '../register/snapshots';

type Tables = Readonly<Partial<Record<TableName, Rows>>>;

const ANNA = 'Агеева Анна';
const OLGA = 'Фёдорова Ольга';
const KIM = 'Ким Пак';

const TEACHERS: Rows = [
  ['ФИО', 'Образование', 'Категория', 'Профильные классы'],
  [ANNA, 'ВО', 'высшая', 'да'],
  [OLGA, 'СПО', 'первая', 'нет'],
  [KIM, 'ВО', 'соответствие', 'нет'],
];

const all = (tables: Tables, parts?: RegisterParts) => evaluateIndicators(registerOf(tables, parts));

function row(no: string, tables: Tables, parts?: RegisterParts): IndicatorResult {
  const found = all(tables, parts).find((each) => each.no === no);
  if (found === undefined) throw new Error(`Нет строки ${no}`);
  return found;
}

const cells = ({ evidence }: IndicatorResult) => evidence.map(({ sheet, cell }) => `${sheet}!${cell}`);
const reasons = ({ excluded }: IndicatorResult) =>
  excluded.map(({ place, reason }) => `${place.cell} ${reason}`);
const shown = ({ value, state, gaps }: IndicatorResult) => [value, state, gaps];

const WIN = { Вид: 'конкурс', Уровень: 'региональный', Формат: 'очно', Результат: 'победитель' };
const ACHIEVEMENT = {
  Педагог: ANNA,
  Мероприятие: 'Турнир',
  ...WIN,
  Обучающихся: 1,
  Дата: IN_YEAR,
} as const satisfies Readonly<Record<string, CellValue>>;

/** «Достижения» of records that differ from a regional winner of one pupil in what is given. */
const achievements = (...records: readonly Readonly<Record<string, CellValue>>[]): Rows => {
  const headers = Object.keys(ACHIEVEMENT);
  return [
    headers,
    ...records.map((record) => {
      const whole: Readonly<Record<string, CellValue>> = { ...ACHIEVEMENT, ...record };
      return headers.map((header) => whole[header] ?? '');
    }),
  ];
};

const TALK = { Вид: 'представление опыта', Уровень: 'муниципальный', Формат: 'очно' };
const activities = (...records: readonly Readonly<Record<string, CellValue>>[]): Rows => {
  const usual = { Педагог: ANNA, Название: 'Работа', ...TALK, Результат: '', Количество: '', Дата: IN_YEAR };
  const headers = Object.keys(usual);
  return [
    headers,
    ...records.map((record) => {
      const whole: Readonly<Record<string, CellValue>> = { ...usual, ...record };
      return headers.map((header) => whole[header] ?? '');
    }),
  ];
};

const withTeachers = (tables: Tables): Tables => ({ Педагоги: TEACHERS, ...tables });

describe('an empty source is not a zero', () => {
  it('in a workbook without tables every row says so', () => {
    for (const { no, value, state } of all({})) {
      expect(value).toBeNull();
      expect(state).toBe(no === '2' ? 'heading' : /^2\./.test(no) ? 'not-due' : 'missing');
    }
  });

  it('in empty tables every row says so, though Excel keeps one blank row in each', () => {
    const blank = Object.fromEntries(
      TABLE_NAMES.map((table) => [table, [columnsOf(table).map(({ name }) => name)]]),
    );
    expect(all(blank).map(({ value, state }) => [value, state])).toEqual(
      all({}).map(({ value, state }) => [value, state]),
    );
  });

  it('«number»: a number as soon as the table has a row, 0 included', () => {
    expect(shown(row('1.4', { Педагоги: [TEACHERS[0] ?? [], TEACHERS[1] ?? []] }))).toEqual([0, 'value', 0]);
    expect(
      shown(
        row('29', {
          Организации: [
            ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
            ['СОШ № 1', 'нет', 'нет'],
          ],
        }),
      ),
    ).toEqual([0, 'value', 0]);
  });

  it('«confirm»: nothing counted is «нет данных» until «да» is written, and then 0', () => {
    const outside = withTeachers({ Достижения: achievements({ Дата: 1 }) });
    expect(shown(row('14', outside))).toEqual([null, 'missing', 0]);
    expect(shown(row('14', outside, { confirmed: { '14': 'Да' } }))).toEqual([0, 'zero', 0]);
    expect(shown(row('14.1', outside, { confirmed: { '14': 'да' } }))).toEqual([null, 'missing', 0]);
    expect(reasons(row('14', outside, { confirmed: { '14': 'да' } }))).toEqual(['A2 вне отчётного периода']);
  });

  it('«confirm»: «да» does nothing where there are records', () => {
    const counted = withTeachers({ Достижения: achievements({}) });
    expect(shown(row('14', counted, { confirmed: { '14': 'да' } }))).toEqual([1, 'value', 0]);
  });

  it('«да» beside a row of another rule does nothing', () => {
    expect(shown(row('6', {}, { confirmed: { '6': 'да' } }))).toEqual([null, 'missing', 0]);
    expect(shown(row('1', {}, { confirmed: { '1': 'да' } }))).toEqual([null, 'missing', 0]);
  });

  describe('«exam»', () => {
    const exams = (...rows: Rows) =>
      withTeachers({ ГИА: [['Педагог', 'Экзамен', 'Предмет', 'Высокобалльников', 'Ниже порога'], ...rows] });

    it('no ЕГЭ at all is «нет данных»', () => {
      expect(shown(row('6', exams([ANNA, 'ОГЭ', 'математика', 3, 0])))).toEqual([null, 'missing', 0]);
    });

    it('a column empty in every record is «нет данных», while the other is a number', () => {
      const results = exams([ANNA, 'ЕГЭ', 'математика', '', 2]);
      expect(shown(row('6.1', results))).toEqual([null, 'missing', 0]);
      expect(shown(row('7.1', results))).toEqual([2, 'value', 0]);
      expect(reasons(row('6', results))).toEqual(['A2 высокобалльников не указано']);
    });

    it('a zero that was typed is a zero, and no evidence', () => {
      const results = exams([ANNA, 'ЕГЭ', 'математика', 0, 0]);
      expect(shown(row('6', results))).toEqual([0, 'value', 0]);
      expect(cells(row('6', results))).toEqual([]);
    });

    it('counts a teacher of two subjects once, and sums both', () => {
      const results = exams(
        [ANNA, 'ЕГЭ', 'математика', 2, ''],
        [ANNA, 'егэ', 'физика', 1, ''],
        [OLGA, 'ЕГЭ', 'химия', '', ''],
      );
      expect(shown(row('6', results))).toEqual([1, 'partial', 1]);
      expect(shown(row('6.1', results))).toEqual([3, 'partial', 1]);
      expect(cells(row('6', results))).toEqual(['ГИА!A2', 'ГИА!A3']);
    });
  });

  describe('«meeting»', () => {
    const meeting = (date: CellValue, mark: CellValue): Tables =>
      withTeachers({
        Заседания: [
          ['Номер', 'Дата', 'Тема'],
          [1, date, 'т'],
        ],
        Посещаемость: [
          ['ФИО', 'Заседание 1', 'Заседание 2', 'Заседание 3', 'Заседание 4'],
          [ANNA, mark, '', '', ''],
          [OLGA, '', '', '', ''],
        ],
      });

    it('not held yet is «ещё не проводилось», marks or no marks', () => {
      expect(shown(row('2.1', meeting(TODAY + 1, 'да')))).toEqual([null, 'not-due', 0]);
      expect(shown(row('2.2', meeting(TODAY, 'да')))).toEqual([null, 'not-due', 0]);
      expect(shown(row('2.1', meeting('скоро', 'да')))).toEqual([null, 'not-due', 0]);
    });

    it('held today and nobody marked is «нет данных»', () => {
      expect(shown(row('2.1', meeting(TODAY + 0.9, '')))).toEqual([null, 'missing', 0]);
    });

    it('held and marked is the number of «да», with the members not marked as gaps', () => {
      expect(shown(row('2.1', meeting(TODAY, 'да')))).toEqual([1, 'partial', 2]);
      expect(cells(row('2.1', meeting(TODAY, 'да')))).toEqual(['Посещаемость!B2']);
      expect(shown(row('2.1', meeting(TODAY, 'нет')))).toEqual([0, 'partial', 2]);
    });

    it('a mark that is neither «да» nor «нет» is told', () => {
      expect(reasons(row('2.1', meeting(TODAY, 'болел')))).toEqual(['B2 отметка «болел» не «да» и не «нет»']);
    });

    it('without «Дата расчёта» nothing has been held', () => {
      expect(shown(row('2.1', meeting(1, 'да'), { rules: { today: '12.05.2026' } }))).toEqual([
        null,
        'not-due',
        0,
      ]);
    });

    it('counts the «да» of whoever’s row it is, and asks only today’s members for marks', () => {
      const tables: Tables = {
        Педагоги: [
          ['ФИО', 'Образование', 'Категория', 'Профильные классы', 'Выбыл', 'Педагог'],
          [ANNA, 'ВО', 'высшая', 'да', '', ''],
          [OLGA, 'ВО', 'высшая', 'да', TODAY - 30, ''],
          [KIM, 'ВО', 'высшая', 'да', '', 'нет'],
        ],
        Заседания: [
          ['Номер', 'Дата', 'Тема'],
          ['1', TODAY - 60, 'т'],
        ],
        Посещаемость: [
          ['ФИО', 'Заседание 1'],
          [ANNA, 'да'],
          [OLGA, 'Да'],
          ['Гость', 'да'],
          [KIM, ''],
        ],
      };
      expect(shown(row('2.1', tables))).toEqual([3, 'partial', 1]);
    });
  });
});

describe('the members', () => {
  const member = (fields: Readonly<Record<string, CellValue>>): Tables => {
    const usual: Readonly<Record<string, CellValue>> = {
      ФИО: ANNA,
      Образование: 'ВО',
      Категория: 'высшая',
      'Профильные классы': 'да',
      Педагог: '',
      'В составе с': '',
      Выбыл: '',
    };
    const whole = { ...usual, ...fields };
    return { Педагоги: [Object.keys(whole), Object.values(whole)] };
  };

  it.each([
    ['joined today', { 'В составе с': TODAY }, 1],
    ['joins tomorrow', { 'В составе с': TODAY + 1 }, 0],
    ['left today', { Выбыл: TODAY }, 0],
    ['leaves tomorrow', { Выбыл: TODAY + 1 }, 1],
    ['joined on a day written as text', { 'В составе с': '01.09.2030' }, 1],
    ['left on a day written as text', { Выбыл: 'осенью' }, 1],
    ['is no teacher', { Педагог: 'Нет' }, 0],
    ['is a teacher outright', { Педагог: 'да' }, 1],
  ])('one who %s', (_, fields, count) => {
    expect(row('1', member(fields)).value).toBe(count);
  });

  it.each([
    [{ 'В составе с': TODAY + 1 }, 'A2 ещё не в составе'],
    [{ Выбыл: TODAY }, 'A2 выбыл'],
    [{ Педагог: 'нет' }, 'A2 не педагог'],
    [{ Категория: '#N/A' }, 'A2 ошибка в строке'],
  ])('who are not counted say why: %j', (fields, reason) => {
    expect(reasons(row('1', member(fields)))).toEqual([reason]);
    expect(teacherAccounts(registerOf(member(fields)))).toEqual([reason.slice(3)]);
  });

  it('are those at the end of the year, once the year is over', () => {
    const joins = member({ 'В составе с': serialOf(2026, 8, 31) });
    const left = member({ 'В составе с': serialOf(2026, 9, 1) });
    const afterwards = {
      rules: {
        today: serialOf(2026, 10, 5),
        periodBegin: serialOf(2025, 9, 1),
        periodEnd: serialOf(2026, 8, 31),
      },
    };
    expect(row('1', joins, afterwards).value).toBe(1);
    expect(row('1', left, afterwards).value).toBe(0);
  });

  it('whose field is empty or outside its list leave a gap, and are named', () => {
    expect(shown(row('1.3', member({ Категория: '' })))).toEqual([0, 'partial', 1]);
    expect(reasons(row('1.3', member({ Категория: '' })))).toEqual(['A2 нет категории']);
    expect(reasons(row('1.4', member({ Категория: 'Первая!' })))).toEqual([
      'A2 нет категории: «Первая!» не из списка',
    ]);
    expect(shown(row('1.4', member({ Категория: 'ПЕРВАЯ' })))).toEqual([1, 'value', 0]);
    expect(shown(row('5', member({ 'Профильные классы': 'иногда' })))).toEqual([0, 'partial', 1]);
  });

  it('with a value the user has added to its list leave none', () => {
    const list = tableOf('Педагоги', [['Значение'], ['ВО'], ['Магистратура']], { name: 'СписокОбразование' });
    expect(shown(row('1.1', member({ Образование: 'магистратура' }), { further: [list] }))).toEqual([
      0,
      'value',
      0,
    ]);
    expect(shown(row('1.1', member({ Образование: 'магистратура' })))).toEqual([0, 'partial', 1]);
  });

  it('with a methodist’s title count in 1.3 while the parameter says so', () => {
    for (const Категория of ['педагог-методист', 'Педагог-наставник', 'учитель-методист']) {
      expect(row('1.3', member({ Категория })).value).toBe(1);
      expect(row('1.3', member({ Категория }), { rules: { methodistTitles: 'нет' } }).value).toBe(0);
    }
  });

  it('entered twice are two rows of the databank, and one teacher of its records', () => {
    const tables: Tables = {
      Педагоги: [...TEACHERS, [ANNA.toUpperCase(), 'ВО', 'высшая', 'да']],
      Достижения: achievements({ Педагог: ANNA }, { Педагог: ANNA.toLowerCase() }),
    };
    expect(row('1', tables).value).toBe(4);
    expect(row('14', tables).value).toBe(1);
    expect(row('14.1', tables).value).toBe(2);
  });

  it('whose name is an error value are not counted as people, and their row says so', () => {
    const tables: Tables = { Педагоги: [...TEACHERS, ['#N/A', 'ВО', 'высшая', 'да']] };
    expect(row('1', tables).value).toBe(3);
    expect(reasons(row('1', tables))).toEqual(['A5 ошибка в строке']);
  });
});

describe('a record does not count', () => {
  const excluded = (no: string, record: Readonly<Record<string, CellValue>>) =>
    reasons(row(no, withTeachers({ Достижения: achievements(record) })));

  it.each([
    ['без педагога', { Педагог: '' }, 'не указан педагог'],
    ['чужого педагога', { Педагог: 'Неизвестная Яна' }, 'нет в банке данных'],
    ['педагога с пробелом в конце', { Педагог: `${ANNA} ` }, 'нет в банке данных'],
    ['педагога через е', { Педагог: 'Федорова Ольга' }, 'нет в банке данных'],
    ['педагога со звёздочкой', { Педагог: 'Агеева*' }, 'нет в банке данных'],
    ['с датой словами', { Дата: '20.11.2025' }, 'дата не распознана'],
    ['до отчётного периода', { Дата: serialOf(2025, 8, 31) + 0.99 }, 'вне отчётного периода'],
    ['после отчётного периода', { Дата: serialOf(2026, 9, 1) }, 'вне отчётного периода'],
    ['с количеством словами', { Обучающихся: 'двое' }, 'не число'],
    ['с количеством ниже нуля', { Обучающихся: -1 }, 'не число'],
    ['с ошибкой в имени', { Педагог: '#REF!' }, 'ошибка в строке'],
    ['с ошибкой в дате', { Дата: '#VALUE!' }, 'ошибка в строке'],
    ['с ошибкой в формате', { Формат: '#N/A' }, 'ошибка в строке'],
    ['без формата', { Формат: '' }, 'не входит в форму: формат не указан'],
    ['заочная', { Формат: 'заочно' }, 'не входит в форму: заочно'],
    [
      'с пробелом в результате',
      { Результат: 'победитель ' },
      'не входит в форму: конкурс, региональный, победитель ',
    ],
  ])('%s, and says why', (_, record, reason) => {
    expect(excluded('14', record)).toEqual([`A2 ${reason}`]);
  });

  it.each([
    ['призер', 'не входит в форму: конкурс, региональный, призер'],
    ['ПРИЗЁР', undefined],
  ])('when it misses by spelling alone: «%s»', (Результат, reason) => {
    const found = row('15', withTeachers({ Достижения: achievements({ Результат }) }));
    expect(found.value).toBe(reason === undefined ? 1 : null);
    expect(reasons(found)).toEqual(reason === undefined ? [] : [`A2 ${reason}`]);
  });

  it.each([
    ['школьный', 'не входит в форму: школьный'],
    ['Международный', 'не входит в форму: Международный'],
  ])('of the level «%s», and its own account says so', (Уровень, words) => {
    const register = registerOf(withTeachers({ Достижения: achievements({ Уровень }) }));
    expect(recordAccounts('Достижения', register)).toEqual([{ row: 0, words, indicator: 0, first: false }]);
  });

  it('for the first reason of the order: teacher, date, period, number, form', () => {
    const everything = { Педагог: 'Никто', Дата: 'вчера', Обучающихся: 'два', Формат: '' };
    expect(excluded('14', everything)).toEqual(['A2 нет в банке данных']);
    expect(excluded('14', { ...everything, Педагог: ANNA })).toEqual(['A2 дата не распознана']);
    expect(excluded('14', { ...everything, Педагог: ANNA, Дата: IN_YEAR })).toEqual(['A2 не число']);
    expect(excluded('14', { Формат: '' })).toEqual(['A2 не входит в форму: формат не указан']);
  });

  it('without a date in «Курсы», where the date is required', () => {
    const courses = (end: CellValue): Tables =>
      withTeachers({
        Курсы: [
          ['Педагог', 'Вид', 'Тема', 'Дата окончания'],
          [ANNA, 'КПК', 'т', end],
        ],
      });
    expect(reasons(row('3', courses('')))).toEqual(['A2 нет даты']);
    expect(shown(row('3', courses(serialOf(2025, 9, 1))))).toEqual([1, 'value', 0]);
    expect(shown(row('3', courses(serialOf(2026, 8, 31) + 0.999)))).toEqual([1, 'value', 0]);
    expect(shown(row('3', courses(serialOf(2026, 9, 1))))).toEqual([null, 'missing', 0]);
  });
});

describe('a record counts', () => {
  it('of a teacher who has left, though he is no member', () => {
    const tables: Tables = {
      Педагоги: [
        ['ФИО', 'Выбыл'],
        [ANNA, TODAY - 1],
      ],
      Достижения: achievements({}),
    };
    expect(row('1', tables).value).toBe(0);
    expect(row('14', tables).value).toBe(1);
  });

  it('without a date and a number, both assumed and told as gaps', () => {
    const tables = withTeachers({
      Достижения: achievements(
        { Дата: '' },
        { Обучающихся: '', Педагог: OLGA },
        { Дата: '', Обучающихся: '' },
      ),
    });
    expect(shown(row('14', tables))).toEqual([2, 'partial', 2]);
    expect(shown(row('14.1', tables))).toEqual([3, 'partial', 3]);
    expect(cells(row('14', tables))).toEqual(['Достижения!A2', 'Достижения!A3', 'Достижения!A4']);
  });

  it('of ВсОШ whatever stands in «Формат», at every stage from the municipal on', () => {
    const olympiad = (Уровень: string, Результат: string) =>
      withTeachers({ Достижения: achievements({ Вид: 'всош', Уровень, Результат, Формат: 'дистанционно' }) });
    expect(row('8', olympiad('муниципальный', 'победитель')).value).toBe(1);
    expect(row('9', olympiad('региональный', 'победитель')).value).toBe(1);
    expect(row('10', olympiad('региональный', 'призёр')).value).toBe(1);
    expect(row('11', olympiad('всероссийский', 'победитель')).value).toBe(1);
    expect(row('16', olympiad('муниципальный', 'победитель')).value).toBeNull();
  });

  it('with a number that is not summed, whatever that holds', () => {
    const talk = withTeachers({
      Деятельность: activities({ Количество: 'много' }, { Количество: -3 }, { Количество: '#N/A' }),
    });
    expect(shown(row('23', talk))).toEqual([1, 'value', 0]);
    const paper = withTeachers({ Деятельность: activities({ Вид: 'публикация', Количество: 'много' }) });
    expect(reasons(row('26', paper))).toEqual(['A2 не число']);
  });

  it('under names with the signs of wildcards as under any other', () => {
    const odd = ['*', '?', '~', 'Ким*', '<>5', '=8', '"Кавычки"'];
    const tables: Tables = {
      Педагоги: [['ФИО'], ...odd.map((name) => [name])],
      Достижения: achievements(...odd.map((name) => ({ Педагог: name }))),
    };
    expect(row('14', tables).value).toBe(odd.length);
    expect(row('14', { ...tables, Педагоги: [['ФИО'], [ANNA]] }).value).toBeNull();
  });

  it('of events for pupils alone, once, with their date', () => {
    const event = (fields: Readonly<Record<string, CellValue>>): Tables => {
      const whole = {
        Название: 'Марафон',
        Вид: 'конкурс',
        'Для кого': '',
        Уровень: 'муниципальный',
        Дата: IN_YEAR,
        Обучающихся: 40,
        ...fields,
      };
      return { Мероприятия: [Object.keys(whole), Object.values(whole)] };
    };
    expect(shown(row('28.1', event({})))).toEqual([40, 'value', 0]);
    expect(cells(row('28.1', event({})))).toEqual(['Мероприятия!A2']);
    expect(shown(row('28.1', event({ Обучающихся: '' })))).toEqual([0, 'partial', 1]);
    expect(reasons(row('28.1', event({ 'Для кого': 'педагоги' })))).toEqual(['A2 для кого: педагоги']);
    expect(reasons(row('28.1', event({ Дата: '' })))).toEqual(['A2 нет даты']);
    expect(reasons(row('28.1', event({ Дата: 'май' })))).toEqual(['A2 дата не распознана']);
    expect(reasons(row('28.1', event({ Дата: 1 })))).toEqual(['A2 вне отчётного периода']);
    expect(reasons(row('28.1', event({ Обучающихся: 'сорок' })))).toEqual(['A2 не число']);
    expect(reasons(row('28.1', event({ Уровень: 'муниципальный ' })))).toEqual([
      'A2 уровень «муниципальный » не из списка',
    ]);
  });

  it('of organisations marked in either subject, each once', () => {
    const tables: Tables = {
      Организации: [
        ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
        ['СОШ № 1', 'да', 'Да'],
        ['СОШ № 2', 'нет', 'да'],
        ['СОШ № 3', '', 'нет'],
        ['СОШ № 4', 'да', ''],
        ['', 'да', 'да'],
      ],
    };
    expect(shown(row('29', tables))).toEqual([3, 'partial', 2]);
    expect(cells(row('29', tables))).toEqual(['Организации!A2', 'Организации!A3', 'Организации!A5']);
    expect(reasons(row('29', tables))).toEqual(['A4 нет отметки о необъективности']);
  });
});

describe('the parameters', () => {
  const national = (Результат: string, Педагог = ANNA, Вид = 'олимпиада') => ({
    Вид,
    Уровень: 'всероссийский',
    Результат,
    Педагог,
  });

  it('«участник»: row 13 counts participants, and everybody of a conference', () => {
    const tables = withTeachers({
      Достижения: achievements(
        national('победитель'),
        national('участник', OLGA),
        national('победитель', KIM, 'конференция'),
      ),
    });
    expect(row('11', tables).value).toBe(1);
    expect(row('13', tables).value).toBe(2);
  });

  it('«любой»: winners and prize-winners took part as well, each teacher once', () => {
    const tables = withTeachers({
      Достижения: achievements(
        national('победитель'),
        national('призёр'),
        national('участник'),
        national('участник', OLGA),
      ),
    });
    const parts = { rules: { participantResult: 'Любой' } };
    expect(shown(row('13', tables, parts))).toEqual([2, 'value', 0]);
    expect(row('13.1', tables, parts).value).toBe(4);
    expect(cells(row('13', tables, parts))).toEqual(
      ['A2', 'A3', 'A4', 'A5'].map((cell) => `Достижения!${cell}`),
    );
    expect(row('11', tables, parts).value).toBe(1);
    expect(row('12', tables, parts).value).toBe(1);
  });

  it('«любой» of row 20 counts laureates as participants', () => {
    const contest = (Результат: string, Педагог = ANNA) => ({
      Вид: 'профессиональный конкурс',
      Результат,
      Педагог,
    });
    const tables = withTeachers({ Деятельность: activities(contest('лауреат'), contest('участник', OLGA)) });
    expect(row('20', tables).value).toBe(1);
    expect(row('20', tables, { rules: { contestResult: 'любой' } }).value).toBe(2);
    expect(row('19', tables, { rules: { contestResult: 'любой' } }).value).toBe(1);
  });

  it('«педагоги» makes row 27.1 count teachers instead of materials', () => {
    const tables = withTeachers({
      Деятельность: activities(
        { Вид: 'разработка КИМ', Количество: 3 },
        { Вид: 'разработка КИМ', Количество: '' },
      ),
    });
    expect(shown(row('27.1', tables))).toEqual([4, 'partial', 1]);
    expect(shown(row('27.1', tables, { rules: { testMaterials: 'педагоги' } }))).toEqual([1, 'value', 0]);
  });
});

describe('whatever a cell holds', () => {
  const anyCell = fc.oneof(
    fc.constantFrom<CellValue>(
      '',
      'да',
      'нет',
      ANNA,
      '#N/A',
      'ЕГЭ',
      'ВсОШ',
      'победитель',
      'очно',
      'муниципальный',
    ),
    fc.constantFrom<CellValue>(0, 1, -1, 1.5, IN_YEAR, TODAY, 1e15, true, false, '*', ' '),
    fc.string({ maxLength: 5 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const anyTable = (table: TableName) => {
    const headers = columnsOf(table).map(({ name }) => name);
    const body = fc.array(fc.array(anyCell, { minLength: headers.length, maxLength: headers.length }), {
      maxLength: 5,
    });
    return body.map((rows): readonly [TableName, Rows] => [table, [headers, ...rows]]);
  };
  const anyTables = fc
    .tuple(...TABLE_NAMES.map(anyTable))
    .map((tables): Tables => Object.fromEntries(tables));

  it('every row is answered: a number is never without its state, a gap never without «partial»', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const rows = all(tables);
        expect(rows.map(({ no }) => no)).toEqual(
          appendixRows(registerOf(tables).meetings).map(({ no }) => no),
        );
        for (const { value, state, gaps, evidence } of rows) {
          expect(value !== null).toBe(state === 'value' || state === 'zero' || state === 'partial');
          expect(gaps > 0).toBe(state === 'partial');
          if (value !== null && value > 0) expect(evidence.length).toBeGreaterThan(0);
          const places = evidence.map(({ sheet, cell }) => `${sheet}!${cell}`);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the rows of a table changes no number', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const turned: Tables = Object.fromEntries(
          Object.entries(tables).map(([name, [headers = [], ...rows]]) => [
            name,
            [headers, ...rows.reverse()],
          ]),
        );
        const numbers = (of: Tables) =>
          all(of).map(({ no, state, value }) => [no, state, value?.toPrecision(9)]);
        expect(numbers(turned)).toEqual(numbers(tables));
      }),
      { numRuns: 40 },
    );
  });
});
