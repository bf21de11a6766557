import { inCyrillic, mixesAlphabets, plainSpaces, readName, shortName } from '../../src/register/personName';

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
