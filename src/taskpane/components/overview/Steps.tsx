import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { overviewWords } from '../../../messages/pane/overview';
import { targetOf } from '../../nextSteps';
import type { NextStep } from '../../nextSteps';
import { describeStep } from '../../overviewView';
import type { ViewProps } from '../../view';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';

const words = overviewWords.steps;

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: '24px 1fr 12px',
    columnGap: '10px',
    alignItems: 'center',
    boxSizing: 'border-box',
    width: '100%',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    '&[aria-disabled="true"]': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
  },
  number: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { border: '1px solid currentColor', boxSizing: 'border-box' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  // A decision of a meeting may be a page long.
  title: {
    fontWeight: tokens.fontWeightSemibold,
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
});

interface StepsProps extends ViewProps {
  readonly steps: readonly NextStep[];
}

/** The most useful things to do now, each a button that leads there; or a kind word when there is nothing. */
export const Steps = ({ steps, isBusy, propose, goTo, open }: StepsProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const take = (step: NextStep) => {
    const target = targetOf(step);
    switch (target.kind) {
      case 'view':
        open(target.view, target.focus);
        return;
      case 'cell':
        goTo(target.place);
        return;
      case 'run':
        if (!isBusy) propose('fillIndicators');
    }
  };
  return (
    <section className={view.section} aria-labelledby="steps-heading">
      <h3 id="steps-heading" className={view.subtitle}>
        {words.heading}
      </h3>
      {steps.length === 0 ? (
        <div className={view.panel}>
          <p className={mergeClasses(view.strong, view.good)}>
            <Mark shape="check" /> {words.nothing.title}
          </p>
          <p className={view.text}>{words.nothing.text}</p>
        </div>
      ) : (
        <ol className={view.list}>
          {steps.map((step, index) => {
            const { title, reason } = describeStep(step);
            return (
              <li key={step.kind}>
                <button
                  type="button"
                  className={mergeClasses(styles.step, view.focusable)}
                  aria-disabled={isBusy && targetOf(step).kind === 'run'}
                  onClick={() => {
                    take(step);
                  }}
                >
                  <span className={styles.number} aria-hidden="true">
                    {index + 1}
                  </span>
                  <span className={styles.words}>
                    <span className={styles.title}>{title}</span>
                    <span className={view.quiet}>{reason}</span>
                  </span>
                  <Mark shape="open" />
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
};
