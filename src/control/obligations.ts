import type { CellPlace } from '../register/addresses';
import { addMonths, addWeekdays } from '../register/dates';
import { placeOf, type Register } from '../register/register';
import { foldCase } from '../register/text';
import { NOT_SET, OWN_RULE, type ChoiceRule, type DayRule, type RuleCode } from '../regulations';
import { dayIn, dayOfCell, textIn } from './cells';
import { meetingSpans, planDue, reportDue, reportingPeriod, type Period } from './period';
import type { Readiness } from './readiness';
import type { AppliedRules } from './rules';
import { isMemberOn, readDecisions, readMeetings, readMembers, type Decision, type Meeting } from './voting';

/**
 * What the association owes by its regulation, and by when (regulations.md, «Deadlines that follow»): derived from
 * the rules applied, the register and the day of calculation, and from nothing else.
 */

export type ObligationState = 'done' | 'ok' | 'soon' | 'risk' | 'overdue';

/** What an obligation is about; its words are made of it in the messages. */
export type Duty =
  | { readonly kind: 'plan'; readonly name: string; readonly explanation: string }
  | {
      readonly kind: 'report';
      readonly name: string;
      readonly addressee: string | null;
      readonly explanation: string;
      /** null: the regulation demands no appendix. */
      readonly readiness: Readiness | null;
    }
  | { readonly kind: 'meetings'; readonly required: number; readonly held: number }
  | {
      readonly kind: 'meeting';
      /** 1 for the first quarter or term of the period. */
      readonly ordinal: number;
      readonly pace: 'quarter' | 'term';
      readonly span: Period;
      readonly held: number;
    }
  | {
      readonly kind: 'protocol';
      readonly meeting: number | null;
      readonly held: number;
      readonly days: number;
    }
  | {
      readonly kind: 'yearly';
      readonly rule: YearlyRule;
      readonly period: Period;
      readonly explanation: string;
    }
  | { readonly kind: 'term'; readonly order: number | null; readonly years: number }
  | {
      readonly kind: 'renewal';
      readonly order: number | null;
      /** Not less than one member of so many. */
      readonly oneOf: number;
      readonly renewed: number;
      readonly members: number;
    }
  | { readonly kind: 'databank-update'; readonly updated: number | null; readonly period: Period }
  | { readonly kind: 'decision'; readonly decision: Decision };

export interface Obligation {
  /** `plan`, `meeting-2`, `protocol-1`, `decision-3-2`…: what «Сроки» knows it by. */
  readonly code: string;
  readonly duty: Duty;
  /** Clause of the rule behind it. */
  readonly clause: string;
  /** Serial; null: the regulation names no date. */
  readonly due: number | null;
  /** due − today. */
  readonly daysLeft: number | null;
  readonly state: ObligationState;
  /** The date typed into «Выполнено» on «Сроки», where it counts. */
  readonly typed: number | null;
  /** Where the thing it waits for is to be filled in; null: on «Сроки» itself. */
  readonly place: CellPlace | null;
}

/** Duties of every year that are fulfilled by a date typed into «Выполнено». */
export const YEARLY_RULES = [
  'leader-election',
  'formation-order',
  'leader-order',
  'monitoring',
] as const satisfies readonly ChoiceRule[];
export type YearlyRule = (typeof YEARLY_RULES)[number];

interface Context {
  readonly register: Register;
  readonly rules: AppliedRules;
  readonly today: number;
  readonly period: Period;
  readonly readiness: Readiness | null;
  readonly meetings: readonly Meeting[];
  /** Date typed into «Выполнено» of a code. */
  readonly typed: (code: string) => number | null;
}

/** An obligation before its days are counted. */
interface Draft extends Pick<Obligation, 'code' | 'duty' | 'clause' | 'due' | 'place'> {
  /** Fulfilled by what the workbook holds. */
  readonly fulfilled: boolean;
  /** Codes whose typed date counts for this one too. */
  readonly typedUnder?: readonly string[];
  /** Days on which a typed date counts; absent: any. */
  readonly typedWithin?: Period;
  /** In place of the general rule. */
  readonly judge?: (daysLeft: number) => ObligationState;
}

