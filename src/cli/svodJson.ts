import type { ObligationState } from '../control/obligations';
import type { Readiness } from '../control/readiness';
import type { Discrepancy } from '../department/judge';
import type { SharedEntry, Svod, TotalRule } from '../department/svod';
import type { IndicatorState } from '../indicators/states';
import { isoFromSerial } from '../register/dates';

/** What `merge --json` prints. */
export interface SvodJson {
  readonly associations: readonly {
    readonly name: string;
    readonly municipality: string;
    readonly subject: string;
    readonly regulation: string;
    readonly schoolYear: string;
    /** «Дата расчёта», YYYY-MM-DD. */
    readonly today: string | null;
    readonly file: string;
    readonly anonymous: boolean;
    readonly members: number | null;
    readonly readiness: Readiness;
    readonly rows: readonly {
      readonly no: string;
      readonly value: number | null;
      readonly state: IndicatorState;
      readonly gaps: number;
    }[];
    readonly deadlines: readonly {
      readonly title: string;
      readonly clause: string;
      /** YYYY-MM-DD */
      readonly due: string | null;
      readonly daysLeft: number | null;
      readonly state: ObligationState;
    }[];
    readonly discrepancies: readonly Discrepancy[];
  }[];
  readonly rows: readonly {
    readonly no: string;
    readonly label: string;
    readonly rule: TotalRule;
    readonly total: number | null;
    readonly state: IndicatorState;
    readonly gaps: number;
    /** How many times somebody, or some school, stands in a further association. */
    readonly repeats: number;
    /** Associations that gave a number. */
    readonly given: number;
    /** Associations without names, in which nobody can be known again. */
    readonly unknown: number;
  }[];
  readonly failures: Svod['failures'];
  readonly duplicates: Svod['duplicates'];
  /** Null: nobody says who is to send. */
  readonly absent: readonly string[] | null;
  readonly shared: readonly SharedEntry[];
  readonly notices: readonly string[];
}

const dayOrNull = (serial: number | null): string | null => (serial === null ? null : isoFromSerial(serial));

export const svodJson = (svod: Svod): SvodJson => ({
  associations: svod.associations.map((each, index) => {
    const { name, municipality, subject, regulation, schoolYear, file, members, readiness } = each;
    return {
      ...{ name, municipality, subject, regulation, schoolYear },
      today: dayOrNull(each.today),
      file,
      anonymous: each.isAnonymous,
      members,
      readiness,
      rows: svod.rows.flatMap(({ no, cells }) => {
        const cell = cells[index];
        return cell === undefined ? [] : [{ no, ...cell }];
      }),
      deadlines: each.deadlines.map((deadline) => ({ ...deadline, due: dayOrNull(deadline.due) })),
      discrepancies: each.discrepancies,
    };
  }),
  rows: svod.rows.map(({ no, label, rule, total, state, gaps, repeats, given, unknown }) => ({
    ...{ no, label, rule, total, state, gaps, repeats, given, unknown },
  })),
  failures: svod.failures,
  duplicates: svod.duplicates,
  absent: svod.absent,
  shared: svod.shared,
  notices: svod.notices,
});
