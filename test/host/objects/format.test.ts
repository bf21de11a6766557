import { afterEach, describe, expect, it } from '@jest/globals';
import { closeHosts, firstSheet, newHost, refusal } from '../opening';

afterEach(closeHosts);

describe('formats', () => {
  it('are set for a whole range and read back where all cells agree', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1:B2');
      range.format.set({
        wrapText: true,
        horizontalAlignment: 'Center',
        verticalAlignment: 'Top',
        indentLevel: 1,
        font: { bold: true, italic: true, size: 14, color: '#FF0000', name: 'Arial' },
        fill: { color: 'yellow' },
      });
      range.getCell(0, 0).format.font.bold = false;
      range.load(
        'format/wrapText,format/horizontalAlignment,format/verticalAlignment,format/indentLevel,format/font/bold,format/font/size,format/font/color,format/fill/color',
      );
      await context.sync();
      const { format } = range;
      return [
        format.wrapText,
        format.horizontalAlignment,
        format.verticalAlignment,
        format.indentLevel,
        format.font.bold,
        format.font.size,
        format.font.color,
        format.fill.color,
      ];
    });
    expect(read).toEqual([true, 'Center', 'Top', 1, null, 14, '#FF0000', '#FFFF00']);
  });

  it('of one range do not leak into cells that shared a style', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A1:A3').format.font.bold = true;
      sheet.getRange('A1').format.font.italic = true;
      const [first, other] = [sheet.getRange('A1').format.font, sheet.getRange('A2').format.font];
      first.load('bold,italic');
      other.load('bold,italic');
      await context.sync();
      return [first.bold, first.italic, other.bold, other.italic];
    });
    expect(read).toEqual([true, true, true, false]);
  });

  it('draw borders at the edges and between the cells', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const { borders } = firstSheet(context).getRange('A1:B2').format;
      for (const side of ['EdgeTop', 'InsideVertical'] as const) {
        const border = borders.getItem(side);
        border.style = 'Continuous';
        border.weight = 'Medium';
        border.color = '#BFBFBF';
      }
      await context.sync();
    });
    const cell = host.document.book.worksheets[0]?.getCell('A1');
    expect(cell?.border).toEqual({
      top: { style: 'medium', color: { argb: 'FFBFBFBF' } },
      right: { style: 'medium', color: { argb: 'FFBFBFBF' } },
    });
  });

  it('tell no fill from a white one by its tint', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A2').format.fill.color = '#FFFFFF';
      const none = sheet.getRange('A1').load('format/fill/color,format/fill/tintAndShade');
      const white = sheet.getRange('A2').load('format/fill/color,format/fill/tintAndShade');
      await context.sync();
      expect([none.format.fill.color, none.format.fill.tintAndShade]).toEqual(['#FFFFFF', null]);
      expect([white.format.fill.color, white.format.fill.tintAndShade]).toEqual(['#FFFFFF', 0]);
    });
  });

  it('set number formats for all cells or one by one', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1:B1');
      range.values = [[45901, 0.5]];
      range.numberFormat = [['dd.mm.yyyy', '0%']];
      range.load('numberFormat,text');
      await context.sync();
      return [range.numberFormat, range.text];
    });
    expect(read).toEqual([[['dd.mm.yyyy', '0%']], [['01.09.2025', '50%']]]);
  });

  it('measure columns in points and rows too', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      const standard = sheet.getRange('C1').format;
      standard.load('columnWidth,rowHeight');
      sheet.getRange('A:B').format.columnWidth = 96;
      sheet.getRange('A1').format.rowHeight = 30;
      const set = sheet.getRange('A1').format;
      set.load('columnWidth,rowHeight');
      await context.sync();
      return [standard.columnWidth, standard.rowHeight, set.columnWidth, set.rowHeight];
    });
    expect(read).toEqual([48, 15, 96, 30]);
  });

  it('hide rows and columns', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('B:C').columnHidden = true;
      const [hidden, mixed] = [sheet.getRange('B1:C1'), sheet.getRange('A1:B1')];
      hidden.load('columnHidden,hidden');
      mixed.load('columnHidden');
      await context.sync();
      return [hidden.columnHidden, hidden.hidden, mixed.columnHidden];
    });
    expect(read).toEqual([true, true, null]);
  });

  it('of whole columns reach cells written later', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A:A').numberFormat = '@' as unknown as string[][];
      sheet.getRange('A5').values = [['007']];
      const cell = sheet.getRange('A5');
      cell.load('values,numberFormat');
      await context.sync();
      return [cell.values, cell.numberFormat];
    });
    expect(read).toEqual([[['007']], [['@']]]);
  });

  it('refuse colours and sizes that are not', async () => {
    const host = await newHost();
    expect(
      await refusal(host, (context) => (firstSheet(context).getRange('A1').format.fill.color = 'не цвет')),
    ).toBe('InvalidArgument');
    expect(
      await refusal(host, (context) => (firstSheet(context).getRange('A1').format.rowHeight = 500)),
    ).toBe('InvalidArgument');
  });
});
