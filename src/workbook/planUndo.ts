import { translateFormulaToR1C1 } from '@borgar/fx';
import type { FoundPrint, Plan, StoredCell, WorkbookAction } from '../plan/action';
import { type Area, type CellPlace, areaAddress, cellAddress, parseArea } from '../register/addresses';
import { sameFormula } from '../register/sameFormula';
import { sheetOfReference } from '../register/parse';
import { foldCase } from '../register/text';
import { mentionsOf } from './mentions';
import { areaOf, covers, meets } from './ranges';
import { type RestorePoint, type UndoStep, type WrittenCells, keyOf } from './restorePoint';
import { type BlockNow, type TableNow, UNREAD, type UndoReading, placesOf } from './undoReading';

/** What taking a plan back comes to, by what stands in the workbook now. */
export interface UndoPlan {
  readonly actions: Plan;
  /** Cells that were left because somebody has typed there since, or because they use what stays. */
  readonly kept: readonly CellPlace[];
  /** Sheets the plan had added that stay: somebody typed there, or formulas that stay need them. */
  readonly keptSheets: readonly string[];
  /** Sheets and tables of the user's that are to be given something back and are not there any more. */
  readonly lost: readonly string[];
  /** Sheets on which rows or columns have been inserted since, so that places are no longer known. */
  readonly moved: readonly string[];
}

/** Decides cell by cell and thing by thing; pure. What is undone already asks for nothing. */
export function planUndo(point: RestorePoint, reading: UndoReading): UndoPlan {
  const places = placesOf(point, reading.sheets, reading.tables);
  const tableNow = (name: string): TableNow | undefined =>
    reading.tables.find((table) => foldCase(table.name) === foldCase(name));
  const stays = whatStays(point, reading);
  const kept: CellPlace[] = [...stays.cells];
  const lost = new Set<string>();
  const moved = new Set<string>();
  const actions: WorkbookAction[] = [];
  // before tables become plain cells or lose columns that formulas on these sheets name
  const removals = places.added.flatMap(({ sheet }): WorkbookAction[] =>
    stays.sheets.has(foldCase(sheet)) ? [] : [{ kind: 'removeSheet', sheet }],
  );

  const going = new Set(removals.map((action) => ('sheet' in action ? foldCase(action.sheet) : '')));
  const again: WorkbookAction[] = [];

  const undone = new Map<UndoStep, UndoneCells>();
  for (const step of point.steps) {
    const sheet = step.kind === 'cells' ? places.sheetNow(step.sheet) : null;
    if (step.kind !== 'cells' || sheet === null) continue;
    const passing = point.passing.filter((each) => places.sheetNow(each.sheet) === sheet);
    undone.set(
      step,
      undoCells(step, sheet, reading, passing, (row, column) =>
        stays.columns.some((each) => each.sheet === sheet && holds(each.area, row, column)),
      ),
    );
  }
  kept.push(...[...undone.values()].flatMap(({ kept: cells }) => cells));
  const left = new Set(kept.map(placeKey));

  for (const step of point.steps) {
    if (step.kind === 'table' || step.kind === 'size') actions.push(...removals.splice(0));
    if (step.kind === 'name') {
      actions.push(...undoName(step, reading, stays.names));
      continue;
    }
    if (step.kind === 'sheet name') {
      const { name: sheet, sheet: name, tabColor, position } = step;
      if (reading.sheets.some((each) => each.name === sheet))
        actions.push({ kind: 'renameSheet', sheet, name, tabColor, position });
      continue;
    }
    if (step.kind === 'removed sheet') {
      const isTaken = reading.sheets.some(
        ({ name }) => foldCase(name) === foldCase(step.sheet) && !going.has(foldCase(name)),
      );
      if (!isTaken) again.push(...step.again);
      continue;
    }
    const sheet = places.sheetNow(step.sheet);
    if (sheet === null) {
      lost.add(step.sheet);
      continue;
    }
    switch (step.kind) {
      case 'cells':
        actions.push(...(undone.get(step)?.actions ?? []));
        break;
      case 'links':
        actions.push(
          ...undoLinks(step, sheet, (row, column) =>
            left.has(placeKey({ sheet, cell: cellAddress(row, column) })),
          ),
        );
        break;
      case 'found':
        actions.push(...step.actions.flatMap((action) => foundOn(action, sheet, stays, reading)));
        break;
      case 'table':
        if (tableNow(step.table) !== undefined && !stays.tables.has(foldCase(step.table)))
          actions.push({ kind: 'removeTable', sheet, table: step.table });
        break;
      case 'table name':
        if (tableNow(step.name) !== undefined) {
          const { name: table, table: name, style } = step;
          actions.push({ kind: 'renameTable', sheet, table, name, style });
        } else if (tableNow(step.table) === undefined) lost.add(step.name);
        break;
      case 'size': {
        const table = tableNow(step.table);
        if (table?.area === undefined || table.area === null) {
          // a table of the plan's own may have become plain cells already
          if (!point.steps.some((each) => each.kind === 'table' && each.table === step.table))
            lost.add(step.table);
        } else if (!standsWhereItStood(table.area, step)) moved.add(sheet);
        else actions.push(...undoSize(step, sheet, table, table.area, stays.columns));
      }
    }
  }
  return {
    actions: [...actions, ...removals, ...again],
    kept: distinct(kept),
    keptSheets: places.added.flatMap(({ sheet }) => (stays.sheets.has(foldCase(sheet)) ? [sheet] : [])),
    lost: [...lost],
    moved: [...moved],
  };
}

