import { afterEach, describe, expect, it } from '@jest/globals';
import { initialiseEngineFromDisk } from '../../../src/host/engine-node';
import { loadClientLibrary } from '../../../src/host/node';
import { newDocument } from '../../../src/host/xlsx';
import { createBook, type Book } from '../../../src/stand/book/book';

const open: Book[] = [];
afterEach(() => {
  for (const book of open.splice(0)) book.dispose();
});

/** A new workbook in the stand; seven pixels a letter. */
function newBook(): Book {
  initialiseEngineFromDisk();
  const book = createBook(newDocument(), loadClientLibrary(), (text) => text.length * 7);
  open.push(book);
  return book;
}

const SHEET = 'Лист1';

describe('a workbook in the stand', () => {
  it('takes what a person types, with the format it was typed in', async () => {
    const book = newBook();
    await book.type(SHEET, 2, 1, '12.03.2026');
    await book.type(SHEET, 3, 1, '=A2+1');
    const view = book.sheet(SHEET);
    expect(view.cell(2, 1).text).toBe('12.03.2026');
    expect(view.editText(2, 1)).toBe('12.03.2026');
    expect(view.editText(3, 1)).toBe('=A2+1');
    expect(view.quantity(2, 1)).toBeNull();
    expect(view.quantity(3, 1)).toBe(46094);
  });

  it('tells of every change, at once of the user’s', async () => {
    const book = newBook();
    let told = 0;
    book.subscribe(() => told++);
    const before = book.version();
    await book.type(SHEET, 1, 1, 'да');
    expect(book.version()).toBeGreaterThan(before);
    expect(told).toBeGreaterThan(0);
  });

  it('puts a block of texts into cells and empties them again', async () => {
    const book = newBook();
    const area = { top: 2, left: 2, bottom: 3, right: 3 };
    await book.paste(SHEET, area, [
      ['Ярцева М. С.', '12,5'],
      ['Плетнёв А. И.', '50%'],
    ]);
    const view = book.sheet(SHEET);
    expect([view.cell(2, 3).text, view.cell(3, 3).text]).toEqual(['12,5', '50%']);
    await book.clear(SHEET, area);
    expect([view.isEmpty(2, 2), view.isEmpty(3, 3)]).toEqual([true, true]);
  });

  it('finds addresses, names and tables, on other sheets too', async () => {
    const book = newBook();
    await book.host.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Банк данных');
      sheet.getRange('A1:B2').values = [
        ['ФИО', 'Роль'],
        ['', ''],
      ];
      sheet.tables.add('A1:B2', true).name = 'Педагоги';
      context.workbook.names.add('Руководитель', sheet.getRange('B2'));
      await context.sync();
    });
    const teachers = { sheet: 'Банк данных', area: { top: 1, left: 1, bottom: 2, right: 2 } };
    expect(book.find('педагоги', SHEET)).toEqual(teachers);
    expect(book.find("#'Банк данных'!A1:B2", SHEET)).toEqual(teachers);
    expect(book.find('Руководитель', SHEET)?.area).toEqual({ top: 2, left: 2, bottom: 2, right: 2 });
    expect(book.find('C5', SHEET)?.sheet).toBe(SHEET);
    expect(book.find('нет такого', SHEET)).toBeNull();
  });

  it('shows tabs with colours and without hidden sheets', async () => {
    const book = newBook();
    await book.host.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.add('Сроки').tabColor = '#7A6A3A';
      sheets.add('Служебный').visibility = 'Hidden';
      await context.sync();
    });
    expect(book.tabs()).toEqual([
      { name: SHEET, color: null, isProtected: false },
      { name: 'Сроки', color: '#7A6A3A', isProtected: false },
    ]);
  });

  it('makes a row as high as its wrapped words, and keeps a height that was set', async () => {
    const book = newBook();
    await book.host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRange('A1:A2').values = [['Подготовка к ГИА: трудные задания'], ['То же самое, но невысоко']];
      sheet.getRange('A1:A2').format.wrapText = true;
      sheet.getRange('A2').format.rowHeight = 15;
      await context.sync();
    });
    const view = book.sheet(SHEET);
    expect(view.rowHeight(1)).toBeGreaterThan(60);
    expect(view.rowHeight(2)).toBe(20);
    expect(view.rowHeight(50)).toBe(20);
  });

  it('knows links, merged areas and frozen panes', async () => {
    const book = newBook();
    await book.host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRange('A1').hyperlink = { documentReference: 'Лист1!C9', textToDisplay: 'к строке' };
      sheet.getRange('B2:D3').merge();
      sheet.freezePanes.freezeAt(sheet.getRange('A1:A2'));
      await context.sync();
    });
    book.refresh();
    const view = book.sheet(SHEET);
    expect(view.cell(1, 1).link).toEqual({ target: '#Лист1!C9', tip: undefined });
    expect(view.merges).toMatchObject([{ top: 2, left: 2, bottom: 3, right: 4 }]);
    expect(view.frozen).toEqual({ rows: 2, columns: 1 });
  });
});
