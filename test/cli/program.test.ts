import { jest } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runProgram } from '../../src/cli/program';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import { drawn } from '../depth';

// A register takes seconds to build and to save, several times over on a busy machine.
jest.setTimeout(60_000);

const NOW = new Date(2026, 4, 12, 23, 30);

let folder: string;
let input: Uint8Array;

beforeAll(async () => {
  input = await writeInputBook(SAMPLE.tables);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  await writeFile(at('book.xlsx'), input);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (file: string): string => join(folder, file);
const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(at(file)))
    .digest('hex');

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runProgram(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: NOW,
  });
  return { code, out, err };
}

/** Progress of slow machines aside. */
const linesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.endsWith('…'));

const place = z.strictObject({ sheet: z.string(), cell: z.string().regex(/^[A-Z]+\d+$/) });
const answerSchema = z.strictObject({
  schoolYear: z.string(),
  regulation: z.string(),
  today: z.string(),
  rows: z.array(
    z.strictObject({
      no: z.string(),
      label: z.string().min(1),
      value: z.number().nullable(),
      state: z.enum(['heading', 'value', 'zero', 'missing', 'not-due', 'partial']),
      formulaValue: z.number().nullable(),
      evidence: z.array(place),
      excluded: z.array(place.extend({ reason: z.string().min(1) })),
    }),
  ),
});

describe('new', () => {
  it('makes a register that fill finds whole', async () => {
    const made = await run(
      ...['new', at('new.xlsx'), '--regulation', 'tomsk', '--year', '2025/2026'],
      ...[
        '--association',
        'Учителя математики',
        '--municipality',
        'Томский район',
        '--subject',
        'математика',
      ],
    );
    expect(made).toMatchObject({ code: 0, out: `Реестр создан: ${at('new.xlsx')}\n` });
    const before = await hashOf('new.xlsx');
    const filled = await run('fill', at('new.xlsx'), '--in-place');
    expect(filled.code).toBe(0);
    expect(filled.out).toContain('Учителя математики, 2025/2026 учебный год');
    expect(filled.out).toContain('Изменений нет');
    expect(await hashOf('new.xlsx')).toBe(before);
  });

  it('never replaces a file that holds something, and fills an empty one', async () => {
    const refused = await run('new', at('book.xlsx'));
    expect(refused.code).toBe(1);
    expect(linesOf(refused.err)).toEqual([expect.stringMatching(/уже есть.*Укажите другое имя/)]);
    expect(await readFile(at('book.xlsx'))).toEqual(Buffer.from(input));

    await writeFile(at('empty.xlsx'), '');
    expect((await run('new', at('empty.xlsx'))).code).toBe(0);
    expect((await readFile(at('empty.xlsx'))).length).toBeGreaterThan(10_000);
  });
});

