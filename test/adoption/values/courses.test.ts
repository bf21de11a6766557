import { readCourses } from '../../../src/adoption/values/courses';
import { serialOf } from '../../../src/register/dates';

const brief = (text: string): unknown =>
  readCourses(text).map(({ kind, topic, place, hours, date }) => [kind, topic, place, hours, date]);

describe('courses of a cell', () => {
  it.each([
    [
      'ТОИПКРО, «ФГОС ООО», 36 ч., 15.03.2024; «Цифра», 72 часа, 2023',
      [
        ['КПК', 'ФГОС ООО', 'ТОИПКРО', 36, serialOf(2024, 3, 15)],
        ['КПК', 'Цифра', '', 72, '2023'],
      ],
    ],
    [
      'Профессиональная переподготовка «Менеджмент», 2019 г.\nКПК «ИКТ» (2022)',
      [
        ['переподготовка', 'Менеджмент', '', null, '2019 г.'],
        ['КПК', 'ИКТ', '', null, '2022'],
      ],
    ],
    [
      'Современные технологии, 72 ч., с 01.03.2024 по 15.03.2024',
      [['КПК', 'Современные технологии', '', 72, serialOf(2024, 3, 15)]],
    ],
    [
      '«Функциональная\nграмотность», март 2024 г.',
      [['КПК', 'Функциональная грамотность', '', null, 'март 2024 г.']],
    ],
    ['ТОИПКРО\n«ФГОС»\n72 ч.\n2023', [['КПК', 'ФГОС', 'ТОИПКРО', 72, '2023']]],
    [
      '1) «ИКТ», 2021\n2) «ФГОС», 2022',
      [
        ['КПК', 'ИКТ', '', null, '2021'],
        ['КПК', 'ФГОС', '', null, '2022'],
      ],
    ],
    ['2021', [['КПК', '', '', null, '2021']]],
  ])('«%s»', (text, courses) => {
    expect(brief(text)).toEqual(courses);
  });

  it.each(['', '-', 'нет', 'не проходил'])('are none in «%s»', (text) => {
    expect(readCourses(text)).toEqual([]);
  });

  it('of a column of retraining are retraining', () => {
    expect(readCourses('«Логопедия», 2020', { isRetraining: true })[0]?.kind).toBe('переподготовка');
  });
});

describe('years between courses', () => {
  it('in brackets end one course and begin the next', () => {
    expect(brief('Современный урок (2021), Оценивание (2023 г.)')).toEqual([
      ['КПК', 'Современный урок', '', null, '2021'],
      ['КПК', 'Оценивание', '', null, '2023 г.'],
    ]);
  });

  it('alone are a course each, on one line or on several', () => {
    const both = [
      ['КПК', '', '', null, '2021'],
      ['КПК', '', '', null, '2023'],
    ];
    expect(brief('2021, 2023')).toEqual(both);
    expect(brief('2021\n2023')).toEqual(both);
  });

  it('with the number of a month keep it', () => {
    expect(brief('ТОИПКРО «Оценивание» 108ч. 03.2023')).toEqual([
      ['КПК', 'Оценивание', 'ТОИПКРО', 108, '03.2023'],
    ]);
  });

  it('of a span over two lines stay together', () => {
    expect(brief('«ФГОС», с 01.03.2024\nпо 15.03.2024')).toHaveLength(1);
  });
});
