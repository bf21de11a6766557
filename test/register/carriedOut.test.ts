import { jest } from '@jest/globals';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import { openHost } from '../../src/host/node';
import type { Plan } from '../../src/plan/action';
import { snapshotAfter } from '../../src/register/carriedOut';
import { serialOf } from '../../src/register/dates';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../src/register/snapshot';
import { planRegister } from '../../src/register/structure';
import { judgeRegister } from '../../src/usecases/judge';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { applyPlan } from '../../src/workbook/applyPlan';
import { readSnapshot } from '../../src/workbook/readSnapshot';
import { workbookOf, sheetOf, tableOf } from './snapshots';

jest.setTimeout(60_000);

const TODAY = serialOf(2026, 5, 12);

/** What is typed and where things stand; what formulas show is not foreseen. */
const typedOf = ({ headers, rows, formulas }: TableSnapshot): unknown =>
  rows.map((row) =>
    row.map((value, column) => (formulas[headers[column] ?? ''] === undefined ? value : null)),
  );

const placeOf = ({
  name,
  sheet,
  headerRow,
  firstColumn,
  headers,
  rows,
  formulas,
}: TableSnapshot): unknown => ({
  ...{ name, sheet, headerRow, firstColumn, headers },
  rows: rows.length,
  formulas: Object.entries(formulas)
    .map(([header, { unbroken }]) => [header, unbroken])
    .sort(),
});

const byName = (tables: readonly TableSnapshot[]): readonly TableSnapshot[] =>
  [...tables].sort((one, other) => (one.name < other.name ? -1 : 1));

const cellsOf = ({ name, used, cells }: SheetSnapshot): unknown => ({
  name,
  used,
  cells: (cells?.formulas ?? []).map((row) =>
    row.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? '=' : cell)),
  ),
});

const PLAIN = ['Паспорт', 'Приложение', 'Правила', 'Справочники'];
const plainSheets = ({ sheets }: WorkbookSnapshot): unknown =>
  sheets.filter(({ name }) => PLAIN.includes(name)).map(cellsOf);

describe('a workbook as a plan would leave it', () => {
  it.each([
    ['an empty workbook', null],
    ['the tables of a methodist', SAMPLE.tables],
  ] as const)('foresees the register built in %s, cell by cell', async (_, tables) => {
    const host = await openHost(tables === null ? null : await writeInputBook(tables));
    try {
      const [foreseen, found] = await host.run(async (context) => {
        const reading = await readSnapshot(context, REGISTER_SCOPE);
        const { actions } = planRegister(reading.snapshot, { today: TODAY, currentDate: TODAY });
        await applyPlan(context, actions, reading);
        await context.sync();
        const { snapshot } = await readSnapshot(context, REGISTER_SCOPE);
        return [snapshotAfter(reading.snapshot, actions), snapshot] as const;
      });
      expect(foreseen.sheets.map(({ name }) => name)).toEqual(found.sheets.map(({ name }) => name));
      expect(byName(foreseen.tables).map(placeOf)).toEqual(byName(found.tables).map(placeOf));
      expect(byName(foreseen.tables).map(typedOf)).toEqual(byName(found.tables).map(typedOf));
      expect(plainSheets(foreseen)).toEqual(plainSheets(found));
      const [before, after] = [judgeRegister(foreseen, TODAY), judgeRegister(found, TODAY)];
      expect(before.obligations).toEqual(after.obligations);
      expect(before.issues).toEqual(after.issues);
    } finally {
      host.dispose();
    }
  });

  const teacher = ['Иванова Анна Ильинична', 'Алгебра'];
  const book = workbookOf(
    [tableOf('Курсы', [['Педагог', 'Тема'], teacher])],
    [sheetOf('Курсы', [['Педагог', 'Тема'], teacher, ['Ниже', '']])],
  );
  const after = (plan: Plan): WorkbookSnapshot => snapshotAfter(book, plan);

  it('is the same workbook where there is nothing to do', () => {
    expect(after([])).toBe(book);
  });

  it('takes rows under a table in when the table is made longer', () => {
    const { tables } = after([{ kind: 'resizeTable', table: 'Курсы', sheet: 'Курсы', address: 'A1:B3' }]);
    expect(tables[0]?.rows).toEqual([teacher, ['Ниже', '']]);
  });

  it('lets names and tables follow a sheet that is renamed', () => {
    const { sheets, tables, names } = after([
      { kind: 'setName', name: 'Список', refersTo: "='Курсы'!$A$2:$A$3" },
      { kind: 'renameSheet', sheet: 'Курсы', name: 'Обучение', tabColor: '#000000' },
    ]);
    expect(sheets.map(({ name }) => name)).toEqual(['Обучение']);
    expect(tables[0]?.sheet).toBe('Обучение');
    expect(names).toEqual([{ name: 'Список', refersTo: "='Обучение'!$A$2:$A$3" }]);
  });

  it('shows typed text as text, also where it looks like a formula', () => {
    const { tables } = after([
      { kind: 'writeValues', sheet: 'Курсы', address: 'B2', values: [['=СУММ(1)']] },
    ]);
    expect(tables[0]?.rows[0]?.[1]).toBe('=СУММ(1)');
    expect(tables[0]?.formulas).toEqual({});
  });
});
