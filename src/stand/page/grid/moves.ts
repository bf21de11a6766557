import type { Rect } from '../../../host/objects/places';
import type { SheetView } from '../../book/sheet';
import { isInside, rectOf, wholeMerges, type Place, type Selected } from '../places';

/** Where the keys lead on a sheet. */

export type Direction = 'up' | 'down' | 'left' | 'right';

type Map = Pick<SheetView, 'extent' | 'merges' | 'isEmpty' | 'rowHeight' | 'columnWidth'>;

const STEPS: Readonly<Record<Direction, Place>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

export const mergeAt = (sheet: Pick<SheetView, 'merges'>, place: Place): Rect | undefined =>
  sheet.merges.find((merge) => isInside(place, merge));

/** The cell itself, or the first cell of the merged area it lies in. */
export function ownerOf(sheet: Pick<SheetView, 'merges'>, place: Place): Place {
  const merge = mergeAt(sheet, place);
  return merge === undefined ? place : { row: merge.top, column: merge.left };
}

const isOnSheet = (sheet: Map, { row, column }: Place): boolean =>
  row >= 1 && column >= 1 && row <= sheet.extent.rows && column <= sheet.extent.columns;

const isHidden = (sheet: Map, { row, column }: Place): boolean =>
  sheet.rowHeight(row) === 0 || sheet.columnWidth(column) === 0;

/** The next cell that can be seen; merged areas are stepped over whole. */
export function step(sheet: Map, from: Place, direction: Direction): Place {
  const by = STEPS[direction];
  const area = mergeAt(sheet, from) ?? rectOf(from);
  let to = {
    row: by.row > 0 ? area.bottom + 1 : from.row + by.row,
    column: by.column > 0 ? area.right + 1 : from.column + by.column,
  };
  while (isOnSheet(sheet, to) && isHidden(sheet, to)) {
    to = { row: to.row + by.row, column: to.column + by.column };
  }
  return isOnSheet(sheet, to) ? ownerOf(sheet, to) : from;
}

/** Ctrl and an arrow: the last filled cell of the run, or the next filled one, or the edge of what is used. */
export function leap(sheet: Map, from: Place, direction: Direction): Place {
  const isFilled = (place: Place): boolean => !sheet.isEmpty(place.row, place.column);
  let at = from;
  let next = step(sheet, at, direction);
  const inRun = isFilled(at) && isFilled(next);
  while (next.row !== at.row || next.column !== at.column) {
    if (inRun && !isFilled(next)) return at;
    at = next;
    if (!inRun && isFilled(at)) return at;
    next = step(sheet, at, direction);
  }
  return at;
}

/** One cell selected, or the whole merged area it belongs to. */
export function selectCell(sheet: Pick<SheetView, 'merges'>, place: Place): Selected {
  const active = ownerOf(sheet, place);
  return { active, area: mergeAt(sheet, active) ?? rectOf(active) };
}

/** The selection stretched from its active cell to another. */
export function stretch(sheet: Pick<SheetView, 'merges'>, selected: Selected, to: Place): Selected {
  return { active: selected.active, area: wholeMerges(rectOf(selected.active, to), sheet.merges) };
}

/** The corner of a selection that lies opposite to its active cell: what shift and an arrow move. */
export const movingCorner = ({ active, area }: Selected): Place => ({
  row: active.row === area.top ? area.bottom : area.top,
  column: active.column === area.left ? area.right : area.left,
});
