import {
  Button,
  Checkbox,
  Field,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { adoptionPaneWords } from '../../../messages/pane/adoption';
import type { AdoptionFile, AdoptionSheetReport, AdoptionSourceReport } from '../../../usecases/contract';
import { foundCounts, otherFiles, viewBlock, withHeader, withKind, withSheet } from '../../adoptionView';
import type { BlockView } from '../../adoptionView';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { AdoptionDesk } from './adoptionDesk';
import type { StepProps } from './AdoptionView';
import { Foldable } from './Foldable';
import { HeaderPicker } from './HeaderPicker';

const words = adoptionPaneWords.found;

const useStyles = makeStyles({
  drop: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  block: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    paddingTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const readFiles = (chosen: Iterable<File>): Promise<readonly AdoptionFile[]> =>
  Promise.all(
    [...chosen].map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );

/** Files are chosen, or dropped; they are read in the pane. */
const FileChoice = ({ desk }: { readonly desk: AdoptionDesk }): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { files } = desk.state;
  const isReading = desk.reading === 'reading';
  const add = async (chosen: Iterable<File>) => {
    const more = otherFiles(files, await readFiles(chosen));
    if (more.length > 0) desk.read([...files, ...more]);
  };
  return (
    <div
      className={mergeClasses(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void add(event.dataTransfer.files);
      }}
    >
      <div className={view.row}>
        <Button style={{ minWidth: 0 }} disabledFocusable={isReading} onClick={() => input.current?.click()}>
          {words.chooseFiles}
        </Button>
        <Button
          appearance="subtle"
          style={{ minWidth: 0, paddingLeft: '6px', paddingRight: '6px' }}
          disabledFocusable={isReading}
          onClick={() => {
            desk.read(files);
          }}
        >
          {adoptionPaneWords.readAgain}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.csv,.txt,.xls"
        onChange={(event) => {
          const { files: chosen } = event.target;
          if (chosen !== null) void add(chosen);
          // The same file may be chosen once more after it has been put right.
          event.target.value = '';
        }}
      />
      <p className={view.quiet}>{isOver ? words.dropHere : words.filesHint}</p>
    </div>
  );
};

interface BlockCardProps {
  readonly found: BlockView;
  readonly desk: AdoptionDesk;
}

/** One table: what it is, where its header stands, and the ways to say otherwise. */
const BlockCard = ({ found, desk }: BlockCardProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { block, sheet, kind, sentence } = found;
  return (
    <div className={styles.block} data-block={block.id}>
      {block.title !== '' && <p className={view.quiet}>{block.title}</p>}
      <p className={view.strong}>
        {block.table !== null && (
          <span className={view.good}>
            <Mark shape="check" />{' '}
          </span>
        )}
        {sentence}
      </p>
      {block.explanation !== '' && <p className={view.quiet}>{block.explanation}</p>}
      {block.hidden !== '' && <p className={view.quiet}>{block.hidden}</p>}
      {block.isRemembered && (
        <p className={view.quiet}>
          <Mark shape="info" /> {words.remembered}
        </p>
      )}
      <Field
        label={words.kind}
        {...(block.isKindSure
          ? {}
          : { validationMessage: words.kindUnsure, validationState: 'warning' as const })}
      >
        <Select
          value={kind}
          onChange={(_, { value }) => {
            const next = block.kinds.find((each) => each.kind === value);
            if (next !== undefined) desk.choose((draft) => withKind(draft, block.id, next.kind));
          }}
        >
          {block.kinds.map((each) => (
            <option key={each.kind} value={each.kind}>
              {each.words}
            </option>
          ))}
        </Select>
      </Field>
      <HeaderPicker
        label={words.moveHeader}
        rows={block.rowsAround}
        header={block.header.top}
        above={found.rowAbove}
        below={found.rowBelow}
        canReset={desk.state.draft.headers.some((each) => each.sheet === sheet.key)}
        sheet={sheet}
        desk={desk}
        onPick={(row) => {
          desk.choose((draft) => withHeader(draft, sheet.key, block.header.top, row));
        }}
      />
    </div>
  );
};

interface SheetCardProps {
  readonly sheet: AdoptionSheetReport;
  readonly desk: AdoptionDesk;
}

const SheetCard = ({ sheet, desk }: SheetCardProps): ReactElement => {
  const view = useViewStyles();
  const { draft } = desk.state;
  const isTaken = !draft.leftOut.includes(sheet.key);
  const name = words.sheet(sheet.name);
  return (
    <li className={view.card} data-sheet={sheet.key}>
      <Checkbox
        label={sheet.isHidden ? `${name} (${words.hiddenSheet})` : name}
        checked={isTaken}
        onChange={(_, { checked }) => {
          desk.choose((value) => withSheet(value, sheet.key, checked === true));
        }}
      />
      {!isTaken && <p className={view.quiet}>{words.leftOut}</p>}
      {isTaken && sheet.note !== '' && <p className={view.quiet}>{sheet.note}</p>}
      {isTaken &&
        sheet.blocks.map((block, index) => (
          // A moved header makes another table of it; the card stays, and the focus in it.
          <BlockCard
            key={`${sheet.key}|${String(index)}`}
            found={viewBlock(draft, sheet, block)}
            desk={desk}
          />
        ))}
      {isTaken && sheet.blocks.length === 0 && sheet.firstRows.length > 0 && (
        <HeaderPicker
          label={words.pointHeader}
          rows={sheet.firstRows}
          header={null}
          above={null}
          below={null}
          canReset={false}
          sheet={sheet}
          desk={desk}
          onPick={(row) => {
            desk.choose((value) => withHeader(value, sheet.key, null, row));
          }}
        />
      )}
    </li>
  );
};

interface SourceProps {
  readonly source: AdoptionSourceReport;
  /** Place among the files, which stand in the order in which they were given; -1 for this workbook. */
  readonly index: number;
  readonly desk: AdoptionDesk;
}

const Source = ({ source, index, desk }: SourceProps): ReactElement => {
  const view = useViewStyles();
  const { file, title, failure, sheets } = source;
  const { files } = desk.state;
  const id = `adoption-source-${String(index)}`;
  const withTables = sheets.filter(({ blocks }) => blocks.length > 0);
  const without = sheets.filter(({ blocks }) => blocks.length === 0);
  return (
    <section className={view.section} aria-labelledby={id}>
      <div className={view.row}>
        <h4 id={id} className={view.subtitle}>
          {title}
        </h4>
        {file !== '' && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={words.removeFile(title)}
            disabledFocusable={desk.reading === 'reading'}
            onClick={() => {
              desk.read(files.filter((_, at) => at !== index));
            }}
          >
            {words.remove}
          </Button>
        )}
      </div>
      {failure !== null && (
        <div className={view.panel}>
          <p className={mergeClasses(view.strong, view.danger)}>
            <Mark shape="cross" /> {failure.sentence}
          </p>
          <p className={view.text}>{failure.remedy}</p>
        </div>
      )}
      {failure === null && sheets.length === 0 && file === '' && (
        <p className={view.quiet}>{words.ownEmpty}</p>
      )}
      {withTables.length > 0 && (
        <ul className={view.list}>
          {withTables.map((sheet) => (
            <SheetCard key={sheet.key} sheet={sheet} desk={desk} />
          ))}
        </ul>
      )}
      {without.length > 0 && (
        <Foldable name={words.withoutTables} count={String(without.length)}>
          <ul className={view.list}>
            {without.map((sheet) => (
              <SheetCard key={sheet.key} sheet={sheet} desk={desk} />
            ))}
          </ul>
        </Foldable>
      )}
    </section>
  );
};

/** Step 1: the sheets and files, and the tables found in them. */
export const FoundStep = ({ desk, report }: StepProps): ReactElement => {
  const view = useViewStyles();
  const { tables, rows } = foundCounts(report);
  const failed = report.sources.filter(({ failure }) => failure !== null);
  const read = report.sources.filter(({ failure }) => failure === null);
  const given = report.sources.filter(({ file }) => file !== '');
  const { draft } = desk.state;
  return (
    <>
      <p className={view.text}>{adoptionPaneWords.intro}</p>
      <FileChoice desk={desk} />
      {desk.reading === 'reading' && <p className={view.text}>{adoptionPaneWords.reading}</p>}
      {failed.map((source) => (
        <Source key={source.file} source={source} index={given.indexOf(source)} desk={desk} />
      ))}
      <p role="status" className={view.strong}>
        {words.summary(tables, rows)}
      </p>
      {!report.isRegister && report.regulations.length > 0 && (
        <Field label={words.regulation}>
          <Select
            value={draft.regulation ?? report.regulation.id}
            onChange={(_, { value }) => {
              desk.choose((each) => ({ ...each, regulation: value }));
            }}
          >
            {report.regulations.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {read.map((source) => (
        <Source key={source.file} source={source} index={given.indexOf(source)} desk={desk} />
      ))}
    </>
  );
};
