import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { formatCell, formatNew } from '../../../messages/pane/cells';
import { shellWords as words } from '../../../messages/pane/shell';
import type { Proposal } from '../../state';
import { Sentences } from '../Sentences';
import { useViewStyles } from '../viewStyles';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  change: { overflowWrap: 'anywhere' },
  new: { fontWeight: tokens.fontWeightSemibold },
});

/** More changed cells than this are counted, not listed. */
const LISTED_AT_MOST = 20;

/** More sentences than this are folded, so that the answer stays in sight. */
const SHOWN_AT_FIRST = 4;

interface ProposalNoticeProps {
  readonly proposal: Proposal;
  readonly onAnswer: (isWanted: boolean) => void;
}

/** What would be done, before it is done. Takes the focus; Escape leaves everything as it is. */
export const ProposalNotice = ({ proposal, onAnswer }: ProposalNoticeProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [proposal]);
  const { sentences, changes } = proposal.preview;
  const left = changes.length - LISTED_AT_MOST;
  return (
    <section
      className={view.panel}
      aria-labelledby="proposal-heading"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAnswer(false);
      }}
    >
      <h2 ref={heading} id="proposal-heading" className={view.title} tabIndex={-1}>
        {words.proposal.heading[proposal.command]}
      </h2>
      <Sentences sentences={sentences} shownAtFirst={SHOWN_AT_FIRST} />
      {changes.length > 0 && (
        <>
          <p className={view.strong}>{words.proposal.changes(changes.length)}</p>
          <ul className={styles.list}>
            {changes.slice(0, LISTED_AT_MOST).map((change) => (
              <li key={`${change.sheet}|${change.cell}`} className={styles.change}>
                <span className={view.quiet}>
                  {change.sheet}, {change.cell}:{' '}
                </span>
                {formatCell(change.old)} → <span className={styles.new}>{formatNew(change.new)}</span>
              </li>
            ))}
            {left > 0 && <li>{words.proposal.more(left)}</li>}
          </ul>
        </>
      )}
      <p className={view.quiet}>{words.proposal.untouched}</p>
      <div className={view.row}>
        <Button
          appearance="primary"
          onClick={() => {
            onAnswer(true);
          }}
        >
          {words.proposal.go}
        </Button>
        <Button
          onClick={() => {
            onAnswer(false);
          }}
        >
          {words.proposal.leave}
        </Button>
      </div>
    </section>
  );
};
