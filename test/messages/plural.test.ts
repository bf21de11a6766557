import { formatNumber, plural, pluralForm } from '../../src/messages/plural';

const rows = { one: 'строка', few: 'строки', many: 'строк' };

describe('messages/plural', () => {
  it.each([
    [0, 'строк'],
    [1, 'строка'],
    [2, 'строки'],
    [4, 'строки'],
    [5, 'строк'],
    [11, 'строк'],
    [12, 'строк'],
    [14, 'строк'],
    [21, 'строка'],
    [22, 'строки'],
    [55, 'строк'],
    [100, 'строк'],
    [101, 'строка'],
    [111, 'строк'],
    [1.5, 'строки'],
    [-1, 'строка'],
  ])('puts the noun after %p in the form «%s»', (count, form) => {
    expect(pluralForm(count, rows)).toBe(form);
  });

  it('keeps the number and its noun on one line', () => {
    expect(plural(21, rows)).toBe('21\u00a0строка');
    expect(plural(1.5, rows)).toBe('1,5\u00a0строки');
  });

  it.each([
    [0, '0'],
    [1234, '1234'],
    [12345, '12\u00a0345'],
    [1234567.25, '1\u00a0234\u00a0567,25'],
    [-3.5, '−3,5'],
  ])('writes %p as a Russian reader does', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
