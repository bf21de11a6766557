/**
 * Long tests take a share of their cases in `npm test`, another share each time, and every one of them in
 * `npm run test:deep`. A case that fails is named by its title or its seed, so it can be run again.
 */
const isDeep = process.env.DEEP === '1';

/** How often a property is tried. */
export const tries = (usual: number, deep: number): number => (isDeep ? deep : usual);

/** So many of the cases, drawn by chance, in their order; the first and the last are always among them. */
export function drawn<T>(cases: readonly T[], count: number): readonly T[] {
  if (isDeep || cases.length <= count) return cases;
  const inner = cases.slice(1, -1).map((_, index) => index + 1);
  while (inner.length > count - 2) inner.splice(Math.floor(Math.random() * inner.length), 1);
  const kept = new Set([0, ...inner, cases.length - 1]);
  return cases.filter((_, index) => kept.has(index));
}
