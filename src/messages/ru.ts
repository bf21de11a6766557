import { OF_THEM, STATE_WORDS, stateWords } from '../indicators/states';
import type { IndicatorState as RowState } from '../indicators/states';
import { plural } from './plural';

/**
 * Every word of the pane, in one place and typed: a component names a message, it never writes one.
 * Quotation marks are «…», minus is −, a value that is not there is —, never 0.
 */

const warning = { one: 'замечание', few: 'замечания', many: 'замечаний' };

/** Rows named in a line of text: all of a few, the first of many. */
const NAMED_AT_MOST = 6;
const listed = (numbers: readonly string[]) =>
  numbers.length <= NAMED_AT_MOST
    ? numbers.join(', ')
    : `${numbers.slice(0, NAMED_AT_MOST).join(', ')} и других`;

/** States as a count needs them: «с пробелами: 3». */
const openWords: Readonly<Record<RowState, string>> = { ...STATE_WORDS, partial: 'с пробелами' };

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
    checkRegister: 'Проверяется реестр',
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
    filled: (filled: number, total: number) => `Заполнено строк: ${filled} из ${total}`,
    open: (state: RowState, count: number) => `${openWords[state]}: ${count}`,
    agreement: (agreed: number, total: number) => `Сверка: ${agreed} из ${total}`,
    agreementFull: 'числа на листе совпадают с расчётом',
    agreementBroken: (numbers: readonly string[]) =>
      `${numbers.length === 1 ? 'расхождение в строке' : 'расхождения в строках'} ${listed(numbers)}`,
  },

  /** The words «Состояние» uses on the sheet. */
  state: stateWords,
  noValue: '—',
  averageAttendance: (value: string) => `в среднем ${value}`,

  agreement: {
    agrees: 'сверено',
    valueDiffers: (onSheet: string) => `расхождение: на листе ${onSheet}`,
    stateDiffers: (onSheet: string) => `расхождение: на листе «${onSheet}»`,
  },

  list: {
    heading: 'Показатели',
    number: '№',
    label: 'Показатель',
    value: 'Кол-во',
    /** Before rows 1.1 to 1.5, as on the form. */
    ofThem: OF_THEM,
    attentionOnly: 'Только требующие внимания',
    nothingToAttend: 'Таких строк нет.',
  },

  warnings: (count: number) => plural(count, warning),

  technical: 'Подробности',

  finished: {
    createRegister: 'Реестр создан.',
    fillIndicators: 'Показатели заполнены.',
    checkRegister: 'Реестр проверен.',
    readReport: 'Реестр прочитан.',
  },

  unexpected: {
    sentence: 'Не получилось выполнить действие из-за ошибки в надстройке.',
    remedy:
      'Нажмите «Повторить». Если не поможет, закройте панель и откройте её снова; введённые вами данные на месте.',
  },
  notLoaded: {
    sentence: 'Не удалось загрузить часть надстройки.',
    remedy:
      'Проверьте подключение к интернету и нажмите «Повторить»; если не поможет, закройте и откройте панель.',
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
