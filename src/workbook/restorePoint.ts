import type {
  CellLook,
  FoundLook,
  FoundPrint,
  FoundValidation,
  Plan,
  StoredCell,
  ValidationRule,
  WorkbookAction,
} from '../plan/action';
import { type Area, areaAddress, columnLetters, parseArea } from '../register/addresses';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../register/snapshot';
import { areaOf, covers, meets } from './ranges';

/**
 * What stood in a workbook before a plan was carried out, and what the plan put there: enough to take the plan
 * back, and to tell what somebody has typed since. Plain data.
 */
export interface RestorePoint {
  /** Sheets the plan added. */
  readonly added: readonly AddedSheet[];
  /** What is to be undone on things that were there before, in the order in which it is. */
  readonly steps: readonly UndoStep[];
  /** What the plan wrote and then wrote over: it stands there when the plan broke off in between. */
  readonly passing: readonly (SheetArea & Pick<WrittenCells, 'wrote'>)[];
  /** Cells of sheets that were there before which the plan wrote over. */
  readonly cells: number;
}

export interface AddedSheet {
  readonly name: string;
  readonly written: readonly WrittenCells[];
  /** Tables the plan made on it: the sheet is known by them when somebody has renamed it. */
  readonly tables: readonly string[];
  /** Formulas of its lists and flags: what they name has to stay as long as the sheet does. */
  readonly uses: readonly string[];
}

/** What a plan wrote into a rectangle: cell by cell, or one formula into each. */
export interface WrittenCells {
  readonly address: string;
  readonly wrote: readonly (readonly StoredCell[])[] | { readonly formula: string };
}

export type UndoStep =
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly address: string;
      /** Null: nothing to be done about this cell. */
      readonly before: readonly (readonly (StoredCell | null)[])[];
      readonly wrote: WrittenCells['wrote'];
    }
  | {
      readonly kind: 'links';
      readonly sheet: string;
      readonly address: string;
      /** Targets as they were, by cell. */
      readonly targets: Readonly<Record<string, string>>;
    }
  /** Looks, lists, widths and the like, given back as they were found. */
  | { readonly kind: 'found'; readonly sheet: string; readonly actions: Plan }
  | {
      readonly kind: 'name';
      readonly name: string;
      /** Null: there was none. */
      readonly before: string | null;
      readonly wrote: string;
    }
  | {
      readonly kind: 'sheet name';
      readonly sheet: string;
      readonly name: string;
      readonly tabColor: string;
      readonly position: number;
    }
  /** A sheet of our own that made room for another; what puts it back. */
  | { readonly kind: 'removed sheet'; readonly sheet: string; readonly again: Plan }
  /** A table made of plain cells. */
  | { readonly kind: 'table'; readonly sheet: string; readonly table: string }
  | {
      readonly kind: 'table name';
      readonly sheet: string;
      readonly table: string;
      readonly name: string;
      readonly style: string;
    }
  | {
      readonly kind: 'size';
      readonly sheet: string;
      readonly table: string;
      readonly before: string;
      readonly after: string;
      /** Columns were added by Excel's own means, because the table shows totals. */
      readonly byColumns: boolean;
      /** Headers of the columns added by those means. */
      readonly names: readonly string[];
      /** What was written into the columns that were added. */
      readonly written: readonly WrittenCells[];
      /** Formulas of their lists. */
      readonly uses: readonly string[];
    };

export type FlagsOfSheet = Extract<WorkbookAction, { kind: 'setFlags' }>['flags'];

/** What has to be asked of the workbook before the plan is carried out. */
export interface CaptureNeeds {
  readonly cells: readonly SheetArea[];
  readonly links: readonly SheetArea[];
  readonly looks: readonly (SheetArea & { readonly parts: readonly LookPart[] })[];
  readonly validations: readonly SheetArea[];
  /** One column each. */
  readonly columns: readonly SheetArea[];
  readonly flags: readonly string[];
  readonly freezes: readonly string[];
  readonly prints: readonly string[];
  readonly tabColors: readonly string[];
  readonly styles: readonly string[];
}

