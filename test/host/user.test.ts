import { afterEach, describe, expect, it } from '@jest/globals';
import { loadClientLibrary } from '../../src/host/node';
import { closeHosts, firstSheet, newHost, valuesOf, withTable } from './opening';

afterEach(closeHosts);

/** Lets the events of a host reach their handlers. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

describe('the user at the workbook', () => {
  it('types a block of cells in one act', async () => {
    const host = await newHost();
    const block = [
      ['Ярцева М. С.', 27],
      ['Плетнёв А. И.', 14],
    ];
    await host.typeInto('Лист1', 'A1:B2', block);
    expect(await valuesOf(host, 'A1:B2')).toEqual(block);
  });

  it('makes a table grow by typing right under it', async () => {
    const host = await newHost();
    await withTable(host, 'Педагоги', [['ФИО'], ['Ярцева М. С.']]);
    await host.typeInto('Лист1', 'A3', 'Плетнёв А. И.');
    expect(host.document.tables[0]?.bottom).toBe(3);
  });

  it('finds in the row it added the look, the list and the flag of the rows above', async () => {
    const host = await newHost();
    await withTable(host, 'Педагоги', [
      ['ФИО', 'Педагог'],
      ['Ярцева М. С.', 'да'],
    ]);
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A2').format.font.bold = true;
      sheet.getRange('B2').dataValidation.rule = { list: { inCellDropDown: true, source: 'да,нет' } };
      const flag = sheet.getRange('B2:B2').conditionalFormats.add('Custom' as Excel.ConditionalFormatType);
      flag.custom.rule.formula = '=B2="нет"';
      await context.sync();
    });
    await host.typeInto('Лист1', 'A3', 'Плетнёв А. И.');
    expect(host.document.book.getWorksheet('Лист1')?.getCell('A3').font.bold).toBe(true);
    expect(host.validationAt('Лист1', 3, 2)?.choices).toEqual(['да', 'нет']);
    const flagged = await host.run(async (context) => {
      const range = firstSheet(context).getRange('B2:B9').conditionalFormats.getItemAt(0).getRange();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(flagged).toBe('Лист1!B2:B3');
  });

  it('selects cells, and sees what the add-in selects', async () => {
    const host = await newHost();
    host.select('Лист1', 'C3:D4');
    const address = await host.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load('address');
      await context.sync();
      firstSheet(context).getRange('B7').select();
      await context.sync();
      return selected.address;
    });
    expect(address).toBe('Лист1!C3:D4');
    expect(host.selection).toEqual({ sheet: 'Лист1', top: 7, left: 2, bottom: 7, right: 2 });
  });

  it('has a co-author whose edits the add-in can tell from its own user’s', async () => {
    const host = await newHost();
    const heard: (readonly [string, string])[] = [];
    await host.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ address, source }) => {
        heard.push([address, source]);
        return Promise.resolve();
      });
      await context.sync();
    });
    await host.raiseRemoteChange('Лист1', 'B2', 'правка соавтора');
    await settle();
    expect(heard).toEqual([['B2', 'Remote']]);
    expect(await valuesOf(host, 'B2')).toEqual([['правка соавтора']]);
  });

  it('is told of every batch that was carried out, and of what was typed', async () => {
    const host = await newHost();
    let told = 0;
    const stop = host.watch(() => told++);
    await host.run(async (context) => {
      firstSheet(context).getRange('A1').values = [[1]];
      await context.sync();
    });
    expect(told).toBe(1);
    await host.typeInto('Лист1', 'A1', 2);
    expect(told).toBe(2);
    stop();
    await host.typeInto('Лист1', 'A1', 3);
    expect(told).toBe(2);
  });

  it('meets the rule of a cell with the values it offers', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('H1:H2').values = [['да'], ['нет']];
      context.workbook.names.add('СписокДаНет', sheet.getRange('H1:H2'));
      const rule = sheet.getRange('A2:A9').dataValidation;
      rule.rule = { list: { inCellDropDown: true, source: '=СписокДаНет' } };
      rule.errorAlert = {
        message: 'Выберите из списка',
        title: 'Проверка',
        style: 'Warning',
        showAlert: true,
      };
      await context.sync();
    });
    const met = host.validationAt('Лист1', 5, 1);
    expect(met?.choices).toEqual(['да', 'нет']);
    expect(met?.rule).toMatchObject({ errorStyle: 'warning', error: 'Выберите из списка' });
    expect(host.validationAt('Лист1', 1, 1)).toBeNull();
  });
});

describe('a library loaded anew', () => {
  it('goes on with the same workbook, and hears nothing for the handlers of the old one', async () => {
    const host = await newHost();
    const heard: string[] = [];
    await host.run(async (context) => {
      firstSheet(context).getRange('A1').values = [['прежнее']];
      context.workbook.worksheets.onChanged.add(({ address }) => {
        heard.push(address);
        return Promise.resolve();
      });
      await context.sync();
    });
    host.reconnect(loadClientLibrary());
    expect(await valuesOf(host, 'A1')).toEqual([['прежнее']]);
    await host.typeInto('Лист1', 'A2', 'новое');
    await settle();
    expect(heard).toEqual([]);
  });
});
