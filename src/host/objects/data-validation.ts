import type ExcelJS from 'exceljs';
import { z } from 'zod';
import { invalidArgument, notImplemented } from '../errors';
import { read, readBoolean } from './arguments';
import { validationsOf, type HostValidation } from '../xlsx';
import { shifted, valueAt } from './contents';
import { defineClass, isHostObject, type HostClass } from './model';
import { rangeClass } from './range';
import { ruleFormula } from './rule-formula';
import {
  absoluteAddress,
  areaAddress,
  columnCount,
  intersection,
  overlaps,
  parseAddress,
  quotedSheetName,
  rowCount,
  subtract,
  type Rect,
} from './places';
import { ensureSheetAlive, ensureUnprotected, type Area, type World } from './world';

/** `Range.dataValidation`. In the document a rule stands under its range, or a list of ranges (`xlsx`). */

function validationsOn(
  sheet: ExcelJS.Worksheet,
): { key: string; rects: Rect[]; validation: HostValidation }[] {
  return Object.entries(validationsOf(sheet)).map(([key, validation]) => ({
    key,
    rects: key.split(/\s+/).flatMap((address) => parseAddress(address) ?? []),
    validation: validation,
  }));
}

/** The parts of an area that hold a validation. */
export function validatedParts(area: Area): Rect[] {
  return validationsOn(area.sheet).flatMap(({ rects }) =>
    rects.flatMap((rect) => intersection(rect, area) ?? []),
  );
}

/** Whether any cell of the area carries a validation. */
export function hasValidation(area: Area): boolean {
  return validationsOn(area.sheet).some(({ rects }) => rects.some((rect) => overlaps(rect, area)));
}

/** Takes validations off an area; what they cover elsewhere stays, with its formulas moved to their new first cell. */
export function clearValidation(area: Area): void {
  const model = validationsOf(area.sheet);
  for (const { key, rects, validation } of validationsOn(area.sheet)) {
    const [anchor] = rects;
    if (!anchor || !rects.some((rect) => overlaps(rect, area))) continue;
    delete model[key];
    for (const rest of rects.flatMap((rect) => subtract(rect, area))) {
      const [rows, columns] = [rest.top - anchor.top, rest.left - anchor.left];
      const formulae = validation.formulae.map((formula) => shifted(formula, rows, columns));
      model[areaAddress(rest)] = { ...validation, formulae };
    }
  }
}

/** Gives validations other ranges; their first cells stay, so their formulas do. */
export function stretchValidations(sheet: ExcelJS.Worksheet, longer: (rect: Rect) => Rect): void {
  const model = validationsOf(sheet);
  for (const { key, rects, validation } of validationsOn(sheet)) {
    const stretched = rects.map((rect) => areaAddress(longer(rect))).join(' ');
    if (stretched === key) continue;
    delete model[key];
    model[stretched] = validation;
  }
}

/** The one validation all cells of the area share; "none" without any, null when they differ. */
function validationOf(area: Area): HostValidation | 'none' | null {
  const touching = validationsOn(area.sheet).filter(({ rects }) =>
    rects.some((rect) => overlaps(rect, area)),
  );
  const first = touching[0];
  if (!first) return 'none';
  let uncovered: Rect[] = [area];
  for (const { rects, validation } of touching) {
    if (JSON.stringify(validation) !== JSON.stringify(first.validation)) return null;
    for (const rect of rects) uncovered = uncovered.flatMap((part) => subtract(part, rect));
  }
  return uncovered.length === 0 ? first.validation : null;
}

const noRule: HostValidation = { type: 'any', formulae: [] };

function change(area: Area, update: (validation: HostValidation) => HostValidation): void {
  ensureUnprotected(area.sheet);
  const present = validationOf(area);
  const validation = update(present === null || present === 'none' ? noRule : present);
  clearValidation(area);
  validationsOf(area.sheet)[areaAddress(area)] = validation;
}

const operators: Readonly<Record<string, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

const basicRule = z.object({ formula1: z.unknown(), formula2: z.unknown().optional(), operator: z.string() });
const ruleSchema = z
  .object({
    list: z.object({ source: z.unknown(), inCellDropDown: z.boolean().optional() }).optional(),
    custom: z.object({ formula: z.string() }).optional(),
    wholeNumber: basicRule.optional(),
    decimal: basicRule.optional(),
    date: basicRule.optional(),
    textLength: basicRule.optional(),
  })
  .strict();

const basicKinds = {
  wholeNumber: 'whole',
  decimal: 'decimal',
  date: 'date',
  textLength: 'textLength',
} as const;

