import type { CellValue } from '../../../src/plan/action';
import {
  ACHIEVEMENT,
  CLEAN,
  COURSE,
  EVENT,
  EXAM,
  TEACHER,
  cellsOf,
  day,
  found,
  type BookOptions,
  type Row,
} from '../registerOf';

const teacher = (changes: Row) => ({ ...CLEAN, Педагоги: [{ ...TEACHER, ...changes }] });
const achievement = (changes: Row) => ({ ...CLEAN, Достижения: [{ ...ACHIEVEMENT, ...changes }] });

const passport = (cells: Readonly<Record<number, CellValue>>): BookOptions => ({
  sheets: [
    {
      name: 'Паспорт',
      cells: Array.from({ length: 17 }, (_, row) => [
        row === 0 ? 'Паспорт методического объединения' : '',
        cells[row + 1] ?? 'есть',
      ]),
    },
  ],
});

describe('required', () => {
  it('names the empty cell of a started row', () => {
    const issues = found('required', teacher({ Категория: '' }));
    expect(issues).toEqual([
      expect.objectContaining({
        severity: 'error',
        sheet: 'Банк данных',
        table: 'Педагоги',
        cell: 'J2',
        subject: 'Иванова Анна Петровна',
        column: 'Категория',
      }),
    ]);
  });

  it('takes nothing but spaces for empty', () => {
    expect(cellsOf('required', teacher({ Категория: ' \u00a0' }))).toEqual(['Банк данных!J2']);
  });

  it('asks nothing of a row nobody has begun', () => {
    const blank = Object.fromEntries(Object.keys(TEACHER).map((column) => [column, '']));
    expect(found('required', { ...CLEAN, Педагоги: [TEACHER, blank] })).toEqual([]);
  });

  it('asks no category of a member who is not a teacher', () => {
    expect(found('required', teacher({ Категория: '', Образование: '', Педагог: 'нет' }))).toEqual([]);
  });

  it('leaves consent to its own check', () => {
    expect(found('required', teacher({ 'Согласие на обработку данных': '' }))).toEqual([]);
  });

  it('asks for pupils only of their own events', () => {
    const event = (audience: string) => ({
      ...CLEAN,
      Мероприятия: [{ ...EVENT, 'Для кого': audience, Обучающихся: '' }],
    });
    expect(cellsOf('required', event(''))).toEqual(['Мероприятия!F2']);
    expect(found('required', event('педагоги'))).toEqual([]);
  });

  it('asks for what the passport needs, the order’s date where a term runs', () => {
    const cells = { 4: '', 16: '' };
    expect(cellsOf('required', CLEAN, passport(cells))).toEqual(['Паспорт!B4']);
    expect(cellsOf('required', CLEAN, { ...passport(cells), regulation: 'tersky' })).toEqual([
      'Паспорт!B4',
      'Паспорт!B16',
    ]);
  });
});

describe('enum', () => {
  it('offers the nearest value of the list', () => {
    const [issue] = found('enum', teacher({ Категория: 'Высшая кв. категория' }));
    expect(issue).toMatchObject({
      severity: 'error',
      cell: 'J2',
      typed: 'Высшая кв. категория',
      nearest: 'высшая',
      fix: {
        kind: 'list value',
        changes: [{ sheet: 'Банк данных', cell: 'J2', old: 'Высшая кв. категория', new: 'высшая' }],
      },
    });
  });

  it.each([
    ['победителъ', 'победитель'],
    ['призер', 'призёр'],
    ['участник ', 'участник'],
    ['Участ.', 'участник'],
  ])('%s is nearest to %s', (typed, nearest) => {
    expect(found('enum', achievement({ Результат: typed }))).toMatchObject([{ nearest }]);
  });

  it('offers nothing where nothing is near', () => {
    const [issue] = found('enum', achievement({ Результат: 'лауреат' }));
    expect(issue).toMatchObject({ nearest: null });
    expect(issue).not.toHaveProperty('fix');
  });

  it('does not take one abbreviation for another', () => {
    expect(found('enum', teacher({ Образование: 'ВПО' }))).toMatchObject([{ nearest: null }]);
    expect(found('enum', { ...CLEAN, ГИА: [{ ...EXAM, Экзамен: 'ЕГО' }] })).toMatchObject([
      { nearest: null },
    ]);
  });

  it('folds letter case as formulas do', () => {
    expect(found('enum', achievement({ Результат: 'Победитель' }))).toEqual([]);
  });

  it('is a warning where nothing counts the column', () => {
    expect(found('enum', teacher({ Статус: 'новичок' }))).toMatchObject([{ severity: 'warning' }]);
    expect(found('enum', teacher({ Наставник: 'Кузьмина О. И.' }))).toMatchObject([{ severity: 'warning' }]);
  });

  it('knows the marks of attendance', () => {
    const marks = { ...CLEAN, Посещаемость: [{ ФИО: 'Иванова Анна Петровна', 'Заседание 1': 'был' }] };
    expect(cellsOf('enum', marks)).toEqual(['Посещаемость!B2']);
  });

  it('knows the categories of the regulation', () => {
    const methodist = teacher({ Категория: 'учитель-методист' });
    expect(found('enum', methodist)).toHaveLength(1);
    expect(found('enum', methodist, { regulation: 'oshmyany' })).toEqual([]);
  });
});

