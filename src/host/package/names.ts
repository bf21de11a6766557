import type ExcelJS from 'exceljs';
import { quoteSheet } from '../references';
import { attributesText, childOf, childrenOf, escapeXml, textOf } from '../xml';
import type { HostName } from '../document';

/**
 * Defined names, read and written here: ExcelJS loses constants and formulas, comments, hidden names, all
 * print areas after the first, and does not double the apostrophe of a sheet's name.
 */

/** A name that belongs to one sheet, kept as it was. */
export interface CarriedName {
  readonly name: string;
  readonly formula: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ReadNames {
  readonly names: HostName[];
  /** By 0-based position of the sheet in the file. */
  readonly bySheet: ReadonlyMap<number, CarriedName[]>;
}

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** Names of the content of a `<workbook>`. */
export function readNames(workbook: string): ReadNames {
  const names: HostName[] = [];
  const bySheet = new Map<number, CarriedName[]>();
  for (const element of childrenOf(childOf(workbook, 'definedNames')?.inner ?? '')) {
    const { name, localSheetId, comment, hidden, ...rest } = element.attributes;
    if (name === undefined) continue;
    const formula = textOf(element);
    if (localSheetId !== undefined) {
      const attributes = {
        ...rest,
        ...(comment === undefined ? {} : { comment }),
        ...(hidden === undefined ? {} : { hidden }),
      };
      const sheet = Number(localSheetId);
      bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), { name, formula, attributes }]);
    } else {
      names.push({
        name,
        formula: `=${formula}`,
        visible: hidden !== '1' && hidden !== 'true',
        ...(comment === undefined ? {} : { comment }),
      });
    }
  }
  return { names, bySheet };
}

/**
 * Puts print areas and titles where ExcelJS and the object model keep them (`pageSetup`), and returns the
 * sheet's other names: its own, and print settings that are not plain ranges.
 */
export function applyPrintNames(sheet: ExcelJS.Worksheet, names: readonly CarriedName[]): CarriedName[] {
  return names.filter((name) => {
    if (name.name === PRINT_AREA) {
      const areas = rangesOf(name.formula, /^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/);
      if (areas === undefined) return true;
      // ExcelJS separates several areas by "&&".
      sheet.pageSetup.printArea = areas
        .map((area) => (area.includes(':') ? area : `${area}:${area}`))
        .join('&&');
      return false;
    }
    if (name.name === PRINT_TITLES) {
      const parts = rangesOf(name.formula, /^(?:\$?\d+:\$?\d+|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})$/);
      if (parts === undefined) return true;
      for (const part of parts) {
        if (/\d/.test(part)) sheet.pageSetup.printTitlesRow = part;
        else sheet.pageSetup.printTitlesColumn = part;
      }
      return false;
    }
    return true;
  });
}

/** The `<definedNames>` element, print settings of the sheets included; "" when there are none. */
export function printNames(
  names: readonly HostName[],
  sheets: readonly { sheet: ExcelJS.Worksheet; own: readonly CarriedName[] }[],
): string {
  const entries: { name: string; xml: string }[] = names.map((name) => ({
    name: name.name,
    xml: printName(
      { name: name.name, comment: name.comment, hidden: name.visible ? undefined : true },
      name.formula.replace(/^=/, ''),
    ),
  }));
  sheets.forEach(({ sheet, own }, localSheetId) => {
    const prefix = `${quoteSheet(sheet.name)}!`;
    const { printArea, printTitlesColumn, printTitlesRow } = sheet.pageSetup;
    if (printArea) {
      const areas = printArea.split(/&&|,/).map((area) => prefix + absolute(area));
      entries.push({ name: PRINT_AREA, xml: printName({ name: PRINT_AREA, localSheetId }, areas.join(',')) });
    }
    const titles = [printTitlesColumn, printTitlesRow].filter((part) => part !== undefined && part !== '');
    if (titles.length > 0) {
      const formula = titles.map((part) => prefix + absolute(String(part))).join(',');
      entries.push({ name: PRINT_TITLES, xml: printName({ name: PRINT_TITLES, localSheetId }, formula) });
    }
    for (const { name, formula, attributes } of own) {
      const replaced = (name === PRINT_AREA && printArea) || (name === PRINT_TITLES && titles.length > 0);
      if (!replaced) entries.push({ name, xml: printName({ name, localSheetId, ...attributes }, formula) });
    }
  });
  if (entries.length === 0) return '';
  // Excel keeps the names in alphabetical order without regard to case.
  entries.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return `<definedNames>${entries.map((entry) => entry.xml).join('')}</definedNames>`;
}

function printName(
  attributes: Record<string, string | number | boolean | undefined>,
  formula: string,
): string {
  return `<definedName${attributesText(attributes)}>${escapeXml(formula)}</definedName>`;
}

/** The ranges of a print name without sheets and `$`; undefined when it is not just ranges. */
function rangesOf(formula: string, shape: RegExp): string[] | undefined {
  const parts = formula.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? [];
  const ranges = parts.map((part) => part.slice(part.lastIndexOf('!') + 1).trim());
  return ranges.length > 0 && ranges.every((range) => shape.test(range))
    ? ranges.map((range) => range.replaceAll('$', ''))
    : undefined;
}

function absolute(range: string): string {
  return range.replaceAll('$', '').replace(/[A-Z]+|\d+/g, '$$$&');
}
