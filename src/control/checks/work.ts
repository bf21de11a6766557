import type { TableName } from '../../register/tables';
import { foldLoosely } from '../../register/text';
import { dayOfCell } from '../cells';
import type { CheckContext, FilledTable } from '../context';
import type { FindingOf } from '../issue';
import { check, subjectOf, type Check } from './check';

/** Groups and results by organisation: what no number of the form counts, and the analysis speaks of. */

const rowsOf = (
  context: CheckContext,
  table: TableName,
): readonly { readonly filled: FilledTable; readonly row: number }[] => {
  const filled = context.table(table);
  return filled === undefined ? [] : filled.rows.map((row) => ({ filled, row }));
};

/** Words of «Состав» that look like a person's name: «9 учителей», «все желающие» are none. */
const isName = (text: string): boolean =>
  /^\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]*\.?)+(?:\s*\([^()]*\))?$/u.test(text);

/** A surname with initials stands for whoever bears them. */
const initialsOf = (name: string): string => {
  const [surname = '', ...rest] = foldLoosely(name.replace(/\([^()]*\)/gu, ''))
    .split(/[\s.]+/u)
    .filter(Boolean);
  return [surname, ...rest.map((word) => word.charAt(0))].join(' ');
};

/** Names in «Состав», parted by commas, semicolons or lines, that the databank does not know. */
const groupMember = check('group-member', 'warning', (context) => {
  const known = new Set(
    rowsOf(context, 'Педагоги').map(({ filled, row }) => initialsOf(filled.column('ФИО').text(row))),
  );
  const isKnown = (name: string): boolean =>
    context.isTeacher(name) || (/\./u.test(name) && known.has(initialsOf(name)));
  return rowsOf(context, 'Группы').flatMap(({ filled, row }): FindingOf<'group-member'>[] => {
    const members = filled.column('Состав');
    const unknown = members
      .text(row)
      .split(/[,;\n]/u)
      .map((name) => name.trim())
      .filter((name) => isName(name) && !isKnown(name));
    return unknown.length === 0
      ? []
      : [
          {
            code: 'group-member',
            at: members.at(row),
            subject: subjectOf(filled, row),
            names: unknown,
            nearest: unknown.length === 1 ? context.nearestTeacher(unknown[0] ?? '') : null,
          },
        ];
  });
});

const groupDates = check('group-dates', 'warning', (context) =>
  rowsOf(context, 'Группы').flatMap(({ filled, row }): FindingOf<'group-dates'>[] => {
    const closed = filled.column('Закрыта');
    const [from, to] = [dayOfCell(filled.column('Создана').value(row)), dayOfCell(closed.value(row))];
    return from === null || to === null || to >= from
      ? []
      : [
          {
            code: 'group-dates',
            at: closed.at(row),
            subject: subjectOf(filled, row),
            created: from,
            closed: to,
          },
        ];
  }),
);

/** Columns of «Оценка» whose sum is a part of those who took part. */
const PARTS: readonly (readonly string[])[] = [['Победителей', 'Призёров'], ['Ниже минимума']];

const partOfWhole = check('more-than-took-part', 'warning', (context) =>
  rowsOf(context, 'Оценка').flatMap(({ filled, row }) =>
    PARTS.flatMap((names): FindingOf<'more-than-took-part'>[] => {
      const took = filled.column('Участвовало').value(row);
      const parts = names.map((name) => filled.column(name));
      const sum = parts.reduce((total, { value }) => {
        const part = value(row);
        return total + (typeof part === 'number' ? part : 0);
      }, 0);
      const [first] = parts;
      return typeof took !== 'number' || first === undefined || sum <= took
        ? []
        : [
            {
              code: 'more-than-took-part',
              at: first.at(row),
              subject: subjectOf(filled, row),
              columns: names,
              part: sum,
              whole: took,
            },
          ];
    }),
  ),
);

export const WORK_CHECKS: readonly Check[] = [groupMember, groupDates, partOfWhole];
