import { strToU8, zipSync } from 'fflate';
import {
  BinaryWorkbookError,
  BrokenArchiveError,
  EncryptedWorkbookError,
  MissingPartError,
  NotAWorkbookError,
  OldExcelFormatError,
  OpenDocumentError,
  StrictWorkbookError,
  WorkbookTooLargeError,
} from '../../src/host/file-errors';
import { readDocument } from '../../src/host/xlsx';
import { partsOf, workbookFile } from './workbook-file';

const good = workbookFile({ sheets: [{ name: 'Лист1', xml: '<sheetData/>' }] });

function compound(stream: string): Uint8Array {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const name = [...stream].flatMap((char) => [char.charCodeAt(0), 0]);
  return new Uint8Array([...signature, ...new Array<number>(2000).fill(0), ...name, 0, 0]);
}

function repacked(change: (parts: Record<string, string>) => Record<string, string>): Uint8Array {
  const parts = change(partsOf(good));
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** The same archive that declares this many bytes for every part. */
function declaring(size: number): Uint8Array {
  const bytes = new Uint8Array(good);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

test.each([
  ['a text file', strToU8('ФИО;Педагог\n'), NotAWorkbookError],
  ['nothing', new Uint8Array(), NotAWorkbookError],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), NotAWorkbookError],
  [
    'a Word document',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<a/>') }),
    NotAWorkbookError,
  ],
  ['an old .xls', compound('Workbook'), OldExcelFormatError],
  ['an encrypted workbook', compound('EncryptedPackage'), EncryptedWorkbookError],
  ['an old Word document', compound('WordDocument'), NotAWorkbookError],
  ['a cut-off file', good.subarray(0, good.length - 200), BrokenArchiveError],
  ['a binary workbook', repacked((parts) => ({ ...parts, 'xl/workbook.bin': '' })), BinaryWorkbookError],
  [
    'an OpenDocument',
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
    OpenDocumentError,
  ],
  ['a package without its workbook', repacked(({ 'xl/workbook.xml': _, ...rest }) => rest), MissingPartError],
  [
    'a package without a sheet it lists',
    repacked(({ 'xl/worksheets/sheet1.xml': _, ...rest }) => rest),
    MissingPartError,
  ],
  [
    'a Strict workbook',
    repacked((parts) => ({
      ...parts,
      'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ),
    })),
    StrictWorkbookError,
  ],
  ['a zip bomb', declaring(0x7fffffff), WorkbookTooLargeError],
])('%s is refused by name, with a remedy', async (_, bytes, error) => {
  const failure: unknown = await readDocument(bytes).catch((reason: unknown) => reason);
  expect(failure).toBeInstanceOf(error);
  expect(String(failure)).toMatch(/[А-Яа-я]{3}/);
});

test('broken XML inside a good archive is a damaged file', async () => {
  const bytes = repacked((parts) => ({ ...parts, 'xl/styles.xml': '<styleSheet><fonts><font></fonts>' }));
  await expect(readDocument(bytes)).rejects.toBeInstanceOf(BrokenArchiveError);
});
