import { distance } from 'fastest-levenshtein';
import { COMPOUNDS, FIELD_NAMES, UNDER, fieldDefinition, type Field } from './dictionary';
import { headerStems, lettersOf, remembered } from './words';

/** Headers against the dictionary: which fields a header may mean, how surely, and by what. */

export interface HeaderMatch {
  /** One field, or the fields of a compound in the order their values stand in the cell. */
  readonly fields: readonly Field[];
  /** 0…1. */
  readonly score: number;
  /** The phrase of the dictionary it was known by. */
  readonly phrase: string;
  /** `values`: the header says nothing we know, what stands under it does. */
  readonly how: 'same' | 'within' | 'similar' | 'under' | 'parts' | 'values';
}

/** A match below this is not taken by itself, only offered. */
export const SURE = 0.7;

interface Phrase {
  readonly fields: readonly Field[];
  readonly phrase: string;
  readonly stems: readonly string[];
  readonly joined: string;
  readonly letters: number;
}

const phraseOf = (fields: readonly Field[], phrase: string): Phrase => {
  const stems = headerStems(phrase);
  return { fields, phrase, stems, joined: stems.join(' '), letters: lettersOf(stems) };
};

const PHRASES: readonly Phrase[] = [
  ...COMPOUNDS.flatMap(({ phrases, fields }) => phrases.map((phrase) => phraseOf(fields, phrase))),
  ...FIELD_NAMES.flatMap((name) => fieldDefinition(name).phrases.map((phrase) => phraseOf([name], phrase))),
].filter(({ stems }) => stems.length > 0);

const LEAVES = UNDER.flatMap(({ parents, leaves, field }) =>
  leaves.map((leaf) => ({ parents, field, leaf, joined: headerStems(leaf).join(' ') })),
);

const BY_STEM = new Map<string, Phrase[]>();
for (const phrase of PHRASES) {
  const [first = ''] = phrase.stems;
  BY_STEM.set(first, [...(BY_STEM.get(first) ?? []), phrase]);
}

export interface Matcher {
  /** What a header may mean, the surest first; a field is named once. */
  readonly match: (header: string) => readonly HeaderMatch[];
  /** What it means under another header, or right of it. */
  readonly under: (parent: readonly Field[], leaf: string) => HeaderMatch | null;
  /** A quick look for finding header rows: the score of what is spelled out, slips of the hand not looked for. */
  readonly glance: (text: string) => number;
}

/** Longer texts are sentences of a cell, not names of columns. */
const LONGEST_HEADER = 220;

/** A matcher remembers what it was asked: headers and values repeat. */
export function newMatcher(): Matcher {
  return { match: remembered(matchHeader), under: matchUnder, glance: remembered(glanceAt) };
}

const isWorthReading = (text: string): boolean => text.length <= LONGEST_HEADER && /[\p{L}№]/u.test(text);

function glanceAt(text: string): number {
  if (!isWorthReading(text)) return 0;
  const stems = headerStems(text);
  return Math.max(0, ...spelledOut(stems).map(({ score }) => score));
}

function matchHeader(header: string): readonly HeaderMatch[] {
  if (!isWorthReading(header)) return [];
  const stems = headerStems(header);
  if (stems.length === 0) return [];
  const found = spelledOut(stems);
  const isSame = found.some(({ how }) => how === 'same');
  if (isSame) return best(found);
  const parts = matchParts(header);
  return best([...found, ...(parts === null ? [] : [parts]), ...bracketsAside(header), ...similarTo(stems)]);
}

/** «Уровень (школьный, муниципальный)»: what stands in brackets may only explain. */
function bracketsAside(header: string): readonly HeaderMatch[] {
  const bare = header.replace(/\([^)]*\)/gu, ' ');
  if (bare === header) return [];
  return spelledOut(headerStems(bare)).flatMap((match) =>
    match.how === 'same' ? [{ ...match, score: 0.88, how: 'within' as const }] : [],
  );
}

