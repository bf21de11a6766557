import { UserFacingError } from '../messages/errors';
import { ru } from '../messages/ru';
import type { Phase, ReportUseCases, WorkbookReport } from '../usecases/contract';

/** What the pane or the ribbon can ask for. */
export type Task = keyof ReportUseCases;

/** A failure as the pane shows it. */
export interface Failure {
  readonly task: Task;
  readonly sentence: string;
  readonly remedy: string;
  /** For whoever is asked to help; empty when there is nothing to add. */
  readonly technical: string;
}

export interface PaneState {
  /** Undefined until the workbook has been read; null when it is not a register yet. */
  readonly report: WorkbookReport | null | undefined;
  readonly running: { readonly task: Task; readonly phase: Phase | null } | null;
  readonly failure: Failure | null;
  /** What has just been completed, for the status line. */
  readonly finished: Task | null;
}

export type PaneEvent =
  | { readonly kind: 'started'; readonly task: Task }
  | { readonly kind: 'reached'; readonly phase: Phase }
  | { readonly kind: 'finished'; readonly task: Task; readonly report: WorkbookReport | null }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const initialState: PaneState = { report: undefined, running: null, failure: null, finished: null };

/** The next state of the pane. A failed task leaves the last report in sight. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case 'started':
      return { ...state, running: { task: event.task, phase: null }, failure: null, finished: null };
    case 'reached':
      return state.running === null ? state : { ...state, running: { ...state.running, phase: event.phase } };
    case 'finished':
      return { report: event.report, running: null, failure: null, finished: event.task };
    case 'failed':
      return { ...state, running: null, failure: event.failure, finished: null };
  }
}

const technicalOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('technical' in error && typeof error.technical === 'string') return error.technical;
  return error instanceof UserFacingError ? '' : `${error.name}: ${error.message}`;
};

/** Puts whatever was thrown into words; what nobody expected is said to be a fault of the add-in. */
export function describeFailure(task: Task, error: unknown): Failure {
  const { sentence, remedy } = error instanceof UserFacingError ? error : ru.unexpected;
  return { task, sentence, remedy, technical: technicalOf(error) };
}
