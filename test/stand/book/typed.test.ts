import { describe, expect, it } from '@jest/globals';
import { editText, readTyped } from '../../../src/stand/book/typed';

describe('what a person types', () => {
  it.each([
    ['72', { value: 72 }],
    ['12,5', { value: 12.5 }],
    ['03.09.2025', { value: 45903, format: 'dd.mm.yyyy' }],
    ['50%', { value: 0.5, format: '0%' }],
    ['истина', { value: true }],
    ['=SUM(A1:A3)', { value: '=SUM(A1:A3)' }],
    ['', { value: '' }],
  ])('is read as Excel in Russian reads it: %s', (text, entry) => {
    expect(readTyped(text)).toEqual(entry);
  });

  it.each(['Ярцева М. С.', 'математика, физика', '12.5.2026.1', '+7 900', '-', '@школа', '5–7 классы', '='])(
    'stays the text it is: %s',
    (text) => {
      expect(readTyped(text)).toEqual({ value: `'${text}` });
    },
  );

  it('stays a text in a cell formatted as text', () => {
    expect(readTyped('1.1', true)).toEqual({ value: "'1.1" });
  });
});

describe('a cell opened for editing', () => {
  it('shows the formula, or the value as it would be typed', () => {
    expect(editText(5, 'General', '=2+3')).toBe('=2+3');
    expect(editText(12.5, '0.00', undefined)).toBe('12,5');
    expect(editText(45903, 'dd.mm.yyyy', undefined)).toBe('03.09.2025');
    expect(editText(0.5, '0%', undefined)).toBe('50%');
    expect(editText(true, 'General', undefined)).toBe('ИСТИНА');
    expect(editText('да', 'General', undefined)).toBe('да');
  });

  it('keeps a text that looks like a number a text', () => {
    expect(editText('72', 'General', undefined)).toBe("'72");
    expect(editText('1.1', '@', undefined)).toBe('1.1');
  });
});
