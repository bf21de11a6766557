/** How spreadsheets compare text with «=», MATCH and COUNTIFS: letter case is folded and nothing else. */
export const foldCase = (text: string): string => text.toLowerCase();

/**
 * How a person compares: letter case, ё/е, kinds of space, runs of spaces, edges. What is equal only
 * this way does not count (appendix.md), but says so and is offered as a fix.
 */
export function foldLoosely(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е');
}

const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!|N\/IMPL!|CIRC!)$/;

/** True for an error value as Office.js and the file formats hand it over: its text. */
export const isErrorValue = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith('#') && ERROR_VALUE.test(value);
