import type { Adoption, AdoptionChoices, ColumnMapping, SourceSheet } from '../../src/adoption';
import { memorySchema } from '../../src/adoption';
import { adoptInto, asked, column, day, rowsOf, sheet, teachers, type Drawn } from './sheets';

const IVANOVA = 'Иванова Анна Петровна';
const PETROV = 'Петров Олег Львович';

const table = (headers: readonly Drawn[], ...rows: readonly (readonly Drawn[])[]): SourceSheet =>
  sheet('Лист1', [headers, ...rows]);
const mapped = (source: SourceSheet, choices: AdoptionChoices = {}): Adoption =>
  adoptInto([source], {}, choices);
const columnOf = (adoption: Adoption, header: string): ColumnMapping | undefined =>
  adoption.mappings.flatMap(({ columns }) => columns).find((each) => each.header === header);
const meaning = (adoption: Adoption, header: string): string => {
  const found = columnOf(adoption, header);
  return found === undefined ? '' : found.fields.join('+') || (found.refused ?? 'unknown');
};

describe('a column', () => {
  it('is matched by name wherever it stands, with what stands under it', () => {
    const found = mapped(
      table(
        ['Категория', 'Пед. стаж', 'Ф.И.О.', 'Образование'],
        ['высшая', 5, IVANOVA, 'высшее'],
        ['первая', 7, PETROV, 'СПО'],
      ),
    );
    expect(teachers(found)[0]).toEqual({
      ФИО: IVANOVA,
      Образование: 'ВО',
      'Педагогический стаж': 5,
      Категория: 'высшая',
    });
    expect(columnOf(found, 'Категория')).toMatchObject({
      fields: ['category'],
      samples: ['высшая', 'первая'],
      how: 'same',
      isDoubtful: false,
    });
  });

  it.each([
    ['Разряд', 12, 'pay grade'],
    ['Возраст', 45, 'age'],
    ['Муниципалитет', 'Томский район', 'territory'],
    ['Стаж в данном учреждении', 3, 'other experience'],
    ['Телефон', '8-900-000-00-00', 'private'],
    ['Примечание', 'декрет', 'no column'],
    ['Любимый цвет', 'синий', 'unknown'],
  ])('«%s» stays where it is', (header, value, reason) => {
    const found = mapped(table(['ФИО', 'Категория', header], [IVANOVA, 'высшая', value]));
    expect(meaning(found, header)).toBe(reason);
    expect(teachers(found)).toEqual([{ ФИО: IVANOVA, Категория: 'высшая' }]);
  });

  it('of a general name belongs to the one left of it', () => {
    const found = mapped(
      table(
        ['ФИО', 'Категория', 'Дата', '№ приказа', 'Курсы', 'Дата', 'Часы'],
        [IVANOVA, 'высшая', day(2022, 5, 20), '12', '«ФГОС»', day(2024, 3, 1), 36],
      ),
    );
    expect(teachers(found)).toEqual([
      { ФИО: IVANOVA, Категория: 'высшая', 'Дата аттестации': day(2022, 5, 20).day },
    ]);
    expect(rowsOf(found, 'Курсы')).toEqual([
      { Педагог: IVANOVA, Вид: 'КПК', Тема: 'ФГОС', Часы: 36, 'Дата окончания': day(2024, 3, 1).day },
    ]);
  });

  it('named like another gives way to the first, and says so', () => {
    const found = mapped(table(['ФИО', 'Категория', 'Категория'], [IVANOVA, 'высшая', 'первая']));
    expect(found.mappings[0]?.columns.map(({ fields, refused }) => fields[0] ?? refused)).toEqual([
      'name',
      'category',
      'second of its kind',
    ]);
    expect(column(found, 'Педагоги', 'Категория')).toEqual(['высшая']);
  });

  it('«Место» is a rank among results, and a seat on a registration sheet', () => {
    const ranks = mapped(
      table(['ФИО педагога', 'Конкурс', 'Участников', 'Место'], [IVANOVA, 'Конкурс «Кит»', 3, 1]),
    );
    expect(meaning(ranks, 'Место')).toBe('result');
    const seats = mapped(table(['ФИО', 'ОО', 'Место', 'Подпись'], [IVANOVA, 'СОШ № 1', 12, '+']));
    expect(seats.mappings[0]?.kind).toBe('attendance');
    expect(meaning(seats, 'Место')).not.toBe('result');
  });

  it('«Стаж» alone is asked, unless its values are two', () => {
    const one = mapped(table(['ФИО', 'Категория', 'Стаж'], [IVANOVA, 'высшая', 25]));
    expect(asked(one)).toEqual(['column']);
    expect(teachers(one)[0]).not.toHaveProperty('Педагогический стаж');
    const answered = mapped(table(['ФИО', 'Категория', 'Стаж'], [IVANOVA, 'высшая', 25]), {
      answers: { [one.questions[0]?.id ?? '']: 'teachingExperience' },
    });
    expect(teachers(answered)[0]).toMatchObject({ 'Педагогический стаж': 25 });
    const two = mapped(table(['ФИО', 'Категория', 'Стаж'], [IVANOVA, 'высшая', '25/23']));
    expect(teachers(two)[0]).toMatchObject({ 'Общий стаж': 25, 'Педагогический стаж': 23 });
  });

  it('without a header is shown, and left', () => {
    const found = mapped(
      table(
        ['ФИО', 'Категория', null, 'Образование'],
        [IVANOVA, 'высшая', 'заметка', 'высшее'],
        [PETROV, 'первая', 'ещё', 'СПО'],
      ),
    );
    expect(columnOf(found, '')).toMatchObject({ fields: [], samples: ['заметка', 'ещё'] });
    expect(teachers(found)[0]).toEqual({ ФИО: IVANOVA, Образование: 'ВО', Категория: 'высшая' });
  });

  it('whose values contradict its header is taken and said to be doubtful', () => {
    const found = mapped(
      table(['ФИО', 'Категория', 'Пед. стаж'], [IVANOVA, 'высшая', 'ТГПУ'], [PETROV, 'первая', 'БелГПИ']),
    );
    expect(columnOf(found, 'Пед. стаж')).toMatchObject({ fields: ['teachingExperience'], isDoubtful: true });
  });
});

