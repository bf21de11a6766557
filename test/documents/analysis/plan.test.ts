import { analysisOf, factLines } from '../../../src/documents/analysis/analysis';
import { analysisDocument } from '../../../src/documents/analysis/document';
import { planAnalysis } from '../../../src/documents/analysis/plan';
import { sheetLines, textHeight } from '../../../src/documents/analysis/sheetLines';
import type { CellValue } from '../../../src/plan/action';
import { snapshotAfter } from '../../../src/register/carriedOut';
import type { WorkbookSnapshot } from '../../../src/register/snapshot';
import type { RegulationId } from '../../../src/regulations';
import { bookOf, type Row } from '../../control/registerOf';
import { sampleTables, sourceOf } from './sampleSource';

/** What a methodist meets on the sheet «Анализ» when it is filled, and filled again. */

const HEADERS = ['Пункт', 'Раздел', 'Сведения из реестра', 'Выводы', 'Отпечаток сведений'];
const BLANK: Row = Object.fromEntries(HEADERS.map((header) => [header, '']));

const sheet = (rows: readonly Row[] = [BLANK], extra: readonly string[] = []): WorkbookSnapshot => ({
  ...bookOf({ Анализ: rows }, { columns: { Анализ: [...HEADERS, ...extra] } }),
});

const analysis = (id: RegulationId = 'tomsk') => analysisOf(sourceOf(sampleTables(), id));

const rowsIn = (snapshot: WorkbookSnapshot): readonly (readonly CellValue[])[] =>
  snapshot.tables[0]?.rows ?? [];

/** The sheet as rows by column, to be changed as a person would. */
const typed = (snapshot: WorkbookSnapshot): Row[] =>
  rowsIn(snapshot).map((cells) =>
    Object.fromEntries((snapshot.tables[0]?.headers ?? []).map((header, at) => [header, cells[at] ?? ''])),
  );

const filled = (snapshot = sheet(), id: RegulationId = 'tomsk'): WorkbookSnapshot =>
  snapshotAfter(snapshot, planAnalysis(snapshot, analysis(id)).actions);

const column = (snapshot: WorkbookSnapshot, name: string): readonly CellValue[] =>
  rowsIn(snapshot).map((cells) => cells[(snapshot.tables[0]?.headers ?? []).indexOf(name)] ?? '');

describe('filling an empty sheet', () => {
  const book = filled();

  it('makes a row for every section, in the order and the words of the form', () => {
    const titled = rowsIn(book).filter(([, title]) => title !== '');
    expect(titled.map(([no]) => String(no))).toEqual(analysis().sections.map(({ no }) => no));
    expect(titled.map(([, title]) => title)).toEqual(analysis().sections.map(({ title }) => title));
  });

  it('loses nothing of a long section: it goes on in the next row, and no row is higher than Excel shows', () => {
    const all = column(book, 'Сведения из реестра').join('\n');
    expect(all).toBe(analysis().sections.flatMap(factLines).join('\n'));
    for (const text of column(book, 'Сведения из реестра')) {
      expect(textHeight(String(text), 'Сведения из реестра')).toBeLessThanOrEqual(409);
    }
    expect(column(book, 'Пункт')).toContain('23 (продолжение)');
  });

  it('leaves nothing to be done a second time', () => {
    expect(planAnalysis(book, analysis()).actions).toEqual([]);
  });
});

