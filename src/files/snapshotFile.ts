import type { CellValue } from '../plan/action';
import { areaAddress, parseArea, type Area } from '../register/addresses';
import { SHEET_ANCHORS } from '../register/fixedCells';
import { locateTables } from '../register/locate';
import { sheetOfReference } from '../register/parse';
import { PLAIN_SHEETS, SHEETS } from '../register/sheets';
import type {
  CellBlock,
  ColumnFormula,
  SheetSnapshot,
  TableSnapshot,
  WorkbookSnapshot,
} from '../register/snapshot';
import { FileError } from './errors';
import { kindOfFile } from './kind';
import { openBook, partNamed, relationshipsOf, type BookPackage, type PackedSheet } from './package/book';
import { newFormulaReader } from './package/formulas';
import { MOST_CELLS, readSheet } from './package/sheet';
import { attribute, isOn, newXmlReader } from './package/xml';
import { readText, type ZipPart } from './package/zip';

/**
 * The file of a register as the snapshot `src/workbook` would read of it in Excel, so that `parseRegister` works on it
 * without Excel: for joining many registers one after another. Results of formulas are those kept in the file. Widths
 * and print setups, which only the building of a register asks for, are not read.
 *
 * @throws FileError when the file is of another kind, locked, damaged or too large.
 */
export async function readSnapshotFile(name: string, bytes: Uint8Array): Promise<WorkbookSnapshot> {
  if (kindOfFile(name, bytes) === 'text') throw new FileError('notWorkbook');
  // A turn for whoever waits: files are read one after another.
  await new Promise((resolve) => setTimeout(resolve));
  const book = openBook(bytes);
  const names = book.names.filter(({ sheet }) => sheet === null);
  const tables = new Map(book.sheets.map((sheet) => [sheet.name, tablesOf(book, sheet)]));
  const plain = plainSheets(names, tables);
  const room = { cells: MOST_CELLS };
  const readings = book.sheets.map((sheet) => {
    const own = tables.get(sheet.name) ?? [];
    const isOurs = own.length > 0 || SHEETS.some((known) => known.name === sheet.name);
    const depth = plain.has(sheet.name) ? 'formulas' : isOurs ? 'values' : 'first row';
    return readCells(book, sheet, own, depth, room);
  });
  const snapshot = snapshotOf(book, names, readings);
  const wanted = Object.values(locateTables(snapshot)).flatMap(({ form, sheet }) =>
    form === 'plain' ? [sheet] : [],
  );
  const isPartial = ({ sheet, depth }: SheetReading): boolean =>
    depth === 'first row' && wanted.includes(sheet.name);
  if (!readings.some(isPartial)) return snapshot;
  return snapshotOf(
    book,
    names,
    readings.map((reading) =>
      isPartial(reading) ? readCells(book, reading.sheet, reading.tables, 'values', room) : reading,
    ),
  );
}

/** How much of a sheet is kept, as `src/workbook` reads it. */
type Depth = 'formulas' | 'values' | 'first row';

/** A table as its part of the package tells. */
interface PackedTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

interface SheetReading {
  readonly sheet: PackedSheet;
  readonly tables: readonly PackedTable[];
  readonly depth: Depth;
  /** Filled cells by row, then by column. */
  readonly rows: ReadonlyMap<number, Line>;
  readonly used: Area | null;
  readonly isProtected: boolean;
  readonly validations: readonly Area[];
}

/** The cells of a row, from its first filled column on. */
interface Line {
  readonly left: number;
  readonly values: CellValue[];
  /** By place; absent in a cell without, and `SOME_FORMULA` where only that there is one matters. */
  formulas: string[] | null;
}

const SOME_FORMULA = '=';

/** Cells of one sheet that are held as a rectangle; beyond them only the tables are. */
const SHEET_CELLS = 5_000_000;
/** How far a sheet of fixed cells is read when strays stretch it beyond that. */
const FIXED_WINDOW: Area = { top: 1, left: 1, bottom: 400, right: 60 };
/** How far the first row of a foreign sheet is read. */
const HEADER_COLUMNS = 200;

