import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { ReactElement } from 'react';
import { indicatorWords as words } from '../../../messages/pane/indicators';
import type { IndicatorRowReport } from '../../../usecases/contract';
import { viewRows } from '../../indicatorsView';
import type { RowView } from '../../indicatorsView';
import { Chips } from '../fields/Chips';
import { Mark } from '../Mark';
import { useRoving } from '../roving';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  above: { padding: '6px 4px 0 14px', color: tokens.colorNeutralForeground2 },
  row: {
    display: 'grid',
    gridTemplateColumns: '32px 1fr auto 12px',
    columnGap: '6px',
    alignItems: 'start',
    boxSizing: 'border-box',
    width: '100%',
    padding: '8px 4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
  },
  pressable: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  nested: { paddingLeft: '10px' },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  heading: { fontWeight: tokens.fontWeightSemibold },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  value: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
  },
  differs: { fontWeight: tokens.fontWeightSemibold },
  chevron: { alignSelf: 'center', lineHeight: 1, color: tokens.colorNeutralForeground3 },
});

export type ListFilter = 'all' | 'attention';

interface RowProps {
  readonly row: RowView;
  /** Its part in the roving focus of the list. */
  readonly stop: ReturnType<ReturnType<typeof useRoving>['item']>;
  readonly onOpen: (no: string) => void;
}

const Row = ({ row, stop, onOpen }: RowProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const content = (
    <>
      <span className={styles.number}>{row.no}</span>
      <span
        className={mergeClasses(styles.label, row.isHeading && styles.heading, row.isNested && styles.nested)}
      >
        {row.label}
        <span className={styles.marks}>
          <span className={view[row.tone]}>{row.state}</span>
          <span className={row.agrees ? view.calm : mergeClasses(view.danger, styles.differs)}>
            <Mark shape={row.agrees ? 'check' : 'attention'} /> {row.agreement}
          </span>
          {row.lastYear !== '' && <span className={view.calm}>{row.lastYear}</span>}
        </span>
      </span>
      <span className={styles.value}>{row.value}</span>
    </>
  );
  if (row.isHeading) return <div className={styles.row}>{content}</div>;
  return (
    <button
      type="button"
      {...stop}
      data-no={row.no}
      className={mergeClasses(styles.row, view.focusable, styles.pressable)}
      onClick={() => {
        onOpen(row.no);
      }}
    >
      {content}
      <span className={styles.chevron}>
        <Mark shape="open" />
      </span>
    </button>
  );
};

interface IndicatorListProps {
  readonly rows: readonly IndicatorRowReport[];
  readonly filter: ListFilter;
  /** The row that gets the focus when the list comes back; null: none. */
  readonly landing: string | null;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onOpen: (no: string) => void;
}

/** The rows of the form as printed, each with its number, its state and whether the sheet says the same. */
export const IndicatorList = (props: IndicatorListProps): ReactElement => {
  const { rows, filter, landing, onFilter, onOpen } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const root = useRef<HTMLElement>(null);
  const all = useMemo(() => viewRows(rows), [rows]);
  const attention = all.filter(({ needsAttention }) => needsAttention);
  const shown = filter === 'attention' ? attention : all;
  const pressable = shown.filter(({ isHeading }) => !isHeading);
  const { group, item } = useRoving<HTMLUListElement>(pressable.length);

  useEffect(() => {
    if (landing === null) return;
    root.current?.querySelector<HTMLElement>(`[data-no="${CSS.escape(landing)}"]`)?.focus();
  }, [landing]);

  return (
    <section ref={root} className={view.view} aria-labelledby="indicators-heading">
      <h2 id="indicators-heading" className={view.title} tabIndex={-1}>
        {words.heading}
      </h2>
      <Chips
        legend={words.filter}
        name="indicators-filter"
        value={filter}
        choices={[
          { value: 'all', label: words.all(all.length) },
          { value: 'attention', label: words.attention(attention.length) },
        ]}
        onChange={onFilter}
      />
      <p role="status" className={view.heard}>
        {words.shown(shown.length)}
      </p>
      {shown.length === 0 && <p className={view.text}>{words.nothingToAttend}</p>}
      <ul className={styles.list} {...group}>
        {shown.map((row) => (
          <li key={row.no}>
            {row.above !== '' && <div className={styles.above}>{row.above}</div>}
            <Row row={row} stop={item(pressable.indexOf(row))} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
};
