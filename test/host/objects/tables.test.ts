import { afterEach, describe, expect, it } from '@jest/globals';
import { closeHosts, firstSheet, formulasOf, newHost, refusal, valuesOf, withTable } from '../opening';

afterEach(closeHosts);

const addressOf = async (host: Awaited<ReturnType<typeof newHost>>, table: string): Promise<string> =>
  host.run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange();
    range.load('address');
    await context.sync();
    return range.address;
  });

describe('a new table', () => {
  it('gets headers that are unique texts', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['Имя', 'имя', '', 2024],
      [1, 2, 3, 4],
    ]);
    expect(await valuesOf(host, 'A1:D1')).toEqual([['Имя', 'имя2', 'Столбец1', '2024']]);
  });

  it('may not overlap another table or merged cells', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['А'], [1]]);
    await host.run(async (context) => {
      firstSheet(context).getRange('D1:E1').merge();
      await context.sync();
    });
    expect(await refusal(host, (context) => void firstSheet(context).tables.add('A2:B3', true))).toBe(
      'InvalidArgument',
    );
    expect(await refusal(host, (context) => void firstSheet(context).tables.add('D1:E2', true))).toBe(
      'MergedRangeConflict',
    );
  });

  it('takes only names that Excel allows, once in the workbook', async () => {
    const host = await newHost();
    await withTable(host, 'т_Банк', [['А'], [1]]);
    await host.run(async (context) => {
      context.workbook.names.add('СписокКатегория', '=Лист1!$A$1');
      firstSheet(context).tables.add('C1:C2', true).name = 'т_Вторая';
      await context.sync();
    });
    const rename = (name: string): Promise<string> =>
      refusal(host, (context) => (context.workbook.tables.getItem('т_Вторая').name = name));
    expect(await rename('два слова')).toBe('InvalidArgument');
    expect(await rename('IND2024')).toBe('InvalidArgument');
    expect(await rename('1а')).toBe('InvalidArgument');
    expect(await rename('Т_БАНК')).toBe('ItemAlreadyExists');
    expect(await rename('списокКатегория')).toBe('ItemAlreadyExists');
    expect(await rename('рег_Вторая')).toBe('no error');
  });

  it('cannot be made on a protected sheet', async () => {
    const host = await newHost();
    host.switches.protectSheet('Лист1');
    expect(await refusal(host, (context) => void firstSheet(context).tables.add('A1:B2', true))).toBe(
      'AccessDenied',
    );
  });
});

