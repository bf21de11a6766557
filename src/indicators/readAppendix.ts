import { APPENDIX_COLUMNS, APPENDIX_HEADER_ROW } from '../register/fixedCells';
import { anchoredSheet, cellAt } from '../register/parse';
import type { WorkbookSnapshot } from '../register/snapshot';

/** What the sheet's own formulas say in one row of the form. */
export interface AppendixReading {
  readonly no: string;
  /** null: no number stands there. */
  readonly value: number | null;
  /** The words of «Состояние» as they stand. */
  readonly state: string;
  /** «Прошлый год»; null: no number stands there. */
  readonly lastYear: number | null;
}

/** Reads «Приложение» row by row; [] when the workbook has no such sheet yet. */
export function readAppendix(snapshot: WorkbookSnapshot): readonly AppendixReading[] {
  const sheet = anchoredSheet(snapshot, 'Приложение');
  const block = sheet?.cells;
  if (block === undefined || block === null) return [];
  const readings: AppendixReading[] = [];
  for (let row = APPENDIX_HEADER_ROW + 1; row < block.firstRow + block.values.length; row += 1) {
    const no = String(cellAt(sheet, row, APPENDIX_COLUMNS.no).value);
    if (!/^\d+(?:\.\d+)?$/.test(no)) continue;
    const numberIn = (column: number): number | null => {
      const { value } = cellAt(sheet, row, column);
      return typeof value === 'number' ? value : null;
    };
    readings.push({
      no,
      value: numberIn(APPENDIX_COLUMNS.value),
      state: String(cellAt(sheet, row, APPENDIX_COLUMNS.state).value),
      lastYear: numberIn(APPENDIX_COLUMNS.lastYear),
    });
  }
  return readings;
}
