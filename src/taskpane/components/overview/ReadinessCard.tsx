import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { indicatorWords } from '../../../messages/pane/indicators';
import { overviewWords } from '../../../messages/pane/overview';
import { openStates } from '../../overviewView';
import type { ViewProps } from '../../view';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';

const words = overviewWords.readiness;

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', columnGap: '12px' },
  percent: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  open: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  go: { alignSelf: 'flex-start' },
});

/** How full the report is, and whether the sheet and the calculation agree. */
export const ReadinessCard = ({ report, open }: Pick<ViewProps, 'report' | 'open'>): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { rows, agreement, control } = report;
  const { rowsWithValue, rows: total, percent } = control.readiness;
  const states = openStates(rows);
  const disagreeing = rows.filter(({ agrees }) => !agrees).map(({ no }) => no);
  const isAgreed = disagreeing.length === 0;
  return (
    <section className={view.panel} aria-labelledby="readiness-heading">
      <div className={styles.head}>
        <span className={styles.percent}>{words.percent(percent)}</span>
        <div>
          <h3 id="readiness-heading" className={view.subtitle}>
            {words.heading}
          </h3>
          <p className={view.text}>{words.filled(rowsWithValue, total)}</p>
        </div>
      </div>
      <ProgressBar
        value={total === 0 ? 0 : rowsWithValue / total}
        thickness="large"
        color={percent === 100 ? 'success' : 'brand'}
        aria-labelledby="readiness-heading"
        aria-valuetext={`${words.percent(percent)}, ${words.filled(rowsWithValue, total)}`}
      />
      {states.length > 0 && (
        <ul className={styles.open}>
          {states.map(({ state, count }) => (
            <li key={state}>{indicatorWords.open(state, count)}</li>
          ))}
        </ul>
      )}
      <p className={mergeClasses(view.text, isAgreed ? view.good : view.danger)}>
        <Mark shape={isAgreed ? 'check' : 'attention'} /> {words.agreement(agreement.agreed, agreement.total)}
        {': '}
        {isAgreed ? words.agreementFull : words.agreementBroken(disagreeing)}
      </p>
      <Button
        size="small"
        className={styles.go}
        onClick={() => {
          open('indicators');
        }}
      >
        {words.open}
      </Button>
    </section>
  );
};
