import type { CellPlace } from '../register/addresses';
import type { Command } from './state';
import type { UseCases, Work, WorkbookReport } from '../usecases/contract';

/** Views of the pane, in the order of their tabs. */
export const VIEWS = [
  'overview',
  'indicators',
  'control',
  'deadlines',
  'desk',
  'record',
  'adoption',
  'documents',
  'settings',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** What a view is given that is there before the workbook is a register, too. */
export interface EarlyViewProps extends Omit<ViewProps, 'report'> {
  readonly report: WorkbookReport | null;
}

/** What every view is given: the report, and what it may ask the shell for. */
export interface ViewProps {
  readonly report: WorkbookReport;
  /** A change is under way: buttons that begin another are disabled. */
  readonly isBusy: boolean;
  /**
   * Runs a change; phase, failure, success and «Отменить» are shown by the shell. `label` says what is being done:
   * «Заменяются значения». Resolves to false when it failed or was cancelled.
   */
  readonly change: (
    label: string,
    run: (useCases: UseCases, work: Work) => Promise<WorkbookReport | null>,
  ) => Promise<boolean>;
  /** Shows what a command of the shell would do, and does it when that is wanted. */
  readonly propose: (command: Command) => void;
  /** Asks what changes nothing; a failure is shown by the shell and answers null. */
  readonly ask: <T>(question: (useCases: UseCases) => Promise<T>) => Promise<T | null>;
  /** Jumps to a cell; the focus of the pane stays where it was. */
  readonly goTo: (place: CellPlace) => void;
  /** Opens another view; `focus` names what is to be seen there: an issue code, an indicator, an obligation. */
  readonly open: (view: ViewName, focus?: string) => void;
  /** Whether files can be saved from here; Excel for Mac and iPad let none out. */
  readonly canSave: boolean;
  /** What this view was opened for. */
  readonly focus: string | null;
}
