import { indicatorWords } from '../../../src/messages/pane/indicators';
import { overviewWords } from '../../../src/messages/pane/overview';

describe('messages/pane/overview', () => {
  it('names the rows that disagree, in the right number', () => {
    const { agreementBroken } = overviewWords.readiness;
    expect(agreementBroken(['8'])).toBe('расхождение в строке 8');
    expect(agreementBroken(['8', '9.1'])).toBe('расхождения в строках 8, 9.1');
  });

  it('names the first of many rows', () => {
    const many = ['1', '2.1', '3', '4', '5', '6', '7'];
    expect(overviewWords.readiness.agreementBroken(many)).toBe(
      'расхождения в строках 1, 2.1, 3, 4, 5, 6 и других',
    );
  });

  it('says that a number is not known, never that it is zero', () => {
    expect(overviewWords.numbers.members(null)).toBe('нет данных о составе');
    expect(overviewWords.numbers.meetingCount(3, null)).toBe('3');
    expect(overviewWords.numbers.meetingCount(0, 4)).toBe('0 из 4');
  });

  it('counts states and records in words', () => {
    expect(indicatorWords.open('partial', 3)).toBe('с пробелами: 3');
    expect(indicatorWords.open('missing', 9)).toBe('нет данных: 9');
    expect(indicatorWords.counted(21)).toBe('Учтено: 21\u00a0запись');
  });
});
