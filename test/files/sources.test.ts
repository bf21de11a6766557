import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import type { SourceCell, SourceSheet } from '../../src/adoption';
import { FileError, readSources } from '../../src/files';
import { FILE_FAILURES, type FileFailure } from '../../src/messages/files';
import { cellAddress } from '../../src/register/addresses';
import { serialOf } from '../../src/register/dates';
import { packageOf } from './packages';

const at = ({ cells }: SourceSheet, address: string): SourceCell | undefined =>
  cells.find(({ row, column }) => cellAddress(row, column) === address);

const only = async (bytes: Uint8Array, name = 'Мои таблицы.xlsx'): Promise<SourceSheet> => {
  const [sheet] = await readSources(name, bytes);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

const valuesOf = ({ cells }: SourceSheet): Record<string, unknown> =>
  Object.fromEntries(cells.map(({ row, column, value }) => [cellAddress(row, column), value]));

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function failure(name: string, bytes: Uint8Array): Promise<FileFailure> {
  const error: unknown = await readSources(name, bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof FileError)) throw new Error(`no FileError: ${String(error)}`);
  expect(error.sentence).toContain(FILE_FAILURES[error.failure].sentence);
  return error.failure;
}

const cell = (address: string, inner: string, attributes = ''): string =>
  `<c r="${address}" ${attributes}>${inner}</c>`;
const row = (number: number, ...cells: string[]): string =>
  `<row r="${String(number)}">${cells.join('')}</row>`;
const data = (...rows: string[]): string => `<sheetData>${rows.join('')}</sheetData>`;

