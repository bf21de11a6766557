import type ExcelJS from 'exceljs';
import { contentOf, forEachCell, type CellContent } from '../cells';
import type { Calculation, HostDocument, HostTable } from '../document';
import { attributesText, childOf, childrenOf, rootOf } from '../xml';
import { hasPart, pack, relsPathOf, setText, textPart, unpack, type Parts } from './archive';
import { carriedOfBook, carriedOfSheet, type CarriedBook, type CarriedSheet } from './carried';
import { printNames } from './names';
import { parseSheetXml, printSheetXml, readElements, type SheetElement } from './sheet-xml';
import { printTable } from './tables';
import { printValidations, replaceValidations, validationsOf } from './validations';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const TABLE_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';
const LINK_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Errors a file may hold; the engine's own (a circle, an unknown function) are not among them. */
const FILE_ERRORS = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

/**
 * The workbook as .xlsx bytes. Formula cells carry their present values for readers that do not calculate,
 * and the file asks Excel and LibreOffice to calculate everything on opening. With a calculation that does
 * not evaluate, formula cells carry no value at all rather than an old one.
 */
export async function writeDocument(
  document: HostDocument,
  calculation: Calculation & { readonly enabled?: boolean },
): Promise<Uint8Array> {
  const { book } = document;
  for (const sheet of book.worksheets) {
    storeResults(sheet, calculation);
  }
  for (const table of document.tables) writeHeaders(book, table);
  markActiveSheet(document);

  const parts = unpack(await writeBook(book));
  const carriedBook = carriedOfBook(document);
  writeDefaultFont(parts, carriedBook);
  const dxfs = createDxfs(parts, carriedBook);
  const tableIds = uniqueTableIds(document.tables);
  book.worksheets.forEach((sheet) => {
    const tables = document.tables.filter((table) => table.sheet.toLowerCase() === sheet.name.toLowerCase());
    writeSheet(parts, document, sheet, tables, tableIds, dxfs, carriedBook);
  });
  dxfs.save();
  writeWorkbook(parts, document, carriedBook);
  return pack(parts);
}

/** Writes through ExcelJS with the things it spoils held back. */
async function writeBook(book: ExcelJS.Workbook): Promise<Uint8Array> {
  const held = book.worksheets.map((sheet) => ({ sheet, validations: validationsOf(sheet) }));
  for (const { sheet } of held) replaceValidations(sheet, {});
  try {
    // Stored, not deflated: the package is taken apart again at once.
    return new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
  } finally {
    for (const { sheet, validations } of held) replaceValidations(sheet, validations);
  }
}

function storeResults(
  sheet: ExcelJS.Worksheet,
  calculation: Calculation & { readonly enabled?: boolean },
): void {
  const evaluates = calculation.enabled !== false;
  forEachCell(sheet, (cell) => {
    const content = contentOf(cell);
    if (content.kind !== 'formula') return;
    // `cell.model` is the live model of the cell's value; assigning `cell.value` would lose array formulas.
    cell.model.result = evaluates ? resultOf(sheet.name, cell, calculation) : undefined;
  });
}

function resultOf(sheet: string, cell: ExcelJS.Cell, calculation: Calculation): unknown {
  const row = Number(cell.row);
  const column = Number(cell.col);
  const value = calculation.valueOf(sheet, row, column);
  if (!calculation.isError(sheet, row, column)) return value;
  return FILE_ERRORS.has(String(value)) ? { error: value } : undefined;
}

/** Excel repairs a table whose header cells are not exactly its column names, as texts. */
function writeHeaders(book: ExcelJS.Workbook, table: HostTable): void {
  const sheet = book.getWorksheet(table.sheet);
  if (sheet === undefined || !table.showHeaders) return;
  table.columns.forEach((column, index) => {
    const cell = sheet.getCell(table.top, table.left + index);
    const content = contentOf(cell);
    if (content.kind !== 'value' || content.value !== column.name) cell.value = column.name;
  });
}

function markActiveSheet(document: HostDocument): void {
  const { book } = document;
  const position = book.worksheets.findIndex((sheet) => sheet.name === document.activeSheet);
  // A file without views leaves ExcelJS without the list, whatever its typings say.
  const views: unknown = book.views;
  const [view] = Array.isArray(views) ? book.views : [];
  book.views = [
    {
      x: 0,
      y: 0,
      width: 25000,
      height: 15000,
      firstSheet: 0,
      visibility: 'visible',
      ...view,
      activeTab: Math.max(position, 0),
    },
  ];
}

