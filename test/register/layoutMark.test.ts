import fc from 'fast-check';
import { printLayoutWork, readLayoutMark } from '../../src/register/layoutMark';
import { SHEETS } from '../../src/register/sheets';
import { TABLE_NAMES, columnsOf } from '../../src/register/tables';

describe('the mark of the layout', () => {
  it('is a version once the register has been set up', () => {
    expect(readLayoutMark(1)).toEqual({ kind: 'set up', version: 1 });
  });

  it.each(['', 'моя заметка', true, 'оформлено'])('is none where %j stands', (value) => {
    expect(readLayoutMark(value)).toEqual({ kind: 'none' });
  });

  it('says in words what a run adds', () => {
    const work = { sheets: ['Паспорт', 'Курсы'], added: { Курсы: ['Учёт', 'Код'], План: [] } } as const;
    expect(printLayoutWork(work)).toBe('оформляется: Паспорт, Курсы|Курсы(Учёт, Код)');
  });

  it('comes back as it was left, whatever was being added, and fits into a cell', () => {
    const added = fc.record(
      Object.fromEntries(
        TABLE_NAMES.map((table) => [
          table,
          fc.subarray(
            columnsOf(table, 24).map(({ name }) => name),
            { minLength: 1 },
          ),
        ]),
      ),
      { requiredKeys: [] },
    );
    const sheets = fc.subarray(SHEETS.map(({ name }) => name));
    fc.assert(
      fc.property(sheets, added, (names, columns) => {
        const printed = printLayoutWork({ sheets: names, added: columns });
        expect(printed.length).toBeLessThan(32_767);
        expect(readLayoutMark(printed)).toEqual({ kind: 'under way', sheets: names, added: { ...columns } });
      }),
    );
  });
});
