import { jest } from '@jest/globals';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import type { RegisterRequest } from '../../src/register/request';
import { serialOf } from '../../src/register/dates';
import { createUseCases, runBuild } from '../../src/usecases/office';
import { BusyError, CellEditModeError, ExcelError } from '../../src/workbook/errors';
import { ObstaclesError } from '../../src/usecases/register';
import type { Phase, Work } from '../../src/usecases/contract';
import { drawn } from '../depth';
import { contentsOf, differing } from './contents';

// A register takes seconds to build and to save, several times over on a busy machine.
jest.setTimeout(60_000);

const TODAY = serialOf(2026, 5, 12);
const REQUEST: RegisterRequest = { schoolYear: '2025/2026', today: TODAY, currentDate: TODAY };
const quiet: Work = { onPhase: () => undefined };

const hosts: ExcelHost[] = [];
let input: Uint8Array;

beforeAll(async () => {
  input = await writeInputBook(SAMPLE.tables);
});
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

async function open(bytes: Uint8Array | null): Promise<ExcelHost> {
  const host = await openHost(bytes);
  hosts.push(host);
  return host;
}

const build = (host: ExcelHost, request: RegisterRequest = REQUEST) => runBuild(host.run, request, quiet);

describe('creating a register', () => {
  it('makes an empty workbook a register in four trips', async () => {
    const host = await open(null);
    const { report, actions } = await build(host);
    expect(host.traffic.roundTrips).toBeLessThanOrEqual(4);
    expect(actions).toBeGreaterThan(100);
    expect(report).toMatchObject({
      schoolYear: '2025/2026',
      today: '2026-05-12',
      regulation: 'Томский район',
      agreement: { agreed: 55, total: 55 },
      warnings: [],
    });
    expect(report.rows).toHaveLength(55);
  });

  it('tells the phases in their order', async () => {
    const host = await open(null);
    const seen: Phase[] = [];
    const { createRegister, fillIndicators } = createUseCases(host.run, () => TODAY);
    const work: Work = { onPhase: (phase) => seen.push(phase) };
    await createRegister(work);
    expect(seen).toEqual(['reading', 'planning', 'writing', 'verifying']);
    await fillIndicators(work);
    expect(seen.slice(4)).toEqual(['reading', 'planning', 'verifying']);
  });
});

describe('filling the indicators', () => {
  it('builds the register around input tables in four trips, the cells of the user whole', async () => {
    const host = await open(input);
    const before = contentsOf(host);
    const { report } = await build(host);
    expect(host.traffic.roundTrips).toBeLessThanOrEqual(4);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
    expect(report.rows.find(({ no }) => no === '1')?.value).toBeGreaterThan(10);
    expect(differing(before, contentsOf(host))).toEqual([]);
  });

  it('writes nothing the second time, and makes no trip to write', async () => {
    const host = await open(input);
    const first = await build(host);
    host.traffic.reset();
    const second = await build(host, { currentDate: TODAY });
    expect(second.actions).toBe(0);
    expect(host.traffic.roundTrips).toBe(2);
    expect(second.report).toEqual(first.report);
  });

  it('writes nothing into a register that was saved and opened again', async () => {
    const host = await open(input);
    const { report } = await build(host);
    const again = await open(await host.save());
    const second = await build(again, { currentDate: TODAY });
    expect(second.actions).toBe(0);
    expect(second.report).toEqual(report);
  });

  it('writes the period and the membership day again where they were emptied', async () => {
    const host = await open(input);
    await build(host);
    await host.run(async (context) => {
      const rules = context.workbook.worksheets.getItem('Правила');
      rules.getRange('B2:B4').clear('Contents');
      rules.getRange('B9').clear('Contents');
      await context.sync();
    });
    const { report, actions } = await build(host, { currentDate: TODAY });
    expect(actions).toBe(4);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
  });

  it('points the period at the sheets of today when another program renamed one', async () => {
    const host = await open(input);
    await build(host);
    await host.run(async (context) => {
      const begin = context.workbook.worksheets.getItem('Правила').getRange('B2').load('formulas');
      await context.sync();
      begin.formulas = [[String(begin.formulas[0]?.[0]).replaceAll('Паспорт!', 'Заседания!')]];
      await context.sync();
    });
    const { report, actions } = await build(host, { currentDate: TODAY });
    expect(actions).toBe(1);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
  });

  it('knows the formulas of «Правила» whatever the sheet is called', async () => {
    const host = await open(input);
    await build(host, { currentDate: TODAY });
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Правила').name = 'Настройки';
      await context.sync();
      const rules = context.workbook.worksheets.getItem('Настройки');
      rules.getRange('B4').formulas = [['=0']];
      await context.sync();
    });
    const { report, actions } = await build(host, { currentDate: TODAY });
    expect(actions).toBe(1);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
  });

  it('leaves what somebody typed for the period', async () => {
    const host = await open(input);
    await build(host);
    const typed = [[serialOf(2025, 8, 25)], ['=DATE(2026,8,25)']];
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Правила').getRange('B2:B3').formulas = typed;
      await context.sync();
    });
    expect((await build(host, { currentDate: TODAY })).actions).toBe(0);
  });

  it('names the cells behind each number', async () => {
    const host = await open(input);
    const { indicators } = await build(host);
    const teachers = indicators.find(({ no }) => no === '1');
    expect(teachers?.evidence).toHaveLength(teachers?.value ?? -1);
    expect(teachers?.evidence[0]).toMatchObject({
      sheet: 'Банк данных',
      cell: expect.stringMatching(/^A\d+$/),
    });
    expect(indicators.some(({ excluded }) => excluded.length > 0)).toBe(true);
  });

  it('calculates a workbook that is set to manual calculation, and says so', async () => {
    const host = await open(input);
    host.document.calculationMode = 'Manual';
    const { report } = await build(host);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
    expect(report.warnings).toEqual([expect.stringContaining('ручной пересчёт')]);
  });

  it('says where the sheet and the engine disagree', async () => {
    const host = await open(input);
    const { report } = await build(host);
    const row = report.rows.find(({ value }) => value !== null);
    await host.run(async (context) => {
      const form = context.workbook.worksheets.getItem('Приложение').getRange('A1:C70').load('values');
      await context.sync();
      const at = form.values.findIndex(([no]) => String(no) === row?.no);
      form.getCell(at, 2).values = [[999]];
      await context.sync();
    });
    const { readReport } = createUseCases(host.run, () => TODAY);
    const read = await readReport(quiet);
    expect(read?.agreement.agreed).toBeLessThan(55);
    expect(read?.rows.find(({ no }) => no === row?.no)).toMatchObject({ agrees: false, formulaValue: 999 });
    expect(read?.warnings.join(' ')).toContain('на листе 999');
  });
});

