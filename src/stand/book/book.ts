import { createCalculation } from '../../host/calculation';
import type { HostDocument, HostValue } from '../../host/document';
import { createHost, type ExcelHost } from '../../host/host';
import type { ClientLibrary } from '../../host/library';
import { areaAddress, parseAddress, splitSheet, type Rect } from '../../host/objects/places';
import { htmlColor, styleAt } from '../../host/objects/look';
import { isProtected } from '../../host/objects/world';
import { writeDocument } from '../../host/xlsx';
import { createFlags } from './flags';
import { createSheetView, type MeasureText, type SheetView } from './sheet';
import { readTyped, type TypedEntry } from './typed';

/** A workbook open in the stand: the host that serves the pane, and what the grid sees and does. */
export interface Book {
  readonly host: ExcelHost;
  readonly document: HostDocument;
  /** Goes up whenever something may look different. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sheets that are not hidden, in the order of their tabs. */
  tabs(): readonly Tab[];
  sheet(name: string): SheetView;
  /** The cells an address, a name or a table stands for; a bare address is of the given sheet. */
  find(text: string, sheet: string): { readonly sheet: string; readonly area: Rect } | null;
  /** A cell is open for editing, or no longer: meanwhile Excel does nothing for an add-in. */
  setEditing(isEditing: boolean): void;
  /** The user types into one cell; refusals of the host are thrown. */
  type(sheet: string, row: number, column: number, text: string): Promise<void>;
  /** The user puts a block of texts into cells. */
  paste(sheet: string, area: Rect, texts: readonly (readonly string[])[]): Promise<void>;
  clear(sheet: string, area: Rect): Promise<void>;
  /** Judges some of the conditional formats that wait; true while more of them wait. */
  judge(): boolean;
  /** Something was done behind the host's back: everything is looked at anew. */
  refresh(): void;
  dispose(): void;
}

export interface Tab {
  readonly name: string;
  readonly color: string | null;
  readonly isProtected: boolean;
}

/** Rules judged at one go: some 20 ms. */
const RULES_AT_ONCE = 150;

const BREATH_MS = 40;

export function createBook(document: HostDocument, library: ClientLibrary, measure: MeasureText): Book {
  const calculation = createCalculation(document);
  const host = createHost({ document, calculation, library, write: writeDocument });
  const valueOf = (sheet: string, row: number, column: number): HostValue =>
    calculation.valueOf(sheet, row, column);
  const flags = createFlags(document, valueOf);
  const views = new Map<number, { readonly name: string; readonly view: SheetView }>();
  const listeners = new Set<() => void>();
  let version = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    version++;
    for (const listener of listeners) listener();
  };
  const changed = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    flags.invalidate();
    for (const { view } of views.values()) view.changed();
    tell();
  };
  // An add-in at work sends batch after batch: the grid follows when it pauses for breath.
  host.watch(() => {
    waiting ??= setTimeout(changed, BREATH_MS);
  });

  const sheetNamed = (name: string) => {
    const sheet = document.book.getWorksheet(name);
    if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  };

  /** What a person typed goes to the host; a cell without a format takes the one it was typed in. */
  const enter = async (sheet: string, area: Rect, entries: readonly (readonly TypedEntry[])[]) => {
    await host.typeInto(
      sheet,
      areaAddress(area),
      entries.map((line) => line.map(({ value }) => value)),
    );
    entries.forEach((line, row) => {
      line.forEach(({ format }, column) => {
        if (format === undefined) return;
        const style = styleAt(sheetNamed(sheet), area.top + row, area.left + column);
        if (style.numFmt !== undefined && style.numFmt !== 'General') return;
        sheetNamed(sheet).getCell(area.top + row, area.left + column).style = { ...style, numFmt: format };
      });
    });
    changed();
  };

  const isText = (sheet: string, row: number, column: number): boolean =>
    styleAt(sheetNamed(sheet), row, column).numFmt === '@';

  return {
    host,
    document,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tabs: () =>
      document.book.worksheets
        .filter((sheet) => sheet.state === 'visible')
        .map((sheet) => ({
          name: sheet.name,
          color: htmlColor(sheet.properties.tabColor as typeof sheet.properties.tabColor | undefined),
          isProtected: isProtected(sheet),
        })),
    sheet(name) {
      const sheet = sheetNamed(name);
      const known = views.get(sheet.id);
      if (known?.name === name) return known.view;
      const view = createSheetView({
        document,
        sheet,
        valueOf,
        isError: (of, row, column) => calculation.isError(of, row, column),
        flagAt: (of, row, column) => flags.at(of, row, column),
        measure,
      });
      views.set(sheet.id, { name, view });
      return view;
    },
    setEditing(isEditing) {
      if (host.switches.editMode !== isEditing) host.switches.editMode = isEditing;
    },
    find: (text, sheet) => findPlace(document, text, sheet),
    type: (sheet, row, column, text) =>
      enter(sheet, { top: row, left: column, bottom: row, right: column }, [
        [readTyped(text, isText(sheet, row, column))],
      ]),
    paste: (sheet, area, texts) =>
      enter(
        sheet,
        area,
        texts.map((line, row) =>
          line.map((text, column) => readTyped(text, isText(sheet, area.top + row, area.left + column))),
        ),
      ),
    async clear(sheet, area) {
      await host.typeInto(sheet, areaAddress(area), '');
      changed();
    },
    judge() {
      if (flags.judge(RULES_AT_ONCE)) tell();
      return flags.isBehind;
    },
    refresh: changed,
    dispose() {
      clearTimeout(waiting);
      listeners.clear();
      flags.dispose();
      host.dispose();
    },
  };
}

function findPlace(
  document: HostDocument,
  text: string,
  current: string,
): { readonly sheet: string; readonly area: Rect } | null {
  const { sheet: named, address } = splitSheet(text.replace(/^[=#]+/, ''));
  const wanted = (named ?? current).toLocaleUpperCase();
  const sheet = document.book.worksheets.find(({ name }) => name.toLocaleUpperCase() === wanted);
  if (sheet === undefined) return null;
  const area = parseAddress(address);
  if (area !== null) return { sheet: sheet.name, area };
  const word = address.toLocaleUpperCase();
  const table = document.tables.find(({ name }) => name.toLocaleUpperCase() === word);
  if (table !== undefined) {
    const { top, left, bottom, right } = table;
    return { sheet: table.sheet, area: { top, left, bottom, right } };
  }
  const name = document.names.find((item) => item.name.toLocaleUpperCase() === word);
  // A name may stand for a constant or a formula: those are no place.
  const target = name === undefined ? null : splitSheet(name.formula.replace(/^=/, ''));
  const place = target?.sheet == null ? null : parseAddress(target.address);
  return target?.sheet == null || place === null ? null : { sheet: target.sheet, area: place };
}
