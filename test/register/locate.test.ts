import fc from 'fast-check';
import { headerIndex, locateTables } from '../../src/register/locate';
import { TABLES, TABLE_NAMES, columnsOf, type TableName } from '../../src/register/tables';
import { sheetOf, tableOf, workbookOf } from './snapshots';

const COURSES = ['Педагог', 'Вид', 'Тема', 'Дата окончания'];
const course = ['Агеева Анна', 'КПК', 'ФГОС', 46000];

const typedColumns = (table: TableName): string[] =>
  columnsOf(table)
    .filter(({ kind }) => kind !== 'formula')
    .map(({ name }) => name);

describe('a table', () => {
  it('is known by its name on whatever sheet it stands', () => {
    const { Курсы } = locateTables(workbookOf([tableOf('Курсы', [COURSES, course], { sheet: 'Мои курсы' })]));
    expect(Курсы).toMatchObject({ form: 'table', name: 'Курсы', sheet: 'Мои курсы', bodyRows: 1 });
  });

  it('is known by its name in any letter case, and keeps its own spelling', () => {
    const { Курсы } = locateTables(workbookOf([tableOf('Курсы', [COURSES], { name: 'КУРСЫ' })]));
    expect(Курсы?.name).toBe('КУРСЫ');
  });

  it('of another name is taken on the sheet of ours', () => {
    const { Курсы } = locateTables(workbookOf([tableOf('Курсы', [COURSES, course], { name: 'Таблица1' })]));
    expect(Курсы).toMatchObject({ form: 'table', name: 'Таблица1', sheet: 'Курсы' });
  });

  it('of another name and other columns is left alone even there', () => {
    const foreign = tableOf(
      'Курсы',
      [
        ['Счёт', 'Сумма'],
        ['1', 2],
      ],
      { name: 'Таблица1' },
    );
    expect(locateTables(workbookOf([foreign])).Курсы).toBeUndefined();
  });

  it('of another name on another sheet is left alone', () => {
    const foreign = tableOf('Курсы', [COURSES, course], { name: 'Таблица1', sheet: 'Черновик' });
    expect(locateTables(workbookOf([foreign]))).toEqual({});
  });

  it('by its name goes before one on the sheet of ours', () => {
    const named = tableOf('Курсы', [COURSES, course], { sheet: 'Архив курсов' });
    const other = tableOf('Курсы', [COURSES], { name: 'Таблица1' });
    expect(locateTables(workbookOf([other, named])).Курсы).toMatchObject({
      name: 'Курсы',
      sheet: 'Архив курсов',
    });
  });

  it('may stand anywhere on its sheet, its columns in any order among the user’s own', () => {
    const headers = ['Заметки', 'Дата окончания', 'Тема', 'Вид', 'Педагог'];
    const { Курсы } = locateTables(
      workbookOf([tableOf('Курсы', [headers, ['', 1, '', '', '']], { headerRow: 7, firstColumn: 3 })]),
    );
    expect(Курсы).toMatchObject({ headerRow: 7, firstColumn: 3, headers });
  });
});

