import type { ControlUseCases, ReportUseCases, WorkbookReport } from '../../../src/usecases/contract';
import { controlledReport, manyIssues } from '../../taskpane/viewReports';

/** Use cases without a workbook: they change the report as the genuine ones would, and tell what they were asked. */
export type PaneUseCases = ReportUseCases & ControlUseCases;

export interface FakeWorkbook {
  readonly useCases: PaneUseCases;
  readonly report: () => WorkbookReport;
  /** «goTo Сроки!E4», «applyFixes 3». */
  readonly asked: string[];
}

const reportOf = (situation: string): WorkbookReport => {
  const { control } = controlledReport;
  switch (situation) {
    case 'whole':
      return { ...controlledReport, control: { ...control, issues: [], obligations: [] } };
    case 'many':
      return { ...controlledReport, control: { ...control, issues: manyIssues } };
    default:
      return controlledReport;
  }
};

export function fakeWorkbook(situation: string): FakeWorkbook {
  const asked: string[] = [];
  let report = reportOf(situation);
  const answer = (next: WorkbookReport): Promise<WorkbookReport> => {
    report = next;
    return Promise.resolve(report);
  };
  const useCases: PaneUseCases = {
    createRegister: () => answer(report),
    fillIndicators: () => answer(report),
    checkRegister: () => {
      asked.push('checkRegister');
      return answer({ ...report });
    },
    readReport: () => Promise.resolve(report),
    applyFixes: (fixes) => {
      asked.push(`applyFixes ${String(fixes.length)}`);
      const { issues } = report.control;
      const isFixed = (fix: unknown) => fixes.some((each) => JSON.stringify(each) === JSON.stringify(fix));
      return answer({
        ...report,
        control: { ...report.control, issues: issues.filter(({ fix }) => fix === null || !isFixed(fix.fix)) },
      });
    },
    markFulfilled: (code, day) => {
      asked.push(`markFulfilled ${code} ${day ?? 'null'}`);
      const { obligations } = report.control;
      return answer({
        ...report,
        control: {
          ...report.control,
          obligations: obligations.map((each) =>
            each.code === code ? { ...each, marked: day, state: day === null ? 'overdue' : 'done' } : each,
          ),
        },
      });
    },
    undo: () => Promise.resolve({ report, kept: [] }),
    preview: () => Promise.resolve({ isEmpty: true, sentences: [], changes: [] }),
    goTo: ({ sheet, cell }) => {
      asked.push(`goTo ${sheet}!${cell}`);
      return Promise.resolve();
    },
    watch: () => Promise.resolve(() => Promise.resolve()),
  };
  return { useCases, report: () => report, asked };
}
