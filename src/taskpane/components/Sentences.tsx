import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../messages/pane/shell';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
  summary: { marginTop: '4px', marginBottom: '4px', cursor: 'pointer' },
});

const List = ({ sentences }: { readonly sentences: readonly string[] }): ReactElement => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
};

interface SentencesProps {
  readonly sentences: readonly string[];
  /** More than this are folded, so that the answer stays in sight. */
  readonly shownAtFirst: number;
}

/** What a dry run says. */
export const Sentences = ({ sentences, shownAtFirst }: SentencesProps): ReactElement => {
  const styles = useStyles();
  const rest = sentences.slice(shownAtFirst);
  return (
    <div>
      {sentences.length > 0 && <List sentences={sentences.slice(0, shownAtFirst)} />}
      {rest.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.proposal.rest(rest.length)}</summary>
          <List sentences={rest} />
        </details>
      )}
    </div>
  );
};
