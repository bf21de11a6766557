import type { CellValue, Plan, WorkbookAction } from '../../plan/action';
import { areaAddress } from '../../register/addresses';
import { headerIndex, locateTables, type LocatedTable } from '../../register/locate';
import { cellAt, findSheet } from '../../register/parse';
import { rowHeights } from '../../register/rowHeights';
import type { TableSnapshot, WorkbookSnapshot } from '../../register/snapshot';
import type { ColumnName } from '../../register/tables';
import { foldLoosely, isErrorValue } from '../../register/text';
import { ANALYSIS_FORMS } from '../../regulations/analysis';
import type { Analysis } from './analysis';
import {
  fingerprint,
  isLineOf,
  isOwnText,
  plainLines,
  sheetLines,
  textHeight,
  type SheetLine,
  type StandingLine,
} from './sheetLines';

/**
 * «Анализ» filled from the register. «Сведения из реестра» is written where it is empty or stands as the product wrote
 * it last, which a hidden column tells; «Выводы» is never touched, and no row with anything of the user's is moved.
 */
export interface AnalysisPlan {
  readonly actions: Plan;
  /** Rows whose facts are written. */
  readonly written: number;
  /** Sections whose facts somebody has changed: they stay as they are. */
  readonly kept: readonly string[];
  /** Sections of another form that hold something of the user's, as the sheet names them. */
  readonly former: readonly string[];
  /** Rows that found no room. */
  readonly withoutRoom: number;
}

const NOTHING: AnalysisPlan = { actions: [], written: 0, kept: [], former: [], withoutRoom: 0 };

type Column = ColumnName<'Анализ'>;
const OUR_COLUMNS: readonly Column[] = ['Пункт', 'Раздел', 'Сведения из реестра', 'Отпечаток сведений'];

/** Nothing where the workbook has no such table, or not all of its columns. */
export function planAnalysis(snapshot: WorkbookSnapshot, analysis: Analysis): AnalysisPlan {
  const sheet = standingSheet(snapshot);
  if (sheet === null) return NOTHING;
  const wanted = sheetLines(analysis);
  const lines = sheet.table.rows.map((_, at) => readLine(sheet, at));
  const matches = match(lines, wanted);
  const slots = arrange(lines, wanted, matches);
  const room = slots.length <= lines.length || canGrow(snapshot, sheet) ? slots.length : lines.length;
  const placed = slots.slice(0, room);
  const rows = Array.from({ length: Math.max(lines.length, placed.length) }, (_, at) =>
    cellsOf(placed[at] ?? null),
  );
  return {
    ...writeRows(sheet, rows),
    kept: [
      ...new Set(
        placed.flatMap((slot) =>
          slot?.wanted !== undefined && slot.line !== undefined && !mayWrite(slot.line, slot.wanted)
            ? [slot.wanted.section]
            : [],
        ),
      ),
    ],
    former: placed.flatMap((slot) =>
      slot?.line !== undefined && slot.wanted === undefined && isOfAnyForm(slot.line)
        ? [`${slot.line.no}. ${slot.line.title}`]
        : [],
    ),
    withoutRoom: slots.length - room,
  };
}

// ---------------------------------------------------------------------------------------------------------
// The sheet as it stands

interface StandingSheet {
  readonly place: LocatedTable;
  readonly table: TableSnapshot;
  readonly indexOf: (column: Column) => number;
}

function standingSheet(snapshot: WorkbookSnapshot): StandingSheet | null {
  const place = locateTables(snapshot).Анализ;
  const table = snapshot.tables.find(({ name }) => name === place?.name);
  if (place === undefined || table === undefined || table.hidesHeaders === true) return null;
  const indexOf = (column: Column): number => headerIndex(table.headers, column);
  return OUR_COLUMNS.every((column) => indexOf(column) >= 0) ? { place, table, indexOf } : null;
}

interface Line extends StandingLine {
  readonly at: number;
  readonly isBlank: boolean;
  /** Conclusions, facts that somebody has changed, cells of columns of the user's own: the row is not moved. */
  readonly isTheirs: boolean;
}

