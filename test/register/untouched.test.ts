import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { RegisterRequest } from '../../src/register/request';
import { SHEETS } from '../../src/register/sheets';
import { runBuild } from '../../src/usecases/office';
import { TODAY } from './snapshots';
import { lost, pictureCells, pictureRules, pictureSheets, userBook } from './userBook';

/** Whatever the user typed or formatted stays, to the cell. */

const REQUEST: RegisterRequest = { today: TODAY, currentDate: TODAY };
const build = (host: ExcelHost, request: RegisterRequest = REQUEST) =>
  runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });

let original: Uint8Array;
let host: ExcelHost;
let before: ReturnType<typeof pictureCells>;
let sheetsBefore: ReturnType<typeof pictureSheets>;
let rulesBefore: ReturnType<typeof pictureRules>;
let built: Awaited<ReturnType<typeof build>>;

beforeAll(async () => {
  original = await userBook();
  host = await openHost(original);
  before = pictureCells(host.document.book);
  sheetsBefore = pictureSheets(host.document.book);
  rulesBefore = pictureRules(host.document.book);
  built = await build(host);
}, 120_000);
afterAll(() => {
  host.dispose();
});

const namesOf = (of: ExcelHost): string[] => of.document.book.worksheets.map(({ name }) => name);

describe('a register built around the user’s own workbook', () => {
  it('counts what stands in it', () => {
    const value = (no: string) => built.report.rows.find((row) => row.no === no)?.value;
    expect(['1', '1.1', '1.3', '1.4', '3', '4', '14', '14.1'].map(value)).toEqual([3, 2, 1, 1, 1, 1, 2, 3]);
    expect(built.report.agreement).toEqual({ agreed: 55, total: 55 });
  });

  it('leaves every cell of the user’s as it was: value, formula, look and note', () => {
    expect(before.size).toBeGreaterThan(80);
    expect(lost(before, pictureCells(host.document.book))).toEqual([]);
  });

  it('leaves every sheet of the user’s as it was: merged cells, heights, frozen panes, print area, tab colour', () => {
    const foreign = [...sheetsBefore].filter(([name]) => !['Мои люди', 'Курсы', 'Достижения'].includes(name));
    expect(lost(new Map(foreign), pictureSheets(host.document.book))).toEqual([]);
  });

  it('gives its own sheets other names where the user’s bear ours, and says so', () => {
    const taken = ['План', 'Приложение', 'Правила', 'Паспорт', 'Справочники'];
    for (const name of taken) {
      expect(namesOf(host)).toEqual(expect.arrayContaining([name, `${name} (реестр)`]));
      expect(built.report.warnings.join('\n')).toContain(`лист реестра назван «${name} (реестр)»`);
    }
  });

  it('takes nothing of the user’s «Паспорт», «Правила» and «Приложение» for its own', () => {
    expect(built.report).toMatchObject({ regulation: 'Томский район', schoolYear: '2025/2026' });
    expect(built.report.rows.find(({ no }) => no === '8')).toMatchObject({ state: 'missing' });
  });

  it('makes a table of the plain list, and keeps the names of the tables there were', () => {
    const tables = host.document.tables.map(({ name, sheet }) => [name, sheet]);
    expect(tables).toEqual(
      expect.arrayContaining([
        ['Педагоги', 'Мои люди'],
        ['Курсы', 'Курсы'],
        ['Таблица7', 'Достижения'],
        ['СписокШкол', 'Инвентарь'],
      ]),
    );
    expect(tables.filter(([, sheet]) => sheet === 'Письма')).toEqual([]);
  });

  it('keeps the order of the user’s sheets among the register’s', () => {
    const own = [...sheetsBefore.keys()];
    expect(
      namesOf(host)
        .filter((name) => own.includes(name))
        .sort(),
    ).toEqual([...own].sort());
    expect(namesOf(host)).toHaveLength(own.length + SHEETS.length - 3);
  });

  it('keeps the user’s validations and conditional formats', () => {
    const after = pictureRules(host.document.book);
    expect([...rulesBefore.values()].join()).toContain('высшая,первая');
    expect([...rulesBefore.values()].join()).toContain('$F6<1978');
    expect(lost(rulesBefore, after)).toEqual([]);
  });

  it('keeps the user’s defined names', () => {
    expect(host.document.names).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'МояДоля', formula: expect.stringMatching(/Заметки'?!\$B\$3/) }),
      ]),
    );
  });

  it('says which required columns were missing', () => {
    expect(built.report.warnings).toEqual(
      expect.arrayContaining([expect.stringContaining('не было обязательного столбца «Организация»')]),
    );
  });
});

describe('after saving and opening again', () => {
  let reopened: ExcelHost;
  beforeAll(async () => {
    reopened = await openHost(await host.save());
  }, 60_000);
  afterAll(() => {
    reopened.dispose();
  });

  it('every cell of the user’s is still as it was', () => {
    expect(lost(before, pictureCells(reopened.document.book))).toEqual([]);
    expect(lost(rulesBefore, pictureRules(reopened.document.book))).toEqual([]);
  });

  it('there is nothing left to do', async () => {
    const again = await build(reopened, { currentDate: TODAY });
    expect(again.actions).toBe(0);
    expect(again.report.rows).toEqual(built.report.rows);
  }, 60_000);
});
