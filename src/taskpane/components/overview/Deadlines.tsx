import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { overviewWords } from '../../../messages/pane/overview';
import { nextDeadlines } from '../../overviewView';
import type { ViewProps } from '../../view';
import { STATE_LOOK } from '../deadlines/stateLook';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';

const words = overviewWords.deadlines;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflow: 'hidden',
  },
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  line: {
    display: 'grid',
    gridTemplateColumns: '12px 1fr',
    columnGap: '10px',
    alignItems: 'baseline',
    width: '100%',
    boxSizing: 'border-box',
    padding: '8px 12px',
    border: 'none',
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  title: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  when: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  all: { alignSelf: 'flex-start' },
});

/** What comes next by date, and what is late. */
export const Deadlines = ({ report, open }: Pick<ViewProps, 'report' | 'open'>): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const lines = nextDeadlines(report);
  return (
    <section className={view.section} aria-labelledby="next-deadlines-heading">
      <h3 id="next-deadlines-heading" className={view.subtitle}>
        {words.heading}
      </h3>
      {lines.length === 0 ? (
        <p className={view.text}>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {lines.map(({ code, title, when, state }) => (
            <li key={code} className={styles.item}>
              <button
                type="button"
                className={mergeClasses(view.focusable, styles.line)}
                onClick={() => {
                  open('deadlines', code);
                }}
              >
                <span className={view[STATE_LOOK[state].tone]}>
                  <Mark shape={STATE_LOOK[state].shape} />
                </span>
                <span className={styles.words}>
                  <span className={styles.title}>{title}</span>
                  <span className={mergeClasses(styles.when, view[STATE_LOOK[state].tone])}>{when}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        className={styles.all}
        onClick={() => {
          open('deadlines');
        }}
      >
        {words.all}
      </Button>
    </section>
  );
};
