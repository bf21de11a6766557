import { strFromU8, unzipSync } from 'fflate';
import type { Plan } from '../../src/plan/action';
import {
  AccessDeniedError,
  CellEditModeError,
  ExcelError,
  ProtectedSheetsError,
} from '../../src/workbook/errors';
import { applyPlan, shapeAfter } from '../../src/workbook/applyPlan';
import { readKnown, readSnapshot } from '../../src/workbook/readSnapshot';
import { requestsOf, estimatedBytes } from '../../src/workbook/payload';
import { apply, closeHosts, open, read, scopeOf, sheetIn, tableAt, tableIn } from './open';

afterEach(closeHosts);

const plain = scopeOf({ plainSheets: ['Лист1'], sheets: ['Лист1'] });

describe('carrying out a plan', () => {
  it('makes no trip for an empty plan', async () => {
    const host = await open();
    await host.run(async (context) => {
      const reading = await readSnapshot(context, scopeOf());
      host.traffic.reset();
      await applyPlan(context, [], reading);
    });
    expect(host.traffic.roundTrips).toBe(0);
  });

  it('begins new pages after the rows named, and the file keeps them', async () => {
    const host = await open();
    await apply(host, [
      {
        kind: 'setPrint',
        sheet: 'Лист1',
        layout: { orientation: 'Portrait', pagesWide: 1, pageBreaks: [12, 40] },
      },
    ]);
    const parts = unzipSync(await host.save());
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect([...sheet.matchAll(/<brk id="(\d+)"[^>]* man="1"/g)].map(([, row]) => row)).toEqual(['12', '40']);
  });

  it('adds sheets where they belong and shows the one asked for', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'addSheet', sheet: 'Курсы', position: 0, tabColor: '#107C41' },
      { kind: 'addSheet', sheet: "Д'Артаньян", position: 1, tabColor: '#107C41' },
      { kind: 'activate', sheet: 'Курсы' },
    ]);
    const { snapshot } = await read(host);
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['Курсы', "Д'Артаньян", 'Лист1']);
    expect(host.document.activeSheet).toBe('Курсы');
    const color = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Курсы');
      sheet.load('tabColor');
      await context.sync();
      return sheet.tabColor;
    });
    expect(color).toBe('#107C41');
  });

  it('gives a default sheet a name of ours', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'renameSheet', sheet: 'Лист1', name: 'Паспорт', tabColor: '#107C41' },
      { kind: 'writeValues', sheet: 'Паспорт', address: 'A1', values: [['Объединение']] },
    ]);
    const { snapshot } = await read(host);
    expect(snapshot.sheets.map(({ name, used }) => [name, used])).toEqual([['Паспорт', 'A1']]);
  });

  it('writes values so that text stays text', async () => {
    const host = await open();
    const values = [
      ['=HYPERLINK("http://x")', '+7 903', '-1', '@SUM(A1)', "'так"],
      ['1.1', '2/4', '12.05.2026', 'ИСТИНА', '007'],
      [46154, 2.5, true, 'просто', ''],
    ];
    await apply(host, [{ kind: 'writeValues', sheet: 'Лист1', address: 'A1:E3', values }]);
    const { snapshot } = await read(host, plain);
    const cells = sheetIn(snapshot, 'Лист1')?.cells;
    expect(cells?.values).toEqual(values);
    expect(
      cells?.formulas?.flat().filter((cell) => String(cell).startsWith('=') && cell !== values[0]?.[0]),
    ).toEqual([]);
  });

  it('keeps injected text a text in the file, too', async () => {
    const host = await open();
    await apply(host, [{ kind: 'writeValues', sheet: 'Лист1', address: 'A1', values: [['=1+1']] }]);
    const again = await open(await host.save());
    const { snapshot } = await read(again, plain);
    expect(sheetIn(snapshot, 'Лист1')?.cells?.values).toEqual([['=1+1']]);
  });

  it('writes one formula into a column and different ones into cells', async () => {
    const host = await open();
    await apply(host, [
      ...tableAt(
        'Лист1',
        'Курсы',
        ['Часы', 'Вдвое'],
        [
          [2, ''],
          [3, ''],
          [4, ''],
        ],
      ),
      { kind: 'fillFormula', sheet: 'Лист1', address: 'B2:B4', formula: '=Курсы[[#This Row],[Часы]]*2' },
      {
        kind: 'writeFormulas',
        sheet: 'Лист1',
        address: 'D1:E1',
        formulas: [['=SUM(Курсы[[Вдвое]])', '=COUNTIFS(Курсы[[Часы]],">2")']],
      },
    ]);
    const { snapshot } = await read(host, plain);
    expect(tableIn(snapshot, 'Курсы')?.rows.map(([, twice]) => twice)).toEqual([4, 6, 8]);
    expect(sheetIn(snapshot, 'Лист1')?.cells?.values[0]?.slice(3)).toEqual([18, 2]);
  });

  it('resizes a table, points a name anew and empties cells', async () => {
    const host = await open();
    await apply(host, [
      ...tableAt('Лист1', 'Курсы', ['Часы'], [[1], [2]]),
      { kind: 'setName', name: 'СписокЧасов', refersTo: "='Лист1'!$A$2:$A$3" },
      { kind: 'writeValues', sheet: 'Лист1', address: 'D1', values: [['лишнее']] },
    ]);
    await apply(host, [
      { kind: 'resizeTable', table: 'Курсы', sheet: 'Лист1', address: 'A1:A5' },
      { kind: 'setName', name: 'списокчасов', refersTo: "='Лист1'!$A$2:$A$5" },
      { kind: 'setName', name: 'Новое', refersTo: "='Лист1'!$A$2:$A$2" },
      { kind: 'clearCells', sheet: 'Лист1', address: 'D1' },
    ]);
    const { snapshot } = await read(host);
    expect(tableIn(snapshot, 'Курсы')?.rows).toEqual([[1], [2], [''], ['']]);
    expect(snapshot.names.map(({ name }) => name).sort()).toEqual(['Новое', 'СписокЧасов']);
    expect(snapshot.names.find(({ name }) => name === 'СписокЧасов')?.refersTo).toMatch(/\$A\$2:\$A\$5$/);
    expect(sheetIn(snapshot, 'Лист1')?.used).toBe('A1:A3');
  });

  it('sets looks, widths, panes, print and links', async () => {
    const host = await open();
    await apply(host, [
      {
        kind: 'writeValues',
        sheet: 'Лист1',
        address: 'A1:B2',
        values: [
          ['Дата', 'Тема'],
          [46154, 'Урок'],
        ],
      },
      {
        kind: 'setLook',
        sheet: 'Лист1',
        address: 'A1:B1',
        look: {
          bold: true,
          italic: false,
          fontSize: 12,
          fontColor: '#1F1F1F',
          fill: '#E8F3EC',
          wrap: true,
          horizontal: 'Center',
          vertical: 'Center',
          border: '#BFBFBF',
          rowHeight: 30,
        },
      },
      { kind: 'setLook', sheet: 'Лист1', address: 'A2', look: { numberFormat: 'dd.mm.yyyy' } },
      { kind: 'setColumnWidth', sheet: 'Лист1', columns: 'A:A', characters: 13 },
      { kind: 'hideColumns', sheet: 'Лист1', columns: 'B:B' },
      { kind: 'freeze', sheet: 'Лист1', rows: 1, columns: 1 },
      {
        kind: 'setPrint',
        sheet: 'Лист1',
        layout: { orientation: 'Landscape', area: 'A1:B2', titleRows: '$1:$1', pagesWide: 1 },
      },
      { kind: 'setLink', sheet: 'Лист1', address: 'B2', target: "'Лист1'!A1", text: 'к началу' },
      { kind: 'setLink', sheet: 'Лист1', address: 'B3', target: 'https://example.org/', text: '=1+1' },
    ]);
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Лист1');
      const header = sheet.getRange('A1:B1');
      header.load('format/wrapText,format/rowHeight,format/font/bold,format/fill/color,hyperlink');
      const date = sheet.getRange('A2').load('numberFormat,text');
      const width = sheet.getRange('A:A').load('format/columnWidth');
      const hidden = sheet.getRange('B:B').load('columnHidden');
      const link = sheet.getRange('B2').load('hyperlink,values');
      const web = sheet.getRange('B3').load('hyperlink,values');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const page = sheet.pageLayout.load('orientation,zoom,paperSize');
      await context.sync();
      expect(header.format).toMatchObject({ wrapText: true, rowHeight: 30 });
      expect(header.format.font.bold).toBe(true);
      expect(header.format.fill.color).toBe('#E8F3EC');
      expect(date.numberFormat).toEqual([['dd.mm.yyyy']]);
      expect(width.format.columnWidth).toBeCloseTo(72, 0);
      expect(hidden.columnHidden).toBe(true);
      expect(link.hyperlink).toMatchObject({ documentReference: "'Лист1'!A1" });
      expect(link.values).toEqual([['к началу']]);
      expect(web.hyperlink).toMatchObject({ address: 'https://example.org/' });
      expect(web.values).toEqual([['=1+1']]);
      expect(frozen.address).toMatch(/A1$/);
      expect(page.orientation).toBe('Landscape');
      expect(page.zoom).toMatchObject({ horizontalFitToPages: 1 });
    });
  });

  it('sets a list that warns and keeps what is typed', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'writeValues', sheet: 'Лист1', address: 'H1:H2', values: [['да'], ['нет']] },
      { kind: 'setName', name: 'СписокДаНет', refersTo: "='Лист1'!$H$1:$H$2" },
      {
        kind: 'setValidation',
        sheet: 'Лист1',
        address: 'A2:A9',
        rule: { kind: 'list', name: 'СписокДаНет' },
        title: 'Профильные классы',
        message: 'да или нет',
      },
      {
        kind: 'setValidation',
        sheet: 'Лист1',
        address: 'B2:B9',
        rule: { kind: 'custom', formula: 'ISNUMBER(B2)' },
        title: 'Дата',
        message: 'Введите дату',
      },
    ]);
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Лист1');
      const list = sheet.getRange('A2:A9').dataValidation.load('rule,errorAlert,ignoreBlanks');
      const custom = sheet.getRange('B2:B9').dataValidation.load('rule');
      await context.sync();
      expect(list.rule.list).toMatchObject({ source: '=СписокДаНет', inCellDropDown: true });
      expect(list.errorAlert).toMatchObject({
        style: 'Warning',
        showAlert: true,
        title: 'Профильные классы',
      });
      expect(list.ignoreBlanks).toBe(true);
      expect(custom.rule.custom?.formula).toBe('=ISNUMBER(B2)');
    });
  });
});