describe('a workbook of Excel', () => {
  test('gives the texts, numbers and logical values of every sheet with their places', async () => {
    const bytes = await written((book) => {
      const staff = book.addWorksheet('Кадры');
      staff.getCell('C4').value = 'Ф.И.О.\nпедагога';
      staff.getCell('D4').value = 'Стаж';
      staff.getCell('C5').value = ' Иванова  Анна ';
      staff.getCell('D5').value = 15.25;
      staff.getCell('E5').value = true;
      book.addWorksheet('Пустой');
    });
    const sheets = await readSources('Мои таблицы.xlsx', bytes);
    expect(sheets.map(({ file, name }) => [file, name])).toEqual([
      ['Мои таблицы.xlsx', 'Кадры'],
      ['Мои таблицы.xlsx', 'Пустой'],
    ]);
    expect(sheets[0] && valuesOf(sheets[0])).toEqual({
      C4: 'Ф.И.О.\nпедагога',
      D4: 'Стаж',
      C5: ' Иванова  Анна ',
      D5: 15.25,
      E5: true,
    });
    expect(sheets[1]?.cells).toEqual([]);
  });

  test('gives a day as its serial number with the format that shows it as a day', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('Кадры');
      sheet.getCell('A1').value = new Date(Date.UTC(1988, 0, 31));
      sheet.getCell('A1').numFmt = 'dd.mm.yyyy';
      sheet.getCell('A2').value = new Date(Date.UTC(2024, 2, 15, 21, 30));
      sheet.getCell('A3').value = 45366;
    });
    const sheet = await only(bytes);
    expect(at(sheet, 'A1')).toEqual({
      row: 1,
      column: 1,
      value: serialOf(1988, 1, 31),
      format: 'dd.mm.yyyy',
    });
    expect(at(sheet, 'A2')).toMatchObject({
      value: expect.closeTo(serialOf(2024, 3, 15) + 21.5 / 24, 6),
      format: 'mm-dd-yy',
    });
    expect(at(sheet, 'A3')).toEqual({ row: 3, column: 1, value: 45366 });
  });

  test('counts days of a workbook of 1904 from 1900, numbers stay as they are', async () => {
    const sheet = await only(
      packageOf({
        properties: 'date1904="1"',
        formats: ['dd.mm.yyyy'],
        sheets: { Кадры: data(row(1, cell('A1', '<v>43000</v>', 's="1"'), cell('B1', '<v>43000</v>'))) },
      }),
    );
    expect(valuesOf(sheet)).toEqual({ A1: 44462, B1: 43000 });
  });

  test('takes the kept result of a formula; one never calculated is seen as it is written', async () => {
    const sheet = await only(
      packageOf({
        sheets: {
          Кадры: data(
            row(
              1,
              cell('A1', '<f>B1&amp;" "&amp;C1</f><v>Иванова Анна</v>', 't="str"'),
              cell('B1', '<f>1+1</f><v>2</v>'),
              cell('C1', '<f>""</f><v></v>', 't="str"'),
              cell('D1', '<f>B1&lt;3</f>'),
              cell('E1', '<f>#REF!</f><v>#REF!</v>', 't="e"'),
              cell('F1', '<f>B1=2</f><v>1</v>', 't="b"'),
            ),
          ),
        },
      }),
    );
    expect(valuesOf(sheet)).toEqual({ A1: 'Иванова Анна', B1: 2, D1: '=B1<3', E1: '#REF!', F1: true });
  });

  test('reads a text of several looks whole, without the readings above it', async () => {
    const sheet = await only(
      packageOf({
        strings: [
          '<si><r><rPr><b/></rPr><t>Иванова </t></r><r><t xml:space="preserve">Анна</t></r></si>',
          '<si><t>СОШ &#8470; 5 &lt;&quot;&gt;</t><rPh sb="0" eb="1"><t>чтение</t></rPh></si>',
          '<si><t>строка_x000D_\nдругая</t></si>',
          '<si/>',
        ],
        sheets: {
          Кадры: data(
            row(
              1,
              ...[0, 1, 2, 3].map((index) =>
                cell(cellAddress(1, index + 1), `<v>${String(index)}</v>`, 't="s"'),
              ),
              cell('E1', '<is><t>свой</t></is>', 't="inlineStr"'),
              cell('F1', '<v><![CDATA[5]]></v>'),
            ),
          ),
        },
      }),
    );
    expect(valuesOf(sheet)).toEqual({
      A1: 'Иванова Анна',
      B1: 'СОШ № 5 <">',
      C1: 'строка\r\nдругая',
      E1: 'свой',
      F1: 5,
    });
  });

  test('gives merged areas, hidden rows, columns and sheets', async () => {
    const bytes = await written((book) => {
      const sheet = book.addWorksheet('Кадры', { state: 'hidden' });
      sheet.getCell('A1').value = 'ДОСТИЖЕНИЯ ДЕТЕЙ';
      sheet.mergeCells('A1:C2');
      sheet.getCell('B5').value = 'скрыто';
      sheet.getRow(5).hidden = true;
      sheet.getRow(9).hidden = true;
      sheet.getColumn(2).hidden = true;
    });
    expect(await only(bytes)).toMatchObject({
      merges: [{ top: 1, left: 1, bottom: 2, right: 3 }],
      hiddenRows: [5],
      hiddenColumns: [2],
      isHidden: true,
    });
  });

  test('columns hidden to the edge of the sheet are told as far as something stands', async () => {
    const sheet = await only(
      packageOf({
        sheets: {
          Кадры: `<cols><col min="3" max="16384" hidden="1"/></cols>${data(row(1, cell('D1', '<v>1</v>')))}`,
        },
      }),
    );
    expect(sheet.hiddenColumns).toEqual([3, 4]);
  });

  test('reads what other programs write: prefixes, single quotes, cells without addresses, days of ISO 8601', async () => {
    const sheet = await only(
      packageOf({
        formats: ['dd.mm.yyyy'],
        sheets: {
          Кадры: `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><!-- <row> --><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>а</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row\nr = "4"><x:c r='C4' t="d" s="1"><x:v>2024-03-15</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
        },
      }),
    );
    expect(valuesOf(sheet)).toEqual({ A1: 'а', B1: 2, C4: serialOf(2024, 3, 15) });
  });

  test('cells that only have a look cost nothing, down to the last row of the sheet', async () => {
    const styled = (number: number): string =>
      `<row r="${String(number)}" s="1"><c r="A${String(number)}" s="1"/></row>`;
    const rows = Array.from({ length: 50_000 }, (_, index) => styled(index * 20 + 2));
    const sheet = await only(
      packageOf({
        formats: ['@'],
        sheets: {
          Кадры: data(
            row(1, cell('A1', '<v>1</v>')),
            ...rows,
            row(1_048_576, cell('XFD1048576', '<v>2</v>')),
          ),
        },
      }),
    );
    expect(sheet.cells).toHaveLength(2);
    expect(at(sheet, 'XFD1048576')?.value).toBe(2);
  });

  test('whatever ExcelJS writes comes back', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'аЯё №«»"&<>\n\t_x05;,=+-@'),
      minLength: 1,
      maxLength: 20,
    });
    const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 6 }), async (rows) => {
        const bytes = await written((book) => {
          const sheet = book.addWorksheet('Лист');
          rows.forEach((values, index) => {
            values.forEach((each, place) => {
              sheet.getCell(index + 1, place + 1).value = each;
            });
          });
        });
        const expected = rows.flatMap((values, index) =>
          values.map((each, place) => [cellAddress(index + 1, place + 1), each === 0 ? 0 : each]),
        );
        expect(valuesOf(await only(bytes))).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a text table', () => {
  const TEXT =
    'Фамилия;Имя;Стаж\r\n"Иванова; Анна";"МАОУ ""СОШ №5""";007\r\n;\r\nПётр;а,б,в;"две\nстроки"\r\n';
  const CELLS = {
    A1: 'Фамилия',
    B1: 'Имя',
    C1: 'Стаж',
    A2: 'Иванова; Анна',
    B2: 'МАОУ "СОШ №5"',
    C2: '007',
    A4: 'Пётр',
    B4: 'а,б,в',
    C4: 'две\nстроки',
  };
  const encoded = (encoding: string, text: string): Uint8Array => {
    const known = new Map(
      Array.from({ length: 128 }, (_, index) => [
        new TextDecoder(encoding).decode(Uint8Array.of(128 + index)),
        128 + index,
      ]),
    );
    return Uint8Array.from([...text].map((letter) => known.get(letter) ?? letter.charCodeAt(0)));
  };

  test.each([
    ['UTF-8', strToU8(TEXT)],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8(TEXT))],
    ['Windows-1251', encoded('windows-1251', TEXT)],
    [
      'UTF-16',
      Uint8Array.of(
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from([...TEXT].map((x) => x.charCodeAt(0))).buffer),
      ),
    ],
    [
      'commas',
      strToU8(
        TEXT.replaceAll(';', '\u0000')
          .replaceAll(',', ';')
          .replaceAll('\u0000', ',')
          .replace('а;б;в', '"а,б,в"')
          .replace('Иванова,', 'Иванова;'),
      ),
    ],
    [
      'tabs',
      strToU8(TEXT.replace('"Иванова; Анна"', 'Иванова# Анна').replaceAll(';', '\t').replace('#', ';')),
    ],
    ['a line that names the sign', strToU8(`sep=;\r\n${TEXT}`)],
  ])('is read as text with its places: %s', async (name, bytes) => {
    const sheet = await only(bytes, 'Кадры 2025.csv');
    expect(sheet.name).toBe('Кадры 2025');
    const shift = name.startsWith('a line') ? 1 : 0;
    const shifted = Object.fromEntries(
      Object.entries(CELLS).map(([address, value]) => [
        `${address.charAt(0)}${String(Number(address.slice(1)) + shift)}`,
        value,
      ]),
    );
    expect(valuesOf(sheet)).toEqual(shifted);
  });

  test('titles above the table and commas inside the texts do not hide what divides the cells', async () => {
    const text = [
      'Сведения о педагогах, 2025 год',
      '',
      'ФИО;Образование;Стаж',
      ...Array.from({ length: 9 }, () => 'Иванова Анна;высшее, ТГПУ, 1988;5'),
    ].join('\n');
    expect(valuesOf(await only(strToU8(text), 'a.csv'))).toMatchObject({
      A3: 'ФИО',
      B4: 'высшее, ТГПУ, 1988',
    });
  });

  test('a table of one column is read', async () => {
    expect(valuesOf(await only(strToU8('ФИО\nИванова Анна\n'), 'a.csv'))).toEqual({
      A1: 'ФИО',
      A2: 'Иванова Анна',
    });
  });

  test('an encoding that is neither is not guessed', async () => {
    const words = 'Фамилия;Имя;Отчество\nИванова;Анна;Петровна\n';
    expect(await failure('a.csv', encoded('ibm866', words))).toBe('unknownEncoding');
    expect(await failure('a.csv', encoded('koi8-r', words))).toBe('unknownEncoding');
    expect(
      await failure(
        'a.csv',
        Uint8Array.from({ length: 200 }, (_, index) => 250 - (index % 120)),
      ),
    ).toBe('unknownEncoding');
  });

  test('a quote left open is said with its line, for it would swallow all the rows below', async () => {
    const bytes = strToU8('ФИО;ОО\nИванова;СОШ\nПетрова;"СОШ № 5\nСидорова;СОШ\n');
    expect(await failure('a.csv', bytes)).toBe('openQuote');
    await expect(readSources('a.csv', bytes)).rejects.toThrow('Строка файла: 3.');
  });
});

describe('what is no table', () => {
  const compound = (stream: string): Uint8Array =>
    Uint8Array.of(
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    );
  const docx = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8('<document/>'),
  });
  const xlsb = zipSync({
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    ),
    'xl/workbook.bin': Uint8Array.of(1),
  });
  const good = packageOf({ sheets: { Лист: data(row(1, cell('A1', '<v>1</v>'))) } });

  test.each<[FileFailure, string, Uint8Array]>([
    ['empty', 'a.xlsx', new Uint8Array()],
    ['empty', 'a.csv', new Uint8Array()],
    ['encrypted', 'a.xlsx', compound('EncryptedPackage')],
    ['oldExcel', 'a.xls', compound('Workbook')],
    ['oldExcel', 'a.xls', Uint8Array.of(0x09, 0x08, 0x10, 0, 0, 6)],
    ['otherDocument', 'a.doc', compound('WordDocument')],
    ['otherDocument', 'a.pdf', strToU8('%PDF-1.4')],
    ['otherDocument', 'a.docx', docx],
    ['binary', 'a.xlsb', xlsb],
    [
      'openDocument',
      'a.ods',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
    ],
    ['webPage', 'a.xls', strToU8('\ufeff\r\n<html><table><tr><td>ФИО</td></tr></table></html>')],
    ['webPage', 'a.xls', strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['notWorkbook', 'a.zip', zipSync({ 'a.txt': strToU8('текст') })],
    ['notWorkbook', 'a.xlsx', strToU8('просто текст')],
    ['notWorkbook', 'a.csv', Uint8Array.of(65, 0, 66, 0, 1)],
    ['brokenArchive', 'a.xlsx', good.slice(0, good.length - 300)],
    ['brokenArchive', 'a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['brokenBook', 'a.xlsx', packageOf({ sheets: { Лист: data(row(1, cell('A1', '<v>7</v>', 't="s"'))) } })],
  ])('%s: %s', async (expected, name, bytes) => {
    expect(await failure(name, bytes)).toBe(expected);
  });

  /** Overwrites the unpacked size of every part in the directory of an archive. */
  const declaring = (bytes: Uint8Array, size: number): Uint8Array => {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    for (let index = 0; index < copy.length - 46; index += 1) {
      if (view.getUint32(index, true) === 0x02014b50) view.setUint32(index + 24, size, true);
    }
    return copy;
  };

  test('more than a workbook can hold is refused before it is unpacked; a size that lies, while it is', async () => {
    expect(await failure('a.xlsx', declaring(good, 2 ** 30))).toBe('tooLarge');
    expect(await failure('a.xlsx', declaring(good, 10))).toBe('brokenArchive');
  });

  test('a damaged byte gives an error of files and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const bytes = good.slice();
        bytes[place] = (bytes[place] ?? 0) ^ change;
        const error: unknown = await readSources('a.xlsx', bytes).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error === null || error instanceof FileError).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
