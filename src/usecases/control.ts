import { planFixes, type FixPlan } from '../control/fixes';
import type { CellChange, Fix } from '../control/issue';
import { UserFacingError } from '../messages/errors';
import { obligationTitle } from '../messages/obligations';
import { FIXING, FULFILLING, HIDDEN_SHEET, WRONG_DAY } from '../messages/report';
import type { CellValue, Plan, WorkbookAction } from '../plan/action';
import { parseArea, type CellPlace } from '../register/addresses';
import { snapshotAfter } from '../register/carriedOut';
import { serialFromIso } from '../register/dates';
import { planEntries } from '../register/entry';
import { TAB_COLORS } from '../register/layout/palette';
import { cellAt, findSheet, parseRegister } from '../register/parse';
import { SHEETS } from '../register/sheets';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldCase } from '../register/text';
import { asUserFacing } from '../workbook/errors';
import { showCell } from '../workbook/showCell';
import { undoPlan } from '../workbook/undoPlan';
import type { Book } from './book';
import { changeBook, type Change } from './change';
import type { ControlUseCases, UndoReport, Work } from './contract';
import { demandEntries } from './entries';
import type { JudgedRegister } from './judge';
import { previewOf } from './preview';
import { planOwnSheets, planWhole, reportNow } from './register';
import { watchBook } from './watch';
import { enter } from './work';

/** A day that is no day of the calendar was to be typed. */
export class WrongDayError extends UserFacingError {
  constructor(typed: string) {
    const { sentence, remedy } = WRONG_DAY(typed);
    super(sentence, remedy);
  }
}

/** The register owes nothing of that code. */
export class NoSuchObligationError extends UserFacingError {
  constructor() {
    super(FULFILLING.unknown.sentence, FULFILLING.unknown.remedy);
  }
}

/** The cell to be shown stands on a sheet that somebody has hidden. */
export class HiddenSheetError extends UserFacingError {
  constructor(sheet: string) {
    const { sentence, remedy } = HIDDEN_SHEET(sheet);
    super(sentence, remedy);
  }
}

/** What is done about what the control found. */
export function controlUseCases(book: Book): ControlUseCases {
  return {
    applyFixes: (fixes, work) => changeBook(book, work, (judged) => fixesChange(judged, fixes, book.today())),
    markFulfilled: (code, day, work) =>
      changeBook(book, work, (judged) => fulfilledChange(judged, code, day)),
    undo: (work) => book.change(() => asUserFacing(() => takeBack(book, work))),
    preview: (task) => previewOf(book, task),
    goTo: (place) => goTo(book, place),
    watch: (listener) => watchBook(book, listener),
  };
}

// ---------------------------------------------------------------------------------------------------------
// Fixes

/** Cells that hold something else by now, and what is no longer proposed, are left and named. */
function fixesChange(judged: JudgedRegister, fixes: readonly Fix[], currentDate: number): Change {
  const { snapshot } = judged;
  const proposed = new Set(judged.issues.flatMap(({ fix }) => (fix === undefined ? [] : [keyOf(fix)])));
  const left: CellPlace[] = [];
  let outdated = 0;
  const current = fixes.flatMap((fix): Fix[] => {
    if (!('changes' in fix)) {
      if (proposed.has(keyOf(fix))) return [fix];
      outdated += 1;
      return [];
    }
    const standing = fix.changes.filter((change) => holds(snapshot, change));
    left.push(...fix.changes.filter((change) => !standing.includes(change)));
    return standing.length === 0 ? [] : [{ ...fix, changes: standing }];
  });
  const plan = planFixes(current);
  const cells: Plan = [...plan.actions, ...renames(plan)];
  const repair = plan.needsRepair
    ? planWhole(snapshotAfter(snapshot, cells), { currentDate }, { structure: true, controlSheet: false })
    : null;
  return {
    actions: [...cells, ...(repair?.actions ?? [])],
    words: FIXING.words({
      cells: plan.changes.length,
      rows: current.reduce((sum, fix) => sum + (fix.kind === 'take in rows' ? fix.rows : 0), 0),
      sheets: plan.renames.length,
      isRepaired: plan.needsRepair,
    }),
    notices: [
      ...(repair?.notices ?? []),
      ...(left.length > 0 ? [FIXING.left(left)] : []),
      ...(outdated > 0 ? [FIXING.outdated(outdated)] : []),
    ],
  };
}

