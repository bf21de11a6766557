import { shellWords } from '../messages/pane/shell';
import type { WorkbookReport } from '../usecases/contract';
import type { ViewName } from './view';

/** Under the name of the association: «2025/2026 учебный год · Томский район». */
export const passportLine = ({ schoolYear, regulation }: WorkbookReport): string =>
  [schoolYear === '' ? '' : shellWords.passport.schoolYear(schoolYear), regulation]
    .filter((part) => part !== '')
    .join(' · ');

/** A number beside the name of a tab, and what it says in words. */
export interface TabCount {
  readonly count: number;
  readonly words: string;
}

/** What calls for a look behind the tabs; nothing where there is nothing. */
export function tabCounts({ control }: WorkbookReport): Readonly<Partial<Record<ViewName, TabCount>>> {
  const errors = control.issues.filter(({ severity }) => severity === 'error').length;
  const overdue = control.obligations.filter(({ state }) => state === 'overdue').length;
  return {
    ...(errors > 0 ? { control: { count: errors, words: shellWords.errorCount(errors) } } : {}),
    ...(overdue > 0 ? { deadlines: { count: overdue, words: shellWords.overdueCount(overdue) } } : {}),
  };
}
