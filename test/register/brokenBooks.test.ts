import ExcelJS from 'exceljs';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { readAppendix } from '../../src/indicators/readAppendix';
import { RULE_CELLS } from '../../src/register/fixedCells';
import type { RegisterRequest } from '../../src/register/request';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { planRegister } from '../../src/register/structure';
import { columnsOf } from '../../src/register/tables';
import { runBuild } from '../../src/usecases/office';
import { ObstaclesError } from '../../src/usecases/register';
import { readBook } from '../generators/registerBook';
import { IN_YEAR, TODAY } from './snapshots';
import { lost, pictureCells } from './userBook';

/** Workbooks that are not as they should be, and what is done with them. */

const REQUEST: RegisterRequest = { schoolYear: '2025/2026', today: TODAY, currentDate: TODAY };
const AGAIN: RegisterRequest = { currentDate: TODAY };

const PEOPLE_COLUMNS = columnsOf('Педагоги').length;

const hosts: ExcelHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

type Cell = string | number | null;
interface Drawn {
  readonly sheet: string;
  readonly table?: string;
  readonly at?: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly totals?: boolean;
}

async function bookOf(
  drawn: readonly Drawn[],
  finish: (book: ExcelJS.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { sheet: name, table, at = 'A1', rows, totals = false } of drawn) {
    const sheet = book.getWorksheet(name) ?? book.addWorksheet(name);
    const [headers = [], ...body] = rows;
    if (table === undefined) {
      const { row, col } = sheet.getCell(at);
      rows.forEach((cells, down) => {
        cells.forEach((value, right) => {
          if (value !== null) sheet.getCell(Number(row) + down, Number(col) + right).value = value;
        });
      });
    } else {
      sheet.addTable({
        name: table,
        ref: at,
        headerRow: true,
        totalsRow: totals,
        columns: headers.map((header, index) => ({
          name: String(header),
          ...(totals && index === 0 ? { totalsRowLabel: 'Итого' } : {}),
        })),
        rows: body.map((cells) => [...cells]),
      });
    }
  }
  finish(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function open(bytes: Uint8Array | null): Promise<ExcelHost> {
  const host = await openHost(bytes);
  hosts.push(host);
  return host;
}

const build = (host: ExcelHost, request: RegisterRequest = REQUEST) =>
  runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });
type Built = Awaited<ReturnType<typeof build>>;

const valueOf = ({ report }: Built, no: string): number | null | undefined =>
  report.rows.find((row) => row.no === no)?.value;
const stateOf = ({ report }: Built, no: string) => report.rows.find((row) => row.no === no)?.state;

/** Every row agrees with the sheet, and the next run has nothing to do. */
async function expectWhole(host: ExcelHost, built: Built): Promise<void> {
  const { total } = built.report.agreement;
  expect(built.report.agreement).toEqual({ agreed: total, total });
  expect((await build(host, AGAIN)).actions).toBe(0);
}

/** The plan is refused with these words, and not a cell is written. */
async function expectRefused(host: ExcelHost, words: RegExp): Promise<void> {
  const before = pictureCells(host.document.book);
  const sheets = host.document.book.worksheets.length;
  const refused = await build(host).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(ObstaclesError);
  expect(String(refused)).toMatch(words);
  expect(host.document.book.worksheets).toHaveLength(sheets);
  expect([...pictureCells(host.document.book)]).toEqual([...before]);
}

const PEOPLE: Drawn = {
  sheet: 'Банк данных',
  table: 'Педагоги',
  rows: [
    ['ФИО', 'Образование', 'Категория', 'Профильные классы'],
    ['Агеева Анна', 'ВО', 'высшая', 'да'],
    ['Ким Пак', 'СПО', 'первая', 'нет'],
  ],
};
const COURSES: Drawn = {
  sheet: 'Курсы',
  table: 'Курсы',
  rows: [
    ['Педагог', 'Вид', 'Тема', 'Дата окончания'],
    ['Агеева Анна', 'КПК', 'ФГОС', IN_YEAR],
    ['Ким Пак', 'КПК', 'ФГОС', IN_YEAR],
  ],
};

const typeInto = async (
  host: ExcelHost,
  sheet: string,
  values: Readonly<Record<string, string | number>>,
) => {
  await host.run(async (context) => {
    for (const [address, value] of Object.entries(values)) {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    }
    await context.sync();
  });
};

