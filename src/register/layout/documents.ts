import type { CellValue, WorkbookAction } from '../../plan/action';
import type { Regulation, RegulationDocument } from '../../regulations';
import { areaAddress, cellAddress } from '../addresses';
import type { RegisterNotice } from '../notices';
import { valueAt, type RegisterTable } from '../register';
import { TABLES, columnsOf } from '../tables';
import { foldLoosely } from '../text';
import type { PlacedSheet } from './book';
import { DATE_FORMAT, LOOKS } from './palette';
import { heightFor } from '../rowHeights';
import { bodyArea, lastUsedRow, sheetColumn, wholeArea, type PlacedTable } from './tableLayout';

/**
 * «Документы»: a line for every document the regulation demands. Lines of a former regulation go while nobody has
 * filled them in; whatever somebody has stays.
 */
export interface DocumentsPlan {
  readonly actions: readonly WorkbookAction[];
  /** Rows the table grows by. */
  readonly newRows: number;
  readonly notices: readonly RegisterNotice[];
}

const NAME = 'Документ';
const CLAUSE = 'Пункт положения';

/** The lines a new table begins with. */
export const documentRows = ({ documents }: Regulation): readonly (readonly CellValue[])[] =>
  documents.map(({ name, clause }) => [name, clause]);

/** `from`: the regulation whose lines are to go; null: what is missing is added, and nothing else. */
export function planDocuments(
  table: RegisterTable,
  placed: PlacedTable,
  sheet: PlacedSheet,
  { documents }: Regulation,
  from: Regulation | null,
): DocumentsPlan {
  const nameOf = (row: number): string => String(valueAt(table, row, NAME));
  const isOf = (row: number, { name, clause }: RegulationDocument): boolean =>
    nameOf(row) === name && valueAt(table, row, CLAUSE) === clause;
  const demands = (name: string): RegulationDocument | undefined =>
    documents.find((each) => foldLoosely(each.name) === foldLoosely(name));

  const rows = table.rows.map((_, row) => row);
  const former = rows.filter((row) => from?.documents.some((each) => isOf(row, each)) === true);
  // the document is demanded still, by another clause; the former one may be left of a run cut short, too
  const clauses = new Set<CellValue>(from?.documents.map(({ clause }) => clause));
  const moved = rows.flatMap((row) => {
    const [now, clause] = [demands(nameOf(row)), valueAt(table, row, CLAUSE)];
    return now === undefined || now.clause === clause || !clauses.has(clause) ? [] : [{ row, document: now }];
  });
  const undemanded = former.filter((row) => demands(nameOf(row)) === undefined);
  const vacant = undemanded.filter((row) => isUnfilled(table, placed, row, [NAME, CLAUSE]));
  const listed = new Set(rows.map((row) => foldLoosely(nameOf(row))));
  const missing = documents.filter(({ name }) => !listed.has(foldLoosely(name)));

  let last = rows.length;
  while (last > 0 && isUnfilled(table, placed, last - 1, [])) last -= 1;
  const free = [...vacant, ...rows.slice(last)];
  const grown = Math.max(0, missing.length - free.length);
  const body = bodyArea(placed);
  const mayGrow = placed.snapshot?.hasTotals !== true && lastUsedRow(sheet) <= body.bottom;
  // other suites do not grow a table as one types under it: some blank rows are left
  const newRows = grown > 0 && mayGrow ? grown + TABLES.Документы.spareRows : 0;
  const places = [...free, ...Array.from({ length: newRows }, (_, index) => rows.length + index)];
  const placedLines = missing.slice(0, places.length).map((document, index) => ({
    row: places[index] ?? 0,
    document,
  }));
  const cleared = vacant.slice(missing.length);

  const filled = undemanded.length - vacant.length;
  const unlisted = missing.length - placedLines.length;
  return {
    actions: [
      ...grow(placed, newRows),
      ...cleared.flatMap((row) => writeLine(placed, row, { name: '', clause: '' })),
      ...[...placedLines, ...moved].flatMap(({ row, document }) => writeLine(placed, row, document)),
    ],
    newRows,
    notices: [
      ...(from === null || placedLines.length + vacant.length + filled === 0
        ? []
        : [
            { code: 'documents-changed', added: placedLines.length, removed: vacant.length, filled } as const,
          ]),
      ...(unlisted === 0
        ? []
        : [{ code: 'rows-not-added', table: placed.name, sheet: placed.sheet, count: unlisted } as const]),
    ],
  };
}

/** Nothing stands in the row but in the columns named, and in columns that compute themselves. */
function isUnfilled(
  table: RegisterTable,
  placed: PlacedTable,
  row: number,
  ours: readonly string[],
): boolean {
  const passed = new Set(ours.map((column) => table.indexOf(column)));
  return (table.rows[row] ?? []).every((value, index) => {
    const formula = placed.snapshot?.formulas[placed.headers[index] ?? ''];
    return passed.has(index) || formula?.unbroken === true || (value === '' && formula === undefined);
  });
}

function writeLine(
  placed: PlacedTable,
  row: number,
  { name, clause }: Pick<RegulationDocument, 'name' | 'clause'>,
): readonly WorkbookAction[] {
  const { sheet, headerRow } = placed;
  const at = (column: string): string => cellAddress(headerRow + 1 + row, sheetColumn(placed, column));
  const rowHeight = Math.max(
    ...columnsOf('Документы').map(({ name: column, width }) =>
      heightFor(column === NAME ? name : column === CLAUSE ? clause : '', width),
    ),
  );
  const height: WorkbookAction = { kind: 'setLook', sheet, address: at(NAME), look: { rowHeight } };
  if (sheetColumn(placed, CLAUSE) === sheetColumn(placed, NAME) + 1) {
    const address = `${at(NAME)}:${at(CLAUSE)}`;
    return [height, { kind: 'writeValues', sheet, address, values: [[name, clause]] }];
  }
  return [
    height,
    { kind: 'writeValues', sheet, address: at(NAME), values: [[name]] },
    { kind: 'writeValues', sheet, address: at(CLAUSE), values: [[clause]] },
  ];
}

function grow(placed: PlacedTable, newRows: number): readonly WorkbookAction[] {
  if (newRows === 0) return [];
  const { sheet } = placed;
  const [top, bottom] = [bodyArea(placed).bottom + 1, bodyArea(placed).bottom + newRows];
  return [
    {
      kind: 'resizeTable',
      table: placed.name,
      sheet,
      address: areaAddress({ ...wholeArea(placed), bottom }),
    },
    ...columnsOf('Документы').map(({ name, kind }): WorkbookAction => {
      const column = sheetColumn(placed, name);
      return {
        kind: 'setLook',
        sheet,
        address: areaAddress({ top, left: column, bottom, right: column }),
        look: {
          ...LOOKS.body,
          ...(kind === 'date' ? { numberFormat: DATE_FORMAT, horizontal: 'Left' as const } : {}),
        },
      };
    }),
  ];
}
