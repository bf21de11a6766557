import type { UseCases } from '../usecases/contract';
import { describeFailure, initialState, reduce } from './state';
import type { PaneEvent, PaneState, Task } from './state';

/** The one place where tasks run: the pane shows it, the pane and the ribbon both ask it. */
export interface Session {
  readonly state: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs a task to its end, which is always told in the state; while one runs, another is not begun. */
  readonly run: (task: Task) => Promise<void>;
}

/** A session over the use cases, with nothing known of the workbook yet. */
export function createSession(useCases: UseCases): Session {
  const listeners = new Set<() => void>();
  let state = initialState;

  const tell = (event: PaneEvent) => {
    state = reduce(state, event);
    for (const listener of [...listeners]) listener();
  };

  const run = async (task: Task) => {
    if (state.running !== null) return;
    tell({ kind: 'started', task });
    try {
      const report = await useCases[task]({
        onPhase: (phase) => {
          tell({ kind: 'reached', phase });
        },
      });
      tell({ kind: 'finished', task, report });
    } catch (error) {
      tell({ kind: 'failed', failure: describeFailure(task, error) });
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run,
  };
}
