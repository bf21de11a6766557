import type { CellValue } from '../plan/action';
import type { Area } from '../register/addresses';
import type { CellBlock } from '../register/snapshot';
import { covers, union } from './ranges';

type CellRows = readonly (readonly CellValue[])[];

/**
 * The cells of one sheet as they come in, block by block. What was never read, or lies beside the used
 * cells, is empty.
 */
export class Grid {
  private readonly lines = new Map<
    number,
    { left: number; values: readonly CellValue[]; formulas: readonly CellValue[] | null }
  >();
  private readonly covered: Area[] = [];
  private bounds: Area | null = null;

  get isEmpty(): boolean {
    return this.bounds === null;
  }

  /** Notes that the area has been asked for: empty cells in it are known to be empty. */
  cover(area: Area): void {
    this.covered.push(area);
  }

  hasCovered(area: Area): boolean {
    return this.covered.some((known) => covers(known, area));
  }

  /** What is left to be read of an area: the rows under what was read in its full width, or all of it. */
  restBelow(area: Area): Area {
    const known = this.covered.find(
      ({ top, left, right, bottom }) =>
        top <= area.top && left <= area.left && right >= area.right && bottom >= area.top,
    );
    return known === undefined ? area : { ...area, top: known.bottom + 1 };
  }

  put(place: Area, values: CellRows, formulas: CellRows | null): void {
    values.forEach((row, index) => {
      this.lines.set(place.top + index, {
        left: place.left,
        values: row,
        formulas: formulas?.[index] ?? null,
      });
    });
    this.bounds = this.bounds === null ? place : union(this.bounds, place);
  }

  /** Forgets rows that are read anew. */
  drop(top: number, bottom: number): void {
    for (const row of [...this.lines.keys()]) if (row >= top && row <= bottom) this.lines.delete(row);
  }

  /** Values of a row between two columns. */
  row(row: number, left: number, right: number): CellValue[] {
    const line = this.lines.get(row);
    return Array.from(
      { length: right - left + 1 },
      (_, index) => line?.values[left + index - line.left] ?? '',
    );
  }

  /** Values of an area; its blank rows share one array, so that a million of them weigh nothing. */
  rows(area: Area): readonly (readonly CellValue[])[] {
    const blank: readonly CellValue[] = Array.from({ length: area.right - area.left + 1 }, () => '');
    return Array.from({ length: area.bottom - area.top + 1 }, (_, index) =>
      this.lines.has(area.top + index) ? this.row(area.top + index, area.left, area.right) : blank,
    );
  }

  /** Everything read, as one rectangle; null when there is nothing. */
  block(): CellBlock | null {
    return this.bounds === null ? null : this.blockIn(this.bounds);
  }

  /** What was read of an area, as one rectangle. */
  blockIn(area: Area): CellBlock {
    const { top, left, right } = area;
    const values = this.rows(area);
    const hasFormulas = [...this.lines.values()].some(({ formulas }) => formulas !== null);
    if (!hasFormulas) return { firstRow: top, firstColumn: left, values };
    const formulas = values.map((row, index) => {
      const line = this.lines.get(top + index);
      return line?.formulas === undefined || line.formulas === null
        ? row
        : Array.from(
            { length: right - left + 1 },
            (_, place) => line.formulas?.[left + place - line.left] ?? '',
          );
    });
    return { firstRow: top, firstColumn: left, values, formulas };
  }
}

/** Cells as Excel answers them; what is none of the three kinds (a rich value) is its text. */
export const rowsOf = (cells: readonly (readonly unknown[])[]): CellValue[][] =>
  cells.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
        ? cell
        : cell === null || cell === undefined
          ? ''
          : JSON.stringify(cell),
    ),
  );