export interface SheetArea {
  readonly sheet: string;
  readonly address: string;
}

export type LookPart = keyof FoundLook;

/** What was found, by `keyOf` or by the sheet's or the table's name. */
export interface Captured {
  readonly cells: ReadonlyMap<string, readonly (readonly StoredCell[])[]>;
  /** Targets by cell. */
  readonly links: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly looks: ReadonlyMap<string, readonly { readonly address: string; readonly look: FoundLook }[]>;
  /** Null: none at that address. */
  readonly validations: ReadonlyMap<
    string,
    readonly { readonly address: string; readonly validation: FoundValidation | null }[]
  >;
  readonly columns: ReadonlyMap<string, { readonly width: number; readonly hidden: boolean }>;
  readonly flags: ReadonlyMap<string, FlagsOfSheet>;
  readonly freezes: ReadonlyMap<string, { readonly rows: number; readonly columns: number }>;
  readonly prints: ReadonlyMap<string, FoundPrint>;
  readonly tabColors: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, string>;
}

export const NOTHING_CAPTURED: Captured = {
  cells: new Map(),
  links: new Map(),
  looks: new Map(),
  validations: new Map(),
  columns: new Map(),
  flags: new Map(),
  freezes: new Map(),
  prints: new Map(),
  tabColors: new Map(),
  styles: new Map(),
};

export const keyOf = ({ sheet, address }: SheetArea): string => `${sheet}!${address}`;

/** Why a cell of the workbook need not be asked for: nothing is there, or the reading has told. */
export function knownCells(snapshot: WorkbookSnapshot, { sheet, address }: SheetArea): StoredCell[][] | null {
  const found = sheetOf(snapshot, sheet);
  const area = parseArea(address);
  if (found === undefined || area === null) return null;
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
    Array.from({ length: area.right - area.left + 1 }, (_, column) =>
      knownCell(snapshot, found, area.top + row, area.left + column),
    ),
  );
  const known = rows.map((row) => row.filter((cell) => cell !== null));
  return known.every((row, index) => row.length === rows[index]?.length) ? known : null;
}

function knownCell(
  snapshot: WorkbookSnapshot,
  sheet: SheetSnapshot,
  row: number,
  column: number,
): StoredCell | null {
  const used = sheet.used === null ? null : parseArea(sheet.used);
  const cell: Area = { top: row, left: column, bottom: row, right: column };
  if (used === null || !covers(used, cell)) return '';
  const { cells } = sheet;
  if (cells?.formulas !== undefined) {
    const at = [row - cells.firstRow, column - cells.firstColumn] as const;
    const value = cells.values[at[0]]?.[at[1]];
    const formula = cells.formulas[at[0]]?.[at[1]];
    return value === undefined || formula === undefined ? null : storedCell(value, formula);
  }
  const table = snapshot.tables.find((each) => each.sheet === sheet.name && covers(bodyOf(each), cell));
  const header = table?.headers[column - table.firstColumn];
  if (table === undefined || header === undefined || table.formulas[header] !== undefined) return null;
  return table.rows[row - table.headerRow - 1]?.[column - table.firstColumn] ?? null;
}

/** A cell from what Excel answers of it: the formula of a text is the text, even when it begins with "=". */
export const storedCell = (value: StoredCell, formula: StoredCell): StoredCell =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value ? { formula } : value;

const sheetOf = (snapshot: WorkbookSnapshot, name: string): SheetSnapshot | undefined =>
  snapshot.sheets.find((sheet) => sheet.name === name);

const bodyOf = ({ headerRow, firstColumn, rows, headers }: TableSnapshot): Area => ({
  top: headerRow + 1,
  left: firstColumn,
  bottom: headerRow + rows.length,
  right: firstColumn + headers.length - 1,
});

