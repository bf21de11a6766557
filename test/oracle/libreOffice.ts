import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { parseArea } from '../../src/register/addresses';

/**
 * LibreOffice as the independent judge of the written files: it opens an .xlsx, recalculates every formula
 * and says what the cells hold.
 */

/** A recalculated sheet, by row and column from 1; a cell without a value is absent. */
export type RecalculatedSheet = readonly (readonly (string | number | undefined)[] | undefined)[];

/** A recalculated workbook: its sheets by name. */
export type RecalculatedBook = ReadonlyMap<string, RecalculatedSheet>;

export interface JudgeOptions {
  /** Language of the interface and of numbers; a Russian methodist's LibreOffice is `ru-RU`. */
  readonly locale?: 'en-US' | 'ru-RU';
  /** What LibreOffice does with the values cached in the file; by default it recalculates. */
  readonly recalculation?: 'always' | 'as installed';
  /** A conversion that takes longer is given up. */
  readonly seconds?: number;
}

const PROGRAM = 'soffice';
const MOST_SECONDS = 200;

const run = promisify(execFile);

/** Throws, with the remedy, when LibreOffice is not installed: a skipped oracle would prove nothing. */
export function requireLibreOffice(): void {
  const { error, status } = spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' });
  if (error !== undefined || status !== 0) {
    throw new Error(
      'LibreOffice Calc is not installed, and these tests cannot judge without it: apt-get install libreoffice-calc',
    );
  }
}

function setting(path: string, name: string, value: string): string {
  return `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}

/** A profile of our own: without the two recalculation settings LibreOffice repeats the cached values. */
function profileSettings({ locale = 'en-US', recalculation = 'always' }: JudgeOptions): string {
  const load = '/org.openoffice.Office.Calc/Formula/Load';
  const settings = [
    setting('/org.openoffice.Setup/L10N', 'ooSetupSystemLocale', locale),
    ...(recalculation === 'always'
      ? [setting(load, 'OOXMLRecalcMode', '0'), setting(load, 'ODFRecalcMode', '0')]
      : []),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...settings,
    '</oor:items>',
  ].join('\n');
}

/** LibreOffice writes what it computed into an .xlsx of its own: full precision, and text apart from numbers. */
const FILE_FILTER = 'xlsx:Calc MS Excel 2007 XML';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readXmlText(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return decimal === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(decimal));
    });
}

function attribute(tag: string, name: string): string {
  return readXmlText(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** Reads one worksheet part; cells stand at their addresses. */
function readSheet(xml: string, sharedTexts: readonly string[]): RecalculatedSheet {
  const rows: (string | number)[][] = [];
  for (const [, tag = '', body = ''] of xml.matchAll(/<c(\s[^>]*[^/])>(.*?)<\/c>/gs)) {
    const value = /<v[^>]*>([^<]*)<\/v>/.exec(body)?.[1];
    const place = parseArea(attribute(tag, 'r'));
    if (value === undefined || place === null) continue;
    const type = attribute(tag, 't');
    const row = (rows[place.top] ??= []);
    if (type === 's') row[place.left] = sharedTexts[Number(value)] ?? '';
    else row[place.left] = type === '' || type === 'n' ? Number(value) : readXmlText(value);
  }
  return rows;
}

/** Reads the values of an .xlsx as its maker cached them. */
export function readCachedValues(bytes: Uint8Array): RecalculatedBook {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(?:workbook|sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name),
  });
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const sharedTexts = [...part('xl/sharedStrings.xml').matchAll(/<si(?:\s[^>]*)?>(.*?)<\/si>/gs)].map(
    ([, text = '']) => readXmlText(text),
  );
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)];
  return new Map(
    sheets.map(([tag], index) => [
      attribute(tag, 'name'),
      readSheet(part(`xl/worksheets/sheet${String(index + 1)}.xml`), sharedTexts),
    ]),
  );
}

const bookFile = (index: number): string => `book${String(index)}`;

/**
 * Opens each .xlsx, recalculates it and saves it as an .xlsx of LibreOffice's own, in the order given. All of
 * them go through one start of LibreOffice.
 */
export async function resave(
  files: readonly Uint8Array[],
  options: JudgeOptions = {},
): Promise<Uint8Array[]> {
  requireLibreOffice();
  const scratch = await mkdtemp(join(tmpdir(), 'register-oracle-'));
  try {
    const profile = join(scratch, 'profile');
    const output = join(scratch, 'recalculated');
    await mkdir(join(profile, 'user'), { recursive: true });
    await mkdir(output);
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), profileSettings(options));
    const paths = files.map((_, index) => join(scratch, `${bookFile(index)}.xlsx`));
    await Promise.all(files.map((bytes, index) => writeFile(paths[index] ?? '', bytes)));
    await run(
      PROGRAM,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        FILE_FILTER,
        '--outdir',
        output,
        ...paths,
      ],
      { timeout: (options.seconds ?? MOST_SECONDS) * 1000 },
    );
    return await Promise.all(
      files.map(async (_, index) => new Uint8Array(await readFile(join(output, `${bookFile(index)}.xlsx`)))),
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What the sheets of each .xlsx hold after recalculation, in the order given. */
export const recalculate = async (
  files: readonly Uint8Array[],
  options: JudgeOptions = {},
): Promise<RecalculatedBook[]> => (await resave(files, options)).map(readCachedValues);

/** The value of a cell; row and column are 1-based, cells beyond the used ones are empty. */
export function recalculatedCell(
  book: RecalculatedBook,
  sheet: string,
  row: number,
  column: number,
): string | number {
  const rows = book.get(sheet);
  if (rows === undefined) throw new Error(`LibreOffice shows no sheet «${sheet}».`);
  return rows[row]?.[column] ?? '';
}
