import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { recordWords as words } from '../../../messages/pane/record';
import type { RecordFormTable } from '../../../usecases/contract';
import { NO_RECORDS, RECORD_TABLES, draftOf, firstEmpty, keptTexts, withTexts } from '../../recordView';
import type { FormTexts, RecordDrafts } from '../../recordView';
import { createStore } from '../../store';
import type { ViewProps } from '../../view';
import { useAnswer, useStore } from '../asking';
import { Chips } from '../fields/Chips';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { RecordForm } from './RecordForm';

/** One page, one workbook: what is typed into the forms stays until it is written or cleared. */
const drafts = createStore<RecordDrafts>(NO_RECORDS);

/** A record just written: what it came to, and what the next one may have in common with it. */
interface Added {
  readonly table: RecordFormTable;
  readonly texts: FormTexts;
  readonly sentence: string;
}

interface AddedNoticeProps {
  readonly added: Added;
  readonly onAnother: () => void;
  readonly onOther: () => void;
}

/** That the record is there, and the way to the next one. Takes the focus: the form it stands for is gone. */
const AddedNotice = ({ added, onAnother, onOther }: AddedNoticeProps): ReactElement => {
  const view = useViewStyles();
  const notice = useRef<HTMLDivElement>(null);
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!hasArrived.current) notice.current?.focus();
    hasArrived.current = true;
  }, []);
  return (
    <div
      ref={notice}
      tabIndex={-1}
      role="group"
      aria-labelledby="record-added"
      className={mergeClasses(view.panel, view.focusable)}
    >
      <p id="record-added" className={mergeClasses(view.strong, view.good)}>
        <Mark shape="check" /> {words.added(added.table)}
      </p>
      {added.sentence !== '' && <p className={view.text}>{added.sentence}</p>}
      <div className={view.row}>
        <Button appearance="primary" onClick={onAnother}>
          {words.another}
        </Button>
        <Button onClick={onOther}>{words.other}</Button>
      </div>
    </div>
  );
};

const isTable = (name: string | null): name is RecordFormTable =>
  RECORD_TABLES.some((table) => table === name);

/** An achievement, a course, an activity or an event, added by form and judged before it is written. */
export const RecordView = ({ report, isBusy, change, ask, focus }: ViewProps): ReactElement => {
  const view = useViewStyles();
  const { table, texts: typed } = useStore(drafts);
  const texts = typed[table] ?? {};
  const [added, setAdded] = useState<Added | null>(null);
  /** The field that takes the focus in the form begun by a press; a new number begins the form anew. */
  const [begun, setBegun] = useState<{ readonly number: number; readonly column: string | null }>({
    number: 0,
    column: null,
  });

  const wanted = useMemo(() => ({ report, table }), [report, table]);
  const form = useAnswer(
    () => ask(async (useCases) => ({ table, fields: await useCases.readForm(table) })),
    wanted,
  );
  const fields = form !== null && form.table === table ? form.fields : null;

  useEffect(() => {
    if (isTable(focus)) drafts.set((value) => ({ ...value, table: focus }));
  }, [focus]);

  const begin = (next: FormTexts) => {
    drafts.set((value) => withTexts(value, table, next));
    setAdded(null);
    setBegun({ number: begun.number + 1, column: fields === null ? null : firstEmpty(fields, next) });
  };

  const add = async (sentence: string) => {
    if (fields === null) return;
    const isAdded = await change(words.adding, (useCases, work) =>
      useCases.addRecord(draftOf(table, fields, texts), work),
    );
    if (!isAdded) return;
    setAdded({ table, texts, sentence });
    drafts.set((value) => withTexts(value, table, {}));
  };

  return (
    <section className={view.view} aria-labelledby="record-heading">
      <h2 id="record-heading" className={view.title}>
        {words.heading}
      </h2>
      <Chips
        legend={words.what}
        name="record-table"
        value={table}
        choices={RECORD_TABLES.map((value) => ({ value, label: words.tables[value] }))}
        onChange={(next) => {
          setAdded(null);
          drafts.set((value) => ({ ...value, table: next }));
        }}
      />
      <p className={view.quiet}>{words.about[table]}</p>
      {added !== null ? (
        <AddedNotice
          added={added}
          onAnother={() => {
            begin(keptTexts(added.table, added.texts));
          }}
          onOther={() => {
            begin({});
          }}
        />
      ) : fields === null ? (
        <p className={view.text}>{words.reading}</p>
      ) : (
        <RecordForm
          key={`${table}|${String(begun.number)}`}
          table={table}
          fields={fields}
          texts={texts}
          report={report}
          isBusy={isBusy}
          ask={ask}
          focusOn={begun.column}
          onType={(next) => {
            drafts.set((value) => withTexts(value, table, next));
          }}
          onAdd={(sentence) => {
            void add(sentence);
          }}
        />
      )}
    </section>
  );
};