/** Header, body and totals of a table. */
const wholeOf = (table: TableSnapshot): Area => ({
  ...bodyOf(table),
  top: table.headerRow,
  bottom: table.headerRow + table.rows.length + (table.hasTotals ? 1 : 0),
});

/** Names and places while a plan is being carried out. */
interface Course {
  /** Whether the plan adds this sheet. */
  isAdded(sheet: string): boolean;
  /** The name a sheet had before the plan. */
  before(sheet: string): string;
  /** The name it has after it. */
  after(sheet: string): string;
}

function courseOf(plan: Plan, former: RestorePoint | undefined): Course {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  for (const action of plan) {
    if (action.kind !== 'renameSheet') continue;
    before.set(action.name, before.get(action.sheet) ?? action.sheet);
    after.set(action.sheet, action.name);
  }
  const added = new Set([
    ...(former?.added ?? []).map(({ name }) => name),
    ...plan.flatMap((action) => (action.kind === 'addSheet' ? [action.sheet] : [])),
  ]);
  return {
    isAdded: (sheet) => added.has(sheet),
    before: (sheet) => before.get(sheet) ?? sheet,
    after: (sheet) => after.get(sheet) ?? sheet,
  };
}

/** What one action, or a run of links, writes into cells. */
interface CellWrite extends SheetArea {
  readonly wrote: WrittenCells['wrote'];
  /** Only what Excel itself makes of headers: nothing to undo where it left them. */
  readonly headers?: true;
}

/** The plan with the links of one column under each other drawn together, and what each piece writes. */
interface Piece {
  readonly action: WorkbookAction;
  readonly writes: readonly CellWrite[];
  /** Where it changes links. */
  readonly links: SheetArea | null;
}

function piecesOf(plan: Plan, snapshot: WorkbookSnapshot): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < plan.length; at += 1) {
    const action = plan[at];
    if (action === undefined) continue;
    if (action.kind !== 'setLink') {
      const links = action.kind === 'clearCells' || action.kind === 'clearLinks' ? placeOf(action) : null;
      pieces.push({ action, writes: writesOf(action, snapshot), links });
      continue;
    }
    const texts = [[action.text]];
    const first = parseArea(action.address);
    for (let next = plan[at + 1]; first !== null && next?.kind === 'setLink'; next = plan[at + 1]) {
      const place = parseArea(next.address);
      const follows = place?.top === first.top + texts.length && place.left === first.left;
      if (next.sheet !== action.sheet || !follows) break;
      texts.push([next.text]);
      at += 1;
    }
    const address =
      first === null ? action.address : areaAddress({ ...first, bottom: first.top + texts.length - 1 });
    const place = { sheet: action.sheet, address };
    pieces.push({ action, writes: [{ ...place, wrote: texts }], links: place });
  }
  return pieces;
}

function writesOf(action: WorkbookAction, snapshot: WorkbookSnapshot): CellWrite[] {
  switch (action.kind) {
    case 'writeValues':
      return [{ ...placeOf(action), wrote: action.values }];
    case 'writeFormulas':
      return [{ ...placeOf(action), wrote: action.formulas.map((row) => row.map(enteredCell)) }];
    case 'fillFormula':
      return [{ ...placeOf(action), wrote: { formula: action.formula } }];
    case 'clearCells':
      return [{ ...placeOf(action), wrote: blank(action.address) }];
    case 'addTable': {
      const area = parseArea(action.address);
      if (area === null) return [];
      const address = areaAddress({ ...area, bottom: area.top });
      return [{ sheet: action.sheet, address, wrote: blank(address), headers: true }];
    }
    case 'resizeTable':
      return takenInRows(action, snapshot);
    default:
      return [];
  }
}

const placeOf = ({ sheet, address }: SheetArea): SheetArea => ({ sheet, address });

/** What `range.formulas` makes of a text. */
const enteredCell = (text: string): StoredCell =>
  text.startsWith('=') ? { formula: text } : text.startsWith("'") ? text.slice(1) : text;

