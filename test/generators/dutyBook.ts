import { writeInputBook } from '../../src/cli/sampleBook';
import type { InputTable } from '../../src/cli/sample';
import { deriveObligations, type Obligation } from '../../src/control/obligations';
import { appendixReadiness } from '../../src/control/readiness';
import { readRules, type AppliedRules } from '../../src/control/rules';
import { planDeadlines } from '../../src/control/sheet';
import { readDecisions, readMeetings, type Decision, type Meeting } from '../../src/control/voting';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { evaluateIndicators } from '../../src/indicators/evaluate';
import { obligationTitle } from '../../src/messages/obligations';
import type { CellValue, Plan } from '../../src/plan/action';
import { cellAddress } from '../../src/register/addresses';
import { passportRow, type PassportKey } from '../../src/register/fixedCells';
import { dressGrowth } from '../../src/register/layout/tableLayout';
import { headerIndex } from '../../src/register/locate';
import { parseRegister } from '../../src/register/parse';
import type { TableSnapshot, WorkbookSnapshot } from '../../src/register/snapshot';
import { planRegister } from '../../src/register/structure';
import type { TableName } from '../../src/register/tables';
import type { RuleCode } from '../../src/regulations';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { applyPlan } from '../../src/workbook/applyPlan';
import { readSnapshot } from '../../src/workbook/readSnapshot';
import { readBook } from './readBook';

/** A register with «Сроки» as a check leaves it, in a host, and what the engine says of the same cells. */

export interface DutyBook {
  readonly tables: readonly InputTable[];
  readonly regulation: string;
  readonly schoolYear: string;
  readonly today: number;
  /** What is edited on «Правила». */
  readonly edits?: Readonly<Partial<Record<RuleCode, CellValue>>>;
  readonly passport?: Readonly<Partial<Record<PassportKey, CellValue>>>;
}

const change = (host: ExcelHost, plan: (snapshot: WorkbookSnapshot) => Plan): Promise<void> =>
  host.run(async (context) => {
    const reading = await readSnapshot(context, REGISTER_SCOPE);
    await applyPlan(context, plan(reading.snapshot), reading);
  });

export function tableOf(snapshot: WorkbookSnapshot, name: TableName): TableSnapshot {
  const table = snapshot.tables.find((each) => each.name === name);
  if (table === undefined) throw new Error(`No table «${name}»`);
  return table;
}

/** The place of a cell in the first row of a table where a column holds the key. */
function placeBeside(
  { headers, rows, headerRow, firstColumn }: TableSnapshot,
  [keyColumn, key]: readonly [column: string, key: CellValue],
  column: string,
): string {
  const at = headerIndex(headers, keyColumn);
  const row = rows.findIndex((cells) => cells[at] === key);
  if (row < 0) throw new Error(`No ${keyColumn} ${String(key)}`);
  return cellAddress(headerRow + 1 + row, firstColumn + headerIndex(headers, column));
}

/** Types beside a key of a table, as a person would; several keys at once. */
export async function typeBeside(
  host: ExcelHost,
  name: TableName,
  keyColumn: string,
  column: string,
  typed: Readonly<Record<string, CellValue>>,
): Promise<void> {
  const entries = Object.entries(typed);
  if (entries.length === 0) return;
  const table = tableOf(await readBook(host), name);
  const keys = table.rows.map((row) => row[headerIndex(table.headers, keyColumn)] ?? '');
  for (const [key, value] of entries) {
    const found = keys.find((each) => String(each) === key) ?? key;
    await host.typeInto(table.sheet, placeBeside(table, [keyColumn, found], column), value);
  }
}

export const typeOnPassport = (host: ExcelHost, key: PassportKey, value: CellValue): Promise<void> =>
  host.typeInto('Паспорт', cellAddress(passportRow(key), 2), value);

export const typeToday = (host: ExcelHost, today: CellValue): Promise<void> =>
  host.typeInto('Правила', 'B1', today);

/** What the engine makes of a workbook, formulas left aside. */
export interface EngineReading {
  readonly rules: AppliedRules;
  readonly obligations: readonly Obligation[];
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly Decision[];
  readonly title: (obligation: Obligation) => string;
}

export function engineReading(snapshot: WorkbookSnapshot, today: number): EngineReading {
  const register = parseRegister(snapshot);
  const rules = readRules(register);
  const meetings = readMeetings(register, rules, today);
  return {
    rules,
    obligations: deriveObligations(register, rules, today, appendixReadiness(evaluateIndicators(register))),
    meetings,
    decisions: readDecisions(register, rules, meetings),
    title: (obligation) => obligationTitle(obligation, rules.regulation.words),
  };
}

/** Writes «Сроки» as a check would. */
export const writeDeadlines = (host: ExcelHost, today: number): Promise<void> =>
  change(host, (snapshot) => {
    const { obligations, title } = engineReading(snapshot, today);
    return dressGrowth(snapshot, planDeadlines(snapshot, obligations, { title }));
  });

/** Builds the register, types rules and passport, and writes «Сроки». The caller disposes of the host. */
export async function buildDutyBook(book: DutyBook): Promise<ExcelHost> {
  const { tables, regulation, schoolYear, today, edits = {}, passport = {} } = book;
  const host = await openHost(await writeInputBook(tables));
  const request = { regulation, schoolYear, today, currentDate: Math.floor(today) };
  await change(host, (snapshot) => planRegister(snapshot, request).actions);
  await typeBeside(host, 'Правила', 'Код', 'Значение', edits);
  for (const [key, value] of Object.entries(passport)) await typeOnPassport(host, key as PassportKey, value);
  await writeDeadlines(host, today);
  return host;
}
