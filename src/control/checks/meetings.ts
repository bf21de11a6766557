import { MOST_MEETINGS, meetingColumn } from '../../register/tables';
import { foldCase, isErrorValue } from '../../register/text';
import { cellChange, isBlank, type CheckContext } from '../context';
import type { FindingOf, Spot } from '../issue';
import type { Meeting } from '../voting';
import { isMemberOn } from '../voting';
import { check, clauseOf, type Check } from './check';

/** Meetings, who was there, and what was decided (control.md, «Between rows and tables»). */

/** The first held meeting of each number. */
function heldMeetings({ meetings }: CheckContext): ReadonlyMap<number, Meeting> {
  const held = new Map<number, Meeting>();
  for (const meeting of meetings) {
    if (meeting.held && meeting.number !== null && !held.has(meeting.number))
      held.set(meeting.number, meeting);
  }
  return held;
}

const MEETING_NUMBERS = Array.from({ length: MOST_MEETINGS }, (_, index) => index + 1);

interface Mark {
  readonly at: Spot;
  /** 0-based row of «Посещаемость». */
  readonly row: number;
  readonly name: string;
  readonly value: string;
}

/** The columns of marks, every cell of them, the empty ones too. */
function markColumns(
  context: CheckContext,
): readonly { readonly meeting: number; readonly marks: readonly Mark[] }[] {
  const filled = context.table('Посещаемость');
  if (filled === undefined) return [];
  const names = filled.column('ФИО');
  return MEETING_NUMBERS.flatMap((meeting) => {
    const column = filled.column(meetingColumn(meeting));
    if (!column.isThere) return [];
    const marks = filled.rows.map((row): Mark => {
      const name = names.value(row);
      return {
        at: column.at(row),
        row,
        name: isErrorValue(name) ? '' : String(name),
        value: isBlank(column.value(row)) ? '' : String(column.value(row)),
      };
    });
    return [{ meeting, marks }];
  });
}

/** So many names are said before «и другие». */
const NAMES_SAID = 3;

const attendanceGap = check('attendance-gap', 'warning', (context) => {
  const held = heldMeetings(context);
  return markColumns(context).flatMap(({ meeting, marks }): FindingOf<'attendance-gap'>[] => {
    const date = held.get(meeting)?.date ?? null;
    if (date === null) return [];
    const marked = new Set(marks.filter(({ value }) => value !== '').map(({ name }) => foldCase(name)));
    const unmarked = context.members.filter(
      (member) => isMemberOn(member, date) && !marked.has(foldCase(member.name)),
    );
    const missing = new Set(unmarked.map(({ name }) => foldCase(name)));
    if (unmarked.length === 0) return [];
    const at =
      marks.find(({ name, value }) => value === '' && missing.has(foldCase(name)))?.at ??
      context.table('Посещаемость')?.column(meetingColumn(meeting)).at(0);
    if (at === undefined) return [];
    const names = unmarked.slice(0, NAMES_SAID).map(({ name }) => name);
    return [{ code: 'attendance-gap', at, meeting, unmarked: unmarked.length, names }];
  });
});

/**
 * A mark for somebody who is not a member: said once for a name that is not in the databank, and of every «да» for
 * a meeting held before somebody joined or after they left; «нет» claims nothing then.
 */
const attendanceUnknown = check('attendance-unknown', 'warning', (context) => {
  const held = heldMeetings(context);
  const members = new Map(context.members.map((member) => [foldCase(member.name), member] as const));
  const names = context.table('Посещаемость')?.column('ФИО');
  const said = new Set<number>();
  return markColumns(context).flatMap(({ meeting, marks }) =>
    marks.flatMap(({ at, row, name, value }): FindingOf<'attendance-unknown'>[] => {
      if (value === '' || names === undefined) return [];
      const member = members.get(foldCase(name));
      if (member !== undefined) {
        const date = held.get(meeting)?.date ?? null;
        if (date === null || foldCase(value) !== 'да' || isMemberOn(member, date)) return [];
        return [{ code: 'attendance-unknown', at, name, trouble: 'not a member', meeting, nearest: null }];
      }
      if (said.has(row)) return [];
      said.add(row);
      if (name.trim() === '') {
        return [
          { code: 'attendance-unknown', at: names.at(row), name, trouble: 'no name', meeting, nearest: null },
        ];
      }
      const nearest = context.nearestTeacher(name);
      const finding = {
        code: 'attendance-unknown',
        at: names.at(row),
        name,
        trouble: 'not in databank',
        meeting,
        nearest,
      } as const;
      if (nearest === null) return [finding];
      return [
        {
          ...finding,
          fix: { kind: 'teacher name', changes: [cellChange(names.at(row), names.value(row), nearest)] },
        },
      ];
    }),
  );
});

const attendanceBefore = check('attendance-before', 'warning', (context) => {
  const held = heldMeetings(context);
  return markColumns(context).flatMap(({ meeting, marks }): FindingOf<'attendance-before'>[] => {
    const given = marks.filter(({ value }) => value !== '');
    const [first] = given;
    if (held.has(meeting) || first === undefined) return [];
    return [{ code: 'attendance-before', at: first.at, meeting, marks: given.length }];
  });
});

// ---------------------------------------------------------------------------------------------------------
// Numbers and dates of meetings

