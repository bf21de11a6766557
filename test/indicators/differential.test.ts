import fc from 'fast-check';
import type { InputTable } from '../../src/cli/sample';
import { readAppendix } from '../../src/indicators/readAppendix';
import { buildRegisterBook, readBook } from '../generators/registerBook';
import { dirtyRegister, drawRegister, type GeneratedRegister } from '../generators/registers';
import { tries } from '../depth';
import { differences } from './agreement';

/** Each takes more than half a second. */
const RUNS = tries(16, 120);

const PARAMETERS: GeneratedRegister['parameters'] = {
  participantResult: 'участник',
  contestResult: 'участник',
  testMaterials: 'материалы',
  methodistTitles: 'да',
};

const ERROR = { formula: 'NA()' };

/** Values of the form over these tables, once engine and sheet were seen to agree on all of it. */
async function agreedForm(tables: readonly InputTable[]): Promise<ReadonlyMap<string, number | null>> {
  const host = await buildRegisterBook({
    schoolYear: '2025/2026',
    today: 46_093,
    confirmations: [],
    parameters: PARAMETERS,
    tables,
  });
  try {
    const snapshot = await readBook(host);
    expect(differences(snapshot)).toEqual([]);
    return new Map(readAppendix(snapshot).map(({ no, value }) => [no, value]));
  } finally {
    host.dispose();
  }
}

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

  test('agree on an error value in a number that is not summed: the record counts', async () => {
    const form = await agreedForm([
      { name: 'Педагоги', headers: ['ФИО'], rows: [['Агеева Анна']] },
      {
        name: 'Деятельность',
        headers: ['Педагог', 'Вид', 'Название', 'Уровень', 'Формат', 'Результат', 'Количество'],
        rows: [
          ['Агеева Анна', 'профессиональный конкурс', 'Дебют', 'школьный', 'очно', 'победитель', ERROR],
          ['Агеева Анна', 'публикация', 'Статья', 'региональный', '', '', ERROR],
        ],
      },
    ]);
    expect([form.get('18'), form.get('25')]).toEqual([1, null]);
  }, 60_000);

  test('agree on organisations called by a number', async () => {
    const form = await agreedForm([
      {
        name: 'Организации',
        headers: ['Краткое название', 'Необъективность математика', 'Необъективность русский язык'],
        rows: [
          [7, 'да', 'нет'],
          ['', 'да', 'да'],
          [ERROR, 'нет', 'да'],
        ],
      },
    ]);
    expect(form.get('29')).toBe(2);
  }, 60_000);
});
