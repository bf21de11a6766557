import { FluentProvider } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { schemeOf, themes } from '../theme';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Excel tells nobody that its theme has changed, so it is asked again whenever the pane comes into sight. */
const subscribe = (listener: () => void) => {
  systemDark.addEventListener('change', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    systemDark.removeEventListener('change', listener);
    document.removeEventListener('visibilitychange', listener);
  };
};

interface ThemedProps {
  /** Whether Excel itself is dark; undefined where it does not say. */
  readonly officeIsDark: () => boolean | undefined;
  readonly children: ReactNode;
}

/** Light or dark as Excel is; in a contrast theme the browser puts its own colours over either. */
export const Themed = ({ officeIsDark, children }: ThemedProps): ReactElement => {
  const scheme = useSyncExternalStore(subscribe, () => schemeOf(officeIsDark(), systemDark.matches));
  return <FluentProvider theme={themes[scheme]}>{children}</FluentProvider>;
};
