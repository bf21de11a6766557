import type { Plan } from '../plan/action';
import type { CellPlace } from '../register/addresses';
import { type ApplyOptions, applyPlan, ensureUnprotected } from './applyPlan';
import { capture } from './capture';
import { asUserFacing, RestorePointLostError } from './errors';
import { planUndo } from './planUndo';
import type { WorkbookReading } from './readSnapshot';
import { type RestorePoint, captureNeeds, restorePointOf } from './restorePoint';
import { readForUndo } from './undoReading';

export interface RestorableOptions extends ApplyOptions {
  /** Told before the first write, so that a plan that was cut short can be taken back as well. */
  readonly onRestorePoint?: (point: RestorePoint) => void;
  /** The restore point of a plan that this one continues: what is answered takes both back. */
  readonly continues?: RestorePoint;
}

/**
 * `applyPlan`, after asking the workbook what the plan is about to change: one trip more, or none when it touches
 * only new sheets and cells the reading has told. Null for a plan that changes nothing.
 *
 * @throws ProtectedSheetsError before a restore point is told; UserFacingError for whatever Excel refuses.
 */
export async function applyRestorably(
  context: Excel.RequestContext,
  plan: Plan,
  reading: WorkbookReading,
  options: RestorableOptions = {},
): Promise<RestorePoint | null> {
  const { snapshot, flags } = reading;
  ensureUnprotected(plan, snapshot);
  const { continues: former } = options;
  const needs = captureNeeds(snapshot, flags, plan, former);
  const captured = await asUserFacing(() => capture(context, needs, flags));
  const point = restorePointOf(snapshot, plan, captured, former);
  if (point !== null) options.onRestorePoint?.(point);
  await applyPlan(context, plan, reading, options);
  return point;
}

export interface Undone {
  /** Cells that were left as they are: somebody has typed there since, or they use what the plan made. */
  readonly kept: readonly CellPlace[];
  /** Sheets the plan had added that stay because of such cells. */
  readonly keptSheets: readonly string[];
}

/**
 * Takes a plan back: two trips to see what stands there now, one to write. What somebody has typed since stays,
 * and so does whatever of the plan's it needs. Cut short, it is completed by calling it again.
 *
 * @throws RestorePointLostError, ProtectedSheetsError before anything is written; UserFacingError for whatever
 * Excel refuses.
 */
export async function undoPlan(
  context: Excel.RequestContext,
  point: RestorePoint,
  options: Pick<ApplyOptions, 'onProgress' | 'requestBytes'> = {},
): Promise<Undone> {
  const reading = await asUserFacing(() => readForUndo(context, point));
  const { actions, kept, keptSheets, lost, moved } = planUndo(point, reading);
  if (lost.length + moved.length > 0) throw new RestorePointLostError(lost, moved);
  const { sheets, names, flags } = reading;
  await applyPlan(context, actions, { snapshot: { sheets, names }, flags }, options);
  return { kept, keptSheets };
}
