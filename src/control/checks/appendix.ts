import { APPENDIX_COLUMNS, APPENDIX_HEADER_ROW } from '../../register/fixedCells';
import { anchoredSheet, cellAt } from '../../register/parse';
import { relations, type Relation } from '../../indicators/relations';
import type { CheckContext } from '../context';
import type { FindingOf, Severity, Spot } from '../issue';
import { check, type Check } from './check';
import { formRows } from './structure';

/** Arithmetic and logical control of the form (appendix.md), by the engine's own numbers. */

interface Form {
  /** null: the row has no number. */
  readonly value: (no: string) => number | null;
  readonly lastYear: (no: string) => number | null;
  readonly at: (no: string) => Spot;
  readonly databank: number;
  readonly organisations: number;
}

function readForm({ snapshot, indicators, table }: CheckContext): Form {
  const values = new Map(indicators.map(({ no, value }) => [no, value] as const));
  const sheet = anchoredSheet(snapshot, 'Приложение');
  const rows = new Map(formRows(sheet).map(({ no, row }) => [no, row] as const));
  const rowOf = (no: string): number => rows.get(no) ?? APPENDIX_HEADER_ROW;
  const filled = (name: 'Педагоги' | 'Организации', column: string): number => {
    const found = table(name);
    const { value } = found?.column(column) ?? { value: () => '' };
    return found?.rows.filter((row) => value(row) !== '').length ?? 0;
  };
  return {
    value: (no) => values.get(no) ?? null,
    lastYear: (no) => {
      const { value } = cellAt(sheet, rowOf(no), APPENDIX_COLUMNS.lastYear);
      return rows.has(no) && typeof value === 'number' ? value : null;
    },
    at: (no) => ({
      sheet: sheet?.name ?? 'Приложение',
      table: null,
      row: rowOf(no),
      column: APPENDIX_COLUMNS.value,
    }),
    databank: filled('Педагоги', 'ФИО'),
    organisations: filled('Организации', 'Краткое название'),
  };
}

/** What is wrong, null when the relation holds or a number it needs is not there. */
function broken(relation: Relation, form: Form): FindingOf<'relation'> | null {
  const { row } = relation;
  const value = form.value(row);
  if (value === null) return null;
  const found = { code: 'relation', at: form.at(row), rowNo: row } as const;
  switch (relation.kind) {
    case 'sum-at-most': {
      const { kind, parts } = relation;
      const sum = parts.reduce((total, part) => total + (form.value(part) ?? 0), 0);
      return sum > value ? { ...found, kind, parts } : null;
    }
    case 'at-most': {
      const { kind, of } = relation;
      const most = form.value(of);
      return most !== null && value > most ? { ...found, kind, of } : null;
    }
    case 'at-most-databank':
      return value > form.databank ? { ...found, kind: relation.kind } : null;
    case 'at-most-organisations':
      return value > form.organisations ? { ...found, kind: relation.kind } : null;
    case 'together': {
      const { kind, sum } = relation;
      const other = form.value(sum);
      const isApart = other !== null && ((value === 0 && other !== 0) || (value > 0 && other < 1));
      return isApart ? { ...found, kind, sum } : null;
    }
    case 'change': {
      const last = form.lastYear(row);
      const isLarge = last !== null && Math.abs(value - last) * 2 > last;
      return isLarge ? { ...found, kind: relation.kind, value, last } : null;
    }
  }
}

/** A change from last year is a question, not an error. */
const relation = (severity: Severity, isAmong: (kind: Relation['kind']) => boolean): Check =>
  check('relation', severity, (context) => {
    const form = readForm(context);
    return relations(context.register.meetings)
      .filter(({ kind }) => isAmong(kind))
      .flatMap((each) => broken(each, form) ?? []);
  });

export const APPENDIX_CHECKS: readonly Check[] = [
  relation('error', (kind) => kind !== 'change'),
  relation('info', (kind) => kind === 'change'),
];