function blank(address: string): StoredCell[][] {
  const area = parseArea(address);
  if (area === null) return [];
  const row = Array.from({ length: area.right - area.left + 1 }, () => '');
  return Array.from({ length: area.bottom - area.top + 1 }, () => row);
}

/** Excel fills the formulas of a table into the rows it takes in, where nothing stands in their column. */
function takenInRows(
  { table: name, sheet, address }: Extract<WorkbookAction, { kind: 'resizeTable' }>,
  { tables }: WorkbookSnapshot,
): CellWrite[] {
  const table = tables.find((each) => each.name === name);
  const area = parseArea(address);
  if (table === undefined || area === null) return [];
  const { bottom } = bodyOf(table);
  if (area.bottom <= bottom) return [];
  return table.headers.flatMap((header, index): CellWrite[] => {
    const formula = table.formulas[header]?.first ?? '';
    if (!formula.startsWith('=')) return [];
    const column = table.firstColumn + index;
    const cells = { top: bottom + 1, left: column, bottom: area.bottom, right: column };
    return [{ sheet, address: areaAddress(cells), wrote: { formula } }];
  });
}

/**
 * What has to be asked before a plan is carried out; nothing of what the reading has told already, nor of sheets
 * that `former`, which the plan continues, has added.
 */
export function captureNeeds(
  snapshot: WorkbookSnapshot,
  flags: readonly { readonly sheet: string }[],
  plan: Plan,
  former?: RestorePoint,
): CaptureNeeds {
  const course = courseOf(plan, former);
  const cells = new Map<string, SheetArea>();
  const links = new Map<string, SheetArea>();
  const looks = new Map<string, SheetArea & { parts: LookPart[] }>();
  const validations = new Map<string, SheetArea>();
  const columns = new Map<string, SheetArea>();
  const flagged = new Set<string>();
  const freezes = new Set<string>();
  const prints = new Set<string>();
  const tabColors = new Set<string>();
  const styles = new Set<string>();
  for (const { action, writes, links: linked } of piecesOf(plan, snapshot)) {
    if (!('sheet' in action) || course.isAdded(action.sheet)) continue;
    const sheet = course.before(action.sheet);
    for (const write of writes) {
      const place = { sheet, address: write.address };
      if (knownCells(snapshot, place) === null) cells.set(keyOf(place), place);
    }
    if (linked !== null && !isKnownBlank(snapshot, { ...linked, sheet }))
      links.set(keyOf({ ...linked, sheet }), { ...linked, sheet });
    switch (action.kind) {
      case 'setLook': {
        const place = { sheet, address: action.address };
        const parts = looks.get(keyOf(place))?.parts ?? [];
        looks.set(keyOf(place), { ...place, parts: [...new Set([...parts, ...partsOf(action.look)])] });
        break;
      }
      case 'setValidation':
        validations.set(keyOf({ sheet, address: action.address }), { sheet, address: action.address });
        break;
      case 'setColumnWidth':
      case 'hideColumns':
        for (const address of singleColumns(action.columns))
          columns.set(keyOf({ sheet, address }), { sheet, address });
        break;
      case 'setFlags':
        if (flags.some((flag) => flag.sheet === sheet)) flagged.add(sheet);
        break;
      case 'freeze':
        freezes.add(sheet);
        break;
      case 'setPrint':
        prints.add(sheet);
        break;
      case 'renameSheet':
        tabColors.add(sheet);
        break;
      case 'renameTable':
        styles.add(action.table);
        break;
      default:
    }
  }
  return {
    cells: [...cells.values()],
    links: [...links.values()],
    looks: [...looks.values()],
    validations: [...validations.values()],
    columns: [...columns.values()],
    flags: [...flagged],
    freezes: [...freezes],
    prints: [...prints],
    tabColors: [...tabColors],
    styles: [...styles],
  };
}

