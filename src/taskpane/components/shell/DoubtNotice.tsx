import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { PaneState } from '../../state';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', paddingTop: '4px', paddingBottom: '4px' },
});

interface DoubtNoticeProps {
  readonly doubt: NonNullable<PaneState['doubt']>;
  readonly isBusy: boolean;
  readonly onRefresh: () => void;
}

/** The report may be out of date, and the way to renew it. */
export const DoubtNotice = ({ doubt, isBusy, onRefresh }: DoubtNoticeProps): ReactElement => {
  const styles = useStyles();
  return (
    <MessageBar intent={doubt === 'stale' ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody className={styles.body}>{words[doubt]}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabledFocusable={isBusy} onClick={onRefresh}>
          {words.actions.refresh}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
