import ExcelJS from 'exceljs';
import { parseA1Range } from '@borgar/fx';
import { contentOf, forEachCell } from '../cells';
import { BrokenArchiveError, StrictWorkbookError } from '../file-errors';
import type { HostDocument, HostTable } from '../document';
import { attributesText, childOf, childrenOf, rootOf } from '../xml';
import {
  hasPart,
  pack,
  relationshipsOf,
  relsPathOf,
  setText,
  textPart,
  unpack,
  type Parts,
  type Relationship,
} from './archive';
import { carryBook, carrySheet, type CarriedBook, type CarriedLink, type CarriedSheet } from './carried';
import { splitConditionalFormats } from './conditional-formats';
import { applyPrintNames, readNames } from './names';
import { bookLosses, isPictureAnchor, localName, sheetLosses } from './not-carried';
import { parseSheetXml, printSheetXml, readElements, type SheetXml } from './sheet-xml';
import { hideFormats, isDateFormat, restoreFormats, withoutFalse } from './styles';
import { readTable } from './tables';
import { readValidations, replaceValidations, type HostValidation } from './validations';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Days between the two date systems of Excel. */
const DAYS_1904 = 1462;

/** Elements kept as they were: they refer to nothing else in the package. */
const KEPT_ELEMENTS = new Set([
  'sheetCalcPr',
  'protectedRanges',
  'scenarios',
  'sortState',
  'dataConsolidate',
  'phoneticPr',
  'rowBreaks',
  'colBreaks',
  'cellWatches',
  'ignoredErrors',
]);

interface FileSheet {
  name: string;
  /** 0-based position among all sheets of the file, chart sheets too: what localSheetId counts. */
  position: number;
  path: string;
  relationships: Relationship[];
}

interface ReadSheet {
  file: FileSheet;
  carried: CarriedSheet;
  validations: Record<string, HostValidation>;
  links: { ref: string; link: CarriedLink }[];
  /** Priorities of the rules that stop the ones below them. */
  stopping: Set<number>;
  /** Whether pages are numbered from a number of the sheet's own. */
  numbersPages: boolean;
}

/**
 * Reads a workbook. The package is taken apart first: ExcelJS is given only the parts and elements it reads
 * without loss, the rest is read here or carried beside the document.
 * @throws WorkbookFileError when the bytes are not a workbook that can be opened.
 */
export async function readDocument(bytes: Uint8Array): Promise<HostDocument> {
  const parts = unpack(bytes);
  const workbookXml = unprefixed(textPart(parts, WORKBOOK));
  if (workbookXml.includes('http://purl.oclc.org/ooxml/')) throw new StrictWorkbookError();
  const workbook = rootOf(workbookXml)?.inner ?? '';
  const bookRelationships = relationshipsOf(parts, WORKBOOK);
  const notCarried = bookLosses(parts, bookRelationships);

  const styles = readStyles(parts, bookRelationships);
  const clean = cleanPackage(parts, bookRelationships, styles.xml);
  const tables: HostTable[] = [];
  const carriedBook: CarriedBook = {
    elements: [],
    dxfs: styles.dxfs,
    defaultFont: styles.defaultFont,
    tables: new Map(),
  };
  const sheets = fileSheets(workbook, bookRelationships, notCarried).map((file, index) => {
    file.relationships = relationshipsOf(parts, file.path);
    const read = readSheet(parts, clean, file, index, notCarried);
    for (const { target } of file.relationships.filter(({ kind }) => kind === 'table')) {
      const table = hasPart(parts, target)
        ? readTable(unprefixed(textPart(parts, target)), file.name)
        : undefined;
      if (table === undefined) continue;
      tables.push(table.table);
      carriedBook.tables.set(table.table.id, table.carried);
    }
    return read;
  });
  writeWorkbookParts(clean, workbook, sheets);

  const book = await loadBook(clean);
  restoreFormats(book, styles.codes);
  const names = readNames(workbook);
  for (const read of sheets) {
    const sheet = book.getWorksheet(read.file.name);
    if (sheet === undefined) continue;
    read.carried.names = applyPrintNames(sheet, names.bySheet.get(read.file.position) ?? []);
    finishSheet(sheet, read);
    carrySheet(sheet, read.carried);
  }
  if (is1904(workbook)) {
    convertDates(book);
    notCarried.push('система дат 1904 года (даты в ячейках пересчитаны)');
  }
  for (const name of ['workbookProtection', 'calcPr']) {
    const element = childOf(workbook, name);
    if (element !== undefined) carriedBook.elements.push({ name, outer: element.outer });
  }

  const document: HostDocument = {
    book,
    tables,
    names: names.names,
    calculationMode: calculationModeOf(workbook),
    activeSheet: activeSheetOf(workbook, book, sheets),
    notCarried,
  };
  carryBook(document, carriedBook);
  return document;
}