const holds = (area: Area, row: number, column: number): boolean =>
  covers(area, { top: row, left: column, bottom: row, right: column });

const placeKey = ({ sheet, cell }: CellPlace): string => JSON.stringify([sheet, cell]);

const distinct = (places: readonly CellPlace[]): CellPlace[] => [
  ...new Map(places.map((place) => [placeKey(place), place])).values(),
];

// ---------------------------------------------------------------------------------------------------------
// Cells

/** What stands there now: read for itself, or with the columns that were added to a table. */
function cellsNow(
  { cells, blocks }: UndoReading,
  sheet: string,
  address: string,
): readonly (readonly StoredCell[])[] {
  const area = parseArea(address);
  const read = cells.get(keyOf({ sheet, address }));
  if (read !== undefined || area === null) return read ?? [];
  const block = blocks.find((each) => each.sheet === sheet && meets(each.area, area));
  if (block === undefined) return [];
  return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
    Array.from(
      { length: area.right - area.left + 1 },
      (__, column) =>
        block.cells[area.top + row - block.area.top]?.[area.left + column - block.area.left] ?? '',
    ),
  );
}

/** The name of the table a block stands in, for `[@Столбец]`. */
function tableAt({ tables }: UndoReading, sheet: string, address: string): string {
  const area = parseArea(address);
  const found = tables.find(
    (table) => table.sheet === sheet && table.area !== null && area !== null && covers(table.area, area),
  );
  return found?.name ?? '';
}

interface UndoneCells {
  readonly actions: readonly WorkbookAction[];
  readonly kept: readonly CellPlace[];
}

/** Where what stands there is what the plan wrote, what stood there before comes back. */
function undoCells(
  step: Extract<UndoStep, { kind: 'cells' }>,
  sheet: string,
  reading: UndoReading,
  passing: readonly WrittenCells[],
  isKept: (row: number, column: number) => boolean,
): UndoneCells {
  const area = parseArea(step.address);
  if (area === null) return { actions: [], kept: [] };
  const now = cellsNow(reading, sheet, step.address);
  const table = tableAt(reading, sheet, step.address);
  const kept: CellPlace[] = [];
  let some = false;
  const cells = step.before.map((row, rowAt) =>
    row.map((before, columnAt): StoredCell | null => {
      const [top, left] = [area.top + rowAt, area.left + columnAt];
      const found = now[rowAt]?.[columnAt] ?? '';
      const address = cellAddress(top, left);
      if (before === null || isKept(top, left)) return null;
      const isOurs =
        isWritten(found, address, step, rowAt, columnAt, table) ||
        passing.some((each) => isWrittenAt(found, top, left, each, table));
      if (!isOurs && !sameCell(found, before, table)) {
        kept.push({ sheet, cell: address });
        return null;
      }
      if (sameCell(found, before, table)) return null;
      some = true;
      return before;
    }),
  );
  return { actions: some ? apart(cells).map((part) => restored(sheet, step.address, part)) : [], kept };
}

type FoundCells = readonly (readonly (StoredCell | null)[])[];

