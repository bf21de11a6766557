import { foldLoosely } from '../register/text';
import { inCyrillic, mixesAlphabets } from '../register/personName';

/** How texts of headers and values are compared: folded, cut into words, words without their endings. */

/** Instructions inside a header that say nothing of what the column holds. */
const INSTRUCTION =
  /\((?:при (?:е[её] |его |их )?наличии|полностью|если (?:есть|имеется|таковое)|обязательно|без сокращений|по уставу|согласно уставу|в соответствии с уставом|указать|укажите|нужное|выбрать|выберите|дд[.\s]?мм|пример|например)[^)]*\)/gu;

/** Short forms people write in headers, and what they stand for; longer sequences first. */
const SHORT_FORMS: readonly (readonly [short: string, long: string])[] = [
  ['ф и о', 'фио'],
  ['собственное имя', 'имя'],
  ['кол во', 'количество'],
  ['к во', 'количество'],
  ['уч ся', 'учащийся'],
  ['уч хся', 'учащийся'],
  ['обуч ся', 'обучающийся'],
  ['обуч хся', 'обучающийся'],
  ['об ся', 'обучающийся'],
  ['спец ть', 'специальность'],
  ['д р', 'дата рождения'],
  ['г р', 'год рождения'],
  ['ф и', 'фи'],
  ['пп', 'п п'],
  ['n', '№'],
  // typed in Latin letters from end to end
  ['oo', 'оо'],
  ['oy', 'оу'],
  ['педстаж', 'педагогический стаж'],
  ['колво', 'количество'],
  ['кв', 'квалификационный'],
  ['квал', 'квалификационный'],
  ['квалиф', 'квалификационный'],
  ['пед', 'педагогический'],
  ['общ', 'общий'],
  ['преп', 'преподаваемый'],
  ['катег', 'категория'],
  ['кат', 'категория'],
  ['обр', 'образование'],
  ['образ', 'образование'],
  ['пдн', 'персональный данные'],
];

/** Words too common to tell headers apart. */
const FILLERS: ReadonlySet<string> = new Set('и или в на по с о об от для за из к у г гг'.split(' '));

/** Look-alike Latin letters inside Cyrillic words become Cyrillic; other words stay as they are. */
export const cyrillicWords = (text: string): string =>
  /[A-Za-z]/.test(text)
    ? text.replace(/[\p{L}]+/gu, (word) => (mixesAlphabets(word) ? (inCyrillic(word) ?? word) : word))
    : text;

/** So many answers are kept; then it begins anew. */
const MOST_REMEMBERED = 20_000;

/** Values repeat down a column: what has been answered lately is not computed again. */
export function remembered<V>(answer: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = answer(text);
    known.set(text, made);
    return made;
  };
}

/** Folded for comparing: letter case, ё, kinds of space, look-alike letters. */
export const fold = remembered((text) => foldLoosely(cyrillicWords(text)));

/** A header folded as adoption compares headers (adoption.md, «Headers»). */
export function foldHeader(text: string): string {
  const joined = text.replace(/(\p{L})-[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu, '$1');
  const words =
    fold(joined)
      .replace(INSTRUCTION, ' ')
      .match(/[\p{L}\p{N}]+|№/gu) ?? [];
  return expandShortForms(words).join(' ');
}

const BY_FIRST_WORD = new Map<string, (readonly [short: readonly string[], long: readonly string[]])[]>();
for (const [short, long] of SHORT_FORMS) {
  const words = short.split(' ');
  const first = words[0] ?? '';
  const entry = [words, long.split(' ')] as const;
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), entry]);
}

function expandShortForms(words: readonly string[]): readonly string[] {
  const expanded: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = BY_FIRST_WORD.get(words[at] ?? '')?.find(([short]) =>
      short.every((word, index) => words[at + index] === word),
    );
    expanded.push(...(found?.[1] ?? [words[at] ?? '']));
    at += found?.[0].length ?? 1;
  }
  return expanded;
}

const CASE_ENDING = /(?:ыми|ими|ами|ями|ого|его|ому|ему|ых|их|ым|им|ам|ям|ах|ях|ом|ем|ов|ев)$/u;

/** A word without the ending that cases and numbers change: «категории», «категорией» → «категор». */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const cut = word.replace(CASE_ENDING, '');
  let rest = cut.length >= 3 ? cut : word;
  while (rest.length > 3 && /[аеиоуыэюяйь]$/u.test(rest)) rest = rest.slice(0, -1);
  return rest;
}

/** The words of a header that tell it from others, without endings. */
export const headerStems = (header: string): readonly string[] =>
  foldHeader(header)
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word))
    .map(stem);

/** Letters of words, for shares of a header. */
export const lettersOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + word.length, 0);
