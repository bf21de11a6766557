import type { CellValue, Plan, WorkbookAction } from '../plan/action';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldCase } from '../register/text';
import type { DocumentRequest } from './produce';
import { type DocumentSheet, planDocumentSheet } from './sheet';
import { cellsChecksum, documentKey, documentMark, markedSheets } from './sheetMark';

/** What stands on a sheet: its used cells from `address` on, and whether there is more than values. */
export interface StandingSheet {
  readonly sheet: string;
  readonly address: string;
  readonly values: readonly (readonly CellValue[])[];
  readonly hasMore: boolean;
  /** Formulas elsewhere lead to the sheet: they would not find it after it was deleted and made anew. */
  readonly isReferredTo: boolean;
}

/** Where a document goes in a workbook. */
export interface DocumentPlacement {
  readonly sheet: string;
  /** Empty but for showing the sheet where it is already as it would be. */
  readonly actions: Plan;
  readonly outcome: 'new' | 'made again' | 'unchanged';
  /** Its usual sheet, which is left as it is, and why; null: nothing stood in the way. */
  readonly left: { readonly sheet: string; readonly why: 'edited' | 'foreign' | 'referred' } | null;
  /** Name of its mark. */
  readonly mark: string;
}

/** The sheets that were made for this document before: what stands on them has to be known to place it. */
export const formerSheets = (
  request: DocumentRequest,
  { names, sheets }: Pick<WorkbookSnapshot, 'names' | 'sheets'>,
): readonly string[] => [
  ...new Set(
    markedSheets(names).flatMap(({ document, sheet }) =>
      document === documentKey(request) && sheets.some(({ name }) => name === sheet) && sheet !== null
        ? [sheet]
        : [],
    ),
  ),
];

const TAB_COLOR = '#8A5A83';
const LONGEST_NAME = 31;

/**
 * Where a document is put: in the place of the sheet made for it before, when nobody has touched that and no formula
 * leads to it; otherwise on a new sheet, «… (2)» where the name is taken. `again` gives back the plan of a sheet of this session by its mark.
 */
export function placeDocument(
  request: DocumentRequest,
  layout: DocumentSheet,
  { names, sheets }: Pick<WorkbookSnapshot, 'names' | 'sheets'>,
  standing: readonly StandingSheet[],
  again: (mark: string) => Plan | undefined,
): DocumentPlacement {
  const marks = markedSheets(names);
  const gone = marks.flatMap(({ name, sheet }): WorkbookAction[] =>
    sheet === null ? [{ kind: 'removeName', name }] : [],
  );
  const cells = cellsChecksum('A1', layout.rows);
  let left: DocumentPlacement['left'] = null;
  for (let number = 1; ; number += 1) {
    const sheet = numbered(layout.name, number);
    const { name: mark, refersTo } = documentMark(request, sheet, layout.rows);
    const make = (position: number): Plan => [
      ...planDocumentSheet(layout, sheet, { position, tabColor: TAB_COLOR }),
      { kind: 'setName', name: mark, refersTo },
      { kind: 'activate', sheet },
    ];
    const found = sheets.find(({ name }) => foldCase(name) === foldCase(sheet));
    if (found === undefined) {
      return { sheet, actions: [...gone, ...make(sheets.length)], outcome: 'new', left, mark };
    }
    const own = marks.find((each) => each.sheet === found.name && each.document === documentKey(request));
    const content = standing.find((each) => each.sheet === found.name);
    const isUntouched =
      own !== undefined &&
      content !== undefined &&
      !content.hasMore &&
      found.visible &&
      !found.isProtected &&
      cellsChecksum(content.address, content.values) === own.cells;
    if (isUntouched && own.cells === cells) {
      const actions: Plan = [{ kind: 'activate', sheet: found.name }];
      return { sheet: found.name, actions, outcome: 'unchanged', left, mark: own.name };
    }
    if (isUntouched && !content.isReferredTo) {
      const actions: Plan = [
        ...gone,
        { kind: 'removeName', name: own.name },
        { kind: 'removeSheet', sheet: found.name, again: again(own.name) ?? [] },
        ...make(found.position),
      ];
      return { sheet, actions, outcome: 'made again', left, mark };
    }
    const why = own === undefined ? 'foreign' : isUntouched ? 'referred' : 'edited';
    left ??= { sheet: found.name, why };
  }
}

const numbered = (name: string, number: number): string => {
  if (number === 1) return name;
  const end = ` (${String(number)})`;
  return `${name.slice(0, LONGEST_NAME - end.length).trimEnd()}${end}`;
};
