import { dayOf, shownDate } from '../../register/dates';

/** Dates as documents have them. */

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** «12 марта 2026 г.», with spaces that do not break. */
export function longDate(serial: number): string {
  const { year, month, day } = dayOf(serial);
  return [String(day), MONTHS[month - 1] ?? '', String(year), 'г.'].join('\u00a0');
}

/** «01.09.2025 – 30.09.2025»; one day where both are the same or only one is known; "" where none is. */
export function span(begin: number | null, end: number | null): string {
  if (begin === null || end === null || begin === end) {
    const day = end ?? begin;
    return day === null ? '' : shownDate(day);
  }
  return `${shownDate(begin)} – ${shownDate(end)}`;
}
