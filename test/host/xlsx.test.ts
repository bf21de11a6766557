import type ExcelJS from 'exceljs';
import { createCalculation } from '../../src/host/calculation';
import { contentOf, forEachCell } from '../../src/host/cells';
import type { HostDocument } from '../../src/host/document';
import { initialiseEngineFromDisk } from '../../src/host/engine-node';
import { newDocument, readDocument, validationsOf, writeDocument } from '../../src/host/xlsx';
import { tableOf } from './tables';
import { partsOf, PLAIN_STYLES, tablePart, workbookFile, type FileParts } from './workbook-file';

initialiseEngineFromDisk();

async function written(document: HostDocument): Promise<Uint8Array> {
  return writeDocument(document, createCalculation(document));
}

async function through(
  file: FileParts,
): Promise<{ first: HostDocument; second: HostDocument; parts: Record<string, string> }> {
  const first = await readDocument(workbookFile(file));
  const bytes = await written(first);
  return { first, second: await readDocument(bytes), parts: partsOf(bytes) };
}

function sheetOf(document: HostDocument, name = 'Лист1'): ExcelJS.Worksheet {
  const sheet = document.book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const data = (cells: string): string => `<sheetData>${cells}</sheetData>`;

describe('a new workbook', () => {
  test('survives writing and reading', async () => {
    const document = newDocument();
    sheetOf(document).getCell('B2').value = 'Привет';
    const again = await readDocument(await written(document));
    expect(contentOf(sheetOf(again).getCell('B2'))).toEqual({ kind: 'value', value: 'Привет' });
    expect(again.activeSheet).toBe('Лист1');
    expect(again.notCarried).toEqual([]);
  });
});

describe('formula cells in the file', () => {
  test('carry their present values, 0, FALSE, empty text and errors too, and ask to be recalculated', async () => {
    const document = newDocument();
    const sheet = sheetOf(document);
    const formulas = ['1-1', '1=2', '""', 'NA()', '1/3', 'DATE(2025,9,1)', '"а&<б>"', 'NOSUCH()'];
    formulas.forEach((formula, index) => {
      sheet.getCell(index + 1, 1).value = { formula };
    });
    sheet.getCell('A6').numFmt = 'dd.mm.yyyy';
    const parts = partsOf(await written(document));
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    const cell = (address: string): string => new RegExp(`<c r="${address}".*?</c>`).exec(xml)?.[0] ?? '';
    expect(cell('A1')).toContain('<f>1-1</f><v>0</v>');
    expect(cell('A2')).toMatch(/t="b".*<v>0<\/v>/);
    expect(cell('A3')).toMatch(/t="str".*<v(\/>|><\/v>)/);
    expect(cell('A4')).toMatch(/t="e".*<v>#N\/A<\/v>/);
    expect(cell('A5')).toContain('<v>0.333333333333333</v>');
    expect(cell('A6')).toContain('<v>45901</v>');
    expect(cell('A7')).toContain('<v>а&amp;&lt;б&gt;</v>');
    expect(cell('A8')).toMatch(/t="e".*#NAME\?/);
    expect(parts['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  test('carry no value when nothing was evaluated: an old one would mislead', async () => {
    const document = newDocument();
    sheetOf(document).getCell('A1').value = { formula: '1+1', result: 77 };
    const parts = partsOf(await writeDocument(document, createCalculation(document, { enabled: false })));
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<f>1+1</f></c>');
  });

  test('read a cached 0 as a formula like any other', async () => {
    const { first } = await through({
      sheets: [{ name: 'Лист1', xml: data('<row r="1"><c r="A1"><f>B1*2</f><v>0</v></c></row>') }],
    });
    expect(contentOf(sheetOf(first).getCell('A1'))).toEqual({ kind: 'formula', formula: 'B1*2' });
    expect(createCalculation(first).valueOf('Лист1', 1, 1)).toBe(0);
  });

  test('shared formulas are read as plain ones; array formulas stay whole', async () => {
    const { first, second } = await through({
      sheets: [
        {
          name: 'Лист1',
          xml: data(
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1&amp;" A1"</f><v>x</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2*2</f><v>2</v></c></row>' +
              '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>x</v></c><c r="C2"><v>4</v></c></row>',
          ),
        },
      ],
    });
    expect(contentOf(sheetOf(first).getCell('B2'))).toEqual({ kind: 'formula', formula: 'A2&" A1"' });
    for (const document of [first, second]) {
      const calculation = createCalculation(document);
      expect(calculation.valueOf('Лист1', 2, 2)).toBe('2 A1');
      expect(calculation.valueOf('Лист1', 2, 3)).toBe(4);
      expect(contentOf(sheetOf(document).getCell('C1'))).toMatchObject({
        kind: 'formula',
        arrayRef: 'C1:C2',
      });
    }
  });
});

describe('dates and number formats', () => {
  test('a date is its serial number with every digit, and its format comes back as it was', async () => {
    const { first, second, parts } = await through({
      sheets: [
        {
          name: 'Лист1',
          xml: data(
            '<row r="1"><c r="A1" s="1"><v>45901.123456789</v></c><c r="B1" s="2"><v>45901</v></c><c r="C1" t="d"><v>2025-09-01T12:00:00</v></c></row>',
          ),
        },
      ],
    });
    for (const document of [first, second]) {
      const sheet = sheetOf(document);
      expect(contentOf(sheet.getCell('A1'))).toEqual({ kind: 'value', value: 45901.123456789 });
      expect(sheet.getCell('A1').numFmt).toBe('dd\\.mm\\.yyyy');
      expect(contentOf(sheet.getCell('B1'))).toEqual({ kind: 'value', value: 45901 });
      expect(contentOf(sheet.getCell('C1'))).toEqual({ kind: 'value', value: 45901.5 });
    }
    // Format 14 is the user's own short date: it must not become a fixed American one.
    expect(parts['xl/styles.xml']).toMatch(/<cellXfs.*numFmtId="14"/);
  });

  test('a workbook of the 1904 system is converted, and says so', async () => {
    const { first, second } = await through({
      beforeSheets: '<workbookPr date1904="1"/>',
      sheets: [
        {
          name: 'Лист1',
          xml: data('<row r="1"><c r="A1" s="1"><v>44439</v></c><c r="B1"><v>44439</v></c></row>'),
        },
      ],
    });
    expect(sheetOf(first).getCell('A1').value).toBe(45901);
    expect(sheetOf(first).getCell('B1').value).toBe(44439);
    expect(first.notCarried.join()).toContain('1904');
    expect(sheetOf(second).getCell('A1').value).toBe(45901);
  });
});

describe('tables', () => {
  test('calculated columns, totals, filters and style come back', async () => {
    const table = tablePart(
      7,
      'name="Педагоги" displayName="Педагоги" ref="A1:B4" totalsRowCount="1"',
      '<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="Иванова"/></filters></filterColumn></autoFilter><tableColumns count="2"><tableColumn id="1" name="ФИО" totalsRowLabel="Итог"/><tableColumn id="5" name="Лет" totalsRowFunction="sum"><calculatedColumnFormula>LEN(Педагоги[[#This Row],[ФИО]])</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="1" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>',
    );
    const { first, second, parts } = await through({
      sharedStrings: ['<t>ФИО</t>', '<t>Лет</t>', '<t>Иванова</t>', '<t>Петрова</t>', '<t>Итог</t>'],
      sheets: [
        {
          name: 'Лист1',
          xml:
            data(
              '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><f>LEN(Педагоги[[#This Row],[ФИО]])</f><v>7</v></c></row><row r="3" hidden="1"><c r="A3" t="s"><v>3</v></c><c r="B3"><f>LEN(Педагоги[[#This Row],[ФИО]])</f><v>7</v></c></row><row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4"><f>SUBTOTAL(109,Педагоги[Лет])</f><v>7</v></c></row>',
            ) + '<tableParts count="1"><tablePart r:id="t1"/></tableParts>',
          relationships: [{ id: 't1', type: 'table', target: '../tables/table1.xml' }],
        },
      ],
      parts: { 'xl/tables/table1.xml': table },
    });
    expect(first.tables).toEqual([
      expect.objectContaining({
        id: 7,
        name: 'Педагоги',
        top: 1,
        bottom: 4,
        showTotals: true,
        showFilterButton: true,
        highlightFirstColumn: true,
        columns: [
          { id: 1, name: 'ФИО' },
          { id: 5, name: 'Лет', calculatedFormula: 'LEN(Педагоги[[#This Row],[ФИО]])' },
        ],
      }),
    ]);
    expect(second.tables).toEqual(first.tables);
    const xml = parts['xl/tables/table7.xml'] ?? '';
    expect(xml).toContain(
      '<calculatedColumnFormula>LEN(Педагоги[[#This Row],[ФИО]])</calculatedColumnFormula>',
    );
    expect(xml).toContain('totalsRowFunction="sum"');
    expect(xml).toContain('totalsRowLabel="Итог"');
    expect(xml).toContain('<filter val="Иванова"/>');
    expect(parts['[Content_Types].xml']).toContain('/xl/tables/table7.xml');
    expect(createCalculation(second).valueOf('Лист1', 2, 2)).toBe(7);
  });

  test('the totals row says what its cells hold', async () => {
    const document = newDocument();
    const sheet = sheetOf(document);
    sheet.getCell('A3').value = 'Всего';
    sheet.getCell('B3').value = { formula: 'SUBTOTAL(103,Т[[Б]])' };
    sheet.getCell('C3').value = { formula: 'SUM(Т[[В]])*2' };
    document.tables.push({ ...tableOf('Т', 'Лист1', ['А', 'Б', 'В'], 2), showTotals: true });
    const xml = partsOf(await written(document))['xl/tables/table1.xml'];
    expect(xml).toContain('<tableColumn id="1" name="А" totalsRowLabel="Всего"/>');
    expect(xml).toContain('<tableColumn id="2" name="Б" totalsRowFunction="count"/>');
    expect(xml).toContain('totalsRowFunction="custom"><totalsRowFormula>SUM(Т[[В]])*2</totalsRowFormula>');
    expect(xml).toContain('ref="A1:C3" totalsRowCount="1"');
    expect(xml).toContain('<autoFilter ref="A1:C2"/>');
  });

  test('pictures stay', async () => {
    const document = newDocument();
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const id = document.book.addImage({ base64: `data:image/png;base64,${pixel}`, extension: 'png' });
    sheetOf(document).addImage(id, 'B2:C4');
    const again = await readDocument(await written(document));
    expect(again.notCarried).toEqual([]);
    const parts = partsOf(await written(again));
    expect(Object.keys(parts)).toContain('xl/media/image1.png');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<drawing r:id=');
  });

  test('a new table is written with unique ids and headers that are texts', async () => {
    const document = newDocument();
    const sheet = sheetOf(document);
    sheet.getCell('A1').value = 2024;
    document.tables.push(tableOf('Годы', 'Лист1', ['2024', 'Строка\nвторая'], 2));
    const second = tableOf('Другая', 'Лист1', ['Имя'], 1);
    document.tables.push({ ...second, top: 10, bottom: 11 });
    const parts = partsOf(await written(document));
    expect(parts['xl/tables/table1.xml']).toContain('name="Строка_x000a_вторая"');
    expect(parts['xl/tables/table2.xml']).toContain('displayName="Другая"');
    const again = await readDocument(await written(document));
    expect(contentOf(sheetOf(again).getCell('A1'))).toEqual({ kind: 'value', value: '2024' });
    expect(again.tables.map((table) => table.columns.map((column) => column.name))).toEqual([
      ['2024', 'Строка\nвторая'],
      ['Имя'],
    ]);
  });
});

describe('names', () => {
  const file: FileParts = {
    sheets: [
      { name: "Лист 'А' 1", xml: data('') },
      {
        name: 'Лист1',
        xml: data('<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>Местное+Пять</f></c></row>'),
      },
    ],
    afterSheets:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">Лист1!$A$1:$C$9,Лист1!$E$1:$F$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">\'Лист \'\'А\'\' 1\'!$A:$B,\'Лист \'\'А\'\' 1\'!$1:$2</definedName><definedName name="Дата" hidden="1" comment="день &amp; час">Лист1!$A$1</definedName><definedName name="Местное" localSheetId="1">Лист1!$A$1*2</definedName><definedName name="Пять">5</definedName><definedName name="Список">OFFSET(Лист1!$A$1,0,0,3)</definedName></definedNames>',
  };

  test('constants, formulas, hidden ones and those of one sheet come back', async () => {
    const { first, second, parts } = await through(file);
    expect(first.names).toEqual([
      { name: 'Дата', formula: '=Лист1!$A$1', comment: 'день & час', visible: false },
      { name: 'Пять', formula: '=5', visible: true },
      { name: 'Список', formula: '=OFFSET(Лист1!$A$1,0,0,3)', visible: true },
    ]);
    expect(second.names).toEqual(first.names);
    expect(createCalculation(second).valueOf('Лист1', 1, 2)).toBe(15);
    expect(parts['xl/workbook.xml']).toContain(
      '<definedName name="Местное" localSheetId="1">Лист1!$A$1*2</definedName>',
    );
  });

  test('print areas and titles come back, several areas and an apostrophe in the sheet name too', async () => {
    const { first, second } = await through(file);
    for (const document of [first, second]) {
      expect(sheetOf(document).pageSetup.printArea).toBe('A1:C9&&E1:F2');
      expect(sheetOf(document, "Лист 'А' 1").pageSetup.printTitlesRow).toBe('1:2');
      expect(sheetOf(document, "Лист 'А' 1").pageSetup.printTitlesColumn).toBe('A:B');
    }
  });
});

describe('data validation', () => {
  test('ranges stay ranges, date rules and formulas stay as written', async () => {
    const { first, second } = await through({
      sheets: [
        {
          name: 'Лист1',
          xml:
            data('') +
            '<dataValidations count="3"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="warning" prompt="Выберите &quot;да&quot;" sqref="C2:C1048576 E5"><formula1>СписокВид</formula1></dataValidation><dataValidation type="date" operator="greaterThanOrEqual" showErrorMessage="1" sqref="D2:D100"><formula1>Правила!$B$2</formula1></dataValidation><dataValidation type="custom" sqref="A2:A9 C2:C9"><formula1>AND(A2&lt;&gt;"",A$1="да")</formula1></dataValidation></dataValidations>',
        },
      ],
    });
    const list = {
      type: 'list',
      formulae: ['СписокВид'],
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      prompt: 'Выберите "да"',
    };
    for (const document of [first, second]) {
      expect(validationsOf(sheetOf(document))).toEqual({
        'C2:C1048576': list,
        E5: list,
        'D2:D100': {
          type: 'date',
          operator: 'greaterThanOrEqual',
          formulae: ['Правила!$B$2'],
          showErrorMessage: true,
        },
        // Relative references are meant from the first range, so the ranges stay together.
        'A2:A9 C2:C9': { type: 'custom', formulae: ['AND(A2<>"",A$1="да")'] },
      });
    }
  });

  test('rules added through ExcelJS are written as one range', async () => {
    const document = newDocument();
    const sheet = sheetOf(document);
    Object.assign(validationsOf(sheet), {
      'C2:C161': { type: 'custom', formulae: ['=AND(C2<>"",C2>0)'], showErrorMessage: true },
    });
    const parts = partsOf(await written(document));
    expect(parts['xl/worksheets/sheet1.xml']).toContain(
      '<dataValidations count="1"><dataValidation type="custom" showErrorMessage="1" sqref="C2:C161"><formula1>AND(C2&lt;&gt;&quot;&quot;,C2&gt;0)</formula1></dataValidation></dataValidations>',
    );
    expect(Object.keys(validationsOf(sheet))).toEqual(['C2:C161']);
  });
});

describe('conditional formats', () => {
  const rule = (type: string, rest: string): string =>
    `<conditionalFormatting sqref="A1:A9"><cfRule type="${type}" ${rest}</cfRule></conditionalFormatting>`;

  test('of every kind come back, with stop-if-true and their looks', async () => {
    const { first, second, parts } = await through({
      sheets: [
        {
          name: 'Лист1',
          xml:
            data('<row r="1"><c r="A1"><v>1</v></c></row>') +
            rule(
              'expression',
              'dxfId="0" priority="1" stopIfTrue="1"><formula>AND(A1&lt;&gt;"",$B1=Дата)</formula>',
            ) +
            rule(
              'cellIs',
              'dxfId="1" priority="2" operator="between"><formula>1</formula><formula>5</formula>',
            ) +
            rule('duplicateValues', 'dxfId="1" priority="3">') +
            rule('top10', 'dxfId="0" priority="4" rank="3">') +
            rule(
              'dataBar',
              'priority="5"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{11111111-2222-3333-4444-555555555555}</x14:id></ext></extLst>',
            ) +
            '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="6" id="{99999999-2222-3333-4444-555555555555}"><xm:f>Лист2!$A$1="да"</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>B1:B9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>Лист2!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
        },
        { name: 'Лист2', xml: data('') },
      ],
    });
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toMatch(/<cfRule type="expression"[^>]*priority="1" stopIfTrue="1"/);
    expect(xml).toMatch(/<cfRule type="cellIs"[^>]*><formula>1<\/formula><formula>5<\/formula>/);
    expect(xml).toMatch(/<cfRule type="duplicateValues"/);
    expect(xml).toMatch(/<x14:id>\{11111111/);
    expect(xml).toContain('<xm:f>Лист2!$A$1="да"</xm:f>');
    expect(xml).toContain('<xm:f>Лист2!$A$1:$A$3</xm:f>');
    expect(xml).toContain('xmlns:x14=');
    expect(first.notCarried).toEqual([]);

    // The look of a carried rule is found under its new number.
    const dxfId = Number(/<cfRule type="duplicateValues" dxfId="(\d+)"/.exec(xml)?.[1]);
    const dxfs =
      /<dxfs[^>]*>(.*?)<\/dxfs>/.exec(parts['xl/styles.xml'] ?? '')?.[1]?.match(/<dxf>.*?<\/dxf>/g) ?? [];
    expect(dxfs[dxfId]).toBe('<dxf><font><b/></font></dxf>');
    const again = partsOf(await written(second))['xl/worksheets/sheet1.xml'] ?? '';
    expect(again.slice(again.indexOf('<sheetData'))).toBe(xml.slice(xml.indexOf('<sheetData')));
  });
});

describe('what else a sheet holds', () => {
  const file: FileParts = {
    beforeSheets:
      '<workbookPr/><workbookProtection lockStructure="1" workbookPassword="CC1A"/><bookViews><workbookView activeTab="1"/></bookViews>',
    afterSheets: '<calcPr calcId="1" iterate="1" iterateCount="50" calcMode="manual"/>',
    styles: PLAIN_STYLES.replace(
      '<font><sz val="11"/><name val="Calibri"/></font>',
      '<font><b/><i/><sz val="14"/><color theme="4" tint="-0.25"/><name val="Calibri"/></font>',
    )
      .replace(
        '</cellXfs>',
        '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyProtection="1"><alignment horizontal="center" wrapText="1"/><protection locked="0"/></xf></cellXfs>',
      )
      .replace(
        '<numFmts count="1">',
        '<numFmts count="2"><numFmt numFmtId="165" formatCode="#\\ ##0.00\\ &quot;ч.&quot;"/>',
      ),
    sharedStrings: [
      '<r><t xml:space="preserve">Иванова </t></r><r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/><rFont val="Calibri"/></rPr><t>Анна</t></r>',
      '<t>ссылка</t>',
      '<t xml:space="preserve"> пробелы и\nперенос </t>',
      '<t/>',
    ],
    sheets: [
      { name: 'Скрытый', state: 'veryHidden', xml: data('<row r="1"><c r="A1"><v>0</v></c></row>') },
      {
        name: 'Лист1',
        xml:
          '<sheetPr codeName="Sheet1"><tabColor rgb="FF00B050"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScale="85" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B3" sqref="B3"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="40.7109375" customWidth="1"/><col min="2" max="3" width="12" style="3" customWidth="1" hidden="1" outlineLevel="1"/></cols>' +
          data(
            '<row r="1" ht="33" customHeight="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="3"><v>1234.5</v></c><c r="D1"><v>7</v></c><c r="E1" t="s"><v>1</v></c></row><row r="2" hidden="1" outlineLevel="1"><c r="A2" t="s"><v>2</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#DIV/0!</v></c><c r="D2"><f>D1*2</f><v>14</v></c></row><row r="3" collapsed="1"><c r="A3" t="s"><v>3</v></c><c r="B3" s="3"/><c r="C3" t="inlineStr"><is><t>внутри</t></is></c></row><row r="5"><c r="A5"><v>0</v></c><c r="B5" s="3"/></row>',
          ) +
          '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" algorithmName="SHA-512" hashValue="aaa=" saltValue="bbb=" spinCount="100000"/><protectedRanges><protectedRange sqref="B1:B9" name="Ввод"/></protectedRanges><autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="Иванова Анна"/></filters></filterColumn></autoFilter><mergeCells count="1"><mergeCell ref="A5:B5"/></mergeCells><hyperlinks><hyperlink ref="B1" r:id="l1" tooltip="подсказка"/><hyperlink ref="D1" r:id="l1"/><hyperlink ref="D2" location="Скрытый!A1" display="x"/><hyperlink ref="E1" location="Скрытый!A1"/></hyperlinks><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;CСтраница &amp;P</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="4" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="2" max="1048575" man="1"/></colBreaks><ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors><legacyDrawing r:id="v1"/>',
        relationships: [
          { id: 'l1', type: 'hyperlink', target: 'https://example.org/?a=1&amp;b=2', external: true },
          { id: 'c1', type: 'comments', target: '/xl/comments/comment1.xml' },
          { id: 'v1', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' },
        ],
      },
    ],
    parts: {
      'xl/comments/comment1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>А</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Примечание методиста</t></r></text></comment></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="s1" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Реестр</dc:title><dc:creator>Методист</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2025-09-01T00:00:00Z</dcterms:created></cp:coreProperties>',
    },
  };

  function everything(document: HostDocument): unknown[] {
    const cells: unknown[] = [];
    for (const sheet of document.book.worksheets) {
      forEachCell(sheet, (cell) => {
        cells.push([sheet.name, cell.address, contentOf(cell), cell.style, cell.hyperlink, cell.note]);
      });
    }
    return cells;
  }

  test('every cell keeps its value, formula, style, link and note', async () => {
    const { first, second } = await through(file);
    expect(everything(second)).toEqual(everything(first));
    const sheet = sheetOf(first);
    expect(sheet.getCell('A1').value).toMatchObject({
      richText: [{ text: 'Иванова ' }, { text: 'Анна', font: { bold: true } }],
    });
    expect(contentOf(sheet.getCell('A2'))).toEqual({ kind: 'value', value: ' пробелы и\nперенос ' });
    expect(contentOf(sheet.getCell('B2'))).toEqual({ kind: 'value', value: false });
    expect(contentOf(sheet.getCell('C2'))).toEqual({ kind: 'error', error: '#DIV/0!' });
    expect(contentOf(sheet.getCell('C3'))).toEqual({ kind: 'value', value: 'внутри' });
    expect(sheet.getCell('C1').numFmt).toBe('#\\ ##0.00\\ "ч."');
    expect(sheet.getCell('C1').font.color).toEqual({ theme: 4, tint: -0.25 });
    expect(sheet.getCell('C1').protection).toMatchObject({ locked: false });
    expect(sheet.getCell('B3').alignment).toMatchObject({ horizontal: 'center', wrapText: true });
    expect(JSON.stringify(sheet.getCell('A1').note)).toContain('Примечание методиста');
    expect(first.book.title).toBe('Реестр');
    expect(second.book.creator).toBe('Методист');
  });

  test('links: outside, inside, on numbers and on formulas', async () => {
    const { second, parts } = await through(file);
    const xml = parts['xl/worksheets/sheet2.xml'] ?? '';
    expect(sheetOf(second).getCell('B1').hyperlink).toBe('https://example.org/?a=1&b=2');
    expect(sheetOf(second).getCell('E1').hyperlink).toBe('#Скрытый!A1');
    expect(contentOf(sheetOf(second).getCell('D2'))).toEqual({ kind: 'formula', formula: 'D1*2' });
    expect(xml).toContain('<hyperlink ref="D2" location="Скрытый!A1"/>');
    expect(xml).toMatch(/<hyperlink ref="D1" r:id="rId\d+"\/>/);
    expect(xml).toMatch(/<hyperlink ref="B1" r:id="rId\d+" tooltip="подсказка"\/>/);
    expect(parts['xl/worksheets/_rels/sheet2.xml.rels']).not.toContain('Target="#');
  });

  test('the sheet keeps its view, columns, rows, protection, filter, print setup and breaks', async () => {
    const { second, parts } = await through(file);
    const sheet = sheetOf(second);
    expect(second.book.getWorksheet('Скрытый')?.state).toBe('veryHidden');
    expect(second.activeSheet).toBe('Лист1');
    expect(second.calculationMode).toBe('Manual');
    expect(sheet.views[0]).toMatchObject({
      state: 'frozen',
      xSplit: 1,
      ySplit: 2,
      showGridLines: false,
      zoomScale: 85,
    });
    expect(sheet.getColumn(1).width).toBe(40.7109375);
    expect(sheet.getColumn(2)).toMatchObject({ hidden: true, outlineLevel: 1 });
    expect(sheet.getRow(1).height).toBe(33);
    expect(sheet.getRow(2)).toMatchObject({ hidden: true, outlineLevel: 1 });
    expect(sheet.getCell('B5').isMerged).toBe(true);
    expect(sheet.properties.tabColor).toEqual({ argb: 'FF00B050' });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
    });
    const xml = parts['xl/worksheets/sheet2.xml'] ?? '';
    expect(xml).not.toContain('useFirstPageNumber');
    expect(xml).toContain('<outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<sheetFormatPr defaultRowHeight="15"');
    for (const piece of [
      'hashValue="aaa="',
      '<protectedRange sqref="B1:B9" name="Ввод"/>',
      '<filter val="Иванова Анна"/>',
      '<oddFooter>&amp;CСтраница &amp;P</oddFooter>',
      '<rowBreaks',
      '<colBreaks',
      '<ignoredError ',
      'tabSelected="1"',
    ]) {
      expect(xml).toContain(piece);
    }
    expect(parts['xl/workbook.xml']).toContain('lockStructure="1"');
    expect(parts['xl/workbook.xml']).toMatch(/<calcPr[^>]*iterateCount="50"/);
    // Notes before tables and extensions: Excel repairs a sheet whose elements are out of order.
    const order = [
      '<sheetData',
      '<sheetProtection',
      '<protectedRanges',
      '<autoFilter',
      '<mergeCells',
      '<hyperlinks',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
      '<rowBreaks',
      '<colBreaks',
      '<ignoredErrors',
      '<legacyDrawing',
    ];
    const places = order.map((piece) => xml.indexOf(piece));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('writing twice gives the same document', async () => {
    const { second } = await through(file);
    const third = await readDocument(await written(second));
    expect(everything(third)).toEqual(everything(second));
  });

  test('elements under a prefix are read like any others', async () => {
    const bytes = workbookFile({
      sheets: [{ name: 'Лист1', xml: data('<row r="1"><c r="A1"><v>5</v></c></row>') }],
    });
    const parts = partsOf(bytes);
    const prefixed = Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [
        path,
        path.startsWith('xl/') && !path.endsWith('.rels')
          ? text
              .replace(/<(\/?)(\w+)/g, '<$1x:$2')
              .replace(
                'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
                'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
              )
          : text,
      ]),
    );
    const { strToU8, zipSync } = await import('fflate');
    const packed = zipSync(
      Object.fromEntries(Object.entries(prefixed).map(([path, text]) => [path, strToU8(text)])),
    );
    expect(sheetOf(await readDocument(packed)).getCell('A1').value).toBe(5);
  });
});

describe('what cannot be kept', () => {
  test('is named for the user', async () => {
    const drawing =
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor><xdr:from/><xdr:to/><xdr:graphicFrame macro=""/><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:from/><xdr:to/><xdr:sp/><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>';
    const document = await readDocument(
      workbookFile({
        sheets: [
          {
            name: 'Сводка',
            xml: `${data('<row r="1"><c r="A1"><v>1</v></c></row>')}<drawing r:id="d1"/><extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"><x14:slicerList><x14:slicer r:id="sl"/></x14:slicerList></ext></extLst>`,
            relationships: [
              { id: 'd1', type: 'drawing', target: '../drawings/drawing1.xml' },
              { id: 'p1', type: 'pivotTable', target: '../pivotTables/pivotTable1.xml' },
              {
                id: 'sl',
                type: 'http://schemas.microsoft.com/office/2007/relationships/slicer',
                target: '../slicers/slicer1.xml',
              },
              {
                id: 'th',
                type: 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
                target: '../threadedComments/threadedComment1.xml',
              },
            ],
          },
        ],
        bookRelationships: [
          {
            id: 'm',
            type: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
            target: 'vbaProject.bin',
          },
          { id: 'e', type: 'externalLink', target: 'externalLinks/externalLink1.xml' },
        ],
        parts: { 'xl/drawings/drawing1.xml': drawing, 'customXml/item1.xml': '<a/>' },
      }),
    );
    expect(document.notCarried).toEqual([
      'макросы',
      'связи с другими книгами',
      'XML-данные, вложенные в книгу',
      'диаграммы на листе «Сводка»',
      'фигуры и надписи на листе «Сводка»',
      'сводные таблицы на листе «Сводка»',
      'срезы на листе «Сводка»',
      'обсуждения (их текст останется в примечаниях) на листе «Сводка»',
    ]);
    const parts = partsOf(await written(document));
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('slicer');
  });
});
