import { jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { ExcelHost } from '../../src/host/host';
import { openHost } from '../../src/host/node';
import { serialOf } from '../../src/register/dates';
import type { WorkbookSnapshot } from '../../src/register/snapshot';
import { EMPTY_DRAFT } from '../../src/usecases/contract';
import type { AdoptionDraft, AdoptionFile, AdoptionReport, UseCases } from '../../src/usecases/contract';
import { createUseCases } from '../../src/usecases/office';
import { REGISTER_SCOPE } from '../../src/usecases/scope';
import { readSnapshot } from '../../src/workbook/readSnapshot';
import { tableRows } from '../adoption/sheets';

jest.setTimeout(120_000);

const work = { onPhase: () => undefined };

/** A workbook kept for years: titles, a school as a heading, a category that is a dash, a row without a name. */
async function theirBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const base = book.addWorksheet('База');
  base.getCell('A1').value = 'БАНК ДАННЫХ';
  base.mergeCells('A1:F1');
  base.getRow(3).values = ['№', 'Ф.И.О. учителя', 'Образование', 'Стаж', 'Кв. категория', 'Примечание'];
  base.getCell('A4').value = 'МБОУ «СОШ № 2»';
  base.mergeCells('A4:F4');
  base.getRow(5).values = [1, 'Белозёрова Анна Сергеевна', 'высшее', '27 лет', 'ВКК', 'декрет'];
  base.getRow(6).values = [2, 'Громов Пётр Ильич', 'ср.-спец.', '12', '-', ''];
  base.getRow(7).values = [3, '', 'высшее', '3', '', ''];
  book.addWorksheet('Пустой');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const text = (name: string, lines: string): AdoptionFile => ({
  name,
  bytes: new TextEncoder().encode(lines),
});

const COURSES = text('курсы.csv', 'ФИО;Тема курсов;Часы\nГромов П.И.;Олимпиадная математика;36\n');
const BROKEN: AdoptionFile = { name: 'старое.xlsx', bytes: new Uint8Array([80, 75, 3, 4, 1, 2, 3]) };

let host: ExcelHost;
let useCases: UseCases;
let opened: AdoptionReport;
let sheetsBefore: string;

const snapshot = (): Promise<WorkbookSnapshot> =>
  host.run(async (context) => (await readSnapshot(context, REGISTER_SCOPE)).snapshot);

const valuesOf = (name: string): Promise<string> =>
  host.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRange();
    range.load('values');
    await context.sync();
    return JSON.stringify(range.values);
  });

beforeAll(async () => {
  host = await openHost(await theirBook());
  useCases = createUseCases(
    (batch) => host.run(batch),
    () => serialOf(2026, 5, 12),
  );
  sheetsBefore = await valuesOf('База');
  opened = await useCases.openAdoption([COURSES, BROKEN], work);
});
afterAll(() => {
  host.dispose();
});

/** Formula columns stand in blank rows too. */
const filledRows = (now: WorkbookSnapshot, table: 'Педагоги' | 'Курсы', column: string) =>
  tableRows(now, table).filter((row) => row[column] !== undefined);

const blockOn = (report: AdoptionReport, sheet: string) => {
  const found = report.sources
    .flatMap(({ sheets }) => sheets)
    .find(({ name }) => name === sheet)
    ?.blocks.at(0);
  if (found === undefined) throw new Error(`nothing was found on ${sheet}`);
  return found;
};

const questionAbout = (report: AdoptionReport, words: string) => {
  const found = report.questions.find(({ title }) => title.includes(words));
  if (found === undefined) throw new Error(`nothing is asked about ${words}`);
  return found;
};

