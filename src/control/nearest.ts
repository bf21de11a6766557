import { foldLoosely } from '../register/text';
import { editDistance } from './editDistance';
import { inCyrillic, readName, shortName, type ShortName } from '../register/personName';

/**
 * The value a mistyped text was most likely meant to be, so that it can be offered as a fix. Two equally near
 * values are no offer.
 */
export type Nearest = (typed: string) => string | null;

const answerOnce = (find: Nearest): Nearest => {
  const answers = new Map<string, string | null>();
  return (typed) => {
    const known = answers.get(typed);
    if (known !== undefined) return known;
    const answer = find(typed);
    answers.set(typed, answer);
    return answer;
  };
};

/** As a person compares, with look-alike letters taken for Cyrillic ones. */
const fold = (text: string): string => foldLoosely(inCyrillic(text) ?? text);

/** Longer texts are sentences, not values that somebody mistyped. */
const LONGEST = 80;

interface Scored {
  readonly value: string;
  /** The smaller the nearer. */
  readonly score: number;
}

function onlyBest(candidates: readonly Scored[]): string | null {
  const best = Math.min(...candidates.map(({ score }) => score));
  const values = new Set(candidates.filter(({ score }) => score === best).map(({ value }) => value));
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}

// ---------------------------------------------------------------------------------------------------------
// Lists of a few values

/** Words run together with single spaces, so that a value can be found in them whole. */
const asWords = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ').trim()} `;

/** «СПО» is one letter from «ВПО», «ЕГЭ» from «ОГЭ»: among such short values a letter is not a slip. */
const SHORT = 4;

/** Of a value list: by spelling, by a word («высшая кв. категория»), by a beginning («муницип.»), by slips of the hand. */
export function nearestInList(values: readonly string[]): Nearest {
  const listed = values
    .filter((value) => value !== '')
    .map((value) => ({ value, folded: fold(value), words: asWords(fold(value)) }));
  return answerOnce((typed) => {
    if (typed.length > LONGEST) return null;
    const folded = fold(typed);
    if (folded === '') return null;
    const same = listed.filter((each) => each.folded === folded);
    if (same.length > 0) return same[0]?.value ?? null;
    const words = asWords(folded);
    const within = listed.filter((each) => words.includes(each.words));
    if (within.length > 0) {
      return onlyBest(within.map(({ value, folded: whole }) => ({ value, score: -whole.length })));
    }
    const beginning = words.trim();
    const begun = beginning.length < 3 ? [] : listed.filter((each) => each.words.startsWith(` ${beginning}`));
    if (begun.length > 0) return onlyBest(begun.map(({ value }) => ({ value, score: 0 })));
    return onlyBest(
      listed.flatMap(({ value, folded: whole }) => {
        const limit = whole.length <= SHORT ? 0 : Math.floor(whole.length / 3);
        const score = editDistance(folded, whole, limit);
        return score <= limit ? [{ value, score }] : [];
      }),
    );
  });
}

// ---------------------------------------------------------------------------------------------------------
// Names, of which there may be thousands

/** So many values under one key are looked at: what is as common as that tells nothing. */
const BUCKET = 8;

/** Values by key, the first few of each: how neighbours are found without comparing everybody with everybody. */
export interface Buckets<V> {
  readonly add: (key: string, value: V) => void;
  readonly at: (key: string) => readonly V[];
}

export function newBuckets<V>(): Buckets<V> {
  const values = new Map<string, V[]>();
  return {
    add: (key, value) => {
      const bucket = values.get(key);
      if (bucket === undefined) values.set(key, [value]);
      else if (bucket.length < BUCKET) bucket.push(value);
    },
    at: (key) => values.get(key) ?? [],
  };
}

/** The text itself, and it less any one letter: texts one letter apart share one of these. */
export function deletions(text: string): readonly string[] {
  if (text.length > LONGEST) return [text];
  const letters = Array.from(text);
  return [
    text,
    ...letters.map((_, index) => [...letters.slice(0, index), ...letters.slice(index + 1)].join('')),
  ];
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
/** «СОШ № 3» and «СОШ № 5» are one letter apart and two schools. */
const digitsOf = (text: string): string => text.replace(/\D+/gu, ' ').trim();

/** Keys under which a value is found again: its letters, any two of its words, surname with initials. */
function keysOf(text: string): readonly string[] {
  const name = readName(fold(text));
  const words = name.words.filter((word) => word.length > 1).slice(0, 4);
  const pairs = words.flatMap((one, index) =>
    words.slice(index + 1).map((other) => [one, other].sort().join(' ')),
  );
  const short = shortName(name);
  const initials =
    short === null
      ? []
      : [short.initials.slice(0, 1), short.initials.slice(0, 2)].map(
          (each) => `${short.surname} ${each.join('.')}.`,
        );
  return [...deletions(lettersOf(text)), ...pairs, ...initials];
}

/** Slips of the hand that a name may hold and still be offered. */
const mostSlips = (letters: string): number => Math.max(1, Math.min(3, Math.floor(letters.length / 6)));

/** A name with what it is compared by. */
interface Read {
  readonly value: string;
  readonly letters: string;
  readonly digits: string;
  readonly short: ShortName | null;
}

const readValue = (value: string): Read => ({
  value,
  letters: lettersOf(value),
  digits: digitsOf(value),
  short: shortName(readName(fold(value))),
});

/** Of many names or titles: by spelling, by initials, by slips of the hand; in time that does not grow with their number. */
export function nearestName(values: readonly string[]): Nearest {
  let buckets: Buckets<Read> | null = null;
  const index = (): Buckets<Read> => {
    if (buckets !== null) return buckets;
    buckets = newBuckets<Read>();
    for (const value of new Set(values)) {
      if (value === '' || value.length > LONGEST) continue;
      const read = readValue(value);
      for (const key of new Set(keysOf(value))) buckets.add(key, read);
    }
    return buckets;
  };
  return answerOnce((typed) => {
    if (typed.length > LONGEST) return null;
    const read = readValue(typed);
    if (read.letters === '') return null;
    const found = index();
    const candidates = new Set([...new Set(keysOf(typed))].flatMap((key) => found.at(key)));
    const limit = mostSlips(read.letters);
    return onlyBest(
      [...candidates].flatMap((each): Scored[] => {
        if (each.digits !== read.digits) return [];
        if (expands(read, each)) return [{ value: each.value, score: 1 }];
        const score = editDistance(read.letters, each.letters, limit);
        return score <= limit ? [{ value: each.value, score }] : [];
      }),
    );
  });
}

/** «Иванова И. И.» stands for «Иванова Ирина Ивановна», and the other way round. */
function expands({ short: one }: Read, { short: other }: Read): boolean {
  if (one === null || other === null || one.isShort === other.isShort || one.surname !== other.surname) {
    return false;
  }
  const [fewer, more] = one.initials.length <= other.initials.length ? [one, other] : [other, one];
  return fewer.initials.every((letter, index) => letter === more.initials[index]);
}
