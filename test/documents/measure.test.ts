import fc from 'fast-check';
import { columnWidths, fittingSize, isWrittenByHand, linesOf, textWidth } from '../../src/documents/measure';

describe('room for texts', () => {
  it('breaks lines between words and keeps line ends', () => {
    const width = textWidth('Сонковская школа', { size: 11 });
    expect(linesOf('Сонковская школа', width, { size: 11 })).toBe(1);
    expect(linesOf('Сонковская школа', width - 1, { size: 11 })).toBe(2);
    expect(linesOf('Сонковская\nшкола', width, { size: 11 })).toBe(2);
    expect(linesOf('', width, { size: 11 })).toBe(1);
  });

  it('breaks a word that is longer than the line', () => {
    expect(linesOf('превысокомногорассмотрительствующий', 60, { size: 11 })).toBeGreaterThan(2);
  });

  it('shares the page as asked, and gives a long word its room', () => {
    const columns = [
      { title: '№', share: 1 },
      { title: 'Ответственный', share: 1 },
      { title: 'Содержание', share: 8 },
    ];
    const [no = 0, responsible = 0, content = 0] = columnWidths(columns, [], 300, 11);
    expect(no + responsible + content).toBeCloseTo(300);
    expect(responsible).toBeGreaterThan(textWidth('Ответственный', { size: 11, bold: true }));
    expect(content).toBeGreaterThan(responsible);
  });

  it('always fills the page exactly', () => {
    const column = fc.record({ title: fc.string({ maxLength: 30 }), share: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 14 }), (columns) => {
        const widths = columnWidths(columns, [], 480, 10);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(480);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('tables to be printed', () => {
  const columns = [
    { title: 'Педагог', share: 3 },
    { title: 'Подпись', share: 1 },
  ];
  const row = (...cells: string[]) => ({ kind: 'row' as const, cells });

  it('are written into by hand where a column stands empty', () => {
    const section = { kind: 'section' as const, text: 'Приглашённые' };
    expect(isWrittenByHand(columns, [row('Иванова А. А.', ''), section, row('', '')])).toBe(true);
    expect(isWrittenByHand(columns, [row('Иванова А. А.', 'есть'), row('Сидоров П. И.', '')])).toBe(false);
  });

  it('are set smaller only when a word would be broken', () => {
    expect(fittingSize(columns, [row('Иванова А. А.', '')], 480, 11)).toBe(11);
    const wide = Array.from({ length: 12 }, () => ({ title: 'Самообразование', share: 1 }));
    const size = fittingSize(wide, [], 1200, 11);
    expect(size).toBeLessThan(11);
    expect(size).toBeGreaterThan(8);
    expect(fittingSize(wide, [], 300, 11)).toBe(8);
  });
});
