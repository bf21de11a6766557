import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { Session } from '../../session';
import type { PaneState } from '../../state';
import { useKeptFocus } from '../keptFocus';
import { useViewStyles } from '../viewStyles';
import { DoubtNotice } from './DoubtNotice';
import { OutcomeNotice } from './OutcomeNotice';
import { ProgressNotice } from './ProgressNotice';
import { ProposalNotice } from './ProposalNotice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '8px', ':empty': { display: 'none' } },
});

/** What a screen reader hears when something begins or ends; failures and proposals take the focus instead. */
const heardOf = ({ running, outcome }: PaneState): string => {
  if (running !== null) return `${running.label}…`;
  return outcome === null || outcome.kind === 'failed' ? '' : outcome.sentence;
};

interface NoticesProps {
  readonly state: PaneState;
  readonly session: Session;
}

/** What is going on and how it ended, above the view it concerns. */
export const Notices = ({ state, session }: NoticesProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { report, running, outcome, proposal, doubt } = state;
  const kept = useKeptFocus<HTMLDivElement>();
  const isBusy = running !== null;

  const notices: ReactNode[] = [];
  if (running !== null)
    notices.push(<ProgressNotice key="running" running={running} onStop={session.stop} />);
  if (proposal !== null) {
    notices.push(
      <ProposalNotice
        key="proposal"
        proposal={proposal}
        onAnswer={(isWanted) => {
          void session.answer(isWanted);
        }}
      />,
    );
  }
  if (outcome !== null) {
    notices.push(
      <OutcomeNotice
        key="outcome"
        outcome={outcome}
        undoable={report?.undoable ?? null}
        isBusy={isBusy}
        onUndo={() => {
          void session.undo();
        }}
        onRetry={() => {
          void session.retry();
        }}
        onDismiss={session.dismiss}
      />,
    );
  }
  if (doubt !== null) {
    notices.push(
      <DoubtNotice
        key="doubt"
        doubt={doubt}
        isBusy={isBusy}
        onRefresh={() => {
          void session.read();
        }}
      />,
    );
  }
  return (
    <>
      <div role="status" className={view.heard}>
        {heardOf(state)}
      </div>
      <div className={mergeClasses(styles.root, view.focusable)} {...kept}>
        {notices}
      </div>
    </>
  );
};
