import type { CellValue } from '../plan/action';
import { cellAddress } from '../register/addresses';
import type { TableName } from '../register/tables';
import type { Obligation } from './obligations';
import type { RuleIssue } from './rules';

/**
 * What the checks find, as data (control.md): a discriminated union by code. Words are made of it at the very
 * end, in src/messages/control.ts.
 */

/** The order is that of the list of issues. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A cell of the workbook, counted from 1; the table it belongs to, null outside the tables. */
export interface Spot {
  readonly sheet: string;
  readonly table: TableName | null;
  readonly row: number;
  readonly column: number;
}

/** One cell as a fix changes it. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly old: CellValue;
  readonly new: CellValue;
}

export type CellFixKind =
  'list value' | 'teacher name' | 'organisation name' | 'latin letters' | 'spaces' | 'namesake mark';

/** What would put an issue right; nothing is changed until it is asked for. */
export type Fix =
  /** Several cells when a name of the databank stands in records too. */
  | { readonly kind: CellFixKind; readonly changes: readonly CellChange[] }
  /** Rows under a table become its own: the table is given this address. */
  | {
      readonly kind: 'take in rows';
      readonly sheet: string;
      readonly table: string;
      readonly address: string;
      readonly rows: number;
    }
  /** A sheet of ours gets its name back. */
  | { readonly kind: 'sheet name'; readonly sheet: string; readonly name: string }
  /** What is missing of the register is built anew around what is there. */
  | { readonly kind: 'repair' };

export type FixKind = Fix['kind'];

export type DateTrouble = 'not a date' | 'no such day' | 'impossible year' | 'age' | 'future';
export type NumberTrouble =
  | 'not a number'
  | 'negative'
  | 'not whole'
  | 'more than the age allows'
  | 'less than teaching experience'
  | 'too many hours';
export type NameTrouble =
  'one word' | 'digits' | 'latin letters' | 'wildcards' | 'spaces' | 'initials' | 'error value';
export type StructureTrouble =
  | 'sheet missing'
  | 'sheet renamed'
  | 'sheet doubled'
  | 'table missing'
  | 'table doubled'
  | 'column missing'
  | 'column doubled'
  | 'headers hidden'
  | 'rules moved';
export type AttestationState = 'overdue' | 'risk' | 'soon';

/** A cell of a row: whose row it is, and the column. */
interface InRow {
  /** Who or what the row is about; "" when it does not say. */
  readonly subject: string;
  readonly column: string;
}
interface Typed extends InRow {
  readonly typed: CellValue;
}
/** Another row that the row is like. */
interface Like {
  readonly name: string;
  readonly other: string;
  /** Where the other one stands. */
  readonly otherCell: string;
}

/** What each code tells besides where it is. */
export interface IssueDetails {
  required: InRow;
  enum: Typed & { readonly nearest: string | null };
  date: Typed & { readonly trouble: DateTrouble };
  number: Typed & { readonly trouble: NumberTrouble };
  name: { readonly name: string; readonly trouble: NameTrouble };
  'under-table': { readonly rows: number; readonly tableName: string };
  'formula-overwritten': { readonly column: string; readonly tableName: string };
  structure: {
    readonly trouble: StructureTrouble;
    /** The sheet, table or column it is about, as it should be called. */
    readonly name: string;
    /** How it is called now, where it is called something else. */
    readonly now: string;
  };
  injection: Typed;
  /** A value of «Правила» that cannot be applied. */
  rule: { readonly rule: RuleIssue };

  duplicate: Like;
  /** In the databank, or in a record that names one of them. */
  namesake: {
    readonly name: string;
    readonly people: number;
    readonly inRecord: boolean;
    readonly marked: string | null;
  };
  'near-duplicate': Like & { readonly how: 'one letter' | 'initials' };
  'unknown-teacher': { readonly name: string; readonly nearest: string | null };
  'unknown-org': { readonly subject: string; readonly name: string; readonly nearest: string | null };
  twice: {
    readonly how: 'same record' | 'two teachers';
    readonly subject: string;
    readonly other: string;
    readonly otherCell: string;
  };
  'outside-period': {
    readonly subject: string;
    readonly date: number;
    readonly begin: number;
    readonly end: number;
  };
  'no-date': InRow;
  'no-document': { readonly subject: string; readonly title: string };
  'outside-form': { readonly subject: string; readonly reason: string };
  'assumed-one': InRow;

