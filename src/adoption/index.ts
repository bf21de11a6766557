/**
 * Adoption: a workbook the methodist already keeps becomes the register. One travel, each step plain data that
 * can be shown, each decision open to the user:
 *
 * ```text
 * SourceSheet[] ─ findBlocks ─▶ blocks      1. found:     header rows, titles, rows; a header row can be moved
 *               ─ mapBlocks ──▶ mappings    2. matched:   column → fields of the register, with samples
 *               ─ parseRows ──▶ rows        3. questions: what only a person can decide, each with a safest answer
 *               ─ compare ────▶ outcomes    4. dry run:   added, updated, unchanged, in conflict, gone
 *               ─ planAdoption ▶ actions       the same rows as workbook actions
 * ```
 *
 * `adopt` goes from sheets to outcomes and is cheap enough to be called anew after every answer:
 *
 * ```ts
 * const adoption = adopt(sheets, snapshot, { answers, headers, mappings, memory });
 * // the wizard shows adoption.blocks, .mappings, .questions, .outcomes, and changes the choices
 * const plan = planAdoption(snapshot, adoption.outcomes);  // .changes is the dry run, nothing is written yet
 * const actions = dressGrowth(snapshot, [...plan.actions, ...planJournal(snapshot, plan.journal)]);
 * ```
 *
 * The workbook has to be a register already: whoever calls builds it (`planRegister`), reads it, adopts, applies the
 * actions and builds once more, so that names, formulas and lists reach the new rows (`grown` of the request names the
 * tables that got longer). A command line gives no answers: the safest are taken, and `questions` lists them. What
 * was decided is kept by keeping `memory` (mappings by the shape of a table) and the answers (by id of the
 * question).
 *
 * The source is never written to. A sheet of the register is no source (`isOwnSheet`). Pupils' names are counted
 * and go nowhere.
 */
import { TABLE_NAMES, type TableName } from '../register/tables';
import { DEFAULT_REGULATION, findRegulation, type Regulation } from '../regulations';
import { anchoredSheet, parseRegister } from '../register/parse';
import { locateTables } from '../register/locate';
import type { Register } from '../register/register';
import { parseSchoolYear } from '../register/schoolYear';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldCase } from '../register/text';
import { findBlocks, type Block, type Found, type HeaderChoice } from './blocks';
import { compareWithRegister, type Comparison, type RowOutcome } from './compare';
import { newMatcher } from './headers';
import { JOURNAL, readJournal } from './journal';
import { mapBlocks, rememberMappings, type Mapping, type MappingChoice, type MappingMemory } from './mapping';
import { kindOption, openQuestions, type Answers, type Question, type QuestionBook } from './questions';
import { parseRows, type ParsedRows } from './rows';
import type { RowAccount } from './rows/incoming';
import type { SourceSheet } from './source';

export type { Block, BlockColumn, HeaderChoice } from './blocks';
export type { CellOutcome, Comparison, NameReport, RowOutcome } from './compare';
export { FIELD_NAMES, FIELDS, fieldDefinition, type Field, type RefusalReason } from './dictionary';
export { JOURNAL, type JournalLine } from './journal';
export { readRemembered, rememberingLines, type Choice, type Remembered } from './memory';
export { planAdoption, type AdoptedCell, type AdoptionObstacle, type AdoptionPlan } from './plan';
export { BLOCK_KINDS, TABLE_OF_KIND, hasPlace, type BlockKind } from './kinds';
export {
  memorySchema,
  rememberMappings,
  type ColumnMapping,
  type Mapping,
  type MappingChoice,
  type MappingMemory,
} from './mapping';
export type { Answers, Question, QuestionOption, QuestionTopic } from './questions';
export type { RowAccount } from './rows/incoming';
export {
  gridOf,
  isDateFormat,
  sourceOfBlock,
  type Grid,
  type SourceCell,
  type SourcePlace,
  type SourceSheet,
} from './source';
export type { Doubt } from './values/reading';

/** What the user has decided so far; all of it may be absent. */
export interface AdoptionChoices {
  readonly headers?: readonly HeaderChoice[];
  readonly mappings?: readonly MappingChoice[];
  readonly memory?: MappingMemory;
  readonly answers?: Answers;
  /** Id or name of a regulation, where the passport names none. */
  readonly regulation?: string;
}

export interface Adoption extends Comparison {
  readonly blocks: readonly Block[];
  /** One a block, in the same order. */
  readonly mappings: readonly Mapping[];
  readonly questions: readonly Question[];
  /** Rows under headers that are no rows of the register, each with what it was taken for. */
  readonly accounts: readonly RowAccount[];
  /** Rows that came in, by block. */
  readonly rowCounts: Readonly<Record<string, number>>;
  /** To be kept for the next file of the same shape. */
  readonly memory: MappingMemory;
}

