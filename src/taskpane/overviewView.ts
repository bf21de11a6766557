import { overviewWords as words } from '../messages/pane/overview';
import type { StepWords } from '../messages/pane/overview';
import type { Severity } from '../control/issue';
import type { ObligationState } from '../control/obligations';
import type { RowState, WorkbookReport } from '../usecases/contract';
import { showDay } from './days';
import type { NextStep } from './nextSteps';

/** «Заречный район · Томский район · расчёт на 12.05.2026»: what the head of the pane leaves out. */
export const placeLine = ({ municipality, today }: WorkbookReport): string =>
  [municipality, today === '' ? '' : words.calculatedOn(showDay(today))]
    .filter((part) => part !== '')
    .join(' · ');

const OPEN_STATES: readonly RowState[] = ['missing', 'partial', 'not-due'];

/** What keeps rows of the form open, in the order of urgency; states that do not occur are left out. */
export const openStates = (
  rows: WorkbookReport['rows'],
): readonly { readonly state: RowState; readonly count: number }[] =>
  OPEN_STATES.map((state) => ({ state, count: rows.filter((row) => row.state === state).length })).filter(
    ({ count }) => count > 0,
  );

export const countOf = ({ control }: WorkbookReport, severity: Severity): number =>
  control.issues.filter((issue) => issue.severity === severity).length;

/** An obligation as one line. */
export interface DeadlineLine {
  readonly code: string;
  readonly title: string;
  readonly when: string;
  readonly state: ObligationState;
}

const LISTED_AT_MOST = 3;

/** What comes next: late first, then by date; what is done or has no date is left out. */
export const nextDeadlines = ({ control }: WorkbookReport): readonly DeadlineLine[] =>
  control.obligations
    .flatMap(({ code, title, due, daysLeft, state }) =>
      due === null || daysLeft === null || state === 'done' ? [] : [{ code, title, due, daysLeft, state }],
    )
    .sort((one, other) => one.daysLeft - other.daysLeft)
    .slice(0, LISTED_AT_MOST)
    .map(({ code, title, due, daysLeft, state }) => ({
      code,
      title,
      state,
      when: words.deadlines.line(showDay(due), daysLeft),
    }));

/** A step in words. */
export function describeStep(step: NextStep): StepWords {
  const { steps } = words;
  switch (step.kind) {
    case 'adoption':
    case 'databank':
    case 'passport':
      return steps[step.kind]();
    case 'disagreement':
      return steps.disagreement(step.numbers);
    case 'errors':
      return steps.errors(step.code, step.count, step.all);
    case 'overdue':
      return steps.overdue(step.title, step.days, step.others);
    case 'consent':
    case 'missing':
    case 'gaps':
      return steps[step.kind](step.count);
    case 'send':
      return steps.send(step.title, step.days);
    case 'due':
      return steps.due(step.title, step.days);
    case 'warnings':
      return steps.warnings(step.code, step.count);
  }
}
