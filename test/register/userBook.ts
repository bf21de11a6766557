import ExcelJS from 'exceljs';
import { validationsOf } from '../../src/host/xlsx';
import { serialOf } from '../../src/register/dates';

/**
 * A workbook as methodists really keep them: two of our tables under their own names and orders of columns,
 * one plain list, and sheets that are none of ours and yet bear our names, with everything formatted,
 * computed, merged, noted and checked in the user's own way.
 */

const YELLOW: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } };
const ROSE: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC0CB' } };
const DASHED: Partial<ExcelJS.Borders> = { bottom: { style: 'dashed', color: { argb: 'FF00AA00' } } };

function notes(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('Заметки', { properties: { tabColor: { argb: 'FFAA00AA' } } });
  sheet.getCell('A1').value = 'Что я не забуду';
  sheet.getCell('A1').font = { name: 'Georgia', size: 18, italic: true, color: { argb: 'FF882200' } };
  sheet.mergeCells('A1:D1');
  sheet.getCell('A3').value = 'Итого';
  sheet.getCell('B3').value = 0.25;
  sheet.getCell('B3').numFmt = '0.0%';
  sheet.getCell('C3').value = { formula: 'B3*100', result: 25 };
  sheet.getCell('D3').value = serialOf(2026, 5, 12);
  sheet.getCell('D3').numFmt = 'd mmmm yyyy';
  sheet.getCell('E3').value = true;
  sheet.getCell('B5').fill = YELLOW;
  sheet.getCell('C5').border = DASHED;
  sheet.getCell('D5').alignment = { textRotation: 45, wrapText: true };
  sheet.getCell('A7').value = 'см. примечание';
  sheet.getCell('A7').note = 'Спросить у Ким Пака';
  sheet.getCell('B7').dataValidation = { type: 'list', allowBlank: true, formulae: ['"раз,два"'] };
  sheet.getCell('C7').value = "'=не формула";
  sheet.addConditionalFormatting({
    ref: 'B3:B9',
    rules: [{ type: 'expression', priority: 1, formulae: ['B3>0.2'], style: { font: { bold: true } } }],
  });
  sheet.getColumn(1).width = 31;
  sheet.getColumn(6).hidden = true;
  sheet.getRow(3).height = 44;
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2, topLeftCell: 'B3', activeCell: 'A1' }];
  sheet.pageSetup.printArea = 'A1:D9';
  sheet.pageSetup.orientation = 'landscape';
}

/** The databank under another sheet name, off the corner, its columns moved among columns of the user's own. */
function people(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('Мои люди');
  sheet.getCell('A1').value = 'Учителя района';
  sheet.getCell('A1').fill = ROSE;
  sheet.getCell('A3').value = 'сбоку';
  const headers = ['Телефон', 'категория ', 'ФИО', 'Год', 'Образование', 'Возраст', 'Профильные классы'];
  const rows = [
    ['111', 'высшая', 'Агеева Анна', 1980, 'ВО', '', 'да'],
    ['222', 'первая', 'Фёдорова Ольга', 1975, 'СПО', '', 'нет'],
    ['333', '', 'Ким Пак', 1999, 'ВО', '', 'нет'],
  ];
  sheet.addTable({
    name: 'Педагоги',
    ref: 'C5',
    headerRow: true,
    style: { theme: 'TableStyleMedium9', showRowStripes: true },
    columns: headers.map((name) => ({ name, filterButton: true })),
    rows: rows.map((row) => row.map((value) => (value === '' ? null : value))),
  });
  for (let row = 6; row <= 8; row += 1) {
    sheet.getCell(row, 8).value = { formula: `2026-F${String(row)}`, result: 0 };
    sheet.getCell(row, 8).numFmt = '0" лет"';
    sheet.getCell(row, 4).dataValidation = { type: 'list', formulae: ['"высшая,первая"'] };
  }
  sheet.getCell('E6').fill = YELLOW;
  sheet.getCell('E6').font = { bold: true, color: { argb: 'FF0000FF' } };
  sheet.getCell('E7').note = 'в декрете';
  sheet.getCell('C5').fill = ROSE;
  sheet.addConditionalFormatting({
    ref: 'E6:E8',
    rules: [{ type: 'expression', priority: 1, formulae: ['$F6<1978'], style: { font: { italic: true } } }],
  });
  sheet.getColumn(5).width = 60;
  sheet.getCell('C12').value = 'Список сверен 1 сентября';
}

/** A list that is no table yet, headed in the user's own spelling, in the middle of its sheet. */
function courses(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('Курсы');
  const rows = [
    ['ПЕДАГОГ', 'Вид', 'Тема  ', 'Дата окончания', 'Моя отметка'],
    ['Агеева Анна', 'КПК', 'ФГОС', serialOf(2025, 11, 20), 'ок'],
    ['Ким Пак', 'переподготовка', 'Менеджмент', serialOf(2026, 2, 3), ''],
  ];
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value !== '') sheet.getCell(row + 3, column + 2).value = value;
    });
  });
  sheet.getCell('E4').numFmt = 'dd/mm/yy';
  sheet.getCell('E5').numFmt = 'dd/mm/yy';
  sheet.getCell('B3').font = { bold: true, size: 13 };
  sheet.getCell('F5').fill = YELLOW;
}

