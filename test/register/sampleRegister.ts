import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { parseRegister } from '../../src/register/parse';
import { valueAt, type Register } from '../../src/register/register';
import type { RegisterRequest } from '../../src/register/request';
import type { TableName } from '../../src/register/tables';
import type { RegulationId } from '../../src/regulations';
import { runBuild } from '../../src/usecases/office';
import { readBook } from '../generators/registerBook';
import { TODAY } from './snapshots';

/** The sample association under a regulation, and what a person does to its workbook. */

const { association, municipality, subject, schoolYear } = SAMPLE;

export const build = (host: ExcelHost, request: Partial<RegisterRequest> = {}) =>
  runBuild((batch) => host.run(batch), { currentDate: TODAY, ...request }, { onPhase: () => undefined });

/** The caller disposes of it. */
export async function sampleRegister(
  regulation: RegulationId,
  request: Partial<RegisterRequest> = {},
): Promise<ExcelHost> {
  const host = await openHost(await writeInputBook(SAMPLE.tables));
  const passport = { association, municipality, subject, schoolYear };
  await build(host, { ...passport, regulation, today: TODAY, ...request });
  return host;
}

export const registerIn = async (host: ExcelHost): Promise<Register> => parseRegister(await readBook(host));

/** A column of a table, row by row. */
export function columnIn({ tables }: Register, table: TableName, column: string): readonly unknown[] {
  const found = tables[table];
  return (found?.rows ?? []).map((_, row) => (found === undefined ? '' : valueAt(found, row, column)));
}

/** The cells of a rule on «Правила», by code. */
export function ruleIn({ tables }: Register, code: string, column = 'Значение'): unknown {
  const table = tables.Правила;
  const row = table?.rows.findIndex((_, at) => valueAt(table, at, 'Код') === code) ?? -1;
  return table === undefined || row < 0 ? undefined : valueAt(table, row, column);
}

/** Types into the row of a rule as a person would. */
export const typeRule = (
  host: ExcelHost,
  code: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<void> =>
  host.run(async (context) => {
    const table = context.workbook.tables.getItem('Правила');
    const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
    header.load('values');
    body.load('values');
    await context.sync();
    const headers = header.values[0] ?? [];
    const row = body.values.findIndex((each) => each[headers.indexOf('Код')] === code);
    for (const [column, value] of Object.entries(cells)) {
      const cell = body.getCell(row, headers.indexOf(column));
      if (typeof value === 'string' && value.startsWith('=')) cell.formulas = [[value]];
      else cell.values = [[value]];
    }
    await context.sync();
  });

/** Types into cells of a sheet. */
export const typeCells = (
  host: ExcelHost,
  sheet: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<void> =>
  host.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    for (const [address, value] of Object.entries(cells)) worksheet.getRange(address).values = [[value]];
    await context.sync();
  });

export const cellsIn = (host: ExcelHost, sheet: string, address: string): Promise<readonly unknown[][]> =>
  host.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('values');
    await context.sync();
    return range.values;
  });
