import ExcelJS from 'exceljs';
import type { Model } from '@ironcalc/wasm';
import { parseA1Range, toCol } from '@borgar/fx';
import { contentOf, forEachCell, type CellContent } from './cells';
import { newEngineModel } from './engine';
import { isMisread, isWideRange, withoutArrayMinus } from './engine-traps';
import {
  cellsToPrime,
  createReferenceReader,
  type FormulaCell,
  type ReferenceReader,
} from './evaluation-order';
import { addressOf, createA1Translator, quoteSheet, type A1Translator, type SheetName } from './references';
import { carriedOfSheet } from './package/carried';
import type { Calculation, HostDocument, HostValue } from './document';

/**
 * Evaluation of a document by IronCalc, the same WebAssembly engine under Node and in the browser.
 *
 * Reading exact values back: the engine shows a formula's value only through its number format, rounded
 * to nine digits, and gives dates the format m/d/yyyy by itself. Cells that an array spills into, though,
 * are read back raw, with 15 significant digits and no format. So behind every sheet stands a sheet of
 * mirrors: for each column with formulas one `VSTACK(0, column)` whose spilled cells are what is read.
 */

export interface EvaluatedCalculation extends Calculation {
  /** False when nothing is evaluated: formula cells read as "". */
  readonly enabled: boolean;
}

interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

interface LoadedSheet {
  /** Position in the engine's workbook, after the primer; its mirror sheet is at `index + sheets`. */
  index: number;
  name: string;
  sheet: ExcelJS.Worksheet;
  /** Rows of each column (1-based) that hold formulas: the column's mirror covers them all. */
  formulaRows: Map<number, { top: number; bottom: number }>;
  /** Array formulas in it: their other cells hold results, which must not be entered over them. */
  arrays: readonly Rectangle[];
  lastRow: number;
  lastColumn: number;
}

interface Loaded {
  model: Model;
  sheets: Map<string, LoadedSheet>;
  translator: A1Translator;
  /** All formula cells by place, for the order of evaluation. */
  formulas: Map<string, FormulaCell>;
  references: ReferenceReader;
  /** Rows of the primer in use. */
  primed: number;
  /** By formula as written: as the engine is to have it, or undefined when it would misread it. */
  readings: Map<string, string | undefined>;
  isWide: (name: string) => boolean;
}

/** The engine's first sheet: cells to be evaluated before all others (see `evaluation-order.ts`). */
const PRIMER = 0;

/** Cells beyond which patching one by one costs more than loading afresh. */
const PATCH_LIMIT = 20_000;

/** Type code of `getCellType`: errors (spreadsheet TYPE()'s numbers: 1 number, 2 text, 4 logical, 16 error). */
const TYPE_NUMBER = 1;
const TYPE_LOGICAL = 4;
const TYPE_ERROR = 16;

/** What a formula reads as when the engine would misread it or has failed: never an invented value. */
const REFUSED = '#N/IMPL!';

