import type { RowState } from '../usecases/contract';
import type { VerifiedRegister } from '../usecases/verify';

/** What `fill --json` prints. */
export interface RegisterJson {
  readonly schoolYear: string;
  /** Id of the regulation. */
  readonly regulation: string;
  /** «Дата расчёта», YYYY-MM-DD. */
  readonly today: string;
  readonly rows: readonly {
    readonly no: string;
    readonly label: string;
    readonly value: number | null;
    readonly state: RowState;
    /** What the sheet's own formula shows. */
    readonly formulaValue: number | null;
    readonly evidence: readonly { readonly sheet: string; readonly cell: string }[];
    readonly excluded: readonly { readonly sheet: string; readonly cell: string; readonly reason: string }[];
  }[];
}

export function registerJson({ report, indicators, regulationId }: VerifiedRegister): RegisterJson {
  const { schoolYear, today, rows } = report;
  return {
    schoolYear,
    regulation: regulationId,
    today,
    rows: rows.map(({ no, label, value, state, formulaValue }, index) => {
      const { evidence = [], excluded = [] } = indicators[index] ?? {};
      return {
        no,
        label,
        value,
        state,
        formulaValue,
        evidence: evidence.map(({ sheet, cell }) => ({ sheet, cell })),
        excluded: excluded.map(({ place, reason }) => ({ sheet: place.sheet, cell: place.cell, reason })),
      };
    }),
  };
}
