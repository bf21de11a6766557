import type { AdoptionChoices } from '../../src/adoption';
import type { Tables } from '../control/registerOf';
import { adoptInto, asked, column, day, rowsOf, sheet, states, teachers, type Drawn } from './sheets';

const IVANOVA = 'Иванова Анна Петровна';
const PETROV = 'Петров Олег Львович';

const databank = (rows: readonly (readonly Drawn[])[], tables: Tables = {}, choices: AdoptionChoices = {}) =>
  adoptInto([sheet('База', [['ФИО', 'Дата рождения', 'ОО', 'Категория'], ...rows])], tables, choices);

const known = (extra: object = {}) => ({ Педагоги: [{ ФИО: IVANOVA, Категория: 'высшая', ...extra }] });

describe('a teacher of the source', () => {
  it.each([
    'иванова анна петровна',
    ' Иванова  Анна Петровна',
    'Иванова Aнна Петровна',
    'ИВАНОВА АННА ПЕТРОВНА',
  ])('«%s» is the one of the databank', (name) => {
    expect(states(databank([[name, '', '', 'высшая']], known()), 'Педагоги')).toEqual(['unchanged']);
  });

  it('is the same by birth date, whatever the school', () => {
    const found = databank(
      [[IVANOVA, day(1980, 1, 2), 'СОШ № 5', 'высшая']],
      known({ 'Дата рождения': day(1980, 1, 2).day, Организация: 'СОШ № 2' }),
    );
    expect(states(found, 'Педагоги')).toEqual(['conflict']);
    expect(
      found.questions.map(({ topic }) =>
        topic.code === 'conflict' ? [topic.column, topic.inRegister, topic.inSource] : topic.code,
      ),
    ).toEqual([['Организация', 'СОШ № 2', 'СОШ № 5']]);
  });

  it('is a namesake by another birth date, or by another school and nothing else', () => {
    const byBirth = databank(
      [[IVANOVA, day(1990, 1, 2), 'СОШ № 2', 'первая']],
      known({ 'Дата рождения': day(1980, 1, 2).day, Организация: 'СОШ № 2' }),
    );
    expect(states(byBirth, 'Педагоги')).toEqual(['added', 'gone']);
    const bySchool = databank([[IVANOVA, '', 'МБОУ «СОШ № 5»', 'первая']], known({ Организация: 'СОШ № 2' }));
    expect(states(bySchool, 'Педагоги')).toEqual(['added']);
    expect(asked(bySchool)).toEqual(['same person']);
    const answered = databank(
      [[IVANOVA, '', 'МБОУ «СОШ № 5»', 'первая']],
      known({ Организация: 'СОШ № 2' }),
      { answers: { [bySchool.questions[0]?.id ?? '']: 'same' } },
    );
    expect(states(answered, 'Педагоги')).toEqual(['conflict']);
  });

  it('is known by the name alone where one side says no more', () => {
    expect(states(databank([[IVANOVA, '', 'СОШ № 2', 'высшая']], known()), 'Педагоги')).toEqual(['updated']);
    expect(
      states(databank([[IVANOVA, '', '', 'высшая']], known({ Организация: 'СОШ № 2' })), 'Педагоги'),
    ).toEqual(['unchanged']);
  });

  it('of two namesakes of the databank is not guessed', () => {
    const two = {
      Педагоги: [
        { ФИО: IVANOVA, Организация: 'СОШ № 2' },
        { ФИО: IVANOVA, Организация: 'СОШ № 5' },
      ],
    };
    const found = databank([[IVANOVA, '', '', 'высшая']], two);
    expect(asked(found)).toContain('which person');
    expect(found.unplaced.map(({ name }) => name)).toEqual([IVANOVA]);
    expect(states(databank([[IVANOVA, '', 'МБОУ «СОШ № 5»', 'высшая']], two), 'Педагоги')).toEqual([
      'updated',
    ]);
  });

  it('with a mark in the databank is known by the school in it', () => {
    const marked = { Педагоги: [{ ФИО: `${IVANOVA} (СОШ № 2)` }, { ФИО: `${IVANOVA} (СОШ № 5)` }] };
    const found = databank([[IVANOVA, '', 'СОШ № 5', 'высшая']], marked);
    expect(found.outcomes.filter(({ state }) => state === 'updated').map(({ record }) => record)).toEqual([
      `${IVANOVA} (СОШ № 5)`,
    ]);
  });

  it('repeated under two headings is one person when all else agrees, and that is said', () => {
    const header = ['№', 'ФИО', 'Образование', 'Пед. стаж', 'Категория'];
    const row = [1, IVANOVA, 'высшее', 15, 'высшая'];
    const same = adoptInto([sheet('База', [header, ['МБОУ «СОШ № 2»'], row, ['МБОУ «СОШ № 5»'], row])]);
    expect(teachers(same)).toHaveLength(1);
    expect(asked(same)).toEqual(['same person']);
    const apart = adoptInto([
      sheet('База', [header, ['МБОУ «СОШ № 2»'], row, ['МБОУ «СОШ № 5»'], [1, IVANOVA, 'СПО', 3, 'б/к']]),
    ]);
    expect(column(apart, 'Педагоги', 'Организация')).toEqual(['СОШ № 2', 'СОШ № 5']);
  });

  it('told on two sheets is one person, what is missing filled from the other, what differs asked', () => {
    const found = adoptInto([
      sheet('База', [
        ['ФИО', 'Категория'],
        [IVANOVA, 'высшая'],
        [PETROV, 'первая'],
      ]),
      sheet('Аттестация', [
        ['ФИО', 'Категория', 'Дата аттестации'],
        [IVANOVA, 'высшая', '15.03.2024'],
        [PETROV, 'высшая', '16.03.2024'],
      ]),
    ]);
    expect(teachers(found)).toEqual([
      { ФИО: IVANOVA, Категория: 'высшая', 'Дата аттестации': day(2024, 3, 15).day },
      { ФИО: PETROV, Категория: 'первая', 'Дата аттестации': day(2024, 3, 16).day },
    ]);
    expect(asked(found)).toEqual(['two values']);
  });
});