/** A bound of a rule: a number, an ISO date (for dates), a formula or a range. */
function bound(value: unknown, isDate: boolean): string {
  if (isHostObject(value)) return rangeReference(value);
  if (typeof value === 'number' && !isDate) return String(value);
  if (typeof value !== 'string' || value === '') throw invalidArgument('a bound of the validation rule');
  if (value.startsWith('=')) return ruleFormula(value);
  // learn.microsoft.com "Add data validation to Excel ranges": dates are ISO 8601 texts or formulas, not numbers.
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (isDate && date)
    return String(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000 + 25_569);
  if (!isDate && Number.isFinite(Number(value))) return value;
  throw invalidArgument('a bound of the validation rule');
}

function rangeReference(value: unknown): string {
  const area = isHostObject(value) ? rangeClass.targetOf(value) : undefined;
  if (!area) throw invalidArgument('a range');
  return `${quotedSheetName(area.sheet.name)}!${absoluteAddress(area)}`;
}

function listSource(source: unknown): string {
  if (isHostObject(source)) return rangeReference(source);
  if (typeof source !== 'string' || source === '') throw invalidArgument('the source of the list');
  if (source.startsWith('=')) return ruleFormula(source);
  // The literal list of a file is limited to 255 characters (XlsxWriter #562, exceljs #667).
  if (source.length > 255) throw invalidArgument('a literal list is limited to 255 characters');
  return `"${source.replace(/"/g, '""')}"`;
}

function setRule(area: Area, value: unknown): void {
  const rule = read(ruleSchema, value, 'a validation rule of a kind this host knows');
  const kinds = Object.entries(rule).filter(([, part]) => part !== undefined);
  if (kinds.length === 0) {
    ensureUnprotected(area.sheet);
    clearValidation(area);
    return;
  }
  if (kinds.length > 1) throw invalidArgument('a validation rule is of one kind');
  change(area, (present) => {
    const { operator: _operator, showDropDown: _hidden, ...rest } = present;
    // d.ts ignoreBlanks: true by default; DataValidationErrorAlert: shown by default.
    const kept: HostValidation = { allowBlank: true, showErrorMessage: true, ...rest };
    if (rule.list) {
      // The file's attribute is true when the arrow is hidden.
      const hidden = rule.list.inCellDropDown === false ? { showDropDown: true } : {};
      return { ...kept, ...hidden, type: 'list', formulae: [listSource(rule.list.source)] };
    }
    if (rule.custom) return { ...kept, type: 'custom', formulae: [ruleFormula(rule.custom.formula)] };
    for (const [kind, type] of Object.entries(basicKinds)) {
      const part = rule[kind as keyof typeof basicKinds];
      if (!part) continue;
      const operator = operators[part.operator];
      if (!operator) throw invalidArgument('the operator of the validation rule');
      const second =
        part.formula2 === undefined || part.formula2 === null ? [] : [bound(part.formula2, type === 'date')];
      return {
        ...kept,
        type,
        operator,
        formulae: [bound(part.formula1, type === 'date'), ...second],
      };
    }
    return kept;
  });
}

const typeNames: Readonly<Record<string, string>> = {
  list: 'List',
  custom: 'Custom',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  textLength: 'TextLength',
  time: 'Time',
  any: 'None',
};

/** A bound as it is told back: always a formula (d.ts BasicDataValidation). */
const told = (formula: unknown): string => `=${String(formula)}`;

function getRule(validation: HostValidation): unknown {
  const [first, second] = validation.formulae;
  switch (validation.type) {
    case 'list': {
      const source = String(first);
      const literal = source.startsWith('"') && source.endsWith('"');
      return {
        list: {
          inCellDropDown: validation.showDropDown !== true,
          source: literal ? source.slice(1, -1).replace(/""/g, '"') : told(source),
        },
      };
    }
    case 'custom':
      return { custom: { formula: told(first) } };
    case 'whole':
    case 'decimal':
    case 'date':
    case 'textLength': {
      const kind = Object.entries(basicKinds).find(([, type]) => type === validation.type)?.[0] ?? 'decimal';
      const operator = Object.keys(operators).find(
        (name) => operators[name] === (validation.operator ?? 'between'),
      );
      return {
        [kind]: {
          formula1: told(first),
          ...(second === undefined ? {} : { formula2: told(second) }),
          operator,
        },
      };
    }
    default:
      return {};
  }
}

const alertStyles: Readonly<Record<string, string>> = {
  Stop: 'stop',
  Warning: 'warning',
  Information: 'information',
};
const alertSchema = z.object({
  message: z.string().max(255).optional(),
  title: z.string().max(32).optional(),
  showAlert: z.boolean().optional(),
  style: z.enum(['Stop', 'Warning', 'Information']).optional(),
});
const promptSchema = z.object({
  message: z.string().max(255).optional(),
  title: z.string().max(32).optional(),
  showPrompt: z.boolean().optional(),
});

function whenOne<T>(area: Area, answer: (validation: HostValidation) => T): T | null {
  const validation = validationOf(area);
  if (validation === null) return null;
  return answer(validation === 'none' ? noRule : validation);
}