/** Of each field the surest match, the longest phrase first among equals. */
function best(matches: readonly HeaderMatch[]): readonly HeaderMatch[] {
  const sorted = [...matches].sort(
    (one, other) => other.score - one.score || other.phrase.length - one.phrase.length,
  );
  const seen = new Set<string>();
  return sorted.filter(({ fields }) => {
    const key = fields.join('+');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Phrases the header is, or holds as whole words. */
function spelledOut(stems: readonly string[]): readonly HeaderMatch[] {
  const letters = lettersOf(stems.filter((word) => !/^\d+$/.test(word)));
  return stems.flatMap((stem, at) =>
    (BY_STEM.get(stem) ?? []).flatMap((phrase): HeaderMatch[] => {
      if (!phrase.stems.every((word, index) => stems[at + index] === word)) return [];
      const { fields, phrase: text } = phrase;
      if (phrase.stems.length === stems.length) return [{ fields, phrase: text, score: 1, how: 'same' }];
      return [
        { fields, phrase: text, how: 'within', score: shareScore(phrase, letters, fieldsAreRefused(fields)) },
      ];
    }),
  );
}

/** A long phrase inside a header tells more than a general word. */
function shareScore({ stems, letters }: Phrase, whole: number, isRefused: boolean): number {
  const share = Math.min(1, letters / Math.max(1, whole));
  const isTelling = stems.length > 1 || letters >= 7 || isRefused;
  return Math.min(0.97, isTelling ? 0.62 + 0.35 * share : 0.5 + 0.45 * share);
}

const fieldsAreRefused = (fields: readonly Field[]): boolean =>
  fields.every((name) => fieldDefinition(name).refused !== undefined);

/** The parts of «Предмет, класс», «Должность/категория», each a header of its own. */
function matchParts(header: string): HeaderMatch | null {
  const parts = header
    .split(/[/,;+()\n]|\s+и\s+/u)
    .map((part) => part.trim())
    .filter((part) => headerStems(part).length > 0);
  if (parts.length < 2) return null;
  const found = parts.map((part) => spelledOut(headerStems(part)).find(({ how }) => how === 'same'));
  const fields: Field[] = [];
  for (const match of found) {
    if (match === undefined) return null;
    for (const name of match.fields) if (!fields.includes(name)) fields.push(name);
  }
  return { fields, score: fields.length === 1 ? 0.92 : 0.9, phrase: parts.join(' / '), how: 'parts' };
}

/** Slips of the hand and cut words: «паралель», «кв. катег.», «Средний бал». */
function similarTo(stems: readonly string[]): readonly HeaderMatch[] {
  const joined = stems.join(' ');
  return PHRASES.flatMap((phrase): HeaderMatch[] => {
    const { fields, phrase: text } = phrase;
    const longest = Math.max(joined.length, phrase.joined.length);
    const isNear = longest >= 4 && Math.abs(joined.length - phrase.joined.length) <= longest * 0.2;
    const likeness = isNear ? 1 - distance(joined, phrase.joined) / longest : 0;
    if (likeness >= 0.8) return [{ fields, phrase: text, score: 0.2 + 0.75 * likeness, how: 'similar' }];
    return isShortened(stems, phrase.stems) ? [{ fields, phrase: text, score: 0.8, how: 'similar' }] : [];
  });
}

const isShortened = (stems: readonly string[], phrase: readonly string[]): boolean =>
  stems.length === phrase.length &&
  stems.every((word, index) => {
    const whole = phrase[index] ?? '';
    return word === whole || (word.length >= 3 && whole.length > word.length && whole.startsWith(word));
  });

function matchUnder(parent: readonly Field[], leaf: string): HeaderMatch | null {
  const joined = headerStems(leaf).join(' ');
  const found = LEAVES.find(
    (each) => each.joined === joined && each.parents.some((name) => parent.includes(name)),
  );
  return found === undefined
    ? null
    : { fields: [found.field], phrase: found.leaf, score: 0.95, how: 'under' };
}
