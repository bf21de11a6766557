import ExcelJS from 'exceljs';
import { createCalculation } from '../../src/host/calculation';
import type { HostDocument, HostTable } from '../../src/host/document';
import { initialiseEngineFromDisk } from '../../src/host/engine-node';

initialiseEngineFromDisk();

function documentOf(sheets: Record<string, Record<string, ExcelJS.CellValue>>): HostDocument {
  const book = new ExcelJS.Workbook();
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const [address, value] of Object.entries(cells)) sheet.getCell(address).value = value;
  }
  return {
    book,
    tables: [],
    names: [],
    calculationMode: 'Automatic',
    activeSheet: Object.keys(sheets)[0] ?? '',
    notCarried: [],
  };
}

function table(name: string, sheet: string, columns: string[], rows: number, left = 1): HostTable {
  return {
    id: 1,
    name,
    sheet,
    top: 1,
    left,
    bottom: rows + 1,
    right: left + columns.length - 1,
    columns: columns.map((column, index) => ({ id: index + 1, name: column })),
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    style: 'TableStyleLight1',
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
}

/** Value of one formula typed into C1 of a sheet that also holds the given cells. */
function evaluated(formula: string, cells: Record<string, ExcelJS.CellValue> = {}): unknown {
  const document = documentOf({ 'Лист «А»': { ...cells, Z1: { formula } } });
  return createCalculation(document).valueOf('Лист «А»', 1, 26);
}

describe('values read back from the engine', () => {
  test('keep 15 significant digits, whatever the size of the number', () => {
    expect(evaluated('1/3')).toBe(0.333333333333333);
    expect(evaluated('123456789.12345678*1')).toBe(123456789.123457);
    expect(evaluated('1E-7/3')).toBe(3.33333333333333e-8);
    expect(evaluated('46/100*3')).toBe(1.38);
  });

  test('a date is its serial number, not a formatted text', () => {
    expect(evaluated('DATE(2025,9,1)')).toBe(45901);
    expect(evaluated('EDATE(A1,12)-1', { A1: new Date(Date.UTC(2025, 8, 1)) })).toBe(46265);
  });

  test('types are told apart: a numeral text stays text', () => {
    expect(evaluated('"12"')).toBe('12');
    expect(evaluated('1=1')).toBe(true);
    expect(evaluated('FALSE')).toBe(false);
    expect(evaluated('""')).toBe('');
    expect(evaluated('0')).toBe(0);
    expect(evaluated('B7')).toBe(0);
  });
});