describe('taking actions back', () => {
  const table = tableAt(
    'Лист1',
    'Курсы',
    ['Тема', 'Часы'],
    [
      ['ФГОС', 72],
      ['Право', 16],
    ],
  );

  it('makes plain cells of a table, in which everything stays', async () => {
    const host = await open();
    await apply(host, table);
    await apply(host, [{ kind: 'removeTable', sheet: 'Лист1', table: 'Курсы' }]);
    const { snapshot } = await read(host, plain);
    expect(snapshot.tables).toEqual([]);
    expect(sheetIn(snapshot, 'Лист1')?.cells?.values).toEqual([
      ['Тема', 'Часы'],
      ['ФГОС', 72],
      ['Право', 16],
    ]);
    const styles = await host.run(async (context) => {
      const count = context.workbook.tableStyles.getCount();
      await context.sync();
      return count.value;
    });
    expect(styles).toBe(0);
  });

  it('removes columns, sheets and names', async () => {
    const host = await open();
    await apply(host, [
      ...table,
      { kind: 'addSheet', sheet: 'Лишний', position: 1, tabColor: '#107C41' },
      { kind: 'setName', name: 'Часы', refersTo: "='Лист1'!$B$2:$B$3" },
      { kind: 'addTableColumns', sheet: 'Лист1', table: 'Курсы', names: ['Дни', 'Отметка'] },
    ]);
    await apply(host, [
      { kind: 'removeTableColumns', sheet: 'Лист1', table: 'Курсы', names: ['Дни', 'Отметка'] },
      { kind: 'removeName', name: 'Часы' },
      { kind: 'removeSheet', sheet: 'Лишний' },
    ]);
    const { snapshot } = await read(host);
    expect(tableIn(snapshot, 'Курсы')?.headers).toEqual(['Тема', 'Часы']);
    expect(snapshot.names).toEqual([]);
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['Лист1']);
  });

  it('gives cells back as they were: texts stay texts, null leaves a cell alone', async () => {
    const host = await open();
    await apply(host, [
      { kind: 'writeValues', sheet: 'Лист1', address: 'A1:D1', values: [['а', 'б', 'в', 'г']] },
    ]);
    await apply(host, [
      {
        kind: 'restoreCells',
        sheet: 'Лист1',
        address: 'A1:D1',
        cells: [[{ formula: '=1+1' }, null, '=не формула', '']],
      },
    ]);
    const { snapshot } = await read(host, plain);
    const cells = sheetIn(snapshot, 'Лист1')?.cells;
    expect(cells?.formulas).toEqual([['=1+1', 'б', '=не формула']]);
    expect(cells?.values).toEqual([[2, 'б', '=не формула']]);
  });

  it('empties cells and drops their links, or the links alone', async () => {
    const host = await open();
    const link = (address: string): Plan[number] => ({
      kind: 'setLink',
      sheet: 'Лист1',
      address,
      target: "'Лист1'!Z9",
      text: 'к концу',
    });
    await apply(host, [link('A1'), link('A2'), link('A3')]);
    await apply(host, [
      { kind: 'clearCells', sheet: 'Лист1', address: 'A1' },
      { kind: 'clearLinks', sheet: 'Лист1', address: 'A2' },
      { kind: 'restoreLink', sheet: 'Лист1', address: 'A3', target: 'https://example.org/' },
    ]);
    await host.run(async (context) => {
      const cells = context.workbook.worksheets.getItem('Лист1').getRange('A1:A3').load('values');
      const links = ['A1', 'A2', 'A3'].map((address) =>
        context.workbook.worksheets.getItem('Лист1').getRange(address).load('hyperlink'),
      );
      await context.sync();
      expect(cells.values).toEqual([[''], ['к концу'], ['к концу']]);
      // a cell without a link answers null, which the types leave out
      expect(links.map(({ hyperlink }) => (hyperlink as Excel.RangeHyperlink | null)?.address)).toEqual([
        undefined,
        undefined,
        'https://example.org/',
      ]);
    });
  });

  it('gives widths, hidden columns, looks and a validation back', async () => {
    const host = await open();
    await apply(host, [
      {
        kind: 'setLook',
        sheet: 'Лист1',
        address: 'A1:B2',
        look: { fill: '#E8F3EC', bold: true, border: '#BFBFBF' },
      },
      { kind: 'hideColumns', sheet: 'Лист1', columns: 'B:B' },
    ]);
    await apply(host, [
      {
        kind: 'restoreLook',
        sheet: 'Лист1',
        address: 'A1:B2',
        look: {
          fill: null,
          bold: false,
          horizontal: 'Right',
          vertical: 'Top',
          borders: {
            EdgeTop: { style: 'Dash', color: '#00AA00', weight: 'Thin' },
            EdgeBottom: { style: 'Continuous', color: '#00AA00', weight: 'Medium' },
            EdgeLeft: null,
            EdgeRight: null,
            InsideHorizontal: null,
            InsideVertical: null,
          },
        },
      },
      { kind: 'restoreColumns', sheet: 'Лист1', columns: 'B:B', width: 60, hidden: false },
      {
        kind: 'restoreValidation',
        sheet: 'Лист1',
        address: 'C1:C4',
        validation: {
          rule: { wholeNumber: { formula1: '=1', formula2: '=9', operator: 'Between' } },
          ignoreBlanks: false,
          errorAlert: { showAlert: true, style: 'Stop', title: 'Нет', message: 'От 1 до 9' },
          prompt: { showPrompt: true, title: 'Число', message: 'От 1 до 9' },
        },
      },
      { kind: 'clearValidation', sheet: 'Лист1', address: 'C3:C4' },
    ]);
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Лист1');
      const cells = sheet.getRange('A1:B2');
      cells.load(
        'format/horizontalAlignment,format/verticalAlignment,format/font/bold,format/fill/tintAndShade',
      );
      const lines = (['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'InsideVertical'] as const).map((side) =>
        cells.format.borders.getItem(side).load('style,weight'),
      );
      const column = sheet.getRange('B:B').load('columnHidden,format/columnWidth');
      const checked = sheet.getRange('C1:C2').dataValidation.load('type,rule,ignoreBlanks,errorAlert,prompt');
      const free = sheet.getRange('C3:C4').dataValidation.load('type');
      await context.sync();
      expect(cells.format).toMatchObject({ horizontalAlignment: 'Right', verticalAlignment: 'Top' });
      expect(cells.format.font.bold).toBe(false);
      expect(cells.format.fill.tintAndShade).toBeNull();
      expect(lines.map(({ style, weight }) => [style, weight])).toEqual([
        ['Dash', 'Thin'],
        ['Continuous', 'Medium'],
        ['None', 'Thin'],
        ['None', 'Thin'],
      ]);
      expect(column.columnHidden).toBe(false);
      expect(column.format.columnWidth).toBeCloseTo(60, 0);
      expect(checked).toMatchObject({ type: 'WholeNumber', ignoreBlanks: false });
      expect(checked.errorAlert).toMatchObject({ style: 'Stop', title: 'Нет' });
      expect(checked.prompt).toMatchObject({ showPrompt: true, title: 'Число' });
      expect(free.type).toBe('None');
    });
  });
});