/**
 * Every obligation of the register, in order of time, those without a date last. `readiness`: how much of the
 * appendix is filled in; null: not known, and not judged.
 */
export function deriveObligations(
  register: Register,
  rules: AppliedRules,
  today: number,
  readiness: Readiness | null,
): readonly Obligation[] {
  const day = Math.floor(today);
  const context: Context = {
    register,
    rules,
    today: day,
    period: reportingPeriod(register, rules, day),
    readiness,
    meetings: readMeetings(register, rules, day),
    typed: typedReader(register),
  };
  return DERIVATIONS.flatMap((derive) => derive(context))
    .map((draft) => settle(draft, context))
    .sort(byDue);
}

/** The earlier first, those without a date last; otherwise as derived. */
function byDue(one: Obligation, other: Obligation): number {
  if (one.due === null || other.due === null) return Number(one.due === null) - Number(other.due === null);
  return one.due - other.due;
}

const DERIVATIONS: readonly ((context: Context) => readonly Draft[])[] = [
  plan,
  yearly,
  meetings,
  protocols,
  decisions,
  databankUpdate,
  reports,
  term,
  renewal,
];

function settle(draft: Draft, { rules, today, typed }: Context): Obligation {
  const { fulfilled, typedUnder = [], typedWithin, judge, ...rest } = draft;
  const date = [rest.code, ...typedUnder].map(typed).find((each) => each !== null) ?? null;
  const counts =
    date !== null && (typedWithin === undefined || (date >= typedWithin.begin && date <= typedWithin.end));
  const daysLeft = rest.due === null ? null : rest.due - today;
  const byDays = judge ?? ((days: number) => generalState(days, rules));
  const state = fulfilled || counts ? 'done' : daysLeft === null ? 'ok' : byDays(daysLeft);
  return { ...rest, daysLeft, state, typed: counts ? date : null };
}

/** The rule for every dated obligation that has none of its own. */
function generalState(daysLeft: number, rules: AppliedRules): ObligationState {
  if (daysLeft < 0) return 'overdue';
  if (daysLeft <= rules.threshold('risk-days')) return 'risk';
  return daysLeft <= rules.threshold('soon-days') ? 'soon' : 'ok';
}

function typedReader({ tables }: Register): (code: string) => number | null {
  const table = tables.Сроки;
  if (table === undefined) return () => null;
  const dates = new Map<string, number>();
  table.rows.forEach((_, row) => {
    const code = foldCase(textIn(table, row, 'Код'));
    const date = dayIn(table, row, 'Выполнено');
    if (code !== '' && date !== null && !dates.has(code)) dates.set(code, date);
  });
  return (code) => dates.get(foldCase(code)) ?? null;
}

// ---------------------------------------------------------------------------------------------------------
// Plan and report

function plan({ rules, period }: Context): readonly Draft[] {
  const name = rules.text('plan');
  if (name === null) return [];
  const day = rules.day('plan-day');
  return [
    {
      code: 'plan',
      duty: { kind: 'plan', name, explanation: rules.explanation(day === null ? 'plan' : 'plan-day') },
      clause: rules.clause(day === null ? 'plan' : 'plan-day'),
      due: day === null ? null : planDue(day, period),
      place: null,
      fulfilled: false,
    },
  ];
}

const REPORT_DAYS: readonly (readonly [code: string, rule: DayRule])[] = [
  ['report', 'report-day'],
  ['report-2', 'report-2-day'],
];

function reports(context: Context): readonly Draft[] {
  const { rules, period } = context;
  const name = rules.text('report');
  if (name === null) return [];
  const readiness = rules.choice('report-appendix') === null ? null : context.readiness;
  return REPORT_DAYS.flatMap(([code, rule]): readonly Draft[] => {
    const day = rules.day(rule);
    if (day === null && rule !== 'report-day') return [];
    const stated = day === null ? 'report' : rule;
    return [
      {
        code,
        duty: {
          kind: 'report',
          name,
          addressee: rules.text('report-to'),
          explanation: rules.explanation(stated),
          readiness,
        },
        clause: rules.clause(stated),
        due: day === null ? null : reportDue(day, period),
        place: null,
        fulfilled: false,
        // One report, sent once: whichever of its dates it is marked at.
        typedUnder: REPORT_DAYS.map(([other]) => other),
        judge: (days) => worse(generalState(days, rules), readinessState(days, readiness, rules)),
      },
    ];
  });
}

