/**
 * What one trip to Excel may carry. Excel on the web refuses a request or an answer over 5 MB, and a range
 * over 5 000 000 cells may even answer `null` instead of failing (excel/performance.md in office-js-docs-pr);
 * we stay below both with room to spare, because sizes can only be estimated from here.
 */
export const REQUEST_BYTES = 4 * 1024 * 1024;

/**
 * Filled cells asked for in one trip: at 20 bytes a cell (registers of 10 000 records were measured at 14) they
 * make 4 MB. Where that is not enough Excel says so, and the answer is asked for in halves.
 */
export const ANSWER_CELLS = 209_715;

/** Cells of one sheet we are ready to hold at all; beyond them only the tables are read. */
export const SHEET_CELLS = 5_000_000;

const encoder = new TextEncoder();

/** Bytes of a value on the wire. */
export const wireBytes = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;
