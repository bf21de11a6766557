import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { accessDenied, HostError, invalidArgument, notImplemented } from '../errors';
import { read, readBoolean, readInteger, readString } from './arguments';
import { argbOf, htmlColor } from './look';
import { defineClass, nullObject, type HostClass } from './model';
import { namedItemsClass } from './names';
import { pageLayoutClass } from './page-layout';
import { areaOfAddress, areaOn, rangeAreasClass, rangeClass, readArea, usedArea } from './range';
import { breakSheetReferences, breakTableReferences, renameSheetInFormulas } from './renaming';
import { tablesOn } from './table-model';
import { tableCollectionClass } from './tables';
import { maxColumn, maxRow } from './places';
import {
  activeSheet,
  ensureSheetAlive,
  findSheet,
  isProtected,
  orderedSheets,
  protectionOf,
  setProtection,
  sheetId,
  type Area,
  type World,
} from './world';
import { subscriptionMethods } from './subscriptions';

/** `Worksheet` and what hangs on it. */

type Sheet = ExcelJS.Worksheet;

const ensureAlive = (sheet: Sheet, world: World): void => ensureSheetAlive(sheet, world);

/**
 * Sheet names (support.microsoft.com "Rename a worksheet"; the reserved word is «Журнал» in Russian Excel:
 * jmcnamara/XlsxWriter #688).
 */
export function ensureSheetName(world: World, name: string, except?: Sheet): void {
  if (
    name === '' ||
    name.length > 31 ||
    /[/\\?*:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'")
  ) {
    throw invalidArgument(`"${name}" cannot be the name of a worksheet`);
  }
  if (['HISTORY', 'ЖУРНАЛ'].includes(name.toLocaleUpperCase())) {
    throw invalidArgument(`"${name}" is a reserved name`);
  }
  const other = findSheet(world, name);
  if (other && other !== except) {
    throw new HostError('ItemAlreadyExists', `A resource with the same name already exists: ${name}.`);
  }
}

function rename(sheet: Sheet, name: string, world: World): void {
  ensureSheetName(world, name, sheet);
  const before = sheet.name;
  if (name === before) return;
  for (const table of world.document.tables) if (table.sheet === before) table.sheet = name;
  if (world.document.activeSheet === before) world.document.activeSheet = name;
  sheet.name = name;
  renameSheetInFormulas(world, before, name);
  world.calculation.structureChanged();
}

const visibilities = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function isLastVisible(sheet: Sheet, world: World): boolean {
  return orderedSheets(world).every((other) => other === sheet || other.state !== 'visible');
}

function setVisibility(sheet: Sheet, value: unknown, world: World): void {
  const wanted = read(z.enum(['Visible', 'Hidden', 'VeryHidden']), value, 'visibility');
  if (wanted !== 'Visible' && isLastVisible(sheet, world)) {
    throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  sheet.state = wanted === 'Visible' ? 'visible' : wanted === 'Hidden' ? 'hidden' : 'veryHidden';
  if (wanted !== 'Visible' && activeSheet(world) === sheet) {
    const next = orderedSheets(world).find((other) => other.state === 'visible');
    if (next) world.document.activeSheet = next.name;
  }
}

function setPosition(sheet: Sheet, value: unknown, world: World): void {
  const position = readInteger(value, 'position');
  const others = orderedSheets(world).filter((other) => other !== sheet);
  if (position < 0 || position > others.length) throw invalidArgument('position');
  others.splice(position, 0, sheet);
  others.forEach((other, index) => {
    (other as unknown as { orderNo: number }).orderNo = index;
  });
}

function deleteSheet(sheet: Sheet, world: World): void {
  // d.ts Worksheet.delete: a "VeryHidden" sheet cannot be deleted.
  if (sheet.state === 'veryHidden' || isLastVisible(sheet, world)) {
    throw new HostError('InvalidOperation', 'The worksheet cannot be deleted.');
  }
  const id = sheetId(sheet);
  const { name } = sheet;
  for (const table of tablesOn(world, sheet)) {
    breakTableReferences(world, table.name, false);
    world.document.tables.splice(world.document.tables.indexOf(table), 1);
  }
  const neighbours = orderedSheets(world).filter((other) => other !== sheet && other.state === 'visible');
  world.document.book.removeWorksheet(sheet.id);
  breakSheetReferences(world, name);
  const next = neighbours[0];
  if (next && world.document.activeSheet === name) world.document.activeSheet = next.name;
  if (next && world.selection.sheet === sheet)
    world.selection = areaOn(next, { top: 1, left: 1, bottom: 1, right: 1 });
  world.calculation.structureChanged();
  world.events.push({ type: 15, worksheetId: id, message: { source: 'Local', worksheetId: id } });
}

interface View {
  readonly state?: 'normal' | 'frozen' | 'split';
  readonly xSplit?: number;
  readonly ySplit?: number;
  readonly topLeftCell?: string;
  readonly showGridLines?: boolean;
}

const viewOf = (sheet: Sheet): View => sheet.views[0] ?? {};

function setView(sheet: Sheet, view: View): void {
  sheet.views = [view];
}

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0 || rows >= maxRow || columns >= maxColumn)
    throw invalidArgument('frozen panes');
  const { state: _state, xSplit: _x, ySplit: _y, topLeftCell: _cell, ...rest } = viewOf(sheet);
  setView(
    sheet,
    rows === 0 && columns === 0
      ? { ...rest, state: 'normal' }
      : { ...rest, state: 'frozen', xSplit: columns, ySplit: rows },
  );
}

