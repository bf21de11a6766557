import { serialOf } from '../register/dates';
import { createCoordinator, type Coordinator } from '../workbook/coordinator';
import type { WorkbookReading } from '../workbook/readSnapshot';

/** `Excel.run`, of the real library or of a host. */
export type RunExcel = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The user's day as a serial number: the calendar of the machine decides what «today» is. */
export function currentSerial(now = new Date()): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The workbook as all use cases of one runtime share it. */
export interface Book extends Coordinator {
  readonly run: RunExcel;
  /** Serial of the present day. */
  readonly today: () => number;
  /** What was read last; null: nothing yet. */
  readonly known: () => WorkbookReading | null;
  /** Null: the workbook is not as it was read any more. */
  readonly remember: (reading: WorkbookReading | null) => void;
}

export function openBook(run: RunExcel, today: () => number = currentSerial): Book {
  let known: WorkbookReading | null = null;
  return {
    ...createCoordinator(),
    run,
    today,
    known: () => known,
    remember: (reading) => {
      known = reading;
    },
  };
}