export function createCalculation(
  document: HostDocument,
  options: { enabled?: boolean } = {},
): EvaluatedCalculation {
  const enabled = options.enabled ?? true;
  let loaded: Loaded | undefined;
  let failed = false;
  let structureIsStale = false;
  let pending: { sheet: string; area: Rectangle }[] = [];

  const discard = (): void => {
    loaded?.model.free();
    loaded = undefined;
  };

  const ensure = (): Loaded | undefined => {
    if (failed) return undefined;
    try {
      if (loaded !== undefined && !structureIsStale && pending.length > 0) {
        if (patch(loaded, pending)) loaded.model.evaluate();
        else discard();
      } else if (structureIsStale) {
        discard();
      }
      structureIsStale = false;
      pending = [];
      loaded ??= load(document);
      return loaded;
    } catch (error) {
      // A trap of the WebAssembly (its stack, its memory) leaves the engine unusable.
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      failed = true;
      loaded = undefined;
      return undefined;
    }
  };

  const engineValue = (
    sheetName: string,
    row: number,
    column: number,
  ): { value: HostValue; error: boolean } => {
    const state = ensure();
    const sheet = state?.sheets.get(key(sheetName));
    if (state === undefined || sheet === undefined) return { value: REFUSED, error: true };
    const mirror = sheet.index + state.sheets.size;
    // The mirror's first cell is the dummy zero, so every mirrored cell stands one row lower.
    const text = state.model.getCellContent(mirror, row + 1, column);
    switch (state.model.getCellType(mirror, row + 1, column)) {
      case TYPE_NUMBER:
        return { value: Number(text), error: false };
      case TYPE_LOGICAL:
        return { value: text === 'TRUE', error: false };
      case TYPE_ERROR:
        return { value: text, error: true };
      default:
        return { value: text, error: false };
    }
  };

  const read = (sheetName: string, row: number, column: number): { value: HostValue; error: boolean } => {
    const sheet = document.book.getWorksheet(sheetName);
    const cell = sheet?.findCell(row, column);
    const content: CellContent = cell === undefined ? { kind: 'empty' } : contentOf(cell);
    if (content.kind === 'formula') {
      return enabled ? engineValue(sheetName, row, column) : { value: '', error: false };
    }
    if (isInside(arraysOf(sheet), row, column)) {
      return enabled ? engineValue(sheetName, row, column) : { value: '', error: false };
    }
    if (content.kind === 'error') return { value: content.error, error: true };
    return { value: content.kind === 'value' ? content.value : '', error: false };
  };

  /** Ranges of array formulas by sheet: found once, since only a file brings them. */
  let arrays = new Map<string, Rectangle[]>();
  const arraysOf = (sheet: ExcelJS.Worksheet | undefined): readonly Rectangle[] => {
    if (sheet === undefined) return [];
    const known = arrays.get(sheet.name);
    if (known !== undefined) return known;
    const found = findArrays(sheet);
    arrays.set(sheet.name, found);
    return found;
  };

  return {
    enabled,
    valueOf: (sheet, row, column) => read(sheet, row, column).value,
    isError: (sheet, row, column) => read(sheet, row, column).error,
    cellsChanged(sheet, top, left, bottom, right) {
      const area = { top, left, bottom, right };
      if (loaded !== undefined) pending.push({ sheet, area });
      if ((arrays.get(sheet) ?? []).some((array) => overlap(array, area))) structureIsStale = true;
      if (structureIsStale) arrays = new Map();
    },
    structureChanged() {
      structureIsStale = true;
      arrays = new Map();
    },
    dispose: discard,
  };
}

function key(sheet: string): string {
  return sheet.toLocaleLowerCase();
}

