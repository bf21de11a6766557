import type { CellValidation } from '../../host/objects/data-validation';
import { STAND } from '../../messages/stand';

/** What is being typed and not entered yet. */
export interface Draft {
  readonly text: string;
  /** `enter` was begun by typing: arrows enter it. `edit` was begun by F2 or a click: arrows move in the text. */
  readonly mode: 'enter' | 'edit';
  readonly place: 'cell' | 'bar';
}

/** What Excel says to a value outside a cell's list. */
export interface Objection {
  readonly title: string;
  readonly text: string;
  /** False when Excel lets nothing else in. */
  readonly mayKeep: boolean;
}

/** The objection to a text for a cell, as its validation rule asks; null when it may stand. */
export function objectionTo(validation: CellValidation | null, text: string): Objection | null {
  if (validation === null || validation.choices === null) return null;
  const { rule, choices } = validation;
  if (rule.showErrorMessage === false) return null;
  if (text === '' && rule.allowBlank !== false) return null;
  if (text.startsWith('=')) return null;
  const wanted = text.startsWith("'") ? text.slice(1) : text;
  if (choices.includes(wanted)) return null;
  const or = (given: string | undefined, otherwise: string): string =>
    given === undefined || given === '' ? otherwise : given;
  return {
    title: or(rule.errorTitle, STAND.validation.title),
    text: or(rule.error, STAND.validation.text),
    mayKeep: rule.errorStyle === 'warning' || rule.errorStyle === 'information',
  };
}
