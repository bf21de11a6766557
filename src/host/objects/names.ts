import type ExcelJS from 'exceljs';
import type { HostName } from '../document';
import { HostError, invalidArgument, itemNotFound, notImplemented } from '../errors';
import { parses, toA1 } from '../references';
import { optional, readBoolean, readString } from './arguments';
import { storedFormula } from './contents';
import { defineClass, isHostObject, nullObject, type HostClass, type HostObject } from './model';
import { areaOn, fullAddress, rangeClass } from './range';
import { ensureNameAllowed } from './table-model';
import { absoluteAddress, parseAddress, quotedSheetName, splitSheet } from './places';
import { findSheet, type Area, type World } from './world';

/** Defined names of the workbook. */

/** The formula of a name: from a range, or from text that begins with "=". */
function nameFormula(reference: unknown, world: World): string {
  if (isHostObject(reference)) {
    const area = rangeClass.targetOf(reference);
    if (!area) throw invalidArgument('a name refers to a range or a formula');
    return `=${quotedSheetName(area.sheet.name)}!${absoluteAddress(area)}`;
  }
  const text = readString(reference, 'a name refers to a range or a formula');
  if (!text.startsWith('=') || !parses(text))
    throw invalidArgument(`the formula of the name cannot be read: ${text}`);
  const stored = `=${storedFormula(world, text, undefined)}`;
  // office-js #740: a name over a structured reference silently becomes a plain one.
  return stored.includes('[')
    ? toA1(stored, { sheet: '', row: 1, column: 1 }, world.document.tables)
    : stored;
}

function areaOfName(item: HostName, world: World): Area | null {
  const { sheet: name, address } = splitSheet(item.formula.replace(/^=/, ''));
  const sheet = name === null ? undefined : findSheet(world, name);
  const rect = sheet ? parseAddress(address) : null;
  return sheet && rect ? areaOn(sheet, rect) : null;
}

function constantOf(item: HostName): string | number | boolean | undefined {
  const text = item.formula.slice(1);
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === 'TRUE';
  const literal = /^"((?:[^"]|"")*)"$/.exec(text);
  return literal ? (literal[1] ?? '').replace(/""/g, '"') : undefined;
}

function typeOf(item: HostName, world: World): string {
  if (areaOfName(item, world)) return 'Range';
  const constant = constantOf(item);
  if (typeof constant === 'number') return Number.isInteger(constant) ? 'Integer' : 'Double';
  if (typeof constant === 'boolean') return 'Boolean';
  if (typeof constant === 'string') return 'String';
  return item.formula.includes('#REF!') ? 'Error' : 'String';
}

const namedItemClass: HostClass<HostName> = defineClass<HostName>({
  name: 'NamedItem',
  ensureAlive(item, world) {
    if (!world.document.names.includes(item)) throw itemNotFound(`the name ${item.name} was deleted`);
  },
  // The library finds a name again by its name: it has no id.
  identity: (item) => ({ Id: item.name }),
  properties: {
    Name: { get: (item) => item.name },
    Formula: {
      get: (item) => item.formula,
      set(item, value, world) {
        item.formula = nameFormula(value, world);
        world.calculation.structureChanged();
      },
    },
    Type: { get: typeOf },
    // d.ts NamedItem.value: for a named range it is the range's address.
    Value: {
      get(item, world) {
        const area = areaOfName(item, world);
        if (area) return fullAddress(area);
        if (item.formula.includes('#REF!')) return '#REF!';
        const constant = constantOf(item);
        if (constant === undefined) throw notImplemented('NamedItem.value of a computed name');
        return constant;
      },
      onlyByName: true,
    },
    Visible: {
      get: (item) => item.visible,
      set(item, value) {
        item.visible = readBoolean(value, 'visible');
      },
    },
    Comment: {
      get: (item) => item.comment ?? '',
      set(item, value) {
        item.comment = readString(value, 'comment');
      },
    },
    Scope: { get: () => 'Workbook' },
  },
  methods: {
    Delete(item, _args, world) {
      world.document.names.splice(world.document.names.indexOf(item), 1);
      world.calculation.structureChanged();
    },
    GetRange(item, _args, world) {
      const area = areaOfName(item, world);
      if (!area) throw new HostError('ItemNotFound', `The name ${item.name} does not refer to a range.`);
      return rangeClass.of(area, world);
    },
    GetRangeOrNullObject(item, _args, world) {
      const area = areaOfName(item, world);
      return area ? rangeClass.of(area, world) : nullObject;
    },
  },
});

