import fc from 'fast-check';
import { openHost } from '../../src/host/node';
import { planRegister } from '../../src/register/structure';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { buildRegisterBook, readBook } from '../generators/registerBook';
import { tries } from '../depth';
import { dirtyRegister, drawRegister, type GeneratedRegister } from '../generators/registers';

/** Every run builds a workbook, saves it and opens it again. */
const RUNS = tries(6, 40);

/** What a further run would do to the workbook as it stands, in words. */
function leftToDo(snapshot: WorkbookSnapshot, { today }: GeneratedRegister): string[] {
  const { actions, obstacles } = planRegister(snapshot, { currentDate: Math.floor(today) });
  return [...actions, ...obstacles].map((each) => JSON.stringify(each).slice(0, 300));
}

describe('registers of every kind of dirt', () => {
  it('have nothing left to do after one run, nor after saving and opening again', async () => {
    await fc.assert(
      fc.asyncProperty(dirtyRegister({ numbersInDatabank: true }), async (register) => {
        const host = await buildRegisterBook(register);
        // formulas are compared as texts: nothing has to be computed anew
        const reopened = await openHost(await host.save(), { calculation: 'none' });
        try {
          const left = [
            ...leftToDo(await readBook(host), register),
            ...leftToDo(await readBook(reopened), register).map((action) => `после сохранения: ${action}`),
          ];
          if (left.length > 0) throw new Error(`${left.join('\n')}\n\n${drawRegister(register)}`);
        } finally {
          host.dispose();
          reopened.dispose();
        }
      }),
      { numRuns: RUNS },
    );
  }, 300_000);
});
