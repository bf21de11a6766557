import { categoryTerm, type CategoryTerm } from '../control/checks/attestation';
import { ATTESTATION, NOBODY } from '../messages/documents/lists';
import { dayOf, shownDate } from '../register/dates';
import { schoolYearOf } from '../register/schoolYear';
import { foldCase } from '../register/text';
import type { DocumentBlock, DocumentRow } from './document';
import type { Facts, Person } from './facts';
import { fieldsBlock, heading, joined, part, signaturesOf, titleOf, type Part } from './fill';
import {
  membersNow,
  nameColumn,
  organisationColumn,
  peopleColumns,
  peopleRows,
  shortNames,
  tableBlock,
  type PeopleColumn,
} from './peopleTable';
import { printedRow } from './rows';

interface Attested {
  readonly person: Person;
  readonly category: string;
  readonly term: CategoryTerm;
}

/** Whose category ends in the running period, and whose in the years after it. */
export function attestationOf(facts: Facts): Part {
  const teachers = readTeachers(facts);
  const dated = teachers.flatMap(({ person, term }) =>
    term.kind === 'until' ? [{ person, end: term.end }] : [],
  );
  const ends = new Map(dated.map(({ person, end }) => [person, end]));
  const columns = columnsOf(facts, ends);
  const inOrder = [...dated].sort((one, other) => one.end - other.end);
  const current = inOrder.filter(({ end }) => end <= facts.period.end);
  const ahead = inOrder.filter(({ end }) => end > facts.period.end);
  const years = [...new Set(ahead.map(({ end }) => yearWords(facts, end)))];
  const of = (kind: CategoryTerm['kind'], isNamed: boolean): readonly string[] =>
    shortNames(
      facts,
      teachers
        .filter(({ term, category }) => term.kind === kind && (category !== '') === isNamed)
        .map(({ person }) => person),
    );
  const [unlimited, none, unknown, unnamed] = [
    of('unlimited', true),
    of('none', true),
    of('unknown', true),
    of('none', false),
  ];
  return joined(
    titleOf(facts, ATTESTATION.title),
    part(
      [
        heading(ATTESTATION.current(facts.periodWords)),
        tableBlock(
          peopleColumns(columns),
          peopleRows(
            facts,
            columns,
            current.map(({ person }) => person),
          ),
          teachers.length === 0 ? NOBODY : ATTESTATION.emptyCurrent,
        ),
        heading(ATTESTATION.ahead),
        tableBlock(
          peopleColumns(columns),
          years.flatMap((year): readonly DocumentRow[] => [
            { kind: 'section', text: year },
            ...peopleRows(
              facts,
              columns,
              ahead.filter(({ end }) => yearWords(facts, end) === year).map(({ person }) => person),
            ),
          ]),
          teachers.length === 0 ? NOBODY : ATTESTATION.emptyAhead,
        ),
        ...listed(ATTESTATION.unlimited, unlimited),
        ...listed(ATTESTATION.none, none),
      ],
      [
        ...(teachers.length === 0 ? [`${NOBODY}.`] : []),
        ...(unknown.length === 0 ? [] : [ATTESTATION.gaps.unknown(unknown)]),
        ...(unnamed.length === 0 ? [] : [ATTESTATION.gaps.noCategory(unnamed)]),
      ],
    ),
    signaturesOf(facts, [{ post: '{leader} {word}', holder: 'leader' }]),
  );
}

const listed = (label: string, names: readonly string[]): readonly DocumentBlock[] =>
  names.length === 0 ? [] : [fieldsBlock({ label, value: names.join(', ') })];

/** Members who teach; «Педагог» says «нет» of the others. */
function readTeachers(facts: Facts): readonly Attested[] {
  return membersNow(facts).flatMap((person): Attested[] => {
    const row = printedRow(facts.register, 'Педагоги', person.row);
    if (row === undefined || foldCase(row.text('Педагог')) === 'нет') return [];
    const category = row.text('Категория');
    const term = categoryTerm(
      facts.rules,
      category,
      row.day('Дата аттестации'),
      row.day('Категория действует до'),
    );
    return [{ person, category, term }];
  });
}

function columnsOf(facts: Facts, ends: ReadonlyMap<Person, number>): readonly PeopleColumn[] {
  const { columns, over } = ATTESTATION;
  const endOf = (person: Person): number | null => ends.get(person) ?? null;
  return [
    nameColumn(26),
    organisationColumn(facts, 16),
    { title: columns.category, share: 12, value: (_, row) => row.text('Категория') },
    { title: columns.given, share: 11, value: (_, row) => row.date('Дата аттестации') },
    {
      title: columns.end,
      share: 11,
      value: (person) => {
        const end = endOf(person);
        return end === null ? '' : shownDate(end);
      },
    },
    { title: columns.planned, share: 11, value: () => '' },
    {
      title: columns.remark,
      share: 10,
      value: (person) => ((endOf(person) ?? facts.today) < Math.floor(facts.today) ? over : ''),
    },
  ];
}

/** The year a day falls in, as the association counts years. */
const yearWords = ({ rules }: Facts, day: number): string =>
  rules.choice('period') === 'календарный год'
    ? `${String(dayOf(day).year)} год`
    : `${schoolYearOf(day).label} учебный год`;