/** True when there is nothing to ask. */
export const isNothing = (needs: CaptureNeeds): boolean =>
  Object.values(needs).every((list: readonly unknown[]) => list.length === 0);

const isKnownBlank = (snapshot: WorkbookSnapshot, place: SheetArea): boolean =>
  knownCells(snapshot, place)?.every((row) => row.every((cell) => cell === '')) ?? false;

const LOOK_PARTS: Readonly<Record<keyof CellLook, LookPart>> = {
  bold: 'bold',
  italic: 'italic',
  fontSize: 'fontSize',
  fontColor: 'fontColor',
  fill: 'fill',
  wrap: 'wrap',
  horizontal: 'horizontal',
  vertical: 'vertical',
  numberFormat: 'numberFormat',
  border: 'borders',
  bottomLine: 'borders',
  rowHeight: 'rowHeight',
};

const partsOf = (look: CellLook): LookPart[] =>
  Object.entries(LOOK_PARTS).flatMap(([key, part]) => (Object.hasOwn(look, key) ? [part] : []));

/** "A:C" → "A:A", "B:B", "C:C". */
export function singleColumns(columns: string): string[] {
  const area = areaOf(columns);
  if (area === null) return [];
  return Array.from({ length: area.right - area.left + 1 }, (_, index) => {
    const letters = columnLetters(area.left + index);
    return `${letters}:${letters}`;
  });
}

/**
 * What takes the plan back: derived before the plan is carried out, from what was read and what was captured
 * for it. Null for a plan that changes nothing. With `former`, what takes both back.
 */
export function restorePointOf(
  snapshot: WorkbookSnapshot,
  plan: Plan,
  captured: Captured,
  former?: RestorePoint,
): RestorePoint | null {
  const course = courseOf(plan, former);
  const pieces = piecesOf(plan, snapshot);
  const steps: UndoStep[] = [];
  const covered = new Map<string, Set<number>>();
  const written = cellsWritten(pieces);
  const seen = new Set<string>();
  const passing: RestorePoint['passing'][number][] = [];
  let cells = 0;
  for (const { action, writes, links } of [...pieces].reverse()) {
    // of a name pointed twice and of a table resized twice only the last state is looked at
    const thing =
      action.kind === 'setName'
        ? `name ${action.name.toLowerCase()}`
        : action.kind === 'resizeTable' || action.kind === 'addTableColumns'
          ? `size ${action.table}`
          : null;
    const isSeen = thing !== null && seen.has(thing);
    if (thing !== null) seen.add(thing);
    if (action.kind === 'setName' && !isSeen) steps.push(nameStep(snapshot, action));
    if (action.kind === 'removeSheet' && action.again !== undefined)
      steps.push({ kind: 'removed sheet', sheet: action.sheet, again: action.again });
    if (!('sheet' in action) || course.isAdded(action.sheet)) continue;
    const sheet = course.after(action.sheet);
    const found = (actions: Plan): UndoStep => ({ kind: 'found', sheet, actions });
    if (!isSeen) steps.push(...structureSteps(action, sheet, course, snapshot, captured, pieces));
    for (const write of writes) {
      const place = { sheet: course.before(write.sheet), address: write.address };
      const before = knownCells(snapshot, place) ?? captured.cells.get(keyOf(place)) ?? null;
      if (before === null) continue;
      const { step, isPassing } = cellsStep(write, sheet, before, covered, written);
      if (isPassing) passing.push({ sheet, address: write.address, wrote: write.wrote });
      if (step === null) continue;
      steps.push(step);
      cells += step.before.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0);
    }
    if (links !== null) {
      const targets = captured.links.get(keyOf({ ...links, sheet: course.before(links.sheet) })) ?? {};
      steps.push({ kind: 'links', sheet, address: links.address, targets });
    }
    const restored = foundActions(action, sheet, course.before(action.sheet), captured);
    if (restored.length > 0) steps.push(found(restored));
  }
  const names = plan.flatMap((action) => (action.kind === 'addSheet' ? [course.after(action.sheet)] : []));
  const added = names.map((name) => addedSheet(name, course, plan, pieces));
  if (former !== undefined) {
    const onFormer = former.added.map(({ name }) => addedSheet(name, course, plan, pieces));
    return continued(former, { added: [...onFormer, ...added], steps, passing, cells });
  }
  return added.length === 0 && steps.length === 0 ? null : { added, steps, passing, cells };
}

