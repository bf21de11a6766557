import type { CellPlace } from '../register/addresses';

/** The formula of a cell in the language of the user's Excel; "" where the cell holds none. One trip. */
export async function readLocalFormula(
  context: Excel.RequestContext,
  { sheet, cell }: CellPlace,
): Promise<string> {
  const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
  range.load('formulasLocal');
  await context.sync();
  const [[formula] = []] = range.formulasLocal as readonly (readonly unknown[])[];
  return typeof formula === 'string' && formula.startsWith('=') ? formula : '';
}
