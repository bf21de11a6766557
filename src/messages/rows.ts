import type { CellPlace } from '../register/addresses';
import { parseArea } from '../register/addresses';
import { dayOf, shownDate } from '../register/dates';
import type { Register, RegisterTable } from '../register/register';
import { valueAt } from '../register/register';
import { TABLES, type ColumnDefinition, type ColumnName, type TableName } from '../register/tables';
import { foldCase, isErrorValue } from '../register/text';
import { formatNumber } from './plural';

/** A row of the register in one line, by which a person recognises it. */

interface RowWords<T extends TableName> {
  readonly subject: ColumnName<T>;
  readonly details: readonly ColumnName<T>[];
}

const ROW_WORDS: { readonly [T in TableName]?: RowWords<T> } = {
  Педагоги: { subject: 'ФИО', details: ['Должность', 'Организация'] },
  Организации: { subject: 'Краткое название', details: [] },
  Курсы: { subject: 'Педагог', details: ['Вид', 'Тема', 'Дата окончания'] },
  Посещаемость: { subject: 'ФИО', details: [] },
  Достижения: { subject: 'Педагог', details: ['Мероприятие', 'Уровень', 'Результат', 'Дата'] },
  ГИА: { subject: 'Педагог', details: ['Экзамен', 'Предмет'] },
  Деятельность: { subject: 'Педагог', details: ['Название', 'Уровень', 'Результат', 'Дата'] },
  Мероприятия: { subject: 'Название', details: ['Вид', 'Уровень', 'Дата'] },
};

/** «Агеева Анна — Турнир городов, всероссийский, победитель, 12.03.2026»; a row without words is named by its number. */
export function rowWords(register: Register, place: CellPlace): string {
  const row = parseArea(place.cell)?.top ?? 0;
  const table = tableAt(register, place.sheet, row);
  const nameless = `строка ${String(row)}`;
  if (table === undefined) return nameless;
  const words: { readonly subject: string; readonly details: readonly string[] } | undefined =
    ROW_WORDS[table.table];
  if (words === undefined) return nameless;
  const say = (column: string): string => shown(table, row - table.firstRow, column);
  const subject = say(words.subject) || nameless;
  const details = words.details.map(say).filter((detail) => detail !== '');
  return details.length === 0 ? subject : `${subject} — ${details.join(', ')}`;
}

const tableAt = (register: Register, sheet: string, row: number): RegisterTable | undefined =>
  Object.values(register.tables).find(
    (table) =>
      foldCase(table.sheet) === foldCase(sheet) &&
      row >= table.firstRow &&
      row < table.firstRow + table.rows.length,
  );

function shown(table: RegisterTable, row: number, column: string): string {
  const value = valueAt(table, row, column);
  if (isErrorValue(value)) return '';
  if (typeof value !== 'number') return String(value).trim();
  const columns: readonly ColumnDefinition[] = TABLES[table.table].columns;
  const isDate = columns.find(({ name }) => name === column)?.kind === 'date';
  return isDate && isDay(value) ? shownDate(value) : formatNumber(value);
}

const isDay = (serial: number): boolean => serial >= 1 && dayOf(serial).year < 9999;
