import { jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { Obligation } from '../../src/control/obligations';
import { type ControlLine, planControl, planDeadlines } from '../../src/control/sheet';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { Plan, WorkbookAction } from '../../src/plan/action';
import { areaAddress, cellAddress } from '../../src/register/addresses';
import { choiceName } from '../../src/register/lists';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { planRegister } from '../../src/register/structure';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { applyPlan } from '../../src/workbook/applyPlan';
import { ProtectedSheetsError, RestorePointLostError } from '../../src/workbook/errors';
import { type ReadingScope, readSnapshot } from '../../src/workbook/readSnapshot';
import type { RestorePoint } from '../../src/workbook/restorePoint';
import { type RestorableOptions, type Undone, applyRestorably, undoPlan } from '../../src/workbook/undoPlan';
import { inputBytes } from '../generators/registerBook';
import { dirtyRegister } from '../generators/registers';
import { TODAY } from '../register/snapshots';
import { lost, pictureCells, pictureRules, pictureSheets, userBook } from '../register/userBook';

jest.setTimeout(90_000);

/** What a style says beyond what a cell without one says: a look that was given back is spelt out. */
function visible(picture: string): string | null {
  const { value, style, note } = JSON.parse(picture) as {
    value: unknown;
    style: Record<string, Record<string, unknown>>;
    note?: string;
  };
  const said = Object.entries(style).flatMap(([part, look]): [string, unknown][] => {
    if (typeof look !== 'object') return look === 'General' ? [] : [[part, look]];
    const rest = Object.entries(look).filter(
      ([key, each]) => !(PLAIN[part]?.[key] ?? []).includes(JSON.stringify(each)),
    );
    return rest.length === 0 ? [] : [[part, Object.fromEntries(rest)]];
  });
  if (value === null && said.length === 0) return null;
  return JSON.stringify({ value, style: Object.fromEntries(said), note });
}

/** As JSON: what a cell without a style of its own looks like, in the words of a file that spells it out. */
const PLAIN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  alignment: { vertical: ['"bottom"'], wrapText: ['false'] },
  fill: { type: ['"pattern"'], pattern: ['"none"'] },
  font: {
    bold: ['false'],
    italic: ['false'],
    color: ['{"argb":"FF000000"}', '{"theme":1}'],
    family: ['2'],
    name: ['"Calibri"'],
    scheme: ['"minor"'],
    size: ['11'],
  },
};

const cellsOf = (host: ExcelHost): Map<string, string> =>
  new Map(
    [...pictureCells(host.document.book)].flatMap(([cell, picture]) => {
      const seen = visible(picture);
      return seen === null ? [] : [[cell, seen] as const];
    }),
  );

/** All that a person could see, and the tables and names behind it. */
const pictureOf = (host: ExcelHost) => ({
  cells: cellsOf(host),
  sheets: sheetsOf(host),
  order: [...host.document.book.worksheets].map(({ name }) => name),
  rules: pictureRules(host.document.book),
  columns: columnsOf(host),
  tables: host.document.tables.map(({ id: _id, ...table }) => structuredClone(table)),
  names: structuredClone(host.document.names),
});

/** A row as high as all others is not told from one whose height was given back; panes are, from how far they are scrolled. */
const sheetsOf = (host: ExcelHost): Map<string, string> =>
  new Map(
    [...pictureSheets(host.document.book)].map(([name, picture]) => {
      const { heights, views, ...rest } = JSON.parse(picture) as {
        heights: readonly (number | null)[];
        views: readonly Record<string, unknown>[] | null;
      };
      const own = heights.flatMap((height, row) => (height === null || height === 15 ? [] : [[row, height]]));
      const panes = (views ?? []).map(({ state, xSplit = 0, ySplit = 0 }) =>
        state === 'frozen' ? [xSplit, ySplit] : [],
      );
      return [name, JSON.stringify({ ...rest, own, panes: panes.filter((pane) => pane.length > 0) })];
    }),
  );