/** True when every cell keeps the rule, null when some do; only rules this host can judge. */
function validity(area: Area, world: World): boolean | null {
  const validation = validationOf(area);
  if (validation === 'none') return true;
  if (validation === null) return null;
  const [first] = validation.formulae;
  if (validation.type !== 'list' || first === undefined)
    throw notImplemented('DataValidation.valid for this kind of rule');
  const offered = listValues(world, first);
  if (!offered) throw notImplemented('DataValidation.valid for this list');
  const allowed = new Set(offered);
  let valid = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = String(valueAt(world, area.sheet, row, column));
      if (value === '' || allowed.has(value)) valid++;
    }
  }
  if (valid === rowCount(area) * columnCount(area)) return true;
  return valid === 0 ? false : null;
}

/** The values a list offers; null when this host cannot follow its source. */
function listValues(world: World, source: string): string[] | null {
  if (source.startsWith('"'))
    return source
      .slice(1, -1)
      .split(',')
      .map((value) => value.trim());
  const named = world.document.names.find(
    (item) => item.name.toLocaleUpperCase() === source.toLocaleUpperCase(),
  );
  const area = namedArea(world, named ? named.formula : source);
  if (!area) return null;
  const values: string[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++)
      values.push(String(valueAt(world, area.sheet, row, column)));
  }
  return values;
}

/** A validation rule as the user meets it at one cell. */
export interface CellValidation {
  readonly rule: HostValidation;
  /** What a list offers; null for other rules and for lists whose source cannot be followed. */
  readonly choices: readonly string[] | null;
}

export function validationAt(
  world: World,
  sheet: ExcelJS.Worksheet,
  row: number,
  column: number,
): CellValidation | null {
  const rule = validationOf({ sheet, top: row, left: column, bottom: row, right: column });
  if (rule === null || rule === 'none') return null;
  const [source] = rule.formulae;
  const isList = rule.type === 'list' && source !== undefined;
  return { rule, choices: isList ? listValues(world, source) : null };
}

function namedArea(world: World, reference: string): Area | null {
  const at = reference.lastIndexOf('!');
  const name = reference.slice(0, at).replace(/^=/, '').replace(/^'|'$/g, '').replace(/''/g, "'");
  const sheet = world.document.book.worksheets.find((candidate) => candidate.name === name);
  const rect = parseAddress(reference.slice(at + 1));
  return sheet && rect ? { sheet, ...rect } : null;
}

/** `DataValidation`. */
export const dataValidationClass: HostClass<Area> = defineClass<Area>({
  name: 'DataValidation',
  ensureAlive: (area, world) => ensureSheetAlive(area.sheet, world),
  properties: {
    // d.ts DataValidation.type: "Inconsistent" and "MixedCriteria" for cells that differ.
    Type: { get: (area) => whenOne(area, ({ type }) => typeNames[type]) ?? 'Inconsistent' },
    Rule: { get: (area) => whenOne(area, getRule), set: (area, value) => setRule(area, value) },
    IgnoreBlanks: {
      get: (area) => whenOne(area, ({ allowBlank }) => allowBlank !== false),
      set(area, value) {
        const allowBlank = readBoolean(value, 'ignoreBlanks');
        change(area, (validation) => ({ ...validation, allowBlank }));
      },
    },
    ErrorAlert: {
      get: (area) =>
        whenOne(area, (validation) => ({
          message: validation.error ?? '',
          title: validation.errorTitle ?? '',
          showAlert: validation.showErrorMessage !== false,
          style:
            Object.keys(alertStyles).find((name) => alertStyles[name] === validation.errorStyle) ?? 'Stop',
        })),
      set(area, value) {
        const alert = read(alertSchema, value, 'errorAlert');
        change(area, (validation) => ({
          ...validation,
          showErrorMessage: alert.showAlert ?? true,
          error: alert.message ?? '',
          errorTitle: alert.title ?? '',
          errorStyle: alertStyles[alert.style ?? 'Stop'] ?? 'stop',
        }));
      },
    },
    Prompt: {
      get: (area) =>
        whenOne(area, (validation) => ({
          message: validation.prompt ?? '',
          title: validation.promptTitle ?? '',
          showPrompt: validation.showInputMessage === true,
        })),
      set(area, value) {
        const prompt = read(promptSchema, value, 'prompt');
        change(area, (validation) => ({
          ...validation,
          showInputMessage: prompt.showPrompt ?? true,
          prompt: prompt.message ?? '',
          promptTitle: prompt.title ?? '',
        }));
      },
    },
    Valid: { onlyByName: true, get: validity },
  },
  methods: {
    Clear(area) {
      ensureUnprotected(area.sheet);
      clearValidation(area);
    },
  },
});
