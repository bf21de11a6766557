import { serialOf } from '../../src/register/dates';
import {
  anchoredSheet,
  cellAt,
  countMeetings,
  parseRegister,
  passportCell,
  readPassport,
  sheetOfReference,
} from '../../src/register/parse';
import { placeOf, valueAt } from '../../src/register/register';
import { PASSPORT_FIRST_ROW, passportRow } from '../../src/register/fixedCells';
import { TODAY, appendixOf, registerOf, rulesOf, sheetOf, tableOf, workbookOf } from './snapshots';

const passportSheet = (values: Readonly<Record<number, string | number>>, name = 'Паспорт') =>
  sheetOf(
    name,
    Array.from({ length: 17 }, (_, index) => {
      const row = index + 1;
      if (row === 1) return ['Паспорт методического объединения', ''];
      return [row < PASSPORT_FIRST_ROW ? '' : 'поле', values[row] ?? ''];
    }),
  );

describe('the rows of a register', () => {
  it('are kept as they were typed, each with its cell', () => {
    const { tables } = registerOf({
      Курсы: [
        ['Заметки', 'Педагог', 'Вид'],
        ['x', 'Агеева Анна', 5],
      ],
    });
    const courses = tables.Курсы;
    expect(courses && valueAt(courses, 0, 'Вид')).toBe(5);
    expect(courses && valueAt(courses, 0, 'Тема')).toBe('');
    expect(courses && placeOf(courses, 0, 'Педагог')).toEqual({ sheet: 'Курсы', cell: 'B2' });
    expect(courses && placeOf(courses, 0, 'Тема')).toEqual({ sheet: 'Курсы', cell: 'A2' });
  });

  it('are read under a plain header row too, before it is made a table', () => {
    const sheet = sheetOf(
      'Курсы',
      [
        ['', 'Педагог', 'Вид', 'Тема', 'Дата окончания', 'Часы'],
        ['', 'Ким Пак', 'КПК'],
      ],
      {
        firstRow: 3,
      },
    );
    const courses = parseRegister(workbookOf([], [sheet])).tables.Курсы;
    expect(courses?.rows).toHaveLength(1);
    expect(courses && valueAt(courses, 0, 'Педагог')).toBe('Ким Пак');
    expect(courses && placeOf(courses, 0, 'Вид')).toEqual({ sheet: 'Курсы', cell: 'C4' });
  });

  it('are none where a table is missing', () => {
    expect(registerOf({}).tables).toEqual({});
  });
});

describe('the reporting period', () => {
  const begin = serialOf(2025, 9, 1);
  const end = serialOf(2026, 8, 31);

  it('is the school year of the passport', () => {
    const passport = passportSheet({ [passportRow('schoolYear')]: '2023/2024' });
    const { period } = parseRegister(workbookOf([], [passport, rulesOf()]));
    expect(period).toEqual({ begin: serialOf(2023, 9, 1), end: serialOf(2024, 8, 31) });
  });

  it('is that of «Дата расчёта» while the passport says none', () => {
    expect(registerOf({}).period).toEqual({ begin, end });
    const passport = passportSheet({ [passportRow('schoolYear')]: 'прошлый' });
    expect(parseRegister(workbookOf([], [passport, rulesOf()])).period).toEqual({ begin, end });
  });

  it('is what somebody typed over the formulas', () => {
    const { period } = registerOf({}, { rules: { periodBegin: 45000, periodEnd: 45100 } });
    expect(period).toEqual({ begin: 45000, end: 45100 });
  });

  it('is not what the formulas say: it is counted anew', () => {
    const rules = rulesOf({ periodBegin: 1, periodEnd: 2 });
    const live = {
      ...rules,
      cells: rules.cells && {
        ...rules.cells,
        formulas: rules.cells.values.map((row, index) => (index === 1 || index === 2 ? ['', '=1'] : row)),
      },
    };
    expect(parseRegister(workbookOf([], [live])).period).toEqual({ begin, end });
  });

  it('is not known without a year and without a day', () => {
    const register = registerOf({}, { rules: { today: '' } });
    expect(register.today).toBeNull();
    expect(register.period).toEqual({ begin: 0, end: 0 });
  });

  it('does not take text for «Дата расчёта»', () => {
    expect(registerOf({}, { rules: { today: '12.05.2026' } }).today).toBeNull();
  });
});

describe('the passport', () => {
  const names = [{ name: 'Паспорт_Объединение', refersTo: "='О нас'!$D$9" }];
  const moved = sheetOf('О нас', [['', 'ММО математиков']], { firstRow: 9, firstColumn: 3 });

  it('is read by its defined names, wherever the sheet and the cell have been moved', () => {
    const snapshot = workbookOf([], [moved], names);
    expect(anchoredSheet(snapshot, 'Паспорт')?.name).toBe('О нас');
    expect(readPassport(snapshot).association).toBe('ММО математиков');
    expect(passportCell(snapshot, 'association')).toEqual({ row: 9, column: 4 });
  });

  it('is read by those names in any letter case', () => {
    const folded = [{ name: 'ПАСПОРТ_ОБЪЕДИНЕНИЕ', refersTo: "='О нас'!$D$9" }];
    expect(readPassport(workbookOf([], [moved], folded)).association).toBe('ММО математиков');
  });

  it('is read where the product puts it when the names have been lost', () => {
    const snapshot = workbookOf([], [passportSheet({ [passportRow('municipality')]: 'Томский район' })]);
    expect(readPassport(snapshot).municipality).toBe('Томский район');
  });

  it('is read where the product puts it when a name has lost its cell', () => {
    const broken = [{ name: 'Паспорт_Муниципалитет', refersTo: '=Паспорт!#REF!' }];
    const snapshot = workbookOf(
      [],
      [passportSheet({ [passportRow('municipality')]: 'Томский район' })],
      broken,
    );
    expect(readPassport(snapshot).municipality).toBe('Томский район');
  });

  it('is not a sheet of that name that the user made', () => {
    const own = sheetOf('Паспорт', [['Паспорт кабинета'], [''], [''], ['', 'кабинет 12'], ['', 'Томск']]);
    const snapshot = workbookOf([], [own]);
    expect(anchoredSheet(snapshot, 'Паспорт')).toBeUndefined();
    expect(Object.values(readPassport(snapshot)).every((value) => value === '')).toBe(true);
  });
});

