import {
  BLOCK_KINDS,
  FIELD_NAMES,
  TABLE_OF_KIND,
  countOutcomes,
  fieldDefinition,
  gridOf,
  hasPlace,
  type Adoption,
  type Block,
  type ColumnMapping,
  type Field,
  type Grid,
  type Mapping,
  type Question,
  type RowOutcome,
  type SourcePlace,
  type SourceSheet,
} from '../adoption';
import {
  MATCH_WORDS,
  OUTCOME_WORDS,
  REFUSAL_WORDS,
  adoptionObstacle,
  countWords,
  nameWords,
  optionWords,
  placeWords,
  questionWords,
} from '../messages/adoption';
import {
  ADOPTION,
  NOT_TRANSFERRED,
  REFUSALS,
  SOURCES,
  cellStateWords,
  fieldsWords,
  headerWords,
  hiddenWords,
  isWorthSaying,
  kindWords,
  shownCell,
} from '../messages/adoptionReport';
import { columnLetters } from '../register/addresses';
import { parseRegister } from '../register/parse';
import { TABLE_NAMES, type TableName } from '../register/tables';
import { DEFAULT_REGULATION, REGULATIONS, findRegulation } from '../regulations';
import type { Considered } from './adoptionRun';
import type {
  AdoptionBlockReport,
  AdoptionColumnReport,
  AdoptionCounts,
  AdoptionDryRun,
  AdoptionLineReport,
  AdoptionQuestionReport,
  AdoptionRefusalReport,
  AdoptionReport,
  AdoptionSheetReport,
  AdoptionSourceReport,
  SourceCellReport,
  SourceRowReport,
} from './contract';

/** An adoption in words: what was found, how it was matched, what is asked, what would be written. */

/** A source as it was opened. */
export interface OpenedSource {
  readonly file: string;
  readonly failure: AdoptionSourceReport['failure'];
  readonly sheets: readonly OpenedSheet[];
}

export interface OpenedSheet {
  readonly sheet: SourceSheet;
  /** False: it holds more cells than were read. */
  readonly isWhole: boolean;
}

/** By it a draft names a sheet. */
export const sheetKey = ({ file, name }: Pick<SourceSheet, 'file' | 'name'>): string => `${file}|${name}`;

/** The whole report; `leftOut` are keys of the sheets nothing is wanted of. */
export function adoptionReport(
  sources: readonly OpenedSource[],
  considered: Considered,
  leftOut: ReadonlySet<string>,
): AdoptionReport {
  const { foundation, adoption } = considered;
  const { id, name } =
    findRegulation(String(parseRegister(foundation.snapshot).passport.regulation)) ?? DEFAULT_REGULATION;
  return {
    sources: sources.map((source) => ({
      file: source.file,
      title: source.file === '' ? SOURCES.thisBook : source.file,
      failure: source.failure,
      sheets: source.sheets.map((sheet) => sheetReport(sheet, adoption, leftOut)),
    })),
    questions: adoption.questions.map(questionReport),
    dryRun: dryRunOf(sources, considered),
    regulation: { id, name },
    isRegister: foundation.isRegister,
    regulations: REGULATIONS.map((each) => ({ id: each.id, name: each.name })),
  };
}

const cellReport = (place: SourcePlace): SourceCellReport => ({ ...place, words: placeWords(place) });

// ---------------------------------------------------------------------------------------------------------
// found and matched

const grids = new WeakMap<SourceSheet, Grid>();

/** A sheet is indexed once, however often it is shown. */
function indexed(sheet: SourceSheet): Grid {
  const known = grids.get(sheet) ?? gridOf(sheet);
  grids.set(sheet, known);
  return known;
}

const FIRST_ROWS = 12;
const MOST_COLUMNS = 24;

function sheetReport(
  { sheet, isWhole }: OpenedSheet,
  adoption: Adoption,
  leftOut: ReadonlySet<string>,
): AdoptionSheetReport {
  const key = sheetKey(sheet);
  const isLeftOut = leftOut.has(key);
  const grid = indexed(sheet);
  const blocks = adoption.blocks.flatMap((block, index): AdoptionBlockReport[] => {
    const mapping = adoption.mappings[index];
    const isHere = block.file === sheet.file && block.sheet === sheet.name;
    return isHere && mapping !== undefined ? [blockReport(grid, block, mapping, adoption)] : [];
  });
  const rows = grid.rows.slice(0, FIRST_ROWS);
  const columns = rows.flatMap((row) => grid.row(row).map(({ column }) => column));
  const left = columns.reduce((least, column) => Math.min(least, column), Infinity);
  const right = columns.reduce((most, column) => Math.max(most, column), 0);
  return {
    key,
    name: sheet.name,
    isHidden: sheet.isHidden === true,
    isLeftOut,
    blocks,
    note: noteOf(grid, { isLeftOut, isWhole, isFound: blocks.length > 0 }),
    firstRows: rows.map((row) => rowReport(grid, row, { left, right }, null)),
  };
}

