import fc from 'fast-check';
import { foldCase, foldLoosely, isErrorValue } from '../../src/register/text';

describe('how spreadsheets compare', () => {
  it('forgives letter case alone', () => {
    expect(foldCase('ВсОШ')).toBe(foldCase('всош'));
    expect(foldCase('призёр')).not.toBe(foldCase('призер'));
    expect(foldCase('очно ')).not.toBe(foldCase('очно'));
    expect(foldCase('Ким\u00a0Пак')).not.toBe(foldCase('Ким Пак'));
  });
});

describe('how a person compares', () => {
  it.each([
    ['призёр', 'призер'],
    ['  Фёдорова   Ольга ', 'федорова ольга'],
    ['Ким\u00a0Пак', 'Ким Пак'],
    ['Краткое\nназвание', 'краткое название'],
    ['Обу\u00adчающихся', 'Обучающихся'],
    ['е\u0308лка', 'ёлка'],
    ['\ufeffПедагог', 'Педагог'],
  ])('takes «%s» for «%s»', (one, other) => {
    expect(foldLoosely(one)).toBe(foldLoosely(other));
  });

  it('still tells words apart', () => {
    expect(foldLoosely('Код 6')).not.toBe(foldLoosely('Код 7'));
    expect(foldLoosely('Код6')).not.toBe(foldLoosely('Код 6'));
    expect(foldLoosely('*')).not.toBe(foldLoosely('?'));
  });

  it('forgives whatever spreadsheets forgive, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(foldLoosely(foldLoosely(text))).toBe(foldLoosely(text));
        expect(foldLoosely(` ${text}\t`)).toBe(foldLoosely(text));
      }),
    );
  });
});

describe('an error value', () => {
  it.each(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'])(
    'is known by its text: %s',
    (text) => {
      expect(isErrorValue(text)).toBe(true);
    },
  );

  it.each(['#Решётка', '# 5', '#n/a', '#N/A ', '', 'N/A', 0, true])('is not «%s»', (value) => {
    expect(isErrorValue(value)).toBe(false);
  });
});
