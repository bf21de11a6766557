import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { ReactElement } from 'react';
import { deskWords as words } from '../../../messages/pane/desk';
import type { DeskReport, MeetingDraft } from '../../../usecases/contract';
import { NO_DRAFTS, NO_EDITS, emptyMeeting, viewMeetings, withEdits, withoutEdits } from '../../deskView';
import type { DeskDrafts, MeetingEdits } from '../../deskView';
import { createStore } from '../../store';
import type { ViewProps } from '../../view';
import { useStore } from '../asking';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { MeetingForm } from './MeetingForm';

/** One page, one workbook: what is typed at the desk stays until it is saved or thrown away. */
const drafts = createStore<DeskDrafts>(NO_DRAFTS);

const openMeeting = (number: number | null) => {
  drafts.set((value) => ({ ...value, open: number }));
};

const useStyles = makeStyles({
  meeting: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    boxSizing: 'border-box',
    width: '100%',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    font: 'inherit',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
});

interface MeetingListProps {
  readonly desk: DeskReport;
  readonly value: DeskDrafts;
  /** The meeting the user has just left: its line has the focus. */
  readonly left: number | null;
  readonly onOpen: (number: number) => void;
}

/** The meetings, the last first, and the way to a new one. */
const MeetingList = ({ desk, value, left, onOpen }: MeetingListProps): ReactElement => {
  const view = useViewStyles();
  const styles = useStyles();
  const { nextNumber } = desk;
  const lines = viewMeetings(desk, value);
  return (
    <>
      <h2 id="desk-heading" className={view.title}>
        {words.heading}
      </h2>
      <p className={view.quiet}>{words.intro}</p>
      {nextNumber === null ? (
        <p className={view.text}>{words.noRoom}</p>
      ) : (
        <div>
          <Button
            appearance="primary"
            onClick={() => {
              onOpen(nextNumber);
            }}
          >
            {words.add}
          </Button>
        </div>
      )}
      {lines.length === 0 && <p className={view.text}>{words.none}</p>}
      <ul className={view.list}>
        {lines.map(({ number, title, details, isEdited }) => (
          <li key={number}>
            <button
              type="button"
              className={mergeClasses(styles.meeting, view.focusable)}
              autoFocus={number === left}
              onClick={() => {
                onOpen(number);
              }}
            >
              <span className={view.strong}>{title}</span>
              <span className={view.quiet}>{details}</span>
              {isEdited && (
                <span className={mergeClasses(view.quiet, view.warning)}>
                  <Mark shape="attention" /> {words.unsaved}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The meeting desk: attendance and decisions by name, judged by the regulation, saved into their tables at once. */
export const DeskView = ({ report, isBusy, change, ask }: ViewProps): ReactElement => {
  const view = useViewStyles();
  const value = useStore(drafts);
  const [left, setLeft] = useState<number | null>(null);
  /** The meeting opened by a press here: its heading takes the focus. */
  const [entered, setEntered] = useState<number | null>(null);
  const read = useEffectEvent(() => ask((useCases) => useCases.readDesk()));

  useEffect(() => {
    if (drafts.get().isSaving) return;
    let isWanted = true;
    void read().then((desk) => {
      if (isWanted && desk !== null) drafts.set((current) => ({ ...current, desk }));
    });
    return () => {
      isWanted = false;
    };
  }, [report]);

  const save = async (meeting: MeetingDraft) => {
    drafts.set((current) => ({ ...current, isSaving: true }));
    const isSaved = await change(words.saving, (useCases, work) => useCases.saveMeeting(meeting, work));
    const desk = isSaved ? await ask((useCases) => useCases.readDesk()) : null;
    // At once, so that what was saved is never shown twice.
    drafts.set((current) => ({
      ...(isSaved ? withoutEdits(current, meeting.number) : current),
      desk: desk ?? current.desk,
      isSaving: false,
    }));
  };

  const { desk, open, edits } = value;
  const edit = useCallback(
    (make: (edits: MeetingEdits) => MeetingEdits) => {
      if (open === null) return;
      drafts.set((current) => withEdits(current, open, make(current.edits[open] ?? NO_EDITS)));
    },
    [open],
  );
  const saved =
    desk === null || open === null
      ? null
      : (desk.meetings.find(({ number }) => number === open) ?? emptyMeeting(open));

  return (
    <section className={view.view} aria-labelledby="desk-heading">
      {desk === null ? (
        <>
          <h2 id="desk-heading" className={view.title}>
            {words.heading}
          </h2>
          <p className={view.text}>{words.reading}</p>
        </>
      ) : saved === null ? (
        <MeetingList
          desk={desk}
          value={value}
          left={left}
          onOpen={(number) => {
            setEntered(number);
            openMeeting(number);
          }}
        />
      ) : (
        <MeetingForm
          key={saved.number}
          desk={desk}
          saved={saved}
          edits={edits[saved.number] ?? NO_EDITS}
          report={report}
          isBusy={isBusy}
          takesFocus={entered === saved.number}
          ask={ask}
          onEdit={edit}
          onSave={(meeting) => {
            void save(meeting);
          }}
          onDiscard={() => {
            drafts.set((current) => withoutEdits(current, saved.number));
          }}
          onBack={() => {
            setLeft(saved.number);
            openMeeting(null);
          }}
        />
      )}
    </section>
  );
};
