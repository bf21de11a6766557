import { checkRegister } from '../control/catalogue';
import type { Issue } from '../control/issue';
import { deriveObligations, type Obligation } from '../control/obligations';
import { appendixReadiness, type Readiness } from '../control/readiness';
import { readRules, type AppliedRules } from '../control/rules';
import { evaluateIndicators, type IndicatorResult } from '../indicators/evaluate';
import { readAppendix, type AppendixReading } from '../indicators/readAppendix';
import { stateWords } from '../indicators/states';
import { dayOf, serialOf } from '../register/dates';
import { RULE_CELLS } from '../register/fixedCells';
import { locateTables } from '../register/locate';
import { cellAt, parseRegister, rulesSheet } from '../register/parse';
import type { Register } from '../register/register';
import { schoolYearOf } from '../register/schoolYear';
import type { WorkbookSnapshot } from '../register/snapshot';
import { findRegulation } from '../regulations';

/** A register as the department looks at it: counted anew from its tables, beside what its sheet shows. */
export interface CountedRegister {
  readonly snapshot: WorkbookSnapshot;
  readonly register: Register;
  readonly rules: AppliedRules;
  /** «Дата расчёта»; the present day where that cell holds no date. */
  readonly today: number;
  /** False: the workbook has no «Дата расчёта» yet, or nobody has computed it; counted by the present day. */
  readonly isDated: boolean;
  readonly indicators: readonly IndicatorResult[];
  readonly readiness: Readiness;
  readonly obligations: readonly Obligation[];
  /** Rows of «Приложение» by their number; empty where the workbook has none. */
  readonly sheet: ReadonlyMap<string, AppendixReading>;
  /** False: there is no «Приложение», or its formulas have never been computed. */
  readonly hasForm: boolean;
}

export function countRegister(snapshot: WorkbookSnapshot, currentDate: number): CountedRegister {
  const parsed = parseRegister(snapshot);
  const isDated = hasDay(snapshot);
  const register = isDated ? parsed : onPresentDay(parsed, currentDate);
  const rules = readRules(register);
  const today = register.today ?? currentDate;
  const indicators = evaluateIndicators(register);
  const readiness = appendixReadiness(indicators);
  const readings = readAppendix(snapshot);
  return {
    snapshot,
    register,
    rules,
    today,
    isDated,
    indicators,
    readiness,
    obligations: deriveObligations(register, rules, today, readiness),
    sheet: new Map(readings.map((reading) => [reading.no, reading])),
    hasForm: readings.some(({ state }) => state !== ''),
  };
}

/** A word typed into «Дата расчёта» is the user's, and is counted as the sheet counts it. */
function hasDay(snapshot: WorkbookSnapshot): boolean {
  const rules = rulesSheet(snapshot, locateTables(snapshot));
  if (rules === undefined) return false;
  const { value, live } = cellAt(rules, RULE_CELLS.today, VALUE_COLUMN);
  return value !== '' || !live;
}

const VALUE_COLUMN = 2;

/** As a register built of these tables today would count; the period of the passport stays where it names one. */
function onPresentDay(register: Register, today: number): Register {
  if (register.period.begin > 0) return { ...register, today };
  const { begin, end } = schoolYearOf(today);
  const { year } = dayOf(begin);
  const isCalendar = findRegulation(String(register.passport.regulation))?.period === 'calendar year';
  return {
    ...register,
    today,
    period: isCalendar ? { begin: serialOf(year, 1, 1), end: serialOf(year, 12, 31) } : { begin, end },
  };
}

export const issuesOf = (counted: CountedRegister): readonly Issue[] => checkRegister(counted);

/** A row of the form on which the sheet and the engine do not agree. */
export interface Discrepancy {
  readonly no: string;
  readonly sheet: { readonly value: number | null; readonly state: string };
  readonly engine: { readonly value: number | null; readonly state: string };
}

/** [] where there is no form to compare with. */
export function discrepancies({ indicators, sheet, hasForm }: CountedRegister): readonly Discrepancy[] {
  if (!hasForm) return [];
  return indicators.flatMap(({ no, value, state, gaps }): Discrepancy[] => {
    const found = sheet.get(no);
    const engine = { value, state: stateWords(state, gaps) };
    const shown = { value: found?.value ?? null, state: found?.state ?? '' };
    return shown.value === engine.value && shown.state === engine.state ? [] : [{ no, sheet: shown, engine }];
  });
}
