/** The three Russian forms of a counted noun: 1 строка, 2 строки, 5 строк. */
export interface NounForms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
}

/** The form of the noun that goes with the number, without the number. */
export const pluralForm = (count: number, forms: NounForms): string => {
  // A fraction governs the genitive singular, which is the form of "few": 1,5 строки.
  if (!Number.isInteger(count)) return forms.few;
  const lastTwo = Math.abs(count) % 100;
  const last = lastTwo % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return forms.many;
  if (last === 1) return forms.one;
  return last >= 2 && last <= 4 ? forms.few : forms.many;
};

/** A number as a Russian reader writes it: 1234,5 and 12 345, with a space that does not break. */
export const formatNumber = (value: number): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
};

/** The number and its noun: «21 строка». */
export const plural = (count: number, forms: NounForms): string =>
  `${formatNumber(count)}\u00a0${pluralForm(count, forms)}`;
