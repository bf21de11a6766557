import { findBlocks, type Block } from '../../src/adoption/blocks';
import { newMatcher } from '../../src/adoption/headers';
import type { SourceSheet } from '../../src/adoption';
import { adoptInto, column, day, rowsOf, sheet, teachers } from './sheets';

const blocks = (...sheets: readonly SourceSheet[]): readonly Block[] =>
  findBlocks(sheets, newMatcher()).blocks;

const IVANOVA = 'Иванова Анна Петровна';
const PETROV = 'Петров Олег Львович';
const KIM = 'Ким Вера Ильинична';

describe('the header row', () => {
  it('is found under title rows, the line of column numbers under it passed over', () => {
    const found = adoptInto([
      sheet(
        'База',
        [
          ['БАНК ДАННЫХ'],
          ['педагогов РМО учителей математики'],
          ['на 01.10.2025 г.'],
          ['№ п/п', 'Ф.И.О. учителя', 'Образование', 'Кв. категория'],
          [1, 2, 3, 4],
          [1, IVANOVA, 'высшее', 'высшая'],
          [2, PETROV, 'СПО', 'первая'],
        ],
        { merges: ['A1:D1', 'A2:D2', 'A3:D3'] },
      ),
    ]);
    expect(found.blocks).toHaveLength(1);
    expect(found.blocks[0]).toMatchObject({
      header: { top: 4, bottom: 4 },
      titles: [{ text: 'БАНК ДАННЫХ' }, {}, {}],
    });
    expect(teachers(found).map((row) => row.ФИО)).toEqual([IVANOVA, PETROV]);
    expect(found.accounts.map(({ became }) => became)).toEqual(['numbers']);
  });

  it('is found from column C under an approval block', () => {
    const found = adoptInto([
      sheet(
        'Список',
        [
          ['УТВЕРЖДАЮ', null, 'Согласовано'],
          ['«___» сентября 2025 г.', null, 'директор ______'],
          [],
          ['Фамилия', 'Имя', 'Отчество', 'Категория'],
          ['Иванова', 'Анна', 'Петровна', '1 кв.кат.'],
        ],
        { at: 'C2' },
      ),
    ]);
    expect(found.blocks[0]?.header.top).toBe(5);
    expect(teachers(found)).toEqual([{ ФИО: IVANOVA, Категория: 'первая' }]);
  });

  it('may have two levels, merged', () => {
    const found = adoptInto([
      sheet(
        'РУМО',
        [
          ['№', 'ФИО', 'Стаж', null, 'Категория', null],
          [null, null, 'общий', 'педагогический', 'название', 'дата присвоения'],
          [1, IVANOVA, 24, 23, 'высшая', day(2022, 5, 20)],
        ],
        { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] },
      ),
    ]);
    expect(teachers(found)).toEqual([
      {
        ФИО: IVANOVA,
        'Общий стаж': 24,
        'Педагогический стаж': 23,
        Категория: 'высшая',
        'Дата аттестации': day(2022, 5, 20).day,
      },
    ]);
  });

  it('may have two levels that nobody merged', () => {
    const found = adoptInto([
      sheet('РУМО', [
        ['№', 'ФИО', 'Стаж', null, 'Категория'],
        [null, null, 'общий', 'пед.', 'название', 'дата присвоения'],
        [1, IVANOVA, 24, 23, 'высшая', day(2022, 5, 20)],
      ]),
    ]);
    expect(teachers(found)).toEqual([
      {
        ФИО: IVANOVA,
        'Общий стаж': 24,
        'Педагогический стаж': 23,
        Категория: 'высшая',
        'Дата аттестации': day(2022, 5, 20).day,
      },
    ]);
  });

  it('may have three levels', () => {
    const found = adoptInto([
      sheet(
        'РУМО',
        [
          ['№', 'Сведения о педагоге', null, null, null, 'Курсы повышения квалификации', null],
          [null, 'ФИО', 'Образование', 'Стаж', null, 'тема', 'дата'],
          [null, null, null, 'общий', 'педагогический', null, null],
          [1, IVANOVA, 'высшее', 24, 23, 'ФГОС', day(2024, 3, 15)],
        ],
        { merges: ['A1:A3', 'B1:E1', 'F1:G1', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3', 'G2:G3'] },
      ),
    ]);
    expect(teachers(found)).toEqual([
      { ФИО: IVANOVA, Образование: 'ВО', 'Общий стаж': 24, 'Педагогический стаж': 23 },
    ]);
    expect(rowsOf(found, 'Курсы')).toEqual([
      { Педагог: IVANOVA, Вид: 'КПК', Тема: 'ФГОС', 'Дата окончания': day(2024, 3, 15).day },
    ]);
  });

  it('is told through capitals, line breaks, double spaces, asterisks, instructions and slips of the hand', () => {
    const found = adoptInto([
      sheet('Учителя', [
        [
          '№ п/ п',
          'Ф.И.О. учителя/воспитателя\n(ПОЛНОСТЬЮ) *',
          'ОБРАЗОВА-\nние',
          'КВАЛИФИКАЦИОННАЯ   КАТЕГОРИЯ',
          'Педогогический стаж',
        ],
        [1, IVANOVA, 'высшее', 'высшая', 5],
      ]),
    ]);
    expect(teachers(found)).toEqual([
      { ФИО: IVANOVA, Образование: 'ВО', Категория: 'высшая', 'Педагогический стаж': 5 },
    ]);
  });

  it('is moved by the user with one word, and what was guessed gives way', () => {
    const drawn = sheet('Список', [
      ['Педагог', 'Категория'],
      ['Кто', 'Что имеет', 'Сколько лет'],
      [IVANOVA, 'высшая', 5],
    ]);
    const moved = adoptInto([drawn], {}, { headers: [{ file: 'Школы.xlsx', sheet: 'Список', row: 2 }] });
    expect(moved.blocks).toHaveLength(1);
    expect(moved.blocks[0]).toMatchObject({ header: { top: 2, bottom: 2 }, firstRow: 3 });
    expect(moved.blocks[0]?.columns.map(({ header }) => header)).toEqual(['Кто', 'Что имеет', 'Сколько лет']);
    const chosen = adoptInto(
      [drawn],
      {},
      {
        headers: [{ file: 'Школы.xlsx', sheet: 'Список', row: 2 }],
        mappings: [
          {
            block: moved.blocks[0]?.id ?? '',
            kind: 'teachers',
            columns: [
              { column: 1, fields: ['name'] },
              { column: 2, fields: ['category'] },
            ],
          },
        ],
      },
    );
    expect(teachers(chosen)).toEqual([{ ФИО: IVANOVA, Категория: 'высшая' }]);
  });

  it('is not seen in rows of values that happen to hold words of the dictionary', () => {
    const found = blocks(
      sheet('Достижения', [
        ['ФИО педагога', 'Мероприятие', 'Вид', 'Уровень', 'Результат'],
        [IVANOVA, 'Конкурс', 'конкурс', 'муниципальный', 'диплом'],
        ['учитель', 'конкурс', 'олимпиада', 'место', 'результат'],
        [PETROV, 'Олимпиада', 'олимпиада', 'региональный', 'участник'],
      ]),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ header: { top: 1 }, lastRow: 4 });
  });

  it('is not seen in a row of values cut in two by an empty cell, with words, days and a name', () => {
    const row = (name: string) => ['учитель', 'ВО', day(2019, 1, 1), day(1955, 1, 1), '', name, 'высшая'];
    const found = blocks(
      sheet('База', [
        [
          'Должность',
          'Образование',
          'Дата присвоения',
          'Дата рождения',
          'Предмет',
          'ФИО учителя',
          'Категория',
        ],
        ['МБОУ «СОШ № 2»'],
        row('Ким Ольга Игоревна'),
        row('Громова Нина Павловна'),
      ]),
    );
    expect(found.map(({ header }) => header.top)).toEqual([1]);
  });

  it('does not stand on a sheet of prose, of numbers, or on an empty one', () => {
    expect(
      blocks(
        sheet('Письмо', [
          ['Уважаемые коллеги!'],
          ['Прошу прислать сведения о педагогах школы'],
          ['Руководитель', 'Иванова А.П.'],
        ]),
        sheet('Числа', [
          [1, 2, 3],
          [4, 5, 6],
        ]),
        sheet('Пусто', []),
      ),
    ).toEqual([]);
  });
});

