import { jest } from '@jest/globals';
import type { ExcelHost } from '../../src/host/host';
import { openBook, type Book } from '../../src/usecases/book';
import type { WorkbookReport } from '../../src/usecases/contract';
import { createUseCases } from '../../src/usecases/office';
import { reportNow } from '../../src/usecases/register';
import { watchBook } from '../../src/usecases/watch';
import { TODAY, closeRegisters, openRegister, quiet } from './registerHost';

// A register takes seconds to build, and the machine may be busy.
jest.setTimeout(120_000);

interface Watched {
  readonly host: ExcelHost;
  readonly book: Book;
  readonly reports: WorkbookReport[];
  readonly failures: unknown[];
  readonly stale: () => number;
  readonly stop: () => Promise<void>;
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  closeRegisters();
});

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A register that has been read, and is followed from then on. */
async function watched(): Promise<Watched> {
  const { host } = await openRegister();
  const book = openBook(host.run, { today: () => TODAY });
  await host.run((context) => reportNow(context, book));
  const reports: WorkbookReport[] = [];
  const failures: unknown[] = [];
  let stale = 0;
  const listener = {
    onReport: (report: WorkbookReport) => reports.push(report),
    onStale: () => (stale += 1),
    onFailure: (error: unknown) => failures.push(error),
  };
  const stop = await watchBook(book, listener, turn);
  stops.push(stop);
  host.traffic.reset();
  return { host, book, reports, failures, stale: () => stale, stop };
}

/** Until nothing more is under way. */
async function settled({ host }: Watched): Promise<void> {
  let trips = -1;
  for (let quietTurns = 0; quietTurns < 12; quietTurns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (trips !== host.traffic.roundTrips) quietTurns = 0;
    trips = host.traffic.roundTrips;
  }
}

/** What reading the whole workbook says. */
const afresh = async ({ host }: Watched): Promise<WorkbookReport | null> =>
  createUseCases(host.run, () => TODAY).readReport(quiet);

const lastOf = ({ reports }: Watched): WorkbookReport => {
  const report = reports.at(-1);
  if (report === undefined) throw new Error('no report');
  return report;
};

/** A1 of the row under a table. */
async function under({ host }: Watched, name: string): Promise<number> {
  return host.run(async (context) => {
    const range = context.workbook.tables.getItem(name).getRange().load('rowCount');
    await context.sync();
    return range.rowCount + 1;
  });
}

