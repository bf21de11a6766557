import { z } from 'zod';

/**
 * The wire between Microsoft's client library and a host, as `excel-web-16.00.debug.js` builds and reads it.
 * Names of members travel in PascalCase; enum values as the strings of the public API.
 */

export const ObjectPathType = {
  globalObject: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** Set on a request whose batch asked to wait until the user leaves the cell. */
export const delayForCellEditFlag = 64;

/** `messageCategory` of Excel's own events inside a message of type 3. */
export const eventMessageCategory = 65536;

/** The header and message field by which several contexts share one bridge. */
export const controlIdHeader = 'X-OfficeControlId';

const argumentInfo = z.object({
  Arguments: z.array(z.unknown()).optional(),
  ReferencedObjectPathIds: z.array(z.unknown()).nullish(),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
});

const queryInfo = z.object({
  Select: z.array(z.string()).optional(),
  Expand: z.array(z.string()).optional(),
  Top: z.number().optional(),
  Skip: z.number().optional(),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string(),
  ObjectPathId: z.number(),
  ArgumentInfo: argumentInfo.optional(),
  QueryInfo: queryInfo.optional(),
  ObjectState: z.record(z.string(), z.unknown()).optional(),
});

const requestMessage = z.object({
  id: z.number(),
  type: z.literal(1),
  flags: z.number(),
  controlId: z.string().optional(),
  message: z.object({
    url: z.string(),
    method: z.string(),
    body: z.object({
      Actions: z.array(action),
      ObjectPaths: z.record(z.string(), objectPath),
    }),
  }),
});

export type ArgumentInfo = z.infer<typeof argumentInfo>;
export type ObjectPath = z.infer<typeof objectPath>;
export type QueryInfo = z.infer<typeof queryInfo>;
export type Action = z.infer<typeof action>;
export type RequestMessage = z.infer<typeof requestMessage>;
export type Batch = RequestMessage['message']['body'];

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface BatchError {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex: number;
  HttpStatusCode: number;
}

export interface BatchAnswer {
  Results: ActionResult[];
  TraceIds: number[];
  Error?: BatchError;
}

/** One event on its way to the add-in; `message` is JSON, as the library expects. */
export interface EventEntry {
  messageCategory: number;
  messageType: number;
  targetId: string;
  message: string;
}

/** Reads a request of the library; throws when it is not one, because that is a defect of ours. */
export function readRequest(text: string): RequestMessage {
  return requestMessage.parse(JSON.parse(text));
}

/** The message that answers a batch the host carried out, wholly or up to an error. */
export function answerMessage(request: RequestMessage, answer: BatchAnswer): string {
  return JSON.stringify({
    id: request.id,
    type: 1,
    flags: request.flags,
    controlId: request.controlId,
    message: { statusCode: 200, headers: {}, body: answer },
  });
}

/** The message that refuses a whole request before any of it was carried out. */
export function refusalMessage(request: RequestMessage, code: string, message: string): string {
  return JSON.stringify({
    id: request.id,
    type: 1,
    flags: request.flags,
    controlId: request.controlId,
    message: {
      statusCode: 200,
      headers: {},
      body: {
        Results: [],
        TraceIds: [],
        Error: { Code: code, Message: message, Location: '', HttpStatusCode: 400 },
      },
    },
  });
}

/** The message that carries events to the contexts registered under one control. */
export function eventMessage(controlId: string, entries: readonly EventEntry[]): string {
  return JSON.stringify({ type: 3, controlId, message: { entries } });
}
