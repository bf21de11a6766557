import { plural } from './plural';

/**
 * Every word of the pane, in one place and typed: a component names a message, it never writes one.
 * Quotation marks are «…», minus is −, a value that is not there is —, never 0.
 */

const row = { one: 'строка', few: 'строки', many: 'строк' };
const indicator = { one: 'показатель', few: 'показателя', many: 'показателей' };
const gap = { one: 'пробел', few: 'пробела', many: 'пробелов' };
const warning = { one: 'замечание', few: 'замечания', many: 'замечаний' };

export const ru = {
  /** Name of the product, as on the ribbon tab. */
  product: 'Методобъединение',
  version: (version: string) => `Версия ${version}`,

  actions: {
    createRegister: 'Создать реестр',
    fillIndicators: 'Заполнить показатели',
    retry: 'Повторить',
    hide: 'Скрыть',
  },

  /** What each use case is doing, for the progress line and for a screen reader. */
  running: {
    createRegister: 'Создаётся реестр',
    fillIndicators: 'Заполняются показатели',
    readReport: 'Читается книга',
  },
  phases: {
    reading: 'читаю листы и таблицы',
    planning: 'сравниваю с тем, что должно быть',
    writing: 'записываю формулы и оформление',
    verifying: 'сверяю формулы с расчётом',
  },
  phaseOf: (phase: string, step: number, steps: number) => `шаг ${step} из ${steps}: ${phase}`,

  notRegister: {
    title: 'Эта книга ещё не реестр',
    text: 'Нажмите «Создать реестр»: появятся листы для банка данных, заседаний, курсов и достижений, а на листе «Приложение» — 29 показателей. Всё, что уже есть в книге, останется на месте.',
  },

  passport: {
    schoolYear: (year: string) => `${year} учебный год`,
    calculatedOn: (date: string) => `расчёт на ${date}`,
    noAssociation: 'Объединение не указано в паспорте',
  },

  summary: {
    heading: 'Готовность показателей',
    ready: (filled: number, total: number) => `С числом ${filled} из ${plural(total, genitive(indicator))}`,
    agreement: (agreed: number, total: number) => `Сверка: ${agreed} из ${total}`,
    agreementFull: 'числа на листе и расчёт надстройки совпадают',
    agreementBroken: (count: number) => `${plural(count, row)} с расхождением`,
  },

  /** The words «Состояние» uses on the sheet. */
  states: {
    heading: 'заголовок',
    value: 'рассчитано',
    zero: 'ноль подтверждён',
    missing: 'нет данных',
    'not-due': 'ещё не проводилось',
    partial: 'рассчитано с пробелами',
  },
  gaps: (count: number) => plural(count, gap),
  noValue: '—',
  averageAttendance: (value: string) => `в среднем ${value}`,

  agreement: {
    agrees: 'сверено',
    differs: 'расхождение',
    differsFrom: (formula: string) => `расхождение: на листе ${formula}`,
  },

  list: {
    heading: 'Показатели',
    number: '№',
    label: 'Показатель',
    value: 'Количество',
    state: 'Состояние',
  },

  warnings: (count: number) => plural(count, warning),

  finished: {
    createRegister: 'Реестр создан.',
    fillIndicators: 'Показатели заполнены.',
    readReport: 'Реестр прочитан.',
  },

  unexpected: {
    sentence: 'Не получилось выполнить действие из-за ошибки в надстройке.',
    remedy:
      'Нажмите «Повторить». Если не поможет, закройте панель и откройте её снова; введённые вами данные на месте.',
  },
  brokenPane: {
    sentence: 'Панель не смогла показать результат.',
    remedy: 'Книга не пострадала. Откройте панель заново кнопкой «Панель» на вкладке «Методобъединение».',
    reload: 'Открыть заново',
  },
  unsupported: {
    notExcel: {
      sentence: 'Панель открыта не в Excel.',
      remedy: 'Откройте книгу в Excel и нажмите «Панель» на вкладке «Методобъединение».',
    },
    oldExcel: {
      sentence: 'Эта версия Excel слишком старая для надстройки.',
      remedy:
        'Нужен Excel 2021 или новее, Microsoft 365 или Excel в браузере. Готовый реестр открывается и считает в любой версии и без надстройки.',
    },
  },
} as const;

/** «из 54 показателей», but «из 1 показателя»: after «из» a noun stands in the genitive. */
function genitive(forms: { many: string; few: string }): { one: string; few: string; many: string } {
  return { one: forms.few, few: forms.many, many: forms.many };
}
