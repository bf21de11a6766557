import { SAMPLE } from '../../src/cli/sample';
import { departmentCopy, holdsRegister } from '../../src/department/copy';
import { evaluateIndicators } from '../../src/indicators/evaluate';
import { readAppendix } from '../../src/indicators/readAppendix';
import { stateWords } from '../../src/indicators/states';
import { APPENDIX_COLUMNS } from '../../src/register/fixedCells';
import { parseRegister } from '../../src/register/parse';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { TODAY, sheetOf, workbookOf } from '../register/snapshots';
import { bookOf, snapshotOf } from './books';

const { association, municipality, subject, schoolYear, tables } = SAMPLE;
const passport = {
  association,
  municipality,
  subject,
  schoolYear,
  regulation: 'Томский район, ММО',
  leader: 'Ярцева Марина Станиславовна',
  curator: 'Жигарева Р. М.',
};
const sample = bookOf(tables, passport, { confirmed: { '9': 'да', '9.1': 'да' } });
const named = departmentCopy(sample, { isAnonymous: false, currentDate: TODAY });
const anonymous = departmentCopy(sample, { isAnonymous: true, currentDate: TODAY });

const numbersOf = (snapshot: WorkbookSnapshot) =>
  evaluateIndicators(parseRegister(snapshot)).map(({ no, value, state, gaps }) => ({
    no,
    value,
    state,
    gaps,
  }));

const sheetIn = ({ book }: typeof named, name: string) => book.sheets.find((sheet) => sheet.name === name);

