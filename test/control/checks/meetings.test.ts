import {
  ATTENDANCE,
  CLEAN,
  MEETINGS,
  TEACHER,
  COLLEAGUE,
  cellsOf,
  day,
  found,
  type Row,
} from '../registerOf';

const [FIRST = {}, SECOND = {}] = MEETINGS;
const [ANNA = {}, OLGA = {}] = ATTENDANCE;
const meetings = (...rows: readonly Row[]) => ({ ...CLEAN, Заседания: rows });
const attendance = (...rows: readonly Row[]) => ({ ...CLEAN, Посещаемость: rows });
const decision = (changes: Row) => ({
  ...CLEAN,
  Решения: [
    {
      Заседание: 1,
      Пункт: 1,
      Слушали: 'о плане',
      Решили: 'утвердить',
      За: 2,
      Против: 0,
      Воздержались: 0,
      ...changes,
    },
  ],
});

describe('attendance-gap', () => {
  it('counts the members a held meeting has no mark for', () => {
    expect(found('attendance-gap', attendance(ANNA, { ...OLGA, 'Заседание 2': '' }))).toMatchObject([
      { severity: 'warning', cell: 'C3', meeting: 2, unmarked: 1, names: ['Кузьмина Ольга Ивановна'] },
    ]);
    expect(found('attendance-gap', attendance(ANNA))).toMatchObject([{ meeting: 1 }, { meeting: 2 }]);
    expect(found('attendance-gap', attendance(ANNA, OLGA))).toEqual([]);
  });

  it('asks for nobody who was not a member that day', () => {
    const late = {
      ...attendance(ANNA),
      Педагоги: [TEACHER, { ...COLLEAGUE, 'В составе с': day(2026, 1, 1) }],
    };
    expect(found('attendance-gap', late)).toEqual([]);
  });

  it('waits until the meeting is held', () => {
    const ahead = {
      ...attendance({ ...ANNA, 'Заседание 3': '' }, OLGA),
      Заседания: [...MEETINGS, { Номер: 3, Дата: day(2026, 5, 28), Тема: 'Итоги' }],
    };
    expect(found('attendance-gap', ahead)).toEqual([]);
  });
});

describe('attendance-unknown', () => {
  it('is a mark for a name that is not in the databank, said once', () => {
    const guest = { ФИО: 'Гостья Яна', 'Заседание 1': 'да', 'Заседание 2': 'да' };
    expect(found('attendance-unknown', attendance(ANNA, OLGA, guest))).toMatchObject([
      { severity: 'warning', cell: 'A4', trouble: 'not in databank', nearest: null },
    ]);
    const slip = { ...guest, ФИО: 'Иванова Анна Петрова' };
    expect(found('attendance-unknown', attendance(ANNA, OLGA, slip))).toMatchObject([
      { fix: { kind: 'teacher name' } },
    ]);
    const unmarked = { ФИО: 'Гостья Яна', 'Заседание 1': '', 'Заседание 2': '' };
    expect(found('attendance-unknown', attendance(ANNA, OLGA, unmarked))).toEqual([]);
  });

  it('is a «да» for somebody who was not a member that day', () => {
    const late = { ...CLEAN, Педагоги: [TEACHER, { ...COLLEAGUE, 'В составе с': day(2025, 10, 1) }] };
    expect(cellsOf('attendance-unknown', late)).toEqual(['Посещаемость!B3']);
    const absent = { ...late, Посещаемость: [ANNA, { ...OLGA, 'Заседание 1': 'нет' }] };
    expect(found('attendance-unknown', absent)).toEqual([]);
  });

  it('is a mark beside no name', () => {
    expect(found('attendance-unknown', attendance(ANNA, OLGA, { ...ANNA, ФИО: '' }))).toMatchObject([
      { trouble: 'no name' },
    ]);
  });
});

