import type { IndicatorResult } from '../indicators/evaluate';
import type { IndicatorState } from '../indicators/states';

/** How much of the appendix is filled in. */
export interface Readiness {
  readonly rowsWithValue: number;
  /** Rows of the form that have a number, less those whose meeting is still ahead. */
  readonly rows: number;
  /** Rounded to a whole number. */
  readonly percent: number;
}

const WITHOUT_NUMBER: readonly IndicatorState[] = ['heading', 'not-due'];
const FILLED: readonly IndicatorState[] = ['value', 'partial', 'zero'];

export function appendixReadiness(indicators: readonly Pick<IndicatorResult, 'state'>[]): Readiness {
  const counted = indicators.filter(({ state }) => !WITHOUT_NUMBER.includes(state));
  const rowsWithValue = counted.filter(({ state }) => FILLED.includes(state)).length;
  const rows = counted.length;
  return { rowsWithValue, rows, percent: rows === 0 ? 0 : Math.round((rowsWithValue / rows) * 100) };
}