describe('conditional formats of ours', () => {
  const flags = (fill: string): Plan => [
    {
      kind: 'setFlags',
      sheet: 'Лист1',
      flags: [
        { code: 'срок', address: 'A2:A9', formula: 'AND(N("рег:срок")=0,A2="")', look: { fill, bold: true } },
        {
          code: 'пусто',
          address: 'B2:B9',
          formula: 'AND(N("рег:пусто")=0,B2="")',
          look: { fontColor: '#7A1F1F' },
        },
      ],
    },
  ];
  const formats = (host: Awaited<ReturnType<typeof open>>) =>
    host.run(async (context) => {
      const found = context.workbook.worksheets.getItem('Лист1').getRange().conditionalFormats;
      found.load('items/type,items/priority,items/customOrNullObject/rule/formula');
      await context.sync();
      return found.items
        .map((item) => ({ priority: item.priority, formula: item.customOrNullObject.rule.formula }))
        .sort((one, other) => one.priority - other.priority)
        .map(({ formula }) => formula);
    });

  it('stand in the order given, and are replaced, while the formats of the user stay', async () => {
    const host = await open();
    await host.run(async (context) => {
      const own = context.workbook.worksheets
        .getItem('Лист1')
        .getRange('A2:A9')
        .conditionalFormats.add('Custom');
      own.custom.rule.formula = '=$A2>100';
      own.custom.format.font.color = '#0000FF';
      await context.sync();
    });
    await apply(host, flags('#FDE7E9'));
    const once = await formats(host);
    expect(once).toEqual(['=AND(N("рег:срок")=0,A2="")', '=AND(N("рег:пусто")=0,B2="")', '=$A2>100']);
    await apply(host, flags('#FFF4CE'));
    expect(await formats(host)).toEqual(once);
  });

  it('are found in the reading', async () => {
    const host = await open();
    await apply(host, flags('#FDE7E9'));
    const { flags: found } = await read(host, plain);
    expect(found.map(({ sheet, formula }) => [sheet, formula.includes('"рег:')])).toEqual([
      ['Лист1', true],
      ['Лист1', true],
    ]);
    expect((await read(host)).flags).toEqual([]);
  });
});

