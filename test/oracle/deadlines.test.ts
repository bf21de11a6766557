import fc from 'fast-check';
import { SAMPLE } from '../../src/cli/sample';
import { openHost } from '../../src/host/node';
import { serialOf } from '../../src/register/dates';
import { headerIndex } from '../../src/register/locate';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import type { TableName } from '../../src/register/tables';
import { REGULATION_IDS, duties, inputTable } from '../generators/duties';
import { buildDutyBook, tableOf, typeToday, type DutyBook } from '../generators/dutyBook';
import { readBook } from '../generators/readBook';
import { dutyDifferences } from '../indicators/duties';
import { recalculate, requireLibreOffice, type RecalculatedBook } from './libreOffice';
import { overlay } from './overlay';

/** A file that was written once goes on judging what is due when another «Дата расчёта» is typed into it. */

const GENERATED = 6;
const SEED = 20260512;
const TODAY = serialOf(2026, 5, 12);
const WINTER = serialOf(2025, 12, 1);
const SUMMER = serialOf(2026, 6, 25);

interface Moved {
  readonly drawn: string;
  readonly today: number;
  /** The workbook with that date as the engine reads it. */
  readonly typed: WorkbookSnapshot;
  /** The file as it was written, and the date typed over. */
  readonly file: Uint8Array;
}

const plan = (name: string, end: number, done: number | null = null) => ({
  Раздел: 'I',
  Мероприятие: name,
  Окончание: { serial: end },
  Выполнено: done === null ? '' : { serial: done },
});

const sampleBook = (regulation: string): DutyBook => ({
  regulation,
  schoolYear: SAMPLE.schoolYear,
  today: TODAY,
  passport: { orderDate: serialOf(2025, 9, 5), databankDate: serialOf(2025, 10, 1) },
  tables: [
    ...SAMPLE.tables.filter(({ name }) => name !== 'План'),
    inputTable('План', [
      plan('Семинар', serialOf(2025, 12, 10)),
      plan('Неделя математики', serialOf(2026, 6, 20)),
      plan('Справка', serialOf(2026, 2, 1), serialOf(2026, 1, 30)),
    ]),
  ],
});

async function movedBooks(book: DutyBook, days: readonly number[]): Promise<readonly Moved[]> {
  const host = await buildDutyBook(book);
  try {
    const written = await host.save();
    const moved: Moved[] = [];
    for (const today of days) {
      await typeToday(host, today);
      const drawn = `${book.regulation}, ${String(today)}: ${JSON.stringify(book.edits ?? {})}`;
      moved.push({ drawn, today, typed: await readBook(host), file: await withToday(written, today) });
    }
    return moved;
  } finally {
    host.dispose();
  }
}

/** The file with another date typed into «Дата расчёта», formulas as they were. */
async function withToday(file: Uint8Array, today: number): Promise<Uint8Array> {
  const host = await openHost(file, { calculation: 'none' });
  try {
    await typeToday(host, today);
    return await host.save();
  } finally {
    host.dispose();
  }
}

let samples: readonly Moved[] = [];
let generated: readonly Moved[] = [];

beforeAll(async () => {
  requireLibreOffice();
  const made: Moved[] = [];
  for (const regulation of REGULATION_IDS)
    made.push(...(await movedBooks(sampleBook(regulation), [WINTER, SUMMER])));
  samples = made;
  const drawn: Moved[] = [];
  for (const { book, days } of fc.sample(duties, { numRuns: GENERATED, seed: SEED }))
    drawn.push(...(await movedBooks(book, days.slice(0, 1))));
  generated = drawn;
}, 400_000);

const shownBy = ({ typed }: Moved, book: RecalculatedBook | undefined): WorkbookSnapshot =>
  overlay(typed, book ?? new Map());

/** What LibreOffice shows unlike the engine. */
const disagreements = (cases: readonly Moved[], books: readonly RecalculatedBook[]): readonly string[] =>
  cases.flatMap((each, index) =>
    dutyDifferences(each.today, each.typed, shownBy(each, books[index])).map(
      (line) => `${each.drawn}: ${line}`,
    ),
  );

const column = (snapshot: WorkbookSnapshot, name: TableName, header: string) => {
  const { headers, rows } = tableOf(snapshot, name);
  const at = headerIndex(headers, header);
  return rows.map((row) => row[at] ?? '').filter((value) => value !== '');
};

describe('LibreOffice on a file whose «Дата расчёта» was typed over', () => {
  let books: RecalculatedBook[] = [];
  beforeAll(async () => {
    books = await recalculate(samples.map(({ file }) => file));
  }, 300_000);

  test('says the engine’s words of each day under every regulation', () => {
    expect(samples).toHaveLength(2 * REGULATION_IDS.length);
    expect(disagreements(samples, books)).toEqual([]);
  });

  test('moves «Сроки», «План», «Решения» and «Заседания»', () => {
    const [winter, summer] = [0, 1].map((index) => {
      const moved = samples[index];
      if (moved === undefined) throw new Error('The sample was not written.');
      return shownBy(moved, books[index]);
    });
    if (winter === undefined || summer === undefined) throw new Error('The sample was not written.');
    expect(column(winter, 'План', 'Состояние')).toEqual(['под угрозой', 'в срок', 'выполнено']);
    expect(column(summer, 'План', 'Состояние')).toEqual(['просрочено', 'просрочено', 'выполнено']);
    expect(column(winter, 'Заседания', 'Состояние')).not.toEqual(column(summer, 'Заседания', 'Состояние'));
    expect(column(winter, 'Решения', 'Состояние')).not.toEqual(column(summer, 'Решения', 'Состояние'));
    const left = (book: WorkbookSnapshot) => column(book, 'Сроки', 'Осталось дней').map(Number);
    expect(Math.max(...left(winter)) - Math.max(...left(summer))).toBe(SUMMER - WINTER);
    expect(column(winter, 'Сроки', 'Состояние')).not.toEqual(column(summer, 'Сроки', 'Состояние'));
  });

  test('agrees with the engine on generated registers with edited rules', async () => {
    expect(disagreements(generated, await recalculate(generated.map(({ file }) => file)))).toEqual([]);
  }, 300_000);

  test('agrees under a Russian locale', async () => {
    const all = [...samples, ...generated];
    const russian = await recalculate(
      all.map(({ file }) => file),
      { locale: 'ru-RU' },
    );
    expect(disagreements(all, russian)).toEqual([]);
  }, 300_000);
});
