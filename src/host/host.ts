import type ExcelJS from 'exceljs';
import { carryOut } from './dispatcher';
import type { Calculation, HostDocument, HostValue } from './document';
import { itemNotFound } from './errors';
import { connect, createMemberCheck, type ClientLibrary, type Connection } from './library';
import { dropUnfinishedFormats } from './objects/conditional-formats';
import { validationAt, type CellValidation } from './objects/data-validation';
import type { Rect } from './objects/places';
import { areaOfAddress, areaOn, select } from './objects/range';
import { workbookTarget } from './objects/subscriptions';
import {
  activeSheet,
  cellsChanged,
  findSheet,
  isProtected,
  type Area,
  type Author,
  type World,
} from './objects/world';
import { protect, unprotect } from './objects/worksheet';
import { writeCells } from './objects/writing';
import {
  answerMessage,
  delayForCellEditFlag,
  eventMessage,
  eventMessageCategory,
  readRequest,
  refusalMessage,
  type Batch,
  type RequestMessage,
} from './protocol';

/**
 * An Excel host without Excel: Microsoft's own client library on one side, a document and an engine on the
 * other. A model of Excel, strict where Excel is strict; what it does not do it refuses by name.
 */

export interface HostOptions {
  /** Bytes a request or an answer may have; by default 5 MB, as in Excel on the web. */
  readonly payloadLimit?: number;
  /** `none` reads formulas as they were saved, without computing them. */
  readonly calculation?: 'automatic' | 'none';
}

export interface HostTraffic {
  /** Requests carried to the host; what the library sends on its own to release objects is not counted. */
  readonly roundTrips: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  reset(): void;
}

/** What a test or the stand can do to Excel behind the add-in's back. */
export interface HostSwitches {
  /** While true, a cell is being edited: batches are refused, or wait when they asked to (`delayForCellEdit`). */
  editMode: boolean;
  payloadLimit: number;
  /**
   * 1-based place of the action at which to fail with GeneralException, after the earlier ones were applied.
   * Counts on through the next batches; null again once it has failed.
   */
  failAtAction: number | null;
  protectSheet(name: string): void;
  unprotectSheet(name: string): void;
}

/** Cells selected on a sheet. */
export interface Selection extends Rect {
  readonly sheet: string;
}

export interface ExcelHost {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** `Excel.run`. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  readonly document: HostDocument;
  readonly traffic: HostTraffic;
  readonly switches: HostSwitches;
  /** A co-author changes cells, to this value where one is given: `onChanged` with the source Remote. */
  raiseRemoteChange(sheet: string, address: string, value?: HostValue): Promise<void>;
  /**
   * The user types into cells: `onChanged` with the source Local and no trigger source. One value goes into
   * every cell; a block has the shape of the address.
   */
  typeInto(
    sheet: string,
    address: string,
    value: HostValue | readonly (readonly HostValue[])[],
  ): Promise<void>;
  /** What is selected, by the user or by the add-in. */
  readonly selection: Selection;
  /** The user selects cells, on this sheet or another. */
  select(sheet: string, address: string): void;
  /** The validation rule of a cell, as the user meets it there; null without one. */
  validationAt(sheet: string, row: number, column: number): CellValidation | null;
  /** Calls back after each batch that was carried out and each act of the user's; gives the way to stop it. */
  watch(listener: () => void): () => void;
  /** Serves a library loaded anew, as after a reload of the add-in's page; handlers of the old one are gone. */
  reconnect(library: ClientLibrary): void;
  /** The workbook as a file. */
  save(): Promise<Uint8Array>;
  dispose(): void;
}

/** What a host is made of. */
export interface HostParts {
  readonly document: HostDocument;
  readonly calculation: Calculation;
  readonly library: ClientLibrary;
  readonly write: (document: HostDocument, calculation: Calculation) => Promise<Uint8Array>;
}

/** "Excel on the web has a payload size limit for requests and responses of 5MB" (Excel performance page). */
const webPayloadLimit = 5 * 1024 * 1024;

