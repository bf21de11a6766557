import type { CellPlace } from '../register/addresses';
import { asUserFacing } from './errors';

/** Shows a sheet and selects a cell of it, in one trip. @throws UserFacingError, when there is no such sheet too. */
export const showCell = (context: Excel.RequestContext, { sheet, cell }: CellPlace): Promise<void> =>
  asUserFacing(async () => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(cell).select();
    await context.sync();
  });