const restored = (sheet: string, address: string, cells: FoundCells): WorkbookAction => ({
  kind: 'restoreCells',
  sheet,
  address,
  cells,
});

/**
 * Formulas first, what was typed over them after: a formula entered into a column of a table may fill the cells
 * beside it that are given nothing (OfficeDev/office-js #1916).
 */
function apart(cells: FoundCells): FoundCells[] {
  const only = (isWanted: (cell: StoredCell) => boolean): FoundCells =>
    cells.map((row) => row.map((cell) => (cell !== null && isWanted(cell) ? cell : null)));
  return [only((cell) => typeof cell === 'object'), only((cell) => typeof cell !== 'object')].filter((part) =>
    part.some((row) => row.some((cell) => cell !== null)),
  );
}

/** The links of a block go, and the former ones come back; those of cells somebody typed into stay. */
function undoLinks(
  { address, targets }: Extract<UndoStep, { kind: 'links' }>,
  sheet: string,
  isKept: (row: number, column: number) => boolean,
): WorkbookAction[] {
  const area = parseArea(address);
  if (area === null) return [];
  const isLeft = (cell: string): boolean => {
    const place = parseArea(cell);
    return place !== null && isKept(place.top, place.left);
  };
  return [
    ...withoutKept(area, isKept).map((part): WorkbookAction => ({
      kind: 'clearLinks',
      sheet,
      address: areaAddress(part),
    })),
    ...Object.entries(targets).flatMap(([cell, target]): WorkbookAction[] =>
      isLeft(cell) ? [] : [{ kind: 'restoreLink', sheet, address: cell, target }],
    ),
  ];
}

/** The area whole, or in stretches of its columns where some of its cells are to be left alone. */
function withoutKept(area: Area, isKept: (row: number, column: number) => boolean): Area[] {
  const stretches: Area[] = [];
  let left = 0;
  for (let column = area.left; column <= area.right; column += 1) {
    let top = area.top;
    for (let row = area.top; row <= area.bottom + 1; row += 1) {
      if (row <= area.bottom && !isKept(row, column)) continue;
      if (row <= area.bottom) left += 1;
      if (row > top) stretches.push({ top, left: column, bottom: row - 1, right: column });
      top = row + 1;
    }
  }
  return left === 0 ? [area] : stretches;
}

const isFilled = (wrote: WrittenCells['wrote']): wrote is { readonly formula: string } => 'formula' in wrote;

function isWritten(
  found: StoredCell,
  cell: string,
  { address, wrote }: WrittenCells,
  row: number,
  column: number,
  table: string,
): boolean {
  if (found === UNREAD) return isFilled(wrote) || typeof wrote[row]?.[column] === 'object';
  if (!isFilled(wrote)) return sameCell(found, wrote[row]?.[column] ?? '', table);
  return typeof found === 'object' && sameFilled(found.formula, cell, wrote.formula, address, table);
}

function isWrittenAt(
  found: StoredCell,
  row: number,
  column: number,
  written: WrittenCells,
  table: string,
): boolean {
  const area = parseArea(written.address);
  if (area === null || !holds(area, row, column)) return false;
  return isWritten(found, cellAddress(row, column), written, row - area.top, column - area.left, table);
}

/** One formula in many cells: its relative addresses move from cell to cell. */
function sameFilled(found: string, cell: string, formula: string, address: string, table: string): boolean {
  if (sameFormula(found, formula, table)) return true;
  const area = parseArea(address);
  if (area === null) return false;
  const first = cellAddress(area.top, area.left);
  return sameFormula(translateFormulaToR1C1(found, cell), translateFormulaToR1C1(formula, first), table);
}

/** Excel keeps a number written as text a number, and line ends of one kind. */
function sameCell(one: StoredCell, other: StoredCell, table: string): boolean {
  if (typeof one === 'object') {
    return typeof other === 'object' && sameFormula(one.formula, other.formula, table);
  }
  return typeof other !== 'object' && (one === other || plainText(one) === plainText(other));
}

const plainText = (value: string | number | boolean): string =>
  (typeof value === 'boolean' ? String(value).toUpperCase() : String(value)).replaceAll('\r', '');

// ---------------------------------------------------------------------------------------------------------
// Names, sizes, looks

