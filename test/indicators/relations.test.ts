import { buildRegisterBook } from '../generators/registerBook';
import type { ExcelHost } from '../../src/host/host';
import { appendixRows } from '../../src/indicators/appendix';
import { relations } from '../../src/indicators/relations';
import { APPENDIX_COLUMNS as AT } from '../../src/register/fixedCells';
import { columnLetters } from '../../src/register/addresses';
import { IN_YEAR, TODAY } from '../register/snapshots';

describe('the relations of the form', () => {
  const all = relations(4);
  const of = (kind: (typeof all)[number]['kind']) => all.filter((each) => each.kind === kind);

  it('tie every teachers row of 6, 7, 8–17 and 24–26 to its sum', () => {
    const pairs = of('together').map(({ row }) => row);
    expect(pairs).toEqual([
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '24',
      '25',
      '26',
    ]);
  });

  it('keep every count of teachers and of marks within the databank, more meetings included', () => {
    const bounded = relations(6).filter(({ kind }) => kind === 'at-most-databank');
    const rows = bounded.map(({ row }) => row);
    expect(rows.slice(0, 6)).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5', '2.6']);
    expect(rows).toEqual(expect.arrayContaining(['3', '4', '6', '28']));
    expect(rows).not.toEqual(expect.arrayContaining(['1.1']));
    expect(rows.filter((row) => row.endsWith('.1') && row !== '2.1')).toEqual([]);
  });

  it('ask about a change of more than a half in every row with a number', () => {
    expect(of('change').map(({ row }) => row)).toEqual(
      appendixRows(4).flatMap(({ no }) => (no === '2' ? [] : [no])),
    );
  });
});

describe('on the sheet, live', () => {
  let host: ExcelHost;
  let rowOf: ReadonlyMap<string, number>;

  beforeAll(async () => {
    host = await buildRegisterBook({
      schoolYear: '2025/2026',
      today: TODAY,
      confirmations: [],
      parameters: {
        participantResult: 'участник',
        contestResult: 'участник',
        testMaterials: 'материалы',
        methodistTitles: 'да',
      },
      tables: [
        {
          name: 'Педагоги',
          headers: ['ФИО', 'Образование', 'Категория', 'Профильные классы'],
          rows: [
            ['Агеева Анна', 'ВО', 'высшая', 'да'],
            ['Ким Пак', 'СПО', 'первая', 'нет'],
          ],
        },
        {
          name: 'Достижения',
          headers: ['Педагог', 'Мероприятие', 'Вид', 'Уровень', 'Формат', 'Результат', 'Обучающихся', 'Дата'],
          rows: [
            [
              'Агеева Анна',
              'Турнир',
              'конкурс',
              'региональный',
              'очно',
              'победитель',
              2,
              { serial: IN_YEAR },
            ],
          ],
        },
      ],
    });
    const numbers = await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Приложение').getRange('A1:A70').load('values');
      await context.sync();
      return range.values.map(([no]) => String(no));
    });
    rowOf = new Map(numbers.map((no, index) => [no, index + 1]));
  }, 60_000);
  afterAll(() => {
    host.dispose();
  });

  /** What «Соотношения» of a row says while these values stand in these cells; everything is put back after. */
  async function said(
    no: string,
    typed: Readonly<Record<string, string | number>>,
    column: 'value' | 'lastYear' = 'value',
  ): Promise<string> {
    const cellOf = (row: string, at: number): string => `${columnLetters(at)}${String(rowOf.get(row) ?? 0)}`;
    return host.run(async (context) => {
      const form = context.workbook.worksheets.getItem('Приложение');
      const cells = Object.entries(typed).map(([row, value]) => ({
        range: form.getRange(cellOf(row, AT[column])).load('formulas'),
        value,
      }));
      await context.sync();
      const before = cells.map(({ range }) => range.formulas as unknown[][]);
      for (const { range, value } of cells) range.values = [[value]];
      const relation = form.getRange(cellOf(no, AT.relation)).load('values');
      await context.sync();
      const words = String((relation.values as unknown[][])[0]?.[0]);
      cells.forEach(({ range }, index) => {
        range.formulas = before[index] ?? [['']];
      });
      await context.sync();
      return words.trim();
    });
  }

  it('all hold in a register that is in order', async () => {
    for (const no of ['1', '5', '14', '14.1', '29']) expect(await said(no, {})).toBe('');
  });

  it.each([
    ['1', { '1.1': 2, '1.2': 1 }, '1.1 + 1.2 больше 1.'],
    ['1', { '1.3': 1, '1.4': 1, '1.5': 1 }, '1.3 + 1.4 + 1.5 больше 1.'],
    ['1', { '1.1': 3, '1.3': 3 }, '1.1 + 1.2 больше 1. 1.3 + 1.4 + 1.5 больше 1.'],
    ['5', { '5': 3 }, '5 больше 1.'],
    ['2.2', { '2.2': 3 }, '2.2 больше, чем педагогов в банке данных.'],
    ['14', { '14': 3, '14.1': 3 }, '14 больше, чем педагогов в банке данных.'],
    ['14', { '14.1': 0 }, '14 и 14.1 не сходятся: одно из чисел 0.'],
    ['14', { '14': 0 }, '14 и 14.1 не сходятся: одно из чисел 0.'],
    ['14', { '14.1': 0.5 }, '14 и 14.1 не сходятся: одно из чисел 0.'],
    ['29', { '29': 1 }, '29 больше, чем организаций.'],
  ])('broken in row %s by %j is said: «%s»', async (no, typed, words) => {
    expect(await said(no, typed)).toBe(words);
  });

  it.each([
    ['1', { '1.1': 1, '1.2': 1 }],
    ['1', { '1.3': 1, '1.4': 0, '1.5': 1 }],
    ['5', { '5': 2 }],
    ['5', { '5': '' }],
    ['2.2', { '2.2': 2 }],
    ['14', { '14': 0, '14.1': 0 }],
    ['14', { '14': 1, '14.1': 1 }],
    ['14', { '14.1': '' }],
    ['9', { '9.1': 5 }],
    ['29', { '29': 0 }],
  ])('held in row %s by %j is not spoken of', async (no, typed) => {
    expect(await said(no, typed)).toBe('');
  });

  it('an error value in a row is not called a broken relation of another', async () => {
    expect(await said('5', { '1': '#N/A' })).toBe('');
  });

  it.each([
    [{ '1': 4 }, ''],
    [{ '1': 5 }, 'Вопрос: изменение больше чем наполовину?'],
    [{ '1': 1 }, 'Вопрос: изменение больше чем наполовину?'],
    [{ '1': 0 }, 'Вопрос: изменение больше чем наполовину?'],
    [{ '1': 2 }, ''],
    [{ '1': 'не помню' }, ''],
  ])('last year’s %j beside this year’s 2 is a question, not an error: «%s»', async (last, words) => {
    expect(await said('1', last, 'lastYear')).toBe(words);
  });
});
