import { memo } from 'react';
import type { SheetView } from '../../book/sheet';
import { addressOf } from '../places';
import { Cell } from './Cell';
import { mergeAt } from './moves';

/** A row or column as it is drawn: its number on the sheet, its place and size in pixels. */
export interface Span {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

interface RowProps {
  readonly view: SheetView;
  readonly row: Span;
  readonly columns: readonly Span[];
  /** Changes when anything on the sheet may look different. */
  readonly version: number;
}

const PADDING = 7;

/** How far a text that is too long runs over the empty cells to its right; null when it fits. */
function spillOf(view: SheetView, row: number, column: Span, textWidth: number): number | null {
  if (textWidth + PADDING <= column.size) return null;
  let width = column.size;
  for (let next = column.index + 1; width < textWidth + PADDING && next <= view.extent.columns; next++) {
    if (!view.isEmpty(row, next) || mergeAt(view, { row, column: next }) !== undefined) break;
    width += view.columnWidth(next);
  }
  return width > column.size ? width : null;
}

/** The cells of one row in one quarter of the grid; merged cells are drawn apart. */
export const Row = memo(function Row({ view, row, columns }: RowProps) {
  return (
    <div role="row" aria-rowindex={row.index} className="row" style={{ top: row.start, height: row.size }}>
      {columns.map((column) => {
        const place = { row: row.index, column: column.index };
        if (mergeAt(view, place) !== undefined) return null;
        const cell = view.cell(row.index, column.index);
        const mayRun = cell.text !== '' && cell.align === 'left' && !cell.wrap;
        return (
          <Cell
            key={column.index}
            address={addressOf(place)}
            place={place}
            cell={cell}
            left={column.start}
            top={0}
            width={column.size}
            height={row.size}
            spill={mayRun ? spillOf(view, row.index, column, view.textWidth(row.index, column.index)) : null}
          />
        );
      })}
    </div>
  );
});