/** Some writers put a prefix on every element (`<x:worksheet>`), which ExcelJS reads as nothing at all. */
function unprefixed(xml: string): string {
  const main = /xmlns:(\w+)="http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main"/.exec(
    xml.slice(0, 4000),
  );
  const prefix = main?.[1];
  if (prefix === undefined || !xml.includes(`<${prefix}:`)) return xml;
  return xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1').replace(`xmlns:${prefix}=`, 'xmlns=');
}

function readStyles(parts: Parts, relationships: readonly Relationship[]): ReturnType<typeof hideFormats> {
  const styles = relationships.find(({ kind }) => kind === 'styles');
  if (styles === undefined || !hasPart(parts, styles.target)) {
    return { xml: '', codes: new Map(), dxfs: [], defaultFont: undefined };
  }
  return hideFormats(unprefixed(textPart(parts, styles.target)));
}

/** The parts ExcelJS reads besides the sheets, under the names it expects. */
function cleanPackage(parts: Parts, relationships: readonly Relationship[], styles: string): Parts {
  const clean: Parts = new Map();
  for (const [path, bytes] of parts) {
    if (/^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app)\.xml|xl\/media\/.*)$/.test(path)) {
      clean.set(path, bytes);
    }
  }
  for (const [kind, path] of [
    ['sharedStrings', 'xl/sharedStrings.xml'],
    ['theme', 'xl/theme/theme1.xml'],
  ] as const) {
    const part = relationships.find((relationship) => relationship.kind === kind);
    if (part === undefined || !hasPart(parts, part.target)) continue;
    const xml = unprefixed(textPart(parts, part.target));
    setText(clean, path, kind === 'sharedStrings' ? withoutFalse(xml) : xml);
  }
  if (styles !== '') setText(clean, 'xl/styles.xml', styles);
  return clean;
}

function fileSheets(
  workbook: string,
  relationships: readonly Relationship[],
  notCarried: string[],
): FileSheet[] {
  const sheets: FileSheet[] = [];
  childrenOf(childOf(workbook, 'sheets')?.inner ?? '').forEach((element, position) => {
    const name = element.attributes['name'] ?? '';
    const relationship = relationships.find(({ id }) => id === element.attributes['r:id']);
    if (relationship?.kind === 'worksheet') {
      sheets.push({ name, position, path: relationship.target, relationships: [] });
    } else {
      notCarried.push(relationship?.kind === 'chartsheet' ? `лист диаграммы «${name}»` : `лист «${name}»`);
    }
  });
  return sheets;
}

