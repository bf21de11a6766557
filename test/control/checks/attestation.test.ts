import { categoryTerm } from '../../../src/control/checks/attestation';
import { CLEAN, COURSE, TEACHER, bookOf, day, found, inputOf, type Row } from '../registerOf';

const { rules } = inputOf(bookOf(CLEAN));
const { rules: belarus } = inputOf(bookOf(CLEAN), { regulation: 'oshmyany' });

describe('how long a category lasts', () => {
  const given = day(2022, 2, 1);
  const fiveYears = { kind: 'until', end: day(2027, 2, 1), basis: 'years' };

  it.each([
    ['высшая', given, null, fiveYears],
    ['первая', day(2023, 8, 31), null, { ...fiveYears, end: day(2028, 8, 31) }],
    ['первая', day(2023, 9, 1), null, { kind: 'unlimited' }],
    ['Высшая', day(2024, 1, 1), null, { kind: 'unlimited' }],
    ['педагог-методист', null, null, { kind: 'unlimited' }],
    ['соответствие', day(2024, 1, 1), null, { ...fiveYears, end: day(2029, 1, 1) }],
    ['высшая', null, null, { kind: 'unknown' }],
    ['высшая', given, day(2026, 6, 1), { kind: 'until', end: day(2026, 6, 1), basis: 'typed' }],
    ['без категории', given, null, { kind: 'none' }],
    ['', given, null, { kind: 'none' }],
  ])('%s', (category, attested, typed, term) => {
    expect(categoryTerm(rules, category, attested, typed)).toEqual(term);
  });

  it('is the typed date alone in Belarus', () => {
    expect(categoryTerm(belarus, 'высшая', given, null)).toEqual({ kind: 'unknown' });
    expect(categoryTerm(belarus, 'высшая', given, day(2026, 6, 1))).toMatchObject({ end: day(2026, 6, 1) });
  });
});

describe('attestation', () => {
  const until = (end: number | '', changes: Row = {}) => ({
    ...CLEAN,
    Педагоги: [{ ...TEACHER, 'Категория действует до': end, ...changes }],
  });

  it.each([
    [day(2026, 5, 11), 'overdue', -1],
    [day(2026, 5, 12), 'risk', 0],
    [day(2026, 8, 9), 'risk', 89],
    [day(2026, 8, 10), 'soon', 90],
    [day(2026, 11, 7), 'soon', 179],
  ])('until %d is %s', (end, state, daysLeft) => {
    expect(found('attestation', until(end))).toMatchObject([
      { severity: 'info', cell: 'L2', state, daysLeft, basis: 'typed' },
    ]);
  });

  it('says nothing of what lasts longer, nor of who has left or does not teach', () => {
    expect(found('attestation', until(day(2026, 11, 8)))).toEqual([]);
    expect(found('attestation', until(''))).toEqual([]);
    expect(found('attestation', until(day(2026, 5, 11), { Выбыл: day(2026, 1, 1) }))).toEqual([]);
    expect(found('attestation', until(day(2026, 5, 11), { Педагог: 'нет' }))).toEqual([]);
  });
});

describe('courses', () => {
  const last = (...ends: readonly number[]) => ({
    ...CLEAN,
    Курсы: ends.map((end) => ({ ...COURSE, 'Дата окончания': end })),
  });

  it('is a hint when the last are more than three years ago', () => {
    expect(found('courses', last(day(2020, 1, 1), day(2023, 5, 11)))).toMatchObject([
      {
        severity: 'info',
        sheet: 'Банк данных',
        cell: 'A2',
        last: day(2023, 5, 11),
        clause: 'ст. 47 Федерального закона № 273-ФЗ',
      },
    ]);
    expect(found('courses', last(day(2023, 5, 12)))).toEqual([]);
    expect(found('courses', last(day(2020, 1, 1), day(2025, 1, 1)))).toEqual([]);
    expect(found('courses', last())).toEqual([]);
  });
});
