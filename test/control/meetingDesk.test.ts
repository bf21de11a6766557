import {
  entriesOf,
  judgeDeskMeeting,
  nextMeetingNumber,
  placeOfMeeting,
  readDeskMeetings,
  type DeskMeeting,
} from '../../src/control/meetingDesk';
import { regulationRules } from '../../src/control/rules';
import { meetingColumn } from '../../src/register/tables';
import { day, regulationOf, sketch } from './registers';

const NAMES = ['Агеева Анна', 'Белов Иван', 'Громова Вера', 'Дёмин Олег'];

const register = sketch({
  tables: {
    Педагоги: NAMES.map((ФИО) => (ФИО === 'Дёмин Олег' ? { ФИО, Выбыл: day('2025-10-01') } : { ФИО })),
    Посещаемость: NAMES.map((ФИО, index) => ({ ФИО, [meetingColumn(1)]: index < 2 ? 'да' : 'н/б' })),
    Заседания: [{ Номер: 1, Дата: day('2025-09-20'), Тема: 'План года' }],
    Решения: [
      { Заседание: 1, Пункт: 1, Слушали: 'О плане', Решили: 'Утвердить', За: 2, Против: 0, Воздержались: 0 },
    ],
  },
});

const draft: DeskMeeting = {
  number: 2,
  date: day('2025-12-10'),
  topic: 'Итоги олимпиад',
  form: 'очно',
  place: 'СОШ № 3',
  marks: new Map([
    ['Агеева Анна', 'да'],
    ['Белов Иван', 'да'],
    ['Громова Вера', 'нет'],
    ['Дёмин Олег', 'да'],
  ]),
  decisions: [
    {
      item: 1,
      heard: 'Об итогах',
      speaker: '',
      decided: 'Провести сборы',
      responsible: '',
      due: null,
      inFavour: 2,
      against: 0,
      abstained: 0,
      leaderVote: '',
    },
  ],
};

describe('the meeting desk', () => {
  it('shows a meeting of three tables as one', () => {
    const [first] = readDeskMeetings(register);
    expect(first).toMatchObject({ number: 1, date: day('2025-09-20'), topic: 'План года' });
    expect([...(first?.marks ?? [])]).toEqual([
      ['Агеева Анна', 'да'],
      ['Белов Иван', 'да'],
      ['Громова Вера', ''],
      ['Дёмин Олег', ''],
    ]);
    expect(first?.decisions).toMatchObject([{ decided: 'Утвердить', inFavour: 2 }]);
    expect(nextMeetingNumber(register)).toBe(2);
    expect(placeOfMeeting(register, 1)).toEqual({ sheet: 'Заседания', cell: 'A2' });
    expect(placeOfMeeting(register, 2)).toBeNull();
  });

  it('counts the quorum among the members of that day, guests aside', () => {
    const rules = regulationRules(regulationOf('tersky'));
    const judged = judgeDeskMeeting(register, rules, day('2025-11-01'), draft);
    expect(judged.meeting).toMatchObject({ members: 3, present: 2, quorum: 'reached' });
    expect(judged.guests).toEqual(['Дёмин Олег']);
    expect(judged.decisions).toMatchObject([{ outcome: 'passed' }]);
  });

  it('judges a decision by the rule of the regulation', () => {
    const votes = {
      ...draft,
      decisions: draft.decisions.map((each) => ({ ...each, inFavour: 1, against: 1 })),
    };
    const outcome = (regulation: string, vote: 'за' | 'против' | '') =>
      judgeDeskMeeting(register, regulationRules(regulationOf(regulation)), day('2025-11-01'), {
        ...votes,
        decisions: votes.decisions.map((each) => ({ ...each, leaderVote: vote })),
      }).decisions[0]?.outcome;
    expect(outcome('oshmyany', 'за')).toBe('passed');
    expect(outcome('oshmyany', '')).toBe('no data');
    expect(outcome('tersky', 'за')).toBe('not passed');
  });

  it('is laid back into its tables; nothing is written twice and nothing unreadable is emptied', () => {
    const [first] = readDeskMeetings(register);
    if (first === undefined) throw new Error('no meeting');
    const { Заседания, Посещаемость, Решения } = entriesOf(register, first);
    const written = [...Заседания, ...Посещаемость, ...Решения].flatMap(({ values }) => Object.keys(values));
    expect(written).toEqual([]);
    const added = entriesOf(register, draft);
    expect(added.Заседания).toEqual([
      {
        row: null,
        values: { Номер: 2, Дата: draft.date, Тема: 'Итоги олимпиад', Форма: 'очно', Место: 'СОШ № 3' },
      },
    ]);
    expect(added.Посещаемость.map(({ row, values }) => [row, values])).toEqual([
      [0, { 'Заседание 2': 'да' }],
      [1, { 'Заседание 2': 'да' }],
      [2, { 'Заседание 2': 'нет' }],
      [3, { 'Заседание 2': 'да' }],
    ]);
    expect(added.Решения).toMatchObject([
      { row: null, values: { Заседание: 2, Пункт: 1, Решили: 'Провести сборы' } },
    ]);
  });

  it('empties a mark and a vote that were taken back', () => {
    const [first] = readDeskMeetings(register);
    if (first === undefined) throw new Error('no meeting');
    const changed = entriesOf(register, {
      ...first,
      marks: new Map([
        ['Агеева Анна', ''],
        ['Громова Вера', 'нет'],
      ]),
      decisions: first.decisions.map((each) => ({ ...each, inFavour: null })),
    });
    expect(changed.Посещаемость).toEqual([
      { row: 0, values: { 'Заседание 1': '' } },
      { row: 2, values: { 'Заседание 1': 'нет' } },
    ]);
    expect(changed.Решения).toEqual([{ row: 0, values: { За: '' } }]);
  });
});