describe('adoption, opened', () => {
  it('lists the sheets of the workbook and the files, each that cannot be read in a sentence', () => {
    expect(opened.isRegister).toBe(false);
    const [own, courses, broken] = opened.sources;
    expect(own).toMatchObject({ file: '', title: 'Эта книга', failure: null });
    expect(own?.sheets.map(({ name, note }) => [name, note])).toEqual([
      ['База', ''],
      ['Пустой', 'Лист пуст.'],
    ]);
    expect(courses?.sheets.at(0)?.blocks).toHaveLength(1);
    expect(broken?.sheets).toEqual([]);
    expect(broken?.failure?.sentence).toMatch(/\.$/);
    expect(broken?.failure?.remedy).not.toBe('');
  });

  it('explains the header, shows the rows around it, and what every column was taken for', () => {
    const block = blockOn(opened, 'База');
    expect(block).toMatchObject({ kind: 'teachers', table: 'Педагоги', rows: 2, title: 'БАНК ДАННЫХ' });
    expect(block.explanation).toContain('в строке 3');
    expect(block.rowsAround.filter(({ isHeader }) => isHeader).map(({ row }) => row)).toEqual([3]);
    // a merged title is shown once
    expect(block.rowsAround[0]?.cells).toEqual(['БАНК ДАННЫХ', '', '', '', '', '']);
    const columns = Object.fromEntries(block.columns.map((column) => [column.header, column]));
    expect(columns['Кв. категория']).toMatchObject({
      letters: 'E',
      target: 'Категория',
      samples: ['ВКК', '-'],
    });
    expect(columns['Примечание']).toMatchObject({ target: '', refused: 'в реестре нет такого столбца' });
    expect(columns['Стаж']?.options.slice(0, 2).map(({ words }) => words)).toEqual([
      'Педагогический стаж',
      'Общий стаж',
    ]);
  });

  it('never offers two options of one name for a column', () => {
    for (const { columns } of opened.sources.flatMap(({ sheets }) =>
      sheets.flatMap(({ blocks }) => blocks),
    )) {
      for (const { options } of columns) {
        const words = options.map((option) => option.words);
        expect(words).toEqual([...new Set(words)]);
        expect(options.at(-1)?.id).toBe('');
      }
    }
  });

  it('counts what would be written, and tells the row that is left out with its cell', () => {
    const { dryRun } = opened;
    const teachers = dryRun.tables.find(({ table }) => table === 'Педагоги');
    expect(teachers?.counts).toMatchObject({ added: 2, refused: 1 });
    expect(dryRun.refused).toMatchObject([
      { place: { sheet: 'База', file: '' }, reason: 'В строке нет фамилии.', table: 'Педагоги' },
    ]);
    const line = dryRun.lines.find(({ record }) => record.startsWith('Белозёрова'));
    expect(line?.cells.find(({ column }) => column === 'Категория')).toMatchObject({
      old: '',
      new: 'высшая',
      original: 'ВКК',
      place: { cell: 'E5' },
    });
    expect(dryRun.notices.join(' ')).toContain('Громов Пётр Ильич: инициалы подходят');
  });
});

describe('choices', () => {
  it('are considered without a trip to Excel', async () => {
    const { roundTrips } = host.traffic;
    const asked = questionAbout(opened, '«Стаж»');
    const dash = questionAbout(opened, '«-»');
    const none = dash.options.find(({ words }) => words === 'без категории');
    const block = blockOn(opened, 'База');
    const considered = await useCases.considerAdoption({
      ...EMPTY_DRAFT,
      leftOut: opened.sources[1]?.sheets.map(({ key }) => key) ?? [],
      answers: { [asked.id]: 'teachingExperience', [dash.id]: none?.id ?? '' },
      columns: { [block.id]: { 3: '' } },
    });
    expect(host.traffic.roundTrips).toBe(roundTrips);
    const row = considered.dryRun.lines.find(({ record }) => record.startsWith('Громов'));
    expect(row?.cells.map((cell) => [cell.column, cell.new])).toEqual([
      ['ФИО', 'Громов Пётр Ильич'],
      ['Организация', 'СОШ № 2'],
      ['Педагогический стаж', '12'],
      ['Категория', 'без категории'],
    ]);
    expect(considered.sources[1]?.sheets.at(0)).toMatchObject({ isLeftOut: true, blocks: [] });
    expect(considered.dryRun.tables.some(({ table }) => table === 'Курсы')).toBe(false);
  });

  it('move a header to the row the user points at, and tell another kind of table', async () => {
    const key = opened.sources[0]?.sheets[0]?.key ?? '';
    const moved = await useCases.considerAdoption({ ...EMPTY_DRAFT, headers: [{ sheet: key, row: 5 }] });
    const block = blockOn(moved, 'База');
    expect(block.header).toEqual({ top: 5, bottom: 5 });
    expect(block.explanation).toContain('указан вами');
    const found = blockOn(opened, 'База');
    const other = await useCases.considerAdoption({ ...EMPTY_DRAFT, kinds: { [found.id]: 'unknown' } });
    expect(blockOn(other, 'База')).toMatchObject({ kind: 'unknown', table: null });
    expect(other.dryRun.tables.some(({ table }) => table === 'Педагоги')).toBe(false);
  });

  it('are refused in words while nothing has been opened', async () => {
    const other = createUseCases((batch) => host.run(batch));
    await expect(other.considerAdoption(EMPTY_DRAFT)).rejects.toMatchObject({
      sentence: 'Таблицы для переноса ещё не прочитаны.',
    });
  });
});