const columnsOf = (host: ExcelHost): Map<string, string> =>
  new Map(
    host.document.book.worksheets.flatMap((sheet) =>
      Array.from({ length: sheet.columnCount }, (_, index): readonly [string, string] => {
        const { width, hidden } = sheet.getColumn(index + 1);
        const usual = width === undefined || Math.abs(width - 9.14) < 0.01;
        return [
          `${sheet.name} ${String(index + 1)}`,
          usual && hidden !== true ? '' : JSON.stringify([width, hidden]),
        ];
      }).filter(([, picture]) => picture !== ''),
    ),
  );

function expectSame(host: ExcelHost, before: ReturnType<typeof pictureOf>): void {
  const after = pictureOf(host);
  expect(lost(before.cells, after.cells)).toEqual([]);
  expect(lost(after.cells, before.cells)).toEqual([]);
  expect(after).toEqual(before);
}

/** Flags of ours are looked for on one sheet of the user's as well. */
const SCOPE: ReadingScope = { ...REGISTER_SCOPE, sheets: [...REGISTER_SCOPE.sheets, 'Заметки'] };

type Planning = (snapshot: WorkbookSnapshot) => Plan;

/** Formulas are compared as texts: computing them is not needed. */
async function openBook(bytes: Uint8Array | null = null): Promise<ExcelHost> {
  const host = await openHost(bytes, { calculation: 'none' });
  hosts.push(host);
  return host;
}
const hosts: ExcelHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

/** Reads, plans and carries out; tells how many trips the carrying out took. */
async function change(
  host: ExcelHost,
  planning: Planning,
  options: RestorableOptions = {},
): Promise<{ point: RestorePoint; trips: number }> {
  return host.run(async (context) => {
    const reading = await readSnapshot(context, SCOPE);
    host.traffic.reset();
    const point = await applyRestorably(context, planning(reading.snapshot), reading, options);
    if (point === null) throw new Error('nothing was changed');
    return { point, trips: host.traffic.roundTrips };
  });
}

const register: Planning = (snapshot) =>
  planRegister(snapshot, { today: TODAY, currentDate: TODAY, schoolYear: '2025/2026' }).actions;

/** A restore point may have been kept outside. */
const carried = (point: RestorePoint): RestorePoint => JSON.parse(JSON.stringify(point)) as RestorePoint;

async function undo(host: ExcelHost, point: RestorePoint): Promise<Undone & { trips: number }> {
  host.traffic.reset();
  const undone = await host.run((context) => undoPlan(context, carried(point)));
  return { ...undone, trips: host.traffic.roundTrips };
}

const NOTHING_KEPT = { kept: [], keptSheets: [] };

/** The register of the sample association, as a methodist works on it. */
let sample: Uint8Array;
beforeAll(async () => {
  const host = await openHost(await writeInputBook(SAMPLE.tables), { calculation: 'none' });
  await host.run(async (context) => {
    const reading = await readSnapshot(context, REGISTER_SCOPE);
    await applyPlan(context, register(reading.snapshot), reading);
    await context.sync();
  });
  sample = await host.save();
  host.dispose();
}, 60_000);

describe('a register that is built and taken back', () => {
  it.each([
    ['in an empty workbook', () => Promise.resolve(null)],
    ['around the tables of the sample', () => writeInputBook(SAMPLE.tables)],
    ['around the user’s own workbook', userBook],
  ])('%s leaves the workbook as it was', async (_where, book) => {
    const host = await openBook(await book());
    const before = pictureOf(host);
    const { point, trips } = await change(host, register);
    expect(trips).toBe(2);
    expect(host.document.book.worksheets.length).toBeGreaterThan(15);
    const undone = await undo(host, point);
    expect(undone).toEqual({ ...NOTHING_KEPT, trips: 3 });
    expectSame(host, before);
  });

  it('leaves a file that opens as it was', async () => {
    const original = await userBook();
    const host = await openBook(original);
    const { point } = await change(host, register);
    await undo(host, point);
    const before = await openBook(await (await openBook(original)).save());
    expectSame(await openBook(await host.save()), pictureOf(before));
  });

  it('can be built again', async () => {
    const host = await openBook(await userBook());
    const first = await change(host, register);
    const built = pictureOf(host);
    await undo(host, first.point);
    await change(host, register);
    expect(pictureOf(host).cells).toEqual(built.cells);
    expect(pictureOf(host).tables).toEqual(built.tables);
  });
});

