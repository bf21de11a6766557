import { UserFacingError } from '../messages/errors';
import { CANCELLED } from '../messages/report';
import type { Phase, Work } from './contract';

/** The user stopped a use case between its phases. */
export class CancelledError extends UserFacingError {
  constructor() {
    super(CANCELLED.sentence, CANCELLED.remedy);
  }
}

/** Tells that a phase begins. @throws CancelledError when the user has stopped the work. */
export function enter({ onPhase, signal }: Work, phase: Phase): void {
  if (signal?.aborted === true) throw new CancelledError();
  onPhase(phase);
}
