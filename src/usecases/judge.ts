import { checkRegister } from '../control/catalogue';
import type { Issue } from '../control/issue';
import { deriveObligations, type Obligation } from '../control/obligations';
import { appendixReadiness, type Readiness } from '../control/readiness';
import { readRules, type AppliedRules } from '../control/rules';
import { evaluateIndicators, type IndicatorResult } from '../indicators/evaluate';
import { parseRegister } from '../register/parse';
import type { Register } from '../register/register';
import type { WorkbookSnapshot } from '../register/snapshot';

/** All that the engine knows of a register, counted once from one reading. */
export interface JudgedRegister {
  readonly snapshot: WorkbookSnapshot;
  readonly register: Register;
  readonly rules: AppliedRules;
  /** «Дата расчёта»; the present day where that cell holds no date. */
  readonly today: number;
  /** In form order, with the cells behind each number. */
  readonly indicators: readonly IndicatorResult[];
  readonly readiness: Readiness;
  readonly obligations: readonly Obligation[];
  readonly issues: readonly Issue[];
}

/** What an association owes, without its state. */
export function oweOf(
  snapshot: WorkbookSnapshot,
  currentDate: number,
): Pick<JudgedRegister, 'snapshot' | 'rules' | 'obligations'> {
  const register = parseRegister(snapshot);
  const rules = readRules(register);
  return {
    snapshot,
    rules,
    obligations: deriveObligations(register, rules, register.today ?? currentDate, null),
  };
}

/** Numbers, obligations and issues of a workbook as it was read. */
export function judgeRegister(snapshot: WorkbookSnapshot, currentDate: number): JudgedRegister {
  const register = parseRegister(snapshot);
  const rules = readRules(register);
  const today = register.today ?? currentDate;
  const indicators = evaluateIndicators(register);
  const readiness = appendixReadiness(indicators);
  const obligations = deriveObligations(register, rules, today, readiness);
  const issues = checkRegister({ snapshot, register, rules, today, indicators, obligations });
  return { snapshot, register, rules, today, indicators, readiness, obligations, issues };
}
