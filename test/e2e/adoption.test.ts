import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import type { RunningStand } from '../../src/stand/server/serve';
import { openBrowser } from './browser';
import { openProduct, type Product } from './product';
import { eventually, startStand } from './stand';

/** «Мои таблицы → в реестр», as a methodist does it: from tables of her own to a register, and back. */

jest.setTimeout(120_000);

const TEACHERS = [
  [
    1,
    'Абросимова Екатерина Данииловна',
    'МБОУ «СОШ № 5»',
    'учитель',
    'математика',
    '1 кв.кат.',
    12,
    '15 лет',
  ],
  [2, 'Берёзкин Олег Павлович', 'МБОУ "СОШ №5"', 'учитель', 'математика', 'высшая', 13, '20'],
  [3, 'Веткина Мария Сергеевна', 'Лицей № 1', 'учитель', 'физика', '-', 11, '3 года'],
  [4, 'Громов Илья Андреевич', 'Лицей № 1', 'учитель', 'физика', '-', 12, '8лет'],
] as const;

/** Two sheets of an invented methodist: a title, the header in row 3; contests; notes that are no table. */
async function methodistBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const base = book.addWorksheet('База');
  base.mergeCells('A1:H1');
  base.getCell('A1').value = 'Сведения о педагогах на 1 сентября';
  base.getRow(3).values = [
    '№ п/п',
    'Ф.И.О. учителя (полностью) *',
    'Место работы',
    'Должность',
    'Преподаваемый предмет',
    'Кв. категория',
    'Разряд',
    'Пед. стаж',
  ];
  TEACHERS.forEach((row, index) => {
    base.getRow(4 + index).values = [...row];
  });
  base.getCell('D9').value = 'учитель химии';
  base.getCell('C9').value = 'Лицей № 1';
  const contests = book.addWorksheet('Олимпиады');
  contests.addRow([
    'ФИО педагога',
    'Наименование мероприятия',
    'Уровень',
    'Форма участия',
    'Результат',
    'Кол-во участников',
    'Дата участия',
  ]);
  contests.addRow([
    'Берёзкин Олег Павлович',
    'Олимпиада «Кенгуру»',
    'районный',
    'очная',
    '2 место',
    3,
    '12.11.2025',
  ]);
  book.addWorksheet('Заметки').addRow(['Купить мел']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const COURSES = {
  name: 'Курсы.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'ФИО педагога;Тема курсовой подготовки;Количество часов;Дата окончания\n' +
      'Абросимова Екатерина Данииловна;«Функциональная грамотность»;72;15.03.2025\n',
  ),
};
const OLD_BOOK = {
  name: 'Старая база.xls',
  mimeType: 'application/vnd.ms-excel',
  buffer: Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from('Workbook', 'utf16le'),
  ]),
};

let stand: RunningStand;
let browser: Browser;
let product: Product | undefined;

