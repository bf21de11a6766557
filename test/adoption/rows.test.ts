import { serialOf } from '../../src/register/dates';
import { adoptInto, asked, column, day, rowsOf, sheet, teachers, type Drawn } from './sheets';

const IVANOVA = 'Иванова Анна Петровна';
const PETROV = 'Петров Олег Львович';
const KIM = 'Ким Вера Ильинична';

const one = (name: string, ...rows: readonly (readonly Drawn[])[]) => adoptInto([sheet(name, rows)]);

describe('achievements', () => {
  const HEADER = [
    'ФИО педагога',
    'Наименование мероприятия',
    'Уровень',
    'Форма участия',
    'Результат',
    'Кол-во участников',
    'Дата участия',
  ];

  it('come in with the kind, level, format, result and date in the register’s words', () => {
    const found = one(
      'Олимпиады',
      HEADER,
      [IVANOVA, 'ВсОШ по математике', 'муниципальный этап', 'очная', '1 место', 2, day(2025, 12, 5)],
      [PETROV, '«Физтех»', 'Всероссийский', 'онлайн', 'призер', '3 чел.', '20.02.2026'],
    );
    expect(rowsOf(found, 'Достижения')).toEqual([
      {
        Педагог: IVANOVA,
        Мероприятие: 'ВсОШ по математике',
        Вид: 'ВсОШ',
        Уровень: 'муниципальный',
        Формат: 'очно',
        Результат: 'победитель',
        Обучающихся: 2,
        Дата: serialOf(2025, 12, 5),
      },
      {
        Педагог: PETROV,
        Мероприятие: '«Физтех»',
        Вид: 'олимпиада',
        Уровень: 'всероссийский',
        Формат: 'дистанционно',
        Результат: 'призёр',
        Обучающихся: 3,
        Дата: serialOf(2026, 2, 20),
      },
    ]);
    expect(found.questions).toEqual([]);
  });

  it('keep what cannot be read, come in all the same, and ask once for all equal values', () => {
    const found = one(
      'Достижения детей',
      HEADER,
      [IVANOVA, 'Кенгуру', 'муниципальный', 'очно', 'диплом', 1, '2025 г.'],
      [PETROV, 'Кенгуру', 'муниципальный', 'очно', 'диплом', 1, 'март 2026'],
      [KIM, 'Кенгуру', 'районный', '', '', '', ''],
    );
    expect(rowsOf(found, 'Достижения').map((row) => [row.Вид, row.Результат, row.Дата])).toEqual([
      [undefined, 'диплом', '2025 г.'],
      [undefined, 'диплом', 'март 2026'],
      [undefined, undefined, undefined],
    ]);
    expect(asked(found)).toEqual([
      'Вид: Кенгуру (kind of event)',
      'Дата: 2025 г. (part of a date)',
      'Результат: диплом (not in list)',
      'Дата: март 2026 (part of a date)',
    ]);
    expect(found.questions[0]?.places.map(({ cell }) => cell)).toEqual(['B2', 'B3', 'B4']);
    const answers = { [found.questions[0]?.id ?? '']: '=конкурс', [found.questions[2]?.id ?? '']: '=призёр' };
    const answered = adoptInto(
      [
        sheet('Достижения детей', [
          HEADER,
          [IVANOVA, 'Кенгуру', 'муниципальный', 'очно', 'диплом', 1, '2025 г.'],
        ]),
      ],
      {},
      { answers },
    );
    expect(rowsOf(answered, 'Достижения')[0]).toMatchObject({ Вид: 'конкурс', Результат: 'призёр' });
    expect(answered.questions.filter(({ isAnswered }) => isAnswered)).toHaveLength(2);
  });

  it('ask of «лауреат» once an event', () => {
    const found = one(
      'Достижения детей',
      HEADER,
      [IVANOVA, 'Конкурс «Кит»', '', '', 'лауреат', 1, ''],
      [PETROV, 'Конкурс «Кит»', '', '', 'Лауреат', 1, ''],
      [KIM, 'Конкурс «Слон»', '', '', 'лауреат', 1, ''],
    );
    expect(
      found.questions.map(({ topic, places }) => [topic.code === 'value' ? topic.within : '', places.length]),
    ).toEqual([
      ['Конкурс «Кит»', 2],
      ['Конкурс «Слон»', 1],
    ]);
  });

  it('count pupils and name none of them', () => {
    const found = one(
      'Достижения',
      ['№', 'ФИО ребёнка', 'Класс', 'Конкурс', 'Уровень', 'Результат', 'ФИО педагога'],
      [1, 'Орлов Пётр', '8А', 'Конкурс «Кит»', 'муниципальный', 'призёр', IVANOVA],
      [2, 'Зуева Яна', '8Б', 'Конкурс «Кит»', 'муниципальный', 'призёр', IVANOVA],
      [3, 'Зуева Яна', '8Б', 'Конкурс «Кит»', 'муниципальный', 'призёр', IVANOVA],
      [4, 'Орлов Пётр\nЗуева Яна', '8', 'Конкурс «Кит»', 'муниципальный', 'участник', IVANOVA],
    );
    expect(rowsOf(found, 'Достижения').map((row) => [row.Результат, row.Обучающихся])).toEqual([
      ['призёр', 2],
      ['участник', 2],
    ]);
    expect(JSON.stringify(found.outcomes)).not.toContain('Орлов');
  });

  it('with the pupil in a bare «ФИО» beside the teacher’s column', () => {
    const found = one(
      'Достижения',
      ['ФИО', 'Класс', 'Олимпиада', 'Результат', 'Учитель'],
      ['Орлов Пётр', '8А', 'Олимпиада «Старт»', 'призёр', IVANOVA],
    );
    expect(rowsOf(found, 'Достижения')).toEqual([
      {
        Педагог: IVANOVA,
        Мероприятие: 'Олимпиада «Старт»',
        Вид: 'олимпиада',
        Результат: 'призёр',
        Обучающихся: 1,
      },
    ]);
  });

  it('of several teachers are a record each', () => {
    const found = one('Достижения детей', HEADER, [
      `${IVANOVA}, ${PETROV}`,
      'Конкурс «Кит»',
      'муниципальный',
      'очно',
      'призёр',
      2,
      '',
    ]);
    expect(column(found, 'Достижения', 'Педагог')).toEqual([IVANOVA, PETROV]);
  });

  it('of several results are a record each', () => {
    const counted = one('Достижения детей', HEADER, [
      IVANOVA,
      'Конкурс «Кит»',
      'муниципальный',
      'очно',
      'победитель – 2, призёр – 3',
      '',
      '',
    ]);
    expect(rowsOf(counted, 'Достижения').map((row) => [row.Результат, row.Обучающихся])).toEqual([
      ['победитель', 2],
      ['призёр', 3],
    ]);
    const columns = one(
      'ВсОШ',
      ['ФИО учителя', 'Олимпиада', 'Этап', 'Победителей', 'Призёров'],
      [IVANOVA, 'ВсОШ по физике', 'муниципальный', 1, 2],
      [PETROV, 'ВсОШ по химии', 'муниципальный', 0, 4],
    );
    expect(rowsOf(columns, 'Достижения').map((row) => [row.Педагог, row.Результат, row.Обучающихся])).toEqual(
      [
        [IVANOVA, 'победитель', 1],
        [IVANOVA, 'призёр', 2],
        [PETROV, 'призёр', 4],
      ],
    );
  });

  it('take level, kind and person from headings over the rows', () => {
    const found = one(
      'Достижения детей',
      ['Мероприятие', 'Результат', 'Кол-во участников', 'ФИО педагога'],
      ['Муниципальный уровень'],
      ['Конкурс «Кит»', 'призёр', 2, IVANOVA],
      ['Всероссийский уровень'],
      ['Конкурс «Слон»', 'участник', 4, PETROV],
    );
    expect(column(found, 'Достижения', 'Уровень')).toEqual(['муниципальный', 'всероссийский']);
    const people = one(
      'Достижения детей',
      ['№', 'ФИО педагога', 'Мероприятие', 'Результат', 'Участников'],
      [IVANOVA],
      [1, '', 'Конкурс «Кит»', 'призёр', 2],
      [PETROV],
      [1, '', 'Конкурс «Слон»', 'участник', 4],
    );
    expect(column(people, 'Достижения', 'Педагог')).toEqual([IVANOVA, PETROV]);
  });

  it('without a column of events are called by the title', () => {
    const found = one(
      'Лист1',
      ['Муниципальный этап ВсОШ'],
      ['ФИО учителя', 'Предмет', 'Класс', 'ФИ обучающегося', 'Результат'],
      [IVANOVA, 'физика', 8, 'Орлов Пётр', 'призёр'],
    );
    expect(rowsOf(found, 'Достижения')).toEqual([
      {
        Педагог: IVANOVA,
        Мероприятие: 'Муниципальный этап ВсОШ, физика',
        Вид: 'ВсОШ',
        Уровень: 'муниципальный',
        Результат: 'призёр',
        Обучающихся: 1,
      },
    ]);
  });

  it('under a merged name are all that person’s; under one that is only not repeated the user is asked', () => {
    const rows = [
      HEADER,
      [IVANOVA, 'Конкурс «Кит»', 'муниципальный', 'очно', 'призёр', 1, ''],
      ['', 'Конкурс «Слон»', 'муниципальный', 'очно', 'призёр', 1, ''],
    ];
    const merged = adoptInto([sheet('Достижения детей', rows, { merges: ['A2:A3'] })]);
    expect(column(merged, 'Достижения', 'Педагог')).toEqual([IVANOVA, IVANOVA]);
    const bare = adoptInto([sheet('Достижения детей', rows)]);
    expect(column(bare, 'Достижения', 'Педагог')).toEqual([IVANOVA, undefined]);
    expect(asked(bare)).toEqual(['no name']);
    const answered = adoptInto(
      [sheet('Достижения детей', rows)],
      {},
      { answers: { [bare.questions[0]?.id ?? '']: 'above' } },
    );
    expect(column(answered, 'Достижения', 'Педагог')).toEqual([IVANOVA, IVANOVA]);
  });

  it('told twice, on two sheets of months, are one record', () => {
    const row = [IVANOVA, 'Конкурс «Кит»', 'муниципальный', 'очно', 'призёр', 1, day(2025, 10, 3)];
    const found = adoptInto([
      sheet('Октябрь', [HEADER, row]),
      sheet('Ноябрь', [
        HEADER,
        row,
        [PETROV, 'Конкурс «Слон»', 'муниципальный', 'очно', 'участник', 2, day(2025, 11, 3)],
      ]),
    ]);
    expect(rowsOf(found, 'Достижения')).toHaveLength(2);
    expect(
      found.outcomes
        .find(({ table }) => table === 'Достижения')
        ?.places.map(({ sheet: at, cell }) => [at, cell]),
    ).toEqual([
      ['Октябрь', 'A2'],
      ['Ноябрь', 'A2'],
    ]);
  });
});

