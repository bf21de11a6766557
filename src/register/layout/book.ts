import { CLASSIFIER_TABLES } from '../../indicators/classifier';
import type { WorkbookAction } from '../../plan/action';
import type { RegisterNotice } from '../notices';
import { SHEETS, type SheetName } from '../sheets';
import type { SheetSnapshot, WorkbookSnapshot } from '../snapshot';
import { anchoredSheet, definedName, findSheet, sheetOfReference, titledSheet } from '../parse';
import type { Located } from '../locate';
import { TABLES, TABLE_NAMES } from '../tables';
import { SHEET_ANCHORS, SHEET_TITLES } from '../fixedCells';
import { LIST_NAMES, listTable } from '../lists';
import { foldCase } from '../text';
import { TAB_COLORS } from './palette';

/** Where each sheet of the register is, or is to be. */
export interface PlacedSheet {
  readonly name: string;
  /**
   * True when this plan adds it, or a run that was cut short did: only then are its view, widths and print
   * setup ours to set.
   */
  readonly isNew: boolean;
  readonly snapshot: SheetSnapshot | undefined;
}

export interface Book {
  readonly sheets: Readonly<Record<SheetName, PlacedSheet>>;
  /** What has to be there before anything else: the sheet that holds the mark of a run under way. */
  readonly first: readonly WorkbookAction[];
  /** The actions that add the other missing sheets, in order. */
  readonly actions: readonly WorkbookAction[];
  readonly notices: readonly RegisterNotice[];
}

/** The sheet that bears the mark of the layout. */
const MARKED_SHEET = { name: 'Правила', purpose: 'settings' } as const satisfies (typeof SHEETS)[number];

/** Sheets that a run makes before it can leave a mark. */
const BEFORE_MARK: readonly SheetName[] = [SHEETS[0].name, MARKED_SHEET.name];

/** An untouched sheet as Excel makes it. */
const DEFAULT_SHEET = /^(?:Лист|Sheet)\d+$/;

/** `begun`: the sheets of a run that was cut short; they are still to be set up. */
export function placeSheets(snapshot: WorkbookSnapshot, located: Located, begun: readonly SheetName[]): Book {
  const actions: WorkbookAction[] = [];
  const notices: RegisterNotice[] = [];
  const order = [...snapshot.sheets].sort((a, b) => a.position - b.position).map(({ name }) => name);
  const placed = new Map<SheetName, PlacedSheet>();

  for (const { name } of SHEETS) {
    const known = existing(snapshot, located, name);
    if (known !== undefined)
      placed.set(name, { name: known.name, isNew: begun.includes(name), snapshot: known });
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
  const add = (name: SheetName, tabColor: string): void => {
    if (placed.has(name)) return;
    const taken = findSheet(snapshot, name);
    const position = positionAfter(name, order, placed);
    if (taken !== undefined && taken.cells === null && taken.used === null) {
      // made by a run that was cut short, perhaps before it was given its place
      if (begun.includes(name) || BEFORE_MARK.includes(name)) {
        order.splice(order.indexOf(taken.name), 1);
        const place = positionAfter(name, order, placed);
        order.splice(place, 0, taken.name);
        actions.push({ kind: 'renameSheet', sheet: taken.name, name: taken.name, tabColor, position: place });
      }
      placed.set(name, { name: taken.name, isNew: true, snapshot: taken });
      return;
    }
    const given = taken === undefined ? name : freeName(`${name} (реестр)`, order);
    if (taken !== undefined) notices.push({ code: 'sheet-renamed', sheet: taken.name, instead: given });
    actions.push({ kind: 'addSheet', sheet: given, position, tabColor });
    order.splice(position, 0, given);
    placed.set(name, { name: given, isNew: true, snapshot: undefined });
  };
  add(MARKED_SHEET.name, TAB_COLORS[MARKED_SHEET.purpose]);
  const first = actions.splice(0);
  for (const { name, purpose } of SHEETS) add(name, TAB_COLORS[purpose]);
  const sheets = Object.fromEntries(placed) as Record<SheetName, PlacedSheet>;
  return { sheets, first, actions, notices };
}

/** A sheet of ours that is already there: by its table, by its anchor, or by the title in its first cell. */
function existing(snapshot: WorkbookSnapshot, located: Located, name: SheetName): SheetSnapshot | undefined {
  const table = TABLE_NAMES.find((each) => TABLES[each].sheet === name && located[each] !== undefined);
  const tableSheet = table === undefined ? undefined : located[table]?.sheet;
  if (tableSheet !== undefined) return findSheet(snapshot, tableSheet);
  if (name === 'Паспорт' || name === 'Приложение') {
    const anchor = definedName(snapshot, SHEET_ANCHORS[name]);
    if (anchor !== undefined && sheetOfReference(anchor.refersTo) !== null)
      return anchoredSheet(snapshot, name);
  }
  if (name === 'Справочники') {
    const ours = snapshot.tables.find((each) => DIRECTORY_TABLES.has(foldCase(each.name)));
    if (ours !== undefined) return findSheet(snapshot, ours.sheet);
  }
  return hasTitle(name) ? titledSheet(snapshot, name) : undefined;
}

const hasTitle = (name: SheetName): name is keyof typeof SHEET_TITLES => name in SHEET_TITLES;

/** A list of the user's own may be called «СписокШкол»: only the names of ours tell «Справочники». */
export const DIRECTORY_TABLES: ReadonlySet<string> = new Set(
  [...LIST_NAMES.map(listTable), ...Object.values(CLASSIFIER_TABLES)].map(foldCase),
);

function freeName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((each) => foldCase(each) === foldCase(name));
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted} ${String(number)}`)) number += 1;
  return `${wanted} ${String(number)}`;
}

/** After the nearest sheet that stands before it in the register's order; in front when there is none. */
function positionAfter(
  name: SheetName,
  order: readonly string[],
  placed: ReadonlyMap<SheetName, PlacedSheet>,
): number {
  const before = SHEETS.slice(
    0,
    SHEETS.findIndex((each) => each.name === name),
  ).reverse();
  for (const each of before) {
    const sheet = placed.get(each.name);
    const at = sheet === undefined ? -1 : order.indexOf(sheet.name);
    if (at >= 0) return at + 1;
  }
  return 0;
}
