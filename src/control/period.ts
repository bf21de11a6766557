import { dayOf, firstFrom, inYear, lastUpTo, addMonths, serialOf, type DayOfYear } from '../register/dates';
import type { Register } from '../register/register';
import { parseSchoolYear, schoolYearOf, type SchoolYear } from '../register/schoolYear';
import type { SpanRule } from '../regulations';
import type { AppliedRules } from './rules';

/** The reporting period and the days that rules of the year fall on in it. */

/** Serials of the first and the last day, both included. */
export interface Period {
  readonly begin: number;
  readonly end: number;
}

/** The school year of the passport, or the one that today belongs to. */
function passportYear({ passport }: Register, today: number): SchoolYear {
  const { schoolYear } = passport;
  return (typeof schoolYear === 'string' ? parseSchoolYear(schoolYear) : null) ?? schoolYearOf(today);
}

/** «Отчётный год» of the passport, a number or text; null when it is no year. */
function typedReportYear({ passport }: Register): number | null {
  const text = String(passport.reportYear).trim();
  return /^(?:19|20|21)\d{2}$/.test(text) ? Number(text) : null;
}

/**
 * The school year; under a calendar-year regulation «Отчётный год», or the first year of the school year.
 * Dates typed over the period on «Правила» go before both.
 */
export function reportingPeriod(register: Register, rules: AppliedRules, today: number): Period {
  const year = passportYear(register, today);
  const { begin, end } = register.period;
  const typed = begin > 0 && end >= begin && (begin !== year.begin || end !== year.end);
  if (typed) return { begin: Math.floor(begin), end: Math.floor(end) };
  if (rules.choice('period') !== 'календарный год') return { begin: year.begin, end: year.end };
  const calendar = typedReportYear(register) ?? dayOf(year.begin).year;
  return { begin: serialOf(calendar, 1, 1), end: serialOf(calendar, 12, 31) };
}

const HALF_A_YEAR = 6;

/** A report sums the period up: it is due on the first such day after the period's middle. */
export const reportDue = (day: DayOfYear, { begin }: Period): number =>
  firstFrom(day, addMonths(begin, HALF_A_YEAR));

/** A plan opens the period: it is due on the last such day before the period's middle. */
export const planDue = (day: DayOfYear, { begin }: Period): number =>
  lastUpTo(day, addMonths(begin, HALF_A_YEAR) - 1);

const SPAN_RULES: readonly SpanRule[] = [
  'meeting-period-1',
  'meeting-period-2',
  'meeting-period-3',
  'meeting-period-4',
];

export interface MeetingSpan extends Period {
  readonly rule: SpanRule;
}

/** The quarters or terms in which a meeting is to be held, in order of time: those that end within the period. */
export function meetingSpans(rules: AppliedRules, period: Period): readonly MeetingSpan[] {
  const ends = SPAN_RULES.flatMap((rule) => {
    const span = rules.span(rule);
    return span === null ? [] : [{ rule, first: span.first, end: firstFrom(span.last, period.begin) }];
  }).sort((one, other) => one.end - other.end);
  return ends.map(({ rule, first, end }, index) => {
    const before = ends[index - 1];
    const follows = before === undefined ? period.begin : before.end + 1;
    return { rule, begin: first === null ? follows : lastUpTo(first, end), end };
  });
}

/**
 * The year a new register of a calendar-year regulation proposes as «Отчётный год»: the past one until its last
 * report date is over, then the running one. null where the period is the school year, or where the year would
 * not be one of the school year asked for.
 */
export function proposedReportYear(rules: AppliedRules, schoolYear: string, today: number): number | null {
  if (rules.choice('period') !== 'календарный год') return null;
  const { year } = dayOf(today);
  const days = [rules.day('report-day'), rules.day('report-2-day')].filter((day) => day !== null);
  const isOver = days.every((day) => inYear(day, year) < Math.floor(today));
  const proposed = isOver ? year : year - 1;
  return schoolYear.split('/').includes(String(proposed)) ? proposed : null;
}
