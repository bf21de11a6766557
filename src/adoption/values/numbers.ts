import { fold } from '../words';
import { ask, EMPTY, read, saysNothing, type Reading } from './reading';

/** Numbers with the words people put beside them, and years of experience. */

const NUMBER = /^(\d+(?:[.,]\d+)?)$/u;
const WITH_UNIT = /^(\d+(?:[.,]\d+)?)\s*(?:\p{L}[\p{L}.\- /]*)$/u;

const numberOf = (text: string): number => Number(text.replace(',', '.'));

/** A count or hours: «72 часа», «36 ч.», «4 чел.»; anything of two numbers is asked. */
export function readNumber(value: string | number): Reading {
  if (typeof value === 'number') return read(value);
  if (saysNothing(value)) return EMPTY;
  const text = fold(value).replace(/(\d)\s+(?=\d{3}(?!\d))/gu, '$1');
  const found = NUMBER.exec(text) ?? WITH_UNIT.exec(text);
  return found === null ? ask('not a number', value, [], 'keep') : read(numberOf(found[1] ?? ''));
}

const YEARS = /(\d+(?:[.,]\d+)?)\s*(?:полных\s+)?(?:лет|года?|л|г)(?![\p{L}])/u;
const MONTHS = /(\d+(?:[.,]\d+)?)\s*(?:месяц(?:ев|а)?|мес|м)(?![\p{L}])/u;
const DAYS = /(\d+)\s*(?:дн(?:ей|я)?|день|д)(?![\p{L}])/u;
const LESS_THAN_A_YEAR = /^(?:менее|меньше|до)\s+(?:1\s+|одного\s+)?год/u;
const SINCE = /^с\s+\d/u;

/** Years with months as a fraction: 15 лет 3 мес → 15.25; days are less than the register keeps. */
export function parseExperience(text: string): number | null {
  const folded = fold(text);
  if (NUMBER.test(folded)) return numberOf(folded);
  if (LESS_THAN_A_YEAR.test(folded)) return 0;
  const [years, months, days] = [YEARS.exec(folded), MONTHS.exec(folded), DAYS.exec(folded)];
  if (years === null && months === null && days === null) return null;
  const rest = [YEARS, MONTHS, DAYS]
    .reduce((left, part) => left.replace(part, ' '), folded)
    .replace(/[\s.,;/и]+/gu, '');
  if (rest !== '') return null;
  return rounded(numberOf(years?.[1] ?? '0') + numberOf(months?.[1] ?? '0') / 12);
}

const rounded = (years: number): number => Math.round(years * 100) / 100;

/** «25/23», «25 (23)», «25 / 23 лет», «общий 25, пед. 23»: two lengths in one cell, in the order they stand; null otherwise. */
export function parsePair(text: string): readonly [string, string] | null {
  const parts = text
    .split(/\s*[/\\|;(]\s*|\s*,\s+/u)
    .map((part) => fold(part.replace(/\)\s*$/u, '')))
    .filter((part) => part !== '');
  const [first, second] = parts;
  if (first === undefined || second === undefined || parts.length !== 2) return null;
  const bare = (part: string): string =>
    part.replace(/^(?:общий|общ\.?|педагогический|пед\.?|стаж|о|п)\s*(?:стаж)?\s*[-–—:.]?\s*/u, '').trim();
  // months and days stacked with slashes are one length
  if (YEARS.test(first) && MONTHS.test(second) && !YEARS.test(second)) return null;
  return parseExperience(bare(first)) !== null && parseExperience(bare(second)) !== null
    ? [bare(first), bare(second)]
    : null;
}

/** A cell of one of the two columns of experience. */
export function readExperience(value: string | number): Reading {
  if (typeof value === 'number') return read(rounded(value));
  if (saysNothing(value)) return EMPTY;
  const years = parseExperience(value);
  if (years !== null) return read(years);
  if (SINCE.test(fold(value))) return ask('beginning of work', value, [], 'keep');
  const pair = parsePair(value);
  if (pair === null) return ask('not a number', value, [], 'keep');
  const lengths = pair.flatMap((part) => parseExperience(part) ?? []);
  return ask('two in one', value, lengths, 'keep');
}
