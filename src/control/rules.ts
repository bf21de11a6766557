import type { CellValue } from '../plan/action';
import type { CellPlace } from '../register/addresses';
import { dayOf, inYear, serialOf, type DayOfYear } from '../register/dates';
import { placeOf, valueAt, type Register } from '../register/register';
import { ruleRow, standingRegulation, startedFrom } from '../register/standing';
import { foldCase, foldLoosely } from '../register/text';
import {
  DEFAULT_REGULATION,
  NOT_SET,
  OWN_RULE,
  RULES,
  RULE_CODES,
  findRegulation,
  roleOf,
  ruleDefinition,
  type Choice,
  type ChoiceRule,
  type DateRule,
  type DayRule,
  type NumberRule,
  type Regulation,
  type RuleCode,
  type SpanRule,
  type TextRule,
  type Threshold,
  type WordsRule,
} from '../regulations';
import { textIn } from './cells';

/**
 * The rules that are applied: what stands on «Правила», edited or not; what is missing there or cannot be read
 * comes from the regulation itself, and is said so.
 */

/** A stretch of the year; without a first day it begins where the one before it ends. */
export interface YearSpan {
  readonly first: DayOfYear | null;
  readonly last: DayOfYear;
}

/** Why a value of «Правила» is not applied. */
export type RuleTrouble =
  | 'empty'
  | 'not a number'
  | 'not a day'
  | 'not a span'
  | 'not a date'
  | 'not a choice'
  | 'not text'
  | 'doubled';

export interface RuleIssue {
  readonly code: RuleCode;
  readonly title: string;
  readonly trouble: RuleTrouble;
  readonly typed: CellValue;
  /** What is applied instead; null: nothing, the rule is not set. */
  readonly instead: number | string | null;
  readonly choices: readonly string[];
  readonly place: CellPlace;
}

export interface AppliedRules {
  /** Its association word and its roles are those of «Правила»; of one's own regulation, «Документы» lists the documents. */
  readonly regulation: Regulation;
  /** False: the rules on the sheet are absent, or those of another regulation, and the regulation's own are applied. */
  readonly fromSheet: boolean;
  readonly issues: readonly RuleIssue[];
  readonly number: (code: NumberRule) => number | null;
  /** A number that is always there. */
  readonly threshold: (code: Threshold) => number;
  readonly day: (code: DayRule) => DayOfYear | null;
  readonly span: (code: SpanRule) => YearSpan | null;
  /** Serial of a day of one certain year. */
  readonly date: (code: DateRule) => number | null;
  /** Values named one after another, in lower case. */
  readonly words: (code: WordsRule) => readonly string[];
  readonly text: (code: TextRule) => string | null;
  readonly choice: <C extends ChoiceRule>(code: C) => Choice<C> | null;
  readonly clause: (code: RuleCode) => string;
  readonly explanation: (code: RuleCode) => string;
  /** Where it stands on «Правила». */
  readonly place: (code: RuleCode) => CellPlace | null;
}

type Reading =
  | { readonly kind: 'none' }
  | { readonly kind: 'number' | 'date'; readonly value: number }
  | { readonly kind: 'day'; readonly value: DayOfYear }
  | { readonly kind: 'span'; readonly value: YearSpan }
  | { readonly kind: 'words'; readonly value: readonly string[] }
  | { readonly kind: 'text' | 'choice'; readonly value: string };

const NONE: Reading = { kind: 'none' };

/** The text of a regulation's value, of a cell as it was typed. */
const asText = (value: CellValue): string => String(value).trim();

/** Excel keeps a typed «30.05» as a date of the current year where the point parts dates, and as 30,05 elsewhere. */
const FIRST_TRUE_DATE = 60;

function readDay(value: CellValue): DayOfYear | null {
  if (typeof value === 'number') {
    if (value < FIRST_TRUE_DATE) return readDay(value.toFixed(2));
    const { month, day } = dayOf(value);
    return { month, day };
  }
  const match = /^(\d{1,2})\.(\d{1,2})(?:\.(?:\d{4})?)?$/.exec(asText(value));
  if (match === null) return null;
  const wanted = { month: Number(match[2]), day: Number(match[1]) };
  // A leap year holds every day that a year may hold.
  const back = dayOf(inYear(wanted, 2024));
  return back.month === wanted.month && back.day === wanted.day ? wanted : null;
}

function readSpan(value: CellValue): YearSpan | null {
  const parts = typeof value === 'number' ? [value] : asText(value).split(/\s*[–—-]\s*/u);
  const days = parts.map(readDay);
  const [first, last] = days.length === 2 ? days : [null, days[0]];
  if (days.length > 2 || days.some((day) => day === null) || last == null) return null;
  return { first: first ?? null, last };
}

function readDate(value: CellValue): number | null {
  if (typeof value === 'number') return value >= FIRST_TRUE_DATE ? Math.floor(value) : null;
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(asText(value));
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const serial = serialOf(year, month, day);
  const back = dayOf(serial);
  return back.day === day && back.month === month && back.year === year ? serial : null;
}

