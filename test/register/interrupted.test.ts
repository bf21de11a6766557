import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { RegisterRequest } from '../../src/register/request';
import type { TableName } from '../../src/register/tables';
import { runBuild } from '../../src/usecases/office';
import { drawn } from '../depth';
import { TODAY } from './snapshots';
import { lost, pictureCells, pictureRules, pictureSheets } from './userBook';

/** A run that breaks off: the next one makes of it the very workbook that an unbroken run makes. */

const REQUEST: RegisterRequest = { schoolYear: '2025/2026', today: TODAY, currentDate: TODAY };
const AGAIN: RegisterRequest = { currentDate: TODAY };
const build = (host: ExcelHost, request: RegisterRequest = REQUEST) =>
  runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });

const FEW: readonly TableName[] = ['Педагоги', 'Курсы', 'Заседания'];

/** Everything of a workbook that a user could see: cells, rules, sheets, tables, names. */
function picture(host: ExcelHost): Map<string, string> {
  const { book, tables, names } = host.document;
  return new Map([
    ...[...pictureCells(book)].map(([key, value]) => [`ячейка ${key}`, value] as const),
    ...[...pictureRules(book)].map(([key, value]) => [`правило ${key}`, value] as const),
    ...[...pictureSheets(book)].map(([key, value]) => [`лист ${key}`, value] as const),
    ...book.worksheets.flatMap((sheet) =>
      Array.from({ length: sheet.columnCount }, (_, index): readonly [string, string] => {
        const { width, hidden } = sheet.getColumn(index + 1);
        return [`столбец ${sheet.name} ${String(index + 1)}`, JSON.stringify({ width, hidden })];
      }),
    ),
    ...tables.map(
      ({ id, ...table }) => [`таблица ${table.name}`, JSON.stringify({ ...table, id: typeof id })] as const,
    ),
    ...names.map(({ name, formula }) => [`имя ${name}`, formula] as const),
    ['порядок листов', book.worksheets.map(({ name }) => name).join()],
  ]);
}

/** Formulas are compared as texts: computing them is not needed, and would be most of the time. */
const open = (bytes: Uint8Array): Promise<ExcelHost> => openHost(bytes, { calculation: 'none' });

/** Runs to the end while counting the messages of the wire: the place of a failure that never comes. */
async function countMessages(host: ExcelHost, run: () => Promise<unknown>): Promise<number> {
  const far = Number.MAX_SAFE_INTEGER;
  host.switches.failAtAction = far;
  await run();
  const left = host.switches.failAtAction;
  host.switches.failAtAction = null;
  return far - (left ?? far);
}

/** A workbook, what an unbroken run makes of it, and how many messages reading and writing take. */
interface Run {
  readonly input: Uint8Array;
  readonly whole: ReadonlyMap<string, string>;
  readonly reading: number;
  readonly total: number;
}

async function unbroken(input: Uint8Array, request: RegisterRequest): Promise<Run> {
  const host = await open(input);
  const total = await countMessages(host, () => build(host, request));
  const whole = picture(host);
  const reading = await countMessages(host, () => build(host, AGAIN));
  host.dispose();
  return { input, whole, reading, total };
}

/** Breaks a run off at a part of its writing, and lets the next one complete it. */
async function expectCompleted(
  { input, whole, reading, total }: Run,
  request: RegisterRequest,
  part: number,
) {
  const host = await open(input);
  try {
    const before = pictureCells(host.document.book);
    host.switches.failAtAction = reading + 1 + Math.floor((total - 2 * reading) * part);
    await expect(build(host, request)).rejects.toThrow();
    expect(host.switches.failAtAction).toBeNull();
    await build(host, request);
    const made = picture(host);
    expect(lost(whole, made)).toEqual([]);
    expect(lost(made, whole)).toEqual([]);
    expect((await build(host, AGAIN)).actions).toBe(0);
    return { before, after: pictureCells(host.document.book) };
  } finally {
    host.dispose();
  }
}

