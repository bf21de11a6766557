import type { ReactElement } from 'react';
import { overviewWords as words } from '../../../messages/pane/overview';
import { nextSteps } from '../../nextSteps';
import { placeLine } from '../../overviewView';
import type { ViewProps } from '../../view';
import { useViewStyles } from '../viewStyles';
import { Deadlines } from './Deadlines';
import { Numbers } from './Numbers';
import { ReadinessCard } from './ReadinessCard';
import { Steps } from './Steps';
import { Warnings } from './Warnings';

/** How the register stands, and what is worth doing next. */
export const OverviewView = (props: ViewProps): ReactElement => {
  const { report, open } = props;
  const view = useViewStyles();
  const line = placeLine(report);
  return (
    <section className={view.view} aria-labelledby="overview-heading">
      <h2 id="overview-heading" className={view.heard}>
        {words.heading}
      </h2>
      {line !== '' && <p className={view.quiet}>{line}</p>}
      <ReadinessCard report={report} open={open} />
      <Steps steps={nextSteps(report)} {...props} />
      <Numbers {...props} />
      <Deadlines report={report} open={open} />
      <Warnings warnings={report.warnings} />
    </section>
  );
};
