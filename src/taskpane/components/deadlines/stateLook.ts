import type { ObligationState } from '../../../control/obligations';
import type { MarkShape } from '../Mark';
import type { ViewTone } from '../viewStyles';

/** The sign and the colour of a state; its word always stands beside. */
export const STATE_LOOK: Readonly<Record<ObligationState, { shape: MarkShape; tone: ViewTone }>> = {
  overdue: { shape: 'cross', tone: 'danger' },
  risk: { shape: 'attention', tone: 'danger' },
  soon: { shape: 'clock', tone: 'warning' },
  ok: { shape: 'circle', tone: 'calm' },
  done: { shape: 'check', tone: 'good' },
};
