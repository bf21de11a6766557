import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ru } from '../../messages/ru';
import type { IndicatorRowReport } from '../../usecases/contract';
import { viewRows } from '../reportView';
import type { RowView, Tone } from '../reportView';
import { Mark } from './Mark';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', textAlign: 'left' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  nothing: { margin: '8px 4px' },
  number: { width: '34px' },
  value: { width: '54px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
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
  above: { display: 'block', color: tokens.colorNeutralForeground2 },
  filter: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '4px 0 8px',
    cursor: 'pointer',
  },
  checkbox: { margin: 0, width: '16px', height: '16px', accentColor: tokens.colorBrandBackground },
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
      {row.above !== '' && <span className={styles.above}>{row.above}</span>}
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
  const [attentionOnly, setAttentionOnly] = useState(false);
  const shown = viewRows(rows).filter(({ needsAttention }) => needsAttention || !attentionOnly);
  return (
    <section aria-labelledby="list-heading">
      <h2 id="list-heading" className={styles.title}>
        {ru.list.heading}
      </h2>
      <label className={styles.filter}>
        <input
          type="checkbox"
          className={styles.checkbox}
          checked={attentionOnly}
          onChange={(event) => {
            setAttentionOnly(event.target.checked);
          }}
        />
        {ru.list.attentionOnly}
      </label>
      <table className={styles.table} aria-labelledby="list-heading">
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
          {shown.map((row) => (
            <Row key={row.no} row={row} styles={styles} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className={styles.nothing}>{ru.list.nothingToAttend}</p>}
    </section>
  );
};
