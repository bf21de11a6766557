import { DOCUMENT_LIST } from '../messages/documents/lists';
import { shownDate } from '../register/dates';
import { foldLoosely } from '../register/text';
import type { Facts } from './facts';
import { heading, joined, paragraph, part, signaturesOf, titleOf, type Part } from './fill';
import { meetingFacts, numberedMeetings } from './meeting';
import { numberedTable } from './peopleTable';
import { startedRows } from './rows';

interface Line {
  readonly name: string;
  readonly clause: string;
  readonly where: string;
  readonly number: string;
  readonly date: string;
}

/** The papers of the association: those it lists, those the regulation demands besides, and what is not known of them. */
export function documentListOf(facts: Facts): Part {
  const { columns, protocolColumns, gaps } = DOCUMENT_LIST;
  const lines = linesOf(facts);
  const isKnown = ({ where, number, date }: Line): boolean =>
    [where, number, date].some((word) => word !== '');
  const held = numberedMeetings(facts)
    .filter((meeting) => meeting.held)
    .map(({ number }) => meetingFacts(facts, number));
  const unsigned = held.filter(({ protocolNumber, protocol }) => protocolNumber === '' || protocol === null);
  return joined(
    titleOf(facts, DOCUMENT_LIST.title),
    part(
      [
        ...(lines.length === 0
          ? []
          : [paragraph(DOCUMENT_LIST.counted(lines.filter(isKnown).length, lines.length))]),
        numberedTable(
          [
            { title: columns.document, share: 36 },
            { title: columns.clause, share: 14 },
            { title: columns.where, share: 16 },
            { title: columns.number, share: 8 },
            { title: columns.date, share: 11 },
            { title: columns.state, share: 10 },
          ],
          lines.map((line) => [
            line.name,
            line.clause,
            line.where,
            line.number,
            line.date,
            isKnown(line) ? DOCUMENT_LIST.present : DOCUMENT_LIST.unknown,
          ]),
          DOCUMENT_LIST.empty,
        ),
        heading(DOCUMENT_LIST.protocols),
        numberedTable(
          [
            { title: protocolColumns.meeting, share: 40 },
            { title: protocolColumns.date, share: 18 },
            { title: protocolColumns.number, share: 18 },
            { title: protocolColumns.drawn, share: 18 },
          ],
          held.map(({ number, topic, date, protocolNumber, protocol }) => [
            topic === '' ? `№ ${String(number)}` : `№ ${String(number)}. ${topic}`,
            date === null ? '' : shownDate(date),
            protocolNumber,
            protocol === null ? '' : shownDate(protocol),
          ]),
          DOCUMENT_LIST.emptyProtocols,
        ),
      ],
      [
        ...lines.filter((line) => !isKnown(line)).map(({ name, clause }) => gaps.missing(name, clause)),
        ...unsigned.map(({ number }) => gaps.protocol(number)),
      ],
    ),
    signaturesOf(facts, [{ post: '{leader} {word}', holder: 'leader' }]),
  );
}

function linesOf({ register, rules }: Facts): readonly Line[] {
  const listed = startedRows(register, 'Документы', ['Документ']).map((row): Line => ({
    name: row.text('Документ'),
    clause: row.text('Пункт положения'),
    where: row.text('Где лежит'),
    number: row.text('Номер'),
    date: row.date('Дата'),
  }));
  const names = new Set(listed.map(({ name }) => foldLoosely(name)));
  const demanded = rules.regulation.documents.filter(({ name }) => !names.has(foldLoosely(name)));
  return [
    ...listed,
    ...demanded.map(({ name, clause }) => ({ name, clause, where: '', number: '', date: '' })),
  ];
}
