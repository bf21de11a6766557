import { afterEach, describe, expect, it } from '@jest/globals';
import { validationsOf } from '../../../src/host/xlsx';
import { closeHosts, firstSheet, newHost, refusal, withTable } from '../opening';

afterEach(closeHosts);

function addCustom(
  range: Excel.Range | Excel.RangeAreas,
  formula: string,
  color: string,
): Excel.ConditionalFormat {
  const format = range.conditionalFormats.add('Custom');
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = color;
  return format;
}

describe('conditional formats', () => {
  it('are added at the top priority and read back nested', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const range = firstSheet(context).getRange('A2:C10');
      addCustom(range, '=$A2=""', '#FFF2CC');
      const second = addCustom(range, '=AND(N("рег:срок")=0,$B2>5)', '#F8CBAD');
      second.custom.format.font.bold = true;
      second.custom.format.font.color = '#9C0006';
      second.stopIfTrue = true;
      const formats = range.conditionalFormats;
      formats.load('items/type,items/priority,items/stopIfTrue,items/custom/rule/formula');
      const [count, top] = [formats.getCount(), formats.getItemAt(0).custom.format];
      top.fill.load('color');
      top.font.load('color,bold');
      const covered = formats.getItemAt(0).getRange();
      covered.load('address');
      await context.sync();
      return [
        count.value,
        formats.items.map((format) => [
          format.type,
          format.priority,
          format.stopIfTrue,
          format.custom.rule.formula,
        ]),
        top.fill.color,
        top.font.color,
        top.font.bold,
        covered.address,
      ];
    });
    expect(read).toEqual([
      2,
      [
        ['Custom', 0, true, '=AND(N("рег:срок")=0,$B2>5)'],
        ['Custom', 1, false, '=$A2=""'],
      ],
      '#F8CBAD',
      '#9C0006',
      true,
      'Лист1!A2:C10',
    ]);
  });

  it('are those that touch the range, and can be deleted one by one', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      addCustom(sheet.getRange('A1:A5'), '=A1>0', '#FFFFFF');
      addCustom(sheet.getRange('C1:C5'), '=C1>0', '#FFFFFF');
      const formats = sheet.getRange('A1:B9').conditionalFormats;
      formats.load('items/id');
      await context.sync();
      const before = formats.items.length;
      formats.items[0]?.delete();
      const [here, everywhere] = [formats.getCount(), sheet.getRange().conditionalFormats.getCount()];
      await context.sync();
      return [before, here.value, everywhere.value];
    });
    expect(read).toEqual([1, 0, 1]);
  });

  it('cleared in part go on beside it, from their new first cell', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      addCustom(sheet.getRange('A1:A10'), '=A1>$B$1', '#FFFFFF');
      sheet.getRange('A1:A4').conditionalFormats.clearAll();
      await context.sync();
    });
    const blocks = (host.document.book.worksheets[0] as unknown as { conditionalFormattings: unknown })
      .conditionalFormattings;
    expect(blocks).toMatchObject([{ ref: 'A5:A10', rules: [{ formulae: ['A5>$B$1'] }] }]);
  });

  it('compare values', async () => {
    const host = await newHost();
    const rule = await host.run(async (context) => {
      const format = firstSheet(context).getRange('A1:A5').conditionalFormats.add('CellValue');
      format.cellValue.rule = { formula1: '=5', operator: 'GreaterThan' };
      format.cellValue.load('rule');
      await context.sync();
      return format.cellValue.rule;
    });
    expect(rule).toMatchObject({ formula1: '=5', operator: 'GreaterThan' });
  });

  it('take no structured references, no nonsense, and no other kinds', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['А'], [1]]);
    const rule = (formula: string): Promise<string> =>
      refusal(host, (context) => void addCustom(firstSheet(context).getRange('A2'), formula, '#FFFFFF'));
    expect(await rule('=т_А[А]>1')).toBe('InvalidArgument');
    expect(await rule('=AND(')).toBe('InvalidArgument');
    expect(await rule('=')).toBe('InvalidArgument');
    expect(
      await refusal(
        host,
        (context) => void firstSheet(context).getRange('A2').conditionalFormats.add('DataBar'),
      ),
    ).toBe('NotImplemented');
  });

  it('that were given no rule are not saved', async () => {
    const host = await newHost();
    const count = await host.run(async (context) => {
      firstSheet(context).getRange('A1').conditionalFormats.add('Custom');
      await context.sync();
      await host.save();
      const left = firstSheet(context).getRange().conditionalFormats.getCount();
      await context.sync();
      return left.value;
    });
    expect(count).toBe(0);
  });
});

