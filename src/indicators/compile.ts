import { APPENDIX_COLUMNS } from '../register/fixedCells';
import { meetingColumn } from '../register/tables';
import { baseNumber, type Condition, type Indicator } from './appendix';
import { ANY } from './classifier';
import { columnFixed, filledCells, literal, type References } from './references';
import { STATE_WORDS } from './states';

/**
 * The native formulas of a form row. Phases: the condition becomes counting expressions (`sourceOf`), the
 * measure picks the value, the zero rule says what an empty source means, and value and state are printed.
 */
export interface AppendixFormulas {
  /** With the leading "="; "" for the heading row, which has no number on the form. */
  readonly value: string;
  readonly state: string;
}

/** What a row is made of, before the zero rule is applied; every part is an expression without "=". */
interface Source {
  /** Above zero when the source gives a number at all. */
  readonly known: string;
  readonly value: string;
  /** How many gaps the number has; absent when it cannot have any. */
  readonly gaps?: string;
}

/** Formulas of one row; `row` is its row on «Приложение», where `Ноль подтверждён` stands. */
export function compileIndicator(indicator: Indicator, row: number, refs: References): AppendixFormulas {
  const { condition } = indicator;
  if (condition.over === 'heading') return { value: '', state: `=${literal(STATE_WORDS.heading)}` };
  const source = sourceOf(indicator, refs);
  const whenKnown = calculated(source.gaps);

  if (condition.over === 'attendance') {
    const notHeld =
      `COUNTIFS(${refs.column('Заседания', 'Номер')},${literal(String(condition.meeting))},` +
      `${refs.column('Заседания', 'Дата')},"<"&${refs.rule('heldBefore')})=0`;
    return {
      value: `=IF(${notHeld},"",IF(${source.known}=0,"",${source.value}))`,
      state: `=IF(${notHeld},${literal(STATE_WORDS['not-due'])},IF(${source.known}>0,${whenKnown},${literal(STATE_WORDS.missing)}))`,
    };
  }
  const confirmed = `${columnFixed(row, APPENDIX_COLUMNS.confirmed)}="да"`;
  const [otherwiseValue, otherwiseState] =
    indicator.zero === 'confirm'
      ? [
          `IF(${confirmed},0,"")`,
          `IF(${confirmed},${literal(STATE_WORDS.zero)},${literal(STATE_WORDS.missing)})`,
        ]
      : ['""', literal(STATE_WORDS.missing)];
  return {
    value: `=IF(${source.known}>0,${source.value},${otherwiseValue})`,
    state: `=IF(${source.known}>0,${whenKnown},${otherwiseState})`,
  };
}

function calculated(gaps: string | undefined): string {
  const plain = literal(STATE_WORDS.value);
  return gaps === undefined ? plain : `IF(${gaps}>0,${literal(STATE_WORDS.partial)}&${gaps},${plain})`;
}

function sourceOf({ no, measure, condition }: Indicator, refs: References): Source {
  switch (condition.over) {
    case 'heading':
      return { known: '0', value: '""' };
    case 'members':
      return memberSource(condition, refs);
    case 'attendance':
      return attendanceSource(condition.meeting, refs);
    case 'exams':
      return examSource(condition.column, measure.kind === 'sum', refs);
    case 'events':
      return eventSource(refs);
    case 'organisations':
      return organisationSource(condition.marks, refs);
    case 'records':
      return recordSource(baseNumber(no), measure, condition, refs);
  }
}

function memberSource({ where }: Extract<Condition, { over: 'members' }>, refs: References): Source {
  const account = refs.column('Педагоги', 'Учёт');
  const known = filledCells(refs.column('Педагоги', 'ФИО'));
  if (where === undefined) return { known, value: `COUNTIFS(${account},"учтено*")` };
  const field = refs.column('Педагоги', where.column);
  const count = (values: readonly string[]): string =>
    values.map((value) => `COUNTIFS(${account},"учтено*",${field},${literal(value)})`).join('+');
  const also = where.alsoWhile;
  const value =
    count(where.values) +
    (also === undefined ? '' : `+IF(${refs.rule(also.parameter)}="да",${count(also.values)},0)`);
  return { known, value, gaps: `COUNTIFS(${account},${literal(`учтено*${where.gap}*`)})` };
}

function attendanceSource(meeting: number, refs: References): Source {
  const marks = refs.column('Посещаемость', meetingColumn(meeting));
  const account = refs.column('Педагоги', 'Учёт');
  const members = `COUNTIFS(${account},"учтено*")+COUNTIFS(${account},"не педагог")`;
  const member = `${refs.column('Посещаемость', 'Член')},1`;
  const marked = `(COUNTIFS(${member})-COUNTIFS(${member},${marks},""))`;
  return {
    known: filledCells(marks),
    value: `COUNTIFS(${marks},"да")`,
    gaps: `MAX(0,${members}-${marked})`,
  };
}