describe('a compound column is split', () => {
  it.each([
    [
      'Должность/ квалификационная категория',
      'учитель математики, высшая категория',
      { Должность: 'учитель математики', Категория: 'высшая' },
    ],
    [
      'Должность/ квалификационная категория',
      'учитель / первая',
      { Должность: 'учитель', Категория: 'первая' },
    ],
    ['Должность', 'учитель высшей квалификационной категории', { Должность: 'учитель', Категория: 'высшая' }],
    [
      'должность (преподаваемый предмет)',
      'учитель (математика)',
      { Должность: 'учитель', Предмет: 'математика' },
    ],
    ['должность (преподаваемый предмет)', 'учитель математики', { Должность: 'учитель математики' }],
    ['стаж общий/пед.', '25/23', { 'Общий стаж': 25, 'Педагогический стаж': 23 }],
    ['Стаж (общий/педагогический)', '25 лет / 23 года', { 'Общий стаж': 25, 'Педагогический стаж': 23 }],
    [
      'Категория, дата присвоения',
      'высшая, 25.11.2021',
      { Категория: 'высшая', 'Дата аттестации': day(2021, 11, 25).day },
    ],
    [
      'Образование (квалификация)',
      'высшее, учитель математики',
      { Образование: 'ВО', Специальность: 'учитель математики' },
    ],
    ['Образование, вуз, год окончания', 'высшее, ТГПУ, 1998', { Образование: 'ВО' }],
    ['№ и дата приказа', '№ 15 от 24.12.2019', { 'Дата аттестации': day(2019, 12, 24).day }],
  ])('«%s»: «%s»', (header, value, cells) => {
    const found = mapped(table(['ФИО', 'Дата рождения', header], [IVANOVA, day(1980, 1, 2), value]));
    expect(teachers(found)[0]).toEqual({ ФИО: IVANOVA, 'Дата рождения': day(1980, 1, 2).day, ...cells });
  });

  it('so is one cell of name, subject and post on separate lines', () => {
    const found = mapped(
      table(['ФИО, предмет, должность', 'Категория'], [`${IVANOVA}\nматематика\nучитель`, 'высшая']),
    );
    expect(teachers(found)).toEqual([
      { ФИО: IVANOVA, Предмет: 'математика', Должность: 'учитель', Категория: 'высшая' },
    ]);
  });

  it('so is a name in two or three columns', () => {
    expect(
      teachers(
        mapped(
          table(['Фамилия', 'Имя', 'Отчество', 'Категория'], ['Иванова ', 'Анна', 'Петровна', 'высшая']),
        ),
      )[0]?.ФИО,
    ).toBe(IVANOVA);
    expect(
      teachers(
        mapped(table(['фамилия', 'имя отчество', 'категория'], ['Иванова', 'Анна Петровна', 'высшая'])),
      )[0]?.ФИО,
    ).toBe(IVANOVA);
  });
});

