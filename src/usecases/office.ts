import type { RegisterRequest } from '../register/request';
import { BUILDING } from '../messages/report';
import { asUserFacing } from '../workbook/errors';
import { adoptionUseCases } from './adoption';
import { currentSerial, openBook, type Book, type RunExcel } from './book';
import type {
  AnalysisUseCases,
  DepartmentUseCases,
  DocumentUseCases,
  ReportUseCases,
  UseCases,
  Work,
} from './contract';
import { controlUseCases } from './control';
import { deskUseCases } from './desk';
import { indicatorUseCases } from './indicators';
import { late } from './late';
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
    ...paperUseCases(book),
  };
}

/** Documents, the analysis and what goes to the department: scripts of their own, for they are wanted seldom. */
function paperUseCases(book: Book): DocumentUseCases & DepartmentUseCases & AnalysisUseCases {
  const documents = late(async () => {
    const { documentUseCases } = await import(/* webpackChunkName: "documentWork" */ './documents');
    return documentUseCases(book);
  });
  const department = late(async () => {
    const { departmentUseCases } = await import(/* webpackChunkName: "departmentWork" */ './department');
    return departmentUseCases(book);
  });
  const analysis = late(async () => {
    const { analysisUseCases } = await import(/* webpackChunkName: "analysisWork" */ './analysis');
    return analysisUseCases(book);
  });
  return {
    readDocuments: async () => (await documents()).readDocuments(),
    makeDocumentSheet: async (request, work) => (await documents()).makeDocumentSheet(request, work),
    documentFile: async (request, format) => (await documents()).documentFile(request, format),
    openAsWorkbook: async (bytes) => (await documents()).openAsWorkbook(bytes),
    copyForDepartment: async (isAnonymous, work) => (await department()).copyForDepartment(isAnonymous, work),
    joinFiles: async (files, work) => (await department()).joinFiles(files, work),
    generalPlanFile: async (svod, format) => (await department()).generalPlanFile(svod, format),
    fillAnalysis: async (work) => (await analysis()).fillAnalysis(work),
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
