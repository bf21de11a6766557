import type { HostTable, HostTableColumn } from '../document';
import { HostError, invalidArgument, itemNotFound, notImplemented } from '../errors';
import { optional, readBoolean, readInteger, readObject, readString } from './arguments';
import { cellAt, formulaOf, isFilled, plainValue, putContent, valueAt } from './contents';
import { defineClass, isHostObject, nullObject, type HostClass, type HostObject } from './model';
import { areaOfAddress, areaOn, clearLooks, rangeClass } from './range';
import { breakColumnReferences, breakTableReferences, renameTableInFormulas } from './renaming';
import { extendTable, renameColumn } from './table-effects';
import { isTableStyle } from './table-styles';
import {
  areaIn,
  bodyRect,
  ensureFree,
  ensureNameAllowed,
  findTable,
  sheetOf,
  tablesOn,
  uniqueHeader,
} from './table-model';
import { clearContents, writeCells } from './writing';
import { columnCount, overlaps, rowCount, splitSheet, type Rect } from './places';
import { activeSheet, cellsChanged, ensureUnprotected, findSheet, type Area, type World } from './world';
import { worksheetClass } from './worksheet';
import type ExcelJS from 'exceljs';

/** Tables, their columns and rows. */

function ensureTableAlive(table: HostTable, world: World): void {
  if (!world.document.tables.includes(table)) throw itemNotFound(`the table ${table.name} was deleted`);
}

const rangeOf = (world: World, table: HostTable, rect: Rect): HostObject =>
  rangeClass.of(areaIn(world, table, rect), world);

/** A property of the table's look: plain fields of the document. */
const flag = (
  field:
    | 'showBandedRows'
    | 'showBandedColumns'
    | 'highlightFirstColumn'
    | 'highlightLastColumn'
    | 'showFilterButton',
) => ({
  get: (table: HostTable) => table[field],
  set(table: HostTable, value: unknown, world: World) {
    ensureUnprotected(sheetOf(world, table));
    table[field] = readBoolean(value, field);
  },
});

function headerRect(table: HostTable): Rect {
  if (!table.showHeaders) throw itemNotFound('the table has no header row');
  return { ...table, bottom: table.top };
}

function totalsRect(table: HostTable): Rect {
  if (!table.showTotals) throw itemNotFound('the table has no totals row');
  return { ...table, top: table.bottom };
}

function narrowed(table: HostTable, column: HostTableColumn, rect: Rect): Rect {
  const at = table.left + table.columns.indexOf(column);
  return { top: rect.top, bottom: rect.bottom, left: at, right: at };
}

/** Gives an area to a table: headers become unique texts («Столбец1» where there were none). */
function adoptHeaders(area: Area, count: number): HostTableColumn[] {
  const columns: HostTableColumn[] = [];
  for (let index = 0; index < count; index++) {
    const at = area.left + index;
    const cell = cellAt(area.sheet, area.top, at);
    const written = formulaOf(cell) === undefined ? String(plainValue(cell)) : '';
    const name = uniqueHeader(
      written,
      columns.map((column) => column.name),
    );
    putContent(area.sheet, area.top, at, { kind: 'value', value: name });
    columns.push({ id: index + 1, name });
  }
  return columns;
}

