import { jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readSnapshotFile } from '../../src/files';
import { parseRegister } from '../../src/register/parse';
import { sameFormula } from '../../src/register/sameFormula';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../src/register/snapshot';
import { readBook } from '../generators/readBook';
import { closeRegisters, openRegister } from '../usecases/registerHost';
import { packageOf } from './packages';

jest.setTimeout(60_000);
afterAll(closeRegisters);

describe('the file of a register', () => {
  let inExcel: WorkbookSnapshot;
  let fromFile: WorkbookSnapshot;

  beforeAll(async () => {
    const { host } = await openRegister();
    inExcel = await readBook(host);
    fromFile = await readSnapshotFile('Реестр.xlsx', await host.save());
  });

  /** What only the building of a register asks for is not read; formulas are compared apart. */
  const withoutMeasures = ({ widths: _widths, formulas: _formulas, ...table }: TableSnapshot) => table;
  const withoutFormulas = ({ cells, printsPlainly: _printsPlainly, ...sheet }: SheetSnapshot) => ({
    ...sheet,
    cells: cells === null ? null : { ...cells, formulas: cells.formulas === undefined ? undefined : 'read' },
  });

  test('is read as it is read in Excel: sheets, tables, cells, names', () => {
    expect(fromFile.sheets.map(withoutFormulas)).toEqual(inExcel.sheets.map(withoutFormulas));
    expect(fromFile.tables.map(withoutMeasures)).toEqual(inExcel.tables.map(withoutMeasures));
    expect(fromFile.names).toEqual(inExcel.names);
    expect(fromFile.automaticCalculation).toBe(true);
  });

  test('its formulas are those of Excel, cell by cell and column by column', () => {
    for (const table of inExcel.tables) {
      const read = fromFile.tables.find(({ name }) => name === table.name);
      expect(Object.keys(read?.formulas ?? {}).sort()).toEqual(Object.keys(table.formulas).sort());
      for (const [header, { first, unbroken }] of Object.entries(table.formulas)) {
        const formula = read?.formulas[header];
        expect([table.name, header, formula?.unbroken]).toEqual([table.name, header, unbroken]);
        expect([formula?.first, sameFormula(formula?.first ?? '', first, table.name)]).toEqual([
          formula?.first,
          true,
        ]);
      }
    }
    // a row of a table is told without its name, and several tables may stand on a sheet
    const tablesOn = (sheet: string): string[] => [
      '',
      ...inExcel.tables.filter((table) => table.sheet === sheet).map(({ name }) => name),
    ];
    inExcel.sheets.forEach((sheet, index) => {
      sheet.cells?.formulas?.forEach((row, at) => {
        row.forEach((formula, place) => {
          const read = fromFile.sheets[index]?.cells?.formulas?.[at]?.[place] ?? '';
          if (typeof formula !== 'string' || !formula.startsWith('=')) expect(read).toBe(formula);
          else {
            const near = tablesOn(sheet.name).some((table) => sameFormula(String(read), formula, table));
            expect([read, near]).toEqual([read, true]);
          }
        });
      });
    });
  });

  test('gives the register that is read in Excel', () => {
    const plain = (snapshot: WorkbookSnapshot): string =>
      JSON.stringify(parseRegister(snapshot), (_, value: unknown) =>
        value instanceof Set || value instanceof Map ? [...value] : value,
      );
    expect(plain(fromFile)).toBe(plain(inExcel));
    expect(parseRegister(fromFile).tables.Педагоги?.rows.length).toBeGreaterThan(0);
  });
});

describe('a workbook of somebody else', () => {
  test('of a foreign sheet only the first row is kept; a plain header row of ours brings all its rows', async () => {
    const book = new ExcelJS.Workbook();
    const foreign = book.addWorksheet('Заметки');
    foreign.getCell('B3').value = 'Первая строка';
    foreign.getCell('B4').value = 'вторая';
    const plain = book.addWorksheet('Банк данных');
    plain.addRow(['ФИО', 'Организация', 'Образование', 'Категория']);
    plain.addRow(['Иванова Анна Петровна', 'СОШ № 5', 'ВО', 'первая']);
    const snapshot = await readSnapshotFile('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(snapshot.sheets.map(({ used, cells }) => [used, cells?.values])).toEqual([
      ['B3:B4', [['Первая строка']]],
      [
        'A1:D2',
        [
          ['ФИО', 'Организация', 'Образование', 'Категория'],
          ['Иванова Анна Петровна', 'СОШ № 5', 'ВО', 'первая'],
        ],
      ],
    ]);
  });

  test('a shared formula is told in each of its cells', async () => {
    const snapshot = await readSnapshotFile(
      'a.xlsx',
      packageOf({
        sheets: {
          Паспорт:
            '<sheetData><row r="2"><c r="B2"><f t="shared" ref="B2:C3" si="0">A2&amp;$A$1&amp;"B2"</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row></sheetData><sheetProtection sheet="1"/>',
        },
      }),
    );
    expect(snapshot.sheets[0]).toMatchObject({
      used: 'B2:C3',
      isProtected: true,
      cells: {
        values: [
          [1, 2],
          ['', 3],
        ],
        formulas: [
          ['=A2&$A$1&"B2"', '=B2&$A$1&"B2"'],
          ['', '=B3&$A$1&"B2"'],
        ],
      },
    });
  });

  test('a stray cell in the last corner of a sheet costs nothing', async () => {
    const snapshot = await readSnapshotFile(
      'a.xlsx',
      packageOf({
        sheets: {
          Паспорт:
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>',
        },
      }),
    );
    expect(snapshot.sheets[0]?.used).toBe('A1:XFD1048576');
    expect(snapshot.sheets[0]?.cells?.values[0]?.[0]).toBe(1);
    expect(snapshot.sheets[0]?.cells?.values).toHaveLength(400);
  });
});