function findName(world: World, key: unknown): HostName | undefined {
  const wanted = typeof key === 'string' ? key.toLocaleUpperCase() : null;
  return world.document.names.find((item) => item.name.toLocaleUpperCase() === wanted);
}

function addName(world: World, [name, reference, comment]: readonly unknown[]): HostObject {
  const wanted = readString(name, 'name');
  ensureNameAllowed(world, wanted);
  const given = optional(comment, (value) => readString(value, 'comment'), '');
  const item: HostName = {
    name: wanted,
    formula: nameFormula(reference, world),
    visible: true,
    ...(given === '' ? {} : { comment: given }),
  };
  world.document.names.push(item);
  world.calculation.structureChanged();
  return namedItemClass.of(item, world);
}

interface PrintName {
  readonly sheet: ExcelJS.Worksheet;
  readonly name: 'Print_Area' | 'Print_Titles';
}

const hasPrintName = ({ sheet: { pageSetup }, name }: PrintName): boolean =>
  name === 'Print_Area'
    ? pageSetup.printArea !== undefined
    : (pageSetup.printTitlesRow ?? pageSetup.printTitlesColumn) !== undefined;

/** The names Excel keeps a sheet's print area and titles under: deleting one takes them off. */
const printNameClass = defineClass<PrintName>({
  name: 'NamedItem',
  ensureAlive(item) {
    if (!hasPrintName(item)) throw itemNotFound(`the name ${item.name} was deleted`);
  },
  identity: ({ name }) => ({ Id: name }),
  properties: { Name: { get: ({ name }) => name }, Scope: { get: () => 'Worksheet' } },
  methods: {
    Delete({ sheet, name }) {
      const setup: Partial<ExcelJS.PageSetup> = sheet.pageSetup;
      if (name === 'Print_Area') delete setup.printArea;
      else {
        delete setup.printTitlesRow;
        delete setup.printTitlesColumn;
      }
    },
  },
});

function printName(sheet: ExcelJS.Worksheet, key: unknown): PrintName | undefined {
  const wanted = typeof key === 'string' ? key.toLocaleUpperCase() : '';
  return (['Print_Area', 'Print_Titles'] as const)
    .map((name): PrintName => ({ sheet, name }))
    .find((item) => item.name.toLocaleUpperCase() === wanted && hasPrintName(item));
}

/**
 * `Workbook.names` (target null); `Worksheet.names`, which lists nothing because the document carries none of one
 * sheet, but finds those of the print setup.
 */
export const namedItemsClass: HostClass<ExcelJS.Worksheet | null> = defineClass<ExcelJS.Worksheet | null>({
  name: 'NamedItemCollection',
  items: (sheet, world) => (sheet ? [] : world.document.names.map((item) => namedItemClass.of(item, world))),
  item(sheet, key, world) {
    const print = sheet ? printName(sheet, key) : undefined;
    if (print) return printNameClass.of(print, world);
    const item = sheet ? undefined : findName(world, key);
    if (!item) throw itemNotFound(`the name ${String(key)}`);
    return namedItemClass.of(item, world);
  },
  methods: {
    GetCount: (sheet, _args, world) => (sheet ? 0 : world.document.names.length),
    GetItemOrNullObject(sheet, [key], world) {
      const print = sheet ? printName(sheet, key) : undefined;
      if (print) return printNameClass.of(print, world);
      const item = sheet ? undefined : findName(world, key);
      return item ? namedItemClass.of(item, world) : nullObject;
    },
    Add(sheet, args, world) {
      if (sheet) throw notImplemented('Names of one worksheet');
      return addName(world, args);
    },
  },
});
