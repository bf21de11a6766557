import { OUTPUT } from '../messages/cli';
import type { DocumentsReport } from '../usecases/contract';

/** The documents a register has under its regulation, with what to type for each of them. */
export function documentList({ offers }: DocumentsReport): string {
  const { documents: words } = OUTPUT;
  return offers
    .flatMap(({ kind, name, clause, choices, lacks }) => [
      `${kind.padEnd(16)} ${name}${words.clause(clause)}`,
      ...(lacks === null ? [] : [`  ${words.lacks(lacks)}`]),
      ...choices.map(
        ({ request, name: choice, about }) =>
          `  ${words.choice(request.meeting, request.item, choice, about)}`,
      ),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
