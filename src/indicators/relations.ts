import { APPENDIX_COLUMNS } from '../register/fixedCells';
import { cellAddress } from '../register/addresses';
import { appendixRows } from './appendix';
import { filledCells, literal, type References } from './references';

/**
 * Arithmetic and logical control of the form (appendix.md, «контрольные соотношения»), as data. Each is a
 * live formula in the row it speaks of; the words say what is wrong.
 */
export type Relation =
  | { readonly kind: 'sum-at-most'; readonly row: string; readonly parts: readonly string[] }
  | { readonly kind: 'at-most'; readonly row: string; readonly of: string }
  | { readonly kind: 'at-most-databank'; readonly row: string }
  | { readonly kind: 'at-most-organisations'; readonly row: string }
  /** N and N.1 are zero together, and N.1 is at least 1 when N is. */
  | { readonly kind: 'together'; readonly row: string; readonly sum: string }
  | { readonly kind: 'change'; readonly row: string };

/** Every relation of a form with rows for so many meetings. */
export function relations(meetings: number): readonly Relation[] {
  const rows = appendixRows(meetings);
  const numbers = rows.map(({ no }) => no);
  const sums = new Set(numbers.filter((no) => /^(?:[6-9]|1\d|2[4-6])\.1$/.test(no)));
  const counted = rows.filter(
    ({ measure, condition }) =>
      measure.kind === 'marks' || (measure.kind === 'teachers' && condition.over !== 'members'),
  );
  return [
    { kind: 'sum-at-most', row: '1', parts: ['1.1', '1.2'] },
    { kind: 'sum-at-most', row: '1', parts: ['1.3', '1.4', '1.5'] },
    { kind: 'at-most', row: '5', of: '1' },
    ...counted.map(({ no }): Relation => ({ kind: 'at-most-databank', row: no })),
    ...[...sums].map((sum): Relation => ({ kind: 'together', row: sum.slice(0, -2), sum })),
    { kind: 'at-most-organisations', row: '29' },
    ...rows.filter(({ zero }) => zero !== 'heading').map(({ no }): Relation => ({ kind: 'change', row: no })),
  ];
}

/** The formula of a row's «Соотношения»: "" when all hold, else what is wrong. */
export function compileRelations(
  no: string,
  all: readonly Relation[],
  rowOf: (no: string) => number,
  refs: References,
): string {
  const parts = all.filter(({ row }) => row === no).map((relation) => compileRelation(relation, rowOf, refs));
  return parts.length === 0 ? '' : `=IFERROR(${parts.join('&')},"")`;
}

function compileRelation(relation: Relation, rowOf: (no: string) => number, refs: References): string {
  const value = (no: string): string => cellAddress(rowOf(no), APPENDIX_COLUMNS.value);
  const whenBroken = (condition: string, words: string): string =>
    `IF(${condition},${literal(`${words} `)},"")`;
  const own = value(relation.row);
  switch (relation.kind) {
    case 'sum-at-most':
      return whenBroken(
        `AND(ISNUMBER(${own}),${relation.parts.map((part) => `N(${value(part)})`).join('+')}>N(${own}))`,
        `${relation.parts.join(' + ')} больше ${relation.row}.`,
      );
    case 'at-most':
      return whenBroken(
        `AND(ISNUMBER(${own}),ISNUMBER(${value(relation.of)}),N(${own})>N(${value(relation.of)}))`,
        `${relation.row} больше ${relation.of}.`,
      );
    case 'at-most-databank':
      return whenBroken(
        `AND(ISNUMBER(${own}),N(${own})>${filledCells(refs.column('Педагоги', 'ФИО'))})`,
        `${relation.row} больше, чем педагогов в банке данных.`,
      );
    case 'at-most-organisations':
      return whenBroken(
        `AND(ISNUMBER(${own}),N(${own})>${filledCells(refs.column('Организации', 'Краткое название'))})`,
        `${relation.row} больше, чем организаций.`,
      );
    case 'together': {
      const sum = value(relation.sum);
      return whenBroken(
        `AND(ISNUMBER(${own}),ISNUMBER(${sum}),OR(AND(N(${own})=0,N(${sum})<>0),AND(N(${own})>0,N(${sum})<1)))`,
        `${relation.row} и ${relation.sum} не сходятся: одно из чисел 0.`,
      );
    }
    case 'change': {
      const last = cellAddress(rowOf(relation.row), APPENDIX_COLUMNS.lastYear);
      return whenBroken(
        `AND(ISNUMBER(${own}),ISNUMBER(${last}),ABS(N(${own})-N(${last}))*2>N(${last}))`,
        'Вопрос: изменение больше чем наполовину?',
      );
    }
  }
}
