import { z } from 'zod';
import {
  gridOfBlock,
  isAboutAttendance,
  isNumberRow,
  type Block,
  type BlockColumn,
  type Found,
} from './blocks';
import { FIELD_NAMES, fieldDefinition, type Field, type RefusalReason } from './dictionary';
import { fitOf } from './evidence';
import { SURE, type HeaderMatch, type Matcher } from './headers';
import {
  BLOCK_KINDS,
  TABLE_OF_KIND,
  guessKind,
  hasPlace,
  needsCompany,
  type BlockKind,
  type ColumnHint,
} from './kinds';
import { readMeetingHeader, speaksOfAttendance, type MeetingHeader } from './marks';
import { nameLikeness } from './values/names';
import { parsePair } from './values/numbers';
import { foldHeader } from './words';

/** Which column of a block fills which columns of the register: by name, never by position. */

export interface ColumnMapping {
  readonly column: number;
  readonly header: string;
  /** Empty: the column stays where it is. Two and more: its cells are split. */
  readonly fields: readonly Field[];
  /** 0…1, of the header and the values together. */
  readonly score: number;
  readonly how: HeaderMatch['how'] | 'meeting' | 'remembered' | 'chosen' | 'none';
  /** Phrase of the dictionary it was known by; "" when it was not known by one. */
  readonly phrase: string;
  /** Why a column that was understood is not transferred. */
  readonly refused?: RefusalReason | 'not of this table' | 'second of its kind' | 'not sure';
  /** What else it may mean, the likeliest first. */
  readonly alternatives: readonly (readonly Field[])[];
  /** The first values under it, each once. */
  readonly samples: readonly string[];
  /** Over a column of marks: which meeting. */
  readonly meeting?: MeetingHeader;
  /** The values do not bear the header out. */
  readonly isDoubtful: boolean;
}

export interface Mapping {
  readonly block: string;
  /** Of the headers: a file of the same shape is read the same way next time. */
  readonly signature: string;
  readonly kind: BlockKind;
  readonly isKindSure: boolean;
  readonly otherKinds: readonly BlockKind[];
  readonly columns: readonly ColumnMapping[];
  readonly isRemembered: boolean;
}

/** What the user says of a block. */
export interface MappingChoice {
  readonly block: string;
  readonly kind?: BlockKind;
  readonly columns?: readonly { readonly column: number; readonly fields: readonly Field[] }[];
}

const fieldSchema = z.enum(FIELD_NAMES as [Field, ...Field[]]);

/** Mappings as they are kept between runs, by signature: plain data, checked when it is read back. */
export const memorySchema = z.record(
  z.string(),
  z.object({
    kind: z.enum(BLOCK_KINDS as [BlockKind, ...BlockKind[]]),
    /** By place among the columns. */
    columns: z.array(z.array(fieldSchema)),
  }),
);
export type MappingMemory = z.infer<typeof memorySchema>;

/** Headers in their order, folded; those of meetings as one word, because their dates pass. */
export const signatureOf = ({ columns }: Block): string =>
  columns
    .map(({ header, cell }) => (cell !== null && readMeetingHeader(cell) !== null ? '#' : foldHeader(header)))
    .join('|');

/** What to keep of the mappings that were used. */
export const rememberMappings = (memory: MappingMemory, mappings: readonly Mapping[]): MappingMemory => ({
  ...memory,
  ...Object.fromEntries(
    mappings
      .filter(({ kind }) => TABLE_OF_KIND[kind] !== null)
      .map(({ signature, kind, columns }) => [
        signature,
        { kind, columns: columns.map(({ fields }) => [...fields]) },
      ]),
  ),
});

const SAMPLES = 40;
const SHOWN_SAMPLES = 3;

export function mapBlocks(
  found: Found,
  matcher: Matcher,
  memory: MappingMemory = {},
  choices: readonly MappingChoice[] = [],
): readonly Mapping[] {
  return found.blocks.map((block) =>
    mapBlock(
      found,
      block,
      matcher,
      memory[signatureOf(block)],
      choices.find((choice) => choice.block === block.id),
    ),
  );
}

