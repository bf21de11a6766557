import { makeStyles, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { WorkbookReport } from '../../usecases/contract';
import type { Session } from '../session';
import type { PaneState, Task } from '../state';
import { Commands } from './Commands';
import { FailureNotice } from './FailureNotice';
import { IndicatorList } from './IndicatorList';
import { Notice } from './Notice';
import { Passport } from './Passport';
import { Progress } from './Progress';
import { Summary } from './Summary';
import { Warnings } from './Warnings';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '12px',
    boxSizing: 'border-box',
    minHeight: '100vh',
    minWidth: '280px',
    padding: '12px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  status: { ':empty': { display: 'none' } },
  version: {
    marginTop: 'auto',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** What a screen reader says when something begins or ends; the end stays in sight. */
const statusOf = ({ finished, report }: PaneState): string => {
  if (finished === null || finished === 'readReport') return '';
  const done = ru.finished[finished];
  return report ? `${done} ${ru.summary.agreement(report.agreement.agreed, report.agreement.total)}.` : done;
};

const Content = ({ report }: { readonly report: WorkbookReport | null | undefined }): ReactElement | null => {
  if (report === undefined) return null;
  if (report === null) return <Notice {...ru.notRegister} />;
  return (
    <>
      <Summary report={report} />
      <Warnings warnings={report.warnings} />
      <IndicatorList rows={report.rows} />
    </>
  );
};

interface AppProps {
  readonly session: Session;
  readonly version: string;
}

/** The whole pane over a session. */
export const App = ({ session, version }: AppProps): ReactElement => {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state, session.state);
  const { report, running, failure } = state;
  const run = (task: Task) => {
    void session.run(task);
  };
  return (
    <div className={styles.root}>
      <Passport report={report ?? null} />
      <Commands hasRegister={Boolean(report)} isBusy={running !== null} onRun={run} />
      <div role="status" className={styles.status}>
        {statusOf(state)}
      </div>
      <main className={styles.main}>
        {running !== null && <Progress running={running} />}
        {failure !== null && <FailureNotice failure={failure} onRetry={run} />}
        <Content report={report} />
      </main>
      <footer className={styles.version}>{ru.version(version)}</footer>
    </div>
  );
};