function readLine({ table, indexOf }: StandingSheet, at: number): Line {
  const cells = table.rows[at] ?? [];
  const text = (column: Column): string => {
    const value = cells[indexOf(column)] ?? '';
    return isErrorValue(value) ? '' : plainLines(String(value));
  };
  const ours = [...OUR_COLUMNS, 'Выводы' as const].map(indexOf);
  const hasOther = cells.some(
    (value, index) =>
      !ours.includes(index) &&
      table.formulas[table.headers[index] ?? ''] === undefined &&
      String(value).trim() !== '',
  );
  const standing: StandingLine = {
    no: text('Пункт').trim(),
    title: text('Раздел').trim(),
    facts: text('Сведения из реестра'),
    conclusions: text('Выводы'),
    mark: cells[indexOf('Отпечаток сведений')] ?? '',
  };
  const { no, title, facts, conclusions } = standing;
  return {
    ...standing,
    at,
    isBlank: !hasOther && [no, title, facts, conclusions].every((each) => each.trim() === ''),
    isTheirs: hasOther || conclusions.trim() !== '' || !isOwnText(standing),
  };
}

/** Cells under the table are the user's: it does not grow over them, nor over its totals. */
function canGrow(snapshot: WorkbookSnapshot, { place, table }: StandingSheet): boolean {
  if (table.hasTotals) return false;
  const sheet = findSheet(snapshot, place.sheet);
  const first = place.headerRow + table.rows.length + 1;
  const last =
    sheet?.cells === null || sheet?.cells === undefined
      ? 0
      : sheet.cells.firstRow + sheet.cells.values.length;
  for (let row = first; row < last; row += 1) {
    if (place.headers.some((_, index) => cellAt(sheet, row, place.firstColumn + index).value !== ''))
      return false;
  }
  return true;
}

// ---------------------------------------------------------------------------------------------------------
// Rows to their places

interface Slot {
  readonly line?: Line;
  readonly wanted?: SheetLine;
}

const isOfAnyForm = ({ no, title }: StandingLine): boolean =>
  ANALYSIS_FORMS.some(({ sections }) =>
    sections.some((each) => each.no === no && foldLoosely(each.title) === foldLoosely(title)),
  );

/** The row of a section is known by its number; a title of another form under that number is another section. */
function match(lines: readonly Line[], wanted: readonly SheetLine[]): ReadonlyMap<SheetLine, Line> {
  const taken = new Set<Line>();
  const matches = new Map<SheetLine, Line>();
  for (const each of wanted) {
    const line = lines.find(
      (standing) =>
        !taken.has(standing) &&
        isLineOf(standing, each.no) &&
        (foldLoosely(standing.title) === foldLoosely(each.title) || !isOfAnyForm(standing)),
    );
    if (line === undefined) continue;
    taken.add(line);
    matches.set(each, line);
  }
  return matches;
}

/**
 * Rows stay where they stand. A new one comes after the one before it in the form, if only rows without anything of
 * the user's have to make room, or in a free row before the next; else at the end. Rows of the product's own that no section needs any more are free.
 */
function arrange(
  lines: readonly Line[],
  wanted: readonly SheetLine[],
  matches: ReadonlyMap<SheetLine, Line>,
): readonly (Slot | null)[] {
  const sections = new Map([...matches].map(([each, line]) => [line, each]));
  const slots: (Slot | null)[] = lines.map((line) => {
    const each = sections.get(line);
    if (each !== undefined) return { line, wanted: each };
    const isOurs = !line.isTheirs && line.mark !== '' && line.facts.trim() !== '';
    return line.isBlank || isOurs ? null : { line };
  });
  while (slots.length > 0 && slots.at(-1) === null) slots.pop();
  const isMovable = (slot: Slot | null): boolean =>
    slot === null || (slot.wanted !== undefined && slot.line?.isTheirs !== true);
  let before = -1;
  for (const each of wanted) {
    const at = slots.findIndex((slot) => slot?.wanted === each);
    if (at >= 0) {
      before = at;
      continue;
    }
    const next = before + 1;
    const reach = slots.findIndex((slot, index) => index >= next && slot?.wanted !== undefined);
    const free = slots.slice(0, reach < 0 ? slots.length : reach).indexOf(null, next);
    if (free >= 0) slots[free] = { wanted: each };
    else if (slots.slice(next).every(isMovable)) slots.splice(next, 0, { wanted: each });
    else slots.push({ wanted: each });
    before = slots.findIndex((slot) => slot?.wanted === each);
  }
  return slots;
}

