import { SEVERITIES, type Severity } from '../control/issue';
import { OUTPUT } from '../messages/cli';
import { OBLIGATION_STATES } from '../messages/obligations';
import { controlWords } from '../messages/pane/control';
import { serialFromIso, shownDate } from '../register/dates';
import type { IssueReport, ObligationReport, WorkbookReport } from '../usecases/contract';

/** Of what is only worth knowing so many lines of a kind are shown; errors and warnings all. */
const MOST_INFOS = 5;

/** The control for a terminal: issues by severity and kind, then the deadlines and how ready the appendix is. */
export function checkText(report: WorkbookReport): string {
  const { issues, obligations, readiness } = report.control;
  const { check } = OUTPUT;
  return [
    OUTPUT.title(report.association, report.schoolYear),
    OUTPUT.calculatedOn(report.regulation, shownIso(report.today)),
    '',
    found(report),
    ...SEVERITIES.flatMap((severity) => severityLines(severity, issues)),
    '',
    check.deadlines,
    ...(obligations.length === 0 ? [`  ${check.noDeadlines}`] : obligations.flatMap(obligationLines)),
    '',
    check.readiness(readiness),
    OUTPUT.agreement(report.agreement.agreed, report.agreement.total),
    '',
  ].join('\n');
}

const found = ({ control: { issues } }: WorkbookReport): string => {
  const count = (severity: Severity): number => issues.filter((issue) => issue.severity === severity).length;
  if (issues.length === 0) return OUTPUT.check.nothing;
  return OUTPUT.check.summary(count('error'), count('warning'), count('info'));
};

/** How many issues there are of each severity and kind. */
export function checkSummary(report: WorkbookReport): string {
  const { issues } = report.control;
  const kinds = SEVERITIES.flatMap((severity) => {
    const own = issues.filter((issue) => issue.severity === severity);
    const codes = [...new Set(own.map(({ code }) => code))];
    if (codes.length === 0) return [];
    const counts = codes.map(
      (code) => `${controlWords.kind(code)} ${String(own.filter((issue) => issue.code === code).length)}`,
    );
    return [`  ${controlWords.severities[severity]}: ${counts.join('; ')}`];
  });
  return `${[found(report), ...kinds].join('\n')}\n`;
}

/** The next obligations that are not fulfilled, soonest first. */
export const nextDeadlines = (
  { control }: Pick<WorkbookReport, 'control'>,
  most: number,
): readonly string[] =>
  control.obligations
    .filter(({ state, due }) => state !== 'done' && due !== null)
    .slice(0, most)
    .map(obligationLine);

const shownIso = (iso: string): string => {
  const serial = serialFromIso(iso);
  return serial === null ? iso : shownDate(serial);
};

function severityLines(severity: Severity, all: readonly IssueReport[]): readonly string[] {
  const issues = all.filter((issue) => issue.severity === severity);
  if (issues.length === 0) return [];
  const kinds = [...new Set(issues.map(({ code }) => code))];
  return [
    '',
    `${controlWords.severities[severity].toUpperCase()} (${String(issues.length)})`,
    ...kinds.flatMap((code) => kindLines(code, severity, issues)),
  ];
}

function kindLines(code: string, severity: Severity, all: readonly IssueReport[]): readonly string[] {
  const issues = all.filter((issue) => issue.code === code);
  const shown = severity === 'info' ? issues.slice(0, MOST_INFOS) : issues;
  const left = issues.length - shown.length;
  const basis = [...new Set(issues.map((issue) => issue.basis))].filter((clause) => clause !== '');
  const [clause, ...others] = basis;
  return [
    `  ${controlWords.kind(code)}: ${String(issues.length)}${clause !== undefined && others.length === 0 ? ` — ${clause}` : ''}`,
    ...shown.map(({ sheet, cell, trouble, remedy }) => `    ${sheet}, ${cell}: ${trouble} ${remedy}`),
    ...(left > 0 ? [`    ${OUTPUT.check.more(left)}`] : []),
  ];
}

const obligationLines = (obligation: ObligationReport): readonly string[] => [
  `  ${obligationLine(obligation)}`,
  `    ${[obligation.clause, obligation.basis].filter((part) => part !== '').join('. ')}`,
];

/** «30.05.2026  под угрозой, осталось 5 дней  Отчёт» */
function obligationLine({ due, state, daysLeft, title }: ObligationReport): string {
  const date = due === null ? OUTPUT.check.noDate : shownIso(due);
  const days = state === 'done' || daysLeft === null ? '' : `, ${OUTPUT.check.daysLeft(daysLeft)}`;
  return `${date.padEnd(10)}  ${OBLIGATION_STATES[state]}${days}: ${title}`;
}
