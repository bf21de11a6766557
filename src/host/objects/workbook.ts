import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { itemNotFound, invalidArgument } from '../errors';
import { read, readString } from './arguments';
import { defineClass, nullObject, type HostClass, type HostObject, type PropertyMember } from './model';
import { namedItemsClass } from './names';
import { areaOn, rangeClass } from './range';
import { subscriptionMethods, workbookTarget } from './subscriptions';
import { tableStylesClass } from './table-styles';
import { tableCollectionClass } from './tables';
import { parseAddress } from './places';
import { activeSheet, findSheet, orderedSheets, sheetId, type World } from './world';
import { ensureSheetName, worksheetClass } from './worksheet';

/** `Workbook`, `Application`, `DocumentProperties`, `WorksheetCollection`. There is one of each: the target is null. */

const visibleOf = (world: World, visibleOnly: unknown): ExcelJS.Worksheet[] =>
  orderedSheets(world).filter((sheet) => visibleOnly !== true || sheet.state === 'visible');

function addSheet(world: World, given: unknown): HostObject {
  const name = given === null || given === undefined ? freeSheetName(world) : readString(given, 'name');
  ensureSheetName(world, name);
  const sheet = world.document.book.addWorksheet(name);
  world.calculation.structureChanged();
  world.events.push({
    type: 13,
    worksheetId: sheetId(sheet),
    message: { source: 'Local', worksheetId: sheetId(sheet) },
  });
  return worksheetClass.of(sheet, world);
}

function freeSheetName(world: World): string {
  for (let number = orderedSheets(world).length + 1; ; number++) {
    if (!findSheet(world, `Лист${number}`)) return `Лист${number}`;
  }
}

const edge = (world: World, sheet: ExcelJS.Worksheet | undefined): HostObject => {
  if (!sheet) throw itemNotFound('the workbook has no such worksheet');
  return worksheetClass.of(sheet, world);
};

const worksheetsClass = defineClass<null>({
  name: 'WorksheetCollection',
  items: (_none, world) => orderedSheets(world).map((sheet) => worksheetClass.of(sheet, world)),
  item(_none, key, world) {
    const sheet = findSheet(world, key);
    if (!sheet) throw itemNotFound(`the worksheet ${String(key)}`);
    return worksheetClass.of(sheet, world);
  },
  methods: {
    ...subscriptionMethods<null>({ DataChanged: 10, Added: 13, Deleted: 15 }, () => workbookTarget),
    Add: (_none, [name], world) => addSheet(world, name),
    GetActiveWorksheet: (_none, _args, world) => worksheetClass.of(activeSheet(world), world),
    GetCount: (_none, [visibleOnly], world) => visibleOf(world, visibleOnly).length,
    GetFirst: (_none, [visibleOnly], world) => edge(world, visibleOf(world, visibleOnly)[0]),
    GetLast: (_none, [visibleOnly], world) => edge(world, visibleOf(world, visibleOnly).at(-1)),
    GetItemOrNullObject(_none, [key], world) {
      const sheet = findSheet(world, key);
      return sheet ? worksheetClass.of(sheet, world) : nullObject;
    },
  },
});

const applicationClass = defineClass<null>({
  name: 'Application',
  properties: {
    CalculationMode: {
      get: (_none, world) => world.document.calculationMode,
      set(_none, value, world) {
        const modes = z.enum(['Automatic', 'AutomaticExceptTables', 'Manual']);
        world.document.calculationMode = read(modes, value, 'calculationMode');
      },
    },
  },
  methods: {
    /** Formulas are computed when they are read, in every mode: the kind of recalculation makes no difference. */
    Calculate(_none, [kind]) {
      read(z.enum(['Recalculate', 'Full', 'FullRebuild']), kind, 'calculationType');
    },
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

type TextField =
  'title' | 'subject' | 'creator' | 'keywords' | 'description' | 'category' | 'manager' | 'company';

const textProperty = (field: TextField): PropertyMember<null> => ({
  get: (_none, world) => world.document.book[field] ?? '',
  set(_none, value, world) {
    const text = readString(value, field);
    if (text.length > 255) throw invalidArgument(`${field} is limited to 255 characters`);
    world.document.book[field] = text;
  },
});

const propertiesClass = defineClass<null>({
  name: 'DocumentProperties',
  properties: {
    Title: textProperty('title'),
    Subject: textProperty('subject'),
    Author: textProperty('creator'),
    Keywords: textProperty('keywords'),
    Comments: textProperty('description'),
    Category: textProperty('category'),
    Manager: textProperty('manager'),
    Company: textProperty('company'),
  },
});

/** The range an event named, given back through the id the event carried: "sheet id!address". */
function eventRange(world: World, reference: unknown): HostObject {
  const text = readString(reference, 'the reference of an event');
  const at = text.indexOf('!');
  const sheet = findSheet(world, text.slice(0, at));
  const rect = parseAddress(text.slice(at + 1));
  return sheet && rect ? rangeClass.of(areaOn(sheet, rect), world) : nullObject;
}

/** `Workbook`: the global object of every batch. */
export const workbookClass: HostClass<null> = defineClass<null>({
  name: 'Workbook',
  navigation: {
    Worksheets: (none, world) => worksheetsClass.of(none, world),
    Tables: (none, world) => tableCollectionClass.of(none, world),
    TableStyles: (none, world) => tableStylesClass.of(none, world),
    Names: (none, world) => namedItemsClass.of(none, world),
    Application: (none, world) => applicationClass.of(none, world),
    Properties: (none, world) => propertiesClass.of(none, world),
  },
  methods: {
    GetActiveCell(_none, _args, world) {
      const { sheet, top, left } = world.selection;
      return rangeClass.of({ sheet, top, left, bottom: top, right: left }, world);
    },
    GetSelectedRange: (_none, _args, world) => rangeClass.of(world.selection, world),
    _RemoveReference(_none, [id], world) {
      world.references.delete(readString(id, 'a reference'));
    },
    _GetRangeForEventByReferenceId(_none, [reference], world) {
      const range = eventRange(world, reference);
      if (range.isNull) throw itemNotFound('the range of the event is gone');
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_none, [reference], world) => eventRange(world, reference),
  },
});
