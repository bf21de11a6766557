import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SAMPLE } from '../../src/cli/sample';
import { openHost } from '../../src/host/node';
import { readAppendix } from '../../src/indicators/readAppendix';
import { serialFromIso, serialOf } from '../../src/register/dates';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { buildRegisterBook, readBook } from '../generators/registerBook';
import { dirtyRegister, drawRegister, type GeneratedRegister } from '../generators/registers';
import { differences } from '../indicators/agreement';
import { recalculate, requireLibreOffice, type RecalculatedBook } from './libreOffice';
import { overlay } from './overlay';

/** Each is a conversion of a second or two. */
const GENERATED = 12;
const SEED = 20260512;

interface Case {
  readonly drawn: string;
  readonly snapshot: WorkbookSnapshot;
  readonly file: Uint8Array;
}

const sample: GeneratedRegister = {
  schoolYear: SAMPLE.schoolYear,
  today: serialFromIso(SAMPLE.today) ?? 0,
  tables: SAMPLE.tables,
  confirmations: [{ no: '9', mark: 'да' }],
  parameters: {
    participantResult: 'участник',
    contestResult: 'участник',
    testMaterials: 'материалы',
    methodistTitles: 'да',
  },
};

async function writeCase(register: GeneratedRegister): Promise<Case> {
  const host = await buildRegisterBook(register);
  try {
    return { drawn: drawRegister(register), snapshot: await readBook(host), file: await host.save() };
  } finally {
    host.dispose();
  }
}

let cases: readonly Case[] = [];

beforeAll(async () => {
  requireLibreOffice();
  const generated = fc.sample(dirtyRegister({ numbersInDatabank: false }), {
    numRuns: GENERATED,
    seed: SEED,
  });
  const written: Case[] = [];
  for (const register of [sample, ...generated]) written.push(await writeCase(register));
  cases = written;
}, 240_000);

function sampleCase(): Case {
  const [first] = cases;
  if (first === undefined) throw new Error('The sample has not been written.');
  return first;
}

/** What LibreOffice shows, unlike the engine, with the register that shows it. */
function disagreements(books: readonly RecalculatedBook[]): readonly string[] {
  return cases.flatMap(({ drawn, snapshot }, index) => {
    const book = books[index];
    if (book === undefined) return [`Книга ${String(index)} не открылась`];
    const found = differences(snapshot, overlay(snapshot, book));
    return found.length === 0 ? [] : [`${found.join('\n')}\n${drawn}`];
  });
}

const rowsOf = (snapshot: WorkbookSnapshot, numbers: readonly string[]) =>
  readAppendix(snapshot).filter(({ no }) => numbers.includes(no));

describe('LibreOffice on the written files', () => {
  test('agrees with the engine in every row and record', async () => {
    expect(disagreements(await recalculate(cases.map(({ file }) => file)))).toEqual([]);
  }, 240_000);

  test('agrees under a Russian locale', async () => {
    const books = await recalculate(
      cases.map(({ file }) => file),
      { locale: 'ru-RU' },
    );
    expect(disagreements(books)).toEqual([]);
  }, 240_000);

  test('a wrong value cached in the file is caught', async () => {
    const { file, snapshot } = sampleCase();
    const [honest] = rowsOf(snapshot, ['8.1']);
    const planted = plantCachedValue(file, 4242);
    const [recalculated] = await recalculate([planted]);
    const [repeated] = await recalculate([planted], { recalculation: 'as installed' });
    const shown = (book: RecalculatedBook | undefined) =>
      rowsOf(overlay(snapshot, book ?? new Map()), ['8.1'])[0]?.value;
    expect(shown(recalculated)).toBe(honest?.value);
    // The same file under a profile that does not recalculate: the planted value really was there.
    expect(shown(repeated)).toBe(4242);
  }, 60_000);

  test('another «Дата расчёта» moves the meetings', async () => {
    const { file, snapshot } = sampleCase();
    const meetings = ['2.1', '2.2', '2.3', '2.4'];
    const states = (book: RecalculatedBook | undefined) =>
      rowsOf(overlay(snapshot, book ?? new Map()), meetings).map(({ state }) => state.replace(/ \d+$/, ''));
    const [winter, summer] = await recalculate([
      await withToday(file, serialOf(2025, 12, 4)),
      await withToday(file, serialOf(2026, 6, 1)),
    ]);
    expect(states(winter)).toEqual([
      'рассчитано, пробелов:',
      'рассчитано',
      'ещё не проводилось',
      'ещё не проводилось',
    ]);
    for (const book of [winter, summer]) {
      expect(differences(overlay(snapshot, book ?? new Map()))).toEqual([]);
    }
    expect(states(summer)).toEqual(['рассчитано, пробелов:', 'рассчитано', 'рассчитано', 'нет данных']);
  }, 60_000);
});

/** Puts a number into the cached value of the formula behind row 8.1, and nowhere else. */
function plantCachedValue(file: Uint8Array, planted: number): Uint8Array {
  const parts = unzipSync(file);
  const formula = /(<c [^>]*><f>[^<]*Достижения\[\[Обучающихся\]\][^<]*<\/f><v>)[^<]*(<\/v>)/;
  const [name, xml] = Object.entries(parts)
    .map(([path, bytes]): [string, string] => [path, path.endsWith('.xml') ? strFromU8(bytes) : ''])
    .find(([, text]) => formula.test(text)) ?? ['', ''];
  if (name === '') throw new Error('No formula over «Достижения» with a cached value is in the file.');
  return zipSync({ ...parts, [name]: strToU8(xml.replace(formula, `$1${String(planted)}$2`)) });
}

/** The file with another date typed into «Дата расчёта», formulas as they were. */
async function withToday(file: Uint8Array, today: number): Promise<Uint8Array> {
  const host = await openHost(file, { calculation: 'none' });
  try {
    await host.typeInto('Правила', 'B1', today);
    return await host.save();
  } finally {
    host.dispose();
  }
}