function examSource(column: 'Высокобалльников' | 'Ниже порога', sums: boolean, refs: References): Source {
  const [code, first] =
    column === 'Высокобалльников' ? ['Код 6', 'Впервые'] : ['Код 7', 'Впервые ниже порога'];
  const counted = `${refs.column('ГИА', code)},">0"`;
  const numbers = refs.column('ГИА', column);
  return {
    known: `COUNTIFS(${counted},${numbers},">=0")`,
    value: sums ? `SUMIFS(${numbers},${counted})` : `SUM(${refs.column('ГИА', first)})`,
    gaps: `COUNTIFS(${counted},${numbers},"")`,
  };
}

function eventSource(refs: References): Source {
  const column = (name: string): string => refs.column('Мероприятия', name);
  const pupils = column('Обучающихся');
  const inForm = (audience: string): string =>
    `${column('Уровень')},"муниципальный",${column('Для кого')},${literal(audience)},` +
    `${column('Дата')},">="&${refs.rule('periodBegin')},${column('Дата')},"<"&(${refs.rule('periodEnd')}+1)`;
  // an empty audience means pupils (register.md, «Мероприятия»)
  const audiences = ['', 'обучающиеся'];
  const each = (print: (audience: string) => string): string => audiences.map(print).join('+');
  const filled = each((audience) => `COUNTIFS(${inForm(audience)},${pupils},">=0")`);
  const empty = each((audience) => `COUNTIFS(${inForm(audience)},${pupils},"")`);
  return {
    known: `(${filled}+${empty})`,
    value: `(${each((audience) => `SUMIFS(${pupils},${inForm(audience)},${pupils},">=0")`)})`,
    gaps: `(${empty})`,
  };
}

function organisationSource(marks: readonly string[], refs: References): Source {
  const name = refs.column('Организации', 'Краткое название');
  const named = (tests: string): string => `(COUNTIFS(${tests})-COUNTIFS(${tests},${name},""))`;
  // marked by either of the two: both counts less the rows counted twice
  const either = (value: string): string => {
    const tests = marks.map((mark) => `${refs.column('Организации', mark)},${literal(value)}`);
    return `(${tests.map(named).join('+')}-${named(tests.join(','))})`;
  };
  return { known: filledCells(name), value: either('да'), gaps: either('') };
}

function recordSource(
  number: number,
  measure: Indicator['measure'],
  { table, alsoWhile }: Extract<Condition, { over: 'records' }>,
  refs: References,
): Source {
  const indicator = refs.column(table, 'Показатель');
  const of = (each: number): string => `${indicator},${String(each)}`;
  const date = table === 'Курсы' ? null : refs.column(table, 'Дата');
  const sum = measure.kind === 'sum' ? measure : null;
  const count = sum === null ? null : refs.column(table, sum.column);

  const records = (each: number): string => `COUNTIFS(${of(each)})`;
  const undated = (each: number): string => `COUNTIFS(${of(each)},${date ?? indicator},"")`;
  const teachers = (each: number): string => `SUMIFS(${refs.column(table, 'Впервые')},${of(each)})`;
  const summed = (each: number): string =>
    `SUMIFS(${count ?? indicator},${of(each)})+COUNTIFS(${of(each)},${count ?? indicator},"")`;
  const assumed = (each: number): string =>
    `COUNTIFS(${of(each)},${count ?? indicator},"")+COUNTIFS(${of(each)},${date ?? indicator},"",${count ?? indicator},">=0")`;

  /** The row's own records, or, while its parameter says «любой», those of the other indicators too. */
  const widened = (print: (each: number) => string, whole?: string): string => {
    if (alsoWhile === undefined) return print(number);
    const all = whole ?? [...alsoWhile.indicators, number].map(print).join('+');
    return `IF(${refs.rule(alsoWhile.parameter)}=${literal(ANY)},${all},${print(number)})`;
  };
  const countTeachers = widened(
    teachers,
    alsoWhile === undefined ? undefined : `SUM(${refs.column(table, 'Впервые 2')})`,
  );
  const teacherGaps = date === null ? undefined : widened(undated);
  const known = widened(records);
  if (sum === null) {
    return { known, value: countTeachers, ...(teacherGaps === undefined ? {} : { gaps: teacherGaps }) };
  }
  const sumGaps = widened((each) => `(${assumed(each)})`);
  const turned = sum.teachersWhile;
  if (turned === undefined) return { known, value: widened(summed), gaps: sumGaps };
  const asTeachers = `${refs.rule(turned.parameter)}=${literal(turned.value)}`;
  return {
    known,
    value: `IF(${asTeachers},${countTeachers},${widened(summed)})`,
    gaps: `IF(${asTeachers},${teacherGaps ?? '0'},${sumGaps})`,
  };
}
