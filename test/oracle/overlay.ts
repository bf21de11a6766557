import type { CellBlock, WorkbookSnapshot } from '../../src/register/snapshot';
import { recalculatedCell, type RecalculatedBook } from './libreOffice';

type CellReader = (row: number, column: number) => string | number;

const block = ({ firstRow, firstColumn, values, ...rest }: CellBlock, read: CellReader): CellBlock => ({
  ...rest,
  firstRow,
  firstColumn,
  values: values.map((cells, row) => cells.map((_, column) => read(firstRow + row, firstColumn + column))),
});

/** The same workbook with the values LibreOffice computed in the place of the host's. */
export function overlay(snapshot: WorkbookSnapshot, book: RecalculatedBook): WorkbookSnapshot {
  const reader =
    (sheet: string): CellReader =>
    (row, column) =>
      recalculatedCell(book, sheet, row, column);
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) =>
      sheet.cells === null ? sheet : { ...sheet, cells: block(sheet.cells, reader(sheet.name)) },
    ),
    tables: snapshot.tables.map((table) => {
      const read = reader(table.sheet);
      const rows = table.rows.map((cells, row) =>
        cells.map((_, column) => read(table.headerRow + 1 + row, table.firstColumn + column)),
      );
      return { ...table, rows };
    }),
  };
}
