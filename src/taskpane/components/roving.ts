import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Where a key leads from an item of a group; null: the key is not one of these. */
const LEADS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Roving focus (WAI-ARIA APG): a group is one stop of Tab, arrows, Home and End move along it. Fluent's own way
 * puts focusable elements into the page that are hidden from screen readers, which is an error of accessibility.
 *
 * `group` goes onto the container, `item` onto each of its items.
 */
export function useRoving<E extends HTMLElement>(count: number) {
  const root = useRef<E>(null);
  const [active, setActive] = useState(0);
  const stop = Math.min(active, count - 1);
  return {
    group: {
      ref: root,
      onKeyDown: (event: KeyboardEvent) => {
        const lead = LEADS[event.key];
        if (lead === undefined || root.current === null) return;
        const items = [...root.current.querySelectorAll<HTMLElement>('[data-roving]')];
        const at = items.findIndex((item) => item === document.activeElement);
        if (at < 0) return;
        event.preventDefault();
        items[lead(at, items.length)]?.focus();
      },
    },
    item: (index: number) => ({
      'data-roving': '',
      tabIndex: index === stop ? 0 : -1,
      onFocus: () => {
        setActive(index);
      },
    }),
  };
}
