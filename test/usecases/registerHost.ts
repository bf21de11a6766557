import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { serialOf } from '../../src/register/dates';
import { openBook, type Book } from '../../src/usecases/book';
import type { Work } from '../../src/usecases/contract';
import { buildRegister } from '../../src/usecases/register';

/** The sample as a register in a host, built once and opened as often as it is asked for. */

export const TODAY = serialOf(2026, 5, 12);
export const quiet: Work = { onPhase: () => undefined };

const REQUEST = { schoolYear: '2025/2026', today: TODAY, currentDate: TODAY };

const hosts: ExcelHost[] = [];
let saved: Promise<Uint8Array> | null = null;

async function buildSample(): Promise<Uint8Array> {
  const host = await openHost(await writeInputBook(SAMPLE.tables));
  try {
    const book = openBook(host.run, { today: () => TODAY });
    await host.run((context) => buildRegister(context, book, REQUEST, quiet));
    return await host.save();
  } finally {
    host.dispose();
  }
}

export interface OpenedRegister {
  readonly host: ExcelHost;
  readonly book: Book;
}

/** `closeRegisters` closes it. */
export async function openRegister(): Promise<OpenedRegister> {
  saved ??= buildSample();
  const host = await openHost(await saved);
  hosts.push(host);
  return { host, book: openBook(host.run, { today: () => TODAY }) };
}

/** A register nobody has typed into yet. */
export async function openNewRegister(): Promise<OpenedRegister> {
  const host = await openHost(null);
  hosts.push(host);
  const book = openBook(host.run, { today: () => TODAY });
  await host.run((context) => buildRegister(context, book, REQUEST, quiet));
  return { host, book };
}

export function closeRegisters(): void {
  for (const host of hosts.splice(0)) host.dispose();
}
