import { ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { Phase } from '../../usecases/contract';
import type { PaneState } from '../state';

const phases: readonly Phase[] = ['reading', 'planning', 'writing', 'verifying'];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '6px' },
  task: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  phase: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface ProgressProps {
  readonly running: NonNullable<PaneState['running']>;
}

/** What is being done now, in words, and how far it is. */
export const Progress = ({ running: { task, phase } }: ProgressProps): ReactElement => {
  const styles = useStyles();
  const step = phase === null ? 0 : phases.indexOf(phase) + 1;
  const measured = phase === null || task === 'readReport' ? {} : { value: step, max: phases.length };
  return (
    <div className={styles.root}>
      <p className={styles.task}>{ru.running[task]}</p>
      <ProgressBar {...measured} thickness="large" aria-label={ru.running[task]} />
      {phase !== null && <p className={styles.phase}>{ru.phaseOf(ru.phases[phase], step, phases.length)}</p>}
    </div>
  );
};
