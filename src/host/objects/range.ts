import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { contentOf } from '../cells';
import { HostError, invalidArgument, itemNotFound, notImplemented } from '../errors';
import { optional, read, readBoolean, readInteger, readObject, readString } from './arguments';
import {
  cellAt,
  formulaOf,
  isFilled,
  plainValue,
  putContent,
  readFormulas,
  readGrid,
  readValues,
  shapeOf,
  valueAt,
} from './contents';
import { clearFormats, conditionalFormatsClass } from './conditional-formats';
import { clearValidation, validatedParts, dataValidationClass } from './data-validation';
import { rangeFormatClass } from './format';
import { changeStyle, styleAt } from './look';
import { defineClass, nullObject, type HostClass, type HostObject } from './model';
import { displayText } from './number-format';
import { mergesOn, tablesOn } from './table-model';
import { tableScopedCollectionClass } from './tables';
import { clearContents, settleWrite, writeCells } from './writing';
import {
  areaAddress,
  columnCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  maxColumn,
  maxRow,
  overlaps,
  parseAddress,
  quotedSheetName,
  rowCount,
  splitSheet,
  type Rect,
} from './places';
import {
  columnsKept,
  ensureCellsEditable,
  ensureSheetAlive,
  ensureUnprotected,
  existingColumn,
  findSheet,
  valueType,
  type Area,
  type World,
} from './world';
import { worksheetClass } from './worksheet';

/** `Range` and `RangeAreas`: rectangles of cells. */

/** The full address of an area: "Лист1!A1:B2". */
export const fullAddress = (area: Area): string => `${quotedSheetName(area.sheet.name)}!${areaAddress(area)}`;

/** An area that must lie on the sheet. */
export function areaOn(sheet: ExcelJS.Worksheet, rect: Rect): Area {
  const { top, left, bottom, right } = rect;
  if (top < 1 || left < 1 || bottom > maxRow || right > maxColumn || top > bottom || left > right) {
    throw invalidArgument('the range lies outside the worksheet');
  }
  return { sheet, top, left, bottom, right };
}

/** Reads an address on a sheet: A1, whole rows or columns, or a defined name or table of that sheet. */
export function areaOfAddress(world: World, sheet: ExcelJS.Worksheet, text: string): Area {
  const { sheet: name, address } = splitSheet(text.replace(/^=/, ''));
  if (name !== null && findSheet(world, name) !== sheet)
    throw invalidArgument(`the address ${text} names another worksheet`);
  const rect = parseAddress(address);
  if (rect) return areaOn(sheet, rect);
  const wanted = address.toLocaleUpperCase();
  const table = tablesOn(world, sheet).find((candidate) => candidate.name.toLocaleUpperCase() === wanted);
  if (table) return areaOn(sheet, table);
  const item = world.document.names.find((candidate) => candidate.name.toLocaleUpperCase() === wanted);
  const target = item ? splitSheet(item.formula.replace(/^=/, '')) : null;
  const named =
    target?.sheet != null && findSheet(world, target.sheet) === sheet ? parseAddress(target.address) : null;
  if (named) return areaOn(sheet, named);
  throw invalidArgument(`the address ${text} cannot be read`);
}

/** A range given as an object or, where the API allows it, as an address on the same sheet. */
export function readArea(value: unknown, sheet: ExcelJS.Worksheet, world: World): Area {
  return typeof value === 'string'
    ? areaOfAddress(world, sheet, value)
    : readObject(value, rangeClass, 'a range');
}

