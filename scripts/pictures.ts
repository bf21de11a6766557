import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import { writeMethodistBook } from '../src/cli/methodistBook';
import { SAMPLE } from '../src/cli/sample';
import { openBrowser } from '../test/e2e/browser';
import { openProduct, registerBook, type Product } from '../test/e2e/product';
import { startStand } from '../test/e2e/stand';
import { indexedPng } from './indexedPng';

/**
 * `npm run pictures`: the screenshots of the guide and the README. Of the sample association, whose people are made
 * up, on the day of the sample, so that two runs show the same. `-- overview control` takes only these.
 */

const DOCS = fileURLToPath(new URL('../docs/', import.meta.url));

/** What a picture may weigh: it is looked at over school networks. */
const BYTES_AT_MOST = 150 * 1024;

interface Picture {
  /** The file in `docs`, without its ending. */
  readonly name: string;
  /** Height of the window: as much of a view as tells its story. */
  readonly height: number;
  /** The stand whole, not only its pane. */
  readonly isWhole?: boolean;
  readonly isDark?: boolean;
  /** Brings the pane where the picture is taken. */
  readonly prepare?: (product: Product) => Promise<unknown>;
}

const openSample = async ({ page, pane }: Product): Promise<void> => {
  await page.getByRole('button', { name: 'Образец', exact: true }).click();
  await pane.getByRole('heading', { name: 'Эта книга ещё не реестр' }).waitFor();
};

const openIndicator = async (product: Product, no: string): Promise<void> => {
  await product.tab('Показатели');
  await product.pane.locator(`[data-no="${no}"]`).click();
  await product.pane.getByText(/^Учтено/).waitFor();
};

const MISSPELT = /^Педагога нет в банке данных/;

/** The one that is to be read stands at the upper edge. */
const toTop = (locator: Locator): Promise<void> =>
  locator.evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
  });

const toHead = async (product: Product): Promise<void> => {
  const pane = await product.paneWindow();
  await pane.evaluate(() => {
    window.scrollTo(0, 0);
  });
};

const openMeeting = async (product: Product): Promise<void> => {
  await product.tab('Заседание');
  await product.button(/^Заседание № 4/).click();
};

const fillRecord = async (product: Product): Promise<void> => {
  await product.tab('Запись');
  const typed = {
    Педагог: 'Плетнёв Андрей Ильич',
    Мероприятие: 'Турнир городов',
    Вид: 'олимпиада',
    Уровень: 'всероссийский',
    Формат: 'очно',
    Результат: 'победитель',
    Обучающихся: '2',
    Дата: '01.04.2026',
  };
  for (const [column, text] of Object.entries(typed)) await product.field(column).fill(text);
  await product.pane.getByText('Войдёт в показатели 11 и 11.1.').waitFor();
  await toHead(product);
};

/** An empty workbook and the file of a methodist, up to one of the steps. */
const adopt = async ({ page, pane, button }: Product, ...steps: readonly string[]): Promise<void> => {
  await page.getByRole('button', { name: 'Пустая книга', exact: true }).click();
  await button('Собрать реестр из моих таблиц').click();
  await pane.getByText('Подходящих таблиц пока не нашлось').waitFor();
  await pane.locator('input[type=file]').setInputFiles({
    name: 'База учителей.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await writeMethodistBook(SAMPLE)),
  });
  await pane.getByText(/^Нашлось/).waitFor();
  for (const step of steps) await button(`Дальше: ${step}`).click();
};

