import type { Plan } from '../plan/action';
import { asUserFacing } from '../workbook/errors';
import { judgedNow, readBook, undoable, type Book } from './book';
import type { Work, WorkbookReport } from './contract';
import type { JudgedRegister } from './judge';
import { reportOf } from './verify';
import { enter } from './work';
import { writeAndRead } from './write';

/** What a use case is about to change. */
export interface Change {
  readonly actions: Plan;
  /** What «Отменить» calls it: «Исправления: 3 ячейки». */
  readonly words: string;
  /** Whole sentences for the report. */
  readonly notices?: readonly string[];
}

/**
 * A change from the pane: the workbook is read as it stands now, the plan is made of it, carried out, read back and
 * counted anew. What `decide` throws is thrown before anything is written.
 */
export function changeBook(
  book: Book,
  work: Work,
  decide: (judged: JudgedRegister) => Change,
): Promise<WorkbookReport> {
  return book.change(() =>
    asUserFacing(() =>
      book.run(async (context) => {
        enter(work, 'reading');
        const reading = await readBook(context, book);
        enter(work, 'planning');
        const { actions, words, notices = [] } = decide(judgedNow(book, reading));
        const fresh = await writeAndRead(context, book, reading, actions, work, { words });
        return reportOf(judgedNow(book, fresh), { notices, undoable: undoable(book) }).report;
      }),
    ),
  );
}
