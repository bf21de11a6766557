import { UserFacingError } from '../messages/errors';
import { REFUSALS } from '../messages/documents/refusals';

/** Why a document that was asked for cannot be made. */

/** The regulation has no such document. */
export class NotProducedError extends UserFacingError {
  constructor(kind: string, regulation: string) {
    super(REFUSALS.notProduced.sentence(kind, regulation), REFUSALS.notProduced.remedy);
  }
}

/** A document of a meeting was asked for without saying which. */
export class MeetingNotNamedError extends UserFacingError {
  constructor(known: readonly number[]) {
    super(REFUSALS.meetingNotNamed.sentence, REFUSALS.meetingNotNamed.remedy(known));
  }
}

/** «Заседания» has no meeting of that number. */
export class NoSuchMeetingError extends UserFacingError {
  constructor(meeting: number, known: readonly number[]) {
    super(REFUSALS.noSuchMeeting.sentence(meeting), REFUSALS.noSuchMeeting.remedy(known));
  }
}

/** An extract was asked for without saying of which decision. */
export class DecisionNotNamedError extends UserFacingError {
  constructor(meeting: number, known: readonly string[]) {
    super(REFUSALS.decisionNotNamed.sentence, REFUSALS.decisionNotNamed.remedy(meeting, known));
  }
}

/** «Решения» has no decision of that item at that meeting. */
export class NoSuchDecisionError extends UserFacingError {
  constructor(meeting: number, item: string, known: readonly string[]) {
    super(REFUSALS.noSuchDecision.sentence(meeting, item), REFUSALS.noSuchDecision.remedy(meeting, known));
  }
}
