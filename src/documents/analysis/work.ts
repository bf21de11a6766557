import { ASSESSMENT, MISSING, TEAMED, WORK, WORK_DONE } from '../../messages/documents/analysis';
import { listed } from '../../messages/documents/sentences';
import { foldLoosely } from '../../register/text';
import type { AnalysisFeed } from '../../regulations/analysis';
import {
  listOf,
  notCounted,
  nothingIn,
  paragraph,
  type FactBlock,
  type FactContext,
  type Facts,
} from './context';
import { grouped, type Row } from './rows';

/** Facts of what no number of the form counts: everyday work, groups, results by organisation. */

type Feed<F extends AnalysisFeed['from']> = Extract<AnalysisFeed, { from: F }>;
type Work = Row<'Методработа'>;

/** Kinds that nothing is logged of are named together. */
export function workFacts(context: FactContext, { kinds, about }: Feed<'work'>): Facts {
  const logged = kinds.map((kind) => ({ kind, blocks: workOfKind(context, kind, about) }));
  const without = logged.filter(({ blocks }) => blocks.length === 0).map(({ kind }) => wordsOf(kind).what);
  const what = without.join(', ');
  const sought = about === undefined ? what : WORK_DONE.about(what, about.word, about.isNamed);
  return {
    blocks: logged.flatMap(({ blocks }) => blocks),
    missing: without.length === 0 ? [] : [nothingIn(context, 'Методработа', sought)],
  };
}

const wordsOf = (kind: string): (typeof WORK)[string] => WORK[kind] ?? { what: kind, lead: () => kind };

function workOfKind(context: FactContext, kind: string, about: Feed<'work'>['about']): readonly FactBlock[] {
  const words = wordsOf(kind);
  const names = (row: Work, word: string): boolean =>
    foldLoosely(`${row.text('Тема')} ${row.text('Результат')}`).includes(foldLoosely(word));
  const rows = context
    .rows('Методработа')
    .filter(
      (row) => row.says('Вид', kind) && (about === undefined || names(row, about.word) === about.isNamed),
    );
  for (const { at } of rows) context.use('Методработа', at);
  const { begin, end } = context.period;
  const isOutside = (row: Work): boolean => {
    const day = row.day('Дата');
    return day !== null && (day < begin || day > end);
  };
  const inside = rows.filter((row) => !isOutside(row));
  const outside = rows.filter(isOutside);
  const said = (column: 'Проблема' | 'Решение'): readonly string[] => [
    ...new Set(inside.map((row) => row.text(column)).filter((text) => text !== '')),
  ];
  return [
    ...(inside.length === 0
      ? []
      : listOf(
          words.lead(inside.length),
          inside.map((row) => workItem(context, row)),
        )),
    ...listOf(WORK_DONE.problems, said('Проблема')),
    ...listOf(WORK_DONE.remedies, said('Решение')),
    ...notCounted(outside.map((row) => ({ item: workItem(context, row), reason: 'вне отчётного периода' }))),
  ];
}

const workItem = ({ short }: FactContext, row: Work): string =>
  WORK_DONE.item({
    day: row.day('Дата'),
    topic: row.text('Тема'),
    teacher: short(row.text('Педагог')),
    participants: row.text('Участники'),
    organisation: row.text('Организация'),
    result: row.text('Результат'),
  });

export function assessmentFacts(context: FactContext, { procedures }: Feed<'assessment'>): Facts {
  const rows = context
    .rows('Оценка')
    .filter((row) => procedures.some((procedure) => row.says('Процедура', procedure)));
  if (rows.length === 0) {
    return { blocks: [], missing: [nothingIn(context, 'Оценка', listed(procedures))] };
  }
  for (const { at } of rows) context.use('Оценка', at);
  const groups = grouped(rows, (row) =>
    [row.text('Процедура'), row.text('Предмет'), row.text('Класс')].join('\u0000'),
  );
  return {
    blocks: groups.flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      return [
        ...listOf(
          ASSESSMENT.heading(first.text('Процедура'), first.text('Предмет'), first.text('Класс')),
          of.map((row) =>
            ASSESSMENT.item({
              organisation: row.text('Организация'),
              took: row.number('Участвовало'),
              average: row.number('Средний балл'),
              below: row.number('Ниже минимума'),
              winners: row.number('Победителей'),
              prizes: row.number('Призёров'),
              conclusion: row.text('Выводы'),
            }),
          ),
        ),
        ...totalOf(of),
      ];
    }),
    missing: [],
  };
}

/** A sum is given only of numbers that are all there: a missing one is no zero. */
function totalOf(rows: readonly Row<'Оценка'>[]): Facts['blocks'] {
  const took = rows.map((row) => row.number('Участвовало'));
  if (rows.length < 2 || took.includes(null)) return [];
  const below = rows.map((row) => row.number('Ниже минимума'));
  const sum = (numbers: readonly (number | null)[]): number =>
    numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
  const organisations = new Set(rows.map((row) => foldLoosely(row.text('Организация')))).size;
  return [paragraph(ASSESSMENT.total(sum(took), organisations, below.includes(null) ? null : sum(below)))];
}

export function groupFacts(context: FactContext, { kinds }: Feed<'groups'>): Facts {
  const rows = context
    .rows('Группы')
    .filter((row) => kinds === undefined || kinds.some((kind) => row.says('Вид', kind)));
  if (rows.length === 0) {
    const what = kinds === undefined ? MISSING.lead : TEAMED.what(kinds);
    return { blocks: [], missing: [nothingIn(context, 'Группы', what)] };
  }
  for (const { at } of rows) context.use('Группы', at);
  const { begin, end } = context.period;
  const isNow = (row: Row<'Группы'>): boolean =>
    (row.day('Создана') ?? begin) <= end && (row.day('Закрыта') ?? end) >= begin;
  const item = (row: Row<'Группы'>): string =>
    TEAMED.item(
      row.text('Вид'),
      row.text('Название'),
      context.short(row.text('Руководитель')),
      membersOf(row.text('Состав')).map(context.short).join(', '),
      row.text('Задача'),
      row.day('Создана'),
      row.day('Закрыта'),
    );
  const now = rows.filter(isNow);
  const other = rows.filter((row) => !isNow(row));
  return {
    blocks: [
      ...(now.length === 0 ? [] : listOf(TEAMED.total(now.length), now.map(item))),
      ...notCounted(other.map((row) => ({ item: item(row), reason: 'вне отчётного периода' }))),
    ],
    missing: [],
  };
}

const membersOf = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