describe('fill', () => {
  it('prints the form as JSON, and nothing else on stdout', async () => {
    const { code, out } = await run(
      ...['fill', at('book.xlsx'), '--out', at('out.xlsx'), '--year', '2025/2026'],
      ...['--today', '2026-05-12', '--json'],
    );
    expect(code).toBe(0);
    const answer = answerSchema.parse(JSON.parse(out));
    expect(answer).toMatchObject({ schoolYear: '2025/2026', regulation: 'tomsk', today: '2026-05-12' });
    expect(answer.rows).toHaveLength(55);
    expect(answer.rows.map(({ no }) => no).slice(0, 7)).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '2',
    ]);
    for (const row of answer.rows) expect(row.formulaValue).toBe(row.value);
    expect(answer.rows.some(({ state, value }) => state === 'not-due' && value === null)).toBe(true);
    expect(answer.rows.some(({ excluded }) => excluded.length > 0)).toBe(true);
    expect(await readFile(at('book.xlsx'))).toEqual(Buffer.from(input));
  });

  it('prints a table with states, agreement and round trips', async () => {
    const { code, out } = await run(
      ...['fill', at('book.xlsx'), '--out', at('out.xlsx'), '--today', '2026-05-12'],
    );
    expect(code).toBe(0);
    expect(out).toContain('Томский район, расчёт на 12.05.2026');
    expect(out).toContain('Сверка: 55 из 55');
    expect(out).toContain('нет данных');
    expect(out).toMatch(/Обмен с книгой: 4\u00a0обращения/);
    expect(out).toContain(`Записано: ${at('out.xlsx')}`);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(140);
  });

  it('says that it has replaced another file, and leaves nothing beside it', async () => {
    await writeFile(at('out.xlsx'), 'что-то старое');
    const { code, err } = await run('fill', at('book.xlsx'), '--out', at('out.xlsx'));
    expect(code).toBe(0);
    expect(err).toContain(`Файл «${at('out.xlsx')}» был, он заменён.`);
    expect((await readdir(folder)).sort()).toEqual(['book.xlsx', 'out.xlsx']);
  });

  it('writes into the file itself only when told to', async () => {
    await symlink(at('book.xlsx'), at('soft.xlsx'));
    await link(at('book.xlsx'), at('hard.xlsx'));
    for (const same of ['book.xlsx', 'soft.xlsx', 'hard.xlsx', './book.xlsx']) {
      const { code, err } = await run('fill', at('book.xlsx'), '--out', at(same));
      expect([same, code]).toEqual([same, 2]);
      expect(err).toContain('--in-place');
    }
    expect(await readFile(at('book.xlsx'))).toEqual(Buffer.from(input));
    const { code, out } = await run('fill', at('soft.xlsx'), '--in-place');
    expect(code).toBe(0);
    expect(out).toContain('Сверка: 55 из 55');
    expect(await readFile(at('book.xlsx'))).not.toEqual(Buffer.from(input));
    const again = await run('fill', at('book.xlsx'), '--in-place');
    expect(again.out).toContain('изменений нет');
  });

  it.each([
    ['not a workbook', 'просто текст', 'Это не книга Excel'],
    ['empty', '', 'Это не книга Excel'],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), ''],
    ['a broken archive', Buffer.from('504b0304ffffffff', 'hex'), 'поврежд'],
  ])('refuses what is %s with one sentence and writes nothing', async (_, bytes, words) => {
    await writeFile(at('bad.xlsx'), bytes);
    const { code, out, err } = await run('fill', at('bad.xlsx'), '--out', at('out.xlsx'));
    expect([code, out]).toEqual([1, '']);
    expect(linesOf(err)).toEqual([expect.stringContaining(words)]);
    expect((await readdir(folder)).sort()).toEqual(['bad.xlsx', 'book.xlsx']);
  });

  it('says in one line what is wrong with files', async () => {
    const missing = await run('fill', at('no.xlsx'), '--out', at('out.xlsx'));
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(linesOf(missing.err)).toEqual([expect.stringContaining('не найден')]);
    const nowhere = await run('fill', at('book.xlsx'), '--out', at('no/out.xlsx'));
    expect(linesOf(nowhere.err)).toEqual([expect.stringMatching(/Папки .* нет/)]);
    await mkdir(at('folder.xlsx'));
    const intoFolder = await run('fill', at('book.xlsx'), '--out', at('folder.xlsx'));
    expect(linesOf(intoFolder.err)).toEqual([expect.stringContaining('папка')]);
    expect((await run('fill', at('folder.xlsx'), '--out', at('out.xlsx'))).code).toBe(1);
  });

  it('takes the passport from the options where the book has none', async () => {
    const { out } = await run(
      ...['fill', at('book.xlsx'), '--out', at('out.xlsx'), '--association', '=HYPERLINK("http://x")'],
      ...['--municipality', 'Район', '--year', '2024/2025', '--today', '2025-05-12'],
    );
    expect(out).toContain('=HYPERLINK("http://x"), 2024/2025 учебный год');
    expect(out).toContain('Сверка: 55 из 55');
    const again = await run(
      'fill',
      at('out.xlsx'),
      '--out',
      at('again.xlsx'),
      '--json',
      '--year',
      '2020/2021',
    );
    expect(answerSchema.parse(JSON.parse(again.out))).toMatchObject({
      schoolYear: '2024/2025',
      today: '2025-05-12',
    });
  });
});

