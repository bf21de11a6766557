import type ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { CellLook, CellValue } from '../plan/action';
import {
  absoluteAddress,
  areaAddress,
  columnLetters,
  parseArea,
  quoteSheet,
  type Area,
} from '../register/addresses';
import { isErrorValue } from '../register/text';
import type { PlainBook, PlainSheet } from './plainBook';

/**
 * A workbook of plain data as the bytes of an .xlsx file. The same book gives the same bytes; the file tells nobody's
 * name and no hour. Text stays text whatever it begins with.
 */
export async function writeBook(book: PlainBook): Promise<Uint8Array> {
  // Half a megabyte of library, wanted only when something is written.
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  for (const sheet of book.sheets) writeSheet(workbook, sheet);
  if (book.sheets.some(({ formulas = [] }) => formulas.length > 0)) {
    workbook.calcProperties = { fullCalcOnLoad: true };
  }
  return finished(new Uint8Array(await workbook.xlsx.writeBuffer()), book);
}

/** Paper A4, as Excel numbers it. */
const A4 = 9;
/** The font Excel gives a workbook; a cell that names any of it has to name all of it. */
const FONT = { name: 'Calibri', family: 2, size: 11 } as const;
/** Excel knows these error values in a file (ECMA-376, 18.18.11); others it would repair. */
const FILE_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;

function writeSheet(workbook: ExcelJS.Workbook, plain: PlainSheet): void {
  const sheet = workbook.addWorksheet(plain.name, {
    ...(plain.tabColor === undefined ? {} : { properties: { tabColor: { argb: argb(plain.tabColor) } } }),
    ...(plain.frozen === undefined ? {} : { views: [viewOf(plain.frozen)] }),
  });
  // Tables come first: ExcelJS writes their cells itself, headers as the names of columns.
  for (const table of plain.tables ?? []) writeTable(sheet, plain, table);
  plain.rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (value !== '') sheet.getCell(row + 1, column + 1).value = cellValue(value);
    });
  });
  for (const { address, formula } of plain.formulas ?? []) {
    const area = areaOf(address);
    const value = plain.rows[area.top - 1]?.[area.left - 1] ?? '';
    const result = value === '' ? undefined : cellValue(value);
    sheet.getCell(area.top, area.left).value = {
      formula: formula.replace(/^=/, ''),
      ...(result === undefined ? {} : { result }),
    };
  }
  // Before the looks: each cell of a merged area keeps a look of its own, borders above all.
  for (const address of plain.merges) sheet.mergeCellsWithoutStyle(address);
  writeLooks(sheet, plain);
  plain.widths.forEach((width, index) => {
    if (width !== null) sheet.getColumn(index + 1).width = width;
  });
  for (const column of plain.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
  writePrint(sheet, plain);
}

const viewOf = ({
  rows,
  columns,
}: NonNullable<PlainSheet['frozen']>): Partial<ExcelJS.WorksheetViewFrozen> => ({
  state: 'frozen',
  xSplit: columns,
  ySplit: rows,
  topLeftCell: `${columnLetters(columns + 1)}${String(rows + 1)}`,
});

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (area === null) throw new RangeError(`«${address}» is no address of cells`);
  return area;
}

function cellValue(value: CellValue): string | number | boolean | ExcelJS.CellErrorValue {
  if (typeof value !== 'string') return value;
  const error = isErrorValue(value) ? FILE_ERRORS.find((known) => known === value) : undefined;
  return error === undefined ? escaped(value) : { error };
}

/** What XML cannot hold, and what would be read as such an escape, is written as `_x000D_` (ECMA-376, 22.9.2.19). */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