function frozenArea(sheet: Sheet): Area | null {
  const view = viewOf(sheet);
  if (view.state !== 'frozen') return null;
  const rows = view.ySplit ?? 0;
  const columns = view.xSplit ?? 0;
  if (rows === 0 && columns === 0) return null;
  return {
    sheet,
    top: 1,
    left: 1,
    bottom: rows === 0 ? maxRow : rows,
    right: columns === 0 ? maxColumn : columns,
  };
}

const pageBreakClass = defineClass<{ readonly sheet: Sheet; readonly row: number }>({ name: 'PageBreak' });

const pageBreaksClass = defineClass<Sheet>({
  name: 'PageBreakCollection',
  ensureAlive,
  methods: {
    // d.ts: the break goes before the top-left cell of the range; before the first row there is none to make.
    Add(sheet, [place], world) {
      const { top } = readArea(place, sheet, world);
      if (top > 1) sheet.getRow(top - 1).addPageBreak();
      return pageBreakClass.of({ sheet, row: top }, world);
    },
  },
});

const freezePanesClass = defineClass<Sheet>({
  name: 'WorksheetFreezePanes',
  ensureAlive,
  methods: {
    FreezeRows: (sheet, [count]) => freeze(sheet, readInteger(count ?? 1, 'count'), 0),
    FreezeColumns: (sheet, [count]) => freeze(sheet, 0, readInteger(count ?? 1, 'count')),
    // d.ts: the range given is the one visible in the top-left-most pane.
    FreezeAt(sheet, [range], world) {
      const area = readArea(range, sheet, world);
      freeze(sheet, area.bottom === maxRow ? 0 : area.bottom, area.right === maxColumn ? 0 : area.right);
    },
    Unfreeze: (sheet) => freeze(sheet, 0, 0),
    GetLocationOrNullObject(sheet, _args, world) {
      const area = frozenArea(sheet);
      return area ? rangeClass.of(area, world) : nullObject;
    },
    GetLocation(sheet, _args, world) {
      const area = frozenArea(sheet);
      if (!area) throw new HostError('ItemNotFound', 'The worksheet has no frozen panes.');
      return rangeClass.of(area, world);
    },
  },
});

