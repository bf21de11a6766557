import type ExcelJS from 'exceljs';
import { serialOf } from '../cells';
import { shiftFormula } from '../references';
import { attributesText, childrenOf, escapeXml, textOf, type XmlElement } from '../xml';

/**
 * Data validation, read and written here and not by ExcelJS: it spreads every range over single cells
 * (a rule on a whole column becomes a million of them), runs the formulas of date rules through
 * `new Date`, and drops the drop-down's switch.
 *
 * In the document a rule stands in `validationsOf(sheet)` under its range ("C2:C161"); formulas are texts
 * without "=", for the top-left cell. A rule over several ranges stands under each of them, except when
 * its formulas have relative references, which are meant from the first range: then the key is the whole
 * list, separated by spaces.
 */
export interface HostValidation {
  type: string;
  operator?: string;
  formulae: string[];
  allowBlank?: boolean;
  showInputMessage?: boolean;
  showErrorMessage?: boolean;
  errorStyle?: string;
  errorTitle?: string;
  error?: string;
  promptTitle?: string;
  prompt?: string;
  /** True when the in-cell arrow of a list is hidden (the attribute's name says the opposite). */
  showDropDown?: boolean;
  imeMode?: string;
}

/** ExcelJS keeps validations in a property its typings leave out. */
interface ValidationHolder {
  dataValidations: { model: Record<string, HostValidation> };
}

function holdsValidations(sheet: object): sheet is ValidationHolder {
  return (
    'dataValidations' in sheet &&
    typeof sheet.dataValidations === 'object' &&
    sheet.dataValidations !== null &&
    'model' in sheet.dataValidations
  );
}

/** The sheet's validations by range, open to change. */
export function validationsOf(sheet: ExcelJS.Worksheet): Record<string, HostValidation> {
  return holdsValidations(sheet) ? sheet.dataValidations.model : {};
}

/** Replaces all validations of the sheet. */
export function replaceValidations(sheet: ExcelJS.Worksheet, model: Record<string, HostValidation>): void {
  if (holdsValidations(sheet)) sheet.dataValidations.model = model;
}

/** Rules of a `<dataValidations>` element by range. */
export function readValidations(element: XmlElement): Record<string, HostValidation> {
  const rules: Record<string, HostValidation> = {};
  for (const rule of childrenOf(element.inner)) {
    const sqref = rule.attributes['sqref'];
    if (sqref === undefined) continue;
    const formulas = childrenOf(rule.inner).filter((child) => /^formula[12]$/.test(child.name));
    const validation: HostValidation = {
      type: rule.attributes['type'] ?? 'any',
      formulae: formulas.map(textOf),
    };
    for (const name of TEXT_ATTRIBUTES) {
      const value = rule.attributes[name];
      if (value !== undefined) validation[name] = value;
    }
    for (const name of FLAG_ATTRIBUTES) {
      const value = rule.attributes[name];
      if (value !== undefined) validation[name] = value === '1' || value === 'true';
    }
    const ranges = validation.formulae.every(isAbsolute) ? sqref.trim().split(/\s+/) : [sqref.trim()];
    for (const range of ranges) rules[range] = validation;
  }
  return rules;
}

/** The `<dataValidations>` element; "" when there are no rules. Ranges with one absolute rule share it. */
export function printValidations(model: Readonly<Record<string, unknown>>): string {
  const groups = new Map<string, { rule: string; ranges: string[] }>();
  for (const [range, rule] of Object.entries(model)) {
    if (typeof rule !== 'object' || rule === null) continue;
    const text = printRule(rule);
    const key = formulaeOf(rule).every(isAbsolute) ? text : `${range} ${text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule: text, ranges: [range] });
    else group.ranges.push(range);
  }
  if (groups.size === 0) return '';
  const rules = [...groups.values()].map(({ rule, ranges }) => rule.replace(SQREF_MARK, ranges.join(' ')));
  return `<dataValidations count="${String(rules.length)}">${rules.join('')}</dataValidations>`;
}

const SQREF_MARK = '\u0000';

const TEXT_ATTRIBUTES = [
  'operator',
  'errorStyle',
  'errorTitle',
  'error',
  'promptTitle',
  'prompt',
  'imeMode',
] as const;
const FLAG_ATTRIBUTES = ['allowBlank', 'showInputMessage', 'showErrorMessage', 'showDropDown'] as const;

function printRule(rule: object): string {
  const value = (name: string): unknown => Object.entries(rule).find(([key]) => key === name)?.[1];
  const type = value('type');
  const attributes: Record<string, string | boolean | undefined> = {
    type: typeof type === 'string' && type !== 'any' ? type : undefined,
  };
  for (const name of [...FLAG_ATTRIBUTES, ...TEXT_ATTRIBUTES]) {
    const given = value(name);
    if (given === true || (typeof given === 'string' && given !== '')) attributes[name] = given;
  }
  const formulas = formulaeOf(rule)
    .map((formula, index) => {
      const tag = `formula${String(index + 1)}`;
      return `<${tag}>${escapeXml(formula)}</${tag}>`;
    })
    .join('');
  return `<dataValidation${attributesText(attributes)} sqref="${SQREF_MARK}">${formulas}</dataValidation>`;
}

function formulaeOf(rule: object): string[] {
  const formulae: unknown = 'formulae' in rule ? rule.formulae : undefined;
  return Array.isArray(formulae) ? formulae.slice(0, 2).map(formulaText) : [];
}

/** Whether the formula means the same from every cell. */
function isAbsolute(formula: string): boolean {
  return shiftFormula(formula, 1, 1) === formula;
}

function formulaText(formula: unknown): string {
  if (formula instanceof Date) return String(serialOf(formula));
  const text = String(formula);
  return text.startsWith('=') ? text.slice(1) : text;
}
