import { jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { readArguments } from '../../src/cli/arguments';
import { runProgram } from '../../src/cli/program';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';

jest.setTimeout(60_000);

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

const document = (...more: string[]): ReturnType<typeof run> => run('document', at('book.xlsx'), ...more);

// One register for all: the command only ever reads it.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'register-'));
  await writeFile(at('input.xlsx'), await writeInputBook(SAMPLE.tables));
  const { regulation, schoolYear } = SAMPLE;
  const filled = await run(
    ...['fill', at('input.xlsx'), '--out', at('book.xlsx'), '--today', '2026-05-12'],
    ...['--regulation', regulation, '--year', schoolYear],
  );
  expect(filled.code).toBe(0);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('document', () => {
  it('lists what the regulation of the book has, with what to type for it', async () => {
    const { code, out } = await document('--kind', 'list');
    expect(code).toBe(0);
    expect(out).toMatch(/^protocol +/m);
    expect(out).toContain('  --meeting 2  Протокол заседания № 2');
    expect(out).toMatch(/^ {2}--meeting 1 --item 1 {2}Выписка/m);
  });

  it('writes a protocol for Word, and leaves the book as it was', async () => {
    const before = await readFile(at('book.xlsx'));
    const { code, out } = await document('--kind', 'protocol', '--meeting', '2', '--out', at('p.docx'));
    expect(code).toBe(0);
    expect(out).toContain('Записано');
    const body = strFromU8(unzipSync(await readFile(at('p.docx')))['word/document.xml'] ?? new Uint8Array());
    expect(body).toContain('Провести сборы для участников регионального этапа');
    expect(await readFile(at('book.xlsx'))).toEqual(before);
  });

  it('writes it for Excel, on A4', async () => {
    const { code } = await document('--kind', 'protocol', '--meeting', '2', '--out', at('p.xlsx'));
    expect(code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(at('p.xlsx'));
    const [sheet] = book.worksheets;
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1 });
    expect(JSON.stringify(sheet?.getSheetValues())).toContain(
      'Провести сборы для участников регионального этапа',
    );
  });

  it('says what to enter for a document that is not whole, and writes it none the less', async () => {
    const { code, err } = await document('--kind', 'databank', '--out', at('d.docx'));
    expect(code).toBe(0);
    expect(err.trim().split('\n').length).toBeGreaterThan(0);
    expect((await readFile(at('d.docx'))).length).toBeGreaterThan(1000);
  });

  it.each([
    ['a meeting there is not', ['--kind', 'protocol', '--meeting', '77'], 'Заседания № 77 в реестре нет'],
    ['no meeting at all', ['--kind', 'protocol'], 'Выберите одно из заседаний: 1, 2, 3, 4'],
    ['a kind the regulation has not', ['--kind', 'young-teachers'], 'не составляется'],
  ])('refuses %s in one line, and writes nothing', async (_, words, sentence) => {
    const { code, err } = await document(...words, '--out', at('none.docx'));
    expect(code).toBe(1);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    await expect(readFile(at('none.docx'))).rejects.toThrow('ENOENT');
  });

  it('refuses a book that is no register', async () => {
    const { code, err } = await run('document', at('input.xlsx'), '--kind', 'list');
    expect(code).toBe(1);
    expect(err).toContain('ещё не реестр');
  });

  it('never writes over the book it reads', async () => {
    const { code, err } = await document('--kind', 'plan', '--out', at('book.xlsx'));
    expect(code).toBe(2);
    expect(err).toContain('укажите другое имя');
  });

  it('tells in its help which regulation has which documents', async () => {
    const { code, out } = await run('document', '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}protocol +Протокол заседания \(все положения\)$/m);
    expect(out).toMatch(/^ {2}scans +.+\(tomsk/m);
  });
});

describe('the line of document', () => {
  it('is read', () => {
    const words = ['document', 'b.xlsx', '--kind', 'extract', '--meeting', '2', '--item', '2.1'];
    expect(readArguments([...words, '--out', 'x.DOCX'])).toEqual({
      command: 'document',
      file: 'b.xlsx',
      wanted: { request: { kind: 'extract', meeting: 2, item: '2.1' }, out: 'x.DOCX', format: 'docx' },
    });
    expect(readArguments(['document', 'b.xlsx', '--kind', 'list'])).toMatchObject({ wanted: null });
  });

  it.each([
    [[], 'какой документ нужен'],
    [['--kind', 'сказка'], 'Неизвестный вид документа «сказка»'],
    [['--kind', 'general-plan', '--out', 'x.docx'], 'Неизвестный вид документа'],
    [['--kind', 'plan'], 'куда записать документ'],
    [['--kind', 'plan', '--out', 'x.pdf'], '.docx или .xlsx'],
    [['--kind', 'protocol', '--meeting', 'второе', '--out', 'x.docx'], 'Неверный номер заседания'],
    [
      ['--kind', 'plan', '--meeting', '2', '--out', 'x.docx'],
      'Параметр --meeting к документу «plan» не относится',
    ],
    [
      ['--kind', 'protocol', '--meeting', '2', '--item', '1', '--out', 'x.docx'],
      'Параметр --item к документу',
    ],
    [['--kind', 'plan', '--json', '--out', 'x.docx'], 'Неизвестный параметр'],
    [['лишнее', '--kind', 'list'], 'Лишнее слово'],
  ])('is refused when mistyped: %j', (words, sentence) => {
    expect(() => readArguments(['document', 'b.xlsx', ...words])).toThrow(sentence);
  });
});
