import { toCol } from '@borgar/fx';
import { areaAddress, type Rect } from '../../host/objects/places';

/** A cell, 1-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is selected: the cell that is typed into, and the rectangle around it. */
export interface Selected {
  readonly active: Place;
  readonly area: Rect;
}

export const columnName = (column: number): string => toCol(column - 1);

export const addressOf = ({ row, column }: Place): string => columnName(column) + String(row);

export const areaName = (area: Rect): string => areaAddress(area);

export const rectOf = (one: Place, other: Place = one): Rect => ({
  top: Math.min(one.row, other.row),
  left: Math.min(one.column, other.column),
  bottom: Math.max(one.row, other.row),
  right: Math.max(one.column, other.column),
});

export const isInside = ({ row, column }: Place, area: Rect): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

export const sameRect = (one: Rect, other: Rect): boolean =>
  one.top === other.top &&
  one.left === other.left &&
  one.bottom === other.bottom &&
  one.right === other.right;

/** A selection grown until no merged cell is cut. */
export function wholeMerges(area: Rect, merges: readonly Rect[]): Rect {
  let grown = area;
  for (let again = true; again;) {
    again = false;
    for (const merge of merges) {
      const touches =
        merge.top <= grown.bottom &&
        merge.bottom >= grown.top &&
        merge.left <= grown.right &&
        merge.right >= grown.left;
      if (!touches) continue;
      const next = {
        top: Math.min(grown.top, merge.top),
        left: Math.min(grown.left, merge.left),
        bottom: Math.max(grown.bottom, merge.bottom),
        right: Math.max(grown.right, merge.right),
      };
      if (!sameRect(next, grown)) {
        grown = next;
        again = true;
      }
    }
  }
  return grown;
}
