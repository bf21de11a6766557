import { readName } from '../../register/personName';
import { foldCase } from '../../register/text';

/** Names as an analysis prints them: «Иванова А. П.». */

const NO_BREAK = '\u00a0';

/** «Иванова Анна Петровна» → «Иванова А. П.»; what is not a full name, or bears initials already, stays as it is. */
export function initialsOf(name: string): string {
  const { base, mark } = readName(name);
  const words = base.trim().split(/\s+/u);
  const [surname = '', ...rest] = words;
  const isFull = rest.length > 0 && rest.length < 4 && words.every((word) => /^[\p{L}-]{2,}$/u.test(word));
  if (!isFull) return name.trim();
  const initials = rest.map((word) => `${word.charAt(0).toUpperCase()}.`);
  const short = [surname, ...initials].join(NO_BREAK);
  return mark === '' ? short : `${short} (${mark})`;
}

/** Initials for everybody they tell apart; those of one surname and initials keep their names in full. */
export function nameShortener(names: readonly string[]): (name: string) => string {
  const bearers = new Map<string, Set<string>>();
  for (const name of names) {
    const short = foldCase(initialsOf(name));
    bearers.set(short, (bearers.get(short) ?? new Set()).add(foldCase(name.trim())));
  }
  return (name) => {
    const short = initialsOf(name);
    return (bearers.get(foldCase(short))?.size ?? 0) > 1 ? name.trim() : short;
  };
}
