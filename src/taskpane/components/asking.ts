import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Store } from '../store';

/** The value of a store, shown anew when it changes. */
export const useStore = <T>(store: Store<T>): T =>
  useSyncExternalStore(store.subscribe, store.get, store.get);

/**
 * The answer to a question that is put again whenever `key` changes; the last answer stays until the next one has
 * come, and where none comes. `delay`: milliseconds of quiet before it is put, so that not every letter asks.
 */
export function useAnswer<T>(question: () => Promise<T | null>, key: unknown, delay = 0): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  const put = useEffectEvent(question);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void put().then((next) => {
        if (isWanted && next !== null) setAnswer(next);
      });
    }, delay);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, delay]);
  return answer;
}

/** Quiet after which a form is judged: shorter than a pause for thought, longer than between two letters. */
export const JUDGING_DELAY = 250;
