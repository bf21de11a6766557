import { afterEach, describe, expect, it } from '@jest/globals';
import { closeHosts, firstSheet, formulasOf, newHost, refusal, valuesOf } from '../opening';

afterEach(closeHosts);

describe('worksheets', () => {
  it('are added, placed, coloured, hidden and counted', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('Справочники');
      added.position = 0;
      added.tabColor = '#00B050';
      added.showGridlines = false;
      worksheets.getItem('Лист1').visibility = 'Hidden';
      worksheets.load('items/name,items/position,items/visibility,items/tabColor,items/showGridlines');
      const [all, visible] = [worksheets.getCount(), worksheets.getCount(true)];
      const [first, last] = [worksheets.getFirst(), worksheets.getLast()];
      first.load('name');
      last.load('name');
      await context.sync();
      return [
        worksheets.items.map((sheet) => [
          sheet.name,
          sheet.position,
          sheet.visibility,
          sheet.tabColor,
          sheet.showGridlines,
        ]),
        all.value,
        visible.value,
        first.name,
        last.name,
      ];
    });
    expect(read).toEqual([
      [
        ['Справочники', 0, 'Visible', '#00B050', false],
        ['Лист1', 1, 'Hidden', '', true],
      ],
      2,
      1,
      'Справочники',
      'Лист1',
    ]);
  });

  it('take only names that Russian Excel allows', async () => {
    const host = await newHost();
    const add = (name: string): Promise<string> =>
      refusal(host, (context) => void context.workbook.worksheets.add(name));
    expect(await add('Журнал')).toBe('InvalidArgument');
    expect(await add('history')).toBe('InvalidArgument');
    expect(await add('а/б')).toBe('InvalidArgument');
    expect(await add("'а")).toBe('InvalidArgument');
    expect(await add('я'.repeat(32))).toBe('InvalidArgument');
    expect(await add('')).toBe('InvalidArgument');
    expect(await add('лист1')).toBe('ItemAlreadyExists');
    expect(await add('я'.repeat(31))).toBe('no error');
  });

  it('keep their formulas when renamed, and break them when deleted', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const other = context.workbook.worksheets.add('Данные');
      other.getRange('A1').values = [[5]];
      context.workbook.names.add('Пять', '=Данные!$A$1');
      firstSheet(context).getRange('A1').formulas = [['=Данные!A1*2']];
      await context.sync();
      other.name = 'Мои данные';
      await context.sync();
    });
    expect(await formulasOf(host, 'A1')).toEqual([["='Мои данные'!A1*2"]]);
    expect(await valuesOf(host, 'A1')).toEqual([[10]]);
    expect(host.document.names[0]?.formula).toBe("='Мои данные'!$A$1");
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Мои данные').delete();
      await context.sync();
    });
    expect(await formulasOf(host, 'A1')).toEqual([['=#REF!*2']]);
  });

  it('leave one that is visible', async () => {
    const host = await newHost();
    expect(await refusal(host, (context) => firstSheet(context).delete())).toBe('InvalidOperation');
    expect(await refusal(host, (context) => (firstSheet(context).visibility = 'Hidden'))).toBe(
      'InvalidOperation',
    );
  });

  it('are protected once, and say so', async () => {
    const host = await newHost();
    const isProtected = await host.run(async (context) => {
      const { protection } = firstSheet(context);
      protection.protect({ allowSort: true });
      protection.load('protected,options');
      await context.sync();
      return [protection.protected, protection.options.allowSort, protection.options.allowInsertRows];
    });
    expect(isProtected).toEqual([true, true, false]);
    expect(await refusal(host, (context) => firstSheet(context).protection.protect())).toBe(
      'InvalidOperation',
    );
    expect(await refusal(host, (context) => firstSheet(context).protection.unprotect())).toBe('no error');
  });

  it('freeze rows and columns', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      sheet.freezePanes.freezeRows(1);
      const rows = sheet.freezePanes.getLocationOrNullObject();
      rows.load('address');
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
      const both = sheet.freezePanes.getLocationOrNullObject();
      both.load('address');
      await context.sync();
      return [none.isNullObject, rows.address, both.address];
    });
    expect(read).toEqual([true, 'Лист1!1:1', 'Лист1!A1:B3']);
  });

  it('are set up for printing', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      const layout = sheet.pageLayout;
      layout.orientation = 'Landscape';
      layout.paperSize = 'A4';
      layout.zoom = { horizontalFitToPages: 1 };
      layout.centerHorizontally = true;
      layout.leftMargin = 36;
      layout.setPrintArea('A1:F40');
      layout.setPrintTitleRows('$1:$2');
      layout.headersFooters.defaultForAllPages.centerFooter = '&P из &N';
      layout.load('orientation,paperSize,zoom,centerHorizontally,leftMargin');
      const area = layout.getPrintAreaOrNullObject();
      area.load('address');
      await context.sync();
      return [
        layout.orientation,
        layout.paperSize,
        layout.zoom,
        layout.centerHorizontally,
        layout.leftMargin,
        area.address,
      ];
    });
    expect(read).toEqual(['Landscape', 'A4', { horizontalFitToPages: 1 }, true, 36, 'Лист1!A1:F40']);
    const setup = host.document.book.worksheets[0]?.pageSetup;
    expect(setup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' });
  });

  it('lose a print area or titles with the name that holds them', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.pageLayout.setPrintArea('A1:B9');
      sheet.pageLayout.setPrintTitleColumns('$A:$B');
      const before = sheet.pageLayout.getPrintTitleColumnsOrNullObject().load('address');
      sheet.names.getItem('Print_Area').delete();
      sheet.names.getItem('Print_Titles').delete();
      const area = sheet.pageLayout.getPrintAreaOrNullObject().load('address');
      const titles = sheet.pageLayout.getPrintTitleColumnsOrNullObject().load('address');
      const name = sheet.names.getItemOrNullObject('Print_Area').load('name');
      await context.sync();
      expect(before.address).toBe('Лист1!A:B');
      expect([area.isNullObject, titles.isNullObject, name.isNullObject]).toEqual([true, true, true]);
    });
  });

  it('tell that nothing is drawn on them', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const { charts, comments, pivotTables, shapes } = firstSheet(context);
      const counts = [charts, comments, pivotTables, shapes].map((each) => each.getCount());
      shapes.load('items/type');
      await context.sync();
      expect(counts.map(({ value }) => value)).toEqual([0, 0, 0, 0]);
      expect(shapes.items).toEqual([]);
    });
  });

  it('are selected by their cells', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Второй');
      sheet.activate();
      sheet.getRange('C3:D4').select();
      const [selected, cell] = [context.workbook.getSelectedRange(), context.workbook.getActiveCell()];
      selected.load('address');
      cell.load('address');
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load('name');
      await context.sync();
      return [selected.address, cell.address, active.name];
    });
    expect(read).toEqual(['Второй!C3:D4', 'Второй!C3', 'Второй']);
  });
});

