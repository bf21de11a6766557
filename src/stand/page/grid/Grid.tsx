import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Rect } from '../../../host/objects/places';
import { STAND } from '../../../messages/stand';
import type { SheetView } from '../../book/sheet';
import { columnName, sameRect, type Place, type Selected } from '../places';
import { mergeAt, ownerOf, selectCell, stretch } from './moves';
import { Quarter } from './Quarter';
import type { Span } from './Row';

/**
 * A sheet: four quarters in one scrolled area, of which the frozen ones stick to its edges. Only what is in
 * sight is drawn.
 */

export const ROW_HEADER = 46;
export const COLUMN_HEADER = 23;
const OVERSCAN_ROWS = 8;
const OVERSCAN_COLUMNS = 3;

export interface GridProps {
  readonly view: SheetView;
  readonly version: number;
  readonly selected: Selected;
  readonly onSelect: (selected: Selected) => void;
  /** A cell was pressed twice: it is to be edited. */
  readonly onEdit: () => void;
  readonly onFollow: (target: string) => void;
  /** What stands over the active cell: its editor. */
  readonly editor: (box: Box) => ReactNode;
}

/** A place in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Spans of the frozen rows or columns, one after another. */
function frozenSpans(count: number, sizeOf: (index: number) => number): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let index = 1; index <= count; index++) {
    const size = sizeOf(index);
    spans.push({ index, start, size });
    start += size;
  }
  return spans;
}

const endOf = (spans: readonly Span[]): number => {
  const last = spans.at(-1);
  return last === undefined ? 0 : last.start + last.size;
};

