import type { ComponentType } from 'react';
import { OverviewView } from '../overview/OverviewView';
import { VIEWS } from '../../view';
import type { ViewName, ViewProps } from '../../view';

/** A view that is there from the start, or the way to fetch its script. */
export type MountedView =
  | { readonly kind: 'here'; readonly View: ComponentType<ViewProps> }
  | { readonly kind: 'fetched'; readonly fetch: () => Promise<ComponentType<ViewProps>> };

/** What stands behind each tab. A view that is not here yet has no tab. */
export const VIEW_SOURCES: Readonly<Partial<Record<ViewName, MountedView>>> = {
  overview: { kind: 'here', View: OverviewView },
  indicators: {
    kind: 'fetched',
    fetch: async () =>
      (await import(/* webpackChunkName: "indicators" */ '../indicators/IndicatorsView')).IndicatorsView,
  },
  control: {
    kind: 'fetched',
    fetch: async () => (await import(/* webpackChunkName: "control" */ '../control/ControlView')).ControlView,
  },
  deadlines: {
    kind: 'fetched',
    fetch: async () =>
      (await import(/* webpackChunkName: "deadlines" */ '../deadlines/DeadlinesView')).DeadlinesView,
  },
  desk: {
    kind: 'fetched',
    fetch: async () => (await import(/* webpackChunkName: "desk" */ '../desk/DeskView')).DeskView,
  },
  record: {
    kind: 'fetched',
    fetch: async () => (await import(/* webpackChunkName: "record" */ '../record/RecordView')).RecordView,
  },
  settings: {
    kind: 'fetched',
    fetch: async () =>
      (await import(/* webpackChunkName: "settings" */ '../settings/SettingsView')).SettingsView,
  },
};

/** The views that are there, in the order of their tabs. */
export const MOUNTED: readonly ViewName[] = VIEWS.filter((name) => VIEW_SOURCES[name] !== undefined);
