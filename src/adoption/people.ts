import type { CellValue } from '../plan/action';
import { readName, shortName, type ShortName } from '../register/personName';
import { valueAt, type Register } from '../register/register';
import type { QuestionBook, QuestionOption } from './questions';
import type { Incoming, IncomingCell, PersonMention } from './rows/incoming';
import { nameKey } from './values/names';
import { organisationKey } from './values/organisations';
import { fold } from './words';

/**
 * Who is who: rows of the source against the databank and against one another. A person is a folded full
 * name with a birth date or an organisation; where neither side has them, the name alone. Namesakes stay apart.
 */
export interface Person {
  /** As the register spells it, or is to. */
  readonly name: string;
  /** 0-based row of the databank; null for somebody new. */
  readonly row: number | null;
  /** Rows of the source, in their order. */
  readonly incoming: readonly Incoming[];
  /** How the first of them was known; null for somebody no row of the source is about. */
  readonly how: 'new' | 'name' | 'initials' | 'answer' | null;
}

export interface People {
  readonly people: readonly Person[];
  /** Rows that could not be given to one person; asked. */
  readonly unplaced: readonly Incoming[];
  /** The register's name of whom a record mentions; as typed when nobody fits. */
  readonly nameOf: (mention: PersonMention) => ResolvedName;
}

export interface ResolvedName {
  readonly name: string;
  readonly how: 'name' | 'initials' | 'answer' | 'unknown' | 'nobody';
  readonly question: string | null;
}

interface Entry {
  readonly name: string;
  readonly key: string;
  readonly mark: string;
  readonly short: ShortName | null;
  readonly row: number | null;
  readonly organisations: Set<string>;
  births: Set<number>;
  readonly facts: Map<string, string>;
  readonly incoming: Incoming[];
  how: Person['how'];
}

export function placePeople(register: Register, rows: readonly Incoming[], book: QuestionBook): People {
  const entries: Entry[] = databankEntries(register);
  const byKey = new Map<string, Entry[]>();
  const bySurname = new Map<string, Entry[]>();
  const index = (entry: Entry): void => {
    pushTo(byKey, entry.key, entry);
    for (const word of new Set(entry.key.split(' '))) if (word.length > 1) pushTo(bySurname, word, entry);
  };
  entries.forEach(index);
  const unplaced: Incoming[] = [];

  const place = (row: Incoming, mention: PersonMention): void => {
    const found = findFor(row, mention);
    if (found === 'unplaced') {
      unplaced.push(row);
      return;
    }
    const entry = found ?? { entry: newEntry(mention.name), how: 'new' as const };
    if (found === null) {
      entries.push(entry.entry);
      index(entry.entry);
    }
    entry.entry.how ??= entry.how;
    learn(entry.entry, row, mention);
  };

  const findFor = (
    row: Incoming,
    mention: PersonMention,
  ): { entry: Entry; how: Person['how'] } | 'unplaced' | null => {
    const all = byKey.get(nameKey(mention.name)) ?? [];
    const judged = all.map((entry) => ({ entry, likeness: likenessOf(entry, mention) }));
    const certain = judged.filter(({ likeness }) => likeness === 'same');
    if (certain[0] !== undefined) return { entry: certain[0].entry, how: 'name' };
    const open = judged.filter(({ likeness }) => likeness === 'open');
    if (open.length === 1 && open[0] !== undefined) return { entry: open[0].entry, how: 'name' };
    if (open.length > 1) {
      const entry = askWhich(
        book,
        mention,
        open.map((each) => each.entry),
        'empty',
      );
      return entry === null ? 'unplaced' : { entry: entry.entry, how: 'answer' };
    }
    const elsewhere = judged.filter(({ likeness }) => likeness === 'elsewhere');
    for (const { entry } of elsewhere) {
      if (isOnePerson(book, entry, row, mention)) return { entry, how: 'answer' };
    }
    if (all.length > 0) return null;
    const expanded = expansionsOf(bySurname, mention, false);
    if (expanded.length === 1 && expanded[0] !== undefined) return { entry: expanded[0], how: 'initials' };
    if (expanded.length > 1) {
      const entry = askWhich(book, mention, expanded, 'typed');
      return entry === null ? null : { entry: entry.entry, how: 'answer' };
    }
    return null;
  };

  // full names first, so that initials find everybody there is
  const named = rows.flatMap((row) => (row.person === null ? [] : [{ row, mention: row.person }]));
  const isShort = ({ name }: PersonMention): boolean => shortName(readName(fold(name)))?.isShort === true;
  for (const { row, mention } of named) if (!isShort(mention)) place(row, mention);
  for (const { row, mention } of named) if (isShort(mention)) place(row, mention);

  const known = new Map<string, ResolvedName>();
  return {
    people: entries.map(({ name, row, incoming, how }) => ({ name, row, incoming, how })),
    unplaced,
    nameOf: (mention) => {
      const key = JSON.stringify([fold(mention.name), organisationKey(mention.organisation), mention.birth]);
      const answer = known.get(key) ?? resolve(byKey, bySurname, mention, book);
      known.set(key, answer);
      return answer;
    },
  };
}

function pushTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

// ---------------------------------------------------------------------------------------------------------
// entries

/** Columns by which two rows of one name under two schools are told to be one person, or two. */
const FACTS = [
  'Образование',
  'Специальность',
  'Общий стаж',
  'Педагогический стаж',
  'Категория',
  'Дата аттестации',
  'Должность',
];

const factOf = (value: CellValue): string => fold(String(value));

function databankEntries(register: Register): Entry[] {
  const table = register.tables.Педагоги;
  if (table === undefined) return [];
  return table.rows.flatMap((_, row): Entry[] => {
    const name = String(valueAt(table, row, 'ФИО'));
    if (name.trim() === '') return [];
    const entry = newEntry(name, row);
    const organisation = String(valueAt(table, row, 'Организация'));
    if (organisation !== '') entry.organisations.add(organisationKey(organisation));
    const birth = valueAt(table, row, 'Дата рождения');
    if (typeof birth === 'number') entry.births.add(Math.floor(birth));
    for (const column of FACTS) {
      const value = valueAt(table, row, column);
      if (value !== '') entry.facts.set(column, factOf(value));
    }
    return [entry];
  });
}

function newEntry(name: string, row: number | null = null): Entry {
  const read = readName(fold(name));
  return {
    name,
    key: nameKey(name),
    mark: read.mark,
    short: shortName(read),
    row,
    organisations: new Set(),
    births: new Set(),
    facts: new Map(),
    incoming: [],
    how: null,
  };
}

function learn(entry: Entry, row: Incoming, { organisation, birth }: PersonMention): void {
  entry.incoming.push(row);
  if (organisation !== '') entry.organisations.add(organisationKey(organisation));
  if (birth !== null) entry.births.add(birth);
  for (const column of FACTS) {
    const cell: IncomingCell | undefined = row.cells[column];
    if (cell !== undefined && cell.value !== '' && !entry.facts.has(column))
      entry.facts.set(column, factOf(cell.value));
  }
}

// ---------------------------------------------------------------------------------------------------------
// likeness

/** `same`: a birth date or an organisation says so; `elsewhere`: another organisation and nothing else; `open`: nothing speaks against it. */
type Likeness = 'same' | 'open' | 'elsewhere' | 'another';

function likenessOf(
  { births, organisations, mark }: Entry,
  { birth, organisation }: PersonMention,
): Likeness {
  if (birth !== null && births.size > 0) return births.has(birth) ? 'same' : 'another';
  if (organisation === '') return 'open';
  const key = organisationKey(organisation);
  if (mark !== '' && organisationKey(mark) === key) return 'same';
  if (organisations.size === 0) return 'open';
  return organisations.has(key) ? 'same' : 'elsewhere';
}

