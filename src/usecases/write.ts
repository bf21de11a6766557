import type { Plan, WorkbookAction } from '../plan/action';
import { parseArea } from '../register/addresses';
import { SHEET_ANCHORS } from '../register/fixedCells';
import { anchoredSheet } from '../register/parse';
import type { WorkbookSnapshot } from '../register/snapshot';
import { applyPlan, shapeAfter } from '../workbook/applyPlan';
import { ProtectedSheetsError } from '../workbook/errors';
import { type Piece, readPieces } from '../workbook/readPieces';
import { type WorkbookReading, readKnown } from '../workbook/readSnapshot';
import { applyRestorably } from '../workbook/undoPlan';
import type { Book } from './book';
import type { Work } from './contract';
import { REGISTER_SCOPE } from './scope';
import type { UndoEntry } from './undo';
import { enter } from './work';

/** How a change is remembered for «Отменить». */
export type Undoing =
  /** As a change of its own, called so. */
  | { readonly words: string }
  /** Together with a change made before. */
  | { readonly continues: UndoEntry }
  /** Not at all: what is written is made anew by every check. */
  | null;

/**
 * Carries a plan out and reads back what it changed; an empty plan makes no trip, unless the workbook does not
 * calculate by itself.
 *
 * @throws CancelledError between the two; what Excel refuses. The workbook is read whole after either.
 */
export async function writeAndRead(
  context: Excel.RequestContext,
  book: Book,
  reading: WorkbookReading,
  actions: Plan,
  work: Work,
  undoing: Undoing,
): Promise<WorkbookReading> {
  if (actions.length > 0) {
    enter(work, 'writing');
    book.remember(null);
    await write(context, book, reading, actions, undoing);
  }
  enter(work, 'verifying');
  const fresh = await readBack(context, reading, actions);
  book.remember(fresh);
  return fresh;
}

async function write(
  context: Excel.RequestContext,
  { undo }: Book,
  reading: WorkbookReading,
  actions: Plan,
  undoing: Undoing,
): Promise<void> {
  if (undo === null || undoing === null) {
    await applyPlan(context, actions, reading);
    return;
  }
  if ('continues' in undoing) {
    const { continues: entry } = undoing;
    await applyRestorably(context, actions, reading, {
      continues: entry.point,
      onRestorePoint: (point) => {
        undo.replace(entry, { ...entry, point });
      },
    });
    return;
  }
  let isPushed = false;
  try {
    await applyRestorably(context, actions, reading, {
      onRestorePoint: (point) => {
        undo.push({ words: undoing.words, point });
        isPushed = true;
      },
    });
  } catch (error) {
    // nothing has been written
    if (isPushed && error instanceof ProtectedSheetsError) undo.pop();
    throw error;
  }
}

async function readBack(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  actions: Plan,
): Promise<WorkbookReading> {
  const { automaticCalculation } = reading.snapshot;
  if (actions.length === 0 && automaticCalculation) return reading;
  const shape = shapeAfter(reading, actions);
  const pieces = automaticCalculation ? piecesOf(reading.snapshot, actions) : null;
  if (pieces !== null) return readPieces(context, REGISTER_SCOPE, reading, shape, pieces);
  // The writing was done with calculation suspended, and conditional formats show only after one (#5299).
  context.application.calculate('Recalculate');
  return readKnown(context, REGISTER_SCOPE, shape);
}

/** Sheets whose formulas speak of the whole register: read with every piece. */
export const liveSheets = (snapshot: WorkbookSnapshot): readonly string[] =>
  Object.keys(SHEET_ANCHORS).flatMap((name) => {
    const sheet = isAnchor(name) ? anchoredSheet(snapshot, name) : undefined;
    return sheet === undefined ? [] : [sheet.name];
  });

const isAnchor = (name: string): name is keyof typeof SHEET_ANCHORS => Object.hasOwn(SHEET_ANCHORS, name);

/** More than so many stretches of rows of a sheet are read as one. */
const MOST_PIECES = 40;

/** The rows a plan writes to; null when it does more than fill cells. */
function piecesOf(snapshot: WorkbookSnapshot, actions: Plan): readonly Piece[] | null {
  const rows = new Map<string, { top: number; bottom: number }[] | null>();
  for (const action of actions) {
    const touched = touchedRows(action);
    if (touched === 'more') return null;
    if (touched === 'nothing') continue;
    const known = rows.get(touched.sheet);
    rows.set(
      touched.sheet,
      touched.rows === null || known === null ? null : [...(known ?? []), touched.rows],
    );
  }
  for (const sheet of liveSheets(snapshot)) rows.set(sheet, null);
  return [...rows].flatMap(([sheet, stretches]): Piece[] =>
    stretches === null ? [{ sheet, rows: null }] : joined(stretches).map((each) => ({ sheet, rows: each })),
  );
}

/** Cells written, looks and the sheet shown aside; null: of the whole sheet. */
function touchedRows(
  action: WorkbookAction,
): { sheet: string; rows: { top: number; bottom: number } | null } | 'nothing' | 'more' {
  switch (action.kind) {
    case 'writeValues':
    case 'clearCells':
    case 'fillFormula':
    case 'writeFormulas':
    case 'setLink': {
      const area = parseArea(action.address);
      return { sheet: action.sheet, rows: area };
    }
    case 'resizeTable':
      return { sheet: action.sheet, rows: null };
    case 'setLook':
    case 'activate':
      return 'nothing';
    default:
      return 'more';
  }
}

/** Stretches that meet are one. */
export function joined(
  stretches: readonly { readonly top: number; readonly bottom: number }[],
): readonly { readonly top: number; readonly bottom: number }[] {
  const found: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of [...stretches].sort((one, other) => one.top - other.top)) {
    const last = found.at(-1);
    if (last !== undefined && top <= last.bottom + 1) last.bottom = Math.max(last.bottom, bottom);
    else found.push({ top, bottom });
  }
  const [first] = found;
  if (first === undefined || found.length <= MOST_PIECES) return found;
  return [{ top: first.top, bottom: Math.max(...found.map(({ bottom }) => bottom)) }];
}
