import type { WorkbookSnapshot } from '../src/register/snapshot';

/** Repeats go on for as long as this, so that small sizes are measured warm too, and never fewer than that. */
const MEASURED_MILLISECONDS = 2500;
const FEWEST_REPEATS = 15;

export function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const begun = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - begun };
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Median of many runs, in milliseconds. */
export function repeated(work: () => unknown): number {
  const begun = performance.now();
  const times: number[] = [];
  while (times.length < FEWEST_REPEATS || performance.now() - begun < MEASURED_MILLISECONDS) {
    times.push(timed(work).milliseconds);
  }
  return median(times);
}

/** Median of many runs in milliseconds of the processor: what else the machine is doing does not count. */
export function repeatedOnProcessor(work: () => unknown): number {
  const begun = performance.now();
  const times: number[] = [];
  while (times.length < FEWEST_REPEATS || performance.now() - begun < MEASURED_MILLISECONDS) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return median(times);
}

/** As it comes from Office.js: every cell a string of its own, not one shared literal. */
export const asReceived = (snapshot: WorkbookSnapshot): WorkbookSnapshot =>
  JSON.parse(JSON.stringify(snapshot)) as WorkbookSnapshot;
