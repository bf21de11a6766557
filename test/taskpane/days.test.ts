import { daysBetween, monthOf, readDay, showDay } from '../../src/taskpane/days';

describe('taskpane/days', () => {
  it.each([
    '12.05.2026',
    '12.5.26',
    '12/05/2026',
    ' 12 5 2026 ',
    '12-05-2026',
    '2026-05-12',
    '12.05.2026 г.',
  ])('reads «%s»', (typed) => {
    expect(readDay(typed)).toBe('2026-05-12');
  });

  it.each(['', '31.02.2026', '29.02.2025', '12.05', '12 мая 2026', '00.01.2026', '12.13.2026', '5.2026'])(
    'takes «%s» for no day',
    (typed) => {
      expect(readDay(typed)).toBeNull();
    },
  );

  it('shows a day as in Russia and leaves what is no day as it was typed', () => {
    expect(showDay('2026-05-12')).toBe('12.05.2026');
    expect(showDay('12 мая')).toBe('12 мая');
    expect(readDay('29.02.2024')).toBe('2024-02-29');
  });

  it('counts days and months across a year', () => {
    expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
    expect(daysBetween('2026-05-12', '2026-05-10')).toBe(-2);
    expect(monthOf('2026-05-12')).toBe('2026-05');
  });
});
