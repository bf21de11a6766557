import { afterEach, describe, expect, it } from '@jest/globals';
import { closeHosts, firstSheet, formulasOf, newHost, refusal, valuesOf, withTable } from '../opening';

afterEach(closeHosts);

describe('values', () => {
  it('must have exactly the range’s shape, or be one for all cells', async () => {
    const host = await newHost();
    const write = (values: unknown): Promise<string> =>
      refusal(host, (context) => (firstSheet(context).getRange('A1:B2').values = values as unknown[][]));
    expect(await write([[1, 2]])).toBe('InvalidArgument');
    expect(await write([[1], [2]])).toBe('InvalidArgument');
    expect(await write([1, 2])).toBe('InvalidArgument');
    expect(await write('одно')).toBe('no error');
    expect(await valuesOf(host, 'A1:B2')).toEqual([
      ['одно', 'одно'],
      ['одно', 'одно'],
    ]);
  });

  it('null leaves a cell as it is and an empty string empties it', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.values = [[null, '', 4]];
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:C1')).toEqual([[1, '', 4]]);
  });

  it('are entered as if typed, unless the cell is formatted as text', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A1:H1').values = [
        ['5', "'5", ' 2.5 ', '50%', 'true', '19-8-2025', '2025-08-19', "'=1+1"],
      ];
      sheet.getRange('A2:C2').numberFormat = [['@', '@', '@']];
      sheet.getRange('A2:C2').values = [['5', '=1', '-']];
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:H1')).toEqual([[5, '5', 2.5, 0.5, true, '19-8-2025', 45888, '=1+1']]);
    expect(await valuesOf(host, 'A2:C2')).toEqual([['5', '=1', '-']]);
  });

  it('that begin with a sign are formulas or are refused', async () => {
    const host = await newHost();
    const write = (text: string): Promise<string> =>
      refusal(host, (context) => (firstSheet(context).getRange('A1').values = [[text]]));
    expect(await write('=1+')).toBe('InvalidArgument');
    expect(await write('- (не указано')).toBe('InvalidArgument');
    expect(await write('- нет')).toBe('no error');
    expect(await valuesOf(host, 'A1')).toEqual([['#NAME?']]);
    expect(await write('-')).toBe('no error');
    expect(await write('+2')).toBe('no error');
    expect(await valuesOf(host, 'A1')).toEqual([[2]]);
  });

  it('hold at most 32767 characters', async () => {
    const host = await newHost();
    const write = (length: number): Promise<string> =>
      refusal(host, (context) => (firstSheet(context).getRange('A1').values = [['я'.repeat(length)]]));
    expect(await write(32_767)).toBe('no error');
    expect(await write(32_768)).toBe('InvalidArgument');
  });

  it('are written all or not at all', async () => {
    const host = await newHost();
    expect(
      await refusal(
        host,
        (context) => (firstSheet(context).getRange('A1:A2').values = [['цело'], ['=СУММ(']]),
      ),
    ).toBe('InvalidArgument');
    expect(await valuesOf(host, 'A1:A2')).toEqual([[''], ['']]);
  });

  it('of more than 1500 cells travel in pieces and arrive whole', async () => {
    const host = await newHost();
    const rows = Array.from({ length: 700 }, (_, row) => [row, `строка ${row}`, row % 2 === 0]);
    await host.run(async (context) => {
      firstSheet(context).getRange('A1:C700').values = rows;
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:C700')).toEqual(rows);
  });
});