// ---------------------------------------------------------------------------------------------------------
// Cells

const mayWrite = (line: Line, { facts }: SheetLine): boolean => isOwnText(line) || line.facts === facts;

/** The cells of a row in our columns; null where it is the user's whole. */
type Cells = Readonly<Partial<Record<Column, CellValue>>>;

const EMPTY: Cells = { Пункт: '', Раздел: '', 'Сведения из реестра': '', 'Отпечаток сведений': '' };

function cellsOf(slot: Slot | null): Cells {
  if (slot === null) return EMPTY;
  const { line, wanted } = slot;
  if (wanted === undefined) return {};
  const writes = line === undefined || mayWrite(line, wanted);
  return {
    Пункт: /^\d+$/u.test(wanted.no) ? Number(wanted.no) : wanted.no,
    // a title that somebody has reworded stays
    Раздел: line === undefined || line.title === '' ? wanted.title : line.title,
    'Сведения из реестра': writes ? wanted.facts : line.facts,
    'Отпечаток сведений': writes ? fingerprint(wanted.facts) : markOf(line),
  };
}

const markOf = ({ mark }: Line): CellValue =>
  typeof mark === 'number' || typeof mark === 'string' || typeof mark === 'boolean' ? mark : '';

/** Only cells that say something else are written, those that stand together at once. */
function writeRows(
  { place, table, indexOf }: StandingSheet,
  rows: readonly Cells[],
): Pick<AnalysisPlan, 'actions' | 'written'> {
  const { sheet, headerRow, firstColumn } = place;
  const old = (at: number, column: Column): CellValue => table.rows[at]?.[indexOf(column)] ?? '';
  const differs = (at: number, column: Column): boolean => {
    const value = rows[at]?.[column];
    return value !== undefined && plainLines(String(old(at, column))) !== String(value);
  };
  const changed = rows.flatMap((_, at) => (OUR_COLUMNS.some((column) => differs(at, column)) ? [at] : []));
  if (changed.length === 0) return { actions: [], written: 0 };
  const said = (at: number, column: Column): string => String(rows[at]?.[column] ?? old(at, column));
  const heights = new Map(
    changed.map((at) => [
      headerRow + 1 + at,
      Math.max(
        ...(['Пункт', 'Раздел', 'Сведения из реестра', 'Выводы'] as const).map((column) =>
          textHeight(said(at, column), column),
        ),
      ),
    ]),
  );
  const grown: readonly WorkbookAction[] =
    rows.length <= table.rows.length
      ? []
      : [
          {
            kind: 'resizeTable',
            table: place.name,
            sheet,
            address: areaAddress({
              top: headerRow,
              left: firstColumn,
              bottom: headerRow + rows.length,
              right: firstColumn + place.headers.length - 1,
            }),
          },
        ];
  // «6 (ВсОШ)» is a text, «7» a number: they stand under one another
  const aligned = runs(changed.filter((at) => differs(at, 'Пункт'))).map((run): WorkbookAction => {
    const left = firstColumn + indexOf('Пункт');
    const area = { top: headerRow + 1 + run.first, left, bottom: headerRow + 1 + run.last, right: left };
    return { kind: 'setLook', sheet, address: areaAddress(area), look: { horizontal: 'Left' } };
  });
  const written = OUR_COLUMNS.flatMap((column) =>
    runs(changed.filter((at) => differs(at, column))).map((run): WorkbookAction => {
      const left = firstColumn + indexOf(column);
      return {
        kind: 'writeValues',
        sheet,
        address: areaAddress({
          top: headerRow + 1 + run.first,
          left,
          bottom: headerRow + 1 + run.last,
          right: left,
        }),
        values: Array.from({ length: run.last - run.first + 1 }, (_, index) => [
          rows[run.first + index]?.[column] ?? '',
        ]),
      };
    }),
  );
  return {
    // heights before the words: a run cut short after them would not come back for the heights
    actions: [...grown, ...rowHeights(sheet, firstColumn, heights), ...aligned, ...written],
    written: changed.filter(
      (at) => differs(at, 'Сведения из реестра') && said(at, 'Сведения из реестра') !== '',
    ).length,
  };
}

function runs(rows: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = found.at(-1);
    if (run !== undefined && run.last === row - 1) run.last = row;
    else found.push({ first: row, last: row });
  }
  return found;
}
