import { SHEETS } from '../register/sheets';
import { locateTables } from '../register/locate';
import { parseArea } from '../register/addresses';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldCase } from '../register/text';
import { markedSheets } from './sheetMark';

/**
 * What leads to a sheet from elsewhere: a sheet that is deleted and made anew would leave `#REF!` in formulas of the
 * user's.
 */

/** Whether a formula names a sheet: rather one too many than one too few. */
export const leadsTo = (formula: unknown, sheet: string): boolean => {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  const [text, name] = [foldCase(formula), foldCase(sheet)];
  return text.includes(`${name}!`) || text.includes(`${name.replaceAll("'", "''")}'!`);
};

/** Formulas and names of the workbook as they were read with the register; marks of documents left out. */
export function knownFormulas({ names, sheets, tables }: WorkbookSnapshot): readonly unknown[] {
  const marks = new Set(markedSheets(names).map(({ name }) => name));
  return [
    ...names.flatMap(({ name, refersTo }) => (marks.has(name) || PRINTED.test(name) ? [] : [refersTo])),
    ...sheets.flatMap(({ cells }) => cells?.formulas?.flat() ?? []),
    ...tables.flatMap(({ formulas }) => Object.values(formulas).map(({ first }) => first)),
  ];
}

/** Names in which suites keep what of a sheet is printed. */
const PRINTED = /print_(?:area|titles)|_filterdatabase/i;

/** More cells than this of one sheet are not read for their formulas. */
const MOST_CELLS = 100_000;

/** Sheets of the user's own that formulas may stand on; `tooLarge`: some are not to be read through. */
export function ownSheets(
  snapshot: WorkbookSnapshot,
  former: readonly string[],
): { readonly sheets: readonly string[]; readonly tooLarge: boolean } {
  const known = new Set(
    [
      ...SHEETS.map(({ name }) => name),
      ...Object.values(locateTables(snapshot)).map(({ sheet }) => sheet),
      ...former,
    ].map(foldCase),
  );
  const own = snapshot.sheets.filter(({ name, used }) => used !== null && !known.has(foldCase(name)));
  const isLarge = ({ used }: (typeof own)[number]): boolean => {
    const area = parseArea(used ?? '');
    return area === null || (area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CELLS;
  };
  return {
    sheets: own.filter((sheet) => !isLarge(sheet)).map(({ name }) => name),
    tooLarge: own.some(isLarge),
  };
}
