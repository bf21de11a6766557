import { describe, expect, it } from '@jest/globals';
import { leap, movingCorner, selectCell, step, stretch } from '../../../../src/stand/page/grid/moves';

/** Six columns and ten rows; A1:C1 merged, column E hidden, A2:A5 filled, and B9. */
const sheet = {
  extent: { rows: 10, columns: 6 },
  merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
  isEmpty: (row: number, column: number) =>
    !((column === 1 && row >= 2 && row <= 5) || (column === 2 && row === 9)),
  rowHeight: () => 20,
  columnWidth: (column: number) => (column === 5 ? 0 : 64),
};

const at = (row: number, column: number) => ({ row, column });

describe('the arrows', () => {
  it('step over merged areas whole and over hidden columns', () => {
    expect(step(sheet, at(1, 1), 'right')).toEqual(at(1, 4));
    expect(step(sheet, at(2, 3), 'up')).toEqual(at(1, 1));
    expect(step(sheet, at(4, 4), 'right')).toEqual(at(4, 6));
  });

  it('stay on the sheet', () => {
    expect(step(sheet, at(1, 1), 'up')).toEqual(at(1, 1));
    expect(step(sheet, at(10, 6), 'down')).toEqual(at(10, 6));
  });

  it('leap with Ctrl to the end of a run, to the next filled cell, to the edge', () => {
    expect(leap(sheet, at(2, 1), 'down')).toEqual(at(5, 1));
    expect(leap(sheet, at(3, 2), 'down')).toEqual(at(9, 2));
    expect(leap(sheet, at(5, 1), 'down')).toEqual(at(10, 1));
  });
});

describe('a selection', () => {
  it('never cuts a merged area', () => {
    expect(selectCell(sheet, at(1, 2))).toEqual({
      active: at(1, 1),
      area: { top: 1, left: 1, bottom: 1, right: 3 },
    });
    expect(stretch(sheet, selectCell(sheet, at(3, 2)), at(1, 2)).area).toEqual({
      top: 1,
      left: 1,
      bottom: 3,
      right: 3,
    });
  });

  it('is stretched at the corner away from its active cell', () => {
    const stretched = stretch(sheet, selectCell(sheet, at(5, 4)), at(3, 2));
    expect(movingCorner(stretched)).toEqual(at(3, 2));
  });
});
