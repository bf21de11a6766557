import { makeStyles } from '@fluentui/react-components';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useViewStyles } from '../viewStyles';

/** Shorter lists are drawn whole. */
const WHOLE_UP_TO = 40;
/** Items beyond the edges, so that Tab finds the next one. */
const OVERSCAN = 8;
const GAP = 8;

const useStyles = makeStyles({
  root: { position: 'relative', margin: 0, padding: 0, listStyleType: 'none' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Height of an item before it is measured, in pixels. */
  readonly height: number;
  readonly children: (item: T, index: number) => ReactNode;
}

/** A list of cards of which, when it is long, only those in sight are drawn. */
export const LongList = <T,>(props: LongListProps<T>): ReactElement => {
  const { items, keyOf, children } = props;
  const view = useViewStyles();
  if (items.length > WHOLE_UP_TO) return <Drawn {...props} />;
  return (
    <ul className={view.list}>
      {items.map((item, index) => (
        <li key={keyOf(item)}>{children(item, index)}</li>
      ))}
    </ul>
  );
};

const Drawn = <T,>({ items, keyOf, height, children }: LongListProps<T>): ReactElement => {
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null) setAbove(element.getBoundingClientRect().top + window.scrollY);
  }, [items]);
  const drawn = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    overscan: OVERSCAN,
    gap: GAP,
    scrollMargin: above,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
  });
  return (
    <ul ref={list} className={styles.root} style={{ height: `${String(drawn.getTotalSize())}px` }}>
      {drawn.getVirtualItems().map(({ key, index, start }) => {
        const item = items[index];
        return item === undefined ? null : (
          <li
            key={key}
            ref={drawn.measureElement}
            data-index={index}
            className={styles.item}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${String(start - above)}px)` }}
          >
            {children(item, index)}
          </li>
        );
      })}
    </ul>
  );
};
