import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { deadlineWords as words } from '../../../messages/pane/deadlines';
import { viewFilters, viewStrip, viewTimeline } from '../../deadlinesView';
import type { DeadlineFilter, DeadlineView, TimelineEntry } from '../../deadlinesView';
import type { ViewProps } from '../../view';
import { Chips } from '../fields/Chips';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { DeadlineItem } from './DeadlineItem';
import { YearStrip } from './YearStrip';

const useStyles = makeStyles({
  // The rail of the timeline.
  entries: { paddingLeft: '10px', borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  month: {
    margin: '4px 0 8px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  today: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', flexGrow: 1, borderTop: `2px solid ${tokens.colorBrandForeground1}` },
  },
  toggle: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '8px',
    minHeight: '36px',
    padding: '7px 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  foldHeading: { margin: 0, fontSize: 'inherit' },
});

const find = (root: HTMLElement, code: string): HTMLElement | null =>
  root.querySelector(`[data-deadline="${CSS.escape(code)}"]`);

/** What the association owes by its regulation, along the year, with the day of calculation among it. */
export const DeadlinesView = ({ report, isBusy, change, goTo, focus }: ViewProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { obligations } = report.control;
  const [filter, setFilter] = useState<DeadlineFilter>('all');
  const [isDoneOpen, setDoneOpen] = useState(false);
  const root = useRef<HTMLElement>(null);
  /** The obligation just marked: the focus follows it to where it stands now. */
  const marked = useRef<string | null>(null);

  const filters = useMemo(() => viewFilters(obligations), [obligations]);
  // A state nobody is in any more shows everything again.
  const applied = filters.some((each) => each.filter === filter) ? filter : 'all';
  const timeline = useMemo(
    () => viewTimeline(obligations, report.today, applied),
    [obligations, report.today, applied],
  );
  const strip = useMemo(() => viewStrip(obligations, report.today), [obligations, report.today]);
  const isDoneShown = isDoneOpen || applied === 'done' || timeline.done.some(({ code }) => code === focus);

  useEffect(() => {
    const code = marked.current;
    marked.current = null;
    if (code === null || root.current === null) return;
    const target = find(root.current, code) ?? root.current.querySelector<HTMLElement>('[data-done]');
    target?.focus();
  }, [report]);

  useEffect(() => {
    if (focus === null || root.current === null) return;
    const target = find(root.current, focus);
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  }, [focus]);

  const mark = (code: string, day: string | null) => {
    marked.current = code;
    void change(day === null ? words.unmarking : words.marking, (useCases, work) =>
      useCases.markFulfilled(code, day, work),
    ).then((isDone) => {
      if (!isDone) marked.current = null;
    });
  };

  const item = (deadline: DeadlineView) => (
    <DeadlineItem
      // A mark changes what stands in the item: its form is begun anew.
      key={`${deadline.code}|${String(deadline.isMarked)}`}
      deadline={deadline}
      today={report.today}
      isBusy={isBusy}
      onShow={goTo}
      onMark={mark}
    />
  );
  const entry = (each: TimelineEntry) =>
    each.kind === 'today' ? (
      <li key="today" className={styles.today} aria-current="date">
        {each.words}
      </li>
    ) : (
      <li key={each.deadline.code}>{item(each.deadline)}</li>
    );

  if (obligations.length === 0) {
    return (
      <section className={view.view} aria-labelledby="deadlines-heading">
        <h2 id="deadlines-heading" className={view.title}>
          {words.heading}
        </h2>
        <div className={view.panel}>
          <p className={view.strong}>{words.none.title}</p>
          <p className={view.text}>{words.none.text}</p>
        </div>
      </section>
    );
  }

  const shown = filters.find((each) => each.filter === applied)?.count ?? 0;
  return (
    <section ref={root} className={view.view} aria-labelledby="deadlines-heading">
      <h2 id="deadlines-heading" className={view.title}>
        {words.heading}
      </h2>
      {strip !== null && <YearStrip strip={strip} />}
      <Chips
        legend={words.filter}
        name="deadlines-filter"
        value={applied}
        choices={filters.map((each) => ({
          value: each.filter,
          label: words.filtered(each.name, each.count),
        }))}
        onChange={setFilter}
      />
      <p role="status" className={view.heard}>
        {applied === 'all' ? '' : words.shown(shown)}
      </p>
      {timeline.months.length > 0 && (
        <ol className={view.list}>
          {timeline.months.map(({ month, name, entries }) => (
            <li key={month}>
              <h3 className={styles.month}>{name}</h3>
              <ol className={mergeClasses(view.list, styles.entries)}>{entries.map(entry)}</ol>
            </li>
          ))}
        </ol>
      )}
      {timeline.undated.length > 0 && (
        <section className={view.section} aria-labelledby="deadlines-undated">
          <h3 id="deadlines-undated" className={view.subtitle}>
            {words.undated}
          </h3>
          <ul className={view.list}>
            {timeline.undated.map((deadline) => (
              <li key={deadline.code}>{item(deadline)}</li>
            ))}
          </ul>
        </section>
      )}
      {timeline.done.length > 0 && (
        <section className={view.section}>
          <h3 className={styles.foldHeading}>
            <button
              type="button"
              data-done
              className={mergeClasses(styles.toggle, view.focusable)}
              aria-expanded={isDoneShown}
              aria-controls="deadlines-done"
              onClick={() => {
                setDoneOpen(!isDoneShown);
              }}
            >
              <Mark shape={isDoneShown ? 'down' : 'open'} />
              {words.done(timeline.done.length)}
            </button>
          </h3>
          <ol id="deadlines-done" className={view.list} hidden={!isDoneShown}>
            {isDoneShown && timeline.done.map((deadline) => <li key={deadline.code}>{item(deadline)}</li>)}
          </ol>
        </section>
      )}
    </section>
  );
};
