import { describe, expect, it } from '@jest/globals';
import { cellLook, cssColor, flagCss, tinted } from '../../../src/stand/book/look';
import { tableCss } from '../../../src/stand/book/tableLook';
import type { HostTable } from '../../../src/host/document';

describe('the look of a cell', () => {
  it('has the colours of the file and of its theme', () => {
    expect(cssColor({ argb: 'FFDCE8F0' })).toBe('#DCE8F0');
    expect(cssColor({ theme: 4 })).toBe('#4472c4');
    expect(cssColor(undefined)).toBeUndefined();
    expect(tinted('000000', 0.5)).toBe('808080');
    expect(tinted('ffffff', -0.5)).toBe('808080');
  });

  it('has fonts, fills, lines and places', () => {
    const look = cellLook({
      font: { bold: true, italic: true, size: 14, underline: true, color: { argb: 'FF1F2A37' } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBEB' } },
      border: { bottom: { style: 'thin', color: { argb: 'FFD5DBE3' } } },
      alignment: { horizontal: 'center', vertical: 'top', wrapText: true },
      numFmt: 'dd.mm.yyyy',
    });
    expect(look).toMatchObject({ align: 'center', wrap: true, bold: true, numberFormat: 'dd.mm.yyyy' });
    expect(look.css).toMatchObject({
      fontWeight: 600,
      fontStyle: 'italic',
      textDecoration: 'underline',
      background: '#FFFBEB',
      borderBottom: '1px solid #D5DBE3',
      alignItems: 'flex-start',
    });
    expect(look.css.fontSize).toMatch(/^18\.6/);
  });

  it('stands at the bottom and on no fill when the file says nothing', () => {
    expect(cellLook({})).toMatchObject({
      fill: undefined,
      align: undefined,
      css: { alignItems: 'flex-end' },
    });
    expect(cellLook({ fill: { type: 'pattern', pattern: 'none' } }).fill).toBeUndefined();
  });

  it('takes the fill of a conditional format from its background', () => {
    const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF8D7DA' } } as const;
    expect(flagCss({ fill, font: { color: { argb: 'FF7A1622' } } })).toEqual({
      background: '#F8D7DA',
      color: '#7A1622',
    });
  });
});

describe('the style of a table', () => {
  const table: HostTable = {
    id: 1,
    name: 'Педагоги',
    sheet: 'Банк данных',
    top: 1,
    left: 1,
    bottom: 4,
    right: 3,
    columns: [],
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };

  it('fills the header with its accent and bands every other row', () => {
    expect(tableCss(table, 1)).toMatchObject({ background: '#4472C4', color: '#fff' });
    expect(tableCss(table, 2)?.background).toBe('#dae3f3');
    expect(tableCss(table, 3)?.background).toBeUndefined();
  });

  it('only draws lines in a light one, and nothing without a style', () => {
    expect(tableCss({ ...table, style: 'TableStyleLight1' }, 1)?.background).toBeUndefined();
    expect(tableCss({ ...table, style: '' }, 1)).toBeNull();
  });
});
