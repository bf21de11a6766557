import { UserFacingError } from '../messages/errors';
import {
  ANOTHER_IN_PROGRESS,
  EXCEL_FAILURES,
  type ExcelFailureCode,
  type FailureWords,
  UNKNOWN_FAILURE,
  protectedSheets,
  restorePointLost,
} from '../messages/workbookErrors';

/** What Office.js tells of a refusal, for the technical details. */
export interface OfficeFailure {
  readonly code: string;
  /** The member that failed: "Range.values". */
  readonly location: string;
  readonly statement: string;
  readonly message: string;
}

/** A refusal of Excel, in plain words; the code and the place stay in `failure`. */
export class ExcelError extends UserFacingError {
  readonly failure: OfficeFailure;

  constructor(words: FailureWords, failure: OfficeFailure, options?: ErrorOptions) {
    super(words.sentence, words.remedy, options);
    this.failure = failure;
  }

  /** Code, member and statement in one line, for whoever is to find the cause. */
  get technical(): string {
    const { code, location, statement } = this.failure;
    return [code, location, statement].filter((part) => part !== '').join(' · ');
  }
}

/** The user is typing in a cell: nothing was done, and the same call will do once they have left it. */
export class CellEditModeError extends ExcelError {}

/** Excel refused the change: protection, a read-only file, an antivirus. */
export class AccessDeniedError extends ExcelError {}

/** The request or the answer is over what Excel on the web carries. */
export class PayloadTooLargeError extends ExcelError {}

/** Excel is older than ExcelApi 1.14. */
export class OutdatedExcelError extends ExcelError {}

/** Sheets that would be written to are protected; nothing has been written. */
export class ProtectedSheetsError extends UserFacingError {
  readonly sheets: readonly string[];

  constructor(sheets: readonly string[]) {
    const { sentence, remedy } = protectedSheets(sheets);
    super(sentence, remedy);
    this.sheets = sheets;
  }
}

/**
 * What is to be undone cannot be found any more: sheets or tables were renamed or removed, or rows or columns were
 * inserted beside them. Nothing has been changed.
 */
export class RestorePointLostError extends UserFacingError {
  readonly lost: readonly string[];
  readonly moved: readonly string[];

  constructor(lost: readonly string[], moved: readonly string[]) {
    const { sentence, remedy } = restorePointLost(lost, moved);
    super(sentence, remedy);
    this.lost = lost;
    this.moved = moved;
  }
}

/** A second change was asked for while one is running. */
export class BusyError extends UserFacingError {
  constructor() {
    super(ANOTHER_IN_PROGRESS.sentence, ANOTHER_IN_PROGRESS.remedy);
  }
}

/** The codes whose error the caller answers differently from the rest. */
const ERROR_BY_CODE: Partial<Record<ExcelFailureCode, typeof ExcelError>> = {
  InvalidOperationInCellEditMode: CellEditModeError,
  AccessDenied: AccessDeniedError,
  RequestPayloadSizeLimitExceeded: PayloadTooLargeError,
  ResponsePayloadSizeLimitExceeded: PayloadTooLargeError,
  RangeExceedsLimit: PayloadTooLargeError,
  ApiNotFound: OutdatedExcelError,
  NotImplemented: OutdatedExcelError,
};

const isKnown = (code: string): code is ExcelFailureCode => Object.hasOwn(EXCEL_FAILURES, code);

/**
 * What an `OfficeExtension.Error` says; null for any other error. Told by its shape, not by `instanceof`:
 * the library may live in another realm (a frame, the host of the tests).
 */
export function officeFailure(error: unknown): OfficeFailure | null {
  if (typeof error !== 'object' || error === null) return null;
  if (!('code' in error) || typeof error.code !== 'string' || !('debugInfo' in error)) return null;
  const { debugInfo } = error;
  const detail = (name: string): string => {
    if (typeof debugInfo !== 'object' || debugInfo === null) return '';
    const value: unknown = Reflect.get(debugInfo, name);
    return typeof value === 'string' ? value : '';
  };
  return {
    code: error.code,
    location: detail('errorLocation'),
    statement: detail('statement'),
    message: 'message' in error && typeof error.message === 'string' ? error.message : '',
  };
}

/** The error in words of the user; an error that is not Excel's comes back as it is: it is a fault of ours. */
export function toUserFacing(error: unknown): unknown {
  if (error instanceof UserFacingError) return error;
  const failure = officeFailure(error);
  if (failure === null) return error;
  if (!isKnown(failure.code)) return new ExcelError(UNKNOWN_FAILURE, failure, { cause: error });
  const Failure = ERROR_BY_CODE[failure.code] ?? ExcelError;
  return new Failure(EXCEL_FAILURES[failure.code], failure, { cause: error });
}

/** Runs work against Excel; whatever Excel refuses arrives as a `UserFacingError`. */
export async function asUserFacing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toUserFacing(error);
  }
}