describe('several blocks of a sheet', () => {
  it('stand side by side, each with its own rows', () => {
    const found = adoptInto([
      sheet('Всё', [
        ['Педагоги', null, null, null, 'Курсы'],
        ['№', 'ФИО', 'Категория', null, '№', 'ФИО педагога', 'Тема курсов', 'Кол-во часов'],
        [1, IVANOVA, 'высшая', null, 1, PETROV, 'ФГОС', 36],
        [2, PETROV, 'первая', null, 2, IVANOVA, 'ИКТ', '72 ч.'],
        [3, KIM, 'б/к'],
      ]),
    ]);
    expect(found.blocks).toHaveLength(2);
    expect(teachers(found).map((row) => row.Категория)).toEqual(['высшая', 'первая', 'без категории']);
    expect(rowsOf(found, 'Курсы').map((row) => [row.Педагог, row.Тема, row.Часы])).toEqual([
      [PETROV, 'ФГОС', 36],
      [IVANOVA, 'ИКТ', 72],
    ]);
  });

  it('stand one under another, each with its title', () => {
    const found = adoptInto([
      sheet('Всё', [
        ['Банк данных'],
        ['ФИО', 'Образование', 'Категория'],
        [IVANOVA, 'высшее', 'высшая'],
        [PETROV, 'СПО', 'первая'],
        [],
        ['Достижения обучающихся'],
        ['ФИО педагога', 'Название мероприятия', 'Уровень', 'Результат'],
        [IVANOVA, 'Олимпиада «Физтех»', 'всероссийский', 'призер'],
      ]),
    ]);
    expect(found.blocks.map(({ titles }) => titles.map(({ text }) => text))).toEqual([
      ['Банк данных'],
      ['Достижения обучающихся'],
    ]);
    expect(teachers(found)).toHaveLength(2);
    expect(rowsOf(found, 'Достижения')).toEqual([
      {
        Педагог: IVANOVA,
        Мероприятие: 'Олимпиада «Физтех»',
        Вид: 'олимпиада',
        Уровень: 'всероссийский',
        Результат: 'призёр',
      },
    ]);
  });

  it('are one block where the header is repeated on every printed page', () => {
    const found = adoptInto([
      sheet('Список', [
        ['№', 'ФИО', 'Категория'],
        [1, IVANOVA, 'высшая'],
        ['№', 'ФИО', 'Категория'],
        [2, PETROV, 'первая'],
      ]),
    ]);
    expect(found.blocks).toHaveLength(1);
    expect(teachers(found).map((row) => row.ФИО)).toEqual([IVANOVA, PETROV]);
    expect(found.accounts.map(({ became }) => became)).toEqual(['header']);
  });

  it('are one block where every school has its heading and its header', () => {
    const found = adoptInto([
      sheet('Список', [
        ['МБОУ «СОШ № 2»'],
        ['№', 'ФИО', 'Категория'],
        [1, IVANOVA, 'высшая'],
        [],
        ['МБОУ «СОШ № 5»'],
        ['№', 'ФИО', 'Категория'],
        [1, PETROV, 'первая'],
      ]),
    ]);
    expect(teachers(found).map((row) => [row.ФИО, row.Организация])).toEqual([
      [IVANOVA, 'СОШ № 2'],
      [PETROV, 'СОШ № 5'],
    ]);
  });
});

