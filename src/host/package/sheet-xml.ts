import { childrenOf, type XmlElement } from '../xml';

/**
 * A worksheet part cut into its top-level elements. The cells stay one unread text: they may be hundreds
 * of megabytes, and only what stands around them is edited.
 */
export interface SheetXml {
  /** Everything up to and including the opening tag of the root. */
  readonly open: string;
  readonly elements: SheetElement[];
}

export interface SheetElement {
  readonly name: string;
  readonly outer: string;
}

/** Order of the elements of a worksheet (ECMA-376 Part 1, CT_Worksheet); Excel repairs a file out of it. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

export function parseSheetXml(xml: string): SheetXml {
  const data = /<sheetData(?=[\s/>])/.exec(xml);
  const from = data?.index ?? xml.length;
  const open = /^[\s\S]*?<worksheet(?:\s[^>]*)?>/.exec(xml.slice(0, from))?.[0] ?? '';
  const before = childrenOf(xml.slice(open.length, from));
  if (data === null) return { open, elements: before.map(pickElement) };

  const emptyTag = /^<sheetData[^>]*\/>/.exec(xml.slice(from, from + 200))?.[0];
  const closeTag = '</sheetData>';
  const closeAt = emptyTag === undefined ? xml.indexOf(closeTag, from) : -1;
  const to =
    emptyTag !== undefined ? from + emptyTag.length : closeAt < 0 ? xml.length : closeAt + closeTag.length;
  const after = childrenOf(xml.slice(to).replace(/<\/worksheet>\s*$/, ''));
  return {
    open,
    elements: [
      ...before.map(pickElement),
      { name: 'sheetData', outer: xml.slice(from, to) },
      ...after.map(pickElement),
    ],
  };
}

/** The worksheet part again, its elements in the order the standard demands. */
export function printSheetXml(sheet: SheetXml): string {
  const place = new Map(ORDER.map((name, index) => [name, index]));
  const rank = (element: SheetElement): number => place.get(element.name) ?? ORDER.length;
  const ordered = sheet.elements
    .map((element, index) => ({ element, index }))
    .sort((a, b) => rank(a.element) - rank(b.element) || a.index - b.index);
  return [sheet.open, ...ordered.map(({ element }) => element.outer), '</worksheet>'].join('');
}

/** Elements of the worksheet with this name, read. */
export function readElements(sheet: SheetXml, name: string): XmlElement[] {
  return sheet.elements
    .filter((element) => element.name === name)
    .flatMap((element) => childrenOf(element.outer));
}

function pickElement(element: XmlElement): SheetElement {
  return { name: element.name, outer: element.outer };
}
