import { jest } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError, readArguments } from '../../src/cli/arguments';
import { runProgram } from '../../src/cli/program';

// A register takes seconds to build and to save, several times over on a busy machine.
jest.setTimeout(60_000);

const LIST =
  'ФИО;ОО;Пед. стаж;Кв. категория;Дата аттестации\nИльина Вера Борисовна;СОШ №5;33 года;1 КК;2024 г.\n;СОШ №5;3;;\n';

let folder: string;
const at = (file: string): string => join(folder, file);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adoption-'));
  await writeFile(at('список.csv'), LIST);
  await writeFile(at('книга.xlsx'), 'это не книга');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runProgram(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: new Date(2026, 4, 12),
  });
  return { code, out, err };
}

const place = { source: z.string(), sheet: z.string(), cell: z.string().regex(/^[A-Z]+\d+$/) };
const counts = {
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  conflicts: z.number(),
  refused: z.number(),
};
const answerSchema = z.object({
  sources: z.array(
    z.object({
      source: z.string(),
      error: z.string().nullable(),
      counts: z.object(counts),
      blocks: z.array(
        z.object({
          sheet: z.string(),
          table: z.string().nullable(),
          headerRow: z.number(),
          rows: z.number(),
          columns: z.array(
            z.object({
              column: z.string(),
              header: z.string(),
              target: z.string(),
              score: z.number().max(1),
            }),
          ),
        }),
      ),
    }),
  ),
  counts: z.object({ ...counts, gone: z.number() }),
  questions: z.array(
    z.object({ question: z.string(), taken: z.string(), cells: z.array(z.object(place)).min(1) }),
  ),
  refusals: z.array(z.object({ ...place, reason: z.string().min(1), fix: z.string().min(1) })),
  written: z.boolean(),
});

describe('adopt', () => {
  it('is read from its words', () => {
    expect(
      readArguments(['adopt', 'a.xlsx', 'b.csv', '--into', 'r.xlsx', '--out', 'o.xlsx', '--json']),
    ).toEqual({
      command: 'adopt',
      sources: ['a.xlsx', 'b.csv'],
      passport: {},
      into: 'r.xlsx',
      out: 'o.xlsx',
      json: true,
      strict: false,
    });
    expect(readArguments(['adopt', 'a.csv', '--dry-run', '--out', 'o.xlsx'])).toMatchObject({ out: null });
    for (const wrong of [['adopt'], ['adopt', 'a.csv'], ['adopt', 'a.csv', '--out', 'o.csv']]) {
      expect(() => readArguments(wrong)).toThrow(UsageError);
    }
  });

  it('fills a register from what can be read, names what cannot, and finds nothing new the second time', async () => {
    const sources = [at('список.csv'), at('книга.xlsx'), at('нет такого.csv')];
    const { code, out, err } = await run('adopt', ...sources, '--out', at('реестр.xlsx'), '--json');
    expect(code).toBe(0);
    expect(err).toMatch(/книга\.xlsx: /);
    expect(err).toMatch(/нет такого\.csv: /);
    const answer = answerSchema.parse(JSON.parse(out));
    expect(answer.written).toBe(true);
    expect(answer.sources.map(({ source, error }) => [source, error === null])).toEqual([
      ['список.csv', true],
      ['книга.xlsx', false],
      ['нет такого.csv', false],
    ]);
    const [block] = answer.sources[0]?.blocks ?? [];
    expect(block).toMatchObject({ table: 'Педагоги', headerRow: 1, rows: 1 });
    expect(block?.columns.map(({ target }) => target)).toEqual([
      'ФИО',
      'Организация',
      'Педагогический стаж',
      'Категория',
      'Дата аттестации',
    ]);
    expect(answer.counts).toMatchObject({ added: 2, refused: 1, gone: 0 });
    expect(answer.refusals).toMatchObject([{ source: 'список.csv', cell: 'B3' }]);
    expect(answer.questions.flatMap(({ cells }) => cells.map(({ cell }) => cell))).toEqual(['E2']);
    expect(await readFile(at('список.csv'), 'utf8')).toBe(LIST);

    const again = await run('adopt', at('список.csv'), '--into', at('реестр.xlsx'), '--dry-run', '--json');
    const nothing = answerSchema.parse(JSON.parse(again.out));
    expect(nothing.counts).toMatchObject({ added: 0, updated: 0, unchanged: 1, conflicts: 0, gone: 0 });
    expect(nothing.written).toBe(false);

    const shown = await run('adopt', at('список.csv'), at('книга.xlsx'), '--dry-run', '--strict');
    expect(shown.code).toBe(3);
    expect(shown.out).toContain('Педагоги: 1 добавить, не взято: 1\u00a0строка');
    expect(shown.out).toContain('список.csv, лист «список», B3: В строке нет фамилии.');
    expect((await readdir(folder)).sort()).toEqual(['книга.xlsx', 'реестр.xlsx', 'список.csv']);
  });

  it('writes nothing where no source can be read, and never over a source', async () => {
    const bad = await run('adopt', at('книга.xlsx'), '--out', at('другой.xlsx'));
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('ничего не записано');
    const over = await run('adopt', at('книга.xlsx'), '--out', at('книга.xlsx'));
    expect(over.code).toBe(2);
    expect(await readdir(folder)).not.toContain('другой.xlsx');
  });
});
