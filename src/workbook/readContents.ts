import type { CellValue } from '../plan/action';
import { storedCell } from './restorePoint';
import { rowsOf } from './grid';
import { areaOf } from './ranges';
import { areaAddress } from '../register/addresses';

/** What stands on a sheet that is no part of a register. */
export interface SheetContents {
  readonly sheet: string;
  /** A1 of the first used cell. */
  readonly address: string;
  readonly values: readonly (readonly CellValue[])[];
  /** Whether anything but values stands there: formulas, charts, pictures, comments. */
  readonly hasMore: boolean;
}

/** Formulas (and values) of the used cells of sheets that are known to be there, in one trip; none is made for none. */
export async function readFormulas(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<readonly unknown[]> {
  if (sheets.length === 0) return [];
  const ranges = sheets.map((name) =>
    context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load('formulas'),
  );
  await context.sync();
  return ranges.flatMap((range) => (range.isNullObject ? [] : rowsOf(range.formulas).flat()));
}

/** Reads the used cells of sheets that are known to be there, in one trip; none is made for none. */
export async function readContents(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<readonly SheetContents[]> {
  if (sheets.length === 0) return [];
  const { worksheets } = context.workbook;
  const asked = sheets.map((name) => {
    const { charts, shapes, comments, pivotTables, tables } = worksheets.getItem(name);
    shapes.load('items/type');
    const range = worksheets.getItem(name).getUsedRange(true).load('address,values,formulas');
    const counts = [charts, comments, pivotTables, tables].map((each) => each.getCount());
    return { name, range, shapes, counts };
  });
  await context.sync();
  return asked.map(({ name, range, shapes, counts }) => {
    const area = areaOf(range.address);
    const values = rowsOf(range.values);
    const formulas = rowsOf(range.formulas);
    // the arrows of filters and lists are shapes of no kind that Office.js knows
    const isDrawnOn = shapes.items.some(({ type }) => type !== 'Unsupported');
    return {
      sheet: name,
      address: area === null ? 'A1' : areaAddress({ ...area, bottom: area.top, right: area.left }),
      values,
      hasMore:
        isDrawnOn ||
        counts.some(({ value }) => value > 0) ||
        values.some((row, at) =>
          row.some((value, column) => typeof storedCell(value, formulas[at]?.[column] ?? '') === 'object'),
        ),
    };
  });
}