/** Reads the sheets against the register; writes nothing. */
export function adopt(
  sheets: readonly SourceSheet[],
  snapshot: WorkbookSnapshot,
  choices: AdoptionChoices = {},
): Adoption {
  const register = parseRegister(snapshot);
  const regulation = regulationOf(register, choices.regulation);
  const book = openQuestions(choices.answers ?? {});
  const matcher = newMatcher();
  const found = findBlocks(sheets, matcher, choices.headers ?? []);
  const guessed = mapBlocks(found, matcher, choices.memory, choices.mappings ?? []);
  const settled = settleMappings(found, guessed, choices.mappings ?? [], book);
  const isAsGuessed = settled.every(({ kind, columns = [] }) => kind === undefined && columns.length === 0);
  const mappings = isAsGuessed ? guessed : mapBlocks(found, matcher, choices.memory, settled);
  const parsed: ParsedRows = parseRows(found, mappings, { regulation, yearBegins: yearOf(register) }, book);
  const comparison = compareWithRegister({ parsed, register, journal: readJournal(snapshot), book });
  return {
    ...comparison,
    blocks: found.blocks,
    mappings,
    questions: book.all(),
    accounts: parsed.accounts,
    rowCounts: parsed.counts,
    memory: rememberMappings(choices.memory ?? {}, mappings),
  };
}

const regulationOf = ({ passport }: Register, asked: string | undefined): Regulation =>
  findRegulation(String(passport.regulation)) ??
  (asked === undefined ? undefined : findRegulation(asked)) ??
  DEFAULT_REGULATION;

/** The first day of the passport's school year, else of the period; null when neither is known. */
function yearOf({ passport, period }: Register): number | null {
  const year = parseSchoolYear(String(passport.schoolYear));
  return year?.begin ?? (period.begin === 0 ? null : period.begin);
}

/** Kinds of blocks and meanings of columns that are asked, with what is taken for now. */
function settleMappings(
  found: Found,
  mappings: readonly Mapping[],
  chosen: readonly MappingChoice[],
  book: QuestionBook,
): readonly MappingChoice[] {
  return found.blocks.flatMap((block, index): MappingChoice[] => {
    const mapping = mappings[index];
    const own = chosen.find((choice) => choice.block === block.id);
    if (mapping === undefined) return [];
    const place = { file: block.file, sheet: block.sheet, cell: block.id.split('|').at(-1) ?? '' };
    const kinds = [mapping.kind, ...mapping.otherKinds];
    const kind = mapping.isKindSure
      ? mapping.kind
      : kinds.find(
          (each) =>
            each ===
            book.settle(
              { code: 'block kind', block: block.id, sheet: block.sheet },
              [...kinds.map(kindOption), kindOption('unknown')],
              mapping.kind,
              place,
            ).option.value,
        );
    const columns = mapping.columns.flatMap(({ column, header, refused, alternatives }) => {
      if (refused !== 'not sure') return [];
      const options = alternatives.map(
        (fields) => ({ id: fields.join('+'), kind: 'value', value: fields.join('+') }) as const,
      );
      const { option } = book.settle(
        { code: 'column', block: block.id, sheet: block.sheet, header },
        [...options, { id: 'empty', kind: 'empty', value: '' }],
        'empty',
        place,
      );
      const fields = alternatives.find((each) => each.join('+') === option.id);
      return fields === undefined ? [] : [{ column, fields }];
    });
    return [
      {
        block: block.id,
        ...(mapping.isKindSure
          ? own?.kind === undefined
            ? {}
            : { kind: own.kind }
          : { kind: kind ?? 'unknown' }),
        columns: [...(own?.columns ?? []), ...columns],
      },
    ];
  });
}

/** A sheet the register itself stands on: reading it as a source would adopt the register into itself. */
export function isOwnSheet(snapshot: WorkbookSnapshot, sheet: string): boolean {
  const located = locateTables(snapshot);
  const own = TABLE_NAMES.flatMap((table) => located[table]?.sheet ?? []);
  const anchored = (['Паспорт', 'Приложение'] as const).flatMap(
    (name) => anchoredSheet(snapshot, name)?.name ?? [],
  );
  const lists = snapshot.tables
    .filter(({ name }) => /^(?:Список|Классификатор)/u.test(name))
    .map(({ sheet: at }) => at);
  return [...own, ...anchored, ...lists, JOURNAL].some((name) => foldCase(name) === foldCase(sheet));
}

/** How many rows of each table come out how: the first line of the dry run. */
export function countOutcomes(
  outcomes: readonly RowOutcome[],
): Readonly<Partial<Record<TableName, Readonly<Record<RowOutcome['state'], number>>>>> {
  const counts: Partial<Record<TableName, Record<RowOutcome['state'], number>>> = {};
  for (const { table, state } of outcomes) {
    const known = (counts[table] ??= { added: 0, updated: 0, unchanged: 0, conflict: 0, gone: 0 });
    known[state] += 1;
  }
  return counts;
}
