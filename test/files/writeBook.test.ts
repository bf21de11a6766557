import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readSnapshotFile, readSources, writeBook, type PlainBook, type PlainSheet } from '../../src/files';
import type { CellValue } from '../../src/plan/action';
import { cellAddress } from '../../src/register/addresses';

const plainSheet = (sheet: Partial<PlainSheet>): PlainSheet => ({
  name: 'Лист',
  rows: [],
  looks: [],
  merges: [],
  widths: [],
  print: { orientation: 'Portrait', pagesWide: 1 },
  ...sheet,
});
const bookOf = (sheet: Partial<PlainSheet>, names: PlainBook['names'] = {}): PlainBook => ({
  sheets: [plainSheet(sheet)],
  names,
});
const partOf = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const opened = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const COPY: PlainBook = {
  sheets: [
    plainSheet({
      name: "Банк д'анных",
      rows: [
        ['Сведения о педагогах', '', ''],
        ['ФИО', 'Дата\nрождения', 'Стаж'],
        ['Иванова Анна Петровна', 32539, 15.25],
        ['Пётр', '', '#N/A'],
      ],
      looks: [
        { address: 'A1:C1', look: { bold: true, fontSize: 14, rowHeight: 30, horizontal: 'Center' } },
        { address: 'A2:C4', look: { border: '#808080', wrap: true } },
        { address: 'A2:C2', look: { fill: '#1F4E79', fontColor: '#FFFFFF', vertical: 'Center' } },
        { address: 'B3:B4', look: { numberFormat: 'dd.mm.yyyy' } },
      ],
      merges: ['A1:C1'],
      widths: [34, null, 8],
      hiddenColumns: [3],
      frozen: { rows: 2, columns: 1 },
      print: {
        orientation: 'Landscape',
        area: 'A1:C4',
        titleRows: '$2:$2',
        titleColumns: '$A:$A',
        pagesWide: 1,
      },
      pageBreaks: [3],
      tabColor: '#C00000',
      tables: [{ name: 'Педагоги', address: 'A2:C4', style: 'TableStyleLight1' }],
    }),
    plainSheet({
      name: 'Паспорт',
      rows: [
        ['', ''],
        ['Объединение', 'учителей физики & математики'],
      ],
    }),
  ],
  names: { Паспорт_Объединение: "'Паспорт'!$B$2" },
};

