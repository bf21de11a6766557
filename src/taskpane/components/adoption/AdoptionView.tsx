import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { adoptionPaneWords as words } from '../../../messages/pane/adoption';
import { STEPS, canWrite, stepBeside } from '../../adoptionView';
import type { StepName } from '../../adoptionView';
import type { EarlyViewProps } from '../../view';
import { Waiting } from '../shell/Waiting';
import { useViewStyles } from '../viewStyles';
import { useAdoptionDesk } from './adoptionDesk';
import type { AdoptionDesk } from './adoptionDesk';
import { DoneStep } from './DoneStep';
import { DryRunStep } from './DryRunStep';
import { FoundStep } from './FoundStep';
import { MatchStep } from './MatchStep';
import { QuestionStep } from './QuestionStep';
import { StepsBar } from './StepsBar';

/** What each step is given. */
export interface StepProps {
  readonly desk: AdoptionDesk;
  readonly report: NonNullable<AdoptionDesk['state']['report']>;
  readonly isBusy: boolean;
  readonly goTo: EarlyViewProps['goTo'];
}

const STEP_VIEWS: Readonly<Record<StepName, (props: StepProps) => ReactElement>> = {
  found: FoundStep,
  matched: MatchStep,
  questions: QuestionStep,
  dryRun: DryRunStep,
};

interface FootProps {
  readonly desk: AdoptionDesk;
  readonly isBusy: boolean;
  /** Leads out of the wizard where there is no tab to press. */
  readonly onLeave: (() => void) | null;
}

/** The way on and back, in sight at the bottom. */
const Foot = ({ desk, isBusy, onLeave }: FootProps): ReactElement => {
  const view = useViewStyles();
  const { state, isConsidering, go, write } = desk;
  const { step, report } = state;
  const before = stepBeside(step, -1);
  const next = stepBeside(step, 1);
  return (
    <div className={view.bar}>
      <div className={view.row}>
        {before !== null && (
          <Button
            onClick={() => {
              go(before);
            }}
          >
            {words.back}
          </Button>
        )}
        {before === null && onLeave !== null && <Button onClick={onLeave}>{words.leave}</Button>}
        {next !== null && step !== 'dryRun' ? (
          <Button
            appearance="primary"
            disabledFocusable={report === null}
            onClick={() => {
              go(next);
            }}
          >
            {words.next[step]}
          </Button>
        ) : (
          <Button
            appearance="primary"
            disabledFocusable={isBusy || isConsidering || report === null || !canWrite(report)}
            onClick={write}
          >
            {words.dryRun.write}
          </Button>
        )}
      </div>
    </div>
  );
};

/** The tables the user has kept so far become the register: found, matched, asked about, shown, written. */
export const AdoptionView = (props: EarlyViewProps): ReactElement => {
  const { report: register, isBusy, ask, change, goTo, open } = props;
  const view = useViewStyles();
  const desk = useAdoptionDesk({ report: register, ask, change });
  const { state, reading, isConsidering } = desk;
  const { step, reached, report, done } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<StepName>(step);

  useEffect(() => {
    // Once a step: a view that is hidden and shown again leaves the focus where the user has it.
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);

  if (done !== null) return <DoneStep done={done} onOpen={open} onAgain={desk.again} />;
  const Step = STEP_VIEWS[step];
  return (
    <section className={view.view} aria-labelledby="adoption-heading">
      <h2 id="adoption-heading" className={view.title}>
        {words.heading}
      </h2>
      <StepsBar step={step} reached={reached} isBusy={isBusy} onGo={desk.go} />
      <h3 ref={heading} className={mergeClasses(view.subtitle, view.focusable)} tabIndex={-1}>
        <span className={view.heard}>{words.stepOf(STEPS.indexOf(step) + 1)}</span>
        {words.stepHeadings[step]}
      </h3>
      <div role="status" className={view.heard}>
        {reading === 'reading' ? words.reading : isConsidering ? words.considering : ''}
      </div>
      {reading === 'reading' && report === null && (
        <>
          <p className={view.text}>{words.reading}</p>
          <div>
            <Button onClick={desk.stop}>{words.stop}</Button>
          </div>
          <Waiting />
        </>
      )}
      {(reading === 'stopped' || reading === 'failed') && (
        <>
          <p className={view.text}>{reading === 'stopped' ? words.stopped : words.failed}</p>
          <div>
            <Button
              onClick={() => {
                desk.read(state.files);
              }}
            >
              {words.readAgain}
            </Button>
          </div>
        </>
      )}
      {report !== null && (
        <div className={mergeClasses(view.section, view.aboveBar)} aria-busy={isConsidering}>
          <Step desk={desk} report={report} isBusy={isBusy} goTo={goTo} />
        </div>
      )}
      <Foot
        desk={desk}
        isBusy={isBusy || reading === 'reading'}
        onLeave={
          register === null
            ? () => {
                open('overview');
              }
            : null
        }
      />
    </section>
  );
};
