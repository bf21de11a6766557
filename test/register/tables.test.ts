import { LISTS, LIST_NAMES, choiceName, listTable } from '../../src/register/lists';
import { SHEETS } from '../../src/register/sheets';
import { MOST_MEETINGS, TABLES, TABLE_NAMES, columnsOf } from '../../src/register/tables';
import { foldLoosely } from '../../src/register/text';

describe('the tables of the register', () => {
  it('stand each on a sheet of their own, in the order of the sheets', () => {
    const sheets = TABLE_NAMES.map((table) => TABLES[table].sheet);
    expect(new Set(sheets).size).toBe(sheets.length);
    const declared = SHEETS.map(({ name }): string => name);
    expect(sheets.every((sheet) => declared.includes(sheet))).toBe(true);
  });

  it('have names that need no escaping in a structured reference', () => {
    for (const table of TABLE_NAMES) {
      expect(table).toMatch(/^[А-Яа-яЁё]+$/);
      const names = columnsOf(table).map(({ name }) => name);
      // «№» of the archive is the printed form's own heading; no formula refers to it
      const referred = names.filter((name) => name !== '№');
      expect(referred.filter((name) => !/^[А-Яа-яЁё0-9]+(?: [А-Яа-яЁё0-9]+)*$/.test(name))).toEqual([]);
    }
  });

  it('have columns that even a person would not mistake for one another', () => {
    for (const table of TABLE_NAMES) {
      const names = columnsOf(table, MOST_MEETINGS).map(({ name }) => foldLoosely(name));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('get a column a meeting in «Посещаемость», between the names and the formulas', () => {
    expect(columnsOf('Посещаемость', 6).map(({ name }) => name)).toEqual([
      'ФИО',
      'Заседание 1',
      'Заседание 2',
      'Заседание 3',
      'Заседание 4',
      'Заседание 5',
      'Заседание 6',
      'Посещено',
      'Член',
      'Строка педагога',
      'Член с',
      'Член до',
    ]);
    expect(columnsOf('Посещаемость')).toEqual(TABLES.Посещаемость.columns);
    expect(columnsOf('Курсы', 9)).toBe(TABLES.Курсы.columns);
  });

  it('offer lists that exist', () => {
    const choices = [...LIST_NAMES, 'Педагоги', 'Организации'] as const;
    const lists = TABLE_NAMES.flatMap((table) => columnsOf(table).flatMap(({ list }) => list ?? []));
    expect(lists.filter((list) => !choices.includes(list))).toEqual([]);
  });
});

describe('the value lists', () => {
  it('hold no value twice, and none that differs from another by spelling alone', () => {
    for (const list of LIST_NAMES) {
      const folded = LISTS[list].map(foldLoosely);
      expect(new Set(folded).size).toBe(folded.length);
      expect(LISTS[list].every((value) => /^\S(?:.*\S)?$/.test(value))).toBe(true);
    }
  });

  it('have names a workbook accepts: no cell address, no space', () => {
    for (const list of LIST_NAMES) {
      expect(listTable(list)).toMatch(/^Список[А-Яа-яЁё]+$/);
      expect(choiceName(list)).toMatch(/^Выбор_[А-Яа-яЁё]+$/);
    }
  });
});
