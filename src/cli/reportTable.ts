import { stateWords } from '../indicators/states';
import { OUTPUT } from '../messages/cli';
import { formatNumber } from '../messages/plural';
import { shownDate, serialFromIso } from '../register/dates';
import type { IndicatorRowReport, WorkbookReport } from '../usecases/contract';

/** The printed label is longer than a line: it is folded at this width. */
const LABEL_WIDTH = 58;

/** The form as a table for a terminal: number, label, value, state, agreement. */
export function reportTable(report: WorkbookReport): string {
  const serial = serialFromIso(report.today);
  const { columns } = OUTPUT;
  const header = [columns.no, columns.label, columns.value, columns.state, columns.agrees];
  const rows = report.rows.map(cellsOf);
  const stateWidth = Math.max(columns.state.length, ...rows.map(([, , , state]) => state.length));
  const widths = [5, LABEL_WIDTH, 10, stateWidth, 0];
  return [
    OUTPUT.title(report.association, report.schoolYear),
    OUTPUT.calculatedOn(report.regulation, serial === null ? report.today : shownDate(serial)),
    '',
    line(header, widths),
    widths.map((width, index) => '─'.repeat(width === 0 ? (header[index] ?? '').length : width)).join('  '),
    ...rows.flatMap((row) => folded(row, widths)),
    '',
    OUTPUT.agreement(report.agreement.agreed, report.agreement.total),
    '',
  ].join('\n');
}

type Cells = readonly [no: string, label: string, value: string, state: string, agrees: string];

function cellsOf(row: IndicatorRowReport): Cells {
  const value =
    row.value === null ? (row.state === 'heading' ? '' : OUTPUT.noValue) : formatNumber(row.value);
  const agrees = row.agrees ? OUTPUT.agrees : OUTPUT.differs(row.formulaValue);
  return [row.no, row.label, value, stateWords(row.state, row.gaps), agrees];
}

function folded([no, label, ...rest]: Cells, widths: readonly number[]): string[] {
  const [first = '', ...others] = foldText(label, LABEL_WIDTH);
  return [line([no, first, ...rest], widths), ...others.map((part) => line(['', part, '', '', ''], widths))];
}

/** Columns side by side; the value stands at the right edge of its column. */
const line = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, index) => (index === 2 ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
    .join('  ')
    .trimEnd();

function foldText(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
