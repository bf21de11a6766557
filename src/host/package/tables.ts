import { parseA1Range } from '@borgar/fx';
import { addressOf, toFileGrammar } from '../references';
import { attributesText, childOf, childrenOf, escapeXml, rootOf, textOf, type XmlElement } from '../xml';
import type { CellContent } from '../cells';
import type { HostTable, HostTableColumn } from '../document';

/**
 * Worksheet tables as parts of the package. ExcelJS neither writes nor keeps `<calculatedColumnFormula>`
 * (without it Excel fills no formula into new rows) and loses filters and totals on reading, so tables
 * never pass through it.
 */

/** What a table's part holds beyond `HostTable`, kept to be written again. */
export interface CarriedTable {
  /** `<autoFilter>` and `<sortState>` as they were, good while the table's range is still this one. */
  readonly ref: string;
  readonly filter: string;
  readonly sort: string;
  readonly comment: string | undefined;
}

export interface ReadTable {
  readonly table: HostTable;
  readonly carried: CarriedTable;
}

/** Reads a table part; undefined when it is not a table with a range. */
export function readTable(xml: string, sheet: string): ReadTable | undefined {
  const root = rootOf(xml);
  const ref = root?.attributes['ref'];
  const range = ref === undefined ? undefined : parseA1Range(ref);
  if (root === undefined || ref === undefined || range === undefined) return undefined;
  const { top, left, right } = range;
  if (top === null || left === null) return undefined;
  const hasTotals = Number(root.attributes['totalsRowCount'] ?? 0) > 0;
  // Some writers give a table without records its header row only; in Excel it has one blank row at least.
  const least = root.attributes['headerRowCount'] === '0' || hasTotals ? top : top + 1;
  const bottom = Math.max(range.bottom ?? top, least);

  const name = root.attributes['displayName'] ?? root.attributes['name'] ?? '';
  const columns = childrenOf(childOf(root.inner, 'tableColumns')?.inner ?? '').map((element, index) =>
    readColumn(element, index, name),
  );
  const style = childOf(root.inner, 'tableStyleInfo');
  const flag = (attribute: string): boolean => isOn(style?.attributes[attribute]);
  const filter = childOf(root.inner, 'autoFilter');
  return {
    table: {
      id: Number(root.attributes['id'] ?? 0),
      name,
      sheet,
      top: top + 1,
      left: left + 1,
      bottom: bottom + 1,
      right: (right ?? left) + 1,
      columns,
      showHeaders: root.attributes['headerRowCount'] !== '0',
      showTotals: hasTotals,
      showFilterButton: filter !== undefined && !allButtonsHidden(filter, columns.length),
      style: style?.attributes['name'] ?? '',
      showBandedRows: flag('showRowStripes'),
      showBandedColumns: flag('showColumnStripes'),
      highlightFirstColumn: flag('showFirstColumn'),
      highlightLastColumn: flag('showLastColumn'),
    },
    carried: {
      ref,
      filter: filter?.outer ?? '',
      sort: childOf(root.inner, 'sortState')?.outer ?? '',
      comment: root.attributes['comment'],
    },
  };
}

/**
 * The table part.
 * @param id Unique in the workbook.
 * @param totals Contents of the totals row, cell by cell; the part repeats them.
 */
export function printTable(
  table: HostTable,
  id: number,
  totals: readonly CellContent[],
  carried?: CarriedTable,
): string {
  const ref = `${addressOf(table.top, table.left)}:${addressOf(table.bottom, table.right)}`;
  const columns = table.columns.map((column, index) =>
    printColumn(column, table.showTotals ? totals[index] : undefined),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    attributesText({
      id,
      name: table.name,
      displayName: table.name,
      comment: carried?.comment,
      ref,
      totalsRowCount: table.showTotals ? 1 : undefined,
      totalsRowShown: table.showTotals ? undefined : 0,
      // said even where it is the default: a writer that takes its absence for none would hide the headers
      headerRowCount: table.showHeaders ? 1 : 0,
    }),
    '>',
    printFilter(table, ref, carried),
    carried?.ref === ref ? carried.sort : '',
    `<tableColumns count="${String(columns.length)}">${columns.join('')}</tableColumns>`,
    `<tableStyleInfo${attributesText({
      name: table.style === '' ? undefined : table.style,
      showFirstColumn: table.highlightFirstColumn,
      showLastColumn: table.highlightLastColumn,
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
    })}/>`,
    '</table>',
  ].join('');
}

function readColumn(element: XmlElement, index: number, table: string): HostTableColumn {
  const formula = childOf(element.inner, 'calculatedColumnFormula');
  // An array calculated column is not «one formula in every cell» in the sense of the document.
  const isArray = formula !== undefined && isOn(formula.attributes['array']);
  return {
    id: Number(element.attributes['id'] ?? index + 1),
    name: decodeName(element.attributes['name'] ?? ''),
    ...(formula === undefined || isArray ? {} : { calculatedFormula: toFileGrammar(textOf(formula), table) }),
  };
}

function printColumn(column: HostTableColumn, total: CellContent | undefined): string {
  const { label, func, formula } = totalOf(total);
  const attributes = attributesText({
    id: column.id,
    name: encodeName(column.name),
    totalsRowLabel: label,
    totalsRowFunction: func,
  });
  const inner =
    (column.calculatedFormula === undefined
      ? ''
      : `<calculatedColumnFormula>${escapeXml(column.calculatedFormula)}</calculatedColumnFormula>`) +
    (formula === undefined ? '' : `<totalsRowFormula>${escapeXml(formula)}</totalsRowFormula>`);
  return inner === '' ? `<tableColumn${attributes}/>` : `<tableColumn${attributes}>${inner}</tableColumn>`;
}

/** Functions of a totals row by their code in SUBTOTAL (ECMA-376 Part 1, 18.18.86). */
const TOTALS: Readonly<Record<string, string>> = {
  101: 'average',
  102: 'countNums',
  103: 'count',
  104: 'max',
  105: 'min',
  107: 'stdDev',
  109: 'sum',
  110: 'var',
};

/** How the part says what stands in a cell of the totals row. */
function totalOf(content: CellContent | undefined): { label?: string; func?: string; formula?: string } {
  if (content?.kind === 'value' && typeof content.value === 'string') return { label: content.value };
  if (content?.kind !== 'formula') return {};
  const code = /^SUBTOTAL\((\d+),[^,()]+\)$/i.exec(content.formula)?.[1];
  const func = code === undefined ? undefined : TOTALS[code];
  return func === undefined ? { func: 'custom', formula: content.formula } : { func };
}

/** A table filters its header and body, never its totals row (ECMA-376 Part 1, 18.5.1.2). */
function printFilter(table: HostTable, ref: string, carried: CarriedTable | undefined): string {
  if (!table.showHeaders) return '';
  if (carried?.ref === ref && carried.filter !== '' && table.showFilterButton) return carried.filter;
  if (!table.showFilterButton) return '';
  const bottom = table.showTotals ? table.bottom - 1 : table.bottom;
  return `<autoFilter ref="${addressOf(table.top, table.left)}:${addressOf(bottom, table.right)}"/>`;
}

function allButtonsHidden(filter: XmlElement, columns: number): boolean {
  const hidden = childrenOf(filter.inner).filter((column) => isOn(column.attributes['hiddenButton']));
  return hidden.length === columns;
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** A line break inside a header is written `_x000a_` in the column's name (ST_Xstring). */
function decodeName(name: string): string {
  return name.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function encodeName(name: string): string {
  return name
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005f_')
    .replace(/[\u0000-\u001f]/g, (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}
