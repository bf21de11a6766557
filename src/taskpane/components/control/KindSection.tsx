import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { FIX_KINDS } from '../../../messages/control';
import { changeWords } from '../../../messages/pane/cells';
import { controlWords as words } from '../../../messages/pane/control';
import { formatNumber } from '../../../messages/plural';
import type { CellPlace } from '../../../register/addresses';
import type { FixReport } from '../../../usecases/contract';
import { PORTION } from '../../controlView';
import type { FixGroup, KindView } from '../../controlView';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { DryRun } from './DryRun';
import { IssueItem } from './IssueItem';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightRegular },
  toggle: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '8px',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: '7px 4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  name: { flexGrow: 1 },
  count: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

interface FixAllProps {
  readonly group: FixGroup;
  readonly isBusy: boolean;
  readonly onFix: (fixes: readonly FixReport[]) => void;
}

/** All fixes of a kind under one button, with their dry run. */
const FixAll = ({ group: { kind, fixes }, isBusy, onFix }: FixAllProps): ReactElement => {
  const [isAsked, setAsked] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  return (
    <>
      <div>
        <Button
          ref={setButton}
          size="small"
          aria-expanded={isAsked}
          disabledFocusable={isBusy}
          onClick={() => {
            setAsked(!isAsked);
          }}
        >
          {words.fixAll(fixes.length)}
        </Button>
      </div>
      {isAsked && (
        <DryRun
          title={FIX_KINDS[kind]}
          fixes={fixes}
          isBusy={isBusy}
          onApply={() => {
            onFix(fixes);
          }}
          onLeave={() => {
            setAsked(false);
            button?.focus();
          }}
        />
      )}
    </>
  );
};

interface KindSectionProps {
  readonly kind: KindView;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly onToggle: () => void;
  readonly onShow: (place: CellPlace) => void;
  /** `index`: place of the issue in its kind; 0 where all of them are put right. */
  readonly onFix: (fixes: readonly FixReport[], index: number) => void;
}

/** Issues of one kind, folded under its name and number. */
export const KindSection = (props: KindSectionProps): ReactElement => {
  const { kind, isOpen, isBusy, onToggle, onShow, onFix } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const [shown, setShown] = useState(PORTION);
  const id = useId();
  const left = kind.issues.length - shown;
  return (
    <div data-kind={kind.key} className={view.section}>
      <h4 className={styles.heading}>
        <button
          type="button"
          data-toggle={kind.code}
          className={mergeClasses(styles.toggle, view.focusable)}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <Mark shape={isOpen ? 'down' : 'open'} />
          <span className={styles.name}>{kind.name}</span>
          <span className={styles.count}>{formatNumber(kind.issues.length)}</span>
        </button>
      </h4>
      <div id={id} className={view.section} hidden={!isOpen}>
        {isOpen && (
          <>
            {kind.fixes.map((group) => (
              <FixAll
                key={group.kind}
                group={group}
                isBusy={isBusy}
                onFix={(fixes) => {
                  onFix(fixes, 0);
                }}
              />
            ))}
            <ul className={view.list}>
              {kind.issues.slice(0, shown).map((issue, index) => (
                <IssueItem
                  key={issue.key}
                  issue={issue}
                  isBusy={isBusy}
                  onShow={onShow}
                  onFix={(fix) => {
                    onFix([fix], index);
                  }}
                />
              ))}
            </ul>
            {left > 0 && (
              <Button
                onClick={() => {
                  setShown(shown + PORTION);
                }}
              >
                {changeWords.more(left)}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
};
