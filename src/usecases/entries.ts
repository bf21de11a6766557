import { UserFacingError } from '../messages/errors';
import { entryObstacle } from '../messages/changes';
import type { Plan } from '../plan/action';
import type { EntryObstacle, EntryPlan } from '../register/entry';

/** A form cannot be written into its table; nothing was written. */
export class EntryError extends UserFacingError {
  readonly obstacle: EntryObstacle;

  constructor(obstacle: EntryObstacle) {
    const { sentence, remedy } = entryObstacle(obstacle);
    super(sentence, remedy);
    this.obstacle = obstacle;
  }
}

/** The actions of a plan that nothing stands in the way of. @throws EntryError */
export function demandEntries({ actions, obstacles }: EntryPlan): Plan {
  const [obstacle] = obstacles;
  if (obstacle !== undefined) throw new EntryError(obstacle);
  return actions;
}