describe('data validation', () => {
  it('holds a list behind a name, an alert and a prompt', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const { dataValidation } = firstSheet(context).getRange('B2:B9');
      dataValidation.rule = { list: { inCellDropDown: true, source: '=СписокКатегория' } };
      dataValidation.errorAlert = {
        message: 'Нет в списке',
        title: 'Категория',
        showAlert: true,
        style: 'Warning',
      };
      dataValidation.prompt = { message: 'Выберите', title: 'Категория', showPrompt: true };
      dataValidation.ignoreBlanks = false;
      dataValidation.load('rule,type,errorAlert,prompt,ignoreBlanks');
      const part = firstSheet(context).getRange('B1:B3').dataValidation;
      part.load('type');
      await context.sync();
      return [
        dataValidation.rule,
        dataValidation.type,
        dataValidation.errorAlert.style,
        dataValidation.prompt.message,
        dataValidation.ignoreBlanks,
        part.type,
      ];
    });
    expect(read).toEqual([
      { list: { inCellDropDown: true, source: '=СписокКатегория' } },
      'List',
      'Warning',
      'Выберите',
      false,
      'Inconsistent',
    ]);
  });

  it('takes numbers, dates, formulas and ranges for its bounds', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      const [whole, date, custom, list] = ['A1', 'A2', 'A3', 'A4'].map(
        (address) => sheet.getRange(address).dataValidation,
      ) as [Excel.DataValidation, Excel.DataValidation, Excel.DataValidation, Excel.DataValidation];
      whole.rule = { wholeNumber: { formula1: 1, formula2: 5, operator: 'Between' } };
      date.rule = { date: { formula1: '2025-09-01', operator: 'GreaterThan' } };
      custom.rule = { custom: { formula: '=ISNUMBER(A3)' } };
      list.rule = { list: { inCellDropDown: true, source: sheet.getRange('C1:C3') } };
      const all = [whole, date, custom, list];
      for (const validation of all) validation.load('rule');
      await context.sync();
      return all.map((validation) => validation.rule);
    });
    expect(read).toEqual([
      { wholeNumber: { formula1: '=1', formula2: '=5', operator: 'Between' } },
      { date: { formula1: '=45901', operator: 'GreaterThan' } },
      { custom: { formula: '=ISNUMBER(A3)' } },
      { list: { inCellDropDown: true, source: '=Лист1!$C$1:$C$3' } },
    ]);
  });

  it('is refused where Excel refuses it', async () => {
    const host = await newHost();
    await withTable(host, 'т_А', [['А'], [1]]);
    const rule = (given: Excel.DataValidationRule): Promise<string> =>
      refusal(host, (context) => (firstSheet(context).getRange('B1').dataValidation.rule = given));
    expect(await rule({ list: { inCellDropDown: true, source: '=т_А[А]' } })).toBe('InvalidArgument');
    expect(await rule({ list: { inCellDropDown: true, source: 'слово,'.repeat(50) } })).toBe(
      'InvalidArgument',
    );
    expect(await rule({ date: { formula1: '01.09.2025', operator: 'GreaterThan' } })).toBe('InvalidArgument');
    expect(await rule({ custom: { formula: '=AND(' } })).toBe('InvalidArgument');
  });

  it('cleared in part goes on beside it', async () => {
    const host = await newHost();
    await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('A1:A9').dataValidation.rule = { custom: { formula: '=A1>0' } };
      sheet.getRange('A1:A3').dataValidation.clear();
      await context.sync();
    });
    const sheet = host.document.book.worksheets[0];
    expect(sheet && validationsOf(sheet)).toMatchObject({ 'A4:A9': { type: 'custom', formulae: ['A4>0'] } });
  });

  it('tells whether cells keep their list', async () => {
    const host = await newHost();
    const read = await host.run(async (context) => {
      const sheet = firstSheet(context);
      sheet.getRange('C1:C2').values = [['высшая'], ['первая']];
      context.workbook.names.add('СписокКатегория', sheet.getRange('C1:C2'));
      sheet.getRange('A1:A2').values = [['высшая'], ['вторая']];
      sheet.getRange('A1:A2').dataValidation.rule = {
        list: { inCellDropDown: true, source: '=СписокКатегория' },
      };
      const parts = ['A1', 'A2', 'A1:A2'].map((address) => sheet.getRange(address).dataValidation);
      for (const part of parts) part.load('valid');
      await context.sync();
      return parts.map((part) => part.valid);
    });
    expect(read).toEqual([true, false, null]);
  });
});
