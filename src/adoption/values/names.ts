import { cyrillicWords, fold, remembered } from '../words';
import { plainSpaces, readName } from '../../register/personName';
import { findDay } from './dates';

/** People's names as they stand in cells, with whatever else people write beside them. */

const PATRONYMIC = /(?:вич|вна|ична|инична|ьич|кызы|оглы|гызы)$/u;
const NAME_WORD = /^\p{Lu}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*$/u;
const INITIAL = /^\p{Lu}\.$/u;

/** Words of posts and of documents: a phrase with one of them is no name. */
const NOT_A_NAME =
  /(?<!\p{L})(?:учител|педагог|воспитател|директор|завуч|заместител|методист|преподавател|тренер|психолог|логопед|руководител|председател|секретар|школ|лице|гимнази|сош|оош|мбоу|маоу|мкоу|мбдоу|гуо|колледж|техникум|центр|класс|конкурс|олимпиад|итого|всего|вакан|дата|фамили|отчеств|категори|район|област|год|участник|призер|победител|высш|перв|средн|сельск|образован|ребен(?:ок|ка)(?!\p{L})|обучающ|учащ(?:ий|ая|его|ей)|учени(?:к|ка|ца|цы)(?!\p{L})|воспитанни(?:к|ка|ца|цы)(?!\p{L}))/u;

/** Words of a name as typed, initials parted: «Белозёрова А.С.» → [Белозёрова, А., С.]. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/(\p{Lu})\.\s*(?=\p{L})/gu, '$1. ')
    .split(/\s+/u)
    .filter((word) => word !== '');

/** How surely a text is a person's name: 1 with a patronymic or initials, 0.6 for two or three capitalised words. */
export const nameLikeness = remembered((text): number => {
  const tidy = plainSpaces(cyrillicWords(text));
  if (tidy.length > 80 || /\d/.test(tidy) || NOT_A_NAME.test(fold(tidy))) return 0;
  const words = wordsOf(tidy.replace(/\s*\([^)]*\)\s*$/u, ''));
  if (words.length < 2 || words.length > 5) return 0;
  const initials = words.filter((word) => INITIAL.test(word)).length;
  // «Ф.И.О» is a header
  const named = words.filter((word) => NAME_WORD.test(word) && word.length > 1).length;
  if (initials > 0 && initials <= 2 && named >= 1 && initials + named === words.length) return 1;
  const hasPatronymic = words.some((word) => PATRONYMIC.test(word.toLowerCase()));
  if (hasPatronymic && words.length >= 3) return words.every((word) => /^[\p{L}'’-]+$/u.test(word)) ? 1 : 0;
  return named === words.length && words.length <= 3 ? 0.6 : 0;
});

/** A cell of a name column taken to pieces. */
export interface NameCell {
  /** Single spaces, Cyrillic letters; otherwise as typed. */
  readonly name: string;
  /** Serial of a birth date that stands beside it. */
  readonly birth: number | null;
  /** What else stands in the cell: a post, a subject, a school. */
  readonly rest: readonly string[];
}

/**
 * The name is the first line, or what stands before a comma or a bracket; a mark that tells namesakes apart,
 * «(СОШ № 3)», is left with the name for the comparison to use.
 */
export function readNameCell(text: string): NameCell {
  const lines = text.split('\n');
  const parts = lines.flatMap((line) => line.split(/\s*[,;/]\s*|\s+[-–—]\s+/u)).filter((part) => part !== '');
  const at = Math.max(
    0,
    parts.findIndex((part) => nameLikeness(part.replace(/\([^)]*\)/gu, '')) === 1),
  );
  const whole = parts[at] ?? '';
  const bracket = /^(.*?)\s*\(([^()]*)\)\s*$/u.exec(whole);
  const birth = findDay(text);
  const name = plainSpaces(cyrillicWords(bracket?.[1] ?? whole)).replace(
    /(\p{Lu})\.\s+(?=\p{Lu}\.)/gu,
    '$1.',
  );
  const rest = parts.filter((_, index) => index !== at);
  return {
    name,
    birth: birth?.serial ?? null,
    rest: [...(bracket === null ? [] : [bracket[2] ?? '']), ...rest]
      .map((part) => plainSpaces(part))
      .filter((part) => part !== '' && (birth === null || !fold(part).includes(birth.found))),
  };
}

/** Several people in one cell: by lines, commas, «и»; one when a part is no name of its own. */
export function splitPeople(text: string): readonly string[] {
  const parts = text
    .split(/\n|[,;]|\s+и\s+/u)
    .map((part) => part.replace(/^\s*\d+[.)]\s*/u, '').trim())
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => nameLikeness(part) >= 0.6) ? parts : [text];
}

/** The key by which a name is the same name: folded words, marks and dots aside. */
export const nameKey = remembered((name) => readName(fold(name)).words.join(' '));

/** Pupils of a cell: by lines, or by commas and semicolons where every part looks like a name. */
export function pupilsIn(text: string): readonly string[] {
  const lines = text
    .split(/\n|;/u)
    .map((line) => line.replace(/^\s*\d+[.)]\s*/u, '').trim())
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const parts = line
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const people = parts.filter((part) => nameLikeness(part) >= 0.6 || /^\p{Lu}\p{L}+\s+\p{Lu}/u.test(part));
    return people.length > 1 ? people : [line];
  });
}
