import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { Phase } from '../../../usecases/contract';
import type { Running } from '../../state';

const PHASES: readonly Phase[] = ['reading', 'planning', 'writing', 'verifying'];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '6px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', columnGap: '8px' },
  label: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  phase: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface ProgressNoticeProps {
  readonly running: Running;
  readonly onStop: () => void;
}

/** What is being done now, in words, how far it is, and the way to stop it between two steps. */
export const ProgressNotice = ({ running, onStop }: ProgressNoticeProps): ReactElement => {
  const styles = useStyles();
  const { label, phase, isChange, isStopping } = running;
  const step = phase === null ? 0 : PHASES.indexOf(phase) + 1;
  const measured = phase === null || !isChange ? {} : { value: step, max: PHASES.length };
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <p className={styles.label}>{label}</p>
        {isChange && (
          <Button size="small" disabledFocusable={isStopping} onClick={onStop}>
            {isStopping ? words.actions.stopping : words.actions.stop}
          </Button>
        )}
      </div>
      <ProgressBar {...measured} thickness="large" aria-label={label} />
      {isChange && phase !== null && (
        <p className={styles.phase}>{words.phaseOf(words.phases[phase], step, PHASES.length)}</p>
      )}
    </div>
  );
};
