import { JOURNAL, JOURNAL_COLUMNS, printLine, readJournal, type JournalLine } from '../../adoption/journal';
import type { CellValue, Plan, WorkbookAction } from '../../plan/action';
import { areaAddress, columnLetters } from '../addresses';
import { findSheet } from '../parse';
import type { WorkbookSnapshot } from '../snapshot';
import { LOOKS, TAB_COLORS } from './palette';

/** «Источники»: where each adopted row came from, on a sheet of its own; lines are only ever added. */

const WIDTHS: Readonly<Record<(typeof JOURNAL_COLUMNS)[number], number>> = {
  Таблица: 16,
  Запись: 44,
  Файл: 26,
  Лист: 22,
  Ячейка: 10,
  'Исходные значения': 60,
  Записано: 60,
};

const TABLE_STYLE = 'TableStyleLight1';

/**
 * Nothing to do without lines; the sheet is made with the first of them. `choices` are lines that keep what the user
 * has chosen (`src/adoption/memory.ts`).
 */
export function planJournal(
  snapshot: WorkbookSnapshot,
  lines: readonly JournalLine[],
  choices: readonly (readonly CellValue[])[] = [],
): Plan {
  const values = [...lines.map(printLine), ...choices];
  if (values.length === 0) return [];
  const { snapshot: table } = readJournal(snapshot);
  const width = JOURNAL_COLUMNS.length;
  if (table !== undefined) {
    const { sheet, headerRow, firstColumn, headers, rows } = table;
    const filled = rows.filter((row) => row.some((value) => value !== '')).length;
    const first = headerRow + filled + 1;
    const last = first + values.length - 1;
    return [
      {
        kind: 'resizeTable',
        table: table.name,
        sheet,
        address: areaAddress({
          top: headerRow,
          left: firstColumn,
          bottom: Math.max(last, headerRow + rows.length),
          right: firstColumn + headers.length - 1,
        }),
      },
      {
        kind: 'writeValues',
        sheet,
        address: areaAddress({ top: first, left: firstColumn, bottom: last, right: firstColumn + width - 1 }),
        values,
      },
    ];
  }
  const sheet = freeName(snapshot);
  const whole = { top: 1, left: 1, bottom: 1 + values.length, right: width };
  return [
    { kind: 'addSheet', sheet, position: snapshot.sheets.length, tabColor: TAB_COLORS.settings },
    { kind: 'writeValues', sheet, address: areaAddress(whole), values: [JOURNAL_COLUMNS, ...values] },
    { kind: 'addTable', sheet, address: areaAddress(whole), name: JOURNAL, style: TABLE_STYLE },
    { kind: 'setLook', sheet, address: areaAddress({ ...whole, bottom: 1 }), look: LOOKS.header },
    { kind: 'setLook', sheet, address: areaAddress({ ...whole, top: 2 }), look: LOOKS.body },
    ...JOURNAL_COLUMNS.map((column, index): WorkbookAction => {
      const letters = columnLetters(index + 1);
      return { kind: 'setColumnWidth', sheet, columns: `${letters}:${letters}`, characters: WIDTHS[column] };
    }),
    { kind: 'freeze', sheet, rows: 1, columns: 0 },
  ];
}

/** A sheet of that name may be the user's own. */
function freeName(snapshot: WorkbookSnapshot): string {
  if (findSheet(snapshot, JOURNAL) === undefined) return JOURNAL;
  let number = 2;
  while (findSheet(snapshot, `${JOURNAL} ${String(number)}`) !== undefined) number += 1;
  return `${JOURNAL} ${String(number)}`;
}
