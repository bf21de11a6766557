import { serialOf } from '../register/dates';
import { shapeAfter } from '../workbook/applyPlan';
import { createCoordinator, type Coordinator } from '../workbook/coordinator';
import { asUserFacing } from '../workbook/errors';
import { type WorkbookReading, readAgain, readSnapshot } from '../workbook/readSnapshot';
import { judgeRegister, type JudgedRegister } from './judge';
import { REGISTER_SCOPE } from './scope';
import { createUndoStack, type UndoStack } from './undo';

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
  /** What was read last; null: nothing yet, or the workbook is not as it was read any more. */
  readonly known: () => WorkbookReading | null;
  readonly remember: (reading: WorkbookReading | null) => void;
  /** What was read last, counted; null as `known`. */
  readonly judged: () => JudgedRegister | null;
  /** Null: changes are not to be taken back, as in the command line, and nothing is asked for it. */
  readonly undo: UndoStack | null;
}

export interface BookOptions {
  /** Serial of the present day; the machine's by default. */
  readonly today?: () => number;
  readonly canUndo?: boolean;
}

export function openBook(run: RunExcel, { today = currentSerial, canUndo = false }: BookOptions = {}): Book {
  let known: WorkbookReading | null = null;
  let judged: JudgedRegister | null = null;
  return {
    ...createCoordinator(),
    run,
    today,
    known: () => known,
    remember: (reading) => {
      known = reading;
      judged = null;
    },
    judged: () => {
      if (known !== null) judged ??= judgeRegister(known.snapshot, today());
      return judged;
    },
    undo: canUndo ? createUndoStack() : null,
  };
}

/** What «Отменить» would take back, in words. */
export const undoable = ({ undo }: Book): string | null => undo?.top()?.words ?? null;

/** A reading counted: once, while it is the last one. */
export const judgedNow = (book: Book, reading: WorkbookReading): JudgedRegister =>
  (book.known() === reading ? book.judged() : null) ?? judgeRegister(reading.snapshot, book.today());

/** Reads the workbook and remembers it: in one trip when its shape is known. */
export async function readBook(context: Excel.RequestContext, book: Book): Promise<WorkbookReading> {
  const known = book.known();
  const reading =
    known === null
      ? await readSnapshot(context, REGISTER_SCOPE)
      : await readAgain(context, REGISTER_SCOPE, shapeAfter(known, []));
  book.remember(reading);
  return reading;
}

/** The register as it was read last; it is read where nothing is known. */
export const lastJudged = (book: Book): Promise<JudgedRegister> =>
  book.look(() =>
    asUserFacing(async () => {
      const known = book.judged();
      if (known !== null) return known;
      return judgedNow(book, await book.run((context) => readBook(context, book)));
    }),
  );

/** The register as it stands now. */
export const freshJudged = (book: Book): Promise<JudgedRegister> =>
  book.look(() =>
    asUserFacing(async () => {
      return judgedNow(book, await book.run((context) => readBook(context, book)));
    }),
  );
