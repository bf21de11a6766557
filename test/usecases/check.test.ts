import { jest } from '@jest/globals';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { runBuild, runCheck, createUseCases } from '../../src/usecases/office';
import { CancelledError } from '../../src/usecases/work';
import type { Phase } from '../../src/usecases/contract';
import { contentsOf, differing } from './contents';
import { TODAY, closeRegisters, openRegister, quiet } from './registerHost';

// A register takes seconds to build, and the machine may be busy.
jest.setTimeout(120_000);

const REQUEST = { schoolYear: '2025/2026', today: TODAY, currentDate: TODAY };

const hosts: ExcelHost[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
  closeRegisters();
});

const input = async (): Promise<ExcelHost> => {
  const host = await openHost(await writeInputBook(SAMPLE.tables));
  hosts.push(host);
  return host;
};

/** Everything but the sheets that a check writes. */
const othersOf = (host: ExcelHost): Map<string, string> =>
  new Map([...contentsOf(host)].filter(([cell]) => !/^(?:Контроль|Сроки)!/.test(cell)));

const column = (host: ExcelHost, sheet: string, letter: string): unknown[] => {
  const worksheet = host.document.book.getWorksheet(sheet);
  const cells: unknown[] = [];
  for (let row = 2; row <= (worksheet?.rowCount ?? 0); row += 1) {
    cells.push(worksheet?.getCell(`${letter}${String(row)}`).value ?? '');
  }
  return cells;
};

describe('checking a register', () => {
  it('reads in one trip what the pane has read before, and writes in two', async () => {
    const { host } = await openRegister();
    const { readReport, checkRegister } = createUseCases(host.run, () => TODAY);
    await readReport(quiet);
    host.traffic.reset();
    const at = new Map<Phase, number>();
    await checkRegister({ onPhase: (phase) => at.set(phase, host.traffic.roundTrips) });
    expect(at.get('writing')).toBe(1);
    expect(host.traffic.roundTrips).toBeLessThanOrEqual(3);
  });

  it('writes nothing the second time, and reads in one trip', async () => {
    const { host } = await openRegister();
    const { checkRegister } = createUseCases(host.run, () => TODAY);
    const first = await checkRegister(quiet);
    const before = contentsOf(host);
    host.traffic.reset();
    const second = await checkRegister(quiet);
    expect(host.traffic.roundTrips).toBe(1);
    expect(second).toEqual(first);
    expect(differing(before, contentsOf(host))).toEqual([]);
  });

  it('changes no cell but those of «Контроль» and «Сроки»', async () => {
    const { host } = await openRegister();
    const before = othersOf(host);
    await runCheck(host.run, { currentDate: TODAY }, quiet);
    const after = othersOf(host);
    expect(differing(before, after)).toEqual([]);
    expect(after.size).toBe(before.size);
  });

  it('lists on «Контроль» what the report lists, line by line', async () => {
    const { host } = await openRegister();
    const { report } = await runCheck(host.run, { currentDate: TODAY }, quiet);
    const { issues } = report.control;
    expect(issues.length).toBeGreaterThan(20);
    expect(issues.map(({ severity }) => severity)).toContain('error');
    expect(column(host, 'Контроль', 'C')).toEqual(issues.map(({ trouble }) => trouble));
    expect(column(host, 'Контроль', 'D')).toEqual(issues.map(({ remedy }) => remedy));
    expect(column(host, 'Контроль', 'E')).toEqual(issues.map(({ basis }) => basis));
  });

  it('says on «Сроки» in formulas what the engine says of each obligation', async () => {
    const { host } = await openRegister();
    const { report } = await runCheck(host.run, { currentDate: TODAY }, quiet);
    const shown = await host.run(async (context) => {
      const table = context.workbook.tables.getItem('Сроки').getRange().load('values');
      await context.sync();
      return table.values as unknown[][];
    });
    const [headers = [], ...rows] = shown;
    const at = (name: string): number => headers.indexOf(name);
    const words = {
      done: 'выполнено',
      ok: 'в срок',
      soon: 'скоро',
      risk: 'под угрозой',
      overdue: 'просрочено',
    };
    expect(rows.map((row) => [row[at('Код')], row[at('Состояние')]])).toEqual(
      report.control.obligations.map(({ code, state }) => [code, words[state]]),
    );
  });

  it('says that a sheet was renamed and leaves it so', async () => {
    const { host } = await openRegister();
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Курсы').name = 'Обучение';
      await context.sync();
    });
    const { report } = await runCheck(host.run, { currentDate: TODAY }, quiet);
    expect(report.control.issues).toContainEqual(
      expect.objectContaining({
        code: 'structure',
        sheet: 'Обучение',
        fix: expect.objectContaining({ kind: 'sheet name' }),
      }),
    );
    expect(host.document.book.worksheets.map(({ name }) => name)).toContain('Обучение');
  });

  it('says that the form was deleted and does not build it', async () => {
    const { host } = await openRegister();
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Приложение').delete();
      await context.sync();
    });
    const { report } = await runCheck(host.run, { currentDate: TODAY }, quiet);
    expect(report.control.issues).toContainEqual(
      expect.objectContaining({ code: 'structure', fix: expect.objectContaining({ kind: 'repair' }) }),
    );
    expect(host.document.book.worksheets.map(({ name }) => name)).not.toContain('Приложение');
  });

  it('makes a register of a workbook that is none first, in four trips, and says so', async () => {
    const host = await input();
    const before = contentsOf(host);
    const { report } = await runCheck(host.run, REQUEST, quiet);
    // two to read, two to write and to read back; one more when the request is too large for one
    expect(host.traffic.roundTrips).toBeLessThanOrEqual(5);
    expect(report.warnings.join(' ')).toContain('сначала реестр построен');
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
    expect(differing(before, contentsOf(host))).toEqual([]);
    host.traffic.reset();
    expect((await runCheck(host.run, { currentDate: TODAY }, quiet)).actions).toBe(0);
  });
});

