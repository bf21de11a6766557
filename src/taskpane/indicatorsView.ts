import { indicatorWords as words } from '../messages/pane/indicators';
import { formatNumber } from '../messages/plural';
import type { IndicatorRowReport, RowState } from '../usecases/contract';

/** How the pane marks a state; the word always stands beside the colour. */
export type Tone = 'calm' | 'good' | 'warning';

const toneOf: Readonly<Record<RowState, Tone>> = {
  heading: 'calm',
  value: 'calm',
  zero: 'good',
  missing: 'warning',
  'not-due': 'calm',
  partial: 'warning',
};

/** One line of the list, in words. */
export interface RowView {
  readonly no: string;
  readonly label: string;
  readonly isHeading: boolean;
  /** Stands under the row it belongs to: "8.1" under "8". */
  readonly isNested: boolean;
  /** Printed above the row, without a number of its own; empty for all but one. */
  readonly above: string;
  /** There is something here for the methodist to do. */
  readonly needsAttention: boolean;
  readonly value: string;
  readonly state: string;
  readonly tone: Tone;
  readonly agrees: boolean;
  readonly agreement: string;
  /** «в прошлом году 12»; empty where last year's number is not there. */
  readonly lastYear: string;
}

export const valueOf = (value: number | null): string =>
  value === null ? words.noValue : formatNumber(value);

/** The mean of the meetings held, which row 2 shows in place of a number; null before the first meeting. */
export function averageAttendance(rows: readonly IndicatorRowReport[]): number | null {
  const held = rows.flatMap(({ no, value }) => (no.startsWith('2.') && value !== null ? [value] : []));
  if (held.length === 0) return null;
  return Math.round((held.reduce((sum, value) => sum + value, 0) / held.length) * 10) / 10;
}

const stateOf = (row: IndicatorRowReport, average: number | null): string =>
  row.state === 'heading' && average !== null
    ? words.averageAttendance(formatNumber(average))
    : words.state(row.state, row.gaps);

const agreementOf = (row: IndicatorRowReport): string => {
  if (row.agrees) return words.agreement.agrees;
  return row.value === row.formulaValue
    ? words.agreement.stateDiffers(row.formulaState)
    : words.agreement.valueDiffers(valueOf(row.formulaValue));
};

/** The form breaks the parts of row 1 off with a line before this row. */
const FIRST_OF_THEM = '1.1';

/** The rows of the appendix as the list shows them. */
export function viewRows(rows: readonly IndicatorRowReport[]): readonly RowView[] {
  const average = averageAttendance(rows);
  return rows.map((row) => ({
    no: row.no,
    label: row.label,
    isHeading: row.state === 'heading',
    isNested: row.no.includes('.'),
    above: row.no === FIRST_OF_THEM ? words.ofThem : '',
    needsAttention: !row.agrees || toneOf[row.state] === 'warning',
    value: row.state === 'heading' ? '' : valueOf(row.value),
    state: stateOf(row, average),
    tone: toneOf[row.state],
    agrees: row.agrees,
    agreement: agreementOf(row),
    lastYear: row.lastYear === null ? '' : words.lastYear(formatNumber(row.lastYear)),
  }));
}

/** Beside a number: «в прошлом году 12, на 3 больше»; "" where last year's is not there. */
export function lastYearLine({ value, lastYear }: Pick<IndicatorRowReport, 'value' | 'lastYear'>): string {
  if (lastYear === null) return '';
  const then = words.lastYear(formatNumber(lastYear));
  return value === null ? then : `${then}, ${words.change(value - lastYear)}`;
}
