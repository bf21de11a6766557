import { readFileSync } from 'node:fs';
import { COUNTED_ACTIVITIES, appendixRows, baseNumber } from '../../src/indicators/appendix';
import { TABLES, columnsOf } from '../../src/register/tables';
import { LISTS } from '../../src/register/lists';

/** Number, what a zero needs, and the printed label of every row: the form as the regulation prints it. */
const FORM = readFileSync(new URL('form.golden.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

const rows = appendixRows(4);
const numbers = (meetings: number) => appendixRows(meetings).map(({ no }) => no);

describe('the printed form', () => {
  it('has 55 rows, numbered and worded to the letter', () => {
    expect(rows).toHaveLength(55);
    expect(rows.map(({ no, zero, label }) => [no, zero, label])).toEqual(FORM);
  });

  it('has 29 indicators', () => {
    expect(new Set(rows.map(({ no }) => baseNumber(no))).size).toBe(29);
  });

  it('gets a row a meeting beyond the fourth, right after 2.4, in the same words', () => {
    const six = appendixRows(6);
    expect(six).toHaveLength(57);
    expect(numbers(6).slice(6, 14)).toEqual(['2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3']);
    expect(six[12]?.label).toBe('количество участников заседания ММО №6');
    expect(numbers(6).filter((no) => no !== '2.5' && no !== '2.6')).toEqual(numbers(4));
  });

  it('numbers no row twice, however many meetings', () => {
    expect(new Set(numbers(24)).size).toBe(75);
  });

  it('counts teachers in N and a number over the same records in N.1', () => {
    const pairs = rows.filter(({ no, zero }) => /\.1$/.test(no) && (zero === 'confirm' || zero === 'exam'));
    expect(pairs).toHaveLength(17);
    for (const sum of pairs.filter(({ no }) => no !== '28.1')) {
      const teachers = rows.find(({ no }) => no === sum.no.slice(0, -2));
      expect(sum.measure.kind).toBe('sum');
      expect(teachers?.measure.kind).toBe('teachers');
      expect(teachers?.condition).toEqual(sum.condition);
    }
  });
});

describe('the conditions', () => {
  it('speak of columns that are declared, and of values their lists offer', () => {
    const offered: Readonly<Record<string, readonly string[]>> = LISTS;
    for (const { condition } of rows) {
      if (condition.over !== 'records') continue;
      const columns = columnsOf(condition.table);
      for (const [field, values] of condition.cases.flatMap((each) => Object.entries(each))) {
        const column = columns.find(({ name }) => name === field);
        expect(column).toBeDefined();
        const list = offered[column?.list ?? ''] ?? [];
        expect(values.filter((value) => !list.includes(value))).toEqual([]);
      }
    }
  });

  it('sum columns that are declared numbers', () => {
    for (const { measure, table } of rows) {
      if (measure.kind !== 'sum' || table === undefined) continue;
      const column = TABLES[table].columns.find(({ name }) => name === measure.column);
      expect(column?.kind).toBe('number');
    }
  });

  it('judge «Количество» where it is summed alone: publications and test materials', () => {
    expect(COUNTED_ACTIVITIES).toEqual(['публикация', 'разработка КИМ']);
  });

  it('take an empty count for one, but in exams and events', () => {
    const ones = rows.flatMap(({ no, measure }) =>
      measure.kind === 'sum' && measure.emptyAs === 1 ? [no] : [],
    );
    expect(ones).toEqual([
      ...['8', '9', '10', '11', '12', '13', '14', '15', '16', '17'].map((no) => `${no}.1`),
      ...['24.1', '25.1', '26.1', '27.1'],
    ]);
  });
});
