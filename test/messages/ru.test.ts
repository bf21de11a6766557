import { ru } from '../../src/messages/ru';

describe('messages/ru', () => {
  it('names the rows that disagree, in the right number', () => {
    expect(ru.summary.agreementBroken(['8'])).toBe('расхождение в строке 8');
    expect(ru.summary.agreementBroken(['8', '9.1'])).toBe('расхождения в строках 8, 9.1');
  });

  it('names the first of many rows', () => {
    const many = ['1', '2.1', '3', '4', '5', '6', '7'];
    expect(ru.summary.agreementBroken(many)).toBe('расхождения в строках 1, 2.1, 3, 4, 5, 6 и других');
  });

  it('counts states in words', () => {
    expect(ru.summary.open('partial', 3)).toBe('с пробелами: 3');
    expect(ru.summary.open('missing', 9)).toBe('нет данных: 9');
    expect(ru.warnings(21)).toBe('21\u00a0замечание');
  });
});