function noteOf(
  grid: Grid,
  { isLeftOut, isWhole, isFound }: { isLeftOut: boolean; isWhole: boolean; isFound: boolean },
): string {
  if (isLeftOut) return SOURCES.leftOut;
  if (!isWhole) return SOURCES.tooLarge;
  if (isFound) return '';
  return grid.rows.length === 0 ? SOURCES.empty : SOURCES.nothingFound;
}

function rowReport(
  grid: Grid,
  row: number,
  { left, right }: { readonly left: number; readonly right: number },
  header: Block['header'] | null,
): SourceRowReport {
  const width = Math.max(0, Math.min(MOST_COLUMNS, right - left + 1));
  return {
    row,
    // a merged cell is shown once, where it begins
    cells: Array.from({ length: width }, (_, index) => {
      const cell = grid.at(row, left + index);
      return cell?.from.row === row && cell.from.column === left + index ? cell.text : '';
    }),
    isHeader: header !== null && header.top <= row && row <= header.bottom,
  };
}

const ROWS_ABOVE = 4;
const ROWS_BELOW = 5;

function blockReport(
  grid: Grid,
  block: Block,
  mapping: Mapping,
  { rowCounts }: Adoption,
): AdoptionBlockReport {
  const { header, columns } = block;
  const table = TABLE_OF_KIND[mapping.kind];
  const known = mapping.columns.filter(({ fields, refused }) => fields.length > 0 || refused !== undefined);
  const at = grid.rows.findIndex((row) => row >= header.top);
  const after = grid.rows.findIndex((row) => row > header.bottom);
  const around = grid.rows.slice(
    Math.max(0, at - ROWS_ABOVE),
    (after < 0 ? grid.rows.length : after) + ROWS_BELOW,
  );
  const span = { left: columns[0]?.column ?? 1, right: columns.at(-1)?.column ?? 1 };
  const likely = [...new Set([mapping.kind, ...mapping.otherKinds])];
  return {
    id: block.id,
    sheet: sheetKey({ file: block.file, name: block.sheet }),
    title: block.titles.map(({ text }) => text.replaceAll('\n', ' ')).join(' · '),
    header,
    explanation: headerWords(block, known.length, mapping.columns.length),
    rowsAround: around.map((row) => rowReport(grid, row, span, header)),
    kind: mapping.kind,
    kinds: [...likely, ...BLOCK_KINDS.filter((kind) => !likely.includes(kind))].map((kind) => ({
      kind,
      words: kindWords(kind),
    })),
    isKindSure: mapping.isKindSure,
    table,
    rows: rowCounts[block.id] ?? 0,
    columns: mapping.columns.map((column) => columnReport(column, mapping, table)),
    hidden: hiddenWords(block),
    isRemembered: mapping.isRemembered,
  };
}

const optionId = (fields: readonly Field[]): string => fields.join('+');

function columnReport(
  mapping: ColumnMapping,
  { kind }: Mapping,
  table: TableName | null,
): AdoptionColumnReport {
  const { column, header, fields, score, how, isDoubtful, refused, samples, alternatives } = mapping;
  const possible = FIELD_NAMES.filter(
    (name) => hasPlace(kind, name) && fieldDefinition(name).refused === undefined,
  ).map((name): readonly Field[] => [name]);
  // of two fields that fill one column the likelier is offered
  const options = new Map<string, string>();
  for (const each of [fields, ...alternatives, ...possible]) {
    const words = fieldsWords(each, table);
    if (each.length > 0 && !options.has(words)) options.set(words, optionId(each));
  }
  return {
    column,
    letters: columnLetters(column),
    header,
    samples,
    taken: optionId(fields),
    target: fields.length === 0 ? '' : fieldsWords(fields, table),
    score,
    how: MATCH_WORDS[how],
    isDoubtful,
    refused: refused === undefined ? '' : REFUSAL_WORDS[refused],
    options: [...[...options].map(([words, id]) => ({ id, words })), { id: '', words: NOT_TRANSFERRED }],
  };
}

// ---------------------------------------------------------------------------------------------------------
// questions

function questionReport(question: Question): AdoptionQuestionReport {
  const { id, topic, options, safest, taken, isAnswered, places } = question;
  return {
    id,
    ...questionWords(topic),
    options: options.map((option) => ({ id: option.id, words: optionWords(question, option) })),
    safest,
    taken,
    isAnswered,
    places: places.map(cellReport),
  };
}

// ---------------------------------------------------------------------------------------------------------
// the dry run

