import { issueWords } from '../../../src/messages/control';
import { DEFAULT_REGULATION } from '../../../src/regulations';
import { CLEAN, cellsOf, day, found, type Row, type Tables } from '../registerOf';

const book = (tables: Tables): Tables => ({ ...CLEAN, ...tables });

const group = (cells: Row): Tables =>
  book({
    Группы: [
      {
        Название: 'Олимпиады',
        Вид: 'творческая группа',
        Руководитель: 'Иванова Анна Петровна',
        Состав: '',
        Задача: '',
        Создана: '',
        Закрыта: '',
        ...cells,
      },
    ],
  });

const result = (cells: Row): Tables =>
  book({
    Оценка: [
      {
        Организация: 'СОШ № 1',
        Процедура: 'ВсОШ',
        Предмет: 'математика',
        Участвовало: 20,
        Победителей: '',
        Призёров: '',
        'Ниже минимума': '',
        ...cells,
      },
    ],
  });

describe('members of a group', () => {
  it('are sought in the databank by name, or by surname and initials', () => {
    expect(cellsOf('group-member', group({ Состав: 'Кузьмина Ольга Ивановна; Иванова А. П.' }))).toEqual([]);
    expect(cellsOf('group-member', group({ Состав: 'учителя 5 классов, все желающие' }))).toEqual([]);
  });

  it('who are nobody of the databank are named', () => {
    const [issue] = found('group-member', group({ Состав: 'Иванова А. П., Кузьмина Ольга Ивановн' }));
    expect(issue).toMatchObject({ cell: 'D2', severity: 'warning', names: ['Кузьмина Ольга Ивановн'] });
    if (issue === undefined) throw new Error('no issue');
    expect(issueWords(issue, DEFAULT_REGULATION.words)).toEqual({
      trouble: 'Олимпиады: в составе назван, но в банке данных нет: Кузьмина Ольга Ивановн.',
      remedy:
        'Возможно, «Кузьмина Ольга Ивановна»: исправьте имя в столбце «Состав» или внесите человека на лист «Банк данных».',
    });
  });
});

it('a group closed before it was made is said', () => {
  expect(cellsOf('group-dates', group({ Создана: day(2026, 1, 10), Закрыта: day(2025, 9, 1) }))).toEqual([
    'Группы!G2',
  ]);
  expect(cellsOf('group-dates', group({ Создана: day(2025, 9, 1), Закрыта: day(2025, 9, 1) }))).toEqual([]);
});

describe('results of an organisation', () => {
  it('have winners and prize-winners among those who took part', () => {
    expect(cellsOf('more-than-took-part', result({ Победителей: 5, Призёров: 15 }))).toEqual([]);
    expect(cellsOf('more-than-took-part', result({ Победителей: 6, Призёров: 15 }))).toEqual(['Оценка!E2']);
    expect(cellsOf('more-than-took-part', result({ Призёров: 21 }))).toEqual(['Оценка!E2']);
  });

  it('have those below the minimum among them too', () => {
    const [issue] = found('more-than-took-part', result({ 'Ниже минимума': 21 }));
    if (issue === undefined) throw new Error('no issue');
    expect(issueWords(issue, DEFAULT_REGULATION.words).trouble).toBe(
      'СОШ № 1: «Ниже минимума» – 21, это больше, чем участвовало (20).',
    );
    expect(cellsOf('more-than-took-part', result({ 'Ниже минимума': 21, Участвовало: '' }))).toEqual([]);
  });
});

it('everyday work outside the period is said: the analysis does not count it', () => {
  const work = { Дата: day(2024, 1, 10), Вид: 'консультация', Тема: 'программа' };
  expect(cellsOf('outside-period', book({ Методработа: [work] }))).toEqual(['Методработа!A2']);
});
