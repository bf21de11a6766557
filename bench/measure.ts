import type { IndicatorResult } from '../src/indicators/evaluate';
import { evaluateIndicators } from '../src/indicators/evaluate';
import { readAppendix } from '../src/indicators/readAppendix';
import { openHost } from '../src/host/node';
import type { ExcelHost } from '../src/host/host';
import { writeInputBook } from '../src/cli/sampleBook';
import { serialOf } from '../src/register/dates';
import { parseRegister } from '../src/register/parse';
import { runBuild } from '../src/usecases/office';
import { REGISTER_SCOPE } from '../src/usecases/scope';
import { readSnapshot } from '../src/workbook/readSnapshot';
import { recalculate } from '../test/oracle/libreOffice';
import { overlay } from '../test/oracle/overlay';
import { BENCH_TODAY, benchTables, type Size } from './association';
import { snapshotOf } from './snapshot';
import { measureControl } from './control';
import { asReceived, repeated, timed } from './timing';
import { askGrouped, askOneByOne, loadDatabase, type FormNumbers } from './sqlite';

/**
 * One measurement, in a process of its own: `tsx bench/measure.ts WHAT TEACHERS RECORDS` prints JSON. Apart,
 * so that the peak of one contender's memory is not taken for the other's.
 */

/** The numbers of the form as [row, value]: contenders must give the same. */
export type Numbers = readonly (readonly [no: string, value: number | null])[];

export interface EngineTiming {
  readonly milliseconds: number;
  readonly parseMilliseconds: number;
  readonly peakMegabytes: number;
  readonly numbers: Numbers;
}

export interface SqliteTiming {
  readonly groupedMilliseconds: number;
  readonly oneByOneMilliseconds: number;
  readonly loadMilliseconds: number;
  readonly peakMegabytes: number;
  readonly numbers: Numbers;
}

/** What a use case cost at the workbook. */
export interface Trip {
  readonly roundTrips: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly actions: number;
  readonly milliseconds: number;
}

export interface WorkbookCost {
  readonly create: Trip;
  readonly fill: Trip;
  readonly refill: Trip;
  readonly fileBytes: number;
  /** LibreOffice opening, recalculating and writing the file; null where the host's engine judged. */
  readonly libreOfficeMilliseconds: number | null;
  /** Rows of the form in which the sheet's own formulas and the engine agree. */
  readonly agreed: number;
  readonly rows: number;
}

/** Beyond it the host's engine is quadratic (one MATCH scans the whole table), and LibreOffice judges. */
const HOST_ENGINE_RECORDS = 2000;
/** Peak of the whole process, the data it was given included. */
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;

const byRow = (left: readonly [string, unknown], right: readonly [string, unknown]): number =>
  left[0].localeCompare(right[0], 'en', { numeric: true });

const engineNumbers = (results: readonly IndicatorResult[]): Numbers =>
  results
    .filter(({ state }) => state !== 'heading')
    .map(({ no, value }) => [no, value] as const)
    .sort(byRow);

const sqlNumbers = (numbers: FormNumbers): Numbers => [...numbers].sort(byRow);

function measureEngine(size: Size): EngineTiming {
  const snapshot = asReceived(snapshotOf(benchTables(size)));
  const { result: register, milliseconds: parseMilliseconds } = timed(() => parseRegister(snapshot));
  const numbers = engineNumbers(evaluateIndicators(register));
  // Before the repeats: what they leave behind for the garbage collector is no need of the engine's.
  const peakMegabytes = megabytes();
  const milliseconds = repeated(() => evaluateIndicators(register));
  return { milliseconds, parseMilliseconds, peakMegabytes, numbers };
}

async function measureSqlite(size: Size): Promise<SqliteTiming> {
  const tables = benchTables(size);
  const begun = performance.now();
  const database = await loadDatabase(tables);
  const loadMilliseconds = performance.now() - begun;
  const question = { begin: serialOf(2025, 9, 1), end: serialOf(2026, 8, 31), today: BENCH_TODAY };
  const numbers = sqlNumbers(askGrouped(database, question));
  if (JSON.stringify(numbers) !== JSON.stringify(sqlNumbers(askOneByOne(database, question)))) {
    throw new Error('The two ways of asking SQLite differ.');
  }
  const peakMegabytes = megabytes();
  return {
    groupedMilliseconds: repeated(() => askGrouped(database, question)),
    oneByOneMilliseconds: repeated(() => askOneByOne(database, question)),
    loadMilliseconds,
    peakMegabytes,
    numbers,
  };
}

async function build(host: ExcelHost): Promise<Trip> {
  host.traffic.reset();
  const begun = performance.now();
  const { actions } = await runBuild(
    (batch) => host.run(batch),
    { schoolYear: '2025/2026', today: BENCH_TODAY, currentDate: BENCH_TODAY },
    { onPhase: () => undefined },
  );
  const { roundTrips, bytesSent, bytesReceived } = host.traffic;
  return {
    roundTrips,
    sentBytes: bytesSent,
    receivedBytes: bytesReceived,
    actions,
    milliseconds: performance.now() - begun,
  };
}

async function measureWorkbook(size: Size): Promise<WorkbookCost> {
  const judgedByHost = size.records <= HOST_ENGINE_RECORDS;
  const calculation = judgedByHost ? 'automatic' : 'none';
  const empty = await openHost(null, { calculation });
  const create = await build(empty);
  empty.dispose();
  const host = await openHost(await writeInputBook(benchTables(size)), { calculation });
  try {
    const fill = await build(host);
    const refill = await build(host);
    const typed = await host.run(async (context) => (await readSnapshot(context, REGISTER_SCOPE)).snapshot);
    const file = await host.save();
    const begun = performance.now();
    const [book] = judgedByHost ? [] : await recalculate([file], { seconds: 900 });
    const libreOfficeMilliseconds = judgedByHost ? null : performance.now() - begun;
    const shown = readAppendix(book === undefined ? typed : overlay(typed, book));
    const values = new Map(shown.map(({ no, value }) => [no, value]));
    const results = evaluateIndicators(parseRegister(typed));
    return {
      create,
      fill,
      refill,
      fileBytes: file.length,
      libreOfficeMilliseconds,
      agreed: results.filter(({ no, value }) => values.get(no) === value).length,
      rows: results.length,
    };
  } finally {
    host.dispose();
  }
}

const [what = '', teachers = '', records = ''] = process.argv.slice(2);
const size: Size = { teachers: Number(teachers), records: Number(records) };
const measurements: Readonly<Record<string, () => unknown>> = {
  engine: () => measureEngine(size),
  sqlite: () => measureSqlite(size),
  workbook: () => measureWorkbook(size),
  control: () => measureControl(size),
};
const measurement = measurements[what];
if (measurement === undefined) throw new Error(`No such measurement: ${what}`);
process.stdout.write(JSON.stringify(await measurement()));
