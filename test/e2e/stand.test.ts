import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import type { RunningStand } from '../../src/stand/server/serve';
import { openBrowser } from './browser';
import { eventually, openStand, startStand, type StandPage } from './stand';

jest.setTimeout(90_000);

let stand: RunningStand;
let browser: Browser;
let open: StandPage | undefined;

beforeAll(async () => {
  [stand, browser] = await Promise.all([startStand(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stand.close();
});

afterEach(async () => {
  const last = open;
  open = undefined;
  await last?.close();
  expect(last?.complaints ?? []).toEqual([]);
  expect(last?.abroad ?? []).toEqual([]);
});

/** The sample in a browser; closed after the test, which fails when the console complains or something is let out. */
async function openSample(): Promise<StandPage> {
  open = await openStand(browser, stand.url);
  return open;
}

/** What the pane's own library hears of changes. */
async function listen(sample: StandPage): Promise<() => Promise<readonly string[]>> {
  const pane = await sample.paneWindow();
  await pane.evaluate(async () => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(({ address, source }) => {
        heard.push(`${source} ${address}`);
        return Promise.resolve();
      });
      await context.sync();
    });
  });
  return () => pane.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

/** The workbook as the browser saves it. */
async function saved(sample: StandPage): Promise<ExcelJS.Workbook> {
  const [download] = await Promise.all([
    sample.page.waitForEvent('download'),
    sample.page.getByRole('button', { name: 'Сохранить .xlsx' }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(await download.path())).buffer);
  return book;
}

const refusedFill = 'rgb(248, 215, 218)';

describe('a register in the stand', () => {
  let sample: StandPage;

  beforeAll(async () => {
    sample = await openStand(browser, stand.url);
  });

  afterAll(async () => {
    await sample.close();
    expect(sample.complaints).toEqual([]);
    expect(sample.abroad).toEqual([]);
  });

  it('shows the sample; the pane builds the register in it, counts, and its flags live', async () => {
    await eventually(() => sample.read('A2'), 'Ярцева Марина Станиславовна');
    await sample.ribbon('Создать реестр');
    await sample.openSheet('Приложение');
    await eventually(() => sample.read('B6'), 'количество педагогов ММО');
    await eventually(() => sample.read('C6'), '28');
    await sample.ribbon('Заполнить показатели');

    await sample.openSheet('Курсы');
    // «Пискарева» without ё is not in the databank.
    await eventually(() => sample.fillOf('A13'), refusedFill);
    await sample.type('A13', 'Пискарёва Алла Денисовна');
    await eventually(async () => (await sample.fillOf('A13')) === refusedFill, false);

    // A new row under the table becomes part of it: its formulas are filled.
    await sample.type('A28', 'Бирюзова Надежда Ивановна');
    await sample.goTo('H28');
    expect(await sample.page.getByLabel('Строка формул').inputValue()).toMatch(/^=/);
  });

  it('offers the values of a list, warns of any other and keeps it when told to', async () => {
    await sample.openSheet('Курсы');
    await sample.goTo('B2');
    await sample.page.getByRole('button', { name: 'Выбрать из списка' }).click();
    expect(await sample.page.getByRole('option').allInnerTexts()).toEqual(['КПК', 'переподготовка']);
    await sample.page.getByRole('option', { name: 'переподготовка' }).click();
    await eventually(() => sample.read('B2'), 'переподготовка');

    await sample.type('B3', 'стажировка');
    const dialog = sample.page.getByRole('dialog');
    expect(await dialog.innerText()).toContain('стажировка');
    await dialog.getByRole('button', { name: 'Отменить' }).click();
    await eventually(() => sample.read('B3'), 'КПК');
    await sample.type('B3', 'стажировка');
    await dialog.getByRole('button', { name: 'Оставить' }).click();
    await eventually(() => sample.read('B3'), 'стажировка');
  });

  it('saves an .xlsx that other programs open, with what was typed in it', async () => {
    await sample.openSheet('Банк данных');
    await sample.type('A33', 'Новикова Дина Львовна');
    const book = await saved(sample);
    expect(book.getWorksheet('Банк данных')?.getCell('A33').value).toBe('Новикова Дина Львовна');
    expect(book.getWorksheet('Приложение')?.getCell('C6').value).toMatchObject({
      formula: expect.stringContaining('Педагоги'),
    });
  });
});

describe('the stand', () => {
  it('takes what is typed, and the pane’s library hears of it', async () => {
    const sample = await openSample();
    const heard = await listen(sample);
    await sample.type('G3', '12,5');
    await sample.type('H3', '03.09.2025');
    await eventually(() => sample.read('G3'), '12,5');
    await eventually(() => sample.read('H3'), '03.09.2025');
    await eventually(() => sample.selection(), 'H4');
    await eventually(heard, ['Local G3', 'Local H3']);
  });

  it('is worked from the keyboard: Tab and Enter, F2, Escape, Delete', async () => {
    const sample = await openSample();
    await sample.goTo('B40');
    await sample.page.keyboard.type('12');
    await sample.press('Tab');
    await sample.page.keyboard.type('13');
    await sample.press('Enter');
    await eventually(() => sample.selection(), 'B41');
    await sample.press('ArrowUp', 'F2', 'End');
    await sample.page.keyboard.type('7');
    await sample.press('Enter');
    await eventually(() => sample.read('B40'), '127');
    await sample.press('ArrowUp');
    await sample.page.keyboard.type('999');
    await sample.press('Escape', 'Shift+ArrowRight', 'Delete');
    await eventually(() => sample.selection(), 'B40:C40');
    await eventually(async () => [await sample.read('B40'), await sample.read('C40')], ['', '']);
    await sample.press('Control+Home', 'Control+ArrowDown');
    await eventually(() => sample.selection(), 'A31');
  });

  it('pastes a block of cells and copies them back', async () => {
    const sample = await openSample();
    await sample.goTo('B40');
    await sample.page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Ярцева М. С.\t03.09.2025\r\nПлетнёв А. И.\t12,5\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await eventually(() => sample.selection(), 'B40:C41');
    await eventually(() => sample.read('C40'), '03.09.2025');
    await eventually(() => sample.read('C41'), '12,5');
    const copied = await sample.page.evaluate(() => {
      const data = new DataTransfer();
      const copying = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(copying);
      return data.getData('text/plain');
    });
    expect(copied).toBe('Ярцева М. С.\t03.09.2025\nПлетнёв А. И.\t12,5');
  });

  it('follows the add-in’s selection, and a link to its place', async () => {
    const sample = await openSample();
    const pane = await sample.paneWindow();
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Достижения');
        sheet.getRange('P1').hyperlink = {
          documentReference: "'Банк данных'!D20",
          textToDisplay: 'к педагогу',
        };
        sheet.getRange('C60').select();
        await context.sync();
      }),
    );
    await eventually(() => sample.selection(), 'C60');
    expect(await sample.page.getByRole('tab', { selected: true }).innerText()).toBe('Достижения');
    await sample.page.locator('[id="cell-C60"]').waitFor({ state: 'visible' });
    await sample.goTo('P1');
    // The formula bar holds the same words.
    await sample.page.locator('[id="cell-P1"] .link').click();
    await eventually(() => sample.selection(), 'D20');
    expect(await sample.page.getByRole('tab', { selected: true }).innerText()).toBe('Банк данных');
  });

  it('is closed to the add-in while a cell is edited, and shows a co-author and a protected sheet', async () => {
    const sample = await openSample();
    const heard = await listen(sample);
    const pane = await sample.paneWindow();
    const code = () =>
      pane.evaluate(() =>
        Excel.run((context) => context.sync()).then(
          () => 'done',
          (error: unknown) => (error as { code: string }).code,
        ),
      );
    await sample.goTo('B40');
    await sample.press('F2');
    await eventually(code, 'InvalidOperationInCellEditMode');
    await sample.press('Escape');
    await eventually(code, 'done');

    const chosen = async (name: string) => {
      await sample.page.getByRole('button', { name: /Показать случай/ }).click();
      await sample.page.getByRole('menuitem', { name }).click();
    };
    await chosen('Правка соавтора…');
    await sample.page.getByLabel('Значение').fill('72');
    await sample.page.getByRole('button', { name: 'Внести' }).click();
    await eventually(() => sample.read('B40'), '72');
    await eventually(heard, ['Remote B40']);

    await chosen('Защитить этот лист');
    await sample.type('B40', '36');
    await sample.page.getByText('Лист «Банк данных» защищён').waitFor();
    await eventually(() => sample.read('B40'), '72');
    await chosen('Снять защиту с листа');
    await sample.type('B40', '36');
    await eventually(() => sample.read('B40'), '36');
  });

  it('goes on with the same workbook when the pane is loaded anew', async () => {
    const sample = await openSample();
    await sample.type('A40', 'до перезагрузки');
    await sample.page.getByRole('button', { name: 'Закрыть панель' }).click();
    await sample.page.locator('iframe').waitFor({ state: 'hidden' });
    await sample.ribbon('Панель');
    await sample.page.locator('iframe').waitFor({ state: 'visible' });
    const isLoaded = async (): Promise<boolean> =>
      (await sample.paneWindow()).evaluate(
        () => !('old' in window) && document.querySelector('button') !== null,
      );
    await (await sample.paneWindow()).evaluate(() => Object.assign(window, { old: true }));
    await sample.page.getByRole('button', { name: /Показать случай/ }).click();
    await sample.page.getByRole('menuitem', { name: 'Перезагрузить панель' }).click();
    await eventually(isLoaded, true);
    await sample.ribbon('Создать реестр');
    await sample.openSheet('Банк данных');
    await eventually(() => sample.read('A40'), 'до перезагрузки');
  });
});

