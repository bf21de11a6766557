import { afterEach, describe, expect, it } from '@jest/globals';
import { closeHosts, codeOf, firstSheet, newHost, refusal, valuesOf, withTable } from './opening';

afterEach(closeHosts);

/** Lets the events of a host reach their handlers. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

describe('batches', () => {
  it('carry writes and reads in one round trip', async () => {
    const host = await newHost();
    const address = await host.run(async (context) => {
      const range = firstSheet(context).getRange('B2:C3');
      range.values = [
        [1, 'два'],
        [true, ''],
      ];
      range.load('address,values');
      await context.sync();
      return [range.address, range.values];
    });
    expect(address).toEqual([
      'Лист1!B2:C3',
      [
        [1, 'два'],
        [true, ''],
      ],
    ]);
    expect(host.traffic.roundTrips).toBe(1);
    expect(host.traffic.bytesSent).toBeGreaterThan(100);
    host.traffic.reset();
    expect(host.traffic.roundTrips).toBe(0);
  });

  it('keep what was done before the action that fails', async () => {
    const host = await newHost();
    const code = await refusal(host, (context) => {
      firstSheet(context).getRange('A1').values = [['сделано']];
      context.workbook.worksheets.getItem('Нет такого').getRange('A1').values = [[1]];
      firstSheet(context).getRange('A2').values = [['не сделано']];
    });
    expect(code).toBe('ItemNotFound');
    expect(await valuesOf(host, 'A1:A2')).toEqual([['сделано'], ['']]);
  });

  it('fail with the library’s own error and the statement that failed', async () => {
    const host = await newHost();
    const error = await host
      .run(async (context) => {
        context.workbook.worksheets.getItem('Нет').load('name');
        await context.sync();
      })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(host.OfficeExtension.Error);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { statement: 'var worksheet = worksheets.getItem(...);' },
    });
  });

  it('refuse to read what was not loaded, before any request', async () => {
    const host = await newHost();
    const code = await codeOf(
      host.run((context) => Promise.resolve(firstSheet(context).getRange('A1').values.length)),
    );
    expect(code).toBe('PropertyNotLoaded');
  });

  it('keep ranges usable from one sync to the next', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const range = firstSheet(context).getRange('A1');
      await context.sync();
      range.values = [[1]];
      await context.sync();
      range.format.font.bold = true;
      await context.sync();
    });
    expect(await valuesOf(host, 'A1')).toEqual([[1]]);
  });

  it('name the member that this host does not have', async () => {
    const host = await newHost();
    const error = await host
      .run(async (context) => {
        firstSheet(context).getRange('A1').load('formulasR1C1');
        await context.sync();
      })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'NotImplemented',
      message: 'Range.formulasR1C1 is not implemented by this host.',
    });
    expect(
      await refusal(host, (context) =>
        firstSheet(context)
          .getRange('A1:B2')
          .sort.apply([{ key: 0 }]),
      ),
    ).toBe('NotImplemented');
    expect(await refusal(host, (context) => void firstSheet(context).charts.load('items/name'))).toBe(
      'NotImplemented',
    );
  });

  it('refuse a property that never was', async () => {
    const host = await newHost();
    expect(await refusal(host, (context) => void firstSheet(context).load('colour'))).toBe('InvalidArgument');
  });

  it('answer a load without names with every plain property', async () => {
    const host = await newHost();
    const sheet = await host.run(async (context) => {
      const loaded = firstSheet(context);
      loaded.load();
      await context.sync();
      return [loaded.name, loaded.position, loaded.visibility, loaded.id];
    });
    expect(sheet).toEqual(['Лист1', 0, 'Visible', '{00000000-0001-0000-0001-000000000000}']);
  });

  it('load collections with properties of related objects at once', async () => {
    const host = await newHost();
    await withTable(host, 'т_Одна', [['А'], [1]]);
    host.traffic.reset();
    const found = await host.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      worksheets.load('items/name,items/position,items/protection/protected,items/tables/items/name');
      tables.load('items/name,items/worksheet/name,items/columns/items/name');
      await context.sync();
      return [
        worksheets.items.map((sheet) => [
          sheet.name,
          sheet.position,
          sheet.protection.protected,
          sheet.tables.items.map((table) => table.name),
        ]),
        tables.items.map((table) => [
          table.name,
          table.worksheet.name,
          table.columns.items.map((column) => column.name),
        ]),
      ];
    });
    expect(found).toEqual([[['Лист1', 0, false, ['т_Одна']]], [['т_Одна', 'Лист1', ['А']]]]);
    expect(host.traffic.roundTrips).toBe(1);
  });
});

describe('objects that are not there', () => {
  it('are null objects for the methods that say so', async () => {
    const host = await newHost();
    const isNull = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Нет');
      const table = context.workbook.tables.getItemOrNullObject('Нет');
      const name = context.workbook.names.getItemOrNullObject('Нет');
      const used = firstSheet(context).getUsedRangeOrNullObject();
      table.load('name');
      await context.sync();
      return [sheet.isNullObject, table.isNullObject, name.isNullObject, used.isNullObject];
    });
    expect(isNull).toEqual([true, true, true, true]);
  });

  it('cannot be acted upon', async () => {
    const host = await newHost();
    expect(
      await refusal(host, (context) => context.workbook.worksheets.getItemOrNullObject('Нет').delete()),
    ).toBe('ItemNotFound');
  });

  it('include everything on a deleted sheet', async () => {
    const host = await newHost();
    const code = await codeOf(
      host.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Временный');
        const range = sheet.getRange('A1');
        await context.sync();
        sheet.delete();
        await context.sync();
        range.values = [[1]];
        await context.sync();
      }),
    );
    expect(code).toBe('ItemNotFound');
  });
});

describe('switches', () => {
  it('edit mode refuses every batch with Excel’s code', async () => {
    const host = await newHost();
    host.switches.editMode = true;
    expect(await refusal(host, (context) => void firstSheet(context).load('name'))).toBe(
      'InvalidOperationInCellEditMode',
    );
  });

  it('a batch that asked to wait goes on when the user leaves the cell', async () => {
    const host = await newHost();
    host.switches.editMode = true;
    let done = false;
    const batch = host.Excel.run({ delayForCellEdit: true }, async (context) => {
      firstSheet(context).getRange('A1').values = [['после']];
      await context.sync();
      done = true;
    });
    await settle();
    expect(done).toBe(false);
    host.switches.editMode = false;
    await batch;
    expect(await valuesOf(host, 'A1')).toEqual([['после']]);
  });

  it('the payload limit holds in both directions', async () => {
    const host = await newHost({ payloadLimit: 20_000 });
    const long = 'а'.repeat(15_000);
    expect(await refusal(host, (context) => (firstSheet(context).getRange('A1').values = [[long]]))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
    host.switches.payloadLimit = 1_000_000;
    await host.run(async (context) => {
      firstSheet(context).getRange('A1').values = [[long]];
      await context.sync();
    });
    host.switches.payloadLimit = 20_000;
    expect(await codeOf(valuesOf(host, 'A1'))).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('a failure can be ordered at any action, and comes once', async () => {
    const host = await newHost();
    const write = (context: Excel.RequestContext): void => {
      firstSheet(context).getRange('A1').values = [[1]];
      firstSheet(context).getRange('A2').values = [[2]];
    };
    host.switches.failAtAction = 9;
    expect(await refusal(host, write)).toBe('GeneralException');
    expect(await valuesOf(host, 'A1:A2')).toEqual([[1], ['']]);
    expect(host.switches.failAtAction).toBeNull();
    expect(await refusal(host, write)).toBe('no error');
    expect(await valuesOf(host, 'A1:A2')).toEqual([[1], [2]]);
  });

  it('a sheet can be protected behind the add-in’s back', async () => {
    const host = await newHost();
    host.switches.protectSheet('Лист1');
    expect(await refusal(host, (context) => (firstSheet(context).getRange('A1').values = [[1]]))).toBe(
      'AccessDenied',
    );
    host.switches.unprotectSheet('Лист1');
    expect(await refusal(host, (context) => (firstSheet(context).getRange('A1').values = [[1]]))).toBe(
      'no error',
    );
  });
});

describe('events', () => {
  it('tell the add-in’s own changes, the user’s and a co-author’s apart', async () => {
    const host = await newHost();
    const seen: unknown[] = [];
    await host.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ address, source, triggerSource }) => {
        seen.push([address, source, triggerSource]);
        return Promise.resolve();
      });
      await context.sync();
      firstSheet(context).getRange('A1:B1').values = [[1, 2]];
      await context.sync();
    });
    await settle();
    await host.typeInto('Лист1', 'C3', 'от руки');
    await host.raiseRemoteChange('Лист1', 'D4:E5');
    await settle();
    expect(seen).toEqual([
      ['A1:B1', 'Local', 'ThisLocalAddin'],
      ['C3', 'Local', undefined],
      ['D4:E5', 'Remote', undefined],
    ]);
  });

  it('stop when the last handler is removed', async () => {
    const host = await newHost();
    let count = 0;
    const handler = await host.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(() => Promise.resolve(void count++));
      await context.sync();
      return added;
    });
    await host.typeInto('Лист1', 'A1', 1);
    await settle();
    await host.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await host.typeInto('Лист1', 'A1', 2);
    await settle();
    expect(count).toBe(1);
  });

  it('lead back to the range that changed', async () => {
    const host = await newHost();
    let value: unknown;
    await host.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        await host.run(async (inner) => {
          const range = event.getRange(inner);
          range.load('values');
          await inner.sync();
          value = range.values;
        });
      });
      await context.sync();
    });
    await host.typeInto('Лист1', 'A1', 'слово');
    await settle();
    expect(value).toEqual([['слово']]);
  });
});

describe('several hosts in one process', () => {
  it('work at the same time without seeing each other', async () => {
    const [one, other] = [await newHost(), await newHost()];
    const heard: string[] = [];
    const write = (host: typeof one, text: string): Promise<void> =>
      host.run(async (context) => {
        context.workbook.worksheets.onChanged.add(() => Promise.resolve(void heard.push(text)));
        await context.sync();
        firstSheet(context).getRange('A1').values = [[text]];
        await context.sync();
      });
    await Promise.all([write(one, 'один'), write(other, 'другой')]);
    await settle();
    expect(await valuesOf(one, 'A1')).toEqual([['один']]);
    expect(await valuesOf(other, 'A1')).toEqual([['другой']]);
    expect(heard.sort()).toEqual(['другой', 'один']);
  });

  it('refuse work after they were disposed of', async () => {
    const host = await newHost();
    host.dispose();
    await expect(valuesOf(host, 'A1')).rejects.toThrow('disposed');
  });
});
