import fc from 'fast-check';
import { departmentCopy } from '../../src/department/copy';
import { evaluateIndicators } from '../../src/indicators/evaluate';
import { parseRegister } from '../../src/register/parse';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { dirtyRegister, drawRegister, type GeneratedRegister } from '../generators/registers';
import { bookOf, snapshotOf } from './books';

/** What holds of every register, however it was filled in. */

const registers = dirtyRegister({ numbersInDatabank: true });

const bookOfGenerated = ({ tables, schoolYear, today, parameters, confirmations }: GeneratedRegister) =>
  bookOf(
    tables,
    { schoolYear, association: 'ММО', subject: 'математика' },
    {
      rules: { today, ...parameters },
      confirmed: Object.fromEntries(confirmations.map(({ no, mark }) => [no, mark])),
    },
  );

const numbersOf = (snapshot: WorkbookSnapshot) =>
  evaluateIndicators(parseRegister(snapshot)).map(({ no, value, state, gaps }) => ({
    no,
    value,
    state,
    gaps,
  }));

const shown = <T>(property: (register: GeneratedRegister) => T) =>
  fc.property(
    registers.map((register) => ({ register, toString: () => drawRegister(register) })),
    ({ register }) => {
      property(register);
    },
  );

test.each([false, true])(
  'a copy counts to the numbers of its register (without names: %s)',
  (isAnonymous) => {
    fc.assert(
      shown((generated) => {
        const book = bookOfGenerated(generated);
        const copy = departmentCopy(book, { isAnonymous, currentDate: generated.today });
        expect(numbersOf(snapshotOf(copy.book))).toEqual(numbersOf(book));
      }),
      { numRuns: 25 },
    );
  },
);
