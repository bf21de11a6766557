import fc from 'fast-check';
import {
  absoluteAddress,
  areaAddress,
  cellAddress,
  columnLetters,
  columnNumber,
  parseArea,
  quoteSheet,
} from '../../src/register/addresses';

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

describe('columns', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [LAST_COLUMN, 'XFD'],
  ])('%d is %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
    expect(columnNumber(letters)).toBe(number);
    expect(columnNumber(letters.toLowerCase())).toBe(number);
  });

  it('come back from their letters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST_COLUMN }), (column) => {
        expect(columnNumber(columnLetters(column))).toBe(column);
      }),
    );
  });
});

describe('addresses', () => {
  it('name a cell and a rectangle', () => {
    expect(cellAddress(41, 28)).toBe('AB41');
    expect(areaAddress({ top: 2, left: 2, bottom: 10, right: 4 })).toBe('B2:D10');
    expect(areaAddress({ top: 2, left: 2, bottom: 2, right: 2 })).toBe('B2');
  });

  it('keep the colon when they are absolute, even of one cell', () => {
    expect(absoluteAddress({ top: 2, left: 1, bottom: 2, right: 1 })).toBe('$A$2:$A$2');
  });

  it.each([
    ['B2', 2, 2, 2, 2],
    ['$B$2:$D$10', 2, 2, 10, 4],
    ["='Банк данных'!$A$2:$A$41", 2, 1, 41, 1],
    ['Паспорт!B4', 4, 2, 4, 2],
    ["'Лист ! с «!»'!C3", 3, 3, 3, 3],
    ['b2:d10', 2, 2, 10, 4],
  ])('are read from «%s»', (address, top, left, bottom, right) => {
    expect(parseArea(address)).toEqual({ top, left, bottom, right });
  });

  it.each(['', 'A', '12', 'A:A', '1:1', '=Паспорт!#REF!', 'B2,C3', 'ЯЯ5', '=5'])(
    'are not read from «%s»',
    (address) => {
      expect(parseArea(address)).toBeNull();
    },
  );

  it('come back from their text', () => {
    const place = fc.record({
      top: fc.integer({ min: 1, max: LAST_ROW - 100 }),
      left: fc.integer({ min: 1, max: LAST_COLUMN - 100 }),
      height: fc.integer({ min: 0, max: 100 }),
      width: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(place, ({ top, left, height, width }) => {
        const area = { top, left, bottom: top + height, right: left + width };
        expect(parseArea(areaAddress(area))).toEqual(area);
        expect(parseArea(absoluteAddress(area))).toEqual(area);
      }),
    );
  });
});

it('a sheet is quoted for a formula, its own quotes doubled', () => {
  expect(quoteSheet('Банк данных')).toBe("'Банк данных'");
  expect(quoteSheet("О'Нил")).toBe("'О''Нил'");
});
