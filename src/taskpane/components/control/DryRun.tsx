import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { controlWords as words } from '../../../messages/pane/control';
import type { FixReport } from '../../../usecases/contract';
import { dryRun } from '../../controlView';
import { ChangeList } from '../ChangeList';
import { useViewStyles } from '../viewStyles';

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
        <ChangeList changes={changes} />
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