/** A name that somebody has pointed at another sheet since is theirs. */
function undoName(
  step: Extract<UndoStep, { kind: 'name' }>,
  { names }: UndoReading,
  stays: ReadonlySet<string>,
): WorkbookAction[] {
  const now = names.find(({ name }) => foldCase(name) === foldCase(step.name));
  if (now === undefined || stays.has(foldCase(step.name))) return [];
  const sheetOf = (reference: string): string => foldCase(sheetOfReference(reference) ?? reference);
  if (sheetOf(now.refersTo) !== sheetOf(step.wrote)) return [];
  if (step.before === null) return [{ kind: 'removeName', name: now.name }];
  return sameFormula(now.refersTo, step.before)
    ? []
    : [{ kind: 'setName', name: now.name, refersTo: step.before }];
}

type SizeStep = Extract<UndoStep, { kind: 'size' }>;

/** Insertions above or to the left of a table move it away from every place that was noted. */
function standsWhereItStood(now: Area, { before }: SizeStep): boolean {
  const area = parseArea(before);
  return area?.top === now.top && area.left === now.left;
}

function undoSize(
  step: SizeStep,
  sheet: string,
  table: TableNow,
  now: Area,
  keptColumns: readonly KeptColumns[],
): WorkbookAction[] {
  const before = parseArea(step.before);
  const after = parseArea(step.after);
  if (before === null || after === null) return [];
  const keptHere = keptColumns.find((each) => each.table === table.name);
  const right =
    after.right > before.right && now.right <= after.right
      ? Math.max(before.right, keptHere?.area.right ?? 0)
      : after.right < before.right && now.right === after.right
        ? before.right
        : now.right;
  // rows somebody has added since stay rows of the table
  const bottom = after.bottom !== before.bottom && now.bottom === after.bottom ? before.bottom : now.bottom;
  const goesFrom = Math.min(right, now.right) + 1;
  if (step.byColumns) {
    if (right >= now.right) return [];
    const names = headersOf(step, goesFrom, now.right);
    return [{ kind: 'removeTableColumns', sheet, table: table.name, names }];
  }
  if (right === now.right && bottom === now.bottom) return [];
  const gone: WorkbookAction[] =
    right >= now.right
      ? []
      : [{ kind: 'clearCells', sheet, address: areaAddress({ ...now, left: goesFrom, right: now.right }) }];
  return [
    { kind: 'resizeTable', sheet, table: table.name, address: areaAddress({ ...now, right, bottom }) },
    ...gone,
  ];
}

function headersOf({ names, before }: SizeStep, from: number, to: number): string[] {
  const first = (parseArea(before)?.right ?? 0) + 1;
  return names.slice(from - first, to - first + 1);
}

/**
 * What was found on a sheet is given back. While some of what the plan made stays, its lists and flags stay too,
 * but for those of columns that go: they belong to one register.
 */
function foundOn(
  action: WorkbookAction,
  sheet: string,
  stays: Stays,
  { printNames }: UndoReading,
): WorkbookAction[] {
  if (!('sheet' in action)) return [];
  const place = 'address' in action ? action.address : 'columns' in action ? action.columns : null;
  const area = typeof place === 'string' ? areaOf(place) : null;
  const isWithin = (columns: readonly { readonly sheet: string; readonly area: Area }[]): boolean =>
    area !== null &&
    columns.some(
      (each) => each.sheet === sheet && each.area.left <= area.left && each.area.right >= area.right,
    );
  if (isWithin(stays.columns)) return [];
  if (stays.some && LIVING.has(action.kind) && !isWithin(stays.going)) return [];
  return [
    action.kind === 'restorePrint'
      ? { ...action, sheet, remove: needless(action.layout, sheet, printNames) }
      : { ...action, sheet },
  ];
}

/** What works with the lists and names of a register. */
const LIVING: ReadonlySet<WorkbookAction['kind']> = new Set([
  'setFlags',
  'clearValidation',
  'restoreValidation',
]);

/** The names of a print area or of titles there were none of. */
const needless = (
  { area, titleRows, titleColumns }: FoundPrint,
  sheet: string,
  names: UndoReading['printNames'],
): string[] =>
  names.flatMap((each) => {
    const isWanted = each.name === 'Print_Area' ? area !== null : (titleRows ?? titleColumns) !== null;
    return each.sheet === sheet && !isWanted ? [each.name] : [];
  });

// ---------------------------------------------------------------------------------------------------------
// What stays because somebody has used it

