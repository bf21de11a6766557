import type { CellValue } from '../plan/action';
import type { TableName } from '../register/tables';
import type { BlockKind } from './kinds';
import type { SourcePlace } from './source';
import type { AnswerOption, Doubt, Reading } from './values/reading';
import { fold } from './words';

/**
 * What only a person can decide, asked once for all equal cases. Every question has a safest answer, which is
 * taken until another is given, so that a command line can go through and list what it took.
 */
export type QuestionTopic =
  /** A value of a column; `within` is the event where the same word means different things. */
  | {
      readonly code: 'value';
      readonly table: TableName;
      readonly column: string;
      readonly original: string;
      readonly doubt: Doubt;
      readonly within: string;
    }
  /** Pupils' achievements, or the teachers' own activity. */
  | { readonly code: 'block kind'; readonly block: string; readonly sheet: string }
  /** A column the dictionary understands in two ways. */
  | { readonly code: 'column'; readonly block: string; readonly sheet: string; readonly header: string }
  /** One name under two organisations: one person or two. */
  | { readonly code: 'same person'; readonly name: string; readonly organisations: readonly string[] }
  /** Initials, or a name several people bear. */
  | { readonly code: 'which person'; readonly typed: string; readonly isShort: boolean }
  /** Records without a name under a row that has one. */
  | { readonly code: 'no name'; readonly block: string; readonly sheet: string }
  /** One column of marks, and no word of which meeting it was. */
  | { readonly code: 'which meeting'; readonly block: string; readonly sheet: string }
  /** A day of a meeting without its year. */
  | { readonly code: 'year of meeting'; readonly header: string }
  /** The source says one thing of a person in one place and another in another. */
  | {
      readonly code: 'two values';
      readonly table: TableName;
      readonly column: string;
      readonly who: string;
      readonly values: readonly CellValue[];
    }
  /** The register and the source differ, and nothing tells which is newer. */
  | {
      readonly code: 'conflict';
      readonly table: TableName;
      readonly column: string;
      readonly who: string;
      readonly inRegister: CellValue;
      readonly inSource: CellValue;
    };

export interface QuestionOption {
  readonly id: string;
  readonly kind:
    AnswerOption['kind'] | 'same' | 'apart' | 'person' | 'register' | 'source' | 'kind' | 'above';
  readonly value: CellValue;
}

export interface Question {
  /** Stable from run to run, so that an answer can be kept. */
  readonly id: string;
  readonly topic: QuestionTopic;
  readonly options: readonly QuestionOption[];
  /** Id of the safest option. */
  readonly safest: string;
  /** Id of the option that was taken. */
  readonly taken: string;
  readonly isAnswered: boolean;
  /** Everywhere it arises, in the order of the source. */
  readonly places: readonly SourcePlace[];
}

/** Id of a question → id of an option. */
export type Answers = Readonly<Record<string, string>>;

export interface QuestionBook {
  /** Asks, or asks the same again of another place, and says what is taken for now. */
  readonly settle: (
    topic: QuestionTopic,
    options: readonly QuestionOption[],
    safest: string,
    place: SourcePlace,
  ) => { readonly id: string; readonly option: QuestionOption };
  readonly all: () => readonly Question[];
}

export function openQuestions(answers: Answers): QuestionBook {
  const asked = new Map<string, { question: Omit<Question, 'places'>; places: SourcePlace[] }>();
  return {
    settle: (topic, options, safest, place) => {
      const id = idOf(topic);
      const known = asked.get(id);
      if (known !== undefined) {
        known.places.push(place);
        return { id, option: optionOf(known.question.options, known.question.taken) };
      }
      const answer = answers[id];
      const isAnswered = options.some((option) => option.id === answer);
      const taken = isAnswered && answer !== undefined ? answer : safest;
      asked.set(id, { question: { id, topic, options, safest, taken, isAnswered }, places: [place] });
      return { id, option: optionOf(options, taken) };
    },
    all: () => [...asked.values()].map(({ question, places }) => ({ ...question, places })),
  };
}

const NOTHING: QuestionOption = { id: 'empty', kind: 'empty', value: '' };

const optionOf = (options: readonly QuestionOption[], id: string): QuestionOption =>
  options.find((option) => option.id === id) ?? NOTHING;

/** What the question is about, without the places where it arises. */
function idOf(topic: QuestionTopic): string {
  switch (topic.code) {
    case 'value':
      return key(
        topic.code,
        topic.table,
        topic.column,
        topic.doubt,
        fold(topic.original),
        fold(topic.within),
      );
    case 'block kind':
    case 'which meeting':
    case 'no name':
      return key(topic.code, topic.block);
    case 'column':
      return key(topic.code, topic.block, fold(topic.header));
    case 'same person':
      return key(topic.code, fold(topic.name), ...topic.organisations.map(fold));
    case 'which person':
      return key(topic.code, fold(topic.typed));
    case 'year of meeting':
      return key(topic.code, topic.header);
    case 'two values':
      return key(topic.code, topic.table, topic.column, fold(topic.who), ...topic.values.map(String));
    case 'conflict':
      return key(
        topic.code,
        topic.table,
        topic.column,
        fold(topic.who),
        String(topic.inRegister),
        String(topic.inSource),
      );
  }
}

const key = (...parts: readonly string[]): string => parts.map((part) => part.replaceAll('|', '¦')).join('|');

/** Kinds of a block as options of a question. */
export const kindOption = (kind: BlockKind): QuestionOption => ({ id: kind, kind: 'kind', value: kind });

/** What is taken of a reading, and the question behind it when there is one. */
export function settleReading(
  book: QuestionBook,
  reading: Reading,
  about: { readonly table: TableName; readonly column: string; readonly original: string },
  place: SourcePlace,
): { readonly value: CellValue; readonly question: string | null } {
  if (reading.kind === 'empty') return { value: '', question: null };
  if (reading.kind === 'value') return { value: reading.value, question: null };
  const { doubt, options, safest, within = '' } = reading;
  const { id, option } = book.settle({ code: 'value', ...about, doubt, within }, options, safest, place);
  return { value: option.value, question: id };
}
