import { LIST_COLUMNS, YOUNG } from '../messages/documents/lists';
import { PLAN } from '../messages/documents/plan';
import { foldCase, foldLoosely } from '../register/text';
import type { Facts } from './facts';
import { heading, joined, part, signaturesOf, titleOf, type Part } from './fill';
import {
  membersNow,
  nameColumn,
  numberedTable,
  organisationColumn,
  peopleTable,
  shortNames,
  splitBy,
} from './peopleTable';
import { plannedLines, type PlanLine } from './planLines';
import { startedRows, type PrintedRow } from './rows';

const STATUSES = ['молодой специалист', 'вновь прибывший'];
const PAIRS = ['наставник и молодой специалист', 'пара'];
/** Lines of «План» that speak of them. */
const SPEAKS_OF_THEM = /молод|вновь прибывш|наставни/u;
const LINES_TO_WRITE = 3;

/** Who is young or new, who helps them, what is planned and what has been done. */
export function youngTeachersOf(facts: Facts): Part {
  const { register, rules } = facts;
  const young = youngPeople(facts);
  const { unknown } = splitBy(facts, young, (row) => row.text('Наставник') !== '');
  const planned = plannedForThem(facts);
  const done = startedRows(register, 'Методработа', ['Тема']).filter(
    (row) => foldCase(row.text('Вид')) === 'наставничество',
  );
  const { columns } = YOUNG;
  return joined(
    titleOf(facts, rules.regulation.forms.youngTeachers.title),
    part(
      [
        heading(YOUNG.people),
        peopleTable(
          facts,
          [
            nameColumn(28),
            organisationColumn(facts, 20),
            { title: LIST_COLUMNS.status, share: 16, value: (_, row) => row.text('Статус') },
            {
              title: LIST_COLUMNS.teaching,
              share: 12,
              align: 'center',
              value: (_, row) => row.cell('Педагогический стаж'),
            },
            { title: LIST_COLUMNS.mentor, share: 18, value: (_, row) => facts.short(row.text('Наставник')) },
          ],
          young,
          YOUNG.emptyPeople,
        ),
        heading(YOUNG.pairs),
        numberedTable(
          [
            { title: columns.pair, share: 20 },
            { title: columns.pairKind, share: 16 },
            { title: columns.pairLeader, share: 16 },
            { title: columns.members, share: 20 },
            { title: columns.task, share: 16 },
            { title: columns.since, share: 10 },
          ],
          pairsOf(facts).map((row) => [
            row.text('Название'),
            row.text('Вид'),
            facts.short(row.text('Руководитель')),
            row.text('Состав'),
            row.text('Задача'),
            row.date('Создана'),
          ]),
          YOUNG.emptyPairs,
        ),
        heading(YOUNG.activities),
        numberedTable(
          [
            { title: PLAN.columns.activity, share: 38 },
            { title: PLAN.columns.when, share: 16 },
            { title: PLAN.columns.responsible, share: 20 },
            { title: columns.done, share: 20 },
          ],
          planned.length === 0
            ? Array.from({ length: LINES_TO_WRITE }, () => ['', '', '', ''])
            : planned.map(({ activity, when, responsible }) => [activity, when, responsible, '']),
          PLAN.empty,
        ),
        ...(done.length === 0
          ? []
          : [
              heading(YOUNG.done),
              numberedTable(
                [
                  { title: columns.date, share: 12 },
                  { title: columns.topic, share: 38 },
                  { title: columns.teacher, share: 22 },
                  { title: columns.result, share: 22 },
                ],
                done.map((row) => [
                  row.date('Дата'),
                  row.text('Тема'),
                  facts.short(row.text('Педагог')),
                  row.text('Результат'),
                ]),
                PLAN.empty,
              ),
            ]),
      ],
      [
        ...(young.length === 0 ? [`${YOUNG.emptyPeople}.`] : []),
        ...(unknown.length === 0 ? [] : [YOUNG.gaps.mentor(shortNames(facts, unknown))]),
        ...(planned.length === 0 ? [YOUNG.gaps.activities] : []),
      ],
    ),
    signaturesOf(facts, [{ post: '{leader} {word}', holder: 'leader' }]),
  );
}

export const youngPeople = (facts: Facts) =>
  splitBy(facts, membersNow(facts), (row) => STATUSES.includes(foldCase(row.text('Статус')))).known;

/** Pairs that have not been closed. */
export const pairsOf = ({ register, day }: Facts): readonly PrintedRow<'Группы'>[] =>
  startedRows(register, 'Группы', ['Название', 'Состав']).filter(
    (row) => PAIRS.includes(foldCase(row.text('Вид'))) && (row.day('Закрыта') ?? Infinity) > day,
  );

const plannedForThem = (facts: Facts): readonly PlanLine[] =>
  plannedLines(facts).filter(({ section, activity }) =>
    SPEAKS_OF_THEM.test(foldLoosely(`${section} ${activity}`)),
  );