/** A cell of the meeting's row. */
const meetingCell = (context: CheckContext, { row }: Meeting, column: string): Spot =>
  context.table('Заседания')?.column(column).at(row) ?? { sheet: '', table: 'Заседания', row: 1, column: 1 };

const byNumber = (meetings: readonly Meeting[]): readonly (Meeting & { readonly number: number })[] =>
  meetings
    .flatMap((meeting) => (meeting.number === null ? [] : [{ ...meeting, number: meeting.number }]))
    .sort((one, other) => one.number - other.number || one.row - other.row);

const meetingNumber = check('meeting-number', 'error', (context) => {
  const seen = new Set<number>();
  const most = MOST_MEETINGS;
  return byNumber(context.meetings).flatMap((meeting): FindingOf<'meeting-number'>[] => {
    const { number } = meeting;
    const at = meetingCell(context, meeting, 'Номер');
    if (number < 1 || number > most)
      return [{ code: 'meeting-number', at, trouble: 'out of range', meeting: number, most }];
    if (seen.has(number)) return [{ code: 'meeting-number', at, trouble: 'doubled', meeting: number, most }];
    const missing = MEETING_NUMBERS.slice(0, number - 1).filter((each) => !seen.has(each));
    for (const each of [...missing, number]) seen.add(each);
    return missing.map((each) => ({ code: 'meeting-number', at, trouble: 'missing', meeting: each, most }));
  });
});

const meetingOrder = check('meeting-order', 'warning', (context) => [
  ...sameDays(context),
  ...outOfOrder(context),
]);

function sameDays(context: CheckContext): readonly FindingOf<'meeting-order'>[] {
  const first = new Map<number, Meeting>();
  return context.meetings.flatMap((meeting): FindingOf<'meeting-order'>[] => {
    const { date, number } = meeting;
    if (date === null) return [];
    const other = first.get(date);
    if (other === undefined) {
      first.set(date, meeting);
      return [];
    }
    const at = meetingCell(context, meeting, 'Дата');
    return [{ code: 'meeting-order', at, trouble: 'same day', meeting: number, other: other.number, date }];
  });
}

function outOfOrder(context: CheckContext): readonly FindingOf<'meeting-order'>[] {
  const dated = byNumber(context.meetings).filter(({ date }) => date !== null);
  return dated.flatMap((meeting, index): FindingOf<'meeting-order'>[] => {
    const before = dated[index - 1];
    const { date, number } = meeting;
    if (before === undefined || date === null || before.date === null) return [];
    if (before.number === number || date >= before.date) return [];
    const at = meetingCell(context, meeting, 'Дата');
    return [
      { code: 'meeting-order', at, trouble: 'out of order', meeting: number, other: before.number, date },
    ];
  });
}

// ---------------------------------------------------------------------------------------------------------
// Decisions

const decisionCell = (context: CheckContext, row: number, column: string): Spot =>
  context.table('Решения')?.column(column).at(row) ?? { sheet: '', table: 'Решения', row: 1, column: 1 };

const votes = check('votes', 'error', (context) =>
  context.decisions.flatMap(({ row, text, assembly }): FindingOf<'votes'>[] => {
    const filled = context.table('Решения');
    if (assembly.present === null || filled === undefined) return [];
    // whatever of the three is given may not be more than there were people
    const given = ['За', 'Против', 'Воздержались'].map((column) => filled.column(column).value(row));
    const sum = given.reduce<number>(
      (total, value) => total + (typeof value === 'number' && value > 0 ? value : 0),
      0,
    );
    if (sum <= assembly.present) return [];
    return [
      {
        code: 'votes',
        at: decisionCell(context, row, 'За'),
        subject: text,
        votes: sum,
        present: assembly.present,
      },
    ];
  }),
);

const noQuorum = check('no-quorum', 'error', (context) => {
  const without = new Map([...heldMeetings(context)].filter(([, { quorum }]) => quorum === 'not reached'));
  return context.decisions.flatMap(({ row, text, meeting }): FindingOf<'no-quorum'>[] => {
    const held = meeting === null ? undefined : without.get(meeting);
    if (held === undefined || meeting === null || text === '') return [];
    return [
      {
        code: 'no-quorum',
        at: decisionCell(context, row, 'Решили'),
        ...clauseOf(context, 'quorum'),
        subject: text,
        meeting,
        present: held.present ?? 0,
        members: held.members ?? 0,
      },
    ];
  });
});

/** Written down as decided, though the votes do not carry it under this regulation. */
const notPassed = check('not-passed', 'error', (context) =>
  context.decisions.flatMap(({ row, text, outcome, votes: counted }): FindingOf<'not-passed'>[] => {
    if (outcome !== 'not passed' || text === '' || counted === null) return [];
    return [
      {
        code: 'not-passed',
        at: decisionCell(context, row, 'Решили'),
        ...clauseOf(context, 'majority'),
        subject: text,
        inFavour: counted.inFavour,
        against: counted.against,
      },
    ];
  }),
);

export const MEETING_CHECKS: readonly Check[] = [
  meetingNumber,
  votes,
  noQuorum,
  notPassed,
  attendanceGap,
  attendanceUnknown,
  attendanceBefore,
  meetingOrder,
];
