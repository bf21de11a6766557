import { UserFacingError } from '../messages/errors';
import { shellWords } from '../messages/pane/shell';
import type { UseCases } from '../usecases/contract';

/** The script with the use cases did not come: the network, or a new version put up meanwhile. */
export class NotLoadedError extends UserFacingError {
  constructor(cause: unknown) {
    super(shellWords.notLoaded.sentence, shellWords.notLoaded.remedy, { cause });
  }
}

/**
 * Use cases that come in a script of their own, so that the pane stands before them.
 * A load that failed is tried again with the next task.
 */
export function loadedUseCases(load: () => Promise<UseCases>): UseCases {
  let loading: Promise<UseCases> | null = null;
  const loaded = async (): Promise<UseCases> => {
    loading ??= load();
    try {
      return await loading;
    } catch (cause) {
      loading = null;
      throw new NotLoadedError(cause);
    }
  };
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
  };
}
