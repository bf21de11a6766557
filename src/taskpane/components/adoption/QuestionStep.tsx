import { Button, Radio, RadioGroup, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { adoptionPaneWords } from '../../../messages/pane/adoption';
import { viewQuestions, withAnswer, withSafest } from '../../adoptionView';
import type { QuestionView } from '../../adoptionView';
import { Chips } from '../fields/Chips';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { StepProps } from './AdoptionView';
import { LongList } from './LongList';
import { Places } from './Place';

const words = adoptionPaneWords.questions;

const useStyles = makeStyles({
  safest: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  option: { overflowWrap: 'anywhere' },
});

interface QuestionCardProps {
  readonly shown: QuestionView;
  readonly goTo: StepProps['goTo'];
  readonly onAnswer: (option: string) => void;
}

/** One question with its answers, the safest marked, and everywhere it arises. */
const QuestionCard = ({ shown, goTo, onAnswer }: QuestionCardProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { question, taken, isAnswered } = shown;
  const { title, why, options, safest, places } = question;
  return (
    <div className={view.card} data-question>
      <p className={view.strong}>{title}</p>
      <p className={view.quiet}>{why}</p>
      <RadioGroup
        aria-label={title}
        value={taken}
        onChange={(_, { value }) => {
          onAnswer(value);
        }}
      >
        {options.map(({ id, words: said }) => (
          <Radio
            key={id}
            value={id}
            label={
              <span className={styles.option}>
                {said}
                {id === safest && <span className={styles.safest}> — {words.safest}</span>}
              </span>
            }
          />
        ))}
      </RadioGroup>
      <Places lead={words.places(places.length)} places={places} goTo={goTo} />
      {isAnswered && (
        <p className={mergeClasses(view.quiet, view.good)}>
          <Mark shape="check" /> {words.answered}
        </p>
      )}
    </div>
  );
};

/** Step 3: what only a person can decide. */
export const QuestionStep = ({ desk, report, goTo }: StepProps): ReactElement => {
  const view = useViewStyles();
  const shown = viewQuestions(report, desk.state.draft);
  const open = shown.filter(({ isAnswered }) => !isAnswered);
  /** Those that were open when only these were asked for: one that is answered stays where it is. */
  const [wanted, setWanted] = useState<ReadonlySet<string> | null>(null);
  const listed =
    wanted === null
      ? shown
      : shown.filter(({ question, isAnswered }) => !isAnswered || wanted.has(question.id));
  if (shown.length === 0) {
    return (
      <p className={mergeClasses(view.strong, view.good)}>
        <Mark shape="check" /> {words.none}
      </p>
    );
  }
  return (
    <>
      <p role="status" className={view.text}>
        {words.summary(shown.length - open.length, shown.length)}
      </p>
      <div>
        <Button
          disabledFocusable={open.length === 0}
          onClick={() => {
            desk.choose((draft) => withSafest(draft, report.questions));
          }}
        >
          {open.length === 0 ? words.allAnswered : words.acceptRest(open.length)}
        </Button>
      </div>
      {shown.length > 3 && (
        <Chips
          legend={words.which}
          name="adoption-questions"
          value={wanted === null ? 'all' : 'open'}
          choices={[
            { value: 'all', label: words.all(shown.length) },
            { value: 'open', label: words.open(open.length) },
          ]}
          onChange={(next) => {
            setWanted(next === 'all' ? null : new Set(open.map(({ question }) => question.id)));
          }}
        />
      )}
      <LongList items={listed} keyOf={({ question }) => question.id} height={220}>
        {(each) => (
          <QuestionCard
            shown={each}
            goTo={goTo}
            onAnswer={(option) => {
              desk.choose((draft) => withAnswer(draft, each.question.id, option));
            }}
          />
        )}
      </LongList>
    </>
  );
};
