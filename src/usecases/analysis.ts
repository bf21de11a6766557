import { isSetUp } from '../control/context';
import { analysisOf } from '../documents/analysis/analysis';
import { planAnalysis, type AnalysisPlan } from '../documents/analysis/plan';
import { ANALYSIS_SHEET } from '../messages/documents/analysis';
import type { Plan } from '../plan/action';
import { locateTables } from '../register/locate';
import { dressGrowth } from '../register/layout/tableLayout';
import type { RegisterRequest } from '../register/request';
import type { WorkbookSnapshot } from '../register/snapshot';
import { columnsOf } from '../register/tables';
import { foldCase } from '../register/text';
import { asUserFacing } from '../workbook/errors';
import { judgedNow, openBook, readBook, undoable, type Book, type RunExcel } from './book';
import type { AnalysisUseCases, Work } from './contract';
import type { JudgedRegister } from './judge';
import { planWhole, type BuiltRegister } from './register';
import { reportOf } from './verify';
import { enter } from './work';
import { writeAndRead } from './write';

/** «Анализ»: what the register knows of each section, written at one press. */
export const analysisUseCases = (book: Book): AnalysisUseCases => ({
  fillAnalysis: (work) =>
    book.change(async () => (await fillAnalysis(book, { currentDate: book.today() }, work)).report),
});

/** The same for the command line, of a register that has just been filled or is to be. */
export const runAnalysis = (run: RunExcel, request: RegisterRequest, work: Work): Promise<BuiltRegister> =>
  fillAnalysis(openBook(run, { today: () => request.currentDate }), request, work);

/**
 * Where the workbook is no register yet, or lacks the sheet, that is built first, and both are taken back together.
 *
 * @throws ObstaclesError before anything is written; CancelledError; UserFacingError for whatever Excel refuses.
 */
function fillAnalysis(book: Book, request: RegisterRequest, work: Work): Promise<BuiltRegister> {
  return asUserFacing(() =>
    book.run(async (context) => {
      enter(work, 'reading');
      let reading = await readBook(context, book);
      enter(work, 'planning');
      const structure = isReady(reading.snapshot)
        ? { actions: [], notices: [] }
        : planWhole(reading.snapshot, request, { structure: true, controlSheet: false });
      const words = ANALYSIS_SHEET.words;
      reading = await writeAndRead(context, book, reading, structure.actions, work, { words });
      const made = structure.actions.length === 0 ? null : (book.undo?.top() ?? null);
      const { actions, notices } = analysisChange(judgedNow(book, reading));
      reading = await writeAndRead(
        context,
        book,
        reading,
        actions,
        work,
        made === null ? { words } : { continues: made },
      );
      return {
        ...reportOf(judgedNow(book, reading), {
          notices: [...structure.notices, ...notices],
          undoable: undoable(book),
        }),
        actions: structure.actions.length + actions.length,
      };
    }),
  );
}

/** The sheet is there with all of its columns. */
function isReady(snapshot: WorkbookSnapshot): boolean {
  const headers = locateTables(snapshot).Анализ?.headers.map(foldCase) ?? [];
  return isSetUp(snapshot) && columnsOf('Анализ').every(({ name }) => headers.includes(foldCase(name)));
}

/** What filling the analysis writes, and what is to be said of it. */
function analysisChange(judged: JudgedRegister): {
  readonly actions: Plan;
  readonly notices: readonly string[];
} {
  const analysis = analysisOf(judged);
  const plan = planAnalysis(judged.snapshot, analysis);
  return {
    actions: dressGrowth(judged.snapshot, plan.actions),
    notices: [...noticesOf(plan), ...analysis.unplaced],
  };
}

const noticesOf = ({ written, kept, former, withoutRoom }: AnalysisPlan): readonly string[] => [
  ANALYSIS_SHEET.filled(written),
  ...(kept.length === 0 ? [] : [ANALYSIS_SHEET.kept(kept)]),
  ...(former.length === 0 ? [] : [ANALYSIS_SHEET.former(former)]),
  ...(withoutRoom === 0 ? [] : [ANALYSIS_SHEET.noRoom(withoutRoom)]),
];