export function Grid({ view, version, selected, onSelect, onEdit, onFollow, editor }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Press | null>(null);
  const frozen = view.frozen;
  const frozenRows = frozenSpans(frozen.rows, (row) => view.rowHeight(row));
  const frozenColumns = frozenSpans(frozen.columns, (column) => view.columnWidth(column));
  const top = COLUMN_HEADER + endOf(frozenRows);
  const left = ROW_HEADER + endOf(frozenColumns);

  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoizes this component
  const rowWindow = useVirtualizer({
    count: view.extent.rows - frozen.rows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => view.rowHeight(index + 1 + frozen.rows),
    overscan: OVERSCAN_ROWS,
    paddingStart: top,
    scrollPaddingStart: top,
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: view.extent.columns - frozen.columns,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => view.columnWidth(index + 1 + frozen.columns),
    overscan: OVERSCAN_COLUMNS,
    paddingStart: left,
    scrollPaddingStart: left,
  });

  // Widths, hidden columns and rows in sight may have changed.
  useLayoutEffect(() => {
    for (const { index } of rowWindow.getVirtualItems()) view.remeasure(index + 1 + frozen.rows);
    rowWindow.measure();
    columnWindow.measure();
  }, [view, version, frozen.rows, frozen.columns, rowWindow, columnWindow]);

  useEffect(() => {
    scroller.current?.scrollTo({ top: 0, left: 0 });
  }, [view]);

  const { row: activeRow, column: activeColumn } = selected.active;
  useEffect(() => {
    if (activeRow > frozen.rows) rowWindow.scrollToIndex(activeRow - 1 - frozen.rows, { align: 'auto' });
    if (activeColumn > frozen.columns) {
      columnWindow.scrollToIndex(activeColumn - 1 - frozen.columns, { align: 'auto' });
    }
  }, [view, activeRow, activeColumn, frozen.rows, frozen.columns, rowWindow, columnWindow]);

  const rowItems = rowWindow.getVirtualItems();
  const rowKey = rowItems
    .map(({ index, start, size }) => `${String(index)}:${String(start)}:${String(size)}`)
    .join();
  const rows = useMemo(
    () =>
      rowItems.map(({ index, start, size }) => ({
        index: index + 1 + frozen.rows,
        start: start - top,
        size,
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the items that matters
    [rowKey, frozen.rows, top],
  );
  const columnItems = columnWindow.getVirtualItems();
  const columnKey = columnItems
    .map(({ index, start, size }) => `${String(index)}:${String(start)}:${String(size)}`)
    .join();
  const columns = useMemo(
    () =>
      columnItems.map(({ index, start, size }) => ({
        index: index + 1 + frozen.columns,
        start: start - left,
        size,
      })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the items that matters
    [columnKey, frozen.columns, left],
  );

  const placeAt = (target: EventTarget | null): Place | null => {
    if (!(target instanceof Element)) return null;
    const cell = target.closest<HTMLElement>('[data-row],[data-column]');
    if (cell === null) return null;
    return { row: Number(cell.dataset.row ?? 0), column: Number(cell.dataset.column ?? 0) };
  };

  /** A header selects its whole row or column, as far as the sheet is used. */
  const selectAt = (place: Place, isStretch: boolean): void => {
    if (place.row === 0 || place.column === 0) {
      const { rows: lastRow, columns: lastColumn } = view.extent;
      const area: Rect = {
        top: place.row === 0 ? 1 : place.row,
        bottom: place.row === 0 ? lastRow : place.row,
        left: place.column === 0 ? 1 : place.column,
        right: place.column === 0 ? lastColumn : place.column,
      };
      const first = isStretch ? selected.active : { row: area.top, column: area.left };
      onSelect({
        active: ownerOf(view, first),
        area: isStretch ? union(selected.area, area) : area,
      });
      return;
    }
    onSelect(isStretch ? stretch(view, selected, place) : selectCell(view, place));
  };

  const box = boxOf(selected.active);

  /** The pixels of a cell in its quarter. */
  function boxOf(place: Place): Box {
    const area = mergeAt(view, place) ?? {
      top: place.row,
      bottom: place.row,
      left: place.column,
      right: place.column,
    };
    const y = rowEdge(area.top);
    const x = columnEdge(area.left);
    return { left: x, top: y, width: columnEdge(area.right + 1) - x, height: rowEdge(area.bottom + 1) - y };
  }

  /** Upper edge of a row in its quarter; of the row after the last one, the lower edge of the quarter. */
  function rowEdge(row: number): number {
    if (row <= frozen.rows) return frozenRows[row - 1]?.start ?? 0;
    const index = row - 1 - frozen.rows;
    const measured = rowWindow.measurementsCache;
    return (measured[index]?.start ?? measured.at(-1)?.end ?? top) - top;
  }

  function columnEdge(column: number): number {
    if (column <= frozen.columns) return frozenColumns[column - 1]?.start ?? 0;
    const index = column - 1 - frozen.columns;
    const measured = columnWindow.measurementsCache;
    return (measured[index]?.start ?? measured.at(-1)?.end ?? left) - left;
  }

  const common = { view, version, selected, rowEdge, columnEdge, extent: view.extent };
  const inFrozenRows = activeRow <= frozen.rows;
  const inFrozenColumns = activeColumn <= frozen.columns;
  const editorHere = (rowsFrozen: boolean, columnsFrozen: boolean): ReactNode =>
    inFrozenRows === rowsFrozen && inFrozenColumns === columnsFrozen ? editor(box) : null;

  const rowHeaders = (spans: readonly Span[]): ReactNode =>
    spans.map(({ index, start, size }) => (
      <div
        key={index}
        role="rowheader"
        className={`row-header${index >= selected.area.top && index <= selected.area.bottom ? ' on' : ''}`}
        data-row={index}
        style={{ top: start, height: size }}
      >
        {index}
      </div>
    ));
  const columnHeaders = (spans: readonly Span[]): ReactNode => (
    <div
      role="row"
      aria-rowindex={0}
      className="row headers"
      style={{ top: -COLUMN_HEADER, height: COLUMN_HEADER }}
    >
      {spans.map(({ index, start, size }) => (
        <div
          key={index}
          role="columnheader"
          className={`column-header${index >= selected.area.left && index <= selected.area.right ? ' on' : ''}`}
          data-column={index}
          style={{ left: start, width: size }}
        >
          {columnName(index)}
        </div>
      ))}
    </div>
  );

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={STAND.grid.label(view.name)}
      aria-rowcount={view.extent.rows}
      aria-colcount={view.extent.columns}
      onMouseDown={(event) => {
        const place = placeAt(event.target);
        if (place === null || event.button !== 0) return;
        // The editor keeps the focus.
        event.preventDefault();
        selectAt(place, event.shiftKey);
        if (place.row === 0 || place.column === 0) return;
        const link = event.shiftKey ? undefined : linkAt(event.target);
        setDrag({ link, x: event.clientX, y: event.clientY });
      }}
      onMouseMove={(event) => {
        if (drag === null || event.buttons !== 1) return;
        const place = placeAt(event.target);
        if (place === null || place.row === 0 || place.column === 0) return;
        const next = stretch(view, selected, place);
        if (!sameRect(next.area, selected.area)) onSelect(next);
      }}
      onMouseUp={(event) => {
        setDrag(null);
        // Selecting a cell may have scrolled it from under the pointer: what was pressed counts.
        if (drag?.link === undefined) return;
        const moved = Math.hypot(event.clientX - drag.x, event.clientY - drag.y);
        if (moved < CLICK_PIXELS) onFollow(drag.link);
      }}
      onDoubleClick={(event) => {
        const place = placeAt(event.target);
        if (place !== null && place.row > 0 && place.column > 0) onEdit();
      }}
    >
      <div
        className="sheet"
        style={{
          width: columnWindow.getTotalSize(),
          height: rowWindow.getTotalSize(),
          gridTemplateColumns: `${String(left)}px 1fr`,
          gridTemplateRows: `${String(top)}px 1fr`,
        }}
      >
        <Quarter
          {...common}
          className="corner"
          origin={{ left: ROW_HEADER, top: COLUMN_HEADER }}
          rows={frozenRows}
          columns={frozenColumns}
          bounds={{ top: 1, left: 1, bottom: frozen.rows, right: frozen.columns }}
          editor={editorHere(true, true)}
          rowHeaders={rowHeaders(frozenRows)}
          columnHeaders={columnHeaders(frozenColumns)}
        >
          <div
            className="select-all"
            role="presentation"
            title={STAND.grid.selectAll}
            data-row={0}
            data-column={0}
            style={{ left: -ROW_HEADER, top: -COLUMN_HEADER, width: ROW_HEADER, height: COLUMN_HEADER }}
          />
        </Quarter>
        <Quarter
          {...common}
          className="top"
          origin={{ left: 0, top: COLUMN_HEADER }}
          rows={frozenRows}
          columns={columns}
          bounds={{ top: 1, left: frozen.columns + 1, bottom: frozen.rows, right: view.extent.columns }}
          editor={editorHere(true, false)}
          columnHeaders={columnHeaders(columns)}
        />
        <Quarter
          {...common}
          className="left"
          origin={{ left: ROW_HEADER, top: 0 }}
          rows={rows}
          columns={frozenColumns}
          bounds={{ top: frozen.rows + 1, left: 1, bottom: view.extent.rows, right: frozen.columns }}
          editor={editorHere(false, true)}
          rowHeaders={rowHeaders(rows)}
        />
        <Quarter
          {...common}
          className="main"
          origin={{ left: 0, top: 0 }}
          rows={rows}
          columns={columns}
          bounds={{
            top: frozen.rows + 1,
            left: frozen.columns + 1,
            bottom: view.extent.rows,
            right: view.extent.columns,
          }}
          editor={editorHere(false, false)}
        />
      </div>
    </div>
  );
}

/** What the mouse was pressed on. */
interface Press {
  readonly link: string | undefined;
  readonly x: number;
  readonly y: number;
}

/** How far the pointer of a click may slip. */
const CLICK_PIXELS = 4;

const linkAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-link]')?.dataset.link : undefined;

const union = (one: Rect, other: Rect): Rect => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});
