import { deskWords as words } from '../messages/pane/desk';
import type { AttendanceMark, DecisionDraft, DeskReport, MeetingDraft } from '../usecases/contract';
import { readDay, showDay } from './days';
import { searched } from './text';

/**
 * What the user has changed of a meeting and not saved yet. Only the changes are kept: whatever is typed on the
 * sheets meanwhile shows through and is not overwritten by what merely stood in the form.
 */
export interface MeetingEdits {
  readonly fields: Readonly<Partial<Pick<MeetingDraft, 'date' | 'topic' | 'form' | 'place'>>>;
  readonly marks: Readonly<Record<string, AttendanceMark>>;
  /** Changed decisions by their key. */
  readonly decisions: Readonly<Record<string, DecisionDraft>>;
  readonly added: readonly DecisionDraft[];
}

export const NO_EDITS: MeetingEdits = { fields: {}, marks: {}, decisions: {}, added: [] };

/** What the desk keeps while the user looks elsewhere. */
export interface DeskDrafts {
  /** As last read; null: not read yet. */
  readonly desk: DeskReport | null;
  /** A meeting is being written: the desk is read anew when that is done. */
  readonly isSaving: boolean;
  /** Number of the meeting that is open; null: the list. */
  readonly open: number | null;
  readonly edits: Readonly<Record<number, MeetingEdits>>;
}

export const NO_DRAFTS: DeskDrafts = { desk: null, isSaving: false, open: null, edits: {} };

export const withEdits = (drafts: DeskDrafts, number: number, edits: MeetingEdits): DeskDrafts => ({
  ...drafts,
  edits: { ...drafts.edits, [number]: edits },
});

export const withoutEdits = (drafts: DeskDrafts, number: number): DeskDrafts => ({
  ...drafts,
  edits: Object.fromEntries(Object.entries(drafts.edits).filter(([key]) => key !== String(number))),
});

/** A meeting nobody has typed anything of. */
export const emptyMeeting = (number: number): MeetingDraft => ({
  number,
  date: '',
  topic: '',
  form: '',
  place: '',
  marks: {},
  decisions: [],
});

/** Decisions are known by their items; one of the same item as another by its turn. */
export function decisionKeys(decisions: readonly DecisionDraft[]): readonly string[] {
  const met = new Map<string, number>();
  return decisions.map(({ item }) => {
    const before = met.get(item) ?? 0;
    met.set(item, before + 1);
    return `${item}#${String(before)}`;
  });
}

/** The meeting as the form shows it. */
export function edited(saved: MeetingDraft, edits: MeetingEdits): MeetingDraft {
  const keys = decisionKeys(saved.decisions);
  return {
    ...saved,
    ...edits.fields,
    marks: { ...saved.marks, ...edits.marks },
    decisions: [
      ...saved.decisions.map((decision, index) => edits.decisions[keys[index] ?? ''] ?? decision),
      ...edits.added,
    ],
  };
}

/** True while the form holds something the workbook does not. */
export const isEdited = (saved: MeetingDraft, edits: MeetingEdits): boolean =>
  JSON.stringify(edited(saved, edits)) !== JSON.stringify(saved);

const emptyDecision = (item: string): DecisionDraft => ({
  item,
  heard: '',
  speaker: '',
  decided: '',
  responsible: '',
  due: '',
  inFavour: null,
  against: null,
  abstained: null,
  leaderVote: '',
});

/** One more decision, under the next number. */
export function addDecision(saved: MeetingDraft, edits: MeetingEdits): MeetingEdits {
  const items = edited(saved, edits).decisions.map(({ item }) => (/^\d+$/.test(item) ? Number(item) : 0));
  const next = Math.max(0, ...items) + 1;
  return { ...edits, added: [...edits.added, emptyDecision(String(next))] };
}

/** The edits with the decision at this place of the form changed. */
export function changeDecision(
  saved: MeetingDraft,
  edits: MeetingEdits,
  index: number,
  decision: DecisionDraft,
): MeetingEdits {
  const key = decisionKeys(saved.decisions)[index];
  if (key !== undefined) return { ...edits, decisions: { ...edits.decisions, [key]: decision } };
  const place = index - saved.decisions.length;
  return { ...edits, added: edits.added.map((each, at) => (at === place ? decision : each)) };
}