function writeTable(
  sheet: ExcelJS.Worksheet,
  { rows }: PlainSheet,
  { name, address, style }: NonNullable<PlainSheet['tables']>[number],
): void {
  const { top, left, bottom, right } = areaOf(address);
  const headers = rows[top - 1] ?? [];
  const places = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  sheet.addTable({
    name,
    ref: areaAddress({ top, left, bottom: top, right: left }),
    headerRow: true,
    style: { theme: tableStyle(style), showRowStripes: true },
    columns: places.map((column) => ({
      name: headerName(String(headers[column - 1] ?? '')),
      filterButton: true,
    })),
    rows: Array.from({ length: bottom - top }, () => places.map(() => null)),
  });
}

/** Line breaks of a header stand escaped in the name of its column. */
const headerName = (header: string): string =>
  escaped(header).replaceAll('\n', '_x000a_').replaceAll('\t', '_x0009_');

type TableStyle = NonNullable<NonNullable<ExcelJS.TableProperties['style']>['theme']>;

function tableStyle(style: string): TableStyle {
  if (!isTableStyle(style)) throw new RangeError(`«${style}» is no style of tables`);
  return style;
}

const isTableStyle = (style: string): style is TableStyle =>
  /^TableStyle(?:Light|Medium|Dark)\d+$/.test(style);

/** Text that a second glance of Excel would take for a formula or a number with a sign. */
const LIKE_FORMULA = /^[=+\-@]/;

function writeLooks(sheet: ExcelJS.Worksheet, { rows, looks }: PlainSheet): void {
  const drawn = new Map<string, { readonly row: number; readonly column: number; look: CellLook }>();
  rows.forEach((values, row) => {
    values.forEach((value, column) => {
      if (typeof value !== 'string' || !LIKE_FORMULA.test(value)) return;
      // stays text when somebody edits it, too
      drawn.set(`${String(row + 1)} ${String(column + 1)}`, {
        row: row + 1,
        column: column + 1,
        look: { numberFormat: '@' },
      });
    });
  });
  for (const { address, look } of looks) {
    const { top, left, bottom, right } = areaOf(address);
    for (let row = top; row <= bottom; row += 1) {
      if (look.rowHeight !== undefined) sheet.getRow(row).height = look.rowHeight;
      for (let column = left; column <= right; column += 1) {
        const key = `${String(row)} ${String(column)}`;
        const known = drawn.get(key);
        if (known === undefined) drawn.set(key, { row, column, look });
        else known.look = { ...known.look, ...look };
      }
    }
  }
  const styles = new Map<string, Partial<ExcelJS.Style>>();
  for (const { row, column, look } of drawn.values()) {
    const key = JSON.stringify(Object.entries(look).sort());
    const style = styles.get(key) ?? styleOf(look);
    styles.set(key, style);
    if (Object.keys(style).length > 0) sheet.getCell(row, column).style = style;
  }
}

const HORIZONTAL = { Left: 'left', Center: 'center', Right: 'right' } as const;
const VERTICAL = { Top: 'top', Center: 'middle', Bottom: 'bottom' } as const;

function styleOf(look: CellLook): Partial<ExcelJS.Style> {
  const { bold, italic, fontSize, fontColor, fill, wrap, horizontal, vertical, numberFormat } = look;
  const hasFont = [bold, italic, fontSize, fontColor].some((part) => part !== undefined);
  const hasAlignment = [wrap, horizontal, vertical].some((part) => part !== undefined);
  const line = lineOf(look.border);
  const bottom = lineOf(look.bottomLine) ?? line;
  return {
    ...(hasFont
      ? {
          font: {
            ...FONT,
            ...(bold === undefined ? {} : { bold }),
            ...(italic === undefined ? {} : { italic }),
            ...(fontSize === undefined ? {} : { size: fontSize }),
            ...(fontColor === undefined ? {} : { color: { argb: argb(fontColor) } }),
          },
        }
      : {}),
    ...(fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } } as const }),
    ...(hasAlignment
      ? {
          alignment: {
            ...(wrap === undefined ? {} : { wrapText: wrap }),
            ...(horizontal === undefined ? {} : { horizontal: HORIZONTAL[horizontal] }),
            ...(vertical === undefined ? {} : { vertical: VERTICAL[vertical] }),
          },
        }
      : {}),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(bottom === null
      ? {}
      : { border: { ...(line === null ? {} : { top: line, left: line, right: line }), bottom } }),
  };
}

