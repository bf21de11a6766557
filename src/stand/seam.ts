import type { ClientLibrary } from '../host/library';

/**
 * Where the pane's page meets the stand around it. The pane knows nothing of it: its Office.js, in the stand a
 * small one of ours (`office/office.ts`), calls it in the parent window.
 */

/** What Office gives a function of the ribbon. */
export interface CommandEvent {
  readonly source: { readonly id: string };
  completed(): void;
}

export type Command = (event: CommandEvent) => void;

/** A pane that has come: its copy of Microsoft's library and the functions it gave the ribbon. */
export interface Pane {
  readonly library: ClientLibrary;
  readonly commands: ReadonlyMap<string, Command>;
  /** Tells the pane that it was shown or hidden. */
  visibilityChanged(isVisible: boolean): void;
}

export interface Seam {
  /** Resolves when a workbook stands behind the library. */
  connect(pane: Pane): Promise<void>;
  showPane(): void;
  hidePane(): void;
  readonly isPaneVisible: boolean;
}

/** The window of the stand. */
export interface StandWindow extends Window {
  stand?: Seam;
}