/** Registers of one and the same association, told apart by their passports, and a file that is none. */
const joinRegisters = async (product: Product): Promise<void> => {
  await product.tab('Документы');
  await product.button('Свод').click();
  const sent = (name: string, content: Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  await product.pane
    .locator('input[type=file]')
    .setInputFiles([
      sent('Математика.xlsx', book),
      sent('Русский язык.xlsx', await registerBook({ association: 'ММО учителей русского языка' })),
      sent('Скан.xlsx', Buffer.from('%PDF-1.7')),
    ]);
  await product.pane.getByRole('heading', { name: /^Сведены 2/ }).waitFor();
  await toHead(product);
};

const PICTURES: readonly Picture[] = [
  {
    name: 'stand',
    height: 800,
    isWhole: true,
    prepare: async (product) => {
      await openIndicator(product, '11');
      await product
        .button(/^Абросимова/)
        .first()
        .click();
      await product.page.getByRole('tab', { name: 'Достижения', selected: true }).waitFor();
    },
  },
  { name: 'pane/begin', height: 640, prepare: openSample },
  {
    name: 'pane/proposal',
    height: 640,
    prepare: async (product) => {
      await openSample(product);
      await product.button('Создать реестр').click();
      await product.button('Продолжить').waitFor();
    },
  },
  { name: 'pane/adoption', height: 1000, prepare: (product) => adopt(product, 'столбцы') },
  {
    name: 'pane/adoption-check',
    height: 1000,
    prepare: (product) => adopt(product, 'столбцы', 'вопросы', 'проверка'),
  },
  { name: 'pane/overview', height: 1160 },
  { name: 'pane/overview-dark', height: 760, isDark: true },
  { name: 'pane/indicators', height: 800, prepare: (product) => product.tab('Показатели') },
  { name: 'pane/indicator', height: 900, prepare: (product) => openIndicator(product, '17') },
  {
    name: 'pane/zero',
    height: 760,
    prepare: async (product) => {
      await product.page.getByRole('button', { name: 'Пустая книга', exact: true }).click();
      await product.button('Создать реестр').click();
      await product.button('Продолжить').click();
      await product.done(/^Реестр создан/);
      await product.tab('Показатели');
      await product.pane.locator('[data-no="18"]').click();
      await product.pane.getByRole('checkbox', { name: 'Ноль подтверждён' }).waitFor();
    },
  },
  { name: 'pane/control', height: 800, prepare: (product) => product.tab('Контроль') },
  {
    name: 'pane/fix',
    height: 900,
    prepare: async (product) => {
      await product.tab('Контроль');
      await product.button(MISSPELT).click();
      await product.button(/^Исправить все такие/).click();
      await product.button('Заменить').waitFor();
      await toTop(product.button(MISSPELT));
    },
  },
  { name: 'pane/deadlines', height: 900, prepare: (product) => product.tab('Сроки') },
  {
    name: 'pane/meeting',
    height: 1000,
    prepare: async (product) => {
      await openMeeting(product);
      await product.pane.getByRole('textbox', { name: /^Дата/ }).fill('30.04.2026');
      await product.pane
        .getByRole('radiogroup', { name: 'Плетнёв Андрей Ильич' })
        .getByRole('radio', { name: 'нет', exact: true })
        .check();
      await product.button('Остальные присутствуют').click();
      await product.pane.getByText(/Присутствуют 2\d из/).waitFor();
      await toHead(product);
    },
  },
  {
    name: 'pane/decision',
    height: 900,
    prepare: async (product) => {
      await product.tab('Заседание');
      await product.button(/^Заседание № 3/).click();
      await product.button(/^Пункт 2/).click();
      await toTop(product.button(/^Пункт 1/));
    },
  },
  { name: 'pane/record', height: 900, prepare: fillRecord },
  {
    name: 'pane/documents',
    height: 1000,
    prepare: async (product) => {
      await product.tab('Документы');
      await product.pane.locator('[data-document]').first().waitFor();
    },
  },
  {
    name: 'pane/department',
    height: 900,
    prepare: async (product) => {
      await product.tab('Документы');
      await product.button('В отдел').click();
      await product.pane.getByRole('radio', { name: /^Без персональных данных/ }).check();
      await toHead(product);
    },
  },
  { name: 'pane/svod', height: 1000, prepare: joinRegisters },
  { name: 'pane/settings', height: 900, prepare: (product) => product.tab('Настройки') },
  {
    name: 'pane/regulation',
    height: 1250,
    prepare: async (product) => {
      await product.tab('Настройки');
      await product.pane.getByRole('radio', { name: 'Ошмянский район' }).check();
      await product.pane.getByText(/Реестр перейдёт с положения/).waitFor();
      await toHead(product);
    },
  },
];

/** The pixels of a PNG, as the browser reads them. */
async function pixelsOf({ page }: Product, png: Buffer) {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let letters = '';
    for (let at = 0; at < data.length; at += 32_768) {
      letters += String.fromCharCode(...data.subarray(at, at + 32_768));
    }
    return { width: bitmap.width, height: bitmap.height, base64: btoa(letters) };
  }, png.toString('base64'));
  return { width, height, rgba: Buffer.from(base64, 'base64') };
}

async function take(
  browser: Browser,
  url: string,
  { name, height, isWhole, isDark, prepare }: Picture,
): Promise<void> {
  const product = await openProduct(browser, url, {
    viewport: isWhole === true ? { width: 1366, height } : { width: 1180, height: height + HEAD },
    deviceScaleFactor: isWhole === true ? 1.25 : 1.5,
    colorScheme: isDark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Moscow',
    locale: 'ru-RU',
  });
  try {
    await prepare?.(product);
    // What was pointed at is not part of the picture.
    await product.page.mouse.move(0, 0);
    const subject = isWhole === true ? product.page : product.page.locator('iframe');
    const file = indexedPng(await pixelsOf(product, await subject.screenshot({ animations: 'disabled' })));
    if (file.length > BYTES_AT_MOST) throw new Error(`${name}: ${String(file.length)} bytes are too many.`);
    const path = `${DOCS}${name}.png`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file);
    console.log(`${name.padEnd(20)} ${String(Math.ceil(file.length / 1024))} KB`);
  } finally {
    await product.close();
  }
}

/** What stands above and below the pane on the stand. */
const HEAD = 180;

const asked = process.argv.slice(2);
const wanted = PICTURES.filter(({ name }) => asked.length === 0 || asked.some((each) => name.endsWith(each)));
const book = await registerBook();
const [stand, browser] = await Promise.all([startStand(book), openBrowser()]);
try {
  for (const picture of wanted) await take(browser, stand.url, picture);
} finally {
  await browser.close();
  await stand.close();
}
