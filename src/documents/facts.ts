import { dayIn, textIn } from '../control/cells';
import { reportingPeriod, type Period } from '../control/period';
import type { AppliedRules } from '../control/rules';
import {
  isMemberOn,
  readDecisions,
  readMeetings,
  type Decision,
  type Meeting,
  type Member,
} from '../control/voting';
import type { IndicatorResult } from '../indicators/evaluate';
import { dayOf } from '../register/dates';
import type { PassportKey } from '../register/fixedCells';
import { initialsFirst, surnameFirst } from '../register/personName';
import { placeOf, type Register } from '../register/register';
import { schoolYearOf } from '../register/schoolYear';
import { foldCase, foldLoosely, isErrorValue } from '../register/text';
import { roleOf, type OfficeHolder } from '../regulations';

/** What a document is made of. */
export interface DocumentContext {
  readonly register: Register;
  readonly rules: AppliedRules;
  /** «Дата расчёта» as a serial. */
  readonly today: number;
  /** The engine's results: which rows count. */
  readonly indicators: readonly IndicatorResult[];
}

/** Somebody of the databank, by the first row of that name. */
export interface Person extends Member {
  readonly post: string;
  readonly organisation: string;
  /** «Роль», letter case folded. */
  readonly role: string;
  /** 0-based row of «Педагоги». */
  readonly row: number;
}

/** The register as documents read it. */
export interface Facts extends DocumentContext {
  readonly words: AppliedRules['regulation']['words'];
  readonly period: Period;
  /** «Дата расчёта», or the day of the period nearest to it. */
  readonly day: number;
  /** «2025/2026 учебный год», «2025 год». */
  readonly periodWords: string;
  readonly people: readonly Person[];
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly Decision[];
  /** A field of the passport as words, "" where there is nothing to print. */
  readonly passport: (key: PassportKey) => string;
  readonly person: (name: string) => Person | undefined;
  /** «Кузьмина О. И.»; the whole name of somebody whom that would not tell from others, and of nobody the databank knows. */
  readonly short: (name: string) => string;
}

export function readFacts(context: DocumentContext): Facts {
  const { register, rules, today } = context;
  const meetings = readMeetings(register, rules, today);
  const people = readPeople(register);
  const byName = new Map(people.map((person) => [foldCase(person.name), person]));
  const period = reportingPeriod(register, rules, today);
  return {
    ...context,
    words: rules.regulation.words,
    period,
    day: Math.min(Math.max(Math.floor(today), period.begin), period.end),
    periodWords:
      rules.choice('period') === 'календарный год'
        ? `${String(dayOf(period.begin).year)} год`
        : `${schoolYearOf(period.begin).label} учебный год`,
    people,
    meetings,
    decisions: readDecisions(register, rules, meetings),
    passport: (key) => {
      const value = register.passport[key];
      return isErrorValue(value) ? '' : String(value).trim();
    },
    person: (name) => byName.get(foldCase(name.trim())),
    short: shortener(people),
  };
}

function readPeople({ tables }: Register): readonly Person[] {
  const table = tables.Педагоги;
  if (table === undefined) return [];
  const found = new Map<string, Person>();
  table.rows.forEach((_, row) => {
    const name = textIn(table, row, 'ФИО');
    if (name === '' || found.has(foldCase(name))) return;
    found.set(foldCase(name), {
      name,
      post: textIn(table, row, 'Должность'),
      organisation: textIn(table, row, 'Организация'),
      role: foldCase(textIn(table, row, 'Роль')),
      since: dayIn(table, row, 'В составе с'),
      left: dayIn(table, row, 'Выбыл'),
      place: placeOf(table, row, 'ФИО'),
      row,
    });
  });
  return [...found.values()];
}

const COLLATOR = new Intl.Collator('ru', { numeric: true });

export const inAlphabet = (one: string, other: string): number => COLLATOR.compare(one, other);

/** Members of that day in alphabetical order. */
export const membersOn = ({ people }: Pick<Facts, 'people'>, day: number): readonly Person[] =>
  people
    .filter((person) => isMemberOn(person, Math.floor(day)))
    .sort((one, other) => inAlphabet(one.name, other.name));

/** Who holds an office that day by «Роль»; null: nobody the register knows. */
export function holderOf(facts: Facts, office: OfficeHolder, day: number): string | null {
  if (office === 'curator') return facts.passport('curator') || null;
  const accepted = roleOf(facts.words[office], '').accepts.map(foldCase);
  const holders = accepted.flatMap((role) => membersOn(facts, day).filter((person) => person.role === role));
  return holders[0]?.name ?? null;
}

function shortener(people: readonly Person[]): Facts['short'] {
  const short = new Map(people.map(({ name }) => [foldCase(name), surnameFirst(name)]));
  const bearers = new Map<string, number>();
  for (const shown of short.values()) {
    bearers.set(foldLoosely(shown), (bearers.get(foldLoosely(shown)) ?? 0) + 1);
  }
  return (name) => {
    const shown = short.get(foldCase(name.trim()));
    return shown === undefined || bearers.get(foldLoosely(shown)) !== 1 ? name.trim() : shown;
  };
}

/** «О. И. Кузьмина, учитель»: somebody the databank knows with the post, anybody else as typed. */
export function spoken(facts: Facts, name: string): string {
  const person = facts.person(name);
  if (person === undefined) return name;
  return person.post === '' ? initialsFirst(person.name) : `${initialsFirst(person.name)}, ${person.post}`;
}
