import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openHost } from '../../src/host/node';
import { readDocument, writeDocument } from '../../src/host/xlsx';
import { createCalculation } from '../../src/host/calculation';
import { serialFromIso } from '../../src/register/dates';
import { runBuild } from '../../src/usecases/office';

/** Files as programs other than Excel write them: valid, and not as ExcelJS expects them. */

async function fileOf(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The file with one part changed; fails when the change changes nothing. */
function changed(file: Uint8Array, part: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const path = Object.keys(parts).find((name) => part.test(name)) ?? '';
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

async function rewritten(file: Uint8Array): Promise<Uint8Array> {
  const document = await readDocument(file);
  return writeDocument(document, createCalculation(document));
}

describe('files of other writers', () => {
  it('tables keep their header rows through a program that reads our file and writes it anew', async () => {
    const ours = await rewritten(
      await fileOf((book) => {
        book.addWorksheet('Организации').addTable({
          name: 'Организации',
          ref: 'A1',
          columns: [{ name: 'Краткое название' }],
          rows: [['СОШ № 5']],
        });
      }),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(ours).buffer);
    const theirs = new Uint8Array(await book.xlsx.writeBuffer());
    const host = await openHost(theirs);
    const shown = await host.run(async (context) => {
      const table = context.workbook.tables.getItem('Организации').load('showHeaders');
      await context.sync();
      return table.showHeaders;
    });
    host.dispose();
    expect(shown).toBe(true);
  });

  const today = serialFromIso('2026-05-12') ?? 0;

  async function warningsOf(file: Uint8Array): Promise<readonly string[]> {
    const host = await openHost(file);
    const request = { schoolYear: '2025/2026', today, currentDate: today };
    const { report } = await runBuild(host.run, request, { onPhase: () => undefined });
    host.dispose();
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
    return report.warnings;
  }

  it('a table of a header row only has one blank row', async () => {
    const file = await fileOf((book) => {
      book.addWorksheet('Организации').addTable({
        name: 'Организации',
        ref: 'A1',
        columns: [
          { name: 'Краткое название' },
          { name: 'Необъективность математика' },
          { name: 'Необъективность русский язык' },
        ],
        rows: [],
      });
    });
    expect(await warningsOf(file)).toEqual([]);
  });

  it('rows typed under a table that did not grow are said', async () => {
    const file = await fileOf((book) => {
      const sheet = book.addWorksheet('Организации');
      sheet.addTable({
        name: 'Организации',
        ref: 'A1',
        columns: [
          { name: 'Краткое название' },
          { name: 'Необъективность математика' },
          { name: 'Необъективность русский язык' },
        ],
        rows: [['Школа № 1', 'да', 'нет']],
      });
      sheet.getCell('A3').value = 'Школа № 2';
      sheet.getCell('A4').value = 'Школа № 3';
    });
    const warnings = await warningsOf(file);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('Под таблицей «Организации»');
    expect(warnings[0]).toContain('2');
  });

  it('the font of cells that name no other stays the one of the file', async () => {
    const plain = await fileOf((book) => {
      book.addWorksheet('Лист').getCell('A1').value = 'текст';
    });
    const arial = changed(plain, /styles\.xml$/, (xml) => xml.replace('val="Calibri"', 'val="Arial Cyr"'));
    const styles = strFromU8(unzipSync(await rewritten(arial))['xl/styles.xml'] ?? new Uint8Array());
    const [first] = /<font>.*?<\/font>/s.exec(styles) ?? [''];
    expect(first).toContain('Arial Cyr');
  });

  it('«not bold» said outright is not bold', async () => {
    const bold = await fileOf((book) => {
      const cell = book.addWorksheet('Лист').getCell('A1');
      cell.value = 'текст';
      cell.font = { name: 'Calibri', size: 11, bold: true };
    });
    const notBold = changed(bold, /styles\.xml$/, (xml) => xml.replace('<b/>', '<b val="0"/>'));
    const { book } = await readDocument(notBold);
    expect(book.getWorksheet('Лист')?.getCell('A1').font.bold).not.toBe(true);
  });

  it('a picture in a drawing without the usual prefix is kept', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const pictured = await fileOf((book) => {
      const sheet = book.addWorksheet('Лист');
      sheet.getCell('A1').value = 'текст';
      const image = book.addImage({ base64: pixel, extension: 'png' });
      sheet.addImage(image, { tl: { col: 1, row: 1 }, ext: { width: 10, height: 10 } });
    });
    const unprefixed = changed(pictured, /drawings\/drawing\d+\.xml$/, (xml) =>
      xml.replaceAll('xmlns:xdr=', 'xmlns=').replaceAll('<xdr:', '<').replaceAll('</xdr:', '</'),
    );
    const parts = Object.keys(unzipSync(await rewritten(unprefixed)));
    expect(parts.filter((name) => /media\/.*\.png$/.test(name))).toHaveLength(1);
    expect(parts.filter((name) => /drawings\/drawing\d+\.xml$/.test(name))).toHaveLength(1);
  });

  it('a note of plain text keeps its text', async () => {
    const noted = await fileOf((book) => {
      const cell = book.addWorksheet('Лист').getCell('A1');
      cell.value = 'текст';
      cell.note = 'Сверить с приказом';
    });
    const plain = changed(noted, /comments\d+\.xml$/, (xml) =>
      xml.replace(/<text>.*?<\/text>/s, '<text><t>Сверить с приказом</t></text>'),
    );
    const parts = unzipSync(await rewritten(plain));
    const path = Object.keys(parts).find((name) => /comments\d+\.xml$/.test(name)) ?? '';
    expect(strFromU8(parts[path] ?? new Uint8Array())).toContain('Сверить с приказом');
  });
});