describe('initials', () => {
  const events = (name: string, tables: Tables = {}, choices: AdoptionChoices = {}) =>
    adoptInto(
      [
        sheet('Достижения детей', [
          ['ФИО педагога', 'Мероприятие', 'Результат'],
          [name, 'Конкурс «Кит»', 'призёр'],
        ]),
      ],
      tables,
      choices,
    );

  it('are the one person of the databank they fit, and it is said', () => {
    const found = events('Иванова А.П.', known());
    expect(column(found, 'Достижения', 'Педагог')).toEqual([IVANOVA]);
    expect(found.names).toMatchObject([{ typed: 'Иванова А.П.', taken: IVANOVA, how: 'initials' }]);
  });

  it('are the one person of the same adoption they fit', () => {
    const found = adoptInto([
      sheet('Достижения детей', [
        ['ФИО педагога', 'Мероприятие', 'Результат'],
        ['А. П. Иванова', 'Конкурс «Кит»', 'призёр'],
      ]),
      sheet('База', [
        ['ФИО', 'Категория'],
        [IVANOVA, 'высшая'],
      ]),
    ]);
    expect(column(found, 'Достижения', 'Педагог')).toEqual([IVANOVA]);
  });

  it('that fit two are asked, and stay as typed until they are answered', () => {
    const two = { Педагоги: [{ ФИО: IVANOVA }, { ФИО: 'Иванова Алла Павловна' }] };
    const found = events('Иванова А.П.', two);
    expect(column(found, 'Достижения', 'Педагог')).toEqual(['Иванова А.П.']);
    expect(asked(found)).toEqual(['which person']);
    const [question] = found.questions;
    const answer = question?.options.find(({ value }) => value === 'Иванова Алла Павловна')?.id ?? '';
    expect(
      column(
        events('Иванова А.П.', two, { answers: { [question?.id ?? '']: answer } }),
        'Достижения',
        'Педагог',
      ),
    ).toEqual(['Иванова Алла Павловна']);
  });

  it('that fit nobody stay as typed, and it is said', () => {
    const found = events('Сидорова В.В.', known());
    expect(column(found, 'Достижения', 'Педагог')).toEqual(['Сидорова В.В.']);
    expect(found.names).toMatchObject([{ typed: 'Сидорова В.В.', how: 'unknown' }]);
    expect(found.questions).toEqual([]);
  });

  it('in the databank are met by the full name', () => {
    const found = databank([[IVANOVA, '', '', 'высшая']], {
      Педагоги: [{ ФИО: 'Иванова А.П.', Категория: 'высшая' }],
    });
    expect(states(found, 'Педагоги')).toEqual(['unchanged']);
  });
});

describe('schools', () => {
  it('of several spellings are one, by its short name', () => {
    const found = databank([
      [IVANOVA, '', 'СОШ 6', 'высшая'],
      [PETROV, '', 'МБОУ "СОШ №6"', 'высшая'],
      ['Ким Вера Ильинична', '', 'СОШ № 7', 'высшая'],
    ]);
    expect(column(found, 'Педагоги', 'Организация')).toEqual(['СОШ № 6', 'СОШ № 6', 'СОШ № 7']);
    expect(rowsOf(found, 'Организации')).toEqual([
      { 'Краткое название': 'СОШ № 6', 'Полное название': 'МБОУ "СОШ №6"' },
      { 'Краткое название': 'СОШ № 7' },
    ]);
  });

  it('the register has keep its name', () => {
    const found = databank([[IVANOVA, '', 'МБОУ «СОШ № 6»', 'высшая']], {
      Организации: [{ 'Краткое название': 'Шестая школа', 'Полное название': 'МБОУ "СОШ № 6"' }],
    });
    expect(column(found, 'Педагоги', 'Организация')).toEqual(['Шестая школа']);
    expect(rowsOf(found, 'Организации')).toEqual([]);
  });
});

describe('initials under the heading of a school', () => {
  it('are those of the one teacher of that school whom they fit', () => {
    const found = adoptInto([
      sheet('Педагоги', [
        ['ФИО', 'ОО', 'Категория'],
        [IVANOVA, 'СОШ № 5', 'высшая'],
        ['Иванова Алла Павловна', 'СОШ № 7', 'высшая'],
      ]),
      sheet(
        'Достижения',
        [
          ['№', 'Мероприятие', 'Педагог', 'Результат'],
          ['МБОУ «СОШ № 5»'],
          [1, 'Конкурс «Кит»', 'Иванова А.П.', '1 место'],
          ['МБОУ «СОШ № 7»'],
          [1, 'Конкурс «Кит»', 'Иванова А.П.', '2 место'],
        ],
        { merges: ['A2:D2', 'A4:D4'] },
      ),
    ]);
    expect(column(found, 'Достижения', 'Педагог')).toEqual([IVANOVA, 'Иванова Алла Павловна']);
    expect(found.questions.map(({ topic }) => topic.code)).not.toContain('which person');
  });
});
