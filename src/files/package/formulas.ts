import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { cellAddress } from '../../register/addresses';
import { formulaText, type PackedCell } from './sheet';

/** Prefixes of functions newer than the file format; Excel does not show them. */
const FILE_PREFIX = /\b_xlfn\.(?:_xlws\.)?/g;

/** Tells the formulas of one sheet; each of its cells has to be heard in reading order. */
export interface FormulaReader {
  readonly hear: (cell: PackedCell) => void;
  /** As Excel shows it, with «=»; "" where there is none. */
  readonly textOf: (cell: PackedCell) => string;
}

/** A shared formula stands in the file once, at the first of its cells, and is moved to the others when asked for. */
export function newFormulaReader(): FormulaReader {
  const shared = new Map<string, () => string>();
  const relativeOf = (text: string, from: string): (() => string) => {
    let relative: string | null = null;
    return () => (relative ??= translateFormulaToR1C1(text, from));
  };
  const own = (cell: PackedCell): string =>
    cell.formula === null ? '' : formulaText(cell.formula).replace(FILE_PREFIX, '');
  return {
    hear: (cell) => {
      if (cell.formula === null || cell.formula.shared === null || cell.formula.text === '') return;
      shared.set(cell.formula.shared, relativeOf(own(cell), cellAddress(cell.row, cell.column)));
    },
    textOf: (cell) => {
      if (cell.formula === null) return '';
      if (cell.formula.text !== '') return `=${own(cell)}`;
      const relative = cell.formula.shared === null ? undefined : shared.get(cell.formula.shared);
      return relative === undefined
        ? ''
        : `=${translateFormulaToA1(relative(), cellAddress(cell.row, cell.column))}`;
    },
  };
}
