import { appendixRows, type RecordTable } from '../../indicators/appendix';
import { recordAccounts, type RecordAccount } from '../../indicators/evaluate';
import {
  ACHIEVED,
  ACTIVE,
  ACTIVITY_WORDS,
  COURSES_TAKEN,
  EVENTS_HELD,
  EXAMS,
  NO_TEACHER,
  OBJECTIVITY,
} from '../../messages/documents/analysis';
import { foldLoosely } from '../../register/text';
import type { AnalysisFeed } from '../../regulations/analysis';
import {
  indicatorFacts,
  listOf,
  notCounted,
  nothingIn,
  paragraph,
  type FactBlock,
  type FactContext,
  type Facts,
} from './context';
import { grouped, type Row } from './rows';

/** Facts of the records that the form counts: courses, achievements, activity, exams, events, organisations. */

type Feed<F extends AnalysisFeed['from']> = Extract<AnalysisFeed, { from: F }>;

/** A record with what the engine makes of it. */
interface Judged<T extends RecordTable> {
  readonly row: Row<T>;
  readonly account: RecordAccount;
}

/** «Учёт» of a record that is sound but has no row of the form. */
const OUTSIDE_FORM = 'не входит в форму';

interface Sorted<T extends RecordTable> {
  /** Entered into rows of the form; where the regulation asks for none, everything that is sound. */
  readonly counted: readonly Judged<T>[];
  /** Sound, but the form has no row for it. */
  readonly outside: readonly Judged<T>[];
  /** Not counted: no date, not of the period, nobody of the databank. */
  readonly refused: readonly Judged<T>[];
}

/** Whose record it is; one that names nobody says so. */
const teacherOf = ({ short }: FactContext, row: { readonly text: (column: 'Педагог') => string }): string =>
  short(row.text('Педагог')) || NO_TEACHER;

function sortRecords<T extends RecordTable>(
  context: FactContext,
  table: T,
  chosen: (row: Row<T>) => boolean,
): Sorted<T> {
  const accounts = recordAccounts(table, context.register);
  const counted: Judged<T>[] = [];
  const outside: Judged<T>[] = [];
  const refused: Judged<T>[] = [];
  for (const row of context.rows(table)) {
    const account = accounts[row.at];
    if (account === undefined || account.words === '' || !chosen(row)) continue;
    context.use(table, row.at);
    const isOutside = account.words.startsWith(OUTSIDE_FORM);
    const list = account.indicator > 0 ? counted : !isOutside ? refused : context.cites ? outside : counted;
    list.push({ row, account });
  }
  return { counted, outside, refused };
}

/** Rows of the form that the records of a feed may enter, N and N.1. */
function numbersOf(
  context: FactContext,
  table: RecordTable,
  allows: Readonly<Record<string, readonly string[] | undefined>>,
): readonly string[] {
  return appendixRows(context.register.meetings).flatMap(({ no, condition }) => {
    if (condition.over !== 'records' || condition.table !== table) return [];
    const fits = condition.cases.some((each) =>
      Object.entries(allows).every(([column, values]) => {
        const needed = each[column];
        return values === undefined || needed === undefined || needed.some((value) => values.includes(value));
      }),
    );
    return fits ? [no] : [];
  });
}

const isAmong = <T extends RecordTable>(
  row: Row<T>,
  column: 'Вид',
  values: readonly string[] | undefined,
): boolean => values === undefined || values.some((value) => row.says(column, value));

/** Records that are not counted, by reason. */
const refusedFacts = <T extends RecordTable>(
  records: readonly Judged<T>[],
  item: (record: Judged<T>) => string,
): readonly FactBlock[] =>
  notCounted(records.map((record) => ({ item: item(record), reason: record.account.words })));

// ---------------------------------------------------------------------------------------------------------
// Courses

