import type { Severity } from '../control/issue';
import type { ObligationState } from '../control/obligations';
import type { Readiness } from '../control/readiness';
import type { CellValue } from '../plan/action';
import type { ControlReport } from '../usecases/contract';

/** What `check --json` prints. */
export interface CheckJson {
  readonly issues: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly sheet: string;
    readonly table: string | null;
    readonly cell: string;
    /** What is wrong and what to do about it. */
    readonly message: string;
    readonly clause?: string;
    readonly fix?: {
      readonly kind: string;
      readonly label: string;
      readonly changes: readonly {
        readonly sheet: string;
        readonly cell: string;
        readonly old: CellValue;
        readonly new: CellValue;
      }[];
    };
  }[];
  readonly obligations: readonly {
    readonly code: string;
    readonly title: string;
    readonly clause: string;
    /** YYYY-MM-DD */
    readonly due: string | null;
    readonly daysLeft: number | null;
    readonly state: ObligationState;
    readonly basis: string;
  }[];
  readonly readiness: Readiness;
}

export const checkJson = ({ issues, obligations, readiness }: ControlReport): CheckJson => ({
  issues: issues.map(({ code, severity, sheet, table, cell, trouble, remedy, basis, fix }) => ({
    ...{ code, severity, sheet, table, cell },
    message: `${trouble} ${remedy}`,
    ...(basis === '' ? {} : { clause: basis }),
    ...(fix === null ? {} : { fix: { kind: fix.kind, label: fix.label, changes: fix.changes } }),
  })),
  obligations: obligations.map(({ code, title, clause, due, daysLeft, state, basis }) => ({
    ...{ code, title, clause, due, daysLeft, state, basis },
  })),
  readiness: {
    rowsWithValue: readiness.rowsWithValue,
    rows: readiness.rows,
    percent: readiness.percent,
  },
});
