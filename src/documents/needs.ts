import { NEEDS, SELF_EDUCATION } from '../messages/documents/lists';
import { foldCase } from '../register/text';
import type { Facts } from './facts';
import { heading, joined, paragraph, part, signaturesOf, titleOf, type Part } from './fill';
import {
  membersNow,
  nameColumn,
  numberedTable,
  organisationColumn,
  peopleTable,
  shortNames,
  splitBy,
} from './peopleTable';
import { startedRows, type PrintedRow } from './rows';

/** What teachers need and find difficult: of the databank, and of the log of methodical work. */
export function needsOf(facts: Facts): Part {
  const { columns, gaps } = NEEDS;
  const members = membersNow(facts);
  const { known, unknown } = splitBy(facts, members, (row) => row.text('Профессиональные дефициты') !== '');
  return joined(
    titleOf(facts, facts.rules.regulation.forms.needs.title),
    part(
      [
        heading(NEEDS.people),
        ...(members.length === 0 ? [] : [paragraph(NEEDS.given(known.length, members.length))]),
        peopleTable(
          facts,
          [
            nameColumn(30),
            organisationColumn(facts, 22),
            { title: columns.deficits, share: 42, value: (_, row) => row.text('Профессиональные дефициты') },
          ],
          known,
          NEEDS.emptyPeople,
        ),
        heading(NEEDS.found),
        numberedTable(
          [
            { title: columns.date, share: 12 },
            { title: columns.topic, share: 24 },
            { title: columns.teacher, share: 18 },
            { title: columns.problem, share: 20 },
            { title: columns.solution, share: 20 },
          ],
          difficulties(facts).map((row) => [
            row.date('Дата'),
            row.text('Тема'),
            facts.short(row.text('Педагог')),
            row.text('Проблема'),
            row.text('Решение'),
          ]),
          NEEDS.emptyFound,
        ),
      ],
      unknown.length === 0 ? [] : [gaps.missing(shortNames(facts, unknown))],
    ),
    signaturesOf(facts, [{ post: '{leader} {word}', holder: 'leader' }]),
  );
}

/** Difficulties found, in the order of the log. */
export const difficulties = ({ register }: Facts): readonly PrintedRow<'Методработа'>[] =>
  startedRows(register, 'Методработа', ['Тема', 'Проблема']).filter(
    (row) => foldCase(row.text('Вид')) === 'выявленное затруднение',
  );

/** What each teacher studies on their own. */
export function selfEducationOf(facts: Facts): Part {
  const members = membersNow(facts);
  const { known, unknown } = splitBy(facts, members, (row) => row.text('Тема самообразования') !== '');
  return joined(
    titleOf(facts, SELF_EDUCATION.title),
    part(
      [
        ...(members.length === 0 ? [] : [paragraph(SELF_EDUCATION.given(known.length, members.length))]),
        peopleTable(
          facts,
          [
            nameColumn(32),
            organisationColumn(facts, 24),
            { title: SELF_EDUCATION.column, share: 38, value: (_, row) => row.text('Тема самообразования') },
          ],
          known,
          SELF_EDUCATION.empty,
        ),
      ],
      unknown.length === 0 ? [] : [SELF_EDUCATION.gaps.missing(shortNames(facts, unknown))],
    ),
    signaturesOf(facts, [{ post: '{leader} {word}', holder: 'leader' }]),
  );
}
