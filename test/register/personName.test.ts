import {
  inCyrillic,
  initialsFirst,
  mixesAlphabets,
  plainSpaces,
  readName,
  shortName,
  surnameFirst,
} from '../../src/register/personName';

describe('a name taken to pieces', () => {
  it('has a mark that is not part of it', () => {
    expect(readName('Кузьмина Ольга (СОШ № 3)')).toMatchObject({
      base: 'Кузьмина Ольга ',
      mark: 'СОШ № 3',
      words: ['кузьмина', 'ольга'],
    });
    expect(readName('((')).toMatchObject({ mark: '' });
  });

  it('is shortened to a surname and letters', () => {
    expect(shortName(readName('Иванова И.И.'))).toEqual({
      surname: 'иванова',
      initials: ['и', 'и'],
      isShort: true,
    });
    expect(shortName(readName('И. И. Иванова'))).toMatchObject({ surname: 'иванова', isShort: true });
    expect(shortName(readName('Иванова Ирина'))).toMatchObject({ initials: ['и'], isShort: false });
    expect(shortName(readName('Иванова'))).toBeNull();
  });

  it('is in one alphabet', () => {
    expect(mixesAlphabets('Cидорова')).toBe(true);
    expect(mixesAlphabets('Smith')).toBe(false);
    expect(inCyrillic('Cидopовa')).toBe('Сидорова');
    expect(inCyrillic('Zидорова')).toBeNull();
    expect(plainSpaces('  Ким\u00a0 Пак\u200b')).toBe('Ким Пак');
  });
});

describe('a name as documents shorten it', () => {
  it.each([
    ['Кузьмина Ольга Ивановна', 'Кузьмина О. И.', 'О. И. Кузьмина'],
    ['Кузьмина Ольга Ивановна (СОШ № 3)', 'Кузьмина О. И.', 'О. И. Кузьмина'],
    ['Кузьмина О.И.', 'Кузьмина О. И.', 'О. И. Кузьмина'],
    ['Ким Пак', 'Ким П.', 'П. Ким'],
    ['Салтыкова-Щедрина Анна-Мария Львовна', 'Салтыкова-Щедрина А.-М. Л.', 'А.-М. Л. Салтыкова-Щедрина'],
    ['Алиев Вагиф Гасан оглы', 'Алиев В. Г.', 'В. Г. Алиев'],
  ])('%s', (name, surname, initials) => {
    expect(surnameFirst(name).replaceAll('\u00a0', ' ')).toBe(surname);
    expect(initialsFirst(name).replaceAll('\u00a0', ' ')).toBe(initials);
  });

  it.each(['Иванова', 'учителя 9 классов', 'И. И. Иванова', 'Иванова А. П., Петров К. Л.', ''])(
    '«%s» stays as typed, for it is no full name',
    (name) => {
      expect(surnameFirst(name)).toBe(name);
      expect(initialsFirst(name)).toBe(name);
    },
  );
});
