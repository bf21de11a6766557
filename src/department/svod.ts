import { isMemberOn, readMembers } from '../control/voting';
import type { ObligationState } from '../control/obligations';
import type { Readiness } from '../control/readiness';
import { appendixRows, type Indicator } from '../indicators/appendix';
import type { IndicatorResult } from '../indicators/evaluate';
import type { IndicatorState } from '../indicators/states';
import { SVOD_WORDS } from '../messages/department';
import { obligationTitle } from '../messages/obligations';
import type { CellValue } from '../plan/action';
import { parseArea } from '../register/addresses';
import { readName } from '../register/personName';
import { valueAt, type Register, type RegisterTable } from '../register/register';
import type { WorkbookSnapshot } from '../register/snapshot';
import type { TableName } from '../register/tables';
import { foldCase, foldLoosely, isErrorValue } from '../register/text';
import { findRegulation } from '../regulations';
import { isWithoutNames } from './anonymity';
import { holdsRegister } from './copy';
import { readPlan, type PlanLine } from './generalPlan';
import { countRegister, discrepancies, type CountedRegister, type Discrepancy } from './judge';

/**
 * Many registers into one: numbers, states, deadlines and plans of every association, and for people and schools a
 * key by which the same one is known again. Of a register nothing else is kept, so that memory does not grow with the
 * files read.
 */

/** One file: what was read of it, or why nothing was. */
export type SvodPart =
  | { readonly file: string; readonly snapshot: WorkbookSnapshot }
  | { readonly file: string; readonly failure: string };

/** How the numbers of a row are joined. */
export type TotalRule = 'sum' | 'people' | 'organisations' | 'none';

export interface JoinedRow {
  readonly no: string;
  readonly label: string;
  readonly rule: TotalRule;
  /** By association, in the order of `associations`. */
  readonly cells: readonly JoinedCell[];
  /** By the rule; null: nobody gave a number. */
  readonly total: number | null;
  readonly state: IndicatorState;
  /** Gaps of all associations where the state is `partial`. */
  readonly gaps: number;
  /** How many times somebody or some school stands in a further association. */
  readonly repeats: number;
  /** Associations that gave a number, of those whose number is due. */
  readonly given: number;
  readonly due: number;
  /** Associations without names among those that gave a count of people: whoever stands in two of them is unknown. */
  readonly unknown: number;
}

export interface JoinedCell {
  readonly value: number | null;
  readonly state: IndicatorState;
  readonly gaps: number;
}

export interface JoinedDeadline {
  readonly title: string;
  readonly clause: string;
  readonly due: number | null;
  readonly daysLeft: number | null;
  readonly state: ObligationState;
}

export interface JoinedAssociation {
  /** As it is shown: two associations never share one. */
  readonly name: string;
  readonly municipality: string;
  readonly subject: string;
  readonly regulation: string;
  readonly schoolYear: string;
  /** «Дата расчёта»; null: that cell holds no date. */
  readonly today: number | null;
  readonly file: string;
  readonly isAnonymous: boolean;
  readonly members: number | null;
  readonly readiness: Readiness;
  /** What is not done, in order of time. */
  readonly deadlines: readonly JoinedDeadline[];
  readonly discrepancies: readonly Discrepancy[];
  /** False: there were no computed numbers on its form to compare with. */
  readonly hasForm: boolean;
  /** False: the workbook has no «Дата расчёта» yet: counted by the present day. */
  readonly isDated: boolean;
  readonly plan: readonly PlanLine[];
}

/** Somebody, or a school, that stands in several associations. */
export interface SharedEntry {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly organisation: string;
  readonly associations: readonly string[];
  /** False: the same name at different schools, counted as different people. */
  readonly isOne: boolean;
}

export interface Svod {
  readonly associations: readonly JoinedAssociation[];
  readonly rows: readonly JoinedRow[];
  readonly failures: readonly { readonly file: string; readonly reason: string }[];
  /** Files left out because a newer one of the same association was counted. */
  readonly duplicates: readonly {
    readonly association: string;
    readonly file: string;
    readonly taken: string;
  }[];
  readonly shared: readonly SharedEntry[];
  /** Earlier svods among the files: they tell who is to send. */
  readonly earlier: readonly string[];
  /** Who was to send and has not; null: nobody says who was to. */
  readonly absent: readonly string[] | null;
  /** Whole sentences for the department. */
  readonly notices: readonly string[];
}

