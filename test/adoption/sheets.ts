import type { CellValue } from '../../src/plan/action';
import { parseArea, type Area } from '../../src/register/addresses';
import { serialOf } from '../../src/register/dates';
import type { SourceCell, SourceSheet } from '../../src/adoption';
import {
  adopt,
  planAdoption,
  type Adoption,
  type AdoptionChoices,
  type AdoptionPlan,
} from '../../src/adoption';
import { snapshotAfter } from '../../src/register/carriedOut';
import { planJournal } from '../../src/register/layout/journal';
import { TABLES, type TableName } from '../../src/register/tables';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { bookOf, type BookOptions, type Row, type Tables } from '../control/registerOf';

/** Sheets drawn as rows of cells, the way a methodist would type them; "" and null leave a cell empty. */

/** A day as a real date of a sheet. */
export interface DayCell {
  readonly day: number;
}

export type Drawn = CellValue | null | DayCell;

export const day = (year: number, month: number, date: number): DayCell => ({
  day: serialOf(year, month, date),
});

export interface SheetOptions {
  /** Where the first cell stands. */
  readonly at?: string;
  /** "A1:F1"; counted from A1 of the sheet. */
  readonly merges?: readonly string[];
  readonly file?: string;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export function sheet(
  name: string,
  rows: readonly (readonly Drawn[])[],
  options: SheetOptions = {},
): SourceSheet {
  const corner = parseArea(options.at ?? 'A1');
  const cells = rows.flatMap((row, at) =>
    row.flatMap((drawn, index): SourceCell[] => {
      if (drawn === null || drawn === '') return [];
      const place = { row: (corner?.top ?? 1) + at, column: (corner?.left ?? 1) + index };
      return [
        typeof drawn === 'object'
          ? { ...place, value: drawn.day, format: 'dd.mm.yyyy' }
          : { ...place, value: drawn },
      ];
    }),
  );
  return {
    file: options.file ?? 'Школы.xlsx',
    name,
    cells,
    merges: (options.merges ?? []).flatMap((address): Area[] => {
      const area = parseArea(address);
      return area === null ? [] : [area];
    }),
    ...(options.hiddenRows === undefined ? {} : { hiddenRows: options.hiddenRows }),
    ...(options.hiddenColumns === undefined ? {} : { hiddenColumns: options.hiddenColumns }),
  };
}

const columnsOf = (table: TableName): readonly string[] => TABLES[table].columns.map(({ name }) => name);

/** The tables adoption fills, with all their columns. */
const TARGETS = [
  'Педагоги',
  'Организации',
  'Курсы',
  'Заседания',
  'Посещаемость',
  'Достижения',
  'ГИА',
  'Деятельность',
  'Мероприятия',
] as const satisfies readonly TableName[];

/** A register with these rows; every column of every table is there. */
export function registerBook(tables: Tables = {}, options: BookOptions = {}): WorkbookSnapshot {
  const all = Object.fromEntries(
    TARGETS.map((name): [TableName, readonly Row[]] => [name, tables[name] ?? []]),
  );
  const columns = Object.fromEntries(
    TARGETS.map((name): [TableName, readonly string[]] => [name, columnsOf(name)]),
  );
  const book = bookOf(all, { ...options, columns });
  return {
    ...book,
    // an empty table has one blank row
    tables: book.tables.map((table) =>
      table.rows.length > 0 ? table : { ...table, rows: [table.headers.map(() => '')] },
    ),
  };
}

export const adoptInto = (
  sheets: readonly SourceSheet[],
  tables: Tables = {},
  choices: AdoptionChoices = {},
): Adoption => adopt(sheets, registerBook(tables), choices);

/** What a table is to get, row by row, empty cells left out. */
export const rowsOf = ({ outcomes }: Adoption, table: TableName): readonly Row[] =>
  outcomes
    .filter((outcome) => outcome.table === table && outcome.state === 'added')
    .map(({ cells }) =>
      Object.fromEntries(cells.filter((cell) => cell.new !== '').map((cell) => [cell.column, cell.new])),
    );

/** One column of the rows a table is to get. */
export const column = (
  adoption: Adoption,
  table: TableName,
  name: string,
): readonly (CellValue | undefined)[] => rowsOf(adoption, table).map((row) => row[name]);

export const teachers = (adoption: Adoption): readonly Row[] => rowsOf(adoption, 'Педагоги');

/** Words of the questions' topics, without their places. */
export const asked = ({ questions }: Adoption): readonly string[] =>
  questions.map(({ topic }) =>
    topic.code === 'value' ? `${topic.column}: ${topic.original} (${topic.doubt})` : topic.code,
  );

export interface Adopted {
  readonly adoption: Adoption;
  readonly plan: AdoptionPlan;
  /** The workbook with the plan carried out. */
  readonly after: WorkbookSnapshot;
}

/** Adopts and carries the plan out, the journal included. */
export function carryOut(
  sheets: readonly SourceSheet[],
  snapshot: WorkbookSnapshot,
  choices: AdoptionChoices = {},
): Adopted {
  const adoption = adopt(sheets, snapshot, choices);
  const plan = planAdoption(snapshot, adoption.outcomes);
  return {
    adoption,
    plan,
    after: snapshotAfter(snapshot, [...plan.actions, ...planJournal(snapshot, plan.journal)]),
  };
}

/** The filled rows of a table of the workbook, empty cells left out. */
export function tableRows(snapshot: WorkbookSnapshot, name: TableName): readonly Row[] {
  const table = snapshot.tables.find((each) => each.name === name);
  return (table?.rows ?? []).flatMap((row): Row[] => {
    const filled = Object.fromEntries(
      (table?.headers ?? []).flatMap((header, at) =>
        (row[at] ?? '') === '' ? [] : [[header, row[at] ?? '']],
      ),
    );
    return Object.keys(filled).length === 0 ? [] : [filled];
  });
}

/** The workbook with one cell of a table typed over. */
export function typed(
  snapshot: WorkbookSnapshot,
  name: TableName,
  row: number,
  header: string,
  value: CellValue,
): WorkbookSnapshot {
  const change = (rows: readonly (readonly CellValue[])[], headers: readonly string[]) =>
    rows.map((cells, at) =>
      at === row ? headers.map((each, index) => (each === header ? value : (cells[index] ?? ''))) : cells,
    );
  return {
    ...snapshot,
    tables: snapshot.tables.map((table) =>
      table.name === name ? { ...table, rows: change(table.rows, table.headers) } : table,
    ),
  };
}

/** The states of a table's rows. */
export const states = ({ outcomes }: Adoption, table: TableName): readonly string[] =>
  outcomes.filter((outcome) => outcome.table === table).map(({ state }) => state);
