import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StripView } from '../../deadlinesView';
import { useViewStyles } from '../viewStyles';
import { STATE_LOOK } from './stateLook';

const useStyles = makeStyles({
  root: { position: 'relative', height: '40px', margin: '0 6px' },
  line: {
    position: 'absolute',
    top: '28px',
    left: 0,
    right: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  letter: {
    position: 'absolute',
    top: 0,
    paddingLeft: '2px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: '14px',
    color: tokens.colorNeutralForeground3,
  },
  tick: {
    position: 'absolute',
    top: '24px',
    height: '8px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  point: {
    position: 'absolute',
    top: '23px',
    width: '10px',
    height: '10px',
    marginLeft: '-5px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralBackground1}`,
    backgroundColor: 'currentColor',
    boxSizing: 'border-box',
    forcedColorAdjust: 'none',
  },
  hollow: { backgroundColor: tokens.colorNeutralBackground1, border: '2px solid currentColor' },
  today: {
    position: 'absolute',
    top: '14px',
    height: '26px',
    marginLeft: '-1px',
    borderLeft: `2px solid ${tokens.colorBrandForeground1}`,
  },
});

const percent = (at: number): string => `${String(Math.round(at * 10_000) / 100)}%`;

/** The year at a glance: months, obligations as points, the day of calculation. Read aloud is the list below it. */
export const YearStrip = ({ strip }: { readonly strip: StripView }): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  return (
    <div className={styles.root} aria-hidden="true">
      <div className={styles.line} />
      {strip.months.map(({ month, letter, at }) => (
        <div key={month}>
          <span className={styles.letter} style={{ left: percent(at) }}>
            {letter}
          </span>
          <span className={styles.tick} style={{ left: percent(at) }} />
        </div>
      ))}
      {strip.today !== null && <span className={styles.today} style={{ left: percent(strip.today) }} />}
      {strip.points.map(({ code, state, at }) => (
        <span
          key={code}
          className={mergeClasses(
            styles.point,
            view[STATE_LOOK[state].tone],
            (state === 'ok' || state === 'done') && styles.hollow,
          )}
          style={{ left: percent(at) }}
        />
      ))}
    </div>
  );
};