/** Only a decision that is not in the workbook yet can be taken away here. */
export const removeDecision = (saved: MeetingDraft, edits: MeetingEdits, index: number): MeetingEdits => ({
  ...edits,
  added: edits.added.filter((_, at) => at !== index - saved.decisions.length),
});

/** One line of the list of meetings. */
export interface MeetingLine {
  readonly number: number;
  readonly title: string;
  /** «01.05.2026 · Итоги года». */
  readonly details: string;
  readonly isEdited: boolean;
}

/** The meetings, the last first; a new one that is being typed stands among them. */
export function viewMeetings(desk: DeskReport, drafts: Pick<DeskDrafts, 'edits'>): readonly MeetingLine[] {
  const begun = Object.keys(drafts.edits)
    .map(Number)
    .filter((number) => desk.meetings.every((meeting) => meeting.number !== number))
    .map(emptyMeeting);
  return [...desk.meetings, ...begun]
    .sort((one, other) => other.number - one.number)
    .map((saved) => {
      const edits = drafts.edits[saved.number] ?? NO_EDITS;
      const { number, date, topic, decisions } = edited(saved, edits);
      return {
        number,
        title: words.meeting(number),
        details: [
          date === '' ? words.noDate : showDay(date),
          topic === '' ? words.noTopic : topic,
          ...(decisions.length === 0 ? [] : [words.decisions(decisions.length)]),
        ].join(' · '),
        isEdited: isEdited(saved, edits),
      };
    });
}

/** One person of the attendance list. */
export interface PersonLine {
  readonly name: string;
  readonly organisation: string;
  readonly mark: AttendanceMark;
  /** No member on the meeting's day: not counted towards the quorum. */
  readonly isGuest: boolean;
}

/** Everybody of the databank and whoever is marked besides; members first. `guests`: who is no member that day. */
export function viewPeople(
  desk: DeskReport,
  meeting: MeetingDraft,
  guests: readonly string[],
): readonly PersonLine[] {
  const known = new Set(desk.people.map(({ name }) => name));
  const others = Object.entries(meeting.marks)
    .filter(([name, mark]) => mark !== '' && !known.has(name))
    .map(([name]) => ({ name, organisation: '' }));
  const outside = new Set(guests);
  const lines = [...desk.people, ...others].map(({ name, organisation }) => ({
    name,
    organisation,
    mark: meeting.marks[name] ?? '',
    isGuest: outside.has(name),
  }));
  return [...lines.filter(({ isGuest }) => !isGuest), ...lines.filter(({ isGuest }) => isGuest)];
}

export function findPeople(people: readonly PersonLine[], query: string): readonly PersonLine[] {
  const wanted = searched(query).split(' ');
  return people.filter(({ name, organisation }) => {
    const text = searched(`${name} ${organisation}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** How the list stands: members by mark, and guests marked «да». */
export function countMarks(people: readonly PersonLine[]) {
  const members = people.filter(({ isGuest }) => !isGuest);
  const marked = (wanted: AttendanceMark) => members.filter(({ mark }) => mark === wanted).length;
  return {
    present: marked('да'),
    absent: marked('нет'),
    unmarked: marked(''),
    guests: people.filter(({ isGuest, mark }) => isGuest && mark === 'да').length,
  };
}

/** «да» for every member who is not marked yet; a «нет» is never changed. */
export const markTheRest = (people: readonly PersonLine[]): Readonly<Record<string, AttendanceMark>> =>
  Object.fromEntries(
    people.filter(({ isGuest, mark }) => !isGuest && mark === '').map(({ name }) => [name, 'да'] as const),
  );

/** The meeting with everybody marked «да»: judged so, it tells who is no member that day. */
export const withEverybody = (desk: DeskReport, meeting: MeetingDraft): MeetingDraft => ({
  ...meeting,
  marks: Object.fromEntries(
    [...desk.people.map(({ name }) => name), ...Object.keys(meeting.marks)].map(
      (name) => [name, 'да'] as const,
    ),
  ),
  decisions: [],
});

/** True when a date of the form is no day: saved, it would be lost. */
export const hasWrongDate = ({ date, decisions }: MeetingDraft): boolean =>
  [date, ...decisions.map(({ due }) => due)].some((each) => each !== '' && readDay(each) === null);
