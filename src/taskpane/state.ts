import { UserFacingError } from '../messages/errors';
import { shellWords } from '../messages/pane/shell';
import type { CellPlace } from '../register/addresses';
import type { Phase, Preview, WorkbookReport } from '../usecases/contract';
import type { ViewName } from './view';

/** What the ribbon can ask for, and the pane's own buttons of the same names. */
export const COMMANDS = ['createRegister', 'fillIndicators', 'checkRegister'] as const;
export type Command = (typeof COMMANDS)[number];

/** What is being done now. */
export interface Running {
  /** «Заполняются показатели». */
  readonly label: string;
  readonly phase: Phase | null;
  /** It writes, so that it has steps to show and may be stopped between them. */
  readonly isChange: boolean;
  /** It has been asked to stop and ends before its next phase. */
  readonly isStopping: boolean;
}

/** A failure in words. */
export interface Failure {
  readonly sentence: string;
  readonly remedy: string;
  /** For whoever is asked to help; empty when there is nothing to add. */
  readonly technical: string;
}

/** How the last piece of work ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly sentence: string; readonly kept: readonly CellPlace[] }
  | { readonly kind: 'stopped'; readonly sentence: string; readonly remedy: string }
  | ({ readonly kind: 'failed'; readonly canRetry: boolean } & Failure);

/** A dry run that waits for its answer. */
export interface Proposal {
  readonly command: Command;
  readonly preview: Preview;
}

export interface PaneState {
  /** Undefined until the workbook has been read; null when it is not a register yet. */
  readonly report: WorkbookReport | null | undefined;
  readonly running: Running | null;
  readonly outcome: Outcome | null;
  readonly proposal: Proposal | null;
  /** Why the report may be out of date: somebody else's change; a change that could not be read. */
  readonly doubt: 'stale' | 'unwatched' | null;
  readonly view: ViewName;
  /** What the view was opened for. */
  readonly focus: string | null;
}

export type PaneEvent =
  | { readonly kind: 'started'; readonly label: string; readonly isChange: boolean }
  | { readonly kind: 'reached'; readonly phase: Phase }
  | { readonly kind: 'stopping' }
  | {
      readonly kind: 'finished';
      readonly report: WorkbookReport | null;
      /** Null where the end needs no word. */
      readonly outcome: Outcome | null;
    }
  /** The work ended without a report: a failure, a stop. */
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  | { readonly kind: 'declined' }
  /** A question that changes nothing was refused; what runs goes on. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The report anew after an edit of the user's. */
  | { readonly kind: 'updated'; readonly report: WorkbookReport | null }
  | { readonly kind: 'doubted'; readonly doubt: 'stale' | 'unwatched' }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'opened'; readonly view: ViewName; readonly focus: string | null };

export const initialState: PaneState = {
  report: undefined,
  running: null,
  outcome: null,
  proposal: null,
  doubt: null,
  view: 'overview',
  focus: null,
};

/** The next state of the pane. Work that failed leaves the last report in sight. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case 'started': {
      const { label, isChange } = event;
      const running: Running = { label, phase: null, isChange, isStopping: false };
      return { ...state, running, outcome: null, proposal: null };
    }
    case 'reached':
      return state.running === null ? state : { ...state, running: { ...state.running, phase: event.phase } };
    case 'stopping':
      return state.running === null ? state : { ...state, running: { ...state.running, isStopping: true } };
    case 'finished':
      return {
        ...state,
        report: event.report,
        running: null,
        outcome: event.outcome,
        doubt: null,
        // A register begins with its overview, also one that was taken back and is made again.
        ...(event.report === null ? { view: 'overview', focus: null } : {}),
      };
    case 'ended':
      return { ...state, running: null, outcome: event.outcome };
    case 'proposed':
      return { ...state, running: null, proposal: event.proposal };
    case 'declined':
      return { ...state, proposal: null };
    case 'refused':
      return { ...state, outcome: { kind: 'failed', canRetry: false, ...event.failure } };
    case 'updated':
      return { ...state, report: event.report, doubt: null };
    case 'doubted':
      return { ...state, doubt: event.doubt };
    case 'dismissed':
      return { ...state, outcome: null };
    case 'opened':
      return { ...state, view: event.view, focus: event.focus };
  }
}

const technicalOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('technical' in error && typeof error.technical === 'string') return error.technical;
  return error instanceof UserFacingError ? '' : `${error.name}: ${error.message}`;
};

/** Puts whatever was thrown into words; what nobody expected is said to be a fault of the add-in. */
export function describeFailure(error: unknown): Failure {
  const { sentence, remedy } = error instanceof UserFacingError ? error : shellWords.unexpected;
  return { sentence, remedy, technical: technicalOf(error) };
}

/**
 * Whether a dry run is shown before the work begins: always before a workbook is made a register, and before
 * cells of the user's are changed. What only touches formulas and lists of the product needs no question.
 */
export const isWorthAsking = (command: Command, { isEmpty, changes }: Preview): boolean =>
  changes.length > 0 || (command === 'createRegister' && !isEmpty);
