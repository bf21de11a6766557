import type { ReactNode } from 'react';
import { intersection, overlaps, type Rect } from '../../../host/objects/places';
import type { SheetView } from '../../book/sheet';
import { addressOf, type Selected } from '../places';
import { Cell } from './Cell';
import { Row, type Span } from './Row';

interface QuarterProps {
  readonly view: SheetView;
  readonly version: number;
  readonly className: string;
  /** Where its first cell stands in it, after headers. */
  readonly origin: { readonly left: number; readonly top: number };
  readonly rows: readonly Span[];
  readonly columns: readonly Span[];
  /** The cells of the sheet it can show. */
  readonly bounds: Rect;
  readonly selected: Selected;
  readonly rowEdge: (row: number) => number;
  readonly columnEdge: (column: number) => number;
  readonly editor: ReactNode;
  readonly rowHeaders?: ReactNode;
  readonly columnHeaders?: ReactNode;
  readonly children?: ReactNode;
}

/** One of the four quarters the frozen rows and columns cut a sheet into. */
export function Quarter(props: QuarterProps) {
  const { view, version, className, origin, rows, columns, bounds, selected, rowEdge, columnEdge } = props;

  const pixelsOf = (area: Rect) => {
    const left = columnEdge(area.left);
    const top = rowEdge(area.top);
    const right =
      area.right >= bounds.right
        ? endOfBounds(columnEdge, bounds.right, bounds.left)
        : columnEdge(area.right + 1);
    const bottom =
      area.bottom >= bounds.bottom
        ? endOfBounds(rowEdge, bounds.bottom, bounds.top)
        : rowEdge(area.bottom + 1);
    return { left, top, width: right - left, height: bottom - top };
  };

  /** The far edge of the last row or column a quarter has. */
  function endOfBounds(edge: (index: number) => number, last: number, first: number): number {
    const size = edge === rowEdge ? view.rowHeight(last) : view.columnWidth(last);
    return last < first ? 0 : edge(last) + size;
  }

  const inSight: Rect = {
    top: rows[0]?.index ?? 1,
    bottom: rows.at(-1)?.index ?? 0,
    left: columns[0]?.index ?? 1,
    right: columns.at(-1)?.index ?? 0,
  };
  const merges = view.merges.filter((merge) => overlaps(merge, inSight));
  const chosen = intersection(selected.area, bounds);

  return (
    <div className={`quarter ${className}`} role="rowgroup">
      <div className="origin" style={origin} role="presentation">
        {rows.map((row) => (
          <Row key={row.index} view={view} row={row} columns={columns} version={version} />
        ))}
        {merges.map((merge) => {
          const part = intersection(merge, bounds);
          if (part === null) return null;
          const place = { row: merge.top, column: merge.left };
          return (
            <div role="row" className="row" key={addressOf(place)}>
              <Cell
                address={addressOf(place)}
                place={place}
                cell={view.cell(place.row, place.column)}
                {...pixelsOf(part)}
                spill={null}
              />
            </div>
          );
        })}
        {chosen === null ? null : <div className="chosen" style={pixelsOf(chosen)} role="presentation" />}
        {props.editor}
        {props.columnHeaders}
        {props.children}
      </div>
      {props.rowHeaders === undefined ? null : (
        <div className="row-headers" style={{ top: origin.top }} role="row">
          {props.rowHeaders}
        </div>
      )}
    </div>
  );
}