const cellIn = async (host: ExcelHost, sheet: string, address: string): Promise<unknown> =>
  host.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    await context.sync();
    return (range.values as unknown[][])[0]?.[0];
  });

/** Sheet row of a form row. */
async function formRow(host: ExcelHost, no: string): Promise<number> {
  return host.run(async (context) => {
    const numbers = context.workbook.worksheets.getItem('Приложение').getRange('A1:A90').load('values');
    await context.sync();
    return numbers.values.findIndex(([cell]) => String(cell) === no) + 1;
  });
}

describe('a table without a required column', () => {
  it('is completed, said which, and the other rows are right', async () => {
    const host = await open(
      await bookOf([
        { ...PEOPLE, rows: PEOPLE.rows.map((row) => row.filter((_, index) => index !== 2)) },
        COURSES,
      ]),
    );
    const built = await build(host);
    expect(built.report.warnings.join('\n')).toContain(
      '«Педагоги» не было обязательного столбца «Категория»',
    );
    expect([valueOf(built, '1'), valueOf(built, '1.1'), valueOf(built, '3')]).toEqual([2, 1, 2]);
    expect(built.report.rows.find(({ no }) => no === '1.3')).toMatchObject({
      value: 0,
      state: 'partial',
      gaps: 2,
    });
    await expectWhole(host, built);
  });

  it('of the names themselves: nobody is known, and nothing else is lost', async () => {
    const host = await open(
      await bookOf([
        { ...PEOPLE, rows: PEOPLE.rows.map((row) => row.slice(1)) },
        COURSES,
        {
          sheet: 'Организации',
          table: 'Организации',
          rows: [
            ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
            ['СОШ', 'да', 'нет'],
          ],
        },
      ]),
    );
    const built = await build(host);
    expect(built.report.warnings.join('\n')).toContain('столбца «ФИО»');
    expect([stateOf(built, '1'), stateOf(built, '3'), valueOf(built, '29')]).toEqual([
      'missing',
      'missing',
      1,
    ]);
    await expectWhole(host, built);
  });
});

describe('what is in the way is said before anything is written', () => {
  it('the user’s cells right of a table', async () => {
    const host = await open(await bookOf([PEOPLE, COURSES, { sheet: 'Курсы', at: 'G3', rows: [['моё']] }]));
    await expectRefused(host, /Ячейка G3 листа «Курсы» занята/);
  });

  it('another table beside it', async () => {
    const beside: Drawn = {
      sheet: 'Курсы',
      at: 'F1',
      table: 'Расходы',
      rows: [
        ['Счёт', 'Сумма'],
        ['билеты', 100],
      ],
    };
    await expectRefused(
      await open(await bookOf([PEOPLE, COURSES, beside])),
      /Ячейка F1 листа «Курсы» занята/,
    );
  });

  it('two of our own tables side by side', async () => {
    const meetings: Drawn = {
      sheet: 'Курсы',
      at: 'G1',
      table: 'Заседания',
      rows: [
        ['Номер', 'Дата', 'Тема'],
        [1, TODAY, 'т'],
      ],
    };
    await expectRefused(await open(await bookOf([PEOPLE, COURSES, meetings])), /Ячейка G1/);
  });

  it('a column of the user’s own under the name of a formula column, typed or computed', async () => {
    const typed = COURSES.rows.map((row, index) => [...row, index === 0 ? 'Учёт' : 'сдано']);
    await expectRefused(
      await open(await bookOf([PEOPLE, { ...COURSES, rows: typed }])),
      /Столбец «Учёт» таблицы «Курсы»/,
    );
    const live = await bookOf(
      [PEOPLE, { ...COURSES, rows: COURSES.rows.map((row, index) => [...row, index === 0 ? 'Код' : null]) }],
      (book) => {
        for (const row of [2, 3]) {
          const cell = book.getWorksheet('Курсы')?.getCell(row, 5);
          if (cell !== undefined) cell.value = { formula: `D${String(row)}*2`, result: 0 };
        }
      },
    );
    await expectRefused(await open(live), /Столбец «Код» таблицы «Курсы»/);
  });

  it('such a column of a plain list', async () => {
    const plain = {
      sheet: 'Курсы',
      rows: COURSES.rows.map((row, index) => [...row, index === 0 ? 'учёт' : 'сдано']),
    };
    await expectRefused(await open(await bookOf([PEOPLE, plain])), /Столбец «учёт» таблицы «Курсы»/);
  });

  it('a header row that is not shown', async () => {
    const host = await open(await bookOf([PEOPLE, COURSES]));
    const courses = host.document.tables.find(({ name }) => name === 'Курсы');
    Object.assign(courses ?? {}, { showHeaders: false, top: 2 });
    await expectRefused(host, /«Курсы» на листе «Курсы» скрыта строка заголовков/);
  });

  it('every protected sheet that would be written to, all at once', async () => {
    const host = await open(await bookOf([PEOPLE, COURSES, { sheet: 'Чужой', rows: [['x']] }]));
    for (const sheet of ['Курсы', 'Банк данных', 'Чужой']) host.switches.protectSheet(sheet);
    await expectRefused(host, /«Банк данных» защищён[^]*«Курсы» защищён/);
  });
});

