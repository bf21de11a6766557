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
const FONT_PARTS = ['bold', 'italic', 'fontSize', 'fontColor'] as const;

const wire: {
  readonly [K in WorkbookAction['kind']]: (action: Extract<WorkbookAction, { kind: K }>) => Wire;
} = {
  addSheet: () => ({ objects: 1, messages: 2 }),
  renameSheet: () => ({ objects: 2, messages: 3 }),
  clearCells: () => ({ objects: 2, messages: 2 }),
  clearLinks: () => ({ objects: 2, messages: 1 }),
  writeValues: () => ({ objects: 2, messages: 1 }),
  fillFormula: () => ({ objects: 2, messages: 1 }),
  writeFormulas: () => ({ objects: 2, messages: 1 }),
  addTable: () => ({ objects: 3, messages: 2 }),
  renameTable: () => ({ objects: 2, messages: 2 }),
  addTableColumns: ({ names }) => ({ objects: 2 + names.length, messages: names.length }),
  resizeTable: () => ({ objects: 2, messages: 1 }),
  setName: () => ({ objects: 1, messages: 1 }),
  setLook: ({ look: { border, bottomLine, ...look } }) => ({
    // The range and its format; its font, its fill and its borders where they are set.
    objects:
      2 +
      Number(FONT_PARTS.some((part) => look[part] !== undefined)) +
      Number(look.fill !== undefined) +
      (border === undefined ? 0 : 1 + LINES_OF_BORDER) +
      (bottomLine === undefined ? 0 : 2),
    messages:
      Object.keys(look).length +
      (border === undefined ? 0 : 2 * LINES_OF_BORDER) +
      (bottomLine === undefined ? 0 : 2),
  }),
  setColumnWidth: () => ({ objects: 3, messages: 1 }),
  hideColumns: () => ({ objects: 2, messages: 1 }),
  mergeRows: () => ({ objects: 2, messages: 1 }),
  setValidation: () => ({ objects: 3, messages: 3 }),
  setFlags: ({ flags }) => ({ objects: 3 + 9 * flags.length, messages: 5 * flags.length }),
  freeze: () => ({ objects: 3, messages: 1 }),
  setPrint: () => ({ objects: 2, messages: 5 }),
  setLink: () => ({ objects: 2, messages: 2 }),
  activate: () => ({ objects: 1, messages: 1 }),
  removeSheet: () => ({ objects: 1, messages: 1 }),
  removeTable: () => ({ objects: 4, messages: 3 }),
  removeTableColumns: ({ names }) => ({ objects: 2 + names.length, messages: names.length }),
  removeName: () => ({ objects: 1, messages: 1 }),
  clearValidation: () => ({ objects: 3, messages: 1 }),
  restoreValidation: () => ({ objects: 3, messages: 4 }),
  restoreCells: () => ({ objects: 2, messages: 1 }),
  restoreLink: () => ({ objects: 2, messages: 1 }),
  restoreLook: ({ look }) => ({
    objects: 5 + Object.keys(look.borders ?? {}).length,
    messages: Object.keys(look).length + 3 * Object.keys(look.borders ?? {}).length,
  }),
  restoreColumns: () => ({ objects: 3, messages: 2 }),
  restorePrint: () => ({ objects: 6, messages: 8 }),
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

/** The rows of an action that may be cut between them; null when it is one piece. */
function rowsIn(action: WorkbookAction): readonly unknown[] | null {
  switch (action.kind) {
    case 'writeValues':
      return action.values;
    case 'writeFormulas':
      return action.formulas;
    case 'restoreCells':
      return action.cells;
    default:
      return null;
  }
}

function cut(action: WorkbookAction, limit: number): WorkbookAction[] {
  const rows = rowsIn(action);
  if (rows === null || rows.length < 2 || !('address' in action) || estimatedBytes(action) <= limit)
    return [action];
  const area = parseArea(action.address);
  if (area === null) return [action];
  const half = Math.ceil(rows.length / 2);
  const upper = areaAddress({ ...area, bottom: area.top + half - 1 });
  const lower = areaAddress({ ...area, top: area.top + half });
  return [slice(action, upper, 0, half), slice(action, lower, half)].flatMap((part) => cut(part, limit));
}

function slice(action: WorkbookAction, address: string, from: number, to?: number): WorkbookAction {
  switch (action.kind) {
    case 'writeValues':
      return { ...action, address, values: action.values.slice(from, to) };
    case 'writeFormulas':
      return { ...action, address, formulas: action.formulas.slice(from, to) };
    case 'restoreCells':
      return { ...action, address, cells: action.cells.slice(from, to) };
    default:
      return action;
  }
}
