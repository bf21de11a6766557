import type { Shortfall } from '../register/notices';
import { listValues } from '../register/parse';
import { columnsOf } from '../register/tables';
import { foldCase } from '../register/text';
import { REGULATION_CHECKS } from './checks/regulation';
import { checkContext, isBlank, type CheckContext, type CheckInput } from './context';
import type { Finding } from './issue';
import { deriveObligations, type Obligation } from './obligations';

/** A register under the rules of one regulation. */
export type Governed = Pick<CheckInput, 'snapshot' | 'register' | 'rules'>;

/**
 * What a change of regulation leaves wanting, told by what the checks go by: only what fell short of nothing before
 * it. `after`: the register as the change leaves it.
 */
export function regulationShortfall(before: Governed, after: Governed, today: number): readonly Shortfall[] {
  const [was, is] = [contextOf(before, today), contextOf(after, today)];
  return [
    ...outsideLists(before, after),
    ...members(was, is),
    ...roles(was, is),
    ...leader(was, is),
    ...meetings(was, is),
    ...decisions(was, is),
  ];
}

function contextOf(governed: Governed, today: number): CheckContext {
  const obligations = deriveObligations(governed.register, governed.rules, today, null);
  return checkContext({ ...governed, today, obligations, indicators: [] });
}

/** Values of the databank that were in their list and are no more. */
function outsideLists(before: Governed, after: Governed): readonly Shortfall[] {
  const table = after.register.tables.Педагоги;
  if (table === undefined) return [];
  return columnsOf('Педагоги').flatMap(({ name, list }): Shortfall[] => {
    if (list === undefined || list === 'Педагоги' || list === 'Организации') return [];
    const [was, is] = [before, after].map(
      ({ snapshot }) => new Set(listValues(snapshot, list).map((value) => foldCase(String(value)))),
    );
    const at = table.indexOf(name);
    const values = table.rows.flatMap((row) => {
      const value = foldCase(String(row[at] ?? ''));
      return !isBlank(value) && was?.has(value) === true && is?.has(value) === false ? [value] : [];
    });
    return values.length === 0
      ? []
      : [{ code: 'outside-list', column: name, count: values.length, values: [...new Set(values)] }];
  });
}

function findings(context: CheckContext, code: Finding['code']): readonly Finding[] {
  return REGULATION_CHECKS.filter((check) => check.code === code).flatMap(({ run }) => run(context));
}

function members(was: CheckContext, is: CheckContext): readonly Shortfall[] {
  const [least, lessThan] = [is, was].map(({ rules }) => rules.number('size') ?? 0);
  if (least === undefined || lessThan === undefined || least <= lessThan) return [];
  return findings(is, 'size').flatMap((finding): Shortfall[] =>
    finding.code === 'size'
      ? [
          {
            code: 'members-short',
            association: is.rules.regulation.words.association,
            members: finding.members,
            least,
            clause: is.rules.clause('size'),
          },
        ]
      : [],
  );
}

const vacantRoles = (context: CheckContext): ReadonlyMap<string, string> =>
  new Map(
    findings(context, 'role').flatMap((finding) =>
      finding.code === 'role' && finding.trouble === 'empty' ? [[finding.role, finding.clause ?? '']] : [],
    ),
  );

function roles(was: CheckContext, is: CheckContext): readonly Shortfall[] {
  const before = vacantRoles(was);
  const vacant = [...vacantRoles(is)].filter(([role]) => !before.has(role));
  if (vacant.length === 0) return [];
  const clause = [...new Set(vacant.map(([, each]) => each))].join(', ');
  return [{ code: 'roles-vacant', roles: vacant.map(([role]) => role), clause }];
}

function leader(was: CheckContext, is: CheckContext): readonly Shortfall[] {
  const unmet = (context: CheckContext): readonly Unmet[] =>
    findings(context, 'leader').flatMap((finding): Unmet[] => {
      if (finding.code !== 'leader') return [];
      const { name, condition, wanted, clause = '' } = finding;
      return [{ name, clause, condition: [name, condition, ...wanted].join('\n') }];
    });
  const before = new Set(unmet(was).map(({ condition }) => condition));
  const names = new Map(
    unmet(is).flatMap(({ name, clause, condition }) =>
      before.has(condition) ? [] : [[name, clause] as const],
    ),
  );
  return [...names].map(([name, clause]) => ({ code: 'leader-unmet', name, clause }));
}

/** A condition on the leader that somebody does not meet. */
interface Unmet {
  readonly name: string;
  readonly condition: string;
  readonly clause: string;
}

function meetings(was: CheckContext, is: CheckContext): readonly Shortfall[] {
  const without = (context: CheckContext): readonly number[] =>
    context.meetings.flatMap(({ number, quorum }) =>
      quorum === 'not reached' && number !== null ? [number] : [],
    );
  const before = without(was);
  const numbers = without(is).filter((number) => !before.includes(number));
  const missed = missedMeetings(is.obligations);
  return [
    ...(numbers.length === 0
      ? []
      : [{ code: 'meetings-without-quorum', meetings: numbers, clause: is.rules.clause('quorum') } as const]),
    ...(missed <= missedMeetings(was.obligations)
      ? []
      : [{ code: 'meetings-missed', count: missed, clause: is.rules.clause('meetings') } as const]),
  ];
}

/** Meetings whose time is over. */
const missedMeetings = (obligations: readonly Obligation[]): number =>
  obligations.reduce((count, { duty, state }) => {
    if (state !== 'overdue') return count;
    if (duty.kind === 'meeting') return count + 1;
    return duty.kind === 'meetings' ? count + duty.required - duty.held : count;
  }, 0);

function decisions(was: CheckContext, is: CheckContext): readonly Shortfall[] {
  const lost = (context: CheckContext): readonly number[] =>
    context.decisions.flatMap(({ row, outcome, text }) =>
      outcome === 'not passed' && text !== '' ? [row] : [],
    );
  const before = lost(was);
  const count = lost(is).filter((row) => !before.includes(row)).length;
  return count === 0 ? [] : [{ code: 'decisions-not-passed', count, clause: is.rules.clause('majority') }];
}
