import fc from 'fast-check';
import {
  nameKey,
  nameLikeness,
  pupilsIn,
  readNameCell,
  splitPeople,
} from '../../../src/adoption/values/names';
import { serialOf } from '../../../src/register/dates';

describe('a name', () => {
  it.each([
    'Белозёрова Анна Сергеевна',
    'ИВАНОВА АННА ПЕТРОВНА',
    'Белозёрова А.С.',
    'А. С. Белозёрова',
    'Мамедов Али Гасан оглы',
    'Петрова-Водкина Яна Игоревна',
  ])('is «%s»', (text) => {
    expect(nameLikeness(text)).toBe(1);
  });

  it.each([
    'учитель математики',
    'МБОУ «СОШ № 2»',
    'ИТОГО:',
    'Руководитель РМО ______ Белозёрова А.С.',
    'высшее',
    '15.03.2024',
    'Конкурс «Кит»',
    'Фамилия Имя Отчество',
  ])('is not «%s»', (text) => {
    expect(nameLikeness(text)).toBe(0);
  });

  it('loses stray spaces and Latin look-alikes, and nothing else', () => {
    expect(readNameCell('Cидopoва  Ольга Ивановна ').name).toBe('Сидорова Ольга Ивановна');
    expect(readNameCell('Белозёрова А. С.').name).toBe('Белозёрова А.С.');
  });

  it('is parted from what stands beside it', () => {
    expect(readNameCell('Иванова Анна Петровна\nматематика\nучитель')).toEqual({
      name: 'Иванова Анна Петровна',
      birth: null,
      rest: ['математика', 'учитель'],
    });
    expect(readNameCell('Иванова Анна Петровна, учитель физики').rest).toEqual(['учитель физики']);
    expect(readNameCell('Иванова Анна Петровна (СОШ № 3)').rest).toEqual(['СОШ № 3']);
    expect(readNameCell('Иванова Анна Петровна, 12.04.1980 г.р.')).toMatchObject({
      name: 'Иванова Анна Петровна',
      birth: serialOf(1980, 4, 12),
    });
  });

  it('has one key in all its spellings', () => {
    expect(nameKey('Белозёрова А.С.')).toBe(nameKey('белозерова  А. С.'));
    expect(nameKey('Кузьмина Ольга Ивановна (СОШ № 3)')).toBe(nameKey('Кузьмина Ольга Ивановна'));
  });

  it('never breaks on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => typeof readNameCell(text).name === 'string' && nameLikeness(text) >= 0,
      ),
    );
  });
});

describe('several people in a cell', () => {
  it('are teachers when each part is a name', () => {
    expect(splitPeople('Иванова А.П., Петров О.Л.')).toEqual(['Иванова А.П.', 'Петров О.Л.']);
    expect(splitPeople('Иванова Анна Петровна, учитель физики')).toEqual([
      'Иванова Анна Петровна, учитель физики',
    ]);
  });

  it('are pupils, a line or a name each', () => {
    expect(pupilsIn('1. Орлов Пётр\n2. Зуева Яна')).toHaveLength(2);
    expect(pupilsIn('Орлов Пётр, Зуева Яна')).toHaveLength(2);
    expect(pupilsIn('Орлов Пётр, 8 класс')).toHaveLength(1);
  });
});