describe('a teacher’s own activity', () => {
  it('comes in with its kind by name', () => {
    const found = one(
      'Методическая деятельность педагогов',
      ['ФИО педагога', 'Название мероприятия', 'Тема выступления', 'Уровень', 'Формат', 'Дата', 'Ссылка'],
      [
        IVANOVA,
        'Семинар РМО',
        'Задачи с параметром',
        'районный',
        'очно',
        day(2025, 11, 3),
        'https://x.example',
      ],
      [PETROV, 'Публикация в сборнике', '', 'всероссийский', 'заочно', '', ''],
    );
    expect(rowsOf(found, 'Деятельность')).toEqual([
      {
        Педагог: IVANOVA,
        Вид: 'представление опыта',
        Название: 'Задачи с параметром (Семинар РМО)',
        Уровень: 'муниципальный',
        Формат: 'очно',
        Дата: serialOf(2025, 11, 3),
        Ссылка: 'https://x.example',
      },
      {
        Педагог: PETROV,
        Вид: 'публикация',
        Название: 'Публикация в сборнике',
        Уровень: 'всероссийский',
        Формат: 'заочно',
      },
    ]);
  });
});

describe('courses', () => {
  it('of several lines a cell are parted by line', () => {
    const found = one(
      'Курсы',
      ['ФИО', 'Тема курсов', 'Кол-во часов', 'Год прохождения'],
      [IVANOVA, 'ФГОС\nИКТ', '36\n72', '2022\n2023'],
    );
    expect(rowsOf(found, 'Курсы')).toEqual([
      { Педагог: IVANOVA, Вид: 'КПК', Тема: 'ФГОС', Часы: 36, 'Дата окончания': '2022' },
      { Педагог: IVANOVA, Вид: 'КПК', Тема: 'ИКТ', Часы: 72, 'Дата окончания': '2023' },
    ]);
    expect(asked(found)).toEqual([
      'Дата окончания: 2022 (part of a date)',
      'Дата окончания: 2023 (part of a date)',
    ]);
  });

  it('listed in one cell of the databank become records beside the teacher', () => {
    const found = one(
      'База',
      ['ФИО', 'Категория', 'Повышение квалификации', 'Профессиональная переподготовка'],
      [IVANOVA, 'высшая', '«ФГОС», 36 ч., 15.03.2024; «ИКТ», 72 часа, 2023', '«Менеджмент», 2019'],
      [PETROV, 'первая', '-', ''],
    );
    expect(
      rowsOf(found, 'Курсы').map((row) => [row.Педагог, row.Вид, row.Тема, row.Часы, row['Дата окончания']]),
    ).toEqual([
      [IVANOVA, 'КПК', 'ФГОС', 36, serialOf(2024, 3, 15)],
      [IVANOVA, 'КПК', 'ИКТ', 72, '2023'],
      [IVANOVA, 'переподготовка', 'Менеджмент', undefined, '2019'],
    ]);
  });

  it('of a teacher with columns of their own are one record; empty ones are none', () => {
    const found = one(
      'База',
      [
        'фамилия',
        'имя отчество',
        'образование',
        'дата окончания последнего курсового обучения',
        'место обучения',
      ],
      ['Иванова', 'Анна Петровна', 'высшее', '15.05.2024', 'ТОИПКРО'],
      ['Петров', 'Олег Львович', 'высшее', '', ''],
    );
    expect(rowsOf(found, 'Курсы')).toEqual([
      { Педагог: IVANOVA, Вид: 'КПК', 'Где пройдены': 'ТОИПКРО', 'Дата окончания': serialOf(2024, 5, 15) },
    ]);
  });
});