/** The smallest rectangle that holds everything of a part of the sheet; null when there is nothing. */
export function usedArea(world: World, area: Area, valuesOnly: boolean): Area | null {
  let top = 0;
  let bottom = 0;
  let left = maxColumn + 1;
  let right = 0;
  for (let row = area.top; row <= Math.min(area.bottom, area.sheet.rowCount); row++) {
    const cells = area.sheet.findRow(row);
    if (!cells) continue;
    const last = Math.min(area.right, cells.cellCount);
    for (let column = area.left; column <= last; column++) {
      const cell = cells.findCell(column);
      if (!cell || !(isFilled(cell) || (!valuesOnly && isFormatted(cell)))) continue;
      if (top === 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  for (const table of tablesOn(world, area.sheet)) {
    const part = intersection(table, area);
    if (!part || valuesOnly) continue;
    top = top === 0 ? part.top : Math.min(top, part.top);
    bottom = Math.max(bottom, part.bottom);
    left = Math.min(left, part.left);
    right = Math.max(right, part.right);
  }
  return top === 0 ? null : { sheet: area.sheet, top, left, bottom, right };
}

function isFormatted(cell: ExcelJS.Cell): boolean {
  const { fill, border, numFmt } = cell.style;
  return fill !== undefined || border !== undefined || (numFmt !== undefined && numFmt !== 'General');
}

const toRange = (world: World, area: Area | null): HostObject =>
  area ? rangeClass.of(area, world) : nullObject;

function orNotFound(object: HostObject, what: string): HostObject {
  if (object.isNull) throw itemNotFound(what);
  return object;
}

type RangeMethod = (area: Area, args: readonly unknown[], world: World) => unknown;

/** A method that answers another rectangle of the same sheet. */
const moved =
  (place: (area: Area, args: readonly unknown[]) => Rect): RangeMethod =>
  (area, args, world) =>
    toRange(world, areaOn(area.sheet, place(area, args)));

const count = (value: unknown): number => {
  const given = optional(value, (given) => readInteger(given, 'a number of rows or columns'), 1);
  if (given === 0) throw invalidArgument('the number of rows or columns cannot be 0');
  return given;
};

const adjacent = (first: number, last: number, wanted: number): [number, number] =>
  wanted > 0 ? [last + 1, last + wanted] : [first, first - wanted - 1];

const steps: Readonly<Record<string, RangeMethod>> = {
  // d.ts: the cell may be outside the bounds of its parent range, so long as it stays within the worksheet.
  GetCell: moved((area, [row, column]) => {
    const top = area.top + readInteger(row, 'row');
    const left = area.left + readInteger(column, 'column');
    return { top, left, bottom: top, right: left };
  }),
  GetRow: moved((area, [row]) => {
    const at = readInteger(row, 'row');
    if (at < 0 || at >= rowCount(area)) throw invalidArgument('the row lies outside the range');
    return { ...area, top: area.top + at, bottom: area.top + at };
  }),
  GetColumn: moved((area, [column]) => {
    const at = readInteger(column, 'column');
    if (at < 0 || at >= columnCount(area)) throw invalidArgument('the column lies outside the range');
    return { ...area, left: area.left + at, right: area.left + at };
  }),
  GetLastCell: moved((area) => ({ ...area, top: area.bottom, left: area.right })),
  GetLastRow: moved((area) => ({ ...area, top: area.bottom })),
  GetLastColumn: moved((area) => ({ ...area, left: area.right })),
  GetEntireRow: moved((area) => ({ ...area, left: 1, right: maxColumn })),
  GetEntireColumn: moved((area) => ({ ...area, top: 1, bottom: maxRow })),
  GetOffsetRange: moved((area, args) => {
    const [rows, columns] = args.map((arg) => readInteger(arg, 'offset'));
    return {
      top: area.top + (rows ?? 0),
      left: area.left + (columns ?? 0),
      bottom: area.bottom + (rows ?? 0),
      right: area.right + (columns ?? 0),
    };
  }),
  GetResizedRange: moved((area, args) => {
    const [rows, columns] = args.map((arg) => readInteger(arg, 'delta'));
    return { ...area, bottom: area.bottom + (rows ?? 0), right: area.right + (columns ?? 0) };
  }),
  GetAbsoluteResizedRange: moved((area, args) => {
    const [rows, columns] = args.map((arg) => readInteger(arg, 'size'));
    return { ...area, bottom: area.top + (rows ?? 1) - 1, right: area.left + (columns ?? 1) - 1 };
  }),
  GetRowsAbove: moved((area, [given]) => {
    const wanted = count(given);
    return wanted > 0
      ? { ...area, top: area.top - wanted, bottom: area.top - 1 }
      : { ...area, top: area.top, bottom: area.top - wanted - 1 };
  }),
  GetRowsBelow: moved((area, [given]) => {
    const wanted = count(given);
    if (wanted < 0) return { ...area, top: area.bottom + wanted + 1, bottom: area.bottom };
    const [top, bottom] = adjacent(area.top, area.bottom, wanted);
    return { ...area, top, bottom };
  }),
  GetColumnsBefore: moved((area, [given]) => {
    const wanted = count(given);
    return wanted > 0
      ? { ...area, left: area.left - wanted, right: area.left - 1 }
      : { ...area, left: area.left, right: area.left - wanted - 1 };
  }),
  GetColumnsAfter: moved((area, [given]) => {
    const wanted = count(given);
    if (wanted < 0) return { ...area, left: area.right + wanted + 1, right: area.right };
    const [left, right] = adjacent(area.left, area.right, wanted);
    return { ...area, left, right };
  }),
  GetBoundingRect(area, [other], world) {
    const second = readArea(other, area.sheet, world);
    if (second.sheet !== area.sheet) throw invalidArgument('the ranges are on different worksheets');
    return toRange(world, {
      sheet: area.sheet,
      top: Math.min(area.top, second.top),
      left: Math.min(area.left, second.left),
      bottom: Math.max(area.bottom, second.bottom),
      right: Math.max(area.right, second.right),
    });
  },
  GetIntersectionOrNullObject(area, [other], world) {
    const second = readArea(other, area.sheet, world);
    const common = second.sheet === area.sheet ? intersection(area, second) : null;
    return toRange(world, common && areaOn(area.sheet, common));
  },
  GetIntersection: (area, args, world) =>
    orNotFound(
      steps['GetIntersectionOrNullObject']?.(area, args, world) as HostObject,
      'the ranges do not intersect',
    ),
  // d.ts: a blank range has no used range: the top left cell, or the null object.
  GetUsedRange: (area, [valuesOnly], world) =>
    toRange(
      world,
      usedArea(world, area, valuesOnly === true) ?? { ...area, bottom: area.top, right: area.left },
    ),
  GetUsedRangeOrNullObject: (area, [valuesOnly], world) =>
    toRange(world, usedArea(world, area, valuesOnly === true)),
  GetSpecialCells: (area, args, world) => orNotFound(specialCells(area, args, world), 'no cells were found'),
  GetSpecialCellsOrNullObject: (area, args, world) => specialCells(area, args, world),
  GetMergedAreasOrNullObject: (area, _, world) => {
    const areas = mergesOn(area.sheet).filter((merged) => overlaps(merged, area));
    return areas.length === 0 ? nullObject : rangeAreasClass.of({ sheet: area.sheet, areas }, world);
  },
  GetTables: (area, [fully], world) => {
    const inside = tablesOn(world, area.sheet).filter((table) =>
      fully === true
        ? table.top >= area.top &&
          table.bottom <= area.bottom &&
          table.left >= area.left &&
          table.right <= area.right
        : overlaps(table, area),
    );
    return tableScopedCollectionClass.of(inside, world);
  },
};

const cellTypes = z.enum(['Constants', 'Formulas', 'Blanks', 'DataValidations']);
const valueKinds: Readonly<Record<string, readonly string[]>> = {
  All: ['string', 'number', 'boolean'],
  Text: ['string'],
  Numbers: ['number'],
  Logical: ['boolean'],
};

function specialCells(area: Area, [type, kind]: readonly unknown[], world: World): HostObject {
  const wanted = cellTypes.safeParse(type);
  if (!wanted.success) throw notImplemented(`Range.getSpecialCells(${String(type)})`);
  if (wanted.data === 'DataValidations') {
    const areas = validatedParts(area);
    return areas.length === 0 ? nullObject : rangeAreasClass.of({ sheet: area.sheet, areas }, world);
  }
  const kinds = valueKinds[optional(kind, (given) => readString(given, 'cellValueType'), 'All')];
  if (!kinds) throw notImplemented(`Range.getSpecialCells with ${String(kind)}`);
  // Excel looks for blanks and all else within the used part of the sheet only.
  const used = usedArea(world, { ...area, top: 1, left: 1, bottom: maxRow, right: maxColumn }, false);
  const part = used && intersection(area, used);
  if (!part) return nullObject;
  const matches = (row: number, column: number): boolean => {
    const cell = cellAt(area.sheet, row, column);
    if (wanted.data === 'Blanks') return !isFilled(cell);
    if (!isFilled(cell) || (formulaOf(cell) !== undefined) !== (wanted.data === 'Formulas')) return false;
    // Every kind: no need to compute the value.
    return kinds === valueKinds['All'] || kinds.includes(typeof valueAt(world, area.sheet, row, column));
  };
  const areas: Rect[] = [];
  let open = new Map<string, Rect>();
  for (let row = part.top; row <= part.bottom; row++) {
    const next = new Map<string, Rect>();
    for (let column = part.left; column <= part.right; column++) {
      if (!matches(row, column)) continue;
      const left = column;
      while (column < part.right && matches(row, column + 1)) column++;
      const key = `${left}:${column}`;
      const above = open.get(key);
      next.set(key, above ? { ...above, bottom: row } : { top: row, left, bottom: row, right: column });
      open.delete(key);
    }
    areas.push(...open.values());
    open = next;
  }
  areas.push(...open.values());
  return areas.length === 0 ? nullObject : rangeAreasClass.of({ sheet: area.sheet, areas }, world);
}

const hyperlinkSchema = z.object({
  address: z.string().optional(),
  documentReference: z.string().optional(),
  screenTip: z.string().optional(),
  textToDisplay: z.string().optional(),
});

function hyperlinkAt(area: Area, world: World): unknown {
  const value = cellAt(area.sheet, area.top, area.left)?.value;
  if (typeof value !== 'object' || value === null || !('hyperlink' in value)) return null;
  const text = String(valueAt(world, area.sheet, area.top, area.left));
  const tip = 'tooltip' in value && typeof value.tooltip === 'string' ? { screenTip: value.tooltip } : {};
  return value.hyperlink.startsWith('#')
    ? { documentReference: value.hyperlink.slice(1), textToDisplay: text, ...tip }
    : { address: value.hyperlink, textToDisplay: text, ...tip };
}

function setHyperlink(area: Area, value: unknown, world: World): void {
  ensureUnprotected(area.sheet);
  const link = read(hyperlinkSchema, value, 'a hyperlink');
  const target = link.documentReference !== undefined ? `#${link.documentReference}` : link.address;
  if (target === undefined) throw invalidArgument('a hyperlink needs an address or a place in the document');
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const cell = area.sheet.getRow(row).getCell(column);
      if (formulaOf(cell) !== undefined) throw notImplemented('Range.hyperlink over a formula');
      const shown = String(plainValue(cell));
      const text = link.textToDisplay ?? (shown === '' ? target.replace(/^#/, '') : shown);
      cell.value = { text, hyperlink: target, ...(link.screenTip ? { tooltip: link.screenTip } : {}) };
    }
  }
  settleWrite(world, area, undefined, '', false);
}

function clear(area: Area, [applyTo]: readonly unknown[], world: World): void {
  const what = optional(applyTo, (given) => readString(given, 'applyTo'), 'All');
  if (!['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks'].includes(what)) {
    throw notImplemented(`Range.clear(${what})`);
  }
  ensureCellsEditable(area);
  if (what === 'All' || what === 'Formats') {
    ensureUnprotected(area.sheet);
    clearFormats(area);
    clearStyles(area);
  }
  if (what === 'All') clearValidation(area);
  if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') {
    eachExistingCell(area, (cell) => {
      if (typeof cell.value === 'object' && cell.value !== null && 'hyperlink' in cell.value)
        cell.value = plainValue(cell);
    });
  }
  if (what === 'All' || what === 'Contents') {
    clearContents(area);
    settleWrite(world, area, undefined, '', false);
  }
}

/** What deleted cells leave behind: nothing. */
export function clearLooks(area: Area): void {
  clearFormats(area);
  clearStyles(area);
  clearValidation(area);
}

function clearStyles(area: Area): void {
  eachExistingCell(area, (cell) => (cell.style = {}));
  if (!isWholeColumns(area)) return;
  for (let column = area.left; column <= Math.min(area.right, columnsKept(area.sheet)); column++) {
    area.sheet.getColumn(column).style = {};
  }
}

function eachExistingCell(area: Area, act: (cell: ExcelJS.Cell) => void): void {
  for (let row = area.top; row <= Math.min(area.bottom, area.sheet.rowCount); row++) {
    const cells = area.sheet.findRow(row);
    if (!cells) continue;
    for (let column = area.left; column <= Math.min(area.right, cells.cellCount); column++) {
      const cell = cells.findCell(column);
      if (cell) act(cell);
    }
  }
}

function merge(area: Area, [across]: readonly unknown[], world: World): void {
  ensureUnprotected(area.sheet);
  if (tablesOn(world, area.sheet).some((table) => overlaps(table, area))) {
    throw new HostError('InvalidOperation', 'Cells of a table cannot be merged.');
  }
  unmerge(area);
  const rows =
    across === true ? Array.from({ length: rowCount(area) }, (_, index) => area.top + index) : [null];
  for (const row of rows) {
    const part = row === null ? area : { ...area, top: row, bottom: row };
    if (rowCount(part) * columnCount(part) === 1) continue;
    for (let at = part.top; at <= part.bottom; at++) {
      for (let column = part.left; column <= part.right; column++) {
        if (at !== part.top || column !== part.left)
          putContent(area.sheet, at, column, { kind: 'value', value: '' });
      }
    }
    area.sheet.mergeCells(part.top, part.left, part.bottom, part.right);
  }
  settleWrite(world, area, undefined, '', false);
}

function unmerge(area: Area): void {
  ensureUnprotected(area.sheet);
  for (const merged of mergesOn(area.sheet)) {
    if (overlaps(merged, area)) area.sheet.unMergeCells(merged.top, merged.left, merged.bottom, merged.right);
  }
}

function setNumberFormat(area: Area, value: unknown): void {
  const shape = shapeOf(area, value);
  if ('scalar' in shape) {
    const numFmt = readString(shape.scalar, 'numberFormat');
    changeStyle(area, (style) => ({ ...style, numFmt }));
    return;
  }
  shape.rows.forEach((line, row) =>
    line.forEach((given, column) => {
      if (given === null) return;
      const numFmt = readString(given, 'numberFormat');
      const place = { top: area.top + row, left: area.left + column };
      changeStyle({ ...area, ...place, bottom: place.top, right: place.left }, (style) => ({
        ...style,
        numFmt,
      }));
    }),
  );
}

function hiddenRows(area: Area): boolean | null {
  return common(
    area.top,
    Math.min(area.bottom, Math.max(area.top, area.sheet.rowCount + 1)),
    (row) => area.sheet.findRow(row)?.hidden === true,
  );
}

function hiddenColumns(area: Area): boolean | null {
  const last = Math.min(area.right, Math.max(area.left, columnsKept(area.sheet) + 1));
  return common(area.left, last, (column) => existingColumn(area.sheet, column)?.hidden === true);
}

function common(first: number, last: number, test: (at: number) => boolean): boolean | null {
  const answer = test(first);
  for (let at = first + 1; at <= last; at++) if (test(at) !== answer) return null;
  return answer;
}

const cellProperties = z.strictObject({ hyperlink: z.boolean().optional(), address: z.boolean().optional() });

/** `Range.getCellProperties`: a grid of what was asked of each cell. Looks are read through `format` here. */
function getCellProperties(area: Area, asked: unknown, world: World): unknown {
  const wanted = cellProperties.safeParse(asked);
  if (!wanted.success)
    throw notImplemented('Range.getCellProperties of anything but addresses and hyperlinks');
  return readGrid(area, (row, column) => {
    const cell = { ...area, top: row, bottom: row, left: column, right: column };
    return {
      ...(wanted.data.address === true ? { address: fullAddress(cell) } : {}),
      ...(wanted.data.hyperlink === true ? { hyperlink: hyperlinkAt(cell, world) } : {}),
    };
  });
}

/** `Range`. */
export const rangeClass: HostClass<Area> = defineClass<Area>({
  name: 'Range',
  ensureAlive: (area, world) => ensureSheetAlive(area.sheet, world),
  properties: {
    Address: { get: fullAddress },
    AddressLocal: { get: fullAddress },
    CellCount: {
      // d.ts: -1 when the count exceeds 2^31-1.
      get: (area) =>
        rowCount(area) * columnCount(area) > 2_147_483_647 ? -1 : rowCount(area) * columnCount(area),
    },
    RowCount: { get: rowCount },
    ColumnCount: { get: columnCount },
    RowIndex: { get: (area) => area.top - 1 },
    ColumnIndex: { get: (area) => area.left - 1 },
    IsEntireColumn: { get: isWholeColumns },
    IsEntireRow: { get: isWholeRows },
    Values: {
      get: (area, world) => readValues(world, area),
      set: (area, value, world) => writeCells(world, area, value),
    },
    /** This Excel speaks English: local formulas are the same as those of the file. */
    FormulasLocal: { get: (area, world) => readFormulas(world, area) },
    Formulas: {
      get: (area, world) => readFormulas(world, area),
      set: (area, value, world) => writeCells(world, area, value),
    },
    Text: {
      onlyByName: true,
      get: (area, world) =>
        readGrid(area, (row, column) =>
          displayText(valueAt(world, area.sheet, row, column), styleAt(area.sheet, row, column).numFmt),
        ),
    },
    ValueTypes: {
      get: (area, world) =>
        readGrid(area, (row, column) =>
          isErrorAt(world, area.sheet, row, column)
            ? 'Error'
            : valueType(valueAt(world, area.sheet, row, column)),
        ),
    },
    NumberFormat: {
      get: (area) => readGrid(area, (row, column) => styleAt(area.sheet, row, column).numFmt ?? 'General'),
      set: setNumberFormat,
    },
    Hidden: {
      get: (area) => {
        const rows = hiddenRows(area);
        const columns = hiddenColumns(area);
        if (rows === true || columns === true) return true;
        return rows === false && columns === false ? false : null;
      },
    },
    RowHidden: {
      get: hiddenRows,
      set(area, value) {
        ensureUnprotected(area.sheet);
        const hidden = readBoolean(value, 'rowHidden');
        for (let row = area.top; row <= area.bottom; row++) area.sheet.getRow(row).hidden = hidden;
      },
    },
    ColumnHidden: {
      get: hiddenColumns,
      set(area, value) {
        ensureUnprotected(area.sheet);
        const hidden = readBoolean(value, 'columnHidden');
        for (let column = area.left; column <= area.right; column++)
          area.sheet.getColumn(column).hidden = hidden;
      },
    },
    Hyperlink: { get: hyperlinkAt, set: setHyperlink },
  },
  navigation: {
    Worksheet: (area, world) => worksheetClass.of(area.sheet, world),
    Format: (area, world) => rangeFormatClass.of(area, world),
    ConditionalFormats: (area, world) =>
      conditionalFormatsClass.of({ sheet: area.sheet, areas: [area] }, world),
    DataValidation: (area, world) => dataValidationClass.of(area, world),
  },
  methods: {
    ...steps,
    Clear: clear,
    GetCellProperties: (area, [asked], world) => getCellProperties(area, asked, world),
    Merge: merge,
    Unmerge: (area) => unmerge(area),
    Select: (area, _args, world) => select(world, area),
    /** Formulas are computed when they are read: there is nothing to recalculate. */
    Calculate: () => undefined,
    _ValidateArraySize(area, [rows, columns]) {
      if (rows !== rowCount(area) || columns !== columnCount(area)) {
        throw invalidArgument(
          "the number of rows or columns in the input array doesn't match the size or dimensions of the range",
        );
      }
    },
  },
});

/** Selects cells and brings their sheet to the front. */
export function select(world: World, area: Area): void {
  if (area.sheet.state !== 'visible')
    throw new HostError('InvalidOperation', 'A range of a hidden worksheet cannot be selected.');
  world.selection = area;
  world.document.activeSheet = area.sheet.name;
}

function isErrorAt(world: World, sheet: ExcelJS.Worksheet, row: number, column: number): boolean {
  const cell = cellAt(sheet, row, column);
  const kind = cell ? contentOf(cell).kind : 'empty';
  return kind === 'error' || (kind === 'formula' && world.calculation.isError(sheet.name, row, column));
}

/** Several rectangles of one sheet. */
export interface Areas {
  readonly sheet: ExcelJS.Worksheet;
  readonly areas: readonly Rect[];
}

const areasOf = ({ sheet, areas }: Areas): Area[] => areas.map((rect) => areaOn(sheet, rect));

const rangeCollectionClass = defineClass<Areas>({
  name: 'RangeCollection',
  ensureAlive: (areas, world) => ensureSheetAlive(areas.sheet, world),
  items: (areas, world) => areasOf(areas).map((area) => rangeClass.of(area, world)),
  methods: {
    GetCount: (areas) => areas.areas.length,
    GetItemAt(areas, [index], world) {
      const area = areasOf(areas)[readInteger(index, 'index')];
      if (!area) throw itemNotFound('no such area');
      return rangeClass.of(area, world);
    },
  },
});

/** `RangeAreas`. */
export const rangeAreasClass: HostClass<Areas> = defineClass<Areas>({
  name: 'RangeAreas',
  ensureAlive: (areas, world) => ensureSheetAlive(areas.sheet, world),
  properties: {
    Address: { get: (areas) => areasOf(areas).map(fullAddress).join(',') },
    AddressLocal: { get: (areas) => areasOf(areas).map(fullAddress).join(',') },
    AreaCount: { get: (areas) => areas.areas.length },
    CellCount: {
      get: (areas) => areas.areas.reduce((sum, rect) => sum + rowCount(rect) * columnCount(rect), 0),
    },
  },
  navigation: {
    Worksheet: (areas, world) => worksheetClass.of(areas.sheet, world),
    Areas: (areas, world) => rangeCollectionClass.of(areas, world),
    ConditionalFormats: (areas, world) => conditionalFormatsClass.of(areas, world),
  },
  methods: {
    Clear: (areas, args, world) => areasOf(areas).forEach((area) => clear(area, args, world)),
  },
});