describe('generated tables', () => {
  it('are as they were when a register was built around them and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(dirtyRegister({ numbersInDatabank: true }), async (generated) => {
        const host = await openBook(await inputBytes(generated));
        const before = pictureOf(host);
        const { point } = await change(host, register);
        expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
        expectSame(host, before);
      }),
      { numRuns: 4 },
    );
  }, 120_000);
});

describe('changes of a register that stands', () => {
  it('are taken back when columns, formulas and names were restored', async () => {
    const host = await openBook(sample);
    await host.run(async (context) => {
      const { workbook } = context;
      workbook.worksheets.getItem('Справочники').delete();
      workbook.names.getItem(choiceName('Педагоги')).formula = "='Банк данных'!$A$2:$A$3";
      workbook.worksheets.getItem('Достижения').getRange('K3').values = [['вручную']];
      await context.sync();
    });
    const before = pictureOf(host);
    const { point } = await change(host, register);
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });

  it('are taken back when cells were put right, without asking beforehand', async () => {
    const host = await openBook(sample);
    const before = pictureOf(host);
    const { point, trips } = await change(host, () => [
      { kind: 'writeValues', sheet: 'Банк данных', address: 'A2:A3', values: [['Иванова Инна'], ["'1.1"]] },
    ]);
    expect(trips).toBe(1);
    expect(point.cells).toBe(2);
    expect(await undo(host, point)).toEqual({ ...NOTHING_KEPT, trips: 3 });
    expectSame(host, before);
  });

  it('are taken back when rows typed under a table were taken in', async () => {
    const host = await openBook(sample);
    const table = tableOf(host, 'Курсы');
    const under = table.bottom + 1;
    putBelow(host, table, ['Петрова Анна', 'КПК']);
    const before = pictureOf(host);
    const { point } = await change(host, () => [
      {
        kind: 'resizeTable',
        sheet: table.sheet,
        table: 'Курсы',
        address: areaAddress({ ...table, bottom: under }),
      },
    ]);
    expect(tableOf(host, 'Курсы').bottom).toBe(under);
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });

  it('are taken back when a sheet was given its name again, with its tab and its place', async () => {
    const host = await openBook(sample);
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Курсы');
      sheet.name = 'Курсы (копия)';
      sheet.tabColor = '#FF0000';
      sheet.position = 3;
      await context.sync();
    });
    const before = pictureOf(host);
    const { point } = await change(host, () => [
      { kind: 'renameSheet', sheet: 'Курсы (копия)', name: 'Курсы', tabColor: '#107C41', position: 7 },
      { kind: 'writeValues', sheet: 'Курсы', address: 'B2', values: [['исправлено']] },
    ]);
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });

  it('are taken back when «Контроль» was written longer, and shorter', async () => {
    const host = await openBook(sample);
    const empty = pictureOf(host);
    const long = await change(host, (snapshot) => planControl(snapshot, linesOf(9)));
    const nine = pictureOf(host);
    const short = await change(host, (snapshot) => planControl(snapshot, linesOf(3)));
    expect(tableOf(host, 'Контроль').bottom).toBe(4);
    expect(await undo(host, short.point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, nine);
    expect(await undo(host, long.point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, empty);
  });

  it('are taken back when «Сроки» was written, and a date typed beside stays', async () => {
    const host = await openBook(sample);
    const before = pictureOf(host);
    const obligations = (count: number): Obligation[] =>
      Array.from({ length: count }, (_, index) => ({
        code: `plan-${String(index)}`,
        duty: { kind: 'plan', name: 'План работы', explanation: '' },
        clause: '3.1',
        due: TODAY + index,
        daysLeft: index,
        state: 'soon',
        typed: null,
        place: null,
      }));
    const speech = { title: ({ code }: Obligation) => `Обязательство ${code}` };
    const { point } = await change(host, (snapshot) => planDeadlines(snapshot, obligations(7), speech));
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
    const again = await change(host, (snapshot) => planDeadlines(snapshot, obligations(7), speech));
    const done = tableOf(host, 'Сроки');
    const at = done.left + done.columns.findIndex(({ name }) => name === 'Выполнено');
    await host.typeInto('Сроки', cellAddress(3, at), TODAY);
    expect((await undo(host, again.point)).kept).toEqual([{ sheet: 'Сроки', cell: cellAddress(3, at) }]);
    expect(host.document.book.getWorksheet('Сроки')?.getCell(3, at).value).toBe(TODAY);
  });

  it('leaves no link behind where «Контроль» got shorter', async () => {
    const host = await openBook(sample);
    await change(host, (snapshot) => planControl(snapshot, linesOf(9)));
    await change(host, (snapshot) => planControl(snapshot, linesOf(3)));
    expect(await linksOn(host, 'Контроль', 'B2:B10')).toEqual([2, 3, 4]);
  });
});

