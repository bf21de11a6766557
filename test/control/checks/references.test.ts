import { ACHIEVEMENT, CLEAN, TEACHER, cellsOf, found } from '../registerOf';

const by = (name: string | number) => ({
  ...CLEAN,
  Деятельность: [],
  Достижения: [{ ...ACHIEVEMENT, Педагог: name }],
});

describe('unknown-teacher', () => {
  it.each([
    ['Иванова  Анна Петровна', 'Иванова Анна Петровна'],
    ['Иванова А. П.', 'Иванова Анна Петровна'],
    ['Ивонова Анна Петровна', 'Иванова Анна Петровна'],
    ['Ивановa Анна Петровна', 'Иванова Анна Петровна'],
    ['Кузьмина Ольга Иванов', 'Кузьмина Ольга Ивановна'],
  ])('%s: perhaps %s', (typed, nearest) => {
    expect(found('unknown-teacher', by(typed))).toMatchObject([
      {
        severity: 'error',
        sheet: 'Достижения',
        cell: 'A2',
        name: typed,
        nearest,
        fix: { kind: 'teacher name' },
      },
    ]);
  });

  it('offers nobody where nobody is near', () => {
    const [issue] = found('unknown-teacher', by('Неизвестная Педагогиня Ивановна'));
    expect(issue).toMatchObject({ nearest: null });
    expect(issue).not.toHaveProperty('fix');
  });

  it('offers nobody where two are equally near', () => {
    const two = { ...by('Иванова А. П.'), Педагоги: [TEACHER, { ...TEACHER, ФИО: 'Иванова Алла Петровна' }] };
    expect(found('unknown-teacher', two)).toMatchObject([{ nearest: null }]);
  });

  it.each(['Иванова Анна Петровна', 'ИВАНОВА АННА ПЕТРОВНА', ''])('«%s» is known, or nobody', (typed) => {
    expect(found('unknown-teacher', by(typed))).toEqual([]);
  });

  it.each(['да', 'нет'])('reads «%s» in «Педагог» of the databank as an answer, not as a name', (answer) => {
    const databank = [{ ...TEACHER, Педагог: answer }];
    expect(found('unknown-teacher', { Педагоги: databank })).toEqual([]);
  });

  it('keeps somebody who has left', () => {
    const left = { ...by('Иванова Анна Петровна'), Педагоги: [{ ...TEACHER, Выбыл: 45000 }] };
    expect(found('unknown-teacher', left)).toEqual([]);
  });
});

describe('unknown-org', () => {
  const at = (organisation: string) => ({ ...CLEAN, Педагоги: [{ ...TEACHER, Организация: organisation }] });

  it('offers the nearest organisation', () => {
    expect(found('unknown-org', at('СОШ №1'))).toMatchObject([
      { severity: 'warning', cell: 'C2', nearest: 'СОШ № 1', fix: { kind: 'organisation name' } },
    ]);
  });

  it('does not take one number for another', () => {
    expect(found('unknown-org', at('СОШ № 3'))).toMatchObject([{ nearest: null }]);
  });

  it('knows its organisations, and says nothing while none is listed', () => {
    expect(found('unknown-org', at('сош № 1'))).toEqual([]);
    expect(cellsOf('unknown-org', { ...at('СОШ № 9'), Организации: [] })).toEqual([]);
  });
});