/** A column with everything it may mean. */
interface Candidates {
  readonly column: BlockColumn;
  readonly matches: readonly HeaderMatch[];
  /** What a general header means right of another column: «Дата» after «Категория». */
  readonly beside: HeaderMatch | null;
  readonly meeting: MeetingHeader | null;
  readonly samples: readonly string[];
}

function mapBlock(
  found: Found,
  block: Block,
  matcher: Matcher,
  remembered: MappingMemory[string] | undefined,
  choice: MappingChoice | undefined,
): Mapping {
  const candidates = candidatesOf(found, block, matcher);
  const guess = guessKind(block, candidates.map(hintOf));
  const kind = choice?.kind ?? remembered?.kind ?? guess.kind;
  const isRemembered = remembered !== undefined && choice?.kind === undefined;
  const automatic = assign(kind, candidates);
  const columns = automatic.map((mapping, index): ColumnMapping => {
    const chosen = choice?.columns?.find(({ column }) => column === mapping.column)?.fields;
    const kept = isRemembered ? remembered.columns[index] : undefined;
    const fields = chosen ?? kept;
    if (fields === undefined) return mapping;
    const { refused: _, ...rest } = mapping;
    return {
      ...rest,
      fields,
      how: chosen === undefined ? 'remembered' : 'chosen',
      score: 1,
      isDoubtful: false,
    };
  });
  return {
    block: block.id,
    signature: signatureOf(block),
    kind,
    isKindSure: guess.isSure || choice?.kind !== undefined || isRemembered,
    otherKinds: guess.others,
    columns,
    isRemembered,
  };
}

function candidatesOf(found: Found, block: Block, matcher: Matcher): readonly Candidates[] {
  const isAttendance = isAboutAttendance(block);
  const all = block.columns.map((column): Candidates => {
    const { levels, header, cell } = column;
    const upper = levels.slice(0, -1);
    const leaf = levels.at(-1) ?? '';
    const parents = [upper.join(' '), ...upper].flatMap((text) =>
      matcher.match(text).flatMap(({ fields, score }) => (score >= 0.6 ? fields : [])),
    );
    const under = upper.length === 0 ? null : matcher.under(parents, leaf);
    const matches = [
      ...(under === null ? [] : [under]),
      ...matcher.match(header),
      ...(upper.length === 0
        ? []
        : matcher.match(leaf).map((match) => ({ ...match, score: match.score * 0.94 }))),
    ];
    const bare = isAttendance || upper.some(speaksOfAttendance);
    const isLine = matches.some(({ fields, how }) => fields[0] === 'line' && how === 'same');
    return {
      column,
      matches: strongest(matches),
      beside: null,
      meeting: cell === null || isLine ? null : readMeetingHeader(cell, bare),
      samples: samplesOf(found, block, column.column),
    };
  });
  return namedByValues(all).map((each, at, every) => ({ ...each, beside: besideMatch(every, at, matcher) }));
}

const WHOM: readonly Field[] = ['name', 'surname', 'pupil', 'supervisor'];
const NAMED_BY_VALUES: HeaderMatch = { fields: ['name'], phrase: '', score: 0.75, how: 'values' };

/** Where no header speaks of people, the column under which full names stand does: «Аттестуемый», «Молодой специалист». */
function namedByValues(all: readonly Candidates[]): readonly Candidates[] {
  const isKnown = all.some(({ matches }) =>
    matches.some(({ fields, score }) => score >= SURE && fields.some((name) => WHOM.includes(name))),
  );
  if (isKnown) return all;
  const named = all.find(
    ({ samples, matches }) =>
      samples.length > 0 &&
      (matches[0]?.score ?? 0) < 0.9 &&
      samples.filter((text) => nameLikeness(text) === 1).length * 5 >= samples.length * 4,
  );
  return all.map((each) =>
    each === named ? { ...each, matches: [NAMED_BY_VALUES, ...each.matches] } : each,
  );
}

/** How far to the left a general header looks for what it belongs to. */
const REACH = 4;

function besideMatch(all: readonly Candidates[], at: number, matcher: Matcher): HeaderMatch | null {
  const own = all[at];
  if (own === undefined || own.column.levels.length !== 1) return null;
  for (let left = at - 1; left >= Math.max(0, at - REACH); left -= 1) {
    const near = all[left]?.matches.filter(({ score }) => score >= 0.8).flatMap(({ fields }) => fields) ?? [];
    const found = near.length === 0 ? null : matcher.under(near, own.column.header);
    if (found !== null) return { ...found, score: 0.9 };
  }
  return null;
}

