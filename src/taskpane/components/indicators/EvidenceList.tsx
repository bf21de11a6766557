import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { indicatorWords as words } from '../../../messages/pane/indicators';
import type { EvidenceReport } from '../../../usecases/contract';
import type { ViewProps } from '../../view';
import { useRoving } from '../roving';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    width: '100%',
    padding: '6px 4px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outlineOffset: '-2px' },
  },
  place: { color: tokens.colorBrandForeground1 },
  more: { alignSelf: 'flex-start' },
});

/** A number may rest on thousands of records: they come a portion at a time. */
const PORTION = 50;

interface EvidenceListProps {
  readonly heading: string;
  readonly hint?: string;
  readonly items: readonly EvidenceReport[];
  /** What stands there where there are none. */
  readonly empty?: string;
  readonly onShow: ViewProps['goTo'];
}

/** Records behind a number, each the way to its cell. */
export const EvidenceList = ({
  heading,
  hint,
  items,
  empty = '',
  onShow,
}: EvidenceListProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const [shown, setShown] = useState(PORTION);
  const id = useId();
  const left = items.length - shown;
  const { group, item } = useRoving<HTMLUListElement>(Math.min(shown, items.length));
  return (
    <section className={view.section} aria-labelledby={id}>
      <h3 id={id} className={view.subtitle}>
        {heading}
      </h3>
      {hint !== undefined && <p className={view.quiet}>{hint}</p>}
      {items.length === 0 && empty !== '' && <p className={view.text}>{empty}</p>}
      {items.length > 0 && (
        <ul className={styles.list} {...group}>
          {items.slice(0, shown).map(({ place, subject, reason }, index) => (
            // The same cell may be behind a number twice.
            <li key={index}>
              <button
                type="button"
                {...item(index)}
                className={mergeClasses(view.focusable, styles.item)}
                onClick={() => {
                  onShow(place);
                }}
              >
                <span>{subject}</span>
                {reason !== null && <span className={view.warning}>{reason}</span>}
                <span className={mergeClasses(view.quiet, styles.place)}>
                  {words.place(place.sheet, place.cell)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <Button
          className={styles.more}
          size="small"
          onClick={() => {
            setShown(shown + PORTION);
          }}
        >
          {words.more(left)}
        </Button>
      )}
    </section>
  );
};
