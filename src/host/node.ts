import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, Script } from 'node:vm';
import { createCalculation } from './calculation';
import { initialiseEngineFromDisk } from './engine-node';
import { createHost, type ExcelHost, type HostOptions } from './host';
import type { ClientLibrary } from './library';
import { newDocument, readDocument, writeDocument } from './xlsx';

/** The host in Node: the client library from its npm package, documents from .xlsx files. */

let loaded: ClientLibrary | undefined;

/**
 * Loads Microsoft's library for Excel on the web into a context of its own, once a process (about 50 ms).
 * It is made for a page: the few globals it looks at while it loads are stubs.
 */
export function loadClientLibrary(): ClientLibrary {
  if (loaded) return loaded;
  const path = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.js');
  const nothing = (): void => undefined;
  const element = (): object => ({
    setAttribute: nothing,
    appendChild: nothing,
    style: {},
    getElementsByTagName: () => [],
  });
  const page: Record<string, unknown> = {
    // Of this realm, so that what comes back is `instanceof` what the caller knows.
    Error,
    JSON,
    Promise,
    console,
    setTimeout,
    clearTimeout,
    navigator: { userAgent: 'Node.js', platform: '', language: 'ru-RU' },
    location: { href: 'https://localhost/', host: 'localhost', protocol: 'https:', search: '', hash: '' },
    document: {
      readyState: 'loading',
      cookie: '',
      getElementsByTagName: () => [],
      createElement: element,
      addEventListener: nothing,
    },
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
  };
  Object.assign(page, { window: page, self: page, top: page, parent: page });
  new Script(readFileSync(path, 'utf8'), { filename: path }).runInContext(createContext(page));
  loaded = page as unknown as ClientLibrary;
  return loaded;
}

/** Opens a workbook in a host; null makes a new one with one sheet, «Лист1». */
export async function openHost(bytes: Uint8Array | null, options: HostOptions = {}): Promise<ExcelHost> {
  const document = bytes === null ? newDocument() : await readDocument(bytes);
  if (options.calculation !== 'none') initialiseEngineFromDisk();
  const calculation = createCalculation(document, { enabled: options.calculation !== 'none' });
  return createHost({ document, calculation, library: loadClientLibrary(), write: writeDocument }, options);
}