describe.each([
  ['with names', named],
  ['without names', anonymous],
])('a copy %s', (_, copy) => {
  test('counts to the same numbers and states as the register', () => {
    expect(numbersOf(snapshotOf(copy.book))).toEqual(numbersOf(sample));
  });

  test('shows the form as values: a missing number is said, never 0', () => {
    const counted = numbersOf(sample);
    const readings = readAppendix(snapshotOf(copy.book));
    expect(readings.map(({ no, value, state }) => ({ no, value, state }))).toEqual(
      counted.map(({ no, value, state, gaps }) => ({ no, value, state: stateWords(state, gaps) })),
    );
    const missing = sheetIn(copy, 'Приложение')?.rows.find(([no]) => no === '8.1');
    expect(missing?.[APPENDIX_COLUMNS.value - 1]).toBe(
      counted.find(({ no }) => no === '8.1')?.value ?? 'нет данных',
    );
  });

  test('ends with lines for date and signature, on A4', () => {
    const form = sheetIn(copy, 'Приложение');
    const words = form?.rows.map((row) => row[1]);
    expect(words).toContain('Дата подписания');
    expect(words?.some((text) => /^Руководитель.*\(подпись\)$/u.test(String(text)))).toBe(true);
    expect(form?.print).toMatchObject({ orientation: 'Portrait', pagesWide: 1, titleRows: '$5:$5' });
  });

  test('sums the check up beside the form', () => {
    const rows = sheetIn(copy, 'Проверка')?.rows.map((row) => row.join(' | ')) ?? [];
    expect(rows.some((row) => row.startsWith('Готовность приложения: '))).toBe(true);
    expect(
      rows.some((row) =>
        /Педагога нет в банке данных \| предупреждение \| \d+|Педагога нет в банке данных \| ошибка \| \d+/u.test(
          row,
        ),
      ),
    ).toBe(true);
    expect(rows).toContain('Обязательство | Пункт положения | Срок | Осталось дней | Состояние');
  });

  test('holds no formula and no control sheet, and says what is not sent', () => {
    expect(JSON.stringify(copy.book)).not.toMatch(/"=[A-ZА-Я]/u);
    expect(sheetIn(copy, 'Контроль')).toBeUndefined();
    expect(copy.notices.join(' ')).toContain('Не отправляются столбцы: «Педагоги» — ');
  });
});

test('a copy with names leaves consents at home and keeps who is who', () => {
  const headers = sheetIn(named, 'Банк данных')?.rows[0];
  expect(headers).toContain('ФИО');
  expect(headers).not.toContain('Согласие на обработку данных');
  expect(JSON.stringify(named.book)).toContain('Ярцева Марина Станиславовна');
});

describe('without names', () => {
  test('nobody is named, wherever the name stood', () => {
    const text = JSON.stringify(anonymous).toLowerCase().replaceAll('ё', 'е');
    const people = tables.find(({ name }) => name === 'Педагоги')?.rows ?? [];
    const left = people.flatMap(([name]) =>
      (typeof name === 'string' ? name : '')
        .toLowerCase()
        .replaceAll('ё', 'е')
        .split(' ')
        .filter((_, index) => index !== 1)
        .map((word) => word.replace(/(?:ая|а|я|ий|ь)$/u, ''))
        .filter((stem) => stem.length >= 4 && text.includes(stem)),
    );
    expect(left).toEqual([]);
  });

  test('the same person has the same number in every table', () => {
    const rows = (sheet: string) => sheetIn(anonymous, sheet)?.rows ?? [];
    expect(rows('Банк данных')[1]?.[0]).toBe('Педагог 1');
    expect(rows('Курсы')[1]?.[0]).toBe('Педагог 1');
    expect(rows('Курсы')[4]?.[0]).toBe('Педагог 3');
    expect(rows('Посещаемость')[1]?.[0]).toBe('Педагог 1');
  });

  test('roles, leaders and documents stay at home', () => {
    expect(sheetIn(anonymous, 'Банк данных')?.rows[0]).toEqual([
      'ФИО',
      'Организация',
      'Предмет',
      'Образование',
      'Категория',
      'Профильные классы',
      'Педагог',
      'В составе с',
      'Выбыл',
    ]);
    expect(sheetIn(anonymous, 'Паспорт')?.rows.find(([label]) => label === 'Руководитель')).toEqual([
      'Руководитель',
      '',
    ]);
  });

  test('a school that bears somebody’s name gets a number, the same everywhere', () => {
    const school = bookOf(
      [
        {
          name: 'Педагоги',
          headers: ['ФИО', 'Организация', 'Образование'],
          rows: [['Чехова Анна Ильинична', 'Школа имени Чехова', 'ВО']],
        },
        { name: 'Организации', headers: ['Краткое название'], rows: [['Гимназия'], ['Школа имени Чехова']] },
      ],
      { ...passport, municipality: 'Чеховский район' },
    );
    const copy = departmentCopy(school, { isAnonymous: true, currentDate: TODAY });
    expect(sheetIn(copy, 'Организации')?.rows).toEqual([
      ['Краткое название'],
      ['Гимназия'],
      ['Организация 1'],
    ]);
    expect(sheetIn(copy, 'Банк данных')?.rows[1]).toEqual(['Педагог 1', 'Организация 1', 'ВО']);
    expect(copy.notices.join(' ')).toContain('проверьте название объединения и муниципалитет');
    expect(JSON.stringify(copy)).not.toMatch(/чехов/iu);
  });

  test('nor by the name of the file', () => {
    const typed = bookOf(tables, { ...passport, association: 'ММО Ярцевой', schoolYear: '2025/2026 Ярцева' });
    const { fileName } = departmentCopy(typed, { isAnonymous: true, currentDate: TODAY });
    expect(fileName).not.toMatch(/ярцев/iu);
  });
});

test('the user’s own sheets are not sent, and that is said', () => {
  const withNotes = { ...sample, sheets: [...sample.sheets, sheetOf('Телефоны', [['Ярцева', '8 900']])] };
  const copy = departmentCopy(withNotes, { isAnonymous: false, currentDate: TODAY });
  expect(copy.notices.join(' ')).toContain('ваш собственный лист: «Телефоны»');
  const hidden = departmentCopy(withNotes, { isAnonymous: true, currentDate: TODAY });
  expect(JSON.stringify(hidden)).not.toContain('Телефоны');
});

test('what the sheet shows is what is sent; where the tables say otherwise, it is said beside', () => {
  const copy = snapshotOf(named.book);
  const tampered: WorkbookSnapshot = {
    ...copy,
    sheets: copy.sheets.map((sheet) =>
      sheet.name !== 'Приложение' || sheet.cells === null
        ? sheet
        : {
            ...sheet,
            cells: {
              ...sheet.cells,
              values: sheet.cells.values.map((row) =>
                row[0] === '1' ? row.map((cell, at) => (at === 2 ? 999 : cell)) : row,
              ),
            },
          },
    ),
  };
  const sent = departmentCopy(tampered, { isAnonymous: false, currentDate: TODAY });
  const first = sheetIn(sent, 'Приложение')?.rows.find(([no]) => no === '1');
  expect(first?.[2]).toBe(999);
  expect(String(first?.[7])).toMatch(/^по таблицам: \d+/u);
  expect(sent.notices.join(' ')).toContain('расходятся: 1\u00a0строка');
});

test('a workbook of somebody else holds no register', () => {
  expect(holdsRegister(workbookOf([], [sheetOf('Лист1', [['Покупки'], ['молоко']])]))).toBe(false);
  expect(holdsRegister(sample)).toBe(true);
});
