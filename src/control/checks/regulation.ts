import { isMemberOn } from '../voting';
import { foldCase, foldLoosely } from '../../register/text';
import type { RuleCode } from '../../regulations';
import { firstCell, isBlank, memberRows, spotOf, type CheckContext } from '../context';
import type { FindingOf, Severity, Spot } from '../issue';
import type { Duty, Obligation, ObligationState } from '../obligations';
import { check, clauseOf, type Check } from './check';

/** What the regulation asks of the association (control.md, «Rules of the regulation»). */

const size = check('size', 'error', (context) => {
  const least = context.rules.number('size');
  if (least === null) return [];
  const members = context.members.filter((member) => isMemberOn(member, Math.floor(context.today))).length;
  if (members >= least) return [];
  const at = firstCell(context, 'Педагоги', 'ФИО');
  return [{ code: 'size', at, ...clauseOf(context, 'size'), members, least } satisfies FindingOf<'size'>];
});

// ---------------------------------------------------------------------------------------------------------
// Roles and the leader

const holds = (accepts: readonly string[]) => {
  const folded = new Set(accepts.map(foldCase));
  return (role: string): boolean => folded.has(foldCase(role));
};

const role = check('role', 'error', (context) =>
  context.rules.regulation.roles.flatMap(({ title, accepts, clause }): FindingOf<'role'>[] => {
    const isHeld = holds(accepts);
    const holders = memberRows(context).filter(({ filled, row }) => isHeld(filled.column('Роль').text(row)));
    if (holders.length === 0) {
      const at = firstCell(context, 'Педагоги', 'Роль');
      return [{ code: 'role', at, clause, role: title, trouble: 'empty', name: '' }];
    }
    return holders.slice(1).map(({ filled, row, name }) => ({
      code: 'role',
      at: filled.column('Роль').at(row),
      clause,
      role: title,
      trouble: 'held twice',
      name,
    }));
  }),
);

/** «руководитель» and «председатель» both head an association. */
const LEADERS = ['руководитель', 'председатель'] as const;

interface LeaderCondition {
  readonly condition: FindingOf<'leader'>['condition'];
  readonly rule: RuleCode;
  readonly column: string;
  readonly wanted: (context: CheckContext) => readonly string[];
  readonly isMet: (value: FilledValue, wanted: readonly string[]) => boolean;
}
type FilledValue = FindingOf<'leader'>['found'];

const isOneOf = (value: FilledValue, wanted: readonly string[]): boolean =>
  wanted.includes(foldLoosely(String(value)));

const LEADER_CONDITIONS: readonly LeaderCondition[] = [
  {
    condition: 'education',
    rule: 'leader-education',
    column: 'Образование',
    wanted: ({ rules }) => rules.words('leader-education'),
    isMet: (value, wanted) => isOneOf(value, wanted.map(foldLoosely)),
  },
  {
    condition: 'category',
    rule: 'leader-categories',
    column: 'Категория',
    wanted: ({ rules }) => rules.words('leader-categories'),
    isMet: (value, wanted) => isOneOf(value, wanted.map(foldLoosely)),
  },
  {
    condition: 'experience',
    rule: 'leader-experience',
    column: 'Педагогический стаж',
    wanted: ({ rules }) => {
      const years = rules.number('leader-experience');
      return years === null ? [] : [String(years)];
    },
    isMet: (value, [years]) => typeof value === 'number' && value >= Number(years),
  },
];

const leader = check('leader', 'warning', (context) => {
  const isLeader = holds(LEADERS);
  return memberRows(context)
    .filter(({ filled, row }) => isLeader(filled.column('Роль').text(row)))
    .flatMap(({ filled, row, name }) =>
      LEADER_CONDITIONS.flatMap(({ condition, rule, column, wanted, isMet }): FindingOf<'leader'>[] => {
        const asked = wanted(context);
        const found = filled.column(column).value(row);
        if (asked.length === 0 || isMet(found, asked)) return [];
        const at = filled.column(column).at(row);
        return [{ code: 'leader', at, ...clauseOf(context, rule), name, condition, found, wanted: asked }];
      }),
    );
});

// ---------------------------------------------------------------------------------------------------------
// Consent and documents