/** Makes a host of its parts; `node.ts` has the usual way to open one. */
export function createHost(parts: HostParts, options: HostOptions = {}): ExcelHost {
  const { document, calculation } = parts;
  const world = createWorld(document, calculation);
  const knows = createMemberCheck(parts.library);
  const counters = { roundTrips: 0, bytesSent: 0, bytesReceived: 0 };
  const waiting: { readonly request: RequestMessage; readonly from: Connection }[] = [];
  let editMode = false;
  let disposed = false;
  const watchers = new Set<() => void>();

  let { library } = parts;
  let connection = open();

  function open(): Connection {
    const opened = connect(library, (text) => receive(text, opened));
    return opened;
  }

  const tellWatchers = (): void => {
    for (const watcher of watchers) watcher();
  };

  const switches: HostSwitches = {
    payloadLimit: options.payloadLimit ?? webPayloadLimit,
    failAtAction: null,
    get editMode() {
      return editMode;
    },
    set editMode(value) {
      editMode = value;
      if (value) return;
      for (const { request, from } of waiting.splice(0)) queueMicrotask(() => answer(request, from));
    },
    protectSheet(name) {
      const sheet = sheetNamed(name);
      if (!isProtected(sheet)) protect(sheet, null);
    },
    unprotectSheet: (name) => unprotect(sheetNamed(name)),
  };

  function sheetNamed(name: string): ExcelJS.Worksheet {
    const sheet = findSheet(world, name);
    if (!sheet) throw itemNotFound(`the worksheet ${name}`);
    return sheet;
  }

  function receive(text: string, from: Connection): void {
    const request = readRequest(text);
    const bytes = byteLength(text);
    if (!isCleanUp(request.message.body)) {
      counters.roundTrips++;
      counters.bytesSent += bytes;
    }
    queueMicrotask(() => {
      if (bytes > switches.payloadLimit) {
        const limit = 'The request payload size has exceeded the limit.';
        from.post(refusalMessage(request, 'RequestPayloadSizeLimitExceeded', limit));
      } else if (editMode && (request.flags & delayForCellEditFlag) !== 0) {
        waiting.push({ request, from });
      } else if (editMode && !isCleanUp(request.message.body)) {
        const editing =
          'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.';
        from.post(refusalMessage(request, 'InvalidOperationInCellEditMode', editing));
      } else {
        answer(request, from);
      }
    });
  }

  function answer(request: RequestMessage, from: Connection): void {
    if (disposed) return;
    const batch = request.message.body;
    world.author = 'addin';
    world.controlId = request.controlId ?? '';
    const result = carryOut(world, batch, { knows, failAt: nextFailure(batch) });
    const text = answerMessage(request, result);
    const bytes = byteLength(text);
    if (!isCleanUp(batch)) counters.bytesReceived += bytes;
    from.post(
      bytes > switches.payloadLimit
        ? refusalMessage(
            request,
            'ResponsePayloadSizeLimitExceeded',
            'The response payload size has exceeded the limit.',
          )
        : text,
    );
    sendEvents();
    if (!isCleanUp(batch)) tellWatchers();
  }

  /** Where in this batch the ordered failure falls; the count goes on when it does not. */
  function nextFailure(batch: Batch): number | null {
    const wanted = switches.failAtAction;
    if (wanted === null || isCleanUp(batch)) return null;
    const fallsHere = wanted <= batch.Actions.length;
    switches.failAtAction = fallsHere ? null : wanted - batch.Actions.length;
    return fallsHere ? wanted : null;
  }

  /** Events go out after the answer, on a later turn, as Excel's own do. */
  function sendEvents(): void {
    const events = world.events.splice(0);
    if (events.length === 0 || world.subscriptions.size === 0) return;
    setTimeout(() => {
      for (const { controlId, type, targetId } of world.subscriptions.values()) {
        const entries = events
          .filter(
            (event) => event.type === type && (targetId === workbookTarget || targetId === event.worksheetId),
          )
          .map((event) => ({
            messageCategory: eventMessageCategory,
            messageType: type,
            targetId,
            message: JSON.stringify(event.message),
          }));
        if (entries.length > 0) connection.post(eventMessage(controlId, entries));
      }
    }, 0);
  }

  async function changeBehind(
    author: Author,
    sheet: string,
    address: string,
    change: (area: Area) => void,
  ): Promise<void> {
    world.author = author;
    change(areaOfAddress(world, sheetNamed(sheet), address));
    sendEvents();
    tellWatchers();
    await nextTurn();
  }

  return {
    get Excel() {
      return connection.Excel;
    },
    get OfficeExtension() {
      return library.OfficeExtension;
    },
    run: (batch) => connection.Excel.run(batch),
    document,
    switches,
    traffic: {
      get roundTrips() {
        return counters.roundTrips;
      },
      get bytesSent() {
        return counters.bytesSent;
      },
      get bytesReceived() {
        return counters.bytesReceived;
      },
      reset: () => void Object.assign(counters, { roundTrips: 0, bytesSent: 0, bytesReceived: 0 }),
    },
    raiseRemoteChange: (sheet, address, value) =>
      changeBehind('remote', sheet, address, (area) => {
        if (value === undefined) cellsChanged(world, area);
        else writeCells(world, area, value);
      }),
    typeInto: (sheet, address, value) =>
      changeBehind('user', sheet, address, (area) => writeCells(world, area, value)),
    get selection() {
      const { sheet, top, left, bottom, right } = world.selection;
      return { sheet: sheet.name, top, left, bottom, right };
    },
    select(sheet, address) {
      select(world, areaOfAddress(world, sheetNamed(sheet), address));
      tellWatchers();
    },
    validationAt: (sheet, row, column) => validationAt(world, sheetNamed(sheet), row, column),
    watch(listener) {
      watchers.add(listener);
      return () => void watchers.delete(listener);
    },
    reconnect(fresh) {
      connection.close();
      world.subscriptions.clear();
      world.references.clear();
      library = fresh;
      connection = open();
    },
    async save() {
      for (const sheet of document.book.worksheets) dropUnfinishedFormats(sheet);
      return parts.write(document, calculation);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      connection.close();
      calculation.dispose();
      world.references.clear();
      world.subscriptions.clear();
    },
  };
}

function createWorld(document: HostDocument, calculation: Calculation): World {
  const first = document.book.worksheets[0];
  if (!first) throw new Error('A workbook has at least one worksheet.');
  const world: World = {
    document,
    calculation,
    author: 'addin',
    selection: areaOn(first, { top: 1, left: 1, bottom: 1, right: 1 }),
    references: new Map(),
    referenceIds: new WeakMap(),
    events: [],
    subscriptions: new Map(),
    controlId: '',
    nextReference: 1,
  };
  world.selection = areaOn(activeSheet(world), { top: 1, left: 1, bottom: 1, right: 1 });
  return world;
}

/** A batch that does nothing but release objects: the library sends one of its own after every run. */
function isCleanUp(batch: Batch): boolean {
  return (
    batch.Actions.some((action) => action.Name === '_RemoveReference') &&
    batch.Actions.every((action) => action.Name === '_RemoveReference' || action.ActionType === 1)
  );
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
