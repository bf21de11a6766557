import { isSetUp } from '../control/context';
import { locateTables } from '../register/locate';
import { titledSheet } from '../register/parse';
import type { WorkbookSnapshot } from '../register/snapshot';
import { shapeAfter } from '../workbook/applyPlan';
import { CellEditModeError, asUserFacing } from '../workbook/errors';
import { type Edit, listenToEdits } from '../workbook/events';
import { type Piece, readPieces } from '../workbook/readPieces';
import { type WorkbookReading, readAgain } from '../workbook/readSnapshot';
import { judgedNow, undoable, type Book } from './book';
import type { WatchListener } from './contract';
import { REGISTER_SCOPE } from './scope';
import { reportOf } from './verify';
import { joined, liveSheets } from './write';

/** Quick edits are looked at together: so long it is waited for another. */
const PAUSE_MILLISECONDS = 150;
/** So long it is waited while the user types in a cell, when Excel answers nothing. */
const TYPING_MILLISECONDS = 1000;

export type Wait = (milliseconds: number) => Promise<void>;

const waitAwhile: Wait = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Reports anew after every edit of the user's: what was edited is read in one trip, the rest is known. Edits of
 * the add-in's own raise no report; one of a co-author's raises `onStale`, and the next report reads everything.
 */
export async function watchBook(
  book: Book,
  listener: WatchListener,
  wait: Wait = waitAwhile,
): Promise<() => Promise<void>> {
  let pending: readonly Edit[] = [];
  let isOver = false;
  let mustReadAll = false;
  let isRunning = false;

  const recheck = async (edits: readonly Edit[]): Promise<void> => {
    const base = book.known();
    if (base === null || !isSetUp(base.snapshot)) return;
    const pieces = mustReadAll ? null : piecesOf(base, edits);
    if (pieces?.length === 0) return;
    const fresh = await asUserFacing(() => book.run((context) => readEdited(context, base, pieces)));
    // A change has read the workbook, or written to it, meanwhile: its report says it all.
    if (book.known() !== base) return;
    mustReadAll = false;
    book.remember(fresh);
    if (isOver || !isSetUp(fresh.snapshot)) return;
    listener.onReport(reportOf(judgedNow(book, fresh), { undoable: undoable(book) }).report);
  };

  const drain = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      while (pending.length > 0 && !isOver) {
        await wait(PAUSE_MILLISECONDS);
        const edits = pending;
        pending = [];
        try {
          await book.look(() => recheck(edits));
        } catch (error) {
          if (!(error instanceof CellEditModeError)) throw error;
          pending = [...edits, ...pending];
          await wait(TYPING_MILLISECONDS);
        }
      }
    } catch (error) {
      // What was edited is not known any more: the next report reads everything.
      mustReadAll = true;
      listener.onFailure(error);
    } finally {
      isRunning = false;
    }
  };

  const stop = await listenToEdits(book.run, (edit) => {
    if (isOver) return;
    if (edit.isRemote) {
      mustReadAll = true;
      listener.onStale();
    } else if (!edit.isOwn) {
      pending = [...pending, edit];
      void drain();
    }
  });
  return async () => {
    isOver = true;
    await stop();
  };
}

const readEdited = (
  context: Excel.RequestContext,
  base: WorkbookReading,
  pieces: readonly Piece[] | null,
): Promise<WorkbookReading> => {
  const shape = shapeAfter(base, []);
  return pieces === null
    ? readAgain(context, REGISTER_SCOPE, shape)
    : readPieces(context, REGISTER_SCOPE, base, shape, pieces);
};

/**
 * The rows that were edited, and the sheets whose formulas speak of the whole register. Null: the structure has
 * changed; empty: nothing that a register is read from.
 */
function piecesOf({ snapshot, sheetIds }: WorkbookReading, edits: readonly Edit[]): readonly Piece[] | null {
  const rows = new Map<string, { top: number; bottom: number }[]>();
  const own = sheetsRead(snapshot);
  for (const { what, sheetId, areas } of edits) {
    const sheet = sheetIds.get(sheetId);
    // sheets the add-in has added or removed itself are known, or gone, already
    if (what === 'sheet added' ? sheet !== undefined : what === 'sheet deleted' && sheet === undefined)
      continue;
    if (sheet === undefined || areas === null) return null;
    if (own.has(sheet)) rows.set(sheet, [...(rows.get(sheet) ?? []), ...areas]);
  }
  if (rows.size === 0) return [];
  return [
    ...[...rows].flatMap(([sheet, stretches]) => joined(stretches).map((each) => ({ sheet, rows: each }))),
    ...liveSheets(snapshot).map((sheet) => ({ sheet, rows: null })),
  ];
}

/** Sheets that a register is read from; «Контроль» is only written. */
function sheetsRead(snapshot: WorkbookSnapshot): ReadonlySet<string> {
  const located = locateTables(snapshot);
  const own = Object.values(located).flatMap(({ table, sheet }) => (table === 'Контроль' ? [] : [sheet]));
  const lists = titledSheet(snapshot, 'Справочники');
  return new Set([...own, ...liveSheets(snapshot), ...(lists === undefined ? [] : [lists.name])]);
}
