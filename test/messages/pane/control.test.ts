import { formatCell } from '../../../src/messages/pane/cells';
import { controlWords } from '../../../src/messages/pane/control';

describe('messages/pane/control', () => {
  it('counts what was found, in the right number', () => {
    expect(controlWords.found(1)).toBe('Найдено 1\u00a0замечание');
    expect(controlWords.found(22)).toBe('Найдено 22\u00a0замечания');
    expect(controlWords.found(0)).toBe('Ничего не найдено');
    expect(controlWords.fixAll(1400)).toBe('Исправить все такие (1400)');
  });

  it('has a name for a kind it does not know', () => {
    expect(controlWords.kind('enum')).toBe('Значение не из списка');
    expect(controlWords.kind('…')).toBe('Прочее');
  });

  it('quotes the content of a cell, spaces included, and says that one is empty', () => {
    expect([' Ли ', '', 3.5, true].map(formatCell)).toEqual(['« Ли »', 'пусто', '3,5', 'ИСТИНА']);
  });
});