describe('fill with a regulation', () => {
  it('takes a register over to it, says so, and leaves nothing for the next run', async () => {
    const fill = (...more: string[]) =>
      run('fill', at('book.xlsx'), '--in-place', '--today', '2026-05-12', '--json', ...more);
    await fill('--year', '2025/2026');
    const moved = await fill('--regulation', 'oshmyany');
    expect(answerSchema.parse(JSON.parse(moved.out)).regulation).toBe('oshmyany');
    expect(moved.err).toContain('Реестр переведён с положения «Томский район» на «Ошмянский район»');
    expect(moved.err).toContain('у 6\u00a0педагогов значения, которых нет в списке нового положения');
    const hash = await hashOf('book.xlsx');
    const again = await fill();
    expect(answerSchema.parse(JSON.parse(again.out)).regulation).toBe('oshmyany');
    expect(linesOf(again.err)).toEqual([]);
    expect(await hashOf('book.xlsx')).toBe(hash);
  });
});

const issueSchema = z.strictObject({
  code: z.string().min(1),
  severity: z.enum(['error', 'warning', 'info']),
  sheet: z.string().min(1),
  table: z.string().nullable(),
  cell: z.string().regex(/^[A-Z]+\d+$/),
  message: z.string().regex(/[.!?]$/),
  clause: z.string().min(1).optional(),
  fix: z
    .strictObject({
      kind: z.string(),
      label: z.string().min(1),
      changes: z.array(
        place.extend({
          old: z.union([z.string(), z.number(), z.boolean()]),
          new: z.union([z.string(), z.number(), z.boolean()]),
        }),
      ),
    })
    .optional(),
});
const checkSchema = z.strictObject({
  issues: z.array(issueSchema),
  obligations: z.array(
    z.strictObject({
      code: z.string().min(1),
      title: z.string().min(1),
      clause: z.string(),
      due: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .nullable(),
      daysLeft: z.number().int().nullable(),
      state: z.enum(['done', 'ok', 'soon', 'risk', 'overdue']),
      basis: z.string().min(1),
    }),
  ),
  readiness: z.strictObject({
    rowsWithValue: z.number().int(),
    rows: z.number().int(),
    percent: z.number().int(),
  }),
});

