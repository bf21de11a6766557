import { Button, mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { deskWords as words } from '../../../messages/pane/desk';
import type { AttendanceMark, DeskReport, MeetingDraft, MeetingJudgement } from '../../../usecases/contract';
import {
  addDecision,
  changeDecision,
  decisionKeys,
  edited,
  hasWrongDate,
  isEdited,
  markTheRest,
  removeDecision,
  viewPeople,
  withEverybody,
} from '../../deskView';
import type { MeetingEdits } from '../../deskView';
import type { ViewProps } from '../../view';
import { JUDGING_DELAY, useAnswer } from '../asking';
import { ChoiceField } from '../fields/ChoiceField';
import { DateField } from '../fields/DateField';
import { TextField } from '../fields/TextField';
import { Mark } from '../Mark';
import type { MarkShape } from '../Mark';
import { useViewStyles } from '../viewStyles';
import type { ViewTone } from '../viewStyles';
import { Attendance } from './Attendance';
import { Decision } from './Decision';

const QUORUM_LOOK: Readonly<Record<MeetingJudgement['quorumState'], { shape: MarkShape; tone: ViewTone }>> = {
  reached: { shape: 'check', tone: 'good' },
  'not reached': { shape: 'attention', tone: 'danger' },
  'not set': { shape: 'info', tone: 'calm' },
  unknown: { shape: 'info', tone: 'calm' },
};

interface MeetingFormProps {
  readonly desk: DeskReport;
  /** As the workbook holds it. */
  readonly saved: MeetingDraft;
  readonly edits: MeetingEdits;
  readonly report: ViewProps['report'];
  readonly isBusy: boolean;
  /** True when the user has just opened the meeting: the heading takes the focus. */
  readonly takesFocus: boolean;
  readonly ask: ViewProps['ask'];
  readonly onEdit: (change: (edits: MeetingEdits) => MeetingEdits) => void;
  readonly onSave: (meeting: MeetingDraft) => void;
  readonly onDiscard: () => void;
  readonly onBack: () => void;
}

/** A meeting on one screen: what, who, what was decided; quorum and outcomes are judged as one types. */
export const MeetingForm = (props: MeetingFormProps): ReactElement => {
  const { desk, saved, edits, report, isBusy, takesFocus, ask, onEdit, onSave, onDiscard, onBack } = props;
  const view = useViewStyles();
  const [isWarned, setWarned] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasArrived = useRef(false);
  const meeting = edited(saved, edits);
  const names = desk.people.map(({ name }) => name);

  // The register as last read is asked, so a new report asks anew.
  const typed = JSON.stringify(meeting);
  const judged = useMemo(() => ({ report, typed }), [report, typed]);
  const judgement = useAnswer(() => ask((useCases) => useCases.judgeMeeting(meeting)), judged, JUDGING_DELAY);
  const day = useMemo(() => ({ report, date: meeting.date }), [report, meeting.date]);
  const membership = useAnswer(
    () =>
      ask(async (useCases) => {
        const { guests } = await useCases.judgeMeeting(withEverybody(desk, meeting));
        return { date: meeting.date, guests };
      }),
    day,
    JUDGING_DELAY,
  );
  const people = viewPeople(desk, meeting, membership?.guests ?? []);
  /** Who is a member that day is known: only then can all of them be ticked at once. */
  const isMembershipKnown = meeting.date !== '' && membership?.date === meeting.date;
  const hasEdits = isEdited(saved, edits);
  const isWrong = hasWrongDate(meeting);

  useEffect(() => {
    // Once: a view that is hidden and shown again leaves the focus where the user has it.
    if (takesFocus && !hasArrived.current) heading.current?.focus();
    hasArrived.current = true;
  }, [takesFocus]);

  const setMark = useCallback(
    (name: string, mark: AttendanceMark) => {
      onEdit((current) => ({ ...current, marks: { ...current.marks, [name]: mark } }));
    },
    [onEdit],
  );
  const setField = (fields: MeetingEdits['fields']) => {
    onEdit((current) => ({ ...current, fields: { ...current.fields, ...fields } }));
  };
  const keys = decisionKeys(meeting.decisions);

  return (
    <>
      <div>
        <Button size="small" onClick={onBack}>
          {words.back}
        </Button>
      </div>
      <h2 ref={heading} id="desk-heading" className={view.title} tabIndex={-1}>
        {words.meeting(saved.number)}
      </h2>
      <fieldset className={mergeClasses(view.fieldset, view.aboveBar)}>
        <legend className={view.heard}>{words.about}</legend>
        <DateField
          label={words.date}
          value={meeting.date}
          isRequired
          onChange={(date) => {
            setWarned(false);
            setField({ date });
          }}
        />
        <TextField
          label={words.topic}
          value={meeting.topic}
          isRequired
          isLong
          onChange={(topic) => {
            setField({ topic });
          }}
        />
        <ChoiceField
          label={words.form}
          value={meeting.form}
          choices={desk.forms}
          onChange={(form) => {
            setField({ form });
          }}
        />
        <TextField
          label={words.place}
          value={meeting.place}
          onChange={(place) => {
            setField({ place });
          }}
        />
      </fieldset>
      <Attendance
        people={people}
        rule={desk.quorumRule}
        canMarkTheRest={isMembershipKnown}
        onMark={setMark}
        onMarkTheRest={() => {
          onEdit((current) => ({ ...current, marks: { ...current.marks, ...markTheRest(people) } }));
        }}
      />
      <section className={mergeClasses(view.section, view.aboveBar)} aria-labelledby="desk-agenda">
        <h3 id="desk-agenda" className={view.subtitle}>
          {words.agenda}
        </h3>
        {desk.majorityRule !== '' && <p className={view.quiet}>{desk.majorityRule}</p>}
        {meeting.decisions.length === 0 ? (
          <p className={view.text}>{words.noDecisions}</p>
        ) : (
          <ol className={view.list}>
            {meeting.decisions.map((decision, index) => (
              <Decision
                key={keys[index]}
                decision={decision}
                outcome={judgement?.outcomes[index] ?? null}
                names={names}
                isNew={index >= saved.decisions.length}
                onChange={(next) => {
                  setWarned(false);
                  onEdit((current) => changeDecision(saved, current, index, next));
                }}
                onRemove={() => {
                  onEdit((current) => removeDecision(saved, current, index));
                }}
              />
            ))}
          </ol>
        )}
        <div>
          <Button
            onClick={() => {
              onEdit((current) => addDecision(saved, current));
            }}
          >
            {words.addDecision}
          </Button>
        </div>
      </section>
      <div className={view.bar}>
        <p
          role="status"
          className={mergeClasses(
            view.strong,
            view.speaking,
            judgement !== null && view[QUORUM_LOOK[judgement.quorumState].tone],
          )}
        >
          {judgement !== null && (
            <>
              <Mark shape={QUORUM_LOOK[judgement.quorumState].shape} /> {judgement.quorum}
            </>
          )}
        </p>
        <p role="alert" className={mergeClasses(view.speaking, view.danger)}>
          {isWarned && isWrong ? words.wrongDates : ''}
        </p>
        <div className={view.row}>
          <Button
            appearance="primary"
            disabledFocusable={isBusy || !hasEdits}
            onClick={() => {
              if (isWrong) setWarned(true);
              else onSave(meeting);
            }}
          >
            {words.save}
          </Button>
          {hasEdits ? (
            <Button disabledFocusable={isBusy} onClick={onDiscard}>
              {words.discard}
            </Button>
          ) : (
            <span className={view.quiet}>{words.saved}</span>
          )}
        </div>
      </div>
    </>
  );
};
