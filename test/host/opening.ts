import { createCalculation } from '../../src/host/calculation';
import { createHost, type ExcelHost, type HostOptions } from '../../src/host/host';
import { initialiseEngineFromDisk } from '../../src/host/engine-node';
import { loadClientLibrary, openHost } from '../../src/host/node';
import { newDocument, writeDocument } from '../../src/host/xlsx';
import type { HostDocument } from '../../src/host/document';

const open: ExcelHost[] = [];

/** A host over a new workbook with one sheet, «Лист1»; closed after the test. */
export async function newHost(options?: HostOptions): Promise<ExcelHost> {
  const host = await openHost(null, options);
  open.push(host);
  return host;
}

/** A host over a document a test has prepared. */
export function hostOver(document: HostDocument, options?: HostOptions): ExcelHost {
  initialiseEngineFromDisk();
  const calculation = createCalculation(document);
  const host = createHost(
    { document, calculation, library: loadClientLibrary(), write: writeDocument },
    options,
  );
  open.push(host);
  return host;
}

export { newDocument };

export function closeHosts(): void {
  for (const host of open.splice(0)) host.dispose();
}

/** The first sheet of the batch's workbook, «Лист1». */
export const firstSheet = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('Лист1');

/** The code of the error a promise ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error) return String(error.code);
    throw error;
  }
  return 'no error';
}

/** Runs one batch and answers the code it ends with. */
export function refusal(host: ExcelHost, batch: (context: Excel.RequestContext) => void): Promise<string> {
  return codeOf(
    host.run(async (context) => {
      batch(context);
      await context.sync();
    }),
  );
}

/** Writes values from A1 on «Лист1» and makes a table of them. */
export async function withTable(
  host: ExcelHost,
  name: string,
  rows: (string | number | boolean)[][],
): Promise<void> {
  await host.run(async (context) => {
    const sheet = firstSheet(context);
    const range = sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 0);
    range.values = rows;
    sheet.tables.add(range, true).name = name;
    await context.sync();
  });
}

/** Values of an address on «Лист1». */
export async function valuesOf(host: ExcelHost, address: string): Promise<unknown[][]> {
  return host.run(async (context) => {
    const range = firstSheet(context).getRange(address);
    range.load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}

/** Formulas of an address on «Лист1». */
export async function formulasOf(host: ExcelHost, address: string): Promise<unknown[][]> {
  return host.run(async (context) => {
    const range = firstSheet(context).getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });
}