describe('«Ноль подтверждён»', () => {
  it('is «да» in any letter case and nothing else', () => {
    const confirmed = {
      '8': 'да',
      '9': 'Да',
      '10': 'ДА',
      '11': 'да ',
      '12': 'нет',
      '13': '',
      '14': 1,
      '15': true,
    };
    expect([...registerOf({}, { confirmed }).confirmed]).toEqual(['8', '9', '10']);
  });

  it('is not read from a sheet «Приложение» that the user made', () => {
    const own = sheetOf('Приложение', [['Список литературы'], [], [], [], [], ['8', '', '', '', '', 'да']]);
    expect(parseRegister(workbookOf([], [own])).confirmed.size).toBe(0);
  });

  it('is read from a renamed sheet by its name for the form', () => {
    const sheet = { ...appendixOf({ '8': 'да' }), name: 'Форма' };
    const names = [{ name: 'Приложение_Форма', refersTo: '=Форма!$A$5:$C$61' }];
    expect([...parseRegister(workbookOf([], [sheet], names)).confirmed]).toEqual(['8']);
  });
});

describe('the number of meetings', () => {
  const meetings = (...numbers: (string | number)[]) => [
    ['Номер', 'Дата', 'Тема'],
    ...numbers.map((no) => [no, TODAY, 'т']),
  ];

  it('is four, as on the form, however few there are', () => {
    expect(registerOf({}).meetings).toBe(4);
    expect(registerOf({ Заседания: meetings(1) }).meetings).toBe(4);
  });

  it.each([
    [[1, 2, 3, 4, 5], 5],
    [['6'], 6],
    [[24], 24],
    // slips of the hand make no rows
    [[2026], 4],
    [[25], 4],
    [[5.5, -7, 'пятое', ''], 4],
  ])('of meetings numbered %j is %d', (numbers, expected) => {
    expect(registerOf({ Заседания: meetings(...numbers) }).meetings).toBe(expected);
  });

  it('follows the last column of «Посещаемость», a gap among the columns included', () => {
    expect(
      registerOf({
        Посещаемость: [
          ['ФИО', 'Заседание 1', 'Заседание 7'],
          ['А', 'да', ''],
        ],
      }).meetings,
    ).toBe(7);
    expect(
      registerOf({
        Посещаемость: [
          ['ФИО', 'Заседание 2026'],
          ['А', 'да'],
        ],
      }).meetings,
    ).toBe(4);
  });

  it('is counted in plain header rows too', () => {
    const plain = sheetOf('Заседания', [
      ['Номер', 'Дата', 'Тема'],
      [5, TODAY, 'т'],
    ]);
    expect(parseRegister(workbookOf([], [plain])).meetings).toBe(5);
  });

  it('is at least four of no tables at all', () => {
    expect(countMeetings({})).toBe(4);
  });
});

describe('parameters and lists', () => {
  it('are the regulation’s own until there is a sheet «Правила»', () => {
    const register = parseRegister(workbookOf([]));
    expect(register.parameters).toEqual({
      participantResult: 'участник',
      contestResult: 'участник',
      testMaterials: 'материалы',
      methodistTitles: 'да',
    });
    expect(register.lists.category).toContain('педагог-методист');
  });

  it('are what stands on the sheets, the values a user has added included', () => {
    const list = {
      ...tableOf('Педагоги', [['Значение'], ['ВО'], ['магистр']], { name: 'СписокОбразование' }),
    };
    const register = registerOf({}, { rules: { participantResult: 'любой' }, further: [list] });
    expect(register.parameters.participantResult).toBe('любой');
    expect(register.lists.education).toEqual(['ВО', 'магистр']);
  });
});

describe('references', () => {
  it.each([
    ["='Банк данных'!$A$1", 'Банк данных'],
    ["='О''Нил'!$A$1", "О'Нил"],
    ['=Правила!$B$1', 'Правила'],
    ['Правила!$B$1', 'Правила'],
    ['=5', null],
    ['', null],
  ])('«%s» names the sheet %s', (reference, sheet) => {
    expect(sheetOfReference(reference)).toBe(sheet);
  });

  it('a cell that was not read is empty', () => {
    expect(cellAt(undefined, 1, 1)).toEqual({ value: '', formula: '', live: false });
    expect(cellAt(sheetOf('Лист1', [[1]]), 9, 9)).toEqual({ value: '', formula: '', live: false });
  });
});