function achievements(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('Достижения');
  const headers = ['Педагог', 'Мероприятие', 'Вид', 'Уровень', 'Формат', 'Результат', 'Обучающихся', 'Дата'];
  sheet.addTable({
    name: 'Таблица7',
    ref: 'A1',
    headerRow: true,
    columns: headers.map((name) => ({ name })),
    rows: [
      ['Агеева Анна', 'Турнир', 'конкурс', 'региональный', 'очно', 'победитель', 2, serialOf(2025, 11, 20)],
      ['Фёдорова Ольга', 'Турнир', 'конкурс', 'региональный', 'очно', 'победитель', null, null],
    ],
  });
}

/** Sheets that bear our names, or hold words of our headers, and are none of ours. */
function foreign(book: ExcelJS.Workbook): void {
  const plan = book.addWorksheet('План');
  plan.getCell('A1').value = 'Что сделать в этом году';
  plan.getCell('A2').value = '1. Провести олимпиаду';
  plan.getCell('B2').fill = ROSE;
  const appendix = book.addWorksheet('Приложение');
  appendix.getCell('A1').value = 'Список литературы';
  appendix.getCell('A6').value = '8';
  appendix.getCell('F6').value = 'да';
  const rules = book.addWorksheet('Правила');
  rules.getCell('A1').value = 'Правила поведения';
  rules.getCell('B5').value = 'любой';
  const passport = book.addWorksheet('Паспорт');
  passport.getCell('A1').value = 'Паспорт кабинета 12';
  passport.getCell('B7').value = 'Московский район';
  passport.getCell('B8').value = 'когда-нибудь';
  const lists = book.addWorksheet('Справочники');
  lists.getCell('A1').value = 'Телефоны';
  const inventory = book.addWorksheet('Инвентарь');
  inventory.addTable({
    name: 'СписокШкол',
    ref: 'B2',
    headerRow: true,
    columns: [{ name: 'Название' }, { name: 'Вид' }],
    rows: [['Доска', 'меловая']],
  });
  const letters = book.addWorksheet('Письма');
  letters.addRow(['Номер', 'Дата', 'Тема', 'Отправитель']);
  letters.addRow([5, serialOf(2026, 1, 9), 'О конкурсе', 'Отдел']);
  const secret = book.addWorksheet('Секрет', { state: 'hidden' });
  secret.getCell('Z99').value = { formula: "Заметки!B3+'Мои люди'!F6", result: 0 };
  book.definedNames.add('Заметки!$B$3', 'МояДоля');
}

/** The workbook as its author saved it. */
export async function userBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  notes(book);
  people(book);
  courses(book);
  achievements(book);
  foreign(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Everything a cell is: what it holds, how it looks, what is noted and checked there. */
export type CellPicture = string;

/** What says nothing, or only in what order rules are looked at. */
const SILENT: ReadonlySet<unknown> = new Set([undefined, null]);

/** Data in one spelling: keys in order, without what says nothing. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => !SILENT.has(each) && key !== 'priority')
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, plain(each)]),
  );
}

/** What is typed into a cell: a formula without the result it had when it was saved. */
function typed(cell: ExcelJS.Cell): unknown {
  if (cell.formula !== undefined && cell.formula !== '') return `=${cell.formula}`;
  return cell.type === ExcelJS.ValueType.Merge ? 'merged' : cell.value;
}

/** Every cell of the sheets that holds or shows anything, by «sheet!address». */
export function pictureCells(book: ExcelJS.Workbook): Map<string, CellPicture> {
  const cells = new Map<string, CellPicture>();
  for (const sheet of book.worksheets) {
    sheet.eachRow({ includeEmpty: false }, (row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        const style = plain(cell.style);
        const value = typed(cell);
        if (value === null && Object.keys(cell.style).length === 0) return;
        const note = cell.note === undefined ? undefined : JSON.stringify(cell.note);
        cells.set(`${sheet.name}!${cell.address}`, JSON.stringify({ value, style, note }));
      });
    });
  }
  return cells;
}

/** What a sheet is besides its cells. */
export function pictureSheets(book: ExcelJS.Workbook): Map<string, string> {
  return new Map(
    book.worksheets.map((sheet) => [
      sheet.name,
      JSON.stringify({
        state: sheet.state,
        tab: sheet.properties.tabColor,
        merges: [...sheet.model.merges].sort(),
        views: sheet.views,
        heights: Array.from({ length: sheet.rowCount }, (_, index) => sheet.findRow(index + 1)?.height),
        area: sheet.pageSetup.printArea,
        orientation: sheet.pageSetup.orientation,
      }),
    ]),
  );
}

/** ExcelJS keeps conditional formats in a property its typings leave out. */
function formatsOf(sheet: object): readonly unknown[] {
  return 'conditionalFormattings' in sheet && Array.isArray(sheet.conditionalFormattings)
    ? sheet.conditionalFormattings
    : [];
}

/** Validations and conditional formats, each by its place and what it says; priorities may move. */
export function pictureRules(book: ExcelJS.Workbook): Map<string, string> {
  return new Map(
    book.worksheets.flatMap((sheet) => [
      ...Object.entries(validationsOf(sheet)).map(
        ([range, { type, formulae }]) =>
          [`${sheet.name}!${range} ${type}`, JSON.stringify(formulae)] as const,
      ),
      ...formatsOf(sheet).map((format) => {
        const text = JSON.stringify(plain(format));
        return [`${sheet.name} ${text}`, text] as const;
      }),
    ]),
  );
}

/** What was there before and is not so any more. */
export const lost = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before].flatMap(([key, picture]) => {
    const now = after.get(key);
    return now === picture ? [] : [`${key}\n  было  ${picture}\n  стало ${now ?? 'ничего'}`];
  });