export interface SvodOptions {
  /** Serial of the present day, for registers whose «Дата расчёта» is no date. */
  readonly currentDate: number;
  /** Associations that are to send. */
  readonly expected?: readonly string[];
}

/** Takes files one at a time, in any order. */
export interface SvodBuilder {
  readonly add: (part: SvodPart) => void;
  readonly result: () => Svod;
}

export function startSvod({ currentDate, expected }: SvodOptions): SvodBuilder {
  const failures: { file: string; reason: string }[] = [];
  const kept = new Map<string, Kept>();
  const passedOver: { key: string; file: string }[] = [];
  const earlier: string[] = [];
  let awaited = expected ?? null;
  return {
    add: (part) => {
      if ('failure' in part) {
        failures.push({ file: part.file, reason: part.failure });
        return;
      }
      if (!holdsRegister(part.snapshot)) {
        const named = expectedFrom(part.snapshot);
        if (named !== null) {
          earlier.push(part.file);
          awaited = [...(awaited ?? []), ...named];
          return;
        }
        const { sentence, remedy } = SVOD_WORDS.notRegister;
        failures.push({ file: part.file, reason: `${sentence} ${remedy}` });
        return;
      }
      const read = keep(part.file, countRegister(part.snapshot, currentDate));
      const known = kept.get(read.key);
      if (known === undefined) {
        kept.set(read.key, read);
        return;
      }
      const [taken, left] = isNewer(read, known) ? [read, known] : [known, read];
      kept.set(read.key, taken);
      passedOver.push({ key: read.key, file: left.association.file });
    },
    result: () => join([...kept.values()], { failures, passedOver, earlier, awaited }),
  };
}

/** All files at once, for who has them at hand. */
export function joinRegisters(parts: Iterable<SvodPart>, options: SvodOptions): Svod {
  const builder = startSvod(options);
  for (const part of parts) builder.add(part);
  return builder.result();
}

// ---------------------------------------------------------------------------------------------------------
// What is kept of one register

interface KeptRow extends JoinedCell {
  /** How often each key is counted in the number; null: not a count of people or schools, or nobody is named. */
  readonly keys: ReadonlyMap<string, number> | null;
  /** What the number counts here: a parameter may turn a sum into people. */
  readonly rule: TotalRule;
}

interface Person {
  readonly name: string;
  readonly organisation: string;
}

interface Kept {
  /** By which the same association is known again. */
  readonly key: string;
  readonly association: JoinedAssociation;
  readonly rows: ReadonlyMap<string, KeptRow>;
  /** Everybody in the databank, by key; empty where nobody is named. */
  readonly people: ReadonlyMap<string, Person>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly meetings: number;
}

function keep(file: string, counted: CountedRegister): Kept {
  const { register, rules, today, readiness, obligations, indicators } = counted;
  const { passport } = register;
  const isAnonymous = isWithoutNames(register.tables.Педагоги);
  const keys = keyReaders(register, isAnonymous, file);
  const [name, municipality, subject] = [passport.association, passport.municipality, passport.subject].map(
    (value) => (isErrorValue(value) ? '' : String(value).replace(/\s+/gu, ' ').trim()),
  ) as [string, string, string];
  const forms = new Map(appendixRows(register.meetings).map((indicator) => [indicator.no, indicator]));
  return {
    key:
      name === '' && subject === ''
        ? `file:${file}`
        : [name, municipality, subject].map(foldLoosely).join('|'),
    association: {
      name: name === '' ? (subject === '' ? SVOD_WORDS.unnamed(file) : subject) : name,
      municipality,
      subject,
      regulation: findRegulation(String(passport.regulation))?.name ?? String(passport.regulation),
      schoolYear: String(passport.schoolYear),
      today: register.today,
      file,
      isAnonymous,
      members:
        register.tables.Педагоги === undefined
          ? null
          : readMembers(register).filter((member) => isMemberOn(member, Math.floor(today))).length,
      readiness,
      deadlines: obligations
        .filter(({ state }) => state !== 'done')
        .map((obligation) => {
          const { clause, due, daysLeft, state } = obligation;
          return { title: obligationTitle(obligation, rules.regulation.words), clause, due, daysLeft, state };
        }),
      discrepancies: discrepancies(counted),
      hasForm: counted.hasForm,
      isDated: counted.isDated,
      plan: readPlan(register),
    },
    rows: new Map(
      indicators.map((result): [string, KeptRow] => {
        const { no, value, state, gaps } = result;
        const rule = ruleOf(forms.get(no), register);
        return [
          no,
          {
            value,
            state,
            gaps,
            rule,
            keys: value === null ? null : keys.of(result, rule, forms.get(no)?.table),
          },
        ];
      }),
    ),
    people: keys.people,
    organisations: keys.organisations,
    meetings: register.meetings,
  };
}

