import fc from 'fast-check';
import { departmentCopy, holdsRegister } from '../../src/department/copy';
import { joinRegisters, type SvodPart } from '../../src/department/svod';
import { evaluateIndicators } from '../../src/indicators/evaluate';
import { parseRegister } from '../../src/register/parse';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { dirtyRegister, drawRegister, type GeneratedRegister } from '../generators/registers';
import { TODAY } from '../register/snapshots';
import { bookOf, snapshotOf } from './books';

/** What holds of every register, however it was filled in. */

const registers = dirtyRegister({ numbersInDatabank: true });

const bookOfGenerated = (
  { tables, schoolYear, today, parameters, confirmations }: GeneratedRegister,
  association = 'ММО',
) =>
  bookOf(
    tables,
    { schoolYear, association, subject: 'математика' },
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

const joinedNumbers = (parts: readonly SvodPart[]) =>
  joinRegisters(parts, { currentDate: TODAY }).rows.map(({ no, cells, total, state, gaps }) => ({
    no,
    cells,
    total,
    state,
    gaps,
  }));

test('joining one register gives its own appendix', () => {
  fc.assert(
    shown((generated) => {
      const snapshot = bookOfGenerated(generated);
      fc.pre(holdsRegister(snapshot));
      expect(
        joinedNumbers([{ file: 'один.xlsx', snapshot }]).map(({ no, total, state, gaps }) => ({
          no,
          value: total,
          state,
          gaps,
        })),
      ).toEqual(numbersOf(snapshot));
    }),
    { numRuns: 25 },
  );
});

const several = fc
  .tuple(
    fc.array(
      fc.record({ register: registers, association: fc.constantFrom('математики', 'физики', 'химии') }),
      {
        minLength: 2,
        maxLength: 4,
      },
    ),
    fc.infiniteStream(fc.nat()),
  )
  .map(([drawn, chance]) => {
    const parts = drawn.map(({ register, association }, index): SvodPart => {
      return { file: `${String(index)}.xlsx`, snapshot: bookOfGenerated(register, `ММО ${association}`) };
    });
    const shuffled = parts
      .map((part) => ({ part, place: chance.next().value ?? 0 }))
      .sort((one, other) => one.place - other.place)
      .map(({ part }) => part);
    return { parts, shuffled };
  });

test('joining in any order gives the same', () => {
  fc.assert(
    fc.property(several, ({ parts, shuffled }) => {
      const options = { currentDate: TODAY };
      expect(joinRegisters(shuffled, options)).toEqual(joinRegisters(parts, options));
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('copies without names join to the numbers of their registers', () => {
  fc.assert(
    fc.property(several, ({ parts }) => {
      const copies = parts.map((part) =>
        'snapshot' in part
          ? {
              file: part.file,
              snapshot: snapshotOf(
                departmentCopy(part.snapshot, { isAnonymous: true, currentDate: TODAY }).book,
              ),
            }
          : part,
      );
      const cellsOf = (joined: readonly SvodPart[]) =>
        joinedNumbers(joined).map(({ no, cells }) => ({ no, cells }));
      expect(cellsOf(copies)).toEqual(cellsOf(parts));
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
