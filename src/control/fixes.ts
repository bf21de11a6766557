import type { Plan, WorkbookAction } from '../plan/action';
import { cellAddress, columnLetters, parseArea } from '../register/addresses';
import type { CellChange, Fix, FixKind, Issue } from './issue';

/** Fixes as plans: one, all of a kind, or all; a dry run before, and the way back after. */

export interface FixPlan {
  readonly actions: Plan;
  /** Sheets to be called by their names again; the layout knows how their tabs look. */
  readonly renames: readonly SheetNameFix[];
  /** Every cell the plan changes, old and new: the dry run. */
  readonly changes: readonly CellChange[];
  /** True when the structure has to be built anew as well: the work of «Создать реестр». */
  readonly needsRepair: boolean;
}

export type SheetNameFix = Extract<Fix, { kind: 'sheet name' }>;

/** The fixes that the issues propose, of one kind or of all. */
export const fixesOf = (issues: readonly Issue[], kind?: FixKind): readonly Fix[] =>
  issues.flatMap(({ fix }) => (fix === undefined || (kind !== undefined && fix.kind !== kind) ? [] : [fix]));

const placeOf = ({ sheet, cell }: CellChange): string => JSON.stringify([sheet, cell]);

/** Of several fixes of one cell the first is made; what is left of it the next check says again. */
export function planFixes(fixes: readonly Fix[]): FixPlan {
  const changes = new Map<string, CellChange>();
  const actions: WorkbookAction[] = [];
  const renames: SheetNameFix[] = [];
  let needsRepair = false;
  for (const fix of fixes) {
    switch (fix.kind) {
      case 'take in rows':
        actions.push({ kind: 'resizeTable', table: fix.table, sheet: fix.sheet, address: fix.address });
        break;
      case 'sheet name':
        renames.push(fix);
        break;
      case 'repair':
        needsRepair = true;
        break;
      default:
        for (const change of fix.changes) {
          if (!changes.has(placeOf(change))) changes.set(placeOf(change), change);
        }
    }
  }
  const all = [...changes.values()];
  return { actions: [...writeCells(all), ...actions], changes: all, renames, needsRepair };
}

/** The same cells as they were: what «Отменить» writes. */
export const undoChanges = (changes: readonly CellChange[]): Plan =>
  writeCells(changes.map((change) => ({ ...change, old: change.new, new: change.old })));

interface Write {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellChange['new'];
}

/** Cells that stand one under another are written together. */
function writeCells(changes: readonly CellChange[]): Plan {
  const cells = changes
    .flatMap(({ sheet, cell, new: value }): Write[] => {
      const area = parseArea(cell);
      return area === null ? [] : [{ sheet, row: area.top, column: area.left, value }];
    })
    .sort(
      (one, other) => compare(one.sheet, other.sheet) || one.column - other.column || one.row - other.row,
    );
  const runs: Write[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.sheet === cell.sheet && last.column === cell.column && last.row + 1 === cell.row;
    if (run !== undefined && follows) run.push(cell);
    else runs.push([cell]);
  }
  return runs.flatMap((run): WorkbookAction[] => {
    const [first] = run;
    if (first === undefined) return [];
    const { sheet, row, column } = first;
    const top = cellAddress(row, column);
    const address = run.length === 1 ? top : `${top}:${columnLetters(column)}${String(row + run.length - 1)}`;
    return [{ kind: 'writeValues', sheet, address, values: run.map(({ value }) => [value]) }];
  });
}

/** By character codes: the same everywhere. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
