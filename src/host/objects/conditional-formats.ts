import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { HostError, itemNotFound, notImplemented } from '../errors';
import { read, readBoolean, readInteger, readString } from './arguments';
import { shifted } from './contents';
import { argbOf, htmlColor } from './look';
import { defineClass, nullObject, type HostClass } from './model';
import { rangeAreasClass, rangeClass, type Areas } from './range';
import { ruleFormula } from './rule-formula';
import { areaAddress, overlaps, parseAddress, subtract, type Rect } from './places';
import { ensureSheetAlive, ensureUnprotected, type World } from './world';

/**
 * Conditional formats. ExcelJS keeps them as blocks (`ref` + rules); one block holds one rule here, in the
 * order of their priority.
 */

interface Rule {
  type: string;
  priority: number;
  formulae?: string[];
  operator?: string;
  style?: Partial<ExcelJS.Style>;
  stopIfTrue?: boolean;
}

interface Block {
  ref: string;
  rules: Rule[];
}

interface SheetWithFormats {
  conditionalFormattings: Block[];
}

/** One conditional format: its sheet, and its rule as the identity. */
interface Format {
  readonly sheet: ExcelJS.Worksheet;
  readonly rule: Rule;
}

const sheetBlocks = (sheet: ExcelJS.Worksheet): SheetWithFormats => sheet as unknown as SheetWithFormats;

const ids = new WeakMap<Rule, string>();
let nextId = 1;

function idOf(rule: Rule): string {
  let id = ids.get(rule);
  if (id === undefined) {
    id = `{00000000-000E-0000-0000-${(nextId++).toString(16).toUpperCase().padStart(12, '0')}}`;
    ids.set(rule, id);
  }
  return id;
}

/** Every rule of a sheet, the first with the highest priority. */
function formatsOn(sheet: ExcelJS.Worksheet): Format[] {
  return sheetBlocks(sheet)
    .conditionalFormattings.flatMap((block) => block.rules.map((rule) => ({ sheet, rule })))
    .sort((one, other) => one.rule.priority - other.rule.priority);
}

/** A conditional format as it stands on a sheet: relative references of its formulas are those of the first cell. */
export interface PlacedRule {
  readonly areas: readonly Rect[];
  /** `expression` or `cellIs`; other kinds are carried, not modelled. */
  readonly type: string;
  readonly operator: string | undefined;
  readonly formulae: readonly string[];
  readonly style: Partial<ExcelJS.Style>;
  readonly stopIfTrue: boolean;
}

/** The conditional formats of a sheet, the first with the highest priority. */
export function placedRules(sheet: ExcelJS.Worksheet): PlacedRule[] {
  return formatsOn(sheet).flatMap((format) => {
    const block = blockOf(format);
    if (!block) return [];
    const { type, operator, formulae = [], style = {}, stopIfTrue = false } = format.rule;
    return [{ areas: rectsOf(block), type, operator, formulae, style, stopIfTrue }];
  });
}

function blockOf({ sheet, rule }: Format): Block | undefined {
  return sheetBlocks(sheet).conditionalFormattings.find((block) => block.rules.includes(rule));
}

function rectsOf(block: Block): Rect[] {
  return block.ref.split(/[\s,]+/).flatMap((address) => parseAddress(address) ?? []);
}

function touching({ sheet, areas }: Areas): Format[] {
  return formatsOn(sheet).filter((format) => {
    const block = blockOf(format);
    return block !== undefined && rectsOf(block).some((rect) => areas.some((area) => overlaps(rect, area)));
  });
}

function renumber(sheet: ExcelJS.Worksheet, ordered: readonly Format[]): void {
  ordered.forEach(({ rule }, index) => {
    rule.priority = index + 1;
  });
  for (const block of sheetBlocks(sheet).conditionalFormattings)
    block.rules.sort((one, other) => one.priority - other.priority);
}

function remove(format: Format): void {
  const holder = sheetBlocks(format.sheet);
  for (const block of holder.conditionalFormattings)
    block.rules = block.rules.filter((rule) => rule !== format.rule);
  holder.conditionalFormattings = holder.conditionalFormattings.filter((block) => block.rules.length > 0);
}

/** Takes the conditional formats off an area; what they cover elsewhere stays, with formulas moved to their new first cell. */
export function clearFormats({ sheet, ...hole }: Rect & { readonly sheet: ExcelJS.Worksheet }): void {
  const holder = sheetBlocks(sheet);
  holder.conditionalFormattings = holder.conditionalFormattings.flatMap((block) => {
    const rects = rectsOf(block);
    if (!rects.some((rect) => overlaps(rect, hole))) return [block];
    const rest = rects.flatMap((rect) => subtract(rect, hole));
    if (rest.length === 0) return [];
    const rows = Math.min(...rest.map((rect) => rect.top)) - Math.min(...rects.map((rect) => rect.top));
    const columns = Math.min(...rest.map((rect) => rect.left)) - Math.min(...rects.map((rect) => rect.left));
    for (const rule of block.rules) {
      if (rule.formulae) rule.formulae = rule.formulae.map((formula) => shifted(formula, rows, columns));
    }
    return [{ ...block, ref: rest.map(areaAddress).join(' ') }];
  });
}