function readinessState(days: number, readiness: Readiness | null, rules: AppliedRules): ObligationState {
  if (readiness === null || readiness.rows === 0) return 'ok';
  if (readiness.rowsWithValue * 100 >= rules.threshold('readiness-percent') * readiness.rows) return 'ok';
  if (days <= rules.threshold('readiness-risk-days')) return 'risk';
  return days <= rules.threshold('readiness-soon-days') ? 'soon' : 'ok';
}

const SEVERITY: readonly ObligationState[] = ['done', 'ok', 'soon', 'risk', 'overdue'];

const worse = (one: ObligationState, other: ObligationState): ObligationState =>
  SEVERITY.indexOf(one) >= SEVERITY.indexOf(other) ? one : other;

// ---------------------------------------------------------------------------------------------------------
// Meetings, protocols, decisions

const heldWithin = ({ meetings: all }: Context, { begin, end }: Period): number =>
  all.filter(({ held, date }) => held && date !== null && date >= begin && date <= end).length;

/** The quarters and terms of a pace; «за учебный год» has none. */
const PACES = { 'в каждом квартале': 'quarter', 'в каждой четверти': 'term' } as const;

/** One obligation a quarter or term, or one for all of them whose pace is judged. */
function meetings(context: Context): readonly Draft[] {
  const { rules, period } = context;
  const required = rules.number('meetings');
  const chosen = rules.choice('meetings-pace');
  const place = meetingsPlace(context);
  if (chosen !== null && chosen !== 'за учебный год') {
    const spans = meetingSpans(rules, period);
    if (spans.length > 0) {
      return spans.map(({ begin, end, rule }, index) => {
        const held = heldWithin(context, { begin, end });
        return {
          code: `meeting-${String(index + 1)}`,
          duty: { kind: 'meeting', ordinal: index + 1, pace: PACES[chosen], span: { begin, end }, held },
          clause: rules.clause(rule),
          due: end,
          place,
          fulfilled: held > 0,
        };
      });
    }
  }
  if (required === null) return [];
  const held = heldWithin(context, period);
  const report = rules.day('report-day');
  return [
    {
      code: 'meetings',
      duty: { kind: 'meetings', required, held },
      clause: rules.clause('meetings'),
      due: report === null ? period.end : reportDue(report, period),
      place,
      fulfilled: held >= required,
      judge: (days) => paceState(days, required - held, rules),
    },
  ];
}

/** How many days are left for each meeting still owed. */
function paceState(days: number, left: number, rules: AppliedRules): ObligationState {
  if (days < 0) return 'overdue';
  if (days / left < rules.threshold('pace-risk-days')) return 'risk';
  return days / left < rules.threshold('pace-soon-days') ? 'soon' : 'ok';
}

/** Where the next meeting is to be written down. */
function meetingsPlace({ register }: Context): CellPlace | null {
  const table = register.tables.Заседания;
  if (table === undefined) return null;
  const [number, date] = [table.indexOf('Номер'), table.indexOf('Дата')];
  const blank = table.rows.findIndex((row) => (row[date] ?? '') === '' && (row[number] ?? '') === '');
  return placeOf(table, blank < 0 ? table.rows.length : blank, 'Дата');
}

/** A number that the code of an obligation is made of; a missing one has been reported by its own check. */
const numbered = (number: number | null): string => (number === null ? '?' : String(number));

function protocols({ rules, meetings: all, register }: Context): readonly Draft[] {
  const table = register.tables.Заседания;
  const days = rules.threshold('protocol-days');
  if (table === undefined) return [];
  return all.flatMap(({ number, date, held, protocol, row }): readonly Draft[] =>
    !held || date === null
      ? []
      : [
          {
            code: `protocol-${numbered(number)}`,
            duty: { kind: 'protocol', meeting: number, held: date, days },
            clause: clauseOrOwn(rules, 'protocol'),
            due: addWeekdays(date, days),
            place: placeOf(table, row, 'Дата протокола'),
            fulfilled: protocol !== null,
          },
        ],
  );
}