describe('a plain header row', () => {
  it('is taken on the sheet of ours', () => {
    const { Курсы } = locateTables(workbookOf([], [sheetOf('Курсы', [COURSES, course, course])]));
    expect(Курсы).toMatchObject({
      form: 'plain',
      name: 'Курсы',
      sheet: 'Курсы',
      headerRow: 1,
      firstColumn: 1,
      bodyRows: 2,
    });
  });

  it('with few of our columns and hardly any others is the beginning of the table', () => {
    const begun = sheetOf('Банк данных', [
      ['ФИО', 'Организация', 'Должность', 'Телефон'],
      ['Агеева Анна', 'СОШ № 1', 'учитель', ''],
    ]);
    expect(locateTables(workbookOf([], [begun])).Педагоги).toMatchObject({ form: 'plain', bodyRows: 1 });
    const other = sheetOf('Банк данных', [['ФИО', 'Организация', 'Телефон', 'Почта', 'Кабинет'], []]);
    expect(locateTables(workbookOf([], [other]))).toEqual({});
  });

  it('is the first row that holds anything, wherever that row begins', () => {
    const sheet = sheetOf(
      'Курсы',
      [
        ['', '', '', '', ''],
        ['', ...COURSES],
        ['', ...course],
      ],
      { firstRow: 3 },
    );
    expect(locateTables(workbookOf([], [sheet])).Курсы).toMatchObject({
      headerRow: 4,
      firstColumn: 2,
      headers: COURSES,
      bodyRows: 1,
    });
  });

  it('is not looked for under a line of other words', () => {
    const sheet = sheetOf('Курсы', [['Курсы 2025/2026'], COURSES, course]);
    expect(locateTables(workbookOf([], [sheet])).Курсы).toBeUndefined();
  });

  it('is forgiven its letter case, its spaces and ё', () => {
    const headers = ['ПЕДАГОГ', ' вид ', 'Тема', 'Дата\nокончания'];
    expect(locateTables(workbookOf([], [sheetOf('Курсы', [headers, course])])).Курсы?.headers).toEqual(
      headers,
    );
    expect(headerIndex(['Призеров'], 'Призёров')).toBe(0);
  });

  it('is known on a renamed sheet when it shows all that is required', () => {
    const headers = typedColumns('Достижения');
    const { Достижения } = locateTables(workbookOf([], [sheetOf('Успехи детей', [headers])]));
    expect(Достижения).toMatchObject({ form: 'plain', sheet: 'Успехи детей' });
  });

  it('is not guessed between two sheets that fit equally well', () => {
    const headers = typedColumns('Достижения');
    const sheets = [sheetOf('Осень', [headers]), sheetOf('Весна', [headers])];
    expect(locateTables(workbookOf([], sheets)).Достижения).toBeUndefined();
  });

  it('on the sheet of ours goes before one on another', () => {
    const headers = typedColumns('Достижения');
    const sheets = [sheetOf('Осень', [headers]), sheetOf('достижения', [headers])];
    expect(locateTables(workbookOf([], sheets)).Достижения?.sheet).toBe('достижения');
  });

  it('beside a table on the same sheet is left alone', () => {
    const own = tableOf('Курсы', [['Счёт', 'Сумма']], { name: 'Таблица1' });
    const sheet = sheetOf('Курсы', [[...COURSES, '', 'Счёт', 'Сумма'], course]);
    expect(locateTables(workbookOf([own], [sheet])).Курсы).toBeUndefined();
  });
});

describe('a sheet of the user’s own', () => {
  // Each holds what some table of ours requires, and yet is none of ours.
  it.each([
    ['Входящие письма', ['Номер', 'Дата', 'Тема', 'Отправитель']],
    ['Инвентарь', ['Название', 'Вид', 'Количество']],
    ['Журнал', ['Дата', 'Вид', 'Тема', 'Класс', 'Кабинет', 'Подпись']],
    ['Папки', ['Документ', 'Дата', 'Шкаф']],
    [
      'План кабинета',
      ['Раздел', 'Мероприятие', 'Окончание', 'Стоимость', 'Смета', 'Счёт', 'Подрядчик', 'Договор'],
    ],
    ['Заметки', ['не забыть позвонить']],
  ])('«%s» is left alone', (name, headers) => {
    const sheet = sheetOf(name, [headers, headers.map((_, index) => index)]);
    expect(locateTables(workbookOf([], [sheet]))).toEqual({});
  });

  it('«План» with free text is left alone', () => {
    const sheet = sheetOf('План', [['Что сделать в этом году'], ['1. Провести олимпиаду']]);
    expect(locateTables(workbookOf([], [sheet]))).toEqual({});
  });

  it('that holds nothing is left alone', () => {
    expect(locateTables(workbookOf([], [sheetOf('Лист1', [])]))).toEqual({});
  });
});

it('a sheet is given to one table only, and every table found stands where a table or a sheet is', () => {
  const headers = fc.shuffledSubarray(TABLE_NAMES.flatMap(typedColumns), { minLength: 1, maxLength: 12 });
  const sheet = fc.record({
    name: fc.constantFrom(...TABLE_NAMES.map((table) => TABLES[table].sheet), 'Лист1', 'Разное'),
    headers,
  });
  const sheets = fc.uniqueArray(sheet, { selector: ({ name }) => name, maxLength: 6 });
  fc.assert(
    fc.property(sheets, (drawn) => {
      const snapshot = workbookOf(
        [],
        drawn.map(({ name, headers: row }) => sheetOf(name, [[...new Set(row)]])),
      );
      const found = Object.values(locateTables(snapshot)).map(({ sheet: at }) => at);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((at) => drawn.some(({ name }) => name === at))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
