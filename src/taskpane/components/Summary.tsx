import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { WorkbookReport } from '../../usecases/contract';
import { readinessOf } from '../reportView';
import { Mark } from './Mark';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  open: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    color: tokens.colorNeutralForeground2,
  },
  agreed: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface SummaryProps {
  readonly report: WorkbookReport;
}

/** How full the form is, and whether the sheet and the calculation agree. */
export const Summary = ({ report: { rows, agreement } }: SummaryProps): ReactElement => {
  const styles = useStyles();
  const readiness = readinessOf(rows);
  const disagreeing = rows.filter(({ agrees }) => !agrees).map(({ no }) => no);
  const isAgreed = agreement.agreed === agreement.total;
  return (
    <section className={styles.root} aria-labelledby="summary-heading">
      <h2 id="summary-heading" className={styles.heading}>
        {ru.summary.heading}
      </h2>
      <p className={styles.line}>{ru.summary.filled(readiness.filled, readiness.total)}</p>
      {readiness.open.length > 0 && (
        <ul className={styles.open}>
          {readiness.open.map(({ state, count }) => (
            <li key={state}>{ru.summary.open(state, count)}</li>
          ))}
        </ul>
      )}
      <p className={mergeClasses(styles.line, isAgreed ? styles.agreed : styles.differs)}>
        <Mark shape={isAgreed ? 'check' : 'attention'} />{' '}
        {ru.summary.agreement(agreement.agreed, agreement.total)}
        {': '}
        {isAgreed ? ru.summary.agreementFull : ru.summary.agreementBroken(disagreeing)}
      </p>
    </section>
  );
};