function readSheet(
  parts: Parts,
  clean: Parts,
  file: FileSheet,
  index: number,
  notCarried: string[],
): ReadSheet {
  const xml = parseSheetXml(isoDatesAsNumbers(unprefixed(textPart(parts, file.path))));
  const headerPictures = xml.elements.some(({ name }) => name === 'legacyDrawingHF' || name === 'drawingHF');
  notCarried.push(...sheetLosses(parts, file.name, file.relationships, headerPictures));

  const formats = splitConditionalFormats(xml);
  const extensions = readElements(xml, 'extLst').flatMap((list) => childrenOf(list.inner));
  // An extension that points at other parts (slicers, timelines) is named as lost with those parts.
  const ownExtensions = extensions.filter((extension) => !/\sr:(id|embed|link)="/.test(extension.outer));
  const filter = readElements(xml, 'autoFilter')[0];
  const read: ReadSheet = {
    file,
    carried: {
      names: [],
      elements: xml.elements.filter(({ name }) => KEPT_ELEMENTS.has(name)).map((element) => ({ ...element })),
      conditionalFormats: formats.carried,
      extensions: ownExtensions.map((extension) => extension.outer),
      namespaces: namespacesOf(xml.open),
      links: new Map(),
      autoFilter:
        filter === undefined ? undefined : { ref: filter.attributes['ref'] ?? '', outer: filter.outer },
      customHeight: isOn(readElements(xml, 'sheetFormatPr')[0]?.attributes['customHeight']),
    },
    validations: Object.fromEntries(
      readElements(xml, 'dataValidations').flatMap((element) => Object.entries(readValidations(element))),
    ),
    links: readElements(xml, 'hyperlinks')
      .flatMap((list) => childrenOf(list.inner))
      .flatMap((element) => {
        const { ref, location, tooltip } = element.attributes;
        const address = file.relationships.find(({ id }) => id === element.attributes['r:id'])?.target ?? '';
        const target = location === undefined ? address : `${address}#${location}`;
        return ref === undefined || target === '' ? [] : [{ ref, link: { target, tooltip } }];
      }),
    stopping: formats.stopping,
    numbersPages: isOn(readElements(xml, 'pageSetup')[0]?.attributes['useFirstPageNumber']),
  };

  const readable: SheetXml = {
    open: xml.open,
    elements: [
      ...xml.elements.filter(({ name }) => !READ_HERE.has(name)),
      ...(xml.elements.some(({ name }) => name === 'sheetFormatPr') ? [] : [DEFAULT_FORMAT]),
      ...formats.modelled.map((outer) => ({ name: 'conditionalFormatting', outer })),
    ],
  };
  const path = sheetPath(index);
  setText(clean, path, printSheetXml(readable));
  copySheetParts(parts, clean, file, index);
  return read;
}

/** Without this element ExcelJS would write rows of height 0. */
const DEFAULT_FORMAT = { name: 'sheetFormatPr', outer: '<sheetFormatPr defaultRowHeight="15"/>' };

/** Elements taken out before ExcelJS reads the sheet: read or carried here, or tied to parts it never sees. */
const READ_HERE = new Set([
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'tableParts',
  'extLst',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'oleObjects',
  'controls',
  'mc:AlternateContent',
  'customSheetViews',
  'webPublishItems',
]);

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${String(index + 1)}.xml`;
}

/** ISO dates (t="d", ECMA-376 18.18.11) mean nothing to ExcelJS: it would read «2025-09-01» as 2025. */
function isoDatesAsNumbers(xml: string): string {
  if (!xml.includes(' t="d"')) return xml;
  return xml.replace(
    /<c\b([^>]*) t="d"([^>]*)>([\s\S]*?)<v>([^<]*)<\/v>/g,
    (whole, before, rest, inner, iso) => {
      const time = Date.parse(/T/.test(String(iso)) ? `${String(iso)}Z`.replace(/ZZ$/, 'Z') : String(iso));
      if (Number.isNaN(time)) return whole;
      return `<c${String(before)}${String(rest)}>${String(inner)}<v>${String(time / 86_400_000 + 25_569)}</v>`;
    },
  );
}

/** Drawings with pictures, notes and their shapes, under the names and targets ExcelJS understands. */
function copySheetParts(parts: Parts, clean: Parts, file: FileSheet, index: number): void {
  const number = String(index + 1);
  const kept: { id: string; type: string; target: string; external: boolean }[] = [];
  const notes = file.relationships.find(({ kind, target }) => kind === 'comments' && hasPart(parts, target));
  for (const { id, kind, type, target, external } of file.relationships) {
    if (kind === 'image') {
      kept.push({ id, type, target: `/${target}`, external });
      continue;
    }
    if (!hasPart(parts, target)) continue;
    if (kind === 'comments' && id === notes?.id) {
      setText(clean, `xl/comments${number}.xml`, notesInRuns(unprefixed(textPart(parts, target))));
      kept.push({ id, type, target: `../comments${number}.xml`, external });
    } else if (kind === 'vmlDrawing' && notes !== undefined && isNotesDrawing(parts, target)) {
      setText(clean, `xl/drawings/vmlDrawing${number}.vml`, textPart(parts, target));
      kept.push({ id, type, target: `../drawings/vmlDrawing${number}.vml`, external });
    } else if (kind === 'drawing') {
      copyDrawing(parts, clean, target, number);
      kept.push({ id, type, target: `../drawings/drawing${number}.xml`, external });
    }
  }
  setText(clean, relsPathOf(sheetPath(index)), printRelationships(kept));
}

/** A note of one plain text (`<text><t>`) is read by ExcelJS as empty: it looks for runs only. */
const notesInRuns = (xml: string): string =>
  withoutFalse(xml).replace(/<text>\s*(<t(?:\s[^>]*)?>[^<]*<\/t>)\s*<\/text>/g, '<text><r>$1</r></text>');

function isNotesDrawing(parts: Parts, path: string): boolean {
  return /ObjectType="Note"/.test(textPart(parts, path));
}

/** ExcelJS knows the elements of a drawing by the prefix `xdr` only; openpyxl writes them without any. */
function withDrawingPrefix(xml: string): string {
  const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
  const declared = new RegExp(`\\sxmlns(?::(\\w+))?="${namespace}"`).exec(xml);
  if (declared === null || declared[1] === 'xdr') return xml;
  const [declaration, prefix] = declared;
  const own = prefix === undefined ? '' : `${prefix}:`;
  return xml
    .replace(declaration, ` xmlns:xdr="${namespace}"`)
    .replace(new RegExp(`<(/?)${own}(?=\\w+[\\s/>])`, 'g'), '<$1xdr:');
}

/** A drawing with its pictures only: ExcelJS throws at charts and shapes. */
function copyDrawing(parts: Parts, clean: Parts, path: string, number: string): void {
  const xml = withDrawingPrefix(textPart(parts, path));
  const root = rootOf(xml);
  if (root === undefined) return;
  const anchors = childrenOf(root.inner).filter(
    (anchor) => localName(anchor.name) !== 'AlternateContent' && isPictureAnchor(anchor.inner),
  );
  const open = xml.slice(0, xml.indexOf(root.outer) + root.outer.indexOf('>') + 1).replace(/\/>$/, '>');
  setText(
    clean,
    `xl/drawings/drawing${number}.xml`,
    `${open}${anchors.map((anchor) => anchor.outer).join('')}</${root.name}>`,
  );
  const relationships = relationshipsOf(parts, path).filter(
    ({ kind }) => kind === 'image' || kind === 'hyperlink',
  );
  setText(
    clean,
    `xl/drawings/_rels/drawing${number}.xml.rels`,
    printRelationships(
      relationships.map((one) => ({
        ...one,
        target: one.external ? one.target : `../${one.target.replace(/^xl\//, '')}`,
      })),
    ),
  );
}