function nameStep(
  { names }: WorkbookSnapshot,
  { name, refersTo }: Extract<WorkbookAction, { kind: 'setName' }>,
): UndoStep {
  const found = names.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return { kind: 'name', name, before: found?.refersTo ?? null, wrote: refersTo };
}

function structureSteps(
  action: WorkbookAction,
  sheet: string,
  course: Course,
  snapshot: WorkbookSnapshot,
  captured: Captured,
  pieces: readonly Piece[],
): UndoStep[] {
  switch (action.kind) {
    case 'renameSheet': {
      const before = course.before(action.sheet);
      const position = snapshot.sheets.find(({ name }) => name === before)?.position ?? 0;
      const tabColor = captured.tabColors.get(before) ?? '';
      return [{ kind: 'sheet name', sheet: before, name: sheet, tabColor, position }];
    }
    case 'addTable':
      return [{ kind: 'table', sheet, table: action.name }];
    case 'renameTable':
      return [
        {
          kind: 'table name',
          sheet,
          table: action.table,
          name: action.name,
          style: captured.styles.get(action.table) ?? action.style,
        },
      ];
    case 'addTableColumns':
    case 'resizeTable': {
      const table = snapshot.tables.find(({ name }) => name === action.table);
      if (table === undefined) return [];
      const before = wholeOf(table);
      const after =
        action.kind === 'resizeTable'
          ? parseArea(action.address)
          : { ...before, right: before.right + action.names.length };
      if (after === null) return [];
      const columns = { ...after, left: before.right + 1 };
      const inColumns = <T extends SheetArea>(place: T): T[] => {
        const area = parseArea(place.address);
        return course.after(place.sheet) === sheet && area !== null && meets(area, columns) ? [place] : [];
      };
      return [
        {
          kind: 'size',
          sheet,
          table: action.table,
          before: areaAddress(before),
          after: areaAddress(after),
          byColumns: action.kind === 'addTableColumns',
          names: action.kind === 'addTableColumns' ? action.names : [],
          written: pieces.flatMap(({ writes }) =>
            writes
              .filter(({ headers }) => headers !== true)
              .flatMap(inColumns)
              .map(({ address, wrote }) => ({ address, wrote })),
          ),
          uses: pieces.flatMap(({ action: each }) =>
            each.kind === 'setValidation' ? inColumns(each).map(({ rule }) => ruleText(rule)) : [],
          ),
        },
      ];
    }
    default:
      return [];
  }
}

const ruleText = (rule: ValidationRule): string => `=${rule.kind === 'list' ? rule.name : rule.formula}`;

/** What gives a look, a list, a width and the like back. */
function foundActions(action: WorkbookAction, sheet: string, before: string, captured: Captured): Plan {
  switch (action.kind) {
    case 'setLook':
      return (captured.looks.get(keyOf({ sheet: before, address: action.address })) ?? []).map(
        ({ address, look }) => ({ kind: 'restoreLook', sheet, address, look }),
      );
    case 'setValidation':
      return (captured.validations.get(keyOf({ sheet: before, address: action.address })) ?? []).map(
        ({ address, validation }) =>
          validation === null
            ? { kind: 'clearValidation', sheet, address }
            : { kind: 'restoreValidation', sheet, address, validation },
      );
    case 'setColumnWidth':
    case 'hideColumns':
      return singleColumns(action.columns).flatMap((columns): WorkbookAction[] => {
        const found = captured.columns.get(keyOf({ sheet: before, address: columns }));
        if (found === undefined) return [];
        const { width, hidden } = found;
        // hidden columns answer a width of 0: they are shown before they are given one
        return action.kind === 'hideColumns'
          ? [{ kind: 'restoreColumns', sheet, columns, hidden }]
          : [{ kind: 'restoreColumns', sheet, columns, width }];
      });
    case 'setFlags':
      return [{ kind: 'setFlags', sheet, flags: captured.flags.get(before) ?? [] }];
    case 'freeze': {
      const found = captured.freezes.get(before);
      return found === undefined ? [] : [{ kind: 'freeze', sheet, ...found }];
    }
    case 'setPrint': {
      const layout = captured.prints.get(before);
      return layout === undefined ? [] : [{ kind: 'restorePrint', sheet, layout, remove: [] }];
    }
    default:
      return [];
  }
}

