import type { Plan, WorkbookAction } from '../plan/action';
import { areaAddress, parseArea } from '../register/addresses';
import { wireBytes } from './limits';

/**
 * What the wire adds to an action's own data: an object is a path and its instantiation, a property or a
 * method call is one message more. Measured over the client library; test/workbook/applyPlan.test.ts keeps
 * the estimate above the truth.
 */
const OBJECT_BYTES = 230;
const MESSAGE_BYTES = 125;

/** Objects an action walks through, and what it sets or calls on them. */
interface Wire {
  readonly objects: number;
  readonly messages: number;
}

const LINES_OF_BORDER = 6;

const wire: {
  readonly [K in WorkbookAction['kind']]: (action: Extract<WorkbookAction, { kind: K }>) => Wire;
} = {
  addSheet: () => ({ objects: 1, messages: 2 }),
  renameSheet: () => ({ objects: 2, messages: 3 }),
  clearCells: () => ({ objects: 2, messages: 1 }),
  writeValues: () => ({ objects: 2, messages: 1 }),
  fillFormula: () => ({ objects: 2, messages: 1 }),
  writeFormulas: () => ({ objects: 2, messages: 1 }),
  addTable: () => ({ objects: 3, messages: 2 }),
  renameTable: () => ({ objects: 2, messages: 2 }),
  addTableColumns: ({ names }) => ({ objects: 2 + names.length, messages: names.length }),
  resizeTable: () => ({ objects: 2, messages: 1 }),
  setName: () => ({ objects: 1, messages: 1 }),
  setLook: ({ look }) => ({
    // The range, its format, font, fill and borders.
    objects: 6 + (look.border === undefined ? 0 : LINES_OF_BORDER),
    messages: Object.keys(look).length + (look.border === undefined ? 0 : 2 * LINES_OF_BORDER),
  }),
  setColumnWidth: () => ({ objects: 3, messages: 1 }),
  hideColumns: () => ({ objects: 2, messages: 1 }),
  setValidation: () => ({ objects: 3, messages: 3 }),
  setFlags: ({ flags }) => ({ objects: 3 + 9 * flags.length, messages: 5 * flags.length }),
  freeze: () => ({ objects: 3, messages: 1 }),
  setPrint: () => ({ objects: 2, messages: 5 }),
  setLink: () => ({ objects: 2, messages: 2 }),
  activate: () => ({ objects: 1, messages: 1 }),
};

const wireOf = <K extends WorkbookAction['kind']>(
  action: { [P in K]: { kind: P } & Extract<WorkbookAction, { kind: P }> }[K],
): Wire => {
  const count: (of: typeof action) => Wire = wire[action.kind];
  return count(action);
};

/** Bytes an action is expected to take in a request: rather too many than too few. */
export function estimatedBytes(action: WorkbookAction): number {
  const { objects, messages } = wireOf(action);
  return wireBytes(action) + OBJECT_BYTES * objects + MESSAGE_BYTES * messages;
}

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
