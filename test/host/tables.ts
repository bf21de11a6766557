import type { HostTable } from '../../src/host/document';

/** A table of the document from A1 of its sheet: a header row and `rows` rows under it. */
export function tableOf(name: string, sheet: string, columns: string[], rows: number, id = 1): HostTable {
  return {
    id,
    name,
    sheet,
    top: 1,
    left: 1,
    bottom: rows + 1,
    right: columns.length,
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
