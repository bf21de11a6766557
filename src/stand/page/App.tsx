import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { UserFacingError } from '../../messages/errors';
import { STAND } from '../../messages/stand';
import type { Book } from '../book/book';
import type { Pane, StandWindow } from '../seam';
import { download, fetchBook, openBook, SAMPLE_BOOK, STARTING_BOOK } from './opening';
import { PaneFrame } from './PaneFrame';
import { addressOf } from './places';
import { RemoteEdit } from './RemoteEdit';
import { Ribbon } from './Ribbon';
import { readRibbon, type RibbonButton, type RibbonTab } from './manifest';
import { TitleBar } from './TitleBar';
import { readTyped } from '../book/typed';
import { Workspace } from './Workspace';

/** Where the built pane stands on the stand's server. */
const PANE = 'pane/';

/** A workbook to open, and the pane it gets: a new number, a new pane. */
interface Order {
  readonly number: number;
  readonly name: string;
  /** Null makes a new workbook. */
  readonly load: (() => Promise<File>) | null;
}

interface Opened {
  readonly number: number;
  readonly name: string;
  readonly book: Book;
}

interface Failure {
  readonly sentence: string;
  readonly remedy: string;
}

const startingOrder: Order = {
  number: 1,
  name: STAND.sampleName,
  load: () => fetchBook(STARTING_BOOK),
};

function describe(error: unknown, name: string): Failure {
  if (error instanceof UserFacingError) return { sentence: error.sentence, remedy: error.remedy };
  return {
    sentence: STAND.failed.open(name),
    remedy: error instanceof Error ? error.message : String(error),
  };
}

