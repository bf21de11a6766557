import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { formatCell } from '../../../messages/pane/cells';
import { controlWords as words } from '../../../messages/pane/control';
import type { FixReport } from '../../../usecases/contract';
import { dryRun, PORTION } from '../../controlView';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  change: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  pair: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', margin: 0 },
  word: { color: tokens.colorNeutralForeground2 },
  // Spaces at the ends are what some fixes are about.
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  new: { fontWeight: tokens.fontWeightSemibold },
});

interface DryRunProps {
  readonly title: string;
  readonly fixes: readonly FixReport[];
  readonly isBusy: boolean;
  readonly onApply: () => void;
  readonly onLeave: () => void;
}

/** Old and new of every cell, shown before anything is changed. Takes the focus; Escape leaves everything as it is. */
export const DryRun = ({ title, fixes, isBusy, onApply, onLeave }: DryRunProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const [shown, setShown] = useState(PORTION);
  const panel = useRef<HTMLDivElement>(null);
  const hasArrived = useRef(false);
  useEffect(() => {
    // Once: a view that is hidden and shown again keeps the focus where the user has it.
    if (!hasArrived.current) panel.current?.focus();
    hasArrived.current = true;
  }, []);
  const changes = dryRun(fixes);
  return (
    <div
      ref={panel}
      className={mergeClasses(view.panel, view.focusable)}
      role="group"
      aria-label={`${words.dryRun}: ${title}`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <p className={view.strong}>{title}</p>
      {changes.length === 0 ? (
        <p className={view.text}>{words.structural}</p>
      ) : (
        <>
          {changes.length > 1 && <p className={view.quiet}>{words.cells(changes.length)}</p>}
          <ul className={view.list}>
            {changes.slice(0, shown).map((change) => (
              <li key={`${change.sheet}|${change.cell}`} className={styles.change}>
                <span className={view.quiet}>{words.place(change.sheet, change.cell)}</span>
                <dl className={styles.pair}>
                  <dt className={styles.word}>{words.from}</dt>
                  <dd className={styles.value}>{formatCell(change.old)}</dd>
                  <dt className={styles.word}>{words.to}</dt>
                  <dd className={mergeClasses(styles.value, styles.new)}>{formatCell(change.new)}</dd>
                </dl>
              </li>
            ))}
          </ul>
          {changes.length > shown && (
            <Button
              appearance="subtle"
              onClick={() => {
                setShown(shown + PORTION);
              }}
            >
              {words.more(changes.length - shown)}
            </Button>
          )}
        </>
      )}
      <div className={view.row}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={onApply}>
          {changes.length === 0 ? words.applyStructural : words.apply}
        </Button>
        <Button onClick={onLeave}>{words.leave}</Button>
      </div>
    </div>
  );
};
