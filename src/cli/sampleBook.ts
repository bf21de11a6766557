import ExcelJS from 'exceljs';
import { TABLES } from '../register/tables';
import type { InputCell, InputTable } from './sample';

const DATE_FORMAT = 'dd.mm.yyyy';
const WIDEST = 48;

function widthOf(cells: readonly InputCell[]): number {
  const longest = Math.max(...cells.map((cell) => (typeof cell === 'object' ? 10 : String(cell).length)));
  return Math.min(longest + 2, WIDEST);
}

function addInputTable(book: ExcelJS.Workbook, table: InputTable): void {
  const sheet = book.addWorksheet(TABLES[table.name].sheet);
  // An Excel table always has a body row: an empty one keeps a single blank row.
  const rows = table.rows.length > 0 ? table.rows : [table.headers.map(() => '')];
  sheet.addTable({
    name: table.name,
    ref: 'A1',
    headerRow: true,
    columns: table.headers.map((name) => ({ name, filterButton: true })),
    rows: rows.map((row) => row.map(() => null)),
  });
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value === '') return;
      const cell = sheet.getCell(index + 2, column + 1);
      if (typeof value !== 'object') {
        cell.value = value;
      } else if ('formula' in value) {
        cell.value = { formula: value.formula };
      } else {
        cell.value = value.serial;
        cell.numFmt = DATE_FORMAT;
      }
    });
  });
  table.headers.forEach((header, column) => {
    sheet.getColumn(column + 1).width = widthOf([header, ...rows.map((row) => row[column] ?? '')]);
  });
}

/**
 * A workbook of input tables alone, as a methodist would bring it: one sheet and one Excel table each, no
 * formula columns, no other sheets.
 */
export async function writeInputBook(tables: readonly InputTable[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const table of tables) addInputTable(book, table);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
