import fc from 'fast-check';
import { MEETINGS_ON_FORM } from '../../src/register/tables';
import { recordFormulas } from '../../src/indicators/recordFormulas';
import { references } from '../../src/indicators/references';
import { sameFormula } from '../../src/register/sameFormula';
import { plainBinding } from '../indicators/binding';

describe('one formula in two spellings', () => {
  // On the left what the product writes, on the right how Excel or another suite shows it.
  it.each([
    ['=COUNTIFS(Педагоги[[ФИО]],"?*")', '=COUNTIFS(Педагоги[ФИО],"?*")'],
    ['=Курсы[[#This Row],[Вид]]', '=[@Вид]'],
    ['=Курсы[[#This Row],[Вид]]', '=Курсы[@Вид]'],
    ['=Курсы[[#This Row],[Дата окончания]]', '=[@[Дата окончания]]'],
    ['=ROW(Курсы[[#Headers],[Код]])', '=ROW(Курсы[[#Headers],[Код]])'],
    ['=Правила!$B$1', "='Правила'!$B$1"],
    ['=IF(A1=0,"да","нет")', '=IF( A1 = 0, "да", "нет" )'],
    ['=sum(a1:b2)', '=SUM(A1:B2)'],
    ['=IF(A1>0,FALSE,TRUE)', '=IF(A1>0,FALSE(),TRUE())'],
  ])('%s is %s', (ours, shown) => {
    expect(sameFormula(ours, shown, 'Курсы')).toBe(true);
  });

  it.each([
    ['=COUNTIFS(Педагоги[[ФИО]],"?*")', '=COUNTIFS(Педагоги[Предмет],"?*")'],
    ['=Курсы[[Вид]]', '=Курсы[[#This Row],[Вид]]'],
    ['=Курсы[[#This Row],[Вид]]', '=Достижения[@Вид]'],
    ['=IF(A1="да",1,0)', '=IF(A1="Да",1,0)'],
    ['=IF(A1="да",1,0)', '=IF(A1="да",1,1)'],
    ['=Правила!$B$1', '=Правила!$B$2'],
    ['=Правила!$B$1', '=Паспорт!$B$1'],
    ['=IF(A1>0,FALSE,1)', '=IF(A1>0,TRUE(),1)'],
    ['=IF(A1>0,"FALSE",1)', '=IF(A1>0,FALSE(),1)'],
    ['=A1', ''],
    ['=A1', 'A1'],
    ['=Курсы[[Код]]', '=#REF!'],
  ])('%s is not %s', (ours, other) => {
    expect(sameFormula(ours, other, 'Курсы')).toBe(false);
  });

  it('text of a formula is compared to the letter, a space in it included', () => {
    expect(sameFormula('="нет данных"', '="нетданных"')).toBe(false);
  });

  it('every formula column is itself in Excel’s own spelling, and no two are one', () => {
    const all = recordFormulas(references(plainBinding(MEETINGS_ON_FORM)), MEETINGS_ON_FORM);
    const excelSpelling = (formula: string, table: string): string =>
      formula
        .replaceAll(new RegExp(`${table}\\[\\[#This Row\\],\\[([^\\]]+)\\]\\]`, 'g'), (_, column: string) =>
          column.includes(' ') ? `[@[${column}]]` : `[@${column}]`,
        )
        .replaceAll(/\[\[([^#\]]+)\]\]/g, '[$1]');
    for (const { table, formula } of all) {
      expect(sameFormula(formula, excelSpelling(formula, table), table)).toBe(true);
    }
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (one, other) => {
        fc.pre(one.formula !== other.formula);
        expect(sameFormula(one.formula, other.formula, one.table)).toBe(false);
      }),
    );
  });
});
