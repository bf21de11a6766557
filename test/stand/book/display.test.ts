import { describe, expect, it } from '@jest/globals';
import { showValue } from '../../../src/stand/book/display';

/** A no-break space, which Russian puts between thousands. */
const NBSP = '\u00a0';

describe('a value in the grid', () => {
  it.each([
    [46093, 'dd.mm.yyyy', '12.03.2026'],
    [12.5, undefined, '12,5'],
    [12345.5, '#,##0.00', `12${NBSP}345,50`],
    [0.98, '0%', '98%'],
    [true, 'General', 'ИСТИНА'],
    ['1.1', '@', '1.1'],
    ['да', '"ответ: "@', 'ответ: да'],
    ['да', 'dd.mm.yyyy', 'да'],
    [5, 'это не формат [', '5'],
  ] as const)('is shown under its format as Excel in Russian shows it: %s, %s', (value, format, text) => {
    expect(showValue(value, format, false).text).toBe(text);
  });

  it('stands where its kind stands', () => {
    expect(showValue(5, undefined, false).align).toBe('right');
    expect(showValue('да', undefined, false).align).toBe('left');
    expect(showValue(false, undefined, false).align).toBe('center');
    expect(showValue('#N/A', undefined, true)).toEqual({ text: '#N/A', align: 'center' });
  });

  it('has the colour its format asks for', () => {
    expect(showValue(-5, '0;[Red]-0', false)).toEqual({ text: '-5', align: 'right', color: 'red' });
  });
});