/** The newer by «Дата расчёта»; of two of one day the one that says more, then by name, so that order is nothing. */
function isNewer(one: Kept, other: Kept): boolean {
  const [a, b] = [one.association, other.association];
  const order =
    (a.today ?? -Infinity) - (b.today ?? -Infinity) ||
    a.readiness.rowsWithValue - b.readiness.rowsWithValue ||
    // names tell who stands in two associations
    Number(b.isAnonymous) - Number(a.isAnonymous) ||
    compare(b.file, a.file) ||
    // files of one name from two folders
    compare(numbersOf(one), numbersOf(other));
  return order > 0;
}

const numbersOf = ({ rows }: Kept): string =>
  JSON.stringify([...rows].map(([no, { value, state, gaps }]) => [no, value, state, gaps]));

const says = (value: CellValue, text: string): boolean =>
  typeof value === 'string' && foldCase(value) === foldCase(text);

function ruleOf(indicator: Indicator | undefined, register: Register): TotalRule {
  if (indicator === undefined) return 'none';
  const { measure, condition } = indicator;
  if (condition.over === 'organisations') return 'organisations';
  switch (measure.kind) {
    case 'none':
      return 'none';
    case 'teachers':
    case 'marks':
      return 'people';
    case 'rows':
      return 'sum';
    case 'sum': {
      const { teachersWhile } = measure;
      const isPeople =
        teachersWhile !== undefined &&
        says(register.parameters[teachersWhile.parameter], teachersWhile.value);
      return isPeople ? 'people' : 'sum';
    }
  }
}

/** Keys of the rows behind a number. */
interface KeyReaders {
  readonly people: ReadonlyMap<string, Person>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly of: (
    result: IndicatorResult,
    rule: TotalRule,
    name: TableName | undefined,
  ) => ReadonlyMap<string, number> | null;
}

/** A school that bears a number in a copy without names is known in that copy alone. */
const NUMBERED_ORGANISATION = /^Организация \d+$/;

function keyReaders(register: Register, isAnonymous: boolean, file: string): KeyReaders {
  const people = new Map<string, Person>();
  /** By name as the engine finds it. */
  const keyOfName = new Map<string, string>();
  const organisations = new Map<string, string>();
  const databank = register.tables.Педагоги;
  if (databank !== undefined && !isAnonymous) {
    databank.rows.forEach((_, row) => {
      const name = valueAt(databank, row, 'ФИО');
      if (name === '' || isErrorValue(name)) return;
      const organisation = valueAt(databank, row, 'Организация');
      const person = {
        name: String(name),
        organisation: isErrorValue(organisation) ? '' : String(organisation),
      };
      const key = personKey(person);
      people.set(key, person);
      const folded = foldCase(person.name);
      if (!keyOfName.has(folded)) keyOfName.set(folded, key);
    });
  }
  const organisationKey = (name: string): string =>
    NUMBERED_ORGANISATION.test(name) ? `${file}|${name}` : foldLoosely(name);
  const schools = register.tables.Организации;
  schools?.rows.forEach((_, row) => {
    const name = valueAt(schools, row, 'Краткое название');
    if (name !== '' && !isErrorValue(name)) organisations.set(organisationKey(String(name)), String(name));
  });

  /** The cells behind the number are those of the name: the row is all that matters. */
  const keyAt = (table: RegisterTable | undefined, cell: string): string | null => {
    const area = parseArea(cell);
    if (table === undefined || area === null) return null;
    const row = area.top - table.firstRow;
    switch (table.table) {
      case 'Педагоги': {
        const name = valueAt(table, row, 'ФИО');
        const organisation = valueAt(table, row, 'Организация');
        return personKey({
          name: String(name),
          organisation: isErrorValue(organisation) ? '' : String(organisation),
        });
      }
      case 'Организации':
        return organisationKey(String(valueAt(table, row, 'Краткое название')));
      default: {
        const name = valueAt(table, row, table.table === 'Посещаемость' ? 'ФИО' : 'Педагог');
        if (name === '' || isErrorValue(name)) return null;
        return keyOfName.get(foldCase(String(name))) ?? personKey({ name: String(name), organisation: '' });
      }
    }
  };

  return {
    people,
    organisations,
    of: (result, rule, name) => {
      if (rule !== 'organisations' && (rule !== 'people' || isAnonymous)) return null;
      const table = name === undefined ? undefined : register.tables[name];
      const counts = new Map<string, number>();
      for (const { cell } of result.evidence) {
        const key = keyAt(table, cell);
        if (key === null) continue;
        // of records a person is counted once; a row of the databank or a mark is one each
        const isOneEach = name !== undefined && ONE_EACH.has(name);
        counts.set(key, isOneEach ? (counts.get(key) ?? 0) + 1 : 1);
      }
      return counts;
    },
  };
}

