import type { CellValue } from '../../plan/action';
import { fold } from '../words';

/**
 * What a cell of the source says for a column of the register: nothing, a value, or something only a person
 * can decide. What is asked has a safest answer, which is taken until a person gives another.
 */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: CellValue }
  | {
      readonly kind: 'asked';
      readonly doubt: Doubt;
      readonly options: readonly AnswerOption[];
      /** Id of the safest option. */
      readonly safest: string;
      /** What tells this question from others of the same text; absent: the text alone. */
      readonly within?: string;
    };

/** Why a value is asked about. */
export type Doubt =
  /** None of the values of the column's list. */
  | 'not in list'
  /** A value that this regulation does not know and another does. */
  | 'not of this regulation'
  /** «-» or nothing where the form needs a value: perhaps «без категории», perhaps not known. */
  | 'nothing stands there'
  /** «молодой специалист», «декрет» where a category is asked for. */
  | 'status'
  /** A year or a month alone. */
  | 'part of a date'
  | 'not a date'
  | 'not a number'
  /** «с 01.09.2004 г.»: a beginning, not a length. */
  | 'beginning of work'
  /** A pupil's «лауреат»: each contest has its own order of places. */
  | 'laureate'
  /** No word of it says what kind of event it is. */
  | 'kind of event'
  /** A value of two: «25/23» where one number is asked for. */
  | 'two in one'
  /** A formula of theirs that ends in an error. */
  | 'error value';

export interface AnswerOption {
  /** Stable: the same question has the same options in the next run. */
  readonly id: string;
  readonly kind: 'value' | 'keep' | 'empty';
  /** What is written into the register; "" leaves the cell empty. */
  readonly value: CellValue;
}

export const EMPTY: Reading = { kind: 'empty' };

export const read = (value: CellValue): Reading => (value === '' ? EMPTY : { kind: 'value', value });

export const valueId = (value: CellValue): string => `=${String(value)}`;

/** A question with the values offered, then the text as it stands, then an empty cell. */
export function ask(
  doubt: Doubt,
  text: string,
  values: readonly CellValue[],
  safest: 'keep' | 'empty' | { readonly value: CellValue },
  within?: string,
): Reading {
  const offered = [...new Set(typeof safest === 'string' ? values : [safest.value, ...values])];
  const options: AnswerOption[] = [
    ...offered.map((value): AnswerOption => ({ id: valueId(value), kind: 'value', value })),
    ...(text === '' ? [] : [{ id: 'keep', kind: 'keep', value: text } as const]),
    { id: 'empty', kind: 'empty', value: '' },
  ];
  return {
    kind: 'asked',
    doubt,
    options,
    safest: typeof safest === 'string' ? (text === '' ? 'empty' : safest) : valueId(safest.value),
    ...(within === undefined ? {} : { within }),
  };
}

/** What people type into a cell to say that there is nothing. */
const NOTHING = /^(?:[-–—_.*]+|нет данных|н\/д)$/u;

export const saysNothing = (text: string): boolean => text === '' || NOTHING.test(text.trim());

/** One rule of a dictionary of values: what is found in the folded text means the value. */
export type ValueRule = readonly [pattern: RegExp, value: string];

/** The value of the first rule that fits the folded text; null when none does. */
export function byRules(rules: readonly ValueRule[], text: string): string | null {
  const folded = fold(text);
  return rules.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** The value whose word comes first in the folded text; null when there is none. */
export function firstByRules(rules: readonly ValueRule[], text: string): string | null {
  const folded = fold(text);
  let [first, value] = [Infinity, null as string | null];
  for (const [pattern, meant] of rules) {
    const at = pattern.exec(folded)?.index ?? Infinity;
    if (at < first) [first, value] = [at, meant];
  }
  return value;
}

/** The one value a text names; null when it names none or several. */
export function onlyByRules(rules: readonly ValueRule[], text: string): string | null {
  const folded = fold(text);
  const [value, ...others] = new Set(
    rules.flatMap(([pattern, meant]) => (pattern.test(folded) ? [meant] : [])),
  );
  return others.length === 0 ? (value ?? null) : null;
}

/** The list's own spelling of a value typed with other letter case, ё or spaces; null when it is not listed. */
export function listed(values: readonly string[], text: string): string | null {
  const folded = fold(text);
  return values.find((value) => fold(value) === folded) ?? null;
}

/** Letters on neither side: what «\b» would be if it knew Cyrillic. */
export const word = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u');