function addTable(world: World, sheet: ExcelJS.Worksheet | null, args: readonly unknown[]): HostObject {
  const [address, hasHeaders] = args;
  const area = tableArea(world, sheet, address);
  ensureUnprotected(area.sheet);
  if (hasHeaders !== true) {
    // office-js #196, by design: without headers Excel inserts a row and moves the data down.
    throw notImplemented('TableCollection.add without headers');
  }
  if (rowCount(area) < 1 || columnCount(area) < 1) throw invalidArgument('a table needs at least one cell');
  // A table always has a body row: a lone header row takes the row below it.
  const whole = rowCount(area) === 1 ? areaOn(area.sheet, { ...area, bottom: area.bottom + 1 }) : area;
  ensureFree(world, whole);
  const columns = adoptHeaders(whole, columnCount(whole));
  const id = world.document.tables.reduce((highest, table) => Math.max(highest, table.id), 0) + 1;
  const table: HostTable = {
    id,
    name: freeTableName(world),
    sheet: whole.sheet.name,
    top: whole.top,
    left: whole.left,
    bottom: whole.bottom,
    right: whole.right,
    columns,
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
  world.document.tables.push(table);
  world.calculation.structureChanged();
  cellsChanged(world, { ...whole, bottom: whole.top });
  return tableClass.of(table, world);
}

function tableArea(world: World, sheet: ExcelJS.Worksheet | null, address: unknown): Area {
  if (isHostObject(address)) return readObject(address, rangeClass, 'the range of the table');
  const text = readString(address, 'the address of the table');
  const { sheet: name } = splitSheet(text);
  const named = name === null ? (sheet ?? activeSheet(world)) : findSheet(world, name);
  if (!named || (sheet && named !== sheet)) throw invalidArgument(`the address ${text}`);
  return areaOfAddress(world, named, text);
}

/** Excel's own names for new tables, as in its Russian edition. */
function freeTableName(world: World): string {
  for (let number = 1; ; number++) {
    const name = `Таблица${number}`;
    const taken =
      findTable(world, name) ??
      world.document.names.find((item) => item.name.toLocaleUpperCase() === name.toLocaleUpperCase());
    if (!taken) return name;
  }
}

/** d.ts Table.resize: the new range overlaps the old one and its headers stay in the same row. */
function resizeTable(table: HostTable, given: unknown, world: World): void {
  const sheet = sheetOf(world, table);
  ensureUnprotected(sheet);
  const area = tableArea(world, sheet, given);
  if (area.sheet !== sheet || area.top !== table.top || !overlaps(area, table)) {
    throw invalidArgument('the new range must overlap the table and keep its header row');
  }
  if (table.showTotals) throw notImplemented('Table.resize of a table with totals');
  if (rowCount(area) < (table.showHeaders ? 2 : 1))
    throw invalidArgument('a table has at least one body row');
  ensureFree(world, area, table);
  const before = { left: table.left, columns: table.columns };
  const kept = (at: number): HostTableColumn | undefined => before.columns[at - before.left];
  let nextId = before.columns.reduce((highest, column) => Math.max(highest, column.id), 0) + 1;
  const columns: HostTableColumn[] = [];
  for (let at = area.left; at <= area.right; at++) {
    const present = kept(at);
    if (present) {
      columns.push(present);
      continue;
    }
    const cell = cellAt(sheet, area.top, at);
    const written = String(plainValue(cell));
    const taken = [...before.columns, ...columns].map((column) => column.name);
    const name = uniqueHeader(written, taken);
    putContent(sheet, area.top, at, { kind: 'value', value: name });
    columns.push({ id: nextId++, name });
  }
  const lost = before.columns.filter((column) => !columns.includes(column)).map(({ name }) => name);
  breakColumnReferences(world, table.name, lost);
  table.left = area.left;
  table.right = area.right;
  table.columns = columns;
  if (area.bottom > table.bottom) extendTable(world, sheet, table, area.bottom);
  else table.bottom = area.bottom;
  world.calculation.structureChanged();
}

function addRows(table: HostTable, [index, values]: readonly unknown[], world: World): HostObject {
  const sheet = sheetOf(world, table);
  ensureUnprotected(sheet);
  const body = bodyRect(table);
  const atEnd = index === null || index === undefined || index === -1 || index === rowCount(body);
  if (!atEnd) throw notImplemented('TableRowCollection.add in the middle of a table');
  if (table.showTotals) throw notImplemented('TableRowCollection.add above totals');
  const rows = Array.isArray(values) ? (Array.isArray(values[0]) ? values : [values]) : [[]];
  const area: Area = {
    sheet,
    top: table.bottom + 1,
    left: table.left,
    bottom: table.bottom + rows.length,
    right: table.right,
  };
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (isFilled(cellAt(sheet, row, column)))
        throw notImplemented('TableRowCollection.add over filled cells');
    }
  }
  ensureFree(world, area, table);
  extendTable(world, sheet, table, area.bottom);
  if (values !== null && values !== undefined) writeCells(world, area, rows);
  return tableRowClass.of({ table, index: rowCount(bodyRect(table)) - rows.length }, world);
}

interface Row {
  readonly table: HostTable;
  readonly index: number;
}

function rowArea(row: Row, world: World): Area {
  const body = bodyRect(row.table);
  const top = body.top + row.index;
  if (row.index < 0 || top > body.bottom) throw itemNotFound('no such row of the table');
  return areaIn(world, row.table, { ...body, top, bottom: top });
}

