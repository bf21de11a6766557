import type { CellPlace } from '../register/addresses';
import type { IssueReport, ObligationReport, WorkbookReport } from '../usecases/contract';
import { grouped } from './grouped';
import type { ViewName } from './view';

/**
 * What is worth doing next, from the report alone. Candidates stand in the order of urgency: what everything else
 * rests on, what is wrong, what is late, what is missing, what comes soon.
 */

export type NextStep =
  /** The tables the user has kept so far, into the register. */
  | { readonly kind: 'adoption' }
  | { readonly kind: 'databank'; readonly place: CellPlace }
  | { readonly kind: 'passport' }
  /** Rows of the form in which the sheet shows something else than the calculation. */
  | { readonly kind: 'disagreement'; readonly numbers: readonly string[] }
  /** The most frequent kind of error; `all`: errors of every kind. */
  | { readonly kind: 'errors'; readonly code: string; readonly count: number; readonly all: number }
  /** The longest overdue; `days` past its date, `others` overdue besides. */
  | {
      readonly kind: 'overdue';
      readonly code: string;
      readonly title: string;
      readonly days: number;
      readonly others: number;
    }
  | { readonly kind: 'consent'; readonly count: number }
  /** Rows of the form without a number. */
  | { readonly kind: 'missing'; readonly count: number }
  /** The next obligation that is close. */
  | { readonly kind: 'due'; readonly code: string; readonly title: string; readonly days: number }
  /** The report is to be sent soon, or was to be: `days` to its date. */
  | { readonly kind: 'send'; readonly title: string; readonly days: number }
  /** Rows of the form whose records have gaps. */
  | { readonly kind: 'gaps'; readonly count: number }
  | { readonly kind: 'warnings'; readonly code: string; readonly count: number };

export type NextStepKind = NextStep['kind'];

const SHOWN_AT_MOST = 3;

/** Said by a step of their own. */
const CONSENT = 'consent';
const OBLIGATION = 'obligation';

/** Obligations that sending the report fulfils. */
const REPORTS: readonly string[] = ['report', 'report-2'];

/** The three most useful steps, the most urgent first; [] when everything is done. */
export function nextSteps(report: WorkbookReport): readonly NextStep[] {
  return candidates(report).slice(0, SHOWN_AT_MOST);
}

function candidates(report: WorkbookReport): readonly NextStep[] {
  const { rows, numbers, control } = report;
  const isPassportEmpty = report.association.trim() === '';
  const passport: readonly NextStep[] = isPassportEmpty ? [{ kind: 'passport' }] : [];
  const databank: readonly NextStep[] =
    numbers.databank === null ? [] : [{ kind: 'databank', place: numbers.databank }];
  const disagreeing = rows.filter(({ agrees }) => !agrees).map(({ no }) => no);
  const disagreement: readonly NextStep[] =
    disagreeing.length > 0 ? [{ kind: 'disagreement', numbers: disagreeing }] : [];
  if (numbers.members === null || numbers.members === 0) {
    // Of an empty register everything is missing and much is wrong; it begins here.
    return [{ kind: 'adoption' }, ...databank, ...passport, ...disagreement, ...dueSoon(control.obligations)];
  }
  const allErrors = control.issues.filter(({ severity }) => severity === 'error');
  const errors = allErrors.filter(({ code }) => code !== CONSENT);
  const consents = control.issues.filter(({ code }) => code === CONSENT).length;
  const warnings = control.issues.filter(
    ({ severity, code }) => severity === 'warning' && code !== OBLIGATION,
  );
  const missing = rows.filter(({ state }) => state === 'missing').length;
  const gaps = rows.filter(({ state }) => state === 'partial').length;
  return [
    ...passport,
    ...disagreement,
    ...mostFrequent(errors).map(({ code, count }): NextStep => ({
      kind: 'errors',
      code,
      count,
      all: allErrors.length,
    })),
    ...overdue(control.obligations),
    ...(consents > 0 ? [{ kind: 'consent', count: consents } as const] : []),
    ...(missing > 0 ? [{ kind: 'missing', count: missing } as const] : []),
    ...comingSoon(control.obligations),
    ...(gaps > 0 ? [{ kind: 'gaps', count: gaps } as const] : []),
    ...mostFrequent(warnings).map(({ code, count }): NextStep => ({ kind: 'warnings', code, count })),
  ];
}

/** The kind of which there are most; of equals the one that is listed first. [] when there is none. */
function mostFrequent(issues: readonly IssueReport[]): readonly { code: string; count: number }[] {
  return [...grouped(issues, ({ code }) => code)]
    .map(([code, ofCode]) => ({ code, count: ofCode.length }))
    .sort((one, other) => other.count - one.count)
    .slice(0, 1);
}

/** Obligations that have a date and are not done, by date. */
const dated = (obligations: readonly ObligationReport[]) =>
  obligations
    .flatMap((each) =>
      each.daysLeft === null || each.state === 'done' ? [] : [{ ...each, daysLeft: each.daysLeft }],
    )
    .sort((one, other) => one.daysLeft - other.daysLeft);

function overdue(obligations: readonly ObligationReport[]): readonly NextStep[] {
  const [first, ...others] = dated(obligations).filter(({ state }) => state === 'overdue');
  if (first === undefined) return [];
  const { code, title, daysLeft } = first;
  return [{ kind: 'overdue', code, title, days: -daysLeft, others: others.length }];
}

/** Close and not late. */
const isNear = ({ state, daysLeft }: { state: ObligationReport['state']; daysLeft: number }): boolean =>
  (state === 'risk' || state === 'soon') && daysLeft >= 0;

function dueSoon(obligations: readonly ObligationReport[]): readonly (NextStep & { kind: 'due' })[] {
  const next = dated(obligations).find(isNear);
  return next === undefined ? [] : [{ kind: 'due', code: next.code, title: next.title, days: next.daysLeft }];
}

/** The report, sent once, by the date that is nearest; and whatever else comes first, in order of time. */
function comingSoon(obligations: readonly ObligationReport[]): readonly NextStep[] {
  const isReport = ({ code }: ObligationReport) => REPORTS.includes(code);
  const report = dueSoon(obligations.filter(isReport)).map(
    ({ title, days }) => ({ kind: 'send', title, days }) as const,
  );
  const others = dueSoon(obligations.filter((each) => !isReport(each)));
  return [...report, ...others].sort((one, other) => one.days - other.days);
}

/** Where a step leads; `run`: the form is filled anew, after its dry run. */
export type StepTarget =
  | { readonly kind: 'view'; readonly view: ViewName; readonly focus: string }
  | { readonly kind: 'cell'; readonly place: CellPlace }
  | { readonly kind: 'run' };

/** The focus of «Показатели» that leaves only what needs attention. */
export const ATTENTION = 'attention';

export function targetOf(step: NextStep): StepTarget {
  switch (step.kind) {
    case 'adoption':
      return { kind: 'view', view: 'adoption', focus: '' };
    case 'databank':
      return { kind: 'cell', place: step.place };
    case 'passport':
      return { kind: 'view', view: 'settings', focus: 'association' };
    case 'disagreement':
      return { kind: 'run' };
    case 'errors':
    case 'warnings':
      return { kind: 'view', view: 'control', focus: step.code };
    case 'consent':
      return { kind: 'view', view: 'control', focus: CONSENT };
    case 'overdue':
    case 'due':
      return { kind: 'view', view: 'deadlines', focus: step.code };
    case 'send':
      return { kind: 'view', view: 'documents', focus: 'department' };
    case 'missing':
    case 'gaps':
      return { kind: 'view', view: 'indicators', focus: ATTENTION };
  }
}