const ONE_EACH: ReadonlySet<TableName> = new Set(['Педагоги', 'Организации', 'Посещаемость']);

/**
 * Name and school, as a person compares them. A mark that only repeats the school says nothing more; any other tells
 * namesakes apart and belongs to the name.
 */
function personKey({ name, organisation }: Person): string {
  const { words, mark } = readName(name);
  const school = foldLoosely(organisation);
  const own = foldLoosely(mark) === school ? '' : foldLoosely(mark);
  return `${words.join(' ')}|${own}|${school}`;
}

// ---------------------------------------------------------------------------------------------------------
// All together

interface Besides {
  readonly failures: readonly { readonly file: string; readonly reason: string }[];
  readonly passedOver: readonly { readonly key: string; readonly file: string }[];
  readonly earlier: readonly string[];
  readonly awaited: readonly string[] | null;
}

function join(unsorted: readonly Kept[], { failures: failed, passedOver, earlier, awaited }: Besides): Svod {
  const parts = distinctNames([...unsorted].sort(byName));
  const associations = parts.map(({ association }) => association);
  const meetings = Math.max(4, ...parts.map((part) => part.meetings));
  const failures = [...failed].sort((one, other) => compare(one.file, other.file));
  const duplicates = passedOver
    .map(({ key, file }) => {
      const taken = parts.find((part) => part.key === key)?.association;
      return { association: taken?.name ?? '', file, taken: taken?.file ?? '' };
    })
    .sort((one, other) => compare(one.file, other.file));
  const rows = appendixRows(meetings).map((indicator) => joinRow(indicator, parts));
  const absent = absentOf(associations, awaited);
  return {
    associations,
    rows,
    failures,
    duplicates,
    shared: sharedOf(parts),
    earlier: [...earlier].sort(compare),
    absent,
    notices: noticesOf(parts, rows, failures, duplicates),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byName = ({ association: one }: Kept, { association: other }: Kept): number =>
  compare(foldLoosely(one.municipality), foldLoosely(other.municipality)) ||
  compare(foldLoosely(one.name), foldLoosely(other.name)) ||
  compare(foldLoosely(one.subject), foldLoosely(other.subject)) ||
  compare(one.file, other.file);

/** Two associations of one name are told apart by their subject, their municipality, and at last their file. */
function distinctNames(parts: readonly Kept[]): readonly Kept[] {
  const tellers: readonly ((association: JoinedAssociation) => string)[] = [
    ({ name }) => name,
    ({ name, subject }) => (subject === '' || subject === name ? name : `${name}, ${subject}`),
    ({ name, municipality }) => (municipality === '' ? name : `${name}, ${municipality}`),
    ({ name, subject, municipality }) =>
      [name, subject, municipality].filter((part) => part !== '').join(', '),
    ({ name, file }) => `${name} (${file})`,
  ];
  return parts.map((part) => {
    const names = tellers.map((tell) => tell(part.association));
    const at = tellers.findIndex(
      (tell, index) =>
        parts.filter((other) => foldLoosely(tell(other.association)) === foldLoosely(names[index] ?? ''))
          .length === 1,
    );
    const name = names[at < 0 ? names.length - 1 : at] ?? part.association.name;
    return { ...part, association: { ...part.association, name } };
  });
}

/** A meeting the association has no row for has not been held. */
const NO_SUCH_MEETING: KeptRow = { value: null, state: 'not-due', gaps: 0, keys: null, rule: 'people' };

function joinRow({ no, label }: Indicator, parts: readonly Kept[]): JoinedRow {
  const cells = parts.map(({ rows }) => rows.get(no) ?? NO_SUCH_MEETING);
  const given = cells.filter(({ value }) => value !== null);
  const due = cells.filter(({ state }) => state !== 'not-due' && state !== 'heading').length;
  const sum = given.reduce((total, { value }) => total + (value ?? 0), 0);
  const repeats = repeatsIn(given);
  const rules = new Set(cells.map(({ rule }) => rule));
  const [rule = 'none'] = rules.size === 1 ? rules : (['sum'] as const);
  const gaps = given.reduce((total, cell) => total + cell.gaps, 0);
  return {
    no,
    label,
    rule,
    cells: cells.map(({ value, state, gaps: own }) => ({ value, state, gaps: own })),
    total: given.length === 0 ? null : sum - repeats,
    state: stateOf(cells, gaps),
    gaps,
    repeats,
    given: given.length,
    due,
    unknown: given.filter(({ rule: each, keys }) => each === 'people' && keys === null).length,
  };
}

/** Over all associations but the one that counts a key most often. */
function repeatsIn(cells: readonly KeptRow[]): number {
  const most = new Map<string, number>();
  let repeats = 0;
  for (const { keys } of cells) {
    for (const [key, count] of keys ?? []) {
      const known = most.get(key) ?? 0;
      repeats += Math.min(known, count);
      if (count > known) most.set(key, count);
    }
  }
  return repeats;
}

function stateOf(cells: readonly JoinedCell[], gaps: number): IndicatorState {
  const states = cells.map(({ state }) => state).filter((state) => state !== 'not-due');
  const [first] = states;
  if (first === undefined) return cells.length === 0 ? 'missing' : 'not-due';
  if (first === 'heading') return 'heading';
  if (states.every((state) => state === 'missing')) return 'missing';
  if (gaps > 0) return 'partial';
  return states.every((state) => state === 'zero') ? 'zero' : 'value';
}

function sharedOf(parts: readonly Kept[]): readonly SharedEntry[] {
  const named = parts.filter(({ association }) => !association.isAnonymous);
  const people = gather(named, ({ people: each }) => each);
  const schools = gather(parts, ({ organisations }) => organisations);
  const isMarked = (key: string): boolean =>
    parts.filter(({ rows }) => rows.get('29')?.keys?.has(key) === true).length > 1;
  const one = [...people.values()].flatMap(
    ({ entry: { name, organisation }, associations }): SharedEntry[] =>
      associations.length < 2 ? [] : [{ kind: 'person', name, organisation, associations, isOne: true }],
  );
  const namesakes = new Map<string, { entry: Person; associations: string[] }[]>();
  for (const [key, found] of people) {
    const name = key.slice(0, key.indexOf('|'));
    const known = namesakes.get(name) ?? [];
    known.push(found);
    namesakes.set(name, known);
  }
  const maybe = [...namesakes.values()].flatMap((found): SharedEntry[] => {
    const associations = [...new Set(found.flatMap((each) => each.associations))];
    const [first] = found;
    if (first === undefined || found.length < 2 || associations.length < 2) return [];
    const organisation = [...new Set(found.map(({ entry }) => entry.organisation))].sort(compare).join('; ');
    return [
      {
        kind: 'person',
        name: readName(first.entry.name).base.trim(),
        organisation,
        associations: associations.sort(compare),
        isOne: false,
      },
    ];
  });
  const organisations = [...schools].flatMap(([key, { entry, associations }]): SharedEntry[] =>
    isMarked(key) ? [{ kind: 'organisation', name: entry, organisation: '', associations, isOne: true }] : [],
  );
  return [...one, ...maybe, ...organisations].sort(
    (a, b) =>
      compare(b.kind, a.kind) ||
      Number(b.isOne) - Number(a.isOne) ||
      compare(foldLoosely(a.name), foldLoosely(b.name)),
  );
}

function gather<V>(
  parts: readonly Kept[],
  entriesOf: (part: Kept) => ReadonlyMap<string, V>,
): ReadonlyMap<string, { entry: V; associations: string[] }> {
  const gathered = new Map<string, { entry: V; associations: string[] }>();
  for (const part of parts) {
    for (const [key, entry] of entriesOf(part)) {
      const known = gathered.get(key);
      if (known === undefined) gathered.set(key, { entry, associations: [part.association.name] });
      else known.associations.push(part.association.name);
    }
  }
  return gathered;
}

/** By those who are expected, or by the list of the one regulation they all work under. */
function absentOf(
  associations: readonly JoinedAssociation[],
  expected: readonly string[] | null,
): readonly string[] | null {
  const [regulation, ...others] = new Set(associations.map((each) => each.regulation));
  const named =
    regulation === undefined || others.length > 0 ? [] : (findRegulation(regulation)?.associations ?? []);
  const awaited = expected ?? (named.length === 0 ? null : named);
  if (awaited === null) return null;
  const asked = new Map(awaited.map((name) => [foldLoosely(name), name.trim()]));
  const sent = new Set(
    associations.flatMap(({ name, subject }) => [foldLoosely(name), foldLoosely(subject)]),
  );
  return [...asked]
    .filter(([key]) => key !== '' && !sent.has(key))
    .map(([, name]) => name)
    .sort(compare);
}

/** The table of a svod that names its associations. */
export const SVOD_TABLE = { name: 'Объединения', column: SVOD_WORDS.associationColumns[0] } as const;

/** The associations of an earlier svod; null: the workbook is none. */
export function expectedFrom({ tables }: WorkbookSnapshot): readonly string[] | null {
  const table = tables.find(({ name }) => foldCase(name) === foldCase(SVOD_TABLE.name));
  const at = table?.headers.indexOf(SVOD_TABLE.column) ?? -1;
  if (table === undefined || at < 0) return null;
  return table.rows.map((row) => String(row[at] ?? '').trim()).filter((name) => name !== '');
}

function noticesOf(
  parts: readonly Kept[],
  rows: readonly JoinedRow[],
  failures: Svod['failures'],
  duplicates: Svod['duplicates'],
): readonly string[] {
  const { notices } = SVOD_WORDS;
  const associations = parts.map(({ association }) => association);
  const different = (values: readonly string[]): readonly string[] =>
    [...new Set(values.filter((value) => value !== ''))].sort(compare);
  const years = different(associations.map(({ schoolYear }) => schoolYear));
  const regulations = different(associations.map(({ regulation }) => regulation));
  const anonymous = associations.filter(({ isAnonymous }) => isAnonymous).length;
  const withoutForm = associations.filter(({ hasForm }) => !hasForm).map(({ name }) => name);
  const undated = associations.filter(({ isDated }) => !isDated).map(({ name }) => name);
  const differing = associations.filter((each) => each.discrepancies.length > 0);
  const doubled = different(duplicates.map(({ association }) => association));
  const mixed = rows.filter(
    ({ no }) => new Set(parts.flatMap((part) => part.rows.get(no)?.rule ?? [])).size > 1,
  );
  return [
    ...(parts.length === 0 ? [notices.nothing] : []),
    ...(years.length > 1 ? [notices.years(years)] : []),
    ...(regulations.length > 1 ? [notices.regulations(regulations)] : []),
    ...doubled.map((association) => {
      const files = duplicates.filter((each) => each.association === association);
      return notices.doubled(
        association,
        files[0]?.taken ?? '',
        files.map(({ file }) => file),
      );
    }),
    ...(failures.length === 0 ? [] : [notices.failed(failures.length)]),
    ...(anonymous === 0 ? [] : [notices.anonymous(anonymous)]),
    ...mixed.map(({ no }) => notices.units(no)),
    ...(withoutForm.length === 0 ? [] : [notices.noForm(withoutForm)]),
    ...(undated.length === 0 ? [] : [notices.undated(undated)]),
    ...(differing.length === 0
      ? []
      : [
          notices.discrepancies(
            differing.reduce((sum, each) => sum + each.discrepancies.length, 0),
            differing.length,
          ),
        ]),
  ];
}
