import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { IndicatorRowReport } from '../../usecases/contract';
import { viewRows } from '../reportView';
import type { RowView, Tone } from '../reportView';
import { Mark } from './Mark';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', textAlign: 'left' },
  caption: {
    textAlign: 'left',
    paddingBottom: '4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  number: { width: '38px' },
  value: { width: '58px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '6px 4px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    padding: '6px 4px',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  nested: { paddingLeft: '14px' },
  amount: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  differs: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

type Styles = ReturnType<typeof useStyles>;

const toneClass = (styles: Styles, tone: Tone): string => styles[tone];

const Row = ({ row, styles }: { readonly row: RowView; readonly styles: Styles }): ReactElement => (
  <tr>
    <td className={mergeClasses(styles.cell, styles.number)}>{row.no}</td>
    <th
      scope="row"
      className={mergeClasses(styles.cell, row.isHeading && styles.heading, row.isNested && styles.nested)}
    >
      {row.label}
      <span className={styles.marks}>
        <span className={toneClass(styles, row.tone)}>{row.state}</span>
        <span className={row.agrees ? styles.quiet : styles.differs}>
          <Mark shape={row.agrees ? 'check' : 'attention'} /> {row.agreement}
        </span>
      </span>
    </th>
    <td className={mergeClasses(styles.cell, styles.value, styles.amount)}>{row.value}</td>
  </tr>
);

interface IndicatorListProps {
  readonly rows: readonly IndicatorRowReport[];
}

/** The rows of the appendix as printed, each with its state and whether the sheet says the same. */
export const IndicatorList = ({ rows }: IndicatorListProps): ReactElement => {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{ru.list.heading}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            {ru.list.number}
          </th>
          <th scope="col" className={styles.head}>
            {ru.list.label}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.value)}>
            {ru.list.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {viewRows(rows).map((row) => (
          <Row key={row.no} row={row} styles={styles} />
        ))}
      </tbody>
    </table>
  );
};
