import fc from 'fast-check';
import { columnPoints } from '../../src/workbook/columnWidth';
import { areaOf, areasOf, around, cellCount, covers, meets, rowBlocks } from '../../src/workbook/ranges';

describe('addresses as Excel answers them', () => {
  it('reads cells, whole columns and whole rows', () => {
    expect(areaOf("'Банк данных'!A1:L25")).toEqual({ top: 1, left: 1, bottom: 25, right: 12 });
    expect(areaOf('Курсы!B:D')).toEqual({ top: 1, left: 2, bottom: 1_048_576, right: 4 });
    expect(areaOf('Курсы!$3:$5')).toEqual({ top: 3, left: 1, bottom: 5, right: 16_384 });
    expect(areaOf('#REF!')).toBeNull();
  });

  it('reads several areas, whatever the name of the sheet', () => {
    expect(areasOf("'Курсы, A1:B2'!H2:K41,'Курсы, A1:B2'!M7")).toEqual([
      { top: 2, left: 8, bottom: 41, right: 11 },
      { top: 7, left: 13, bottom: 7, right: 13 },
    ]);
  });

  it('cuts an area into blocks of rows that hold each cell once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 500 }),
        (rows, columns, limit) => {
          const area = { top: 3, left: 2, bottom: 2 + rows, right: 1 + columns };
          const blocks = rowBlocks(area, limit);
          expect(blocks.reduce((sum, block) => sum + cellCount(block), 0)).toBe(cellCount(area));
          for (const block of blocks) expect(cellCount(block)).toBeLessThanOrEqual(Math.max(limit, columns));
        },
      ),
    );
  });
});

describe('what lies around holes of a sheet', () => {
  const hole = fc
    .tuple(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));

  it('holds every cell outside them once, and none of theirs', () => {
    fc.assert(
      fc.property(fc.array(hole, { maxLength: 4 }), (holes) => {
        const parts = around(holes);
        for (let row = 1; row <= 30; row += 1) {
          for (let column = 1; column <= 18; column += 1) {
            const cell = { top: row, left: column, bottom: row, right: column };
            const holding = parts.filter((part) => covers(part, cell)).length;
            const inColumn = holes.filter(({ left, right }) => left <= column && column <= right);
            const isBetween =
              inColumn.some(({ top }) => top <= row) && inColumn.some(({ bottom }) => bottom >= row);
            expect(holding).toBe(isBetween ? 0 : 1);
          }
        }
        for (const part of parts) expect(holes.some((each) => meets(each, part))).toBe(false);
      }),
    );
  });

  it('is the whole sheet where there are none', () => {
    expect(around([])).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
  });
});

describe('column width', () => {
  // ECMA-376 18.3.1.13: the default 8.43 characters of Calibri 11 are 64 pixels, 48 points.
  it('is the points Excel itself shows', () => {
    expect(columnPoints(8.43)).toBe(48);
    expect(columnPoints(13)).toBe(72);
  });
});
