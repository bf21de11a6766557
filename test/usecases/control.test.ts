import { jest } from '@jest/globals';
import type { Fix } from '../../src/control/issue';
import type { ExcelHost } from '../../src/host/host';
import type { IssueReport, UseCases, WorkbookReport } from '../../src/usecases/contract';
import { HiddenSheetError, NoSuchObligationError, WrongDayError } from '../../src/usecases/control';
import { createUseCases } from '../../src/usecases/office';
import { contentsOf, differing } from './contents';
import { TODAY, closeRegisters, openNewRegister, openRegister, quiet } from './registerHost';

// A register takes seconds to build, and the machine may be busy.
jest.setTimeout(120_000);
afterEach(closeRegisters);

interface Opened {
  readonly host: ExcelHost;
  readonly useCases: UseCases;
  readonly report: WorkbookReport;
}

async function opened(
  prepare: (host: ExcelHost) => Promise<void> = () => Promise.resolve(),
): Promise<Opened> {
  const { host } = await openRegister();
  await prepare(host);
  const useCases = createUseCases(host.run, () => TODAY);
  const report = await useCases.readReport(quiet);
  if (report === null) throw new Error('no register');
  return { host, useCases, report };
}

const fixesOf = ({ control }: WorkbookReport, kind: Fix['kind']): readonly Fix[] =>
  control.issues.flatMap(({ fix }) => (fix?.kind === kind ? [fix.fix] : []));

const valueAt = (host: ExcelHost, sheet: string, cell: string): unknown =>
  host.document.book.getWorksheet(sheet)?.getCell(cell).value;

/** Numbers stand before their nouns with a space that does not break. */
const plain = (words: string | null): string => (words ?? '').replaceAll('\u00a0', ' ');

const codesOf = (issues: readonly IssueReport[]): string[] => issues.map(({ code }) => code);

describe('fixes', () => {
  it('show beforehand what they change, are made together and can be taken back', async () => {
    const { host, useCases, report } = await opened();
    const fixes = fixesOf(report, 'teacher name');
    expect(fixes.length).toBeGreaterThan(1);
    const changes = report.control.issues.flatMap(({ fix }) =>
      fix?.kind === 'teacher name' ? fix.changes : [],
    );
    const before = contentsOf(host);

    const fixed = await useCases.applyFixes(fixes, quiet);
    for (const { sheet, cell, new: value } of changes) expect(valueAt(host, sheet, cell)).toBe(value);
    expect(fixesOf(fixed, 'teacher name')).toEqual([]);
    expect(fixed.control.issues).toHaveLength(report.control.issues.length - fixes.length);
    expect(fixed.warnings).toEqual([]);
    expect(plain(fixed.undoable)).toBe(`Исправления: ${String(changes.length)} ячейки`);
    const touched = new Set(changes.map(({ sheet, cell }) => `${sheet}!${cell}`));
    expect(differing(before, contentsOf(host)).filter((cell) => !touched.has(cell))).toEqual([]);

    const undone = await useCases.undo(quiet);
    expect(undone.kept).toEqual([]);
    expect(undone.report).toEqual(report);
    expect(differing(before, contentsOf(host))).toEqual([]);
  });

  it('leave a cell that holds something else by now, and name it', async () => {
    const { host, useCases, report } = await opened();
    const fixes = fixesOf(report, 'teacher name');
    const [first] = fixes.flatMap((fix) => ('changes' in fix ? fix.changes : []));
    if (first === undefined) throw new Error('no fix');
    await host.typeInto(first.sheet, first.cell, 'Лазарева Ирина Олеговна');
    const fixed = await useCases.applyFixes(fixes, quiet);
    expect(valueAt(host, first.sheet, first.cell)).toBe('Лазарева Ирина Олеговна');
    expect(fixed.warnings).toEqual([expect.stringContaining(`«${first.sheet}», ${first.cell}`)]);
    expect(plain(fixed.undoable)).toBe(`Исправления: ${String(fixes.length - 1)} ячейки`);
  });

  it('leave what was typed since when they are taken back, and name it', async () => {
    const { host, useCases, report } = await opened();
    const fixes = fixesOf(report, 'teacher name');
    const [first, ...others] = fixes.flatMap((fix) => ('changes' in fix ? fix.changes : []));
    if (first === undefined) throw new Error('no fix');
    await useCases.applyFixes(fixes, quiet);
    await host.typeInto(first.sheet, first.cell, 'Лазарева Ирина Олеговна');
    const { kept } = await useCases.undo(quiet);
    expect(kept).toEqual([{ sheet: first.sheet, cell: first.cell }]);
    expect(valueAt(host, first.sheet, first.cell)).toBe('Лазарева Ирина Олеговна');
    for (const { sheet, cell, old } of others) expect(valueAt(host, sheet, cell)).toBe(old);
  });

  it('take rows in that were typed under a table', async () => {
    const { host, useCases, report } = await opened(async (book) => {
      const rows = await book.run(async (context) => {
        const range = context.workbook.tables.getItem('Организации').getRange().load('rowCount');
        await context.sync();
        return range.rowCount;
      });
      // as another suite leaves it, which does not make a table longer as one types under it
      const sheet = book.document.book.getWorksheet('Организации');
      if (sheet !== undefined) sheet.getCell(rows + 1, 1).value = 'СОШ с. Новое';
    });
    const fixes = fixesOf(report, 'take in rows');
    expect(fixes).toHaveLength(1);
    const fixed = await useCases.applyFixes(fixes, quiet);
    expect(codesOf(fixed.control.issues)).not.toContain('under-table');
    expect(fixed.control.issues).toContainEqual(
      expect.objectContaining({
        code: 'required',
        sheet: 'Организации',
        trouble: expect.stringContaining('Новое'),
      }),
    );
    expect(plain(fixed.undoable)).toBe('Исправления: 1 строка в таблицы');
    // made once, it is proposed no more
    const again = await useCases.applyFixes(fixes, quiet);
    expect(again.warnings.join(' ')).toContain('больше не нужно');
    const undone = await useCases.undo(quiet);
    expect(codesOf(undone.report?.control.issues ?? [])).toContain('under-table');
    expect(host.document.book.getWorksheet('Организации')).toBeDefined();
  });

  it('give a sheet its name and its colour back', async () => {
    const { host, useCases, report } = await opened((book) =>
      book.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Курсы');
        sheet.name = 'Обучение';
        sheet.tabColor = '#FF0000';
        await context.sync();
      }),
    );
    const fixed = await useCases.applyFixes(fixesOf(report, 'sheet name'), quiet);
    expect(codesOf(fixed.control.issues)).not.toContain('structure');
    const color = await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Курсы').load('tabColor');
      await context.sync();
      return sheet.tabColor;
    });
    expect(color).toBe('#2F6F8F');
    await useCases.undo(quiet);
    expect(host.document.book.worksheets.map(({ name }) => name)).toContain('Обучение');
  });

  it('repair the structure, and what was typed stays', async () => {
    const { host, useCases, report } = await opened((book) =>
      book.run(async (context) => {
        context.workbook.worksheets.getItem('Приложение').delete();
        await context.sync();
      }),
    );
    const before = contentsOf(host);
    const fixed = await useCases.applyFixes(fixesOf(report, 'repair').slice(0, 1), quiet);
    expect(fixed.agreement).toEqual({ agreed: 55, total: 55 });
    expect(codesOf(fixed.control.issues)).not.toContain('structure');
    const typed = new Map([...before].filter(([, content]) => !/formula/i.test(content)));
    expect(differing(typed, contentsOf(host)).filter((cell) => !cell.startsWith('Правила!'))).toEqual([]);
  });
});

