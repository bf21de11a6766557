import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';
import type { WorkbookReport } from '../../../usecases/contract';
import { useKeptFocus } from '../keptFocus';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '4px',
    marginTop: 'auto',
    paddingTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  action: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular },
  end: { marginLeft: 'auto', display: 'inline-flex', columnGap: '12px', padding: '4px 0' },
  help: { fontSize: tokens.fontSizeBase200 },
});

interface FooterProps {
  readonly report: WorkbookReport | null;
  readonly isBusy: boolean;
  readonly version: string;
  readonly onRefresh: () => void;
  readonly onComplete: () => void;
  readonly onUndo: () => void;
}

/** What is needed now and then, out of the way of what is needed every time. */
export const Footer = (props: FooterProps): ReactElement => {
  const { report, isBusy, version, onRefresh, onComplete, onUndo } = props;
  const view = useViewStyles();
  const styles = useStyles();
  // «Отменить» goes away when nothing is left to take back.
  const kept = useKeptFocus<HTMLElement>();
  const actions = [
    { key: 'refresh', name: words.actions.refresh, run: onRefresh },
    ...(report === null ? [] : [{ key: 'complete', name: words.actions.complete, run: onComplete }]),
    ...(report?.undoable == null
      ? []
      : [{ key: 'undo', name: words.actions.undoWhat(report.undoable), run: onUndo }]),
  ];
  return (
    <footer className={mergeClasses(styles.root, view.focusable)} {...kept}>
      {actions.map(({ key, name, run }) => (
        <Button
          key={key}
          className={styles.action}
          appearance="subtle"
          size="small"
          disabledFocusable={isBusy}
          onClick={run}
        >
          {name}
        </Button>
      ))}
      <span className={styles.end}>
        <Link className={styles.help} href="help.html" target="_blank" rel="noreferrer">
          {words.help}
        </Link>
        {words.version(version)}
      </span>
    </footer>
  );
};
