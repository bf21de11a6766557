import type { UseCases } from '../usecases/contract';
import { late } from '../usecases/late';

/**
 * Use cases that come in a script of their own, so that the pane stands before them.
 * A load that failed is tried again with the next task.
 */
export function loadedUseCases(load: () => Promise<UseCases>): UseCases {
  const loaded = late(load);
  const later =
    <A extends readonly unknown[], R>(useCase: (useCases: UseCases) => (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> =>
      useCase(await loaded())(...given);
  return {
    createRegister: later(({ createRegister }) => createRegister),
    fillIndicators: later(({ fillIndicators }) => fillIndicators),
    checkRegister: later(({ checkRegister }) => checkRegister),
    readReport: later(({ readReport }) => readReport),
    applyFixes: later(({ applyFixes }) => applyFixes),
    markFulfilled: later(({ markFulfilled }) => markFulfilled),
    undo: later(({ undo }) => undo),
    preview: later(({ preview }) => preview),
    goTo: later(({ goTo }) => goTo),
    watch: later(({ watch }) => watch),
    explainIndicator: later(({ explainIndicator }) => explainIndicator),
    confirmZero: later(({ confirmZero }) => confirmZero),
    readDesk: later(({ readDesk }) => readDesk),
    judgeMeeting: later(({ judgeMeeting }) => judgeMeeting),
    saveMeeting: later(({ saveMeeting }) => saveMeeting),
    readForm: later(({ readForm }) => readForm),
    judgeRecord: later(({ judgeRecord }) => judgeRecord),
    addRecord: later(({ addRecord }) => addRecord),
    readSettings: later(({ readSettings }) => readSettings),
    setPassport: later(({ setPassport }) => setPassport),
    setRule: later(({ setRule }) => setRule),
    previewRegulation: later(({ previewRegulation }) => previewRegulation),
    changeRegulation: later(({ changeRegulation }) => changeRegulation),
    openAdoption: later(({ openAdoption }) => openAdoption),
    considerAdoption: later(({ considerAdoption }) => considerAdoption),
    adoptSources: later(({ adoptSources }) => adoptSources),
    readDocuments: later(({ readDocuments }) => readDocuments),
    makeDocumentSheet: later(({ makeDocumentSheet }) => makeDocumentSheet),
    documentFile: later(({ documentFile }) => documentFile),
    openAsWorkbook: later(({ openAsWorkbook }) => openAsWorkbook),
    copyForDepartment: later(({ copyForDepartment }) => copyForDepartment),
    joinFiles: later(({ joinFiles }) => joinFiles),
    generalPlanFile: later(({ generalPlanFile }) => generalPlanFile),
    fillAnalysis: later(({ fillAnalysis }) => fillAnalysis),
  };
}
