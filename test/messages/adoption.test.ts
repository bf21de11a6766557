import { adopt, type Question, type QuestionTopic } from '../../src/adoption';
import {
  ACCOUNT_WORDS,
  CELL_WORDS,
  KIND_WORDS,
  MATCH_WORDS,
  OUTCOME_WORDS,
  REFUSAL_WORDS,
  adoptionObstacle,
  countWords,
  nameWords,
  optionWords,
  placeWords,
  questionWords,
  takenWords,
} from '../../src/messages/adoption';
import { serialOf } from '../../src/register/dates';
import { registerBook, sheet } from '../adoption/sheets';

const place = { file: 'Школы.xlsx', sheet: 'База', cell: 'B4' };

const TOPICS: readonly QuestionTopic[] = [
  {
    code: 'value',
    table: 'Педагоги',
    column: 'Категория',
    original: '',
    doubt: 'nothing stands there',
    within: '',
  },
  {
    code: 'value',
    table: 'Достижения',
    column: 'Результат',
    original: 'лауреат',
    doubt: 'laureate',
    within: 'Конкурс «Кит»',
  },
  { code: 'block kind', block: 'b', sheet: 'Лист1' },
  { code: 'column', block: 'b', sheet: 'Лист1', header: 'Стаж' },
  { code: 'same person', name: 'Иванова Анна Петровна', organisations: ['сош2', 'сош5'] },
  { code: 'which person', typed: 'Иванова А.П.', isShort: true },
  { code: 'no name', block: 'b', sheet: 'Лист1' },
  { code: 'which meeting', block: 'b', sheet: 'Лист1' },
  { code: 'year of meeting', header: '25.09' },
  {
    code: 'two values',
    table: 'Педагоги',
    column: 'Категория',
    who: 'Иванова Анна Петровна',
    values: ['первая', 'высшая'],
  },
  {
    code: 'conflict',
    table: 'Педагоги',
    column: 'Общий стаж',
    who: 'Иванова Анна Петровна',
    inRegister: 12.5,
    inSource: 13,
  },
];

describe('a question of the adoption', () => {
  it.each(TOPICS.map((topic) => [topic.code, topic] as const))(
    '«%s» is asked in Russian and says why',
    (_, topic) => {
      const { title, why } = questionWords(topic);
      for (const text of [title, why]) {
        expect(text).toMatch(/^[А-ЯЁ«]/u);
        expect(text).not.toMatch(/undefined|[a-z]{4}/);
      }
      expect(why).toMatch(/[.?]$/u);
    },
  );

  it('names its answers, days as days', () => {
    const question = { topic: { code: 'year of meeting', header: '25.09' } } as const;
    expect(optionWords(question, { id: '=', kind: 'value', value: serialOf(2025, 9, 25) })).toBe(
      '25.09.2025',
    );
    const conflict = { topic: TOPICS.at(-1) ?? question.topic };
    expect(optionWords(conflict, { id: 'register', kind: 'register', value: 12.5 })).toBe(
      'Оставить как в реестре: «12,5»',
    );
    expect(
      optionWords(
        { topic: { code: 'column', block: 'b', sheet: 'Л', header: 'Стаж' } },
        { id: 'x', kind: 'value', value: 'totalExperience' },
      ),
    ).toBe('Общий стаж');
  });

  it('is one line of a list with what was taken, how often and where', () => {
    const { questions } = adopt(
      [
        sheet('База', [
          ['ФИО', 'Категория'],
          ['Иванова Анна Петровна', '-'],
          ['Петров Олег Львович', '-'],
          ['Ким Вера Ильинична', '-'],
        ]),
      ],
      registerBook(),
    );
    expect(questions.map((question: Question) => takenWords(question))).toEqual([
      'Педагоги, Категория: «-» — 3\u00a0случая (Школы.xlsx, лист «База», B2). Принято: оставить пустым.',
    ]);
  });
});

describe('the words of the adoption', () => {
  it('are Russian for every code', () => {
    const all = [KIND_WORDS, REFUSAL_WORDS, MATCH_WORDS, ACCOUNT_WORDS, OUTCOME_WORDS, CELL_WORDS].flatMap(
      (words) => Object.values(words),
    );
    for (const text of all) expect(text).toMatch(/^[а-яё][^a-z]+$/u);
  });

  it('say how a name was taken', () => {
    const report = { typed: 'Иванова А.П.', taken: 'Иванова Анна Петровна', places: [place, place] };
    expect(nameWords({ ...report, how: 'initials' })).toBe(
      '«Иванова А.П.» — это Иванова Анна Петровна: инициалы подходят одному педагогу (2\u00a0строки).',
    );
    expect(nameWords({ ...report, how: 'unknown' })).toContain('нет в банке данных');
  });

  it('count the dry run by table', () => {
    expect(countWords('Педагоги', { added: 5, updated: 2, unchanged: 0, conflict: 0, gone: 1 })).toBe(
      'Педагоги: 5 добавить, 2 изменить, 1 нет в файле',
    );
    expect(countWords('Педагоги', { added: 0, updated: 0, unchanged: 0, conflict: 0, gone: 0 })).toBe('');
  });

  it('name a place, and what keeps rows out', () => {
    expect(placeWords(place)).toBe('Школы.xlsx, лист «База», B4');
    expect(placeWords({ ...place, file: '' })).toBe('лист «База», B4');
    expect(adoptionObstacle({ code: 'protected', table: 'Курсы', sheet: 'Курсы' }).remedy).toContain(
      'Снять защиту листа',
    );
    expect(adoptionObstacle({ code: 'no-table', table: 'Курсы' }).sentence).toContain('«Курсы»');
  });
});