describe('date', () => {
  it.each([
    ['весной', 'not a date'],
    ['12.03.2026', 'not a date'],
    ['31.02.2026', 'no such day'],
    [true, 'not a date'],
    ['#N/A', 'not a date'],
    [5, 'impossible year'],
    [-5, 'impossible year'],
    [day(2205, 1, 1), 'impossible year'],
    [day(2026, 5, 13), 'future'],
  ])('%s is %s', (typed, trouble) => {
    expect(found('date', achievement({ Дата: typed }))).toMatchObject([{ typed, trouble, cell: 'H2' }]);
  });

  it.each([[day(2026, 5, 12)], [day(2026, 5, 12) + 0.7], [''], [day(2024, 1, 1)]])(
    '%s is a date',
    (typed) => {
      expect(found('date', achievement({ Дата: typed }))).toEqual([]);
    },
  );

  it('looks at the age a birth date gives', () => {
    const born = (birth: number) =>
      found('date', teacher({ 'Дата рождения': birth, 'Общий стаж': 0, 'Педагогический стаж': 0 }));
    expect(born(day(2008, 5, 13))).toMatchObject([{ trouble: 'age' }]);
    expect(born(day(2008, 5, 12))).toEqual([]);
    expect(born(day(1935, 5, 12))).toMatchObject([{ trouble: 'age' }]);
    expect(born(day(1936, 5, 12))).toEqual([]);
  });

  it('lets a meeting and a leaving lie ahead', () => {
    const ahead = {
      ...teacher({ Выбыл: day(2027, 1, 1) }),
      Заседания: [{ Номер: 1, Дата: day(2026, 5, 28), Тема: 'Итоги' }],
    };
    expect(found('date', ahead)).toEqual([]);
  });
});

describe('number', () => {
  it.each([
    ['3 чел.', 'not a number'],
    ['3', 'not a number'],
    [true, 'not a number'],
    [-1, 'negative'],
    [1.5, 'not whole'],
  ])('%s is %s', (typed, trouble) => {
    expect(found('number', achievement({ Обучающихся: typed }))).toMatchObject([
      { typed, trouble, cell: 'G2' },
    ]);
  });

  it('lets an average have a fraction and a count be zero', () => {
    expect(found('number', { ...CLEAN, ГИА: [{ ...EXAM, 'Средний балл': 61.4, 'Ниже порога': 0 }] })).toEqual(
      [],
    );
  });

  it('sees experience that age or the total does not allow', () => {
    // 46 years old: 30 years of work at most
    expect(found('number', teacher({ 'Общий стаж': 31 }))).toMatchObject([
      { trouble: 'more than the age allows' },
    ]);
    expect(found('number', teacher({ 'Общий стаж': 30 }))).toEqual([]);
    expect(found('number', teacher({ 'Общий стаж': 17 }))).toMatchObject([
      { trouble: 'less than teaching experience' },
    ]);
    expect(found('number', teacher({ 'Общий стаж': 18 }))).toEqual([]);
  });

  it('sees hours nobody could have studied', () => {
    expect(found('number', { ...CLEAN, Курсы: [{ ...COURSE, Часы: 3001 }] })).toMatchObject([
      { trouble: 'too many hours' },
    ]);
    expect(found('number', { ...CLEAN, Курсы: [{ ...COURSE, Часы: 3000 }] })).toEqual([]);
  });
});

describe('injection', () => {
  it.each(['=1+1', '+7 913 000', '-2 чел.', '@СУММ(A1)'])('%s would run as a formula', (typed) => {
    expect(found('injection', achievement({ Мероприятие: typed }))).toMatchObject([
      { severity: 'warning', typed },
    ]);
  });

  it.each(['-', '—', 'a=b', ''])('%s would not', (typed) => {
    expect(found('injection', achievement({ Документ: typed }))).toEqual([]);
  });
});

describe('rule', () => {
  it('says which value of «Правила» cannot be applied', () => {
    const rules = (value: CellValue) => ({
      ...CLEAN,
      Правила: [{ Код: 'size', Правило: 'Членов', Значение: value, 'Пункт положения': 'п. 1' }],
    });
    expect(found('rule', rules('много'))).toMatchObject([
      { severity: 'error', sheet: 'Правила', cell: 'C2' },
    ]);
    expect(found('rule', rules(2))).toEqual([]);
  });
});
