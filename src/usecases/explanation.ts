import { appendixRows } from '../indicators/appendix';
import { describeSource } from '../messages/indicators';
import { rowWords } from '../messages/rows';
import { cellAddress, type CellPlace } from '../register/addresses';
import { APPENDIX_COLUMNS, APPENDIX_HEADER_ROW } from '../register/fixedCells';
import { anchoredSheet, cellAt } from '../register/parse';
import type { WorkbookSnapshot } from '../register/snapshot';
import type { EvidenceReport, IndicatorExplanation } from './contract';
import type { JudgedRegister } from './judge';

/** The row of «Приложение» that bears the number; null: there is none. */
export function appendixPlace(
  snapshot: WorkbookSnapshot,
  no: string,
  column: keyof typeof APPENDIX_COLUMNS,
): CellPlace | null {
  const sheet = anchoredSheet(snapshot, 'Приложение');
  const block = sheet?.cells;
  if (sheet === undefined || block == null) return null;
  for (let row = APPENDIX_HEADER_ROW + 1; row < block.firstRow + block.values.length; row += 1) {
    if (String(cellAt(sheet, row, APPENDIX_COLUMNS.no).value) === no)
      return { sheet: sheet.name, cell: cellAddress(row, APPENDIX_COLUMNS[column]) };
  }
  return null;
}

/** Where a number of the appendix comes from; null: the form has no such row. `formula`: as Excel shows it. */
export function explanationOf(
  judged: JudgedRegister,
  no: string,
  formula: string,
): IndicatorExplanation | null {
  const { snapshot, register, indicators } = judged;
  const result = indicators.find((each) => each.no === no);
  const declared = appendixRows(register.meetings).find((each) => each.no === no);
  if (result === undefined || declared === undefined) return null;
  const evidence = (place: CellPlace, reason: string | null): EvidenceReport => ({
    place,
    subject: rowWords(register, place),
    reason,
  });
  const isConfirmed = register.confirmed.has(no);
  const known = result.state === 'missing' || result.state === 'zero';
  return {
    no,
    label: result.label,
    counts: describeSource(declared),
    evidence: result.evidence.map((place) => evidence(place, null)),
    excluded: result.excluded.map(({ place, reason }) => evidence(place, reason)),
    formula,
    zero: { mayBeConfirmed: declared.zero === 'confirm' && (known || isConfirmed), isConfirmed },
    place: appendixPlace(snapshot, no, 'value'),
  };
}
