import { BusyError } from './errors';

/** Lets one change of the workbook run at a time: the pane and the ribbon share one. */
export interface Coordinator {
  /** Runs a change; refuses kindly while another is running. @throws BusyError */
  readonly change: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs a reading, after the change that may be running. */
  readonly look: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createCoordinator(): Coordinator {
  let running: Promise<unknown> | null = null;
  return {
    async change(work) {
      if (running !== null) throw new BusyError();
      const change = work();
      running = change;
      try {
        return await change;
      } finally {
        running = null;
      }
    },
    async look(work) {
      // How the change ended is told to whoever asked for it.
      await running?.catch(() => undefined);
      return work();
    },
  };
}
