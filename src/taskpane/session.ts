import { shellWords } from '../messages/pane/shell';
import type { CellPlace } from '../register/addresses';
import { CancelledError } from '../usecases/work';
import type { Phase, UseCases, Work, WorkbookReport } from '../usecases/contract';
import { describeFailure, initialState, isWorthAsking, reduce } from './state';
import type { Command, Outcome, PaneEvent, PaneState } from './state';
import type { ViewProps } from './view';

/** The one place where work runs: the pane shows it, the pane and the ribbon both ask it. */
export interface Session extends Pick<ViewProps, 'change' | 'ask' | 'goTo' | 'open'> {
  readonly state: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the workbook, and from then on follows its changes. */
  readonly read: () => Promise<void>;
  /** Runs a command to its end, which is always told in the state. False: it did not come there. */
  readonly run: (command: Command) => Promise<boolean>;
  /**
   * Shows what a command would do where that is worth asking (`isWorthAsking`), or else runs it. `isShown`: it is shown
   * whenever anything would be done.
   */
  readonly propose: (command: Command, options?: { readonly isShown?: boolean }) => Promise<void>;
  /** The answer to a proposal. */
  readonly answer: (isWanted: boolean) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Stops a change before its next phase. */
  readonly stop: () => void;
  /** Begins anew what failed or was stopped. */
  readonly retry: () => Promise<void>;
  /** Takes the word of how it ended out of sight. */
  readonly dismiss: () => void;
}

/** A piece of work; it tells its end as an event. */
interface Job {
  readonly label: string;
  readonly isChange: boolean;
  readonly run: (work: Work) => Promise<PaneEvent>;
}

/** What runs now. */
interface Current {
  readonly abort: AbortController;
  readonly isChange: boolean;
  /** Settles when it is over, however it ended. */
  readonly over: Promise<void>;
}

const finished = (
  report: WorkbookReport | null,
  sentence: string,
  kept: readonly CellPlace[] = [],
): PaneEvent => ({ kind: 'finished', report, outcome: { kind: 'done', sentence, kept } });

/** «Показатели заполнены. Сверка: 55 из 55.» */
const sentenceOf = (command: Command, { agreement: { agreed, total } }: WorkbookReport): string =>
  `${shellWords.done[command]} ${shellWords.agreement(agreed, total)}`;

const outcomeOf = (error: unknown): Outcome =>
  error instanceof CancelledError
    ? { kind: 'stopped', sentence: error.sentence, remedy: error.remedy }
    : { kind: 'failed', canRetry: true, ...describeFailure(error) };

/** A session over the use cases, with nothing known of the workbook yet. */
export function createSession(useCases: UseCases): Session {
  const listeners = new Set<() => void>();
  let state = initialState;
  let current: Current | null = null;
  let last: Job | null = null;
  /** The report of an edit made while a change was running. */
  let missed: WorkbookReport | null = null;
  let isWatching = false;

  const tell = (event: PaneEvent) => {
    state = reduce(state, event);
    for (const listener of [...listeners]) listener();
  };

  /** Brings the report up to date without a word. */
  const readAgain = async () => {
    try {
      const report = await useCases.readReport({ onPhase: () => undefined });
      if (current === null) tell({ kind: 'updated', report });
    } catch {
      tell({ kind: 'doubted', doubt: 'unwatched' });
    }
  };

  const follow = async (job: Job, signal: AbortSignal): Promise<boolean> => {
    let hasWritten = false;
    const onPhase = (phase: Phase) => {
      hasWritten ||= phase === 'writing';
      tell({ kind: 'reached', phase });
    };
    try {
      const end = await job.run({ onPhase, signal });
      current = null;
      tell(end);
      return true;
    } catch (error) {
      current = null;
      tell({ kind: 'ended', outcome: outcomeOf(error) });
      // What had been written by then is in the workbook and not in the report.
      if (hasWritten) void readAgain();
      else if (missed !== null) tell({ kind: 'updated', report: missed });
      return false;
    }
  };

  const perform = async (job: Job): Promise<boolean> => {
    // A button of the ribbon may be what has started all this: it waits for the first reading.
    if (current !== null && !current.isChange && job.isChange) await current.over;
    if (current !== null) return false;
    const abort = new AbortController();
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { label, isChange } = job;
    current = { abort, isChange, over };
    last = job;
    missed = null;
    tell({ kind: 'started', label, isChange });
    const isDone = await follow(job, abort.signal);
    end();
    void watch();
    return isDone;
  };

  /** Follows the changes of a register, from its first report on. */
  const watch = async () => {
    if (isWatching || state.report === null || state.report === undefined) return;
    isWatching = true;
    try {
      await useCases.watch({
        onReport: (report) => {
          if (current?.isChange === true) missed = report;
          else tell({ kind: 'updated', report });
        },
        onStale: () => {
          tell({ kind: 'doubted', doubt: 'stale' });
        },
        onFailure: () => {
          tell({ kind: 'doubted', doubt: 'unwatched' });
        },
      });
    } catch {
      isWatching = false;
      tell({ kind: 'doubted', doubt: 'unwatched' });
    }
  };

  const commandJob = (command: Command): Job => ({
    label: shellWords.running[command],
    isChange: true,
    run: async (work) => {
      const report = await useCases[command](work);
      return finished(report, sentenceOf(command, report));
    },
  });

  /** The dry run first; where there is nothing to ask, it becomes the work itself. */
  const proposal = (command: Command, isShown: boolean): Job => ({
    label: shellWords.running.preview,
    isChange: false,
    run: async (work) => {
      const preview = await useCases.preview(command);
      if (isWorthAsking(command, preview) || (isShown && !preview.isEmpty))
        return { kind: 'proposed', proposal: { command, preview } };
      const { label, run } = commandJob(command);
      if (current !== null) current = { ...current, isChange: true };
      tell({ kind: 'started', label, isChange: true });
      return run(work);
    },
  });

  const ask: Session['ask'] = async (question) => {
    try {
      return await question(useCases);
    } catch (error) {
      tell({ kind: 'refused', failure: describeFailure(error) });
      return null;
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: async () => {
      await perform({
        label: shellWords.running.readReport,
        isChange: false,
        run: async (work) => ({
          kind: 'finished',
          report: await useCases.readReport(work),
          outcome: null,
        }),
      });
    },
    run: (command) => perform(commandJob(command)),
    propose: async (command, { isShown = false } = {}) => {
      await perform(proposal(command, isShown));
    },
    answer: async (isWanted) => {
      const made = state.proposal;
      if (made === null) return;
      if (isWanted) await perform(commandJob(made.command));
      else tell({ kind: 'declined' });
    },
    undo: async () => {
      await perform({
        label: shellWords.running.undo,
        isChange: true,
        run: async (work) => {
          const { report, kept } = await useCases.undo(work);
          return finished(report, shellWords.done.undo, kept);
        },
      });
    },
    stop: () => {
      if (current === null || !current.isChange) return;
      current.abort.abort();
      tell({ kind: 'stopping' });
    },
    retry: async () => {
      if (last !== null) await perform(last);
    },
    dismiss: () => {
      tell({ kind: 'dismissed' });
    },
    change: (label, run) =>
      perform({
        label,
        isChange: true,
        run: async (work) => finished(await run(useCases, work), shellWords.done.change),
      }),
    ask,
    goTo: (place) => {
      void ask(({ goTo }) => goTo(place));
    },
    open: (view, focus) => {
      tell({ kind: 'opened', view, focus: focus ?? null });
    },
  };
}
