import { span } from '../messages/documents/dates';
import { PLAN } from '../messages/documents/plan';
import type { PlanForm } from '../regulations';
import type { DocumentBlock, DocumentRow } from './document';
import type { Facts } from './facts';
import { startedRows } from './rows';

/** A line of the plan, of «План», of «Заседания» or of the form. */
export interface PlanLine {
  /** «Раздел» as typed. */
  readonly section: string;
  readonly number: string;
  readonly activity: string;
  readonly when: string;
  readonly responsible: string;
  readonly result: string;
  readonly begin: number | null;
  readonly end: number | null;
}

/** Rows of «План» in the order of the sheet. */
export const plannedLines = ({ register, short }: Facts): readonly PlanLine[] =>
  startedRows(register, 'План', ['Раздел', 'Мероприятие', 'Срок', 'Планируемый результат']).map((row) => {
    const [begin, end] = [row.day('Начало'), row.day('Окончание')];
    const responsible = row.text('Ответственный');
    return {
      section: row.text('Раздел'),
      number: row.text('Номер'),
      activity: row.text('Мероприятие'),
      when: row.text('Срок') || span(begin, end),
      responsible: short(responsible),
      result: row.text('Планируемый результат'),
      begin,
      end,
    };
  });

/** A line to write on. */
export const BLANK: PlanLine = {
  section: '',
  number: '',
  activity: '',
  when: '',
  responsible: '',
  result: '',
  begin: null,
  end: null,
};

export type PlanTableRow =
  { readonly kind: 'section'; readonly text: string } | (PlanLine & { readonly kind: 'line' });

interface PlanTableColumn {
  readonly field: Extract<PlanForm, { layout: 'table' }>['columns'][number]['field'];
  readonly title: string;
  readonly share: number;
}

/** A table of the plan with these columns. */
export const planTable = (
  columns: readonly PlanTableColumn[],
  rows: readonly PlanTableRow[],
): DocumentBlock => ({
  kind: 'table',
  columns: columns.map(({ title, share, field }) => ({
    title,
    share,
    ...(field === 'number' ? { align: 'center' as const } : {}),
  })),
  rows: rows.map((row): DocumentRow =>
    row.kind === 'section' ? row : { kind: 'row', cells: columns.map(({ field }) => row[field]) },
  ),
  empty: PLAN.empty,
});