/** Of each meaning the surest match. */
function strongest(matches: readonly HeaderMatch[]): readonly HeaderMatch[] {
  const byFields = new Map<string, HeaderMatch>();
  for (const match of matches) {
    const key = match.fields.join('+');
    const known = byFields.get(key);
    if (known === undefined || known.score < match.score) byFields.set(key, match);
  }
  return [...byFields.values()].sort(
    (one, other) => other.score - one.score || other.phrase.length - one.phrase.length,
  );
}

function samplesOf(found: Found, block: Block, column: number): readonly string[] {
  const grid = gridOfBlock(found, block);
  const samples: string[] = [];
  for (const row of grid?.rows ?? []) {
    if (row < block.firstRow || block.repeats.includes(row)) continue;
    if (row > block.lastRow || samples.length >= SAMPLES) break;
    const cell = grid?.at(row, column);
    if (cell === null || cell === undefined || cell.from.column !== column) continue;
    // a text over several columns heads a section
    const area = grid?.merged(row, column) ?? null;
    if (area !== null && area.right > area.left) continue;
    if (!isNumberRow(grid?.row(row) ?? [])) samples.push(cell.text);
  }
  return samples;
}

/** The meanings that are as sure as the surest. */
function hintOf({ matches, meeting, samples }: Candidates): ColumnHint {
  const [first] = matches;
  const best = matches.filter(({ score }) => score >= SURE && score >= (first?.score ?? 0) - 0.02);
  const phrases: Partial<Record<Field, string>> = {};
  for (const { fields, phrase } of best) for (const name of fields) phrases[name] ??= phrase;
  const isMeeting = meeting !== null && (fitOf('mark', samples) ?? 1) >= 0.5;
  return { fields: [...new Set(best.flatMap(({ fields }) => fields))], phrases, isMeeting, samples };
}

// ---------------------------------------------------------------------------------------------------------
// one meaning a column

interface Option {
  readonly at: number;
  readonly match: HeaderMatch;
  readonly score: number;
  readonly fit: number | null;
}

/** The surest pairs of column and meaning first; a meaning that does not repeat is given away once. */
function assign(kind: BlockKind, candidates: readonly Candidates[]): readonly ColumnMapping[] {
  const chosen = new Map<number, Option>();
  const taken = new Set<Field>();
  const seconds = new Set<number>();
  const options = candidates
    .flatMap((each, at) => (isMarkColumn(kind, each) ? [] : optionsOf(kind, candidates, each, at)))
    .filter(({ score }) => score >= SURE)
    .sort((one, other) => other.score - one.score || one.at - other.at);
  for (const option of options) {
    const { at, match } = option;
    if (chosen.has(at)) continue;
    const free = match.fields.every((name) => fieldDefinition(name).repeats === true || !taken.has(name));
    if (!free) {
      seconds.add(at);
      continue;
    }
    chosen.set(at, option);
    for (const name of match.fields) taken.add(name);
  }
  return candidates.map((each, at): ColumnMapping => {
    const { column, matches, meeting, samples } = each;
    const alternatives = matches
      .filter(({ fields }) => fields.every((name) => hasPlace(kind, name)))
      .map(({ fields }) => fields);
    const shown = {
      column: column.column,
      header: column.header,
      alternatives,
      samples: [...new Set(samples)].slice(0, SHOWN_SAMPLES),
      isDoubtful: false,
    };
    if (isMarkColumn(kind, each) && meeting !== null) {
      return { ...shown, fields: ['mark'], score: 1, how: 'meeting', phrase: '', meeting };
    }
    const option = chosen.get(at);
    if (option !== undefined) return taking(shown, option);
    const [best] = matches.filter(({ score }) => score >= SURE);
    const unknown = { ...shown, fields: [], score: matches[0]?.score ?? 0, how: 'none', phrase: '' } as const;
    if (best === undefined) return unknown;
    const reasons = best.fields.flatMap((name) => fieldDefinition(name).refused ?? []);
    const refused = seconds.has(at) ? 'second of its kind' : (reasons[0] ?? 'not of this table');
    return { ...unknown, how: best.how, phrase: best.phrase, refused };
  });
}

