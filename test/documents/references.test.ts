import { knownFormulas, leadsTo, ownSheets } from '../../src/documents/references';
import { sheetOf, workbookOf } from '../register/snapshots';

describe('formulas that lead to a sheet of a document', () => {
  test.each([
    ["='Протокол 1'!A1", true],
    ["=SUM('протокол 1'!A1:B2)+1", true],
    ["='Протокол 11'!A1", false],
    ["='Протокол 1 (2)'!A1", false],
    ['Протокол 1!A1', false],
    [7, false],
    ['', false],
  ])('%s: %s', (formula, expected) => {
    expect(leadsTo(formula, 'Протокол 1')).toBe(expected);
  });

  test('a name without spaces stands without quotes, a quote in a name is doubled', () => {
    expect(leadsTo('=Состав!A1', 'Состав')).toBe(true);
    expect(leadsTo("='План ''26'''!A1", "План '26'")).toBe(true);
  });

  test('are looked for among names as well, the mark of the document itself left out', () => {
    const snapshot = {
      ...workbookOf([], []),
      names: [
        { name: 'Документ_0123abcd_0123abcd', refersTo: "='Протокол 1'!$A$1:$B$2" },
        { name: 'Print_Area', refersTo: "='Протокол 1'!$A$1:$B$2" },
        { name: 'Итог', refersTo: "='Протокол 2'!$A$1" },
      ],
    };
    const formulas = knownFormulas(snapshot);
    expect(formulas.some((formula) => leadsTo(formula, 'Протокол 1'))).toBe(false);
    expect(formulas.some((formula) => leadsTo(formula, 'Протокол 2'))).toBe(true);
  });

  test('on sheets of the user’s own, but not on endless ones', () => {
    const [small, large] = [sheetOf('Мои', [['х']]), sheetOf('Журнал', [['х']])];
    const snapshot = workbookOf([], [small, sheetOf('Протокол 1', [['х']]), { ...large, used: 'A1:Z90000' }]);
    expect(ownSheets(snapshot, ['Протокол 1'])).toEqual({ sheets: ['Мои'], tooLarge: true });
  });
});
