import type { Plan } from '../../src/plan/action';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { type ApplyOptions, applyPlan } from '../../src/workbook/applyPlan';
import { type ReadingScope, type WorkbookReading, readSnapshot } from '../../src/workbook/readSnapshot';

/** Nothing is ours but what is named. */
export const scopeOf = (named: Partial<ReadingScope> = {}): ReadingScope => ({
  plainSheets: [],
  anchors: [],
  sheets: [],
  tables: [],
  measures: () => false,
  wanted: () => [],
  ...named,
});

const opened: ExcelHost[] = [];

/** A host that `closeHosts` will close. */
export async function open(bytes: Uint8Array | null = null): Promise<ExcelHost> {
  const host = await openHost(bytes);
  opened.push(host);
  return host;
}

export function closeHosts(): void {
  for (const host of opened.splice(0)) host.dispose();
}

export const read = (host: ExcelHost, scope: ReadingScope = scopeOf()): Promise<WorkbookReading> =>
  host.run((context) => readSnapshot(context, scope));

/** Reads and carries out a plan. */
export const apply = (
  host: ExcelHost,
  plan: Plan,
  options: ApplyOptions = {},
  scope: ReadingScope = scopeOf({ sheets: ['Лист1'] }),
): Promise<void> =>
  host.run(async (context) => {
    const reading = await readSnapshot(context, scope);
    await applyPlan(context, plan, reading, options);
    await context.sync();
  });

/** A table of one sheet, from its headers and rows. */
export const tableAt = (
  sheet: string,
  name: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Plan => [
  {
    kind: 'writeValues',
    sheet,
    address: `A1:${String.fromCharCode(64 + headers.length)}${String(rows.length + 1)}`,
    values: [headers, ...rows],
  },
  {
    kind: 'addTable',
    sheet,
    address: `A1:${String.fromCharCode(64 + headers.length)}${String(rows.length + 1)}`,
    name,
    style: 'TableStyleLight1',
  },
];

export const sheetIn = (snapshot: WorkbookSnapshot, name: string) =>
  snapshot.sheets.find((sheet) => sheet.name === name);

export const tableIn = (snapshot: WorkbookSnapshot, name: string) =>
  snapshot.tables.find((table) => table.name === name);