describe('attendance-before', () => {
  it('is a mark for a meeting not held', () => {
    const early = attendance({ ...ANNA, 'Заседание 3': 'да' }, { ...OLGA, 'Заседание 3': 'нет' });
    expect(found('attendance-before', early)).toMatchObject([
      { severity: 'warning', cell: 'D2', meeting: 3, marks: 2 },
    ]);
    expect(
      found('attendance-before', { ...early, Заседания: [...MEETINGS, { Номер: 3, Дата: day(2026, 3, 1) }] }),
    ).toEqual([]);
    expect(
      found('attendance-before', {
        ...early,
        Заседания: [...MEETINGS, { Номер: 3, Дата: day(2026, 5, 13) }],
      }),
    ).toHaveLength(1);
  });
});

describe('meeting-number', () => {
  it.each([
    [[FIRST, { ...SECOND, Номер: 1 }], 'doubled', 'A3', 1],
    [[FIRST, { ...SECOND, Номер: 3 }], 'missing', 'A3', 2],
    [[FIRST, { ...SECOND, Номер: 25 }], 'out of range', 'A3', 25],
    [
      [
        { ...FIRST, Номер: 0 },
        { ...SECOND, Номер: 1 },
      ],
      'out of range',
      'A2',
      0,
    ],
  ])('%j', (rows, trouble, cell, meeting) => {
    expect(found('meeting-number', meetings(...rows))).toMatchObject([
      { severity: 'error', trouble, cell, meeting },
    ]);
  });

  it('is satisfied by numbers one after another, in any order of rows', () => {
    expect(found('meeting-number', meetings(SECOND, FIRST))).toEqual([]);
  });
});

describe('meeting-order', () => {
  it('sees dates out of order and two meetings in one day', () => {
    const swapped = meetings({ ...FIRST, Дата: day(2026, 1, 1) }, SECOND);
    expect(found('meeting-order', swapped)).toMatchObject([
      { severity: 'warning', cell: 'B3', trouble: 'out of order' },
    ]);
    const sameDay = meetings(FIRST, { ...SECOND, Дата: FIRST.Дата ?? 0 });
    expect(found('meeting-order', sameDay)).toMatchObject([{ trouble: 'same day', other: 1, meeting: 2 }]);
    expect(found('meeting-order', meetings(FIRST, SECOND))).toEqual([]);
  });
});

describe('votes', () => {
  it('are no more than those present', () => {
    expect(found('votes', decision({ Воздержались: 1 }))).toMatchObject([
      { severity: 'error', cell: 'E2', votes: 3, present: 2 },
    ]);
    expect(found('votes', decision({ За: 5, Против: '', Воздержались: '' }))).toHaveLength(1);
    expect(found('votes', decision({}))).toEqual([]);
    expect(found('votes', { ...decision({ За: 9 }), Посещаемость: [] })).toEqual([]);
  });
});

describe('no-quorum', () => {
  const half = { ...decision({ За: 1 }), Посещаемость: [ANNA, { ...OLGA, 'Заседание 1': 'нет' }] };

  it('is a decision of a meeting without one, where the regulation sets one', () => {
    expect(found('no-quorum', half, { regulation: 'tersky' })).toMatchObject([
      { severity: 'error', cell: 'D2', clause: 'п. 2.4', meeting: 1, present: 1, members: 2 },
    ]);
    expect(found('no-quorum', half)).toEqual([]);
    expect(found('no-quorum', decision({}), { regulation: 'tersky' })).toEqual([]);
  });
});

describe('not-passed', () => {
  it('is judged by the majority of the regulation', () => {
    const one = decision({ За: 1, Воздержались: 1 });
    expect(found('not-passed', one)).toEqual([]);
    expect(found('not-passed', one, { regulation: 'zdvinsk' })).toMatchObject([
      { severity: 'error', cell: 'D2', inFavour: 1 },
    ]);
    expect(found('not-passed', decision({ За: 0, Против: 2 }))).toHaveLength(1);
    expect(found('not-passed', decision({ За: '', Против: 2 }))).toEqual([]);
  });
});
