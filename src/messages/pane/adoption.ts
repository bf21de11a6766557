import { formatNumber, plural, type NounForms } from '../plural';

/** Words of the wizard «Мои таблицы → в реестр». What was found and why is worded by `src/messages/adoption.ts`. */

const TABLES: NounForms = { one: 'таблица', few: 'таблицы', many: 'таблиц' };
const ROWS: NounForms = { one: 'строка', few: 'строки', many: 'строк' };
const COLUMNS: NounForms = { one: 'столбец', few: 'столбца', many: 'столбцов' };
const QUESTIONS: NounForms = { one: 'вопрос', few: 'вопроса', many: 'вопросов' };
const PLACES: NounForms = { one: 'место', few: 'места', many: 'мест' };
const TIMES: NounForms = { one: 'раз', few: 'раза', many: 'раз' };
const CELLS: NounForms = { one: 'ячейка', few: 'ячейки', many: 'ячеек' };
const OF_QUESTIONS: NounForms = { one: 'вопроса', few: 'вопросов', many: 'вопросов' };

export const adoptionPaneWords = {
  heading: 'Мои таблицы → в реестр',
  intro:
    'Панель найдёт ваши таблицы, покажет, что поняла, и перенесёт их в реестр. Ваши листы и файлы не изменятся.',
  stepsLabel: 'Шаги переноса',
  steps: { found: 'Таблицы', matched: 'Столбцы', questions: 'Вопросы', dryRun: 'Проверка' },
  stepHeadings: {
    found: 'Какие таблицы нашлись',
    matched: 'Что в каждом столбце',
    questions: 'Вопросы к вам',
    dryRun: 'Что изменится в реестре',
  },
  /** Said to a screen reader when a step is opened. */
  stepOf: (step: number) => `Шаг ${String(step)} из 4: `,
  back: 'Назад',
  leave: 'К началу',
  next: {
    found: 'Дальше: столбцы',
    matched: 'Дальше: вопросы',
    questions: 'Дальше: проверка',
  },
  reading: 'Читаются листы и файлы…',
  stop: 'Остановить',
  stopped: 'Чтение остановлено. Ничего не изменено.',
  failed: 'Прочитать таблицы не удалось: что случилось, сказано выше.',
  considering: 'Пересчитывается…',
  readAgain: 'Прочитать заново',
  show: 'Показать в книге',
  showPlace: (words: string) => `Показать в книге: ${words}`,
  morePlaces: (count: number) => `и ещё ${plural(count, PLACES)}`,

  found: {
    summary: (tables: number, rows: number) =>
      tables === 0
        ? 'Подходящих таблиц пока не нашлось. Выберите файлы или укажите строку с заголовками.'
        : `Нашлось: ${plural(tables, TABLES)}, в них ${plural(rows, ROWS)}.`,
    chooseFiles: 'Выбрать файлы',
    filesHint:
      'Файлы .xlsx и .csv, можно сразу несколько. Они читаются здесь, на вашем компьютере, и никуда не отправляются.',
    dropHere: 'Отпустите файлы здесь',
    remove: 'Убрать',
    removeFile: (name: string) => `Убрать файл ${name}`,
    ownEmpty: 'В этой книге нет листов, кроме листов реестра: выберите файлы с вашими таблицами.',
    sheet: (name: string) => `Лист «${name}»`,
    sheetOf: (file: string, name: string) => `${file}, лист «${name}»`,
    hiddenSheet: 'лист скрыт',
    withoutTables: 'Листы без таблиц для реестра',
    leftOut: 'Лист не берётся.',
    rows: (count: number) => plural(count, ROWS),
    kind: 'Что это за таблица',
    kindOf: (sheet: string, row: number) => `Что это за таблица: лист «${sheet}», строка ${String(row)}`,
    kindUnsure: 'Подходит и другое: проверьте.',
    goesTo: (table: string) => `в реестре — «${table}»`,
    stays: 'не переносится',
    remembered: 'Такая таблица уже переносилась: столбцы взяты как в прошлый раз.',
    moveHeader: 'Заголовки не в той строке?',
    pointHeader: 'Указать строку с заголовками',
    up: 'На строку выше',
    down: 'На строку ниже',
    headerRows: 'Строка с заголовками',
    row: (row: number) => `строка ${String(row)}`,
    asFound: 'Вернуть, как нашлось',
    regulation: 'По какому положению вести реестр',
  },

  matched: {
    summary: (columns: number, tables: number) =>
      `Переносится ${plural(columns, COLUMNS)} из ${plural(tables, { one: 'таблицы', few: 'таблиц', many: 'таблиц' })}. Если что-то понято неверно, выберите другое.`,
    none: 'Ни одна таблица не переносится. Вернитесь на шаг назад и выберите, что это за таблицы.',
    toCheck: (count: number) => `Проверьте ${plural(count, COLUMNS)}:`,
    untitled: (letters: string) => `Столбец ${letters} без заголовка`,
    column: (letters: string) => `столбец ${letters}`,
    samples: 'Например:',
    noSamples: 'Значений нет.',
    goesTo: 'Куда перенести',
    leave: 'Не брать',
    check: (column: string) => `Перейти к столбцу ${column}`,
    block: (sheet: string, table: string) => `${sheet} → «${table}»`,
    confidence: {
      chosen: 'выбрано вами',
      sure: 'понято уверенно',
      likely: 'скорее всего так',
      doubtful: 'похоже, но проверьте',
      contradicted: 'значения не похожи на заголовок: проверьте',
      refused: 'не переносится',
      unknown: 'не распознан: не переносится',
    },
  },

  questions: {
    none: 'Вопросов нет: всё понято однозначно.',
    summary: (answered: number, all: number) =>
      `Отвечено на ${formatNumber(answered)} из ${plural(all, OF_QUESTIONS)}. Где вы не ответите, возьмётся осторожный ответ: ничего не теряется и не додумывается.`,
    which: 'Какие показать',
    all: (count: number) => `Все ${formatNumber(count)}`,
    open: (count: number) => `Без ответа ${formatNumber(count)}`,
    acceptRest: (count: number) => `Принять осторожные ответы: ${plural(count, QUESTIONS)}`,
    safest: 'осторожный ответ',
    answered: 'отвечено',
    places: (count: number) => (count === 1 ? 'Где:' : `Встречается ${plural(count, TIMES)}:`),
    allAnswered: 'На все вопросы есть ответ.',
  },

  dryRun: {
    empty: 'Записывать нечего: всё это в реестре уже есть.',
    nothingFound: 'Записывать нечего: ни одна таблица не переносится.',
    summary: (cells: number) => `Будет записано: ${plural(cells, CELLS)} реестра.`,
    untouched: 'Ваши листы и файлы не изменятся; записанное можно отменить одной кнопкой.',
    /** «Педагоги: добавится 4, изменится 2». */
    counted: (table: string, said: readonly string[]) => `${table}: ${said.join(', ')}`,
    counts: {
      added: 'добавится',
      updated: 'изменится',
      conflict: 'расходится',
      refused: 'не войдёт',
      gone: 'нет в таблицах',
      unchanged: 'без изменений',
    },
    becomesRegister:
      'Эта книга сначала станет реестром: появятся его листы. Всё, что в книге уже есть, останется на месте.',
    groups: {
      updated: 'Изменится',
      conflict: 'Расходится: остаётся как в реестре',
      refused: 'Не войдёт',
      added: 'Добавится',
      gone: 'Есть в реестре, нет в таблицах: не удаляется',
      notices: 'Как поняты имена и что ещё важно',
    },
    inTable: (table: string) => `таблица «${table}»`,
    unchanged: (count: number) => `Без изменений: ${plural(count, ROWS)} реестра.`,
    fix: 'Что сделать:',
    source: 'Откуда:',
    from: 'было',
    to: 'станет',
    inRegister: 'в реестре',
    inSource: 'в таблице',
    /** Stands in the table otherwise than it is written. */
    original: (text: string) => `(в таблице «${text}»)`,
    write: 'Записать в реестр',
    writing: 'Переносятся таблицы',
  },

  done: {
    heading: 'Таблицы перенесены в реестр',
    counts: {
      added: 'добавлено',
      updated: 'изменено',
      conflict: 'осталось с расхождением',
      refused: 'не вошло',
      gone: 'нет в таблицах',
      unchanged: 'без изменений',
    },
    undo: 'Если что-то не так, нажмите «Отменить» выше или внизу панели: вернётся всё, как было.',
    next: 'Через месяц можно перенести те же таблицы ещё раз: войдёт только новое.',
    control: 'Проверить, чего не хватает',
    overview: 'Открыть обзор',
    again: 'Перенести ещё',
  },
} as const;
