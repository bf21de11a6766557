import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { RegisterRequest } from '../../src/register/request';
import { TABLE_NAMES, type TableName } from '../../src/register/tables';
import { runBuild } from '../../src/usecases/office';
import { TODAY } from './snapshots';
import { lost, pictureCells, pictureRules, pictureSheets } from './userBook';

/** A run that breaks off: the next one makes of it the very workbook that an unbroken run makes. */

const REQUEST: RegisterRequest = { schoolYear: '2025/2026', today: TODAY, currentDate: TODAY };
const build = (host: ExcelHost, request: RegisterRequest = REQUEST) =>
  runBuild(
    (batch) => host.run(batch),
    request,
    () => undefined,
  );

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

let input: Uint8Array;
let whole: Map<string, string>;
/** Messages of the wire that reading took, and reading and writing together. */
let [reading, writing] = [0, 0];

/** Runs to the end while counting the messages of the wire: the place of a failure that never comes. */
async function countMessages(host: ExcelHost, run: () => Promise<unknown>): Promise<number> {
  const far = Number.MAX_SAFE_INTEGER;
  host.switches.failAtAction = far;
  await run();
  const left = host.switches.failAtAction;
  host.switches.failAtAction = null;
  return far - (left ?? far);
}

beforeAll(async () => {
  input = await writeInputBook(SAMPLE.tables.filter(({ name }) => FEW.includes(name)));
  const host = await openHost(input);
  const total = await countMessages(host, () => build(host));
  whole = picture(host);
  reading = await countMessages(host, () => build(host, { currentDate: TODAY }));
  writing = total - reading;
  host.dispose();
}, 120_000);

describe('a run that breaks off', () => {
  it('is a long one: thousands of messages to break off at', () => {
    expect(writing).toBeGreaterThan(3000);
    expect(TABLE_NAMES.length).toBeGreaterThan(FEW.length);
  });

  // The first message and the last, and a dozen places between that are no round parts of anything.
  const PLACES = [
    0, 0.013, 0.041, 0.087, 0.149, 0.233, 0.317, 0.419, 0.523, 0.631, 0.737, 0.853, 0.947, 0.9995,
  ];

  it.each(PLACES)(
    'at %d of the writing is completed by the next, the user’s cells whole',
    async (part) => {
      const host = await openHost(input);
      try {
        const before = pictureCells(host.document.book);
        host.switches.failAtAction = reading + 1 + Math.floor((writing - reading) * part);
        await expect(build(host)).rejects.toThrow();
        expect(host.switches.failAtAction).toBeNull();
        expect(lost(before, pictureCells(host.document.book))).toEqual([]);

        const built = await build(host);
        expect(built.report.agreement).toEqual({ agreed: 55, total: 55 });
        expect(lost(before, pictureCells(host.document.book))).toEqual([]);
        const made = picture(host);
        expect(lost(whole, made)).toEqual([]);
        expect(lost(made, whole)).toEqual([]);
        expect((await build(host, { currentDate: TODAY })).actions).toBe(0);
      } finally {
        host.dispose();
      }
    },
    60_000,
  );
});
