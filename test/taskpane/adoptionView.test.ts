import { EMPTY_DRAFT } from '../../src/usecases/contract';
import { adoptionPaneWords } from '../../src/messages/pane/adoption';
import {
  NO_ADOPTION,
  afterAdoption,
  atStep,
  canWrite,
  countLines,
  foundCounts,
  isUntouched,
  linesOf,
  originalOf,
  otherFiles,
  placeLabels,
  rowText,
  sheetTitle,
  shownCells,
  stepBeside,
  takenBlocks,
  takenColumns,
  unchangedCount,
  viewBlock,
  viewColumn,
  viewQuestions,
  withAnswer,
  withColumn,
  withHeader,
  withKind,
  withSafest,
  withSheet,
  withoutHeaders,
} from '../../src/taskpane/adoptionView';
import { adoption, block, cell, column, columns, line, place, questions, sheet } from './adoptionReports';

const file = (name: string, ...bytes: readonly number[]) => ({ name, bytes: Uint8Array.from(bytes) });
const saidOf = (header: string): string => {
  const found = columns.find((each) => each.header.startsWith(header));
  if (found === undefined) throw new Error(`no column ${header}`);
  return viewColumn(EMPTY_DRAFT, block.id, found).words;
};

describe('taskpane/adoptionView: the steps', () => {
  it('remembers the furthest step when one goes back', () => {
    const there = atStep(atStep(NO_ADOPTION, 'questions'), 'found');
    expect([there.step, there.reached]).toEqual(['found', 'questions']);
    expect([stepBeside('found', -1), stepBeside('found', 1), stepBeside('dryRun', 1)]).toEqual([
      null,
      'matched',
      null,
    ]);
  });

  it('keeps the choices when one goes back and forth', () => {
    const draft = withAnswer(EMPTY_DRAFT, 'dash', 'empty');
    expect(atStep(atStep({ ...NO_ADOPTION, draft }, 'dryRun'), 'found').draft).toBe(draft);
  });

  it('begins anew after an adoption, with the same files at hand', () => {
    const end = { tables: [], sentences: ['Записано.'], undoable: 'Перенос таблиц' };
    const after = afterAdoption(
      {
        ...atStep(NO_ADOPTION, 'dryRun'),
        files: [file('a.xlsx', 1)],
        draft: withAnswer(EMPTY_DRAFT, 'dash', 'empty'),
        report: adoption,
      },
      end,
    );
    expect(after).toEqual({ ...NO_ADOPTION, files: [file('a.xlsx', 1)], done: end });
  });
});

describe('taskpane/adoptionView: what is chosen', () => {
  it('leaves a sheet out and takes it again', () => {
    const out = withSheet(EMPTY_DRAFT, 'own|База', false);
    expect(withSheet(out, 'own|База', false).leftOut).toEqual(['own|База']);
    expect(withSheet(out, 'own|База', true)).toEqual(EMPTY_DRAFT);
  });

  it('moves a header again and again without leaving its former places behind, and back to where it was found', () => {
    const moved = withHeader(withHeader(EMPTY_DRAFT, 'own|База', 4, 5), 'own|База', 5, 6);
    expect(moved.headers).toEqual([{ sheet: 'own|База', row: 6 }]);
    const two = withHeader(withHeader(moved, 'own|База', 20, 21), 'own|Курсы', null, 2);
    expect(two.headers).toHaveLength(3);
    expect(withoutHeaders(two, 'own|База').headers).toEqual([{ sheet: 'own|Курсы', row: 2 }]);
  });

  it('takes the safest answer where none was given, and leaves the answers there are', () => {
    const draft = withSafest(withAnswer(EMPTY_DRAFT, 'who', 'p1'), questions);
    expect(draft.answers).toEqual({ who: 'p1', dash: 'empty', year: 'empty' });
  });

  it('tells choices from none, so that nothing is worked out twice', () => {
    expect(isUntouched(EMPTY_DRAFT)).toBe(true);
    for (const draft of [
      withSheet(EMPTY_DRAFT, 'a', false),
      withHeader(EMPTY_DRAFT, 'a', null, 1),
      withKind(EMPTY_DRAFT, 'a', 'courses'),
      withColumn(EMPTY_DRAFT, 'a', 1, ''),
      withAnswer(EMPTY_DRAFT, 'a', 'b'),
      { ...EMPTY_DRAFT, regulation: 'tomsk' },
    ]) {
      expect(isUntouched(draft)).toBe(false);
    }
  });

  it('reads a file pressed twice once, and both of two that share a name', () => {
    const [one, other] = [file('База.xlsx', 1, 2), file('База.xlsx', 1, 3)];
    expect(otherFiles([one], [file('База.xlsx', 1, 2), other, other])).toEqual([other]);
  });
});

