import { COUNTED_ACTIVITIES, type RecordTable } from '../../indicators/appendix';
import type { CellValue } from '../../plan/action';
import { cellAddress } from '../../register/addresses';
import type { TableName } from '../../register/tables';
import { foldCase, foldLoosely } from '../../register/text';
import { isBlank, type CheckContext, type FilledTable } from '../context';
import type { FindingOf, Severity, Spot } from '../issue';
import { isPlausibleDay } from './cells';
import { check, subjectOf, type Check } from './check';

/** Records: those that stand twice, those that do not count, and those that count by an assumption. */

// ---------------------------------------------------------------------------------------------------------
// twice

/** Tables whose rows are records, each with the column without which a row says too little to be compared. */
const TITLES: Readonly<Partial<Record<TableName, string>>> = {
  Организации: 'Краткое название',
  Курсы: 'Тема',
  Решения: 'Решили',
  Достижения: 'Мероприятие',
  ГИА: 'Предмет',
  Деятельность: 'Название',
  Мероприятия: 'Название',
  План: 'Мероприятие',
  Методработа: 'Тема',
  Группы: 'Название',
  Оценка: 'Процедура',
};

/** Where the row itself is the record: the columns it is known by. */
const KNOWN_BY: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Организации: ['Краткое название'],
};

/** A key of values as a person compares them. */
function comparer(): (values: readonly CellValue[]) => string {
  const folded = new Map<string, string>();
  return (values) =>
    values
      .map((value) => {
        if (typeof value !== 'string') return String(value);
        const known = folded.get(value) ?? foldLoosely(value);
        folded.set(value, known);
        return known;
      })
      .join('\u0000');
}

interface Repeat {
  readonly filled: FilledTable;
  readonly row: number;
  readonly at: Spot;
  readonly first: number;
  readonly firstAt: Spot;
}

/** Rows whose key has been there before; a null key is no record. */
function repeats(filled: FilledTable, title: string, key: (row: number) => string | null): readonly Repeat[] {
  const seen = new Map<string, number>();
  const { at } = filled.column(title);
  return filled.rows.flatMap((row): Repeat[] => {
    const own = key(row);
    if (own === null) return [];
    const first = seen.get(own);
    if (first === undefined) {
      seen.set(own, row);
      return [];
    }
    return [{ filled, row, at: at(row), first, firstAt: at(first) }];
  });
}

const asTwice = ({ filled, row, at, first, firstAt }: Repeat, how: 'same record' | 'two teachers') =>
  ({
    code: 'twice',
    at,
    how,
    subject: subjectOf(filled, row),
    other: subjectOf(filled, first),
    otherCell: cellAddress(firstAt.row, firstAt.column),
  }) as const;

const sameRecord = check('twice', 'warning', ({ filled: tables }) =>
  tables.flatMap((filled): readonly FindingOf<'twice'>[] => {
    const title = TITLES[filled.name];
    if (title === undefined) return [];
    const known = KNOWN_BY[filled.name];
    const columns = filled.columns.filter(({ definition }) => known?.includes(definition.name) !== false);
    const keyOf = comparer();
    const named = filled.column(title);
    return repeats(filled, title, (row) =>
      isBlank(named.value(row)) ? null : keyOf(columns.map(({ value }) => value(row))),
    ).map((repeat) => asTwice(repeat, 'same record'));
  }),
);

/** One event, result and date under two teachers: its pupils may be counted twice. */
const twoTeachers = check('twice', 'info', (context) => {
  const filled = context.table('Достижения');
  if (filled === undefined) return [];
  const keyOf = comparer();
  const [event, result, date] = [
    filled.column('Мероприятие'),
    filled.column('Результат'),
    filled.column('Дата'),
  ];
  const teacher = filled.column('Педагог');
  return repeats(filled, 'Мероприятие', (row) => {
    const values = [event.value(row), result.value(row), date.value(row)];
    return values.some(isBlank) ? null : keyOf(values);
  })
    .filter(({ row, first }) => foldLoosely(teacher.text(row)) !== foldLoosely(teacher.text(first)))
    .map((repeat): FindingOf<'twice'> => asTwice(repeat, 'two teachers'));
});

// ---------------------------------------------------------------------------------------------------------
// Dates and documents

/** A date that is none has been said by `date`. */
const outsidePeriod = (severity: Severity, isAmong: (table: TableName) => boolean): Check =>
  check('outside-period', severity, ({ filled: tables, register }) => {
    const { begin, end } = register.period;
    // the period is not known
    if (end === 0) return [];
    return tables.flatMap((filled) =>
      filled.columns
        .filter(({ definition }) => definition.inPeriod === true && isAmong(filled.name))
        .flatMap(({ value, at }) =>
          filled.rows.flatMap((row): FindingOf<'outside-period'>[] => {
            const date = value(row);
            if (!isPlausibleDay(date) || (date >= begin && date < end + 1)) return [];
            return [
              { code: 'outside-period', at: at(row), subject: subjectOf(filled, row), date, begin, end },
            ];
          }),
        ),
    );
  });

