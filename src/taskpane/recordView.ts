import type {
  FieldReport,
  FieldValue,
  RecordDraft,
  RecordFormTable,
  RecordJudgement,
} from '../usecases/contract';
import { readDay } from './days';

/** The tables that have forms, in the order in which they are offered. */
export const RECORD_TABLES: readonly RecordFormTable[] = [
  'Достижения',
  'Курсы',
  'Деятельность',
  'Мероприятия',
];

/** What stands in the fields, as typed, by column; days are "2026-05-12". */
export type FormTexts = Readonly<Record<string, string>>;

/** What the forms keep while the user looks elsewhere. */
export interface RecordDrafts {
  readonly table: RecordFormTable;
  readonly texts: Readonly<Partial<Record<RecordFormTable, FormTexts>>>;
}

export const NO_RECORDS: RecordDrafts = { table: 'Достижения', texts: {} };

export const withTexts = (drafts: RecordDrafts, table: RecordFormTable, texts: FormTexts): RecordDrafts => ({
  ...drafts,
  texts: { ...drafts.texts, [table]: texts },
});

const NUMBER = /^\d+(?:[.,]\d+)?$/;

const valueOf = ({ kind }: FieldReport, text: string): FieldValue => {
  const typed = text.trim();
  return kind === 'number' && NUMBER.test(typed) ? Number(typed.replace(',', '.')) : typed;
};

/** The record as it would be written; what is no number stays text, and the judgement says so. */
export const draftOf = (
  table: RecordFormTable,
  fields: readonly FieldReport[],
  texts: FormTexts,
): RecordDraft => ({
  table,
  values: Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, texts[field.column] ?? '');
      return value === '' ? [] : [[field.column, value]];
    }),
  ),
});

export const isBegun = (texts: FormTexts): boolean => Object.values(texts).some((text) => text.trim() !== '');

/** One field with what is to be said beside it. */
export interface FieldView {
  readonly field: FieldReport;
  readonly text: string;
  readonly trouble: string;
  /** It can be written in spite of its trouble. */
  readonly isMild: boolean;
}

const isMalformed = ({ kind }: FieldReport, text: string): boolean => {
  const typed = text.trim();
  if (typed === '') return false;
  return (kind === 'date' && readDay(typed) === null) || (kind === 'number' && !NUMBER.test(typed));
};

/**
 * The fields with their troubles. An empty field is not blamed before the user has left it (`left`) or has asked for
 * the record to be written (`isAsked`); a date or a number is not blamed while it is being typed.
 */
export function viewFields(
  fields: readonly FieldReport[],
  texts: FormTexts,
  troubles: RecordJudgement['troubles'],
  left: ReadonlySet<string>,
  isAsked: boolean,
): readonly FieldView[] {
  return fields.map((field) => {
    const { column } = field;
    const text = texts[column] ?? '';
    const found = troubles.find((trouble) => trouble.column === column)?.sentence ?? '';
    const isDue = isAsked || left.has(column) || (text !== '' && !isMalformed(field, text));
    return { field, text, trouble: isDue ? found : '', isMild: text !== '' && !isMalformed(field, text) };
  });
}

/** Whether the record can be written: as it is, only with something missing, or not at all. */
export type Readiness = 'ready' | 'incomplete' | 'malformed';

/** What has to be looked at first, and how grave it is. */
export function readinessOf(
  fields: readonly FieldReport[],
  texts: FormTexts,
): { readonly readiness: Readiness; readonly column: string | null } {
  const malformed = fields.find((field) => isMalformed(field, texts[field.column] ?? ''));
  if (malformed !== undefined) return { readiness: 'malformed', column: malformed.column };
  const missing = fields.find(({ column, isRequired }) => isRequired && (texts[column] ?? '').trim() === '');
  return missing === undefined
    ? { readiness: 'ready', column: null }
    : { readiness: 'incomplete', column: missing.column };
}

/** What the next record of the kind has in common with the last one: the same event, the same course. */
const KEPT: Readonly<Record<RecordFormTable, readonly string[]>> = {
  Достижения: ['Педагог', 'Мероприятие', 'Вид', 'Уровень', 'Формат', 'Дата'],
  Курсы: ['Вид', 'Тема', 'Где пройдены', 'Часы', 'Дата окончания'],
  Деятельность: ['Педагог', 'Вид', 'Уровень', 'Формат', 'Дата'],
  Мероприятия: ['Вид', 'Для кого', 'Уровень', 'Ответственный'],
};

export const keptTexts = (table: RecordFormTable, texts: FormTexts): FormTexts =>
  Object.fromEntries(Object.entries(texts).filter(([column]) => KEPT[table].includes(column)));

/** The first field left to be filled: where the focus goes. */
export const firstEmpty = (fields: readonly FieldReport[], texts: FormTexts): string | null =>
  fields.find(({ column }) => (texts[column] ?? '') === '')?.column ?? null;
