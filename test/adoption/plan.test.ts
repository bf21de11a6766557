import { columnLetters } from '../../src/register/addresses';
import { TABLES } from '../../src/register/tables';
import { planAdoption } from '../../src/adoption';
import { adopt, isOwnSheet, countOutcomes } from '../../src/adoption';
import { carryOut, registerBook, sheet, tableRows, type Drawn } from './sheets';

const IVANOVA = 'Иванова Анна Петровна';
const PETROV = 'Петров Олег Львович';
const KIM = 'Ким Вера Ильинична';

const base = (...rows: readonly (readonly Drawn[])[]) =>
  sheet('База', [['ФИО', 'Образование', 'Категория'], ...rows]);
const SOURCE = [base([IVANOVA, 'высшее', 'высшая'], [PETROV, 'СПО', 'первая'], [KIM, 'СПО', '1 КК'])];

describe('the plan of an adoption', () => {
  it('goes into blank rows first, as blocks, formula columns left alone', () => {
    const snapshot = registerBook({
      Педагоги: [{ ФИО: 'Орлова Яна Львовна' }, { ФИО: '' }, { ФИО: '' }, { ФИО: '' }, { ФИО: '' }],
    });
    const plan = planAdoption(snapshot, adopt(SOURCE, snapshot).outcomes);
    expect(plan.grown).toEqual([]);
    expect(plan.actions.filter(({ kind }) => kind === 'writeValues')).toHaveLength(3);
    expect(plan.actions).toContainEqual({
      kind: 'writeValues',
      sheet: 'Банк данных',
      address: 'A3:A5',
      values: [[IVANOVA], [PETROV], [KIM]],
    });
  });

  it('makes the table longer where there are no blank rows, its formulas filled down', () => {
    const bare = registerBook({ Педагоги: [{ ФИО: 'Орлова Яна Львовна' }] });
    const formula = TABLES.Педагоги.columns.at(-1)?.name ?? '';
    const snapshot = {
      ...bare,
      tables: bare.tables.map((table) =>
        table.name === 'Педагоги'
          ? { ...table, formulas: { [formula]: { first: '=[@ФИО]', unbroken: true } } }
          : table,
      ),
    };
    const plan = planAdoption(snapshot, adopt(SOURCE, snapshot).outcomes);
    const last = columnLetters(TABLES.Педагоги.columns.length);
    expect(plan.grown).toEqual(['Педагоги']);
    expect(plan.actions[0]).toMatchObject({ kind: 'resizeTable', table: 'Педагоги', address: `A1:${last}5` });
    expect(plan.actions[1]).toMatchObject({ kind: 'fillFormula', address: `${last}2:${last}5` });
  });

  it('keeps out a table that has no room, and says where; the others come in', () => {
    const full = registerBook(
      { Педагоги: [{ ФИО: 'Орлова Яна Львовна' }] },
      { under: { Педагоги: [{ ФИО: 'заметка' }] } },
    );
    const plan = planAdoption(
      full,
      adopt(
        [
          ...SOURCE,
          sheet('Курсы', [
            ['ФИО', 'Тема курсов', 'Часы'],
            [IVANOVA, 'ФГОС', 36],
          ]),
        ],
        full,
      ).outcomes,
    );
    expect(plan.obstacles).toEqual([
      { code: 'no-room', table: 'Педагоги', place: { sheet: 'Банк данных', cell: 'A3' } },
    ]);
    expect(plan.actions.some((action) => 'sheet' in action && action.sheet === 'Курсы')).toBe(true);
    expect(plan.journal.map(({ table }) => table)).toEqual(['Курсы']);
  });

  it('names a protected sheet and a workbook that is no register yet', () => {
    const open = registerBook();
    const closed = { ...open, sheets: open.sheets.map((each) => ({ ...each, isProtected: true })) };
    expect(planAdoption(closed, adopt(SOURCE, closed).outcomes).obstacles).toEqual([
      { code: 'protected', table: 'Педагоги', sheet: 'Банк данных' },
    ]);
    const none = { sheets: [], tables: [], names: [], automaticCalculation: true };
    expect(planAdoption(none, adopt(SOURCE, none).outcomes).obstacles).toEqual([
      { code: 'no-table', table: 'Педагоги' },
    ]);
  });

  it('adds a column for a fifth meeting', () => {
    const attendance = sheet('Явка', [
      ['ФИО', ...[1, 2, 3, 4, 5].map((number) => `Заседание ${String(number)}`)],
      [IVANOVA, '+', '+', '+', '-', '+'],
    ]);
    const { plan, after } = carryOut([attendance], registerBook());
    expect(plan.obstacles).toEqual([]);
    expect(tableRows(after, 'Посещаемость')).toEqual([
      {
        ФИО: IVANOVA,
        'Заседание 1': 'да',
        'Заседание 2': 'да',
        'Заседание 3': 'да',
        'Заседание 4': 'нет',
        'Заседание 5': 'да',
      },
    ]);
  });

  it('lists every cell with what stood there and where', () => {
    const snapshot = registerBook();
    const plan = planAdoption(snapshot, adopt(SOURCE, snapshot).outcomes);
    expect(
      plan.changes.find(({ new: value, original }) => value === 'первая' && original === '1 КК'),
    ).toMatchObject({
      sheet: 'Банк данных',
      cell: 'J4',
      column: 'Категория',
      old: '',
      from: { file: 'Школы.xlsx', sheet: 'База', cell: 'C4' },
    });
    expect(countOutcomes(adopt(SOURCE, snapshot).outcomes)).toEqual({
      Педагоги: { added: 3, updated: 0, unchanged: 0, conflict: 0, gone: 0 },
    });
  });

  it('keeps sources on a sheet of its own, line by line', () => {
    const first = carryOut(SOURCE, registerBook());
    const journal = first.after.tables.find(({ name }) => name === 'Источники');
    expect(journal?.rows[2]).toEqual([
      'Педагоги',
      KIM,
      'Школы.xlsx',
      'База',
      'A4',
      `ФИО: ${KIM}\nОбразование: СПО\nКатегория: 1 КК`,
      `ФИО: ${KIM}\nОбразование: СПО\nКатегория: первая`,
    ]);
    const second = carryOut([base([IVANOVA, 'высшее', 'первая'])], first.after);
    expect(second.after.tables.find(({ name }) => name === 'Источники')?.rows).toHaveLength(4);
    expect(isOwnSheet(first.after, 'Источники')).toBe(true);
    expect(isOwnSheet(first.after, 'Банк данных')).toBe(true);
    expect(isOwnSheet(first.after, 'База')).toBe(false);
  });
});
