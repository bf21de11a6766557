import type { ObligationState } from '../../control/obligations';
import { OBLIGATION_STATES } from '../obligations';
import { formatNumber, plural, pluralForm, type NounForms } from '../plural';

/** Words of the timeline of obligations in the pane. */

const DAYS: NounForms = { one: 'день', few: 'дня', many: 'дней' };
const LEFT: NounForms = { one: 'остался', few: 'осталось', many: 'осталось' };
const OBLIGATIONS: NounForms = { one: 'обязательство', few: 'обязательства', many: 'обязательств' };

const MONTHS = [
  'Январь',
  'Февраль',
  'Март',
  'Апрель',
  'Май',
  'Июнь',
  'Июль',
  'Август',
  'Сентябрь',
  'Октябрь',
  'Ноябрь',
  'Декабрь',
] as const;

export const deadlineWords = {
  heading: 'Сроки',
  states: OBLIGATION_STATES satisfies Record<ObligationState, string>,
  /** "2026-05" → «Май 2026». */
  month: (month: string) => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`,
  /** One letter above the strip of the year. */
  monthLetter: (month: string) => (MONTHS[Number(month.slice(5)) - 1] ?? '').slice(0, 1),
  today: (day: string) => `Сегодня, ${day}`,
  /** «осталось 5 дней», «срок сегодня». */
  daysLeft: (days: number) =>
    days === 0 ? 'срок сегодня' : `${pluralForm(days, LEFT)} ${plural(days, DAYS)}`,
  overdue: (days: number) => `просрочено на ${plural(days, DAYS)}`,
  /** The date has passed, but the obligation is judged by a rule of its own. */
  daysAgo: (days: number) => `срок был ${plural(days, DAYS)} назад`,
  due: (day: string) => `срок ${day}`,

  filter: 'Показать',
  all: 'Все',
  filtered: (name: string, count: number) => `${name} ${formatNumber(count)}`,
  shown: (count: number) =>
    count === 0 ? 'Таких обязательств нет' : `Показано ${plural(count, OBLIGATIONS)}`,

  undated: 'Без срока',
  noDate: 'без срока',
  done: (count: number) => `Выполнено ${formatNumber(count)}`,
  none: {
    title: 'Обязательств нет',
    text: 'Выберите положение в паспорте и нажмите «Проверить»: здесь появятся сроки, которые из него следуют.',
  },

  clause: (clause: string) => `Основание: ${clause}`,
  show: 'Показать в книге',
  mark: 'Отметить выполненным',
  markDay: 'Когда выполнено',
  confirm: 'Отметить',
  cancel: 'Отмена',
  unmark: 'Снять отметку',
  marking: 'Ставится отметка о выполнении',
  unmarking: 'Снимается отметка о выполнении',
} as const;
