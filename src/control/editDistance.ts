/**
 * The number of letters to insert, delete or replace to turn one text into the other (Levenshtein). What is
 * further apart than `limit` is `limit + 1`.
 */
export function editDistance(one: string, other: string, limit = Infinity): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let above = right.map((_, column) => column + 1);
  above.unshift(0);
  for (const [row, letter] of left.entries()) {
    // it only grows from one letter to the next
    if (Math.min(...above) > limit) return limit + 1;
    const line = [row + 1];
    right.forEach((against, column) => {
      const replaced = (above[column] ?? 0) + (letter === against ? 0 : 1);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    });
    above = line;
  }
  return Math.min(above[right.length] ?? 0, limit + 1);
}
