/** Widest digit of Calibri 11, the default font, in pixels, and the padding of a cell. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 72 / 96;

/**
 * Width in points, the unit of `RangeFormat.columnWidth` (OfficeDev/office-js #187, #3036), of a column that
 * is so many characters wide in «Ширина столбца» (ECMA-376 Part 1, 18.3.1.13: pixels of a character width).
 */
export function columnPoints(characters: number): number {
  const wide = (256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256;
  return (Math.trunc(wide * DIGIT_PIXELS) + PADDING_PIXELS) * POINTS_PER_PIXEL;
}

/** The width in characters that `points` come to. */
export const columnCharacters = (points: number): number =>
  Math.max(0, (points / POINTS_PER_PIXEL - PADDING_PIXELS) / DIGIT_PIXELS);
