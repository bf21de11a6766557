import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { deskWords as words } from '../../../messages/pane/desk';
import type { DecisionDraft, MeetingJudgement } from '../../../usecases/contract';
import { ChoiceField } from '../fields/ChoiceField';
import { Chips } from '../fields/Chips';
import { CountField } from '../fields/CountField';
import { DateField } from '../fields/DateField';
import { TextField } from '../fields/TextField';
import { Mark } from '../Mark';
import type { MarkShape } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { ViewTone } from '../viewStyles';

type DeskOutcome = MeetingJudgement['outcomes'][number];

const LOOK: Readonly<Record<DeskOutcome['state'], { shape: MarkShape; tone: ViewTone }>> = {
  passed: { shape: 'check', tone: 'good' },
  'not passed': { shape: 'cross', tone: 'danger' },
  'no data': { shape: 'info', tone: 'calm' },
};

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightRegular },
  toggle: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: '8px',
    width: '100%',
    minHeight: '32px',
    padding: '4px 0',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    font: 'inherit',
    textAlign: 'left',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
  item: { fontWeight: tokens.fontWeightSemibold },
  votes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: '8px',
  },
  legend: { padding: 0, marginBottom: '4px', fontWeight: tokens.fontWeightSemibold },
});

interface DecisionProps {
  readonly decision: DecisionDraft;
  /** null: not judged yet. */
  readonly outcome: DeskOutcome | null;
  readonly names: readonly string[];
  /** Not in the workbook yet: open from the beginning, and can be taken away. */
  readonly isNew: boolean;
  readonly onChange: (decision: DecisionDraft) => void;
  readonly onRemove: () => void;
}

/** One item of the agenda: heard, decided, votes, and what they come to. */
export const Decision = (props: DecisionProps): ReactElement => {
  const { decision, outcome, names, isNew, onChange, onRemove } = props;
  const view = useViewStyles();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(isNew);
  const { inFavour, against, leaderVote } = decision;
  // The leader's vote matters where the others are equal.
  const isTie = inFavour !== null && inFavour > 0 && inFavour === against;
  const set = (part: Partial<DecisionDraft>) => {
    onChange({ ...decision, ...part });
  };
  return (
    <li className={view.card}>
      <h4 className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(styles.toggle, view.focusable)}
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <Mark shape={isOpen ? 'down' : 'open'} />
          <span>
            <span className={styles.item}>{words.item(decision.item)}</span>
            {decision.decided === '' ? '' : ` — ${decision.decided}`}
          </span>
        </button>
      </h4>
      <p
        role="status"
        className={mergeClasses(view.text, outcome !== null && view[LOOK[outcome.state].tone])}
      >
        {outcome !== null && (
          <>
            <Mark shape={LOOK[outcome.state].shape} /> {outcome.words}
          </>
        )}
      </p>
      {isOpen && (
        <>
          <TextField
            label={words.heard}
            value={decision.heard}
            isRequired
            isLong
            hasFocus={isNew && decision.heard === ''}
            onChange={(heard) => {
              set({ heard });
            }}
          />
          <ChoiceField
            label={words.speaker}
            value={decision.speaker}
            choices={names}
            onChange={(speaker) => {
              set({ speaker });
            }}
          />
          <TextField
            label={words.decided}
            value={decision.decided}
            isRequired
            isLong
            onChange={(decided) => {
              set({ decided });
            }}
          />
          <ChoiceField
            label={words.responsible}
            value={decision.responsible}
            choices={names}
            onChange={(responsible) => {
              set({ responsible });
            }}
          />
          <DateField
            label={words.due}
            value={decision.due}
            onChange={(due) => {
              set({ due });
            }}
          />
          <fieldset className={view.fieldset}>
            <legend className={styles.legend}>{words.votes}</legend>
            <div className={styles.votes}>
              {(['inFavour', 'against', 'abstained'] as const).map((vote) => (
                <CountField
                  key={vote}
                  label={words[vote]}
                  value={decision[vote]}
                  onChange={(count) => {
                    set({ [vote]: count });
                  }}
                />
              ))}
            </div>
          </fieldset>
          {(isTie || leaderVote !== '') && (
            <Chips
              legend={words.leaderVote}
              name={`leader-${decision.item}`}
              value={leaderVote}
              choices={(['за', 'против', ''] as const).map((value) => ({
                value,
                label: words.leaderVotes[value],
              }))}
              onChange={(vote) => {
                set({ leaderVote: vote });
              }}
            />
          )}
          {isNew && (
            <div>
              <Button size="small" onClick={onRemove}>
                {words.removeDecision}
              </Button>
            </div>
          )}
        </>
      )}
    </li>
  );
};
