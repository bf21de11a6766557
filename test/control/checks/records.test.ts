import { ACHIEVEMENT, ACTIVITY, CLEAN, COURSE, EVENT, cellsOf, day, found, type Row } from '../registerOf';

const achievements = (...rows: readonly Row[]) => ({
  ...CLEAN,
  Достижения: rows.map((row) => ({ ...ACHIEVEMENT, ...row })),
});
const activity = (changes: Row) => ({ ...CLEAN, Деятельность: [{ ...ACTIVITY, ...changes }] });
const course = (changes: Row) => ({ ...CLEAN, Курсы: [{ ...COURSE, ...changes }] });

describe('twice', () => {
  it('is a warning of the second of two identical records', () => {
    expect(found('twice', achievements({}, { Мероприятие: 'олимпиада по  математике' }))).toMatchObject([
      { severity: 'warning', cell: 'B3', otherCell: 'B2', how: 'same record' },
    ]);
    expect(found('twice', achievements({}, { Обучающихся: 3 }))).toEqual([]);
  });

  it('is worth knowing when two teachers stand behind one event, result and date', () => {
    const two = { Педагог: 'Кузьмина Ольга Ивановна' };
    expect(found('twice', achievements({}, two))).toMatchObject([
      { severity: 'info', cell: 'B3', how: 'two teachers' },
    ]);
    expect(found('twice', achievements({}, { ...two, Результат: 'призёр' }))).toEqual([]);
    expect(found('twice', achievements({ Дата: '' }, { ...two, Дата: '' }))).toEqual([]);
  });

  it('knows an organisation by its name', () => {
    const organisation = {
      'Краткое название': 'СОШ № 1',
      'Необъективность математика': 'да',
      'Необъективность русский язык': 'нет',
    };
    expect(
      cellsOf('twice', {
        ...CLEAN,
        Организации: [organisation, { ...organisation, 'Необъективность математика': 'нет' }],
      }),
    ).toEqual(['Организации!A3']);
  });
});

describe('outside-period', () => {
  it.each([
    [day(2025, 8, 31), 1],
    [day(2025, 9, 1), 0],
    [day(2026, 8, 31) + 0.9, 0],
    [day(2026, 9, 1), 1],
    ['вчера', 0],
    [5, 0],
  ])('%s: %s', (date, times) => {
    expect(found('outside-period', achievements({ Дата: date }))).toHaveLength(times);
  });

  it('is a warning, of courses worth knowing', () => {
    expect(found('outside-period', activity({ Дата: day(2024, 1, 1) }))).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(found('outside-period', course({ 'Дата окончания': day(2024, 1, 1) }))).toMatchObject([
      { severity: 'info' },
    ]);
    expect(
      found('outside-period', { ...CLEAN, Мероприятия: [{ ...EVENT, Дата: day(2024, 1, 1) }] }),
    ).toHaveLength(1);
  });
});

describe('no-date', () => {
  it('is a warning where the record counts by an assumption', () => {
    expect(found('no-date', achievements({ Дата: '' }))).toMatchObject([{ severity: 'warning', cell: 'H2' }]);
    expect(found('no-date', achievements({}))).toEqual([]);
  });

  it('is left to `required` where the date is', () => {
    expect(found('no-date', course({ 'Дата окончания': '' }))).toEqual([]);
  });
});

describe('no-document', () => {
  it('asks where the regulation asks for scans', () => {
    const without = achievements({ Документ: '' });
    expect(found('no-document', without)).toMatchObject([
      { severity: 'info', cell: 'I2', clause: 'сноска приложения' },
    ]);
    expect(found('no-document', without, { regulation: 'sonkovo' })).toEqual([]);
  });

  it('takes a link for a document', () => {
    expect(found('no-document', activity({ Документ: '', Ссылка: '' }))).toHaveLength(1);
    expect(found('no-document', activity({ Документ: '' }))).toEqual([]);
  });

  it('asks nothing of what is outside the form', () => {
    expect(found('no-document', achievements({ Документ: '', Уровень: 'школьный' }))).toEqual([]);
  });
});

describe('outside-form', () => {
  it.each([
    [{ Вид: 'конкурс', Формат: 'заочно' }, 'заочно'],
    [{ Уровень: 'международный' }, 'международный'],
    [{ Уровень: 'школьный' }, 'школьный'],
  ])('%j', (changes, reason) => {
    expect(found('outside-form', achievements(changes))).toMatchObject([{ severity: 'info', reason }]);
  });

  it('says nothing of what counts', () => {
    expect(found('outside-form', achievements({}))).toEqual([]);
  });
});

describe('assumed-one', () => {
  it('is an empty count that counts as 1', () => {
    expect(found('assumed-one', achievements({ Обучающихся: '' }))).toMatchObject([
      { severity: 'info', cell: 'G2' },
    ]);
    expect(found('assumed-one', achievements({ Обучающихся: 0 }))).toEqual([]);
    expect(found('assumed-one', activity({ Количество: '' }))).toHaveLength(1);
  });

  it('is none where the number is not summed or the record does not count', () => {
    expect(
      found(
        'assumed-one',
        activity({ Вид: 'организация мероприятия', Уровень: 'муниципальный', Количество: '' }),
      ),
    ).toEqual([]);
    expect(found('assumed-one', achievements({ Обучающихся: '', Педагог: 'Никто Нигде' }))).toEqual([]);
  });
});
