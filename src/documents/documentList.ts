import { DOCUMENT_LIST } from '../messages/documents/lists';
import { shownDate } from '../register/dates';
import { foldLoosely } from '../register/text';
import type { Facts } from './facts';
import { heading, joined, paragraph, part, signaturesOf, titleOf, type Part } from './fill';
import { meetingFacts, numberedMeetings } from './meeting';
import { numberedTable } from './peopleTable';
import { startedRows } from './rows';

/** A paper of the association as «Документы» tells of it. */
export interface DocumentLine {
  readonly name: string;
  readonly clause: string;
  readonly where: string;
  readonly number: string;
  readonly date: string;
  /** 0-based row of «Документы»; null: the regulation demands it and it is not listed there. */
  readonly row: number | null;
}

/** Something is known of it: where it lies, its number or its date. */
export const isKnown = ({ where, number, date }: DocumentLine): boolean =>
  [where, number, date].some((word) => word !== '');

/** The papers of the association: those it lists, those the regulation demands besides, and what is not known of them. */
export function documentListOf(facts: Facts): Part {
  const { columns, protocolColumns, gaps } = DOCUMENT_LIST;
  const lines = documentLines(facts);
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

/** What is listed on «Документы», then what the regulation demands besides. */
export function documentLines({
  register,
  rules,
}: Pick<Facts, 'register' | 'rules'>): readonly DocumentLine[] {
  const listed = startedRows(register, 'Документы', ['Документ']).map((row): DocumentLine => ({
    name: row.text('Документ'),
    clause: row.text('Пункт положения'),
    where: row.text('Где лежит'),
    number: row.text('Номер'),
    date: row.date('Дата'),
    row: row.row,
  }));
  const names = new Set(listed.map(({ name }) => foldLoosely(name)));
  const demanded = rules.regulation.documents.filter(({ name }) => !names.has(foldLoosely(name)));
  return [
    ...listed,
    ...demanded.map(({ name, clause }) => ({ name, clause, where: '', number: '', date: '', row: null })),
  ];
}
