import type { WorkbookAction } from '../../plan/action';
import type { RegisterNotice } from '../notices';
import { SHEETS, type SheetName } from '../sheets';
import type { SheetSnapshot, WorkbookSnapshot } from '../snapshot';
import { anchoredSheet, cellAt, findSheet, sheetOfReference } from '../parse';
import type { Located } from '../locate';
import { TABLES, TABLE_NAMES } from '../tables';
import { SHEET_ANCHORS } from '../fixedCells';
import { foldCase } from '../text';
import { TAB_COLORS } from './palette';

/** Where each sheet of the register is, or is to be. */
export interface PlacedSheet {
  readonly name: string;
  /** True when this plan adds it: only then are its view, widths and print setup ours to set. */
  readonly isNew: boolean;
  readonly snapshot: SheetSnapshot | undefined;
}

export interface Book {
  readonly sheets: Readonly<Record<SheetName, PlacedSheet>>;
  /** The actions that add what is missing, in order. */
  readonly actions: readonly WorkbookAction[];
  readonly notices: readonly RegisterNotice[];
}

/** First cells by which a half-built sheet of ours is known again when an earlier run was cut short. */
export const SHEET_TITLES: Readonly<Partial<Record<SheetName, string>>> = {
  Паспорт: 'Паспорт методического объединения',
  Приложение: 'Приложение к анализу',
  Правила: 'Дата расчёта',
  Справочники: 'Справочники реестра: значения списков и классификаторы',
};

/** An untouched sheet as Excel makes it. */
const DEFAULT_SHEET = /^(?:Лист|Sheet)\d+$/;

export function placeSheets(snapshot: WorkbookSnapshot, located: Located): Book {
  const actions: WorkbookAction[] = [];
  const notices: RegisterNotice[] = [];
  const order = [...snapshot.sheets].sort((a, b) => a.position - b.position).map(({ name }) => name);
  const placed = new Map<SheetName, PlacedSheet>();

  for (const { name } of SHEETS) {
    const known = existing(snapshot, located, name);
    if (known !== undefined) placed.set(name, { name: known.name, isNew: false, snapshot: known });
  }
  // an empty workbook's only sheet becomes the first of ours instead of staying behind empty
  const [only] = snapshot.sheets;
  if (
    snapshot.sheets.length === 1 &&
    only !== undefined &&
    only.cells === null &&
    DEFAULT_SHEET.test(only.name) &&
    !only.isProtected
  ) {
    const [first] = SHEETS;
    actions.push({
      kind: 'renameSheet',
      sheet: only.name,
      name: first.name,
      tabColor: TAB_COLORS[first.purpose],
    });
    order[0] = first.name;
    placed.set(first.name, { name: first.name, isNew: true, snapshot: undefined });
  }
  SHEETS.forEach(({ name, purpose }, index) => {
    if (placed.has(name)) return;
    const taken = findSheet(snapshot, name);
    const isEmptyOurs = taken !== undefined && taken.cells === null && taken.used === null;
    if (isEmptyOurs) {
      placed.set(name, { name: taken.name, isNew: true, snapshot: taken });
      return;
    }
    const given = taken === undefined ? name : freeName(`${name} (реестр)`, order);
    if (taken !== undefined) notices.push({ code: 'sheet-renamed', sheet: taken.name, instead: given });
    const position = positionAfter(index, order, placed);
    actions.push({ kind: 'addSheet', sheet: given, position, tabColor: TAB_COLORS[purpose] });
    order.splice(position, 0, given);
    placed.set(name, { name: given, isNew: true, snapshot: undefined });
  });
  const sheets = Object.fromEntries(placed) as Record<SheetName, PlacedSheet>;
  return { sheets, actions, notices };
}

/** A sheet of ours that is already there: by its table, by its anchor, or by the title in its first cell. */
function existing(snapshot: WorkbookSnapshot, located: Located, name: SheetName): SheetSnapshot | undefined {
  const table = TABLE_NAMES.find((each) => TABLES[each].sheet === name && located[each] !== undefined);
  const tableSheet = table === undefined ? undefined : located[table]?.sheet;
  if (tableSheet !== undefined) return findSheet(snapshot, tableSheet);
  if (name === 'Паспорт' || name === 'Приложение') {
    const anchor = snapshot.names.find((each) => foldCase(each.name) === foldCase(SHEET_ANCHORS[name]));
    if (anchor !== undefined && sheetOfReference(anchor.refersTo) !== null)
      return anchoredSheet(snapshot, name);
  }
  if (name === 'Справочники') {
    const list = snapshot.tables.find((each) => /^(?:Список|Классификатор)/.test(each.name));
    if (list !== undefined) return findSheet(snapshot, list.sheet);
  }
  const title = SHEET_TITLES[name];
  const candidate = findSheet(snapshot, name);
  return title !== undefined && cellAt(candidate, 1, 1).value === title ? candidate : undefined;
}

function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((each) => foldCase(each) === foldCase(name));
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted} ${String(number)}`)) number += 1;
  return `${wanted} ${String(number)}`;
}

/** After the nearest sheet that stands before it in the register's order; in front when there is none. */
function positionAfter(
  index: number,
  order: readonly string[],
  placed: ReadonlyMap<SheetName, PlacedSheet>,
): number {
  for (let before = index - 1; before >= 0; before -= 1) {
    const name = SHEETS[before]?.name;
    const sheet = name === undefined ? undefined : placed.get(name);
    const at = sheet === undefined ? -1 : order.indexOf(sheet.name);
    if (at >= 0) return at + 1;
  }
  return 0;
}
