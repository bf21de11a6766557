import type { UseCases } from '../../src/usecases/contract';
import { report } from './reports';

const unexpected = (): never => {
  throw new Error('this use case was not expected');
};

/** Use cases of a register that is as it should be; those a test does not give are not expected to be called. */
export const answering = (given: Partial<UseCases> = {}): UseCases => ({
  createRegister: () => Promise.resolve(report),
  fillIndicators: () => Promise.resolve(report),
  checkRegister: () => Promise.resolve(report),
  readReport: () => Promise.resolve(report),
  watch: () => Promise.resolve(() => Promise.resolve()),
  preview: () => Promise.resolve({ isEmpty: true, sentences: [], changes: [] }),
  applyFixes: unexpected,
  markFulfilled: unexpected,
  undo: unexpected,
  goTo: unexpected,
  explainIndicator: unexpected,
  confirmZero: unexpected,
  readDesk: unexpected,
  judgeMeeting: unexpected,
  saveMeeting: unexpected,
  readForm: unexpected,
  judgeRecord: unexpected,
  addRecord: unexpected,
  readSettings: unexpected,
  setPassport: unexpected,
  setRule: unexpected,
  previewRegulation: unexpected,
  changeRegulation: unexpected,
  openAdoption: unexpected,
  considerAdoption: unexpected,
  adoptSources: unexpected,
  readDocuments: unexpected,
  makeDocumentSheet: unexpected,
  documentFile: unexpected,
  openAsWorkbook: unexpected,
  copyForDepartment: unexpected,
  joinFiles: unexpected,
  generalPlanFile: unexpected,
  fillAnalysis: unexpected,
  ...given,
});
