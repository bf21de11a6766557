import { SearchBox, mergeClasses } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { controlWords as words } from '../../../messages/pane/control';
import { formatNumber } from '../../../messages/plural';
import type { FixReport } from '../../../usecases/contract';
import { findIssues, indexIssues, isOpenFromTheBeginning, viewIssues } from '../../controlView';
import type { KindView, SeverityView } from '../../controlView';
import type { ViewProps } from '../../view';
import { Mark } from '../Mark';
import type { MarkShape } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { ViewTone } from '../viewStyles';
import { KindSection } from './KindSection';

const LOOK: Readonly<Record<SeverityView['severity'], { shape: MarkShape; tone: ViewTone }>> = {
  error: { shape: 'cross', tone: 'danger' },
  warning: { shape: 'attention', tone: 'warning' },
  info: { shape: 'info', tone: 'calm' },
};

/** Where the focus goes when the issue that was put right is gone. */
interface Landing {
  readonly kind: string;
  readonly kindIndex: number;
  readonly issueIndex: number;
}

/** The next issue of the kind; where there is none, the next kind; then the heading. */
function land(root: HTMLElement, { kind, kindIndex, issueIndex }: Landing): void {
  const kinds = [...root.querySelectorAll<HTMLElement>('[data-kind]')];
  const own = kinds.find((each) => each.dataset.kind === kind);
  const issues = [...(own?.querySelectorAll<HTMLElement>('[data-issue]') ?? [])];
  const next =
    issues[Math.min(issueIndex, issues.length - 1)] ??
    (own ?? kinds[Math.min(kindIndex, kinds.length - 1)])?.querySelector<HTMLElement>('[data-toggle]') ??
    root.querySelector<HTMLElement>('h2');
  next?.focus();
}

/** What is wrong in the register, by severity and by kind, each with the way to its cell and, where possible, a fix. */
export const ControlView = ({ report, isBusy, change, goTo, focus }: ViewProps): ReactElement => {
  const view = useViewStyles();
  const [query, setQuery] = useState('');
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  const root = useRef<HTMLElement>(null);
  const landing = useRef<Landing | null>(null);

  const { issues } = report.control;
  const wanted = useDeferredValue(query);
  const indexed = useMemo(() => indexIssues(issues), [issues]);
  const found = useMemo(() => findIssues(indexed, wanted), [indexed, wanted]);
  const severities = useMemo(() => viewIssues(found), [found]);
  const kinds = severities.flatMap((each) => each.kinds);

  const isOpen = ({ key, code }: KindView) =>
    toggled[key] ?? (code === focus || wanted !== '' || isOpenFromTheBeginning(found.length));

  useEffect(() => {
    if (landing.current !== null && root.current !== null) land(root.current, landing.current);
    landing.current = null;
  }, [report]);

  useEffect(() => {
    if (focus === null) return;
    const name = CSS.escape(focus);
    const part = root.current?.querySelector<HTMLElement>(`[data-toggle="${name}"], #control-${name}`);
    part?.scrollIntoView({ block: 'center' });
    part?.focus();
  }, [focus]);

  const fix = (kind: KindView, fixes: readonly FixReport[], issueIndex: number) => {
    landing.current = { kind: kind.key, kindIndex: kinds.indexOf(kind), issueIndex };
    void change(words.applying, (useCases, work) =>
      useCases.applyFixes(
        fixes.map((each) => each.fix),
        work,
      ),
    ).then((isDone) => {
      if (!isDone) landing.current = null;
    });
  };

  return (
    <section ref={root} className={view.view} aria-labelledby="control-heading">
      <h2 id="control-heading" className={view.title} tabIndex={-1}>
        {words.heading}
      </h2>
      {issues.length === 0 ? (
        <div className={view.panel}>
          <p className={mergeClasses(view.strong, view.good)}>
            <Mark shape="check" /> {words.whole.title}
          </p>
          <p className={view.text}>{words.whole.text}</p>
        </div>
      ) : (
        <SearchBox
          value={query}
          placeholder={words.search}
          aria-label={words.search}
          dismiss={{ 'aria-label': words.clearSearch }}
          style={{ maxWidth: 'none' }}
          onChange={(_, { value }) => {
            setQuery(value);
          }}
        />
      )}
      <p role="status" className={view.quiet}>
        {issues.length === 0 ? '' : wanted === '' ? words.total(found.length) : words.found(found.length)}
      </p>
      {issues.length > 0 && found.length === 0 && <p className={view.text}>{words.nothingFound}</p>}
      {severities.map(({ severity, name, count, kinds: own }) => (
        <section key={severity} className={view.section} aria-labelledby={`control-${severity}`}>
          <h3
            id={`control-${severity}`}
            className={mergeClasses(view.subtitle, view.focusable, view[LOOK[severity].tone])}
            tabIndex={-1}
          >
            <Mark shape={LOOK[severity].shape} /> {name} {formatNumber(count)}
          </h3>
          {own.map((kind) => (
            <KindSection
              key={kind.key}
              kind={kind}
              isOpen={isOpen(kind)}
              isBusy={isBusy}
              onToggle={() => {
                setToggled({ ...toggled, [kind.key]: !isOpen(kind) });
              }}
              onShow={goTo}
              onFix={(fixes, index) => {
                fix(kind, fixes, index);
              }}
            />
          ))}
        </section>
      ))}
    </section>
  );
};
