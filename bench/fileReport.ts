import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BENCH_FILES, type FileCost } from './adoption';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('measureFile.ts', import.meta.url));

/** What is done with a file, how it is called in the table, and whose time it is compared with. */
const WORKS = [
  { file: 'methodist', work: 'exceljs', words: '20 листов, 5000 строк: ExcelJS только открывает' },
  { file: 'methodist', work: 'read', words: '20 листов, 5000 строк: прочитать', beside: 'exceljs' },
  {
    file: 'methodist',
    work: 'adopt',
    words: '20 листов, 5000 строк: прочитать и перенести',
    beside: 'exceljs',
  },
  {
    file: 'sparse',
    work: 'adopt',
    words: '1 048 576 оформленных строк, 50 заполнено: прочитать и перенести',
  },
  { file: 'register', work: 'join exceljs', words: '200 реестров: ExcelJS только открывает' },
  { file: 'register', work: 'join one', words: '1 реестр: прочитать и разобрать' },
  { file: 'register', work: 'join', words: '200 реестров: прочитать и разобрать', beside: 'join exceljs' },
] as const;

const REPEATS = 3;

async function cost(work: string, path: string): Promise<FileCost> {
  const costs: FileCost[] = [];
  for (let index = 0; index < REPEATS; index += 1) {
    const { stdout } = await run(process.execPath, [
      '--max-old-space-size=8192',
      '--import',
      'tsx',
      SCRIPT,
      work,
      path,
    ]);
    costs.push(JSON.parse(stdout) as FileCost);
  }
  const [, median] = costs.sort((one, other) => one.seconds - other.seconds) as [
    FileCost,
    FileCost,
    FileCost,
  ];
  return median;
}

/** Rows of the table of files: name, seconds of the processor, ratio, peak of memory. */
export async function fileCosts(say: (words: string) => void): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const known = new Map<string, number>();
    const rows: string[][] = [];
    for (const [name, bytes] of Object.entries(BENCH_FILES))
      await writeFile(join(folder, name), await bytes());
    for (const each of WORKS) {
      say(`Файлы: ${each.words}`);
      const { seconds, peakMegabytes } = await cost(each.work, join(folder, each.file));
      known.set(each.work, seconds);
      const other = 'beside' in each ? known.get(each.beside) : undefined;
      const ratio = other === undefined ? '—' : `${(seconds / other).toFixed(1)}×`;
      rows.push([each.words, seconds.toFixed(2), ratio, peakMegabytes.toFixed(0)]);
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const FILE_COLUMNS = ['что', 'процессор, с', 'к ExcelJS', 'пик процесса, МБ'];
export const FILE_NOTE =
  'Холодный запуск, медиана трёх процессов; пик — вместе с Node, tsx и прочитанным файлом. Меньше 1 — быстрее, чем ExcelJS только открывает ту же книгу.';
