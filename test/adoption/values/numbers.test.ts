import fc from 'fast-check';
import { parsePair, readExperience, readNumber } from '../../../src/adoption/values/numbers';
import { words } from './values';

describe('experience', () => {
  it.each([
    [15, 15],
    ['15', 15],
    ['15 лет', 15],
    ['8лет', 8],
    ['3 года', 3],
    ['1 год', 1],
    ['15 лет 3 мес', 15.25],
    ['15 лет 3 месяца', 15.25],
    ['21.3', 21.3],
    ['21,3', 21.3],
    ['15 лет\n3 мес.\n12 дн.', 15.25],
    ['5 мес.', 0.42],
    ['менее года', 0],
    ['0', 0],
    [0, 0],
    ['', '∅'],
    ['-', '∅'],
    ['25/23', '? two in one → keep'],
    ['с 01.09.2004 г.', '? beginning of work → keep'],
    ['большой', '? not a number → keep'],
  ])('%j is %j', (text, value) => {
    expect(words(readExperience(text))).toBe(value);
  });

  it.each([
    ['25/23', ['25', '23']],
    ['25 / 23 лет', ['25', '23 лет']],
    ['общий 25, пед. 23', ['25', '23']],
    ['15 лет\n10 лет', null],
    ['15 лет/3 мес', null],
    ['25', null],
    ['25 (23)', ['25', '23']],
  ])('of two lengths in «%s»', (text, pair) => {
    expect(parsePair(text)).toEqual(pair);
  });

  it('of any whole years and months comes back as a fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 11 }), (years, months) => {
        const text = months === 0 ? `${String(years)} лет` : `${String(years)} лет ${String(months)} мес.`;
        expect(words(readExperience(text))).toBe(Math.round((years + months / 12) * 100) / 100);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    [4, 4],
    ['4', 4],
    ['4 чел.', 4],
    ['72 часа', 72],
    ['36 ч.', 36],
    ['1 200', 1200],
    ['2-3', '? not a number → keep'],
    ['много', '? not a number → keep'],
  ])('%j is %j', (text, value) => {
    expect(words(readNumber(text))).toBe(value);
  });
});
