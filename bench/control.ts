import { z } from 'zod';
import { checkRegister } from '../src/control/catalogue';
import { FILLED_TABLES } from '../src/control/context';
import { openHost } from '../src/host/node';
import type { ExcelHost } from '../src/host/host';
import { writeInputBook } from '../src/cli/sampleBook';
import type { CellValue } from '../src/plan/action';
import { LISTS } from '../src/register/lists';
import { valueAt, type Register } from '../src/register/register';
import type { WorkbookSnapshot } from '../src/register/snapshot';
import { columnsOf, type ColumnDefinition } from '../src/register/tables';
import { openBook, type Book } from '../src/usecases/book';
import type { Phase, WorkbookReport } from '../src/usecases/contract';
import { judgeRegister } from '../src/usecases/judge';
import { buildRegister, checkBook, reportNow } from '../src/usecases/register';
import { watchBook } from '../src/usecases/watch';
import { BENCH_TODAY, benchTables, type Size } from './association';
import { asReceived, repeatedOnProcessor } from './timing';

/** What the control costs, in memory and at the workbook. */
export interface ControlCost {
  readonly issues: number;
  /** All checks of a register that has been read and counted. */
  readonly checksMilliseconds: number;
  /** From the cells read to numbers, obligations and issues. */
  readonly judgeMilliseconds: number;
  /** A plain zod parse of the rows of the same tables, in the same process. */
  readonly zodMilliseconds: number;
  readonly rows: number;
  readonly check: CheckTrips;
  /** The same check once more: nothing has changed. */
  readonly recheck: CheckTrips;
  readonly live: LiveTrips;
}

export interface CheckTrips {
  readonly readTrips: number;
  readonly writeTrips: number;
  /** What was written is read back. */
  readonly readBackTrips: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly milliseconds: number;
}

/** One cell typed while the pane is open. */
export interface LiveTrips {
  readonly roundTrips: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** From the event to the report, without the pause in which more edits are waited for. */
  readonly milliseconds: number;
}

export async function measureControl(size: Size): Promise<ControlCost> {
  // What the formulas show is not asked here, and the host's engine is quadratic on such sizes.
  const host = await openHost(await writeInputBook(benchTables(size)), { calculation: 'none' });
  try {
    const book = openBook((batch) => host.run(batch), { today: () => BENCH_TODAY });
    const request = { schoolYear: '2025/2026', today: BENCH_TODAY, currentDate: BENCH_TODAY };
    await host.run((context) => buildRegister(context, book, request, quiet));
    await host.run((context) => reportNow(context, book));
    const check = await measureCheck(host, book);
    const recheck = await measureCheck(host, book);
    const live = await measureLive(host, book);
    const known = book.known();
    if (known === null) throw new Error('The register has not been read.');
    return { ...measureInMemory(asReceived(known.snapshot)), check, recheck, live };
  } finally {
    host.dispose();
  }
}

const quiet = { onPhase: (): void => undefined };

async function measureCheck(host: ExcelHost, book: Book): Promise<CheckTrips> {
  host.traffic.reset();
  const at = new Map<Phase, number>();
  const begun = performance.now();
  await host.run((context) =>
    checkBook(
      context,
      book,
      { currentDate: BENCH_TODAY },
      { onPhase: (phase) => at.set(phase, host.traffic.roundTrips) },
    ),
  );
  const milliseconds = performance.now() - begun;
  const { roundTrips, bytesSent, bytesReceived } = host.traffic;
  const read = at.get('planning') ?? 0;
  const written = at.get('verifying') ?? 0;
  return {
    readTrips: read,
    writeTrips: written - read,
    readBackTrips: roundTrips - written,
    sentBytes: bytesSent,
    receivedBytes: bytesReceived,
    milliseconds,
  };
}

async function measureLive(host: ExcelHost, book: Book): Promise<LiveTrips> {
  let tell: (report: WorkbookReport) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const reported = new Promise<WorkbookReport>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  const listener = {
    onReport: (report: WorkbookReport) => {
      tell(report);
    },
    onStale: quiet.onPhase,
    onFailure: (error: unknown) => {
      fail(error);
    },
  };
  const stop = await watchBook(book, listener, () => Promise.resolve());
  host.traffic.reset();
  const begun = performance.now();
  await host.typeInto('Достижения', 'A100', 'Никому Неизвестная Особа');
  await reported;
  const milliseconds = performance.now() - begun;
  const { roundTrips, bytesSent, bytesReceived } = host.traffic;
  await stop();
  return { roundTrips, sentBytes: bytesSent, receivedBytes: bytesReceived, milliseconds };
}

function measureInMemory(
  snapshot: WorkbookSnapshot,
): Pick<ControlCost, 'issues' | 'checksMilliseconds' | 'judgeMilliseconds' | 'zodMilliseconds' | 'rows'> {
  const judged = judgeRegister(snapshot, BENCH_TODAY);
  const parsed = rowsOf(judged.register);
  return {
    issues: judged.issues.length,
    checksMilliseconds: repeatedOnProcessor(() => checkRegister(judged)),
    judgeMilliseconds: repeatedOnProcessor(() => judgeRegister(snapshot, BENCH_TODAY)),
    zodMilliseconds: repeatedOnProcessor(() =>
      parsed.map(({ schema, rows }) => rows.map((row) => schema.safeParse(row).success)),
    ),
    rows: parsed.reduce((sum, { rows }) => sum + rows.length, 0),
  };
}

// ---------------------------------------------------------------------------------------------------------
// The same rows through zod

interface ParsedTable {
  readonly schema: z.ZodType;
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
}

function rowsOf({ tables, meetings }: Register): readonly ParsedTable[] {
  return FILLED_TABLES.flatMap((name): ParsedTable[] => {
    const table = tables[name];
    if (table === undefined) return [];
    const columns = columnsOf(name, meetings).filter(({ kind }) => kind !== 'formula');
    const rows = table.rows.map((_, row) =>
      Object.fromEntries(columns.map((column) => [column.name, valueAt(table, row, column.name)])),
    );
    return [{ schema: schemaOf(columns), rows }];
  });
}

const schemaOf = (columns: readonly ColumnDefinition[]): z.ZodType =>
  z.object(Object.fromEntries(columns.map((column) => [column.name, cellSchema(column)])));

function cellSchema({ kind, list, required }: ColumnDefinition): z.ZodType {
  const values = list === undefined || !isList(list) ? [] : LISTS[list].map(String);
  const typed =
    kind === 'date' || kind === 'number'
      ? z.number().min(0)
      : values.length > 0
        ? z.enum(values)
        : z.string().min(1);
  return required === true ? typed : z.union([z.literal(''), typed]);
}

const isList = (name: string): name is keyof typeof LISTS => Object.hasOwn(LISTS, name);
