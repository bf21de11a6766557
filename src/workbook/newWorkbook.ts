import { asUserFacing } from './errors';

/** Bytes at a time: a call takes no more arguments. */
const PORTION = 0x8000;

/** Bytes as Office.js takes a file. */
export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PORTION) {
    letters += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  }
  return btoa(letters);
}

/**
 * Opens an .xlsx as a new workbook in a window of its own, where the user saves it: the way a file leaves a pane whose
 * web view saves none (Excel for Mac and iPad). ExcelApi 1.8.
 *
 * @throws UserFacingError for whatever Excel refuses.
 */
export const openNewWorkbook = (bytes: Uint8Array): Promise<void> =>
  asUserFacing(() => Excel.createWorkbook(base64Of(bytes)));
