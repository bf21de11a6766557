import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { deadlineWords as words } from '../../../messages/pane/deadlines';
import { fieldWords } from '../../../messages/pane/fields';
import type { CellPlace } from '../../../register/addresses';
import { readDay } from '../../days';
import type { DeadlineView } from '../../deadlinesView';
import { DateField } from '../fields/DateField';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { STATE_LOOK } from './stateLook';

const useStyles = makeStyles({
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  word: { fontWeight: tokens.fontWeightSemibold },
});

interface DeadlineItemProps {
  readonly deadline: DeadlineView;
  /** The day a mark proposes, "2026-05-12"; "" when it is not known. */
  readonly today: string;
  readonly isBusy: boolean;
  readonly onShow: (place: CellPlace) => void;
  /** `day`: null takes the mark back. */
  readonly onMark: (code: string, day: string | null) => void;
}

/** One obligation: state, days, clause, why it stands so, and what can be done about it here. */
export const DeadlineItem = (props: DeadlineItemProps): ReactElement => {
  const { deadline, today, isBusy, onShow, onMark } = props;
  const { code, place } = deadline;
  const view = useViewStyles();
  const styles = useStyles();
  const [day, setDay] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const look = STATE_LOOK[deadline.state];
  const id = `deadline-${code}`;

  const leave = () => {
    setDay(null);
    setTrouble('');
    button?.focus();
  };
  const confirm = () => {
    const read = readDay(day ?? '');
    if (read === null) setTrouble(day === '' ? fieldWords.dayNeeded : fieldWords.notADay);
    else onMark(code, read);
  };

  return (
    <div data-deadline={code} tabIndex={-1} className={mergeClasses(view.card, view.focusable)}>
      <p className={mergeClasses(view.text, styles.state, view[look.tone])}>
        <span className={styles.word}>
          <Mark shape={look.shape} /> {deadline.stateWords}
        </span>
        {deadline.days !== '' && <span>{deadline.days}</span>}
      </p>
      <p id={id} className={view.strong}>
        {deadline.title}
      </p>
      {deadline.due !== '' && <p className={view.quiet}>{words.due(deadline.due)}</p>}
      {deadline.basis !== '' && <p className={view.quiet}>{deadline.basis}</p>}
      {deadline.clause !== '' && <p className={view.quiet}>{words.clause(deadline.clause)}</p>}
      <div className={view.row}>
        {place !== null && (
          <Button
            size="small"
            aria-describedby={id}
            onClick={() => {
              onShow(place);
            }}
          >
            {words.show}
          </Button>
        )}
        {deadline.canBeMarked && !deadline.isMarked && (
          <Button
            ref={setButton}
            size="small"
            aria-describedby={id}
            aria-expanded={day !== null}
            disabledFocusable={isBusy}
            onClick={() => {
              setDay(day === null ? today : null);
            }}
          >
            {words.mark}
          </Button>
        )}
        {deadline.canBeMarked && deadline.isMarked && (
          <Button
            size="small"
            aria-describedby={id}
            disabledFocusable={isBusy}
            onClick={() => {
              onMark(code, null);
            }}
          >
            {words.unmark}
          </Button>
        )}
      </div>
      {day !== null && (
        <form
          className={view.panel}
          aria-label={words.mark}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy) confirm();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave();
          }}
        >
          <DateField
            label={words.markDay}
            value={day}
            trouble={trouble}
            hasFocus
            onChange={(value) => {
              setDay(value);
              setTrouble('');
            }}
          />
          <div className={view.row}>
            <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
              {words.confirm}
            </Button>
            <Button onClick={leave}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </div>
  );
};
