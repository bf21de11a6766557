import { longDate } from '../messages/documents/dates';
import { GAPS } from '../messages/documents/gaps';
import { LIST_COLUMNS, NOBODY, REGISTRATION } from '../messages/documents/lists';
import type { DocumentRow } from './document';
import { holderOf, membersOn, type Facts } from './facts';
import { fieldsBlock, joined, part, signaturesOf, titleOf, type Part } from './fill';
import type { MeetingFacts } from './meeting';
import {
  nameColumn,
  organisationColumn,
  peopleColumns,
  peopleRows,
  postColumn,
  tableBlock,
} from './peopleTable';

const LINES_FOR_GUESTS = 3;

/** Those who were there, or everybody who may come, with a place to sign. */
export function registrationOf(facts: Facts, meeting: MeetingFacts): Part {
  const { number, date, topic, there, invited, guests } = meeting;
  const day = date ?? facts.day;
  const columns = [
    nameColumn(34),
    organisationColumn(facts, 24),
    postColumn(20),
    { title: LIST_COLUMNS.signature, share: 16, value: () => '' },
  ];
  const people = there ?? membersOn(facts, day);
  const isGuest = (name: string): DocumentRow => {
    const person = facts.person(name);
    return { kind: 'row', cells: ['', name, person?.organisation ?? '', person?.post ?? '', ''] };
  };
  return joined(
    titleOf(facts, REGISTRATION.title),
    part(
      [
        fieldsBlock(
          { label: REGISTRATION.meeting, value: REGISTRATION.number(number) },
          { label: REGISTRATION.date, value: date === null ? '' : longDate(date) },
          { label: REGISTRATION.topic, value: topic },
        ),
        tableBlock(
          peopleColumns(columns),
          [
            ...peopleRows(facts, columns, people),
            { kind: 'section', text: REGISTRATION.invited },
            ...(invited === '' ? [] : [isGuest(invited)]),
            ...guests.map(isGuest),
            ...Array.from({ length: LINES_FOR_GUESTS }, () => isGuest('')),
          ],
          NOBODY,
        ),
      ],
      [
        ...(date === null ? [GAPS.meetingDate(number)] : []),
        ...(topic === '' ? [GAPS.meetingTopic(number)] : []),
        ...(people.length === 0 ? [`${NOBODY}.`] : []),
        ...(meeting.held && there === null ? [GAPS.attendance(number)] : []),
      ],
    ),
    signaturesOf(facts, [{ post: '{secretary}', holder: 'secretary' }], (office) =>
      holderOf(facts, office, day),
    ),
  );
}
