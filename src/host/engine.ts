import { initSync, Model } from '@ironcalc/wasm';
import { EngineError } from './file-errors';

/**
 * The calculation engine's WebAssembly, loaded once for the process or the page. Where the bytes come
 * from is the caller's business: the disk under Node (`engine-node.ts`), `fetch` in a browser.
 */

let ready = false;

/** Loads the engine; later calls do nothing. */
export function initialiseEngine(bytesOrModule: BufferSource | WebAssembly.Module): void {
  if (ready) return;
  initSync({ module: bytesOrModule });
  ready = true;
}

/**
 * An empty engine workbook of one sheet. Dates and TODAY() follow the machine's time zone.
 * @throws EngineError before `initialiseEngine`.
 */
export function newEngineModel(): Model {
  if (!ready) throw new EngineError('The calculation engine is not loaded: call initialiseEngine first.');
  return new Model('book', 'en', timeZone(), 'en');
}

function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
