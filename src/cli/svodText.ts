import type { Svod } from '../department/svod';
import { OUTPUT } from '../messages/cli';

/** What `merge` prints: every association with how far it is, and who has not sent. */
export function svodText({ associations, absent }: Svod): string {
  const { joined, readiness, overdue, absent: notSent } = OUTPUT.department;
  const widest = Math.max(0, ...associations.map(({ name }) => name.length));
  const lines = associations.map(({ name, readiness: { rowsWithValue, rows }, deadlines }) => {
    const late = deadlines.filter(({ state }) => state === 'overdue').length;
    return `  ${name.padEnd(widest)}  ${readiness(rowsWithValue, rows)}${late === 0 ? '' : `, ${overdue(late)}`}`;
  });
  return [
    joined(associations.length),
    ...lines,
    ...(absent === null || absent.length === 0 ? [] : [notSent(absent)]),
    '',
  ].join('\n');
}
