import type { FieldReport, RecordFormTable } from '../../src/usecases/contract';
import { people } from './deskReports';

/** Forms of the register, as a workbook that has its lists would give them. */

const field = (column: string, said: Partial<FieldReport> = {}): FieldReport => ({
  column,
  kind: 'text',
  isRequired: true,
  choices: [],
  ...said,
});

const optional = { isRequired: false } as const;
const teacher = field('Педагог', { choices: people.map(({ name }) => name) });
const level = field('Уровень', {
  choices: ['школьный', 'муниципальный', 'региональный', 'всероссийский', 'международный'],
});
const format = field('Формат', { choices: ['очно', 'заочно', 'дистанционно'] });

export const forms: Readonly<Record<RecordFormTable, readonly FieldReport[]>> = {
  Достижения: [
    teacher,
    field('Мероприятие'),
    field('Вид', { choices: ['ВсОШ', 'олимпиада', 'конкурс', 'соревнование', 'конференция'] }),
    level,
    format,
    field('Результат', { choices: ['победитель', 'призёр', 'участник'] }),
    field('Обучающихся', { kind: 'number', ...optional }),
    field('Дата', { kind: 'date', ...optional }),
    field('Документ', optional),
  ],
  Курсы: [
    teacher,
    field('Вид', { choices: ['КПК', 'переподготовка'] }),
    field('Тема'),
    field('Где пройдены', optional),
    field('Часы', { kind: 'number', ...optional }),
    field('Дата окончания', { kind: 'date' }),
    field('Документ', optional),
  ],
  Деятельность: [teacher, field('Вид'), field('Название'), level, format],
  Мероприятия: [field('Название'), field('Вид'), level, field('Дата', { kind: 'date' })],
};
