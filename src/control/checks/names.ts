import { dayOf } from '../../register/dates';
import { foldCase, foldLoosely, isErrorValue } from '../../register/text';
import { cellAddress } from '../../register/addresses';
import { cellChange, isBlank, type CheckContext } from '../context';
import { editDistance } from '../editDistance';
import type { CellFixKind, Fix, FindingOf, NameTrouble, Spot } from '../issue';
import { deletions, newBuckets } from '../nearest';
import {
  inCyrillic,
  mixesAlphabets,
  plainSpaces,
  readName,
  shortName,
  type PersonName,
  type ShortName,
} from '../../register/personName';
import { isPlausibleDay } from './cells';
import { check, type Check } from './check';

/** Names of the databank: the name is the key of every record (control.md, «Between rows and tables»). */

interface Person {
  readonly at: Spot;
  /** As typed. */
  readonly typed: string;
  readonly name: PersonName;
  /** As a person compares, the mark included. */
  readonly folded: string;
  readonly organisationTyped: string;
  /** As a person compares. */
  readonly organisation: string;
  /** Birth date as typed, "" when it is not there. */
  readonly birth: string;
  readonly hasError: boolean;
}

function people(context: CheckContext): readonly Person[] {
  const filled = context.table('Педагоги');
  if (filled === undefined) return [];
  const [name, organisation, birth] = [
    filled.column('ФИО'),
    filled.column('Организация'),
    filled.column('Дата рождения'),
  ];
  return filled.rows.flatMap((row): Person[] => {
    const value = name.value(row);
    if (isBlank(value)) return [];
    const typed = String(value);
    return [
      {
        at: name.at(row),
        typed,
        name: readName(typed),
        folded: foldLoosely(typed),
        organisationTyped: organisation.text(row),
        organisation: foldLoosely(organisation.text(row)),
        birth: birth.text(row),
        hasError: isErrorValue(value),
      },
    ];
  });
}

/** A name put right in the databank and in every record that holds the same one. */
function rename(
  context: CheckContext,
  { at, typed }: Person,
  kind: CellFixKind,
  name: string | null,
): Fix | null {
  if (name === null || name === typed) return null;
  const records = context.recordsOf(typed).map((record) => cellChange(record.at, record.value, name));
  return { kind, changes: [cellChange(at, typed, name), ...records] };
}

// ---------------------------------------------------------------------------------------------------------
// name

interface NameRule {
  readonly trouble: NameTrouble;
  readonly applies: (person: Person, fullNamesAreTheRule: boolean) => boolean;
  readonly fix?: (person: Person) => readonly [CellFixKind, string | null];
}

const isShortened = ({ name }: Person): boolean => shortName(name)?.isShort === true;

const NAME_RULES: readonly NameRule[] = [
  { trouble: 'error value', applies: ({ hasError }) => hasError },
  { trouble: 'digits', applies: ({ name, hasError }) => !hasError && /\d/.test(name.base) },
  {
    trouble: 'one word',
    applies: ({ name, hasError }) => !hasError && !/\d/.test(name.base) && name.words.length < 2,
  },
  {
    trouble: 'latin letters',
    applies: ({ name }) => mixesAlphabets(name.base),
    fix: ({ typed }) => ['latin letters', inCyrillic(typed)],
  },
  { trouble: 'wildcards', applies: ({ typed }) => /[*?~]/.test(typed) },
  {
    trouble: 'spaces',
    applies: ({ typed }) => typed !== plainSpaces(typed),
    fix: ({ typed }) => ['spaces', plainSpaces(typed)],
  },
  { trouble: 'initials', applies: (person, fullNames) => fullNames && isShortened(person) },
];

const name = check('name', 'warning', (context) => {
  const all = people(context);
  const fullNamesAreTheRule = all.filter(isShortened).length * 2 < all.length;
  return all.flatMap((person) =>
    NAME_RULES.filter(({ applies }) => applies(person, fullNamesAreTheRule)).map(
      ({ trouble, fix: offered }): FindingOf<'name'> => {
        const fix = offered === undefined ? null : rename(context, person, ...offered(person));
        return { code: 'name', at: person.at, name: person.typed, trouble, ...(fix === null ? {} : { fix }) };
      },
    ),
  );
});

// ---------------------------------------------------------------------------------------------------------
// duplicate, namesake