describe('looks, lists and the rest of a sheet of the user’s', () => {
  const flag = (fill: string): WorkbookAction => ({
    kind: 'setFlags',
    sheet: 'Заметки',
    flags: [
      { code: 'а', address: 'B3:B9', formula: 'AND(N("рег:а")=0,B3="")', look: { fill, bold: true } },
      {
        code: 'б',
        address: 'A3:A9,C3:C9',
        formula: 'AND(N("рег:б")=0,A3="")',
        look: { fontColor: '#7A1F1F' },
      },
    ],
  });
  const dressed: Plan = [
    {
      kind: 'setLook',
      sheet: 'Заметки',
      address: 'A1:E9',
      look: {
        bold: true,
        italic: false,
        fontSize: 12,
        fontColor: '#1F1F1F',
        fill: '#E8F3EC',
        wrap: true,
        horizontal: 'Center',
        vertical: 'Center',
        numberFormat: '0.00',
        border: '#BFBFBF',
      },
    },
    { kind: 'setLook', sheet: 'Заметки', address: 'A3', look: { rowHeight: 30 } },
    { kind: 'setColumnWidth', sheet: 'Заметки', columns: 'A:C', characters: 13 },
    { kind: 'setColumnWidth', sheet: 'Заметки', columns: 'F:F', characters: 20 },
    { kind: 'hideColumns', sheet: 'Заметки', columns: 'B:B' },
    {
      kind: 'setValidation',
      sheet: 'Заметки',
      address: 'B5:B9',
      rule: { kind: 'custom', formula: 'ISNUMBER(B5)' },
      title: 'Число',
      message: 'Нужно число',
    },
    { kind: 'freeze', sheet: 'Заметки', rows: 5, columns: 0 },
    {
      kind: 'setPrint',
      sheet: 'Заметки',
      layout: {
        orientation: 'Portrait',
        area: 'A1:E9',
        titleRows: '$1:$2',
        titleColumns: '$A:$A',
        pagesWide: 1,
      },
    },
    flag('#FFF4CE'),
    { kind: 'writeFormulas', sheet: 'Заметки', address: 'A3:C3', formulas: [['=1+1', '5', "'=x"]] },
    { kind: 'clearCells', sheet: 'Заметки', address: 'C7' },
    { kind: 'setLink', sheet: 'Заметки', address: 'D5', target: "'Курсы'!A1", text: 'к курсам' },
  ];

  it('come back as they were found', async () => {
    const host = await openBook(await userBook());
    const before = pictureOf(host);
    const { point } = await change(host, () => dressed);
    expect(pictureOf(host)).not.toEqual(before);
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });

  it('keep a print area, titles, links and flags there were', async () => {
    const host = await openBook(await userBook());
    await change(host, () => [
      flag('#FDE7E9'),
      {
        kind: 'setPrint',
        sheet: 'Заметки',
        layout: { orientation: 'Landscape', area: 'A1:C3', titleColumns: '$A:$B', pagesWide: 2 },
      },
      { kind: 'setLink', sheet: 'Заметки', address: 'D5', target: 'https://example.org/', text: 'сайт' },
      { kind: 'setLink', sheet: 'Заметки', address: 'D6', target: "'Курсы'!B3", text: 'курс' },
    ]);
    const before = pictureOf(host);
    const { point } = await change(host, () => [
      ...dressed,
      { kind: 'clearCells', sheet: 'Заметки', address: 'D6' },
    ]);
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });
});

