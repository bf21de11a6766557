import fc from 'fast-check';
import { buildRegisterBook, readBook } from '../generators/registerBook';
import { dirtyRegister, drawRegister, type GeneratedRegister } from '../generators/registers';
import { differences } from './agreement';

/** Enough to meet every kind of dirt many times, and still a minute and a half on two cores. */
const RUNS = 60;

async function disagreements(register: GeneratedRegister): Promise<readonly string[]> {
  const host = await buildRegisterBook(register);
  try {
    return differences(await readBook(host));
  } finally {
    host.dispose();
  }
}

describe('engine and formulas', () => {
  test('agree in every row and every record of dirty registers', async () => {
    await fc.assert(
      fc.asyncProperty(dirtyRegister({ numbersInDatabank: true }), async (register) => {
        const found = await disagreements(register);
        if (found.length > 0) throw new Error(`${found.join('\n')}\n\n${drawRegister(register)}`);
      }),
      {
        numRuns: RUNS,
        // The message holds the register drawn in lines; the library's own dump of it would only hide that.
        reporter: (details) => {
          if (!details.failed) return;
          throw new Error(
            [
              `Расхождение на прогоне ${String(details.numRuns)}, упрощений ${String(details.numShrinks)}; повторить: seed ${String(details.seed)}, path "${details.counterexamplePath ?? ''}"`,
              details.errorInstance instanceof Error
                ? details.errorInstance.message
                : String(details.errorInstance),
            ].join('\n'),
          );
        },
      },
    );
  }, 300_000);
});
