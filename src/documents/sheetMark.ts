import type { CellValue } from '../plan/action';
import { absoluteAddress, parseArea, quoteSheet } from '../register/addresses';
import { sheetOfReference } from '../register/parse';
import { foldCase } from '../register/text';
import type { DocumentRequest } from './produce';

/**
 * The mark of a sheet that is a document of ours: a defined name that leads to it and holds which document it is and a
 * checksum of what was written. So a sheet nobody has touched is told from one the user has edited, in any session.
 */
const MARK = /^Документ_([0-9a-f]{8})_([0-9a-f]{8})$/i;

/** A marked sheet as the names of the workbook tell it. */
export interface MarkedSheet {
  readonly name: string;
  /** Which document it is. */
  readonly document: string;
  /** Checksum of its cells as they were written. */
  readonly cells: string;
  /** Null: the sheet is gone. */
  readonly sheet: string | null;
}

/** The marks among the names of a workbook. */
export function markedSheets(
  names: readonly { readonly name: string; readonly refersTo: string }[],
): readonly MarkedSheet[] {
  return names.flatMap(({ name, refersTo }) => {
    const [, document, cells] = MARK.exec(name) ?? [];
    if (document === undefined || cells === undefined) return [];
    const sheet = sheetOfReference(refersTo);
    return [
      {
        name,
        document: document.toLowerCase(),
        cells: cells.toLowerCase(),
        sheet: refersTo.includes('#REF!') ? null : sheet,
      },
    ];
  });
}

/** Which document it is: the same whatever the register holds. */
export const documentKey = ({ kind, meeting, item }: DocumentRequest): string =>
  checksum(JSON.stringify([kind, meeting ?? null, item === undefined ? null : foldCase(item)]));

/** Name and reference of the mark of a document written from A1. */
export function documentMark(
  request: DocumentRequest,
  sheet: string,
  rows: readonly (readonly CellValue[])[],
): { readonly name: string; readonly refersTo: string } {
  const area = {
    top: 1,
    left: 1,
    bottom: Math.max(1, rows.length),
    right: Math.max(1, rows[0]?.length ?? 1),
  };
  return {
    name: `Документ_${documentKey(request)}_${cellsChecksum('A1', rows)}`,
    refersTo: `=${quoteSheet(sheet)}!${absoluteAddress(area)}`,
  };
}

/** Checksum of cells that begin at an address: of what stands where, blanks left out. */
export function cellsChecksum(address: string, rows: readonly (readonly CellValue[])[]): string {
  const start = parseArea(address);
  const found: unknown[] = [];
  rows.forEach((row, rowAt) => {
    row.forEach((value, columnAt) => {
      if (value === '') return;
      found.push((start?.top ?? 1) + rowAt, (start?.left ?? 1) + columnAt, plainValue(value));
    });
  });
  return checksum(JSON.stringify(found));
}

/** Excel keeps line ends of one kind, and of a number fifteen digits. */
const plainValue = (value: CellValue): string =>
  typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value).replaceAll('\r', '');

/** FNV-1a over UTF-16 units, 32 bits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
