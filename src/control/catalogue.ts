import { SHEETS } from '../register/sheets';
import { foldCase } from '../register/text';
import { APPENDIX_CHECKS } from './checks/appendix';
import { ATTESTATION_CHECKS } from './checks/attestation';
import { CELL_CHECKS } from './checks/cells';
import type { Check } from './checks/check';
import { MEETING_CHECKS } from './checks/meetings';
import { NAME_CHECKS } from './checks/names';
import { RECORD_CHECKS } from './checks/records';
import { REFERENCE_CHECKS } from './checks/references';
import { REGULATION_CHECKS } from './checks/regulation';
import { STRUCTURE_CHECKS } from './checks/structure';
import { WORK_CHECKS } from './checks/work';
import { checkContext, type CheckContext, type CheckInput } from './context';
import { SEVERITIES, asIssue, type Finding, type Issue, type Severity } from './issue';

/** Every check of the product, once; a code of two severities stands twice (control.md, «Severity»). */
export const CATALOGUE: readonly Check[] = [
  ...STRUCTURE_CHECKS,
  ...CELL_CHECKS,
  ...NAME_CHECKS,
  ...REFERENCE_CHECKS,
  ...RECORD_CHECKS,
  ...WORK_CHECKS,
  ...MEETING_CHECKS,
  ...APPENDIX_CHECKS,
  ...REGULATION_CHECKS,
  ...ATTESTATION_CHECKS,
];

/**
 * All issues of a register. Two runs on the same register and day give the same list in the same order: severity,
 * sheet order, row, column.
 */
export function checkRegister(input: CheckInput): readonly Issue[] {
  const context = checkContext(input);
  const sheetOrder = orderOfSheets(context);
  return CATALOGUE.flatMap(({ severity, run }, place) =>
    run(context).map((finding): Ordered => ({
      finding,
      severity,
      rank: SEVERITIES.indexOf(severity),
      sheet: sheetOrder(finding.at.sheet),
      place,
    })),
  )
    .sort(inOrder)
    .map(({ finding, severity }) => asIssue(finding, severity));
}

interface Ordered {
  readonly finding: Finding;
  readonly severity: Severity;
  /** Of the severity in the list. */
  readonly rank: number;
  /** Of the sheet in the workbook. */
  readonly sheet: number;
  /** Of the check in the catalogue. */
  readonly place: number;
}

const inOrder = (one: Ordered, other: Ordered): number =>
  one.rank - other.rank ||
  one.sheet - other.sheet ||
  one.finding.at.row - other.finding.at.row ||
  one.finding.at.column - other.finding.at.column ||
  one.place - other.place;

/** As the sheets stand in the workbook; those that are not there, after them, as they are declared. */
function orderOfSheets({ snapshot }: CheckContext): (sheet: string) => number {
  const standing = new Map(snapshot.sheets.map(({ name, position }) => [foldCase(name), position] as const));
  const declared = SHEETS.map(({ name }) => foldCase(name));
  const known = new Map<string, number>();
  return (sheet) => {
    const place =
      known.get(sheet) ??
      standing.get(foldCase(sheet)) ??
      snapshot.sheets.length + declared.indexOf(foldCase(sheet)) + 1;
    known.set(sheet, place);
    return place;
  };
}
