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

export type RegisterNotice =
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
