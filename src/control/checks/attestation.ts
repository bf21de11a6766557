import { addMonths } from '../../register/dates';
import { foldCase } from '../../register/text';
import { memberRows, type CheckContext, type MemberRow } from '../context';
import { dayOfCell } from '../cells';
import type { AttestationState, FindingOf } from '../issue';
import type { AppliedRules } from '../rules';
import { check, type Check } from './check';

/** Categories and courses: hints, because both are the teacher's own affair (control.md, «Time»). */

/** Until when a category lasts; `unknown` is not `unlimited`. */
export type CategoryTerm =
  | { readonly kind: 'none' | 'unlimited' | 'unknown' }
  /** By the date typed into «Категория действует до», or counted in years from the attestation. */
  | { readonly kind: 'until'; readonly end: number; readonly basis: 'typed' | 'years' };

/** Given for good since the order of 2023; before it, and «соответствие» ever, for a number of years. */
const UNLIMITED = ['первая', 'высшая'];
/** Titles that exist only since then. */
const UNLIMITED_TITLES = ['педагог-методист', 'педагог-наставник'];
const WITHOUT_TERM = ['', 'без категории'];

const MONTHS_A_YEAR = 12;

/** Where the regulation names no years, only the typed date counts (Belarus). */
export function categoryTerm(
  rules: AppliedRules,
  category: string,
  given: number | null,
  typedEnd: number | null,
): CategoryTerm {
  const folded = foldCase(category.trim());
  if (WITHOUT_TERM.includes(folded)) return { kind: 'none' };
  if (typedEnd !== null) return { kind: 'until', end: typedEnd, basis: 'typed' };
  const years = rules.number('attestation-years');
  const since = rules.date('attestation-unlimited-since');
  if (years === null) return { kind: 'unknown' };
  if (since !== null && UNLIMITED_TITLES.includes(folded)) return { kind: 'unlimited' };
  if (given === null) return { kind: 'unknown' };
  if (since !== null && UNLIMITED.includes(folded) && given >= since) return { kind: 'unlimited' };
  return { kind: 'until', end: addMonths(given, years * MONTHS_A_YEAR), basis: 'years' };
}

function attestationState(daysLeft: number, rules: AppliedRules): AttestationState | null {
  if (daysLeft < 0) return 'overdue';
  if (daysLeft < rules.threshold('attestation-risk-days')) return 'risk';
  return daysLeft < rules.threshold('attestation-soon-days') ? 'soon' : null;
}

const teacherRows = (context: CheckContext): readonly MemberRow[] =>
  memberRows(context).filter(({ filled, row }) => foldCase(filled.column('Педагог').text(row)) !== 'нет');

const attestation = check('attestation', 'info', (context) => {
  const { rules } = context;
  const day = Math.floor(context.today);
  return teacherRows(context).flatMap(({ filled, row, name }): FindingOf<'attestation'>[] => {
    const [given, until] = [filled.column('Дата аттестации'), filled.column('Категория действует до')];
    const category = filled.column('Категория').text(row);
    const term = categoryTerm(rules, category, dayOfCell(given.value(row)), dayOfCell(until.value(row)));
    if (term.kind !== 'until') return [];
    const { end, basis } = term;
    const daysLeft = end - day;
    const state = attestationState(daysLeft, rules);
    if (state === null) return [];
    const at = (basis === 'typed' ? until : given).at(row);
    const years = rules.number('attestation-years') ?? 0;
    return [{ code: 'attestation', at, name, category, state, end, daysLeft, basis, years }];
  });
});

/** The last courses of each teacher, by the name as formulas find it. */
function lastCourses({ table, today }: CheckContext): ReadonlyMap<string, number> {
  const filled = table('Курсы');
  const last = new Map<string, number>();
  for (const row of filled?.rows ?? []) {
    const name = foldCase(filled?.column('Педагог').text(row) ?? '');
    const end = dayOfCell(filled?.column('Дата окончания').value(row) ?? '');
    if (end !== null && end <= today) last.set(name, Math.max(end, last.get(name) ?? 0));
  }
  return last;
}

/** ст. 47 of the law on education: a right of the teacher, so a hint and never a violation. */
const COURSES_LAW = 'ст. 47 Федерального закона № 273-ФЗ';

const courses = check('courses', 'info', (context) => {
  const day = Math.floor(context.today);
  const years = context.rules.threshold('courses-years');
  const last = lastCourses(context);
  return teacherRows(context).flatMap(({ filled, row, name }): FindingOf<'courses'>[] => {
    const end = last.get(foldCase(name));
    if (end === undefined || addMonths(end, years * MONTHS_A_YEAR) >= day) return [];
    return [
      { code: 'courses', at: filled.column('ФИО').at(row), clause: COURSES_LAW, name, last: end, years },
    ];
  });
});

export const ATTESTATION_CHECKS: readonly Check[] = [attestation, courses];
