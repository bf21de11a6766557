import fc from 'fast-check';
import {
  addMonths,
  addWeekdays,
  dayOf,
  firstFrom,
  isoFromSerial,
  lastUpTo,
  serialOf,
  weekdayOf,
} from '../../src/register/dates';

const serial = fc.integer({ min: serialOf(1950, 1, 1), max: serialOf(2190, 12, 31) });
const dayOfYear = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });

describe('days of the week', () => {
  it('are those of the calendar', () => {
    expect(weekdayOf(serialOf(2026, 5, 11))).toBe(1);
    expect(weekdayOf(serialOf(2026, 5, 17))).toBe(7);
  });
  it('five weekdays are a week from any weekday', () => {
    fc.assert(
      fc.property(serial, (day) => {
        const later = addWeekdays(day, 5);
        expect(weekdayOf(later)).toBeLessThan(6);
        if (weekdayOf(day) < 6) expect(later).toBe(day + 7);
      }),
    );
  });
});

describe('months later', () => {
  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-01-15', -2, '2024-11-15'],
  ])('%s and %d months: %s', (from, months, to) => {
    const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
    expect(isoFromSerial(addMonths(serialOf(year, month, day), months))).toBe(to);
  });
});

describe('a day of the year', () => {
  it('comes first on or after, and last on or before, within a year', () => {
    fc.assert(
      fc.property(serial, dayOfYear, (from, wanted) => {
        const [next, previous] = [firstFrom(wanted, from), lastUpTo(wanted, from)];
        expect(dayOf(next)).toMatchObject(wanted);
        expect(next).toBeGreaterThanOrEqual(from);
        expect(next - from).toBeLessThan(366);
        expect(previous).toBeLessThanOrEqual(from);
        expect(previous === from).toBe(next === from);
      }),
    );
  });
  it('29 February is the 28th where there is none', () => {
    const leapDay = { month: 2, day: 29 };
    expect(isoFromSerial(firstFrom(leapDay, serialOf(2025, 1, 1)))).toBe('2025-02-28');
    expect(isoFromSerial(firstFrom(leapDay, serialOf(2024, 1, 1)))).toBe('2024-02-29');
  });
});
