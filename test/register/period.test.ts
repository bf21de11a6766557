import { serialFromIso, serialOf } from '../../src/register/dates';
import { cellAt, findSheet, parseRegister } from '../../src/register/parse';
import { runBuild } from '../../src/usecases/office';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { readSnapshot } from '../../src/workbook/readSnapshot';
import { openHost } from '../../src/host/node';

interface Built {
  readonly engine: { readonly begin: number; readonly end: number };
  readonly sheet: { readonly begin: unknown; readonly end: unknown };
  readonly categories: readonly unknown[];
}

async function built(regulation: string, day: string): Promise<Built> {
  const today = serialFromIso(day) ?? 0;
  const host = await openHost(null);
  const request = { regulation, schoolYear: '2025/2026', today, currentDate: today };
  const { report } = await runBuild(host.run, request, { onPhase: () => undefined });
  expect(report.agreement).toEqual({ agreed: 55, total: 55 });
  const { snapshot } = await host.run((context) => readSnapshot(context, REGISTER_SCOPE));
  host.dispose();
  const rules = findSheet(snapshot, 'Правила');
  const register = parseRegister(snapshot);
  return {
    engine: register.period,
    sheet: { begin: cellAt(rules, 2, 2).value, end: cellAt(rules, 3, 2).value },
    categories: register.lists.category,
  };
}

describe('the reporting period under each regulation', () => {
  test('is the school year where the regulation reports by it', async () => {
    const expected = { begin: serialOf(2025, 9, 1), end: serialOf(2026, 8, 31) };
    for (const regulation of ['sonkovo', 'tomsk', 'zdvinsk', 'oshmyany']) {
      const { engine, sheet } = await built(regulation, '2026-03-05');
      expect(engine).toEqual(expected);
      expect(sheet).toEqual(expected);
    }
  });

  test('is the past calendar year while its report is still to come', async () => {
    const { engine, sheet } = await built('tersky', '2026-01-15');
    const expected = { begin: serialOf(2025, 1, 1), end: serialOf(2025, 12, 31) };
    expect(engine).toEqual(expected);
    expect(sheet).toEqual(expected);
  });

  test('is the running calendar year once both report dates are over', async () => {
    const { engine, sheet } = await built('tersky', '2026-03-05');
    const expected = { begin: serialOf(2026, 1, 1), end: serialOf(2026, 12, 31) };
    expect(engine).toEqual(expected);
    expect(sheet).toEqual(expected);
  });
});

test('the Belarusian categories stand on «Справочники» of an association that works by them', async () => {
  const { categories } = await built('oshmyany', '2026-03-05');
  expect(categories).toContain('вторая');
  expect(categories).not.toContain('соответствие');
});
