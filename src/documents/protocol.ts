import type { Votes } from '../control/voting';
import { longDate } from '../messages/documents/dates';
import { GAPS } from '../messages/documents/gaps';
import { PROTOCOL } from '../messages/documents/protocol';
import { shownDate } from '../register/dates';
import { initialsFirst } from '../register/personName';
import { foldCase } from '../register/text';
import type { OfficeHolder, ProtocolForm } from '../regulations';
import type { DocumentBlock } from './document';
import { holderOf, spoken, type Facts } from './facts';
import {
  capitalised,
  centred,
  fieldsBlock,
  filledText,
  heading,
  joined,
  paragraph,
  part,
  signaturesOf,
  titleOf,
  type Part,
} from './fill';
import type { DecisionFacts, MeetingFacts, Question } from './meeting';

/** The protocol of a meeting in the form of the regulation. */
export function protocolOf(facts: Facts, meeting: MeetingFacts): Part {
  const form = facts.rules.regulation.forms.protocol;
  const day = meeting.date ?? facts.day;
  return joined(
    part(form.head.map((line) => ({ kind: 'paragraph', text: line, align: 'center', bold: true }))),
    ...headingOf(facts, form, meeting),
    circumstances(meeting),
    officersOf(facts, form, meeting, day),
    presentOf(facts, form, meeting),
    agendaOf(facts, form, meeting),
    form.questions === 'together'
      ? heardAndDecided(facts, form, meeting)
      : questionByQuestion(facts, form, meeting),
    signaturesOf(facts, form.signatures, (office) => officer(facts, meeting, office, day).name || null),
    form.present === 'attached' ? attachedList(facts, meeting) : part([]),
  );
}

/** Number and date stand under the title; of one line, under the word «ПРОТОКОЛ» itself. */
function headingOf(facts: Facts, form: ProtocolForm, meeting: MeetingFacts): readonly Part[] {
  const [first, ...others] = form.title;
  const numbers = numberAndDate(form, meeting);
  return form.numbering === 'joined' && first !== undefined && others.length > 0
    ? [titleOf(facts, [first]), numbers, titleOf(facts, others)]
    : [titleOf(facts, form.title), numbers];
}

export function numberAndDate({ numbering }: Pick<ProtocolForm, 'numbering'>, meeting: MeetingFacts): Part {
  const { number, date, protocolNumber } = meeting;
  const gaps = [
    ...(protocolNumber === '' ? [GAPS.protocolNumber(number)] : []),
    ...(date === null ? [GAPS.meetingDate(number)] : meeting.held ? [] : [GAPS.notHeld(number)]),
  ];
  if (numbering === 'joined' && date !== null && protocolNumber !== '') {
    return part([centred(`${shownDate(date)} ${PROTOCOL.numberShown(protocolNumber)}`)], gaps);
  }
  const blanks = [
    ...(protocolNumber === '' ? [PROTOCOL.number] : []),
    ...(date === null ? [PROTOCOL.date] : []),
  ];
  return part(
    [
      ...(protocolNumber === '' ? [] : [centred(PROTOCOL.numberShown(protocolNumber))]),
      ...(date === null ? [] : [centred(numbering === 'joined' ? shownDate(date) : longDate(date))]),
      ...(blanks.length === 0 ? [] : [fieldsBlock(...blanks.map((label) => ({ label, value: '' })))]),
    ],
    gaps,
  );
}

function circumstances({ number, topic, venue, form }: MeetingFacts): Part {
  const known = [
    { label: PROTOCOL.topic, value: topic },
    ...(venue === '' ? [] : [{ label: PROTOCOL.place, value: venue }]),
    ...(form === '' ? [] : [{ label: PROTOCOL.form, value: form }]),
  ];
  return part([fieldsBlock(...known)], topic === '' ? [GAPS.meetingTopic(number)] : []);
}

/** An officer marked absent did not preside, nor keep the minutes. */
function officersOf(facts: Facts, form: ProtocolForm, meeting: MeetingFacts, day: number): Part {
  const found = form.officers.map(({ label, holder }) => ({
    label,
    holder,
    ...officer(facts, meeting, holder, day),
  }));
  return part(
    [
      ...(form.presentHeading === '' ? [] : [paragraph(form.presentHeading, { bold: true })]),
      fieldsBlock(
        ...found.map(({ label, name }) => ({ label, value: name === '' ? '' : initialsFirst(name) })),
      ),
    ],
    found.flatMap(({ label, holder, name, isAbsent }) => {
      if (name !== '') return [];
      if (!isAbsent) return [GAPS.officer(label)];
      return holder === 'deputy' ? [] : [GAPS.officerAbsent(label)];
    }),
  );
}

