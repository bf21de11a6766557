import { ADOPT_OUTPUT } from '../messages/cli';
import type { AdoptionBlockReport, AdoptionReport } from '../usecases/contract';

/** An adoption for a terminal: what was found in each source, what came of it, what was asked and refused. */

/** Of long lists so many lines are shown; all of them are in the JSON. */
const MOST_LINES = 20;

export function adoptionText(report: AdoptionReport): string {
  const { sources, questions, dryRun } = report;
  return [
    ...sources.flatMap(({ title, failure, sheets }) => [
      title,
      ...(failure === null ? [] : [`  ${failure.sentence} ${failure.remedy}`]),
      ...sheets.flatMap(({ name, blocks, note }) => [
        ...blocks.flatMap((block) => blockLines(name, block)),
        ...(note === '' ? [] : [`  ${ADOPT_OUTPUT.sheet(name)}: ${note}`]),
      ]),
    ]),
    '',
    ADOPT_OUTPUT.result,
    ...(dryRun.tables.length === 0 ? [`  ${ADOPT_OUTPUT.nothing}`] : []),
    ...dryRun.tables.map(({ words, counts, table }) =>
      counts.refused === 0
        ? `  ${words}`
        : `  ${words === '' ? `${table}: ` : `${words}, `}${ADOPT_OUTPUT.refusedRows(counts.refused)}`,
    ),
    ...listed(
      ADOPT_OUTPUT.questions,
      questions.map(({ title, options, taken, places }) =>
        ADOPT_OUTPUT.question(
          title,
          places.length,
          places[0]?.words ?? '',
          options.find(({ id }) => id === taken)?.words ?? '',
        ),
      ),
    ),
    ...listed(
      ADOPT_OUTPUT.refused,
      dryRun.refused.map(({ place, reason, fix }) => `${place.words}: ${reason} ${fix}`),
    ),
    ...listed(
      ADOPT_OUTPUT.differing,
      dryRun.lines
        .filter(({ state }) => state === 'updated' || state === 'conflict')
        .flatMap(({ table, record, cells }) =>
          cells.map((cell) => ADOPT_OUTPUT.cell(table, record, cell.column, cell.old, cell.new, cell.words)),
        ),
    ),
    ...listed(ADOPT_OUTPUT.notices, dryRun.notices),
    '',
  ].join('\n');
}

function blockLines(sheet: string, block: AdoptionBlockReport): readonly string[] {
  const { kinds, kind, rows, explanation, columns, hidden } = block;
  const words = kinds.find((each) => each.kind === kind)?.words ?? '';
  return [
    `  ${ADOPT_OUTPUT.sheet(sheet)}: ${ADOPT_OUTPUT.block(words, rows)} ${explanation}`,
    `    ${columns
      .map(({ letters, header, target, refused }) => {
        const what = target === '' ? (refused === '' ? ADOPT_OUTPUT.unknown : refused) : target;
        return `${letters} «${header.replaceAll('\n', ' ')}» → ${what}`;
      })
      .join('; ')}`,
    ...(hidden === '' ? [] : [`    ${hidden}`]),
  ];
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_LINES;
  return [
    '',
    heading,
    ...lines.slice(0, MOST_LINES).map((line) => `  ${line.replaceAll('\n', ' ')}`),
    ...(left > 0 ? [`  ${ADOPT_OUTPUT.more(left)}`] : []),
  ];
}