/** A collection of things the document holds none of; those of a file are named as not carried. */
const emptyCollection = (name: string) =>
  defineClass<Sheet>({
    name,
    ensureAlive,
    items: () => {
      throw notImplemented(`${name}.items`);
    },
    methods: { GetCount: () => 0 },
  });

const chartsClass = emptyCollection('ChartCollection');
const commentsClass = emptyCollection('CommentCollection');
const pivotTablesClass = emptyCollection('PivotTableCollection');

/** The pictures of a sheet are its only shapes; what else a file draws is not carried. */
const shapeClass = defineClass<{ readonly type: string }>({
  name: 'Shape',
  properties: { Type: { get: ({ type }) => type } },
});

const shapesClass = defineClass<Sheet>({
  name: 'ShapeCollection',
  ensureAlive,
  items: (sheet, world) => sheet.getImages().map(() => shapeClass.of({ type: 'Image' }, world)),
  methods: { GetCount: (sheet) => sheet.getImages().length },
});

/** `WorksheetProtectionOptions` and the fields ExcelJS has for them. */
const protectionOptions = {
  allowAutoFilter: 'autoFilter',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowEditObjects: 'objects',
  allowEditScenarios: 'scenarios',
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowInsertRows: 'insertRows',
  allowPivotTables: 'pivotTables',
  allowSort: 'sort',
} as const;

/** Protects a sheet as `Worksheet.protection.protect` does, without a password. */
export function protect(sheet: Sheet, options: unknown): void {
  // d.ts WorksheetProtection.protect: "Fails if the worksheet has already been protected."
  if (isProtected(sheet)) throw new HostError('InvalidOperation', 'The worksheet is already protected.');
  const given = read(z.record(z.string(), z.unknown()).nullish(), options, 'the options of protection') ?? {};
  const protection: Record<string, boolean> = {
    sheet: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  };
  for (const [name, field] of Object.entries(protectionOptions)) {
    const value = given[name];
    if (value !== undefined && value !== null) protection[field] = readBoolean(value, name);
  }
  setProtection(sheet, protection);
}

/** Removes the protection of a sheet. */
export function unprotect(sheet: Sheet): void {
  setProtection(sheet, null);
}

const protectionClass = defineClass<Sheet>({
  name: 'WorksheetProtection',
  ensureAlive,
  properties: {
    Protected: { get: isProtected },
    Options: {
      get(sheet) {
        const protection = protectionOf(sheet) ?? {};
        return Object.fromEntries(
          Object.entries(protectionOptions).map(([name, field]) => [
            name,
            (protection as Record<string, unknown>)[field] === true,
          ]),
        );
      },
    },
  },
  methods: {
    Protect(sheet, [options, password]) {
      if (password !== null && password !== undefined && password !== '')
        throw notImplemented('WorksheetProtection.protect with a password');
      protect(sheet, options);
    },
    Unprotect(sheet) {
      const { hashValue } = (protectionOf(sheet) ?? {}) as { hashValue?: string };
      if (hashValue) throw accessDenied('the password of the worksheet is wrong');
      unprotect(sheet);
    },
  },
});