describe('adoption, carried out', () => {
  let draft: AdoptionDraft;

  beforeAll(async () => {
    const experience = questionAbout(opened, '«Стаж»');
    const dash = questionAbout(opened, '«-»');
    const none = dash.options.find(({ words }) => words === 'без категории');
    const chosen: AdoptionDraft = {
      ...EMPTY_DRAFT,
      answers: { [experience.id]: 'teachingExperience', [dash.id]: none?.id ?? '' },
      columns: { [blockOn(opened, 'База').id]: { 6: 'teacherStatus' } },
    };
    const status = questionAbout(await useCases.considerAdoption(chosen), '«декрет»');
    draft = { ...chosen, answers: { ...chosen.answers, [status.id]: 'keep' } };
  });

  it('builds the register, fills it, and leaves the sheets it was read from as they were', async () => {
    const { report, sentences, tables } = await useCases.adoptSources(draft, work);
    expect(report.agreement).toEqual({ agreed: 55, total: 55 });
    expect(report.undoable).toBe('Перенос таблиц');
    expect(sentences[0]).toContain('Перенесено');
    expect(tables.find(({ table }) => table === 'Педагоги')?.counts.added).toBe(2);
    const now = await snapshot();
    expect(
      filledRows(now, 'Педагоги', 'ФИО').map((row) => [
        row['ФИО'],
        row['Категория'],
        row['Педагогический стаж'],
      ]),
    ).toEqual([
      ['Белозёрова Анна Сергеевна', 'высшая', 27],
      ['Громов Пётр Ильич', 'без категории', 12],
    ]);
    expect(filledRows(now, 'Курсы', 'Педагог').map((row) => row['Педагог'])).toEqual(['Громов Пётр Ильич']);
    expect(await valuesOf('База')).toBe(sheetsBefore);
  });

  it('writes nothing the second time, and asks nothing that was answered, nor of the mapping', async () => {
    const again = await useCases.openAdoption([COURSES], work);
    expect(again.isRegister).toBe(true);
    expect(again.dryRun).toMatchObject({ isEmpty: true, cells: 0, lines: [] });
    expect(again.questions.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
    expect(blockOn(again, 'База')).toMatchObject({ isRemembered: true });
    const before = JSON.stringify(await snapshot());
    const { sentences } = await useCases.adoptSources(EMPTY_DRAFT, work);
    expect(sentences[0]).toBe('Всё уже перенесено: писать нечего.');
    expect(JSON.stringify(await snapshot())).toBe(before);
  });

  it('is taken back with one press, the register with it', async () => {
    const { report, kept } = await useCases.undo(work);
    expect({ report, kept }).toEqual({ report: null, kept: [] });
    const now = await snapshot();
    expect(now.sheets.map(({ name }) => name)).toEqual(['База', 'Пустой']);
    expect(now.tables).toEqual([]);
    expect(await valuesOf('База')).toBe(sheetsBefore);
  });
});
