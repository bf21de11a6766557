import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { changeWords as words, formatCell, formatNew } from '../../messages/pane/cells';
import type { PreviewChange } from '../../usecases/contract';
import { useViewStyles } from './viewStyles';

/** How many changes are shown at a time. */
const PORTION = 50;

const useStyles = makeStyles({
  change: { display: 'flex', flexDirection: 'column', rowGap: '2px' },
  pair: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: '8px', margin: 0 },
  word: { color: tokens.colorNeutralForeground2 },
  // Spaces at the ends are what some changes are about.
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  new: { fontWeight: tokens.fontWeightSemibold },
});

interface ChangeListProps {
  readonly changes: readonly PreviewChange[];
}

/** Old and new of every cell, before anything is changed. */
export const ChangeList = ({ changes }: ChangeListProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const [shown, setShown] = useState(PORTION);
  return (
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
              <dd className={mergeClasses(styles.value, styles.new)}>{formatNew(change.new)}</dd>
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
  );
};
