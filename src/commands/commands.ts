import type { Session } from '../taskpane/session';
import type { Command } from '../taskpane/state';
import type { ViewName } from '../taskpane/view';

/**
 * Functions of the ribbon, by the names manifest.xml calls them: each is the command of the same name, and the
 * view that shows what came of it. They ask nothing first, since there may be no pane to ask in; what they did
 * can be undone there.
 */
const FUNCTIONS: readonly { readonly name: Command; readonly view: ViewName }[] = [
  { name: 'createRegister', view: 'overview' },
  { name: 'fillIndicators', view: 'indicators' },
  { name: 'checkRegister', view: 'control' },
];

export const ribbonFunctions: readonly string[] = FUNCTIONS.map(({ name }) => name);

/** What Office gives a function of the ribbon, and waits for. */
export interface RibbonEvent {
  completed(): void;
}

/** The part of Office the ribbon needs. */
export interface Ribbon {
  readonly associate: (name: string, run: (event: RibbonEvent) => Promise<void>) => void;
  readonly showPane: () => Promise<void>;
}

/** Binds the buttons of the ribbon to the session of the pane, which also shows how they end. */
export function associateCommands(session: Session, ribbon: Ribbon): void {
  for (const { name, view } of FUNCTIONS) {
    ribbon.associate(name, async (event) => {
      try {
        if (await session.run(name)) session.open(view);
      } finally {
        event.completed();
      }
      try {
        await ribbon.showPane();
      } catch {
        // Excel may refuse to open the pane (it ignores or rejects the call for add-ins from the Marketplace);
        // the workbook already holds the result, and the «Панель» button opens the pane.
      }
    });
  }
}
