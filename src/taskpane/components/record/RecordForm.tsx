import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { recordWords as words } from '../../../messages/pane/record';
import type { FieldReport, RecordFormTable } from '../../../usecases/contract';
import { draftOf, isBegun, readinessOf, viewFields } from '../../recordView';
import type { FormTexts } from '../../recordView';
import type { ViewProps } from '../../view';
import { JUDGING_DELAY, useAnswer } from '../asking';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { RecordField } from './RecordField';

interface RecordFormProps {
  readonly table: RecordFormTable;
  readonly fields: readonly FieldReport[];
  readonly texts: FormTexts;
  readonly report: ViewProps['report'];
  readonly isBusy: boolean;
  readonly ask: ViewProps['ask'];
  /** A field that takes the focus when the form appears; null: none. */
  readonly focusOn: string | null;
  readonly onType: (texts: FormTexts) => void;
  /** `sentence`: what the record comes to. */
  readonly onAdd: (sentence: string) => void;
}

const focusField = (form: HTMLElement, column: string): void => {
  form
    .querySelector<HTMLElement>(
      `[data-column="${CSS.escape(column)}"] :is(input:not([tabindex="-1"]), textarea)`,
    )
    ?.focus();
};

/** The fields of a table; what the record would be counted as is said while one types. */
export const RecordForm = (props: RecordFormProps): ReactElement => {
  const { table, fields, texts, report, isBusy, ask, focusOn, onType, onAdd } = props;
  const view = useViewStyles();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const hasArrived = useRef(false);

  const draft = draftOf(table, fields, texts);
  const typed = JSON.stringify(draft);
  const judged = useMemo(() => ({ report, typed }), [report, typed]);
  const judgement = useAnswer(() => ask((useCases) => useCases.judgeRecord(draft)), judged, JUDGING_DELAY);
  const { readiness, column: first } = readinessOf(fields, texts);
  const counts = (judgement?.indicators.length ?? 0) > 0;

  useEffect(() => {
    // Once: a view that is hidden and shown again leaves the focus where the user has it.
    if (!hasArrived.current && focusOn !== null && form.current !== null) focusField(form.current, focusOn);
    hasArrived.current = true;
  }, [focusOn]);

  const submit = () => {
    // What is missing is shown once; asked again, the record is written as it is.
    if (readiness === 'ready' || (readiness === 'incomplete' && isAsked)) {
      onAdd(judgement?.sentence ?? '');
      return;
    }
    setAsked(true);
    if (first !== null && form.current !== null) focusField(form.current, first);
  };

  const warning =
    !isAsked || readiness === 'ready' ? '' : readiness === 'malformed' ? words.wrong : words.missing;
  return (
    <form
      ref={form}
      noValidate
      className={view.view}
      aria-label={words.tables[table]}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && isBegun(texts)) submit();
      }}
    >
      <div className={mergeClasses(view.section, view.aboveBar)}>
        {viewFields(fields, texts, judgement?.troubles ?? [], left, isAsked).map((each) => (
          <div key={each.field.column} data-column={each.field.column}>
            <RecordField
              view={each}
              onChange={(text) => {
                onType({ ...texts, [each.field.column]: text });
              }}
              onLeave={() => {
                if (!left.has(each.field.column)) setLeft(new Set([...left, each.field.column]));
              }}
            />
          </div>
        ))}
      </div>
      <div className={view.bar}>
        <p role="status" className={mergeClasses(view.strong, view.speaking, view[counts ? 'good' : 'calm'])}>
          {judgement !== null && (
            <>
              <Mark shape={counts ? 'check' : 'info'} /> {judgement.sentence}
            </>
          )}
        </p>
        <p role="alert" className={mergeClasses(view.speaking, view.danger)}>
          {warning}
        </p>
        <div className={view.row}>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy || !isBegun(texts)}>
            {isAsked && readiness === 'incomplete' ? words.addAsItIs : words.add}
          </Button>
          {isBegun(texts) && (
            <Button
              disabledFocusable={isBusy}
              onClick={() => {
                setLeft(new Set());
                setAsked(false);
                onType({});
                const [field] = fields;
                if (field !== undefined && form.current !== null) focusField(form.current, field.column);
              }}
            >
              {words.clear}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
};
