import type { Plan, WorkbookAction } from '../plan/action';
import { areaAddress, parseArea } from '../register/addresses';
import { wireBytes } from './limits';

/**
 * What an action weighs on the wire besides its own data: object paths and one message a property, measured
 * over the client library (test/workbook/applyPlan.test.ts keeps the estimate above the truth).
 */
const MESSAGE_BYTES = 420;

const LINES_OF_BORDER = 6;

/** Properties and methods an action calls. */
const messages: {
  readonly [K in WorkbookAction['kind']]: (action: Extract<WorkbookAction, { kind: K }>) => number;
} = {
  addSheet: () => 4,
  renameSheet: () => 4,
  clearCells: () => 3,
  writeValues: () => 3,
  fillFormula: () => 3,
  writeFormulas: () => 3,
  addTable: () => 5,
  resizeTable: () => 3,
  setName: () => 3,
  setLook: ({ look }) =>
    5 + 2 * Object.keys(look).length + (look.border === undefined ? 0 : 3 * LINES_OF_BORDER),
  setColumnWidth: () => 4,
  hideColumns: () => 3,
  setValidation: () => 7,
  setFlags: ({ flags }) => 4 + 16 * flags.length,
  freeze: () => 4,
  setPrint: () => 8,
  setLink: () => 4,
  activate: () => 2,
};

const messagesOf = <K extends WorkbookAction['kind']>(
  action: { [P in K]: { kind: P } & Extract<WorkbookAction, { kind: P }> }[K],
): number => {
  const count: (of: typeof action) => number = messages[action.kind];
  return count(action);
};

/** Bytes an action is expected to take in a request: rather too many than too few. */
export const estimatedBytes = (action: WorkbookAction): number =>
  wireBytes(action) + MESSAGE_BYTES * messagesOf(action);

/**
 * The plan in its order, cut into requests of at most so many bytes. A block of cells that is too large on its
 * own is cut into blocks of rows.
 */
export function requestsOf(plan: Plan, limit: number): WorkbookAction[][] {
  const requests: WorkbookAction[][] = [];
  let room = 0;
  for (const action of plan.flatMap((whole) => cut(whole, limit))) {
    const bytes = estimatedBytes(action);
    const current = requests.at(-1);
    if (current === undefined || bytes > room) {
      requests.push([action]);
      room = limit - bytes;
    } else {
      current.push(action);
      room -= bytes;
    }
  }
  return requests;
}

function cut(action: WorkbookAction, limit: number): WorkbookAction[] {
  const bytes = estimatedBytes(action);
  if (bytes <= limit || (action.kind !== 'writeValues' && action.kind !== 'writeFormulas')) return [action];
  const rows = action.kind === 'writeValues' ? action.values.length : action.formulas.length;
  const area = parseArea(action.address);
  if (area === null || rows < 2) return [action];
  const half = Math.ceil(rows / 2);
  const upper = areaAddress({ ...area, bottom: area.top + half - 1 });
  const lower = areaAddress({ ...area, top: area.top + half });
  const halves: WorkbookAction[] =
    action.kind === 'writeValues'
      ? [
          { ...action, address: upper, values: action.values.slice(0, half) },
          { ...action, address: lower, values: action.values.slice(half) },
        ]
      : [
          { ...action, address: upper, formulas: action.formulas.slice(0, half) },
          { ...action, address: lower, formulas: action.formulas.slice(half) },
        ];
  return halves.flatMap((half) => cut(half, limit));
}
