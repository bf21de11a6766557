import type { SourceCell, SourceSheet } from '../adoption';
import { readCsv } from './csv';
import { FileError } from './errors';
import { kindOfFile } from './kind';
import { openBook, type BookPackage, type PackedSheet } from './package/book';
import { newFormulaReader } from './package/formulas';
import { MOST_CELLS, readSheet } from './package/sheet';

/**
 * The sheets of somebody's file as sources of an adoption: .xlsx, .xlsm, .csv; the same in the pane and on the command
 * line. Of a formula its kept result is taken; one that was never calculated is given as its text ("=A2&B2"), so that
 * it is seen and not lost. Dates are serial numbers of the 1900 system with their number format.
 *
 * @param name Name of the file, as its cells are to be told by.
 * @throws FileError when the file is of another kind, locked, damaged or too large.
 */
export async function readSources(name: string, bytes: Uint8Array): Promise<readonly SourceSheet[]> {
  if (kindOfFile(name, bytes) === 'text') return [readCsv(name, bytes)];
  const book = openBook(bytes);
  const read: SourceSheet[] = [];
  let room = MOST_CELLS;
  for (const sheet of book.sheets) {
    await breath();
    const source = sourceOf(name, book, sheet, room);
    room -= source.cells.length;
    read.push(source);
  }
  return read;
}

/** A large workbook takes seconds: between its sheets whoever waits may draw. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function sourceOf(
  file: string,
  book: BookPackage,
  { name, isVisible, part }: PackedSheet,
  room: number,
): SourceSheet {
  const cells: SourceCell[] = [];
  let lastColumn = 0;
  const formulas = newFormulaReader();
  const frame = readSheet(part, book, {
    cell: (cell) => {
      const { row, column, value, format, formula, hasValue } = cell;
      formulas.hear(cell);

      const shown = formula !== null && !hasValue ? formulas.textOf(cell) : value;
      if (shown === '') return;
      if (cells.length === room) throw new FileError('tooManyCells');
      lastColumn = Math.max(lastColumn, column);
      cells.push({ row, column, value: shown, ...(format === undefined ? {} : { format }) });
    },
  });
  const hiddenColumns = frame.hiddenColumns.flatMap(([first, last]) =>
    Array.from({ length: Math.max(0, Math.min(last, lastColumn) - first + 1) }, (_, index) => first + index),
  );
  return {
    file,
    name,
    cells,
    ...(frame.merges.length > 0 ? { merges: frame.merges } : {}),
    ...(frame.hiddenRows.length > 0 ? { hiddenRows: frame.hiddenRows } : {}),
    ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}),
    ...(isVisible ? {} : { isHidden: true }),
  };
}