const tableRowClass: HostClass<Row> = defineClass<Row>({
  name: 'TableRow',
  ensureAlive: (row, world) => ensureTableAlive(row.table, world),
  properties: {
    Index: { get: (row) => row.index },
    Values: {
      get: (row, world) => {
        const area = rowArea(row, world);
        return [row.table.columns.map((_, index) => valueAt(world, area.sheet, area.top, area.left + index))];
      },
      set: (row, value, world) => writeCells(world, rowArea(row, world), value),
    },
  },
  methods: { GetRange: (row, _args, world) => rangeClass.of(rowArea(row, world), world) },
});

const tableRowsClass = defineClass<HostTable>({
  name: 'TableRowCollection',
  ensureAlive: ensureTableAlive,
  properties: { Count: { get: (table) => rowCount(bodyRect(table)) } },
  items: (table, world) =>
    Array.from({ length: rowCount(bodyRect(table)) }, (_, index) =>
      tableRowClass.of({ table, index }, world),
    ),
  methods: {
    GetCount: (table) => rowCount(bodyRect(table)),
    GetItemAt(table, [index], world) {
      const row = { table, index: readInteger(index, 'index') };
      rowArea(row, world);
      return tableRowClass.of(row, world);
    },
    Add: addRows,
  },
});

interface Column {
  readonly table: HostTable;
  readonly column: HostTableColumn;
}

const tableColumnClass: HostClass<Column> = defineClass<Column>({
  name: 'TableColumn',
  ensureAlive({ table, column }, world) {
    ensureTableAlive(table, world);
    if (!table.columns.includes(column)) throw itemNotFound(`the column ${column.name} was deleted`);
  },
  identity: ({ column }) => ({ Id: column.id }),
  properties: {
    Id: { get: ({ column }) => column.id },
    Index: { get: ({ table, column }) => table.columns.indexOf(column) },
    Name: {
      get: ({ column }) => column.name,
      set({ table, column }, value, world) {
        const sheet = sheetOf(world, table);
        ensureUnprotected(sheet);
        renameColumn(world, sheet, table, column, readString(value, 'the name of the column'));
      },
    },
    Values: {
      onlyByName: true,
      get({ table, column }, world) {
        const { left, top, bottom } = narrowed(table, column, table);
        const sheet = sheetOf(world, table);
        return Array.from({ length: bottom - top + 1 }, (_, index) => [
          valueAt(world, sheet, top + index, left),
        ]);
      },
    },
  },
  methods: {
    GetRange: ({ table, column }, _args, world) => rangeOf(world, table, narrowed(table, column, table)),
    GetDataBodyRange: ({ table, column }, _args, world) =>
      rangeOf(world, table, narrowed(table, column, bodyRect(table))),
    GetHeaderRowRange: ({ table, column }, _args, world) =>
      rangeOf(world, table, narrowed(table, column, headerRect(table))),
    GetTotalRowRange: ({ table, column }, _args, world) =>
      rangeOf(world, table, narrowed(table, column, totalsRect(table))),
    Delete: (column, _args, world) => deleteColumn(column, world),
  },
});

function findColumn(table: HostTable, key: unknown): HostTableColumn | undefined {
  const wanted = typeof key === 'string' ? key.toLocaleUpperCase() : null;
  return table.columns.find((column) =>
    wanted === null ? column.id === key : column.name.toLocaleUpperCase() === wanted,
  );
}

function addColumn(table: HostTable, [index, values, name]: readonly unknown[], world: World): HostObject {
  const sheet = sheetOf(world, table);
  ensureUnprotected(sheet);
  if (index !== null && index !== undefined && index !== -1 && index !== table.columns.length) {
    throw notImplemented('TableColumnCollection.add in the middle of a table');
  }
  const at = table.right + 1;
  const area = areaOn(sheet, { top: table.top, bottom: table.bottom, left: at, right: at });
  ensureFree(world, area, table);
  for (let row = table.top; row <= table.bottom; row++) {
    if (isFilled(cellAt(sheet, row, at))) throw notImplemented('TableColumnCollection.add over filled cells');
  }
  const id = table.columns.reduce((highest, column) => Math.max(highest, column.id), 0) + 1;
  const given = optional(name, (value) => readString(value, 'the name of the column'), '');
  const column: HostTableColumn = {
    id,
    name: uniqueHeader(
      given,
      table.columns.map((other) => other.name),
    ),
  };
  table.columns.push(column);
  table.right = at;
  if (table.showHeaders) putContent(sheet, table.top, at, { kind: 'value', value: column.name });
  world.calculation.structureChanged();
  if (values !== null && values !== undefined) writeCells(world, area, values);
  else cellsChanged(world, area);
  return tableColumnClass.of({ table, column }, world);
}

