import { formatNumber, plural, type NounForms } from '../plural';

/** Words of the settings in the pane: the passport, the regulation and its rules. */

const RULES: NounForms = { one: 'правило', few: 'правила', many: 'правил' };

export const settingsWords = {
  heading: 'Настройки',
  reading: 'Читаются настройки…',

  regulation: 'Положение',
  regulationAbout: 'По нему назначаются сроки, требования и голосование. Смену можно отменить.',
  current: (name: string) => `Сейчас применяется: ${name}.`,
  choose: 'Какое положение применять',
  reckoning: 'Узнаю, что изменится…',
  dryRun: (name: string) => `Что изменится, если выбрать «${name}»`,
  nothing: 'В книге ничего не изменится.',
  change: 'Сменить',
  changing: 'Меняется положение',
  keep: 'Оставить прежнее',

  passport: 'Паспорт объединения',
  computed: 'Считается из банка данных.',
  empty: 'не указано',
  required: 'Заполните: без этого отчёт неполон.',

  rules: 'Правила',
  rulesAbout: 'Значения с листа «Правила»: исправленное здесь действует сразу.',
  search: 'Поиск правила',
  clearSearch: 'Очистить поиск',
  found: (count: number) => (count === 0 ? 'Ничего не найдено' : `Найдено ${plural(count, RULES)}`),
  troubled: 'Требуют внимания',
  set: (count: number) => `Действуют ${formatNumber(count)}`,
  unset: (count: number) => `Положение молчит ${formatNumber(count)}`,
  notSet: 'не установлено',
  value: 'Значение',
  withUnit: (label: string, unit: string) => (unit === '' ? label : `${label}, ${unit}`),
  clause: (clause: string) => `Основание: ${clause}`,

  edit: 'Изменить',
  save: 'Записать',
  cancel: 'Отмена',
  saving: 'Записывается значение',
  show: 'Показать в книге',
} as const;
