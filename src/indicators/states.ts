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

/** The unnumbered line of the form that stands between rows 1 and 1.1. */
export const OF_THEM = 'из них имеет:';

/** The words of every «Состояние» of what is due; the engine's states are said in them too. */
export const DUE_WORDS = {
  done: 'выполнено',
  ok: 'в срок',
  soon: 'скоро',
  risk: 'под угрозой',
  overdue: 'просрочено',
} as const;
