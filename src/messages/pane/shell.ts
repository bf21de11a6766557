import type { CellPlace } from '../../register/addresses';
import { plural, pluralForm } from '../plural';

/**
 * Words of what surrounds the views of the pane: the head, the tabs, what is going on, how it ended.
 * Quotation marks are «…», minus is −, a value that is not there is —, never 0.
 */

const POINTS = { one: 'пункт', few: 'пункта', many: 'пунктов' } as const;
const CELLS = { one: 'ячейка', few: 'ячейки', many: 'ячеек' } as const;

/** Cells named in a line of text: all of a few, the first of many. */
const NAMED_AT_MOST = 5;
const places = (cells: readonly CellPlace[]): string => {
  const named = cells.slice(0, NAMED_AT_MOST).map(({ sheet, cell }) => `«${sheet}» ${cell}`);
  const left = cells.length - named.length;
  return left === 0 ? named.join(', ') : `${named.join(', ')} и ещё ${plural(left, CELLS)}`;
};

export const shellWords = {
  /** Name of the product, as on the ribbon tab. */
  product: 'Методобъединение',
  version: (version: string) => `Версия ${version}`,
  help: 'Справка',

  /** Tabs, in the words of their headings. */
  views: {
    overview: 'Обзор',
    indicators: 'Показатели',
    control: 'Контроль',
    deadlines: 'Сроки',
    desk: 'Заседание',
    record: 'Запись',
    adoption: 'Мои таблицы',
    documents: 'Документы',
    settings: 'Настройки',
  },
  tabs: 'Разделы панели',
  /** Said after the name of the tab «Контроль». */
  errorCount: (count: number) => plural(count, { one: 'ошибка', few: 'ошибки', many: 'ошибок' }),
  overdueCount: (count: number) =>
    `${plural(count, { one: 'срок', few: 'срока', many: 'сроков' })} ${pluralForm(count, { one: 'просрочен', few: 'просрочено', many: 'просрочено' })}`,

  actions: {
    group: 'Действия',
    createRegister: 'Создать реестр',
    fillIndicators: 'Заполнить показатели',
    checkRegister: 'Проверить',
    complete: 'Достроить реестр',
    refresh: 'Обновить',
    undo: 'Отменить',
    /** Отменить «Паспорт: „Объединение“». */
    undoWhat: (what: string) => `Отменить «${what.replaceAll('«', '„').replaceAll('»', '“')}»`,
    stop: 'Остановить',
    stopping: 'Останавливается…',
    retry: 'Повторить',
    hide: 'Скрыть',
  },

  /** What is being done, for the progress line and for a screen reader. */
  running: {
    createRegister: 'Создаётся реестр',
    fillIndicators: 'Заполняются показатели',
    checkRegister: 'Проверяется реестр',
    readReport: 'Читается книга',
    undo: 'Отменяется последнее действие',
    preview: 'Готовится список изменений',
  },
  phases: {
    reading: 'читаю листы и таблицы',
    planning: 'сравниваю с тем, что должно быть',
    writing: 'записываю формулы и оформление',
    verifying: 'сверяю формулы с расчётом',
  },
  phaseOf: (phase: string, step: number, steps: number) => `шаг ${step} из ${steps}: ${phase}`,

  done: {
    createRegister: 'Реестр создан.',
    fillIndicators: 'Показатели заполнены.',
    checkRegister: 'Реестр проверен.',
    undo: 'Последнее действие отменено.',
    change: 'Готово.',
  },
  agreement: (agreed: number, total: number) => `Сверка: ${agreed} из ${total}.`,
  /** What «Отменить» left because it had been typed over since. */
  kept: (cells: readonly CellPlace[]) =>
    `Осталось как есть, потому что вы изменили это позже: ${places(cells)}.`,

  proposal: {
    heading: {
      createRegister: 'Что будет сделано',
      fillIndicators: 'Изменится то, что вы ввели',
      checkRegister: 'Изменится то, что вы ввели',
    },
    rest: (count: number) => `Ещё ${plural(count, POINTS)}`,
    changes: (count: number) => `Ваши ячейки, которые изменятся: ${String(count)}`,
    more: (count: number) => `и ещё ${plural(count, CELLS)}`,
    untouched: 'Остальное, что есть в книге, останется на месте. Сделанное можно будет отменить.',
    go: 'Продолжить',
    leave: 'Не сейчас',
  },

  notRegister: {
    heading: 'Эта книга ещё не реестр',
    text: 'Нажмите «Создать реестр»: появятся листы для банка данных, заседаний, курсов и достижений, а на листе «Приложение» — 29 показателей отчёта. Всё, что уже есть в книге, останется на месте.',
    adopt: {
      action: 'Собрать реестр из моих таблиц',
      text: 'Списки педагогов, курсов, достижений и заседаний уже ведутся в Excel? Панель найдёт их, покажет, что поняла, и перенесёт в реестр. Ваши листы и файлы не изменятся.',
    },
    join: { text: 'Вы собираете отчёты в отделе?', action: 'Сделать свод по объединениям' },
    steps: {
      heading: 'Как это устроено',
      list: [
        'Сначала панель покажет, что будет сделано. Без вашего согласия ничего не изменится.',
        'Вы заполняете «Паспорт» и «Банк данных», затем остальные листы в любом порядке.',
        'Показатели считаются сами, а панель говорит, чего не хватает и что скоро нужно сдать.',
      ],
    },
  },

  stale: 'Книгу изменил кто-то ещё.',
  unwatched: 'Числа в панели могли устареть: последние изменения прочитать не удалось.',

  passport: {
    schoolYear: (year: string) => `${year} учебный год`,
    noAssociation: 'Объединение не указано в паспорте',
  },

  technical: 'Подробности для того, кто поможет',
  loading: 'Загружается…',

  unexpected: {
    sentence: 'Не получилось выполнить действие из-за ошибки в надстройке.',
    remedy:
      'Попробуйте ещё раз. Если не поможет, закройте панель и откройте её снова; введённые вами данные на месте.',
  },
  notLoaded: {
    sentence: 'Не удалось загрузить часть надстройки.',
    remedy: 'Проверьте подключение к интернету и повторите; если не поможет, закройте и откройте панель.',
  },
  brokenPane: {
    sentence: 'Панель не смогла показать результат.',
    remedy: 'Книга не пострадала. Откройте панель заново кнопкой «Панель» на вкладке «Методобъединение».',
    reload: 'Открыть заново',
  },
  brokenView: {
    sentence: 'Этот раздел не смог показаться.',
    remedy: 'Книга не пострадала. Повторите или откройте другой раздел.',
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