beforeAll(async () => {
  [stand, browser] = await Promise.all([methodistBook().then(startStand), openBrowser()]);
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

async function openBook(): Promise<Product> {
  product = await openProduct(browser, stand.url);
  return product;
}

/** A screenshot to be looked at, where the environment names a folder for it. */
async function picture({ page }: Product, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/adoption-${name}.png` });
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(book: Product, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    const text = (await book.focused()) ?? '';
    if (typeof name === 'string' ? text.trim() === name : name.test(text)) return;
    await book.press(key);
  }
  throw new Error(`Tab does not come to ${String(name)}`);
}

const tableOf = (book: Product, words: string | RegExp) =>
  book.pane.getByRole('listitem').filter({ hasText: words });

/** Narrower than any Excel makes its pane. */
async function narrow(book: Product): Promise<void> {
  await book.page.getByRole('separator').focus();
  await book.press('ArrowRight', 'ArrowRight');
}

async function isFit(book: Product): Promise<void> {
  const frame = await book.paneWindow();
  const [content, width] = await frame.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(width ?? 0);
}

describe('a methodist with workbooks of her own', () => {
  it('makes them a register from the keyboard alone, sees before what will be written, and takes it back', async () => {
    const book = await openBook();
    const { page, pane } = book;
    const before = await book.sheets();
    await pane.getByRole('button', { name: 'Создать реестр' }).focus();
    await tabTo(book, 'Собрать реестр из моих таблиц');
    await book.press('Enter');
    await pane.getByText(/Нашлось: 2\s+таблицы, в них 5\s+строк/).waitFor();

    await tabTo(book, 'Выбрать файлы');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), book.press('Enter')]);
    await chooser.setFiles([COURSES, OLD_BOOK]);
    await pane.getByText(/Нашлось: 3\s+таблицы/).waitFor();
    await pane.getByText('старого формата Excel 97–2003').waitFor();
    await picture(book, '1');

    await tabTo(book, 'Дальше: столбцы');
    await book.press('Enter');
    expect(await book.focused()).toContain('Что в каждом столбце');
    const grade = pane.locator('[data-column="G"]').filter({ hasText: 'Разряд' });
    expect(await grade.innerText()).toContain('разряд');
    expect(await grade.getByRole('combobox').inputValue()).toBe('');
    await picture(book, '2');

    await tabTo(book, 'Дальше: вопросы');
    await book.press('Enter');
    const category = pane.locator('[data-question]').filter({ hasText: 'Категория: «-»' });
    await category.getByText('осторожный ответ').waitFor();
    await picture(book, '3');
    await tabTo(book, /^Принять осторожные ответы/);
    await book.press('Tab');
    while (!(await category.locator(':focus').count())) await book.press('Tab');
    await book.press('ArrowDown');
    await category.getByText('отвечено').waitFor();

    // Going back keeps what was chosen.
    await tabTo(book, 'Назад');
    await book.press('Enter');
    await tabTo(book, 'Дальше: вопросы');
    await book.press('Enter');
    await category.getByText('отвечено').waitFor();

    await tabTo(book, 'Дальше: проверка');
    await book.press('Enter');
    await pane.getByText('Эта книга сначала станет реестром').waitFor();
    await pane.getByText(/Педагоги: добавится\s4/).waitFor();
    const refused = tableOf(book, 'учитель химии');
    await refused.getByRole('button', { name: /Показать в книге: лист «База»/ }).waitFor();
    await picture(book, '4');
    expect(await book.sheets()).toEqual(before);
    await tabTo(book, 'Записать в реестр');
    await book.press('Enter');

    await pane.getByRole('heading', { name: 'Таблицы перенесены в реестр' }).waitFor({ timeout: 90_000 });
    await picture(book, '5');
    expect(await book.sheets()).toEqual(expect.arrayContaining([...before, 'Приложение']));
    await book.openSheet('Банк данных');
    expect(await book.read('A2')).toBe('Абросимова Екатерина Данииловна');
    await book.openSheet('База');
    expect(await book.read('A1')).toBe('Сведения о педагогах на 1 сентября');

    // The same tables once more: there is nothing new in them.
    await book.button('Перенести ещё').click();
    for (const next of ['Дальше: столбцы', 'Дальше: вопросы', 'Дальше: проверка']) {
      await book.button(next).click();
    }
    await pane.getByText('Записывать нечего: всё это в реестре уже есть.').waitFor();

    await book.undo();
    expect(await book.sheets()).toEqual(before);
    await pane.getByRole('heading', { name: 'Эта книга ещё не реестр' }).waitFor();
  });

  it('finds every step legible in both themes and at the narrowest', async () => {
    const book = await openBook();
    const { pane, button } = book;
    await narrow(book);
    await button('Собрать реестр из моих таблиц').click();
    await pane.getByText(/Нашлось: 2/).waitFor();
    await pane.getByRole('button', { name: 'Заголовки не в той строке?' }).first().click();
    for (const next of ['Дальше: столбцы', 'Дальше: вопросы', 'Дальше: проверка', null]) {
      await isFit(book);
      await book.theme('light');
      expect(await book.violations()).toEqual([]);
      await book.theme('dark');
      expect(await book.violations('colours')).toEqual([]);
      await picture(book, `dark-${String(next)}`);
      if (next !== null) await button(next).click();
    }
  });

  it('moves a header with one press, leaves a table out, and is told so at once', async () => {
    const book = await openBook();
    const { pane, button } = book;
    await button('Собрать реестр из моих таблиц').click();
    await pane.getByText(/Нашлось: 2\s+таблицы, в них 5/).waitFor();
    const base = pane.locator('[data-sheet]').filter({ hasText: 'Лист «База»' });
    await base.getByText('Заголовок в строке 3').waitFor();
    await base.getByRole('button', { name: 'Заголовки не в той строке?' }).click();
    await base.getByRole('button', { name: 'На строку ниже' }).click();
    await base.getByText('Заголовок в строке 4').waitFor();
    await base.getByRole('button', { name: 'Вернуть, как нашлось' }).click();
    await base.getByText('Заголовок в строке 3').waitFor();
    await base.getByRole('combobox', { name: 'Что это за таблица' }).selectOption('unknown');
    await pane.getByText(/Нашлось: 1\s+таблица, в них 1/).waitFor();
    await pane.getByRole('checkbox', { name: 'Лист «Олимпиады»' }).uncheck();
    await eventually(() => button('Дальше: столбцы').isEnabled(), true);
    await pane.getByText('Подходящих таблиц пока не нашлось').waitFor();
  });
});
