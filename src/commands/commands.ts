import type { Session } from '../taskpane/session';

/** Functions of the ribbon, by the names manifest.xml calls them; each is the task of the same name. */
export const ribbonFunctions = ['createRegister', 'fillIndicators'] as const;

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
  for (const name of ribbonFunctions) {
    ribbon.associate(name, async (event) => {
      try {
        await session.run(name);
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