describe('a table', () => {
  it('has parts', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
      [3, 4],
    ]);
    const parts = await host.run(async (context) => {
      const table = context.workbook.tables.getItem('т_А');
      const ranges = [
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('Б').getDataBodyRange(),
        table.columns.getItem('Б').getRange(),
      ];
      for (const range of ranges) range.load('address');
      const missing = table.columns.getItemOrNullObject('В');
      table.load('name,style,showTotals');
      await context.sync();
      return [...ranges.map((range) => range.address), missing.isNullObject, table.style, table.showTotals];
    });
    expect(parts).toEqual([
      'Лист1!A1:B1',
      'Лист1!A2:B3',
      'Лист1!B2:B3',
      'Лист1!B1:B3',
      true,
      'TableStyleMedium2',
      false,
    ]);
    expect(
      await refusal(host, (context) => void context.workbook.tables.getItem('т_А').getTotalRowRange()),
    ).toBe('ItemNotFound');
    expect(
      await refusal(
        host,
        (context) => void context.workbook.tables.getItem('т_А').columns.getItem('В').load('name'),
      ),
    ).toBe('ItemNotFound');
  });

  it('is resized only over its own header row', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
    ]);
    const resize = (address: string): Promise<string> =>
      refusal(host, (context) => context.workbook.tables.getItem('т_А').resize(address));
    expect(await resize('A2:B5')).toBe('InvalidArgument');
    expect(await resize('D1:E5')).toBe('InvalidArgument');
    expect(await resize('A1:B1')).toBe('InvalidArgument');
    expect(await resize('A1:C4')).toBe('no error');
    expect(await addressOf(host, 'т_А')).toBe('Лист1!A1:C4');
    expect(await valuesOf(host, 'A1:C1')).toEqual([['А', 'Б', 'Столбец1']]);
  });

  it('grows over values written directly below it, by the add-in and by the user', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
    ]);
    await host.run(async (context) => {
      firstSheet(context).getRange('A3:B4').values = [
        [3, 4],
        [5, 6],
      ];
      await context.sync();
    });
    await host.typeInto('Лист1', 'A5', 7);
    expect(await addressOf(host, 'т_А')).toBe('Лист1!A1:B5');
  });

  it('does not grow over a gap, over what stands beside, or past its columns', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
    ]);
    await host.typeInto('Лист1', 'A4', 'через строку');
    await host.typeInto('Лист1', 'C3', 'рядом');
    expect(await addressOf(host, 'т_А')).toBe('Лист1!A1:B2');
  });

  it('does not grow over rows that carry a data validation', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['А'], [1]]);
    await host.run(async (context) => {
      firstSheet(context).getRange('A1:A9').dataValidation.rule = { custom: { formula: '=A1<>""' } };
      await context.sync();
    });
    await host.typeInto('Лист1', 'A3', 2);
    expect(await addressOf(host, 'т_А')).toBe('Лист1!A1:A2');
  });

  it('fills its formula columns into new rows', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Вдвое'],
      [1, ''],
    ]);
    await host.run(async (context) => {
      context.workbook.tables.getItem('т_А').columns.getItem('Вдвое').getDataBodyRange().formulas = [
        ['=[@А]*2'],
      ];
      firstSheet(context).getRange('A3:A4').values = [[5], [6]];
      await context.sync();
    });
    expect(await valuesOf(host, 'A2:B4')).toEqual([
      [1, 2],
      [5, 10],
      [6, 12],
    ]);
    expect(host.document.tables[0]?.columns[1]?.calculatedFormula).toBe('т_А[[#This Row],[А]]*2');
  });

  it('turns different formulas written into one column into the last of them', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, ''],
      [2, ''],
      [3, ''],
    ]);
    await host.run(async (context) => {
      firstSheet(context).getRange('B2:B4').formulas = [['=1+1'], ['=1+2'], ['=1+3']];
      await context.sync();
    });
    expect(await formulasOf(host, 'B2:B4')).toEqual([['=1+3'], ['=1+3'], ['=1+3']]);
  });

  it('fills a blank column with the one formula written into it', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, ''],
      [2, ''],
    ]);
    await host.run(async (context) => {
      firstSheet(context).getRange('B3').formulas = [['=[@А]+1']];
      await context.sync();
    });
    expect(await valuesOf(host, 'B2:B3')).toEqual([[2], [3]]);
  });

  it('leaves a column of values alone when one cell becomes a formula', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['А'], [1], [2]]);
    await host.run(async (context) => {
      firstSheet(context).getRange('A3').formulas = [['=1+1']];
      await context.sync();
    });
    expect(await formulasOf(host, 'A2:A3')).toEqual([[1], ['=1+1']]);
  });

  it('can be made over different formulas already written', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      firstSheet(context).getRange('A1:A3').formulas = [['А'], ['=1+1'], ['=1+2']];
      firstSheet(context).tables.add('A1:A3', true);
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:A3')).toEqual([['А'], [2], [3]]);
  });

  it('takes rows at its end', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
    ]);
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('т_А');
      table.rows.add(undefined, [
        [3, 4],
        [5, 6],
      ]);
      table.columns.add(undefined, undefined, 'В');
      await context.sync();
    });
    expect(await addressOf(host, 'т_А')).toBe('Лист1!A1:C4');
    expect(await valuesOf(host, 'A4:C4')).toEqual([[5, 6, '']]);
  });

  it('is followed by formulas when it or its column is renamed, and breaks them when it goes', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['Число, шт.'], [1]]);
    await host.run(async (context) => {
      firstSheet(context).getRange('C1').formulas = [['=SUM(т_А[[Число, шт.]])']];
      await context.sync();
      context.workbook.tables.getItem('т_А').name = 'т_Новая';
      await context.sync();
    });
    await host.typeInto('Лист1', 'A1', 'Итого');
    expect(await formulasOf(host, 'C1')).toEqual([['=SUM(т_Новая[Итого])']]);
    expect(await valuesOf(host, 'C1')).toEqual([[1]]);
    await host.run(async (context) => {
      context.workbook.tables.getItem('т_Новая').delete();
      await context.sync();
    });
    expect(await formulasOf(host, 'C1')).toEqual([['=SUM(#REF!)']]);
    expect(await valuesOf(host, 'A1:A2')).toEqual([[''], ['']]);
  });

  it('loses its last column with the cells, and formulas that name it break', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
    ]);
    await host.run(async (context) => {
      firstSheet(context).getRange('A9').formulas = [['=SUM(т_А[Б])']];
      context.workbook.tables.getItem('т_А').columns.getItem('Б').delete();
      await context.sync();
    });
    expect(await addressOf(host, 'т_А')).toBe('Лист1!A1:A2');
    expect(await valuesOf(host, 'A1:B2')).toEqual([
      ['А', ''],
      [1, ''],
    ]);
    expect(await formulasOf(host, 'A9')).toEqual([['=SUM(#REF!)']]);
    expect(
      await refusal(host, (context) => {
        context.workbook.tables.getItem('т_А').columns.getItem('А').delete();
      }),
    ).toBe('InvalidArgument');
  });

  it('made narrower breaks formulas that name the columns it lost, and keeps their cells', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [
      ['А', 'Б'],
      [1, 2],
    ]);
    await host.run(async (context) => {
      firstSheet(context).getRange('A9').formulas = [['=SUM(т_А[Б])']];
      context.workbook.tables.getItem('т_А').resize('A1:A2');
      await context.sync();
    });
    expect(await valuesOf(host, 'A1:B2')).toEqual([
      ['А', 'Б'],
      [1, 2],
    ]);
    expect(await formulasOf(host, 'A9')).toEqual([['=SUM(#REF!)']]);
  });

  it('wears built-in styles and blank ones that were added', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['А'], [1]]);
    const wear = (style: string) =>
      refusal(host, (context) => {
        context.workbook.tables.getItem('т_А').style = style;
      });
    expect(await wear('Пустой')).toBe('InvalidArgument');
    await host.run(async (context) => {
      const { tableStyles } = context.workbook;
      tableStyles.add('Пустой');
      const other = tableStyles.add('Пустой', true).load('name');
      await context.sync();
      expect(other.name).toBe('Пустой 2');
    });
    expect(await wear('пустой')).toBe('no error');
    expect(await refusal(host, (context) => void context.workbook.tableStyles.add('Пустой'))).toBe(
      'ItemAlreadyExists',
    );
  });
});
