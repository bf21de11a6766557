import { controlIdHeader } from './protocol';

/**
 * Microsoft's client library of Excel, connected to a host. One loaded library serves many hosts: each has
 * a bridge and a session of its own (`HostBridge.init` makes both), and a control id that keeps the events
 * of one host from the handlers of another.
 */

/** The two namespaces of a loaded `excel-*.js`. */
export interface ClientLibrary {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** What the library calls to reach its host, and what it listens on. */
interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** Parts of `OfficeExtension` that its typings leave out. */
interface LibraryInside {
  readonly HostBridge: { init(bridge: Bridge): void };
  readonly HostBridgeSession: { getInstanceIfHostBridgeInited(): object };
  readonly GenericEventRegistration: { readonly s_genericEventRegistrations: Record<string, unknown> };
  readonly ClientObject: abstract new () => object;
  readonly ClientRequestContext: abstract new () => object;
}

interface WithHeaders {
  readonly requestHeaders: Record<string, string>;
}

/** One host's connection. */
export interface Connection {
  /** The genuine namespace, whose `run`, `runBatch` and `RequestContext` reach this host. */
  readonly Excel: typeof Excel;
  /** Sends a message to the library. */
  post(text: string): void;
  /** The control id under which the contexts of this connection register for events. */
  readonly controlId: string;
  close(): void;
}

let nextControl = 1;

/** Connects a host to the library; `receive` gets every message the library sends. */
export function connect(library: ClientLibrary, receive: (text: string) => void): Connection {
  const inside = library.OfficeExtension as unknown as LibraryInside;
  const controlId = `host-${nextControl++}`;
  let isOpen = true;
  const bridge: Bridge = {
    sendMessageToHost(text) {
      if (!isOpen) throw new Error('The Excel host was disposed of.');
      receive(text);
    },
  };
  inside.HostBridge.init(bridge);
  const session = inside.HostBridgeSession.getInstanceIfHostBridgeInited();

  const marked = <C extends object>(context: C): C => {
    (context as C & WithHeaders).requestHeaders[controlIdHeader] = controlId;
    return context;
  };
  const isBound = (first: unknown): boolean =>
    Array.isArray(first) ||
    first instanceof inside.ClientObject ||
    first instanceof inside.ClientRequestContext;

  /** `Excel.run(batch)`, `Excel.run(options, batch)` and `Excel.run(objects, batch)`, through this host's session. */
  const run = <T>(first: unknown, second?: Batch<T>): Promise<T> => {
    const batch = (second ?? first) as Batch<T>;
    const mark: Batch<T> = (context) => batch(marked(context));
    const start = library.Excel.run as unknown as (options: unknown, batch: Batch<T>) => Promise<T>;
    if (second !== undefined && isBound(first)) return start(first, mark);
    const options = second === undefined ? {} : (first as object);
    return start({ ...options, session }, mark);
  };

  const facade = Object.create(library.Excel) as typeof Excel;
  const Context = library.Excel.RequestContext as unknown as new (session: object) => Excel.RequestContext;
  Object.defineProperties(facade, {
    run: { value: run, enumerable: true },
    runBatch: { value: undefined },
    RequestContext: {
      value: function RequestContext(): Excel.RequestContext {
        return marked(new Context(session));
      },
    },
  });

  return {
    Excel: facade,
    controlId,
    post(text) {
      if (isOpen) bridge.onMessageFromHost?.(text);
    },
    close() {
      isOpen = false;
      delete inside.GenericEventRegistration.s_genericEventRegistrations[controlId];
    },
  };
}

interface LibraryClass {
  readonly prototype?: {
    readonly _scalarPropertyOriginalNames?: readonly string[];
    readonly _navigationPropertyNames?: readonly string[];
  };
}

/** Whether the library knows a scalar or navigation property, by wire name. */
export function createMemberCheck(library: ClientLibrary): (className: string, member: string) => boolean {
  return (className, member) => {
    const prototype = (library.Excel as unknown as Record<string, LibraryClass | undefined>)[className]
      ?.prototype;
    return (
      prototype?._scalarPropertyOriginalNames?.includes(member) === true ||
      prototype?._navigationPropertyNames?.some((name) => name.toLowerCase() === member.toLowerCase()) ===
        true
    );
  };
}