describe('the kind of a table', () => {
  it.each([
    ['teachers', ['ФИО', 'Образование', 'Категория']],
    ['teachers', ['№', 'ФИО', 'Должность', 'ОО']],
    ['courses', ['ФИО педагога', 'Тема курсов', 'Кол-во часов', 'Дата']],
    ['achievements', ['ФИО педагога', 'ФИ обучающегося', 'Класс', 'Конкурс', 'Результат']],
    [
      'achievements',
      ['ФИО педагога', 'Наименование мероприятия', 'Уровень', 'Результат', 'Кол-во участников'],
    ],
    ['activity', ['ФИО педагога', 'Тема выступления', 'Уровень', 'Дата']],
    ['events', ['Название мероприятия', 'Уровень', 'Дата проведения', 'Кол-во участников', 'Ответственный']],
    ['exams', ['ФИО учителя', 'Предмет', 'Сдавали', 'Высокобалльники', 'Ниже порога', 'Средний балл']],
    ['attendance', ['№', 'ФИО', '25.09.25', '04.12.25']],
    ['attendance', ['ФИО', 'Заседание 1', 'Заседание 2']],
    ['meetings', ['№', 'Дата', 'Тема заседания']],
    ['organisations', ['№', 'Краткое наименование', 'Полное наименование']],
    ['plan', ['№', 'Мероприятие', 'Сроки исполнения', 'Ответственный']],
    ['unknown', ['ФИ обучающегося', 'Класс']],
  ])('is %s for %j', (kind, headers) => {
    expect(
      mapped(
        table(
          headers,
          headers.map((_, index) => (index === 0 ? 1 : '')),
        ),
      ).mappings.map((each) => each.kind),
    ).toEqual([kind]);
  });

  it.each([
    ['Достижения детей', 'achievements'],
    ['Олимпиады школьников', 'achievements'],
    ['Публикации педагогов', 'activity'],
    ['Участие педагогов в конкурсах', 'activity'],
    ['Обобщение опыта', 'activity'],
  ])('is told by the sheet «%s»', (name, kind) => {
    const found = adoptInto([
      sheet(name, [
        ['ФИО педагога', 'Название', 'Уровень', 'Результат'],
        [IVANOVA, '«Кит»', 'муниципальный', 'участник'],
      ]),
    ]);
    expect(found.mappings[0]).toMatchObject({ kind, isKindSure: true });
  });

  it('is asked where it may be two, and taken over by the answer', () => {
    const drawn = table(
      ['ФИО педагога', 'Название', 'Уровень', 'Результат'],
      [IVANOVA, 'Конкурс «Кит»', 'муниципальный', 'участник'],
    );
    const found = mapped(drawn);
    expect(asked(found)).toEqual(['block kind']);
    const answered = mapped(drawn, { answers: { [found.questions[0]?.id ?? '']: 'activity' } });
    expect(rowsOf(answered, 'Достижения')).toEqual([]);
    expect(rowsOf(answered, 'Деятельность')).toEqual([
      {
        Педагог: IVANOVA,
        Вид: 'профессиональный конкурс',
        Название: 'Конкурс «Кит»',
        Уровень: 'муниципальный',
        Результат: 'участник',
      },
    ]);
    const left = mapped(drawn, { answers: { [found.questions[0]?.id ?? '']: 'unknown' } });
    expect(left.outcomes).toEqual([]);
  });
});

describe('a mapping', () => {
  const drawn = table(['ФИО', 'Категория', 'Что-то'], [IVANOVA, 'высшая', 'ИКТ']);

  it('is the user’s to change, column by column', () => {
    const id = mapped(drawn).blocks[0]?.id ?? '';
    const changed = mapped(drawn, {
      mappings: [
        {
          block: id,
          columns: [
            { column: 3, fields: ['selfEducation'] },
            { column: 2, fields: [] },
          ],
        },
      ],
    });
    expect(teachers(changed)).toEqual([{ ФИО: IVANOVA, 'Тема самообразования': 'ИКТ' }]);
    expect(columnOf(changed, 'Что-то')).toMatchObject({ how: 'chosen' });
  });

  it('is remembered for the next file of the same shape, as plain data', () => {
    const id = mapped(drawn).blocks[0]?.id ?? '';
    const { memory } = mapped(drawn, {
      mappings: [{ block: id, columns: [{ column: 3, fields: ['selfEducation'] }] }],
    });
    const kept = memorySchema.parse(JSON.parse(JSON.stringify(memory)));
    const next = sheet(
      'Другой лист',
      [['Отчёт'], [], ['ФИО', 'КАТЕГОРИЯ', 'Что-то'], [PETROV, 'первая', 'ФГОС']],
      { file: 'Новый.xlsx', at: 'B3' },
    );
    const found = adoptInto([next], {}, { memory: kept });
    expect(teachers(found)).toEqual([{ ФИО: PETROV, Категория: 'первая', 'Тема самообразования': 'ФГОС' }]);
    expect(found.mappings[0]?.isRemembered).toBe(true);
  });

  it('of attendance is remembered though its dates pass', () => {
    const first = mapped(table(['ФИО', '25.09.25', '04.12.25'], [IVANOVA, '+', 'н']));
    const next = mapped(table(['ФИО', '24.09.26', '03.12.26'], [IVANOVA, '+', 'н']), {
      memory: first.memory,
    });
    expect(next.mappings[0]).toMatchObject({ isRemembered: true, kind: 'attendance' });
    expect(rowsOf(next, 'Посещаемость')).toEqual([
      { ФИО: IVANOVA, 'Заседание 1': 'да', 'Заседание 2': 'нет' },
    ]);
  });
});
