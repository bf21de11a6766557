import { judgeDraft } from '../indicators/recordJudgement';
import { RECORDS } from '../messages/records';
import type { CellValue } from '../plan/action';
import { serialFromIso } from '../register/dates';
import { listValues } from '../register/parse';
import { valueAt, type Register } from '../register/register';
import { TABLES, type ColumnDefinition } from '../register/tables';
import { foldCase } from '../register/text';
import type { FieldReport, FieldValue, RecordDraft, RecordFormTable, RecordJudgement } from './contract';
import type { JudgedRegister } from './judge';

/** Records by form: the fields of a table, and what a record comes to before it is written. */

const typedColumns = (table: RecordFormTable): readonly ColumnDefinition[] => {
  const columns: readonly ColumnDefinition[] = TABLES[table].columns;
  return columns.filter(({ kind }) => kind !== 'formula');
};

/** The fields of a form in the order of the columns. */
export const formFields = (judged: JudgedRegister, table: RecordFormTable): readonly FieldReport[] =>
  typedColumns(table).map((column) => ({
    column: column.name,
    kind: column.kind === 'date' || column.kind === 'number' ? column.kind : 'text',
    isRequired: column.required === true,
    choices: choicesOf(judged, column),
  }));

function choicesOf({ snapshot, register }: JudgedRegister, { list }: ColumnDefinition): readonly string[] {
  switch (list) {
    case undefined:
      return [];
    case 'Педагоги':
      return namesIn(register, 'Педагоги', 'ФИО');
    case 'Организации':
      return namesIn(register, 'Организации', 'Краткое название');
    default:
      return listValues(snapshot, list).map(String);
  }
}

function namesIn({ tables }: Register, name: 'Педагоги' | 'Организации', column: string): readonly string[] {
  const table = tables[name];
  if (table === undefined) return [];
  const names = table.rows.map((_, row) => String(valueAt(table, row, column)));
  return [...new Set(names)].filter((each) => each.trim() !== '');
}

/** The cells of a draft: a day becomes a date, what cannot be one stays text and is said. */
export function recordCells({ table, values }: RecordDraft): Readonly<Record<string, CellValue>> {
  const cells = typedColumns(table).flatMap(({ name, kind }): [string, CellValue][] => {
    const value = values[name] ?? '';
    return value === '' ? [] : [[name, kind === 'date' ? (serialFromIso(String(value)) ?? value) : value]];
  });
  return Object.fromEntries(cells);
}

/** What the record would be counted as, and what is wrong with its fields. */
export function recordJudgement(judged: JudgedRegister, draft: RecordDraft): RecordJudgement {
  const { indicators, reason } = judgeDraft(judged.register, draft.table, recordCells(draft));
  const isBegun = Object.values(draft.values).some((value) => value !== '');
  return {
    indicators,
    sentence: sentenceOf(draft.table, indicators, reason, isBegun),
    troubles: isBegun ? formFields(judged, draft.table).flatMap((field) => troublesOf(field, draft)) : [],
  };
}

function sentenceOf(
  table: RecordFormTable,
  indicators: readonly string[],
  reason: string,
  isBegun: boolean,
): string {
  if (!isBegun) return RECORDS.notBegun;
  if (indicators.length > 0) return RECORDS.enters(indicators);
  if (reason !== '') return RECORDS.entersNot(reason.replace(/^не входит в форму: /u, ''));
  return table === 'Мероприятия' ? RECORDS.entersNoEvent : RECORDS.notBegun;
}

function troublesOf(field: FieldReport, { values }: RecordDraft): RecordJudgement['troubles'] {
  const { column } = field;
  const sentence = troubleOf(field, values[column] ?? '');
  return sentence === null ? [] : [{ column, sentence }];
}

function troubleOf({ column, kind, isRequired, choices }: FieldReport, value: FieldValue): string | null {
  if (value === '') return isRequired ? RECORDS.required(column) : null;
  if (kind === 'date') return serialFromIso(String(value)) === null ? RECORDS.notDate(column) : null;
  if (kind === 'number') return typeof value === 'number' ? null : RECORDS.notNumber(column);
  const isListed = choices.some((choice) => foldCase(choice) === foldCase(String(value)));
  if (isListed || (choices.length === 0 && column !== 'Педагог')) return null;
  return column === 'Педагог' ? RECORDS.unknownTeacher(String(value)) : RECORDS.notInList(String(value));
}