/** The first font of the file is that of every cell that names no other: the user's, not the one of ExcelJS. */
function writeDefaultFont(parts: Parts, carried: CarriedBook | undefined): void {
  const own = carried?.defaultFont;
  if (own === undefined || !hasPart(parts, STYLES)) return;
  const xml = textPart(parts, STYLES);
  const [first] = childrenOf(childOf(rootOf(xml)?.inner ?? '', 'fonts')?.inner ?? '');
  if (first !== undefined)
    setText(
      parts,
      STYLES,
      xml.replace(first.outer, () => own),
    );
}

interface Dxfs {
  /** Number the carried format gets in the new file. */
  place(oldId: number): number;
  save(): void;
}

/** Formats of carried rules, appended to those ExcelJS wrote. */
function createDxfs(parts: Parts, carried: CarriedBook | undefined): Dxfs {
  const xml = hasPart(parts, STYLES) ? textPart(parts, STYLES) : '';
  const list = childOf(rootOf(xml)?.inner ?? '', 'dxfs');
  const present = list === undefined ? [] : childrenOf(list.inner).map((dxf) => dxf.outer);
  const places = new Map<number, number>();
  const added: string[] = [];
  return {
    place(oldId) {
      const known = places.get(oldId);
      if (known !== undefined) return known;
      const place = present.length + added.length;
      added.push(carried?.dxfs[oldId] ?? '<dxf/>');
      places.set(oldId, place);
      return place;
    },
    save() {
      if (added.length === 0 || list === undefined) return;
      const all = [...present, ...added];
      const printed = `<dxfs count="${String(all.length)}">${all.join('')}</dxfs>`;
      setText(
        parts,
        STYLES,
        xml.replace(list.outer, () => printed),
      );
    },
  };
}

/** Ids of tables are kept where they can be: they must differ within the workbook. */
function uniqueTableIds(tables: readonly HostTable[]): Map<HostTable, number> {
  const ids = new Map<HostTable, number>();
  const taken = new Set<number>();
  let next = Math.max(0, ...tables.map((table) => table.id)) + 1;
  for (const table of tables) {
    const id = table.id > 0 && !taken.has(table.id) ? table.id : next++;
    taken.add(id);
    ids.set(table, id);
  }
  return ids;
}

function writeSheet(
  parts: Parts,
  document: HostDocument,
  sheet: ExcelJS.Worksheet,
  tables: readonly HostTable[],
  tableIds: ReadonlyMap<HostTable, number>,
  dxfs: Dxfs,
  carriedBook: CarriedBook | undefined,
): void {
  const path = `xl/worksheets/sheet${String(sheet.id)}.xml`;
  const carried = carriedOfSheet(sheet);
  const xml = parseSheetXml(textPart(parts, path));
  const relationships = createRelationships(parts, path);
  const elements: SheetElement[] = [];
  const add = (name: string, outer: string): void => {
    if (outer !== '') elements.push({ name, outer });
  };

  for (const element of xml.elements) {
    switch (element.name) {
      case 'sheetPr':
        add(element.name, inSchemaOrder(element.outer));
        break;
      case 'sheetFormatPr':
        add(element.name, rowHeightOf(element.outer, carried));
        break;
      case 'sheetViews':
        add(element.name, selectTab(element.outer, sheet.name === document.activeSheet));
        break;
      case 'conditionalFormatting':
        add(element.name, withStopIfTrue(element.outer, sheet));
        break;
      case 'autoFilter':
        add(element.name, filterOf(element.outer, carried));
        break;
      case 'hyperlinks':
      case 'dataValidations':
      case 'tableParts':
        break;
      case 'extLst':
        // ExcelJS makes one of its own only for rules that are carried here.
        break;
      default:
        add(element.name, element.outer);
    }
  }
  if (!elements.some(({ name }) => name === 'sheetViews') && sheet.name === document.activeSheet) {
    add('sheetViews', '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>');
  }
  add('dataValidations', printValidations(validationsOf(sheet)));
  add('hyperlinks', printLinks(sheet, readElements(xml, 'hyperlinks'), relationships, carried));
  for (const format of carried?.conditionalFormats ?? []) {
    add(
      'conditionalFormatting',
      format.replace(/ dxfId="(\d+)"/g, (_, id: string) => ` dxfId="${String(dxfs.place(Number(id)))}"`),
    );
  }
  for (const element of carried?.elements ?? []) {
    const isWritten = elements.some(({ name }) => name === element.name);
    if (!isWritten) add(element.name, withoutRevisionIds(element.outer));
  }
  add('tableParts', writeTables(parts, sheet, tables, tableIds, relationships, carriedBook));
  const extensions = carried?.extensions ?? [];
  if (extensions.length > 0) add('extLst', `<extLst>${extensions.join('')}</extLst>`);

  setText(parts, path, printSheetXml({ open: withNamespaces(xml.open, carried), elements }));
  relationships.save();
}

