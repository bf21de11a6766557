import { formatCell, formatNew } from '../../../src/messages/pane/cells';

describe('the content of a cell, as it is quoted before a change', () => {
  it('keeps its spaces, and an empty one is said', () => {
    expect(formatCell(' высшая')).toBe('« высшая»');
    expect(formatCell('')).toBe('пусто');
    expect(formatCell(0)).toBe('0');
  });

  it('is a formula again where a value had been typed over one', () => {
    expect(formatNew(null)).toBe('формула');
    expect(formatNew(7)).toBe('7');
  });
});
