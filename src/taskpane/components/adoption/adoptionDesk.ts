import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { adoptionPaneWords as words } from '../../../messages/pane/adoption';
import type { AdoptionDraft, AdoptionFile } from '../../../usecases/contract';
import { NO_ADOPTION, afterAdoption, atStep, isUntouched } from '../../adoptionView';
import type { AdoptionEnd, AdoptionState, StepName } from '../../adoptionView';
import { createStore } from '../../store';
import type { EarlyViewProps } from '../../view';
import { useStore } from '../asking';

/** One page, one workbook: what is chosen stays until it is written. */
const store = createStore<AdoptionState>(NO_ADOPTION);

/** Quiet before choices are worked out, in milliseconds: shorter than anybody would notice. */
const QUIET = 120;

/** How the sources stand: being read, read, or why not. */
export type Reading = 'reading' | 'read' | 'stopped' | 'failed';

export interface AdoptionDesk {
  readonly state: AdoptionState;
  readonly reading: Reading;
  /** A choice is being worked out; what is shown is by the choices before. */
  readonly isConsidering: boolean;
  /** Reads the sheets of the workbook and these files anew; choices stay. */
  readonly read: (files: readonly AdoptionFile[]) => void;
  readonly stop: () => void;
  readonly choose: (change: (draft: AdoptionDraft) => AdoptionDraft) => void;
  readonly go: (step: StepName) => void;
  /** Writes what was chosen. */
  readonly write: () => void;
  /** Begins anew after an adoption. */
  readonly again: () => void;
}

/** The wizard over its use cases: the last question asked is the one whose answer counts. */
export function useAdoptionDesk({
  report,
  ask,
  change,
}: Pick<EarlyViewProps, 'report' | 'ask' | 'change'>): AdoptionDesk {
  const state = useStore(store);
  const [reading, setReading] = useState<Reading>('read');
  const [isConsidering, setConsidering] = useState(false);
  const asked = useRef(0);
  const abort = useRef<AbortController | null>(null);

  const read = useCallback(
    async (files: readonly AdoptionFile[]) => {
      abort.current?.abort();
      const own = new AbortController();
      abort.current = own;
      asked.current += 1;
      setReading('reading');
      setConsidering(false);
      const answer = await ask(async (useCases) => {
        try {
          const opened = await useCases.openAdoption(files, { onPhase: () => undefined, signal: own.signal });
          const { draft } = store.get();
          return isUntouched(draft) ? opened : await useCases.considerAdoption(draft);
        } catch (error) {
          if (own.signal.aborted) return 'stopped';
          throw error;
        }
      });
      if (abort.current !== own) return;
      if (answer === null || answer === 'stopped') {
        setReading(answer === null ? 'failed' : 'stopped');
        return;
      }
      store.set((value) => ({ ...value, files, report: answer }));
      setReading('read');
    },
    [ask],
  );

  const consider = async (draft: AdoptionDraft) => {
    asked.current += 1;
    const own = asked.current;
    setConsidering(true);
    // Several answers in a row are worked out together.
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    if (asked.current !== own) return;
    const answer = await ask((useCases) => useCases.considerAdoption(draft));
    if (asked.current !== own) return;
    setConsidering(false);
    if (answer !== null) store.set((value) => ({ ...value, report: answer }));
  };

  const write = async () => {
    const ends: AdoptionEnd[] = [];
    const isWritten = await change(words.dryRun.writing, async (useCases, work) => {
      const { report, tables, sentences } = await useCases.adoptSources(store.get().draft, work);
      ends.push({ tables, sentences, undoable: report.undoable });
      return report;
    });
    const [end] = ends;
    if (!isWritten || end === undefined) return;
    // What is still being worked out is of the draft that has just been written.
    asked.current += 1;
    setConsidering(false);
    store.set((value) => afterAdoption(value, end));
  };

  const seen = useRef(report);
  const follow = useEffectEvent(() => {
    if (seen.current === report) return;
    seen.current = report;
    // The register has been worked on: what would change in it is another thing now.
    const { report: found, draft } = store.get();
    if (found !== null && reading === 'read') void consider(draft);
  });
  useEffect(() => {
    follow();
  }, [report]);

  const undoable = report?.undoable ?? null;
  const begin = useEffectEvent(() => {
    const { report: found, done, files } = store.get();
    if (done !== null && done.undoable === undoable) return;
    // What was written has been taken back, or worked on since: a new adoption begins.
    if (done !== null) store.set((value) => ({ ...value, done: null }));
    if (found === null && reading === 'read') void read(files);
  });
  useEffect(() => {
    begin();
  }, [undoable]);

  return {
    state,
    reading,
    isConsidering,
    read: (files) => {
      void read(files);
    },
    stop: () => abort.current?.abort(),
    choose: (choice) => {
      const draft = choice(store.get().draft);
      store.set((value) => ({ ...value, draft }));
      void consider(draft);
    },
    go: (step) => {
      store.set((value) => atStep(value, step));
    },
    write: () => {
      void write();
    },
    again: () => {
      store.set((value) => ({ ...value, done: null }));
      void read(state.files);
    },
  };
}
