import { distance } from 'fastest-levenshtein';

/**
 * The number of letters to insert, delete or replace to turn one text into the other (Levenshtein). What is
 * further apart than `limit` is `limit + 1`.
 */
export const editDistance = (one: string, other: string, limit = Infinity): number =>
  Math.abs(one.length - other.length) > limit ? limit + 1 : Math.min(distance(one, other), limit + 1);
