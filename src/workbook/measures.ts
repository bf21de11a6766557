import type { WorkbookSnapshot } from '../register/snapshot';
import { columnCharacters } from './columnWidth';
import type { WorkbookShape } from './readSnapshot';

/** Column widths and print setups that have been asked for. */
export interface Measures {
  /** By table, a format a column. */
  readonly widths: ReadonlyMap<string, readonly Excel.RangeFormat[]>;
  readonly layouts: ReadonlyMap<string, Excel.PageLayout>;
}

/** Asks for the widths of the columns of every table, and for the print setup of its sheet. */
export function queueMeasures(context: Excel.RequestContext, { tables }: WorkbookShape): Measures {
  const widths = new Map<string, readonly Excel.RangeFormat[]>();
  const layouts = new Map<string, Excel.PageLayout>();
  for (const { name, sheet, columns } of tables) {
    const range = context.workbook.tables.getItem(name).getRange();
    widths.set(
      name,
      Array.from({ length: columns }, (_, index) => {
        const { format } = range.getColumn(index);
        format.load('columnWidth');
        return format;
      }),
    );
    if (layouts.has(sheet)) continue;
    const { pageLayout } = context.workbook.worksheets.getItem(sheet);
    pageLayout.load('orientation,zoom');
    layouts.set(sheet, pageLayout);
  }
  return { widths, layouts };
}

/** The snapshot with the measures beside the tables and sheets they were taken of. */
export function withMeasures(snapshot: WorkbookSnapshot, measures: Measures | null): WorkbookSnapshot {
  if (measures === null) return snapshot;
  return {
    ...snapshot,
    tables: snapshot.tables.map((table) => {
      const formats = measures.widths.get(table.name) ?? [];
      const widths = table.headers.flatMap((header, index): [string, number][] => {
        const points = formats[index]?.columnWidth;
        return typeof points === 'number' ? [[header, columnCharacters(points)]] : [];
      });
      return { ...table, widths: Object.fromEntries(widths) };
    }),
    sheets: snapshot.sheets.map((sheet) => {
      const layout = measures.layouts.get(sheet.name);
      if (layout === undefined) return sheet;
      const { scale } = layout.zoom;
      const printsPlainly = layout.orientation === 'Portrait' && (scale === undefined || scale === 100);
      return { ...sheet, printsPlainly: printsPlainly && layout.zoom.horizontalFitToPages === undefined };
    }),
  };
}
