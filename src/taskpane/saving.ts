/** How a file that was made in the pane comes to the user. */

/**
 * Excel for Mac and iPad show the pane in a web view that saves no files and says nothing about it (office-js issues
 * 2700, 3385, 4681); in browsers and in Excel for Windows a link with `download` does.
 */
const SAVE_NOTHING: readonly string[] = ['Mac', 'iOS', 'Android'];

/** Whether the pane can save files; `platform` as Office names it, nothing where it does not say. */
export const canSaveFiles = (platform: unknown): boolean =>
  typeof platform !== 'string' || !SAVE_NOTHING.includes(platform);

/** `window`: it opens as a new workbook, to be saved there. `none`: there is no way for a file of this kind. */
export type SavingWay = 'download' | 'window' | 'none';

export function savingWay(canSave: boolean, name: string): SavingWay {
  if (canSave) return 'download';
  return /\.xlsx$/i.test(name) ? 'window' : 'none';
}

/** The browser may still be reading when the link has been pressed. */
const KEPT_MS = 60_000;

/** Puts a file among the downloads. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT_MS);
}