/** `TableColumn.delete`: its cells go, and those to the right of the table would move up to it. */
function deleteColumn({ table, column }: Column, world: World): void {
  const sheet = sheetOf(world, table);
  ensureUnprotected(sheet);
  if (table.columns.at(-1) !== column) throw notImplemented('TableColumn.delete in the middle of a table');
  if (table.columns.length === 1) throw invalidArgument('a table has at least one column');
  const area = areaIn(world, table, narrowed(table, column, table));
  if (isAnythingBeside(area)) throw notImplemented('TableColumn.delete beside filled cells');
  breakColumnReferences(world, table.name, [column.name]);
  table.columns.pop();
  table.right -= 1;
  clearContents(area);
  clearLooks(area);
  world.calculation.structureChanged();
  cellsChanged(world, area);
}

function isAnythingBeside({ sheet, top, bottom, right }: Area): boolean {
  for (let row = top; row <= bottom; row++) {
    const cells = sheet.findRow(row);
    for (let column = right + 1; cells && column <= cells.cellCount; column++) {
      if (isFilled(cellAt(sheet, row, column))) return true;
    }
  }
  return false;
}

const tableColumnsClass = defineClass<HostTable>({
  name: 'TableColumnCollection',
  ensureAlive: ensureTableAlive,
  properties: { Count: { get: (table) => table.columns.length } },
  items: (table, world) => table.columns.map((column) => tableColumnClass.of({ table, column }, world)),
  item(table, key, world) {
    const column = findColumn(table, key);
    if (!column) throw itemNotFound(`the column ${String(key)} of the table ${table.name}`);
    return tableColumnClass.of({ table, column }, world);
  },
  methods: {
    GetCount: (table) => table.columns.length,
    GetItemAt(table, [index], world) {
      const column = table.columns[readInteger(index, 'index')];
      if (!column) throw itemNotFound('no such column');
      return tableColumnClass.of({ table, column }, world);
    },
    GetItemOrNullObject(table, [key], world) {
      const column = findColumn(table, key);
      return column ? tableColumnClass.of({ table, column }, world) : nullObject;
    },
    Add: addColumn,
  },
});

const autoFilterClass = defineClass<HostTable>({
  name: 'AutoFilter',
  ensureAlive: ensureTableAlive,
  properties: {
    Enabled: { get: (table) => table.showFilterButton },
    /** The document carries no filter criteria. */
    IsDataFiltered: { get: () => false },
  },
  methods: { ClearCriteria: () => undefined },
});

function dropTable(table: HostTable, world: World): void {
  world.document.tables.splice(world.document.tables.indexOf(table), 1);
  world.calculation.structureChanged();
}