interface KeptColumns {
  readonly sheet: string;
  readonly table: string;
  /** The added columns that stay, header and body. */
  readonly area: Area;
}

interface Stays {
  /** Folded. */
  readonly sheets: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly columns: readonly KeptColumns[];
  /** Added columns that go. */
  readonly going: readonly { readonly sheet: string; readonly area: Area }[];
  /** Whether anything the plan made stays. */
  readonly some: boolean;
  /** The cells because of which it stays. */
  readonly cells: readonly CellPlace[];
}

/** A thing the plan made: it stays when somebody typed into it, or when something that stays names it. */
interface Made {
  readonly id: string;
  readonly typed: readonly CellPlace[];
  /** Formulas that stand in it, and the table they stand in. */
  readonly formulas: readonly { readonly formula: string; readonly table: string }[];
  /** Things that stay along with it. */
  readonly with: readonly string[];
}

const sheetId = (sheet: string): string => `sheet ${foldCase(sheet)}`;
const tableId = (table: string): string => `table ${foldCase(table)}`;
const nameId = (name: string): string => `name ${foldCase(name)}`;
const columnId = (table: string, at: number): string => `column ${foldCase(table)} ${String(at)}`;

function whatStays(point: RestorePoint, reading: UndoReading): Stays {
  const { added } = placesOf(point, reading.sheets, reading.tables);
  const addedNow = new Set(added.map(({ sheet }) => foldCase(sheet)));
  const made: Made[] = [];
  for (const { sheet, name } of added) {
    const own = point.added.find((each) => each.name === name);
    if (own !== undefined) made.push(madeSheet(sheet, own, reading));
  }
  const columns = point.steps.flatMap((step) => (step.kind === 'size' ? madeColumns(step, reading) : []));
  made.push(...columns.map(({ made: column }) => column));
  for (const step of point.steps) {
    if (step.kind === 'table') made.push({ id: tableId(step.table), typed: [], formulas: [], with: [] });
    if (step.kind === 'name' && step.before === null) {
      const formula = reading.names.find(({ name }) => foldCase(name) === foldCase(step.name))?.refersTo;
      made.push({
        id: nameId(step.name),
        typed: [],
        formulas: formula === undefined ? [] : [{ formula, table: '' }],
        with: [],
      });
    }
  }
  const known = new Map(made.map((each) => [each.id, each]));
  const remembered = new Map<string, string[]>();
  const namedBy = (formula: string, table: string): string[] => {
    const key = JSON.stringify([table, formula]);
    const ids = remembered.get(key) ?? namedAnew(formula, table);
    remembered.set(key, ids);
    return ids;
  };
  const namedAnew = (formula: string, table: string): string[] => {
    const { tables, columns: named, sheets, names } = mentionsOf(formula, table);
    const ids = [
      ...sheets.map(sheetId),
      ...names.map(nameId),
      ...[...tables, ...names].flatMap((each) => {
        const standing = reading.tables.find(({ name }) => foldCase(name) === each);
        return standing === undefined ? [] : [tableId(each), sheetId(standing.sheet)];
      }),
      ...named.flatMap(({ table: of, column }) =>
        columns
          .filter((each) => foldCase(each.table) === of && foldCase(each.header) === column)
          .map((each) => each.made.id),
      ),
    ];
    return ids.filter((id) => known.has(id));
  };

  const staying = new Set<string>();
  const cells: CellPlace[] = [];
  const pending = [
    ...made.filter(({ typed }) => typed.length > 0).map(({ id }) => id),
    ...reading.drawnOn.map(sheetId),
  ];
  cells.push(...made.flatMap(({ typed }) => typed));
  for (const { place, formula, table } of formulasBeside(point, reading)) {
    const ids = namedBy(formula, table);
    if (ids.length === 0) continue;
    cells.push(place);
    pending.push(...ids);
  }
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const thing = known.get(id);
    if (thing === undefined || staying.has(id)) continue;
    staying.add(id);
    pending.push(...thing.with, ...thing.formulas.flatMap(({ formula, table }) => namedBy(formula, table)));
  }
  const keptColumns = columns.filter(({ made: { id } }) => staying.has(id));
  const sheets = new Set([...addedNow].filter((sheet) => staying.has(sheetId(sheet))));
  return {
    sheets,
    tables: foldedOf('table', staying),
    // a name over a sheet that stays does no harm, and a later run looks for it
    names: new Set([
      ...foldedOf('name', staying),
      ...reading.names.flatMap(({ name, refersTo }) =>
        sheets.has(foldCase(sheetOfReference(refersTo) ?? '')) ? [foldCase(name)] : [],
      ),
    ]),
    columns: joined(keptColumns),
    going: columns.filter(({ made: { id } }) => !staying.has(id)),
    some: staying.size > 0,
    cells,
  };
}