describe('reading the report', () => {
  it('is null for a workbook that is no register, and writes nothing', async () => {
    const host = await open(input);
    const { readReport } = createUseCases(host.run, () => TODAY);
    const before = contentsOf(host);
    await expect(readReport(quiet)).resolves.toBeNull();
    expect(contentsOf(host)).toEqual(before);
  });

  it('tells of a register what filling it has told', async () => {
    const host = await open(input);
    const { report } = await build(host);
    host.traffic.reset();
    const { readReport } = createUseCases(host.run, () => TODAY);
    await expect(readReport(quiet)).resolves.toEqual(report);
    expect(host.traffic.roundTrips).toBe(2);
  });
});

describe('when something is in the way', () => {
  it('names the protected sheet before anything is written', async () => {
    const host = await open(input);
    host.switches.protectSheet('Курсы');
    const before = contentsOf(host);
    const refused = build(host);
    await expect(refused).rejects.toThrow(ObstaclesError);
    await expect(refused).rejects.toThrow('«Курсы»');
    expect(contentsOf(host)).toEqual(before);
    expect(host.document.book.worksheets.map(({ name }) => name)).not.toContain('Приложение');
  });

  it('asks to leave the cell, and works once it is left', async () => {
    const host = await open(null);
    const { createRegister } = createUseCases(host.run, () => TODAY);
    host.switches.editMode = true;
    await expect(createRegister(quiet)).rejects.toThrow(CellEditModeError);
    host.switches.editMode = false;
    await expect(createRegister(quiet)).resolves.toMatchObject({ agreement: { agreed: 55 } });
  });

  it('does not run two changes at once', async () => {
    const host = await open(null);
    const { createRegister, fillIndicators } = createUseCases(host.run, () => TODAY);
    const first = createRegister(quiet);
    await expect(fillIndicators(quiet)).rejects.toThrow(BusyError);
    await expect(first).resolves.toMatchObject({ agreement: { agreed: 55 } });
  });

  // Somewhere among the sheets, the tables, the formulas, the formats, and at the very end.
  it.each(drawn([0.02, 0.2, 0.5, 0.8, 0.99], 3))(
    'completes at the next run what broke off at %d of it',
    async (part) => {
      const whole = await open(input);
      const { first, last } = await actionsOfWriting(whole);

      const host = await open(input);
      const before = contentsOf(host);
      host.switches.failAtAction = first + Math.floor((last - first) * part);
      await expect(build(host)).rejects.toThrow(ExcelError);
      expect(host.switches.failAtAction).toBeNull();
      expect(differing(before, contentsOf(host))).toEqual([]);

      const { report } = await build(host);
      expect(report.agreement).toEqual({ agreed: 55, total: 55 });
      expect(differing(before, contentsOf(host))).toEqual([]);
      expect(differing(contentsOf(whole), contentsOf(host))).toEqual([]);
      expect(differing(contentsOf(host), contentsOf(whole))).toEqual([]);
      expect((await build(host, { currentDate: TODAY })).actions).toBe(0);
    },
  );
});

/** Builds, and tells at which actions of the wire the writing begins and ends. */
async function actionsOfWriting(host: ExcelHost): Promise<{ first: number; last: number }> {
  const never = 1_000_000_000;
  host.switches.failAtAction = never;
  const at = new Map<Phase, number>();
  await runBuild(host.run, REQUEST, {
    onPhase: (phase) => {
      at.set(phase, never - (host.switches.failAtAction ?? never));
    },
  });
  host.switches.failAtAction = null;
  return { first: (at.get('writing') ?? 0) + 1, last: at.get('verifying') ?? 0 };
}
