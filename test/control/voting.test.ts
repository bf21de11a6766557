import fc from 'fast-check';
import { readRules } from '../../src/control/rules';
import {
  outcomeOf,
  readDecisions,
  readMeetings,
  type LeaderVote,
  type Votes,
} from '../../src/control/voting';
import { day, regulationOf, sketch, type Row } from './registers';

const rulesOf = (id: string) => readRules(sketch({}), regulationOf(id));

const members = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, k) => ({ ФИО: `Педагог ${String(k + 1)}` }));

const marks = (yes: number, no: number, more: readonly Row[] = []): readonly Row[] => [
  ...Array.from({ length: yes + no }, (_, k) => ({
    ФИО: `Педагог ${String(k + 1)}`,
    'Заседание 1': k < yes ? 'да' : 'нет',
  })),
  ...more,
];

const MEETING: Row = { Номер: 1, Дата: day('2025-10-10'), Тема: 'Тема' };

const first = (id: string, Педагоги: readonly Row[], Посещаемость: readonly Row[], today = '2025-10-10') => {
  const register = sketch({ tables: { Педагоги, Посещаемость, Заседания: [MEETING] } });
  const [meeting] = readMeetings(register, rulesOf(id), day(today));
  if (meeting === undefined) throw new Error('no meeting');
  return meeting;
};

describe('quorum', () => {
  it('is more than half of the members', () => {
    expect(first('zdvinsk', members(10), marks(6, 4))).toMatchObject({
      present: 6,
      members: 10,
      quorum: 'reached',
    });
    expect(first('zdvinsk', members(10), marks(5, 5)).quorum).toBe('not reached');
    expect(first('tersky', members(9), marks(5, 4)).quorum).toBe('reached');
  });
  it('is not asked for where the regulation names none', () => {
    expect(first('tomsk', members(10), marks(1, 9)).quorum).toBe('not set');
  });
  it('counts the members of the meeting’s day and no guests', () => {
    const came = { ФИО: 'Новая Анна', 'В составе с': day('2025-10-11') };
    const joins = { ФИО: 'Первая Вера', 'В составе с': day('2025-10-10') };
    const left = { ФИО: 'Ушедший Иван', Выбыл: day('2025-10-10') };
    const leaves = { ФИО: 'Уходящий Пётр', Выбыл: day('2025-10-11') };
    const present = [came, joins, left, leaves, { ФИО: 'Гость' }].map(({ ФИО }) => ({
      ФИО,
      'Заседание 1': 'Да',
    }));
    const meeting = first('tersky', [...members(2), came, joins, left, leaves], marks(1, 1, present));
    expect(meeting).toMatchObject({ members: 4, present: 3, quorum: 'reached' });
  });
  it('is not known before the meeting, nor while nobody is marked', () => {
    expect(first('tersky', members(3), marks(3, 0), '2025-10-09')).toMatchObject({
      held: false,
      quorum: 'unknown',
    });
    expect(first('tersky', members(3), [{ ФИО: 'Педагог 1' }])).toMatchObject({
      present: null,
      quorum: 'unknown',
    });
  });
  it('counts one name once', () => {
    expect(first('tersky', [...members(3), ...members(3)], [...marks(1, 2), ...marks(1, 2)])).toMatchObject({
      members: 3,
      present: 1,
    });
  });
});

describe('a decision', () => {
  const outcome = (
    id: string,
    [inFavour, against, abstained]: readonly [number, number, number],
    leader: LeaderVote = null,
    assembly = { present: 9, members: 16 },
  ) => outcomeOf(rulesOf(id), { inFavour, against, abstained }, assembly, leader);

  it('passes with more than half of those present: Терский, Ошмяны', () => {
    for (const id of ['tersky', 'oshmyany']) {
      expect(outcome(id, [5, 4, 0])).toBe('passed');
      expect(outcome(id, [4, 3, 2])).toBe('not passed');
    }
  });
  it('passes with more than half of all members: Здвинск', () => {
    expect(outcome('zdvinsk', [9, 0, 0])).toBe('passed');
    expect(outcome('zdvinsk', [8, 0, 1])).toBe('not passed');
  });
  it('passes with more for than against where no rule is set', () => {
    expect(outcome('tomsk', [2, 1, 6])).toBe('passed');
    expect(outcome('tomsk', [4, 4, 1])).toBe('not passed');
    expect(outcome('sonkovo', [2, 1, 6], null, { present: 0, members: 0 })).toBe('passed');
  });
  it('with a tie goes with the leader: Ошмяны alone', () => {
    expect(outcome('oshmyany', [4, 4, 1], 'за')).toBe('passed');
    expect(outcome('oshmyany', [4, 4, 1], 'против')).toBe('not passed');
    expect(outcome('oshmyany', [4, 4, 1])).toBe('no data');
    expect(outcome('tersky', [4, 4, 1], 'за')).toBe('not passed');
  });

  it('is read from its row, with the meeting’s own numbers', () => {
    const row = { Заседание: '1', Пункт: 2, Решили: 'Провести семинар', За: 6, Против: 1, Воздержались: 0 };
    const read = (id: string, decision: Row) => {
      const register = sketch({
        tables: {
          Педагоги: members(12),
          Посещаемость: marks(7, 5),
          Заседания: [MEETING],
          Решения: [decision],
        },
      });
      const rules = rulesOf(id);
      return readDecisions(register, rules, readMeetings(register, rules, day('2025-10-10')))[0]?.outcome;
    };
    expect([read('tersky', row), read('zdvinsk', row)]).toEqual(['passed', 'not passed']);
    expect(read('tersky', { ...row, Воздержались: '' })).toBe('no data');
    expect(read('tersky', { ...row, Заседание: 3 })).toBe('no data');
    expect(read('tomsk', { ...row, Заседание: 3 })).toBe('passed');
  });

  it('once passed is not lost by one more vote in favour', () => {
    const whole = fc.nat({ max: 30 });
    const ids = fc.constantFrom('sonkovo', 'tersky', 'tomsk', 'zdvinsk');
    fc.assert(
      fc.property(ids, whole, whole, whole, whole, (id, inFavour, against, abstained, members_) => {
        const assembly = { present: inFavour + against + abstained, members: members_ };
        const judged = (votes: Votes) => outcomeOf(rulesOf(id), votes, assembly, null);
        if (judged({ inFavour, against, abstained }) === 'passed')
          expect(judged({ inFavour: inFavour + 1, against, abstained })).toBe('passed');
      }),
    );
  });
});
