import type { Binding } from '../../src/indicators/references';
import { PASSPORT_FIELDS, passportRow, type PassportKey } from '../../src/register/fixedCells';
import { formLines } from '../../src/register/layout/appendixForm';
import { TABLE_NAMES, columnsOf, type TableName } from '../../src/register/tables';

/** A workbook that spells every name as it is declared. */
export function plainBinding(meetings: number): Binding {
  const tables = TABLE_NAMES.map((table) => [
    table,
    { name: table, headers: Object.fromEntries(columnsOf(table, meetings).map(({ name }) => [name, name])) },
  ]);
  return {
    tables: Object.fromEntries(tables) as Record<TableName, Binding['tables'][TableName]>,
    sheets: { passport: 'Паспорт', rules: 'Правила', appendix: 'Приложение' },
    passportRows: Object.fromEntries(PASSPORT_FIELDS.map(({ key }) => [key, passportRow(key)])) as Record<
      PassportKey,
      number
    >,
    appendixLastRow: formLines(meetings).at(-1)?.row ?? 0,
  };
}
