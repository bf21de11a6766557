import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { format } from 'prettier';
import { FIRST_SCRIPT_LIMIT, firstScriptGzip, measureBundles } from '../scripts/bundle-size';
import type { Size } from './association';
import { FILE_COLUMNS, FILE_NOTE, fileCosts } from './fileReport';
import type { CheckTrips, ControlCost } from './control';
import { measureOpening } from './opening';
import type { EngineTiming, SqliteTiming, Trip, WorkbookCost } from './measure';

/**
 * The bench: engine against SQLite, what the use cases cost at the workbook, LibreOffice on large files, the
 * weight of the bundles. Prints a Markdown table and writes bench/results.md.
 *
 * `npm run bench` measures all of it (about ten minutes); `-- --quick` leaves the largest workbook out.
 */

const SIZES: readonly Size[] = [
  { teachers: 60, records: 500 },
  { teachers: 500, records: 10_000 },
  { teachers: 500, records: 100_000 },
];
const LARGEST_QUICK = 10_000;
const RESULTS = fileURLToPath(new URL('results.md', import.meta.url));

const run = promisify(execFile);

/** Each measurement has a process to itself; its answer is one JSON. */
async function measure<T>(what: string, { teachers, records }: Size): Promise<T> {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const { stdout } = await run(
    process.execPath,
    ['--max-old-space-size=8192', '--import', 'tsx', script, what, String(teachers), String(records)],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as T;
}

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const fixed = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
const times = (value: number): string => `${value.toFixed(1)}×`;
const kilobytes = (bytes: number): string => String(Math.ceil(bytes / 1024));
const nameOf = ({ teachers, records }: Size): string => `${String(teachers)} × ${String(records)}`;
const say = (words: string): void => {
  process.stderr.write(`${words}\n`);
};

async function engineAgainstSqlite(): Promise<string> {
  const rows: string[][] = [];
  for (const size of SIZES) {
    say(`Расчёт и SQLite: ${nameOf(size)}`);
    const engine = await measure<EngineTiming>('engine', size);
    const sqlite = await measure<SqliteTiming>('sqlite', size);
    if (JSON.stringify(engine.numbers) !== JSON.stringify(sqlite.numbers)) {
      throw new Error(`The engine and SQLite differ at ${nameOf(size)}.`);
    }
    rows.push([
      nameOf(size),
      fixed(engine.milliseconds),
      fixed(sqlite.oneByOneMilliseconds),
      times(sqlite.oneByOneMilliseconds / engine.milliseconds),
      fixed(sqlite.groupedMilliseconds),
      times(sqlite.groupedMilliseconds / engine.milliseconds),
      times(
        (sqlite.loadMilliseconds + sqlite.oneByOneMilliseconds) /
          (engine.parseMilliseconds + engine.milliseconds),
      ),
      fixed(engine.peakMegabytes),
      fixed(sqlite.peakMegabytes),
      times(sqlite.peakMegabytes / engine.peakMegabytes),
    ]);
  }
  return table(
    [
      'педагогов × записей',
      'расчёт, мс',
      'SQLite, 54 запроса, мс',
      'отношение',
      'SQLite, группами, мс',
      'отношение',
      'с загрузкой, отношение',
      'пик процесса, расчёт, МБ',
      'пик процесса, SQLite, МБ',
      'отношение',
    ],
    rows,
  );
}

const tripCells = ({ roundTrips, sentBytes, receivedBytes, actions, milliseconds }: Trip): string[] => [
  String(roundTrips),
  kilobytes(sentBytes),
  kilobytes(receivedBytes),
  String(actions),
  fixed(milliseconds),
];

async function costAtTheWorkbook(isQuick: boolean): Promise<string> {
  const rows: string[][] = [];
  const files: string[][] = [];
  for (const size of SIZES.filter(({ records }) => !isQuick || records <= LARGEST_QUICK)) {
    say(`Книга: ${nameOf(size)}`);
    const cost = await measure<WorkbookCost>('workbook', size);
    if (cost.agreed !== cost.rows) {
      throw new Error(`Only ${String(cost.agreed)} rows of ${String(cost.rows)} agree at ${nameOf(size)}.`);
    }
    rows.push(
      [nameOf(size), 'создать пустой', ...tripCells(cost.create)],
      [nameOf(size), 'заполнить', ...tripCells(cost.fill)],
      [nameOf(size), 'заполнить ещё раз', ...tripCells(cost.refill)],
    );
    const seconds = cost.libreOfficeMilliseconds;
    files.push([
      nameOf(size),
      kilobytes(cost.fileBytes),
      seconds === null ? '—' : fixed(seconds / 1000),
      `${String(cost.agreed)} из ${String(cost.rows)}`,
    ]);
  }
  return [
    table(
      [
        'педагогов × записей',
        'действие',
        'обращений',
        'отправлено, КБ',
        'получено, КБ',
        'изменений',
        'время, мс',
      ],
      rows,
    ),
    table(
      ['педагогов × записей', 'файл, КБ', 'LibreOffice: открыть, пересчитать, записать, с', 'сверка'],
      files,
    ),
  ].join('\n\n');
}

/** The control is to grow with the rows: twice as many may take so many times as long. */
const LINEAR_AT_MOST = 2.3;
const CONTROL_SIZES: readonly [Size, Size] = [
  { teachers: 500, records: 10_000 },
  { teachers: 500, records: 20_000 },
];

const checkCells = (trips: CheckTrips): string[] => [
  String(trips.readTrips),
  String(trips.writeTrips),
  String(trips.readBackTrips),
  kilobytes(trips.sentBytes),
  kilobytes(trips.receivedBytes),
  fixed(trips.milliseconds),
];

async function control(): Promise<string> {
  const costs: [Size, ControlCost][] = [];
  for (const size of CONTROL_SIZES) {
    say(`Контроль: ${nameOf(size)}`);
    costs.push([size, await measure<ControlCost>('control', size)]);
  }
  const [[, small], [, large]] = costs as [[Size, ControlCost], [Size, ControlCost]];
  const growth = large.checksMilliseconds / small.checksMilliseconds;
  if (growth > LINEAR_AT_MOST) {
    say(`Проверка растёт быстрее строк: ${times(growth)}`);
    process.exitCode = 1;
  }
  return [
    table(
      [
        'педагогов × записей',
        'строк',
        'замечаний',
        'проверки, мс',
        'разбор тех же строк zod, мс',
        'отношение',
        'весь пересчёт (числа, сроки, проверки), мс',
      ],
      costs.map(([size, cost]) => [
        nameOf(size),
        String(cost.rows),
        String(cost.issues),
        fixed(cost.checksMilliseconds),
        fixed(cost.zodMilliseconds),
        times(cost.checksMilliseconds / cost.zodMilliseconds),
        fixed(cost.judgeMilliseconds),
      ]),
    ),
    `Время процессора, медианы. Строк вдвое больше — проверки дольше в ${times(growth)} (предел ${times(LINEAR_AT_MOST)}).`,
    table(
      [
        'педагогов × записей',
        'действие',
        'обращений на чтение',
        'на запись',
        'на обратное чтение',
        'отправлено, КБ',
        'получено, КБ',
        'время, мс',
      ],
      costs.flatMap(([size, { check, recheck, live }]) => [
        [nameOf(size), 'проверить', ...checkCells(check)],
        [nameOf(size), 'проверить ещё раз', ...checkCells(recheck)],
        [
          nameOf(size),
          'правка одной ячейки при открытой панели',
          String(live.roundTrips),
          '0',
          '0',
          kilobytes(live.sentBytes),
          kilobytes(live.receivedBytes),
          fixed(live.milliseconds),
        ],
      ]),
    ),
    'Книга к этому времени уже прочитана панелью: первое чтение незнакомой книги стоит на одно обращение больше. Больше десяти тысяч записей в один ответ Excel не помещается.',
  ].join('\n\n');
}

async function bundles(): Promise<string> {
  say('Сборка надстройки');
  const sizes = await measureBundles();
  return [
    table(
      ['сценарий', 'КБ', 'gzip, КБ'],
      sizes.map(({ name, isFirst, bytes, gzip }) => [
        isFirst ? name : `${name} (позже)`,
        kilobytes(bytes),
        kilobytes(gzip),
      ]),
    ),
    `Первые сценарии панели вместе: ${kilobytes(firstScriptGzip(sizes))} КБ gzip, предел ${kilobytes(FIRST_SCRIPT_LIMIT)} КБ.`,
  ].join('\n\n');
}

async function opening(): Promise<string> {
  say('Открытие панели');
  const { pane, template, templateGzip, tripsToReport, tripsToFollow } = await measureOpening();
  const ownGzip = firstScriptGzip(await measureBundles());
  return [
    table(
      ['страница', 'первые сценарии, gzip, КБ', 'Office готов, мс', 'видно полезное, мс', 'после Office, мс'],
      [
        ['панель: обзор заполненного реестра', ownGzip, pane] as const,
        ['пустая страница шаблона Microsoft', templateGzip, template] as const,
      ].map(([name, gzip, { office, useful }]) => [
        name,
        kilobytes(gzip),
        fixed(office),
        fixed(useful),
        fixed(useful - office),
      ]),
    ),
    'От загрузки фрейма на стенде, медиана пяти открытий по очереди в одном браузере. «Office готов» — вместе с открытием книги: стенд и панель делят один поток. Страница шаблона (Office-Addin-TaskPane-React) воспроизведена по его составу теми же версиями React и Fluent и тем же webpack, без его полифилов и стилей из сети; книги она не читает.',
    `Обращений к книге, чтобы показать обзор заполненного реестра: ${String(tripsToReport)}; чтобы следить за правками, после этого ещё ${String(tripsToFollow)}.`,
  ].join('\n\n');
}

/** Two hundred registers of 30 teachers and 200 records into one. */
async function joining(): Promise<string> {
  say('Свод: 200 реестров');
  const script = fileURLToPath(new URL('department.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script]);
  return [stdout.trim(), JOIN_NOTE].join('\n\n');
}

const JOIN_NOTE =
  'Реестры по 30 педагогов и 200 записей, каждый замер в своём процессе. Свод читает файлы по одному и держит от каждого числа, сроки, план и ключи людей; пик растёт со сводом, который записывается, и с тем, как редко освобождает память Node.';

const isQuick = process.argv.includes('--quick');
const report = [
  '# Замеры',
  `Node ${process.version}; медианы повторов; каждый замер в своём процессе. Отношение больше 1 — расчёт быстрее или легче SQLite (sql.js, в памяти, с индексами). Числа расчёта и SQLite совпали во всех строках формы.`,
  '## Расчёт и SQLite',
  await engineAgainstSqlite(),
  '## Обмен с книгой и большие файлы',
  await costAtTheWorkbook(isQuick),
  '## Контроль',
  await control(),
  '## Файлы',
  [table(FILE_COLUMNS, await fileCosts(say)), FILE_NOTE].join('\n\n'),
  '## Свод',
  await joining(),
  '## Открытие панели',
  await opening(),
  '## Вес сценариев',
  await bundles(),
  '',
].join('\n\n');
const formatted = await format(report, { parser: 'markdown' });
process.stdout.write(formatted);
await writeFile(RESULTS, formatted);