describe('tables of unusual make', () => {
  it('with a row of totals: columns are added, the totals stay where they are', async () => {
    const host = await open(await bookOf([PEOPLE, { ...COURSES, totals: true }]));
    const before = pictureCells(host.document.book);
    const built = await build(host);
    expect(valueOf(built, '3')).toBe(2);
    expect(await cellIn(host, 'Курсы', 'A4')).toBe('Итого');
    expect(lost(before, pictureCells(host.document.book))).toEqual([]);
    await expectWhole(host, built);
  });

  it('one above the other on one sheet', async () => {
    const meetings: Drawn = {
      sheet: 'Курсы',
      at: 'A20',
      table: 'Заседания',
      rows: [
        ['Номер', 'Дата', 'Тема'],
        [1, TODAY, 'т'],
      ],
    };
    const host = await open(await bookOf([PEOPLE, COURSES, meetings]));
    const built = await build(host);
    expect(valueOf(built, '3')).toBe(2);
    expect(stateOf(built, '2.1')).toBe('missing');
    await expectWhole(host, built);
  });

  it('of one row, and with headers broken over two lines', async () => {
    const host = await open(
      await bookOf([
        PEOPLE,
        {
          sheet: 'Организации',
          table: 'Организации',
          rows: [
            ['Краткое\nназвание', 'Необъективность  математика', 'НЕОБЪЕКТИВНОСТЬ РУССКИЙ ЯЗЫК'],
            ['СОШ', 'да', 'нет'],
          ],
        },
      ]),
    );
    const built = await build(host);
    expect(valueOf(built, '29')).toBe(1);
    await expectWhole(host, built);
  });

  it('plain lists all of them: one run is enough', async () => {
    const plain = ({ sheet, rows }: Drawn): Drawn => ({ sheet, rows });
    const meetings: Drawn = {
      sheet: 'Заседания',
      rows: [
        ['Номер', 'Дата', 'Тема'],
        [5, IN_YEAR, 'т'],
      ],
    };
    const marks: Drawn = {
      sheet: 'Посещаемость',
      rows: [
        ['ФИО', 'Заседание 1'],
        ['Агеева Анна', 'да'],
      ],
    };
    const host = await open(await bookOf([plain(PEOPLE), plain(COURSES), meetings, marks]));
    const built = await build(host);
    expect(built.report.rows).toHaveLength(56);
    expect([valueOf(built, '1'), valueOf(built, '3')]).toEqual([2, 2]);
    expect(await cellIn(host, 'Посещаемость', 'A3')).toBe('Ким Пак');
    await expectWhole(host, built);
  });
});

