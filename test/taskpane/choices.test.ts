import { CHOICES_AT_MOST, findChoices } from '../../src/taskpane/choices';

const teachers = ['Иванова Анна Петровна', 'Петрова Вера Ильинична', 'Фёдорова Анна Сергеевна'];

describe('taskpane/choices', () => {
  it('finds by any words, those that begin with what is typed first', () => {
    expect(findChoices(teachers, 'петров').shown).toEqual([
      'Петрова Вера Ильинична',
      'Иванова Анна Петровна',
    ]);
    expect(findChoices(teachers, 'анна федор').shown).toEqual(['Фёдорова Анна Сергеевна']);
    expect(findChoices(teachers, 'Кузьмина')).toEqual({ shown: [], left: 0 });
    expect(findChoices(teachers, '').shown).toEqual(teachers);
  });

  it('shows a screenful and says how many more there are', () => {
    const many = Array.from({ length: 300 }, (_, index) => `Педагог ${String(index)}`);
    const { shown, left } = findChoices(many, '');
    expect([shown.length, left]).toEqual([CHOICES_AT_MOST, 300 - CHOICES_AT_MOST]);
  });
});
