import { checkRegister } from '../../../src/control/catalogue';
import { CLEAN, EVENT, EXAM, bookOf, found, inputOf, type PlainSheet } from '../registerOf';

/** The same register with other numbers on its form. */
function withNumbers(numbers: Readonly<Record<string, number>>) {
  const input = inputOf(bookOf(CLEAN));
  const indicators = input.indicators.map((row) => ({ ...row, value: numbers[row.no] ?? row.value }));
  return checkRegister({ ...input, indicators }).filter(({ code }) => code === 'relation');
}

describe('relation', () => {
  it('holds in a clean register', () => {
    expect(found('relation', CLEAN)).toEqual([]);
  });

  it.each([
    [
      { '1': 2, '1.1': 2, '1.2': 1 },
      { kind: 'sum-at-most', rowNo: '1', parts: ['1.1', '1.2'] },
    ],
    [{ '5': 3 }, { kind: 'at-most', rowNo: '5', of: '1' }],
    [{ '3': 3 }, { kind: 'at-most-databank', rowNo: '3' }],
    [{ '29': 3 }, { kind: 'at-most-organisations', rowNo: '29' }],
    [{ '8': 0 }, { kind: 'together', rowNo: '8', sum: '8.1' }],
  ])('%j', (numbers, broken) => {
    expect(withNumbers(numbers)).toMatchObject([{ severity: 'error', sheet: 'Приложение', ...broken }]);
  });

  it.each([[{ '1': 2, '1.1': 1, '1.2': 1 }], [{ '3': 2 }], [{ '8': 1, '8.1': 1 }]])('%j holds', (numbers) => {
    expect(withNumbers(numbers)).toEqual([]);
  });

  it('sees a contradiction of the records themselves', () => {
    const none = { ...CLEAN, ГИА: [{ ...EXAM, Высокобалльников: 0.5 }] };
    expect(found('relation', none)).toMatchObject([{ rowNo: '6', sum: '6.1' }]);
    expect(found('relation', { ...CLEAN, Мероприятия: [EVENT] })).toEqual([]);
  });

  it('asks about a change of more than a half', () => {
    const form = (last: number): PlainSheet => ({
      name: 'Приложение',
      cells: [['Приложение к анализу'], [], [], [], [], ['3', '', 1, '', '', '', last]],
    });
    expect(found('relation', CLEAN, { sheets: [form(3)] })).toMatchObject([
      { severity: 'info', kind: 'change', cell: 'C6', value: 1, last: 3 },
    ]);
    expect(found('relation', CLEAN, { sheets: [form(2)] })).toEqual([]);
  });
});
