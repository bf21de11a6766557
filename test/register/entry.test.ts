import { planEntries } from '../../src/register/entry';
import { bookOf } from '../control/registerOf';
import type { WorkbookSnapshot } from '../../src/register/snapshot';

const blank = { Педагог: '', Вид: '', Тема: '', Учёт: '' };
const withFormulas = (book: WorkbookSnapshot): WorkbookSnapshot => ({
  ...book,
  tables: book.tables.map((table) => ({
    ...table,
    formulas: { Учёт: { first: '=Курсы[[#This Row],[Тема]]', unbroken: true } },
  })),
});

const COURSE = { Педагог: 'Агеева Анна', Вид: 'КПК', Тема: 'ФГОС' };

describe('a record entered by form', () => {
  it('goes into the first blank row after the last one typed', () => {
    const book = withFormulas(bookOf({ Курсы: [{ ...COURSE, Учёт: '' }, blank, blank] }));
    const { actions, places } = planEntries(book, 'Курсы', [{ row: null, values: COURSE }]);
    const [place] = places;
    expect(actions).toMatchObject([
      { kind: 'writeValues', values: [['Агеева Анна']] },
      { kind: 'writeValues', values: [['КПК']] },
      { kind: 'writeValues', values: [['ФГОС']] },
    ]);
    expect(place?.cell).toMatch(/3$/);
    expect(actions[0]).toMatchObject({ address: place?.cell });
  });

  it('lets the table grow when there is no blank row, formulas filled down', () => {
    const book = withFormulas(bookOf({ Курсы: [{ ...COURSE, Учёт: 'учтено' }] }));
    const { actions, obstacles } = planEntries(book, 'Курсы', [
      { row: null, values: COURSE },
      { row: null, values: COURSE },
    ]);
    expect(obstacles).toEqual([]);
    expect(actions.slice(0, 2)).toMatchObject([
      { kind: 'resizeTable', table: 'Курсы', address: 'A1:D4' },
      { kind: 'fillFormula', address: 'D2:D4', formula: '=Курсы[[#This Row],[Тема]]' },
    ]);
  });

  it('never grows over what stands under the table', () => {
    const book = withFormulas(bookOf({ Курсы: [{ ...COURSE, Учёт: '' }] }, { under: { Курсы: [COURSE] } }));
    const { actions, obstacles } = planEntries(book, 'Курсы', [{ row: null, values: COURSE }]);
    expect(actions).toEqual([]);
    expect(obstacles).toMatchObject([{ code: 'no-room', place: { cell: 'A3' } }]);
  });

  it('writes only the cells of a standing row that differ', () => {
    const book = withFormulas(bookOf({ Курсы: [{ ...COURSE, Учёт: '' }] }));
    const { actions } = planEntries(book, 'Курсы', [{ row: 0, values: { ...COURSE, Тема: 'ФОП' } }]);
    expect(actions).toMatchObject([{ kind: 'writeValues', address: 'C2', values: [['ФОП']] }]);
  });

  it('names the column and the table that are not there', () => {
    const book = bookOf({ Курсы: [{ ...COURSE, Учёт: '' }] });
    expect(planEntries(book, 'Курсы', [{ row: null, values: { Часы: 72 } }]).obstacles).toEqual([
      { code: 'no-column', table: 'Курсы', column: 'Часы' },
    ]);
    expect(planEntries(book, 'ГИА', [{ row: null, values: { Педагог: 'А' } }]).obstacles).toEqual([
      { code: 'no-table', table: 'ГИА' },
    ]);
  });
});
