import type { ClientLibrary } from '../../host/library';
import type { Command, Pane, Seam, StandWindow } from '../seam';

/**
 * Stands in the stand where the pane loads Microsoft's office.js, whose only business would be to find an Excel:
 * says what that Excel can do, then loads Microsoft's own library for Excel on the web, unchanged, and has it
 * connected to the stand's host. Only what an Excel add-in of one page uses is here; the rest is not defined,
 * as in an Excel that lacks it.
 */

/** What the stand's Excel offers: the level of the library, and the one shared page. */
const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.15',
  SharedRuntime: '1.2',
  OpenBrowserWindowApi: '1.1',
};

const LIBRARY = 'excel-web-16.00.js';

const parts = (version: string): number[] => version.split('.').map(Number);

function isSetSupported(name: string, version = '1.1'): boolean {
  const offered = REQUIREMENT_SETS[name];
  if (offered === undefined) return false;
  const [major = 0, minor = 0] = parts(offered);
  const [wantedMajor = 0, wantedMinor = 0] = parts(version);
  return wantedMajor < major || (wantedMajor === major && wantedMinor <= minor);
}

const commands = new Map<string, Command>();
const visibilityHandlers = new Set<(message: { visibilityMode: string }) => void>();

const pageOfStand: StandWindow = window.parent;
const seam: Seam | undefined = window.parent === window ? undefined : pageOfStand.stand;

const information =
  seam === undefined
    ? { host: null, platform: null }
    : ({ host: 'Excel', platform: 'OfficeOnline' } as const);

/** Where this script came from: the library stands beside it. */
const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

function loadLibrary(): Promise<ClientLibrary> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(LIBRARY, own).href;
    script.onload = () => {
      // The library brings the remains of an `Office` of its own.
      announce();
      resolve(window);
    };
    script.onerror = () => {
      reject(new Error(`${LIBRARY} did not come`));
    };
    document.head.append(script);
  });
}

async function start(): Promise<typeof information> {
  if (seam === undefined) return information;
  const pane: Pane = {
    library: await loadLibrary(),
    commands,
    visibilityChanged(isVisible) {
      for (const handler of visibilityHandlers)
        handler({ visibilityMode: isVisible ? 'Taskpane' : 'Hidden' });
    },
  };
  await seam.connect(pane);
  return information;
}

/** The stand's Excel is dark where the system is. */
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

const theme = {
  get isDarkTheme() {
    return systemDark.matches;
  },
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#262626',
  controlBackgroundColor: '#F3F2F1',
  controlForegroundColor: '#262626',
};

const office = {
  HostType: { Excel: 'Excel', Word: 'Word', PowerPoint: 'PowerPoint', Outlook: 'Outlook' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac', iOS: 'iOS', Universal: 'Universal' },
  VisibilityMode: { taskpane: 'Taskpane', hidden: 'Hidden' },
  StartupBehavior: { none: 'None', load: 'Load' },

  onReady: async (callback?: (info: typeof information) => unknown) => {
    const info = await ready;
    await callback?.(info);
    return info;
  },

  context: {
    ...information,
    displayLanguage: 'ru-RU',
    contentLanguage: 'ru-RU',
    diagnostics: { ...information, version: '16.0' },
    officeTheme: theme,
    requirements: { isSetSupported },
    ui: {
      openBrowserWindow: (url: string) => {
        window.open(url, '_blank', 'noopener');
      },
    },
  },

  actions: {
    associate: (first: string | Readonly<Record<string, Command>>, command?: Command) => {
      if (typeof first === 'string') {
        if (command !== undefined) commands.set(first, command);
        return;
      }
      for (const [name, run] of Object.entries(first)) commands.set(name, run);
    },
  },

  addin: {
    showAsTaskpane: () => {
      seam?.showPane();
      return Promise.resolve();
    },
    hide: () => {
      seam?.hidePane();
      return Promise.resolve();
    },
    onVisibilityModeChanged: (handler: (message: { visibilityMode: string }) => void) => {
      visibilityHandlers.add(handler);
      return Promise.resolve(() => {
        visibilityHandlers.delete(handler);
        return Promise.resolve();
      });
    },
    getStartupBehavior: () => Promise.resolve('None'),
    setStartupBehavior: () => Promise.resolve(),
  },
};

function announce(): void {
  Object.assign(window, { Office: office });
}

announce();
const ready = start();
