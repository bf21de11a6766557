import { Link, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { adoptionPaneWords } from '../../../messages/pane/adoption';
import type { AdoptionBlockReport } from '../../../usecases/contract';
import { sheetTitle, takenBlocks, takenColumns, viewColumn, withColumn } from '../../adoptionView';
import type { ColumnView, Confidence } from '../../adoptionView';
import { Mark } from '../Mark';
import type { MarkShape } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { ViewTone } from '../viewStyles';
import type { StepProps } from './AdoptionView';
import { LongList } from './LongList';

const words = adoptionPaneWords.matched;

const useStyles = makeStyles({
  header: {
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    whiteSpace: 'pre-line',
  },
  letters: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  samples: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    WebkitLineClamp: 3,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  select: { width: '100%', minWidth: 0 },
  toCheck: { borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}` },
  aside: { backgroundColor: tokens.colorNeutralBackground2 },
});

const LOOKS: Readonly<Record<Confidence, { readonly shape: MarkShape; readonly tone: ViewTone }>> = {
  chosen: { shape: 'check', tone: 'good' },
  sure: { shape: 'check', tone: 'good' },
  likely: { shape: 'check', tone: 'calm' },
  doubtful: { shape: 'attention', tone: 'warning' },
  contradicted: { shape: 'attention', tone: 'warning' },
  refused: { shape: 'info', tone: 'calm' },
  unknown: { shape: 'info', tone: 'calm' },
};

const columnId = (block: string, column: number): string => `adoption-column-${block}-${String(column)}`;

interface ColumnCardProps {
  readonly shown: ColumnView;
  readonly id: string;
  readonly onTake: (option: string) => void;
}

/** A column: its header, what stands in it, and where that goes. */
const ColumnCard = ({ shown, id, onTake }: ColumnCardProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { column, options, title, taken, confidence, words: said, isToCheck } = shown;
  const { shape, tone } = LOOKS[confidence];
  return (
    <div
      className={mergeClasses(view.card, taken === '' && styles.aside, isToCheck && styles.toCheck)}
      data-column={column.letters}
    >
      <p className={view.strong}>
        <span className={styles.header}>
          {title}
          {column.header !== '' && <span className={styles.letters}> · {words.column(column.letters)}</span>}
        </span>
      </p>
      <p className={styles.samples}>
        {column.samples.length === 0
          ? words.noSamples
          : `${words.samples} ${column.samples.map((sample) => `«${sample}»`).join(', ')}`}
      </p>
      <Select
        id={id}
        className={styles.select}
        aria-label={`${words.goesTo}: ${title}`}
        value={taken}
        onChange={(_, { value }) => {
          onTake(value);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.id === '' ? words.leave : option.words}
          </option>
        ))}
      </Select>
      <p className={mergeClasses(view.quiet, view[tone])}>
        <Mark shape={shape} /> {said}
      </p>
    </div>
  );
};

interface TableSectionProps extends StepProps {
  readonly block: AdoptionBlockReport;
  readonly title: string;
  readonly index: number;
}

const TableSection = ({ block, title, index, desk }: TableSectionProps): ReactElement => {
  const view = useViewStyles();
  const shown = block.columns.map((column) => viewColumn(desk.state.draft, block.id, column));
  const toCheck = shown.filter(({ isToCheck }) => isToCheck);
  const id = `adoption-table-${String(index)}`;
  const idOf = ({ column }: ColumnView) => columnId(String(index), column.column);
  return (
    <section className={view.section} aria-labelledby={id}>
      <h4 id={id} className={view.subtitle}>
        {title}
      </h4>
      {block.isRemembered && (
        <p className={view.quiet}>
          <Mark shape="info" /> {adoptionPaneWords.found.remembered}
        </p>
      )}
      {toCheck.length > 0 && (
        <p className={view.text}>
          <span className={view.warning}>
            <Mark shape="attention" />{' '}
          </span>
          {words.toCheck(toCheck.length)}{' '}
          {toCheck.map((each, at) => (
            <span key={each.column.column}>
              {at > 0 && ', '}
              <Link
                as="button"
                inline
                aria-label={words.check(each.title)}
                onClick={() => {
                  const field = document.getElementById(idOf(each));
                  field?.focus();
                  field?.scrollIntoView({ block: 'center' });
                }}
              >
                {each.title}
              </Link>
            </span>
          ))}
        </p>
      )}
      <LongList items={shown} keyOf={({ column }) => String(column.column)} height={150}>
        {(each) => (
          <ColumnCard
            shown={each}
            id={idOf(each)}
            onTake={(option) => {
              desk.choose((draft) => withColumn(draft, block.id, each.column.column, option));
            }}
          />
        )}
      </LongList>
    </section>
  );
};

/** Step 2: every column, and the field of the register it goes to. */
export const MatchStep = (props: StepProps): ReactElement => {
  const { report } = props;
  const view = useViewStyles();
  const blocks = takenBlocks(report);
  return (
    <>
      <p className={view.text}>
        {blocks.length === 0 ? words.none : words.summary(takenColumns(report), blocks.length)}
      </p>
      {blocks.map(({ sheet, block }, index) => (
        <TableSection
          key={block.id}
          {...props}
          block={block}
          title={words.block(sheetTitle(report, sheet), block.table ?? '')}
          index={index}
        />
      ))}
    </>
  );
};