/** Gives conditional formats other ranges; their first cells stay, so their formulas do. */
export function stretchFormats(sheet: ExcelJS.Worksheet, longer: (rect: Rect) => Rect): void {
  for (const block of sheetBlocks(sheet).conditionalFormattings) {
    block.ref = rectsOf(block)
      .map((rect) => areaAddress(longer(rect)))
      .join(' ');
  }
}

/** Formats that were added and never given a rule: Excel would not save them either. */
export function dropUnfinishedFormats(sheet: ExcelJS.Worksheet): void {
  for (const format of formatsOn(sheet)) {
    if (format.rule.type === 'expression' && !format.rule.formulae?.[0]) remove(format);
  }
}

const styleClass = {
  fill: defineClass<Format>({
    name: 'ConditionalRangeFill',
    properties: {
      Color: {
        get: ({ rule }) => {
          const fill = rule.style?.fill;
          return fill?.type === 'pattern' ? htmlColor(fill.bgColor ?? fill.fgColor) : null;
        },
        set({ sheet, rule }, value) {
          ensureUnprotected(sheet);
          const color = { argb: argbOf(value) };
          // In a differential style a solid fill is its background colour (ECMA-376, dxf).
          rule.style = { ...rule.style, fill: { type: 'pattern', pattern: 'solid', bgColor: color } };
        },
      },
    },
    methods: {
      Clear({ sheet, rule }) {
        ensureUnprotected(sheet);
        const { fill: _dropped, ...rest } = rule.style ?? {};
        rule.style = rest;
      },
    },
  }),
  font: defineClass<Format>({
    name: 'ConditionalRangeFont',
    properties: {
      Color: fontMember(
        (font) => htmlColor(font.color),
        (value) => ({ color: { argb: argbOf(value) } }),
      ),
      Bold: fontMember(
        (font) => font.bold ?? null,
        (value) => ({ bold: readBoolean(value, 'font.bold') }),
      ),
      Italic: fontMember(
        (font) => font.italic ?? null,
        (value) => ({ italic: readBoolean(value, 'font.italic') }),
      ),
    },
  }),
};

function fontMember(
  get: (font: Partial<ExcelJS.Font>) => unknown,
  set: (value: unknown) => Partial<ExcelJS.Font>,
) {
  return {
    get: ({ rule }: Format) => get(rule.style?.font ?? {}),
    set({ sheet, rule }: Format, value: unknown) {
      ensureUnprotected(sheet);
      rule.style = { ...rule.style, font: { ...rule.style?.font, ...set(value) } };
    },
  };
}

const conditionalRangeFormatClass = defineClass<Format>({
  name: 'ConditionalRangeFormat',
  navigation: {
    Fill: (format, world) => styleClass.fill.of(format, world),
    Font: (format, world) => styleClass.font.of(format, world),
  },
});

const ruleClass = defineClass<Format>({
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: ({ rule }) => {
        const formula = rule.formulae?.[0];
        return formula === undefined || formula === '' ? null : `=${formula}`;
      },
      set({ sheet, rule }, value) {
        ensureUnprotected(sheet);
        rule.formulae = [ruleFormula(readString(value, 'rule.formula'))];
      },
    },
  },
});

const customClass = defineClass<Format>({
  name: 'CustomConditionalFormat',
  navigation: {
    Rule: (format, world) => ruleClass.of(format, world),
    Format: (format, world) => conditionalRangeFormatClass.of(format, world),
  },
});

const cellValueRule = z.object({
  formula1: z.string(),
  formula2: z.string().nullish(),
  operator: z.enum([
    'Between',
    'NotBetween',
    'EqualTo',
    'NotEqualTo',
    'GreaterThan',
    'LessThan',
    'GreaterThanOrEqual',
    'LessThanOrEqual',
  ]),
});

const operators: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqual: 'greaterThanOrEqual',
  LessThanOrEqual: 'lessThanOrEqual',
};

const cellValueClass = defineClass<Format>({
  name: 'CellValueConditionalFormat',
  properties: {
    Rule: {
      get({ rule }) {
        const operator = Object.keys(operators).find((name) => operators[name] === rule.operator);
        if (!operator) return null;
        const [formula1, formula2] = (rule.formulae ?? []).map((formula) => `=${formula}`);
        return { formula1, formula2: formula2 ?? null, operator };
      },
      set({ sheet, rule }, value) {
        ensureUnprotected(sheet);
        const given = read(cellValueRule, value, 'a cell value rule');
        rule.operator = operators[given.operator] ?? 'equal';
        rule.formulae = [given.formula1, given.formula2].flatMap((formula) =>
          formula ? [ruleFormula(formula)] : [],
        );
      },
    },
  },
  navigation: { Format: (format, world) => conditionalRangeFormatClass.of(format, world) },
});

