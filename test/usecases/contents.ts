import type { ExcelHost } from '../../src/host/host';

/** What stands in each cell of a document, a formula as it is written, and how it is formatted. */
export function contentsOf(host: ExcelHost): Map<string, string> {
  const contents = new Map<string, string>();
  for (const sheet of host.document.book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell(({ address, value, style: { font, fill, border, numFmt } }) => {
        contents.set(`${sheet.name}!${address}`, JSON.stringify([value, font, fill, border, numFmt]));
      });
    });
  }
  return contents;
}

/** The cells that held something before and hold something else after. */
export const differing = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] => [...before].filter(([cell, content]) => after.get(cell) !== content).map(([cell]) => cell);