/** A whole number above zero, typed as a number or as text. */
function readNumber(value: CellValue): number | null {
  const number = typeof value === 'number' ? value : /^\d+$/.test(asText(value)) ? Number(asText(value)) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}

const readWords = (value: CellValue): readonly string[] =>
  asText(value)
    .split(/[,;]/u)
    .map(foldLoosely)
    .filter((word) => word !== '');

const READERS: Readonly<
  Record<
    'number' | 'day' | 'span' | 'date' | 'words' | 'text',
    { readonly trouble: RuleTrouble; readonly read: (value: CellValue) => Reading | null }
  >
> = {
  number: { trouble: 'not a number', read: (value) => found('number', readNumber(value)) },
  date: { trouble: 'not a date', read: (value) => found('date', readDate(value)) },
  day: {
    trouble: 'not a day',
    read: (value) => {
      const day = readDay(value);
      return day === null ? null : { kind: 'day', value: day };
    },
  },
  span: {
    trouble: 'not a span',
    read: (value) => {
      const span = readSpan(value);
      return span === null ? null : { kind: 'span', value: span };
    },
  },
  words: {
    trouble: 'not text',
    read: (value) => {
      const words = readWords(value);
      return words.length === 0 ? null : { kind: 'words', value: words };
    },
  },
  text: { trouble: 'not text', read: (value) => ({ kind: 'text', value: asText(value) }) },
};

const found = (kind: 'number' | 'date', value: number | null): Reading | null =>
  value === null ? null : { kind, value };

/** What a value of that rule means, or why it means nothing; empty: not set. */
function readValue(code: RuleCode, value: CellValue): Reading | RuleTrouble {
  const { kind, choices, always } = ruleDefinition(code);
  if (asText(value) === '') return always === true ? 'empty' : NONE;
  if (kind === 'choice') {
    const chosen = choices?.find((each) => foldLoosely(each) === foldLoosely(String(value)));
    return chosen === undefined ? 'not a choice' : { kind, value: chosen };
  }
  return READERS[kind].read(value) ?? READERS[kind].trouble;
}

interface Line {
  readonly reading: Reading;
  readonly clause: string;
  readonly explanation: string;
  readonly place: CellPlace | null;
}

/** The regulation's own word on each rule. */
function ownLines({
  rules,
}: Regulation): ReadonlyMap<RuleCode, Line & { readonly value: string | number | null }> {
  return new Map(
    rules.map(({ code, value, clause, explanation }) => {
      const reading = readValue(code, value ?? '');
      return [
        code,
        { reading: typeof reading === 'string' ? NONE : reading, clause, explanation, place: null, value },
      ];
    }),
  );
}

/**
 * Whether the rules on the sheet are those of the regulation to apply. The sheet says whose they are (the rule
 * `regulation`); a sheet that does not say so is taken at its word, and «Своё положение» is whatever stands there.
 */
function sheetApplies(register: Register, regulation: Regulation, given: Regulation | undefined): boolean {
  if (register.tables.Правила === undefined) return false;
  if (regulation.custom) return true;
  const source = ruleRow(register.tables.Правила, 'regulation');
  const written = source === null ? '' : asText(sheetValue(register, source, 'Значение'));
  if (written !== '') {
    const from = findRegulation(written);
    return from === undefined || from.custom || from.id === regulation.id;
  }
  return given === undefined || given.id === passportRegulation(register)?.id;
}

const passportRegulation = (register: Register): Regulation | undefined =>
  findRegulation(String(register.passport.regulation));

function codeRows(register: Register, code: RuleCode): readonly number[] {
  const table = register.tables.Правила;
  if (table === undefined) return [];
  const at = table.indexOf('Код');
  return table.rows.flatMap((row, index) => (foldCase(asText(row[at] ?? '')) === code ? [index] : []));
}

const sheetValue = (register: Register, row: number, column: string): CellValue => {
  const table = register.tables.Правила;
  return table === undefined ? '' : valueAt(table, row, column);
};

/**
 * The rules of the register. `given`: a regulation to apply for this run in place of the passport's
 * (`--regulation`).
 */
export function readRules(register: Register, given?: Regulation): AppliedRules {
  const standing = standingRegulation(register.tables.Правила);
  const named = given ?? passportRegulation(register) ?? standing?.regulation ?? DEFAULT_REGULATION;
  const regulation = startedFrom(named, standing);
  const own = ownLines(regulation);
  const fromSheet = sheetApplies(register, regulation, given);
  const issues: RuleIssue[] = [];
  const lines = new Map<RuleCode, Line>(own);
  const table = register.tables.Правила;
  if (fromSheet && table !== undefined) {
    for (const code of RULE_CODES) {
      const [row, ...more] = codeRows(register, code);
      const standard = own.get(code);
      if (row === undefined || standard === undefined) continue;
      const place = placeOf(table, row, 'Значение');
      const typed = valueAt(table, row, 'Значение');
      const reading = readValue(code, typed);
      const { title, choices = [] } = ruleDefinition(code);
      const issue = { code, title, typed, choices, instead: standard.value } as const;
      if (typeof reading === 'string') issues.push({ ...issue, trouble: reading, place });
      for (const double of more) {
        const second = placeOf(table, double, 'Код');
        issues.push({
          ...issue,
          trouble: 'doubled',
          typed: valueAt(table, double, 'Значение'),
          place: second,
        });
      }
      lines.set(code, {
        reading: typeof reading === 'string' ? standard.reading : reading,
        clause: asText(valueAt(table, row, 'Пункт положения')) || standard.clause,
        explanation: asText(valueAt(table, row, 'Пояснение')),
        place,
      });
    }
  }
  const edited = fromSheet ? withSheetWords(regulation, lines, register) : regulation;
  return applied(edited, lines, fromSheet, issues);
}

