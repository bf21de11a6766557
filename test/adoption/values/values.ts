import type { Reading } from '../../../src/adoption/values/reading';

/** A reading in a few words: the value; «∅»; «? doubt → what is taken». */
export function words(reading: Reading): string | number | boolean {
  if (reading.kind === 'empty') return '∅';
  if (reading.kind === 'value') return reading.value;
  const taken = reading.options.find(({ id }) => id === reading.safest);
  return `? ${reading.doubt} → ${taken?.kind === 'value' ? String(taken.value) : (taken?.kind ?? '')}`;
}
