import type ExcelJS from 'exceljs';
import { forEachCell } from '../cells';
import { attributesText, childOf, childrenOf, escapeAttribute, rootOf } from '../xml';

/**
 * Number formats are hidden from ExcelJS while it reads: at the sight of a date format it turns numbers
 * into Date objects (rounded to milliseconds), and it takes the backslashes out of format codes. Each code
 * becomes a quoted token that means nothing to it, put back on every style afterwards.
 */
export interface HiddenFormats {
  readonly xml: string;
  /** Format code by token. */
  readonly codes: ReadonlyMap<string, string>;
  /** `<dxf>` elements in order. */
  readonly dxfs: string[];
  /** The first `<font>`: of every cell that names no other. ExcelJS puts a Calibri of its own in its place. */
  readonly defaultFont: string | undefined;
}

/**
 * Built-in date formats (ECMA-376 Part 1, 18.8.30) in the spelling by which ExcelJS writes the same
 * number again, so that Excel goes on showing them by the user's locale.
 */
const BUILT_IN_DATES: Readonly<Record<number, string>> = {
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy "h":mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
};

const FIRST_CUSTOM_ID = 164;

/** `<b val="0"/>` says «not bold» (CT_BooleanProperty); ExcelJS takes the mere element for «bold». */
export const withoutFalse = (xml: string): string =>
  xml.replace(/<(b|i|strike|outline|shadow|condense|extend) val="(?:0|false)"\s*(?:\/>|><\/\1>)/g, '');

export function hideFormats(source: string): HiddenFormats {
  const xml = withoutFalse(source);
  const root = rootOf(xml);
  if (root === undefined) return { xml, codes: new Map(), dxfs: [], defaultFont: undefined };
  const codes = new Map<string, string>();
  const tokens: { id: number; token: string }[] = [];
  const hide = (id: number, code: string): void => {
    const token = `"format ${String(id)}"`;
    codes.set(token, code);
    tokens.push({ id, token });
  };
  for (const format of childrenOf(childOf(root.inner, 'numFmts')?.inner ?? '')) {
    hide(Number(format.attributes['numFmtId']), format.attributes['formatCode'] ?? 'General');
  }
  // Built-in ids cannot be redefined for ExcelJS, so their cells are sent to ids of their own.
  const own = new Set(tokens.map(({ id }) => id));
  const moved = new Map<number, number>();
  let next = Math.max(FIRST_CUSTOM_ID, ...own) + 1;
  for (const [id, code] of Object.entries(BUILT_IN_DATES)) {
    if (own.has(Number(id))) continue;
    moved.set(Number(id), next);
    hide(next++, code);
  }

  const formats = childOf(root.inner, 'numFmts');
  const cellFormats = childOf(root.inner, 'cellXfs');
  let inner = root.inner;
  if (cellFormats !== undefined) {
    const renumbered = cellFormats.outer.replace(/ numFmtId="(\d+)"/g, (whole, id: string) => {
      const to = moved.get(Number(id));
      return to === undefined ? whole : ` numFmtId="${String(to)}"`;
    });
    inner = inner.replace(cellFormats.outer, () => renumbered);
  }
  const list = tokens
    .map(
      ({ id, token }) =>
        `<numFmt${attributesText({ numFmtId: id })} formatCode="${escapeAttribute(token)}"/>`,
    )
    .join('');
  const numFmts = `<numFmts count="${String(tokens.length)}">${list}</numFmts>`;
  inner = formats === undefined ? numFmts + inner : inner.replace(formats.outer, () => numFmts);
  return {
    xml: xml.replace(root.inner, () => inner),
    codes,
    dxfs: childrenOf(childOf(rootOf(source)?.inner ?? '', 'dxfs')?.inner ?? '').map((dxf) => dxf.outer),
    defaultFont: childrenOf(childOf(root.inner, 'fonts')?.inner ?? '')[0]?.outer,
  };
}

/** Puts the number formats back on every style of the workbook. */
export function restoreFormats(book: ExcelJS.Workbook, codes: ReadonlyMap<string, string>): void {
  // Styles are shared objects: many cells, one style.
  const seen = new Set<object>();
  const restore = (style: Partial<ExcelJS.Style> | undefined): void => {
    if (style === undefined || seen.has(style)) return;
    seen.add(style);
    const code = style.numFmt === undefined ? undefined : codes.get(style.numFmt);
    if (code !== undefined) style.numFmt = code;
  };
  for (const sheet of book.worksheets) {
    for (const column of columnsOf(sheet)) restore(column.style);
    forEachCell(sheet, (cell) => {
      restore(cell.style);
    });
    for (let row = 1; row <= sheet.rowCount; row++) restore(styleOf(sheet.findRow(row)));
  }
}

/** Columns that have a definition; ExcelJS answers null for a sheet that has none. */
export function columnsOf(sheet: ExcelJS.Worksheet): Partial<ExcelJS.Column>[] {
  const columns: unknown = sheet.columns;
  return Array.isArray(columns) ? sheet.columns : [];
}

function styleOf(row: object | undefined): Partial<ExcelJS.Style> | undefined {
  const style: unknown = row !== undefined && 'style' in row ? row.style : undefined;
  return isStyle(style) ? style : undefined;
}

function isStyle(style: unknown): style is Partial<ExcelJS.Style> {
  return typeof style === 'object' && style !== null;
}

/** Whether cells of this format show a date or a time. */
export function isDateFormat(code: string | undefined): boolean {
  if (code === undefined) return false;
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/general|основной/gi, ''));
}