const consent = check('consent', 'error', (context) =>
  memberRows(context).flatMap(({ filled, row, name }): FindingOf<'consent'>[] => {
    const { value, at } = filled.column('Согласие на обработку данных');
    if (!isBlank(value(row))) return [];
    return [{ code: 'consent', at: at(row), ...clauseOf(context, 'consent'), name }];
  }),
);

const documentMissing = check('document-missing', 'warning', (context) => {
  const filled = context.table('Документы');
  if (filled === undefined) return [];
  const [name, date] = [filled.column('Документ'), filled.column('Дата')];
  const rows = new Map(filled.rows.map((row) => [foldLoosely(name.text(row)), row] as const));
  return context.rules.regulation.documents.flatMap((document): FindingOf<'document-missing'>[] => {
    const row = rows.get(foldLoosely(document.name));
    const { clause } = document;
    if (row === undefined) {
      const at = firstCell(context, 'Документы', 'Документ');
      return [{ code: 'document-missing', at, clause, document: document.name, trouble: 'not listed' }];
    }
    if (!isBlank(date.value(row))) return [];
    return [
      { code: 'document-missing', at: date.at(row), clause, document: document.name, trouble: 'no date' },
    ];
  });
});

// ---------------------------------------------------------------------------------------------------------
// Obligations

/** Where the thing it waits for is to be filled in: there, else on «Сроки». */
function placeOf(context: CheckContext, { code, place }: Obligation): Spot {
  if (place !== null) {
    const table = context.filled.find(({ table: each }) => each.sheet === place.sheet)?.name ?? null;
    return spotOf(place, table);
  }
  const filled = context.table('Сроки');
  const row = filled?.rows.find((each) => foldCase(filled.column('Код').text(each)) === foldCase(code));
  return filled === undefined || row === undefined
    ? firstCell(context, 'Сроки', 'Обязательство')
    : filled.column('Обязательство').at(row);
}

const term = check('term', 'warning', (context) =>
  context.obligations.flatMap((obligation): FindingOf<'term'>[] => {
    const { duty, due, state, clause } = obligation;
    if (duty.kind !== 'term' || state !== 'overdue' || due === null || duty.order === null) return [];
    const at = context.passport('orderDate') ?? placeOf(context, obligation);
    return [{ code: 'term', at, clause, order: duty.order, due }];
  }),
);

const renewal = check('renewal', 'warning', (context) =>
  context.obligations.flatMap((obligation): FindingOf<'renewal'>[] => {
    const { duty, state, clause } = obligation;
    if (duty.kind !== 'renewal' || state !== 'overdue') return [];
    const { renewed, members, oneOf } = duty;
    const at = firstCell(context, 'Педагоги', 'В составе с');
    return [{ code: 'renewal', at, clause, renewed, members, oneOf }];
  }),
);

const databankStale = check('databank-stale', 'warning', (context) =>
  context.obligations.flatMap((obligation): FindingOf<'databank-stale'>[] => {
    const { duty, state, clause } = obligation;
    if (duty.kind !== 'databank-update' || state === 'done') return [];
    const at = context.passport('databankDate') ?? placeOf(context, obligation);
    return [{ code: 'databank-stale', at, clause, updated: duty.updated }];
  }),
);

/** Duties with a check of their own. */
const OWN_CHECK: readonly Duty['kind'][] = ['term', 'renewal', 'databank-update'];

const obligation = (severity: Severity, states: readonly ObligationState[]): Check =>
  check('obligation', severity, (context) =>
    context.obligations.flatMap((each): FindingOf<'obligation'>[] => {
      const { duty, state, clause } = each;
      const hasOwn =
        OWN_CHECK.includes(duty.kind) && (state === 'overdue' || duty.kind === 'databank-update');
      if (!states.includes(state) || hasOwn) return [];
      return [{ code: 'obligation', at: placeOf(context, each), clause, obligation: each }];
    }),
  );

export const REGULATION_CHECKS: readonly Check[] = [
  size,
  consent,
  role,
  leader,
  term,
  renewal,
  databankStale,
  documentMissing,
  obligation('warning', ['overdue']),
  obligation('info', ['soon', 'risk']),
];
