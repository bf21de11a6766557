import type { CellValue } from '../../src/plan/action';
import { isoFromSerial, serialFromIso } from '../../src/register/dates';
import type { Register, RegisterTable } from '../../src/register/register';
import { parseSchoolYear } from '../../src/register/schoolYear';
import { TABLES, columnsOf, type TableName } from '../../src/register/tables';
import { DEFAULT_REGULATION, findRegulation, type Regulation, type RuleCode } from '../../src/regulations';

/** Registers small enough to be read in one glance. */

export type Row = Readonly<Record<string, CellValue>>;

export interface Sketch {
  readonly passport?: Readonly<Partial<Register['passport']>>;
  readonly tables?: Readonly<Partial<Record<TableName, readonly Row[]>>>;
  readonly today?: number;
}

/** "2026-05-12" → serial. */
export function day(iso: string): number {
  const serial = serialFromIso(iso);
  if (serial === null) throw new Error(`No such day: ${iso}`);
  return serial;
}

export const iso = (serial: number | null): string | null => (serial === null ? null : isoFromSerial(serial));

export function regulationOf(id: string): Regulation {
  const regulation = findRegulation(id);
  if (regulation === undefined) throw new Error(`No such regulation: ${id}`);
  return regulation;
}

function sketchTable(table: TableName, rows: readonly Row[]): RegisterTable {
  const headers = columnsOf(table).map(({ name }) => name);
  return {
    table,
    sheet: TABLES[table].sheet,
    firstRow: 2,
    firstColumn: 1,
    rows: rows.map((row) => headers.map((header) => row[header] ?? '')),
    indexOf: (column) => headers.indexOf(column),
  };
}

const EMPTY_PASSPORT: Register['passport'] = {
  association: '',
  municipality: '',
  subject: '',
  regulation: '',
  schoolYear: '',
  reportYear: '',
  topic: '',
  leader: '',
  deputy: '',
  secretary: '',
  curator: '',
  orderNumber: '',
  orderDate: '',
  databankDate: '',
};

export function sketch({ passport = {}, tables = {}, today }: Sketch): Register {
  const year = parseSchoolYear(String(passport.schoolYear ?? ''));
  const { parameters } = DEFAULT_REGULATION;
  const built: Partial<Record<TableName, RegisterTable>> = {};
  for (const [name, rows] of Object.entries(tables)) {
    const table = Object.keys(TABLES).find((each): each is TableName => each === name);
    if (table !== undefined) built[table] = sketchTable(table, rows);
  }
  return {
    passport: { ...EMPTY_PASSPORT, ...passport },
    today: today ?? null,
    period: { begin: year?.begin ?? 0, end: year?.end ?? 0 },
    parameters: {
      participantResult: parameters.participantResult.value,
      contestResult: parameters.contestResult.value,
      testMaterials: parameters.testMaterials.value,
      methodistTitles: parameters.methodistTitles.value,
    },
    lists: { education: [], category: [] },
    tables: built,
    confirmed: new Set(),
    meetings: 4,
  };
}

/** Rows of «Правила» as the regulation fills them, some of them edited. */
export const ruleSheet = (
  regulation: Regulation,
  edits: Readonly<Partial<Record<RuleCode, CellValue>>> = {},
): readonly Row[] =>
  regulation.rules.map(({ code, title, value, unit, clause, explanation }) => ({
    Код: code,
    Правило: title,
    Значение: edits[code] ?? value ?? '',
    Единица: unit,
    'Пункт положения': clause,
    Пояснение: explanation,
  }));
