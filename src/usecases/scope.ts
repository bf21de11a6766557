import { SHEET_ANCHORS } from '../register/fixedCells';
import { locateTables } from '../register/locate';
import { PLAIN_SHEETS, SHEETS } from '../register/sheets';
import { TABLE_NAMES } from '../register/tables';
import type { ReadingScope } from '../workbook/readSnapshot';

/** What is read of a workbook to make a register of it, or to count one. */
export const REGISTER_SCOPE: ReadingScope = {
  plainSheets: PLAIN_SHEETS,
  anchors: Object.values(SHEET_ANCHORS),
  sheets: SHEETS.map(({ name }) => name),
  tables: TABLE_NAMES,
  // the form is named last: until then a run may have been cut short before columns were widened
  measures: (names) => !names.includes(SHEET_ANCHORS.Приложение),
  // A plain header row of ours on a sheet of another name: its rows are to become a table.
  wanted: (snapshot) =>
    Object.values(locateTables(snapshot)).flatMap(({ form, sheet }) => (form === 'plain' ? [sheet] : [])),
};
