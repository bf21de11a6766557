/**
 * Errors of the object model, by the codes Excel gives them (Microsoft's client turns them into
 * `OfficeExtension.Error` with the same `code`).
 */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function notImplemented(member: string): HostError {
  return new HostError('NotImplemented', `${member} is not implemented by this host.`);
}

export function itemNotFound(detail: string): HostError {
  return new HostError('ItemNotFound', `The requested resource doesn't exist: ${detail}.`);
}

export function accessDenied(detail: string): HostError {
  return new HostError('AccessDenied', `You cannot perform the requested operation: ${detail}.`);
}

export function invalidArgument(detail: string): HostError {
  return new HostError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format: ${detail}.`,
  );
}
