import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { Session } from '../session';
import type { Command } from '../state';
import type { ViewName } from '../view';
import { Commands } from './shell/Commands';
import { Footer } from './shell/Footer';
import { Header } from './shell/Header';
import { isEarly } from './shell/mounted';
import { Notices } from './shell/Notices';
import { Panels } from './shell/Panels';
import { Tabs } from './shell/Tabs';
import { Waiting } from './shell/Waiting';
import { Welcome } from './shell/Welcome';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '10px',
    boxSizing: 'border-box',
    minHeight: '100vh',
    minWidth: '280px',
    padding: '12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: '10px' },
  main: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

/** Where each view was left, so that coming back is coming back. */
const useScrollOf = (view: ViewName) => {
  const left = useRef(new Map<ViewName, number>());
  const shown = useRef(view);
  useLayoutEffect(() => {
    if (shown.current === view) return;
    shown.current = view;
    window.scrollTo(0, left.current.get(view) ?? 0);
  }, [view]);
  return useCallback(() => {
    left.current.set(shown.current, window.scrollY);
  }, []);
};

interface AppProps {
  readonly session: Session;
  readonly version: string;
  /** Whether files can be saved from here. */
  readonly canSave: boolean;
}

/** The whole pane over a session. */
export const App = ({ session, version, canSave }: AppProps): ReactElement => {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  const { report, running, proposal, view, focus } = state;
  const isBusy = running !== null;
  const keepScroll = useScrollOf(view);
  const open = useCallback(
    (name: ViewName, wanted?: string) => {
      keepScroll();
      // Who goes on has read that it went well; «Отменить» stays at the foot.
      if (session.state().outcome?.kind === 'done') session.dismiss();
      session.open(name, wanted);
    },
    [session, keepScroll],
  );
  const propose = (command: Command) => {
    void session.propose(command);
  };
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <Header report={report ?? null} />
        {report != null && <Commands isBusy={isBusy} onRun={propose} />}
      </header>
      <main className={styles.main}>
        {report != null && <Tabs report={report} view={view} onOpen={open} />}
        <Notices state={state} session={session} />
        {report === undefined && running !== null && <Waiting />}
        {report === null && proposal === null && !isEarly(view) && (
          <Welcome
            isBusy={isBusy}
            onAdopt={() => {
              open('adoption');
            }}
            onJoin={() => {
              open('documents', 'svod');
            }}
            onCreate={() => {
              propose('createRegister');
            }}
          />
        )}
        {report !== undefined && (report !== null || isEarly(view)) && (
          <Panels
            view={view}
            props={{
              report,
              isBusy,
              change: session.change,
              propose: (command) => {
                void session.propose(command, { isShown: true });
              },
              ask: session.ask,
              goTo: session.goTo,
              open,
              canSave,
              focus,
            }}
          />
        )}
      </main>
      <Footer
        report={report ?? null}
        isBusy={isBusy}
        version={version}
        onRefresh={() => {
          void session.read();
        }}
        onComplete={() => {
          propose('createRegister');
        }}
        onUndo={() => {
          void session.undo();
        }}
      />
    </div>
  );
};
