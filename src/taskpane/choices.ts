import { searched } from './text';

/** As many as fit on a screen of the pane; the rest is found by typing. */
export const CHOICES_AT_MOST = 50;

/** Choices that fit what is being typed: those that begin with it first. `left`: how many more there are. */
export function findChoices(
  choices: readonly string[],
  typed: string,
): { readonly shown: readonly string[]; readonly left: number } {
  const wanted = searched(typed);
  const words = wanted.split(' ');
  const fitting = choices.filter((choice) => {
    const text = searched(choice);
    return words.every((word) => text.includes(word));
  });
  const begins = (choice: string) => searched(choice).startsWith(wanted);
  const inOrder = [...fitting.filter(begins), ...fitting.filter((choice) => !begins(choice))];
  return {
    shown: inOrder.slice(0, CHOICES_AT_MOST),
    left: Math.max(0, inOrder.length - CHOICES_AT_MOST),
  };
}