describe('a table of the user’s that shows totals', () => {
  const columns: Plan = [
    { kind: 'addTableColumns', sheet: 'Лист1', table: 'Курсы', names: ['Дни', 'Отметка'] },
    { kind: 'fillFormula', sheet: 'Лист1', address: 'C2:C3', formula: '=Курсы[[#This Row],[Часы]]/8' },
  ];
  async function withTotals(): Promise<ExcelHost> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Лист1').addTable({
      name: 'Курсы',
      ref: 'A1',
      headerRow: true,
      totalsRow: true,
      columns: [{ name: 'Тема', totalsRowLabel: 'Итого' }, { name: 'Часы' }],
      rows: [
        ['ФГОС', 72],
        ['Право', 16],
      ],
    });
    return openBook(new Uint8Array(await book.xlsx.writeBuffer()));
  }

  it('loses the columns it was given', async () => {
    const host = await withTotals();
    const before = pictureOf(host);
    const { point } = await change(host, () => columns);
    expect(tableOf(host, 'Курсы').columns).toHaveLength(4);
    expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });

  it('keeps a column somebody has typed into, and those before it', async () => {
    const host = await withTotals();
    const { point } = await change(host, () => columns);
    await host.typeInto('Лист1', 'D3', 'зачтено');
    expect(await undo(host, point)).toMatchObject({ kept: [{ sheet: 'Лист1', cell: 'D3' }] });
    expect(tableOf(host, 'Курсы').columns.map(({ name }) => name)).toEqual([
      'Тема',
      'Часы',
      'Дни',
      'Отметка',
    ]);
  });
});