/** What «Правила» and «Документы» say of words that are no rules of their own to the checks. */
function withSheetWords(
  regulation: Regulation,
  lines: ReadonlyMap<RuleCode, Line>,
  register: Register,
): Regulation {
  const association = lines.get('association')?.reading;
  const { documents, words } = regulation;
  return {
    ...regulation,
    words: { ...words, association: association?.kind === 'text' ? association.value : words.association },
    roles: rolesOf(regulation, lines.get('roles')),
    documents: regulation.custom ? (listedDocuments(register, documents) ?? documents) : documents,
  };
}

/** The regulation's own roles among those named, and the association's. */
function rolesOf({ roles }: Regulation, line: Line | undefined): Regulation['roles'] {
  if (line === undefined || line.reading.kind !== 'words') return [];
  return line.reading.value.map(
    (title) => roles.find((role) => foldLoosely(role.title) === title) ?? roleOf(title, clauseOf(line)),
  );
}

/** Under one's own regulation the documents that are demanded are those listed; null: there is no such table. */
function listedDocuments(
  { tables }: Register,
  known: Regulation['documents'],
): Regulation['documents'] | null {
  const table = tables.Документы;
  if (table === undefined) return null;
  return table.rows.flatMap((_, row) => {
    const name = textIn(table, row, 'Документ');
    if (name === '') return [];
    const kind = known.find((each) => foldLoosely(each.name) === foldLoosely(name))?.kind ?? 'other';
    const clause = textIn(table, row, 'Пункт положения') || OWN_RULE;
    return [{ name, clause, kind }];
  });
}

/** What the regulation itself says, before there is a register. */
export const regulationRules = (regulation: Regulation): AppliedRules =>
  applied(regulation, ownLines(regulation), false, []);

function applied(
  regulation: Regulation,
  lines: ReadonlyMap<RuleCode, Line>,
  fromSheet: boolean,
  issues: readonly RuleIssue[],
): AppliedRules {
  const readingOf = (code: RuleCode): Reading => lines.get(code)?.reading ?? NONE;
  const number = (code: NumberRule): number | null => {
    const reading = readingOf(code);
    return reading.kind === 'number' ? reading.value : null;
  };
  return {
    regulation,
    fromSheet,
    issues,
    number,
    threshold: (code) => number(code) ?? RULES[code].usual,
    day: (code) => {
      const reading = readingOf(code);
      return reading.kind === 'day' ? reading.value : null;
    },
    span: (code) => {
      const reading = readingOf(code);
      return reading.kind === 'span' ? reading.value : null;
    },
    date: (code) => {
      const reading = readingOf(code);
      return reading.kind === 'date' ? reading.value : null;
    },
    words: (code) => {
      const reading = readingOf(code);
      return reading.kind === 'words' ? reading.value : [];
    },
    text: (code) => {
      const reading = readingOf(code);
      return reading.kind === 'text' ? reading.value : null;
    },
    choice: (code) => {
      const reading = readingOf(code);
      return reading.kind === 'choice' ? chosen(code, reading.value) : null;
    },
    clause: (code) => clauseOf(lines.get(code)),
    explanation: (code) => lines.get(code)?.explanation ?? '',
    place: (code) => lines.get(code)?.place ?? null,
  };
}

/** A rule that somebody has set where the regulation is silent is the association's own. */
function clauseOf(line: Line | undefined): string {
  if (line === undefined) return NOT_SET;
  return line.clause === NOT_SET && line.reading.kind !== 'none' ? OWN_RULE : line.clause;
}

const CHOICES: { readonly [C in ChoiceRule]: readonly Choice<C>[] } = {
  period: RULES.period.choices,
  'formation-order': RULES['formation-order'].choices,
  'leader-order': RULES['leader-order'].choices,
  'leader-election': RULES['leader-election'].choices,
  'meetings-pace': RULES['meetings-pace'].choices,
  quorum: RULES.quorum.choices,
  majority: RULES.majority.choices,
  tie: RULES.tie.choices,
  'report-appendix': RULES['report-appendix'].choices,
  'databank-update': RULES['databank-update'].choices,
  monitoring: RULES.monitoring.choices,
};

function chosen<C extends ChoiceRule>(code: C, value: string): Choice<C> | null {
  const choices: readonly Choice<C>[] = CHOICES[code];
  return choices.find((choice) => choice === value) ?? null;
}
