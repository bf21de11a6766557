import { evaluateIndicators, recordAccounts, teacherAccounts } from '../../src/indicators/evaluate';
import { readAppendix } from '../../src/indicators/readAppendix';
import { stateWords } from '../../src/indicators/states';
import type { CellValue } from '../../src/plan/action';
import { parseRegister } from '../../src/register/parse';
import type { RegisterTable } from '../../src/register/register';
import { valueAt } from '../../src/register/register';
import type { WorkbookSnapshot } from '../../src/register/snapshot';

const RECORD_TABLES = ['Курсы', 'Достижения', 'Деятельность'] as const;

/** «учтено; нет даты» says «учтено»: remarks are the formula's own. */
const accountOf = (value: CellValue): string => String(value).split(';')[0] ?? '';

const show = (value: CellValue | null): string => (value === null ? 'пусто' : JSON.stringify(value));

function accounts(
  table: RegisterTable | undefined,
  expected: readonly { readonly column: string; readonly says: readonly CellValue[] }[],
): readonly string[] {
  if (table === undefined) return [];
  return expected.flatMap(({ column, says }) =>
    says.flatMap((engine, row) => {
      const shown = valueAt(table, row, column);
      const sheet = column === 'Учёт' ? accountOf(shown) : shown;
      return engine === sheet
        ? []
        : [
            `${table.table}, строка ${String(row + 1)}, ${column}: расчёт ${show(engine)}, лист ${show(shown)}`,
          ];
    }),
  );
}

/**
 * Where the formulas of a workbook and the engine differ: every row of the form, value and state, and every
 * record's own formula columns. `typed` is what the engine counts, `shown` what a calculation made of it.
 */
export function differences(typed: WorkbookSnapshot, shown: WorkbookSnapshot = typed): readonly string[] {
  const register = parseRegister(typed);
  const sheet = parseRegister(shown);
  const form = new Map(readAppendix(shown).map((row) => [row.no, row]));
  const indicators = evaluateIndicators(register);
  return [
    ...(form.size === indicators.length
      ? []
      : [`Строк формы: расчёт ${String(indicators.length)}, лист ${String(form.size)}`]),
    ...indicators.flatMap(({ no, value, state, gaps }) => {
      const row = form.get(no);
      const words = stateWords(state, gaps);
      return row !== undefined && row.value === value && row.state === words
        ? []
        : [
            `Строка ${no}: расчёт ${show(value)} «${words}», лист ${show(row?.value ?? null)} «${row?.state ?? ''}»`,
          ];
    }),
    ...RECORD_TABLES.flatMap((name) => {
      const records = recordAccounts(name, register);
      return accounts(sheet.tables[name], [
        { column: 'Учёт', says: records.map(({ words }) => words) },
        { column: 'Показатель', says: records.map(({ indicator }) => indicator) },
        { column: 'Впервые', says: records.map(({ first }) => (first ? 1 : 0)) },
      ]);
    }),
    ...accounts(sheet.tables.Педагоги, [{ column: 'Учёт', says: teacherAccounts(register) }]),
  ];
}
