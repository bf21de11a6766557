import type { InputCell, InputTable } from '../src/cli/sample';
import { serialOf } from '../src/register/dates';

/** An association of any size, the same each time it is made: what the bench measures on. */
export interface Size {
  readonly teachers: number;
  readonly records: number;
}

/** «Дата расчёта» of the bench: three of the four meetings are held. */
export const BENCH_TODAY = serialOf(2026, 5, 12);

const FIRST_DAY = serialOf(2025, 9, 1);
const DAYS = 250;

/** Numbers in [0, 1) in a fixed order (mulberry32): the bench must ask the same question each time. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KINDS = ['ВсОШ', 'олимпиада', 'конкурс', 'соревнование', 'конференция', 'Олимпиада', 'викторина'];
const LEVELS = [
  'муниципальный',
  'муниципальный',
  'региональный',
  'всероссийский',
  'школьный',
  'международный',
];
const FORMATS = ['очно', 'очно', 'очно', 'Очно', 'заочно', 'дистанционно', ''];
const RESULTS = ['победитель', 'призёр', 'участник', 'Участник'];
const ACTIVITIES = [
  'профессиональный конкурс',
  'представление опыта',
  'публикация',
  'разработка КИМ',
  'организация мероприятия',
  'Публикация',
];
const ACTIVITY_RESULTS = ['победитель', 'лауреат', 'финалист', 'призёр', 'участник', ''];
const CATEGORIES = ['высшая', 'первая', 'соответствие', 'без категории', 'педагог-методист', 'Первая', ''];

/** The input tables of an association of that size. Every twentieth record or so carries some dirt. */
export function benchTables({ teachers, records }: Size): readonly InputTable[] {
  const next = drawer(teachers * 1_000_003 + records);
  const oneOf = <T>(values: readonly T[], otherwise: T): T =>
    values[Math.floor(next() * values.length)] ?? otherwise;
  const nameOf = (index: number): string => `Педагог ${String(index + 1)} Ёлкин`;
  const teacher = (): string => {
    const chance = next();
    if (chance < 0.01) return 'Неизвестная Яна';
    const name = nameOf(Math.floor(next() * teachers));
    return chance < 0.02 ? name.toUpperCase() : name;
  };
  const day = (): InputCell => {
    const chance = next();
    if (chance < 0.02) return '';
    if (chance < 0.03) return '12.03.2026';
    const serial = FIRST_DAY + Math.floor(next() * DAYS);
    return { serial: chance < 0.05 ? serial - 365 : serial };
  };
  const count = (): InputCell => {
    const chance = next();
    if (chance < 0.03) return '';
    if (chance < 0.04) return 'много';
    return chance < 0.05 ? -1 : Math.floor(next() * 6);
  };
  const rows = (share: number, row: () => readonly InputCell[]): readonly (readonly InputCell[])[] =>
    Array.from({ length: Math.round(records * share) }, row);
  const people = Array.from({ length: teachers }, (_, index) => index);

  return [
    {
      name: 'Педагоги',
      headers: ['ФИО', 'Организация', 'Образование', 'Категория', 'Профильные классы', 'Педагог', 'Выбыл'],
      rows: people.map((index) => [
        nameOf(index),
        `СОШ № ${String((index % 20) + 1)}`,
        oneOf(['ВО', 'ВО', 'ВО', 'СПО', 'иное', ''], 'ВО'),
        oneOf(CATEGORIES, ''),
        oneOf(['да', 'нет', 'нет'], 'нет'),
        next() < 0.03 ? 'нет' : '',
        next() < 0.03 ? { serial: BENCH_TODAY - 40 } : '',
      ]),
    },
    {
      name: 'Организации',
      headers: ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
      rows: Array.from({ length: 20 }, (_, index) => [
        `СОШ № ${String(index + 1)}`,
        oneOf(['нет', 'нет', 'да'], 'нет'),
        oneOf(['нет', 'нет', 'да', ''], 'нет'),
      ]),
    },
    {
      name: 'Курсы',
      headers: ['Педагог', 'Вид', 'Тема', 'Дата окончания'],
      rows: rows(0.12, () => [
        teacher(),
        oneOf(['КПК', 'КПК', 'переподготовка', 'стажировка'], 'КПК'),
        'Тема',
        day(),
      ]),
    },
    {
      name: 'Заседания',
      headers: ['Номер', 'Дата', 'Тема'],
      rows: [-200, -130, -50, 16].map((shift, index) => [index + 1, { serial: BENCH_TODAY + shift }, 'Тема']),
    },
    {
      name: 'Посещаемость',
      headers: ['ФИО', 'Заседание 1', 'Заседание 2', 'Заседание 3', 'Заседание 4'],
      rows: people.map((index) => [
        nameOf(index),
        oneOf(['да', 'да', 'нет'], 'да'),
        oneOf(['да', 'Да', 'нет', ''], 'да'),
        oneOf(['да', 'нет'], 'да'),
        '',
      ]),
    },
    {
      name: 'Достижения',
      headers: ['Педагог', 'Мероприятие', 'Вид', 'Уровень', 'Формат', 'Результат', 'Обучающихся', 'Дата'],
      rows: rows(0.48, () => [
        teacher(),
        'Турнир',
        oneOf(KINDS, 'ВсОШ'),
        oneOf(LEVELS, 'школьный'),
        oneOf(FORMATS, ''),
        oneOf(RESULTS, 'участник'),
        count(),
        day(),
      ]),
    },
    {
      name: 'ГИА',
      headers: ['Педагог', 'Экзамен', 'Предмет', 'Высокобалльников', 'Ниже порога'],
      rows: rows(0.08, () => [
        teacher(),
        oneOf(['ЕГЭ', 'ЕГЭ', 'егэ', 'ОГЭ'], 'ЕГЭ'),
        'математика',
        count(),
        count(),
      ]),
    },
    {
      name: 'Деятельность',
      headers: ['Педагог', 'Вид', 'Название', 'Уровень', 'Формат', 'Результат', 'Количество', 'Дата'],
      rows: rows(0.3, () => [
        teacher(),
        oneOf(ACTIVITIES, 'публикация'),
        'Работа',
        oneOf(LEVELS, 'школьный'),
        oneOf(FORMATS, ''),
        oneOf(ACTIVITY_RESULTS, ''),
        count(),
        day(),
      ]),
    },
    {
      name: 'Мероприятия',
      headers: ['Название', 'Для кого', 'Уровень', 'Дата', 'Обучающихся'],
      rows: rows(0.02, () => [
        'Марафон',
        oneOf(['обучающиеся', '', 'педагоги'], ''),
        oneOf(LEVELS, 'школьный'),
        day(),
        count(),
      ]),
    },
  ];
}
