import type { RegisterRequest } from '../register/request';
import { asUserFacing } from '../workbook/errors';
import { openBook, type Book, type RunExcel } from './book';
import type { ReportUseCases, UseCases, Work } from './contract';
import { type BuiltRegister, buildRegister, checkBook, inspectRegister } from './register';

/** Builds or fills a register with a request of one's own; the answer names the cells behind each number. */
export const runBuild = (run: RunExcel, request: RegisterRequest, work: Work): Promise<BuiltRegister> =>
  asUserFacing(() => run((context) => buildRegister(context, request, work)));

/** Checks a register, or builds one first and checks it; `request` is for the building alone. */
export const runCheck = (run: RunExcel, request: RegisterRequest, work: Work): Promise<BuiltRegister> =>
  asUserFacing(() => run((context) => checkBook(context, request, work)));

/**
 * The use cases over Excel. The pane and the ribbon share one instance, so that two changes never run at once.
 */
export function createUseCases(run: RunExcel, today?: () => number): UseCases {
  return reportUseCases(openBook(run, today));
}

/** Creating, filling, checking and reading. */
export function reportUseCases(book: Book): ReportUseCases {
  const { change, look, run, today } = book;
  const request = (): RegisterRequest => ({ currentDate: today() });
  const build: ReportUseCases['createRegister'] = (work) =>
    change(async () => (await runBuild(run, request(), work)).report);
  return {
    createRegister: build,
    fillIndicators: build,
    checkRegister: (work) => change(async () => (await runCheck(run, request(), work)).report),
    readReport: (work) =>
      look(() =>
        asUserFacing(async () => {
          const verified = await run((context) => inspectRegister(context, today(), work));
          return verified?.report ?? null;
        }),
      ),
  };
}
