import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { adoptionPaneWords } from '../../../messages/pane/adoption';
import { formatNumber } from '../../../messages/plural';
import type { AdoptionLineReport, AdoptionRefusalReport } from '../../../usecases/contract';
import {
  LINE_STATES,
  countLines,
  linesOf,
  originalOf,
  shownCells,
  takenBlocks,
  unchangedCount,
} from '../../adoptionView';
import type { LineState } from '../../adoptionView';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { StepProps } from './AdoptionView';
import { Foldable } from './Foldable';
import { LongList } from './LongList';
import { Place, Places } from './Place';

const words = adoptionPaneWords.dryRun;

const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: '2px 8px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  column: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, whiteSpace: 'pre-line' },
  new: { fontWeight: tokens.fontWeightSemibold },
  old: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
});

type LineCell = AdoptionLineReport['cells'][number];

/** Old and new of a cell: in words, not by colour. */
const CellValues = ({ cell }: { readonly cell: LineCell }): ReactElement => {
  const styles = useStyles();
  const original = originalOf(cell);
  const said = original === '' ? null : <span className={styles.old}> {words.original(original)}</span>;
  if (cell.state === 'changed') {
    return (
      <>
        <span className={styles.old}>
          {words.from} {cell.old} →{' '}
        </span>
        <span className={styles.new}>{cell.new}</span>
        {said}
      </>
    );
  }
  if (cell.state === 'conflict' || cell.state === 'yours') {
    return (
      <>
        <span className={styles.new}>
          {words.inRegister} {cell.old}
        </span>
        <span className={styles.old}>
          , {words.inSource} {cell.original === '' ? cell.new : cell.original}
          {cell.state === 'yours' && ` (${cell.words})`}
        </span>
      </>
    );
  }
  return (
    <>
      {cell.new}
      {said}
    </>
  );
};

interface LineCardProps {
  readonly line: AdoptionLineReport;
  readonly goTo: StepProps['goTo'];
}

/** A row of the register as it would come out, and where it comes from. */
const LineCard = ({ line, goTo }: LineCardProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const cells = shownCells(line);
  return (
    <div className={view.card}>
      <p className={view.strong}>{line.record}</p>
      <p className={view.quiet}>{words.inTable(line.table)}</p>
      {cells.length > 0 && (
        <dl className={styles.cells}>
          {cells.map((cell) => (
            <div key={cell.column} style={{ display: 'contents' }}>
              <dt className={styles.column}>{cell.column}</dt>
              <dd className={styles.value}>
                <CellValues cell={cell} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {line.places.length > 0 && <Places lead={words.source} places={line.places} goTo={goTo} />}
    </div>
  );
};

interface RefusalCardProps {
  readonly refusal: AdoptionRefusalReport;
  readonly goTo: StepProps['goTo'];
}

const RefusalCard = ({ refusal, goTo }: RefusalCardProps): ReactElement => {
  const view = useViewStyles();
  const { place, text, reason, fix } = refusal;
  return (
    <div className={view.card}>
      <p className={view.quiet}>
        <Place place={place} goTo={goTo} />
      </p>
      {text !== '' && <p className={view.strong}>{text}</p>}
      <p className={view.text}>{reason}</p>
      {fix !== '' && (
        <p className={view.quiet}>
          {words.fix} {fix}
        </p>
      )}
    </div>
  );
};

/** What is to be looked at stands open; what is long and plain is folded. */
const IS_OPEN: Readonly<Record<LineState, boolean>> = {
  updated: true,
  conflict: true,
  added: false,
  gone: false,
};

/** Step 4: what would be written, before it is. */
export const DryRunStep = ({ desk, report, goTo }: StepProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { dryRun, isRegister } = report;
  const { tables, refused, notices, cells, isEmpty } = dryRun;
  const unchanged = unchangedCount(dryRun);
  return (
    <>
      <div className={view.panel}>
        <p className={mergeClasses(view.strong, isEmpty && view.calm)}>
          {isEmpty
            ? takenBlocks(report).length === 0
              ? words.nothingFound
              : words.empty
            : words.summary(cells)}
        </p>
        {tables.length > 0 && (
          <ul className={styles.list}>
            {countLines(tables, words.counts).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        {!isEmpty && <p className={view.text}>{words.untouched}</p>}
        {!isRegister && !isEmpty && <p className={view.text}>{words.becomesRegister}</p>}
      </div>
      {refused.length > 0 && (
        <Foldable name={words.groups.refused} count={formatNumber(refused.length)} isOpenAtFirst>
          <LongList items={refused} keyOf={({ place }) => place.words} height={130}>
            {(refusal) => <RefusalCard refusal={refusal} goTo={goTo} />}
          </LongList>
        </Foldable>
      )}
      {LINE_STATES.map((state) => {
        const lines = linesOf(dryRun, state);
        return lines.length === 0 ? null : (
          <Foldable
            key={state}
            name={words.groups[state]}
            count={formatNumber(lines.length)}
            isOpenAtFirst={IS_OPEN[state]}
          >
            <LongList items={lines} keyOf={keyOfLine} height={180}>
              {(line) => <LineCard line={line} goTo={goTo} />}
            </LongList>
          </Foldable>
        );
      })}
      {unchanged > 0 && (
        <p className={view.quiet}>
          <Mark shape="check" /> {words.unchanged(unchanged)}
        </p>
      )}
      {notices.length > 0 && (
        <Foldable name={words.groups.notices} count={formatNumber(notices.length)}>
          <ul className={styles.list}>
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Foldable>
      )}
      <div>
        <Button
          appearance="subtle"
          disabledFocusable={desk.reading === 'reading'}
          onClick={() => {
            desk.read(desk.state.files);
          }}
        >
          {adoptionPaneWords.readAgain}
        </Button>
      </div>
    </>
  );
};

const keyOfLine = ({ table, record, places }: AdoptionLineReport): string =>
  [table, record, ...places.map((place) => place.words)].join('|');
