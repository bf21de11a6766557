import type { Plan, WorkbookAction } from '../plan/action';
import { parseArea } from '../register/addresses';
import { type ActionTarget, queueAction } from './actions';
import { ProtectedSheetsError, asUserFacing, officeFailure } from './errors';
import type { OwnFlag } from './flags';
import { REQUEST_BYTES } from './limits';
import { requestsOf } from './payload';
import type { WorkbookReading, WorkbookShape } from './readSnapshot';
import type { TableShape } from './tables';

export interface ApplyOptions {
  /** Actions carried out so far, of how many; called after each trip. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Bytes of one request; smaller in tests. */
  readonly requestBytes?: number;
}

/** What applying has to know of the workbook; a reading of it does. */
export interface PlanGround {
  readonly snapshot: {
    readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[];
    readonly names: readonly { readonly name: string }[];
  };
  readonly flags: readonly OwnFlag[];
}

/**
 * Carries out a plan, in the order given, in one trip, or in several where it does not fit into a request.
 * Excel keeps what came before a failing action; running the plan anew completes it. The sheet to show is
 * only queued: it travels with the next trip, because Excel on the web cannot show a sheet in the batch that
 * adds it (#930). An empty plan makes no trip.
 *
 * @throws ProtectedSheetsError before anything is written; UserFacingError for whatever Excel refuses.
 */
export async function applyPlan(
  context: Excel.RequestContext,
  plan: Plan,
  { snapshot, flags }: PlanGround,
  options: ApplyOptions = {},
): Promise<void> {
  ensureUnprotected(plan, snapshot);
  const writes = plan.filter(({ kind }) => kind !== 'activate');
  const target: ActionTarget = {
    workbook: context.workbook,
    names: new Set(snapshot.names.map(({ name }) => name.toLowerCase())),
    flags: new Map(
      snapshot.sheets.map(({ name }) => [
        name,
        flags.filter(({ sheet }) => sheet === name).map(({ id }) => id),
      ]),
    ),
    sheets: new Map(),
    ranges: new Map(),
  };
  let done = 0;
  await asUserFacing(() =>
    send(context, target, writes, options.requestBytes ?? REQUEST_BYTES, (sent) => {
      done += sent;
      options.onProgress?.(done, writes.length);
    }),
  );
  target.sheets.clear();
  for (const action of plan) if (action.kind === 'activate') queueAction(target, action);
}

async function send(
  context: Excel.RequestContext,
  target: ActionTarget,
  actions: Plan,
  limit: number,
  onSent: (actions: number) => void,
): Promise<void> {
  for (const request of requestsOf(actions, limit)) {
    // A refused request has been carried out in no part: what it noted must not be believed.
    const names = new Set(target.names);
    const flags = new Map(target.flags);
    target.sheets.clear();
    target.ranges.clear();
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const action of request) queueAction(target, action);
    try {
      // One trip a request, because a request is what Excel on the web accepts.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    } catch (error) {
      const half = Math.floor(limit / 2);
      if (officeFailure(error)?.code !== 'RequestPayloadSizeLimitExceeded' || half < LEAST_REQUEST)
        throw error;
      await send(context, { ...target, names, flags }, request, half, onSent);
      continue;
    }
    onSent(request.length);
  }
}

/** Below this a refusal is not about size. */
const LEAST_REQUEST = 16 * 1024;

/** @throws ProtectedSheetsError when the plan would write to protected sheets. */
export function ensureUnprotected(plan: Plan, { sheets }: PlanGround['snapshot']): void {
  const touched = new Set(
    plan.flatMap((action) => (action.kind !== 'activate' && 'sheet' in action ? [action.sheet] : [])),
  );
  const closed = sheets.filter(({ name, isProtected }) => isProtected && touched.has(name));
  if (closed.length > 0) throw new ProtectedSheetsError(closed.map(({ name }) => name));
}

/** The sheets and tables a workbook holds once the plan has been carried out. */
export function shapeAfter({ snapshot }: WorkbookReading, plan: Plan): WorkbookShape {
  const tables = new Map<string, TableShape>(
    snapshot.tables.map((table) => [
      table.name,
      {
        name: table.name,
        sheet: table.sheet,
        rows: table.rows.length,
        columns: table.headers.length,
        bottom: table.headerRow + table.rows.length + (table.hasTotals ? 1 : 0),
      },
    ]),
  );
  for (const action of plan) {
    if (action.kind === 'renameTable') {
      const before = tables.get(action.table);
      tables.delete(action.table);
      if (before !== undefined) tables.set(action.name, { ...before, name: action.name });
    }
    if (action.kind === 'addTableColumns') {
      const before = tables.get(action.table);
      if (before !== undefined)
        tables.set(action.table, { ...before, columns: before.columns + action.names.length });
    }
    const shape = tableShape(action);
    if (shape !== null) tables.set(shape.name, shape);
  }
  const added = plan.flatMap((action) => (action.kind === 'addSheet' ? [action.sheet] : []));
  const removed = new Set(plan.flatMap((action) => (action.kind === 'removeSheet' ? [action.sheet] : [])));
  const renamed = new Map(
    plan.flatMap((action) => (action.kind === 'renameSheet' ? [[action.sheet, action.name] as const] : [])),
  );
  const names = plan.flatMap((action) =>
    action.kind === 'setName' ? [{ name: action.name, refersTo: action.refersTo }] : [],
  );
  return {
    sheets: [
      ...snapshot.sheets.flatMap(({ name }) => (removed.has(name) ? [] : [renamed.get(name) ?? name])),
      ...added,
    ],
    tables: [...tables.values()],
    names: [...snapshot.names, ...names],
  };
}

function tableShape(action: WorkbookAction): TableShape | null {
  if (action.kind !== 'addTable' && action.kind !== 'resizeTable') return null;
  const area = parseArea(action.address);
  if (area === null) return null;
  return {
    name: action.kind === 'addTable' ? action.name : action.table,
    sheet: action.sheet,
    rows: area.bottom - area.top,
    columns: area.right - area.left + 1,
    bottom: area.bottom,
  };
}
