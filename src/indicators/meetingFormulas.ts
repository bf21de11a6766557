import { meetingColumn } from '../register/tables';
import {
  databankRow,
  literal,
  ruleIs,
  ruleText,
  type ColumnFormulaDefinition,
  type References,
} from './references';

/**
 * Meetings and votes as formulas (regulations.md, «Meetings»): members are those of the meeting's day, present
 * are the «да» of those, guests never count. The engine (src/control/voting.ts) counts the same apart from them.
 */

/** The words of «Кворум» and «Итог», as people read them. */
export const QUORUM_WORDS = {
  'not set': 'не установлен',
  reached: 'есть',
  'not reached': 'нет',
  unknown: 'нет данных',
} as const;

export const OUTCOME_WORDS = {
  passed: 'принято',
  'not passed': 'не принято',
  'no data': 'нет данных',
} as const;

/** Later than any day of a spreadsheet: the end of a membership that has none. */
const NEVER = 2_958_466;

/** Whether a cell holds a date; text and errors are none. */
export const isDate = (cell: string): string => `IF(ISNUMBER(${cell}),${cell}>=1,FALSE)`;

/** Whether a date of the row lies before the end of «Дата расчёта». */
const isHeld = (date: string, refs: References): string =>
  `IF(ISNUMBER(${date}),AND(${date}>=1,${date}<${refs.rule('heldBefore')}),FALSE)`;

/** Whether this row is the first to hold that value of the column. */
const isFirst = (
  value: string,
  table: 'Педагоги' | 'Посещаемость',
  column: string,
  refs: References,
): string => `MATCH(${value},${refs.column(table, column)},0)=ROW()-ROW(${refs.header(table, column)})`;

/** Criteria of COUNTIFS for the members of a day; `nextDay`: the day after it, a whole number. */
export const membersOn = (table: 'Педагоги' | 'Посещаемость', nextDay: string, refs: References): string =>
  `${refs.column(table, 'Член с')},"<"&${nextDay},${refs.column(table, 'Член до')},">="&${nextDay}`;

/** Membership as numbers, once a name: the first row of a name is what every record finds. */
function membershipFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'Педагоги';
  const cell = (column: string): string => refs.cell(table, column);
  const name = cell('ФИО');
  const day = (column: string, otherwise: number): string =>
    `IF(${isDate(cell(column))},${cell(column)},${String(otherwise)})`;
  // a number in the place of a name is not found by its text; nobody but itself is called so
  const first = `IFERROR(${databankRow(name, refs)}=ROW()-ROW(${refs.header(table, 'ФИО')}),TRUE)`;
  return [
    {
      table,
      column: 'Член с',
      formula: `=IFERROR(IF(${name}="","",IF(${first},${day('В составе с', 0)},"")),"")`,
    },
    { table, column: 'Член до', formula: `=${day('Выбыл', NEVER)}` },
  ];
}

/** «Посещаемость» looks each name up once; a name that stands there twice counts once. */
function attendanceFormulas(refs: References, meetings: number): readonly ColumnFormulaDefinition[] {
  const table = 'Посещаемость';
  const [name, row] = [refs.cell(table, 'ФИО'), refs.cell(table, 'Строка педагога')];
  const ofTeacher = (column: string): string => `INDEX(${refs.column('Педагоги', column)},${row})`;
  const attended = Array.from(
    { length: meetings },
    (_, index) => `(${refs.cell(table, meetingColumn(index + 1))}="да")`,
  ).join('+');
  const once = (column: string): string =>
    `=IFERROR(IF(${row}=0,"",IF(${isFirst(row, table, 'Строка педагога', refs)},${ofTeacher(column)},"")),"")`;
  return [
    { table, column: 'Посещено', formula: `=IF(${name}="","",IFERROR(0+${attended},""))` },
    {
      table,
      column: 'Член',
      formula: `=IF(${row}=0,0,IFERROR(IF(OR(${ofTeacher('Учёт')}="выбыл",${ofTeacher('Учёт')}="ещё не в составе"),0,1),0))`,
    },
    { table, column: 'Строка педагога', formula: `=IFERROR(IF(${name}="",0,${databankRow(name, refs)}),0)` },
    { table, column: 'Член с', formula: once('Член с') },
    { table, column: 'Член до', formula: once('Член до') },
  ];
}

