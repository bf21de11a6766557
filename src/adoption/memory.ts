import type { CellValue } from '../plan/action';
import { headerIndex } from '../register/locate';
import type { WorkbookSnapshot } from '../register/snapshot';
import { JOURNAL_COLUMNS, readJournal } from './journal';
import { memorySchema, type MappingMemory } from './mapping';
import type { Answers } from './questions';

/**
 * What the user has chosen, kept in the workbook: lines of «Источники» that are about no row of the register. They
 * stay with the workbook wherever it goes, can be read there, and are taken back together with the adoption that
 * wrote them. Of two lines about the same thing the lower one holds.
 */
export interface Remembered {
  readonly memory: MappingMemory;
  readonly answers: Answers;
}

/** What stands in «Таблица» of such a line. */
const KEPT = { mapping: '(столбцы)', answer: '(ответ)' } as const;

/** A choice that has to be kept: `title` says to a reader of the sheet what it is about. */
export type Choice =
  | {
      readonly kind: 'mapping';
      readonly signature: string;
      readonly title: string;
      readonly mapping: MappingMemory[string];
    }
  | { readonly kind: 'answer'; readonly question: string; readonly title: string; readonly option: string };

const mappingSchema = memorySchema.valueType;

/** Lines somebody has spoilt are passed over: the choice is then asked anew. */
export function readRemembered(snapshot: WorkbookSnapshot): Remembered {
  const { snapshot: table } = readJournal(snapshot);
  if (table === undefined) return { memory: {}, answers: {} };
  const [at, keyAt, valueAt] = (['Таблица', 'Исходные значения', 'Записано'] as const).map((column) =>
    headerIndex(table.headers, column),
  );
  const text = (row: readonly CellValue[], index = -1): string => String(row[index] ?? '');
  const lines = (kind: string): readonly (readonly [string, string])[] =>
    table.rows.flatMap((row) =>
      text(row, at) === kind ? [[text(row, keyAt), text(row, valueAt)] as const] : [],
    );
  return {
    memory: Object.fromEntries(
      lines(KEPT.mapping).flatMap(([signature, kept]) => {
        const mapping = mappingSchema.safeParse(parseMapping(kept));
        return mapping.success ? [[signature, mapping.data]] : [];
      }),
    ),
    answers: Object.fromEntries(lines(KEPT.answer)),
  };
}

/** «teachers: line, name, , totalExperience+teachingExperience». */
const printMapping = ({ kind, columns }: MappingMemory[string]): string =>
  `${kind}: ${columns.map((fields) => fields.join('+')).join(', ')}`;

function parseMapping(text: string): unknown {
  const [, kind, columns = ''] = /^(\w+): (.*)$/u.exec(text) ?? [];
  return { kind, columns: columns.split(', ').map((fields) => (fields === '' ? [] : fields.split('+'))) };
}

/** Excel keeps so many characters in a cell; a choice that does not fit is asked anew next time. */
const LONGEST_CELL = 32_000;

/** Lines of «Источники» for the choices it does not hold yet. */
export function rememberingLines(
  { memory, answers }: Remembered,
  choices: readonly Choice[],
): readonly (readonly CellValue[])[] {
  return choices.flatMap((choice): (readonly CellValue[])[] => {
    const [kind, key, value] =
      choice.kind === 'mapping'
        ? [KEPT.mapping, choice.signature, printMapping(choice.mapping)]
        : [KEPT.answer, choice.question, choice.option];
    const known =
      choice.kind === 'mapping'
        ? memory[key] !== undefined && printMapping(memory[key]) === value
        : answers[key] === value;
    if (known || key.length > LONGEST_CELL || value.length > LONGEST_CELL) return [];
    const line: Record<(typeof JOURNAL_COLUMNS)[number], string> = {
      Таблица: kind,
      Запись: choice.title,
      Файл: '',
      Лист: '',
      Ячейка: '',
      'Исходные значения': key,
      Записано: value,
    };
    return [JOURNAL_COLUMNS.map((column) => line[column])];
  });
}
