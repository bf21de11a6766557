import { ruleIssueWords } from '../messages/rules';
import type { CellValue } from '../plan/action';
import { cellAddress, type CellPlace } from '../register/addresses';
import { isoFromSerial, serialFromIso, shownDate } from '../register/dates';
import { PASSPORT_FIELDS, type PassportKey } from '../register/fixedCells';
import { anchoredSheet, cellAt, passportCell } from '../register/parse';
import { valueAt } from '../register/register';
import { foldCase } from '../register/text';
import { REGULATIONS, RULE_CODES, ruleDefinition, type RuleCode } from '../regulations';
import type { RuleReport, SettingsReport } from './contract';
import type { JudgedRegister } from './judge';

/** The passport, the regulation and its rules as the settings show them. */

type PassportField = SettingsReport['passport'][number];

const DATE_FIELDS: readonly PassportKey[] = ['orderDate', 'databankDate'];

export function settingsReport(judged: JudgedRegister): SettingsReport {
  return {
    passport: PASSPORT_FIELDS.map(({ key, label, required }) => passportField(judged, key, label, required)),
    regulations: REGULATIONS.map(({ id, name }) => ({ id, name })),
    regulation: judged.rules.regulation.id,
    rules: RULE_CODES.filter((code) => code !== 'regulation').map((code) => ruleReport(judged, code)),
  };
}

function passportField(
  { snapshot, register }: JudgedRegister,
  key: PassportKey,
  label: string,
  isRequired: boolean,
): PassportField {
  const { row, column } = passportCell(snapshot, key);
  const cell = cellAt(anchoredSheet(snapshot, 'Паспорт'), row, column);
  const value = register.passport[key];
  const isDate = DATE_FIELDS.includes(key);
  return {
    key,
    label,
    value: isDate && typeof value === 'number' ? isoFromSerial(value) : String(value),
    isRequired,
    choices: key === 'regulation' ? REGULATIONS.map(({ name }) => name) : [],
    isComputed: cell.live,
    isDate,
  };
}

function ruleReport({ register, rules }: JudgedRegister, code: RuleCode): RuleReport {
  const { title, unit, choices = [], kind } = ruleDefinition(code);
  const place = rules.place(code);
  const own = rules.regulation.rules.find((rule) => rule.code === code)?.value ?? '';
  const typed = place === null ? own : (typedRule(register, code) ?? own);
  const issue = rules.issues.find((each) => each.code === code);
  return {
    code,
    title,
    value: kind === 'date' && typeof typed === 'number' ? shownDate(typed) : String(typed),
    unit,
    clause: rules.clause(code),
    explanation: rules.explanation(code),
    choices,
    trouble: issue === undefined ? '' : ruleIssueWords(issue),
    place,
  };
}

function typedRule({ tables }: JudgedRegister['register'], code: RuleCode): CellValue | null {
  const table = tables.Правила;
  if (table === undefined) return null;
  const row = table.rows.findIndex((_, at) => foldCase(String(valueAt(table, at, 'Код')).trim()) === code);
  return row < 0 ? null : valueAt(table, row, 'Значение');
}

/** Where a field of the passport stands; null: there is no passport. */
export function passportPlace({ snapshot }: JudgedRegister, key: PassportKey): CellPlace | null {
  const sheet = anchoredSheet(snapshot, 'Паспорт');
  if (sheet === undefined) return null;
  const { row, column } = passportCell(snapshot, key);
  return { sheet: sheet.name, cell: cellAddress(row, column) };
}

/** What the cell of the passport is to hold: a day becomes a date. */
export const passportValue = (key: PassportKey, typed: string): CellValue =>
  DATE_FIELDS.includes(key) ? (serialFromIso(typed) ?? typed.trim()) : typed.trim();

/** What the cell of a rule is to hold: a whole number becomes a number, everything else stays as typed. */
export const ruleValueTyped = (code: RuleCode, typed: string): CellValue =>
  ruleDefinition(code).kind === 'number' && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed.trim();