function meetingRowFormulas(refs: References, meetings: number): readonly ColumnFormulaDefinition[] {
  const table = 'Заседания';
  const [number, date] = [refs.cell(table, 'Номер'), refs.cell(table, 'Дата')];
  const held = isHeld(date, refs);
  const nextDay = `(INT(${date})+1)`;
  const present = Array.from({ length: meetings }, (_, index) => index + 1).reduceRight(
    (otherwise, meeting) => {
      const marks = refs.column('Посещаемость', meetingColumn(meeting));
      const counted = `COUNTIFS(${marks},"да",${membersOn('Посещаемость', nextDay, refs)})`;
      return `IF(${number}&""=${literal(String(meeting))},IF(COUNTIFS(${marks},"<>")>0,${counted},NA()),${otherwise})`;
    },
    'NA()',
  );
  const [presentCell, membersCell] = [refs.cell(table, 'Присутствовало'), refs.cell(table, 'Членов на дату')];
  const measured = `IF(ISNUMBER(${presentCell}),IF(${presentCell}*2>${membersCell},${literal(QUORUM_WORDS.reached)},${literal(QUORUM_WORDS['not reached'])}),${literal(QUORUM_WORDS.unknown)})`;
  return [
    {
      table,
      column: 'Присутствовало',
      formula: `=IFERROR(IF(${isDate(date)},${present},NA()),IF(${held},"нет данных",""))`,
    },
    {
      table,
      column: 'Кворум',
      formula:
        `=IFERROR(IF(${number}&${date}="","",IF(${ruleText('quorum', refs)}="",${literal(QUORUM_WORDS['not set'])},` +
        `IF(${ruleIs('quorum', 'более половины членов', refs)},IF(${held},${measured},""),${literal(QUORUM_WORDS.unknown)}))),"ошибка в строке")`,
    },
    {
      table,
      column: 'Состояние',
      formula: `=IFERROR(IF(${number}&${date}="","",IF(${date}="","нет даты",IF(NOT(${isDate(date)}),"дата не распознана",IF(${held},"проведено","запланировано")))),"ошибка в строке")`,
    },
    {
      table,
      column: 'Членов на дату',
      formula: `=IF(${isDate(date)},COUNTIFS(${membersOn('Педагоги', nextDay, refs)}),"")`,
    },
  ];
}

/** A number typed as a number or as text; an error value where a cell holds neither. */
export const wholeNumber = (cell: string): string => `VALUE(TRIM(${cell}))`;

function voteFormulas(refs: References): readonly ColumnFormulaDefinition[] {
  const table = 'Решения';
  const cell = (column: string): string => refs.cell(table, column);
  const [inFavour, against, abstained] = [
    wholeNumber(cell('За')),
    wholeNumber(cell('Против')),
    wholeNumber(cell('Воздержались')),
  ];
  const votes = [inFavour, against, abstained];
  const areKnown = `IFERROR(AND(${votes.map((vote) => `${vote}>=0,INT(${vote})=${vote}`).join(',')}),FALSE)`;
  // a number of a meeting may be typed as a number or as text
  const meeting = wholeNumber(cell('Заседание'));
  const numbers = refs.column('Заседания', 'Номер');
  const row = `IFERROR(MATCH(${meeting},${numbers},0),MATCH(${meeting}&"",${numbers},0))`;
  const ofMeeting = (column: string): string => `INDEX(${refs.column('Заседания', column)},${row})`;
  const majority = (choice: Parameters<typeof ruleIs<'majority'>>[1]): string =>
    ruleIs('majority', choice, refs);
  const threshold = cell('Порог');
  const leader = cell('Голос руководителя');
  const word = (outcome: keyof typeof OUTCOME_WORDS): string => literal(OUTCOME_WORDS[outcome]);
  const byLeader = `IF(TRIM(${leader})="за",${word('passed')},IF(TRIM(${leader})="против",${word('not passed')},${word('no data')}))`;
  const byVotes = `IF(ISNUMBER(${threshold}),IF(${inFavour}*2>${threshold},${word('passed')},${word('not passed')}),${word('no data')})`;
  const tie =
    `IF(${ruleText('tie', refs)}="",${byVotes},` +
    `IF(${ruleIs('tie', 'решает голос руководителя', refs)},${byLeader},${word('no data')}))`;
  return [
    {
      table,
      column: 'Порог',
      formula:
        `=IFERROR(IF(${cell('Решили')}="","",IF(OR(${ruleText('majority', refs)}="",${majority('за больше, чем против')}),2*${against},` +
        `IF(${majority('за больше половины присутствующих')},${ofMeeting('Присутствовало')},` +
        `IF(${majority('за больше половины всех членов')},${ofMeeting('Членов на дату')},"")))),"")`,
    },
    {
      table,
      column: 'Итог',
      formula:
        `=IFERROR(IF(${cell('Решили')}="","",IF(NOT(${areKnown}),${word('no data')},` +
        `IF(${inFavour}=${against},${tie},${byVotes}))),"ошибка в строке")`,
    },
  ];
}

/** The formula columns of meetings, attendance and decisions; `meetings`: how many «Посещаемость» has columns for. */
export const meetingFormulas = (refs: References, meetings: number): readonly ColumnFormulaDefinition[] => [
  ...membershipFormulas(refs),
  ...meetingRowFormulas(refs, meetings),
  ...attendanceFormulas(refs, meetings),
  ...voteFormulas(refs),
];
