import type { WorkbookAction } from '../plan/action';
import { areaAddress } from './addresses';

/** Heights of rows that hold wrapped text. */

/** Points of a row of one line. */
const LINE_POINTS = 15;

/** Height of a row that holds this text in a column so many characters wide; said outright, for not every suite fits it. */
export const heightFor = (text: string, characters: number): number =>
  LINE_POINTS * Math.max(1, Math.ceil(text.length / (characters * 0.95)));

/** Heights by row: rows of one height that stand one under another are set together. */
export function rowHeights(
  sheet: string,
  column: number,
  heights: ReadonlyMap<number, number>,
): readonly WorkbookAction[] {
  const runs: { readonly top: number; bottom: number; readonly height: number }[] = [];
  for (const [row, height] of [...heights].sort(([one], [other]) => one - other)) {
    const run = runs.at(-1);
    if (run !== undefined && run.bottom === row - 1 && run.height === height) run.bottom = row;
    else runs.push({ top: row, bottom: row, height });
  }
  return runs.map(({ top, bottom, height }) => ({
    kind: 'setLook',
    sheet,
    address: areaAddress({ top, left: column, bottom, right: column }),
    look: { rowHeight: height },
  }));
}
