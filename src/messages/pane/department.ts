import { formatNumber, plural, type NounForms } from '../plural';

/** Words of «Отправить в отдел»: the copy, made in the pane and sent by the methodist. */

const ERRORS: NounForms = { one: 'ошибка', few: 'ошибки', many: 'ошибок' };
const OF_ROWS: NounForms = { one: 'строки', few: 'строк', many: 'строк' };

export const departmentWords = {
  intro:
    'Панель сделает копию книги, в которой только значения. Отправите её вы сами: почтой или как у вас принято. Ваша книга останется живой.',
  before: 'Перед отправкой',
  readiness: (filled: number, rows: number, percent: number) =>
    `Приложение заполнено на ${String(percent)}\u00a0%: ${formatNumber(filled)} из ${plural(rows, OF_ROWS)}`,
  agreement: (agreed: number, total: number) =>
    agreed === total
      ? `Числа сверены: ${formatNumber(agreed)} из ${formatNumber(total)}`
      : `Числа листа расходятся с расчётом: совпало ${formatNumber(agreed)} из ${formatNumber(total)}`,
  errors: (count: number) => `В реестре ${plural(count, ERRORS)}`,
  noErrors: 'Ошибок в реестре нет',
  anyway: 'Лучше сначала исправить. Можно отправить и так: отдел увидит список на листе «Проверка».',
  openControl: 'Открыть контроль',
  openIndicators: 'Открыть показатели',
  who: 'Какая копия',
  named: 'С именами педагогов',
  namedNote: 'Передавайте её так же, как любые персональные данные.',
  anonymous: 'Без персональных данных',
  anonymousNote: 'Вместо имён «Педагог 7»; дат рождения, контактов и согласий нет.',
  sent: 'Что уйдёт',
  sentList: [
    'Приложение и «Анализ» значениями, с местом для даты и подписи',
    'Таблицы реестра, по которым они посчитаны',
    'Лист «Проверка»: готовность, замечания, сроки',
  ],
  notSent: 'Что не уйдёт',
  notSentList: ['Ваши собственные листы и столбцы', 'Формулы и лист «Контроль»'],
  notSentAnonymous: 'Имена, даты рождения, контакты, согласия',
  download: 'Скачать копию',
  openCopy: 'Открыть копию новой книгой',
  making: 'Готовится копия…',
  notices: 'Посмотрите перед отправкой',
} as const;