describe('an edit while the pane is open', () => {
  it('is reported after one trip, as reading the whole workbook would report it', async () => {
    const register = await watched();
    await register.host.typeInto('Достижения', 'A5', 'Никому Неизвестная Особа');
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(1);
    expect(register.reports).toHaveLength(1);
    expect(lastOf(register).control.issues).toContainEqual(
      expect.objectContaining({ code: 'unknown-teacher', sheet: 'Достижения', cell: 'A5' }),
    );
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('counts in the numbers of the form, on the sheet and in the engine', async () => {
    const register = await watched();
    await register.host.typeInto('Банк данных', 'I3', 'первая');
    await settled(register);
    const report = lastOf(register);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
    expect(report).toEqual(await afresh(register));
  });

  it('waits for the next when several come quickly: one trip, one report', async () => {
    const register = await watched();
    await Promise.all([
      register.host.typeInto('Достижения', 'A5', 'Никому Неизвестная Особа'),
      register.host.typeInto('Курсы', 'A3', 'Другая Неизвестная Особа'),
      register.host.typeInto('Курсы', 'A9', 'Третья Неизвестная Особа'),
    ]);
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(1);
    expect(register.reports).toHaveLength(1);
    const unknown = lastOf(register).control.issues.filter(({ code }) => code === 'unknown-teacher');
    expect(unknown.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(
      expect.arrayContaining(['Достижения!A5', 'Курсы!A3', 'Курсы!A9']),
    );
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('moves the deadlines when «Дата расчёта» is typed', async () => {
    const register = await watched();
    await register.host.typeInto('Правила', 'B1', TODAY + 30);
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(1);
    expect(lastOf(register).today).toBe('2026-06-11');
    expect(lastOf(register).control.obligations.find(({ code }) => code === 'report')?.state).toBe('overdue');
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('sees a table grow as one types under it, in one trip', async () => {
    const register = await watched();
    const row = await under(register, 'Организации');
    register.host.traffic.reset();
    await register.host.typeInto('Организации', `A${String(row)}`, 'СОШ с. Новое');
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(1);
    expect(lastOf(register).control.issues).toContainEqual(
      expect.objectContaining({ code: 'required', sheet: 'Организации', cell: `C${String(row)}` }),
    );
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('sees a row typed further below a table', async () => {
    const register = await watched();
    const row = await under(register, 'Организации');
    register.host.traffic.reset();
    await register.host.typeInto('Организации', `A${String(row + 3)}`, 'СОШ с. Новое');
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(1);
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('reads everything when a sheet was added, removed or renamed meanwhile', async () => {
    const register = await watched();
    await register.host.run(async (context) => {
      context.workbook.worksheets.getItem('План').name = 'План работы';
      await context.sync();
    });
    await register.host.typeInto('Курсы', 'A3', 'Никому Неизвестная Особа');
    await settled(register);
    expect(lastOf(register).control.issues).toContainEqual(
      expect.objectContaining({ code: 'structure', sheet: 'План работы' }),
    );
    expect(lastOf(register)).toEqual(await afresh(register));
    await register.host.run(async (context) => {
      context.workbook.worksheets.getItem('Группы').delete();
      await context.sync();
    });
    await settled(register);
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('is told from what nobody counts: a sheet of one’s own, «Контроль»', async () => {
    const register = await watched();
    await register.host.typeInto('Контроль', 'C40', 'моя пометка');
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(0);
    expect(register.reports).toEqual([]);
  });

  it('is told from the add-in’s own writing', async () => {
    const register = await watched();
    await register.host.run(async (context) => {
      context.workbook.worksheets.getItem('Курсы').getRange('A3').values = [['Никто']];
      await context.sync();
    });
    register.host.traffic.reset();
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(0);
    expect(register.reports).toEqual([]);
  });

  it('of a co-author makes the report stale; the next of one’s own reads everything', async () => {
    const register = await watched();
    await register.host.raiseRemoteChange('Достижения', 'A7:A8');
    await settled(register);
    expect([register.stale(), register.reports.length, register.host.traffic.roundTrips]).toEqual([1, 0, 0]);
    await register.host.typeInto('Курсы', 'A3', 'Никому Неизвестная Особа');
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(1);
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('waits until the user has left the cell they type in', async () => {
    const register = await watched();
    await register.host.typeInto('Курсы', 'A3', 'Никому Неизвестная Особа');
    register.host.switches.editMode = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(register.reports).toEqual([]);
    register.host.switches.editMode = false;
    await settled(register);
    expect(register.failures).toEqual([]);
    expect(lastOf(register)).toEqual(await afresh(register));
  });

  it('is reported no more once the pane has stopped', async () => {
    const register = await watched();
    await register.stop();
    register.host.traffic.reset();
    await register.host.typeInto('Курсы', 'A3', 'Никому Неизвестная Особа');
    await settled(register);
    expect(register.host.traffic.roundTrips).toBe(0);
    expect(register.reports).toEqual([]);
  });

  it('that fails is told as it is', async () => {
    const register = await watched();
    register.host.switches.failAtAction = 1;
    await register.host.typeInto('Курсы', 'A3', 'Никому Неизвестная Особа');
    await settled(register);
    expect(register.failures).toHaveLength(1);
    await register.host.typeInto('Курсы', 'A4', 'Никому Неизвестная Особа');
    await settled(register);
    expect(lastOf(register)).toEqual(await afresh(register));
  });
});