function plainSheets(
  names: BookPackage['names'],
  tables: ReadonlyMap<string, readonly PackedTable[]>,
): ReadonlySet<string> {
  const anchors: readonly string[] = Object.values(SHEET_ANCHORS);
  const plain: readonly string[] = PLAIN_SHEETS;
  return new Set([
    ...plain,
    ...names.flatMap(({ name, refersTo }) =>
      anchors.includes(name) ? (sheetOfReference(refersTo) ?? []) : [],
    ),
    ...[...tables].flatMap(([sheet, own]) => (own.some(({ name }) => plain.includes(name)) ? [sheet] : [])),
  ]);
}

function tablesOf({ parts }: BookPackage, { part }: PackedSheet): readonly PackedTable[] {
  return relationshipsOf(parts, part.path)
    .filter(({ kind }) => kind === 'table')
    .flatMap(({ path }) => readTable(partNamed(parts, path)));
}

function readTable(part: ZipPart): readonly PackedTable[] {
  const found: PackedTable[] = [];
  readText(
    part,
    newXmlReader({
      open: (element, attributes) => {
        if (element !== 'table') return;
        const area = parseArea(attribute(attributes, 'ref') ?? '');
        if (area === null) throw new FileError('brokenBook');
        found.push({
          name: attribute(attributes, 'displayName') ?? attribute(attributes, 'name') ?? '',
          area,
          hasHeaders: attribute(attributes, 'headerRowCount') !== '0',
          hasTotals: Number(attribute(attributes, 'totalsRowCount') ?? 0) > 0,
        });
      },
      text: () => undefined,
      close: () => undefined,
    }),
  );
  return found;
}

function readCells(
  book: BookPackage,
  sheet: PackedSheet,
  tables: readonly PackedTable[],
  depth: Depth,
  room: { cells: number },
): SheetReading {
  const rows = new Map<number, Line>();
  const formulas = newFormulaReader();
  const firstRows = new Set(tables.map(({ area, hasHeaders }) => (hasHeaders ? area.top + 1 : area.top)));
  const validations: Area[] = [];
  let used: Area | null = null;
  let isProtected = false;
  const addValidation = (ranges: string): void => {
    for (const range of ranges.trim().split(/\s+/)) {
      const area = parseArea(range);
      if (area !== null) validations.push(area);
    }
  };
  readSheet(sheet.part, book, {
    cell: (cell) => {
      const { row, column, value } = cell;
      used =
        used === null
          ? { top: row, left: column, bottom: row, right: column }
          : {
              top: used.top,
              left: Math.min(used.left, column),
              bottom: row,
              right: Math.max(used.right, column),
            };
      if (depth === 'first row' && (row > used.top || column >= used.left + HEADER_COLUMNS)) return;
      room.cells -= 1;
      if (room.cells < 0) throw new FileError('tooManyCells');
      const line = rows.get(row) ?? { left: column, values: [], formulas: null };
      rows.set(row, line);
      for (let at = line.values.length; at < column - line.left; at += 1) line.values.push('');
      line.values[column - line.left] = value;
      if (cell.formula === null) return;
      formulas.hear(cell);
      line.formulas ??= [];
      line.formulas[column - line.left] =
        depth === 'formulas' || firstRows.has(row) ? formulas.textOf(cell) : SOME_FORMULA;
    },
    element: (element, attributes) => {
      if (element === 'sheetProtection') isProtected = isOn(attribute(attributes, 'sheet'));
      else if (element === 'dataValidation') addValidation(attribute(attributes, 'sqref') ?? '');
    },
    text: (element, text) => {
      if (element === 'sqref') addValidation(text);
    },
  });
  return { sheet, tables, depth, rows, used, isProtected, validations };
}

function snapshotOf(
  book: BookPackage,
  names: BookPackage['names'],
  readings: readonly SheetReading[],
): WorkbookSnapshot {
  return {
    sheets: readings.map(sheetSnapshot),
    tables: readings.flatMap((reading) => reading.tables.map((table) => tableSnapshot(reading, table))),
    names: names.map(({ name, refersTo }) => ({ name, refersTo })),
    automaticCalculation: !book.isManual,
  };
}

function sheetSnapshot(reading: SheetReading): SheetSnapshot {
  const { sheet, used, isProtected } = reading;
  return {
    name: sheet.name,
    position: sheet.position,
    visible: sheet.isVisible,
    isProtected,
    used: used === null ? null : areaAddress(used),
    cells: used === null ? null : blockOf(reading, used),
  };
}