describe('formulas', () => {
  it('are computed, and tell errors from values', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1:D1');
      range.formulas = [[2, '=A1*3', '=1/0', '="текст"']];
      range.load('values,valueTypes,text');
      await context.sync();
      return [range.values, range.valueTypes, range.text];
    });
    expect(read).toEqual([
      [[2, 6, '#DIV/0!', 'текст']],
      [['Double', 'Double', 'Error', 'String']],
      [['2', '6', '#DIV/0!', 'текст']],
    ]);
  });

  it('given once for a range move with each cell', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      firstSheet(context).getRange('A1:A3').values = [[1], [2], [3]];
      firstSheet(context).getRange('B1:C3').formulas = '=A1+$A$1' as unknown as string[][];
      await context.sync();
    });
    expect(await formulasOf(host, 'B1:C3')).toEqual([
      ['=A1+$A$1', '=B1+$A$1'],
      ['=A2+$A$1', '=B2+$A$1'],
      ['=A3+$A$1', '=B3+$A$1'],
    ]);
    expect(await valuesOf(host, 'B1:B3')).toEqual([[2], [3], [4]]);
  });

  it('read back in Excel’s spelling, not in the one they were written in', async () => {
    const host = await newHost();
    await withTable(host, 'т_Банк', [
      ['Учитель', 'Дата выдачи', 'Д1', 'Д2'],
      ['Анна', 5, '', ''],
    ]);
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('C2').formulas = [['=т_Банк[[#This Row],[Дата выдачи]]*2']];
      sheet.getRange('D2').formulas = [['=[@Учитель]']];
      sheet.getRange('F2').formulas = [['=COUNTA(т_Банк[[Учитель]])']];
      await context.sync();
    });
    expect(await formulasOf(host, 'C2:D2')).toEqual([['=[@[Дата выдачи]]*2', '=[@Учитель]']]);
    expect(await formulasOf(host, 'F2')).toEqual([['=COUNTA(т_Банк[Учитель])']]);
    expect(await valuesOf(host, 'C2:F2')).toEqual([[10, 'Анна', '', 1]]);
  });

  it('that name what is not there are refused', async () => {
    const host = await newHost();
    await withTable(host, 'т_Банк', [['А'], [1]]);
    const write = (formula: string): Promise<string> =>
      refusal(host, (context) => (firstSheet(context).getRange('F1').formulas = [[formula]]));
    expect(await write('=SUM(т_Нет[А])')).toBe('InvalidArgument');
    expect(await write('=SUM(т_Банк[Б])')).toBe('InvalidArgument');
    expect(await write('=[@А]')).toBe('InvalidArgument');
    expect(await write('=Нет!A1')).toBe('InvalidArgument');
    expect(await write('=SUM(1;2)')).toBe('InvalidArgument');
    expect(await write(`=1${'+1'.repeat(4_100)}`)).toBe('FormulaLengthExceedsLimit');
    expect(await write('=SUM(т_Банк[А])')).toBe('no error');
  });
});