describe('the control of every report', () => {
  it('is the same after filling, reading and checking', async () => {
    const host = await input();
    const built = await runBuild(host.run, REQUEST, quiet);
    const { readReport, checkRegister } = createUseCases(host.run, () => TODAY);
    const read = await readReport(quiet);
    expect(read?.control).toEqual(built.report.control);
    expect((await checkRegister(quiet)).control).toEqual(built.report.control);
  });

  it('knows the association in numbers, and where an obligation is to be marked', async () => {
    const { host } = await openRegister();
    const report = await createUseCases(host.run, () => TODAY).readReport(quiet);
    expect(report?.numbers).toEqual({
      members: 29,
      meetingsHeld: 3,
      meetingsRequired: 4,
      databank: { sheet: 'Банк данных', cell: 'A2' },
    });
    const sent = report?.control.obligations.find(({ code }) => code === 'report');
    expect(sent).toMatchObject({ due: '2026-05-30', daysLeft: 18, canBeMarked: true, marked: null });
    expect(sent?.place?.sheet).toBe('Сроки');
    expect(sent?.place?.cell).toMatch(/^E\d+$/);
  });

  it('keeps «Сроки» with every filling', async () => {
    const host = await input();
    const { report } = await runBuild(host.run, REQUEST, quiet);
    expect(column(host, 'Сроки', 'A')).toEqual(report.control.obligations.map(({ code }) => code));
    await host.typeInto('Заседания', 'B5', TODAY - 10);
    const again = await runBuild(host.run, { currentDate: TODAY }, quiet);
    expect(again.actions).toBeGreaterThan(0);
    expect(column(host, 'Сроки', 'A')).toContain('protocol-4');
  });
});

describe('a use case that is stopped', () => {
  it('before the writing has changed nothing', async () => {
    const host = await input();
    const before = contentsOf(host);
    const { createRegister } = createUseCases(host.run, () => TODAY);
    const abort = new AbortController();
    const stopped = createRegister({
      signal: abort.signal,
      onPhase: (phase) => {
        if (phase === 'planning') abort.abort();
      },
    });
    await expect(stopped).rejects.toThrow(CancelledError);
    expect(contentsOf(host)).toEqual(before);
  });

  it('after the writing leaves the register whole', async () => {
    const host = await input();
    // «Дата расчёта» of a new register is the day of the machine
    const { createRegister, fillIndicators } = createUseCases(host.run);
    const abort = new AbortController();
    const stopped = createRegister({
      signal: abort.signal,
      onPhase: (phase) => {
        if (phase === 'writing') abort.abort();
      },
    });
    await expect(stopped).rejects.toThrow('остановлено');
    const before = contentsOf(host);
    await expect(fillIndicators(quiet)).resolves.toMatchObject({ agreement: { agreed: 55 } });
    expect(differing(before, contentsOf(host))).toEqual([]);
  });
});
