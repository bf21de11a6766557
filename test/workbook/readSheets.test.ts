import ExcelJS from 'exceljs';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { readOwnSheets } from '../../src/workbook/readSheets';

const LAST_ROW = 1_048_576;

let host: ExcelHost;

beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('База');
  sheet.getCell('A1').value = 'Педагоги школ района';
  sheet.mergeCells('A1:C1');
  sheet.getRow(3).values = ['ФИО', 'Школа', 'Дата аттестации'];
  sheet.getRow(4).values = ['Иванова Анна Петровна', 'СОШ № 2', new Date(Date.UTC(2024, 2, 15))];
  sheet.getRow(5).values = ['Громов Пётр Ильич', 'СОШ № 5', '2020 г.'];
  sheet.getCell('C4').numFmt = 'dd.mm.yyyy';
  sheet.getRow(5).hidden = true;
  sheet.getColumn(2).hidden = true;
  sheet.getCell(`P${String(LAST_ROW)}`).value = 'забытая ячейка';
  book.addWorksheet('Черновик', { state: 'hidden' });
  host = await openHost(new Uint8Array(await book.xlsx.writeBuffer()));
});
afterAll(() => {
  host.dispose();
});

describe('the user’s own sheets as sources', () => {
  it('are read with dates, merged cells and what is hidden', async () => {
    const [base, draft] = await host.run((context) => readOwnSheets(context, ['База', 'Черновик']));
    expect(base?.isWhole).toBe(true);
    expect(base?.sheet).toMatchObject({
      file: '',
      name: 'База',
      isHidden: false,
      merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
      hiddenRows: [5],
      hiddenColumns: [2],
    });
    expect(base?.sheet.cells).toContainEqual({ row: 4, column: 3, value: 45366, format: 'dd.mm.yyyy' });
    expect(base?.sheet.cells).toContainEqual({ row: 5, column: 1, value: 'Громов Пётр Ильич' });
    expect(draft?.sheet).toMatchObject({ cells: [], isHidden: true });
  });

  it('cost what is filled, not the used range, when a cell was left at the end of the sheet', async () => {
    const { roundTrips, bytesReceived } = host.traffic;
    const [base] = await host.run((context) => readOwnSheets(context, ['База']));
    expect(base?.sheet.cells).toContainEqual({ row: LAST_ROW, column: 16, value: 'забытая ячейка' });
    expect(base?.sheet.cells).toHaveLength(11);
    expect(host.traffic.roundTrips - roundTrips).toBeLessThanOrEqual(6);
    expect(host.traffic.bytesReceived - bytesReceived).toBeLessThan(100_000);
  });
});
