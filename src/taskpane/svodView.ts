import type { SvodReport } from '../usecases/contract';

/** What joining came to, as the pane tells it. */

type Svod = SvodReport['svod'];
type Association = Svod['associations'][number];

export interface AssociationView extends Pick<Association, 'name' | 'file' | 'isAnonymous' | 'readiness'> {
  readonly overdue: number;
  /** The next thing that is due; null: nothing with a date is left. */
  readonly next: { readonly title: string; readonly due: number; readonly daysLeft: number } | null;
  /** Rows of its form that differ from what was counted anew. */
  readonly differing: readonly string[];
}

/** Associations with the least complete first: those are the ones to be asked. */
export function viewAssociations({ associations }: Svod): readonly AssociationView[] {
  return associations
    .map(({ name, file, isAnonymous, readiness, deadlines, discrepancies }): AssociationView => {
      const dated = deadlines.flatMap(({ title, due, daysLeft, state }) =>
        due === null || daysLeft === null ? [] : [{ title, due, daysLeft, state }],
      );
      const ahead = dated
        .filter(({ daysLeft }) => daysLeft >= 0)
        .sort((one, other) => one.daysLeft - other.daysLeft)[0];
      return {
        name,
        file,
        isAnonymous,
        readiness,
        overdue: deadlines.filter(({ state }) => state === 'overdue').length,
        next: ahead === undefined ? null : { title: ahead.title, due: ahead.due, daysLeft: ahead.daysLeft },
        differing: discrepancies.map(({ no }) => no),
      };
    })
    .sort(
      (one, other) =>
        one.readiness.percent - other.readiness.percent || one.name.localeCompare(other.name, 'ru'),
    );
}

/** How far reading is, from 0 to 1. */
export const shareOf = ({ done, total }: { readonly done: number; readonly total: number }): number =>
  total === 0 ? 1 : done / total;