/** Fixes are plain data made by the same code in the same order. */
const keyOf = (fix: Fix): string => JSON.stringify(fix);

const renames = ({ renames: sheets }: FixPlan): readonly WorkbookAction[] =>
  sheets.map(({ sheet, name }) => ({ kind: 'renameSheet', sheet, name, tabColor: tabColorOf(name) }));

const tabColorOf = (name: string): string =>
  TAB_COLORS[SHEETS.find((sheet) => foldCase(sheet.name) === foldCase(name))?.purpose ?? 'settings'];

/** The cell still holds what the fix was made for. */
function holds(snapshot: WorkbookSnapshot, { sheet, cell, old }: CellChange): boolean {
  const area = parseArea(cell);
  return area !== null && valueAtPlace(snapshot, sheet, area.top, area.left) === old;
}

function valueAtPlace(snapshot: WorkbookSnapshot, sheet: string, row: number, column: number): CellValue {
  const table = snapshot.tables.find(
    (each) =>
      foldCase(each.sheet) === foldCase(sheet) &&
      row > each.headerRow &&
      row <= each.headerRow + each.rows.length &&
      column >= each.firstColumn &&
      column < each.firstColumn + each.headers.length,
  );
  return table === undefined
    ? cellAt(findSheet(snapshot, sheet), row, column).value
    : (table.rows[row - table.headerRow - 1]?.[column - table.firstColumn] ?? '');
}

// ---------------------------------------------------------------------------------------------------------
// Obligations

/** «Сроки» gets its rows first where it has none for this obligation. */
function fulfilledChange(judged: JudgedRegister, code: string, day: string | null): Change {
  const obligation = judged.obligations.find((each) => each.code === code);
  if (obligation === undefined) throw new NoSuchObligationError();
  const serial = day === null ? null : serialFromIso(day);
  if (day !== null && serial === null) throw new WrongDayError(day);
  const due = deadlineRow(judged.snapshot, code) === null ? planOwnSheets(judged, false) : [];
  const filled = snapshotAfter(judged.snapshot, due);
  const row = deadlineRow(filled, code) ?? 0;
  const mark = demandEntries(planEntries(filled, 'Сроки', [{ row, values: { Выполнено: serial ?? '' } }]));
  return {
    actions: [...due, ...mark],
    words: FULFILLING.words(obligationTitle(obligation, judged.rules.regulation.words), day !== null),
  };
}

/** 0-based row of «Сроки» of that code. */
function deadlineRow(snapshot: WorkbookSnapshot, code: string): number | null {
  const table = parseRegister(snapshot).tables.Сроки;
  if (table === undefined) return null;
  const at = table.indexOf('Код');
  const row = table.rows.findIndex((cells) => foldCase(String(cells[at] ?? '')) === foldCase(code));
  return row < 0 ? null : row;
}

// ---------------------------------------------------------------------------------------------------------
// Undo, dry runs, cells shown

/** A change cut short on its way back is taken back by asking again. */
async function takeBack(book: Book, work: Work): Promise<UndoReport> {
  return book.run(async (context) => {
    enter(work, 'reading');
    const entry = book.undo?.top() ?? null;
    let kept: readonly CellPlace[] = [];
    if (entry !== null) {
      enter(work, 'writing');
      book.remember(null);
      const undone = await undoPlan(context, entry.point);
      book.undo?.pop();
      kept = [...undone.kept, ...undone.keptSheets.map((sheet) => ({ sheet, cell: 'A1' }))];
    }
    enter(work, 'verifying');
    return { report: (await reportNow(context, book))?.report ?? null, kept };
  });
}

async function goTo(book: Book, place: CellPlace): Promise<void> {
  const known = book.known();
  const sheet = known === null ? undefined : findSheet(known.snapshot, place.sheet);
  if (sheet?.visible === false) throw new HiddenSheetError(place.sheet);
  await asUserFacing(() => book.run((context) => showCell(context, place)));
}