function officer(
  facts: Facts,
  { marks }: MeetingFacts,
  office: OfficeHolder,
  day: number,
): { readonly name: string; readonly isAbsent: boolean } {
  const name = holderOf(facts, office, day);
  const isAbsent = name !== null && marks.get(foldCase(name)) === 'нет';
  return { name: name === null || isAbsent ? '' : name, isAbsent };
}

function presentOf(facts: Facts, form: ProtocolForm, meeting: MeetingFacts): Part {
  const { there, guests, invited, number, date } = meeting;
  const named = new Set(
    form.presentHeading === ''
      ? []
      : form.officers.flatMap(({ holder }) => holderOf(facts, holder, date ?? facts.day) ?? []).map(foldCase),
  );
  const listed = (there ?? []).filter(({ name }) => !named.has(foldCase(name)));
  const names = listed.map(({ name }) => facts.short(name)).join(', ');
  const value =
    there === null
      ? ''
      : form.present === 'attached'
        ? PROTOCOL.listAttached(there.length)
        : form.attendance
          ? [attendanceWords(facts, meeting), names].filter((text) => text !== '').join(': ')
          : names;
  const invitedNames = [invited, ...guests.map((name) => spoken(facts, name))].filter((name) => name !== '');
  const lines = [
    { label: filledText(facts, form.presentLabel), value },
    ...(invitedNames.length === 0 && !form.guests.isAlwaysPrinted
      ? []
      : [{ label: form.guests.label, value: invitedNames.join(', ') }]),
  ];
  return joined(
    part([fieldsBlock(...lines)], there === null ? [GAPS.attendance(number)] : []),
    form.attendance ? quorumOf(facts, meeting) : part([]),
  );
}

/** «12 из 15 членов ММО»; "" while nobody is marked. */
export const attendanceWords = ({ words }: Facts, { there, members }: MeetingFacts): string =>
  there === null || members === null ? '' : PROTOCOL.ofMembers(there.length, members, words.association);

/** Said where the regulation sets a quorum. */
function quorumOf({ rules }: Facts, { quorum }: MeetingFacts): Part {
  const rule = rules.choice('quorum');
  if (rule === null || quorum === 'not set') return part([]);
  const clause = rules.clause('quorum');
  return quorum === 'unknown'
    ? part([fieldsBlock({ label: PROTOCOL.quorumUnknown(rule, clause), value: '' })])
    : part([paragraph(PROTOCOL.quorum[quorum](rule, clause))]);
}

const NO_QUESTIONS = 3;

function agendaOf(facts: Facts, { words }: ProtocolForm, { number, questions }: MeetingFacts): Part {
  return part(
    [
      heading(`${words.agenda}:`),
      ...(questions.length === 0
        ? [{ kind: 'lines', count: NO_QUESTIONS } as const]
        : questions.flatMap((question, index) => heardLines(facts, question, `${String(index + 1)}. `))),
    ],
    questions.length === 0 ? [GAPS.decisions(number)] : [],
  );
}

/** What was heard, as typed, and who spoke. */
function heardLines(
  facts: Facts,
  { heard, speakers }: Question,
  before: string,
  after = '',
): readonly DocumentBlock[] {
  return [
    heard === '' ? toBeWritten(before) : paragraph(`${before}${heard}`),
    ...(speakers.length === 0
      ? []
      : [
          fieldsBlock({
            label: PROTOCOL.speaker,
            value: speakers.map((name) => spoken(facts, name)).join('; '),
          }),
          ...(after === '' ? [] : [paragraph(after)]),
        ]),
  ];
}

/** A place for words the register does not hold, behind its number if it has one. */
const toBeWritten = (number: string): DocumentBlock =>
  number.trim() === '' ? { kind: 'lines', count: 1 } : fieldsBlock({ label: number.trim(), value: '' });

function heardAndDecided(facts: Facts, form: ProtocolForm, { questions }: MeetingFacts): Part {
  const { words } = form;
  const empty: DocumentBlock = { kind: 'lines', count: NO_QUESTIONS };
  return joined(
    part([
      heading(`${words.heard}:`),
      ...(questions.length === 0
        ? [empty]
        : questions.flatMap((question, index) =>
            heardLines(facts, question, `${String(index + 1)}. `, form.heardNote),
          )),
      heading(`${words.decided}:`),
      ...(questions.length === 0 ? [empty] : []),
    ]),
    ...questions.flatMap(({ decisions }) => decisions.map((decision) => decisionPart(facts, form, decision))),
  );
}

