import { Button, mergeClasses } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { controlWords as words } from '../../../messages/pane/control';
import type { CellPlace } from '../../../register/addresses';
import type { FixReport } from '../../../usecases/contract';
import type { IssueView } from '../../controlView';
import { useViewStyles } from '../viewStyles';
import { DryRun } from './DryRun';

interface IssueItemProps {
  readonly issue: IssueView;
  readonly isBusy: boolean;
  readonly onShow: (place: CellPlace) => void;
  readonly onFix: (fix: FixReport) => void;
}

/** One issue: where, what is wrong, what to do, the clause behind it, and the way there. */
export const IssueItem = ({ issue, isBusy, onShow, onFix }: IssueItemProps): ReactElement => {
  const view = useViewStyles();
  const [isAsked, setAsked] = useState(false);
  const [fixButton, setFixButton] = useState<HTMLButtonElement | null>(null);
  const id = useId();
  const { fix } = issue;
  const leave = () => {
    setAsked(false);
    fixButton?.focus();
  };
  return (
    <li data-issue tabIndex={-1} className={mergeClasses(view.card, view.focusable)}>
      <p className={view.quiet}>{issue.where}</p>
      <p id={id} className={view.text}>
        {issue.trouble}
      </p>
      {issue.remedy !== '' && <p className={view.quiet}>{issue.remedy}</p>}
      {issue.clause !== '' && <p className={view.quiet}>{words.clause(issue.clause)}</p>}
      <div className={view.row}>
        <Button
          size="small"
          aria-describedby={id}
          onClick={() => {
            onShow(issue.place);
          }}
        >
          {words.show}
        </Button>
        {fix !== null && (
          <Button
            ref={setFixButton}
            size="small"
            aria-describedby={id}
            aria-expanded={isAsked}
            disabledFocusable={isBusy}
            onClick={() => {
              setAsked(!isAsked);
            }}
          >
            {fix.label}
          </Button>
        )}
      </div>
      {fix !== null && isAsked && (
        <DryRun
          title={fix.label}
          fixes={[fix]}
          isBusy={isBusy}
          onApply={() => {
            onFix(fix);
          }}
          onLeave={leave}
        />
      )}
    </li>
  );
};
