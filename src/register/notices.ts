/**
 * What a plan has to say to the user, as data; `src/messages/notices.ts` makes the words at the very end.
 * An obstacle is said before anything is written, and nothing is written.
 */
export type Obstacle =
  | { readonly code: 'sheet-protected'; readonly sheet: string }
  /** Cells of the user's stand where columns of ours have to be added. */
  | {
      readonly code: 'cells-in-the-way';
      readonly table: string;
      readonly sheet: string;
      readonly cells: string;
    }
  /** A column of the name of a formula column of ours holds the user's own values or formulas. */
  | {
      readonly code: 'formula-column-typed';
      readonly table: string;
      readonly sheet: string;
      readonly column: string;
    }
  /** Rows were inserted above the fixed cells of «Правила»: formulas read them where they were. */
  | { readonly code: 'rules-moved'; readonly sheet: string }
  | { readonly code: 'headers-hidden'; readonly table: string; readonly sheet: string };

/** A cell of «Правила» that the user had edited, and what the regulation applied says there. */
export interface RuleEdit {
  /** The rule's title. */
  readonly title: string;
  /** The edited column; null: the value. */
  readonly column: string | null;
  /** As a person reads it, "" for an empty cell. */
  readonly typed: string;
  readonly now: string;
  readonly clause: string;
}

/** What falls short under the regulation applied from now on, and did not before. */
export type Shortfall =
  /** Values of the databank that were in their list. */
  | {
      readonly code: 'outside-list';
      readonly column: string;
      readonly count: number;
      readonly values: readonly string[];
    }
  | {
      readonly code: 'members-short';
      readonly association: string;
      readonly members: number;
      readonly least: number;
      readonly clause: string;
    }
  | { readonly code: 'roles-vacant'; readonly roles: readonly string[]; readonly clause: string }
  | { readonly code: 'leader-unmet'; readonly name: string; readonly clause: string }
  /** Meetings held without the quorum, by their numbers. */
  | {
      readonly code: 'meetings-without-quorum';
      readonly meetings: readonly number[];
      readonly clause: string;
    }
  | { readonly code: 'decisions-not-passed'; readonly count: number; readonly clause: string }
  /** Quarters or terms that are over without a meeting, or meetings the whole period lacks. */
  | { readonly code: 'meetings-missed'; readonly count: number; readonly clause: string };

export type RegisterNotice =
  /** Another regulation is applied from now on; `custom`: the rules on the sheet stay and are the user's to edit. */
  | {
      readonly code: 'regulation-changed';
      readonly from: string;
      readonly to: string;
      readonly custom: boolean;
    }
  /** Rules the user had edited gave way to those of the regulation applied now. */
  | { readonly code: 'rules-replaced'; readonly rules: readonly RuleEdit[] }
  /** Rules of the user's own stay, because neither regulation speaks of them. */
  | { readonly code: 'rules-kept'; readonly rules: readonly RuleEdit[] }
  /** Lines of «Документы»; `filled`: lines of the former regulation that stay because somebody filled them in. */
  | {
      readonly code: 'documents-changed';
      readonly added: number;
      readonly removed: number;
      readonly filled: number;
    }
  /** Rows of ours have no room under a table. */
  | {
      readonly code: 'rows-not-added';
      readonly table: string;
      readonly sheet: string;
      readonly count: number;
    }
  /** The passport named the municipality of the former regulation, as it had been proposed. */
  | { readonly code: 'municipality-changed'; readonly from: string; readonly to: string }
  | { readonly code: 'report-year-proposed'; readonly year: string }
  | Shortfall
  /** A required column is not there: an empty one has been added, and what leans on it is not known. */
  | { readonly code: 'missing-column'; readonly table: string; readonly column: string }
  /** A formula column held typed values; its formula has been put back. */
  | { readonly code: 'formula-restored'; readonly table: string; readonly column: string }
  /** A value was typed over a formula of the form; the formula has been put back. */
  | { readonly code: 'form-formula-restored'; readonly row: string; readonly typed: string }
  /** A sheet of the user's bears a name of ours; ours was given another. */
  | { readonly code: 'sheet-renamed'; readonly sheet: string; readonly instead: string }
  | { readonly code: 'unknown-regulation'; readonly name: string; readonly instead: string }
  | { readonly code: 'unknown-school-year'; readonly typed: string }
  | { readonly code: 'today-not-a-date'; readonly typed: string }
  | { readonly code: 'manual-calculation' }
  | { readonly code: 'meeting-number'; readonly typed: string; readonly most: number }
  | { readonly code: 'names-not-added'; readonly count: number }
  /** Rows typed directly under a table that did not grow: they are no part of it and do not count. */
  | {
      readonly code: 'rows-under-table';
      readonly table: string;
      readonly sheet: string;
      readonly count: number;
    };

export type Notice = Obstacle | RegisterNotice;