const NO_COUNTS: AdoptionCounts = {
  added: 0,
  updated: 0,
  unchanged: 0,
  conflict: 0,
  gone: 0,
  refused: 0,
};

function dryRunOf(sources: readonly OpenedSource[], considered: Considered): AdoptionDryRun {
  const { foundation, adoption, plan, actions } = considered;
  // rows of a table that nothing can be written to come in nowhere
  const blocked = new Map(
    plan.obstacles.flatMap((obstacle) =>
      obstacle.code === 'no-column' ? [] : [[obstacle.table, adoptionObstacle(obstacle)] as const],
    ),
  );
  const isBlocked = ({ table, state }: RowOutcome): boolean =>
    blocked.has(table) && (state === 'added' || state === 'updated');
  const refused = [...refusalsOf(adoption), ...adoption.outcomes.filter(isBlocked).flatMap(blockedRow)];
  const coming = adoption.outcomes.filter((outcome) => !isBlocked(outcome));
  const counted = countOutcomes(coming);
  return {
    isEmpty: actions.length === 0 && foundation.structure.length === 0,
    tables: TABLE_NAMES.flatMap((table) => {
      const counts = {
        ...NO_COUNTS,
        ...counted[table],
        refused: refused.filter((row) => row.table === table).length,
      };
      return Object.values(counts).every((count) => count === 0)
        ? []
        : [{ table, counts, words: countWords(table, counts) }];
    }),
    lines: coming.filter(({ state }) => state !== 'unchanged').map(lineReport),
    unchanged: unchangedByFile(coming),
    refused,
    notices: [
      ...(foundation.isRegister ? [] : [ADOPTION.buildsFirst]),
      ...foundation.notices,
      ...sources.flatMap(({ sheets }) =>
        sheets.flatMap(({ sheet, isWhole }) => (isWhole ? [] : [`«${sheet.name}». ${SOURCES.tooLarge}`])),
      ),
      ...plan.obstacles.map((obstacle) => {
        const { sentence, remedy } = adoptionObstacle(obstacle);
        return `${sentence} ${remedy}`;
      }),
      ...adoption.names.filter(isWorthSaying).map(nameWords),
      ...coming.flatMap(({ record, table, superseded }) =>
        superseded.length === 0 ? [] : [ADOPTION.superseded(record, table, superseded.length)],
      ),
      ...TABLE_NAMES.flatMap((table) => {
        const gone = counted[table]?.gone ?? 0;
        return gone === 0 ? [] : [ADOPTION.gone(table, gone)];
      }),
    ],
    cells: plan.changes.length,
  };

  function blockedRow({ table, record, places }: RowOutcome): AdoptionRefusalReport[] {
    const words = blocked.get(table);
    return words === undefined
      ? []
      : places.slice(0, 1).map((place) => ({
          place: cellReport(place),
          text: record,
          reason: words.sentence,
          fix: words.remedy,
          table,
        }));
  }
}

function unchangedByFile(outcomes: readonly RowOutcome[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, places } of outcomes) {
    const file = places[0]?.file;
    if (state === 'unchanged' && file !== undefined) counts[file] = (counts[file] ?? 0) + 1;
  }
  return counts;
}

function refusalsOf({
  accounts,
  mappings,
  unplaced,
  unnumbered,
}: Adoption): readonly AdoptionRefusalReport[] {
  const kinds = new Map(mappings.map(({ block, kind }) => [block, TABLE_OF_KIND[kind]]));
  return [
    ...accounts.flatMap(({ block, place, became, text }): AdoptionRefusalReport[] =>
      became === 'no name' || became === 'vacancy' || became === 'no meeting'
        ? [{ place: cellReport(place), text, ...REFUSALS[became], table: kinds.get(block) ?? null }]
        : [],
    ),
    ...unplaced.map(({ name, place }) => ({
      place: cellReport(place),
      text: name,
      ...REFUSALS.unplaced,
      table: 'Педагоги' as const,
    })),
    ...unnumbered.map((place) => ({
      place: cellReport(place),
      text: '',
      ...REFUSALS.unnumbered,
      table: 'Посещаемость' as const,
    })),
  ];
}

const lineReport = ({ table, state, record, cells, places }: RowOutcome): AdoptionLineReport => ({
  table,
  state,
  record,
  words: OUTCOME_WORDS[state],
  cells: cells
    .filter((cell) => cell.state !== 'same')
    .map(({ column, old, new: next, original, state: cellState, place }) => ({
      column,
      old: shownCell(table, column, old),
      new: shownCell(table, column, next),
      original,
      state: cellState,
      words: cellStateWords(cellState),
      place: cellReport(place),
    })),
  places: places.map(cellReport),
});
