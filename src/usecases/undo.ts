import type { RestorePoint } from '../workbook/restorePoint';

/** A change that can be taken back. */
export interface UndoEntry {
  /** What the user is told of it: «Исправления: 3 ячейки». */
  readonly words: string;
  readonly point: RestorePoint;
}

/** The changes the add-in has made in this workbook since the pane was opened, the last one on top. */
export interface UndoStack {
  readonly top: () => UndoEntry | null;
  readonly push: (entry: UndoEntry) => void;
  readonly pop: () => void;
  /** The change that added a sheet. */
  readonly adding: (sheet: string) => UndoEntry | null;
  /** A change that a later one has continued. */
  readonly replace: (entry: UndoEntry, by: UndoEntry) => void;
}

/** Changes further back are forgotten. */
const MOST_CHANGES = 20;

export function createUndoStack(): UndoStack {
  let entries: readonly UndoEntry[] = [];
  return {
    top: () => entries.at(-1) ?? null,
    push: (entry) => {
      entries = [...entries, entry].slice(-MOST_CHANGES);
    },
    pop: () => {
      entries = entries.slice(0, -1);
    },
    adding: (sheet) =>
      entries.filter(({ point }) => point.added.some(({ name }) => name === sheet)).at(-1) ?? null,
    replace: (entry, by) => {
      entries = entries.map((each) => (each === entry ? by : each));
    },
  };
}