describe('places', () => {
  it('are found by steps from one range to another', async () => {
    const host = await newHost();
    const addresses = await host.run(async (context) => {
      const sheet = firstSheet(context);
      const start = sheet.getRange('B2:D4');
      const ranges = [
        start.getCell(0, 0),
        start.getRow(1),
        start.getColumn(2),
        start.getOffsetRange(1, -1),
        start.getResizedRange(1, 0),
        start.getLastCell(),
        start.getEntireColumn(),
        start.getEntireRow(),
        start.getRowsBelow(2),
        start.getRowsAbove(),
        start.getColumnsAfter(1),
        start.getBoundingRect('F9'),
        start.getIntersection('C3:Z9'),
        sheet.getRangeByIndexes(0, 0, 2, 3),
        sheet.getCell(4, 4),
        sheet.getRange(),
      ];
      for (const range of ranges) range.load('address');
      await context.sync();
      return ranges.map((range) => range.address.replace('Лист1!', ''));
    });
    expect(addresses).toEqual([
      'B2',
      'B3:D3',
      'D2:D4',
      'A3:C5',
      'B2:D5',
      'D4',
      'B:D',
      '2:4',
      'B5:D6',
      'B1:D1',
      'E2:E4',
      'B2:F9',
      'C3:D4',
      'A1:C2',
      'E5',
      '1:1048576',
    ]);
  });

  it('outside the sheet do not exist', async () => {
    const host = await newHost();
    expect(
      await refusal(host, (context) => void firstSheet(context).getRange('A1').getOffsetRange(-1, 0)),
    ).toBe('InvalidArgument');
    expect(await refusal(host, (context) => void firstSheet(context).getRange('A1:B0'))).toBe(
      'InvalidArgument',
    );
    expect(await refusal(host, (context) => void firstSheet(context).getRange('не адрес'))).toBe(
      'InvalidArgument',
    );
  });

  it('that are too large are not read', async () => {
    const host = await newHost();
    expect(await refusal(host, (context) => void firstSheet(context).getRange('A:Z').load('values'))).toBe(
      'RangeExceedsLimit',
    );
  });

  it('of a used range end where the content ends', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('B2').values = [['а']];
      sheet.getRange('D5').format.fill.color = '#FFF2CC';
      const all = sheet.getUsedRange();
      const values = sheet.getUsedRange(true);
      const inside = sheet.getRange('C:C').getUsedRangeOrNullObject(true);
      all.load('address');
      values.load('address');
      await context.sync();
      return [all.address, values.address, inside.isNullObject];
    });
    expect(read).toEqual(['Лист1!B2:D5', 'Лист1!B2', true]);
  });

  it('with constants, formulas or blanks come as areas', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1:C2');
      range.formulas = [
        [1, '=A1', ''],
        [2, '=A2', 'текст'],
      ];
      const found = [
        range.getSpecialCellsOrNullObject('Constants'),
        range.getSpecialCellsOrNullObject('Formulas'),
        range.getSpecialCellsOrNullObject('Blanks'),
      ];
      for (const areas of found) areas.load('address,cellCount');
      await context.sync();
      return found.map((areas) => [areas.address, areas.cellCount]);
    });
    expect(read).toEqual([
      ['Лист1!A1:A2,Лист1!C2', 3],
      ['Лист1!B1:B2', 2],
      ['Лист1!C1', 1],
    ]);
  });
});

describe('cells', () => {
  it('merge, keep the first value and read as blank elsewhere', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      firstSheet(context).getRange('A1:B1').values = [['заголовок', 'лишнее']];
      firstSheet(context).getRange('A1:B1').merge();
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:B1')).toEqual([['заголовок', '']]);
  });

  it('carry links inside the workbook and outside', async () => {
    const host = await newHost();
    const links = await host.run(async (context) => {
      const [inner, outer] = [firstSheet(context).getRange('A1'), firstSheet(context).getRange('A2')];
      inner.hyperlink = { documentReference: "'Лист1'!C3", textToDisplay: 'К записи' };
      outer.hyperlink = { address: 'https://example.org', textToDisplay: 'Сайт' };
      inner.load('hyperlink,values');
      outer.load('hyperlink');
      await context.sync();
      return [inner.hyperlink.documentReference, inner.values, outer.hyperlink.address];
    });
    expect(links).toEqual(["'Лист1'!C3", [['К записи']], 'https://example.org']);
  });

  it('are cleared in part or wholly', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1:A2');
      range.values = [[1], [2]];
      range.format.font.bold = true;
      range.getCell(0, 0).clear('Contents');
      range.getCell(1, 0).clear('Formats');
      range.load('values');
      const [first, second] = [range.getCell(0, 0).format.font, range.getCell(1, 0).format.font];
      first.load('bold');
      second.load('bold');
      await context.sync();
      return [range.values, first.bold, second.bold];
    });
    expect(read).toEqual([[[''], [2]], true, false]);
  });

  it('of a protected sheet can be written when they are unlocked', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      firstSheet(context).getRange('B1').format.protection.locked = false;
      firstSheet(context).protection.protect();
      await context.sync();
    });
    expect(await refusal(host, (context) => (firstSheet(context).getRange('B1').values = [[1]]))).toBe(
      'no error',
    );
    expect(await refusal(host, (context) => (firstSheet(context).getRange('A1:B1').values = [[1, 2]]))).toBe(
      'AccessDenied',
    );
    expect(
      await refusal(host, (context) => (firstSheet(context).getRange('B1').format.font.bold = true)),
    ).toBe('AccessDenied');
    expect(await refusal(host, (context) => firstSheet(context).getRange('B1').clear())).toBe('AccessDenied');
  });
});
