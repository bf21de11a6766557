import { foldLoosely } from './text';

/** A name of the databank taken to pieces: «Кузьмина Ольга Ивановна (СОШ № 3)». */
export interface PersonName {
  /** Without the mark, as typed. */
  readonly base: string;
  /** What tells namesakes apart, without its brackets; "" when there is none. */
  readonly mark: string;
  /** Words of the base as a person compares them, initials parted from one another. */
  readonly words: readonly string[];
}

export function readName(name: string): PersonName {
  const match = /^([^(]*)\(([^()]*)\)\s*$/u.exec(name);
  const [base, mark] = match === null ? [name, ''] : [match[1] ?? '', match[2] ?? ''];
  const words = foldLoosely(base)
    .split(/[\s.]+/u)
    .filter((word) => word !== '');
  return { base, mark: mark.trim(), words };
}

/** A surname and first letters: what «Иванова И. И.» and «Иванова Ирина Ивановна» have in common. */
export interface ShortName {
  readonly surname: string;
  readonly initials: readonly string[];
  /** True when only letters of the first name are given. */
  readonly isShort: boolean;
}

/** null: not a surname with something beside it. */
export function shortName({ words }: PersonName): ShortName | null {
  const surname = words.find((word) => word.length > 1);
  if (surname === undefined || words.length < 2) return null;
  const rest = words.filter((word) => word !== surname);
  return {
    surname,
    initials: rest.map((word) => word.charAt(0)),
    isShort: rest.length > 0 && rest.every((word) => word.length === 1),
  };
}

/** Latin letters that look like Cyrillic ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х', Y: 'У',
  a: 'а', c: 'с', e: 'е', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у',
}; // prettier-ignore

/** Latin letters typed among Cyrillic ones. */
export const mixesAlphabets = (text: string): boolean =>
  /\p{Script=Latin}/u.test(text) && /\p{Script=Cyrillic}/u.test(text);

/** The text in Cyrillic letters alone; null when a Latin letter in it looks like none of them. */
export function inCyrillic(text: string): string | null {
  const turned = Array.from(text, (letter) => LOOKALIKES[letter] ?? letter).join('');
  return /\p{Script=Latin}/u.test(turned) ? null : turned;
}

/** Single plain spaces between words and none at the edges. */
export const plainSpaces = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** Words of a name as documents shorten it: surname first, each with a capital; «оглы», «кызы» follow the patronymic. */
const NAME_WORD = /^\p{Lu}[\p{L}'’]*(?:-\p{L}[\p{L}'’]*)*\.?$/u;
const AFTER_PATRONYMIC = /^(?:оглы|кызы|улы|гызы)$/iu;

interface Initials {
  readonly surname: string;
  /** «О. И.», «А.-М.» */
  readonly letters: string;
}

/** null: not a surname with names behind it, so nothing is left out of it. */
function initialsOf(name: string): Initials | null {
  const words = readName(name)
    .base.replace(/\.(?=\p{L})/gu, '. ')
    .trim()
    .split(/\s+/u)
    .filter((word) => !AFTER_PATRONYMIC.test(word));
  const [surname = '', ...given] = words;
  const isName =
    given.length > 0 &&
    given.length <= 2 &&
    words.every((word) => NAME_WORD.test(word)) &&
    surname.length > 1 &&
    !surname.endsWith('.');
  if (!isName) return null;
  const letters = given.map((word) =>
    word
      .split('-')
      .map((part) => `${part.charAt(0)}.`)
      .join('-'),
  );
  return { surname, letters: letters.join('\u00a0') };
}

/** «Кузьмина О. И.», with spaces that do not break; what is no full name stays as typed. */
export function surnameFirst(name: string): string {
  const found = initialsOf(name);
  return found === null ? name.trim() : `${found.surname}\u00a0${found.letters}`;
}

/** «О. И. Кузьмина», as a signature has it; what is no full name stays as typed. */
export function initialsFirst(name: string): string {
  const found = initialsOf(name);
  return found === null ? name.trim() : `${found.letters}\u00a0${found.surname}`;
}
