import { plural } from './plural';

/** What happened and what to do, in words of the methodist. */
export interface FailureWords {
  readonly sentence: string;
  readonly remedy: string;
}

const TRY_AGAIN = 'Нажмите «Повторить»: что уже сделано, останется, остальное будет доведено до конца.';

/**
 * Words for the codes of Office.js. The codes are stable, the texts Excel sends with them are localised and
 * meant for developers (testing/application-specific-api-error-handling.md in office-js-docs-pr).
 */
export const EXCEL_FAILURES = {
  AccessDenied: {
    sentence: 'Excel не разрешил изменить книгу.',
    remedy:
      'Снимите защиту (Рецензирование → Снять защиту листа), откройте книгу для правки и повторите; если защиты нет, проверьте, не мешает ли антивирус.',
  },
  InvalidOperationInCellEditMode: {
    sentence: 'В Excel не закончен ввод в ячейке.',
    remedy: 'Завершите ввод в ячейке (Enter или Esc) и нажмите «Повторить».',
  },
  ItemNotFound: {
    sentence: 'Лист или таблица, с которыми работала надстройка, исчезли: их удалили или переименовали.',
    remedy: 'Отмените последнее изменение книги или нажмите «Повторить»: недостающее будет создано заново.',
  },
  ItemAlreadyExists: {
    sentence: 'В книге уже есть лист, таблица или имя с таким названием.',
    remedy: 'Переименуйте своё (Формулы → Диспетчер имён, ярлык листа) и повторите.',
  },
  InvalidArgument: {
    sentence: 'Excel не принял одно из записываемых значений.',
    remedy: 'Повторите; если не поможет, передайте разработчику сведения из раздела «Подробности».',
  },
  InvalidReference: {
    sentence: 'Excel не нашёл ячеек, на которые ссылается реестр.',
    remedy: 'Нажмите «Повторить»; если не поможет, отмените удаление строк, столбцов или листов реестра.',
  },
  InvalidOperation: {
    sentence: 'Сейчас Excel не может выполнить это действие.',
    remedy: 'Закройте открытые окна Excel и повторите.',
  },
  MergedRangeConflict: {
    sentence: 'На месте таблицы реестра есть объединённые ячейки.',
    remedy: 'Отмените объединение (Главная → Объединить и поместить в центре) и повторите.',
  },
  FilteredRangeConflict: {
    sentence: 'Таблица отфильтрована, и Excel не даёт менять её строки.',
    remedy: 'Снимите фильтр (Данные → Очистить) и повторите.',
  },
  PivotTableRangeConflict: {
    sentence: 'На месте таблицы реестра стоит сводная таблица.',
    remedy: 'Перенесите сводную таблицу на другой лист и повторите.',
  },
  NonBlankCellOffSheet: {
    sentence: 'На листе нет места: у его края есть заполненные ячейки.',
    remedy: 'Очистите последние строки и столбцы листа и повторите.',
  },
  OperationCellsExceedLimit: {
    sentence:
      'Изменение затрагивает слишком много ячеек: обычно это забытое значение далеко справа или внизу листа.',
    remedy: 'Нажмите Ctrl+End, удалите лишние строки и столбцы за таблицами и повторите.',
  },
  RequestPayloadSizeLimitExceeded: {
    sentence: 'Данных слишком много для одной передачи в Excel.',
    remedy: 'Откройте книгу в Excel для компьютера: там этого ограничения нет.',
  },
  ResponsePayloadSizeLimitExceeded: {
    sentence: 'Данных слишком много, чтобы прочитать их из Excel за один раз.',
    remedy: 'Откройте книгу в Excel для компьютера: там этого ограничения нет.',
  },
  RangeExceedsLimit: {
    sentence: 'Таблица больше, чем Excel отдаёт надстройкам (5 000 000 ячеек).',
    remedy: 'Удалите пустые строки в конце таблицы и повторите.',
  },
  FormulaLengthExceedsLimit: {
    sentence: 'Формула показателя длиннее, чем принимает этот Excel.',
    remedy:
      'Откройте книгу в 64-разрядном Excel или передайте разработчику сведения из раздела «Подробности».',
  },
  InactiveWorkbook: {
    sentence: 'Книга не на переднем плане: открыто другое окно Excel.',
    remedy: 'Перейдите в окно этой книги и повторите.',
  },
  InvalidSelection: {
    sentence: 'Сейчас в Excel нельзя выделить нужную ячейку.',
    remedy: 'Щёлкните любую ячейку этой книги и повторите.',
  },
  UndoNotSupported: {
    sentence: 'Excel не может включить это действие в «Отменить».',
    remedy: 'Повторите: действие будет выполнено без общей отмены.',
  },
  ApiNotFound: {
    sentence: 'Этот Excel слишком старый для надстройки.',
    remedy: 'Нужен Excel 2021 или новее, Microsoft 365 или Excel в браузере.',
  },
  NotImplemented: {
    sentence: 'Этот Excel не умеет того, что нужно надстройке.',
    remedy: 'Откройте книгу в Excel 2021 или новее, в Microsoft 365 или в браузере.',
  },
  GeneralException: {
    sentence: 'Excel сообщил о внутренней ошибке.',
    remedy: TRY_AGAIN,
  },
  HostRestartNeeded: {
    sentence: 'Excel нужно перезапустить.',
    remedy: 'Сохраните книгу, закройте Excel, откройте его снова и повторите.',
  },
} as const satisfies Readonly<Record<string, FailureWords>>;

export type ExcelFailureCode = keyof typeof EXCEL_FAILURES;

/** For the codes that are not listed: the code itself goes to the technical details. */
export const UNKNOWN_FAILURE: FailureWords = {
  sentence: 'Excel отказался выполнить действие.',
  remedy: TRY_AGAIN,
};

const quoted = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ');

export const protectedSheets = (names: readonly string[]): FailureWords => ({
  sentence: `${plural(names.length, { one: 'лист защищён', few: 'листа защищены', many: 'листов защищены' })}: ${quoted(names)}. Ничего не записано.`,
  remedy: 'Снимите защиту (Рецензирование → Снять защиту листа) и повторите.',
});

/** Sheets and tables that are gone, and sheets whose cells have moved, since the change that is to be undone. */
export const restorePointLost = (lost: readonly string[], moved: readonly string[]): FailureWords => ({
  sentence: [
    ...(lost.length === 0 ? [] : [`С тех пор переименованы или удалены: ${quoted(lost)}.`]),
    ...(moved.length === 0
      ? []
      : [`С тех пор вставлены или удалены строки либо столбцы рядом с таблицами: ${quoted(moved)}.`]),
    'Ничего не отменено.',
  ].join(' '),
  remedy: 'Верните прежние названия и места (Ctrl+Z или вручную) и повторите.',
});

export const ANOTHER_IN_PROGRESS: FailureWords = {
  sentence: 'Предыдущее действие ещё выполняется.',
  remedy: 'Дождитесь его окончания и повторите.',
};

/** Obstacles found by the plan, each a whole sentence. */
export const obstacles = (sentences: readonly string[]): FailureWords => ({
  sentence: sentences.join(' '),
  remedy: 'Ничего не записано: устраните это и повторите.',
});