describe('attendance', () => {
  it('under dates is numbered in order of time, and the dates make the meetings', () => {
    const found = one(
      'Явка',
      ['№', 'ФИО', '12.03.26', day(2025, 9, 25), '04.12.25'],
      [1, IVANOVA, '+', 'н', '+'],
      [2, PETROV, 'б/л', '', '✓'],
    );
    expect(rowsOf(found, 'Заседания')).toEqual([
      { Номер: 1, Дата: serialOf(2025, 9, 25) },
      { Номер: 2, Дата: serialOf(2025, 12, 4) },
      { Номер: 3, Дата: serialOf(2026, 3, 12) },
    ]);
    expect(rowsOf(found, 'Посещаемость')).toEqual([
      { ФИО: IVANOVA, 'Заседание 1': 'нет', 'Заседание 2': 'да', 'Заседание 3': 'да' },
      { ФИО: PETROV, 'Заседание 2': 'да', 'Заседание 3': 'нет' },
    ]);
  });

  it.each([
    ['Заседание 2', 'Заседание 1'],
    ['№2', '№ 1'],
    ['II', 'I'],
    ['2 заседание', '1 заседание'],
    ['декабрь', 'сентябрь'],
    ['Декабрь 2025', 'Сентябрь 2025 г.'],
    ['04.12', '25.09'],
  ])('under «%s» and «%s» is numbered too', (second, first) => {
    const found = one('Посещаемость', ['ФИО', second, first], [IVANOVA, '+', '-']);
    expect(rowsOf(found, 'Посещаемость')).toEqual([
      { ФИО: IVANOVA, 'Заседание 1': 'нет', 'Заседание 2': 'да' },
    ]);
  });

  it('under plain numbers is read where the title speaks of meetings', () => {
    const found = one('Лист1', ['Посещаемость заседаний РМО'], ['ФИО', 1, 2, 3], [IVANOVA, '+', '-', '+']);
    expect(rowsOf(found, 'Посещаемость')).toEqual([
      { ФИО: IVANOVA, 'Заседание 1': 'да', 'Заседание 2': 'нет', 'Заседание 3': 'да' },
    ]);
  });

  it('of a registration sheet is of the meeting its title names', () => {
    const found = one(
      'Лист регистрации',
      ['Лист регистрации участников'],
      ['Заседание № 2 от 04.12.2025'],
      ['№', 'ФИО', 'Должность', 'ОО', 'Подпись'],
      [1, IVANOVA, 'учитель', 'СОШ № 1', '+'],
      [2, PETROV, 'учитель', 'СОШ № 2', ''],
    );
    expect(rowsOf(found, 'Посещаемость')).toEqual([{ ФИО: IVANOVA, 'Заседание 2': 'да' }]);
    expect(rowsOf(found, 'Заседания')).toEqual([{ Номер: 2, Дата: serialOf(2025, 12, 4) }]);
    expect(teachers(found)).toEqual([]);
  });

  it('of a meeting nobody names is asked', () => {
    const rows = [
      ['ФИО', 'ОО', 'Подпись'],
      [IVANOVA, 'СОШ № 1', '+'],
    ];
    const found = one('Лист регистрации', ...rows);
    expect(asked(found)).toEqual(['which meeting']);
    expect(rowsOf(found, 'Посещаемость')).toEqual([]);
    const answered = adoptInto(
      [sheet('Лист регистрации', rows)],
      {},
      { answers: { [found.questions[0]?.id ?? '']: '=3' } },
    );
    expect(rowsOf(answered, 'Посещаемость')).toEqual([{ ФИО: IVANOVA, 'Заседание 3': 'да' }]);
  });

  it('keeps the numbers of meetings the register has', () => {
    const tables = {
      Заседания: [
        { Номер: 1, Дата: serialOf(2025, 8, 28), Тема: 'План' },
        { Номер: 2, Дата: serialOf(2025, 12, 4), Тема: 'ГИА' },
      ],
    };
    const found = adoptInto(
      [
        sheet('Явка', [
          ['ФИО', '04.12.25', '12.03.26'],
          [IVANOVA, '+', '-'],
        ]),
      ],
      tables,
    );
    expect(rowsOf(found, 'Посещаемость')).toEqual([
      { ФИО: IVANOVA, 'Заседание 2': 'да', 'Заседание 3': 'нет' },
    ]);
    expect(rowsOf(found, 'Заседания')).toEqual([{ Номер: 3, Дата: serialOf(2026, 3, 12) }]);
  });
});