describe('rows under a header', () => {
  const HEADER = ['№ п/п', 'Ф.И.О.', 'Образование', 'Категория'];

  it('take their school from the heading above them, merged or not', () => {
    for (const merges of [['A2:D2', 'A5:D5'], []]) {
      const found = adoptInto([
        sheet(
          'Список',
          [
            HEADER,
            ['МБОУ «СОШ № 2»'],
            [1, IVANOVA, 'высшее', 'высшая'],
            [],
            ['МАОУ "СОШ №5"'],
            [2, PETROV, 'СПО', 'СЗД'],
            [3, KIM, 'СПО', 'б/к'],
          ],
          { merges },
        ),
      ]);
      expect(column(found, 'Педагоги', 'Организация')).toEqual(['СОШ № 2', 'СОШ № 5', 'СОШ № 5']);
      expect(rowsOf(found, 'Организации')).toEqual([
        { 'Краткое название': 'СОШ № 2', 'Полное название': 'МБОУ «СОШ № 2»' },
        { 'Краткое название': 'СОШ № 5', 'Полное название': 'МАОУ "СОШ №5"' },
      ]);
    }
  });

  it('take their school from a cell merged over all of them', () => {
    const found = adoptInto([
      sheet(
        'Список',
        [
          ['Школа', 'ФИО', 'Категория'],
          ['МБОУ «СОШ № 2»', IVANOVA, 'высшая'],
          [null, PETROV, 'первая'],
          ['МБОУ «СОШ № 5»', KIM, 'первая'],
        ],
        {
          merges: ['A2:A3'],
        },
      ),
    ]);
    expect(column(found, 'Педагоги', 'Организация')).toEqual(['СОШ № 2', 'СОШ № 2', 'СОШ № 5']);
  });

  it('take their school from the title or the name of the sheet where nothing else says it', () => {
    const rows = [HEADER, [1, IVANOVA, 'высшее', 'высшая']];
    const titled = adoptInto([sheet('Лист1', [['Сведения о педагогах МБОУ «СОШ № 7»'], ...rows])]);
    expect(column(titled, 'Педагоги', 'Организация')).toEqual(['СОШ № 7']);
    expect(column(adoptInto([sheet('СОШ 9', rows)]), 'Педагоги', 'Организация')).toEqual(['СОШ 9']);
    expect(
      column(adoptInto([sheet('Лист1', [['Педагоги РМО'], ...rows])]), 'Педагоги', 'Организация'),
    ).toEqual([undefined]);
  });

  it('leave totals, signatures, empty and only numbered rows out, and say so', () => {
    const found = adoptInto([
      sheet('Список', [
        HEADER,
        [1, IVANOVA, 'высшее', 'высшая'],
        [null, 'ИТОГО:', 1],
        [],
        [2, PETROV, 'СПО', 'первая'],
        [3],
        ['ВСЕГО', null, 2],
        [],
        [null, 'Руководитель РМО ____________ Белозёрова А.С.'],
        [null, 'Методист Сидорова О.П.'],
      ]),
    ]);
    expect(teachers(found).map((row) => row.ФИО)).toEqual([IVANOVA, PETROV]);
    expect(found.accounts.map(({ became, place }) => [became, place.cell])).toEqual([
      ['footer', 'A3'],
      ['footer', 'A7'],
      ['footer', 'A9'],
      ['footer', 'A10'],
    ]);
  });

  it('without a name and vacancies are listed with their cell, and stop nothing', () => {
    const found = adoptInto([
      sheet('Список', [
        HEADER,
        [1, 'Вакансия', 'высшее', ''],
        [2, '', 'СПО', 'первая'],
        [3, KIM, 'СПО', 'первая'],
      ]),
    ]);
    expect(teachers(found)).toHaveLength(1);
    expect(found.accounts.map(({ became, place }) => [became, place.cell])).toEqual([
      ['vacancy', 'B2'],
      ['no name', 'C3'],
    ]);
  });

  it('come in from a sheet whose used range is a million rows, at once', () => {
    const far = sheet('Список', [HEADER, [1, IVANOVA, 'высшее', 'высшая']]);
    const started = performance.now();
    const found = adoptInto([
      {
        ...far,
        cells: [
          ...far.cells,
          { row: 1_048_576, column: 2, value: KIM },
          { row: 1_048_576, column: 3, value: 'СПО' },
        ],
        merges: [{ top: 3, left: 8, bottom: 1_048_576, right: 16_384 }],
      },
    ]);
    expect(teachers(found)).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('are read where they are hidden, and the block says how many', () => {
    const found = adoptInto([
      sheet('Список', [HEADER, [1, IVANOVA, 'высшее', 'высшая'], [2, PETROV, 'СПО', 'первая']], {
        hiddenRows: [3],
        hiddenColumns: [4],
      }),
    ]);
    expect(teachers(found)).toHaveLength(2);
    expect(found.blocks[0]?.hidden).toEqual({ rows: 1, columns: 1, sheet: false });
  });
});

describe('a title merged over a part of the table', () => {
  it('is no level of the header', () => {
    const found = adoptInto([
      sheet(
        'Состав',
        [
          ['Список педагогов РМО'],
          ['№', 'ФИО', 'Школа', 'Категория', 'Предмет'],
          [1, IVANOVA, 'СОШ № 5', 'высшая', 'химия'],
        ],
        { merges: ['A1:D1'] },
      ),
    ]);
    expect(found.blocks[0]).toMatchObject({
      header: { top: 2, bottom: 2 },
      titles: [{ text: 'Список педагогов РМО' }],
    });
  });
});
