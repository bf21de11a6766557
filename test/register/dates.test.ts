import fc from 'fast-check';
import { dayOf, isoFromSerial, serialFromIso, serialOf, shownDate } from '../../src/register/dates';

describe('a serial number of the 1900 system', () => {
  // Excel shows these numbers for these days when the cell is formatted as a number.
  it.each([
    [2026, 5, 12, 46154],
    [2025, 9, 1, 45901],
    [2026, 8, 31, 46265],
    [2000, 1, 1, 36526],
    [1900, 3, 1, 61],
  ])('of %d-%d-%d is %d', (year, month, day, serial) => {
    expect(serialOf(year, month, day)).toBe(serial);
    expect(dayOf(serial)).toEqual({ year, month, day });
  });

  it('knows 29 February of a leap year, and makes 1 March of it in another', () => {
    expect(isoFromSerial(serialOf(2024, 2, 29))).toBe('2024-02-29');
    expect(isoFromSerial(serialOf(2025, 2, 29))).toBe('2025-03-01');
    expect(serialOf(2024, 3, 1) - serialOf(2024, 2, 28)).toBe(2);
    expect(serialOf(2025, 3, 1) - serialOf(2025, 2, 28)).toBe(1);
  });

  it('carries a thirteenth month over into the next year, as DATE does', () => {
    expect(serialOf(2025, 13, 1)).toBe(serialOf(2026, 1, 1));
    expect(serialOf(2026, 1, 0)).toBe(serialOf(2025, 12, 31));
  });

  it('drops the time of day', () => {
    expect(shownDate(serialOf(2026, 5, 12) + 0.999)).toBe('12.05.2026');
    expect(isoFromSerial(serialOf(2026, 5, 12) + 0.5)).toBe('2026-05-12');
  });

  it('does not move with the time zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      for (const each of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Moscow']) {
        process.env['TZ'] = each;
        expect(serialOf(2026, 3, 29)).toBe(46110);
        expect(shownDate(46110)).toBe('29.03.2026');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('is the same after a way there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_574 }), (serial) => {
        const { year, month, day } = dayOf(serial);
        expect(serialOf(year, month, day)).toBe(serial);
        expect(serialFromIso(isoFromSerial(serial))).toBe(serial);
      }),
    );
  });

  it('grows by one a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 109_573 }), (serial) => {
        const next = new Date(`${isoFromSerial(serial)}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect(next.toISOString().slice(0, 10)).toBe(isoFromSerial(serial + 1));
      }),
    );
  });
});

describe('a day typed on the command line', () => {
  it('is read as YYYY-MM-DD', () => {
    expect(serialFromIso('2026-05-12')).toBe(46154);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-05-32',
    '12.05.2026',
    '2026-5-12',
    '2026-05-12T00:00',
    '0026-05-12',
    '',
    'вчера',
  ])('is refused when it is not a day: «%s»', (text) => {
    expect(serialFromIso(text)).toBeNull();
  });
});
