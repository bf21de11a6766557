/**
 * Errors of the host about files and formulas. Each carries a Russian sentence that says what is wrong
 * and what to do, because the message is shown to the user as it is.
 */

/** The formula cannot be read as an Excel formula. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';

  constructor(readonly formula: string) {
    super(`Формулу не удалось разобрать: ${formula}`);
  }
}

/** The bytes cannot be opened as an Excel workbook; the subclass says why. */
export abstract class WorkbookFileError extends Error {}

export class NotAWorkbookError extends WorkbookFileError {
  override readonly name = 'NotAWorkbookError';

  constructor() {
    super('Это не книга Excel (.xlsx). Откройте файл в Excel и сохраните его как «Книга Excel (.xlsx)».');
  }
}

export class OldExcelFormatError extends WorkbookFileError {
  override readonly name = 'OldExcelFormatError';

  constructor() {
    super('Это книга старого формата Excel 97–2003 (.xls). Откройте её в Excel и сохраните как .xlsx.');
  }
}

export class EncryptedWorkbookError extends WorkbookFileError {
  override readonly name = 'EncryptedWorkbookError';

  constructor() {
    super(
      'Книга зашифрована паролем. Откройте её в Excel, снимите пароль (Файл → Сведения → Защита книги → ' +
        'Зашифровать с использованием пароля, очистить поле) и сохраните.',
    );
  }
}

export class BinaryWorkbookError extends WorkbookFileError {
  override readonly name = 'BinaryWorkbookError';

  constructor() {
    super('Это двоичная книга Excel (.xlsb). Откройте её в Excel и сохраните как .xlsx.');
  }
}

export class OpenDocumentError extends WorkbookFileError {
  override readonly name = 'OpenDocumentError';

  constructor() {
    super('Это таблица OpenDocument (.ods). Откройте её в Excel или LibreOffice и сохраните как .xlsx.');
  }
}

export class StrictWorkbookError extends WorkbookFileError {
  override readonly name = 'StrictWorkbookError';

  constructor() {
    super('Книга сохранена как «Книга Strict Open XML». Сохраните её в Excel как «Книга Excel (.xlsx)».');
  }
}

export class BrokenArchiveError extends WorkbookFileError {
  override readonly name = 'BrokenArchiveError';

  constructor(options?: ErrorOptions) {
    super(
      'Файл повреждён: архив книги не читается. Возьмите другую копию файла или восстановите его в Excel ' +
        '(Файл → Открыть → Открыть и восстановить).',
      options,
    );
  }
}

export class MissingPartError extends WorkbookFileError {
  override readonly name = 'MissingPartError';

  constructor(readonly part: string) {
    super(
      `Файл повреждён: в книге нет обязательной части ${part}. Восстановите его в Excel ` +
        '(Файл → Открыть → Открыть и восстановить).',
    );
  }
}

export class WorkbookTooLargeError extends WorkbookFileError {
  override readonly name = 'WorkbookTooLargeError';

  /** @param bytes Size declared for the unpacked workbook. */
  constructor(readonly bytes: number) {
    super(
      `Книга слишком велика: в распакованном виде ${String(Math.ceil(bytes / 2 ** 20))} МБ. ` +
        'Удалите лишние листы и пустые оформленные строки и сохраните книгу снова.',
    );
  }
}

/** The calculation engine was asked for values before its WebAssembly was loaded, or has stopped for good. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
