import { UserFacingError } from '../messages/errors';
import { ru } from '../messages/ru';
import type { UseCases } from '../usecases/contract';

/** The script with the use cases did not come: the network, or a new version put up meanwhile. */
export class NotLoadedError extends UserFacingError {
  constructor(cause: unknown) {
    super(ru.notLoaded.sentence, ru.notLoaded.remedy, { cause });
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
  return {
    createRegister: async (onPhase) => (await loaded()).createRegister(onPhase),
    fillIndicators: async (onPhase) => (await loaded()).fillIndicators(onPhase),
    readReport: async () => (await loaded()).readReport(),
  };
}
