import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { Outcome } from '../../state';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  // The actions stand under the words: beside them there is no room.
  bar: { paddingTop: '4px', paddingBottom: '4px' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingTop: '4px', paddingBottom: '4px' },
  title: { marginRight: '8px', fontWeight: tokens.fontWeightSemibold },
  text: { display: 'block' },
  technical: { marginTop: '4px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
});

interface OutcomeNoticeProps {
  readonly outcome: Outcome;
  /** What «Отменить» would take back; null: nothing. */
  readonly undoable: string | null;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

const INTENT = { done: 'success', stopped: 'warning', failed: 'error' } as const;

/** How the last piece of work ended. A failure takes the focus, so that it is not missed. */
export const OutcomeNotice = (props: OutcomeNoticeProps): ReactElement => {
  const { outcome, undoable, isBusy, onUndo, onRetry, onDismiss } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const alert = useRef<HTMLDivElement>(null);
  const isFailure = outcome.kind === 'failed';
  useEffect(() => {
    if (isFailure) alert.current?.focus();
  }, [outcome, isFailure]);
  const canRetry = outcome.kind === 'stopped' || (outcome.kind === 'failed' && outcome.canRetry);
  const details = outcome.kind === 'done' ? outcome.kept : [];
  return (
    <div ref={alert} className={view.focusable} {...(isFailure ? { role: 'alert', tabIndex: -1 } : {})}>
      <MessageBar className={styles.bar} intent={INTENT[outcome.kind]} layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle className={styles.title}>{outcome.sentence}</MessageBarTitle>
          {outcome.kind === 'done' && undoable !== null && (
            <Link
              as="button"
              inline
              disabledFocusable={isBusy}
              title={words.actions.undoWhat(undoable)}
              onClick={onUndo}
            >
              {words.actions.undo}
            </Link>
          )}
          {details.length > 0 && <span className={styles.text}>{words.kept(details)}</span>}
          {outcome.kind !== 'done' && <span className={styles.text}>{outcome.remedy}</span>}
          {outcome.kind === 'failed' && outcome.technical !== '' && (
            <details className={styles.technical}>
              <summary className={styles.summary}>{words.technical}</summary>
              <span className={styles.text}>{outcome.technical}</span>
            </details>
          )}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={words.actions.hide}
              title={words.actions.hide}
              onClick={onDismiss}
            />
          }
        >
          {canRetry && (
            <Button size="small" disabledFocusable={isBusy} onClick={onRetry}>
              {words.actions.retry}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
    </div>
  );
};
