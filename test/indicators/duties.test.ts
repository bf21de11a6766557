import fc from 'fast-check';
import { headerIndex } from '../../src/register/locate';
import { duties, type GeneratedDuties } from '../generators/duties';
import { buildDutyBook, tableOf, typeToday } from '../generators/dutyBook';
import { readBook } from '../generators/readBook';
import { cellAddress } from '../../src/register/addresses';
import { tries } from '../depth';
import { dutyDifferences } from './duties';

/** A register is built and counted on four days; each takes a second or two. */
const RUNS = tries(8, 60);

async function disagreements({ book, typed, days }: GeneratedDuties): Promise<readonly string[]> {
  const host = await buildDutyBook(book);
  try {
    const deadlines = tableOf(await readBook(host), 'Сроки');
    const column = deadlines.firstColumn + headerIndex(deadlines.headers, 'Выполнено');
    for (const { row, date } of typed) {
      if (row < deadlines.rows.length)
        await host.typeInto('Сроки', cellAddress(deadlines.headerRow + 1 + row, column), date);
    }
    const found: string[] = [];
    for (const today of [book.today, ...days]) {
      await typeToday(host, today);
      found.push(
        ...dutyDifferences(today, await readBook(host)).map((line) => `На ${String(today)}: ${line}`),
      );
    }
    return found;
  } finally {
    host.dispose();
  }
}

test('quorum, votes and deadlines: engine and formulas agree under every regulation and edited rules', async () => {
  await fc.assert(
    fc.asyncProperty(duties, async (generated) => {
      const found = await disagreements(generated);
      if (found.length > 0) throw new Error(`${found.join('\n')}\n${JSON.stringify(generated)}`);
    }),
    {
      numRuns: RUNS,
      reporter: (details) => {
        if (!details.failed) return;
        const { errorInstance, seed, counterexamplePath } = details;
        throw new Error(
          `seed ${String(seed)}, path "${counterexamplePath ?? ''}"\n${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`,
        );
      },
    },
  );
}, 600_000);
