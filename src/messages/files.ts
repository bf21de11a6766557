import type { FailureWords } from './workbookErrors';

const SAVE_AS = 'Откройте её в Excel и сохраните как «Книга Excel (.xlsx)» (Файл → Сохранить как).';
const REPAIR =
  'Возьмите другую копию файла или восстановите его в Excel (Файл → Открыть → Открыть и восстановить).';

/** Why a file could not be read, and what to do. */
export const FILE_FAILURES = {
  empty: {
    sentence: 'Файл пуст: в нём нет ни одного байта.',
    remedy: 'Проверьте, до конца ли он скопирован или скачан, и возьмите другую копию.',
  },
  encrypted: {
    sentence: 'Книга зашифрована паролем.',
    remedy:
      'Откройте её в Excel, снимите пароль (Файл → Сведения → Защита книги → Зашифровать с использованием пароля, очистить поле) и сохраните.',
  },
  oldExcel: {
    sentence: 'Это книга старого формата Excel 97–2003 (.xls).',
    remedy: SAVE_AS,
  },
  binary: {
    sentence: 'Это двоичная книга Excel (.xlsb).',
    remedy: SAVE_AS,
  },
  openDocument: {
    sentence: 'Это таблица OpenDocument (.ods).',
    remedy: 'Откройте её в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)».',
  },
  webPage: {
    sentence: 'Это веб-страница, сохранённая под видом книги Excel.',
    remedy: SAVE_AS,
  },
  otherDocument: {
    sentence: 'Это не книга Excel, а документ другой программы (Word, PDF или рисунок).',
    remedy: 'Скопируйте таблицу из него на лист Excel, сохраните как «Книга Excel (.xlsx)» и выберите её.',
  },
  notWorkbook: {
    sentence: 'Это не книга Excel и не текстовая таблица.',
    remedy: 'Откройте файл в Excel и сохраните как «Книга Excel (.xlsx)» или выберите другой файл.',
  },
  brokenArchive: {
    sentence: 'Файл повреждён: архив книги не читается.',
    remedy: REPAIR,
  },
  brokenBook: {
    sentence: 'Файл повреждён: в книге нет обязательных частей или они не читаются.',
    remedy: REPAIR,
  },
  tooLarge: {
    sentence: 'Книга слишком велика: в распакованном виде больше гигабайта.',
    remedy: 'Удалите лишние листы, рисунки и пустые оформленные строки, сохраните книгу и выберите её снова.',
  },
  tooManyCells: {
    sentence: 'Таблица слишком велика: заполненных ячеек больше трёх миллионов.',
    remedy: 'Оставьте в файле только нужные листы и строки и выберите его снова.',
  },
  unknownEncoding: {
    sentence: 'Не удалось понять, в какой кодировке записан текст файла.',
    remedy: 'Откройте его в Excel и сохраните как «CSV UTF-8» или как «Книга Excel (.xlsx)».',
  },
  openQuote: {
    sentence: 'В текстовой таблице не сходятся кавычки: где кончается ячейка, сказать нельзя.',
    remedy: 'Откройте файл в Excel, проверьте строки и сохраните как «Книга Excel (.xlsx)».',
  },
} as const satisfies Readonly<Record<string, FailureWords>>;

export type FileFailure = keyof typeof FILE_FAILURES;

/** The line of a text table at which reading stopped. */
export const atLine = (line: number): string => `Строка файла: ${String(line)}.`;
