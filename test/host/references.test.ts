import {
  parses,
  shiftFormula,
  tablesOf,
  toA1,
  toDisplayForm,
  toFileGrammar,
} from '../../src/host/references';
import { tableOf } from './tables';

const people = tableOf('Педагоги', 'Банк данных', ['ФИО', 'В составе с', 'a[b]#1'], 3);
const oneRow = { ...tableOf('Один', "Лист 'А' 1", ['Код'], 1, 2), top: 5, bottom: 6, left: 3, right: 3 };
const totals = { ...tableOf('Итоги', 'Форма', ['А', 'Б'], 4, 3), showTotals: true };
const tables = [people, oneRow, totals];
const inPeople = { sheet: 'Банк данных', row: 3, column: 2 };
const onForm = { sheet: 'Форма', row: 9, column: 9 };

describe('the grammar of the file', () => {
  test.each([
    ['=[@ФИО]&[@[В составе с]]', '=Педагоги[[#This Row],[ФИО]]&Педагоги[[#This Row],[В составе с]]'],
    ['=Педагоги[ФИО]', '=Педагоги[[ФИО]]'],
    ['Педагоги[@[В составе с]]', 'Педагоги[[#This Row],[В составе с]]'],
    ['=Педагоги[[#This Row],[ФИО]]', '=Педагоги[[#This Row],[ФИО]]'],
    ['=ROW(Педагоги[[#headers],[ФИО]])', '=ROW(Педагоги[[#Headers],[ФИО]])'],
    ['=ROWS(Педагоги[#All])', '=ROWS(Педагоги[#All])'],
    ['=Педагоги', '=Педагоги'],
    ['=SUM(Педагоги[[ФИО]:[В составе с]])', '=SUM(Педагоги[[ФИО]:[В составе с]])'],
    ["=Педагоги[a'[b']'#1]", "=Педагоги[[a'[b']'#1]]"],
    ['=IF(A1="[@ФИО]",1,2)', '=IF(A1="[@ФИО]",1,2)'],
  ])('%s', (given, file) => {
    expect(toFileGrammar(given, 'Педагоги')).toBe(file);
    expect(toFileGrammar(file, 'Педагоги')).toBe(file);
  });

  test('a row reference without a table has no meaning outside a table', () => {
    expect(() => toFileGrammar('=[@ФИО]')).toThrow('Формулу не удалось разобрать');
  });
});

describe('what Excel shows', () => {
  test.each([
    ['=Педагоги[[#This Row],[ФИО]]', 'Педагоги', '=[@ФИО]'],
    ['=Педагоги[[#This Row],[В составе с]]', 'Педагоги', '=[@[В составе с]]'],
    ['=Педагоги[[#This Row],[ФИО]]', undefined, '=Педагоги[@ФИО]'],
    ['=SUM(Педагоги[[В составе с]])', 'Педагоги', '=SUM(Педагоги[В составе с])'],
    ['=Педагоги[[#Headers],[ФИО]]', undefined, '=Педагоги[[#Headers],[ФИО]]'],
    ['=A1+1', undefined, '=A1+1'],
  ])('%s in %s', (file, table, shown) => {
    expect(toDisplayForm(file, table)).toBe(shown);
    if (table !== undefined) expect(toFileGrammar(shown, table)).toBe(file);
  });
});

describe('A1 for the engine', () => {
  test.each([
    ['=COUNTA(Педагоги[[ФИО]])', onForm, "=COUNTA('Банк данных'!$A$2:$A$4)"],
    ['=COUNTA(педагоги[[фио]])', inPeople, '=COUNTA($A$2:$A$4)'],
    ['=[@ФИО]', inPeople, '=$A$3'],
    ['=Педагоги[[#This Row],[ФИО]:[В составе с]]', inPeople, '=$A$3:$B$3'],
    ['=ROW(Педагоги[[#Headers],[В составе с]])', inPeople, '=ROW($B$1)'],
    ['=Педагоги[#All]', inPeople, '=$A$1:$C$4'],
    ['=COUNTIFS(Один[[Код]],1)', onForm, "=COUNTIFS('Лист ''А'' 1'!$C$6:$C$6,1)"],
    ['=SUM(Итоги[[Б]])', onForm, '=SUM($B$2:$B$4)'],
    ['=Итоги[[#Totals],[Б]]', onForm, '=$B$5'],
    ['=SUM(Нет[[ФИО]])', onForm, '=SUM(#REF!)'],
    ['=SUM(Педагоги[[Нет]])', onForm, '=SUM(#REF!)'],
    ['=Педагоги[[#Totals],[ФИО]]', onForm, '=#REF!'],
    ['=Педагоги[[#This Row],[ФИО]]', onForm, '=#VALUE!'],
    ['=[1]Книга!A1', onForm, '=#REF!'],
  ])('%s', (formula, cell, a1) => {
    expect(toA1(formula, cell, tables)).toBe(a1);
  });

  test('defined names are folded in, names of names too; a loop and an unknown name are #NAME?', () => {
    const names = [
      { name: 'Дата', formula: '=Правила!$B$1', visible: true },
      { name: 'Край', formula: '=Дата+1', visible: true },
      { name: 'Петля', formula: '=Петля+1', visible: true },
    ];
    expect(toA1('=ДАТА*2', onForm, tables, names)).toBe('=Правила!$B$1*2');
    expect(toA1('=Край*2', onForm, tables, names)).toBe('=(Правила!$B$1+1)*2');
    expect(toA1('=Нет', onForm, tables, names)).toBe('=#NAME?');
    expect(toA1('=Петля', onForm, tables, names)).toContain('#NAME?');
  });
});

describe('shifting', () => {
  test.each([
    ['=A1+$A1+A$1+$A$1', 1, 2, '=C2+$A2+C$1+$A$1'],
    ["='Банк данных'!A1:B2", 1, 0, "='Банк данных'!A2:B3"],
    ['=SUM(A:A)+SUM(1:1)', 1, 1, '=SUM(B:B)+SUM(2:2)'],
    ['=IF(A1="A1",Педагоги[[ФИО]],LOG10(A1))', 1, 0, '=IF(A2="A1",Педагоги[[ФИО]],LOG10(A2))'],
    ['=A1', -1, 0, '=#REF!'],
    ['=XFD1048576', 1, 0, '=#REF!'],
  ])('%s by %d rows and %d columns', (formula, rows, columns, shifted) => {
    expect(shiftFormula(formula, rows, columns)).toBe(shifted);
  });
});

test('what parses and what does not', () => {
  for (const formula of ['=SUM(A1:B2,{1,2})', '=Педагоги[[ФИО]]', '=-1%', "='Лист 1'!A1", '=IF(,,)']) {
    expect(parses(formula)).toBe(true);
  }
  for (const formula of ['=SUM(', '=1+', '="а', '=Педагоги[', '=)(']) expect(parses(formula)).toBe(false);
});

test('tables a formula names', () => {
  expect(tablesOf('=SUM(Педагоги[[ФИО]],Один[[Код]],Педагоги[#All])+[@А]')).toEqual(['Педагоги', 'Один']);
});
