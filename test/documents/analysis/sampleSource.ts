import { reportingPeriod } from '../../../src/control/period';
import { evaluateIndicators } from '../../../src/indicators/evaluate';
import { SAMPLE } from '../../../src/cli/sample';
import type { AnalysisSource } from '../../../src/documents/analysis/context';
import type { CellValue } from '../../../src/plan/action';
import { serialOf } from '../../../src/register/dates';
import type { TableName } from '../../../src/register/tables';
import type { RegulationId } from '../../../src/regulations';
import { bookOf, inputOf, type Row, type Tables } from '../../control/registerOf';

/** The sample association with a year of everyday work, as the analysis reads it; no workbook behind it. */

const day = serialOf;

const WORK: readonly Row[] = [
  {
    Дата: day(2025, 10, 9),
    Вид: 'консультация',
    Тема: 'Рабочая программа в конструкторе',
    Педагог: 'Шелестов Кирилл Вадимович',
    Участники: '',
    Организация: '',
    Результат: 'программа исправлена',
    Проблема: '',
    Решение: '',
  },
  {
    Дата: day(2026, 3, 19),
    Вид: 'подготовка к ГИА',
    Тема: 'Практикум «Задания 13–17»',
    Педагог: 'Ярцева Марина Станиславовна',
    Участники: 'учителя 11 классов',
    Результат: '',
    Проблема: 'выпускники не доводят до ответа стереометрию',
    Решение: 'перекрёстная проверка работ.',
  },
  {
    Дата: day(2025, 11, 6),
    Вид: 'подготовка к ВсОШ',
    Тема: 'Разбор задач муниципального этапа',
    Педагог: 'Заводчикова Ольга Тимофеевна',
  },
  {
    Дата: day(2026, 1, 14),
    Вид: 'подготовка к ВсОШ',
    Тема: 'Сборы перед региональным этапом',
    Педагог: 'Абросимова Екатерина Данииловна',
    Проблема: 'мало времени на комбинаторику',
  },
  {
    Дата: day(2026, 2, 12),
    Вид: 'подготовка к ВПР',
    Тема: 'Критерии оценивания',
    Педагог: 'Бирюзова Надежда Ивановна',
  },
  {
    Дата: day(2025, 12, 11),
    Вид: 'сетевое взаимодействие',
    Тема: 'Общий банк задач',
    Организация: 'Лугозёрская гимназия',
  },
  {
    Дата: day(2024, 12, 11),
    Вид: 'взаимодействие с центром',
    Тема: 'Кванториум',
    Организация: 'Центр «Исток»',
  },
  {
    Дата: day(2026, 4, 2),
    Вид: 'выявленное затруднение',
    Тема: 'Оценивание развёрнутого ответа',
    Педагог: 'Якимчук Павел Георгиевич',
  },
  { Дата: day(2026, 5, 7), Вид: 'предложение', Тема: 'Провести осеннюю школу молодого учителя' },
  {
    Дата: day(2026, 2, 5),
    Вид: 'взаимопосещение',
    Тема: 'Урок геометрии в 9 классе',
    Педагог: 'Шелестов Кирилл Вадимович',
  },
];

const GROUPS: readonly Row[] = [
  {
    Название: 'Олимпиадная подготовка',
    Вид: 'творческая группа',
    Руководитель: 'Заводчикова Ольга Тимофеевна',
    Состав: 'Абросимова Екатерина Данииловна; Уфимцев Роман Алексеевич',
    Задача: 'сборник задач',
    Создана: day(2025, 9, 25),
    Закрыта: '',
  },
  {
    Название: 'Ярцева – Шелестов',
    Вид: 'наставник и молодой специалист',
    Руководитель: 'Ярцева Марина Станиславовна',
    Состав: 'Шелестов Кирилл Вадимович',
    Задача: 'вхождение в профессию',
    Создана: day(2025, 9, 25),
  },
];

const ASSESSMENT: readonly Row[] = [
  {
    Организация: 'Лугозёрская гимназия',
    Процедура: 'ВПР',
    Предмет: 'математика',
    Класс: '5',
    Участвовало: 48,
    'Средний балл': 11.5,
    'Ниже минимума': 3,
    Победителей: '',
    Призёров: '',
    Выводы: '',
  },
  {
    Организация: 'СОШ с. Медовка',
    Процедура: 'ВПР',
    Предмет: 'математика',
    Класс: '5',
    Участвовало: 20,
    'Средний балл': 9,
    'Ниже минимума': 4,
    Выводы: 'западает работа с дробями',
  },
  {
    Организация: 'Лугозёрская гимназия',
    Процедура: 'ВсОШ',
    Предмет: 'математика',
    Участвовало: 30,
    Победителей: 2,
    Призёров: 5,
  },
];

/** The tables of the sample as rows by column. */
export const sampleTables = (): Tables => ({
  ...Object.fromEntries(
    SAMPLE.tables.map(({ name, headers, rows }): [TableName, readonly Row[]] => [
      name,
      rows.map((cells) => Object.fromEntries(headers.map((header, at) => [header, plain(cells[at] ?? '')]))),
    ]),
  ),
  Методработа: WORK,
  Группы: GROUPS,
  Оценка: ASSESSMENT,
});

const plain = (cell: (typeof SAMPLE.tables)[number]['rows'][number][number]): CellValue =>
  typeof cell !== 'object' ? cell : 'serial' in cell ? cell.serial : '';

/** A register of these tables under a regulation, counted. */
export function sourceOf(tables: Tables, regulation: RegulationId = 'tomsk'): AnalysisSource {
  const { register: read, rules, today } = inputOf(bookOf(tables), { regulation });
  // what the formulas of «Правила» show, where there is a workbook
  const register = {
    ...read,
    period: reportingPeriod({ ...read, period: { begin: 0, end: 0 } }, rules, today),
  };
  return { register, rules, today, indicators: evaluateIndicators(register) };
}
