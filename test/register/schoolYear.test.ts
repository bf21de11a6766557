import fc from 'fast-check';
import { dayOf, isoFromSerial, serialOf } from '../../src/register/dates';
import { parseSchoolYear, schoolYearOf } from '../../src/register/schoolYear';

describe('the school year of a day', () => {
  it.each([
    [2025, 8, 31, '2024/2025'],
    [2025, 9, 1, '2025/2026'],
    [2025, 12, 31, '2025/2026'],
    [2026, 1, 1, '2025/2026'],
    [2026, 8, 31, '2025/2026'],
    [2026, 9, 1, '2026/2027'],
  ])('of %d-%d-%d is «%s»', (year, month, day, label) => {
    expect(schoolYearOf(serialOf(year, month, day)).label).toBe(label);
  });

  it('lasts from 1 September to 31 August', () => {
    const { begin, end } = schoolYearOf(serialOf(2026, 5, 12));
    expect([isoFromSerial(begin), isoFromSerial(end)]).toEqual(['2025-09-01', '2026-08-31']);
  });

  it('holds 31 August to its last minute', () => {
    expect(schoolYearOf(serialOf(2026, 8, 31) + 0.999).label).toBe('2025/2026');
  });

  it('holds the day it was asked for, and is what its own label says', () => {
    fc.assert(
      fc.property(fc.integer({ min: serialOf(1901, 1, 1), max: serialOf(2199, 8, 31) }), (serial) => {
        const year = schoolYearOf(serial);
        expect(year.begin).toBeLessThanOrEqual(serial);
        expect(year.end).toBeGreaterThanOrEqual(serial);
        expect(dayOf(year.end + 1)).toMatchObject({ month: 9, day: 1 });
        expect(parseSchoolYear(year.label)).toEqual(year);
      }),
    );
  });
});

describe('a school year typed into the passport', () => {
  it('is read as 2025/2026', () => {
    expect(parseSchoolYear('2025/2026')).toEqual(schoolYearOf(serialOf(2025, 9, 1)));
  });

  it.each([
    '2025',
    '2025-2026',
    '2025/26',
    '2025/2027',
    '2026/2025',
    '2025/2025',
    ' 2025/2026',
    '2025/2026 ',
    '2025 / 2026',
    '2025/2026 уч. год',
    '1800/1801',
    '2200/2201',
    '',
  ])('is not guessed when it is not quite that: «%s»', (text) => {
    expect(parseSchoolYear(text)).toBeNull();
  });
});