function isInside(areas: readonly Rectangle[], row: number, column: number): boolean {
  return areas.some((area) => overlap(area, { top: row, left: column, bottom: row, right: column }));
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

function findArrays(sheet: ExcelJS.Worksheet): Rectangle[] {
  const found: Rectangle[] = [];
  forEachCell(sheet, (cell) => {
    const value = cell.value;
    if (typeof value !== 'object' || value === null || !('formula' in value)) return;
    const content = contentOf(cell);
    const area =
      content.kind === 'formula' && content.arrayRef !== undefined
        ? rectangleOf(content.arrayRef)
        : undefined;
    if (area !== undefined) found.push(area);
  });
  return found;
}

function load(document: HostDocument): Loaded {
  const model = newEngineModel(expectedBytes(document));
  model.pauseEvaluation();
  const worksheets = document.book.worksheets;
  const count = worksheets.length * 2 + 1;
  for (let made = 1; made < count; made++) model.newSheet();
  // Names of its own first, so that no final name meets one the engine made up for a later sheet.
  for (let index = 0; index < count; index++) model.renameSheet(index, `~${String(index)}`);

  const sheets = new Map<string, LoadedSheet>();
  worksheets.forEach((sheet, position) => {
    const index = PRIMER + 1 + position;
    model.renameSheet(index, sheet.name);
    sheets.set(key(sheet.name), {
      index,
      name: sheet.name,
      sheet,
      formulaRows: new Map(),
      arrays: findArrays(sheet),
      lastRow: 0,
      lastColumn: 0,
    });
  });

  const wideNames = new Set(
    document.names.filter((name) => isWideName(name.formula)).map((name) => name.name.toLocaleLowerCase()),
  );
  const loaded: Loaded = {
    model,
    sheets,
    translator: createA1Translator(document.tables, document.names, sheetNames(document)),
    formulas: new Map(),
    references: createReferenceReader((name) => sheets.get(key(name))?.index),
    primed: 0,
    readings: new Map(),
    isWide: (name) => wideNames.has(name.slice(name.lastIndexOf('!') + 1).toLocaleLowerCase()),
  };
  for (const sheet of sheets.values()) {
    sheet.sheet.eachRow((row) => {
      row.eachCell((cell) => {
        enter(loaded, sheet, cell);
      });
    });
    for (const column of sheet.formulaRows.keys()) placeMirror(loaded, sheet, column);
  }
  prime(loaded);
  model.resumeEvaluation();
  model.evaluate();
  return loaded;
}

function sheetNames(document: HostDocument): SheetName[] {
  return document.book.worksheets.flatMap((sheet) =>
    (carriedOfSheet(sheet)?.names ?? []).map(({ name, formula }) => ({ sheet: sheet.name, name, formula })),
  );
}

/** Whether a name's formula is anything but one cell or a constant. */
function isWideName(formula: string): boolean {
  return /[:[{(,]/.test(formula.replace(/"[^"]*"|'[^']*'/g, '')) && isWideRange(formula);
}

function prime(loaded: Loaded): void {
  if (loaded.primed > 0) loaded.model.rangeClearContents(PRIMER, 1, 1, loaded.primed, 2);
  const cells = cellsToPrime(loaded.formulas.values());
  const names = new Map([...loaded.sheets.values()].map((sheet) => [sheet.index, sheet.name]));
  cells.forEach(({ sheet, row, column }, index) => {
    const place = `${quoteSheet(names.get(sheet) ?? '')}!${addressOf(row, column)}`;
    // Arrays are evaluated before plain formulas, so only an array comes before the mirrors.
    loaded.model.setUserInput(PRIMER, index + 1, 1, `=HSTACK(${place},0)`);
  });
  loaded.primed = cells.length;
}

function placeKey(sheet: LoadedSheet, row: number, column: number): string {
  return `${String(sheet.index)}:${String(row)}:${String(column)}`;
}

/** What a cell takes of the engine's memory, seen with the formulas of the register. */
const BYTES_A_FORMULA = 8_000;
const BYTES_A_VALUE = 500;
const MOST_BYTES = 2 ** 30;

function expectedBytes(document: HostDocument): number {
  let bytes = 0;
  for (const sheet of document.book.worksheets) {
    forEachCell(sheet, (cell) => {
      bytes += cell.type === ExcelJS.ValueType.Formula ? BYTES_A_FORMULA : BYTES_A_VALUE;
    });
  }
  return Math.min(bytes, MOST_BYTES);
}

/** Brings the changed cells up to date; false when loading afresh is needed or cheaper. */
function patch(loaded: Loaded, changes: readonly { sheet: string; area: Rectangle }[]): boolean {
  let cells = 0;
  let formulasChanged = false;
  // ExcelJS goes through all rows to count columns: once a sheet is enough.
  const extents = new Map<LoadedSheet, { bottom: number; right: number }>();
  const extentOf = (sheet: LoadedSheet): { bottom: number; right: number } => {
    const known = extents.get(sheet) ?? {
      bottom: Math.max(sheet.lastRow, sheet.sheet.rowCount),
      right: Math.max(sheet.lastColumn, sheet.sheet.columnCount),
    };
    extents.set(sheet, known);
    return known;
  };
  loaded.model.pauseEvaluation();
  for (const change of changes) {
    const sheet = loaded.sheets.get(key(change.sheet));
    if (sheet === undefined) return false;
    const area = {
      ...change.area,
      bottom: Math.min(change.area.bottom, extentOf(sheet).bottom),
      right: Math.min(change.area.right, extentOf(sheet).right),
    };
    if (area.bottom < area.top || area.right < area.left) continue;
    cells += (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (cells > PATCH_LIMIT || sheet.arrays.some((array) => overlap(array, area))) return false;
    loaded.model.rangeClearContents(sheet.index, area.top, area.left, area.bottom, area.right);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const wasFormula = loaded.formulas.delete(placeKey(sheet, row, column));
        const cell = sheet.sheet.findCell(row, column);
        if (cell !== undefined) enter(loaded, sheet, cell);
        formulasChanged ||= wasFormula || loaded.formulas.has(placeKey(sheet, row, column));
      }
    }
  }
  for (const sheet of loaded.sheets.values()) {
    for (const [column, rows] of sheet.formulaRows) {
      if (mirrorIsStale.has(rows)) placeMirror(loaded, sheet, column);
    }
  }
  if (formulasChanged) prime(loaded);
  loaded.model.resumeEvaluation();
  return true;
}

/** Column extents that grew since their mirror was placed. */
const mirrorIsStale = new WeakSet<object>();

function enter(loaded: Loaded, sheet: LoadedSheet, cell: ExcelJS.Cell): void {
  const content = contentOf(cell);
  if (content.kind === 'empty') return;
  const row = Number(cell.row);
  const column = Number(cell.col);
  sheet.lastRow = Math.max(sheet.lastRow, row);
  sheet.lastColumn = Math.max(sheet.lastColumn, column);
  if (content.kind !== 'formula') {
    if (isInside(sheet.arrays, row, column)) return;
    loaded.model.setUserInput(sheet.index, row, column, plainInput(content));
    return;
  }
  const reading = readingOf(loaded, content.formula);
  if (reading === undefined) {
    loaded.model.setUserInput(sheet.index, row, column, REFUSED);
    cover(sheet, column, row, row);
    return;
  }
  const formula = '=' + loaded.translator.translate(reading, { sheet: sheet.name, row, column });
  loaded.formulas.set(placeKey(sheet, row, column), {
    sheet: sheet.index,
    row,
    column,
    references: loaded.references.referencesOf(formula, sheet.index),
  });
  const array = content.arrayRef === undefined ? undefined : rectangleOf(content.arrayRef);
  if (array === undefined) {
    loaded.model.setUserInput(sheet.index, row, column, formula);
    cover(sheet, column, row, row);
    return;
  }
  const width = array.right - array.left + 1;
  const height = array.bottom - array.top + 1;
  loaded.model.setUserArrayFormula(sheet.index, row, column, width, height, formula);
  for (let part = array.left; part <= array.right; part++) cover(sheet, part, array.top, array.bottom);
}

function readingOf(loaded: Loaded, formula: string): string | undefined {
  if (loaded.readings.has(formula)) return loaded.readings.get(formula);
  const reading = isMisread(formula, loaded.isWide) ? undefined : withoutArrayMinus(formula);
  loaded.readings.set(formula, reading);
  return reading;
}

/** Text always travels behind an apostrophe, or the engine would read «12» or «=а» as something else. */
function plainInput(content: Extract<CellContent, { kind: 'value' | 'error' }>): string {
  if (content.kind === 'error') return content.error;
  switch (typeof content.value) {
    case 'number':
      return String(content.value);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    default:
      return `'${content.value}`;
  }
}

function cover(sheet: LoadedSheet, column: number, top: number, bottom: number): void {
  const known = sheet.formulaRows.get(column);
  if (known === undefined) {
    const rows = { top, bottom };
    sheet.formulaRows.set(column, rows);
    mirrorIsStale.add(rows);
  } else if (top < known.top || bottom > known.bottom) {
    known.top = Math.min(known.top, top);
    known.bottom = Math.max(known.bottom, bottom);
    mirrorIsStale.add(known);
  }
}

function placeMirror(loaded: Loaded, sheet: LoadedSheet, column: number): void {
  const rows = sheet.formulaRows.get(column);
  if (rows === undefined) return;
  const mirror = sheet.index + loaded.sheets.size;
  const name = toCol(column - 1);
  loaded.model.rangeClearContents(mirror, 1, column, rows.bottom + 1, column);
  loaded.model.setUserInput(
    mirror,
    rows.top,
    column,
    `=VSTACK(0,${quoteSheet(sheet.name)}!$${name}$${String(rows.top)}:$${name}$${String(rows.bottom)})`,
  );
  mirrorIsStale.delete(rows);
}

function rectangleOf(ref: string): Rectangle | undefined {
  const range = parseA1Range(ref);
  if (range === undefined || range.top === null || range.left === null) return undefined;
  return {
    top: range.top + 1,
    left: range.left + 1,
    bottom: (range.bottom ?? range.top) + 1,
    right: (range.right ?? range.left) + 1,
  };
}