describe('obligations', () => {
  const reportOf = ({ control }: WorkbookReport) => control.obligations.find(({ code }) => code === 'report');

  it('are marked as fulfilled, the mark survives a check and is taken back', async () => {
    const { useCases } = await opened();
    const marked = await useCases.markFulfilled('report', '2026-05-10', quiet);
    expect(reportOf(marked)).toMatchObject({ state: 'done', marked: '2026-05-10', canBeMarked: true });
    expect(marked.undoable).toMatch(/^Отметка о выполнении: /);
    expect(reportOf(await useCases.checkRegister(quiet))).toMatchObject({ marked: '2026-05-10' });
    const unmarked = await useCases.markFulfilled('report', null, quiet);
    expect(reportOf(unmarked)).toMatchObject({ marked: null });
    const { report } = await useCases.undo(quiet);
    expect(report === null ? null : reportOf(report)?.marked).toBe('2026-05-10');
  });

  it('are marked also where «Сроки» has no rows yet', async () => {
    const { useCases } = await opened(async (book) => {
      await book.run(async (context) => {
        const table = context.workbook.tables.getItem('Сроки');
        table.getDataBodyRange().clear('Contents');
        await context.sync();
      });
    });
    const marked = await useCases.markFulfilled('report', '2026-05-10', quiet);
    expect(reportOf(marked)?.marked).toBe('2026-05-10');
  });

  it('of another code, and days that are none, are refused before anything is written', async () => {
    const { host, useCases } = await opened();
    const before = contentsOf(host);
    await expect(useCases.markFulfilled('нет такого', '2026-05-10', quiet)).rejects.toThrow(
      NoSuchObligationError,
    );
    await expect(useCases.markFulfilled('report', '2026-02-31', quiet)).rejects.toThrow(WrongDayError);
    expect(contentsOf(host)).toEqual(before);
  });
});

