import { OWN_RULE } from './rules';
import type { Regulation } from './schema';

const NAME = 'Своё положение';

/** Said beside the rule that names it; by these words its basis is known again. */
export const BASIS = 'За основу взято: ';

/**
 * «Своё положение»: starts from any of the regulations with all its words and rules; from then on what the
 * association writes on «Правила» is what is applied.
 */
export const ownFrom = (base: Regulation): Regulation => ({
  ...base,
  id: 'own',
  custom: true,
  name: NAME,
  act: NAME,
  municipality: '',
  rules: base.rules.map((rule) =>
    rule.code === 'regulation'
      ? { ...rule, value: NAME, clause: OWN_RULE, explanation: `${BASIS}${base.name}` }
      : rule,
  ),
});