describe('the other tables', () => {
  it('are filled: meetings', () => {
    const found = one(
      'Заседания',
      ['№', 'Дата', 'Тема заседания', 'Форма проведения', '№ протокола'],
      [1, '25.09.2025', 'План работы', 'очно', '1'],
      [2, '04.12.2025', 'ГИА', 'онлайн', '2'],
    );
    expect(rowsOf(found, 'Заседания')).toEqual([
      { Номер: 1, Дата: serialOf(2025, 9, 25), Тема: 'План работы', Форма: 'очно', 'Номер протокола': '1' },
      { Номер: 2, Дата: serialOf(2025, 12, 4), Тема: 'ГИА', Форма: 'онлайн', 'Номер протокола': '2' },
    ]);
  });

  it('are filled: exams', () => {
    const found = one(
      'ЕГЭ 2025',
      ['ФИО учителя', 'Предмет', 'Сдавали', 'Высокобалльников', 'Не преодолели порог', 'Средний балл'],
      [IVANOVA, 'математика', 12, 3, 0, '67,5'],
    );
    expect(rowsOf(found, 'ГИА')).toEqual([
      {
        Педагог: IVANOVA,
        Экзамен: 'ЕГЭ',
        Предмет: 'математика',
        Сдавало: 12,
        Высокобалльников: 3,
        'Ниже порога': 0,
        'Средний балл': 67.5,
      },
    ]);
  });

  it('are filled: events and organisations', () => {
    const events = one(
      'Мероприятия',
      ['Название мероприятия', 'Уровень', 'Дата проведения', 'Кол-во участников', 'Ответственный'],
      ['Конкурс чтецов', 'районный', '03.11.2025', 25, IVANOVA],
    );
    expect(rowsOf(events, 'Мероприятия')).toEqual([
      {
        Название: 'Конкурс чтецов',
        Вид: 'конкурс',
        Уровень: 'муниципальный',
        Дата: serialOf(2025, 11, 3),
        Обучающихся: 25,
        Ответственный: IVANOVA,
      },
    ]);
    const schools = one(
      'Школы',
      ['№', 'Краткое наименование', 'Полное наименование'],
      [
        1,
        'МБОУ «СОШ № 1»',
        'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1»',
      ],
    );
    expect(rowsOf(schools, 'Организации')).toEqual([
      {
        'Краткое название': 'СОШ № 1',
        'Полное название':
          'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1»',
      },
    ]);
  });
});

