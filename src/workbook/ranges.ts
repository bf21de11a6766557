import { type Area, parseArea, columnNumber } from '../register/addresses';

/** Rows and columns of a worksheet since Excel 2007. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * Area of an address as Excel answers it: "'Банк данных'!A1:L25", but also "Курсы!A:C" and "Курсы!1:3",
 * which is how whole columns and rows come back. Null when it is none of these.
 */
export function areaOf(address: string): Area | null {
  const cells = parseArea(address);
  if (cells !== null) return cells;
  const plain = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  if (columns !== null) {
    const [, left = '', right = ''] = columns;
    return { top: 1, left: columnNumber(left), bottom: LAST_ROW, right: columnNumber(right) };
  }
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows === null) return null;
  return { top: Number(rows[1]), left: 1, bottom: Number(rows[2]), right: LAST_COLUMN };
}

/** Areas of a multi-area address: "Курсы!H2:K41, Курсы!M2:M41"; the sheet's name may itself hold commas. */
export function areasOf(address: string): Area[] {
  const found: Area[] = [];
  for (const [cells] of address.matchAll(/\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?=\s*(?:,|$))/gi)) {
    const area = parseArea(cells);
    if (area !== null) found.push(area);
  }
  return found;
}

export const cellCount = ({ top, left, bottom, right }: Area): number =>
  (bottom - top + 1) * (right - left + 1);

export const covers = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

export const meets = (one: Area, other: Area): boolean =>
  one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom;

/** The least area that holds both. */
export const union = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

/** The area cut into blocks of rows, each of at most so many cells (a single row may be wider). */
export function rowBlocks(area: Area, cells: number): Area[] {
  const height = Math.max(1, Math.floor(cells / (area.right - area.left + 1)));
  const blocks: Area[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    blocks.push({ ...area, top, bottom: Math.min(area.bottom, top + height - 1) });
  }
  return blocks;
}

/**
 * The rectangles of a sheet that together hold every cell outside the holes; where holes of one column stand apart,
 * what is between them belongs to the hole.
 */
export function around(holes: readonly Area[]): Area[] {
  const hidden = new Map<number, { top: number; bottom: number }>();
  for (const { top, left, bottom, right } of holes) {
    for (let column = left; column <= right; column += 1) {
      const known = hidden.get(column);
      hidden.set(column, {
        top: Math.min(top, known?.top ?? top),
        bottom: Math.max(bottom, known?.bottom ?? bottom),
      });
    }
  }
  const found: Area[] = [];
  let free = 1;
  for (const [column, { top, bottom }] of [...hidden].sort(([one], [other]) => one - other)) {
    if (free < column) found.push({ top: 1, left: free, bottom: LAST_ROW, right: column - 1 });
    if (top > 1) found.push({ top: 1, left: column, bottom: top - 1, right: column });
    if (bottom < LAST_ROW) found.push({ top: bottom + 1, left: column, bottom: LAST_ROW, right: column });
    free = column + 1;
  }
  if (free <= LAST_COLUMN) found.push({ top: 1, left: free, bottom: LAST_ROW, right: LAST_COLUMN });
  return joinedColumns(found);
}

/** Rectangles of the same rows side by side, as one. */
function joinedColumns(areas: readonly Area[]): Area[] {
  const found: Area[] = [];
  for (const area of areas) {
    const at = found.findIndex(
      ({ top, bottom, right }) => top === area.top && bottom === area.bottom && right === area.left - 1,
    );
    const known = found[at];
    if (known === undefined) found.push(area);
    else found[at] = { ...known, right: area.right };
  }
  return found;
}
