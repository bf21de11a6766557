import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { adopt, planAdoption, type SourceSheet } from '../src/adoption';
import { writeInputBook } from '../src/cli/sampleBook';
import { readSnapshotFile, readSources, writeBook, type PlainSheet } from '../src/files';
import type { CellValue } from '../src/plan/action';
import { serialOf } from '../src/register/dates';
import { parseRegister } from '../src/register/parse';
import { registerBook } from '../test/adoption/sheets';
import { benchTables } from './association';

/** What a file costs to take in, in seconds of the processor, and the most memory the process has held. */
export interface FileCost {
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Filled cells, rows of the register or registers: what came of it. */
  readonly found: number;
}

const SHEETS = 20;
const ROWS = 250;
const REGISTERS = 200;

const FIRST = ['Анна', 'Ольга', 'Нина', 'Вера', 'Ирина', 'Елена', 'Мария', 'Жанна', 'Дина', 'Рита'];
const MIDDLE = ['Петровна', 'Ильинична', 'Львовна', 'Олеговна', 'Юрьевна'];
const LAST = [
  'Иванова',
  'Громова',
  'Зотова',
  'Белозёрова',
  'Дементьева',
  'Жаркова',
  'Лапко',
  'Ильина',
  'Рябова',
  'Ким',
];
const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const HUNDREDS = ['а', 'ая', 'ова', 'ева', 'ина', 'ская', 'цкая', 'енко', 'юк', 'ич', 'их', 'ян'];

/** Five thousand different people. */
const nameOf = (index: number): string =>
  `${pick(LAST, index)}${index < 10 ? '' : `-${pick(LAST, Math.floor(index / 10)).slice(0, -1)}${pick(HUNDREDS, Math.floor(index / 100))}`} ${pick(FIRST, Math.floor(index / 7))} ${pick(MIDDLE, Math.floor(index / 3))}`;

/** A workbook as a methodist keeps it: a sheet for each school, 5 000 rows with titles, sections and dates. */
export function methodistFile(): Promise<Uint8Array> {
  const sheets = Array.from({ length: SHEETS }, (_, school): PlainSheet => {
    const isOfEvents = school % 2 === 1;
    const rows = Array.from({ length: ROWS }, (__, index): CellValue[] => {
      const name = nameOf(Math.floor(school / 2) * ROWS + index);
      return isOfEvents
        ? [
            index + 1,
            name,
            `Олимпиада по физике, ${String(index % 9)} класс`,
            pick(['муниципальный', 'районный', 'областной'], index),
            pick(['1 место', 'призёр', 'участник'], index),
            serialOf(2025, 9, 1) + index,
          ]
        : [
            index + 1,
            name,
            serialOf(1970, 1, 1) + index * 31,
            'учитель физики',
            'высшее, ТГПУ, 1995',
            `${String(index % 40)} лет`,
            pick(['высшая', '1 кв. категория', 'СЗД'], index),
            serialOf(2022, 1, 10) + index,
          ];
    });
    const headers = isOfEvents
      ? ['№ п/п', 'ФИО педагога', 'Название мероприятия', 'Уровень', 'Результат участия', 'Дата']
      : [
          '№ п/п',
          'Ф.И.О. педагога',
          'Дата рождения',
          'Должность',
          'Образование',
          'Пед. стаж',
          'Категория',
          'Дата аттестации',
        ];
    const column = isOfEvents ? 'F' : 'C';
    return {
      name: `${isOfEvents ? 'Олимпиады' : 'Кадры'} СОШ № ${String(Math.floor(school / 2) + 1)}`,
      rows: [[`МБОУ «СОШ № ${String(Math.floor(school / 2) + 1)}»`], headers, ...rows],
      looks: [
        { address: `A2:H${String(ROWS + 2)}`, look: { border: '#808080', wrap: true } },
        { address: `${column}3:${column}${String(ROWS + 2)}`, look: { numberFormat: 'dd.mm.yyyy' } },
        ...(isOfEvents ? [] : [{ address: `H3:H${String(ROWS + 2)}`, look: { numberFormat: 'dd.mm.yyyy' } }]),
      ],
      merges: ['A1:H1'],
      widths: [],
      print: { orientation: 'Landscape', pagesWide: 1 },
    };
  });
  return writeBook({ sheets, names: {} });
}

/** Fifty teachers in a sheet whose every row down to the last has a border. */
export async function sparseFile(): Promise<Uint8Array> {
  const bytes = await writeBook({
    sheets: [
      {
        name: 'Кадры',
        rows: [['ФИО', 'Категория'], ...Array.from({ length: 50 }, (_, index) => [nameOf(index), 'высшая'])],
        looks: [{ address: 'A1:B51', look: { border: '#000000' } }],
        merges: [],
        widths: [],
        print: { orientation: 'Portrait', pagesWide: 1 },
      },
    ],
    names: {},
  });
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const blank = Array.from({ length: 1_048_576 - 51 }, (_, index) => {
    const row = String(index + 52);
    return `<row r="${row}" s="1" customFormat="1"><c r="A${row}" s="1"/><c r="B${row}" s="1"/></row>`;
  });
  const xml = strFromU8(parts[path] ?? new Uint8Array());
  parts[path] = strToU8(xml.replace('</sheetData>', () => `${blank.join('')}</sheetData>`));
  return zipSync(parts);
}

/** Files by what is asked to be done with them; written by one process, read by others. */
export const BENCH_FILES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  methodist: methodistFile,
  sparse: sparseFile,
  register: () => writeInputBook(benchTables({ teachers: 60, records: 500 })),
};

const adoptAll = (sheets: readonly SourceSheet[]): number => {
  const snapshot = registerBook();
  const adoption = adopt(sheets, snapshot);
  planAdoption(snapshot, adoption.outcomes);
  return adoption.outcomes.length;
};

/** What is measured, over the bytes of a file. */
export const FILE_WORK: Readonly<Record<string, (bytes: Uint8Array) => Promise<number>>> = {
  read: async (bytes) =>
    (await readSources('a.xlsx', bytes)).reduce((sum, { cells }) => sum + cells.length, 0),
  adopt: async (bytes) => adoptAll(await readSources('a.xlsx', bytes)),
  exceljs: async (bytes) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    return book.worksheets.length;
  },
  join: async (bytes) => {
    for (let index = 0; index < REGISTERS; index += 1) parseRegister(await readSnapshotFile('a.xlsx', bytes));
    return REGISTERS;
  },
  'join one': async (bytes) => {
    parseRegister(await readSnapshotFile('a.xlsx', bytes));
    return 1;
  },
  'join exceljs': async (bytes) => {
    for (let index = 0; index < REGISTERS; index += 1)
      await new ExcelJS.Workbook().xlsx.load(bytes.slice().buffer);
    return REGISTERS;
  },
};

/** Once, cold, as somebody who chooses a file meets it. */
export async function measureFile(work: string, bytes: Uint8Array): Promise<FileCost> {
  const run = FILE_WORK[work];
  if (run === undefined) throw new Error(`No such work: ${work}`);
  const before = process.cpuUsage();
  const found = await run(bytes);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024, found };
}