/** `Worksheet`. */
export const worksheetClass: HostClass<Sheet> = defineClass<Sheet>({
  name: 'Worksheet',
  ensureAlive,
  identity: (sheet) => ({ Id: sheetId(sheet) }),
  properties: {
    Id: { get: sheetId },
    Name: {
      get: (sheet) => sheet.name,
      set: (sheet, value, world) => rename(sheet, readString(value, 'name'), world),
    },
    Position: { get: (sheet, world) => orderedSheets(world).indexOf(sheet), set: setPosition },
    Visibility: { get: (sheet) => visibilities[sheet.state], set: setVisibility },
    TabColor: {
      get: (sheet) => htmlColor(sheet.properties.tabColor) ?? '',
      set(sheet, value) {
        if (value === '') delete (sheet.properties as Partial<ExcelJS.WorksheetProperties>).tabColor;
        else sheet.properties.tabColor = { argb: argbOf(value) };
      },
    },
    ShowGridlines: { get: (sheet) => viewOf(sheet).showGridLines !== false },
    // The library writes `showGridlines` under its older wire name.
    Gridlines: {
      set: (sheet, value) =>
        setView(sheet, { ...viewOf(sheet), showGridLines: readBoolean(value, 'showGridlines') }),
    },
  },
  navigation: {
    Tables: (sheet, world) => tableCollectionClass.of(sheet, world),
    Charts: (sheet, world) => chartsClass.of(sheet, world),
    Comments: (sheet, world) => commentsClass.of(sheet, world),
    PivotTables: (sheet, world) => pivotTablesClass.of(sheet, world),
    Shapes: (sheet, world) => shapesClass.of(sheet, world),
    Names: (sheet, world) => namedItemsClass.of(sheet, world),
    Protection: (sheet, world) => protectionClass.of(sheet, world),
    FreezePanes: (sheet, world) => freezePanesClass.of(sheet, world),
    PageLayout: (sheet, world) => pageLayoutClass.of(sheet, world),
    HorizontalPageBreaks: (sheet, world) => pageBreaksClass.of(sheet, world),
  },
  methods: {
    ...subscriptionMethods<Sheet>({ DataChanged: 10 }, sheetId),
    GetRange(sheet, [address], world) {
      if (address === null || address === undefined || address === '') {
        return rangeClass.of({ sheet, top: 1, left: 1, bottom: maxRow, right: maxColumn }, world);
      }
      return rangeClass.of(areaOfAddress(world, sheet, readString(address, 'address')), world);
    },
    GetRanges(sheet, [addresses], world) {
      const areas = readString(addresses, 'addresses')
        .split(/[,;]/)
        .map((address) => areaOfAddress(world, sheet, address));
      return rangeAreasClass.of({ sheet, areas }, world);
    },
    GetRangeByIndexes(sheet, args, world) {
      const [row = 0, column = 0, rows = 0, columns = 0] = args.map((arg) => readInteger(arg, 'index'));
      const area = areaOn(sheet, {
        top: row + 1,
        left: column + 1,
        bottom: row + rows,
        right: column + columns,
      });
      return rangeClass.of(area, world);
    },
    GetCell(sheet, args, world) {
      const [row = 0, column = 0] = args.map((arg) => readInteger(arg, 'index'));
      const area = areaOn(sheet, { top: row + 1, left: column + 1, bottom: row + 1, right: column + 1 });
      return rangeClass.of(area, world);
    },
    // d.ts Worksheet.getUsedRange: a blank sheet answers its top left cell.
    GetUsedRange: (sheet, [valuesOnly], world) =>
      rangeClass.of(
        usedArea(world, wholeSheet(sheet), valuesOnly === true) ??
          areaOn(sheet, { top: 1, left: 1, bottom: 1, right: 1 }),
        world,
      ),
    GetUsedRangeOrNullObject(sheet, [valuesOnly], world) {
      const area = usedArea(world, wholeSheet(sheet), valuesOnly === true);
      return area ? rangeClass.of(area, world) : nullObject;
    },
    Activate(sheet, _args, world) {
      if (sheet.state !== 'visible')
        throw new HostError('InvalidOperation', 'A hidden worksheet cannot be activated.');
      world.document.activeSheet = sheet.name;
      if (world.selection.sheet !== sheet)
        world.selection = areaOn(sheet, { top: 1, left: 1, bottom: 1, right: 1 });
    },
    Calculate: () => undefined,
    Delete: (sheet, _args, world) => deleteSheet(sheet, world),
  },
});

function wholeSheet(sheet: Sheet): Area {
  return { sheet, top: 1, left: 1, bottom: maxRow, right: maxColumn };
}
