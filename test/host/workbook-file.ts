import { strToU8, unzipSync, strFromU8, zipSync } from 'fflate';

/**
 * A workbook as Excel saves it, with the things file libraries stumble over: made part by part, because no
 * library writes them.
 */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetParts {
  name: string;
  state?: string;
  /** Everything inside `<worksheet>`. */
  xml: string;
  relationships?: { id: string; type: string; target: string; external?: boolean }[];
}

export interface FileParts {
  sheets: SheetParts[];
  sharedStrings?: string[];
  /** Content of `<styleSheet>`; a plain one with a date format (cell format 1) when absent. */
  styles?: string;
  /** Elements of `<workbook>` before and after `<sheets>`. */
  beforeSheets?: string;
  afterSheets?: string;
  /** Further parts by path. */
  parts?: Record<string, string>;
  bookRelationships?: { id: string; type: string; target: string }[];
}

export const PLAIN_STYLES = `<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Обычный" xfId="0" builtinId="0"/></cellStyles><dxfs count="2"><dxf><font><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf><dxf><font><b/></font></dxf></dxfs>`;

function relationships(
  items: readonly { id: string; type: string; target: string; external?: boolean }[],
): string {
  const list = items.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type.includes('://') ? type : `${REL}/${type}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE_REL}">${list.join('')}</Relationships>`;
}

export function workbookFile(file: FileParts): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${file.styles ?? PLAIN_STYLES}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${(file.sharedStrings ?? []).map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}">${file.beforeSheets ?? ''}<sheets>${file.sheets
      .map(
        (sheet, index) =>
          `<sheet name="${sheet.name.replaceAll('&', '&amp;')}" sheetId="${String(index + 5)}"${sheet.state === undefined ? '' : ` state="${sheet.state}"`} r:id="s${String(index)}"/>`,
      )
      .join('')}</sheets>${file.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...file.sheets.map((_, index) => ({
        id: `s${String(index)}`,
        type: 'worksheet',
        target: `worksheets/sheet${String(index + 1)}.xml`,
      })),
      { id: 'styles', type: 'styles', target: 'styles.xml' },
      { id: 'strings', type: 'sharedStrings', target: 'sharedStrings.xml' },
      ...(file.bookRelationships ?? []),
    ]),
    ...file.parts,
  };
  file.sheets.forEach((sheet, index) => {
    const name = `sheet${String(index + 1)}.xml`;
    parts[`xl/worksheets/${name}`] =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">${sheet.xml}</worksheet>`;
    if (sheet.relationships !== undefined) {
      parts[`xl/worksheets/_rels/${name}.rels`] = relationships(sheet.relationships);
    }
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** Parts of a written workbook as text, by path. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export function tablePart(id: number, attributes: string, inner: string): string {
  return `<table xmlns="${MAIN}" id="${String(id)}" ${attributes}>${inner}</table>`;
}
