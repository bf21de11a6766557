import { createRoot } from 'react-dom/client';
import type { ReactNode } from 'react';
import { App } from './components/App';
import { ErrorBoundary } from './components/ErrorBoundary';
import { Notice } from './components/Notice';
import { Themed } from './components/Themed';
import type { Session } from './session';

/** What the pane is told about the place it stands in. */
export interface PanePlace {
  readonly element: Element;
  readonly officeIsDark: () => boolean | undefined;
  /** Whether files can be saved from here. */
  readonly canSave: boolean;
}

const mount = ({ element, officeIsDark }: Omit<PanePlace, 'canSave'>, content: ReactNode) => {
  createRoot(element).render(
    <ErrorBoundary>
      <Themed officeIsDark={officeIsDark}>{content}</Themed>
    </ErrorBoundary>,
  );
};

/** Puts the pane in place of the static skeleton. */
export const mountPane = (place: PanePlace, session: Session, version: string): void => {
  mount(place, <App session={session} version={version} canSave={place.canSave} />);
};

/** Says why there is no pane here. */
export const mountRefusal = (
  place: Omit<PanePlace, 'canSave'>,
  refusal: { sentence: string; remedy: string },
): void => {
  mount(place, <Notice title={refusal.sentence} text={refusal.remedy} />);
};