/** Cells the plan itself writes, by sheet: what Excel makes of headers is looked at elsewhere only. */
function cellsWritten(pieces: readonly Piece[]): Map<string, Set<number>> {
  const written = new Map<string, Set<number>>();
  for (const { writes } of pieces) {
    for (const { sheet, address, headers } of writes) {
      if (headers === true) continue;
      const cells = written.get(sheet) ?? new Set();
      written.set(sheet, cells);
      eachCell(address, (row, column) => cells.add(cellKey(row, column)));
    }
  }
  return written;
}

const cellKey = (row: number, column: number): number => row * 16_384 + column - 1;

function eachCell(address: string, visit: (row: number, column: number) => void): void {
  const area = parseArea(address);
  if (area === null) return;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) visit(row, column);
  }
}

/** Of a cell written twice only the last writing is looked at: that is what stands there. */
function cellsStep(
  write: CellWrite,
  sheet: string,
  before: readonly (readonly StoredCell[])[],
  covered: Map<string, Set<number>>,
  written: ReadonlyMap<string, ReadonlySet<number>>,
): { readonly step: CellsStep | null; readonly isPassing: boolean } {
  const area = parseArea(write.address);
  if (area === null) return { step: null, isPassing: false };
  const known = covered.get(sheet) ?? new Set<number>();
  covered.set(sheet, known);
  const own = written.get(write.sheet);
  let some = false;
  let isPassing = false;
  const cells = before.map((row, rowAt) =>
    row.map((cell, columnAt): StoredCell | null => {
      const key = cellKey(area.top + rowAt, area.left + columnAt);
      if (write.headers === true) {
        // a text that is a header already stays one
        if (own?.has(key) === true || (typeof cell === 'string' && cell !== '')) return null;
      } else if (known.has(key)) {
        isPassing = true;
        return null;
      }
      known.add(key);
      some = true;
      return cell;
    }),
  );
  if (!some) return { step: null, isPassing };
  const wrote = write.headers === true ? before.map((row) => row.map(headerOf)) : write.wrote;
  const step: CellsStep = {
    kind: 'cells',
    sheet,
    address: write.address,
    before: cells,
    wrote,
  };
  return { step, isPassing };
}

/** What Excel makes of a cell that becomes a header. */
const headerOf = (cell: StoredCell): StoredCell => (typeof cell === 'object' ? cell : String(cell));

function addedSheet(name: string, course: Course, plan: Plan, pieces: readonly Piece[]): AddedSheet {
  const isHere = ({ sheet }: { readonly sheet: string }): boolean => course.after(sheet) === name;
  return {
    name,
    written: pieces.flatMap(({ writes }) =>
      writes
        .filter((write) => isHere(write) && write.headers !== true)
        .map(({ address, wrote }) => ({ address, wrote })),
    ),
    tables: plan.flatMap((action) => (action.kind === 'addTable' && isHere(action) ? [action.name] : [])),
    uses: plan.flatMap((action) => {
      if (action.kind === 'setValidation' && isHere(action)) return [ruleText(action.rule)];
      return action.kind === 'setFlags' && isHere(action)
        ? action.flags.map(({ formula }) => `=${formula}`)
        : [];
    }),
  };
}

