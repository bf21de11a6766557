import { dayOfCell } from '../../control/cells';
import { readDecisions, readMeetings, type Meeting } from '../../control/voting';
import { teacherAccounts } from '../../indicators/evaluate';
import {
  ASSOCIATION,
  ATTESTED,
  DECISIONS_TAKEN,
  DEFICITS,
  MEETINGS_HELD,
  MEMBERS,
  NO_TEACHER,
  MOVEMENT,
  PLAN_DONE,
  PROFILE,
  SELF_EDUCATION,
  YOUNG,
  onDate,
  type Counted,
  type MeetingFact,
} from '../../messages/documents/analysis';
import { plainSpaces } from '../../register/personName';
import { foldLoosely } from '../../register/text';
import {
  indicatorFacts,
  joinFacts,
  listOf,
  nothingIn,
  paragraph,
  type FactContext,
  type Facts,
} from './context';
import { grouped, type Row } from './rows';

/** Facts of the association itself: its people, its meetings, its plan. */

type Teacher = Row<'Педагоги'>;

const nameOf = ({ short }: FactContext, row: Teacher): string => short(row.text('ФИО')) || NO_TEACHER;

/** Rows of the databank of this standing, as its «Учёт» has it. */
function teachersWho(context: FactContext, standing: string): readonly Teacher[] {
  const accounts = teacherAccounts(context.register);
  return context.rows('Педагоги').filter(({ at }) => accounts[at] === standing);
}

const countedTeachers = (context: FactContext): readonly Teacher[] => teachersWho(context, 'учтено');

export function associationFacts(context: FactContext): Facts {
  const { register, rules } = context;
  const members = [...countedTeachers(context), ...teachersWho(context, 'не педагог')];
  const offices = rules.regulation.roles.map(({ title, accepts }) => ({
    title,
    names: members
      .filter((row) => accepts.some((role) => row.says('Роль', role)))
      .map((row) => nameOf(context, row)),
  }));
  const held = offices.filter(({ names }) => names.length > 0);
  const { topic, orderNumber, orderDate } = register.passport;
  const [said, order, day] = [
    plainSpaces(String(topic)),
    plainSpaces(String(orderNumber)),
    dayOfCell(orderDate),
  ];
  const isOrdered = order !== '' || day !== null;
  return {
    blocks: [
      ...(held.length === 0 ? [] : [paragraph(ASSOCIATION.offices(held))]),
      ...(isOrdered ? [paragraph(ASSOCIATION.order(order, day))] : []),
      ...(said === '' ? [] : [paragraph(ASSOCIATION.topic(said))]),
    ],
    missing: [
      ...offices.filter(({ names }) => names.length === 0).map(({ title }) => ASSOCIATION.noHolder(title)),
      ...(isOrdered ? [] : [ASSOCIATION.noOrder]),
      ...(said === '' ? [ASSOCIATION.noTopic] : []),
    ],
  };
}

export function memberFacts(context: FactContext): Facts {
  const teachers = countedTeachers(context);
  if (context.rows('Педагоги').length === 0) {
    return joinFacts([{ blocks: [], missing: [nothingIn(context, 'Педагоги', '')] }]);
  }
  const numbers = indicatorFacts(context, ['1', ...(context.cites ? FORM_ROWS : [])]);
  const { institution } = context.words;
  const organisations = valuesOf(teachers, 'Организация');
  const others = teachersWho(context, 'не педагог').map((row) => nameOf(context, row));
  const heading = organisations.length === 1 ? institution.one : institution.many;
  return {
    blocks: [
      ...numbers.blocks,
      ...(organisations.length === 0 ? [] : [paragraph(MEMBERS.organisations(heading, organisations))]),
      ...valuesSaid(context, teachers, 'Образование', MEMBERS.educations),
      ...valuesSaid(context, teachers, 'Категория', MEMBERS.categories),
      ...(others.length === 0 ? [] : [paragraph(MEMBERS.others(others))]),
    ],
    missing: numbers.missing,
  };
}

const FORM_ROWS = ['1.1', '1.2', '1.3', '1.4', '1.5'];

const valuesOf = (
  teachers: readonly Teacher[],
  column: 'Организация' | 'Образование' | 'Категория',
): Counted[] =>
  grouped(
    teachers.filter((row) => row.text(column) !== ''),
    (row) => row.text(column),
  )
    .map((rows) => ({ word: rows[0]?.text(column) ?? '', count: rows.length }))
    .sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1));

function valuesSaid(
  context: FactContext,
  teachers: readonly Teacher[],
  column: 'Образование' | 'Категория',
  what: string,
): Facts['blocks'] {
  const values = valuesOf(teachers, column);
  const without = teachers.filter((row) => row.text(column) === '').map((row) => nameOf(context, row));
  if (values.length === 0 && without.length === 0) return [];
  return [
    paragraph(
      MEMBERS.values(what, [
        ...(values.length === 0 ? [] : [MEMBERS.counts(values, teachers.length)]),
        ...(without.length === 0 ? [] : [MEMBERS.none(without)]),
      ]),
    ),
  ];
}