describe('the workbook', () => {
  it('tells its properties and calculation mode', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const { application, properties } = context.workbook;
      properties.title = 'Реестр';
      application.calculationMode = 'Manual';
      application.load('calculationMode');
      properties.load('title');
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      application.calculate('Recalculate');
      await context.sync();
      return [properties.title, String(application.calculationMode)];
    });
    expect(read).toEqual(['Реестр', 'Manual']);
  });

  it('is saved as a file that opens with what was done', async () => {
    const { openHost } = await import('../../../src/host/node');
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A1:B2').values = [
        ['А', 'Б'],
        [2, ''],
      ];
      const table = sheet.tables.add('A1:B2', true);
      table.name = 'т_А';
      table.columns.getItem('Б').getDataBodyRange().formulas = [['=[@А]*2']];
      context.workbook.names.add('Список', sheet.getRange('A2'));
      await context.sync();
    });
    const again = await openHost(await host.save());
    try {
      expect(await valuesOf(again, 'A1:B2')).toEqual([
        ['А', 'Б'],
        [2, 4],
      ]);
      expect(await formulasOf(again, 'B2')).toEqual([['=[@А]*2']]);
      expect(again.document.names.map((item) => item.formula)).toEqual(['=Лист1!$A$2']);
    } finally {
      again.dispose();
    }
  });
});

describe('defined names', () => {
  it('are added over ranges and formulas, re-pointed and deleted', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const { names } = context.workbook;
      names.add('Список', firstSheet(context).getRange('A1:A3'));
      names.add('Пять', '=5');
      names.getItem('список').formula = '=Лист1!$A$1:$A$9';
      names.load('items/name,items/formula,items/type,items/value');
      await context.sync();
      const before: unknown[] = names.items.map((item): unknown[] => [
        item.name,
        item.formula,
        item.type,
        item.value as unknown,
      ]);
      names.getItem('Пять').delete();
      const left = names.getCount();
      await context.sync();
      return [before, left.value];
    });
    expect(read).toEqual([
      [
        ['Список', '=Лист1!$A$1:$A$9', 'Range', 'Лист1!A1:A9'],
        ['Пять', '=5', 'Integer', 5],
      ],
      1,
    ]);
  });

  it('over a structured reference silently become plain ones', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A1:A3').values = [['А'], [1], [2]];
      sheet.tables.add('A1:A3', true).name = 'т_А';
      context.workbook.names.add('Столбец', '=т_А[А]');
      await context.sync();
    });
    expect(host.document.names[0]?.formula).not.toContain('т_А');
  });

  it('are refused when Excel would refuse them', async () => {
    const host = await newHost();
    const add = (name: string, formula: string): Promise<string> =>
      refusal(host, (context) => void context.workbook.names.add(name, formula));
    expect(await add('А1б в', '=1')).toBe('InvalidArgument');
    expect(await add('AB12', '=1')).toBe('InvalidArgument');
    expect(await add('Имя', 'Лист1!A1')).toBe('InvalidArgument');
    expect(await add('Имя', '=SUM(')).toBe('InvalidArgument');
    expect(await add('Имя', '=1')).toBe('no error');
    expect(await add('имя', '=2')).toBe('ItemAlreadyExists');
  });
});