/** Two restore points as one: what the second found in a cell that the first had written is not what stood there. */
function continued(first: RestorePoint, second: RestorePoint): RestorePoint {
  const added = new Map(first.added.map((sheet) => [sheet.name, sheet]));
  for (const sheet of second.added) {
    const known = added.get(sheet.name);
    added.set(sheet.name, {
      name: sheet.name,
      written: [...(known?.written ?? []), ...sheet.written],
      tables: [...(known?.tables ?? []), ...sheet.tables],
      uses: [...(known?.uses ?? []), ...sheet.uses],
    });
  }
  const found = new Map<string, StoredCell>();
  for (const step of first.steps) {
    if (step.kind === 'cells')
      eachFound(step, (key, cell) => {
        found.set(key, cell);
      });
  }
  const again = new Set<string>();
  let cells = 0;
  const count = (before: CellsStep['before']): void => {
    cells += before.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0);
  };
  const later = second.steps.map((step): UndoStep => {
    if (step.kind === 'name' || step.kind === 'size') {
      again.add(thingOf(step));
      const known = first.steps.find((each) => thingOf(each) === thingOf(step));
      if (step.kind === 'name' && known?.kind === 'name') return { ...step, before: known.before };
      if (step.kind === 'size' && known?.kind === 'size') return sizes(known, step);
    }
    if (step.kind !== 'cells') return step;
    eachFound(step, (key) => again.add(key));
    const before = mapFound(step, (key, cell) => found.get(key) ?? cell);
    count(before);
    return { ...step, before };
  });
  const earlier = first.steps.flatMap((step): UndoStep[] => {
    if (step.kind === 'name' || step.kind === 'size') return again.has(thingOf(step)) ? [] : [step];
    if (step.kind !== 'cells') return [step];
    const before = mapFound(step, (key, cell) => (again.has(key) ? null : cell));
    count(before);
    return before.every((row) => row.every((cell) => cell === null)) ? [] : [{ ...step, before }];
  });
  const passing = first.steps.flatMap((step): RestorePoint['passing'] => {
    if (step.kind !== 'cells' || !isWrittenAgain(step, again)) return [];
    const { sheet, address, wrote } = step;
    return [{ sheet, address, wrote }];
  });
  return {
    added: [...added.values()],
    steps: [...later, ...earlier],
    passing: [...first.passing, ...passing, ...second.passing],
    cells,
  };
}

function isWrittenAgain(step: CellsStep, again: ReadonlySet<string>): boolean {
  let some = false;
  eachFound(step, (key) => {
    some ||= again.has(key);
  });
  return some;
}

type CellsStep = Extract<UndoStep, { kind: 'cells' }>;
type SizeStep = Extract<UndoStep, { kind: 'size' }>;

const thingOf = (step: UndoStep): string =>
  step.kind === 'name' ? `name ${step.name.toLowerCase()}` : step.kind === 'size' ? `size ${step.table}` : '';

const sizes = (first: SizeStep, second: SizeStep): SizeStep => ({
  ...second,
  before: first.before,
  byColumns: first.byColumns || second.byColumns,
  names: [...first.names, ...second.names],
  written: [...first.written, ...second.written],
  uses: [...first.uses, ...second.uses],
});

function mapFound(
  { sheet, address, before }: CellsStep,
  change: (key: string, cell: StoredCell) => StoredCell | null,
): CellsStep['before'] {
  const area = parseArea(address);
  if (area === null) return before;
  return before.map((row, rowAt) =>
    row.map((cell, columnAt) =>
      cell === null
        ? null
        : change(`${sheet} ${String(cellKey(area.top + rowAt, area.left + columnAt))}`, cell),
    ),
  );
}

function eachFound(step: CellsStep, visit: (key: string, cell: StoredCell) => void): void {
  mapFound(step, (key, cell) => {
    visit(key, cell);
    return cell;
  });
}
