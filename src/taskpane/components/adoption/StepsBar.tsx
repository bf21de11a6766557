import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { adoptionPaneWords as words } from '../../../messages/pane/adoption';
import { STEPS } from '../../adoptionView';
import type { StepName } from '../../adoptionView';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    columnGap: '4px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '44px',
    padding: '5px 2px 4px',
    border: 'none',
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground1 },
  },
  passed: { borderTopColor: tokens.colorBrandStroke1 },
  now: {
    borderTopColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
  },
});

interface StepsBarProps {
  readonly step: StepName;
  /** The furthest step that has been seen: one may go back and forth up to it. */
  readonly reached: StepName;
  readonly isBusy: boolean;
  readonly onGo: (step: StepName) => void;
}

/** The four steps, where one is, and the way to those already seen. */
export const StepsBar = ({ step, reached, isBusy, onGo }: StepsBarProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const now = STEPS.indexOf(step);
  return (
    <ol className={styles.root} aria-label={words.stepsLabel}>
      {STEPS.map((name, index) => {
        const isNow = name === step;
        const look = mergeClasses(styles.step, index < now && styles.passed, isNow && styles.now);
        const said = (
          <>
            <span>{String(index + 1)}</span>
            <span>{words.steps[name]}</span>
          </>
        );
        return (
          <li key={name} aria-current={isNow ? 'step' : undefined}>
            {isNow || index > STEPS.indexOf(reached) ? (
              <div className={look}>{said}</div>
            ) : (
              <button
                type="button"
                className={mergeClasses(look, styles.button, view.focusable)}
                aria-disabled={isBusy}
                onClick={() => {
                  if (!isBusy) onGo(name);
                }}
              >
                {said}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
};
