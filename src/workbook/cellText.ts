import type { CellValue } from '../plan/action';

/** What Excel runs as a formula, or swallows as the mark of text: `range.values` obeys it too (d.ts, Range.values). */
const OPERATIVE = /^[=+\-@']/;

/**
 * What Excel would turn into a number, a date, a time or a share on the way into a cell: «1.1» becomes the
 * first of January, «2/4» the second of April. Only short texts of digits and separators can.
 */
const NUMERIC = /^\s*[(.,\d][\d\s.,:/\\\-–%()eE+₽$€]*(?:[ap]m)?\s*$/;

/** «май 2026», «1 мая», «12-сен-25»: dates by name, in the two languages an Excel of ours may speak. */
const DATE_WORD =
  /^\s*(?:\d{1,2}[\s./-]*)?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[а-яa-z]*\.?[\s./-]*\d{0,4}\s*г?\.?\s*$/i;

const LOGICAL = /^\s*(?:true|false|истина|ложь)\s*$/i;

const isMistakable = (text: string): boolean =>
  OPERATIVE.test(text) ||
  NUMERIC.test(text) ||
  LOGICAL.test(text) ||
  (/\d/.test(text) && DATE_WORD.test(text));

/**
 * A value as it is sent to `range.values`: text that Excel would take for something else goes with a leading
 * apostrophe, which Excel keeps out of the cell. So injected formulas stay text and «1.1» stays «1.1».
 */
export const toCellInput = (value: CellValue): CellValue =>
  typeof value === 'string' && value !== '' && isMistakable(value) ? `'${value}` : value;