describe('taking back', () => {
  it('goes back change by change, and ends where the pane began', async () => {
    const { host, useCases, report } = await opened();
    expect(report.undoable).toBeNull();
    const before = contentsOf(host);
    await useCases.applyFixes(fixesOf(report, 'teacher name'), quiet);
    await useCases.markFulfilled('report', '2026-05-10', quiet);
    const first = await useCases.undo(quiet);
    expect(first.report?.undoable).toMatch(/^Исправления/);
    const second = await useCases.undo(quiet);
    expect(second.report?.undoable).toBeNull();
    expect(differing(before, contentsOf(host))).toEqual([]);
    expect((await useCases.undo(quiet)).kept).toEqual([]);
  });

  it('takes a whole register away, checked or not, and leaves the tables of the user', async () => {
    const { host } = await openNewRegister();
    const useCases = createUseCases(host.run, () => TODAY);
    await useCases.readReport(quiet);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Группы').delete();
      await context.sync();
    });
    const without = contentsOf(host);
    await useCases.fillIndicators(quiet);
    expect(contentsOf(host).size).toBeGreaterThan(without.size);
    await useCases.checkRegister(quiet);
    await useCases.undo(quiet);
    expect(host.document.book.worksheets.map(({ name }) => name)).not.toContain('Группы');
  });
});

describe('dry runs', () => {
  it('tell in sentences what creating would do, and do nothing', async () => {
    const { host, useCases } = await opened((book) =>
      book.run(async (context) => {
        context.workbook.worksheets.getItem('Приложение').delete();
        context.workbook.tables.getItem('Курсы').columns.getItem('Код').delete();
        await context.sync();
      }),
    );
    const before = contentsOf(host);
    const { isEmpty, sentences, changes } = await useCases.preview('fillIndicators');
    expect(isEmpty).toBe(false);
    expect(plain(sentences.join(' '))).toContain('В книге появится 1 лист: «Приложение»');
    expect(sentences.join(' ')).toContain('В таблицу «Курсы» добавится столбец «Код»');
    expect(changes).toEqual([]);
    expect(contentsOf(host)).toEqual(before);
  });

  it('show what was typed over formulas and would give way to them', async () => {
    const { useCases } = await opened((book) =>
      book.run(async (context) => {
        context.workbook.worksheets.getItem('Приложение').getRange('C6').values = [[7]];
        const column = context.workbook.tables.getItem('Курсы').columns.getItem('Учёт');
        column.getDataBodyRange().getCell(1, 0).values = [['не считать']];
        await context.sync();
      }),
    );
    const { changes } = await useCases.preview('fillIndicators');
    expect(changes.map(({ sheet, old, new: now }) => [sheet, old, now])).toEqual([
      ['Курсы', 'не считать', null],
      ['Приложение', 7, null],
    ]);
    const { warnings } = await useCases.fillIndicators(quiet);
    expect(warnings.join(' ')).toContain('В столбце «Учёт» таблицы «Курсы» вместо формулы');
    expect(warnings.join(' ')).toContain('вместо формулы стояло «7»');
    await expect(useCases.preview('fillIndicators')).resolves.toMatchObject({ changes: [] });
  });

  it('say that nothing would change', async () => {
    const { useCases } = await opened();
    await expect(useCases.preview('fillIndicators')).resolves.toMatchObject({ isEmpty: true, changes: [] });
    const check = await useCases.preview('checkRegister');
    expect(check.sentences).toEqual(['Лист «Контроль» будет записан заново.']);
    await useCases.checkRegister(quiet);
    await expect(useCases.preview('checkRegister')).resolves.toMatchObject({ isEmpty: true });
  });
});

describe('showing a cell', () => {
  it('selects it on its sheet', async () => {
    const { host, useCases } = await opened();
    await useCases.goTo({ sheet: 'Достижения', cell: 'C7' });
    expect(host.selection).toMatchObject({ sheet: 'Достижения', top: 7, left: 3 });
  });

  it('finds the databank where its sheet has got another name', async () => {
    const { host, useCases, report } = await opened((book) =>
      book.run(async (context) => {
        context.workbook.worksheets.getItem('Банк данных').name = "Педагоги ш. д'Орсе";
        await context.sync();
      }),
    );
    const { databank } = report.numbers;
    if (databank === null) throw new Error('no databank');
    await useCases.goTo(databank);
    expect(host.selection).toMatchObject({ sheet: "Педагоги ш. д'Орсе", top: 2, left: 1 });
  });

  it('says that the sheet is hidden, or gone', async () => {
    const { useCases } = await opened((book) =>
      book.run(async (context) => {
        context.workbook.worksheets.getItem('План').visibility = 'Hidden';
        await context.sync();
      }),
    );
    await expect(useCases.goTo({ sheet: 'План', cell: 'A2' })).rejects.toThrow(HiddenSheetError);
    await expect(useCases.goTo({ sheet: 'Нет такого', cell: 'A2' })).rejects.toThrow('исчезли');
  });
});
