import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { adoptionPaneWords } from '../../../messages/pane/adoption';
import { countLines } from '../../adoptionView';
import type { AdoptionEnd } from '../../adoptionView';
import type { EarlyViewProps } from '../../view';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';

const words = adoptionPaneWords.done;

interface DoneStepProps {
  readonly done: AdoptionEnd;
  readonly onOpen: EarlyViewProps['open'];
  readonly onAgain: () => void;
}

/** What was written, and where to go on. Takes the focus: the button that was pressed is gone. */
export const DoneStep = ({ done, onOpen, onAgain }: DoneStepProps): ReactElement => {
  const view = useViewStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const hasArrived = useRef(false);
  useEffect(() => {
    if (!hasArrived.current) {
      heading.current?.focus();
      window.scrollTo(0, 0);
    }
    hasArrived.current = true;
  }, []);
  const { tables, sentences } = done;
  return (
    <section className={view.view} aria-labelledby="adoption-heading">
      <h2 ref={heading} id="adoption-heading" className={mergeClasses(view.title, view.good)} tabIndex={-1}>
        <Mark shape="check" /> {words.heading}
      </h2>
      {tables.length > 0 && (
        <ul className={view.list} style={{ rowGap: '4px' }}>
          {countLines(tables, words.counts).map((each) => (
            <li key={each} className={view.strong}>
              {each}
            </li>
          ))}
        </ul>
      )}
      {sentences.map((sentence) => (
        <p key={sentence} className={view.text}>
          {sentence}
        </p>
      ))}
      <p className={view.quiet}>{words.undo}</p>
      <p className={view.quiet}>{words.next}</p>
      <div className={view.row}>
        <Button
          appearance="primary"
          onClick={() => {
            onOpen('control');
          }}
        >
          {words.control}
        </Button>
        <Button
          onClick={() => {
            onOpen('overview');
          }}
        >
          {words.overview}
        </Button>
        <Button appearance="subtle" onClick={onAgain}>
          {words.again}
        </Button>
      </div>
    </section>
  );
};
