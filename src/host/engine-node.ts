import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initialiseEngine } from './engine';

/** Loads the calculation engine from the installed package; for Node only. */
export function initialiseEngineFromDisk(): void {
  const require = createRequire(import.meta.url);
  initialiseEngine(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')));
}