/** The clause of a rule, or the association's own where the regulation is silent. */
const clauseOrOwn = (rules: AppliedRules, code: RuleCode): string => {
  const clause = rules.clause(code);
  return clause === NOT_SET ? OWN_RULE : clause;
};

function decisions(context: Context): readonly Draft[] {
  const { register, rules, meetings: all } = context;
  return readDecisions(register, rules, all).flatMap((decision): readonly Draft[] => {
    const { meeting, item, due, fulfilled, place } = decision;
    if (due === null) return [];
    return [
      {
        code: `decision-${numbered(meeting)}-${numbered(item)}`,
        duty: { kind: 'decision', decision },
        clause: clauseOrOwn(rules, 'decision-control'),
        due,
        place,
        fulfilled: fulfilled !== null,
        judge: (days) =>
          days < 0 ? 'overdue' : days <= rules.threshold('decision-soon-days') ? 'soon' : 'ok',
      },
    ];
  });
}

// ---------------------------------------------------------------------------------------------------------
// Every year, and at the end of the term

function yearly({ rules, period }: Context): readonly Draft[] {
  return YEARLY_RULES.flatMap((rule): readonly Draft[] =>
    rules.choice(rule) === null
      ? []
      : [
          {
            code: rule,
            duty: { kind: 'yearly', rule, period, explanation: rules.explanation(rule) },
            clause: rules.clause(rule),
            due: period.end,
            place: null,
            fulfilled: false,
            typedWithin: period,
          },
        ],
  );
}

function databankUpdate({ register, rules, period }: Context): readonly Draft[] {
  if (rules.choice('databank-update') === null) return [];
  const updated = dayOfCell(register.passport.databankDate);
  return [
    {
      code: 'databank-update',
      duty: { kind: 'databank-update', updated, period },
      clause: rules.clause('databank-update'),
      due: period.end,
      place: null,
      fulfilled: updated !== null && updated >= period.begin && updated <= period.end,
      typedWithin: period,
    },
  ];
}

/** The order's day and the last day of the term it opens. */
function termOf({ register, rules }: Context): {
  readonly order: number | null;
  readonly due: number | null;
  readonly years: number;
} {
  const years = rules.number('term-years') ?? 1;
  const order = dayOfCell(register.passport.orderDate);
  return { order, due: order === null ? null : addMonths(order, years * MONTHS_A_YEAR), years };
}

const MONTHS_A_YEAR = 12;

/** A typed date says that a new order was given; until it stands on the passport, it counts from the old one on. */
const afterOrder = (order: number | null): Period => ({ begin: (order ?? 0) + 1, end: Infinity });

function term(context: Context): readonly Draft[] {
  if (context.rules.number('term-years') === null) return [];
  const { order, due, years } = termOf(context);
  return [
    {
      code: 'term',
      duty: { kind: 'term', order, years },
      clause: context.rules.clause('term-years'),
      due,
      place: null,
      fulfilled: false,
      typedWithin: afterOrder(order),
    },
  ];
}

/** The previous term ended when the order was given: whoever joined from that day on has renewed the association. */
function renewal(context: Context): readonly Draft[] {
  const { register, rules, today } = context;
  const oneOf = rules.number('renewal');
  if (oneOf === null) return [];
  const { order, due } = termOf(context);
  const now = readMembers(register).filter((member) => isMemberOn(member, today));
  const renewed = now.filter(({ since }) => order !== null && since !== null && since >= order).length;
  return [
    {
      code: 'renewal',
      duty: { kind: 'renewal', order, oneOf, renewed, members: now.length },
      clause: rules.clause('renewal'),
      due,
      place: null,
      fulfilled: order !== null && now.length > 0 && renewed * oneOf >= now.length,
      typedWithin: afterOrder(order),
    },
  ];
}
