import type { InputCell, InputTable } from '../../src/cli/sample';
import type { PlainBook } from '../../src/files/plainBook';
import type { CellValue } from '../../src/plan/action';
import { parseArea } from '../../src/register/addresses';
import { PASSPORT_FIELDS, type PassportKey } from '../../src/register/fixedCells';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { appendixOf, rulesOf, sheetOf, tableOf, workbookOf, type RegisterParts } from '../register/snapshots';

/** Workbooks as plain data, without a file and without a host. */

const cellOf = (cell: InputCell): CellValue =>
  typeof cell !== 'object' ? cell : 'serial' in cell ? cell.serial : '#N/A';

export type Passport = Readonly<Partial<Record<PassportKey, CellValue>>>;

/** «Паспорт» as the product lays it out. */
export const passportOf = (passport: Passport) =>
  sheetOf('Паспорт', [
    ['Паспорт методического объединения', ''],
    ['', ''],
    ['', ''],
    ...PASSPORT_FIELDS.map(({ key, label }) => [label, passport[key] ?? '']),
  ]);

/** A register of typed tables with its passport; its form has never been computed. */
export function bookOf(
  tables: readonly InputTable[],
  passport: Passport,
  { rules = {}, confirmed = {} }: RegisterParts = {},
): WorkbookSnapshot {
  return workbookOf(
    tables.map(({ name, headers, rows }) => tableOf(name, [headers, ...rows.map((row) => row.map(cellOf))])),
    [passportOf(passport), rulesOf(rules), appendixOf(confirmed)],
  );
}

/** What reading the written workbook would give. */
export function snapshotOf({ sheets, names }: PlainBook): WorkbookSnapshot {
  return {
    sheets: sheets.map(({ name, rows }, position) => {
      const width = Math.max(0, ...rows.map((row) => row.length));
      const values = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
      return { ...sheetOf(name, values), position };
    }),
    tables: sheets.flatMap(({ name: sheet, rows, tables = [] }) =>
      tables.map(({ name, address }) => {
        const area = parseArea(address);
        if (area === null) throw new Error(`no area: ${address}`);
        const cut = rows
          .slice(area.top - 1, area.bottom)
          .map((row) =>
            Array.from(
              { length: area.right - area.left + 1 },
              (_, index) => row[area.left - 1 + index] ?? '',
            ),
          );
        return tableOf('Педагоги', cut, {
          name,
          sheet,
          headerRow: area.top,
          firstColumn: area.left,
        });
      }),
    ),
    names: Object.entries(names).map(([name, refersTo]) => ({ name, refersTo: `=${refersTo}` })),
    automaticCalculation: true,
  };
}
