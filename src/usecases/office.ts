import type { RegisterRequest } from '../register/request';
import { BUILDING } from '../messages/report';
import { asUserFacing } from '../workbook/errors';
import { adoptionUseCases } from './adoption';
import { currentSerial, openBook, type Book, type RunExcel } from './book';
import type { ReportUseCases, UseCases, Work } from './contract';
import { controlUseCases } from './control';
import { deskUseCases } from './desk';
import { indicatorUseCases } from './indicators';
import { recordUseCases } from './records';
import { settingsUseCases } from './settings';
import { type BuiltRegister, buildRegister, checkBook, inspectRegister } from './register';

/** Builds or fills a register with a request of one's own; the answer names the cells behind each number. */
export const runBuild = (run: RunExcel, request: RegisterRequest, work: Work): Promise<BuiltRegister> =>
  build(openBook(run, { today: () => request.currentDate }), request, work);

const build = (book: Book, request: RegisterRequest, work: Work, words?: string): Promise<BuiltRegister> =>
  asUserFacing(() => book.run((context) => buildRegister(context, book, request, work, words)));

/** Checks a register, or builds one first and checks it; `request` is for the building alone. */
export const runCheck = (run: RunExcel, request: RegisterRequest, work: Work): Promise<BuiltRegister> =>
  check(openBook(run, { today: () => request.currentDate }), request, work);

const check = (book: Book, request: RegisterRequest, work: Work): Promise<BuiltRegister> =>
  asUserFacing(() => book.run((context) => checkBook(context, book, request, work)));

/**
 * The use cases over Excel. The pane and the ribbon share one instance, so that two changes never run at once.
 */
export function createUseCases(run: RunExcel, today: () => number = currentSerial): UseCases {
  const book = openBook(run, { today, canUndo: true });
  return {
    ...reportUseCases(book),
    ...controlUseCases(book),
    ...indicatorUseCases(book),
    ...deskUseCases(book),
    ...recordUseCases(book),
    ...settingsUseCases(book),
    ...adoptionUseCases(book),
  };
}

/** Creating, filling, checking and reading. */
export function reportUseCases(book: Book): ReportUseCases {
  const request = (): RegisterRequest => ({ currentDate: book.today() });
  const bringUpToDate =
    (words: string): ReportUseCases['createRegister'] =>
    (work) =>
      book.change(async () => (await build(book, request(), work, words)).report);
  return {
    createRegister: bringUpToDate(BUILDING.create),
    fillIndicators: bringUpToDate(BUILDING.fill),
    checkRegister: (work) => book.change(async () => (await check(book, request(), work)).report),
    readReport: (work) =>
      book.look(() =>
        asUserFacing(async () => {
          const verified = await book.run((context) => inspectRegister(context, book, work));
          return verified?.report ?? null;
        }),
      ),
  };
}
