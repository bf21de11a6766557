import { useEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

interface KeptFocus<E extends HTMLElement> {
  readonly ref: RefObject<E | null>;
  readonly tabIndex: -1;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** A place that takes the focus itself when the button in it that had the focus is taken away. */
export function useKeptFocus<E extends HTMLElement>(): KeptFocus<E> {
  const place = useRef<E>(null);
  const hasFocus = useRef(false);
  useEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) place.current?.focus();
  });
  return {
    ref: place,
    tabIndex: -1,
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: (event) => {
      // Nothing gets the focus where a button is taken away under it.
      if (event.relatedTarget !== null) hasFocus.current = false;
    },
  };
}
