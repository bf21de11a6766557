import type { CellView } from '../../book/sheet';
import type { Place } from '../places';

const JUSTIFY = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

interface CellProps {
  readonly address: string;
  readonly place: Place;
  readonly cell: CellView;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Width of a text that runs over the cells to the right. */
  readonly spill: number | null;
}

/** One cell; what is done to it is found by its `data-` attributes. */
export function Cell({ address, place, cell, left, top, width, height, spill }: CellProps) {
  const { text, css, align, wrap, link } = cell;
  return (
    <div
      role="gridcell"
      aria-colindex={place.column}
      id={`cell-${address}`}
      className={`cell${wrap ? ' wrap' : ''}${spill === null ? '' : ' spill'}`}
      data-row={place.row}
      data-column={place.column}
      style={{ ...css, left, top, width, height, justifyContent: JUSTIFY[align], textAlign: align }}
    >
      {text === '' ? null : (
        <span
          className={link === null ? 'text' : 'text link'}
          {...(link === null ? {} : { 'data-link': link.target, title: link.tip ?? link.target })}
          style={spill === null ? undefined : { width: spill - 6, background: css.background ?? '#fff' }}
        >
          {text}
        </span>
      )}
    </div>
  );
}
