import { entriesOf } from '../control/meetingDesk';
import { CHANGES } from '../messages/changes';
import type { Plan } from '../plan/action';
import { planEntries } from '../register/entry';
import { parseRegister } from '../register/parse';
import type { WorkbookSnapshot } from '../register/snapshot';
import { snapshotAfter } from '../register/carriedOut';
import { planRegister } from '../register/structure';
import { meetingColumn } from '../register/tables';
import { lastJudged, type Book } from './book';
import { changeBook } from './change';
import type { DeskUseCases, MeetingDraft } from './contract';
import { deskReport, meetingJudgement, meetingOf } from './deskReport';
import { demandEntries } from './entries';
import { ObstaclesError } from './register';

/** The meeting desk: a meeting, its attendance and its decisions as one form. */
export function deskUseCases(book: Book): DeskUseCases {
  return {
    readDesk: async () => deskReport(await lastJudged(book)),
    judgeMeeting: async (draft) => meetingJudgement(await lastJudged(book), draft),
    saveMeeting: (draft, work) =>
      changeBook(book, work, ({ snapshot }) => ({
        actions: planMeeting(snapshot, draft, book.today()),
        words: CHANGES.meeting(draft.number),
      })),
  };
}

/**
 * A meeting beyond those «Посещаемость» has columns for gets its column, and the form its row, together with it.
 *
 * @throws EntryError, ObstaclesError
 */
function planMeeting(snapshot: WorkbookSnapshot, draft: MeetingDraft, currentDate: number): Plan {
  const meeting = meetingOf(draft);
  const entries = entriesOf(parseRegister(snapshot), meeting);
  const held = demandEntries(planEntries(snapshot, 'Заседания', entries.Заседания));
  const withMeeting = snapshotAfter(snapshot, held);
  const hasColumn = parseRegister(snapshot).tables.Посещаемость?.indexOf(meetingColumn(draft.number)) ?? -1;
  const structure = hasColumn >= 0 ? [] : structureOf(withMeeting, currentDate);
  const built = snapshotAfter(withMeeting, structure);
  const { Посещаемость, Решения } = entriesOf(parseRegister(built), meeting);
  return [
    ...held,
    ...structure,
    ...demandEntries(planEntries(built, 'Посещаемость', Посещаемость)),
    ...demandEntries(planEntries(built, 'Решения', Решения)),
  ];
}

function structureOf(snapshot: WorkbookSnapshot, currentDate: number): Plan {
  const { actions, obstacles } = planRegister(snapshot, { currentDate });
  if (obstacles.length > 0) throw new ObstaclesError(obstacles);
  return actions;
}
