import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { Failure, Task } from '../state';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: '8px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder2}`,
    borderLeftWidth: '4px',
    color: tokens.colorNeutralForeground1,
  },
  text: { margin: 0 },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  technical: { fontSize: tokens.fontSizeBase200, maxWidth: '100%', overflowWrap: 'anywhere' },
});

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly onRetry: (task: Task) => void;
}

/** What went wrong, what to do about it, and the way to try again. Takes the focus, so that it is not missed. */
export const FailureNotice = ({ failure, onRetry }: FailureNoticeProps): ReactElement => {
  const styles = useStyles();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    notice.current?.focus();
  }, [failure]);
  return (
    <section ref={notice} className={styles.root} role="alert" tabIndex={-1}>
      <p className={styles.sentence}>{failure.sentence}</p>
      <p className={styles.text}>{failure.remedy}</p>
      <Button
        onClick={() => {
          onRetry(failure.task);
        }}
      >
        {ru.actions.retry}
      </Button>
      {failure.technical !== '' && (
        <details className={styles.technical}>
          <summary>{ru.technical}</summary>
          {failure.technical}
        </details>
      )}
    </section>
  );
};
