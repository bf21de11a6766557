import { dayOf, serialOf } from './dates';

/** A school year, 1 September – 31 August (appendix.md, «Measures»). */
export interface SchoolYear {
  /** "2025/2026", as the passport holds it. */
  readonly label: string;
  /** Serial of 1 September. */
  readonly begin: number;
  /** Serial of 31 August. */
  readonly end: number;
}

const FIRST_MONTH = 9;

function startingIn(year: number): SchoolYear {
  return {
    label: `${String(year)}/${String(year + 1)}`,
    begin: serialOf(year, FIRST_MONTH, 1),
    end: serialOf(year + 1, FIRST_MONTH, 1) - 1,
  };
}

/** The school year a day belongs to. */
export function schoolYearOf(serial: number): SchoolYear {
  const { year, month } = dayOf(serial);
  return startingIn(month < FIRST_MONTH ? year - 1 : year);
}

/**
 * "2025/2026" → the school year; null for anything else, a second year that does not follow included.
 * The sheet's own formula («Правила», B2) reads the passport just as strictly.
 */
export function parseSchoolYear(text: string): SchoolYear | null {
  const match = /^((?:19|20|21)\d{2})\/(\d{4})$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  return Number(match[2]) === year + 1 ? startingIn(year) : null;
}
