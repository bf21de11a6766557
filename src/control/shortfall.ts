import type { Shortfall } from '../register/notices';
import { REGULATION_CHECKS } from './checks/regulation';
import { checkContext, type CheckContext, type CheckInput } from './context';
import type { Finding } from './issue';
import { deriveObligations, type Obligation } from './obligations';
import type { AppliedRules } from './rules';

/** A register and the day it is looked at. */
type Workbook = Pick<CheckInput, 'snapshot' | 'register' | 'today'>;

/**
 * What a change of regulation leaves wanting, told by what the checks go by: only what fell short of nothing under
 * the rules applied before.
 */
export function regulationShortfall(
  workbook: Workbook,
  before: AppliedRules,
  after: AppliedRules,
): readonly Shortfall[] {
  const [was, is] = [contextUnder(workbook, before), contextUnder(workbook, after)];
  return [
    ...members(was, is),
    ...roles(was, is),
    ...leader(was, is),
    ...meetings(was, is),
    ...decisions(was, is),
  ];
}

function contextUnder(workbook: Workbook, rules: AppliedRules): CheckContext {
  const obligations = deriveObligations(workbook.register, rules, workbook.today, null);
  return checkContext({ ...workbook, rules, obligations, indicators: [] });
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