describe('check', () => {
  const day = ['--year', '2025/2026', '--today', '2026-05-12'] as const;

  it('prints issues, obligations and readiness as JSON, and writes nothing', async () => {
    const { code, out, err } = await run('check', at('book.xlsx'), '--json', ...day);
    expect(code).toBe(0);
    const { issues, obligations, readiness } = checkSchema.parse(JSON.parse(out));
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'unknown-teacher',
        sheet: 'Достижения',
        table: 'Достижения',
        fix: expect.objectContaining({ kind: 'teacher name' }),
      }),
    );
    expect(obligations.find(({ code: each }) => each === 'report')).toMatchObject({
      due: '2026-05-30',
      daysLeft: 18,
      clause: 'п. 3.4',
    });
    // 54 rows have a number; the fourth meeting is still ahead
    expect(readiness.rows).toBe(53);
    expect(linesOf(err)).toEqual([expect.stringContaining('сначала реестр построен')]);
    expect(await readdir(folder)).toEqual(['book.xlsx']);
    expect(await readFile(at('book.xlsx'))).toEqual(Buffer.from(input));
  });

  it('prints issues by severity and kind, then the deadlines and the readiness', async () => {
    const { code, out } = await run('check', at('book.xlsx'), ...day);
    expect(code).toBe(0);
    const order = [
      'Найдено:',
      'ОШИБКИ (',
      'ПРЕДУПРЕЖДЕНИЯ (',
      'К СВЕДЕНИЮ (',
      '\nСроки\n',
      'Готовность приложения:',
    ];
    const places = order.map((words) => out.indexOf(words));
    expect(places.every((found) => found >= 0)).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
    expect(out).toMatch(/^ {4}Достижения, A\d+: .*нет в банке данных/m);
    expect(out).toMatch(/^ {2}30\.05\.2026 {2}.*осталось 18\sдней/m);
    expect(out).toContain('Книга не изменена.');
  });

  it('ends with 3 only when it is strict and finds errors', async () => {
    expect((await run('check', at('book.xlsx'), '--strict', ...day)).code).toBe(3);
    expect((await run('check', at('book.xlsx'), ...day)).code).toBe(0);
  });

  it('writes the book with «Контроль» and «Сроки», which a second check finds as they are', async () => {
    const first = await run('check', at('book.xlsx'), '--json', '--out', at('out.xlsx'), ...day);
    expect(first.code).toBe(0);
    expect(await readFile(at('book.xlsx'))).toEqual(Buffer.from(input));
    const again = await run('check', at('out.xlsx'), '--json', '--out', at('again.xlsx'));
    expect(again.out).toBe(first.out);
    const filled = await run('fill', at('out.xlsx'), '--in-place');
    expect(filled.out).toContain('Изменений нет');
  });

  it.each(
    drawn<readonly [string, readonly string[], string]>(
      [
        ['sonkovo', ['plan', 'leader-order'], 'п. 3.4'],
        ['tersky', ['meeting-1', 'report-2', 'monitoring'], 'п. 3.8'],
        ['zdvinsk', ['leader-election', 'formation-order', 'meeting-4'], 'разд. 6'],
        ['oshmyany', ['plan', 'databank-update', 'meeting-4'], 'п. 26.8'],
      ],
      3,
    ),
  )('applies the regulation asked for, to a new book and to a register: %s', async (id, codes, clause) => {
    const check = async (file: string): Promise<z.infer<typeof checkSchema>> => {
      const { out } = await run('check', at(file), '--regulation', id, '--json', ...day);
      return checkSchema.parse(JSON.parse(out));
    };
    const fresh = await check('book.xlsx');
    expect(fresh.obligations.map(({ code }) => code)).toEqual(expect.arrayContaining([...codes]));
    expect(fresh.obligations.find(({ code }) => code === 'report')?.clause).toBe(clause);
    await run('fill', at('book.xlsx'), '--out', at('tomsk.xlsx'), '--regulation', 'tomsk', ...day);
    const changed = await check('tomsk.xlsx');
    expect(changed.obligations.map(({ code }) => code)).toEqual(fresh.obligations.map(({ code }) => code));
  });

  it('counts for the school year and the day asked for, whatever the register says', async () => {
    await run('fill', at('book.xlsx'), '--out', at('register.xlsx'), ...day);
    const { out } = await run(
      ...['check', at('register.xlsx'), '--json', '--year', '2024/2025', '--today', '2025-05-20'],
    );
    const { obligations } = checkSchema.parse(JSON.parse(out));
    expect(obligations.find(({ code }) => code === 'report')).toMatchObject({
      due: '2025-05-30',
      daysLeft: 10,
    });
  });

  it.each([
    ['text', Buffer.from('просто текст')],
    ['a broken archive', Buffer.from('504b0304ffffffff', 'hex')],
    ['an encrypted book', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ])('refuses %s in one sentence with code 1', async (_, bytes) => {
    await writeFile(at('bad.xlsx'), bytes);
    const { code, out, err } = await run('check', at('bad.xlsx'), '--json', '--out', at('out.xlsx'));
    expect([code, out]).toEqual([1, '']);
    expect(linesOf(err)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['bad.xlsx', 'book.xlsx']);
  });

  it('does not write over the book it checks', async () => {
    const { code, err } = await run('check', at('book.xlsx'), '--out', at('book.xlsx'));
    expect(code).toBe(2);
    expect(err).toContain('исходный');
    expect((await run('check', at('no.xlsx'))).code).toBe(1);
  });
});

describe('help and usage', () => {
  it('helps on stdout with code 0', async () => {
    for (const argv of [['--help'], ['new', '--help'], ['fill', '--help'], ['check', '--help']]) {
      const { code, out, err } = await run(...argv);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('Использование:');
    }
  });

  it('says what is mistyped on stderr with code 2', async () => {
    const { code, out, err } = await run('fill', at('book.xlsx'), '--regulation', 'mars', '--in-place');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^Неизвестное положение «mars»\. Известны: sonkovo, tersky, tomsk, zdvinsk, oshmyany, own\. .*--help\n$/,
    );
  });
});

describe('as a process', () => {
  it('ends with its code and keeps stdout for the result', () => {
    const start = (...argv: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', resolve('src/cli/main.ts'), ...argv], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
    const filled = start('fill', at('book.xlsx'), '--out', at('out.xlsx'), '--today', '2026-05-12', '--json');
    expect(filled.status).toBe(0);
    expect(answerSchema.parse(JSON.parse(filled.stdout)).rows).toHaveLength(55);
    expect(start('fill', at('no.xlsx'), '--in-place').status).toBe(1);
    expect(start().status).toBe(2);
  });
});