describe('when Excel refuses', () => {
  const rows: Plan = tableAt('Лист1', 'Курсы', ['Часы'], [[1], [2]]);

  it('names the protected sheets before anything is written', async () => {
    const host = await open();
    await apply(host, rows);
    host.switches.protectSheet('Лист1');
    host.traffic.reset();
    const refused = apply(host, [
      { kind: 'addSheet', sheet: 'Новый', position: 1, tabColor: '#107C41' },
      { kind: 'writeValues', sheet: 'Лист1', address: 'A2', values: [[5]] },
    ]);
    await expect(refused).rejects.toThrow(ProtectedSheetsError);
    await expect(refused).rejects.toThrow('«Лист1»');
    expect(host.traffic.roundTrips).toBe(2);
    const { snapshot } = await read(host);
    expect(snapshot.sheets).toHaveLength(1);
  });

  it('says how to leave the cell that is being edited', async () => {
    const host = await open();
    host.switches.editMode = true;
    await expect(read(host)).rejects.toThrow(CellEditModeError);
    host.switches.editMode = false;
    await expect(read(host)).resolves.toBeDefined();
  });

  it('puts a refusal in the middle of the writing into words', async () => {
    const host = await open();
    const late = host.run(async (context) => {
      const reading = await readSnapshot(context, scopeOf());
      host.switches.protectSheet('Лист1');
      await applyPlan(context, rows, reading);
    });
    await expect(late).rejects.toThrow(AccessDeniedError);
    await expect(late).rejects.toMatchObject({ failure: { code: 'AccessDenied' } });
  });

  it('keeps what came before the failing action, and the cells of the user', async () => {
    const host = await open();
    await apply(host, [{ kind: 'writeValues', sheet: 'Лист1', address: 'C1', values: [['моё']] }]);
    const reading = await read(host);
    const plan: Plan = [
      { kind: 'addSheet', sheet: 'Курсы', position: 1, tabColor: '#107C41' },
      { kind: 'writeValues', sheet: 'Курсы', address: 'A1', values: [['записано']] },
      { kind: 'freeze', sheet: 'Курсы', rows: 1, columns: 0 },
    ];
    // Two to suspend, then the sheet: whatever comes next fails.
    host.switches.failAtAction = 10;
    const failed = host.run((context) => applyPlan(context, plan, reading));
    await expect(failed).rejects.toThrow(ExcelError);
    await expect(failed).rejects.toMatchObject({ failure: { code: 'GeneralException' } });
    const { snapshot } = await read(host, scopeOf({ plainSheets: ['Лист1'] }));
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['Лист1', 'Курсы']);
    expect(sheetIn(snapshot, 'Курсы')?.used).toBeNull();
    expect(sheetIn(snapshot, 'Лист1')?.cells?.values).toEqual([['моё']]);
  });
});

