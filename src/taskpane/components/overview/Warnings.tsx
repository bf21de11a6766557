import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { overviewWords as words } from '../../../messages/pane/overview';

const useStyles = makeStyles({
  root: {
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    borderLeftWidth: '4px',
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  count: { fontWeight: tokens.fontWeightSemibold, cursor: 'pointer' },
  list: { margin: '4px 0 0', paddingLeft: '20px' },
});

/** More than this many are folded under their count, so that the form stays in sight. */
const FOLDED_ABOVE = 3;

interface WarningsProps {
  readonly warnings: readonly string[];
}

/** What the methodist should know and nobody but the methodist can decide. */
export const Warnings = ({ warnings }: WarningsProps): ReactElement | null => {
  const styles = useStyles();
  if (warnings.length === 0) return null;
  return (
    <details className={styles.root} open={warnings.length <= FOLDED_ABOVE}>
      <summary className={styles.count}>{words.warnings(warnings.length)}</summary>
      <ul className={styles.list}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  );
};
