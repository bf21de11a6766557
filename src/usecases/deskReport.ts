import {
  judgeDeskMeeting,
  nextMeetingNumber,
  readDeskMeetings,
  type DeskMeeting,
} from '../control/meetingDesk';
import type { Decision, Meeting } from '../control/voting';
import { DESK } from '../messages/records';
import type { CellValue } from '../plan/action';
import { isoFromSerial, serialFromIso } from '../register/dates';
import { listValues } from '../register/parse';
import { valueAt } from '../register/register';
import { foldCase, isErrorValue } from '../register/text';
import type { DecisionDraft, DeskReport, MeetingDraft, MeetingJudgement } from './contract';
import type { JudgedRegister } from './judge';

/** The meeting desk in words and plain values: dates are YYYY-MM-DD, what is not typed is null or "". */

export function deskReport({ snapshot, register, rules }: JudgedRegister): DeskReport {
  const [quorum, majority] = [rules.choice('quorum'), rules.choice('majority')];
  return {
    meetings: readDeskMeetings(register).map(draftOf),
    nextNumber: nextMeetingNumber(register),
    people: people(register),
    forms: listValues(snapshot, 'ФормаЗаседания').map(String),
    quorumRule: quorum === null ? '' : DESK.quorumRule(quorum, rules.clause('quorum')),
    majorityRule: majority === null ? '' : DESK.majorityRule(majority, rules.clause('majority')),
  };
}

/** Different names of the databank, in its order. */
function people({ tables }: JudgedRegister['register']): DeskReport['people'] {
  const table = tables.Педагоги;
  if (table === undefined) return [];
  const seen = new Set<string>();
  return table.rows.flatMap((_, row) => {
    const name = valueAt(table, row, 'ФИО');
    if (typeof name !== 'string' || name.trim() === '' || isErrorValue(name) || seen.has(foldCase(name)))
      return [];
    seen.add(foldCase(name));
    return [{ name: name.trim(), organisation: String(valueAt(table, row, 'Организация')) }];
  });
}

const isoOf = (serial: number | null): string => (serial === null ? '' : isoFromSerial(serial));

const draftOf = ({ number, date, topic, form, place, marks, decisions }: DeskMeeting): MeetingDraft => ({
  number,
  date: isoOf(date),
  topic,
  form,
  place,
  marks: Object.fromEntries(marks),
  decisions: decisions.map(({ item, due, ...said }): DecisionDraft => ({
    ...said,
    item: String(item),
    due: isoOf(due),
  })),
});

/** A form as the domain has it; a date that is none is taken as not typed. */
export const meetingOf = ({
  number,
  date,
  topic,
  form,
  place,
  marks,
  decisions,
}: MeetingDraft): DeskMeeting => ({
  number,
  date: serialFromIso(date),
  topic: topic.trim(),
  form: form.trim(),
  place: place.trim(),
  marks: new Map(Object.entries(marks)),
  decisions: decisions.map(({ item, due, ...said }) => ({
    ...said,
    item: itemOf(item),
    due: serialFromIso(due),
  })),
});

const itemOf = (typed: string): CellValue => (/^\d+$/.test(typed.trim()) ? Number(typed) : typed.trim());

/** Quorum and outcomes of a form by the rules applied. */
export function meetingJudgement(judged: JudgedRegister, draft: MeetingDraft): MeetingJudgement {
  const { register, rules, today } = judged;
  const { meeting, decisions, guests } = judgeDeskMeeting(register, rules, today, meetingOf(draft));
  return {
    members: meeting?.members ?? 0,
    present: meeting?.present ?? null,
    quorum: quorumWords(meeting),
    quorumState: meeting?.quorum ?? 'unknown',
    outcomes: decisions.map((decision) => ({ state: decision.outcome, words: outcomeWords(decision) })),
    guests,
  };
}

function quorumWords(meeting: Meeting | null): string {
  if (meeting?.members == null) return DESK.quorum.noDate;
  const { members, present, quorum } = meeting;
  return present === null || quorum === 'unknown'
    ? DESK.quorum.nobody
    : DESK.quorum[quorum](present, members);
}

function outcomeWords({ outcome, votes }: Decision): string {
  if (outcome !== 'no data' || votes === null) return DESK.outcomes[outcome];
  return votes.inFavour === votes.against ? DESK.waitingForLeader : DESK.waitingForMarks;
}
