import fc from 'fast-check';
import { nextSteps, targetOf } from '../../src/taskpane/nextSteps';
import { describeStep } from '../../src/taskpane/overviewView';
import type { IssueReport, ObligationReport, WorkbookReport } from '../../src/usecases/contract';
import { agreedReport, report } from './reports';
import { controlledReport, issues, obligations } from './viewReports';

/** An association in which nothing is left to do. */
const whole: WorkbookReport = {
  ...agreedReport,
  rows: agreedReport.rows.map((row) => ({ ...row, state: 'value', value: row.value ?? 1, gaps: 0 })),
};

const [someIssue] = issues;
const [someObligation] = obligations;
if (someIssue === undefined || someObligation === undefined) throw new Error('the samples are empty');

const issue = (code: string, severity: IssueReport['severity']): IssueReport => ({
  ...someIssue,
  code,
  severity,
});
const obligation = (code: string, state: ObligationReport['state'], daysLeft: number): ObligationReport => ({
  ...someObligation,
  ...{ code, state, daysLeft },
  title: `Сделать ${code}`,
});

const withControl = (control: Partial<WorkbookReport['control']>): WorkbookReport => ({
  ...whole,
  control: { ...whole.control, ...control },
});

const kinds = (given: WorkbookReport) => nextSteps(given).map(({ kind }) => kind);

