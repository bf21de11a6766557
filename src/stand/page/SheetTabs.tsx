import { useEffect, useRef } from 'react';
import { STAND } from '../../messages/stand';
import type { Tab } from '../book/book';

interface SheetTabsProps {
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly isEditing: boolean;
  readonly selection: () => { readonly count: number; readonly numbers: number; readonly sum: number };
  readonly onOpen: (name: string) => void;
}

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 10 });

/** Pixels the tabs move by. */
const SCROLL = 240;

const ARROWS = [
  { by: -1, sign: '‹', label: STAND.tabs.back },
  { by: 1, sign: '›', label: STAND.tabs.onward },
] as const;

/** The sheets of the workbook and the line of state under the grid. */
export function SheetTabs({ tabs, active, isEditing, selection, onOpen }: SheetTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const { count, numbers, sum } = selection();
  const hasStatus = count > 1;
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, hasStatus]);

  const scroll = (by: number): void => {
    list.current?.scrollBy({ left: by * SCROLL, behavior: 'smooth' });
  };

  return (
    <footer className="foot">
      {ARROWS.map(({ by, sign, label }) => (
        <button
          key={label}
          type="button"
          className="tab-arrow"
          aria-label={label}
          onClick={() => {
            scroll(by);
          }}
        >
          {sign}
        </button>
      ))}
      <div className="tabs" role="tablist" aria-label={STAND.tabs.label} ref={list}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            aria-selected={tab.name === active}
            className="tab"
            title={tab.isProtected ? STAND.tabs.protected : undefined}
            style={tab.color === null ? undefined : { boxShadow: `inset 0 -3px 0 ${tab.color}` }}
            onClick={() => {
              onOpen(tab.name);
            }}
          >
            {tab.isProtected ? <span aria-hidden="true">🔒 </span> : null}
            {tab.name}
          </button>
        ))}
      </div>
      <div className="status" role="status">
        <span>{isEditing ? STAND.status.editing : STAND.status.ready}</span>
        {hasStatus ? <span>{STAND.status.count(number.format(count))}</span> : null}
        {numbers > 1 ? <span>{STAND.status.sum(number.format(sum))}</span> : null}
      </div>
    </footer>
  );
}
