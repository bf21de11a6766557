import { formatNumber } from '../messages/plural';
import { ru } from '../messages/ru';
import type { IndicatorRowReport, RowState, WorkbookReport } from '../usecases/contract';

/** How the pane marks a state; the word always stands beside the colour. */
export type Tone = 'quiet' | 'good' | 'attention';

const toneOf: Readonly<Record<RowState, Tone>> = {
  heading: 'quiet',
  value: 'quiet',
  zero: 'good',
  missing: 'attention',
  'not-due': 'quiet',
  partial: 'attention',
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
}

const valueOf = (value: number | null): string => (value === null ? ru.noValue : formatNumber(value));

/** The mean of the meetings held, which row 2 shows in place of a number; null before the first meeting. */
export function averageAttendance(rows: readonly IndicatorRowReport[]): number | null {
  const held = rows.flatMap(({ no, value }) => (no.startsWith('2.') && value !== null ? [value] : []));
  if (held.length === 0) return null;
  return Math.round((held.reduce((sum, value) => sum + value, 0) / held.length) * 10) / 10;
}

const stateOf = (row: IndicatorRowReport, average: number | null): string =>
  row.state === 'heading' && average !== null
    ? ru.averageAttendance(formatNumber(average))
    : ru.state(row.state, row.gaps);

const agreementOf = (row: IndicatorRowReport): string => {
  if (row.agrees) return ru.agreement.agrees;
  return row.value === row.formulaValue
    ? ru.agreement.stateDiffers(row.formulaState)
    : ru.agreement.valueDiffers(valueOf(row.formulaValue));
};

/** The form breaks the parts of row 1 off with a line before this row. */
const FIRST_OF_THEM = '1.1';

/** The rows of the appendix as the list shows them. */
export function viewRows(rows: readonly IndicatorRowReport[]): RowView[] {
  const average = averageAttendance(rows);
  return rows.map((row) => ({
    no: row.no,
    label: row.label,
    isHeading: row.state === 'heading',
    isNested: row.no.includes('.'),
    above: row.no === FIRST_OF_THEM ? ru.list.ofThem : '',
    needsAttention: !row.agrees || toneOf[row.state] === 'attention',
    value: row.state === 'heading' ? '' : valueOf(row.value),
    state: stateOf(row, average),
    tone: toneOf[row.state],
    agrees: row.agrees,
    agreement: agreementOf(row),
  }));
}

/** How far the form is: rows that hold a number, of the rows that are to hold one. */
export interface Readiness {
  readonly filled: number;
  readonly total: number;
  /** What keeps the others open, in the order of urgency; states that do not occur are left out. */
  readonly open: readonly { readonly state: RowState; readonly count: number }[];
}

const openStates: readonly RowState[] = ['missing', 'partial', 'not-due'];

export function readinessOf(rows: readonly IndicatorRowReport[]): Readiness {
  const due = rows.filter(({ state }) => state !== 'heading');
  return {
    filled: due.filter(({ value }) => value !== null).length,
    total: due.length,
    open: openStates
      .map((state) => ({ state, count: due.filter((row) => row.state === state).length }))
      .filter(({ count }) => count > 0),
  };
}

/** "2026-05-12" as it is written in Russia: "12.05.2026". */
export const formatDate = (iso: string): string => iso.split('-').reverse().join('.');

/** What the association is known by, under its name: municipality, regulation, school year, date. */
export function passportLines(report: WorkbookReport): string[] {
  const known = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return [
    known([report.municipality, report.regulation]),
    known([
      report.schoolYear === '' ? '' : ru.passport.schoolYear(report.schoolYear),
      report.today === '' ? '' : ru.passport.calculatedOn(formatDate(report.today)),
    ]),
  ].filter((line) => line !== '');
}
