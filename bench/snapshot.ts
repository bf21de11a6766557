import type { CellValue } from '../src/plan/action';
import { RULE_CELLS } from '../src/register/fixedCells';
import type { WorkbookSnapshot } from '../src/register/snapshot';
import { TABLES } from '../src/register/tables';
import type { InputCell, InputTable } from '../src/cli/sample';
import { BENCH_TODAY } from './association';

function cellValue(cell: InputCell): CellValue {
  if (typeof cell !== 'object') return cell;
  return 'serial' in cell ? cell.serial : '#N/A';
}

/** The snapshot a workbook of these tables would give, without the workbook: what the engine is timed on. */
export function snapshotOf(tables: readonly InputTable[]): WorkbookSnapshot {
  const rules = Object.entries(RULE_CELLS).map(([, row]) => row);
  const value = new Map<number, CellValue>([
    [RULE_CELLS.today, BENCH_TODAY],
    [RULE_CELLS.participantResult, 'участник'],
    [RULE_CELLS.contestResult, 'участник'],
    [RULE_CELLS.testMaterials, 'материалы'],
    [RULE_CELLS.methodistTitles, 'да'],
  ]);
  return {
    sheets: [
      {
        name: 'Правила',
        position: 0,
        visible: true,
        isProtected: false,
        used: `A1:B${String(Math.max(...rules))}`,
        cells: {
          firstRow: 1,
          firstColumn: 1,
          values: Array.from({ length: Math.max(...rules) }, (_, index) => ['', value.get(index + 1) ?? '']),
        },
      },
    ],
    tables: tables.map(({ name, headers, rows }) => ({
      name,
      sheet: TABLES[name].sheet,
      headerRow: 1,
      firstColumn: 1,
      headers,
      rows: rows.map((row) => row.map(cellValue)),
      hasTotals: false,
      formulas: {},
    })),
    names: [],
    automaticCalculation: true,
  };
}
