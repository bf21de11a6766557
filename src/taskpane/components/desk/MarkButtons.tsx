import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { ReactElement } from 'react';
import { deskWords as words } from '../../../messages/pane/desk';
import type { AttendanceMark } from '../../../usecases/contract';
import type { PersonLine } from '../../deskView';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    margin: 0,
    padding: '6px 0',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // A legend takes no part in a grid: the name is shown beside it.
  marks: { display: 'flex' },
  mark: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minWidth: '38px',
    height: '32px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    marginLeft: '-1px',
    cursor: 'pointer',
    ':first-child': {
      borderTopLeftRadius: tokens.borderRadiusMedium,
      borderBottomLeftRadius: tokens.borderRadiusMedium,
    },
    ':last-child': {
      borderTopRightRadius: tokens.borderRadiusMedium,
      borderBottomRightRadius: tokens.borderRadiusMedium,
    },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':has(:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      zIndex: 1,
    },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  present: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
  absent: {
    color: tokens.colorNeutralBackground1,
    backgroundColor: tokens.colorNeutralForeground3,
    ':hover': { backgroundColor: tokens.colorNeutralForeground3 },
  },
  unmarked: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  input: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    margin: 0,
    opacity: 0,
    cursor: 'pointer',
    // The bar at the bottom must not lie over what has the focus.
    scrollMarginBottom: '140px',
    scrollMarginTop: '120px',
  },
});

const LOOK = { да: 'present', нет: 'absent', '': 'unmarked' } as const satisfies Record<
  AttendanceMark,
  string
>;

const MARKS: readonly AttendanceMark[] = ['да', 'нет', ''];

interface MarkButtonsProps extends PersonLine {
  readonly onMark: (name: string, mark: AttendanceMark) => void;
}

/**
 * One person and the three states of the mark; arrows choose, Tab goes to the next person. Of hundreds only the line
 * that is ticked is drawn anew.
 */
export const MarkButtons = memo((props: MarkButtonsProps): ReactElement => {
  const { name, organisation, mark, isGuest, onMark } = props;
  const view = useViewStyles();
  const styles = useStyles();
  return (
    <div className={styles.root} role="radiogroup" aria-label={isGuest ? `${name}, ${words.guest}` : name}>
      <div>
        <div>{name}</div>
        {organisation !== '' && <div className={view.quiet}>{organisation}</div>}
        {isGuest && <div className={view.quiet}>{words.guest}</div>}
      </div>
      <div className={styles.marks}>
        {MARKS.map((each) => (
          <label
            key={each}
            title={words.marks[each]}
            className={mergeClasses(
              styles.mark,
              each === mark && styles.chosen,
              each === mark && styles[LOOK[each]],
            )}
          >
            <input
              type="radio"
              className={styles.input}
              name={`mark-${name}`}
              aria-label={words.marks[each]}
              checked={each === mark}
              onChange={() => {
                onMark(name, each);
              }}
            />
            <span aria-hidden="true">{each === '' ? words.noMark : each}</span>
          </label>
        ))}
      </div>
    </div>
  );
});
MarkButtons.displayName = 'MarkButtons';