describe('an export of a form', () => {
  it('takes the last of repeated submissions, and shows the earlier', () => {
    const found = one(
      'Ответы на форму (1)',
      ['Отметка времени', 'Фамилия, имя, отчество', 'Квалификационная категория', 'Педагогический стаж'],
      ['15.09.2025 14:33:21', IVANOVA, 'первая', '12 лет'],
      ['17.09.2025 9:01:02', PETROV, 'СЗД', 3],
      ['17.09.2025 10:15:00', IVANOVA.toLowerCase(), 'высшая', '13 лет'],
    );
    expect(teachers(found).map((row) => [row.Категория, row['Педагогический стаж']])).toEqual([
      ['высшая', 13],
      ['соответствие', 3],
    ]);
    expect(
      found.outcomes.find(({ superseded }) => superseded.length > 0)?.superseded.map(({ cell }) => cell),
    ).toEqual(['A2']);
    expect(found.questions).toEqual([]);
  });
});

describe('any cell', () => {
  it('that a formula of theirs left an error in is asked, and left empty', () => {
    const found = one('База', ['ФИО', 'Категория', 'Пед. стаж'], [IVANOVA, 'высшая', '#REF!']);
    expect(teachers(found)).toEqual([{ ФИО: IVANOVA, Категория: 'высшая' }]);
    expect(asked(found)).toEqual(['Педагогический стаж: #REF! (error value)']);
  });

  it.each([['#REF!'], ['#N/A Анна'], ['=B2&C2']])(
    'that should hold a name and holds a formula that failed names nobody: %s',
    (name) => {
      const found = one(
        'База',
        ['ФИО', 'Образование', 'Категория'],
        [IVANOVA, 'ВО', 'высшая'],
        [name, 'СПО', 'первая'],
      );
      expect(teachers(found).map((row) => row.ФИО)).toEqual([IVANOVA]);
      expect(found.accounts).toMatchObject([{ became: 'no name', place: { cell: 'A3' } }]);
    },
  );

  it('keeps what stood there beside the value', () => {
    const found = one(
      'База',
      ['ФИО', 'Категория', 'Образование'],
      [IVANOVA, '1 кв.кат.', 'высшее, ТГПУ, 1998'],
    );
    const [row] = found.outcomes.filter(({ table }) => table === 'Педагоги');
    expect(
      row?.cells.map(({ column: name, new: value, original, place }) => [name, value, original, place.cell]),
    ).toEqual([
      ['ФИО', IVANOVA, IVANOVA, 'A2'],
      ['Образование', 'ВО', 'высшее, ТГПУ, 1998', 'C2'],
      ['Категория', 'первая', '1 кв.кат.', 'B2'],
    ]);
  });
});