export function courseFacts(context: FactContext, { kind }: Feed<'courses'>): Facts {
  const { counted, outside, refused } = sortRecords(context, 'Курсы', (row) => row.says('Вид', kind));
  const numbers = indicatorFacts(context, numbersOf(context, 'Курсы', { Вид: [kind] }));
  if (counted.length + outside.length + refused.length === 0) {
    return { blocks: numbers.blocks, missing: [...numbers.missing, nothingIn(context, 'Курсы', kind)] };
  }
  const who = ({ row }: Judged<'Курсы'>): string => teacherOf(context, row);
  const item = (records: readonly Judged<'Курсы'>[]): string => {
    const row = records[0]?.row;
    return COURSES_TAKEN.item(
      row?.text('Тема') ?? '',
      row?.text('Где пройдены') ?? '',
      row?.number('Часы') ?? null,
      records.map(who),
    );
  };
  const topics = grouped(counted, ({ row }) =>
    [row.text('Тема'), row.text('Где пройдены'), String(row.number('Часы'))].join('\u0000'),
  );
  return {
    blocks: [
      ...numbers.blocks,
      ...listOf(COURSES_TAKEN.topics(topics.length, counted.length), topics.map(item)),
      ...refusedFacts([...outside, ...refused], (record) => item([record])),
    ],
    missing: numbers.missing,
  };
}

// ---------------------------------------------------------------------------------------------------------
// Achievements

type Achievement = Judged<'Достижения'>;
const RESULT_ORDER = ['победитель', 'призёр', 'участник'];

export function achievementFacts(context: FactContext, { kinds, level }: Feed<'achievements'>): Facts {
  const { counted, outside, refused } = sortRecords(
    context,
    'Достижения',
    (row) => isAmong(row, 'Вид', kinds) && (level === undefined || row.says('Уровень', level)),
  );
  const numbers = indicatorFacts(
    context,
    numbersOf(context, 'Достижения', { Вид: kinds, Уровень: level === undefined ? undefined : [level] }),
  );
  if (counted.length + outside.length + refused.length === 0) {
    const what = [...(kinds ?? []), ...(level === undefined ? [] : [`уровень – ${level}`])].join(', ');
    return { blocks: numbers.blocks, missing: [...numbers.missing, nothingIn(context, 'Достижения', what)] };
  }
  const list = (records: readonly Achievement[]): readonly FactBlock[] =>
    level !== undefined
      ? listOf(ACHIEVED.list, eventItems(context, records))
      : grouped(records, ({ row }) => row.text('Уровень')).flatMap((of) =>
          listOf(ACHIEVED.byLevel(foldLoosely(of[0]?.row.text('Уровень') ?? '')), eventItems(context, of)),
        );
  return {
    blocks: [
      ...numbers.blocks,
      ...list(counted),
      ...listOf(ACHIEVED.outside, eventItems(context, outside)),
      ...refusedFacts(refused, (record) => eventItem(context, [record])),
    ],
    missing: numbers.missing,
  };
}

const eventItems = (context: FactContext, records: readonly Achievement[]): readonly string[] =>
  grouped(records, ({ row }) =>
    [row.text('Мероприятие'), row.text('Вид'), row.text('Формат')].join('\u0000'),
  ).map((of) => eventItem(context, of));

/** «Турнир …» (олимпиада, очно): победители – Уфимцев Р. А. (1); призёры – …». */
function eventItem(context: FactContext, records: readonly Achievement[]): string {
  const row = records[0]?.row;
  const title = row?.text('Мероприятие') ?? '';
  const kind = row?.text('Вид') ?? '';
  const format = row?.text('Формат') ?? '';
  const byResult = grouped(records, ({ row: each }) => each.text('Результат'))
    .map((of) => ({ result: foldResult(of[0]?.row.text('Результат') ?? ''), of }))
    .sort((one, other) => rank(one.result) - rank(other.result));
  return ACHIEVED.event(
    title,
    [foldLoosely(title).includes(foldLoosely(kind)) ? '' : kind, format === '' ? ACHIEVED.noFormat : format],
    byResult.map(({ result, of }) =>
      ACHIEVED.result(
        result,
        of.map(({ row: each }) => ACHIEVED.person(teacherOf(context, each), each.number('Обучающихся'))),
      ),
    ),
  );
}

const foldResult = (typed: string): string =>
  RESULT_ORDER.find((result) => foldLoosely(result) === foldLoosely(typed)) ?? typed;
const rank = (result: string): number => {
  const at = RESULT_ORDER.indexOf(result);
  return at < 0 ? RESULT_ORDER.length : at;
};

