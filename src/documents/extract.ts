import { PROTOCOL } from '../messages/documents/protocol';
import { spoken, type Facts } from './facts';
import { fieldsBlock, joined, paragraph, part, heading, signaturesOf, titleOf, type Part } from './fill';
import type { DecisionFacts, MeetingFacts } from './meeting';
import { attendanceWords, decisionPart, numberAndDate } from './protocol';

/** What a protocol says of one decision, to be handed to whoever has to carry it out. */
export function extractOf(facts: Facts, meeting: MeetingFacts, decision: DecisionFacts): Part {
  const { extract } = PROTOCOL;
  const { words, votes } = facts.rules.regulation.forms.protocol;
  const { heard, speaker } = decision;
  return joined(
    titleOf(facts, extract.title),
    numberAndDate({ numbering: 'apart' }, meeting),
    part([fieldsBlock({ label: extract.present, value: attendanceWords(facts, meeting) })]),
    part([
      heading(`${words.heard}:`),
      heard === '' ? { kind: 'lines', count: 1 } : paragraph(heard),
      ...(speaker === '' ? [] : [fieldsBlock({ label: PROTOCOL.speaker, value: spoken(facts, speaker) })]),
      heading(`${words.decided}:`),
    ]),
    decisionPart(facts, { votes }, decision),
    signaturesOf(facts, [{ post: extract.verified, holder: 'secretary' }]),
  );
}
