import type ExcelJS from 'exceljs';
import type { ExcelHost } from '../../src/host/host';

function eachCell(host: ExcelHost, describe: (cell: ExcelJS.Cell) => unknown): Map<string, string> {
  const contents = new Map<string, string>();
  for (const sheet of host.document.book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        contents.set(`${sheet.name}!${cell.address}`, JSON.stringify(describe(cell)));
      });
    });
  }
  return contents;
}

/** What stands in each cell of a document, a formula as it is written, and how it is formatted. */
export const contentsOf = (host: ExcelHost): Map<string, string> =>
  eachCell(host, ({ value, style: { font, fill, border, numFmt } }) => [value, font, fill, border, numFmt]);

/** What stands in each cell of a document, its look aside. */
export const valuesOf = (host: ExcelHost): Map<string, string> => eachCell(host, ({ value }) => value);

/** The cells that held something before and hold something else after. */
export const differing = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] => [...before].filter(([cell, content]) => after.get(cell) !== content).map(([cell]) => cell);
