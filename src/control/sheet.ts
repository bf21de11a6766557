import type { CellValue, Plan, WorkbookAction } from '../plan/action';
import { areaAddress, cellAddress, quoteSheet } from '../register/addresses';
import { headerIndex, locateTables, type LocatedTable } from '../register/locate';
import { findSheet } from '../register/parse';
import type { TableSnapshot, WorkbookSnapshot } from '../register/snapshot';
import { heightFor, rowHeights } from '../register/rowHeights';
import { columnsOf, type ColumnDefinition, type ColumnName, type TableName } from '../register/tables';
import { foldCase } from '../register/text';
import type { Issue } from './issue';
import type { Obligation } from './obligations';

/**
 * «Контроль» and «Сроки» as each check leaves them. Rows are written anew; on «Сроки» what a person typed into
 * «Выполнено» or into columns of their own stays with its code.
 */

/** One line of «Контроль». */
export interface ControlLine {
  readonly severity: string;
  readonly where: string;
  /** What the link leads to; null where there is no such cell. */
  readonly target: string | null;
  readonly trouble: string;
  readonly remedy: string;
  readonly basis: string;
}

/** How issues are said; the words are made outside. */
export interface IssueSpeech {
  readonly severity: (issue: Issue) => string;
  words(issue: Issue): { readonly trouble: string; readonly remedy: string };
  /** What stands there when nothing was found. */
  readonly nothing: string;
  /** What stands there for the issues that are not listed. */
  readonly more: (count: number) => string;
}

/** So many lines are written on the sheet; the pane shows them all. */
export const MOST_LINES = 2000;

export function controlLines(
  issues: readonly Issue[],
  speech: IssueSpeech,
  snapshot: WorkbookSnapshot,
): readonly ControlLine[] {
  const plain = { severity: '', where: '', target: null, remedy: '', basis: '' } as const;
  if (issues.length === 0) return [{ ...plain, trouble: speech.nothing }];
  const lines = issues.slice(0, MOST_LINES).map((issue): ControlLine => {
    const { sheet, cell, clause = '' } = issue;
    const isThere = findSheet(snapshot, sheet) !== undefined;
    return {
      severity: speech.severity(issue),
      where: `${sheet}, ${cell}`,
      target: isThere ? `${quoteSheet(sheet)}!${cell}` : null,
      ...speech.words(issue),
      basis: clause,
    };
  });
  const left = issues.length - lines.length;
  return left === 0 ? lines : [...lines, { ...plain, trouble: speech.more(left) }];
}

/** Nothing to do while the sheet says the same already, or while there is no such table. */
export function planControl(snapshot: WorkbookSnapshot, lines: readonly ControlLine[]): Plan {
  const found = standing(snapshot, 'Контроль');
  if (found === null) return [];
  const columns: readonly Column<'Контроль'>[] = [
    ['Важность', lines.map(({ severity }) => severity)],
    ['Где', lines.map(({ where }) => where)],
    ['Что не так', lines.map(({ trouble }) => trouble)],
    ['Как исправить', lines.map(({ remedy }) => remedy)],
    ['Основание', lines.map(({ basis }) => basis)],
  ];
  if (saysTheSame(found, columns, lines.length)) return [];
  const { place } = found;
  const where = headerIndex(place.headers, 'Где');
  // a link outlives the text it stood on
  const linked: Plan =
    where < 0
      ? []
      : [
          {
            kind: 'clearLinks',
            sheet: place.sheet,
            address: areaAddress({
              top: place.headerRow + 1,
              left: place.firstColumn + where,
              bottom: place.headerRow + bodyRows(lines.length),
              right: place.firstColumn + where,
            }),
          },
        ];
  const links = lines.flatMap(({ target, where: text }, row): WorkbookAction[] =>
    target === null || where < 0
      ? []
      : [
          {
            kind: 'setLink',
            sheet: place.sheet,
            address: cellAddress(place.headerRow + 1 + row, place.firstColumn + where),
            target,
            text,
          },
        ],
  );
  return [...linked, ...writeColumns(found, columns, lines.length), ...links];
}

/** How obligations are said. */
export interface ObligationSpeech {
  readonly title: (obligation: Obligation) => string;
}

/** «Сроки»: the obligations in their order, and codes of former ones that somebody has marked as done. */
export function planDeadlines(
  snapshot: WorkbookSnapshot,
  obligations: readonly Obligation[],
  speech: ObligationSpeech,
): Plan {
  const found = standing(snapshot, 'Сроки');
  if (found === null) return [];
  const { table } = found;
  const codes = new Set(obligations.map(({ code }) => foldCase(code)));
  const codeAt = headerIndex(table.headers, 'Код');
  const doneAt = headerIndex(table.headers, 'Выполнено');
  const known = new Map<string, readonly CellValue[]>();
  for (const row of table.rows) {
    const code = foldCase(String(row[codeAt] ?? ''));
    if (code !== '' && !known.has(code)) known.set(code, row);
  }
  const former = [...known].filter(([code, row]) => !codes.has(code) && (row[doneAt] ?? '') !== '');
  const rows = [
    ...obligations.map((obligation) => ({ obligation, row: known.get(foldCase(obligation.code)) })),
    ...former.map(([, row]) => ({ obligation: null, row })),
  ];
  const kept = (header: string): readonly CellValue[] => {
    const index = headerIndex(table.headers, header);
    return rows.map(({ row }) => row?.[index] ?? '');
  };
  const told = (header: string, value: (obligation: Obligation) => CellValue): readonly CellValue[] =>
    kept(header).map((old, index) => {
      const obligation = rows[index]?.obligation ?? null;
      return obligation === null ? old : value(obligation);
    });
  const columns: readonly Column<'Сроки'>[] = [
    ['Код', told('Код', ({ code }) => code)],
    ['Обязательство', told('Обязательство', speech.title)],
    ['Пункт положения', told('Пункт положения', ({ clause }) => clause)],
    ['Срок', told('Срок', ({ due }) => due ?? '')],
    ['Выполнено', kept('Выполнено')],
    ['Считается с', told('Считается с', (obligation) => countsFrom(obligation) ?? '')],
  ];
  const own: readonly Column<string>[] = table.headers
    .filter((header) => !isDeclared('Сроки', header) && table.formulas[header] === undefined)
    .map((header) => [header, kept(header)]);
  const all = [...columns, ...own];
  return saysTheSame(found, all, rows.length) ? [] : writeColumns(found, all, rows.length);
}

