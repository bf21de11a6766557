import { FileError } from '../errors';
import { attribute, isOn, newXmlReader, prefixedAttribute, unescaped } from './xml';
import { openZip, readText, type ZipPart } from './zip';

/** The parts of a workbook file that its sheets refer to, read before them. */
export interface BookPackage {
  readonly parts: ReadonlyMap<string, ZipPart>;
  /** Worksheets in the order of their tabs; sheets of charts and of dialogs hold no cells. */
  readonly sheets: readonly PackedSheet[];
  readonly names: readonly PackedName[];
  /** Days are counted from 1904: serial numbers are smaller by 1462. */
  readonly is1904: boolean;
  readonly isManual: boolean;
  readonly strings: readonly string[];
  /** Number format by the index of a cell's style; undefined for «General». */
  readonly formats: readonly (string | undefined)[];
}

export interface PackedSheet {
  readonly name: string;
  /** 0-based place among all sheets of the file: what a name of one sheet counts by. */
  readonly position: number;
  readonly isVisible: boolean;
  readonly part: ZipPart;
}

export interface PackedName {
  readonly name: string;
  readonly refersTo: string;
  /** Position of the sheet it belongs to; null: the workbook. */
  readonly sheet: number | null;
  readonly isHidden: boolean;
}

/** A relationship of a part with another part of the package. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type: "worksheet", "table", "styles" … */
  readonly kind: string;
  readonly path: string;
}

/**
 * Opens an .xlsx, .xlsm or «Strict Open XML» workbook.
 *
 * @throws FileError when the bytes are another kind of archive, or damaged.
 */
export function openBook(bytes: Uint8Array): BookPackage {
  const parts = openZip(bytes);
  if (isOpenDocument(parts)) throw new FileError('openDocument');
  const main = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.path;
  if (main === undefined) {
    throw new FileError(
      parts.has('[Content_Types].xml') || parts.has('xl/workbook.xml') ? 'brokenBook' : 'notWorkbook',
    );
  }
  if (main.endsWith('.bin')) throw new FileError('binary');
  if (!main.startsWith('xl/') && !hasSheets(parts)) throw new FileError('otherDocument');
  return readBook(parts, main);
}

const hasSheets = (parts: ReadonlyMap<string, ZipPart>): boolean =>
  [...parts.keys()].some((path) => /(^|\/)worksheets\//.test(path));

function isOpenDocument(parts: ReadonlyMap<string, ZipPart>): boolean {
  const part = parts.get('mimetype');
  if (part === undefined) return false;
  let text = '';
  readText(part, (piece) => (text += piece));
  return text.includes('opendocument');
}

function readBook(parts: ReadonlyMap<string, ZipPart>, main: string): BookPackage {
  const relationships = relationshipsOf(parts, main);
  const partOf = (kind: string): ZipPart | undefined =>
    parts.get(relationships.find((relationship) => relationship.kind === kind)?.path ?? '');
  const listed: { name: string; id: string; isVisible: boolean }[] = [];
  const names: PackedName[] = [];
  let is1904 = false;
  let isManual = false;
  let open: { attributes: string; text: string } | null = null;
  readText(
    partNamed(parts, main),
    newXmlReader({
      open: (name, attributes) => {
        if (name === 'sheet') {
          listed.push({
            name: attribute(attributes, 'name') ?? '',
            id: prefixedAttribute(attributes, 'id') ?? '',
            isVisible: (attribute(attributes, 'state') ?? 'visible') === 'visible',
          });
        } else if (name === 'workbookPr') {
          is1904 = isOn(attribute(attributes, 'date1904'));
        } else if (name === 'calcPr') {
          isManual = attribute(attributes, 'calcMode') === 'manual';
        } else if (name === 'definedName') {
          open = { attributes, text: '' };
        }
      },
      text: (text) => {
        if (open !== null) open.text += text;
      },
      close: (name) => {
        if (name !== 'definedName' || open === null) return;
        const sheet = attribute(open.attributes, 'localSheetId');
        names.push({
          name: attribute(open.attributes, 'name') ?? '',
          refersTo: `=${kept(open.text)}`,
          sheet: sheet === null ? null : Number(sheet),
          isHidden: isOn(attribute(open.attributes, 'hidden')),
        });
        open = null;
      },
    }),
  );
  const sheets = listed.flatMap(({ name, id, isVisible }, position): PackedSheet[] => {
    const target = relationships.find((relationship) => relationship.id === id);
    if (target === undefined) throw new FileError('brokenBook');
    return target.kind === 'worksheet'
      ? [{ name, position, isVisible, part: partNamed(parts, target.path) }]
      : [];
  });
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    parts,
    sheets,
    names,
    is1904,
    isManual,
    strings: strings === undefined ? [] : readStrings(strings),
    formats: styles === undefined ? [] : readFormats(styles),
  };
}

export function partNamed(parts: ReadonlyMap<string, ZipPart>, path: string): ZipPart {
  const part = parts.get(path);
  if (part === undefined) throw new FileError('brokenBook');
  return part;
}

/** Relationships of a part with others of the package; those of the package itself for "". */
export function relationshipsOf(parts: ReadonlyMap<string, ZipPart>, path: string): readonly Relationship[] {
  const slash = path.lastIndexOf('/');
  const part = parts.get(`${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`);
  if (part === undefined) return [];
  const found: Relationship[] = [];
  readText(
    part,
    newXmlReader({
      open: (name, attributes) => {
        if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
        const type = attribute(attributes, 'Type') ?? '';
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          kind: type.slice(type.lastIndexOf('/') + 1),
          path: resolved(path, attribute(attributes, 'Target') ?? ''),
        });
      },
      text: () => undefined,
      close: () => undefined,
    }),
  );
  return found;
}

function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments = from.split('/').slice(0, -1);
  for (const segment of target.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** A string of its own: a slice would keep the whole piece of XML it was cut from in memory. */
export const kept = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));

function readStrings(part: ZipPart): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let phonetics = 0;
  readText(
    part,
    newXmlReader({
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 't') isText = phonetics === 0;
        else if (name === 'rPh') phonetics += 1;
      },
      text: (piece) => {
        if (isText) text += piece;
      },
      close: (name) => {
        if (name === 'si') strings.push(kept(unescaped(text)));
        else if (name === 't') isText = false;
        else if (name === 'rPh') phonetics -= 1;
      },
    }),
  );
  return strings;
}

/** Formats every Excel knows by number (ECMA-376, 18.8.30). */
const BUILT_IN: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

function readFormats(part: ZipPart): readonly (string | undefined)[] {
  const codes: Record<string, string> = { ...BUILT_IN };
  const ids: string[] = [];
  let isCells = false;
  readText(
    part,
    newXmlReader({
      open: (name, attributes) => {
        if (name === 'numFmt') {
          codes[attribute(attributes, 'numFmtId') ?? ''] ??= attribute(attributes, 'formatCode') ?? '';
        } else if (name === 'cellXfs') {
          isCells = true;
        } else if (name === 'xf' && isCells) {
          ids.push(attribute(attributes, 'numFmtId') ?? '0');
        }
      },
      text: () => undefined,
      close: (name) => {
        if (name === 'cellXfs') isCells = false;
      },
    }),
  );
  return ids.map((id) => (codes[id] === 'General' ? undefined : codes[id]));
}
