import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { documentsPaneWords as words } from '../../../messages/pane/documents';
import { PARTS } from '../../documentsView';
import type { PartName } from '../../documentsView';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    columnGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  part: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: '5px 4px',
    border: 'none',
    borderBottom: `3px solid ${tokens.colorNeutralStroke1}`,
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
  },
  now: {
    borderBottomColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

interface PartsBarProps {
  readonly part: PartName;
  readonly onChoose: (part: PartName) => void;
}

/** The three parts of the view, and which one is shown. */
export const PartsBar = ({ part, onChoose }: PartsBarProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  return (
    <nav aria-label={words.partsLabel}>
      <ul className={styles.root}>
        {PARTS.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={mergeClasses(styles.part, name === part && styles.now, view.focusable)}
              aria-current={name === part ? 'true' : undefined}
              onClick={() => {
                onChoose(name);
              }}
            >
              {words.parts[name]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