const foldedOf = (kind: string, ids: ReadonlySet<string>): Set<string> =>
  new Set([...ids].flatMap((id) => (id.startsWith(`${kind} `) ? [id.slice(kind.length + 1)] : [])));

/** Cells of a sheet we added that hold something else than what the plan wrote. */
function madeSheet(
  sheet: string,
  { written, uses }: RestorePoint['added'][number],
  reading: UndoReading,
): Made {
  const block = reading.blocks.find((each) => each.sheet === sheet);
  const typed: CellPlace[] = [];
  const formulas = [...uses, ...formulasIn(written)].map((formula) => ({ formula, table: '' }));
  if (block !== undefined) {
    const own = writtenOn(written);
    eachCell(block, (row, column, cell) => {
      const table = tableOver(reading, sheet, row, column);
      if (typeof cell === 'object' && cell !== UNREAD) formulas.push({ formula: cell.formula, table });
      if (cell !== '' && !own(row, column, cell, table))
        typed.push({ sheet, cell: cellAddress(row, column) });
    });
  }
  return { id: sheetId(sheet), typed, formulas, with: [] };
}

function eachCell(
  { area, cells }: BlockNow,
  visit: (row: number, column: number, cell: StoredCell) => void,
): void {
  cells.forEach((line, row) => {
    line.forEach((cell, column) => {
      visit(area.top + row, area.left + column, cell);
    });
  });
}

function tableOver({ tables }: UndoReading, sheet: string, row: number, column: number): string {
  const found = tables.filter((table) => table.sheet === sheet);
  const over = found.find(({ area }) => area !== null && holds(area, row, column));
  return over?.name ?? (found.length === 1 ? (found[0]?.name ?? '') : '');
}

type IsOurs = (row: number, column: number, cell: StoredCell, table: string) => boolean;

/**
 * Tells the cells that hold what was written there, once or at last (a plan may have broken off in between), or a
 * formula that was filled into their column.
 */
function writtenOn(written: readonly WrittenCells[]): IsOurs {
  const cells = new Map<string, StoredCell[]>();
  const fills = new Map<number, { formula: string; address: string }[]>();
  for (const { address, wrote } of written) {
    const area = parseArea(address);
    if (area === null) continue;
    for (let column = area.left; column <= area.right; column += 1) {
      if (isFilled(wrote)) {
        fills.set(column, [...(fills.get(column) ?? []), { formula: wrote.formula, address }]);
        continue;
      }
      for (let row = area.top; row <= area.bottom; row += 1) {
        const key = cellAddress(row, column);
        const cell = wrote[row - area.top]?.[column - area.left] ?? '';
        const known = cells.get(key);
        if (known === undefined) cells.set(key, [cell]);
        else known.push(cell);
      }
    }
  }
  return (row, column, cell, table) => {
    const key = cellAddress(row, column);
    if (cell === UNREAD) {
      return fills.has(column) || (cells.get(key) ?? []).some((own) => typeof own === 'object');
    }
    return (
      (cells.get(key) ?? []).some((own) => sameCell(cell, own, table)) ||
      (typeof cell === 'object' &&
        (fills.get(column) ?? []).some(({ formula, address }) =>
          sameFilled(cell.formula, key, formula, address, table),
        ))
    );
  };
}

/** The formulas a plan filled in; those it wrote one by one are read where they stand. */
const formulasIn = (written: readonly WrittenCells[]): string[] =>
  written.flatMap(({ wrote }) => (isFilled(wrote) ? [wrote.formula] : []));

interface MadeColumn {
  readonly made: Made;
  readonly sheet: string;
  readonly table: string;
  readonly header: string;
  readonly area: Area;
}