describe('what is the methodist’s', () => {
  it('conclusions are never touched, facts that were changed stay and are named', () => {
    const rows = typed(filled());
    rows[1] = { ...rows[1], 'Сведения из реестра': 'Мой текст о заседаниях.', Выводы: 'Темы выбраны верно.' };
    rows[2] = { ...rows[2], Выводы: 'Курсов хватает.' };
    const changed = { ...sampleTables(), Заседания: [], Курсы: [] };
    const before = sheet(rows);
    const plan = planAnalysis(before, analysisOf(sourceOf(changed)));
    const after = snapshotAfter(before, plan.actions);
    expect(plan.kept).toEqual(['2']);
    expect(column(after, 'Сведения из реестра').slice(1, 3)).toEqual([
      'Мой текст о заседаниях.',
      'Сведений нет: по показателю 3 нет данных; таблица «Курсы» пуста.',
    ]);
    expect(column(after, 'Выводы').slice(1, 3)).toEqual(['Темы выбраны верно.', 'Курсов хватает.']);
  });

  it('an emptied cell is filled again', () => {
    const rows = typed(filled());
    rows[1] = { ...rows[1], 'Сведения из реестра': '' };
    const book = sheet(rows);
    expect(column(filled(book), 'Сведения из реестра')).toEqual(column(filled(), 'Сведения из реестра'));
  });

  it('rows that were moved, added and reworded stay where and as they are', () => {
    const rows = typed(filled());
    const [first = BLANK, second = BLANK, ...rest] = rows;
    const own: Row = { ...BLANK, Пункт: '25', Раздел: 'Наше', 'Сведения из реестра': 'Своё.', Выводы: '' };
    const book = sheet([second, { ...first, Раздел: 'Состав' }, own, ...rest]);
    const plan = planAnalysis(book, analysis());
    expect(plan.actions).toEqual([]);
    expect(plan.former).toEqual([]);
  });

  it('a deleted section comes back at the end when rows below hold conclusions, in its place when they do not', () => {
    const rows = typed(filled());
    const without = rows.filter(({ Пункт }) => Пункт !== 5);
    expect(column(filled(sheet(without)), 'Пункт')).toEqual(column(filled(), 'Пункт'));
    const concluded = without.map((row) => ({ ...row, Выводы: 'вывод' }));
    const after = filled(sheet(concluded));
    expect(column(after, 'Пункт').at(-1)).toBe(5);
    expect(column(after, 'Выводы').slice(0, -1)).toEqual(concluded.map(() => 'вывод'));
  });

  it('columns of their own and what stands under the table are not written over', () => {
    const book = sheet([{ ...BLANK, Кто: '' }], ['Кто']);
    const under = { ...book, sheets: book.sheets.map((each) => ({ ...each, cells: withRow(each.cells) })) };
    const plan = planAnalysis(under, analysis());
    expect(plan.withoutRoom).toBe(sheetLines(analysis()).length - 1);
    expect(plan.actions.some(({ kind }) => kind === 'resizeTable')).toBe(false);
  });
});

const withRow = (cells: WorkbookSnapshot['sheets'][number]['cells']) =>
  cells === null ? null : { ...cells, values: [...cells.values, ['Примечание']] };

describe('another regulation', () => {
  it('takes the place of the rows that were its predecessor’s own; rows with conclusions stay and are named', () => {
    const rows = typed(filled());
    rows[0] = { ...rows[0], Выводы: 'Состав стабилен.' };
    const book = sheet(rows);
    const plan = planAnalysis(book, analysis('oshmyany'));
    const after = snapshotAfter(book, plan.actions);
    expect(plan.former).toHaveLength(1);
    expect(rowsIn(after)[0]?.slice(0, 4)).toEqual([
      rows[0].Пункт,
      rows[0].Раздел,
      rows[0]['Сведения из реестра'],
      'Состав стабилен.',
    ]);
    const titles = column(after, 'Раздел').filter((title) => title !== '');
    expect(titles.slice(1)).toEqual(analysis('oshmyany').sections.map(({ title }) => title));
    expect(planAnalysis(after, analysis('oshmyany')).actions).toEqual([]);
  });
});

describe('the document', () => {
  const withSheet = (rows: readonly Row[]) => analysisDocument(sourceOf({ ...sampleTables(), Анализ: rows }));

  it('has every section, the conclusions, and the form with all of its rows at the end', () => {
    const rows = typed(filled()).map((row, at) =>
      at === 1 ? { ...row, Выводы: 'Темы выбраны верно.' } : row,
    );
    const { blocks, gaps } = withSheet(rows);
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toHaveLength(25);
    expect(headings[1]).toBe('2. Тематики заседаний ММО');
    expect(blocks).toContainEqual({ kind: 'paragraph', text: 'Темы выбраны верно.', align: 'justify' });
    const table = blocks.find((block) => block.kind === 'table');
    expect(table?.rows).toHaveLength(56);
    expect(table?.rows[1]).toEqual({ kind: 'row', cells: ['', 'из них имеет:', ''] });
    expect(table?.rows).toContainEqual({
      kind: 'row',
      cells: ['2.4', 'количество участников заседания ММО №4', 'ещё не проводилось'],
    });
    expect(gaps.some((gap) => gap.startsWith('Не записаны выводы: пункты 1, 3'))).toBe(true);
  });

  it('prints what the methodist made of the facts, and the sections they added', () => {
    const rows = typed(filled());
    rows[1] = { ...rows[1], 'Сведения из реестра': 'Мой текст о заседаниях.' };
    rows.push({ ...BLANK, Пункт: '25', Раздел: 'планы на год', Выводы: 'Больше практикумов.' });
    const { blocks } = withSheet(rows);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: 'Мой текст о заседаниях.', align: 'justify' });
    expect(blocks).toContainEqual({ kind: 'heading', level: 2, text: '25. Планы на год' });
  });

  it('has no form of numbers where the regulation asks for none', () => {
    const { blocks } = analysisDocument(sourceOf(sampleTables(), 'oshmyany'));
    expect(blocks.some(({ kind }) => kind === 'table')).toBe(false);
  });
});
