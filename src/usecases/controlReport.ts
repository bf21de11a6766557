import { reportingPeriod } from '../control/period';
import type { Fix, Issue } from '../control/issue';
import type { Obligation } from '../control/obligations';
import { isMemberOn, readMeetings, readMembers } from '../control/voting';
import { fixWords, issueWords } from '../messages/control';
import { obligationBasis, obligationTitle } from '../messages/obligations';
import { cellAddress, type CellPlace } from '../register/addresses';
import { isoFromSerial } from '../register/dates';
import type { PassportKey } from '../register/fixedCells';
import { anchoredSheet, passportCell } from '../register/parse';
import { placeOf } from '../register/register';
import { foldCase } from '../register/text';
import type { AssociationReport, ControlReport, FixReport, IssueReport, ObligationReport } from './contract';
import type { JudgedRegister } from './judge';

/** What the control found, in words. */
export function controlReport(judged: JudgedRegister): ControlReport {
  const { issues, obligations, readiness } = judged;
  return {
    issues: issues.map((issue) => issueReport(issue, judged)),
    obligations: obligations.map((obligation) => obligationReport(obligation, judged)),
    readiness,
  };
}

function issueReport(issue: Issue, { rules }: JudgedRegister): IssueReport {
  const { code, severity, sheet, table, cell, clause = '', fix } = issue;
  const { trouble, remedy } = issueWords(issue, rules.regulation.words);
  return {
    ...{ code, severity, sheet, table, cell, trouble, remedy },
    basis: clause,
    fix: fix === undefined ? null : fixReport(fix),
  };
}

const fixReport = (fix: Fix): FixReport => ({
  kind: fix.kind,
  label: fixWords(fix),
  changes: 'changes' in fix ? fix.changes : [],
  fix,
});

/** Kinds of duties that nothing in the workbook but a date typed into «Выполнено» tells of. */
const MARKED_BY_HAND: readonly Obligation['duty']['kind'][] = ['plan', 'report', 'yearly'];

function obligationReport(obligation: Obligation, judged: JudgedRegister): ObligationReport {
  const { code, duty, clause, due, daysLeft, state, typed } = obligation;
  return {
    ...{ code, clause, daysLeft, state },
    title: obligationTitle(obligation, judged.rules.regulation.words),
    due: due === null ? null : isoFromSerial(due),
    basis: obligationBasis(obligation),
    place: placeToFill(obligation, judged),
    canBeMarked: MARKED_BY_HAND.includes(duty.kind) || typed !== null,
    marked: typed === null ? null : isoFromSerial(typed),
  };
}

/** Duties that a field of the passport fulfils. */
const PASSPORT_FIELD: Partial<Record<Obligation['duty']['kind'], PassportKey>> = {
  'databank-update': 'databankDate',
  term: 'orderDate',
};

function placeToFill({ code, duty, place }: Obligation, judged: JudgedRegister): CellPlace | null {
  if (place !== null) return place;
  const field = PASSPORT_FIELD[duty.kind];
  return field === undefined ? deadlinePlace(code, judged) : passportPlace(field, judged);
}

function passportPlace(field: PassportKey, { snapshot }: JudgedRegister): CellPlace | null {
  const sheet = anchoredSheet(snapshot, 'Паспорт');
  if (sheet === undefined) return null;
  const { row, column } = passportCell(snapshot, field);
  return { sheet: sheet.name, cell: cellAddress(row, column) };
}

/** «Выполнено» in the obligation's row of «Сроки»; null while there is no such row. */
export function deadlinePlace(
  code: string,
  { register }: Pick<JudgedRegister, 'register'>,
): CellPlace | null {
  const table = register.tables.Сроки;
  if (table === undefined || table.indexOf('Выполнено') < 0) return null;
  const at = table.indexOf('Код');
  const row = table.rows.findIndex((cells) => foldCase(String(cells[at] ?? '')) === foldCase(code));
  return row < 0 ? null : placeOf(table, row, 'Выполнено');
}

/** Members of today, meetings held in the period and how many the regulation asks for. */
export function associationReport({
  register,
  rules,
  today,
  obligations,
}: JudgedRegister): AssociationReport {
  const { begin, end } = reportingPeriod(register, rules, today);
  const teachers = register.tables.Педагоги;
  const members =
    teachers === undefined
      ? null
      : readMembers(register).filter((member) => isMemberOn(member, Math.floor(today))).length;
  const held = readMeetings(register, rules, today).filter(
    (meeting) => meeting.held && meeting.date !== null && meeting.date >= begin && meeting.date <= end,
  );
  return {
    members,
    meetingsHeld: held.length,
    meetingsRequired: meetingsRequired(obligations),
    databank: teachers === undefined ? null : placeOf(teachers, 0, 'ФИО'),
  };
}

/** So many in the period, or one a quarter or term. */
function meetingsRequired(obligations: readonly Obligation[]): number | null {
  const required = obligations.map(({ duty }) =>
    duty.kind === 'meetings' ? duty.required : duty.kind === 'meeting' ? 1 : 0,
  );
  const sum = required.reduce((total, each) => total + each, 0);
  return sum === 0 ? null : sum;
}
