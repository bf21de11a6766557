import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeInputBook } from '../src/cli/sampleBook';
import { openHost } from '../src/host/node';
import { joinFiles } from '../src/usecases/department';
import { runBuild } from '../src/usecases/office';
import { BENCH_TODAY, benchTables } from './association';

/**
 * Joining many registers beside ExcelJS merely reading them: `tsx bench/department.ts [FILES]` prints a Markdown table.
 * Each contender has a process of its own, so that the peak of its memory is its own.
 */
export interface JoinCost {
  readonly files: number;
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

const ASSOCIATION = 'РМО номер 0';
const SURNAME = 'Ёлкин';
const FEW = 20;
const MANY = 200;

/** Registers of 30 teachers and 200 records, whole, each with an association and people of its own. */
async function writeRegisters(folder: string, count: number): Promise<void> {
  const host = await openHost(await writeInputBook(benchTables({ teachers: 30, records: 200 })));
  try {
    const request = {
      schoolYear: '2025/2026',
      association: ASSOCIATION,
      today: BENCH_TODAY,
      currentDate: BENCH_TODAY,
    };
    await runBuild((batch) => host.run(batch), request, { onPhase: () => undefined });
    const parts = unzipSync(await host.save());
    for (let number = 1; number <= count; number += 1) {
      const own = Object.fromEntries(
        Object.entries(parts).map(([path, content]) =>
          path.endsWith('.xml')
            ? [
                path,
                strToU8(
                  strFromU8(content)
                    .replaceAll(ASSOCIATION, `РМО номер ${String(number)}`)
                    .replaceAll(SURNAME, `${SURNAME}${String(number)}`),
                ),
              ]
            : [path, content],
        ),
      );
      await writeFile(join(folder, `${String(number).padStart(3, '0')}.xlsx`), zipSync(own, { level: 6 }));
    }
  } finally {
    host.dispose();
  }
}

const CONTENDERS = {
  join: async (paths: readonly string[]): Promise<void> => {
    const files = paths.map((path) => ({ name: path, bytes: () => readFile(path) }));
    const { svod } = await joinFiles(files, { onFile: () => undefined }, BENCH_TODAY);
    if (svod.associations.length !== paths.length) throw new Error(svod.notices.join(' '));
  },
  exceljs: async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) await new ExcelJS.Workbook().xlsx.readFile(path);
  },
} as const;

type Contender = keyof typeof CONTENDERS;

async function measureHere(contender: Contender, folder: string, count: number): Promise<JoinCost> {
  const names = (await readdir(folder)).sort().slice(0, count);
  const begun = performance.now();
  await CONTENDERS[contender](names.map((name) => join(folder, name)));
  return {
    files: names.length,
    milliseconds: performance.now() - begun,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  };
}

async function measureApart(contender: Contender, folder: string, count: number): Promise<JoinCost> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', fileURLToPath(import.meta.url)],
    ...[contender, folder, String(count)],
  ]);
  return JSON.parse(stdout) as JoinCost;
}

async function compare(many: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'registers-'));
  try {
    await writeRegisters(folder, many);
    const lines: string[] = [];
    const measured: readonly (readonly [Contender, number])[] = [
      ['join', Math.min(FEW, many)],
      ['join', many],
      ['exceljs', many],
    ];
    for (const [contender, count] of measured) {
      const { files, milliseconds, peakMegabytes } = await measureApart(contender, folder, count);
      const perSecond = (files / milliseconds) * 1000;
      lines.push(
        `| ${contender === 'join' ? 'свод: чтение, пересчёт, запись' : 'ExcelJS: только чтение'} | ${String(files)} | ${perSecond.toFixed(1)} | ${peakMegabytes.toFixed(0)} |`,
      );
    }
    process.stdout.write(
      [
        '| Что | Файлов | Файлов в секунду | Пик памяти, МБ |',
        '| --- | ---: | ---: | ---: |',
        ...lines,
        '',
      ].join('\n'),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [what = String(MANY), folder = '', count = '0'] = process.argv.slice(2);
if (what === 'join' || what === 'exceljs') {
  process.stdout.write(JSON.stringify(await measureHere(what, folder, Number(count))));
} else {
  await compare(Number(what));
}
