/** Days as people type and read them; inside, a day is "2026-05-12". */

const DAY = 86_400_000;

/** Two digits of a year are of this century. */
const CENTURY = 2000;

const momentOf = (iso: string): number => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
};

/**
 * «12.05.2026», «12.5.26», «12/05/2026» and "2026-05-12" → "2026-05-12"; null when it is not a day of the calendar.
 */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const spoken = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})(?:\s*г\.?)?$/.exec(text);
  const parts =
    iso !== null ? [iso[1], iso[2], iso[3]] : spoken !== null ? [spoken[3], spoken[2], spoken[1]] : [];
  const [year, month, day] = parts.map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const full = year < 100 ? year + CENTURY : year;
  const moment = new Date(Date.UTC(full, month - 1, day));
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
    ? moment.toISOString().slice(0, 10)
    : null;
}

/** "2026-05-12" → «12.05.2026»; what is no day is left as it is. */
export const showDay = (iso: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso.split('-').reverse().join('.') : iso;

/** How many days the second is after the first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((momentOf(to) - momentOf(from)) / DAY);

/** "2026-05" of a day. */
export const monthOf = (iso: string): string => iso.slice(0, 7);
