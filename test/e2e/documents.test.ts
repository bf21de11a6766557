import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Download, Locator } from 'playwright-core';
import { SAMPLE } from '../../src/cli/sample';
import type { TableName } from '../../src/register/tables';
import type { RunningStand } from '../../src/stand/server/serve';
import { openBrowser } from './browser';
import { openProduct, registerBook, type Product } from './product';
import { eventually, startStand } from './stand';

/** Papers of a register, its copy for the department, and many joined: as they are pressed for, into the bytes. */

jest.setTimeout(120_000);

let stand: RunningStand;
let browser: Browser;
let book: Uint8Array;
let product: Product | undefined;

beforeAll(async () => {
  book = await registerBook();
  [stand, browser] = await Promise.all([startStand(book), openBrowser()]);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await stand.close();
});

afterEach(async () => {
  const last = product;
  product = undefined;
  await last?.close();
  expect(last?.complaints ?? []).toEqual([]);
  expect(last?.abroad ?? []).toEqual([]);
});

async function openDocuments(part: string | null = null): Promise<Product> {
  product = await openProduct(browser, stand.url);
  await product.tab('Документы');
  if (part !== null) await product.button(part).click();
  return product;
}

const press = async ({ page }: Product, button: Locator): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
};

const bytesOf = async (download: Download): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(await download.path()));

/** All texts of a package, whatever part they stand in. */
const textsOf = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n');

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** A column of the sample as texts. */
function column(table: TableName, header: string): readonly string[] {
  const found = SAMPLE.tables.find(({ name }) => name === table);
  const index = found?.headers.indexOf(header) ?? -1;
  if (found === undefined || index < 0) throw new Error(`the sample has no ${table}[${header}]`);
  return found.rows.map((row) => {
    const cell = row[index] ?? '';
    if (typeof cell === 'object') throw new Error(`${header} holds days`);
    return String(cell);
  });
}

const NAMES = column('Педагоги', 'ФИО');

describe('the documents of a register', () => {
  it('come onto a sheet at one press, are shown, and are taken back; a Word file has the same words', async () => {
    const current = await openDocuments();
    const before = await current.sheets();
    const card = current.pane.locator('[data-document="protocol"]');
    await card.getByText('п. 3.3, 5.4').waitFor();
    await card.getByRole('combobox', { name: 'Заседание' }).selectOption({ index: 1 });
    await card.getByRole('button', { name: 'На лист' }).focus();
    await current.press('Enter');
    await card.getByText(/Протокол заседания № 2: готово, лист/).waitFor();
    expect(await current.shown()).toMatch(/^Протокол 2!/);
    await card.getByRole('button', { name: 'Показать лист «Протокол 2»' }).waitFor();

    const download = await press(current, card.getByRole('button', { name: 'Скачать .docx' }));
    expect(download.suggestedFilename()).toBe('Протокол заседания № 2.docx');
    await card.getByText(/сохранён: он в папке «Загрузки»/).waitFor();
    const words = textsOf(await bytesOf(download));
    const meetings = column('Решения', 'Заседание');
    const decided = column('Решения', 'Решили').filter((_, row) => meetings[row] === '2');
    expect(decided).toHaveLength(3);
    for (const decision of decided) expect(words).toContain(decision);

    await current.undo();
    expect(await current.sheets()).toEqual(before);
    await card.getByRole('button', { name: 'На лист' }).waitFor();

    await current.button('Заполнить «Анализ»').click();
    await eventually(async () => (await current.shown()).split('!')[0], 'Анализ');
    await current.undo();
  });
});

describe('what goes to the department', () => {
  it('is a copy without anybody’s name; many are joined, what is wrong with them is told, into one workbook', async () => {
    const current = await openDocuments('В отдел');
    const { pane } = current;
    await pane.getByText(/Лучше сначала исправить/).waitFor();
    await pane.getByRole('radio', { name: /^Без персональных данных/ }).check();
    const download = await press(current, current.button('Скачать копию'));
    expect(download.suggestedFilename()).toMatch(/копия без имён\.xlsx$/);
    await pane.getByText('Посмотрите перед отправкой').waitFor();
    const bytes = await bytesOf(download);
    const texts = textsOf(bytes);
    expect(texts).toContain('Педагог 7');
    for (const name of NAMES) {
      expect(texts).not.toContain(name);
      expect(texts).not.toContain(name.split(' ')[0]);
    }
    expect(texts).not.toContain('<f>');

    await current.button('Свод').click();
    await pane
      .locator('input[type=file]')
      .setInputFiles([
        file('Математика.xlsx', book),
        file('Копия.xlsx', bytes),
        file('битый.xlsx', Buffer.from('PK\u0003\u0004')),
      ]);
    await pane.getByRole('heading', { name: /Сведено 1\s+объединение из 3\s+файлов/ }).waitFor();
    await pane.getByText(/^битый\.xlsx: /).waitFor();
    await pane.getByRole('button', { name: /^Прислано дважды/ }).click();
    await pane.getByText(/взят «/).waitFor();
    await pane
      .locator('[data-association]')
      .getByText(/готово 100/)
      .waitFor();

    const svod = new ExcelJS.Workbook();
    await svod.xlsx.load((await bytesOf(await press(current, current.button('Скачать свод')))).buffer);
    expect(svod.worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Свод', 'Объединения', 'Сроки объединений']),
    );
    const plan = await press(current, current.button('Общий план .docx'));
    expect(plan.suggestedFilename()).toMatch(/\.docx$/);
    expect(textsOf(await bytesOf(plan))).toContain(SAMPLE.association);
  });

  it('is joined without a register being open', async () => {
    product = await openProduct(browser, stand.url);
    const { page, pane, button } = product;
    await page.getByRole('button', { name: 'Пустая книга', exact: true }).click();
    await button('Сделать свод по объединениям').click();
    await pane.locator('input[type=file]').setInputFiles([file('Математика.xlsx', book)]);
    await pane.getByRole('heading', { name: /Сведено 1\s+объединение/ }).waitFor();
    await button('К началу').click();
    await pane.getByRole('heading', { name: 'Эта книга ещё не реестр' }).waitFor();
  });
});