/** `Table`. */
export const tableClass: HostClass<HostTable> = defineClass<HostTable>({
  name: 'Table',
  ensureAlive: ensureTableAlive,
  identity: (table) => ({ Id: String(table.id) }),
  properties: {
    Id: { get: (table) => String(table.id) },
    LegacyId: { get: (table) => String(table.id) },
    Name: {
      get: (table) => table.name,
      set(table, value, world) {
        ensureUnprotected(sheetOf(world, table));
        const name = readString(value, 'the name of the table');
        ensureNameAllowed(world, name, table);
        const before = table.name;
        table.name = name;
        renameTableInFormulas(world, before, name);
        world.calculation.structureChanged();
      },
    },
    Style: {
      get: (table) => table.style,
      set(table, value, world) {
        ensureUnprotected(sheetOf(world, table));
        const style = readString(value, 'the style of the table');
        if (!isTableStyle(world, style))
          throw invalidArgument(`"${style}" is not a table style of this workbook`);
        table.style = style;
      },
    },
    ShowHeaders: {
      get: (table) => table.showHeaders,
      set(table, value) {
        if (readBoolean(value, 'showHeaders') !== table.showHeaders)
          throw notImplemented('Changing Table.showHeaders');
      },
    },
    ShowTotals: {
      get: (table) => table.showTotals,
      set(table, value) {
        if (readBoolean(value, 'showTotals') !== table.showTotals)
          throw notImplemented('Changing Table.showTotals');
      },
    },
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    ShowFilterButton: flag('showFilterButton'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
  },
  navigation: {
    Worksheet: (table, world) => worksheetClass.of(sheetOf(world, table), world),
    Columns: (table, world) => tableColumnsClass.of(table, world),
    Rows: (table, world) => tableRowsClass.of(table, world),
    AutoFilter: (table, world) => autoFilterClass.of(table, world),
  },
  methods: {
    GetRange: (table, _args, world) => rangeOf(world, table, table),
    GetHeaderRowRange: (table, _args, world) => rangeOf(world, table, headerRect(table)),
    GetDataBodyRange: (table, _args, world) => rangeOf(world, table, bodyRect(table)),
    GetTotalRowRange: (table, _args, world) => rangeOf(world, table, totalsRect(table)),
    Resize: (table, [range], world) => resizeTable(table, range, world),
    ConvertToRange(table, _args, world) {
      ensureUnprotected(sheetOf(world, table));
      const area = areaIn(world, table, table);
      // Excel turns references to the table into plain ones; formulas that name it are refused instead.
      if (breakTableReferences(world, table.name, true) > 0)
        throw notImplemented('Table.convertToRange while formulas name the table');
      dropTable(table, world);
      return rangeClass.of(area, world);
    },
    Delete(table, _args, world) {
      const area = areaIn(world, table, table);
      ensureUnprotected(area.sheet);
      breakTableReferences(world, table.name, false);
      dropTable(table, world);
      clearContents(area);
      cellsChanged(world, area);
    },
    ClearFilters: () => undefined,
  },
});

function tableNamed(world: World, key: unknown, on: readonly HostTable[]): HostObject {
  const table = findTable(world, key);
  return table && on.includes(table) ? tableClass.of(table, world) : nullObject;
}

function requiredTable(world: World, key: unknown, on: readonly HostTable[]): HostObject {
  const table = tableNamed(world, key, on);
  if (table.isNull) throw itemNotFound(`the table ${String(key)}`);
  return table;
}

const tableList = (world: World, sheet: ExcelJS.Worksheet | null): HostTable[] =>
  sheet ? tablesOn(world, sheet) : world.document.tables;

/** `Workbook.tables` (target null) and `Worksheet.tables`. */
export const tableCollectionClass: HostClass<ExcelJS.Worksheet | null> =
  defineClass<ExcelJS.Worksheet | null>({
    name: 'TableCollection',
    properties: { Count: { get: (sheet, world) => tableList(world, sheet).length } },
    items: (sheet, world) => tableList(world, sheet).map((table) => tableClass.of(table, world)),
    item: (sheet, key, world) => requiredTable(world, key, tableList(world, sheet)),
    methods: {
      Add: (sheet, args, world) => addTable(world, sheet, args),
      GetCount: (sheet, _args, world) => tableList(world, sheet).length,
      GetItemAt(sheet, [index], world) {
        const table = tableList(world, sheet)[readInteger(index, 'index')];
        if (!table) throw itemNotFound('no such table');
        return tableClass.of(table, world);
      },
      GetItemOrNullObject: (sheet, [key], world) => tableNamed(world, key, tableList(world, sheet)),
    },
  });

/** `Range.getTables()`. */
export const tableScopedCollectionClass: HostClass<readonly HostTable[]> = defineClass<readonly HostTable[]>({
  name: 'TableScopedCollection',
  items: (tables, world) => tables.map((table) => tableClass.of(table, world)),
  item: (tables, key, world) => requiredTable(world, key, tables),
  methods: {
    GetCount: (tables) => tables.length,
    GetFirst(tables, _args, world) {
      const [first] = tables;
      if (!first) throw new HostError('ItemNotFound', 'There are no tables in the range.');
      return tableClass.of(first, world);
    },
    GetItemOrNullObject: (tables, [key], world) => tableNamed(world, key, tables),
  },
});