function questionByQuestion(facts: Facts, form: ProtocolForm, { questions }: MeetingFacts): Part {
  const { words } = form;
  if (questions.length === 0) {
    return part([
      heading(`${words.heard}:`),
      { kind: 'lines', count: NO_QUESTIONS },
      heading(`${words.decided}:`),
      { kind: 'lines', count: NO_QUESTIONS },
    ]);
  }
  return joined(
    ...questions.flatMap((question, index) => [
      part([
        heading(`${String(index + 1)}. ${words.heard}:`),
        ...heardLines(facts, question, '', form.heardNote),
        heading(`${words.decided}:`),
      ]),
      ...question.decisions.map((decision) => decisionPart(facts, form, decision)),
    ]),
  );
}

/** What was decided, who answers for it, the votes where the form has them; a decision that failed is never silent. */
export function decisionPart(
  facts: Facts,
  { votes: printed }: Pick<ProtocolForm, 'votes'>,
  decision: DecisionFacts,
): Part {
  const { text, label, responsible, due, votes, outcome } = decision;
  const hasVotes = printed !== 'none';
  const item = label === '' ? GAPS.unnumbered : GAPS.item(label);
  const duties = [
    ...(responsible === '' ? [] : [`${PROTOCOL.responsible} – ${spoken(facts, responsible)}`]),
    ...(due === null ? [] : [PROTOCOL.due(longDate(due))]),
  ];
  const said = hasVotes || outcome === 'not passed' ? PROTOCOL.outcomes[outcome] : '';
  const isTied = votes !== null && votes.inFavour === votes.against && facts.rules.choice('tie') !== null;
  return part(
    [
      text === ''
        ? toBeWritten(label === '' ? '' : `${label}.`)
        : paragraph(label === '' ? text : `${label}. ${text}`),
      ...(duties.length === 0 ? [] : [paragraph(`${duties.join('. ')}${due === null ? '.' : ''}`)]),
      ...voteLines(printed, votes),
      ...(isTied && hasVotes
        ? [fieldsBlock({ label: PROTOCOL.leaderVote, value: decision.leader ?? '' })]
        : []),
      ...(said === '' ? [] : [paragraph(said)]),
    ],
    [
      ...(decision.heard === '' ? [GAPS.heard(item)] : []),
      ...(text === '' ? [GAPS.decided(item)] : []),
      ...(hasVotes && votes === null ? [GAPS.votes(item)] : []),
      ...(hasVotes && isTied && decision.leader === null ? [GAPS.leaderVote(item)] : []),
    ],
  );
}

/** What is not known is left to be written, side by side. */
function voteLines(printed: ProtocolForm['votes'], votes: Votes | null): readonly DocumentBlock[] {
  if (printed === 'none') return [];
  if (printed === 'line' && votes !== null) return [paragraph(PROTOCOL.allVotes(votes))];
  return [
    fieldsBlock(
      ...(['inFavour', 'against', 'abstained'] as const).map((side) => ({
        label: PROTOCOL.votes[side],
        value: votes === null ? '' : PROTOCOL.voices(votes[side]),
      })),
    ),
  ];
}

/** At the end of the protocol, in alphabetical order. */
function attachedList(facts: Facts, { there }: MeetingFacts): Part {
  const { presentColumns } = PROTOCOL;
  return part([
    { kind: 'pageBreak' },
    heading(PROTOCOL.presentList),
    {
      kind: 'table',
      columns: [
        { title: presentColumns.no, share: 8, align: 'center' },
        { title: presentColumns.name, share: 42 },
        { title: presentColumns.post, share: 25 },
        { title: capitalised(facts.words.institution.one), share: 25 },
      ],
      rows: (there ?? []).map(({ name, post, organisation }, index) => ({
        kind: 'row',
        cells: [index + 1, name, post, organisation],
      })),
      empty: PROTOCOL.nobody,
    },
  ]);
}

/** What tells a meeting from the others in a list. */
export const protocolAbout = ({ date, topic }: Pick<MeetingFacts, 'date' | 'topic'>): string =>
  [date === null ? '' : shownDate(date), topic].filter((words) => words !== '').join(', ');