const isIn = ({ period }: FactContext, day: number | null): day is number =>
  day !== null && day >= period.begin && day <= period.end;

export function movementFacts(context: FactContext): Facts {
  const dated = (column: 'В составе с' | 'Выбыл'): readonly string[] =>
    context.rows('Педагоги').flatMap((row) => {
      const day = row.day(column);
      return isIn(context, day) && row.text('ФИО') !== '' ? [`${nameOf(context, row)} (${onDate(day)})`] : [];
    });
  const [joined, left] = [dated('В составе с'), dated('Выбыл')];
  return {
    blocks: [
      ...(joined.length === 0 ? [] : [paragraph(MOVEMENT.joined(joined))]),
      ...(left.length === 0 ? [] : [paragraph(MOVEMENT.left(left))]),
    ],
    missing: joined.length + left.length === 0 ? [MOVEMENT.none] : [],
  };
}

export function profileFacts(context: FactContext): Facts {
  const teachers = countedTeachers(context);
  const numbers = indicatorFacts(context, ['5']);
  const named = (rows: readonly Teacher[]): readonly string[] => rows.map((row) => nameOf(context, row));
  const yes = named(teachers.filter((row) => row.says('Профильные классы', 'да')));
  const unknown = named(
    teachers.filter((row) => !row.says('Профильные классы', 'да') && !row.says('Профильные классы', 'нет')),
  );
  if (teachers.length === 0)
    return { blocks: [], missing: [nothingIn(context, 'Педагоги', 'учтённые педагоги')] };
  return {
    blocks: [
      ...numbers.blocks,
      ...(yes.length === 0 ? [] : [paragraph(PROFILE.names(yes))]),
      ...(unknown.length === 0 ? [] : [paragraph(PROFILE.unknown(unknown))]),
    ],
    missing: numbers.missing,
  };
}

export function selfEducationFacts(context: FactContext): Facts {
  const teachers = countedTeachers(context);
  if (teachers.length === 0)
    return { blocks: [], missing: [nothingIn(context, 'Педагоги', 'учтённые педагоги')] };
  const withTopic = teachers.filter((row) => row.text('Тема самообразования') !== '');
  const without = teachers.filter((row) => row.text('Тема самообразования') === '');
  if (withTopic.length === 0) return { blocks: [], missing: [SELF_EDUCATION.none] };
  return {
    blocks: [
      ...listOf(
        SELF_EDUCATION.total(withTopic.length, teachers.length),
        withTopic.map((row) => SELF_EDUCATION.item(nameOf(context, row), row.text('Тема самообразования'))),
      ),
      ...(without.length === 0
        ? []
        : [paragraph(SELF_EDUCATION.without(without.map((row) => nameOf(context, row))))]),
    ],
    missing: [],
  };
}

export function deficitFacts(context: FactContext): Facts {
  const teachers = countedTeachers(context).filter((row) => row.text('Профессиональные дефициты') !== '');
  if (teachers.length === 0) return { blocks: [], missing: [DEFICITS.none] };
  const groups = grouped(teachers, (row) => row.text('Профессиональные дефициты'));
  return {
    blocks: listOf(
      DEFICITS.total(teachers.length),
      groups.map((rows) =>
        DEFICITS.item(
          rows[0]?.text('Профессиональные дефициты') ?? '',
          rows.map((row) => nameOf(context, row)),
        ),
      ),
    ),
    missing: [],
  };
}

export function youngTeacherFacts(context: FactContext): Facts {
  const members = [...countedTeachers(context), ...teachersWho(context, 'не педагог')];
  const groups = grouped(
    members.filter((row) => row.text('Статус') !== ''),
    (row) => row.text('Статус'),
  );
  if (groups.length === 0) return { blocks: [], missing: [YOUNG.none] };
  return {
    blocks: groups.map((rows) =>
      paragraph(
        YOUNG.status(
          foldLoosely(rows[0]?.text('Статус') ?? ''),
          rows.map((row) => YOUNG.person(nameOf(context, row), context.short(row.text('Наставник')))),
        ),
      ),
    ),
    missing: [],
  };
}

export function attestationFacts(context: FactContext): Facts {
  const items = countedTeachers(context).flatMap((row) => {
    const day = row.day('Дата аттестации');
    return isIn(context, day) ? [ATTESTED.item(nameOf(context, row), row.text('Категория'), day)] : [];
  });
  return items.length === 0
    ? { blocks: [], missing: [ATTESTED.none] }
    : { blocks: listOf(ATTESTED.lead(items.length), items), missing: [] };
}

// ---------------------------------------------------------------------------------------------------------
// Meetings, decisions, plan