describe('a first run that breaks off', () => {
  let run: Run;
  beforeAll(async () => {
    run = await unbroken(
      await writeInputBook(SAMPLE.tables.filter(({ name }) => FEW.includes(name))),
      REQUEST,
    );
  }, 60_000);

  it('is a long one: thousands of messages to break off at', () => {
    expect(run.total).toBeGreaterThan(3000);
  });

  // The first message and the last, and a dozen places between that are no round parts of anything.
  const PLACES = [
    0, 0.013, 0.041, 0.087, 0.149, 0.233, 0.317, 0.419, 0.523, 0.631, 0.737, 0.853, 0.947, 0.9995,
  ];

  it.each(drawn(PLACES, 5))(
    'at %d of the writing is completed by the next, the user’s cells whole',
    async (part) => {
      const { before, after } = await expectCompleted(run, REQUEST, part);
      expect(lost(before, after)).toEqual([]);
    },
    60_000,
  );
});

describe('a run that breaks off while the form grows by a meeting', () => {
  let run: Run;
  beforeAll(async () => {
    const host = await open(await writeInputBook(SAMPLE.tables.filter(({ name }) => FEW.includes(name))));
    await build(host);
    await host.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      const form = worksheets.getItem('Приложение');
      form.getRange('F26').values = [['да']];
      form.getRange('G26').formulas = [["='Курсы'!A2"]];
      form.getRange('G29').values = [[17]];
      const meetings = tables.getItem('Заседания').getDataBodyRange();
      meetings.getCell(0, 0).values = [[5]];
      await context.sync();
    });
    run = await unbroken(await host.save(), AGAIN);
    host.dispose();
  }, 60_000);

  it('moves what was typed beside a row together with the row', () => {
    expect(run.whole.get('ячейка Приложение!F27')).toContain('"да"');
    expect(run.whole.get('ячейка Приложение!G27')).toContain('Курсы');
    expect(run.whole.get('ячейка Приложение!G30')).toContain('17');
  });

  it.each(drawn([0, 0.07, 0.35, 0.7, 0.999], 3))(
    'at %d of the writing is completed by the next, nothing of it lost',
    async (part) => {
      await expectCompleted(run, AGAIN, part);
    },
    60_000,
  );
});

describe('a change of regulation that breaks off', () => {
  const CHANGE: RegisterRequest = { ...AGAIN, changeRegulation: 'oshmyany' };
  let run: Run;
  beforeAll(async () => {
    const host = await open(await writeInputBook(SAMPLE.tables.filter(({ name }) => FEW.includes(name))));
    await build(host, { ...REQUEST, regulation: 'sonkovo' });
    await host.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.getItem('Документы').getRange('C3').values = [['папка № 1']];
      tables.getItem('СписокКатегория').rows.add(undefined, [['наставник района']]);
      await context.sync();
    });
    await build(host, AGAIN);
    run = await unbroken(await host.save(), CHANGE);
    host.dispose();
  }, 60_000);

  it('takes more than a few messages', () => {
    expect(run.total - 2 * run.reading).toBeGreaterThan(150);
    expect([...run.whole.values()].join()).toContain('папка № 1');
    expect([...run.whole.values()].join()).toContain('наставник района');
  });

  it.each(drawn([0, 0.03, 0.09, 0.17, 0.26, 0.38, 0.47, 0.58, 0.69, 0.78, 0.86, 0.93, 0.97, 0.999], 5))(
    'at %d of the writing is completed by the next',
    async (part) => {
      await expectCompleted(run, CHANGE, part);
    },
    60_000,
  );

  it('is completed by a run that is asked for nothing, once the passport names the new regulation', async () => {
    const host = await open(run.input);
    try {
      await host.run(async (context) => {
        context.workbook.worksheets.getItem('Паспорт').getRange('B7').values = [['Ошмянский район']];
        await context.sync();
      });
      host.switches.failAtAction = run.reading + Math.floor((run.total - 2 * run.reading) * 0.8);
      await expect(build(host, AGAIN)).rejects.toThrow();
      await build(host, AGAIN);
      expect(lost(run.whole, picture(host))).toEqual([]);
      expect((await build(host, AGAIN)).actions).toBe(0);
    } finally {
      host.dispose();
    }
  }, 60_000);
});
