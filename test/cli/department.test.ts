import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../src/cli/arguments';
import { runProgram } from '../../src/cli/program';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import type { SvodJson } from '../../src/cli/svodJson';
import { readSnapshotFile } from '../../src/files';

let folder: string;
const at = (file: string): string => join(folder, file);

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

// Tables alone are a register too, and need no host to be built.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  await writeFile(at('book.xlsx'), await writeInputBook(SAMPLE.tables));
  await writeFile(at('broken.xlsx'), 'не книга');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('copy', () => {
  it('writes the copy, says what is not sent, and leaves the book as it was', async () => {
    const before = await readFile(at('book.xlsx'));
    const { code, out, err } = await run('copy', at('book.xlsx'), '--out', at('copy.xlsx'), '--anonymous');
    expect(code).toBe(0);
    expect(out).toBe(`Записано: ${at('copy.xlsx')}\n`);
    expect(err).toContain('Вместо имён педагогов в копии номера');
    expect(await readFile(at('book.xlsx'))).toEqual(before);
    const copy = await readSnapshotFile('copy.xlsx', await readFile(at('copy.xlsx')));
    expect(copy.tables.find(({ name }) => name === 'Педагоги')?.rows[0]?.[0]).toBe('Педагог 1');
  });

  it('of a file that is no workbook says why and writes nothing', async () => {
    const { code, err } = await run('copy', at('broken.xlsx'), '--out', at('none.xlsx'));
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    await expect(stat(at('none.xlsx'))).rejects.toThrow('ENOENT');
  });

  it('never writes over the book itself', async () => {
    expect((await run('copy', at('book.xlsx'), '--out', at('book.xlsx'))).code).toBe(2);
  });
});

describe('merge', () => {
  it('joins what can be read; a broken and an absent file are a line each', async () => {
    const { code, out, err } = await run(
      ...['merge', at('book.xlsx'), at('broken.xlsx'), at('absent.xlsx')],
      ...['--out', at('svod.xlsx'), '--json'],
    );
    expect(code).toBe(0);
    const json = JSON.parse(out) as SvodJson;
    expect(json.associations).toHaveLength(1);
    expect(json.rows).toHaveLength(55);
    expect(json.associations[0]?.rows).toHaveLength(55);
    expect(json.rows.find(({ no }) => no === '1')).toMatchObject({ total: 28, state: 'value', given: 1 });
    expect(json.failures.map(({ file }) => file)).toEqual([at('absent.xlsx'), at('broken.xlsx')]);
    expect(err).toContain(`${at('broken.xlsx')}: `);
    const svod = await readSnapshotFile('svod.xlsx', await readFile(at('svod.xlsx')));
    expect(svod.sheets[0]?.name).toBe('Свод');
  });

  it('writes nothing when nothing could be read', async () => {
    const { code, err } = await run('merge', at('broken.xlsx'), '--out', at('none.xlsx'));
    expect(code).toBe(1);
    expect(err).toContain('Ни один реестр не прочитан');
    await expect(stat(at('none.xlsx'))).rejects.toThrow('ENOENT');
  });

  it.each([
    [['merge', 'a.xlsx'], 'Не указано, куда записать'],
    [['merge', '--out', 'b.xlsx'], 'Не указан файл'],
    [['copy', 'a.xlsx', '--out', 'b.csv'], 'только в файл .xlsx'],
    [['copy', 'a.xlsx', 'b.xlsx', '--out', 'c.xlsx'], 'Лишнее слово'],
    [['merge', 'a.xlsx', '--out', 'b.xlsx', '--anonymous'], 'Неизвестный параметр'],
  ])('%j is refused in words', (argv, words) => {
    expect(() => readArguments(argv)).toThrow(words);
  });

  it.each(['copy', 'merge'])('%s --help tells of it', async (command) => {
    const { code, out } = await run(command, '--help');
    expect([code, out.includes(`${command} BOOK`)]).toEqual([0, true]);
  });
});