function printRelationships(
  relationships: readonly { id: string; type: string; target: string; external: boolean }[],
): string {
  const items = relationships.map(
    ({ id, type, target, external }) =>
      `<Relationship${attributesText({
        Id: id,
        Type: type,
        Target: target,
        TargetMode: external ? 'External' : undefined,
      })}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** The workbook part for ExcelJS: sheets only, in order; names are read here. */
function writeWorkbookParts(clean: Parts, workbook: string, sheets: readonly ReadSheet[]): void {
  const states = new Map(
    childrenOf(childOf(workbook, 'sheets')?.inner ?? '').map(({ attributes }) => [
      attributes['name'],
      attributes['state'],
    ]),
  );
  const list = sheets.map(
    ({ file }, index) =>
      `<sheet${attributesText({
        name: file.name,
        sheetId: index + 1,
        state: states.get(file.name),
        'r:id': `rId${String(index + 1)}`,
      })}/>`,
  );
  const views = childOf(workbook, 'bookViews')?.outer ?? '';
  setText(
    clean,
    WORKBOOK,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}">${views}<sheets>${list.join('')}</sheets></workbook>`,
  );
  const relationships = sheets.map((_, index) => ({
    id: `rId${String(index + 1)}`,
    type: `${RELATIONSHIPS}/worksheet`,
    target: `worksheets/sheet${String(index + 1)}.xml`,
    external: false,
  }));
  setText(clean, relsPathOf(WORKBOOK), printRelationships(relationships));
}

async function loadBook(clean: Parts): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const packed = pack(clean, 0);
  try {
    // JSZip, which reads it inside ExcelJS, takes any ArrayBuffer.
    await book.xlsx.load(toArrayBuffer(packed));
  } catch (error) {
    throw new BrokenArchiveError({ cause: error });
  }
  return book;
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

