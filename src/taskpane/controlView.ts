import { changeWords } from '../messages/pane/cells';
import { controlWords as words } from '../messages/pane/control';
import type { CellChange, FixKind, Severity } from '../control/issue';
import type { CellPlace } from '../register/addresses';
import type { FixReport, IssueReport } from '../usecases/contract';
import { grouped } from './grouped';
import { searched } from './text';

/** One issue as the list shows it. */
export interface IssueView {
  /** Stays the same while the issue stands. */
  readonly key: string;
  readonly place: CellPlace;
  /** «Банк данных, J14». */
  readonly where: string;
  readonly trouble: string;
  readonly remedy: string;
  readonly clause: string;
  readonly fix: FixReport | null;
}

/** Fixes of one kind that one button applies together. */
export interface FixGroup {
  readonly kind: FixKind;
  readonly fixes: readonly FixReport[];
}

/** Issues of one code and one severity. */
export interface KindView {
  /** "error/enum". */
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly issues: readonly IssueView[];
  /** Those worth a button of their own: two fixes or more. */
  readonly fixes: readonly FixGroup[];
}

export interface SeverityView {
  readonly severity: Severity;
  readonly name: string;
  readonly count: number;
  readonly kinds: readonly KindView[];
}

/** An issue beside the text it is found by. */
export interface IndexedIssue {
  readonly issue: IssueReport;
  readonly text: string;
}

/** Made once a report: thousands of issues are searched with every letter typed. */
export const indexIssues = (issues: readonly IssueReport[]): readonly IndexedIssue[] =>
  issues.map((issue) => ({
    issue,
    text: searched(
      [issue.sheet, issue.cell, issue.trouble, issue.remedy, issue.basis, words.kind(issue.code)].join(' '),
    ),
  }));

/** Issues in which every word of the query occurs. */
export function findIssues(indexed: readonly IndexedIssue[], query: string): readonly IssueReport[] {
  const wanted = searched(query).split(' ');
  return indexed.filter(({ text }) => wanted.every((word) => text.includes(word))).map(({ issue }) => issue);
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The list: by severity, inside by kind, each in the order of the report; what does not occur is left out. */
export function viewIssues(issues: readonly IssueReport[]): readonly SeverityView[] {
  return ORDER.flatMap((severity) => {
    const own = issues.filter((issue) => issue.severity === severity);
    if (own.length === 0) return [];
    const name = words.severities[severity];
    return [{ severity, name, count: own.length, kinds: viewKinds(severity, own) }];
  });
}

function viewKinds(severity: Severity, issues: readonly IssueReport[]): readonly KindView[] {
  const byCode = grouped(issues, ({ code }) => code);
  return [...byCode].map(([code, own]) => ({
    key: `${severity}/${code}`,
    code,
    name: words.kind(code),
    issues: viewEach(own),
    fixes: groupFixes(own),
  }));
}

/** Two issues of a cell may say the same; the second of them is told from the first. */
function viewEach(issues: readonly IssueReport[]): readonly IssueView[] {
  const met = new Map<string, number>();
  return issues.map(({ code, sheet, cell, trouble, remedy, basis, fix }) => {
    const name = [code, sheet, cell, trouble].join('|');
    const before = met.get(name) ?? 0;
    met.set(name, before + 1);
    return {
      key: before === 0 ? name : `${name}|${String(before)}`,
      place: { sheet, cell },
      where: changeWords.place(sheet, cell),
      trouble,
      remedy,
      clause: basis,
      fix,
    };
  });
}

function groupFixes(issues: readonly IssueReport[]): readonly FixGroup[] {
  const fixes = distinct(issues.flatMap(({ fix }) => (fix === null ? [] : [fix])));
  return [...grouped(fixes, ({ kind }) => kind)]
    .map(([kind, own]) => ({ kind, fixes: own }))
    .filter(({ fixes: own }) => own.length > 1);
}

/** Several issues may propose one and the same fix: a structure is repaired once. */
const distinct = (fixes: readonly FixReport[]): readonly FixReport[] => [
  ...new Map(fixes.map((fix) => [JSON.stringify(fix.fix), fix])).values(),
];

/** The dry run of several fixes: each cell once. */
export function dryRun(fixes: readonly FixReport[]): readonly CellChange[] {
  const changes = fixes.flatMap(({ changes }) => changes);
  return [...new Map(changes.map((change) => [`${change.sheet}|${change.cell}`, change])).values()];
}

/** Up to so many issues every kind is open from the beginning; more are folded under their kinds. */
const OPEN_AT_MOST = 30;
export const isOpenFromTheBeginning = (shown: number): boolean => shown <= OPEN_AT_MOST;

/** How many issues of a kind are shown at a time. */
export const PORTION = 50;