describe('size of requests', () => {
  const large = (rows: number): Plan => [
    {
      kind: 'writeValues',
      sheet: 'Лист1',
      address: `A1:B${String(rows)}`,
      values: Array.from({ length: rows }, (_, row) => [`Методическое объединение ${String(row)}`, row]),
    },
  ];

  it('splits what does not fit, tells how far it is, and halves what Excel still refuses', async () => {
    const host = await open();
    host.switches.payloadLimit = 200_000;
    const seen: [number, number][] = [];
    host.traffic.reset();
    await apply(host, large(8000), { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)?.[0]).toBeGreaterThanOrEqual(1);
    host.switches.payloadLimit = 5 * 1024 * 1024;
    const { snapshot } = await read(host);
    expect(sheetIn(snapshot, 'Лист1')?.used).toBe('A1:B8000');
  });

  it('is estimated above the truth', async () => {
    const host = await open();
    const plan: Plan = [
      ...tableAt(
        'Лист1',
        'Курсы',
        ['Педагог', 'Часы'],
        Array.from({ length: 300 }, (_, row) => [`Педагог ${String(row)}`, row]),
      ),
      {
        kind: 'setLook',
        sheet: 'Лист1',
        address: 'A1:B1',
        look: { bold: true, fill: '#FFFFFF', border: '#BFBFBF' },
      },
      { kind: 'setColumnWidth', sheet: 'Лист1', columns: 'A:A', characters: 20 },
      { kind: 'freeze', sheet: 'Лист1', rows: 1, columns: 0 },
      {
        kind: 'setPrint',
        sheet: 'Лист1',
        layout: { orientation: 'Portrait', titleRows: '$1:$1', pagesWide: 1 },
      },
      { kind: 'addTableColumns', sheet: 'Лист1', table: 'Курсы', names: ['Дни'] },
      { kind: 'removeTableColumns', sheet: 'Лист1', table: 'Курсы', names: ['Дни'] },
      { kind: 'clearCells', sheet: 'Лист1', address: 'D9:E9' },
      { kind: 'clearLinks', sheet: 'Лист1', address: 'D8' },
      { kind: 'setLink', sheet: 'Лист1', address: 'D7', target: "'Лист1'!A1", text: 'к началу' },
      { kind: 'restoreLink', sheet: 'Лист1', address: 'D7', target: "'Лист1'!A2" },
      {
        kind: 'restoreCells',
        sheet: 'Лист1',
        address: 'D4:E4',
        cells: [[{ formula: '=SUM(B2:B9)' }, null]],
      },
      {
        kind: 'restoreLook',
        sheet: 'Лист1',
        address: 'D4',
        look: { fill: null, bold: false, wrap: false, borders: { EdgeTop: null, EdgeBottom: null } },
      },
      { kind: 'restoreColumns', sheet: 'Лист1', columns: 'D:D', width: 48, hidden: false },
      { kind: 'clearValidation', sheet: 'Лист1', address: 'D4' },
      {
        kind: 'restorePrint',
        sheet: 'Лист1',
        layout: {
          orientation: 'Portrait',
          paperSize: 'A4',
          zoom: { scale: 100 },
          area: 'A1:B9',
          titleRows: '$1:$1',
          titleColumns: null,
        },
        remove: [],
      },
      { kind: 'setName', name: 'Часы', refersTo: "='Лист1'!$B$2" },
      { kind: 'removeName', name: 'Часы' },
      { kind: 'removeTable', sheet: 'Лист1', table: 'Курсы' },
      { kind: 'addSheet', sheet: 'Лишний', position: 1, tabColor: '#107C41' },
      { kind: 'removeSheet', sheet: 'Лишний' },
    ];
    await host.run(async (context) => {
      const reading = await readSnapshot(context, scopeOf());
      host.traffic.reset();
      await applyPlan(context, plan, reading);
    });
    const estimate = plan.reduce((sum, action) => sum + estimatedBytes(action), 0);
    expect(requestsOf(plan, 4 * 1024 * 1024)).toHaveLength(1);
    expect(host.traffic.roundTrips).toBe(1);
    expect(host.traffic.bytesSent).toBeLessThanOrEqual(estimate);
  });
});

describe('reading back', () => {
  it('takes one trip, whatever was added', async () => {
    const host = await open();
    const plan: Plan = [
      { kind: 'addSheet', sheet: 'Курсы', position: 0, tabColor: '#107C41' },
      ...tableAt('Курсы', 'Курсы', ['Педагог', 'Часы'], [['Иванова', 72]]),
      { kind: 'renameSheet', sheet: 'Лист1', name: 'Паспорт', tabColor: '#107C41' },
      { kind: 'activate', sheet: 'Курсы' },
    ];
    const snapshot = await host.run(async (context) => {
      const reading = await readSnapshot(context, scopeOf());
      await applyPlan(context, plan, reading);
      host.traffic.reset();
      const back = await readKnown(context, scopeOf({ plainSheets: ['Паспорт'] }), shapeAfter(reading, plan));
      return back.snapshot;
    });
    expect(host.traffic.roundTrips).toBe(1);
    expect(host.document.activeSheet).toBe('Курсы');
    expect(tableIn(snapshot, 'Курсы')?.rows).toEqual([['Иванова', 72]]);
    expect((await read(host, scopeOf({ plainSheets: ['Паспорт'] }))).snapshot).toEqual(snapshot);
  });
});
