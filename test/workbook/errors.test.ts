import { EXCEL_FAILURES } from '../../src/messages/workbookErrors';
import {
  AccessDeniedError,
  CellEditModeError,
  ExcelError,
  OutdatedExcelError,
  PayloadTooLargeError,
  toUserFacing,
} from '../../src/workbook/errors';

/** Codes an add-in has to have an answer to (office-js.md §1.11). */
const CODES = [
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'ItemNotFound',
  'ItemAlreadyExists',
  'InvalidArgument',
  'MergedRangeConflict',
  'FilteredRangeConflict',
  'PivotTableRangeConflict',
  'NonBlankCellOffSheet',
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'RangeExceedsLimit',
  'FormulaLengthExceedsLimit',
  'InactiveWorkbook',
  'InvalidSelection',
  'UndoNotSupported',
  'ApiNotFound',
  'NotImplemented',
  'GeneralException',
  'HostRestartNeeded',
];

const refusal = (code: string) => ({
  name: 'RichApi.Error',
  code,
  message: 'Произошла внутренняя ошибка.',
  debugInfo: { errorLocation: 'Range.values', statement: 'range.values = ...;' },
});

describe('refusals of Excel', () => {
  it.each(CODES)('%s has words and a remedy', (code) => {
    const error = toUserFacing(refusal(code));
    if (!(error instanceof ExcelError)) throw new Error('not recognised');
    expect(error.sentence).toMatch(/^[А-ЯE].+\.$/);
    expect(error.remedy).toMatch(/\.$/);
    expect(error.technical).toBe(`${code} · Range.values · range.values = ...;`);
    expect(error.sentence).toBe(EXCEL_FAILURES[code as keyof typeof EXCEL_FAILURES].sentence);
  });

  it('tells the user how to leave the cell', () => {
    const error = toUserFacing(refusal('InvalidOperationInCellEditMode'));
    expect(error).toBeInstanceOf(CellEditModeError);
    expect(error).toMatchObject({
      name: 'CellEditModeError',
      remedy: 'Завершите ввод в ячейке (Enter или Esc) и нажмите «Повторить».',
    });
  });

  it.each([
    ['AccessDenied', AccessDeniedError],
    ['RangeExceedsLimit', PayloadTooLargeError],
    ['ApiNotFound', OutdatedExcelError],
  ] as const)('%s is an error of its own', (code, type) => {
    expect(toUserFacing(refusal(code))).toBeInstanceOf(type);
  });

  it('keeps the code of a refusal nobody has foreseen', () => {
    const error = toUserFacing(refusal('SomethingNew'));
    expect(error).toBeInstanceOf(ExcelError);
    expect(error).toMatchObject({ technical: 'SomethingNew · Range.values · range.values = ...;' });
  });

  it('leaves a fault of ours as it is', () => {
    const fault = new TypeError('undefined is not a function');
    expect(toUserFacing(fault)).toBe(fault);
    expect(toUserFacing('text')).toBe('text');
  });
});
