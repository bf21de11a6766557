import { useRef } from 'react';
import type { JoinedFile, SvodReport } from '../../../usecases/contract';
import { createStore } from '../../store';
import type { EarlyViewProps } from '../../view';
import { useStore } from '../asking';

/** How joining stands. */
export type Joining =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly files: readonly JoinedFile[] }
  | { readonly kind: 'joined'; readonly report: SvodReport; readonly files: number };

/** One page: what was joined stays while the user looks elsewhere. */
const store = createStore<Joining>({ kind: 'idle' });

export interface SvodDesk {
  readonly joining: Joining;
  readonly join: (files: readonly JoinedFile[]) => void;
  readonly stop: () => void;
}

/** The joining that runs; it goes on while its view is out of sight. */
let running: AbortController | null = null;

/** Joins files one after another; the last press is the one that counts. */
export function useSvodDesk({ ask }: Pick<EarlyViewProps, 'ask'>): SvodDesk {
  const joining = useStore(store);
  const asking = useRef(ask);
  const join = async (files: readonly JoinedFile[]) => {
    running?.abort();
    const own = new AbortController();
    running = own;
    const tell = (next: Joining) => {
      if (running === own) store.set(() => next);
    };
    tell({ kind: 'reading', done: 0, total: files.length, name: files[0]?.name ?? '' });
    const answer = await asking.current(async (useCases) => {
      try {
        return await useCases.joinFiles(files, {
          onFile: (progress) => {
            tell({ kind: 'reading', ...progress });
          },
          signal: own.signal,
        });
      } catch (error) {
        if (own.signal.aborted) return 'stopped';
        throw error;
      }
    });
    tell(
      answer === null
        ? { kind: 'failed', files }
        : answer === 'stopped'
          ? { kind: 'stopped' }
          : { kind: 'joined', report: answer, files: files.length },
    );
  };
  return {
    joining,
    join: (files) => {
      if (files.length > 0) void join(files);
    },
    stop: () => running?.abort(),
  };
}