function namespacesOf(open: string): string {
  return [...open.matchAll(/\sxmlns:\w+="[^"]*"/g)].map(([declaration]) => declaration).join('');
}

function finishSheet(sheet: ExcelJS.Worksheet, read: ReadSheet): void {
  replaceValidations(sheet, read.validations);
  // ExcelJS reads the absent number as 1 and then writes it as one chosen by the user.
  if (!read.numbersPages) Object.assign(sheet.pageSetup, { firstPageNumber: undefined });
  markStopping(sheet, read.stopping);
  unshareFormulas(sheet);
  for (const { ref, link } of read.links) applyLink(sheet, ref, link, read.carried);
}

/** ExcelJS reads a rule without its «stop if true»; the mark is kept on the rule under Excel's own name. */
function markStopping(sheet: ExcelJS.Worksheet, stopping: ReadonlySet<number>): void {
  const formats: unknown = 'conditionalFormattings' in sheet ? sheet.conditionalFormattings : [];
  if (!Array.isArray(formats)) return;
  for (const format of formats as unknown[]) {
    const rules: unknown =
      typeof format === 'object' && format !== null && 'rules' in format ? format.rules : [];
    if (!Array.isArray(rules)) continue;
    for (const rule of rules as unknown[]) {
      if (typeof rule !== 'object' || rule === null || !('priority' in rule)) continue;
      if (typeof rule.priority === 'number' && stopping.has(rule.priority))
        Object.assign(rule, { stopIfTrue: true });
      restoreRuleFormat(rule);
    }
  }
}

/** A rule's number format is read by ExcelJS as an object and written by it as «[object Object]». */
function restoreRuleFormat(rule: object): void {
  const style: unknown = 'style' in rule ? rule.style : undefined;
  if (typeof style !== 'object' || style === null || !('numFmt' in style)) return;
  const format = style.numFmt;
  if (typeof format === 'object' && format !== null && 'formatCode' in format)
    style.numFmt = format.formatCode;
}

/** Shared formulas become plain ones: what is edited next to them must not reach into them. */
function unshareFormulas(sheet: ExcelJS.Worksheet): void {
  const shared: { cell: ExcelJS.Cell; formula: string }[] = [];
  forEachCell(sheet, (cell) => {
    if (cell.type !== ExcelJS.ValueType.Formula) return;
    const { value } = cell;
    const isShared =
      typeof value === 'object' &&
      value !== null &&
      ('sharedFormula' in value || ('shareType' in value && value.shareType === 'shared'));
    const content = isShared ? contentOf(cell) : undefined;
    if (content?.kind === 'formula') shared.push({ cell, formula: content.formula });
  });
  for (const { cell, formula } of shared) cell.value = { formula };
}

/**
 * A link on text becomes ExcelJS's hyperlink value; «#Лист!A1» is a place in the workbook. On other values
 * ExcelJS would put the link in the value's place, so there it is carried beside the cell.
 */
function applyLink(sheet: ExcelJS.Worksheet, ref: string, link: CarriedLink, carried: CarriedSheet): void {
  const range = parseA1Range(ref);
  if (range === undefined || range.top === null || range.left === null) return;
  const bottom = Math.min(range.bottom ?? range.top, Math.max(range.top, sheet.rowCount - 1));
  const right = Math.min(range.right ?? range.left, Math.max(range.left, sheet.columnCount - 1));
  for (let row = range.top; row <= bottom; row++) {
    for (let column = range.left; column <= right; column++) {
      const cell = sheet.getCell(row + 1, column + 1);
      if (typeof cell.value === 'string') {
        cell.value = {
          text: cell.value,
          hyperlink: link.target,
          ...(link.tooltip === undefined ? {} : { tooltip: link.tooltip }),
        };
      } else {
        carried.links.set(cell.address, link);
      }
    }
  }
}

function is1904(workbook: string): boolean {
  return isOn(childOf(workbook, 'workbookPr')?.attributes['date1904']);
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function convertDates(book: ExcelJS.Workbook): void {
  for (const sheet of book.worksheets) {
    forEachCell(sheet, (cell) => {
      if (typeof cell.value === 'number' && isDateFormat(cell.numFmt)) cell.value += DAYS_1904;
    });
  }
}

function calculationModeOf(workbook: string): HostDocument['calculationMode'] {
  switch (childOf(workbook, 'calcPr')?.attributes['calcMode']) {
    case 'manual':
      return 'Manual';
    case 'autoNoTable':
      return 'AutomaticExceptTables';
    default:
      return 'Automatic';
  }
}

function activeSheetOf(workbook: string, book: ExcelJS.Workbook, sheets: readonly ReadSheet[]): string {
  const view = childrenOf(childOf(workbook, 'bookViews')?.inner ?? '')[0];
  const position = Number(view?.attributes['activeTab'] ?? 0);
  const active = sheets.find(({ file }) => file.position === position)?.file.name;
  return (
    active ??
    book.worksheets.find((sheet) => sheet.state === 'visible')?.name ??
    book.worksheets[0]?.name ??
    ''
  );
}
