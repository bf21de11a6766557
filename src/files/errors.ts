import { UserFacingError } from '../messages/errors';
import { atLine, FILE_FAILURES, type FileFailure } from '../messages/files';

/** The bytes of a file cannot be read as a table; `failure` tells why. */
export class FileError extends UserFacingError {
  readonly failure: FileFailure;

  constructor(failure: FileFailure, options: ErrorOptions & { readonly line?: number } = {}) {
    const { sentence, remedy } = FILE_FAILURES[failure];
    super(options.line === undefined ? sentence : `${sentence} ${atLine(options.line)}`, remedy, options);
    this.failure = failure;
  }
}
