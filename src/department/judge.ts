import { checkRegister } from '../control/catalogue';
import type { Issue } from '../control/issue';
import { deriveObligations, type Obligation } from '../control/obligations';
import { appendixReadiness, type Readiness } from '../control/readiness';
import { readRules, type AppliedRules } from '../control/rules';
import { evaluateIndicators, type IndicatorResult } from '../indicators/evaluate';
import { readAppendix, type AppendixReading } from '../indicators/readAppendix';
import { stateWords } from '../indicators/states';
import { parseRegister } from '../register/parse';
import type { Register } from '../register/register';
import type { WorkbookSnapshot } from '../register/snapshot';

/** A register as the department looks at it: counted anew from its tables, beside what its sheet shows. */
export interface CountedRegister {
  readonly snapshot: WorkbookSnapshot;
  readonly register: Register;
  readonly rules: AppliedRules;
  /** «Дата расчёта»; the present day where that cell holds no date. */
  readonly today: number;
  readonly indicators: readonly IndicatorResult[];
  readonly readiness: Readiness;
  readonly obligations: readonly Obligation[];
  /** Rows of «Приложение» by their number; empty where the workbook has none. */
  readonly sheet: ReadonlyMap<string, AppendixReading>;
  /** False: there is no «Приложение», or its formulas have never been computed. */
  readonly hasForm: boolean;
}

export function countRegister(snapshot: WorkbookSnapshot, currentDate: number): CountedRegister {
  const register = parseRegister(snapshot);
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
    indicators,
    readiness,
    obligations: deriveObligations(register, rules, today, readiness),
    sheet: new Map(readings.map((reading) => [reading.no, reading])),
    hasForm: readings.some(({ state }) => state !== ''),
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
