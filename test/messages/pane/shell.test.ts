import { shellWords } from '../../../src/messages/pane/shell';

describe('messages/pane/shell', () => {
  it('names the cells that an undo left, and the first of many', () => {
    const cell = (row: number) => ({ sheet: 'Банк данных', cell: `C${String(row)}` });
    expect(shellWords.kept([cell(5)])).toBe(
      'Осталось как есть, потому что вы изменили это позже: «Банк данных» C5.',
    );
    expect(shellWords.kept([1, 2, 3, 4, 5, 6, 7].map(cell))).toMatch(
      /«Банк данных» C5 и ещё 2\u00a0ячейки\.$/,
    );
  });

  it('puts a name with quotation marks into quotation marks of the other kind', () => {
    expect(shellWords.actions.undoWhat('Паспорт: «Объединение»')).toBe('Отменить «Паспорт: „Объединение“»');
  });

  it('counts in the right number', () => {
    expect(shellWords.errorCount(21)).toBe('21\u00a0ошибка');
    expect(shellWords.overdueCount(1)).toBe('1\u00a0срок просрочен');
    expect(shellWords.overdueCount(2)).toBe('2\u00a0срока просрочено');
  });
});
