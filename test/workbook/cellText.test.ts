import { toCellInput } from '../../src/workbook/cellText';

describe('values on their way into cells', () => {
  it.each(['=1+1', '+7 903', '-5', '@SUM(A1)', "'кавычка", '=cmd|’/c calc’!A1'])('%s stays text', (text) => {
    expect(toCellInput(text)).toBe(`'${text}`);
  });

  it.each([
    '1',
    '1.1',
    '2/4',
    '2.10',
    '12.05.2026',
    '10:30',
    '5%',
    '1e5',
    '1 000',
    'ИСТИНА',
    'false',
    'май 2026',
    '1 мая',
  ])('%s is not taken for a number, a date or a logical value', (text) => {
    expect(toCellInput(text)).toBe(`'${text}`);
  });

  it.each(['СОШ № 4', 'Заседание 1', 'да', 'марафон', 'Майкоп', '1. Общие сведения', '5 «А» класс', ''])(
    '%s goes as it is',
    (text) => {
      expect(toCellInput(text)).toBe(text);
    },
  );

  it('numbers and logical values go as they are', () => {
    expect([46154, -3.5, true].map(toCellInput)).toEqual([46154, -3.5, true]);
  });
});
