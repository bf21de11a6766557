import type { IssueCode, Severity } from '../../control/issue';
import { formatNumber, plural, type NounForms } from '../plural';

/** Words of the list of issues in the pane. */

/** What a kind of issue is called above its list. */
const KINDS: Readonly<Record<IssueCode, string>> = {
  required: 'Не заполнено обязательное',
  enum: 'Значение не из списка',
  date: 'Ошибка в дате',
  number: 'Ошибка в числе',
  name: 'Неточность в имени',
  'under-table': 'Строки под таблицей',
  'formula-overwritten': 'Введено вместо формулы',
  structure: 'Строение книги',
  injection: 'Текст, похожий на формулу',
  rule: 'Значения на листе «Правила»',
  duplicate: 'Повтор в банке данных',
  namesake: 'Тёзки',
  'near-duplicate': 'Похожие имена',
  'unknown-teacher': 'Педагога нет в банке данных',
  'unknown-org': 'Организации нет в списке',
  twice: 'Повторы записей',
  'outside-period': 'Дата вне отчётного периода',
  'no-date': 'Дата не указана',
  'no-document': 'Нет подтверждающего документа',
  'outside-form': 'Не входит в форму',
  'assumed-one': 'Количество принято за 1',
  'group-member': 'Состав групп',
  'group-dates': 'Даты групп',
  'more-than-took-part': 'Больше, чем участвовало',
  'attendance-gap': 'Не отмечено присутствие',
  'attendance-unknown': 'Отмечен не член объединения',
  'attendance-before': 'Отметки до заседания',
  'meeting-order': 'Порядок заседаний',
  'meeting-number': 'Номера заседаний',
  votes: 'Голосов больше, чем присутствующих',
  'no-quorum': 'Решение без кворума',
  'not-passed': 'Решение не набрало голосов',
  relation: 'Строки приложения не сходятся',
  size: 'Численность объединения',
  leader: 'Требования к руководителю',
  role: 'Роли в объединении',
  term: 'Срок полномочий',
  renewal: 'Обновление состава',
  consent: 'Согласие на обработку данных',
  'databank-stale': 'Обновление банка данных',
  'document-missing': 'Обязательные документы',
  obligation: 'Сроки',
  attestation: 'Аттестация',
  courses: 'Курсы повышения квалификации',
};

const kinds: ReadonlyMap<string, string> = new Map(Object.entries(KINDS));

const ISSUES: NounForms = { one: 'замечание', few: 'замечания', many: 'замечаний' };

export const controlWords = {
  heading: 'Контроль',
  severities: {
    error: 'Ошибки',
    warning: 'Предупреждения',
    info: 'К сведению',
  } satisfies Record<Severity, string>,
  kind: (code: string): string => kinds.get(code) ?? 'Прочее',

  search: 'Поиск: имя, лист, слово',
  clearSearch: 'Очистить поиск',
  total: (count: number) => `Всего ${plural(count, ISSUES)}`,
  found: (count: number) => (count === 0 ? 'Ничего не найдено' : `Найдено ${plural(count, ISSUES)}`),
  nothingFound: 'Попробуйте одно слово: фамилию, название листа или часть замечания.',

  whole: {
    title: 'Замечаний нет',
    text: 'Всё, что можно проверить по реестру, в порядке. Когда внесёте новое, нажмите «Проверить».',
  },

  show: 'Показать в книге',
  clause: (clause: string) => `Основание: ${clause}`,

  fixAll: (count: number) => `Исправить все такие (${formatNumber(count)})`,
  dryRun: 'Что изменится',
  structural: 'Изменится строение книги; введённое вами останется на месте.',
  apply: 'Заменить',
  applyStructural: 'Исправить',
  leave: 'Не менять',
  applying: 'Вносятся исправления',
} as const;