describe('a workbook of plain data', () => {
  it('draws a line to write on under a cell, and a frame all around', async () => {
    const sheet = await opened(
      await writeBook(
        bookOf({
          rows: [['', 'Секретарь']],
          looks: [
            { address: 'A1', look: { bottomLine: '#000000' } },
            { address: 'B1', look: { border: '#808080', bottomLine: '#000000' } },
          ],
        }),
      ),
    );
    const line = (color: string) => ({ style: 'thin', color: { argb: color } });
    expect(sheet.getCell('A1').border).toEqual({ bottom: line('FF000000') });
    expect(sheet.getCell('B1').border).toMatchObject({
      top: line('FF808080'),
      bottom: line('FF000000'),
    });
  });

  test('comes back as a snapshot: sheets, cells, tables, names', async () => {
    const snapshot = await readSnapshotFile('копия.xlsx', await writeBook(COPY));
    expect(snapshot.sheets.map(({ name, used }) => [name, used])).toEqual([
      ["Банк д'анных", 'A1:C4'],
      ['Паспорт', 'A2:B2'],
    ]);
    expect(snapshot.tables).toEqual([
      {
        name: 'Педагоги',
        sheet: "Банк д'анных",
        headerRow: 2,
        firstColumn: 1,
        headers: ['ФИО', 'Дата\nрождения', 'Стаж'],
        rows: [
          ['Иванова Анна Петровна', 32539, 15.25],
          ['Пётр', '', '#N/A'],
        ],
        hasTotals: false,
        formulas: {},
        validated: [],
      },
    ]);
    expect(snapshot.names).toEqual([{ name: 'Паспорт_Объединение', refersTo: "='Паспорт'!$B$2" }]);
  });

  test('has the looks, widths, panes and pages that were asked for', async () => {
    const bytes = await writeBook(COPY);
    const sheet = await opened(bytes);
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true, size: 14, name: 'Calibri' });
    expect(sheet.getCell('A1').alignment).toMatchObject({ horizontal: 'center' });
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.getCell('B2')).toMatchObject({
      font: { color: { argb: 'FFFFFFFF' } },
      fill: { fgColor: { argb: 'FF1F4E79' } },
      alignment: { wrapText: true, vertical: 'middle' },
      border: { left: { style: 'thin', color: { argb: 'FF808080' } } },
    });
    expect(sheet.getCell('B3').numFmt).toBe('dd.mm.yyyy');
    expect(sheet.getCell('C1').master.address).toBe('A1');
    expect([sheet.getColumn(1).width, sheet.getColumn(3).width, sheet.getColumn(3).hidden]).toEqual([
      34,
      8,
      true,
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 });
    expect(sheet.properties.tabColor).toEqual({ argb: 'FFC00000' });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    const workbook = partOf(bytes, 'xl/workbook.xml');
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'Банк д''анных'!$A$1:$C$4</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Банк д''анных'!$A:$A,'Банк д''анных'!$2:$2</definedName>`,
    );
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<brk id="3"');
  });

  test('is the same bytes each time and names nobody and no hour', async () => {
    const bytes = await writeBook(COPY);
    expect(Buffer.compare(bytes, await writeBook(COPY))).toBe(0);
    const properties = partOf(bytes, 'docProps/core.xml') + partOf(bytes, 'docProps/app.xml');
    expect(properties).not.toMatch(/creator|lastModifiedBy|created|modified|Company|Manager/);
  });

  test.each([
    '=1+1',
    '+7 900 000-00-00',
    '-',
    '- нет',
    '@все',
    "'кавычка",
    '007',
    '_x0041_',
    'а\r\nб\u0007',
    ' края ',
  ])('text stays text: %j', async (text) => {
    const bytes = await writeBook(bookOf({ rows: [[text]] }));
    const [sheet] = await readSources('a.xlsx', bytes);
    expect(sheet?.cells[0]?.value).toBe(text);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test('a formula lives on and shows what it came to before anybody computes it', async () => {
    const bytes = await writeBook(
      bookOf({ name: 'Паспорт', rows: [[2, 3, 5]], formulas: [{ address: 'C1', formula: '=A1+B1' }] }),
    );
    const snapshot = await readSnapshotFile('a.xlsx', bytes);
    expect(snapshot.sheets[0]?.cells).toMatchObject({ values: [[2, 3, 5]], formulas: [[2, 3, '=A1+B1']] });
    expect(partOf(bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('whatever its cells hold comes back', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const cell: fc.Arbitrary<CellValue> = fc.oneof(text, number, fc.boolean());
    const sheets = fc.uniqueArray(
      fc.record({
        name: fc.string({ unit: fc.constantFrom(...'абВГ \'!&<>"№'), minLength: 1, maxLength: 12 }),
        rows: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ name }) => name.toLowerCase().trim() },
    );
    await fc.assert(
      fc.asyncProperty(
        sheets.filter((all) => all.every(({ name }) => !/^'|'$/.test(name) && name.trim() !== '')),
        async (all) => {
          const bytes = await writeBook({ sheets: all.map(plainSheet), names: {} });
          const read = await readSources('a.xlsx', bytes);
          expect(read.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
          all.forEach(({ rows }, index) => {
            const filled = rows.flatMap((values, row) =>
              values.flatMap((value, column) =>
                value === '' ? [] : [[cellAddress(row + 1, column + 1), value]],
              ),
            );
            const found = (read[index]?.cells ?? []).map(({ row, column, value }) => [
              cellAddress(row, column),
              value,
            ]);
            expect(found).toEqual(filled);
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});
