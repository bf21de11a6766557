import { baseIndicators, type ClassifiedTable } from './appendix';
import type { ParameterCode } from '../regulations';

/** Columns of a classifier on «Справочники», and of the records it sorts. */
export const CLASSIFIER_FIELDS = ['Вид', 'Уровень', 'Результат', 'Формат'] as const;
export type ClassifierField = (typeof CLASSIFIER_FIELDS)[number];

export const ANY = 'любой';

export const CLASSIFIER_TABLES: Readonly<Record<ClassifiedTable, string>> = {
  Достижения: 'КлассификаторДостижений',
  Деятельность: 'КлассификаторДеятельности',
};

export interface ClassifierRow {
  readonly fields: Readonly<Record<ClassifierField, string>>;
  /** The result that becomes «любой» while this parameter says so. */
  readonly resultFollows?: ParameterCode;
  readonly indicator: number;
}

/**
 * The classifier of a table, derived from the conditions of its indicators: one row a combination of
 * values. Where a parameter widens an indicator, the result is a formula over that parameter.
 */
export function classifierRows(table: ClassifiedTable): readonly ClassifierRow[] {
  return baseIndicators(table).flatMap(({ number, condition }) =>
    condition.cases.flatMap((each) =>
      combinations(CLASSIFIER_FIELDS.map((field) => each[field] ?? [ANY])).map((values): ClassifierRow => {
        const [kind = ANY, level = ANY, result = ANY, format = ANY] = values;
        const follows = condition.alsoWhile?.parameter;
        return {
          fields: { Вид: kind, Уровень: level, Результат: result, Формат: format },
          ...(follows === undefined || result === ANY ? {} : { resultFollows: follows }),
          indicator: number,
        };
      }),
    ),
  );
}

function combinations(choices: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return choices.reduce<readonly (readonly string[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}