/** People of one name; marks are part of it. */
function groupedBy(all: readonly Person[], key: (person: Person) => string): readonly (readonly Person[])[] {
  const groups = new Map<string, Person[]>();
  for (const person of all) {
    const group = groups.get(key(person));
    if (group === undefined) groups.set(key(person), [person]);
    else group.push(person);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const differ = (values: readonly string[]): boolean =>
  new Set(values.filter((value) => value !== '')).size > 1;

const areNamesakes = (group: readonly Person[]): boolean =>
  differ(group.map(({ organisation }) => organisation)) || differ(group.map(({ birth }) => birth));

const duplicateOf = (person: Person, first: Person): FindingOf<'duplicate'> => ({
  code: 'duplicate',
  at: person.at,
  name: person.typed,
  other: first.typed,
  otherCell: cellAddress(first.at.row, first.at.column),
});

/** Among namesakes the same person may still stand twice: same organisation, same birth date. */
const duplicate = check('duplicate', 'error', (context) =>
  groupedBy(people(context), ({ folded }) => folded)
    .flatMap((group) =>
      areNamesakes(group)
        ? groupedBy(group, ({ organisation, birth }) => JSON.stringify([organisation, birth]))
        : [group],
    )
    .flatMap(([first, ...others]) =>
      first === undefined ? [] : others.map((person) => duplicateOf(person, first)),
    ),
);

const namesake = check('namesake', 'error', (context) =>
  groupedBy(people(context), ({ typed }) => foldCase(typed))
    .filter(areNamesakes)
    .flatMap((group) => {
      const mark = markOf(group);
      const [first] = group;
      const records = first === undefined ? [] : context.recordsOf(first.typed);
      return [
        ...group.map((person): FindingOf<'namesake'> => {
          const marked = mark(person);
          const finding = {
            code: 'namesake',
            at: person.at,
            name: person.typed,
            people: group.length,
          } as const;
          if (marked === null) return { ...finding, inRecord: false, marked };
          const change = cellChange(person.at, person.typed, marked);
          return { ...finding, inRecord: false, marked, fix: { kind: 'namesake mark', changes: [change] } };
        }),
        ...records.map(({ at, value }): FindingOf<'namesake'> => ({
          code: 'namesake',
          at,
          name: value,
          people: group.length,
          inRecord: true,
          marked: null,
        })),
      ];
    }),
);

/** «Кузьмина Ольга Ивановна (СОШ № 3)»: by the organisation where nobody shares it, else by the year of birth. */
function markOf(group: readonly Person[]): (person: Person) => string | null {
  const organisations = countBy(group, ({ organisation }) => organisation);
  const years = countBy(group, (person) => String(birthYear(person)));
  return (person) => {
    const base = plainSpaces(person.typed);
    const year = birthYear(person);
    if (person.organisation !== '' && organisations.get(person.organisation) === 1) {
      return `${base} (${plainSpaces(person.organisationTyped.replace(/[()]/gu, ' '))})`;
    }
    return year !== null && years.get(String(year)) === 1 ? `${base} (${String(year)} г. р.)` : null;
  };
}

function countBy<V>(values: readonly V[], key: (value: V) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1);
  return counts;
}

function birthYear({ birth }: Person): number | null {
  const serial = birth === '' ? null : Number(birth);
  return serial !== null && isPlausibleDay(serial) ? dayOf(serial).year : null;
}

// ---------------------------------------------------------------------------------------------------------
// near-duplicate

/** People with different birth dates, or with marks of their own, are told apart already. */
const areToldApart = (one: Person, other: Person): boolean =>
  (one.birth !== '' && other.birth !== '' && one.birth !== other.birth) ||
  (one.name.mark !== other.name.mark && foldLoosely(one.name.base) === foldLoosely(other.name.base)) ||
  (one.name.mark !== '' && other.name.mark !== '' && one.name.mark !== other.name.mark);

const nearDuplicate = check('near-duplicate', 'warning', (context) => {
  const byLetters = newBuckets<Person>();
  const byInitials = newBuckets<Person>();
  return people(context).flatMap((person): FindingOf<'near-duplicate'>[] => {
    const letters = [...new Set(deletions(person.folded))];
    const short = shortName(person.name);
    const isLike = (other: Person): boolean =>
      other.folded !== person.folded &&
      !areToldApart(person, other) &&
      editDistance(person.folded, other.folded, 1) === 1;
    const standsFor = (other: Person): boolean => {
      const others = shortName(other.name)?.initials ?? [];
      const shared = Math.min(others.length, short?.initials.length ?? 0);
      return (
        !areToldApart(person, other) &&
        others.slice(0, shared).every((letter, index) => letter === short?.initials[index])
      );
    };
    const like = letters.flatMap((key) => byLetters.at(key)).find(isLike);
    const other =
      like ??
      sharedKeys(person, short, short?.isShort !== true)
        .flatMap((key) => byInitials.at(key))
        .find(standsFor);
    for (const key of letters) byLetters.add(key, person);
    for (const key of sharedKeys(person, short, short?.isShort === true)) byInitials.add(key, person);
    if (other === undefined) return [];
    const how = like === undefined ? 'initials' : 'one letter';
    return [{ ...duplicateOf(person, other), code: 'near-duplicate', how }];
  });
});

/** What a full name and a short one are found by: surname and first initial, beside an organisation or a birth date. */
function sharedKeys(
  { organisation, birth }: Person,
  short: ShortName | null,
  isShort: boolean,
): readonly string[] {
  if (short === null) return [];
  const key = [isShort, short.surname, short.initials[0] ?? ''].join('|');
  return [organisation, birth].flatMap((shared, index) =>
    shared === '' ? [] : [`${key}|${String(index)}|${shared}`],
  );
}

export const NAME_CHECKS: readonly Check[] = [name, duplicate, namesake, nearDuplicate];
