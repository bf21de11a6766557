import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { overviewWords } from '../../../messages/pane/overview';
import { formatNumber } from '../../../messages/plural';
import { countOf } from '../../overviewView';
import type { ViewProps } from '../../view';
import { Mark } from '../Mark';
import type { MarkShape } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { ViewTone } from '../viewStyles';

const words = overviewWords.numbers;

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', minWidth: 0 },
  tile: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
  },
  value: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '6px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface Tile {
  readonly key: string;
  readonly value: string;
  readonly label: string;
  readonly mark?: { readonly shape: MarkShape; readonly tone: ViewTone };
  readonly go: () => void;
}

const CALM = { shape: 'check', tone: 'good' } as const;

/** The association in four numbers, each the way to what stands behind it. */
export const Numbers = ({ report, goTo, open }: ViewProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { members, meetingsHeld, meetingsRequired, databank } = report.numbers;
  const errors = countOf(report, 'error');
  const warnings = countOf(report, 'warning');
  const tiles: readonly Tile[] = [
    {
      key: 'members',
      value: members === null ? words.unknown : formatNumber(members),
      label: words.members(members),
      go: () => {
        if (databank === null) open('control');
        else goTo(databank);
      },
    },
    {
      key: 'meetings',
      value: words.meetingCount(meetingsHeld, meetingsRequired),
      label: words.meetings(meetingsHeld),
      go: () => {
        open('deadlines', 'meetings');
      },
    },
    {
      key: 'errors',
      value: formatNumber(errors),
      label: words.errors(errors),
      mark: errors === 0 ? CALM : { shape: 'cross', tone: 'danger' },
      go: () => {
        open('control', 'error');
      },
    },
    {
      key: 'warnings',
      value: formatNumber(warnings),
      label: words.warnings(warnings),
      mark: warnings === 0 ? CALM : { shape: 'attention', tone: 'warning' },
      go: () => {
        open('control', 'warning');
      },
    },
  ];
  return (
    <section className={view.section} aria-labelledby="numbers-heading">
      <h3 id="numbers-heading" className={view.subtitle}>
        {words.heading}
      </h3>
      <ul className={styles.grid}>
        {tiles.map(({ key, value, label, mark, go }) => (
          <li key={key} className={styles.item}>
            <button type="button" className={mergeClasses(styles.tile, view.focusable)} onClick={go}>
              <span className={mergeClasses(styles.value, mark !== undefined && view[mark.tone])}>
                {mark !== undefined && <Mark shape={mark.shape} />}
                {value}
              </span>
              <span className={view.quiet}>{label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