/** The columns added to a table of the user's, one by one; what stands to the left of one stays with it. */
function madeColumns(step: SizeStep, reading: UndoReading): MadeColumn[] {
  const before = parseArea(step.before);
  const table = reading.tables.find(({ name }) => foldCase(name) === foldCase(step.table));
  const now = table?.area ?? null;
  const block = reading.blocks.find(
    ({ sheet, area }) => sheet === table?.sheet && now !== null && covers(now, area) && area.top === now.top,
  );
  if (before === null || table === undefined || now === null || block === undefined) return [];
  const own = writtenOn(step.written);
  const uses = [...step.uses, ...formulasIn(step.written)].map((formula) => ({
    formula,
    table: table.name,
  }));
  return Array.from({ length: block.area.right - block.area.left + 1 }, (_, index): MadeColumn => {
    const column = block.area.left + index;
    const typed: CellPlace[] = [];
    const formulas = [...uses];
    block.cells.forEach((line, rowAt) => {
      const cell = line[index] ?? '';
      const row = block.area.top + rowAt;
      if (typeof cell === 'object' && cell !== UNREAD)
        formulas.push({ formula: cell.formula, table: table.name });
      const isOurs = cell === '' || rowAt === 0 || own(row, column, cell, table.name);
      if (!isOurs) typed.push({ sheet: table.sheet, cell: cellAddress(row, column) });
    });
    return {
      made: {
        id: columnId(table.name, index),
        typed,
        formulas,
        with: index === 0 ? [] : [columnId(table.name, index - 1)],
      },
      sheet: table.sheet,
      table: table.name,
      header: headerText(block.cells[0]?.[index] ?? ''),
      area: { ...block.area, left: column, right: column },
    };
  });
}

const headerText = (cell: StoredCell): string => (typeof cell === 'object' ? '' : String(cell));

/** Columns that stay side by side, as one area a table. */
function joined(columns: readonly MadeColumn[]): KeptColumns[] {
  const areas = new Map<string, KeptColumns>();
  for (const { sheet, table, area } of columns) {
    const known = areas.get(table);
    areas.set(table, {
      sheet,
      table,
      area:
        known === undefined
          ? area
          : {
              ...area,
              left: Math.min(known.area.left, area.left),
              right: Math.max(known.area.right, area.right),
            },
    });
  }
  return [...areas.values()];
}

/** Formulas on sheets of the user's, but for those that are undone themselves. */
function* formulasBeside(
  point: RestorePoint,
  reading: UndoReading,
): Generator<{ place: CellPlace; formula: string; table: string }> {
  const undone = undonePlaces(point, reading);
  for (const block of reading.formulas) {
    for (const [rowAt, line] of block.cells.entries()) {
      for (const [columnAt, cell] of line.entries()) {
        if (typeof cell !== 'object') continue;
        const row = block.area.top + rowAt;
        const column = block.area.left + columnAt;
        if (undone(block.sheet, row, column)) continue;
        yield {
          place: { sheet: block.sheet, cell: cellAddress(row, column) },
          formula: cell.formula,
          table: tableOver(reading, block.sheet, row, column),
        };
      }
    }
  }
}

/** Cells that hold what the plan wrote, and columns it added: their formulas hold nothing back. */
function undonePlaces(
  point: RestorePoint,
  reading: UndoReading,
): (sheet: string, row: number, column: number) => boolean {
  const places = placesOf(point, reading.sheets, reading.tables);
  const steps = point.steps.flatMap((step) => {
    if (step.kind !== 'cells') return [];
    const sheet = places.sheetNow(step.sheet);
    const area = parseArea(step.address);
    return sheet === null || area === null ? [] : [{ step, sheet, area }];
  });
  const columns = point.steps.flatMap((step) =>
    step.kind === 'size' ? madeColumns(step, reading).map(({ sheet, area }) => ({ sheet, area })) : [],
  );
  return (sheet, row, column) => {
    if (columns.some((each) => each.sheet === sheet && holds(each.area, row, column))) return true;
    return steps.some(({ step, sheet: of, area }) => {
      if (of !== sheet || !holds(area, row, column)) return false;
      const [rowAt, columnAt] = [row - area.top, column - area.left];
      if ((step.before[rowAt]?.[columnAt] ?? null) === null) return false;
      const now = cellsNow(reading, sheet, step.address)[rowAt]?.[columnAt] ?? '';
      const table = tableAt(reading, sheet, step.address);
      return isWritten(now, cellAddress(row, column), step, rowAt, columnAt, table);
    });
  };
}
