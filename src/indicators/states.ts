/** State of a row of the form (appendix.md, «States»). */
export type IndicatorState = 'heading' | 'value' | 'zero' | 'missing' | 'not-due' | 'partial';

/** The words the sheet's own formulas say, and people read. */
export const STATE_WORDS: Readonly<Record<IndicatorState, string>> = {
  heading: 'заголовок',
  value: 'рассчитано',
  zero: 'ноль подтверждён',
  missing: 'нет данных',
  'not-due': 'ещё не проводилось',
  partial: 'рассчитано, пробелов: ',
};

/** The sentence of a state; `gaps` is shown where the value has some. */
export const stateWords = (state: IndicatorState, gaps: number): string =>
  state === 'partial' ? `${STATE_WORDS.partial}${String(gaps)}` : STATE_WORDS[state];

/** Reads a state's words back from the sheet; null when they are not ours. */
export function readStateWords(words: string): { state: IndicatorState; gaps: number } | null {
  if (words.startsWith(STATE_WORDS.partial)) {
    const gaps = Number(words.slice(STATE_WORDS.partial.length));
    return Number.isInteger(gaps) ? { state: 'partial', gaps } : null;
  }
  const found = (Object.keys(STATE_WORDS) as IndicatorState[]).find((state) => STATE_WORDS[state] === words);
  return found === undefined ? null : { state: found, gaps: 0 };
}
