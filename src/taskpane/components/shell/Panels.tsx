import { Activity, Suspense, createElement, lazy, useEffect, useRef, useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { VIEWS } from '../../view';
import type { EarlyViewProps, ViewName } from '../../view';
import { useViewStyles } from '../viewStyles';
import { VIEW_SOURCES } from './mounted';
import type { MountedView } from './mounted';
import { panelId, tabId } from './Tabs';
import { ViewBoundary } from './ViewBoundary';
import { Waiting } from './Waiting';

type Fetch<P> = () => Promise<ComponentType<P>>;

const fetching = <P extends object>(fetch: Fetch<P>) => lazy(async () => ({ default: await fetch() }));

interface FetchedViewProps<P> {
  readonly fetch: Fetch<P>;
  readonly props: P;
}

/** A view whose script comes when it is first wanted; one that did not come is asked for again. */
const FetchedView = <P extends object>({ fetch, props }: FetchedViewProps<P>): ReactElement => {
  const [View, setView] = useState(() => fetching(fetch));
  return (
    <ViewBoundary
      onRetry={() => {
        setView(() => fetching(fetch));
      }}
    >
      <Suspense fallback={<Waiting />}>{createElement<P>(View, props)}</Suspense>
    </ViewBoundary>
  );
};

/** A view with the report it asks for; nothing while that is not there. */
function viewOf(source: MountedView, { report, ...rest }: EarlyViewProps): ReactElement | null {
  if (source.kind === 'early') return <FetchedView fetch={source.fetch} props={{ report, ...rest }} />;
  if (report === null) return null;
  return source.kind === 'here' ? (
    <source.View report={report} {...rest} />
  ) : (
    <FetchedView fetch={source.fetch} props={{ report, ...rest }} />
  );
}

/**
 * A button that opens another view goes out of sight with its own: the focus goes to the view that has come, unless
 * that has taken it already.
 */
const useFocusOf = (view: ViewName) => {
  const panels = useRef(new Map<ViewName, HTMLElement>());
  const last = useRef(view);
  useEffect(() => {
    if (last.current === view) return;
    last.current = view;
    const shown = panels.current.get(view);
    const focused = document.activeElement;
    const left = focused?.closest('[role="tabpanel"]') ?? null;
    if (focused === document.body || (left !== null && left !== shown)) shown?.focus({ preventScroll: true });
  }, [view]);
  return (name: ViewName) => (panel: HTMLElement | null) => {
    if (panel === null) panels.current.delete(name);
    else panels.current.set(name, panel);
  };
};

interface PanelsProps {
  readonly view: ViewName;
  readonly props: EarlyViewProps;
}

/**
 * The view of the chosen tab. Those left behind stay as they are, out of sight: what was half typed or unfolded
 * is found again.
 */
export const Panels = ({ view, props }: PanelsProps): ReactElement => {
  const [visited, setVisited] = useState<readonly ViewName[]>([view]);
  if (!visited.includes(view)) setVisited([...visited, view]);
  const shared = useViewStyles();
  const refOf = useFocusOf(view);
  return (
    <>
      {VIEWS.map((name) => {
        const source = VIEW_SOURCES[name];
        if (source === undefined || !visited.includes(name)) return null;
        const isShown = name === view;
        const own = isShown ? props : { ...props, focus: null };
        return (
          <Activity key={name} mode={isShown ? 'visible' : 'hidden'}>
            <div
              ref={refOf(name)}
              id={panelId(name)}
              // Before there is a register there are no tabs.
              {...(props.report === null ? {} : { role: 'tabpanel', 'aria-labelledby': tabId(name) })}
              className={shared.focusable}
              tabIndex={-1}
            >
              {viewOf(source, own)}
            </div>
          </Activity>
        );
      })}
    </>
  );
};
