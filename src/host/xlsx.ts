import ExcelJS from 'exceljs';
import type { HostDocument } from './document';

export { readDocument } from './package/read';
export { writeDocument } from './package/write';
export { validationsOf, replaceValidations, type HostValidation } from './package/validations';

/** An empty workbook of one sheet, as Excel in Russian makes it. */
export function newDocument(): HostDocument {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Лист1');
  return {
    book,
    tables: [],
    names: [],
    calculationMode: 'Automatic',
    activeSheet: sheet.name,
    notCarried: [],
  };
}
