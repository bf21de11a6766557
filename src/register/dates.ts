/**
 * Dates as Excel keeps them: serial numbers of the 1900 system, computed in UTC (office-js.md §1.9:
 * local time would move days near midnight). No clock here: «today» is always a parameter.
 */

const DAY = 86_400_000;
/** Serial 0 of the 1900 system as every suite reads it from 1 March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

export interface CalendarDay {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

/** Serial number of a calendar day. Months and days beyond their range carry over, as in DATE(). */
export function serialOf(year: number, month: number, day: number): number {
  return Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
}

/** Calendar day of a serial number; the time of day is dropped. */
export function dayOf(serial: number): CalendarDay {
  const moment = new Date(EPOCH + Math.floor(serial) * DAY);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** "2026-05-12" → serial; null when the text is not a day of the calendar. */
export function serialFromIso(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const serial = serialOf(year, month, day);
  const back = dayOf(serial);
  return back.year === year && back.month === month && back.day === day ? serial : null;
}

/** Serial → "2026-05-12". */
export function isoFromSerial(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Serial → "12.05.2026", as people read it. */
export function shownDate(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return `${pad(day)}.${pad(month)}.${String(year)}`;
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (serial: number): number => ((Math.floor(serial) + 5) % 7) + 1;

/** So many days later, Saturdays and Sundays not counted; holidays are. */
export function addWeekdays(serial: number, days: number): number {
  let day = Math.floor(serial);
  for (let left = days; left > 0;) {
    day += 1;
    if (weekdayOf(day) < 6) left -= 1;
  }
  return day;
}

/** The same day so many months later, or the last one where that month is shorter, as EDATE() has it. */
export function addMonths(serial: number, months: number): number {
  const { year, month, day } = dayOf(serial);
  return Math.min(serialOf(year, month + months, day), serialOf(year, month + months + 1, 0));
}

/** A day that comes every year. */
export interface DayOfYear {
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

/** That day in a certain year; 29 February is the 28th where there is no such day. */
export const inYear = ({ month, day }: DayOfYear, year: number): number =>
  Math.min(serialOf(year, month, day), serialOf(year, month + 1, 0));

/** The first time it comes on that day or later. */
export function firstFrom(wanted: DayOfYear, serial: number): number {
  const { year } = dayOf(serial);
  const thisYear = inYear(wanted, year);
  return thisYear >= serial ? thisYear : inYear(wanted, year + 1);
}

/** The last time it came on that day or earlier. */
export function lastUpTo(wanted: DayOfYear, serial: number): number {
  const { year } = dayOf(serial);
  const thisYear = inYear(wanted, year);
  return thisYear <= serial ? thisYear : inYear(wanted, year - 1);
}