/** ExcelJS puts the outline settings after the page ones; the standard has them before (CT_SheetPr). */
function inSchemaOrder(properties: string): string {
  const root = rootOf(properties);
  if (root === undefined || root.inner === '') return properties;
  const order = ['tabColor', 'outlinePr', 'pageSetUpPr'];
  const children = childrenOf(root.inner).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return properties.replace(root.inner, () => children.map((child) => child.outer).join(''));
}

function rowHeightOf(format: string, carried: CarriedSheet | undefined): string {
  const { customHeight, defaultRowHeight, ...rest } = rootOf(format)?.attributes ?? {};
  const height = defaultRowHeight ?? '15';
  const custom = customHeight !== undefined && carried?.customHeight === true;
  return `<sheetFormatPr${attributesText({ defaultRowHeight: height, customHeight: custom ? true : undefined, ...rest })}/>`;
}

/** Exactly one sheet is selected: two would be edited as a group. */
function selectTab(views: string, active: boolean): string {
  const cleared = views.replace(/ tabSelected="[^"]*"/g, '');
  return active ? cleared.replace(/<sheetView(?=[\s/>])/, '<sheetView tabSelected="1"') : cleared;
}

function withStopIfTrue(format: string, sheet: ExcelJS.Worksheet): string {
  const stopping = new Set<string>();
  const formats: unknown = 'conditionalFormattings' in sheet ? sheet.conditionalFormattings : [];
  for (const one of Array.isArray(formats) ? (formats as unknown[]) : []) {
    const rules: unknown = typeof one === 'object' && one !== null && 'rules' in one ? one.rules : [];
    for (const rule of Array.isArray(rules) ? (rules as unknown[]) : []) {
      if (typeof rule !== 'object' || rule === null) continue;
      if ('stopIfTrue' in rule && rule.stopIfTrue === true && 'priority' in rule)
        stopping.add(String(rule.priority));
    }
  }
  return format.replace(/<cfRule [^>]*?priority="(\d+)"/g, (tag, priority: string) =>
    stopping.has(priority) ? `${tag} stopIfTrue="1"` : tag,
  );
}

function filterOf(outer: string, carried: CarriedSheet | undefined): string {
  const kept = carried?.autoFilter;
  const ref = /ref="([^"]*)"/.exec(outer)?.[1];
  return kept !== undefined && kept.ref === ref ? withoutRevisionIds(kept.outer) : outer;
}

/** Revision marks (`xr:uid`) need a namespace and serve only co-authoring. */
function withoutRevisionIds(outer: string): string {
  return outer.replace(/ xr\d*:\w+="[^"]*"/g, '');
}