// ---------------------------------------------------------------------------------------------------------
// Activity

type Activity = Judged<'Деятельность'>;

export function activityFacts(context: FactContext, { kind, level }: Feed<'activity'>): Facts {
  const { counted, outside, refused } = sortRecords(
    context,
    'Деятельность',
    (row) => row.says('Вид', kind) && (level === undefined || row.says('Уровень', level)),
  );
  const numbers = indicatorFacts(
    context,
    numbersOf(context, 'Деятельность', { Вид: [kind], Уровень: level === undefined ? undefined : [level] }),
  );
  const { what, list } = ACTIVITY_WORDS[kind] ?? { what: kind, list: kind };
  if (counted.length + outside.length + refused.length === 0) {
    const sought = level === undefined ? what : `${what}, уровень – ${level}`;
    return {
      blocks: numbers.blocks,
      missing: [...numbers.missing, nothingIn(context, 'Деятельность', sought)],
    };
  }
  const items = (records: readonly Activity[]): readonly string[] =>
    grouped(records, ({ row }) =>
      [row.text('Название'), row.text('Уровень'), row.text('Ссылка')].join('\u0000'),
    ).map((of) => activityItem(context, kind, level !== undefined, of));
  const single = (record: Activity): string => activityItem(context, kind, level !== undefined, [record]);
  return {
    blocks: [
      ...numbers.blocks,
      ...listOf(list, items(counted)),
      ...listOf(ACHIEVED.outside, items(outside)),
      ...refusedFacts(refused, single),
    ],
    missing: numbers.missing,
  };
}

/** Kinds whose «Количество» says something. */
const COUNTED_KINDS = ['публикация', 'разработка КИМ'];

function activityItem(
  context: FactContext,
  kind: string,
  isOneLevel: boolean,
  records: readonly Activity[],
): string {
  const row = records[0]?.row;
  const isCounted = COUNTED_KINDS.includes(kind);
  const link = row?.text('Ссылка') ?? '';
  const formats = [...new Set(records.map(({ row: each }) => each.text('Формат')).filter(Boolean))];
  const people = records.map(({ row: each }) => {
    const name = teacherOf(context, each);
    const result = each.text('Результат');
    const count = each.number('Количество');
    if (isCounted) return `${name} (${count === null ? ACTIVE.works1 : ACTIVE.works(count)})`;
    return result === '' ? name : `${name} (${result})`;
  });
  return ACTIVE.item(
    row?.text('Название') ?? '',
    [
      isOneLevel ? '' : ACTIVE.level(row?.text('Уровень') ?? ''),
      ...formats,
      link === '' ? '' : ACTIVE.link(link),
    ],
    people,
  );
}

// ---------------------------------------------------------------------------------------------------------
// Exams

export function examFacts(context: FactContext): Facts {
  const numbers = indicatorFacts(
    context,
    appendixRows(0).flatMap(({ no, condition }) => (condition.over === 'exams' ? [no] : [])),
  );
  const rows = context.rows('ГИА').filter((row) => row.text('Педагог') !== '' || row.text('Предмет') !== '');
  if (rows.length === 0) {
    return { blocks: numbers.blocks, missing: [...numbers.missing, nothingIn(context, 'ГИА', 'результаты')] };
  }
  for (const { at } of rows) context.use('ГИА', at);
  const known = new Set(context.rows('Педагоги').map((row) => foldLoosely(row.text('ФИО'))));
  const isKnown = (row: Row<'ГИА'>): boolean => known.has(foldLoosely(row.text('Педагог')));
  const groups = grouped(rows, (row) => `${row.text('Экзамен')}\u0000${row.text('Предмет')}`);
  return {
    blocks: [
      ...numbers.blocks,
      ...(context.cites ? [paragraph(EXAMS.threshold(context.rules.threshold('high-score')))] : []),
      ...groups.flatMap((of) =>
        listOf(
          EXAMS.heading(of[0]?.text('Экзамен') ?? '', of[0]?.text('Предмет') ?? ''),
          of.map((row) =>
            EXAMS.item(
              teacherOf(context, row),
              row.number('Сдавало'),
              row.number('Высокобалльников'),
              row.number('Ниже порога'),
              row.number('Средний балл'),
              row.text('Педагог') === '' || isKnown(row) ? '' : EXAMS.unknownTeacher,
            ),
          ),
        ),
      ),
    ],
    missing: numbers.missing,
  };
}

