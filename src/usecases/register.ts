import { UserFacingError } from '../messages/errors';
import { describeNotice } from '../messages/notices';
import { obstacles } from '../messages/workbookErrors';
import type { Notice } from '../register/notices';
import { anchoredSheet } from '../register/parse';
import type { RegisterRequest } from '../register/request';
import { planRegister } from '../register/structure';
import { applyPlan, shapeAfter } from '../workbook/applyPlan';
import { type WorkbookReading, readKnown, readSnapshot } from '../workbook/readSnapshot';
import type { OnPhase } from './contract';
import { REGISTER_SCOPE } from './scope';
import { type VerifiedRegister, verifyRegister } from './verify';

/** The plan met something that has to be put right first; nothing was written. */
export class ObstaclesError extends UserFacingError {
  readonly obstacles: readonly Notice[];

  constructor(found: readonly Notice[]) {
    const { sentence, remedy } = obstacles(found.map(describeNotice));
    super(sentence, remedy);
    this.obstacles = found;
  }
}

/** A register that has just been brought up to date, and how much that took. */
export interface BuiltRegister extends VerifiedRegister {
  /** Actions carried out; 0 when everything was already as it should be. */
  readonly actions: number;
}

/**
 * «Создать реестр» and «Заполнить показатели»: whatever of the register is missing or differs is written
 * around what the user has typed, then read back and counted anew.
 *
 * @throws ObstaclesError before anything is written; UserFacingError for whatever Excel refuses.
 */
export async function buildRegister(
  context: Excel.RequestContext,
  request: RegisterRequest,
  onPhase: OnPhase,
): Promise<BuiltRegister> {
  onPhase('reading');
  const reading = await readSnapshot(context, REGISTER_SCOPE);
  onPhase('planning');
  const plan = planRegister(reading.snapshot, request);
  if (plan.obstacles.length > 0) throw new ObstaclesError(plan.obstacles);
  if (plan.actions.length > 0) onPhase('writing');
  await applyPlan(context, plan.actions, reading);
  onPhase('verifying');
  const { snapshot } = await readBack(context, reading, plan.actions);
  return { ...verifyRegister(snapshot, plan.notices.map(describeNotice)), actions: plan.actions.length };
}

/** Reads again what was changed; an unchanged workbook that calculates by itself has been read already. */
async function readBack(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  actions: Parameters<typeof shapeAfter>[1],
): Promise<WorkbookReading> {
  if (actions.length === 0 && reading.snapshot.automaticCalculation) return reading;
  // The writing was done with calculation suspended, and conditional formats show only after one (#5299).
  context.application.calculate('Recalculate');
  return readKnown(context, REGISTER_SCOPE, shapeAfter(reading, actions));
}

/** The report of a workbook as it stands; null when it is not a register. Nothing is written. */
export async function inspectRegister(
  context: Excel.RequestContext,
  onPhase: OnPhase,
): Promise<VerifiedRegister | null> {
  onPhase('reading');
  const { snapshot } = await readSnapshot(context, REGISTER_SCOPE);
  if (anchoredSheet(snapshot, 'Приложение') === undefined) return null;
  onPhase('verifying');
  return verifyRegister(snapshot);
}
