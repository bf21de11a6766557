import type { ComponentType } from 'react';
import { OverviewView } from '../overview/OverviewView';
import { VIEWS } from '../../view';
import type { EarlyViewProps, ViewName, ViewProps } from '../../view';

/** A view that is there from the start, or the way to fetch its script. */
export type MountedView =
  | { readonly kind: 'here'; readonly View: ComponentType<ViewProps> }
  | { readonly kind: 'fetched'; readonly fetch: () => Promise<ComponentType<ViewProps>> }
  /** Fetched, and there before the workbook is a register, too. */
  | { readonly kind: 'early'; readonly fetch: () => Promise<ComponentType<EarlyViewProps>> };

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
  adoption: {
    kind: 'early',
    fetch: async () =>
      (await import(/* webpackChunkName: "adoption" */ '../adoption/AdoptionView')).AdoptionView,
  },
  documents: {
    kind: 'early',
    fetch: async () =>
      (await import(/* webpackChunkName: "documents" */ '../documents/DocumentsView')).DocumentsView,
  },
  settings: {
    kind: 'fetched',
    fetch: async () =>
      (await import(/* webpackChunkName: "settings" */ '../settings/SettingsView')).SettingsView,
  },
};

/** The views that are there, in the order of their tabs. */
export const MOUNTED: readonly ViewName[] = VIEWS.filter((name) => VIEW_SOURCES[name] !== undefined);

/** Whether a view is there before the workbook is a register. */
export const isEarly = (name: ViewName): boolean => VIEW_SOURCES[name]?.kind === 'early';
