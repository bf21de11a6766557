import type { CellValue } from '../../src/plan/action';
import { areaAddress } from '../../src/register/addresses';
import {
  APPENDIX_COLUMNS,
  APPENDIX_HEADER_ROW,
  RULE_CELLS,
  RULE_CELL_NAMES,
  type RuleCell,
} from '../../src/register/fixedCells';
import { parseRegister } from '../../src/register/parse';
import type { Register } from '../../src/register/register';
import { serialOf } from '../../src/register/dates';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../src/register/snapshot';
import { TABLES, type TableName } from '../../src/register/tables';

/** Snapshots written down as a methodist would draw them: rows of cells, the first row the headers. */
export type Rows = readonly (readonly CellValue[])[];

/** 12 May 2026: the day the examples are counted on, late in the school year 2025/2026. */
export const TODAY = serialOf(2026, 5, 12);

/** A day inside the school year 2025/2026. */
export const IN_YEAR = serialOf(2025, 11, 20);

export interface TablePlace {
  readonly sheet?: string;
  readonly name?: string;
  readonly headerRow?: number;
  readonly firstColumn?: number;
  readonly hasTotals?: boolean;
  readonly formulas?: TableSnapshot['formulas'];
}

/** A table of the register, on its own sheet unless told otherwise. */
export function tableOf(
  table: TableName,
  [headers = [], ...rows]: Rows,
  place: TablePlace = {},
): TableSnapshot {
  return {
    name: place.name ?? table,
    sheet: place.sheet ?? TABLES[table].sheet,
    headerRow: place.headerRow ?? 1,
    firstColumn: place.firstColumn ?? 1,
    headers: headers.map(String),
    rows: rows.length > 0 ? rows : [headers.map(() => '')],
    hasTotals: place.hasTotals ?? false,
    formulas: place.formulas ?? {},
  };
}

/** A sheet of cells; the first row given stands in `firstRow`. */
export function sheetOf(
  name: string,
  values: Rows,
  {
    firstRow = 1,
    firstColumn = 1,
    formulas,
  }: { firstRow?: number; firstColumn?: number; formulas?: Rows } = {},
): SheetSnapshot {
  const isEmpty = values.length === 0;
  const right = firstColumn + Math.max(0, ...values.map((row) => row.length)) - 1;
  return {
    name,
    position: 0,
    visible: true,
    isProtected: false,
    used: isEmpty
      ? null
      : areaAddress({ top: firstRow, left: firstColumn, bottom: firstRow + values.length - 1, right }),
    cells: isEmpty
      ? null
      : { firstRow, firstColumn, values, ...(formulas === undefined ? {} : { formulas }) },
  };
}

/** A workbook of tables, each on a sheet of its cells, and of further sheets. */
export function workbookOf(
  tables: readonly TableSnapshot[],
  sheets: readonly SheetSnapshot[] = [],
  names: WorkbookSnapshot['names'] = [],
): WorkbookSnapshot {
  const own = tables
    .filter(({ sheet }) => !sheets.some(({ name }) => name === sheet))
    .map(({ sheet, headers, rows, headerRow, firstColumn }) =>
      sheetOf(sheet, [headers, ...rows], { firstRow: headerRow, firstColumn }),
    );
  return {
    sheets: [...own, ...sheets].map((sheet, position) => ({ ...sheet, position })),
    tables,
    names,
    automaticCalculation: true,
  };
}

/** «Правила» with its fixed cells as a new register has them, but for those given. */
export function rulesOf(cells: Readonly<Partial<Record<RuleCell, CellValue>>> = {}): SheetSnapshot {
  const usual: Partial<Record<RuleCell, CellValue>> = {
    today: TODAY,
    participantResult: 'участник',
    contestResult: 'участник',
    testMaterials: 'материалы',
    methodistTitles: 'да',
    ...cells,
  };
  const byRow = new Map<number, CellValue>(
    RULE_CELL_NAMES.map((cell) => [RULE_CELLS[cell], usual[cell] ?? '']),
  );
  const last = Math.max(...Object.values(RULE_CELLS));
  return sheetOf(
    'Правила',
    Array.from({ length: last }, (_, index) => [
      index === 0 ? 'Дата расчёта' : '',
      byRow.get(index + 1) ?? '',
    ]),
  );
}

/** «Приложение» with marks in «Ноль подтверждён», by the number of the row. */
export function appendixOf(confirmed: Readonly<Record<string, CellValue>>): SheetSnapshot {
  const rows = Object.entries(confirmed).map(([no, mark]) => {
    const row: CellValue[] = Array.from({ length: APPENDIX_COLUMNS.confirmed }, () => '');
    row[APPENDIX_COLUMNS.no - 1] = no;
    row[APPENDIX_COLUMNS.confirmed - 1] = mark;
    return row;
  });
  const above = Array.from({ length: APPENDIX_HEADER_ROW }, (_, index) =>
    index === 0 ? ['Приложение к анализу'] : [''],
  );
  return sheetOf('Приложение', [...above, ...rows]);
}

export interface RegisterParts {
  readonly rules?: Readonly<Partial<Record<RuleCell, CellValue>>>;
  readonly confirmed?: Readonly<Record<string, CellValue>>;
  readonly further?: readonly TableSnapshot[];
}

/** The register of tables drawn as rows, counted on 12 May 2026 unless told otherwise. */
export function registerOf(
  tables: Readonly<Partial<Record<TableName, Rows>>>,
  { rules = {}, confirmed = {}, further = [] }: RegisterParts = {},
): Register {
  const drawn = Object.entries(tables).map(([name, rows]) => tableOf(name as TableName, rows));
  return parseRegister(workbookOf([...drawn, ...further], [rulesOf(rules), appendixOf(confirmed)]));
}