describe('a heading that names no school we know of', () => {
  const HEADER = ['№', 'ФИО', 'Категория'];
  const across = { merges: ['A2:C2', 'A4:C4', 'A6:C6'] };

  it('among schools is one: nobody below it is put under the school above', () => {
    const found = adoptInto([
      sheet(
        'База',
        [
          HEADER,
          ['МБОУ «СОШ № 5»'],
          [1, IVANOVA, 'высшая'],
          ['Берёзка'],
          [1, PETROV, 'первая'],
          ['СОШ № 7'],
          [1, KIM, 'первая'],
        ],
        across,
      ),
    ]);
    expect(column(found, 'Педагоги', 'Организация')).toEqual(['СОШ № 5', 'Берёзка', 'СОШ № 7']);
  });

  it('is a group of teachers where it speaks of them', () => {
    const found = adoptInto([
      sheet(
        'База',
        [
          HEADER,
          ['МБОУ «СОШ № 5»'],
          [1, IVANOVA, 'высшая'],
          ['Математика'],
          [1, PETROV, 'первая'],
          ['Совместители'],
          [1, KIM, 'первая'],
        ],
        across,
      ),
    ]);
    expect(column(found, 'Педагоги', 'Организация')).toEqual(['СОШ № 5', 'СОШ № 5', 'СОШ № 5']);
  });
});