const lineOf = (color: string | undefined): ExcelJS.Border | null =>
  color === undefined ? null : { style: 'thin', color: { argb: argb(color) } };

/** "#1F4E79" → "FF1F4E79". */
const argb = (color: string): string => `FF${color.replace('#', '').toUpperCase()}`;

function writePrint(sheet: ExcelJS.Worksheet, { print, pageBreaks = [] }: PlainSheet): void {
  const { orientation, pagesWide } = print;
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: orientation === 'Landscape' ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: pagesWide,
    fitToHeight: 0,
  });
  for (const row of pageBreaks) sheet.getRow(row).addPageBreak();
}

/** Any day at all, so that the same book gives the same bytes; zip counts local time from 1980. */
const DAY_OF_ALL_FILES = new Date(2000, 0, 1);

const CORE_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';
const APP_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>';

/**
 * What ExcelJS does its own way, put right in the package: the hour and the author it writes; names, of which it keeps
 * every single cell and whose print areas it leaves half relative; tables, which it gives a row of totals.
 */
function finished(bytes: Uint8Array, book: PlainBook): Uint8Array {
  const parts = unzipSync(bytes);
  const workbook = parts['xl/workbook.xml'];
  if (workbook === undefined) throw new Error('ExcelJS wrote no workbook part');
  parts['xl/workbook.xml'] = strToU8(withNames(strFromU8(workbook), book));
  parts['docProps/core.xml'] = strToU8(CORE_PROPERTIES);
  parts['docProps/app.xml'] = strToU8(APP_PROPERTIES);
  const files: Zippable = {};
  for (const path of Object.keys(parts).sort()) {
    const part = parts[path];
    if (part === undefined || path.endsWith('/')) continue;
    const content = path.startsWith('xl/tables/') ? strToU8(withoutTotals(strFromU8(part))) : part;
    files[path] = [content, { mtime: DAY_OF_ALL_FILES }];
  }
  return zipSync(files, { level: 6 });
}

const withoutTotals = (xml: string): string =>
  xml
    .replace(' totalsRowShown="1"', ' totalsRowShown="0"')
    .replace(/ totalsRow(?:Label|Function)="[^"]*"/g, '')
    .replace(/<filterColumn [^>]*hiddenButton="0"\/>/g, '');

function withNames(xml: string, { names, sheets }: PlainBook): string {
  const list = [
    ...Object.entries(names).map(([name, refersTo]) => definedName(name, refersTo)),
    ...sheets.flatMap(printNames),
  ];
  return list.length === 0
    ? xml
    : xml.replace('</sheets>', () => `</sheets><definedNames>${list.join('')}</definedNames>`);
}

const definedName = (name: string, refersTo: string, sheet = ''): string =>
  `<definedName name="${xmlText(name)}"${sheet}>${xmlText(refersTo.replace(/^=/, ''))}</definedName>`;

/** What is printed of a sheet and repeated on its pages, as the names of the sheet that say it in a file. */
function printNames({ name, print }: PlainSheet, index: number): readonly string[] {
  const sheet = quoteSheet(name);
  const own = ` localSheetId="${String(index)}"`;
  const titles = [print.titleColumns, print.titleRows].flatMap((range) =>
    range === undefined ? [] : [`${sheet}!${range}`],
  );
  return [
    ...(print.area === undefined
      ? []
      : [definedName('_xlnm.Print_Area', `${sheet}!${absoluteAddress(areaOf(print.area))}`, own)]),
    ...(titles.length === 0 ? [] : [definedName('_xlnm.Print_Titles', titles.join(','), own)]),
  ];
}

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
