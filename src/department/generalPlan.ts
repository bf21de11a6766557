import type { AssociationDocument, DocumentRow } from '../documents/document';
import { GENERAL_PLAN_WORDS } from '../messages/department';
import { dayOf, shownDate } from '../register/dates';
import { valueAt, type Register } from '../register/register';
import { foldLoosely, isErrorValue } from '../register/text';
import type { Svod } from './svod';

/** The plans of all associations as one: month by month, section by section. */

/** A line of «План». */
export interface PlanLine {
  readonly section: string;
  readonly event: string;
  /** Words of «Срок», else the dates. */
  readonly when: string;
  /** Serial by which it finds its month; null: without a date. */
  readonly day: number | null;
  readonly responsible: string;
}

export function readPlan({ tables }: Register): readonly PlanLine[] {
  const table = tables.План;
  if (table === undefined) return [];
  return table.rows.flatMap((_, row): PlanLine[] => {
    const text = (column: string): string => {
      const value = valueAt(table, row, column);
      return isErrorValue(value) ? '' : String(value).trim();
    };
    const date = (column: string): number | null => {
      const value = valueAt(table, row, column);
      return typeof value === 'number' && value > 0 ? Math.floor(value) : null;
    };
    const event = text('Мероприятие');
    if (event === '') return [];
    const [begin, end] = [date('Начало'), date('Окончание')];
    return [
      {
        section: text('Раздел'),
        event,
        when:
          text('Срок') || [begin, end].flatMap((day) => (day === null ? [] : [shownDate(day)])).join(' – '),
        day: begin ?? end,
        responsible: text('Ответственный'),
      },
    ];
  });
}

/** One line with whose it is. */
export interface GeneralPlanLine extends PlanLine {
  readonly association: string;
}

export interface GeneralPlanMonth {
  /** «сентябрь 2025» */
  readonly title: string;
  readonly lines: readonly GeneralPlanLine[];
}

/** Months in order of time, what has no date at the end; within a month by section, date, association. */
export function generalPlan({ associations }: Pick<Svod, 'associations'>): readonly GeneralPlanMonth[] {
  const months = new Map<number, GeneralPlanLine[]>();
  for (const { name, plan } of associations) {
    for (const line of plan) {
      const key = line.day === null ? Infinity : monthOf(line.day);
      const known = months.get(key) ?? [];
      known.push({ ...line, association: name });
      months.set(key, known);
    }
  }
  return [...months]
    .sort(([one], [other]) => (one === other ? 0 : one - other))
    .map(([key, lines]) => ({ title: monthTitle(key), lines: [...lines].sort(inMonth) }));
}

const MONTHS_A_YEAR = 12;

const monthOf = (serial: number): number => {
  const { year, month } = dayOf(serial);
  return year * MONTHS_A_YEAR + month - 1;
};

const monthTitle = (key: number): string =>
  key === Infinity
    ? GENERAL_PLAN_WORDS.noDate
    : `${GENERAL_PLAN_WORDS.months[key % MONTHS_A_YEAR] ?? ''} ${String(Math.floor(key / MONTHS_A_YEAR))}`;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const inMonth = (one: GeneralPlanLine, other: GeneralPlanLine): number =>
  compare(foldLoosely(one.section), foldLoosely(other.section)) ||
  (one.day ?? 0) - (other.day ?? 0) ||
  compare(one.association, other.association);

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The general plan as a document, to be approved and printed. */
export function generalPlanDocument(svod: Pick<Svod, 'associations'>): AssociationDocument {
  const { columns, title, name, empty, withoutPlan } = GENERAL_PLAN_WORDS;
  const years = [...new Set(svod.associations.map(({ schoolYear }) => schoolYear))].filter(
    (year) => year !== '',
  );
  const without = svod.associations.filter(({ plan }) => plan.length === 0).map((each) => each.name);
  return {
    kind: 'general-plan',
    about: '',
    name,
    sheet: 'Общий план',
    orientation: 'landscape',
    blocks: [
      { kind: 'title', lines: [name, ...title(years.sort(compare))] },
      {
        kind: 'table',
        columns: [
          { title: columns.section, share: 3 },
          { title: columns.event, share: 6 },
          { title: columns.when, share: 2 },
          { title: columns.association, share: 3 },
          { title: columns.responsible, share: 3 },
        ],
        rows: generalPlan(svod).flatMap(({ title: month, lines }): DocumentRow[] => [
          { kind: 'section', text: capitalised(month) },
          ...lines.map(({ section, event, when, association, responsible }): DocumentRow => ({
            kind: 'row',
            cells: [section, event, when, association, responsible],
          })),
        ]),
        empty,
      },
    ],
    gaps: without.length === 0 ? [] : [withoutPlan(without)],
  };
}