// ---------------------------------------------------------------------------------------------------------
// Events and organisations

export function eventFacts(context: FactContext, { audience, level }: Feed<'events'>): Facts {
  const isForPupils = audience === 'обучающиеся';
  const chosen = context
    .rows('Мероприятия')
    .filter(
      (row) =>
        (row.says('Для кого', audience) || (isForPupils && row.text('Для кого') === '')) &&
        (level === undefined || row.says('Уровень', level)),
    );
  const isCounted = isForPupils && (level === undefined || level === 'муниципальный');
  const numbers = isCounted ? indicatorFacts(context, ['28.1']) : indicatorFacts(context, []);
  const words = isForPupils ? context.words.pupil.ofMany : EVENTS_HELD.teachers;
  if (chosen.length === 0) {
    const what = EVENTS_HELD.what(words, level ?? '');
    return { blocks: numbers.blocks, missing: [...numbers.missing, nothingIn(context, 'Мероприятия', what)] };
  }
  for (const { at } of chosen) context.use('Мероприятия', at);
  const { begin, end } = context.period;
  const isInside = (row: Row<'Мероприятия'>): boolean => {
    const day = row.day('Дата');
    return day !== null && day >= begin && day <= end;
  };
  const item = (row: Row<'Мероприятия'>): string => eventHeld(context, row, isForPupils, level !== undefined);
  const inside = chosen.filter(isInside);
  const rest = chosen.filter((row) => !isInside(row));
  return {
    blocks: [
      ...numbers.blocks,
      ...listOf(EVENTS_HELD.total(inside.length, words), inside.map(item)),
      ...notCounted(
        rest.map((row) => ({
          item: item(row),
          reason: row.day('Дата') === null ? 'нет даты' : 'вне отчётного периода',
        })),
      ),
    ],
    missing: numbers.missing,
  };
}

function eventHeld(
  { words, short }: FactContext,
  row: Row<'Мероприятия'>,
  isForPupils: boolean,
  isOneLevel: boolean,
): string {
  const count = row.number('Обучающихся');
  const pupils =
    count !== null
      ? EVENTS_HELD.pupils(count, words.pupil.one, words.pupil.ofMany)
      : isForPupils
        ? EVENTS_HELD.unknownPupils
        : '';
  return EVENTS_HELD.item(
    row.text('Название'),
    row.text('Вид'),
    isOneLevel ? '' : row.text('Уровень'),
    row.day('Дата'),
    pupils,
    short(row.text('Ответственный')),
  );
}

export function objectivityFacts(context: FactContext): Facts {
  const rows = context.rows('Организации').filter((row) => row.text('Краткое название') !== '');
  const numbers = indicatorFacts(context, ['29']);
  if (rows.length === 0) {
    return { blocks: numbers.blocks, missing: [...numbers.missing, nothingIn(context, 'Организации', '')] };
  }
  const marked = (column: 'Необъективность математика' | 'Необъективность русский язык'): readonly string[] =>
    rows.filter((row) => row.says(column, 'да')).map((row) => row.text('Краткое название'));
  const [mathematics, russian] = [
    marked('Необъективность математика'),
    marked('Необъективность русский язык'),
  ];
  const unmarked = rows
    .filter(
      (row) =>
        row.text('Необъективность математика') === '' || row.text('Необъективность русский язык') === '',
    )
    .map((row) => row.text('Краткое название'));
  const named = [
    ...(mathematics.length === 0 ? [] : [OBJECTIVITY.in(OBJECTIVITY.mathematics, mathematics)]),
    ...(russian.length === 0 ? [] : [OBJECTIVITY.in(OBJECTIVITY.russian, russian)]),
  ];
  return {
    blocks: [
      ...numbers.blocks,
      ...(named.length === 0 ? [] : [paragraph(named.join('; '))]),
      ...(unmarked.length === 0 ? [] : [paragraph(OBJECTIVITY.unmarked(unmarked))]),
    ],
    missing: numbers.missing,
  };
}