const typeNames: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  containsText: 'ContainsText',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  top10: 'TopBottom',
};

const coveredAreas = (format: Format): Areas => {
  const block = blockOf(format);
  return { sheet: format.sheet, areas: block ? rectsOf(block) : [] };
};

const conditionalFormatClass: HostClass<Format> = defineClass<Format>({
  name: 'ConditionalFormat',
  ensureAlive(format, world) {
    ensureSheetAlive(format.sheet, world);
    if (!blockOf(format)) throw itemNotFound('the conditional format was deleted');
  },
  identity: ({ rule }) => ({ Id: idOf(rule) }),
  properties: {
    Id: { get: ({ rule }) => idOf(rule) },
    Type: { get: ({ rule }) => typeNames[rule.type] ?? 'PresetCriteria' },
    Priority: {
      get: (format) => formatsOn(format.sheet).findIndex(({ rule }) => rule === format.rule),
      set(format, value) {
        ensureUnprotected(format.sheet);
        const others = formatsOn(format.sheet).filter(({ rule }) => rule !== format.rule);
        others.splice(readInteger(value, 'priority'), 0, format);
        renumber(format.sheet, others);
      },
    },
    StopIfTrue: {
      get: ({ rule }) => rule.stopIfTrue === true,
      set({ sheet, rule }, value) {
        ensureUnprotected(sheet);
        rule.stopIfTrue = readBoolean(value, 'stopIfTrue');
      },
    },
  },
  navigation: {
    // d.ts: `customOrNullObject` and its like are null when the format is of another kind.
    Custom: (format, world) => ofKind(format, 'expression', customClass, world),
    CustomOrNullObject: (format, world) =>
      format.rule.type === 'expression' ? customClass.of(format, world) : nullObject,
    CellValue: (format, world) => ofKind(format, 'cellIs', cellValueClass, world),
    CellValueOrNullObject: (format, world) =>
      format.rule.type === 'cellIs' ? cellValueClass.of(format, world) : nullObject,
  },
  methods: {
    Delete(format) {
      ensureUnprotected(format.sheet);
      remove(format);
    },
    GetRange(format, _args, world) {
      const { sheet, areas } = coveredAreas(format);
      const [first, second] = areas;
      if (!first || second)
        throw new HostError('InvalidOperation', 'The conditional format covers several ranges.');
      return rangeClass.of({ ...first, sheet }, world);
    },
    GetRangeOrNullObject(format, _args, world) {
      const { sheet, areas } = coveredAreas(format);
      const [first, second] = areas;
      return first && !second ? rangeClass.of({ ...first, sheet }, world) : nullObject;
    },
    GetRanges: (format, _args, world) => rangeAreasClass.of(coveredAreas(format), world),
  },
});

function ofKind(format: Format, type: string, kind: HostClass<Format>, world: World) {
  if (format.rule.type !== type) {
    throw new HostError(
      'InvalidOperation',
      `The conditional format is of the type ${typeNames[format.rule.type] ?? format.rule.type}.`,
    );
  }
  return kind.of(format, world);
}

/** `Range.conditionalFormats`: those that intersect the range (d.ts). */
export const conditionalFormatsClass: HostClass<Areas> = defineClass<Areas>({
  name: 'ConditionalFormatCollection',
  ensureAlive: ({ sheet }, world) => ensureSheetAlive(sheet, world),
  items: (areas, world) => touching(areas).map((format) => conditionalFormatClass.of(format, world)),
  item(areas, key, world) {
    const format = touching(areas).find(({ rule }) => idOf(rule) === key);
    if (!format) throw itemNotFound('no such conditional format');
    return conditionalFormatClass.of(format, world);
  },
  methods: {
    GetCount: (areas) => touching(areas).length,
    GetItemAt(areas, [index], world) {
      const format = touching(areas)[readInteger(index, 'index')];
      if (!format) throw itemNotFound('no such conditional format');
      return conditionalFormatClass.of(format, world);
    },
    GetItemOrNullObject(areas, [id], world) {
      const format = touching(areas).find(({ rule }) => idOf(rule) === id);
      return format ? conditionalFormatClass.of(format, world) : nullObject;
    },
    // d.ts: a new conditional format is added at the first/top priority.
    Add({ sheet, areas }, [type], world) {
      ensureUnprotected(sheet);
      const kind = ({ Custom: 'expression', CellValue: 'cellIs' } as Readonly<Record<string, string>>)[
        String(type)
      ];
      if (!kind) throw notImplemented(`ConditionalFormatCollection.add(${String(type)})`);
      const rule: Rule = { type: kind, priority: 0, formulae: [], style: {} };
      sheetBlocks(sheet).conditionalFormattings.unshift({
        ref: areas.map(areaAddress).join(' '),
        rules: [rule],
      });
      renumber(sheet, formatsOn(sheet));
      return conditionalFormatClass.of({ sheet, rule }, world);
    },
    ClearAll({ sheet, areas }) {
      ensureUnprotected(sheet);
      for (const area of areas) clearFormats({ ...area, sheet });
    },
  },
});
