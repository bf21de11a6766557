import type { Plan } from '../../src/plan/action';
import { readSnapshot } from '../../src/workbook/readSnapshot';
import type { RestorePoint } from '../../src/workbook/restorePoint';
import { type Undone, applyRestorably, undoPlan } from '../../src/workbook/undoPlan';
import type { ExcelHost } from '../../src/host/host';
import { planRegister } from '../../src/register/structure';
import { TODAY } from '../register/snapshots';
import { lost, pictureCells, pictureRules, pictureSheets, userBook } from '../register/userBook';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { closeHosts, open } from './open';

afterEach(closeHosts);

/** What a style says beyond what a cell without one says: a look that was given back is spelt out. */
function visible(picture: string): string | null {
  const { value, style, note } = JSON.parse(picture) as {
    value: unknown;
    style: Record<string, Record<string, unknown>>;
    note?: string;
  };
  const said = Object.entries(style).flatMap(([part, look]): [string, unknown][] => {
    if (typeof look !== 'object') return look === 'General' ? [] : [[part, look]];
    const plain = PLAIN[part] ?? {};
    const rest = Object.entries(look).filter(
      ([key, each]) => JSON.stringify(each) !== JSON.stringify(plain[key]),
    );
    return rest.length === 0 ? [] : [[part, Object.fromEntries(rest)]];
  });
  if (value === null && said.length === 0) return null;
  return JSON.stringify({ value, style: Object.fromEntries(said), note });
}

const PLAIN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  alignment: { vertical: 'bottom', wrapText: false },
  font: {
    bold: false,
    italic: false,
    color: { argb: 'FF000000' },
    family: 2,
    name: 'Calibri',
    size: 11,
  },
};

const cellsOf = (host: ExcelHost): Map<string, string> =>
  new Map(
    [...pictureCells(host.document.book)].flatMap(([cell, picture]) => {
      const seen = visible(picture);
      return seen === null ? [] : [[cell, seen] as const];
    }),
  );

const pictureOf = (host: ExcelHost) => ({
  cells: cellsOf(host),
  sheets: pictureSheets(host.document.book),
  rules: pictureRules(host.document.book),
  tables: structuredClone(host.document.tables),
  names: structuredClone(host.document.names),
});

const applied = (
  host: ExcelHost,
  plan: (reading: Awaited<ReturnType<typeof readSnapshot>>) => Plan,
): Promise<RestorePoint | null> =>
  host.run(async (context) => {
    const reading = await readSnapshot(context, REGISTER_SCOPE);
    const point = await applyRestorably(context, plan(reading), reading);
    await context.sync();
    return point;
  });

const undo = (host: ExcelHost, point: RestorePoint | null): Promise<Undone> => {
  if (point === null) throw new Error('nothing was changed');
  return host.run((context) => undoPlan(context, JSON.parse(JSON.stringify(point)) as RestorePoint));
};

describe('a register built around the user’s own workbook, and taken back', () => {
  it('leaves the workbook as it was', async () => {
    const host = await open(await userBook());
    const before = pictureOf(host);
    const point = await applied(
      host,
      ({ snapshot }) => planRegister(snapshot, { today: TODAY, currentDate: TODAY }).actions,
    );
    expect(host.document.book.worksheets.length).toBeGreaterThan(before.sheets.size);
    const undone = await undo(host, point);
    expect(undone).toEqual({ kept: [], keptSheets: [] });
    const after = pictureOf(host);
    expect(lost(before.cells, after.cells)).toEqual([]);
    expect(lost(after.cells, before.cells)).toEqual([]);
    expect(after).toEqual(before);
  }, 60_000);
});