describe('taskpane/adoptionView: what was found', () => {
  it('says of a table what it is and how many rows it has, and where its header may be moved', () => {
    const found = viewBlock(EMPTY_DRAFT, sheet, block);
    expect(found.sentence).toBe('Банк данных педагогов: 24\u00a0строки.');
    expect([found.rowAbove, found.rowBelow]).toEqual([1, 5]);
    const levels = { ...block, header: { top: 2, bottom: 3 }, table: null, kind: 'unknown' as const };
    expect(viewBlock(EMPTY_DRAFT, sheet, levels).sentence).toBe('Не переносится.');
  });

  it('shows what was chosen before it has been worked out', () => {
    expect(viewBlock(withKind(EMPTY_DRAFT, block.id, 'courses'), sheet, block).kind).toBe('courses');
  });

  it('counts the tables that are transferred, and none of a sheet that is left out', () => {
    expect(foundCounts(adoption)).toEqual({ tables: 2, rows: 25 });
    const [own, ...rest] = adoption.sources;
    if (own === undefined) throw new Error('no source');
    const without = {
      ...adoption,
      sources: [{ ...own, sheets: own.sheets.map((each) => ({ ...each, isLeftOut: true })) }, ...rest],
    };
    expect(takenBlocks(without).map(({ sheet: { name } }) => name)).toEqual(['Лист1']);
  });

  it('names the file of a sheet, and not this workbook', () => {
    expect(takenBlocks(adoption).map((each) => sheetTitle(adoption, each.sheet))).toEqual([
      'Лист «База»',
      'Курсы 2025.xlsx, лист «Лист1»',
    ]);
  });

  it('shows a row as one line', () => {
    expect(rowText({ row: 1, cells: ['№', '', ' ФИО ', ''], isHeader: false })).toBe('№ · ФИО');
  });
});

describe('taskpane/adoptionView: what is matched', () => {
  it('says in words how sure it is, how it knew, and why a column stays where it is', () => {
    expect(saidOf('Ф.И.О.')).toBe('Понято уверенно (по названию)');
    expect(saidOf('Кв.')).toBe('Скорее всего так (по похожему названию)');
    expect(saidOf('Разряд')).toBe('Не переносится: разряд и ставка — не категория');
    expect(saidOf('Аттестация')).toBe('Значения не похожи на заголовок: проверьте (по словам в названии)');
    expect(viewColumn(EMPTY_DRAFT, block.id, column({ column: 6, header: '' }))).toMatchObject({
      title: 'Столбец F без заголовка',
      words: 'Не распознан: не переносится',
    });
  });

  it('asks to look at what is doubtful, and no more once it has been chosen', () => {
    const toCheck = (draft: typeof EMPTY_DRAFT) =>
      columns
        .map((each) => viewColumn(draft, block.id, each))
        .flatMap(({ isToCheck, title }) => (isToCheck ? [title] : []));
    expect(toCheck(EMPTY_DRAFT)).toEqual(['Аттестация']);
    const draft = withColumn(EMPTY_DRAFT, block.id, 5, '');
    expect(toCheck(draft)).toEqual([]);
    const [, , , , last] = columns;
    if (last === undefined) throw new Error('no column');
    expect(viewColumn(draft, block.id, last)).toMatchObject({ taken: '', words: 'Выбрано вами' });
  });

  it('offers options that read alike once, the one that is taken among them', () => {
    const alike = [
      { id: 'experience', words: 'Педагогический стаж' },
      { id: 'teachingExperience', words: 'Педагогический стаж' },
      { id: '', words: 'не переносится' },
    ];
    const idsOf = (taken: string) =>
      viewColumn(
        EMPTY_DRAFT,
        block.id,
        column({ column: 3, header: 'Стаж', taken, options: alike }),
      ).options.map(({ id }) => id);
    expect(idsOf('teachingExperience')).toEqual(['teachingExperience', '']);
    expect(idsOf('')).toEqual(['experience', '']);
  });

  it('counts the columns that are transferred', () => {
    expect(takenColumns(adoption)).toBe(4);
  });
});

describe('taskpane/adoptionView: questions and the dry run', () => {
  it('knows the answers of now and of earlier', () => {
    const shown = viewQuestions(adoption, withAnswer(EMPTY_DRAFT, 'dash', '=без категории'));
    expect(shown.map(({ isAnswered, taken }) => [isAnswered, taken])).toEqual([
      [true, '=без категории'],
      [false, 'keep'],
      [true, 'empty'],
      [false, 'empty'],
    ]);
  });

  it('shows of a row what is written or differs, and what stands in the table where it is worded otherwise', () => {
    const [updated] = linesOf(adoption.dryRun, 'updated');
    if (updated === undefined) throw new Error('no line');
    expect(shownCells(updated).map(({ column: name }) => name)).toEqual(['Категория']);
    expect(originalOf(cell({ column: 'Категория', new: 'высшая', original: 'в/к' }))).toBe('в/к');
    expect(originalOf(cell({ column: 'ФИО', new: 'Ли Виктор', original: ' Ли Виктор' }))).toBe('');
    expect(shownCells(line({ record: 'Ли Виктор Олегович' }))).toHaveLength(2);
  });

  it('counts what becomes of each table, and says nothing of what there is none of', () => {
    const said = { ...adoptionPaneWords.dryRun.counts };
    expect(countLines(adoption.dryRun.tables, said)).toEqual([
      'Педагоги: добавится\u00a01, изменится\u00a01, расходится\u00a01, не войдёт\u00a01, нет в таблицах\u00a01, без изменений\u00a021',
    ]);
  });

  it('names places in a row without saying the sheet again and again', () => {
    const places = [place('База', 'B8'), place('База', 'B9'), place('База', 'B9', 'а.xlsx')];
    expect(placeLabels(places).map(({ label }) => label)).toEqual([
      'лист «База», B8',
      'B9',
      'а.xlsx, лист «База», B9',
    ]);
  });

  it('counts what stays as it is, and writes only where there is something to write', () => {
    expect(unchangedCount(adoption.dryRun)).toBe(21);
    expect(canWrite(adoption)).toBe(true);
    expect(canWrite({ ...adoption, dryRun: { ...adoption.dryRun, isEmpty: true } })).toBe(false);
  });
});
