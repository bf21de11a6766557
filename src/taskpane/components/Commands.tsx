import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { Task } from '../state';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  command: { flexGrow: 1 },
});

const commands = ['createRegister', 'fillIndicators'] as const;

interface CommandsProps {
  readonly hasRegister: boolean;
  readonly isBusy: boolean;
  readonly onRun: (task: Task) => void;
}

/** The two things the pane does; the one that comes next stands out. */
export const Commands = ({ hasRegister, isBusy, onRun }: CommandsProps): ReactElement => {
  const styles = useStyles();
  const next = hasRegister ? 'fillIndicators' : 'createRegister';
  return (
    <div className={styles.root}>
      {commands.map((command) => (
        <Button
          key={command}
          className={styles.command}
          appearance={command === next ? 'primary' : 'secondary'}
          // Focus stays on the button that was pressed while its task runs.
          disabledFocusable={isBusy}
          onClick={() => {
            onRun(command);
          }}
        >
          {ru.actions[command]}
        </Button>
      ))}
    </div>
  );
};
