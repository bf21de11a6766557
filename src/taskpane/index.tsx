import { associateCommands } from '../commands/commands';
import type { RibbonEvent } from '../commands/commands';
import { shellWords } from '../messages/pane/shell';
import { loadedUseCases } from './loading';
import { mountPane, mountRefusal } from './mount';
import type { PanePlace } from './mount';
import { canSaveFiles } from './saving';
import { createSession } from './session';

/** Where everything is put together: the one page of the shared runtime, for the pane and the ribbon alike. */

const REQUIRED_EXCEL_API = '1.14';

/** Declared optional: Excel on the web and older builds leave the theme out. */
const officeIsDark = () =>
  (Office.context as { officeTheme?: { isDarkTheme?: boolean } }).officeTheme?.isDarkTheme;

/** Declared always; where Office does not know it, there is none. */
const platformName = () => (Office.context as { platform?: unknown }).platform;

/** The rules, the engine and Excel's room: a script of their own, on its way while Office starts. */
const loadUseCases = async () => {
  const { createUseCases } = await import(/* webpackChunkName: "usecases" */ '../usecases/office');
  return createUseCases((batch) => Excel.run(batch));
};

const start = (host: Office.HostType) => {
  const element = document.getElementById('root');
  if (element === null) throw new Error('taskpane.html has no #root');
  const place: PanePlace = { element, officeIsDark, canSave: canSaveFiles(platformName()) };
  // The library declares a host always; in a browser of its own there is none.
  if ((host as Office.HostType | null) !== Office.HostType.Excel) {
    mountRefusal(place, shellWords.unsupported.notExcel);
    return;
  }
  if (!Office.context.requirements.isSetSupported('ExcelApi', REQUIRED_EXCEL_API)) {
    mountRefusal(place, shellWords.unsupported.oldExcel);
    return;
  }
  const session = createSession(loadedUseCases(loadUseCases));
  associateCommands(session, {
    associate: (name, run) => {
      Office.actions.associate(name, (event: RibbonEvent) => {
        void run(event);
      });
    },
    showPane: () => Office.addin.showAsTaskpane(),
  });
  mountPane(place, session, __VERSION__);
  void session.read();
};

void Office.onReady(({ host }) => {
  start(host);
});
