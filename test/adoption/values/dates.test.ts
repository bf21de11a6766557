import fc from 'fast-check';
import { findDay, fullYear, parseDate, readDate } from '../../../src/adoption/values/dates';
import { dayOf, serialOf, shownDate } from '../../../src/register/dates';
import { words } from './values';

const at = (year: number, month: number, day: number): object => ({
  precision: 'day',
  serial: serialOf(year, month, day),
});

describe('a date', () => {
  it.each([
    ['15.03.2024', at(2024, 3, 15)],
    ['12.05.24', at(2024, 5, 12)],
    ['12.05.24г', at(2024, 5, 12)],
    ['25.09.2025г.', at(2025, 9, 25)],
    ['25.09.2025 года', at(2025, 9, 25)],
    ['2026-02-10', at(2026, 2, 10)],
    ['5.3.2024', at(2024, 3, 5)],
    ['15 марта 2024 г.', at(2024, 3, 15)],
    ['«25» сентября 2025 г.', at(2025, 9, 25)],
    ['12.05.2024 14:03:22', at(2024, 5, 12)],
    ['45366', at(2024, 3, 15)],
    ['12.05.76', at(1976, 5, 12)],
    ['2024 г.', { precision: 'year', year: 2024 }],
    ['2013 год', { precision: 'year', year: 2013 }],
    ['март 2024', { precision: 'month', year: 2024, month: 3 }],
    ['Сентябрь 2025 г.', { precision: 'month', year: 2025, month: 9 }],
    ['03.2024', { precision: 'month', year: 2024, month: 3 }],
    ['май', { precision: 'month', year: null, month: 5 }],
    ['25.09', { precision: 'day of year', month: 9, day: 25 }],
    ['2023-2024', { precision: 'words' }],
    ['Август-сентябрь', { precision: 'words' }],
    ['в течении учебного года', { precision: 'words' }],
    ['31.02.2024', null],
    ['абв', null],
    ['', null],
  ])('«%s»', (text, date) => {
    expect(parseDate(text)).toEqual(date);
  });

  it('as a serial number is a day, as a year is a year', () => {
    expect(parseDate(45366)).toEqual(at(2024, 3, 15));
    expect(parseDate(45366.6)).toEqual(at(2024, 3, 15));
    expect(parseDate(1976)).toEqual({ precision: 'year', year: 1976 });
    expect(parseDate(7)).toBeNull();
  });

  it('of two digits is of this century, a birth date of the last one', () => {
    expect(fullYear(24, 45)).toBe(2024);
    expect(fullYear(76, 45)).toBe(1976);
    expect(parseDate('12.04.30', { isBirth: true })).toEqual(at(1930, 4, 12));
  });

  it('that is no day keeps its text and is asked, never made a day', () => {
    for (const text of ['2024 г.', 'март 2024', '2023-2024', 'Август-сентябрь', 'в течении учебного года']) {
      expect(words(readDate(text))).toBe('? part of a date → keep');
    }
    expect(words(readDate('31.02.2024'))).toBe('? not a date → keep');
    expect(words(readDate('-'))).toBe('∅');
  });

  it('comes back whole from any way people write a day', () => {
    const months = [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ];
    const written = (serial: number): readonly string[] => {
      const { year, month, day } = dayOf(serial);
      return [
        shownDate(serial),
        `${shownDate(serial)}г.`,
        `${String(day)} ${months[month - 1] ?? ''} ${String(year)} г.`,
        `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        String(serial),
      ];
    };
    fc.assert(
      fc.property(fc.integer({ min: serialOf(1950, 1, 1), max: serialOf(2090, 1, 1) }), (serial) => {
        for (const text of written(serial)) expect(parseDate(text)).toEqual({ precision: 'day', serial });
      }),
    );
  });

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        parseDate(text);
        findDay(text);
      }),
    );
  });

  it('is found inside words', () => {
    expect(findDay('приказ № 15 от 24.12.2019 г.')?.serial).toBe(serialOf(2019, 12, 24));
    expect(findDay('приказ № 15')).toBeNull();
  });
});
