import { UserFacingError } from '../messages/errors';
import { shellWords } from '../messages/pane/shell';

/** A script of the add-in did not come: the network, or a new version put up meanwhile. */
export class NotLoadedError extends UserFacingError {
  constructor(cause: unknown) {
    super(shellWords.notLoaded.sentence, shellWords.notLoaded.remedy, { cause });
  }
}

/** What comes in a script of its own: loaded once, when it is first wanted; a load that failed is tried again. */
export function late<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (cause) {
      loading = null;
      throw new NotLoadedError(cause);
    }
  };
}