describe('what somebody has typed since', () => {
  it('stays, is named, and the rest is taken back', async () => {
    const host = await openBook(sample);
    const { point } = await change(host, () => [
      { kind: 'writeValues', sheet: 'Банк данных', address: 'A2:A4', values: [['раз'], ['два'], ['три']] },
    ]);
    await host.typeInto('Банк данных', 'A3', 'Сидорова Вера');
    expect(await undo(host, point)).toMatchObject({ kept: [{ sheet: 'Банк данных', cell: 'A3' }] });
    const fresh = await openBook(sample);
    const was = (cell: string) => fresh.document.book.getWorksheet('Банк данных')?.getCell(cell).value;
    const now = (cell: string) => host.document.book.getWorksheet('Банк данных')?.getCell(cell).value;
    expect([now('A2'), now('A3'), now('A4')]).toEqual([was('A2'), 'Сидорова Вера', was('A4')]);
  });

  it('keeps the sheet it stands on, and the sheets that one needs', async () => {
    const host = await openBook(await userBook());
    const own = host.document.book.worksheets.map(({ name }) => name);
    const { point } = await change(host, register);
    await host.typeInto('Деятельность', 'A2', 'Агеева Анна');
    const { kept, keptSheets } = await undo(host, point);
    expect(kept).toEqual([{ sheet: 'Деятельность', cell: 'A2' }]);
    expect(keptSheets).toEqual(expect.arrayContaining(['Деятельность', 'Справочники (реестр)']));
    const left = host.document.book.worksheets.map(({ name }) => name);
    expect(left.sort()).toEqual([...own, ...keptSheets].sort());
    expect(JSON.stringify([...pictureOf(host).cells])).not.toContain('#REF!');
    expect(JSON.stringify(host.document.names)).not.toContain('#REF!');
  });

  it('keeps a column we added to the user’s table, with its header', async () => {
    const host = await openBook(await userBook());
    const { point } = await change(host, register);
    const table = tableOf(host, 'Педагоги');
    const at = table.left + table.columns.findIndex(({ name }) => name === 'Организация');
    await host.typeInto('Мои люди', cellAddress(6, at), 'СОШ № 3');
    const { kept } = await undo(host, point);
    expect(kept).toEqual([{ sheet: 'Мои люди', cell: cellAddress(6, at) }]);
    expect(tableOf(host, 'Педагоги').columns.map(({ name }) => name)).toContain('Организация');
    expect(host.document.book.getWorksheet('Мои люди')?.getCell(6, at).value).toBe('СОШ № 3');
    expect(JSON.stringify([...pictureOf(host).cells])).not.toContain('#REF!');
  });

  it('keeps what a formula of the user’s names, and names the formula', async () => {
    const host = await openBook(await userBook());
    const { point } = await change(host, register);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Заметки').getRange('F12').formulas = [
        ["='Приложение (реестр)'!C7+ROWS(Деятельность[Педагог])"],
      ];
      await context.sync();
    });
    const { kept, keptSheets } = await undo(host, point);
    expect(kept).toEqual([{ sheet: 'Заметки', cell: 'F12' }]);
    expect(keptSheets).toEqual(expect.arrayContaining(['Приложение (реестр)', 'Деятельность']));
    expect(JSON.stringify([...pictureOf(host).cells])).not.toContain('#REF!');
  });

  it('leaves a name alone that somebody has pointed elsewhere', async () => {
    const host = await openBook(sample);
    const { point } = await change(host, () => [
      { kind: 'setName', name: 'Моё', refersTo: "='Банк данных'!$A$2:$A$4" },
    ]);
    await host.run(async (context) => {
      context.workbook.names.getItem('Моё').formula = "='Курсы'!$A$2";
      await context.sync();
    });
    await undo(host, point);
    expect(host.document.names.find(({ name }) => name === 'Моё')?.formula).toContain('Курсы');
  });
});

describe('two plans that are one change', () => {
  const first: Planning = () => [
    { kind: 'addSheet', sheet: 'Новый', position: 0, tabColor: '#107C41' },
    { kind: 'writeValues', sheet: 'Новый', address: 'A1', values: [['раз']] },
    { kind: 'writeValues', sheet: 'Банк данных', address: 'A2:A3', values: [['раз'], ['два']] },
  ];
  const second: Planning = () => [
    { kind: 'writeValues', sheet: 'Новый', address: 'A1:A2', values: [['два'], ['три']] },
    { kind: 'writeValues', sheet: 'Банк данных', address: 'A3:A4', values: [['три'], ['четыре']] },
  ];

  it('are taken back together, and nothing is asked of sheets the first has added', async () => {
    const host = await openBook(sample);
    const before = pictureOf(host);
    const one = await change(host, first);
    const both = await change(host, second, { continues: one.point });
    expect([one.trips, both.trips]).toEqual([1, 1]);
    expect(both.point.cells).toBe(3);
    expect(await undo(host, both.point)).toMatchObject(NOTHING_KEPT);
    expectSame(host, before);
  });
});

