import { appendixRows } from '../../src/indicators/appendix';
import { stateWords } from '../../src/indicators/states';
import type { IndicatorRowReport, RowState, WorkbookReport } from '../../src/usecases/contract';

/** A report with a row of every kind, for an invented association. */

interface Said {
  readonly value: number | null;
  readonly state: RowState;
  readonly gaps?: number;
  readonly formulaValue?: number | null;
  readonly formulaState?: string;
  readonly lastYear?: number;
}

const number = (value: number): Said => ({ value, state: 'value' });
const missing: Said = { value: null, state: 'missing' };

const said: Readonly<Record<string, Said>> = {
  '1': { ...number(31), lastYear: 31 },
  '1.1': { value: 26, state: 'partial', gaps: 3 },
  '1.2': number(2),
  '1.3': number(9),
  '1.4': number(14),
  '1.5': number(6),
  '2': { value: null, state: 'heading' },
  '2.1': number(27),
  '2.2': number(24),
  '2.3': { value: 21, state: 'partial', gaps: 1 },
  '2.4': { value: null, state: 'not-due' },
  '3': number(11),
  '4': { value: 0, state: 'zero' },
  '5': number(8),
  '6': number(4),
  '6.1': number(9),
  '7': { value: 0, state: 'value' },
  '7.1': { value: 0, state: 'value' },
  '8': { ...number(7), formulaValue: 5, lastYear: 5 },
  '8.1': number(12),
  '9': { ...missing, formulaState: 'рассчитано' },
  '18': { value: 1, state: 'partial', gaps: 21 },
  '28.1': number(1240),
  '29': { value: 0, state: 'zero' },
};

const rowOf = (no: string, label: string): IndicatorRowReport => {
  const { value, state, gaps = 0, lastYear = null, ...sheet } = said[no] ?? missing;
  const words = stateWords(state, gaps);
  const { formulaValue = value, formulaState = words } = sheet;
  const agrees = formulaValue === value && formulaState === words;
  return { no, label, value, state, gaps, formulaValue, formulaState, agrees, lastYear };
};

const rows = appendixRows(4).map(({ no, label }) => rowOf(no, label));

export const report: WorkbookReport = {
  association: 'ММО учителей математики',
  municipality: 'Заречный район',
  regulation: 'Томский район',
  schoolYear: '2025/2026',
  today: '2026-05-12',
  rows,
  agreement: { agreed: rows.filter(({ agrees }) => agrees).length, total: rows.length },
  warnings: [
    'Лист «Достижения», строка 14: педагога «Кузнецова А. В.» нет в банке данных.',
    'Лист «Курсы», строка 7: дата окончания не распознана.',
  ],
  control: { issues: [], obligations: [], readiness: { rowsWithValue: 21, rows: 53, percent: 40 } },
  numbers: {
    members: 31,
    meetingsHeld: 3,
    meetingsRequired: 4,
    databank: { sheet: 'Банк данных', cell: 'A2' },
  },
  undoable: null,
};

/** The same association once everything agrees and nothing is left to say. */
export const agreedReport: WorkbookReport = {
  ...report,
  rows: rows.map((row) => ({
    ...row,
    formulaValue: row.value,
    formulaState: stateWords(row.state, row.gaps),
    agrees: true,
  })),
  agreement: { agreed: rows.length, total: rows.length },
  warnings: [],
};

/** The report's row of this number. */
export const rowNumbered = (no: string): IndicatorRowReport => {
  const row = rows.find((each) => each.no === no);
  if (row === undefined) throw new Error(`no row ${no}`);
  return row;
};
