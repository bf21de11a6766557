import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface PackageText {
  /** Attributes of workbookPr. */
  readonly properties?: string;
  /** Worksheet XML by the sheet's name, from `<worksheet …>` on; shorthand: what stands inside it. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Number formats of the cell styles, in order. */
  readonly formats?: readonly string[];
  readonly other?: Readonly<Record<string, string>>;
}

/** A workbook file written by hand, for what no library would write. */
export function packageOf({
  properties = '',
  sheets,
  strings,
  formats,
  other = {},
}: PackageText): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, text: string): void => {
    files[path] = strToU8(text);
  };
  put('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  put('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  put(
    'xl/workbook.xml',
    `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  put(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...names.map((_, index): [string, string, string] => [
        `rId${String(index + 1)}`,
        'worksheet',
        `worksheets/sheet${String(index + 1)}.xml`,
      ]),
      ['rId900', 'sharedStrings', 'sharedStrings.xml'],
      ['rId901', 'styles', 'styles.xml'],
    ]),
  );
  names.forEach((name, index) => {
    const inner = sheets[name] ?? '';
    const xml = /<\w*:?worksheet/.test(inner)
      ? inner
      : `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${inner}</worksheet>`;
    put(`xl/worksheets/sheet${String(index + 1)}.xml`, xml);
  });
  if (strings !== undefined) put('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.join('')}</sst>`);
  if (formats !== undefined) {
    const codes = formats.map(
      (code, index) => `<numFmt numFmtId="${String(164 + index)}" formatCode="${code}"/>`,
    );
    const styles = formats.map((_, index) => `<xf numFmtId="${String(164 + index)}"/>`);
    put(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    );
  }
  for (const [path, text] of Object.entries(other)) put(path, text);
  return zipSync(files);
}

const relationships = (list: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;
