import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { Command } from '../../state';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  command: { flexGrow: 1, minWidth: 0, paddingLeft: '10px', paddingRight: '10px', whiteSpace: 'nowrap' },
});

const SHOWN = ['fillIndicators', 'checkRegister'] as const satisfies readonly Command[];

interface CommandsProps {
  readonly isBusy: boolean;
  readonly onRun: (command: Command) => void;
}

/** What the ribbon offers for a register, under the same names. */
export const Commands = ({ isBusy, onRun }: CommandsProps): ReactElement => {
  const styles = useStyles();
  return (
    <div className={styles.root} role="group" aria-label={words.actions.group}>
      {SHOWN.map((command) => (
        <Button
          key={command}
          className={styles.command}
          appearance={command === 'fillIndicators' ? 'primary' : 'secondary'}
          // Focus stays on the button that was pressed while its task runs.
          disabledFocusable={isBusy}
          onClick={() => {
            onRun(command);
          }}
        >
          {words.actions[command]}
        </Button>
      ))}
    </div>
  );
};