describe('what the user does to a register', () => {
  let saved: Uint8Array;
  beforeAll(async () => {
    const host = await openHost(await bookOf([PEOPLE, COURSES]));
    await build(host);
    saved = await host.save();
    host.dispose();
  }, 60_000);

  it('a fifth meeting: the form grows, what was typed beside a row follows it', async () => {
    const host = await open(saved);
    const [eight, three] = [await formRow(host, '8'), await formRow(host, '3')];
    await typeInto(host, 'Приложение', {
      [`F${String(eight)}`]: 'да',
      [`G${String(three)}`]: 40,
      D9: 'мой столбец',
    });
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Приложение').getRange(`G${String(eight)}`).formulas = [
        ["='Курсы'!D2"],
      ];
      await context.sync();
    });
    await typeInto(host, 'Заседания', { A2: 5, B2: IN_YEAR, C2: 'Итоги' });
    const built = await build(host, AGAIN);
    expect(built.report.rows).toHaveLength(56);
    expect(await formRow(host, '8')).toBe(eight + 1);
    expect(await cellIn(host, 'Приложение', `F${String(eight + 1)}`)).toBe('да');
    expect(await cellIn(host, 'Приложение', `G${String(eight + 1)}`)).toBe(IN_YEAR);
    expect(await cellIn(host, 'Приложение', `G${String(three + 1)}`)).toBe(40);
    expect(await cellIn(host, 'Приложение', 'D9')).toBe('мой столбец');
    expect(stateOf(built, '8')).toBe('zero');
    expect(stateOf(built, '2.5')).toBe('missing');
    await expectWhole(host, built);
  });

  it('a signature under the form: it stays, and the form does not grow over it', async () => {
    const host = await open(saved);
    const foot = (await formRow(host, '29')) + 4;
    await typeInto(host, 'Приложение', { [`B${String(foot)}`]: 'Руководитель ММО ______' });
    expect((await build(host, AGAIN)).actions).toBe(0);
    await typeInto(host, 'Заседания', { A2: 5, B2: IN_YEAR, C2: 'Итоги' });
    await expectRefused(host, new RegExp(`Ячейка B${String(foot)} листа «Приложение» занята`));
    await typeInto(host, 'Приложение', {
      [`B${String(foot)}`]: '',
      [`B${String(foot + 5)}`]: 'Руководитель ММО',
    });
    const built = await build(host, AGAIN);
    expect(await cellIn(host, 'Приложение', `B${String(foot + 5)}`)).toBe('Руководитель ММО');
    await expectWhole(host, built);
  });

  it('a number typed over a formula of the form: the formula is back, and the number is told', async () => {
    const host = await open(saved);
    const row = await formRow(host, '3');
    await typeInto(host, 'Приложение', { [`C${String(row)}`]: 17 });
    const built = await build(host, AGAIN);
    expect(built.report.warnings.join()).toContain(
      'В строке 3 листа «Приложение» вместо формулы стояло «17»',
    );
    expect(await cellIn(host, 'Приложение', `C${String(row)}`)).toBe(2);
    await expectWhole(host, built);
  });

  it('a teacher added: «Посещаемость» gets him, the drop-down reaches him', async () => {
    const host = await open(saved);
    await host.run(async (context) => {
      const people = context.workbook.tables.getItem('Педагоги');
      people.columns.getItem('ФИО').load('index');
      people.rows.add(undefined, [[...Array.from({ length: PEOPLE_COLUMNS }, () => '')]]);
      await context.sync();
    });
    await typeInto(host, 'Банк данных', { A4: 'Новиков Ян' });
    const built = await build(host, AGAIN);
    expect(valueOf(built, '1')).toBe(3);
    const snapshot = await readBook(host);
    const marks = snapshot.tables.find(({ name }) => name === 'Посещаемость');
    expect(marks?.rows.map(([name]) => name).filter((name) => name !== '')).toEqual([
      'Агеева Анна',
      'Ким Пак',
      'Новиков Ян',
    ]);
    const choice = snapshot.names.find(({ name }) => name === 'Выбор_Педагоги');
    expect(choice?.refersTo).toMatch(/\$A\$2:\$A\$4$/);
    await expectWhole(host, built);
  });

  it('more teachers than «Посещаемость» has rows: it grows, formulas and all', async () => {
    const host = await open(saved);
    const many = Array.from({ length: 60 }, (_, index) => `Учитель ${String(index + 1)}`);
    await host.run(async (context) => {
      const people = context.workbook.tables.getItem('Педагоги');
      people.rows.add(
        undefined,
        many.map((name) => [name, ...Array.from({ length: PEOPLE_COLUMNS - 1 }, () => '')]),
      );
      await context.sync();
    });
    const built = await build(host, AGAIN);
    expect(valueOf(built, '1')).toBe(62);
    const marks = (await readBook(host)).tables.find(({ name }) => name === 'Посещаемость');
    expect(marks?.rows).toHaveLength(62);
    expect(marks?.formulas['Член']?.unbroken).toBe(true);
    await expectWhole(host, built);
  });

  it('teachers that find no room under «Посещаемость» are told, and nothing is pushed aside', async () => {
    const host = await open(saved);
    const many = Array.from({ length: 60 }, (_, index) => `Учитель ${String(index + 1)}`);
    await typeInto(host, 'Посещаемость', { A50: 'моя запись под таблицей' });
    await host.run(async (context) => {
      context.workbook.tables.getItem('Педагоги').rows.add(
        undefined,
        many.map((name) => [name, ...Array.from({ length: PEOPLE_COLUMNS - 1 }, () => '')]),
      );
      await context.sync();
    });
    const built = await build(host, AGAIN);
    expect(built.report.warnings.join()).toContain('60\u00a0педагогов не добавлены');
    expect(await cellIn(host, 'Посещаемость', 'A50')).toBe('моя запись под таблицей');
    await expectWhole(host, built);
  });

  it('meeting number 2026: no rows are made for it, and it is told', async () => {
    const host = await open(saved);
    await typeInto(host, 'Заседания', { A2: 2026, B2: IN_YEAR, C2: 'Тема' });
    const built = await build(host, AGAIN);
    expect(built.report.rows).toHaveLength(55);
    expect(built.report.warnings.join()).toContain('«2026» больше 24');
    await expectWhole(host, built);
  });

  it('a passport emptied: what is known is filled in again, the rest asked for by colour', async () => {
    const host = await open(saved);
    await typeInto(host, 'Паспорт', { B4: '', B5: '', B7: '', B8: '' });
    const built = await build(host, AGAIN);
    expect(built.report).toMatchObject({
      association: '',
      municipality: 'Томский район',
      regulation: 'Томский район',
      schoolYear: '2025/2026',
    });
    await expectWhole(host, built);
  });

  /** The snapshot as it would be after a row was inserted at the top of a sheet: names follow their cells. */
  const next = (row: string): string => String(Number(row) + 1);
  /** A formula after a row was inserted at the top of a sheet. */
  const shifted = (formula: string, sheet: string): string =>
    formula.replaceAll(new RegExp(`(?<=${sheet}!\\$[A-Z]+\\$)\\d+`, 'g'), next);
  const withRowInserted = (snapshot: WorkbookSnapshot, sheet: string): WorkbookSnapshot => ({
    ...snapshot,
    sheets: snapshot.sheets.map((each) => {
      if (each.cells === null) return each;
      const { firstRow, formulas, ...cells } = each.cells;
      const moved = formulas?.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? shifted(cell, sheet) : cell)),
      );
      return {
        ...each,
        cells: {
          ...cells,
          firstRow: each.name === sheet ? firstRow + 1 : firstRow,
          ...(moved === undefined ? {} : { formulas: moved }),
        },
      };
    }),
    tables: snapshot.tables.map((each) => ({
      ...each,
      headerRow: each.sheet === sheet ? each.headerRow + 1 : each.headerRow,
      formulas: Object.fromEntries(
        Object.entries(each.formulas).map(([header, { first, unbroken }]) => [
          header,
          { first: shifted(first, sheet), unbroken },
        ]),
      ),
    })),
    names: snapshot.names.map(({ name, refersTo }) => ({
      name,
      refersTo: refersTo.includes(sheet) ? refersTo.replaceAll(/(?<=\$)\d+/g, next) : refersTo,
    })),
  });

  it('a row inserted into «Паспорт»: the names keep to their cells, and what is empty is filled in there', async () => {
    const host = await open(saved);
    await typeInto(host, 'Паспорт', { B4: 'ММО математиков' });
    const moved = withRowInserted(await readBook(host), 'Паспорт');
    expect(planRegister(moved, AGAIN)).toMatchObject({ actions: [], obstacles: [], notices: [] });
    await typeInto(host, 'Паспорт', { B5: '' });
    expect(planRegister(withRowInserted(await readBook(host), 'Паспорт'), AGAIN).actions).toEqual([
      { kind: 'writeValues', sheet: 'Паспорт', address: 'B6', values: [['Томский район']] },
    ]);
  });

  it('rows inserted above the cells of «Правила»: refused, because formulas and the engine would part', async () => {
    const host = await open(saved);
    const { obstacles } = planRegister(withRowInserted(await readBook(host), 'Правила'), AGAIN);
    expect(obstacles).toEqual([{ code: 'rules-moved', sheet: 'Правила' }]);
  });

  it('«Дата расчёта» as text: told, and nothing has been held', async () => {
    const host = await open(saved);
    await typeInto(host, 'Заседания', { A2: 1, B2: IN_YEAR, C2: 'Тема' });
    await typeInto(host, 'Правила', { [`B${String(RULE_CELLS.today)}`]: "'12 мая" });
    const built = await build(host, AGAIN);
    expect(built.report.warnings.join()).toContain('не дата: «12 мая»');
    expect(stateOf(built, '2.1')).toBe('not-due');
    await expectWhole(host, built);
  });

  it('rules edited: they stay, and are what is applied', async () => {
    const host = await open(saved);
    await typeInto(host, 'Правила', { C15: 9, [`B${String(RULE_CELLS.methodistTitles)}`]: 'нет' });
    await typeInto(host, 'Банк данных', { C2: 'педагог-методист' });
    const built = await build(host, AGAIN);
    expect(built.actions).toBe(0);
    expect(valueOf(built, '1.3')).toBe(0);
    expect(await cellIn(host, 'Правила', 'C15')).toBe(9);
  });

  it('a value added to a list: engine, formulas and drop-down honour it', async () => {
    const host = await open(saved);
    await host.run(async (context) => {
      context.workbook.tables.getItem('СписокКатегория').rows.add(undefined, [['учитель-методист']]);
      await context.sync();
    });
    await typeInto(host, 'Банк данных', { C3: 'Учитель-методист' });
    const built = await build(host, AGAIN);
    expect(built.report.rows.find(({ no }) => no === '1.3')).toMatchObject({ value: 2, state: 'value' });
    const choice = (await readBook(host)).names.find(({ name }) => name === 'Выбор_Категория');
    expect(choice?.refersTo).toMatch(/\$\d+:\$[A-Z]+\$11$/);
    await expectWhole(host, built);
  });

  it('a sheet of lists deleted, and the form: both are built anew', async () => {
    const host = await open(saved);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Справочники').delete();
      context.workbook.worksheets.getItem('Приложение').delete();
      await context.sync();
    });
    const built = await build(host, AGAIN);
    expect([valueOf(built, '1'), valueOf(built, '3')]).toEqual([2, 2]);
    await expectWhole(host, built);
  });

  it('one list deleted and cells of the user’s in its place: it is put beside everything else', async () => {
    const host = await open(saved);
    await host.run(async (context) => {
      context.workbook.tables.getItem('СписокОбразование').delete();
      context.workbook.worksheets.getItem('Справочники').getRange('A5').values = [['моя пометка']];
      await context.sync();
    });
    const built = await build(host, AGAIN);
    expect(await cellIn(host, 'Справочники', 'A5')).toBe('моя пометка');
    expect(valueOf(built, '1.1')).toBe(1);
    await expectWhole(host, built);
  });

  it('formula columns typed over: the formulas are back, and it is told', async () => {
    const host = await open(saved);
    const courses = (await readBook(host)).tables.find(({ name }) => name === 'Курсы');
    const at = String.fromCharCode(65 + (courses?.headers.indexOf('Учёт') ?? 0));
    await typeInto(host, 'Курсы', { [`${at}2`]: 'сдано' });
    const built = await build(host, AGAIN);
    expect(built.report.warnings.join()).toContain('В столбце «Учёт» таблицы «Курсы»');
    expect(await cellIn(host, 'Курсы', `${at}2`)).toBe('учтено');
    await expectWhole(host, built);
  });

  it('the form is read as it stands on the sheet', async () => {
    const host = await open(saved);
    const rows = readAppendix(await readBook(host));
    expect(rows).toHaveLength(55);
    expect(rows.find(({ no }) => no === '3')).toEqual({
      no: '3',
      value: 2,
      state: 'рассчитано',
      lastYear: null,
    });
    expect(rows.find(({ no }) => no === '8')).toEqual({
      no: '8',
      value: null,
      state: 'нет данных',
      lastYear: null,
    });
  });
});