/** The same name under another school: one person when all that both sides say agrees, and that is not little. */
function isOnePerson(book: QuestionBook, entry: Entry, row: Incoming, mention: PersonMention): boolean {
  const compared = FACTS.flatMap((column) => {
    const cell = row.cells[column];
    const known = entry.facts.get(column);
    return cell === undefined || cell.value === '' || known === undefined
      ? []
      : [factOf(cell.value) === known];
  });
  const agrees = compared.length >= 3 && compared.every(Boolean);
  const options: readonly QuestionOption[] = [
    { id: 'same', kind: 'same', value: '' },
    { id: 'apart', kind: 'apart', value: '' },
  ];
  const organisations = [...entry.organisations, organisationKey(mention.organisation)];
  const { option } = book.settle(
    { code: 'same person', name: entry.name, organisations },
    options,
    agrees ? 'same' : 'apart',
    mention.place,
  );
  return option.kind === 'same';
}

/** People whose full name begins with these letters, or whose letters this full name begins with. */
function expansionsOf(
  bySurname: ReadonlyMap<string, readonly Entry[]>,
  mention: PersonMention,
  elsewhereToo: boolean,
): readonly Entry[] {
  const short = shortName(readName(fold(mention.name)));
  if (short === null) return [];
  return (bySurname.get(short.surname) ?? []).filter((entry) => {
    const other = entry.short;
    if (other === null || other.isShort === short.isShort || other.surname !== short.surname) return false;
    const shared = Math.min(other.initials.length, short.initials.length);
    const fits = short.initials.slice(0, shared).every((letter, index) => letter === other.initials[index]);
    const likeness = likenessOf(entry, mention);
    return fits && likeness !== 'another' && (likeness !== 'elsewhere' || elsewhereToo);
  });
}

/** Asks which of several; null: as typed. */
function askWhich(
  book: QuestionBook,
  mention: PersonMention,
  entries: readonly Entry[],
  otherwise: 'typed' | 'empty',
): { readonly entry: Entry; readonly question: string } | null {
  const options = entries.map((entry, index): QuestionOption => ({
    id: `${entry.name}#${String(index + 1)}`,
    kind: 'person',
    value: describe(entry),
  }));
  const last: QuestionOption =
    otherwise === 'typed'
      ? { id: 'keep', kind: 'keep', value: mention.name }
      : { id: 'empty', kind: 'empty', value: '' };
  const isShort = shortName(readName(fold(mention.name)))?.isShort === true;
  const { id, option } = book.settle(
    { code: 'which person', typed: mention.name, isShort },
    [...options, last],
    last.id,
    mention.place,
  );
  const entry = entries[options.findIndex((each) => each.id === option.id)];
  return entry === undefined ? null : { entry, question: id };
}

const describe = ({ name, incoming, row }: Entry): string => {
  const organisation = incoming[0]?.person?.organisation ?? '';
  return row !== null || organisation === '' ? name : `${name}, ${organisation}`;
};

// ---------------------------------------------------------------------------------------------------------
// records

function resolve(
  byKey: ReadonlyMap<string, readonly Entry[]>,
  bySurname: ReadonlyMap<string, readonly Entry[]>,
  mention: PersonMention,
  book: QuestionBook,
): ResolvedName {
  if (mention.name === '') return { name: '', how: 'nobody', question: null };
  const all = byKey.get(nameKey(mention.name)) ?? [];
  const possible = all.filter((entry) => likenessOf(entry, mention) !== 'another');
  const certain = possible.filter((entry) => likenessOf(entry, mention) === 'same');
  const best = certain.length > 0 ? certain : possible;
  const names = new Set(best.map(({ name }) => fold(name)));
  const [first] = best;
  // namesakes who are written alike are one key to every record: the register says so until they are marked
  if (first !== undefined && names.size === 1) return { name: first.name, how: 'name', question: null };
  const fitting = all.length > 0 ? [] : expansionsOf(bySurname, mention, true);
  const nearby = fitting.filter((entry) => likenessOf(entry, mention) === 'same');
  const expanded = nearby.length > 0 ? nearby : fitting;
  const [only] = expanded;
  if (only !== undefined && expanded.length === 1)
    return { name: only.name, how: 'initials', question: null };
  const several = best.length > 1 ? best : expanded;
  if (several.length === 0) return { name: mention.name, how: 'unknown', question: null };
  const answer = askWhich(book, mention, several, 'typed');
  return answer === null
    ? { name: mention.name, how: 'unknown', question: null }
    : { name: answer.entry.name, how: 'answer', question: answer.question };
}
