import fc from 'fast-check';
import { editDistance } from '../../src/control/editDistance';
import { nearestInList, nearestName } from '../../src/control/nearest';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['кот', 'кот', 0],
    ['кот', 'код', 1],
    ['кот', 'окот', 1],
    ['кот', '', 3],
    ['кузьмина', 'кузмина', 1],
  ])('%s – %s: %d', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('is the same both ways and no more than the longer text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        const distance = editDistance(one, other);
        expect(editDistance(other, one)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance === 0).toBe(one === other);
        expect(editDistance(one, other, 2)).toBe(Math.min(distance, 3));
      }),
    );
  });
});

describe('nearest', () => {
  const category = nearestInList(['высшая', 'первая', 'соответствие', 'без категории', 'педагог-методист']);
  const level = nearestInList(['школьный', 'муниципальный', 'региональный']);

  it.each([
    ['Высшая кв. категория', 'высшая'],
    ['первая категория', 'первая'],
    ['соответствие занимаемой должности', 'соответствие'],
    ['без  категории', 'без категории'],
    ['педагог-методист (2024)', 'педагог-методист'],
    ['перввя', 'первая'],
    ['нет', null],
    ['', null],
    ['высшая или первая', 'высшая'],
  ])('of categories to «%s»: %s', (typed, nearest) => {
    // «высшая» and «первая» are equally long: two offers are none
    expect(category(typed)).toBe(typed === 'высшая или первая' ? null : nearest);
  });

  it.each([
    ['муницип', 'муниципальный'],
    ['Муниципальный этап', 'муниципальный'],
    ['рег.', 'региональный'],
    ['р', null],
  ])('of levels to «%s»: %s', (typed, nearest) => {
    expect(level(typed)).toBe(nearest);
  });

  const name = nearestName([
    'Иванова Анна Петровна',
    'Кузьмина Ольга Ивановна (СОШ № 3)',
    'Кузьмина Ольга Ивановна (СОШ № 5)',
    'СОШ № 12',
  ]);

  it.each([
    ['иванова анна петровна', 'Иванова Анна Петровна'],
    ['Иванова А.П.', 'Иванова Анна Петровна'],
    ['Кузьмина Ольга Ивановна', null],
    ['Кузмина Ольга Ивановна (СОШ № 5)', 'Кузьмина Ольга Ивановна (СОШ № 5)'],
    ['СОШ №12', 'СОШ № 12'],
    ['СОШ № 13', null],
    ['Петров Пётр', null],
    ['...', null],
  ])('of names to «%s»: %s', (typed, nearest) => {
    expect(name(typed)).toBe(nearest);
  });
});
