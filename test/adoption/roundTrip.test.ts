import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { TableName } from '../../src/register/tables';
import type { Row } from '../control/registerOf';
import { methodistBook } from './methodist';
import { carryOut, registerBook, tableRows } from './sheets';

jest.setTimeout(120_000);

const sorted = (rows: readonly Row[]): readonly string[] =>
  rows
    .map((row) => JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort();

describe('a register told in a methodist’s own workbook', () => {
  it('comes back whole, and the same workbook a second time changes nothing', () => {
    fc.assert(
      fc.property(methodistBook, (book) => {
        const { adoption, after } = carryOut(book.sheets, registerBook());
        const has = (table: TableName, rows: readonly Row[]): void => {
          expect(sorted(tableRows(after, table))).toEqual(sorted(rows));
        };
        expect(adoption.mappings.map(({ kind }) => kind)).toEqual([
          'teachers',
          'achievements',
          'courses',
          'attendance',
        ]);
        has('Педагоги', book.teachers);
        has('Достижения', book.achievements);
        has('Курсы', book.courses);
        has('Посещаемость', book.attendance);
        has('Заседания', book.meetings);
        const again = carryOut(book.sheets, after);
        expect(again.plan.actions).toEqual([]);
        expect(again.adoption.outcomes.filter(({ state }) => state !== 'unchanged')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
