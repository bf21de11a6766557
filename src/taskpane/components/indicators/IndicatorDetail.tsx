import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { indicatorWords as words } from '../../../messages/pane/indicators';
import type { IndicatorExplanation, IndicatorRowReport } from '../../../usecases/contract';
import { lastYearLine, viewRows } from '../../indicatorsView';
import type { ViewProps } from '../../view';
import { Mark } from '../Mark';
import { Waiting } from '../shell/Waiting';
import { useViewStyles } from '../viewStyles';
import { EvidenceList } from './EvidenceList';
import { FormulaBlock } from './FormulaBlock';

const useStyles = makeStyles({
  back: { alignSelf: 'flex-start' },
  // On the sheet these words stand inside a line of their own.
  counts: { '::first-letter': { textTransform: 'uppercase' } },
  head: { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: '10px' },
  value: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  no: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  show: { alignSelf: 'flex-start' },
});

/** Where the number comes from: asked anew whenever the report changes; what was known stays in sight meanwhile. */
function useExplanation(no: string, { ask, report }: Pick<ViewProps, 'ask' | 'report'>) {
  const [answer, setAnswer] = useState<{ readonly explanation: IndicatorExplanation | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void ask(({ explainIndicator }) => explainIndicator(no)).then((explanation) => {
      if (isWanted) setAnswer({ explanation });
    });
    return () => {
      isWanted = false;
    };
  }, [ask, no, report, attempt]);
  return {
    answer,
    retry: () => {
      setAnswer(null);
      setAttempt(attempt + 1);
    },
  };
}

interface IndicatorDetailProps extends ViewProps {
  readonly row: IndicatorRowReport;
  readonly onBack: () => void;
}

/** One row of the report: its number, what is counted in it, and every record behind it. */
export const IndicatorDetail = (props: IndicatorDetailProps): ReactElement => {
  const { row, goTo, onBack } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { answer, retry } = useExplanation(row.no, props);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  const [shown] = viewRows([row]);
  if (shown === undefined) throw new Error('a row is shown as a row');
  const known = answer?.explanation ?? null;
  const place = known?.place ?? null;
  const lastYear = lastYearLine(row);
  return (
    <section
      className={view.view}
      aria-labelledby="indicator-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <Button
        className={styles.back}
        appearance="subtle"
        size="small"
        icon={<ArrowLeftRegular />}
        onClick={onBack}
      >
        {words.back}
      </Button>
      <h2 ref={heading} id="indicator-heading" className={view.title} tabIndex={-1}>
        <span className={styles.no}>{words.number(row.no)}</span> {row.label}
      </h2>
      <div className={view.panel}>
        <div className={styles.head}>
          <span className={styles.value}>{shown.value}</span>
          <span className={view[shown.tone]}>{shown.state}</span>
        </div>
        {lastYear !== '' && <p className={view.text}>{lastYear}</p>}
        {row.agrees ? (
          <p className={mergeClasses(view.text, view.good)}>
            <Mark shape="check" /> {shown.agreement}
          </p>
        ) : (
          <>
            <p className={mergeClasses(view.strong, view.danger)}>
              <Mark shape="attention" /> {shown.agreement}
            </p>
            <p className={view.text}>{words.agreement.remedy}</p>
          </>
        )}
        {place !== null && (
          <Button
            className={styles.show}
            size="small"
            onClick={() => {
              goTo(place);
            }}
          >
            {words.show}
          </Button>
        )}
      </div>
      {answer === null && <Waiting />}
      {answer !== null && known === null && (
        <div className={view.section}>
          <p className={view.text}>{words.failed}</p>
          <Button className={styles.show} onClick={retry}>
            {words.retry}
          </Button>
        </div>
      )}
      {known !== null && <Explanation explanation={known} {...props} />}
    </section>
  );
};

interface ExplanationProps extends ViewProps {
  readonly explanation: IndicatorExplanation;
}

const Explanation = ({ explanation, isBusy, change, goTo }: ExplanationProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { no, counts, evidence, excluded, formula } = explanation;
  return (
    <>
      {counts !== '' && (
        <div className={view.section}>
          <h3 className={view.subtitle}>{words.counts}</h3>
          <p className={mergeClasses(view.text, styles.counts)}>{counts}</p>
        </div>
      )}
      {formula !== '' && <FormulaBlock formula={formula} />}
      <ZeroBox explanation={explanation} isBusy={isBusy} change={change} />
      <EvidenceList
        key={`counted ${no}`}
        heading={words.counted(evidence.length)}
        items={evidence}
        empty={words.noneCounted}
        onShow={goTo}
      />
      {excluded.length > 0 && (
        <EvidenceList
          key={`excluded ${no}`}
          heading={words.excluded(excluded.length)}
          hint={words.excludedHint}
          items={excluded}
          onShow={goTo}
        />
      )}
    </>
  );
};

/** «Ноль подтверждён»: only people know that there was nothing. */
const ZeroBox = ({
  explanation: { no, zero, evidence },
  isBusy,
  change,
}: Pick<ExplanationProps, 'explanation' | 'isBusy' | 'change'>): ReactElement | null => {
  const view = useViewStyles();
  /** What was just pressed, until the report says the same. */
  const [pressed, setPressed] = useState<boolean | null>(null);
  const [said, setSaid] = useState(zero);
  if (said !== zero) {
    setSaid(zero);
    setPressed(null);
  }
  if (!zero.mayBeConfirmed && !zero.isConfirmed) return null;
  return (
    <div className={view.card}>
      <Checkbox
        label={words.zero.label}
        checked={pressed ?? zero.isConfirmed}
        onChange={(_, { checked }) => {
          if (isBusy) return;
          const isConfirmed = checked === true;
          setPressed(isConfirmed);
          void change(isConfirmed ? words.zero.confirming : words.zero.unconfirming, (useCases, work) =>
            useCases.confirmZero(no, isConfirmed, work),
          ).then((isDone) => {
            if (!isDone) setPressed(null);
          });
        }}
      />
      <p className={view.quiet}>
        {zero.isConfirmed && evidence.length > 0 ? words.zero.superfluous : words.zero.hint}
      </p>
    </div>
  );
};