describe('whom a table is about', () => {
  it('is told in the Belarusian way', () => {
    const found = one(
      'Кадры',
      [
        '№',
        'Фамилия, собственное имя, отчество (если таковое имеется)',
        'Учреждение образования',
        'Кв. категория',
      ],
      [1, IVANOVA, 'ГУО «Гимназия №1 г. Ошмяны»', 'первая'],
    );
    expect(column(found, 'Педагоги', 'ФИО')).toEqual([IVANOVA]);
  });

  it('is told by the names themselves where no header does', () => {
    const found = one(
      'Кадры',
      ['№', 'Аттестуемый', 'Место работы', 'Кв. категория'],
      [1, IVANOVA, 'СОШ № 5', 'первая'],
      [2, PETROV, 'СОШ № 5', 'высшая'],
    );
    expect(column(found, 'Педагоги', 'ФИО')).toEqual([IVANOVA, PETROV]);
    expect(rowsOf(found, 'Организации')).toHaveLength(1);
  });

  it('keeps every subject of a cell with name, subjects and post', () => {
    const found = one(
      'Кадры',
      ['ФИО, предмет, должность', 'Школа', 'Кв. категория'],
      [`${IVANOVA}\nфизика, информатика\nучитель`, 'СОШ № 5', 'первая'],
    );
    expect(teachers(found)).toMatchObject([
      { ФИО: IVANOVA, Предмет: 'физика, информатика', Должность: 'учитель' },
    ]);
  });

  it('and headers in capitals with a pupil’s «Ф.И.» are headers', () => {
    const found = one(
      'Достижения',
      ['№ П/П', 'НАЗВАНИЕ МЕРОПРИЯТИЯ', 'Ф.И. РЕБЁНКА', 'Ф.И.О. УЧИТЕЛЯ', 'РЕЗУЛЬТАТ'],
      [1, 'Конкурс «Кит»', 'Сомов Пётр', IVANOVA, 'призёр'],
    );
    expect(rowsOf(found, 'Достижения')).toMatchObject([
      { Педагог: IVANOVA, Результат: 'призёр', Обучающихся: 1 },
    ]);
  });

  it.each(['Ф.И.О', 'Ф.И.О.', 'Ф. И. О', 'Ф.И. педагога'])('and «%s» is a header, not a name', (header) => {
    const found = one('Кадры', ['№', header, 'Категория', '%'], [1, IVANOVA, 'первая', 50]);
    expect(column(found, 'Педагоги', 'ФИО')).toEqual([IVANOVA]);
  });

  it('and a school headed in Latin letters is a school', () => {
    const found = one('Кадры', ['ФИО', 'OO', 'Категория'], [IVANOVA, 'СОШ № 5', 'первая']);
    expect(column(found, 'Педагоги', 'Организация')).toEqual(['СОШ № 5']);
  });
});