/** The stand: a workbook on the left, the task pane on the right, the ribbon above. */
export function App() {
  const [order, setOrder] = useState(startingOrder);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tab, setTab] = useState<RibbonTab | null>(null);
  const [isPaneVisible, setPaneVisible] = useState(true);
  const [running, setRunning] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [remote, setRemote] = useState<string | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const pane = useRef<Pane | null>(null);
  const current = useRef<Opened | null>(null);
  const visible = useRef(true);

  const showPane = useCallback((isVisible: boolean) => {
    if (visible.current === isVisible) return;
    visible.current = isVisible;
    setPaneVisible(isVisible);
    pane.current?.visibilityChanged(isVisible);
  }, []);

  // The pane comes with a library; behind it the workbook is opened, or goes on when the pane was reloaded.
  useEffect(() => {
    let isOver = false;
    const connect = async (come: Pane): Promise<void> => {
      if (isOver) return;
      pane.current = come;
      frame.current?.contentWindow?.addEventListener('pagehide', () => {
        if (pane.current !== come) return;
        pane.current = null;
        setRunning(null);
      });
      const known = current.current;
      if (known?.number === order.number) {
        known.book.host.reconnect(come.library);
        return;
      }
      try {
        const file = order.load === null ? null : await order.load();
        const book = await openBook(file, come.library);
        known?.book.dispose();
        const next = { number: order.number, name: file?.name ?? order.name, book };
        current.current = next;
        document.title = STAND.documentTitle(next.name);
        setFailure(null);
        setOpened(next);
        if (book.document.notCarried.length > 0) setMessage(STAND.file.notCarried(book.document.notCarried));
      } catch (error) {
        setFailure(describe(error, order.name));
        throw error;
      }
    };
    const page: StandWindow = window;
    page.stand = {
      connect,
      showPane: () => {
        showPane(true);
      },
      hidePane: () => {
        showPane(false);
      },
      get isPaneVisible() {
        return visible.current;
      },
    };
    return () => {
      isOver = true;
    };
  }, [order, showPane]);

  useEffect(() => {
    const read = async (): Promise<void> => {
      const response = await fetch(`${PANE}manifest.xml`);
      if (!response.ok) {
        setFailure({ sentence: STAND.failed.title, remedy: STAND.failed.paneMissing });
        return;
      }
      setTab(readRibbon(new DOMParser().parseFromString(await response.text(), 'application/xml')));
    };
    void read();
  }, []);

  useEffect(() => {
    if (message === null) return undefined;
    const timer = setTimeout(() => {
      setMessage(null);
    }, MESSAGE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [message]);

  const open = (name: string, load: Order['load']): void => {
    setMessage(null);
    setOrder({ number: order.number + 1, name, load });
  };

  const press = (button: RibbonButton): void => {
    if (button.command === null) {
      showPane(true);
      return;
    }
    const command = pane.current?.commands.get(button.command);
    if (command === undefined || opened === null) {
      setMessage(STAND.ribbon.notReady(button.label));
      return;
    }
    setRunning(button.id);
    command({
      source: { id: button.id },
      completed: () => {
        setRunning(null);
      },
    });
  };

  const book = opened?.number === order.number ? opened.book : null;
  // Another sheet in front may be protected.
  useSyncExternalStore(book?.subscribe ?? subscribeToNothing, book?.version ?? noVersion);

  const save = async (): Promise<void> => {
    if (opened === null) return;
    await download(opened.book, opened.name);
    setMessage(STAND.file.saved(opened.name));
  };

  const protect = (): void => {
    if (book === null) return;
    const { sheet } = book.host.selection;
    const isProtected = book.tabs().find(({ name }) => name === sheet)?.isProtected === true;
    if (isProtected) book.host.switches.unprotectSheet(sheet);
    else book.host.switches.protectSheet(sheet);
    book.refresh();
  };

  const editRemotely = async (value: string): Promise<void> => {
    if (book === null || remote === null) return;
    setRemote(null);
    const { sheet } = book.host.selection;
    await book.host.raiseRemoteChange(sheet, remote, readTyped(value).value);
    setMessage(STAND.demo.remoteDone(remote));
  };

  const activeTab = book?.tabs().find(({ name }) => name === book.host.selection.sheet);

  return (
    <div className="stand">
      <TitleBar
        fileName={opened?.name ?? order.name}
        isSheetProtected={activeTab?.isProtected === true}
        isReady={book !== null}
        onOpen={(file) => {
          open(file.name, () => Promise.resolve(file));
        }}
        onSample={() => {
          open(STAND.sampleName, () => fetchBook(SAMPLE_BOOK));
        }}
        onBlank={() => {
          open(STAND.file.blankName, null);
        }}
        onSave={() => void save()}
        onRemoteEdit={() => {
          if (book === null) return;
          const { top, left } = book.host.selection;
          setRemote(addressOf({ row: top, column: left }));
        }}
        onProtect={protect}
        onReloadPane={() => frame.current?.contentWindow?.location.reload()}
      />
      {tab === null ? null : <Ribbon tab={tab} base={PANE} running={running} onPress={press} />}
      <main className="body">
        {book === null ? (
          <Waiting failure={failure} name={order.name} />
        ) : (
          <Workspace key={order.number} book={book} onMessage={setMessage} />
        )}
        <PaneFrame
          frame={frame}
          src={`${PANE}taskpane.html`}
          frameKey={order.number}
          title={tab?.label ?? STAND.product}
          isVisible={isPaneVisible}
          onClose={() => {
            showPane(false);
          }}
        />
      </main>
      {message === null ? null : (
        <div className="message" role="status">
          {message}
        </div>
      )}
      {remote === null ? null : (
        <RemoteEdit
          address={remote}
          onDo={(value) => void editRemotely(value)}
          onCancel={() => {
            setRemote(null);
          }}
        />
      )}
    </div>
  );
}

const MESSAGE_MS = 8_000;

const subscribeToNothing = () => () => undefined;
const noVersion = () => 0;

function Waiting({ failure, name }: { readonly failure: Failure | null; readonly name: string }) {
  return (
    <section className="workspace waiting">
      {failure === null ? (
        <p role="status">{STAND.file.opening(name)}</p>
      ) : (
        <div role="alert">
          <h2>{failure.sentence}</h2>
          <p>{failure.remedy}</p>
        </div>
      )}
    </section>
  );
}
