import { CLEAN, COLLEAGUE, TEACHER, cellsOf, day, found, type Row } from '../registerOf';

const named = (...names: readonly string[]) => ({
  ...CLEAN,
  Посещаемость: [],
  Достижения: [],
  Деятельность: [],
  ГИА: [],
  Курсы: [],
  Педагоги: names.map((name, index) => ({
    ...TEACHER,
    ФИО: name,
    Организация: `Школа ${String(index)}`,
    'Дата рождения': '',
  })),
});
const people = (...rows: readonly Row[]) => ({
  ...named(),
  Педагоги: rows.map((row) => ({ ...TEACHER, ...row })),
});

describe('name', () => {
  it.each([
    ['Иванова', 'one word'],
    ['Иванова Анна2', 'digits'],
    ['Cидорова Анна Петровна', 'latin letters'],
    ['Иванова Анна*', 'wildcards'],
    ['Иванова  Анна Петровна', 'spaces'],
    ['Иванова Анна Петровна ', 'spaces'],
    ['Иванова\u00a0Анна Петровна', 'spaces'],
    ['#N/A', 'error value'],
  ])('%s: %s', (name, trouble) => {
    expect(found('name', named(name))).toMatchObject([{ severity: 'warning', trouble }]);
  });

  it.each([
    'Иванова Анна Петровна',
    'Кузьмина Ольга Ивановна (СОШ № 3)',
    'Ким Пак',
    'Smith John',
    'Салтыкова-Щедрина Анна',
  ])('%s is a name', (name) => {
    expect(found('name', named(name))).toEqual([]);
  });

  it('minds initials where full names are the rule', () => {
    expect(cellsOf('name', named('Иванова Анна Петровна', 'Сидорова Ольга Ивановна', 'Ким А. Б.'))).toEqual([
      'Банк данных!A4',
    ]);
    expect(found('name', named('Иванова А. П.', 'Ким А.Б.'))).toEqual([]);
  });

  it('offers Cyrillic letters for the databank and for every record of that name', () => {
    const mixed = 'Cидорова Анна Петровна';
    const [issue] = found('name', { ...named(mixed), Посещаемость: [{ ФИО: mixed, 'Заседание 1': '' }] });
    expect(issue?.fix).toEqual({
      kind: 'latin letters',
      changes: [
        { sheet: 'Банк данных', cell: 'A2', old: mixed, new: 'Сидорова Анна Петровна' },
        { sheet: 'Посещаемость', cell: 'A2', old: mixed, new: 'Сидорова Анна Петровна' },
      ],
    });
  });

  it('offers nothing for a Latin letter that looks like no Cyrillic one', () => {
    expect(found('name', named('Зuева Анна'))[0]).not.toHaveProperty('fix');
  });

  it('offers plain spaces', () => {
    expect(found('name', named(' Ким  Пак'))).toMatchObject([
      { fix: { kind: 'spaces', changes: [{ new: 'Ким Пак' }] } },
    ]);
  });
});

describe('duplicate and namesake', () => {
  const olga = 'Кузьмина Ольга Ивановна';

  it('is one person while nothing tells the two apart', () => {
    const twice = people({ ФИО: olga }, { ФИО: 'КУЗЬМИНА ОЛЬГА ИВАНОВНА' });
    expect(found('duplicate', twice)).toMatchObject([{ severity: 'error', cell: 'A3', otherCell: 'A2' }]);
    expect(found('namesake', twice)).toEqual([]);
  });

  it('an empty organisation does not tell apart', () => {
    expect(cellsOf('duplicate', people({ ФИО: olga }, { ФИО: olga, Организация: '' }))).toEqual([
      'Банк данных!A3',
    ]);
  });

  it('is two people with different organisations: both rows and their records say so', () => {
    const two = {
      ...people({ ФИО: olga, Организация: 'СОШ № 3' }, { ФИО: olga, Организация: 'СОШ № 5' }),
      Курсы: [{ Педагог: olga, Вид: 'КПК' }],
    };
    expect(found('duplicate', two)).toEqual([]);
    expect(cellsOf('namesake', two)).toEqual(['Банк данных!A2', 'Банк данных!A3', 'Курсы!A2']);
    expect(found('namesake', two)[0]?.fix).toEqual({
      kind: 'namesake mark',
      changes: [{ sheet: 'Банк данных', cell: 'A2', old: olga, new: `${olga} (СОШ № 3)` }],
    });
  });

  it('marks by the year of birth where the organisation is one', () => {
    const two = people(
      { ФИО: olga, 'Дата рождения': day(1980, 1, 1) },
      { ФИО: olga, 'Дата рождения': day(1990, 1, 1) },
    );
    expect(found('namesake', two).map(({ marked }) => marked)).toEqual([
      `${olga} (1980 г. р.)`,
      `${olga} (1990 г. р.)`,
    ]);
  });

  it('says nothing once marks are added', () => {
    const marked = people(
      { ФИО: `${olga} (СОШ № 3)`, Организация: 'СОШ № 3' },
      { ФИО: `${olga} (СОШ № 5)`, Организация: 'СОШ № 5' },
    );
    expect(found('namesake', marked)).toEqual([]);
    expect(found('near-duplicate', marked)).toEqual([]);
    expect(found('name', marked)).toEqual([]);
  });

  it('sees one of two namesakes standing twice', () => {
    const three = people(
      { ФИО: olga, Организация: 'СОШ № 3' },
      { ФИО: olga, Организация: 'СОШ № 5' },
      { ФИО: olga, Организация: 'СОШ № 3' },
    );
    expect(cellsOf('duplicate', three)).toEqual(['Банк данных!A4']);
  });
});

describe('near-duplicate', () => {
  it('is one letter apart', () => {
    const pair = named('Кузьмина Ольга Ивановна', 'Кузмина Ольга Ивановна');
    expect(found('near-duplicate', pair)).toMatchObject([
      { severity: 'warning', cell: 'A3', otherCell: 'A2', how: 'one letter' },
    ]);
    expect(found('near-duplicate', named('Кузьмина Ольга Ивановна', 'Казмина Ольга Ивановна'))).toEqual([]);
  });

  it('is a full name against initials with the same organisation or birth date', () => {
    const full = { ФИО: 'Кузьмина Ольга Ивановна', 'Дата рождения': '' };
    const short = { ФИО: 'Кузьмина О. И.', 'Дата рождения': '' };
    expect(found('near-duplicate', people(full, short))).toMatchObject([{ cell: 'A3', how: 'initials' }]);
    expect(found('near-duplicate', people(short, full))).toMatchObject([{ cell: 'A3', how: 'initials' }]);
    expect(found('near-duplicate', people(full, { ...short, Организация: 'Другая' }))).toEqual([]);
    expect(found('near-duplicate', people(full, { ...short, ФИО: 'Кузьмина О. П.' }))).toEqual([]);
    const born = { 'Дата рождения': day(1980, 1, 1) };
    expect(
      found('near-duplicate', people({ ...full, ...born }, { ...short, ...born, Организация: 'Другая' })),
    ).toHaveLength(1);
  });

  it('is not two people of different birth', () => {
    const pair = people(
      { ФИО: 'Иванова Анна Ивановна', 'Дата рождения': day(1980, 1, 1) },
      { ФИО: 'Иванова Инна Ивановна', 'Дата рождения': day(1981, 1, 1) },
    );
    expect(found('near-duplicate', pair)).toEqual([]);
  });

  it('leaves different people alone', () => {
    expect(found('near-duplicate', { ...CLEAN, Педагоги: [TEACHER, COLLEAGUE] })).toEqual([]);
  });
});