describe('when it cannot be', () => {
  it('refuses before anything is changed while a sheet is protected', async () => {
    const host = await openBook(await userBook());
    const { point } = await change(host, register);
    const built = pictureOf(host);
    host.switches.protectSheet('Мои люди');
    await expect(undo(host, point)).rejects.toThrow(ProtectedSheetsError);
    host.switches.unprotectSheet('Мои люди');
    expect(pictureOf(host)).toEqual(built);
  });

  it('refuses when a sheet it would give something back to has been renamed', async () => {
    const host = await openBook(sample);
    const { point } = await change(host, () => [
      { kind: 'writeValues', sheet: 'Банк данных', address: 'A2', values: [['раз']] },
    ]);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Банк данных').name = 'Педагоги района';
      await context.sync();
    });
    const refused = undo(host, point);
    await expect(refused).rejects.toThrow(RestorePointLostError);
    await expect(refused).rejects.toThrow('«Банк данных»');
  });

  it('is completed by the next run when it broke off', async () => {
    const bytes = await userBook();
    const whole = await openBook(bytes);
    const before = pictureOf(whole);
    const built = await change(whole, register);
    const register0 = await whole.save();
    const messages = await countMessages(whole, () => undo(whole, built.point));
    for (const part of [0.4, 0.65, 0.8, 0.95]) {
      const host = await openBook(register0);
      host.switches.failAtAction = Math.floor(messages * part);
      await expect(undo(host, built.point)).rejects.toThrow();
      expect(host.switches.failAtAction).toBeNull();
      expect(await undo(host, built.point)).toMatchObject(NOTHING_KEPT);
      expectSame(host, before);
    }
  }, 60_000);

  it('takes back what was done of a plan that broke off itself', async () => {
    const bytes = await userBook();
    const whole = await openBook(bytes);
    const before = pictureOf(whole);
    const messages = await countMessages(whole, () => change(whole, register));
    for (const part of [0.65, 0.95]) {
      const host = await openBook(bytes);
      const found: RestorePoint[] = [];
      host.switches.failAtAction = Math.floor(messages * part);
      await expect(change(host, register, { onRestorePoint: (each) => found.push(each) })).rejects.toThrow();
      const [point] = found;
      if (point === undefined) throw new Error('no restore point');
      expect(pictureOf(host)).not.toEqual(before);
      expect(await undo(host, point)).toMatchObject(NOTHING_KEPT);
      expectSame(host, before);
    }
  });
});

/** Runs to the end while counting the messages of the wire: the place of a failure that never comes. */
async function countMessages(host: ExcelHost, run: () => Promise<unknown>): Promise<number> {
  const far = Number.MAX_SAFE_INTEGER;
  host.switches.failAtAction = far;
  await run();
  const left = host.switches.failAtAction;
  host.switches.failAtAction = null;
  return far - (left ?? far);
}

function tableOf(host: ExcelHost, name: string) {
  const table = host.document.tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** Typed while the suite was another: the table did not grow. */
function putBelow(host: ExcelHost, table: ReturnType<typeof tableOf>, texts: readonly string[]): void {
  const sheet = host.document.book.getWorksheet(table.sheet);
  texts.forEach((text, index) => {
    if (sheet !== undefined) sheet.getCell(table.bottom + 1, table.left + index).value = text;
  });
}

const linesOf = (count: number): ControlLine[] =>
  Array.from({ length: count }, (_, index) => ({
    severity: 'ошибка',
    where: `Курсы, A${String(index + 2)}`,
    target: `'Курсы'!A${String(index + 2)}`,
    trouble: `Строка ${String(index)}`,
    remedy: 'Исправьте',
    basis: '',
  }));

/** Rows of a column that carry links. */
const linksOn = (host: ExcelHost, sheet: string, address: string): Promise<number[]> =>
  host.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    const found = range.getCellProperties({ hyperlink: true });
    range.load('rowIndex');
    await context.sync();
    return found.value.flatMap(([cell], row) => (cell?.hyperlink ? [range.rowIndex + row + 1] : []));
  });
