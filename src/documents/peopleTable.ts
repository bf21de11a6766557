import { LIST_COLUMNS } from '../messages/documents/lists';
import type { CellValue } from '../plan/action';
import type { DocumentBlock, DocumentColumn, DocumentRow } from './document';
import { membersOn, type Facts, type Person } from './facts';
import { capitalised } from './fill';
import { printedRow, type PrintedRow } from './rows';

/** Tables with a numbered line for each of some people. */

export interface PeopleColumn {
  readonly title: string;
  readonly share: number;
  readonly align?: DocumentColumn['align'];
  readonly value: (person: Person, row: PrintedRow<'Педагоги'>) => CellValue;
}

const NUMBER: DocumentColumn = { title: LIST_COLUMNS.no, share: 6, align: 'center' };

export const tableBlock = (
  columns: readonly DocumentColumn[],
  rows: readonly DocumentRow[],
  empty: string,
): DocumentBlock => ({ kind: 'table', columns, rows, empty });

/** Lines with their numbers before them. */
export const numbered = (rows: readonly (readonly CellValue[])[]): readonly DocumentRow[] =>
  rows.map((cells, index) => ({ kind: 'row', cells: [index + 1, ...cells] }));

export const numberedTable = (
  columns: readonly DocumentColumn[],
  rows: readonly (readonly CellValue[])[],
  empty: string,
): DocumentBlock => tableBlock([NUMBER, ...columns], numbered(rows), empty);

export const peopleColumns = (columns: readonly PeopleColumn[]): readonly DocumentColumn[] => [
  NUMBER,
  ...columns.map(({ title, share, align }) => ({ title, share, ...(align === undefined ? {} : { align }) })),
];

export const peopleRows = (
  { register }: Facts,
  columns: readonly PeopleColumn[],
  people: readonly Person[],
): readonly DocumentRow[] =>
  numbered(
    people.map((person) => {
      const row = printedRow(register, 'Педагоги', person.row);
      return columns.map(({ value }) => (row === undefined ? '' : value(person, row)));
    }),
  );

export const peopleTable = (
  facts: Facts,
  columns: readonly PeopleColumn[],
  people: readonly Person[],
  empty: string,
): DocumentBlock => tableBlock(peopleColumns(columns), peopleRows(facts, columns, people), empty);

export const nameColumn = (share: number): PeopleColumn => ({
  title: LIST_COLUMNS.name,
  share,
  value: ({ name }) => name,
});

export const organisationColumn = ({ words }: Facts, share: number): PeopleColumn => ({
  title: capitalised(words.institution.one),
  share,
  value: ({ organisation }) => organisation,
});

export const postColumn = (share: number): PeopleColumn => ({
  title: LIST_COLUMNS.post,
  share,
  value: ({ post }) => post,
});

/** Members of the day nearest to the day of calculation, in alphabetical order. */
export const membersNow = (facts: Facts): readonly Person[] => membersOn(facts, facts.day);

/** Names for sentences. */
export const shortNames = ({ short }: Facts, people: readonly Person[]): readonly string[] =>
  people.map(({ name }) => short(name));

/** Those of whom the databank says something in a column, and those of whom it does not. */
export function splitBy(
  { register }: Facts,
  people: readonly Person[],
  says: (row: PrintedRow<'Педагоги'>) => boolean,
): { readonly known: readonly Person[]; readonly unknown: readonly Person[] } {
  const isKnown = ({ row }: Person): boolean => {
    const printed = printedRow(register, 'Педагоги', row);
    return printed !== undefined && says(printed);
  };
  return { known: people.filter(isKnown), unknown: people.filter((person) => !isKnown(person)) };
}