export function meetingFacts(context: FactContext): Facts {
  const { register, rules, today } = context;
  const all = readMeetings(register, rules, today);
  if (all.length === 0) return { blocks: [], missing: [nothingIn(context, 'Заседания', '')] };
  const isOutside = ({ date }: Meeting): boolean => date !== null && !isIn(context, date);
  const inside = all.filter((meeting) => !isOutside(meeting));
  const facts = (meetings: readonly Meeting[]): readonly MeetingFact[] =>
    meetings.map((meeting) => meetingFact(context, meeting));
  const held = inside.filter((meeting) => meeting.held);
  const ahead = facts(inside.filter((meeting) => !meeting.held));
  const outside = facts(all.filter(isOutside));
  const least = rules.number('meetings');
  const lead =
    held.length === 0
      ? MEETINGS_HELD.noneHeld
      : MEETINGS_HELD.held(held.length, least, rules.clause('meetings'));
  return {
    blocks: [
      ...(held.length === 0 ? [paragraph(lead)] : listOf(lead, facts(held).map(MEETINGS_HELD.item))),
      ...(ahead.length === 0 ? [] : [paragraph(MEETINGS_HELD.ahead(ahead))]),
      ...(outside.length === 0 ? [] : [paragraph(MEETINGS_HELD.outside(outside))]),
    ],
    missing: [],
  };
}

/** Who took part is counted as the form counts it, where it has a row for the meeting. */
function meetingFact(context: FactContext, { number, date, topic, present, row }: Meeting): MeetingFact {
  const result = number === null ? undefined : context.indicator(`2.${String(number)}`);
  const count = result === undefined ? present : result.value;
  const form =
    context
      .rows('Заседания')
      .find(({ at }) => at === row)
      ?.text('Форма') ?? '';
  return {
    number,
    date,
    topic: plainSpaces(topic),
    form,
    present: count === null ? null : MEETINGS_HELD.present(count),
    reference: result === undefined || count === null || !context.cites ? '' : ` (показатель ${result.no})`,
  };
}

export function decisionFacts(context: FactContext): Facts {
  const { register, rules, today, period } = context;
  const meetings = readMeetings(register, rules, today);
  const outside = new Set(
    meetings.flatMap(({ number, date }) =>
      number !== null && date !== null && (date < period.begin || date > period.end) ? [number] : [],
    ),
  );
  const decisions = readDecisions(register, rules, meetings).filter(
    ({ meeting }) => meeting === null || !outside.has(meeting),
  );
  if (decisions.length === 0) {
    return { blocks: [], missing: [nothingIn(context, 'Решения', 'решения за отчётный период')] };
  }
  const said = (chosen: typeof decisions): readonly string[] =>
    chosen.map(({ meeting, text, responsible, due }) =>
      DECISIONS_TAKEN.item(meeting, plainSpaces(text).replace(/\.$/u, ''), context.short(responsible), due),
    );
  const open = decisions.filter(({ fulfilled, outcome }) => fulfilled === null && outcome !== 'not passed');
  const isLate = ({ due }: (typeof decisions)[number]): boolean => due !== null && due < Math.floor(today);
  const refused = decisions.filter(({ outcome }) => outcome === 'not passed');
  return {
    blocks: [
      paragraph(
        DECISIONS_TAKEN.total(
          decisions.length,
          decisions.filter(({ fulfilled }) => fulfilled !== null).length,
        ),
      ),
      ...(refused.length === 0 ? [] : [paragraph(DECISIONS_TAKEN.notPassed(said(refused)))]),
      ...listOf(DECISIONS_TAKEN.overdue, said(open.filter(isLate))),
      ...listOf(DECISIONS_TAKEN.pending, said(open.filter((decision) => !isLate(decision)))),
    ],
    missing: [],
  };
}

export function planFacts(context: FactContext): Facts {
  const lines = context.rows('План').filter((row) => row.text('Мероприятие') !== '');
  if (lines.length === 0) return { blocks: [], missing: [nothingIn(context, 'План', 'мероприятия')] };
  const item =
    (column: 'Выполнено' | 'Окончание') =>
    (row: Row<'План'>): string =>
      PLAN_DONE.item(row.text('Мероприятие'), row.day(column), context.short(row.text('Ответственный')));
  const done = lines.filter((row) => row.text('Выполнено') !== '');
  const open = lines.filter((row) => row.text('Выполнено') === '');
  const isLate = (row: Row<'План'>): boolean => {
    const end = row.day('Окончание');
    return end !== null && end < Math.floor(context.today);
  };
  return {
    blocks: [
      paragraph(PLAN_DONE.total(lines.length, done.length)),
      ...listOf(PLAN_DONE.done, done.map(item('Выполнено'))),
      ...listOf(PLAN_DONE.overdue, open.filter(isLate).map(item('Окончание'))),
      ...listOf(PLAN_DONE.pending, open.filter((row) => !isLate(row)).map(item('Окончание'))),
    ],
    missing: [],
  };
}