type Shown = Pick<ColumnMapping, 'column' | 'header' | 'alternatives' | 'samples' | 'isDoubtful'>;

function taking(shown: Shown, { match, score: weighed, fit }: Option): ColumnMapping {
  const { fields, how, phrase } = match;
  const score = Math.min(1, weighed);
  const [reason] = fields.flatMap((name) =>
    name === 'timestamp' ? [] : (fieldDefinition(name).refused ?? []),
  );
  if (reason !== undefined && fields.length === 1)
    return { ...shown, fields: [], score, how, phrase, refused: reason };
  if (fields[0] === 'experience' && fields.length === 1) return bareExperience(shown, match, score);
  return { ...shown, fields, score, how, phrase, isDoubtful: fit !== null && fit < 0.5 };
}

/** «Стаж», and no word which: two numbers in a cell tell; otherwise the user is asked. */
function bareExperience(shown: Shown, { how, phrase }: HeaderMatch, score: number): ColumnMapping {
  const pairs = shown.samples.filter((text) => parsePair(text) !== null).length;
  return pairs * 2 > shown.samples.length
    ? { ...shown, fields: ['totalExperience', 'teachingExperience'], score, how, phrase }
    : {
        ...shown,
        fields: [],
        score,
        how,
        phrase,
        refused: 'not sure',
        alternatives: [['teachingExperience'], ['totalExperience']],
      };
}

/** A column headed by a meeting holds marks where the block is one of attendance, or where its values are marks. */
function isMarkColumn(kind: BlockKind, { meeting, samples, matches }: Candidates): boolean {
  if (meeting === null) return false;
  if (kind === 'attendance') return true;
  const fit = fitOf('mark', samples);
  return kind === 'teachers' && matches.length === 0 && fit !== null && fit >= 0.6;
}

function optionsOf(
  kind: BlockKind,
  all: readonly Candidates[],
  { matches, beside, samples, column }: Candidates,
  at: number,
): readonly Option[] {
  return [...(beside === null ? [] : [beside]), ...matches].flatMap((each): Option[] => {
    const ofPupil = fieldOfPupil(kind, all, each.fields, column);
    const match: HeaderMatch = ofPupil === null ? each : { ...each, fields: [ofPupil] };
    const { fields, phrase, how } = match;
    const isRefusal = fields.every((name) => fieldDefinition(name).refused !== undefined);
    if (!isRefusal && !fields.some((name) => hasPlace(kind, name))) return [];
    if (how !== 'under' && fields.some((name) => needsCompany(kind, name, foldHeader(phrase)))) return [];
    const [first] = fields;
    const fit = fields.length === 1 && first !== undefined ? fitOf(first, samples) : null;
    // what the values contradict gives way to a meaning they bear out, and stays when there is none
    const weight = fit === null ? 0 : fit >= 0.5 ? 0.03 : -0.12;
    return [{ at, match, score: match.score + weight, fit }];
  });
}

/** Of a pupils' table the bare «ФИО», or «Фамилия» and «Имя», are the pupil's where another column names the teacher. */
function fieldOfPupil(
  kind: BlockKind,
  all: readonly Candidates[],
  fields: readonly Field[],
  column: BlockColumn,
): Field | null {
  const [first, ...others] = fields;
  if (kind !== 'achievements' || first === undefined || others.length > 0) return null;
  const bare = foldHeader(column.levels.at(-1) ?? '');
  const field =
    (first === 'name' && /^(?:фио|фамилия имя отчество|фамилия имя)$/u.test(bare)) ||
    (first === 'surname' && bare === 'фамилия')
      ? 'pupil'
      : /^(?:имя|отчество|имя (?:и )?отчество)$/u.test(bare)
        ? 'pupilNames'
        : null;
  const hasClass = all.some(({ matches }) =>
    matches.some(({ fields: found, how }) => found.includes('schoolClass') && how === 'same'),
  );
  const hasTeacher = all.some(
    ({ column: other, matches }) =>
      other.column !== column.column &&
      matches.some(
        ({ fields: found, score }) =>
          score >= 0.9 && (found.includes('name') || found.includes('supervisor')),
      ),
  );
  return hasClass && hasTeacher ? field : null;
}
