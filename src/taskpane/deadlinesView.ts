import { deadlineWords as words } from '../messages/pane/deadlines';
import type { ObligationState } from '../control/obligations';
import type { CellPlace } from '../register/addresses';
import type { ObligationReport } from '../usecases/contract';
import { daysBetween, monthOf, showDay } from './days';
import { grouped } from './grouped';

/** One obligation as the timeline shows it. */
export interface DeadlineView {
  readonly code: string;
  readonly title: string;
  readonly clause: string;
  readonly basis: string;
  /** «30.05.2026»; "" where the regulation names no date. */
  readonly due: string;
  readonly state: ObligationState;
  /** «скоро»; of what is overdue, by how many days. */
  readonly stateWords: string;
  /** «осталось 18 дней»; "" where `stateWords` say it, for what is done and for what has no date. */
  readonly days: string;
  readonly place: CellPlace | null;
  readonly canBeMarked: boolean;
  /** A day is typed into «Выполнено», and can be taken back. */
  readonly isMarked: boolean;
}

/** The line of the day of calculation, among the obligations. */
export interface TodayLine {
  readonly kind: 'today';
  readonly words: string;
}

export type TimelineEntry = TodayLine | { readonly kind: 'deadline'; readonly deadline: DeadlineView };

/** Obligations due in one month, in order of time. */
export interface MonthView {
  /** "2026-05". */
  readonly month: string;
  /** «Май 2026». */
  readonly name: string;
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineView {
  readonly months: readonly MonthView[];
  readonly undated: readonly DeadlineView[];
  /** What is done, in order of time. */
  readonly done: readonly DeadlineView[];
}

/** The most urgent first. */
export const STATE_ORDER: readonly ObligationState[] = ['overdue', 'risk', 'soon', 'ok', 'done'];

export type DeadlineFilter = ObligationState | 'all';

/** What the list may be narrowed to; states that do not occur are left out. */
export function viewFilters(
  obligations: readonly ObligationReport[],
): readonly { readonly filter: DeadlineFilter; readonly name: string; readonly count: number }[] {
  const states = STATE_ORDER.map((state) => ({
    filter: state,
    name: capitalized(words.states[state]),
    count: obligations.filter((each) => each.state === state).length,
  })).filter(({ count }) => count > 0);
  return [{ filter: 'all', name: words.all, count: obligations.length }, ...states];
}

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function stateOf({ state, daysLeft }: ObligationReport): Pick<DeadlineView, 'stateWords' | 'days'> {
  const stateWords = words.states[state];
  if (state === 'done') return { stateWords, days: '' };
  if (daysLeft === null) return { stateWords: state === 'ok' ? words.noDate : stateWords, days: '' };
  if (daysLeft >= 0) return { stateWords, days: words.daysLeft(daysLeft) };
  // A date that has passed is overdue by the general rule; rules of their own may judge otherwise.
  return state === 'overdue'
    ? { stateWords: words.overdue(-daysLeft), days: '' }
    : { stateWords, days: words.daysAgo(-daysLeft) };
}

export const viewDeadline = (obligation: ObligationReport): DeadlineView => ({
  code: obligation.code,
  title: obligation.title,
  clause: obligation.clause,
  basis: obligation.basis,
  due: obligation.due === null ? '' : showDay(obligation.due),
  state: obligation.state,
  ...stateOf(obligation),
  place: obligation.place,
  canBeMarked: obligation.canBeMarked,
  isMarked: obligation.marked !== null,
});

interface Dated {
  readonly due: string;
  readonly entry: TimelineEntry;
}

/**
 * The year as a line: what is owed, by month, with the day of calculation among it; what is done and what has no
 * date stand apart. `today`: "" when the day of calculation is not known.
 */
export function viewTimeline(
  obligations: readonly ObligationReport[],
  today: string,
  filter: DeadlineFilter = 'all',
): TimelineView {
  const wanted = obligations.filter(({ state }) => filter === 'all' || state === filter);
  const open = wanted.filter(({ state }) => state !== 'done');
  const dated = open.flatMap((each): Dated[] =>
    each.due === null ? [] : [{ due: each.due, entry: { kind: 'deadline', deadline: viewDeadline(each) } }],
  );
  return {
    months: viewMonths(dated, today),
    undated: open.filter(({ due }) => due === null).map(viewDeadline),
    done: wanted.filter(({ state }) => state === 'done').map(viewDeadline),
  };
}

/** What is due on the day itself stands after the line: there is still time. */
function viewMonths(dated: readonly Dated[], today: string): readonly MonthView[] {
  if (dated.length === 0) return [];
  const line: readonly Dated[] =
    today === '' ? [] : [{ due: today, entry: { kind: 'today', words: words.today(showDay(today)) } }];
  const inOrder = [...line, ...dated].sort((one, other) =>
    one.due < other.due ? -1 : Number(one.due > other.due),
  );
  return [...grouped(inOrder, ({ due }) => monthOf(due))].map(([month, own]) => ({
    month,
    name: words.month(month),
    entries: own.map(({ entry }) => entry),
  }));
}

/** The year on one strip: where months begin, where obligations and the day of calculation lie, from 0 to 1. */
export interface StripView {
  readonly months: readonly { readonly month: string; readonly letter: string; readonly at: number }[];
  readonly points: readonly { readonly code: string; readonly state: ObligationState; readonly at: number }[];
  /** null when it is not known. */
  readonly today: number | null;
}

/** Whole months from the first date to the last, the day of calculation among them; null where nothing has a date. */
export function viewStrip(obligations: readonly ObligationReport[], today: string): StripView | null {
  const dated = obligations.flatMap(({ code, state, due }) => (due === null ? [] : [{ code, state, due }]));
  if (dated.length === 0) return null;
  const days = [...dated.map(({ due }) => due), ...(today === '' ? [] : [today])].sort();
  const months = monthsBetween(monthOf(days[0] ?? ''), monthOf(days[days.length - 1] ?? ''));
  const begin = `${months[0] ?? ''}-01`;
  const length = daysBetween(begin, `${nextMonth(months[months.length - 1] ?? '')}-01`);
  const at = (day: string) => daysBetween(begin, day) / length;
  return {
    months: months.map((month) => ({ month, letter: words.monthLetter(month), at: at(`${month}-01`) })),
    // The most urgent is drawn last, over the others.
    points: dated
      .map(({ code, state, due }) => ({ code, state, at: at(due) }))
      .sort((one, other) => STATE_ORDER.indexOf(other.state) - STATE_ORDER.indexOf(one.state)),
    today: today === '' ? null : at(today),
  };
}

const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}
