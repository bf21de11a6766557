import type { Plan } from '../plan/action';
import { asUserFacing } from '../workbook/errors';
import { readBook, type Book } from './book';
import type { Work, WorkbookReport } from './contract';
import { judgeRegister, type JudgedRegister } from './judge';
import { reportOf } from './verify';
import { enter } from './work';
import { writeAndRead } from './write';

/**
 * A change from the pane: the workbook is read as it stands now, the plan is made of it, carried out, read back and
 * counted anew. What the plan throws is thrown before anything is written.
 */
export function changeBook(
  book: Book,
  work: Work,
  plan: (judged: JudgedRegister) => Plan,
): Promise<WorkbookReport> {
  return book.change(() =>
    asUserFacing(() =>
      book.run(async (context) => {
        enter(work, 'reading');
        const reading = await readBook(context, book);
        enter(work, 'planning');
        const actions = plan(book.judged() ?? judgeRegister(reading.snapshot, book.today()));
        const fresh = await writeAndRead(context, book, reading, actions, work);
        return reportOf(judgeRegister(fresh.snapshot, book.today()), {}).report;
      }),
    ),
  );
}
