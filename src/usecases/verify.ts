import type { IndicatorResult } from '../indicators/evaluate';
import { readAppendix, type AppendixReading } from '../indicators/readAppendix';
import { stateWords } from '../indicators/states';
import { describeNotice } from '../messages/notices';
import { DISAGREEMENT_REMEDY, disagreement } from '../messages/report';
import { findRegulation } from '../regulations';
import { isoFromSerial } from '../register/dates';
import type { WorkbookSnapshot } from '../register/snapshot';
import type { IndicatorRowReport, WorkbookReport } from './contract';
import { associationReport, controlReport } from './controlReport';
import { judgeRegister, type JudgedRegister } from './judge';

/** A register counted twice: by the engine and by the sheet's own formulas. */
export interface VerifiedRegister {
  readonly report: WorkbookReport;
  /** The engine's rows with the cells behind each number, in form order. */
  readonly indicators: readonly IndicatorResult[];
  /** Id of the regulation, or what the passport holds where no regulation has that name. */
  readonly regulationId: string;
  /** What the report says in words, as the engine knows it. */
  readonly judged: JudgedRegister;
}

/** What a report is made with besides the workbook. */
export interface ReportSettings {
  /** The present day: for a workbook whose «Дата расчёта» is no date. */
  readonly currentDate: number;
  /** Sentences that go before the report's own warnings. */
  readonly notices?: readonly string[];
  /** What «Отменить» would take back. */
  readonly undoable?: string | null;
}

/** Counts the register, compares every row with what the sheet shows, number and state, and controls it. */
export function verifyRegister(snapshot: WorkbookSnapshot, settings: ReportSettings): VerifiedRegister {
  return reportOf(judgeRegister(snapshot, settings.currentDate), settings);
}

/** The report of a register that has been counted already. */
export function reportOf(
  judged: JudgedRegister,
  { notices = [], undoable = null }: Omit<ReportSettings, 'currentDate'>,
): VerifiedRegister {
  const { snapshot, register, indicators } = judged;
  const sheet = new Map(readAppendix(snapshot).map((row) => [row.no, row]));
  const rows = indicators.map((indicator) => rowReport(indicator, sheet.get(indicator.no)));
  const differing = rows.filter(({ agrees }) => !agrees);
  const { passport } = register;
  const regulation = findRegulation(String(passport.regulation));
  return {
    indicators,
    judged,
    regulationId: regulation?.id ?? String(passport.regulation),
    report: {
      association: String(passport.association),
      municipality: String(passport.municipality),
      regulation: regulation?.name ?? String(passport.regulation),
      schoolYear: String(passport.schoolYear),
      today: register.today === null ? '' : isoFromSerial(register.today),
      rows,
      agreement: { agreed: rows.length - differing.length, total: rows.length },
      warnings: [
        ...new Set([
          ...notices,
          ...(snapshot.automaticCalculation ? [] : [describeNotice({ code: 'manual-calculation' })]),
          ...differing.map(differenceOf),
          ...(differing.length > 0 ? [DISAGREEMENT_REMEDY] : []),
        ]),
      ],
      control: controlReport(judged),
      numbers: associationReport(judged),
      undoable,
    },
  };
}

function rowReport(
  { no, label, value, state, gaps }: IndicatorResult,
  sheet: AppendixReading | undefined,
): IndicatorRowReport {
  const formulaValue = sheet?.value ?? null;
  const formulaState = sheet?.state ?? '';
  const agrees = formulaValue === value && formulaState === stateWords(state, gaps);
  const lastYear = sheet?.lastYear ?? null;
  return { no, label, value, state, gaps, formulaValue, formulaState, agrees, lastYear };
}

const differenceOf = ({ no, value, state, gaps, formulaValue, formulaState }: IndicatorRowReport): string =>
  disagreement(no, { value, state: stateWords(state, gaps) }, { value: formulaValue, state: formulaState });