/** A register of many years: ten thousand rows, dates, formulas and flags. */
async function largeBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Достижения', { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  sheet.addRow(['ФИО', 'Мероприятие', 'Дата', 'Обучающихся', 'Вдвое']);
  for (let row = 2; row <= 10_001; row++) {
    sheet.addRow([
      `Педагог ${String(row - 1)}`,
      `Олимпиада школьников по математике, тур ${String(row % 7)}`,
      45_900 + (row % 300),
      row % 5,
      { formula: `D${String(row)}*2` },
    ]);
    sheet.getCell(row, 3).numFmt = 'dd.mm.yyyy';
  }
  sheet.addConditionalFormatting({
    ref: 'D2:D10001',
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: ['D2=0'],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF8D7DA' } } },
      },
    ],
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a workbook of ten thousand rows', () => {
  it('opens from a file, is scrolled without waiting, and computes what comes into sight', async () => {
    const sample = await openSample();
    const file = {
      name: 'десять-тысяч.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await largeBook()),
    };
    await sample.page.locator('input[type=file]').setInputFiles(file);
    await sample.page.getByRole('heading', { name: 'десять-тысяч.xlsx' }).waitFor({ timeout: 60_000 });
    await eventually(() => sample.read('E4'), '8');

    // Frames of a long scroll.
    const usual = await sample.page.getByRole('grid').evaluate(async (grid) => {
      const frames: number[] = [];
      for (let step = 0; step < 40; step++) {
        grid.scrollTop += 1_500;
        const start = performance.now();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
        frames.push(performance.now() - start);
      }
      return frames.sort((one, other) => one - other)[20];
    });
    expect(usual).toBeLessThan(150);

    await sample.goTo('E10001');
    await eventually(() => sample.read('A10001'), 'Педагог 10000');
    await eventually(() => sample.read('C10001'), '10.12.2025');
    await eventually(() => sample.read('E10001'), '2');
    await eventually(() => sample.fillOf('D10000'), refusedFill);
    // The header stays in sight.
    expect(await sample.page.locator('[id="cell-A1"]').innerText()).toBe('ФИО');
    expect(await sample.page.getByRole('gridcell').count()).toBeLessThan(1_500);
    await sample.type('D10001', '21');
    await eventually(() => sample.read('E10001'), '42');
  });
});
