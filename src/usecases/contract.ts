import type { IndicatorState } from '../indicators/states';

/**
 * What the pane and the ribbon ask for, and what they are told: plain data, no Office.
 * `src/usecases/office.ts` answers it over a workbook.
 */

/** How one row of the appendix stands. */
export type RowState = IndicatorState;

/** One row of the appendix: what the engine counted beside what the sheet's own formula shows. */
export interface IndicatorRowReport {
  /** Number as printed: "1.1". */
  readonly no: string;
  readonly label: string;
  /** Null when there is no number: never to be shown as 0. */
  readonly value: number | null;
  readonly state: RowState;
  /** Records or members behind the number that leave something open; 0 unless `state` is "partial". */
  readonly gaps: number;
  readonly formulaValue: number | null;
  /** The words the sheet shows in «Состояние». */
  readonly formulaState: string;
  /** True when the engine and the sheet say the same, in number and in state. */
  readonly agrees: boolean;
}

/** The appendix of one association, as just verified. */
export interface WorkbookReport {
  readonly association: string;
  readonly municipality: string;
  /** Name of the regulation for people. */
  readonly regulation: string;
  /** "2025/2026". */
  readonly schoolYear: string;
  /** «Дата расчёта», YYYY-MM-DD. */
  readonly today: string;
  readonly rows: readonly IndicatorRowReport[];
  readonly agreement: { readonly agreed: number; readonly total: number };
  /** Whole sentences for the methodist. */
  readonly warnings: readonly string[];
}

/** Where a running use case is. */
export type Phase = 'reading' | 'planning' | 'writing' | 'verifying';

export type OnPhase = (phase: Phase) => void;

/** A failure arrives as an error that carries `sentence` and `remedy` (`UserFacingError`). */
export interface UseCases {
  readonly createRegister: (onPhase: OnPhase) => Promise<WorkbookReport>;
  readonly fillIndicators: (onPhase: OnPhase) => Promise<WorkbookReport>;
  /** Null: the workbook is not a register yet. */
  readonly readReport: () => Promise<WorkbookReport | null>;
}
