import type { RowList } from '../../register/lists';
import { isErrorValue } from '../../register/text';
import { cellChange, isBlank, type CheckContext } from '../context';
import type { Fix, FindingOf } from '../issue';
import { check, subjectOf, type Check } from './check';

/** Names in records that stand nowhere (control.md, «Between rows and tables»). */

/** Every filled cell of the columns of this name that hold names of the list; «Педагог» of the databank says yes or no. */
const cellsNamed = (context: CheckContext, name: string, list: RowList) =>
  context.filled.flatMap((filled) => {
    const column = filled.columns.find(
      ({ definition }) => definition.name === name && definition.list === list,
    );
    if (column === undefined) return [];
    return filled.rows.flatMap((row) => {
      const value = column.value(row);
      return isBlank(value) || isErrorValue(value)
        ? []
        : [{ at: column.at(row), value, subject: subjectOf(filled, row) }];
    });
  });

const unknownTeacher = check('unknown-teacher', 'error', (context) =>
  cellsNamed(context, 'Педагог', 'Педагоги').flatMap(({ at, value }): FindingOf<'unknown-teacher'>[] => {
    if (context.isTeacher(value)) return [];
    const nearest = context.nearestTeacher(String(value));
    const finding = { code: 'unknown-teacher', at, name: String(value), nearest } as const;
    if (nearest === null) return [finding];
    const fix: Fix = { kind: 'teacher name', changes: [cellChange(at, value, nearest)] };
    return [{ ...finding, fix }];
  }),
);

/** Says nothing while no organisation is listed at all. */
const unknownOrganisation = check('unknown-org', 'warning', (context) =>
  cellsNamed(context, 'Организация', 'Организации').flatMap(
    ({ at, value, subject }): FindingOf<'unknown-org'>[] => {
      if (!context.knowsOrganisations || context.isOrganisation(value)) return [];
      const nearest = context.nearestOrganisation(String(value));
      const finding = { code: 'unknown-org', at, subject, name: String(value), nearest } as const;
      if (nearest === null) return [finding];
      const fix: Fix = { kind: 'organisation name', changes: [cellChange(at, value, nearest)] };
      return [{ ...finding, fix }];
    },
  ),
);

export const REFERENCE_CHECKS: readonly Check[] = [unknownTeacher, unknownOrganisation];