describe('the number of a meeting', () => {
  it('is read through the name of the association', () => {
    const found = adoptInto([
      sheet('Регистрация', [
        ['Лист регистрации участников заседания РМО № 2 от 20.11.2025'],
        ['№', 'ФИО', 'Место', 'Подпись'],
        [1, IVANOVA, 12, '+'],
      ]),
    ]);
    expect(rowsOf(found, 'Посещаемость')).toEqual([{ ФИО: IVANOVA, 'Заседание 2': 'да' }]);
  });
});

describe('courses told by columns beside a cell of courses', () => {
  it('are one course where the columns say what the cell does not', () => {
    const found = one(
      'Кадры',
      ['ФИО', 'Категория', 'Курсы', 'Количество часов', 'Год прохождения КПК'],
      [IVANOVA, 'первая', '«ФГОС»', 72, '15.03.2024'],
    );
    expect(rowsOf(found, 'Курсы')).toMatchObject([
      { Тема: 'ФГОС', Часы: 72, 'Дата окончания': serialOf(2024, 3, 15) },
    ]);
  });

  it('are two where retraining has a column of its own', () => {
    const found = one(
      'Кадры',
      [
        'ФИО',
        'Категория',
        'Тема курсов',
        'Количество часов',
        'Дата окончания курсов',
        'Профессиональная переподготовка',
      ],
      [IVANOVA, 'первая', 'ФГОС', 72, '15.03.2024', '«Менеджмент», 15.06.2019'],
    );
    expect(rowsOf(found, 'Курсы')).toMatchObject([
      { Вид: 'переподготовка', Тема: 'Менеджмент', 'Дата окончания': serialOf(2019, 6, 15) },
      { Вид: 'КПК', Тема: 'ФГОС', Часы: 72, 'Дата окончания': serialOf(2024, 3, 15) },
    ]);
  });
});

describe('a row that counts winners and prize-winners', () => {
  it('with none of either still counts those who took part', () => {
    const found = one(
      'Олимпиады',
      ['ФИО учителя', 'Название олимпиады', 'Кол-во участников', 'Победителей', 'Призёров'],
      [IVANOVA, 'ВсОШ по химии', 10, 0, 0],
    );
    expect(rowsOf(found, 'Достижения')).toMatchObject([{ Результат: 'участник', Обучающихся: 10 }]);
  });
});

describe('the protocol of an olympiad', () => {
  it('with pupils over three columns counts them, and the teacher is who prepared them', () => {
    const found = one(
      'Протокол',
      ['Результаты муниципального этапа всероссийской олимпиады школьников'],
      ['№', 'Фамилия', 'Имя', 'Отчество', 'Класс', 'ОО', 'Предмет', 'Статус', 'ФИО учителя'],
      [1, 'Сомов', 'Иван', 'Ильич', 9, 'СОШ № 5', 'химия', 'победитель', IVANOVA],
      [2, 'Рак', 'Пётр', '', 10, 'СОШ № 5', 'химия', 'призёр', IVANOVA],
      [3, 'Рак', 'Олег', '', 10, 'СОШ № 5', 'химия', 'призёр', IVANOVA],
    );
    expect(rowsOf(found, 'Достижения')).toMatchObject([
      { Педагог: IVANOVA, Вид: 'ВсОШ', Уровень: 'муниципальный', Результат: 'победитель', Обучающихся: 1 },
      { Педагог: IVANOVA, Вид: 'ВсОШ', Уровень: 'муниципальный', Результат: 'призёр', Обучающихся: 2 },
    ]);
    expect(rowsOf(found, 'Педагоги')).toEqual([]);
  });
});

describe('a category beside a status', () => {
  it('is the category; a status alone is asked', () => {
    const found = one(
      'Кадры',
      ['ФИО', 'Школа', 'Категория'],
      [IVANOVA, 'СОШ № 5', 'высшая (декрет)'],
      [PETROV, 'СОШ № 5', 'декрет'],
    );
    expect(column(found, 'Педагоги', 'Категория')).toEqual(['высшая', undefined]);
  });
});
