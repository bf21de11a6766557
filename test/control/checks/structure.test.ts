import { checkRegister } from '../../../src/control/catalogue';
import { SHEET_TITLES } from '../../../src/register/fixedCells';
import type { TableSnapshot, WorkbookSnapshot } from '../../../src/register/snapshot';
import { TABLES, TABLE_NAMES, columnsOf, type TableName } from '../../../src/register/tables';
import { CLEAN, COURSE, TEACHER, bookOf, cellsOf, found, inputOf, type PlainSheet } from '../registerOf';

describe('under-table', () => {
  const under = (...rows: readonly (typeof COURSE)[]) => ({ under: { Курсы: rows } });

  it('counts the rows typed straight under a table and offers to take them in', () => {
    expect(found('under-table', CLEAN, under(COURSE, COURSE))).toMatchObject([
      {
        severity: 'error',
        sheet: 'Курсы',
        table: 'Курсы',
        cell: 'A3',
        rows: 2,
        fix: { kind: 'take in rows', table: 'Курсы', address: 'A1:G4', rows: 2 },
      },
    ]);
  });

  it('leaves alone what stands further below', () => {
    expect(found('under-table', CLEAN, under({}, COURSE))).toEqual([]);
    expect(found('under-table', CLEAN)).toEqual([]);
  });
});

/** Every table whole, every sheet there, every formula in its place. */
function wholeBook(
  change: (table: TableSnapshot) => TableSnapshot | null = (table) => table,
): WorkbookSnapshot {
  const plain = (name: 'Паспорт' | 'Приложение' | 'Справочники'): PlainSheet => ({
    name,
    cells: [[SHEET_TITLES[name]]],
  });
  const book = bookOf(
    { Педагоги: [TEACHER] },
    { sheets: ['Паспорт', 'Приложение', 'Справочники'].map((name) => plain(name as 'Паспорт')) },
  );
  const [someSheet] = book.sheets;
  if (someSheet === undefined) throw new Error('no sheet');
  const tables = TABLE_NAMES.flatMap((name): TableSnapshot[] => {
    const columns = columnsOf(name);
    const table: TableSnapshot = {
      name,
      sheet: TABLES[name].sheet,
      headerRow: name === 'Правила' ? 14 : 1,
      firstColumn: 1,
      headers: columns.map((column) => column.name),
      rows: [columns.map(() => '')],
      hasTotals: false,
      formulas: Object.fromEntries(
        columns
          .filter(({ kind }) => kind === 'formula')
          .map((column) => [column.name, { first: '=1', unbroken: true }]),
      ),
    };
    const changed = change(table);
    return changed === null ? [] : [changed];
  });
  const sheets = [...new Set(tables.map(({ sheet }) => sheet))]
    .filter((name) => book.sheets.every((sheet) => sheet.name !== name))
    .map((name, index) => ({ ...someSheet, name, position: 10 + index, cells: null }));
  return {
    ...book,
    tables,
    sheets: [
      ...book.sheets.map((sheet) => ({ ...sheet, cells: sheet.name === 'Банк данных' ? null : sheet.cells })),
      ...sheets,
    ],
  };
}

const issues = (book: WorkbookSnapshot) =>
  checkRegister(inputOf(book)).filter(({ code }) => code === 'structure' || code === 'formula-overwritten');

const changed = (name: TableName, change: (table: TableSnapshot) => TableSnapshot | null) =>
  issues(wholeBook((table) => (table.name === name ? change(table) : table)));

