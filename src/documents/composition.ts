import { longDate } from '../messages/documents/dates';
import { COMPOSITION, LIST_COLUMNS, NOBODY } from '../messages/documents/lists';
import { dayOf } from '../register/dates';
import { dayOfCell } from '../control/cells';
import type { Facts } from './facts';
import { approvalsOf, fieldsBlock, joined, part, titleOf, type Part } from './fill';
import {
  membersNow,
  nameColumn,
  organisationColumn,
  peopleTable,
  postColumn,
  shortNames,
  splitBy,
} from './peopleTable';

/** Who the association consists of, to be approved. */
export function compositionOf(facts: Facts): Part {
  const { title, approval } = facts.rules.regulation.forms.composition;
  const members = membersNow(facts);
  const { unknown } = splitBy(facts, members, (row) => row.text('Роль') !== '');
  const signed = dayOfCell(facts.register.passport.orderDate);
  const order = COMPOSITION.orderShown(
    facts.passport('orderNumber'),
    signed === null ? '' : longDate(signed),
  );
  const columns = [
    nameColumn(34),
    postColumn(20),
    organisationColumn(facts, 22),
    { title: LIST_COLUMNS.role, share: 20, value: (_: unknown, row: RoleRow) => row.text('Роль') },
  ];
  return joined(
    approvalsOf(facts, [approval], dayOf(facts.day).year),
    titleOf(facts, title),
    part(
      [fieldsBlock({ label: COMPOSITION.order, value: order }), peopleTable(facts, columns, members, NOBODY)],
      [
        ...(order === '' ? [COMPOSITION.gaps.order] : []),
        ...(members.length === 0 ? [`${NOBODY}.`] : []),
        ...(unknown.length === 0 ? [] : [COMPOSITION.gaps.role(shortNames(facts, unknown))]),
      ],
    ),
  );
}

type RoleRow = Parameters<Parameters<typeof splitBy>[2]>[0];
