import { tokenTypes, tokenize } from '@borgar/fx';
import { HostError, invalidArgument } from '../errors';
import { parses } from '../references';

/**
 * The formula of a conditional format or a validation, without "=". Excel takes no structured references
 * there (widely reported, e.g. wmfexcel.com; no Microsoft page says so) and no more than 8192 characters.
 */
export function ruleFormula(text: string): string {
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (formula.length > 8_192)
    throw new HostError('FormulaLengthExceedsLimit', 'The formula is longer than 8192 characters.');
  if (formula.length === 1 || !parses(formula))
    throw invalidArgument('the formula of the rule cannot be read');
  if (tokenize(formula).some((token) => token.type === tokenTypes.REF_STRUCT)) {
    throw invalidArgument('structured references cannot be used in rules');
  }
  return formula.slice(1);
}
