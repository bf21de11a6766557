import {
  organisationKey,
  organisationLikeness,
  organisationWithin,
  shortOrganisation,
} from '../../../src/adoption/values/organisations';

describe('the short name of a school', () => {
  it.each([
    ['МАОУ "СОШ №5"', 'СОШ № 5'],
    ['МБОУ «СОШ № 2»', 'СОШ № 2'],
    ['МОУ СОШ №3', 'СОШ № 3'],
    ['ГУО «Средняя школа №1 г. Ошмяны»', 'Средняя школа № 1 г. Ошмяны'],
    ['Муниципальное бюджетное общеобразовательное учреждение «СОШ № 6»', 'СОШ № 6'],
    ['Учреждение образования «Гольшанская средняя школа»', 'Гольшанская средняя школа'],
    ['МБУ ДО «Центр детского творчества»', 'Центр детского творчества'],
    ['МБОУ "Богашевская СОШ им. А.И. Федорова"', 'Богашевская СОШ им. А.И. Федорова'],
    ['МБОУ «Школа «Перспектива»»', 'Школа Перспектива'],
    ['СОШ 6', 'СОШ 6'],
    ['МБОУ', 'МБОУ'],
    ['МБОУ-СОШ № 6', 'СОШ № 6'],
    ['МБOУ CОШ № 6', 'СОШ № 6'],
    ['Ново-Кусковская СОШ', 'Ново-Кусковская СОШ'],
  ])('«%s» → «%s»', (text, short) => {
    expect(shortOrganisation(text)).toBe(short);
  });
});

describe('two spellings', () => {
  it.each([
    ['МБОУ "СОШ № 6"', 'МБОУ «СОШ №6»'],
    ['МБОУ "СОШ № 6"', 'СОШ 6'],
    [
      'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 6»',
      'МБОУ СОШ №6',
    ],
    ['ГУО "Средняя школа № 1 г. Ошмяны"', 'ГУО «Средняя школа №1 г.Ошмяны»'],
    ['МКОУ ООШ д. Ивановка', 'ООШ Ивановка'],
  ])('«%s» and «%s» are one school', (one, other) => {
    expect(organisationKey(one)).toBe(organisationKey(other));
  });

  it.each([
    ['СОШ № 1', 'СОШ № 12'],
    ['СОШ № 1', 'СОШ'],
    ['СОШ № 1', 'ООШ № 1'],
    ['СОШ № 1, 2', 'СОШ № 12'],
    ['Гимназия № 2', 'СОШ № 2'],
  ])('«%s» and «%s» are two', (one, other) => {
    expect(organisationKey(one)).not.toBe(organisationKey(other));
  });
});

describe('a school in a text', () => {
  it('is told from other headings', () => {
    expect(organisationLikeness('МБОУ «СОШ № 2»')).toBe(1);
    expect(organisationLikeness('Детский сад «Солнышко»')).toBe(1);
    expect(organisationLikeness('Всероссийская олимпиада школьников')).toBe(0);
    expect(organisationLikeness('Иванова Анна Петровна')).toBe(0);
  });

  it('is taken out of a title', () => {
    expect(organisationWithin('Сведения о педагогах МБОУ «СОШ № 5»')).toBe('МБОУ «СОШ № 5»');
    expect(organisationWithin('Банк данных педагогов РМО учителей математики')).toBeNull();
  });
});

describe('the Belarusian short form', () => {
  it('is the long name of the same school', () => {
    expect(organisationKey('СШ № 2 г.Ошмяны')).toBe(organisationKey('ГУО «Средняя школа №2 г. Ошмяны»'));
    expect(organisationKey('СШ № 2 г.Ошмяны')).not.toBe(organisationKey('СШ г.Ошмяны'));
  });
});