describe('taskpane/nextSteps', () => {
  it('begins an empty register with what the user has already, the databank and the passport, and nothing of all that is missing', () => {
    const empty = {
      ...report,
      association: '',
      numbers: { ...report.numbers, members: 0 },
      rows: whole.rows,
      control: { ...controlledReport.control, obligations: [] },
    };
    expect(nextSteps(empty)).toEqual([
      { kind: 'adoption' },
      { kind: 'databank', place: { sheet: 'Банк данных', cell: 'A2' } },
      { kind: 'passport' },
    ]);
  });

  it('leads to the databank wherever its table stands, and to none where there is no table', () => {
    const place = { sheet: 'Учителя', cell: 'B5' };
    const at = (databank: typeof place | null): WorkbookReport => ({
      ...whole,
      numbers: { ...report.numbers, members: 0, databank },
    });
    expect(nextSteps(at(place))).toContainEqual({ kind: 'databank', place });
    expect(kinds(at(null))).not.toContain('databank');
  });

  it('puts numbers that are wrong on the sheet before everything else', () => {
    expect(nextSteps(controlledReport)[0]).toEqual({ kind: 'disagreement', numbers: ['8', '9'] });
  });

  it('leads to the kind of error there is most of', () => {
    const found = [issue('required', 'error'), issue('enum', 'error'), issue('enum', 'error')];
    expect(nextSteps(withControl({ issues: found }))).toEqual([
      { kind: 'errors', code: 'enum', count: 2, all: 3 },
    ]);
  });

  it('takes of equals the one that is listed first', () => {
    const found = [issue('date', 'error'), issue('enum', 'error')];
    expect(nextSteps(withControl({ issues: found }))[0]).toMatchObject({ code: 'date' });
  });

  it('asks for consents in words of their own, not as one more error', () => {
    const found = [issue('consent', 'error'), issue('consent', 'error')];
    expect(nextSteps(withControl({ issues: found }))).toEqual([{ kind: 'consent', count: 2 }]);
  });

  it('counts consents among all errors, as the tab does', () => {
    const found = [issue('consent', 'error'), issue('required', 'error')];
    expect(nextSteps(withControl({ issues: found }))[0]).toMatchObject({ kind: 'errors', count: 1, all: 2 });
  });

  it('names what is overdue longest and counts the others', () => {
    const owed = [
      obligation('report', 'overdue', -3),
      obligation('plan', 'overdue', -40),
      obligation('leader-order', 'done', -90),
    ];
    expect(nextSteps(withControl({ obligations: owed }))).toEqual([
      { kind: 'overdue', code: 'plan', title: 'Сделать plan', days: 40, others: 1 },
    ]);
  });

  it('names what comes soon, and leaves alone what has time', () => {
    const owed = [
      obligation('monitoring', 'ok', 200),
      obligation('report', 'soon', 25),
      obligation('meetings', 'risk', 12),
    ];
    expect(nextSteps(withControl({ obligations: owed }))).toEqual([
      { kind: 'due', code: 'meetings', title: 'Сделать meetings', days: 12 },
      { kind: 'send', title: 'Сделать report', days: 25 },
    ]);
  });

  it('leads to the copy for the department when the report is close, by the nearest of its dates', () => {
    const owed = [
      obligation('report-2', 'soon', 20),
      obligation('report', 'risk', 4),
      obligation('meetings', 'soon', 12),
    ];
    const [first, second] = nextSteps(withControl({ obligations: owed }));
    expect([first?.kind, second?.kind]).toEqual(['send', 'due']);
    if (first === undefined) throw new Error('no step');
    expect(targetOf(first)).toEqual({ kind: 'view', view: 'documents', focus: 'department' });
    expect(describeStep(first).reason).toContain('через 4\u00a0дня');
  });

  it('counts rows without data and rows with gaps', () => {
    const rows = whole.rows.map((row, index) =>
      index < 2
        ? { ...row, state: 'missing' as const, value: null }
        : index < 5
          ? { ...row, state: 'partial' as const, gaps: 1 }
          : row,
    );
    expect(nextSteps({ ...whole, rows })).toEqual([
      { kind: 'missing', count: 2 },
      { kind: 'gaps', count: 3 },
    ]);
  });

  it('comes to warnings last, and not to those that only repeat a deadline', () => {
    const found = [issue('obligation', 'warning'), issue('obligation', 'warning'), issue('name', 'warning')];
    expect(nextSteps(withControl({ issues: found }))).toEqual([{ kind: 'warnings', code: 'name', count: 1 }]);
  });

  it('has nothing to ask for when everything is done', () => {
    expect(nextSteps(whole)).toEqual([]);
  });

  it('names three at most, one of a kind, each with words and a way there', () => {
    const codes = fc.constantFrom('required', 'enum', 'consent', 'name', 'obligation', 'unheard-of');
    const severities = fc.constantFrom('error' as const, 'warning' as const, 'info' as const);
    const found = fc.array(fc.tuple(codes, severities).map(([code, severity]) => issue(code, severity)));
    const states = fc.constantFrom(
      'done' as const,
      'ok' as const,
      'soon' as const,
      'risk' as const,
      'overdue' as const,
    );
    const owed = fc.array(
      fc
        .tuple(states, fc.integer({ min: -400, max: 400 }))
        .map(([state, days]) => obligation(`o${String(days)}`, state, days)),
    );
    fc.assert(
      fc.property(found, owed, fc.constantFrom(null, 0, 5), (all, duties, members) => {
        const given = withControl({ issues: all, obligations: duties });
        const steps = nextSteps({ ...given, numbers: { ...given.numbers, members } });
        expect(steps.length).toBeLessThanOrEqual(3);
        expect(new Set(steps.map(({ kind }) => kind)).size).toBe(steps.length);
        for (const step of steps) {
          const { title, reason } = describeStep(step);
          expect([title, reason].every((text) => text !== '' && !/undefined|null|NaN/.test(text))).toBe(true);
          expect(targetOf(step)).toBeDefined();
        }
      }),
    );
  });

  it('is the same for the same report', () => {
    expect(kinds(controlledReport)).toEqual(kinds(controlledReport));
  });
});

describe('where a step leads', () => {
  it('opens the errors of the kind, the deadline, the rows that need attention', () => {
    expect(targetOf({ kind: 'errors', code: 'enum', count: 2, all: 3 })).toEqual({
      kind: 'view',
      view: 'control',
      focus: 'enum',
    });
    expect(targetOf({ kind: 'due', code: 'report', title: '', days: 2 })).toMatchObject({
      view: 'deadlines',
      focus: 'report',
    });
    expect(targetOf({ kind: 'missing', count: 3 })).toMatchObject({ view: 'indicators', focus: 'attention' });
  });
});