describe('structure', () => {
  it('is as it was set up', () => {
    expect(issues(wholeBook())).toEqual([]);
  });

  it('asks nothing of a workbook that is not a register yet', () => {
    expect(found('structure', CLEAN)).toEqual([]);
    expect(found('formula-overwritten', CLEAN)).toEqual([]);
  });

  it('misses a column that was renamed or deleted', () => {
    const headers = columnsOf('Курсы').map(({ name }) => (name === 'Тема' ? 'Тема курсов' : name));
    expect(changed('Курсы', (table) => ({ ...table, headers }))).toMatchObject([
      {
        code: 'structure',
        severity: 'error',
        sheet: 'Курсы',
        trouble: 'column missing',
        name: 'Тема',
        fix: { kind: 'repair' },
      },
    ]);
  });

  it('sees a column that is there twice', () => {
    const headers = [...columnsOf('Курсы').map(({ name }) => name), 'тема '];
    const double = (table: TableSnapshot) => ({ ...table, headers, rows: [headers.map(() => '')] });
    expect(changed('Курсы', double)).toMatchObject([
      { trouble: 'column doubled', cell: 'L1', name: 'Тема', now: 'тема ' },
    ]);
  });

  it('cannot tell the columns of a table whose header row is hidden', () => {
    const hidden = (table: TableSnapshot) => ({ ...table, headers: [], hidesHeaders: true as const });
    expect(changed('Курсы', hidden)).toMatchObject([
      { code: 'structure', severity: 'error', trouble: 'headers hidden', name: 'Курсы', now: 'Курсы' },
    ]);
  });

  it('misses a table', () => {
    expect(changed('Группы', () => null)).toMatchObject([
      { trouble: 'sheet missing', sheet: 'Группы', name: 'Группы' },
    ]);
  });

  it('offers a renamed sheet its name', () => {
    expect(changed('Курсы', (table) => ({ ...table, sheet: 'Курсы 2026' }))).toMatchObject([
      {
        trouble: 'sheet renamed',
        sheet: 'Курсы 2026',
        fix: { kind: 'sheet name', sheet: 'Курсы 2026', name: 'Курсы' },
      },
    ]);
  });

  it('sees rows inserted above the rules', () => {
    expect(changed('Правила', (table) => ({ ...table, headerRow: 16 }))).toMatchObject([
      { trouble: 'rules moved' },
    ]);
  });

  it('sees a copied table and a copied sheet', () => {
    const book = wholeBook();
    const copies = book.tables
      .filter(({ name }) => name === 'Курсы')
      .map((table) => ({ ...table, name: 'Курсы2', sheet: 'Курсы (2)' }));
    expect(issues({ ...book, tables: [...book.tables, ...copies] })).toMatchObject([
      { trouble: 'table doubled', now: 'Курсы2' },
    ]);
    const passports = book.sheets
      .filter(({ name }) => name === 'Паспорт')
      .map((sheet) => ({ ...sheet, name: 'Паспорт (2)' }));
    expect(issues({ ...book, sheets: [...book.sheets, ...passports] })).toMatchObject([
      { trouble: 'sheet doubled', now: 'Паспорт (2)' },
    ]);
  });

  it('misses a sheet of ours', () => {
    const book = wholeBook();
    expect(
      issues({ ...book, sheets: book.sheets.filter(({ name }) => name !== 'Справочники') }),
    ).toMatchObject([{ trouble: 'sheet missing', name: 'Справочники' }]);
  });
});

describe('formula-overwritten', () => {
  it('is a formula column of ours with a typed value in it', () => {
    const typed = (table: TableSnapshot) => ({
      ...table,
      formulas: { ...table.formulas, Учёт: { first: '=1', unbroken: false } },
    });
    expect(changed('Курсы', typed)).toMatchObject([
      {
        code: 'formula-overwritten',
        severity: 'error',
        sheet: 'Курсы',
        cell: 'H2',
        column: 'Учёт',
        fix: { kind: 'repair' },
      },
    ]);
  });

  it('is a number typed over the form', () => {
    const form = (value: string | number, formula: string | number): PlainSheet => {
      const cells = [
        ['Приложение к анализу', '', ''],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
        ['1', 'количество', value],
      ];
      const formulas = cells.map((row, index) => (index === 5 ? ['1', 'количество', formula] : row));
      return { name: 'Приложение', cells, formulas };
    };
    expect(cellsOf('formula-overwritten', CLEAN, { sheets: [form(7, 7)] })).toEqual(['Приложение!C6']);
    expect(cellsOf('formula-overwritten', CLEAN, { sheets: [form(7, '=1+6')] })).toEqual([]);
  });
});