/** First day of what an obligation waits for, where its date does not say it: formulas of the sheet count from it. */
function countsFrom({ duty }: Obligation): number | null {
  switch (duty.kind) {
    case 'meeting':
      return duty.span.begin;
    case 'term':
      return duty.order === null ? null : duty.order + 1;
    default:
      return null;
  }
}

// ---------------------------------------------------------------------------------------------------------
// Tables as they stand

interface Standing {
  readonly place: LocatedTable;
  readonly table: TableSnapshot;
}

type Column<H extends string> = readonly [
  header: H extends TableName ? ColumnName<H> : string,
  values: readonly CellValue[],
];

function standing(snapshot: WorkbookSnapshot, name: TableName): Standing | null {
  const place = locateTables(snapshot)[name];
  const table = snapshot.tables.find((each) => each.name === place?.name);
  // without its header row a table cannot be given another size
  if (place === undefined || table === undefined || table.hidesHeaders === true) return null;
  return { place, table };
}

const isDeclared = (table: TableName, header: string): boolean =>
  columnsOf(table).some(({ name }) => headerIndex([header], name) >= 0);

/** Every table has a row, if a blank one. */
const bodyRows = (rows: number): number => Math.max(1, rows);

function saysTheSame({ table }: Standing, columns: readonly Column<string>[], rows: number): boolean {
  return (
    table.rows.length === bodyRows(rows) &&
    columns.every(([header, values]) => {
      const index = headerIndex(table.headers, header);
      return index < 0 || table.rows.every((row, at) => (row[index] ?? '') === (values[at] ?? ''));
    })
  );
}

/** The columns written whole, the table made as long as they are, its formulas filled down. */
function writeColumns({ place, table }: Standing, columns: readonly Column<string>[], rows: number): Plan {
  const { sheet, headerRow, firstColumn, headers } = place;
  const longest = Math.max(bodyRows(rows), table.rows.length);
  const area = (index: number, bottom: number, top = headerRow + 1): string =>
    areaAddress({ top, left: firstColumn + index, bottom, right: firstColumn + index });
  const resized: WorkbookAction = {
    kind: 'resizeTable',
    table: place.name,
    sheet,
    address: areaAddress({
      top: headerRow,
      left: firstColumn,
      bottom: headerRow + bodyRows(rows),
      right: firstColumn + headers.length - 1,
    }),
  };
  const leftOver: readonly WorkbookAction[] =
    table.rows.length <= bodyRows(rows)
      ? []
      : [
          {
            kind: 'clearCells',
            sheet,
            address: areaAddress({
              top: headerRow + bodyRows(rows) + 1,
              left: firstColumn,
              bottom: headerRow + longest,
              right: firstColumn + headers.length - 1,
            }),
          },
        ];
  return [
    ...(table.rows.length === bodyRows(rows) ? [] : [...leftOver, resized]),
    // before the words: a run cut short after them would not come back for the heights
    ...rowHeights(
      sheet,
      firstColumn,
      new Map(
        Array.from({ length: longest }, (_, row) => [
          headerRow + 1 + row,
          heightOf(place.table, columns, row),
        ]),
      ),
    ),
    ...columns.flatMap(([header, values]): WorkbookAction[] => {
      const index = headerIndex(headers, header);
      if (index < 0) return [];
      const cells = Array.from({ length: bodyRows(rows) }, (_, row) => [values[row] ?? '']);
      return [
        { kind: 'writeValues', sheet, address: area(index, headerRow + bodyRows(rows)), values: cells },
      ];
    }),
    ...headers.flatMap((header, index): WorkbookAction[] => {
      const formula = table.formulas[header]?.first ?? '';
      if (!formula.startsWith('=') || table.rows.length >= bodyRows(rows)) return [];
      return [{ kind: 'fillFormula', sheet, address: area(index, headerRow + bodyRows(rows)), formula }];
    }),
  ];
}

/** Wide enough for a column whose width is the user's own affair. */
const USUAL_WIDTH = 20;

/** Height of the row of a table as its longest text asks for. */
function heightOf(table: TableName, columns: readonly Column<string>[], row: number): number {
  const declared: readonly ColumnDefinition[] = columnsOf(table);
  return Math.max(
    ...columns.map(([header, values]) => {
      const width = declared.find(({ name }) => name === header)?.width ?? USUAL_WIDTH;
      return heightFor(String(values[row] ?? ''), width);
    }),
  );
}
