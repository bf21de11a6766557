import { readName, surnameFirst } from '../../register/personName';
import { foldCase } from '../../register/text';

/** Names as an analysis prints them: «Иванова А. П.». */

/** «Иванова Анна Петровна (СОШ № 3)» → «Иванова А. П. (СОШ № 3)»; what is no full name stays as it is. */
export function initialsOf(name: string): string {
  const { base, mark } = readName(name);
  const short = surnameFirst(base);
  return mark === '' || short === base.trim() ? surnameFirst(name) : `${short} (${mark})`;
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