  'attendance-gap': {
    readonly meeting: number;
    readonly unmarked: number;
    readonly names: readonly string[];
  };
  'attendance-unknown': {
    readonly name: string;
    readonly trouble: 'not in databank' | 'not a member' | 'no name';
    readonly meeting: number;
    readonly nearest: string | null;
  };
  'attendance-before': { readonly meeting: number; readonly marks: number };
  'meeting-order': {
    readonly trouble: 'out of order' | 'same day';
    readonly meeting: number | null;
    readonly other: number | null;
    readonly date: number;
  };
  'meeting-number': {
    readonly trouble: 'doubled' | 'missing' | 'out of range';
    readonly meeting: number;
    readonly most: number;
  };
  votes: { readonly subject: string; readonly votes: number; readonly present: number };
  'no-quorum': {
    readonly subject: string;
    readonly meeting: number;
    readonly present: number;
    readonly members: number;
  };
  'not-passed': { readonly subject: string; readonly inFavour: number; readonly against: number };

  relation:
    | { readonly kind: 'sum-at-most'; readonly rowNo: string; readonly parts: readonly string[] }
    | { readonly kind: 'at-most'; readonly rowNo: string; readonly of: string }
    | { readonly kind: 'at-most-databank' | 'at-most-organisations'; readonly rowNo: string }
    | { readonly kind: 'together'; readonly rowNo: string; readonly sum: string }
    | { readonly kind: 'change'; readonly rowNo: string; readonly value: number; readonly last: number };

  /** Names in «Состав» of a group that the databank does not know. */
  'group-member': {
    readonly subject: string;
    readonly names: readonly string[];
    readonly nearest: string | null;
  };
  'group-dates': { readonly subject: string; readonly created: number; readonly closed: number };
  /** Of «Оценка»: a part that is more than the whole. */
  'more-than-took-part': {
    readonly subject: string;
    readonly columns: readonly string[];
    readonly part: number;
    readonly whole: number;
  };

  size: { readonly members: number; readonly least: number };
  leader: {
    readonly name: string;
    readonly condition: 'education' | 'category' | 'experience';
    readonly found: CellValue;
    readonly wanted: readonly string[];
  };
  role: { readonly role: string; readonly trouble: 'empty' | 'held twice'; readonly name: string };
  term: { readonly order: number; readonly due: number };
  renewal: { readonly renewed: number; readonly members: number; readonly oneOf: number };
  consent: { readonly name: string };
  'databank-stale': { readonly updated: number | null };
  'document-missing': { readonly document: string; readonly trouble: 'no date' | 'not listed' };
  /** An obligation past its date, or close to it. */
  obligation: { readonly obligation: Obligation };
  attestation: {
    readonly name: string;
    readonly category: string;
    readonly state: AttestationState;
    readonly end: number;
    readonly daysLeft: number;
    readonly basis: 'typed' | 'years';
    readonly years: number;
  };
  courses: { readonly name: string; readonly last: number; readonly years: number };
}

export type IssueCode = keyof IssueDetails;

/** What a check says: where, what, and what would put it right. */
export type FindingOf<C extends IssueCode> = C extends IssueCode
  ? {
      readonly code: C;
      readonly at: Spot;
      readonly clause?: string;
      readonly fix?: Fix;
    } & IssueDetails[C]
  : never;
export type Finding = FindingOf<IssueCode>;

export type IssueOf<C extends IssueCode> = C extends IssueCode
  ? {
      readonly code: C;
      readonly severity: Severity;
      readonly sheet: string;
      readonly table: TableName | null;
      /** A1. */
      readonly cell: string;
      /** Clause of the regulation that stands behind it. */
      readonly clause?: string;
      readonly fix?: Fix;
    } & IssueDetails[C]
  : never;
export type Issue = IssueOf<IssueCode>;

/** The finding as it is listed. */
export function asIssue({ at, ...finding }: Finding, severity: Severity): Issue {
  return {
    ...finding,
    severity,
    sheet: at.sheet,
    table: at.table,
    cell: cellAddress(at.row, at.column),
  };
}
