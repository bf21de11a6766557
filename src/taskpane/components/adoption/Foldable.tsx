import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightRegular },
  toggle: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '8px',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: '7px 4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  name: { flexGrow: 1 },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

interface FoldableProps {
  readonly name: string;
  /** Said at the right edge: a number. */
  readonly count: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A section folded under its name and number. */
export const Foldable = ({ name, count, isOpenAtFirst = false, children }: FoldableProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <div className={view.section}>
      <h4 className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(styles.toggle, view.focusable)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <Mark shape={isOpen ? 'down' : 'open'} />
          <span className={styles.name}>{name}</span>
          <span className={styles.count}>{count}</span>
        </button>
      </h4>
      {isOpen && (
        <div id={id} className={view.section}>
          {children}
        </div>
      )}
    </div>
  );
};
