import { initSync, Model, type InitOutput } from '@ironcalc/wasm';
import { EngineError } from './file-errors';

/**
 * The calculation engine's WebAssembly, loaded once for the process or the page. Where the bytes come
 * from is the caller's business: the disk under Node (`engine-node.ts`), `fetch` in a browser.
 */

let engine: InitOutput | undefined;

/** Loads the engine; later calls do nothing. */
export function initialiseEngine(bytesOrModule: BufferSource | WebAssembly.Module): void {
  engine ??= initSync({ module: bytesOrModule });
}

/**
 * An empty engine workbook of one sheet. Dates and TODAY() follow the machine's time zone.
 * @param expectedBytes Memory the workbook will come to need. Taken at once, because every step by which
 * the WebAssembly's memory grows makes JavaScript collect garbage, which is dear beside a large workbook.
 * @throws EngineError before `initialiseEngine`.
 */
export function newEngineModel(expectedBytes: number): Model {
  if (engine === undefined) {
    throw new EngineError('The calculation engine is not loaded: call initialiseEngine first.');
  }
  if (expectedBytes > engine.memory.buffer.byteLength) {
    engine.__wbindgen_free(engine.__wbindgen_malloc(expectedBytes, 1), expectedBytes, 1);
  }
  return new Model('book', 'en', timeZone(), 'en');
}

function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