function blockOf(reading: SheetReading, used: Area): CellBlock | null {
  const { depth } = reading;
  if (depth === 'first row') {
    const area = { ...used, bottom: used.top, right: Math.min(used.right, used.left + HEADER_COLUMNS - 1) };
    return { firstRow: area.top, firstColumn: area.left, values: rowsIn(reading, area) };
  }
  const area = boundedArea(reading, used);
  if (area === null) return null;
  const values = rowsIn(reading, area);
  return {
    firstRow: area.top,
    firstColumn: area.left,
    values,
    ...(depth === 'formulas' ? { formulas: formulasIn(reading, area, values) } : {}),
  };
}

/** The used cells, or the part of them that matters when a stray cell stretches them beyond measure. */
function boundedArea({ depth, tables }: SheetReading, used: Area): Area | null {
  if ((used.bottom - used.top + 1) * (used.right - used.left + 1) <= SHEET_CELLS) return used;
  const areas = [...tables.map(({ area }) => area), ...(depth === 'formulas' ? [FIXED_WINDOW] : [])];
  const [first, ...others] = areas;
  if (first === undefined) return null;
  const area = others.reduce(
    (one, other) => ({
      top: Math.min(one.top, other.top),
      left: Math.min(one.left, other.left),
      bottom: Math.max(one.bottom, other.bottom),
      right: Math.max(one.right, other.right),
    }),
    first,
  );
  return { ...area, bottom: Math.min(area.bottom, used.bottom), right: Math.min(area.right, used.right) };
}

/** Blank rows share one array, so that a million of them weigh nothing. */
function rowsIn({ rows }: SheetReading, { top, left, bottom, right }: Area): CellValue[][] {
  const blank: CellValue[] = Array.from({ length: right - left + 1 }, () => '');
  return Array.from({ length: bottom - top + 1 }, (_, index) => {
    const line = rows.get(top + index);
    if (line === undefined) return blank;
    return Array.from(
      { length: right - left + 1 },
      (__, place) => line.values[left + place - line.left] ?? '',
    );
  });
}

/** A cell without a formula repeats its value. */
function formulasIn(
  { rows }: SheetReading,
  { top, left }: Area,
  values: readonly CellValue[][],
): CellValue[][] {
  return values.map((row, index) => {
    const line = rows.get(top + index);
    return line === undefined
      ? row
      : row.map((value, place) => {
          const formula = line.formulas?.[left + place - line.left] ?? '';
          return formula === '' ? value : formula;
        });
  });
}

function tableSnapshot(reading: SheetReading, table: PackedTable): TableSnapshot {
  const { area, hasHeaders, hasTotals } = table;
  const headerRow = hasHeaders ? area.top : area.top - 1;
  const body = { ...area, top: headerRow + 1, bottom: hasTotals ? area.bottom - 1 : area.bottom };
  const headers = (rowsIn(reading, { ...area, top: headerRow, bottom: headerRow })[0] ?? []).map(String);
  return {
    name: table.name,
    sheet: reading.sheet.name,
    headerRow,
    firstColumn: area.left,
    headers,
    rows: rowsIn(reading, body),
    hasTotals,
    ...(hasHeaders ? {} : { hidesHeaders: true as const }),
    formulas: columnFormulas(reading, headers, body),
    validated: headers.filter((_, index) =>
      reading.validations.some(
        ({ top, left, bottom, right }) =>
          left <= body.left + index && right >= body.left + index && top <= body.bottom && bottom >= body.top,
      ),
    ),
  };
}

function columnFormulas(
  { rows }: SheetReading,
  headers: readonly string[],
  body: Area,
): Record<string, ColumnFormula> {
  const counts = headers.map(() => 0);
  for (const [row, { left, formulas }] of rows) {
    if (formulas === null || row < body.top || row > body.bottom) continue;
    headers.forEach((_, index) => {
      if ((formulas[body.left + index - left] ?? '') !== '') counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  const first = rows.get(body.top);
  const height = body.bottom - body.top + 1;
  return Object.fromEntries(
    headers.flatMap((header, index): [string, ColumnFormula][] => {
      const count = counts[index] ?? 0;
      const text = first?.formulas?.[body.left + index - first.left] ?? '';
      return count === 0 ? [] : [[header, { first: text, unbroken: count === height }]];
    }),
  );
}
