import { loadedUseCases } from '../../src/taskpane/loading';
import type { UseCases, Work } from '../../src/usecases/contract';
import { NotLoadedError } from '../../src/usecases/late';
import { report } from './reports';

const work: Work = { onPhase: () => undefined };

const notAsked = () => Promise.reject(new Error('nobody asked for it'));

const useCases: UseCases = {
  createRegister: () => Promise.resolve(report),
  fillIndicators: () => Promise.resolve(report),
  checkRegister: () => Promise.resolve(report),
  readReport: () => Promise.resolve(null),
  applyFixes: notAsked,
  markFulfilled: notAsked,
  undo: notAsked,
  preview: notAsked,
  goTo: notAsked,
  watch: notAsked,
  explainIndicator: notAsked,
  confirmZero: notAsked,
  readDesk: notAsked,
  judgeMeeting: notAsked,
  saveMeeting: notAsked,
  readForm: notAsked,
  judgeRecord: notAsked,
  addRecord: notAsked,
  readSettings: notAsked,
  setPassport: notAsked,
  setRule: notAsked,
  previewRegulation: notAsked,
  changeRegulation: notAsked,
  openAdoption: notAsked,
  considerAdoption: notAsked,
  adoptSources: notAsked,
  readDocuments: notAsked,
  makeDocumentSheet: notAsked,
  documentFile: notAsked,
  openAsWorkbook: notAsked,
  copyForDepartment: notAsked,
  joinFiles: notAsked,
  generalPlanFile: notAsked,
  fillAnalysis: notAsked,
};

describe('taskpane/loading', () => {
  it('loads the use cases once, with the first task', async () => {
    let loads = 0;
    const loaded = loadedUseCases(() => {
      loads += 1;
      return Promise.resolve(useCases);
    });
    expect(loads).toBe(0);
    await expect(loaded.readReport(work)).resolves.toBeNull();
    await expect(loaded.fillIndicators(work)).resolves.toBe(report);
    expect(loads).toBe(1);
  });

  it('says so when they did not come, and tries again with the next task', async () => {
    const answers = [
      () => Promise.reject(new Error('Loading chunk failed')),
      () => Promise.resolve(useCases),
    ];
    const loaded = loadedUseCases(() => (answers.shift() ?? (() => Promise.resolve(useCases)))());
    await expect(loaded.createRegister(work)).rejects.toBeInstanceOf(NotLoadedError);
    await expect(loaded.createRegister(work)).resolves.toBe(report);
  });

  it('leaves a failure of the use case itself as it is', async () => {
    const refusal = new Error('отказ');
    const loaded = loadedUseCases(() =>
      Promise.resolve({ ...useCases, readReport: () => Promise.reject(refusal) }),
    );
    await expect(loaded.readReport(work)).rejects.toBe(refusal);
  });
});