/** Counted all the same, by an assumption; where the date is required, `required` says so. */
const noDate = check('no-date', 'warning', ({ filled: tables }) =>
  tables.flatMap((filled) =>
    filled.columns
      .filter(({ definition }) => definition.inPeriod === true && definition.required !== true)
      .flatMap(({ value, at, definition }) =>
        filled.rows.flatMap((row): FindingOf<'no-date'>[] =>
          isBlank(value(row))
            ? [{ code: 'no-date', at: at(row), subject: subjectOf(filled, row), column: definition.name }]
            : [],
        ),
      ),
  ),
);

const RECORD_TABLES: readonly RecordTable[] = ['Курсы', 'Достижения', 'Деятельность'];

/** What «Учёт» says before the reason. */
const OUTSIDE = 'не входит в форму: ';
const COUNTED = 'учтено';

/** What a record is confirmed by; any one of these will do. */
const EVIDENCE: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  Курсы: ['Документ'],
  Достижения: ['Документ'],
  ГИА: ['Документ'],
  Деятельность: ['Документ', 'Ссылка'],
  Мероприятия: ['Документ'],
};

/** Rows the report says nothing of. */
function outsideRows(context: CheckContext, { name }: FilledTable): ReadonlySet<number> {
  const records = RECORD_TABLES.find((each) => each === name);
  const accounts = records === undefined ? [] : context.accounts(records);
  return new Set(accounts.filter(({ words }) => words.startsWith(OUTSIDE)).map(({ row }) => row));
}

/** Only where the regulation asks for scans with the report (Томский, footnote of the appendix). */
const noDocument = check('no-document', 'info', (context) => {
  const clause = context.clause('scans');
  if (context.rules.text('scans') === null || clause === undefined) return [];
  return context.filled.flatMap((filled): readonly FindingOf<'no-document'>[] => {
    const evidence = EVIDENCE[filled.name]?.map((name) => filled.column(name)) ?? [];
    const [document] = evidence;
    const title = filled.column(TITLES[filled.name] ?? '');
    if (document === undefined) return [];
    const outside = outsideRows(context, filled);
    return filled.rows
      .filter((row) => !outside.has(row) && evidence.every(({ value }) => isBlank(value(row))))
      .map((row) => ({
        code: 'no-document',
        at: document.at(row),
        clause,
        subject: subjectOf(filled, row),
        title: title.text(row),
      }));
  });
});

// ---------------------------------------------------------------------------------------------------------
// The form

/** Records of a table with what the engine makes of them. */
const accountsOf = ({ table, accounts }: CheckContext, name: RecordTable) => {
  const filled = table(name);
  return filled === undefined ? [] : accounts(name).map(({ row, words }) => ({ filled, row, words }));
};

const outsideForm = check('outside-form', 'info', (context) =>
  RECORD_TABLES.flatMap((name) => accountsOf(context, name)).flatMap(
    ({ filled, row, words }): FindingOf<'outside-form'>[] =>
      words.startsWith(OUTSIDE)
        ? [
            {
              code: 'outside-form',
              at: filled.column('Педагог').at(row),
              subject: subjectOf(filled, row),
              reason: words.slice(OUTSIDE.length),
            },
          ]
        : [],
  ),
);

/** Numbers that are summed, an empty one as 1; of activities only those of some kinds. */
const COUNTS: readonly {
  readonly table: RecordTable;
  readonly column: string;
  readonly kinds?: readonly string[];
}[] = [
  { table: 'Достижения', column: 'Обучающихся' },
  { table: 'Деятельность', column: 'Количество', kinds: COUNTED_ACTIVITIES },
];

const assumedOne = check('assumed-one', 'info', (context) =>
  COUNTS.flatMap(({ table, column, kinds }) =>
    accountsOf(context, table).flatMap(({ filled, row, words }): FindingOf<'assumed-one'>[] => {
      const { value, at } = filled.column(column);
      const kind = foldCase(filled.column('Вид').text(row));
      const isSummed = kinds === undefined || kinds.some((each) => foldCase(each) === kind);
      if (words !== COUNTED || !isSummed || !isBlank(value(row))) return [];
      return [{ code: 'assumed-one', at: at(row), subject: subjectOf(filled, row), column }];
    }),
  ),
);

export const RECORD_CHECKS: readonly Check[] = [
  sameRecord,
  outsidePeriod('warning', (table) => table !== 'Курсы'),
  noDate,
  outsidePeriod('info', (table) => table === 'Курсы'),
  noDocument,
  outsideForm,
  assumedOne,
  twoTeachers,
];
