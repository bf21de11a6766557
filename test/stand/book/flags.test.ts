import { afterEach, describe, expect, it } from '@jest/globals';
import { createCalculation } from '../../../src/host/calculation';
import { initialiseEngineFromDisk } from '../../../src/host/engine-node';
import { createHost, type ExcelHost } from '../../../src/host/host';
import { loadClientLibrary } from '../../../src/host/node';
import { newDocument, writeDocument } from '../../../src/host/xlsx';
import { createFlags, type Flags } from '../../../src/stand/book/flags';

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.dispose();
});

/** A workbook whose flags are looked at as the grid does it. */
function openFlagged(): { host: ExcelHost; flags: Flags } {
  initialiseEngineFromDisk();
  const document = newDocument();
  const calculation = createCalculation(document);
  const host = createHost({ document, calculation, library: loadClientLibrary(), write: writeDocument });
  const flags = createFlags(document, (sheet, row, column) => calculation.valueOf(sheet, row, column));
  host.watch(() => {
    flags.invalidate();
  });
  open.push(host, flags);
  return { host, flags };
}

/** The fills painted over cells of column A on «Лист1», rows from 2. */
function fillsOf(flags: Flags, rows: number): unknown[] {
  const ask = (): unknown[] =>
    Array.from({ length: rows }, (_, index) => flags.at('Лист1', index + 2, 1)?.background ?? null);
  ask();
  flags.judge(1000);
  return ask();
}

async function addRule(host: ExcelHost, formula: string, fill: string, address = 'A2:A9'): Promise<void> {
  await host.run(async (context) => {
    const format = context.workbook.worksheets
      .getItem('Лист1')
      .getRange(address)
      .conditionalFormats.add('Custom' as Excel.ConditionalFormatType);
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = fill;
    await context.sync();
  });
}

describe('conditional formats in the grid', () => {
  it('mark an empty required cell of a begun row, and no more once it is filled', async () => {
    const { host, flags } = openFlagged();
    await host.typeInto('Лист1', 'A1:B4', [
      ['Категория', 'ФИО'],
      ['высшая', 'Ярцева М. С.'],
      ['', 'Разумихина Е. Г.'],
      ['', ''],
    ]);
    await addRule(host, '=AND(N("рег:required")=0,AND(A2="",$A2&$B2<>""))', '#FFF2CC');
    expect(fillsOf(flags, 3)).toEqual([null, '#FFF2CC', null]);
    await host.typeInto('Лист1', 'A3', 'первая');
    expect(fillsOf(flags, 3)).toEqual([null, null, null]);
  });

  it('mark a value outside the list of a defined name on another sheet', async () => {
    const { host, flags } = openFlagged();
    await host.run(async (context) => {
      const lists = context.workbook.worksheets.add('Справочники');
      lists.getRange('A1:A2').values = [['да'], ['нет']];
      context.workbook.names.add('СписокДаНет', lists.getRange('A1:A2'));
      await context.sync();
    });
    await host.typeInto('Лист1', 'A2:A4', [['да'], ['Нет'], ['может быть']]);
    await addRule(host, '=AND(A2<>"",SUMPRODUCT((СписокДаНет=A2)*1)=0)', '#FBE0D2');
    expect(fillsOf(flags, 4)).toEqual([null, null, '#FBE0D2', null]);
  });

  it('look at computed values, and follow them', async () => {
    const { host, flags } = openFlagged();
    await host.typeInto('Лист1', 'A2', '=C2*2');
    await addRule(host, '=A2>10', '#F8D7DA');
    await host.typeInto('Лист1', 'C2', 6);
    expect(fillsOf(flags, 1)).toEqual(['#F8D7DA']);
    await host.typeInto('Лист1', 'C2', 1);
    expect(fillsOf(flags, 1)).toEqual([null]);
  });

  it('let the rule of the higher priority decide', async () => {
    const { host, flags } = openFlagged();
    await addRule(host, '=A2="просрочено"', '#111111');
    await addRule(host, '=LEFT(A2,2)="пр"', '#222222');
    await host.typeInto('Лист1', 'A2', 'просрочено');
    expect(fillsOf(flags, 1)).toEqual(['#222222']);
  });

  it('keep showing what they showed until judged anew', async () => {
    const { host, flags } = openFlagged();
    await host.typeInto('Лист1', 'A2', 1);
    await addRule(host, '=A2=1', '#FFF2CC');
    expect(fillsOf(flags, 1)).toEqual(['#FFF2CC']);
    await host.typeInto('Лист1', 'A2', 2);
    expect(flags.at('Лист1', 2, 1)?.background).toBe('#FFF2CC');
    expect(flags.isBehind).toBe(true);
    expect(flags.judge(1000)).toBe(true);
    expect(flags.at('Лист1', 2, 1)).toBeNull();
    expect(flags.isBehind).toBe(false);
  });
});