function withNamespaces(open: string, carried: CarriedSheet | undefined): string {
  const missing = [...(carried?.namespaces ?? '').matchAll(/\sxmlns:(\w+)="[^"]*"/g)]
    .filter(([, prefix]) => prefix !== undefined && !open.includes(`xmlns:${prefix}=`))
    .map(([declaration]) => declaration);
  return open.replace(/>$/, `${missing.join('')}>`);
}

interface Relationships {
  targetOf(id: string): string | undefined;
  add(type: string, target: string, external: boolean): string;
  remove(id: string): void;
  save(): void;
}

function createRelationships(parts: Parts, path: string): Relationships {
  const relsPath = relsPathOf(path);
  const root = hasPart(parts, relsPath) ? rootOf(textPart(parts, relsPath)) : undefined;
  const items = new Map(
    childrenOf(root?.inner ?? '').map((item) => [item.attributes['Id'] ?? '', item.attributes]),
  );
  let next = items.size + 1;
  return {
    targetOf: (id) => items.get(id)?.['Target'],
    add(type, target, external) {
      while (items.has(`rId${String(next)}`)) next++;
      const id = `rId${String(next)}`;
      items.set(id, { Id: id, Type: type, Target: target, ...(external ? { TargetMode: 'External' } : {}) });
      return id;
    },
    remove: (id) => {
      items.delete(id);
    },
    save() {
      if (items.size === 0) {
        parts.delete(relsPath);
        return;
      }
      const printed = [...items.values()].map((attributes) => `<Relationship${attributesText(attributes)}/>`);
      setText(
        parts,
        relsPath,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${printed.join('')}</Relationships>`,
      );
    },
  };
}

/** Links: ExcelJS knows only addresses outside the workbook; «#Лист!A1» becomes a place inside it. */
function printLinks(
  sheet: ExcelJS.Worksheet,
  written: readonly { inner: string }[],
  relationships: Relationships,
  carried: CarriedSheet | undefined,
): string {
  const links: string[] = [];
  const print = (ref: string, target: string, tooltip: string | undefined, id?: string): void => {
    const hash = target.indexOf('#');
    const address = hash < 0 ? target : target.slice(0, hash);
    const location = hash < 0 ? undefined : target.slice(hash + 1);
    if (id !== undefined && location !== undefined) relationships.remove(id);
    const relationship =
      address === ''
        ? undefined
        : id !== undefined && location === undefined
          ? id
          : relationships.add(LINK_TYPE, address, true);
    links.push(`<hyperlink${attributesText({ ref, 'r:id': relationship, location, tooltip })}/>`);
  };
  for (const element of written.flatMap((list) => childrenOf(list.inner))) {
    const { ref, tooltip } = element.attributes;
    const id = element.attributes['r:id'];
    const target = id === undefined ? undefined : relationships.targetOf(id);
    if (ref !== undefined && id !== undefined && target !== undefined) print(ref, target, tooltip, id);
  }
  for (const [address, link] of carried?.links ?? []) {
    if (sheet.getCell(address).hyperlink === undefined) print(address, link.target, link.tooltip);
  }
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

function writeTables(
  parts: Parts,
  sheet: ExcelJS.Worksheet,
  tables: readonly HostTable[],
  ids: ReadonlyMap<HostTable, number>,
  relationships: Relationships,
  carriedBook: CarriedBook | undefined,
): string {
  if (tables.length === 0) return '';
  const references = tables.map((table) => {
    const id = ids.get(table) ?? table.id;
    const name = `table${String(id)}.xml`;
    const carried = carriedBook?.tables.get(table.id);
    const totals = table.columns.map((_, index): CellContent => {
      const cell = sheet.findCell(table.bottom, table.left + index);
      return cell === undefined ? { kind: 'empty' } : contentOf(cell);
    });
    setText(parts, `xl/tables/${name}`, printTable(table, id, totals, carried));
    addContentType(
      parts,
      `/xl/tables/${name}`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
    );
    return `<tablePart r:id="${relationships.add(TABLE_TYPE, `../tables/${name}`, false)}"/>`;
  });
  return `<tableParts count="${String(references.length)}">${references.join('')}</tableParts>`;
}

function addContentType(parts: Parts, part: string, type: string): void {
  const types = textPart(parts, '[Content_Types].xml');
  if (types.includes(`PartName="${part}"`)) return;
  setText(
    parts,
    '[Content_Types].xml',
    types.replace('</Types>', () => `<Override PartName="${part}" ContentType="${type}"/></Types>`),
  );
}

function writeWorkbook(parts: Parts, document: HostDocument, carried: CarriedBook | undefined): void {
  const xml = textPart(parts, WORKBOOK);
  const root = rootOf(xml);
  if (root === undefined) return;
  const kept = (name: string): string =>
    carried?.elements.find((element) => element.name === name)?.outer ?? '';
  const names = printNames(
    document.names,
    document.book.worksheets.map((sheet) => ({ sheet, own: carriedOfSheet(sheet)?.names ?? [] })),
  );
  const inner = childrenOf(root.inner)
    .filter(({ name }) => name !== 'definedNames' && name !== 'calcPr')
    .map((element) => {
      if (element.name === 'workbookPr') return element.outer + kept('workbookProtection');
      if (element.name === 'sheets')
        return element.outer + names + printCalculation(document, kept('calcPr'));
      return element.outer;
    })
    .join('');
  setText(
    parts,
    WORKBOOK,
    xml.replace(root.inner, () => inner),
  );
}

/** Everything is calculated anew on opening; settings such as iteration stay as they were. */
function printCalculation(document: HostDocument, kept: string): string {
  const { calcId, calcMode, fullCalcOnLoad, calcCompleted, calcOnSave, ...rest } =
    rootOf(kept)?.attributes ?? {};
  const mode = { Automatic: undefined, AutomaticExceptTables: 'autoNoTable', Manual: 'manual' }[
    document.calculationMode
  ];
  return `<calcPr${attributesText({ calcId: '191029', calcMode: mode, ...rest, fullCalcOnLoad: true })}/>`;
}
