import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AxeResults } from 'axe-core';
import { openBrowser } from './browser';
import { openPaneSite } from './pane';
import type { Site } from './site';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

/** Pages are opened and read on machines that do other work as well. */
jest.setTimeout(30_000);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openPaneSite(), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page of the built site, does something there, and closes it; complaints of the console fail the test. */
const visit = async <T>(
  path: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 720 },
    // colours are judged as they stand, not on their way from one theme to the other
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.url + path);
  const result = await act(page);
  await context.close();
  expect(complaints).toEqual([]);
  return result;
};

const story = <T>(
  name: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<T>,
): Promise<T> =>
  visit(`story.html#${name}`, options, async (page) => {
    await page.getByRole('contentinfo').waitFor();
    return act(page);
  });

/** What axe finds: everything, or only by the rules named. */
const violations = async (page: Page, ...rules: readonly string[]): Promise<string[]> => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(
        runOnly.length > 0 ? { runOnly } : {},
      ),
    rules,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
const focusedRole = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
const contentWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

/** Changes the theme under the open pane, and waits until its colours have come to rest. */
const theme = async (page: Page, media: Parameters<Page['emulateMedia']>[0]) => {
  await page.emulateMedia(media);
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const endless = (each: Animation) => each.effect?.getTiming().iterations === Infinity;
    await Promise.all(
      document
        .getAnimations()
        .filter((each) => !endless(each))
        .map((each) => each.finished),
    );
  });
};

/** A screenshot to be looked at, where the environment names a folder for it. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

interface Situation {
  readonly name: string;
  readonly story: string;
  /** Brings the pane to the state that is judged. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const detail = async (page: Page) => {
  await button(page, /^8 /).click();
  await page.getByText(/^Учтено/).waitFor();
};

const situations: readonly Situation[] = [
  { name: 'a workbook that is no register', story: 'empty' },
  {
    name: 'what would be done',
    story: 'empty',
    prepare: (page) => button(page, 'Создать реестр').click(),
  },
  { name: 'a workbook being read', story: 'reading' },
  { name: 'a workbook that cannot be read', story: 'unreadable' },
  { name: 'a change under way', story: 'running' },
  { name: 'a change that was made', story: 'done' },
  { name: 'a change that failed', story: 'failed' },
  {
    name: 'a change of cells of the user',
    story: 'overwriting',
    prepare: (page) => button(page, 'Заполнить показатели').click(),
  },
  { name: 'a change by somebody else', story: 'stale' },
  { name: 'the overview', story: 'mixed' },
  { name: 'the overview of a new register', story: 'fresh' },
  { name: 'the overview when everything is done', story: 'whole' },
  { name: 'the overview of a large association with a long name', story: 'big' },
  { name: 'the indicators', story: 'mixed/indicators' },
  { name: 'an indicator', story: 'mixed/indicators', prepare: detail },
  { name: 'an indicator of thousands of records', story: 'big/indicators', prepare: detail },
  { name: 'the control', story: 'mixed/control' },
  { name: 'the deadlines', story: 'mixed/deadlines' },
  { name: 'the meeting desk', story: 'mixed/desk' },
  { name: 'a new record', story: 'mixed/record' },
  { name: 'the documents', story: 'mixed/documents' },
  { name: 'the settings', story: 'mixed/settings' },
];

describe('the pane in a browser', () => {
  it.each(situations)(
    'is whole from 320 to 450 pixels, and accessible in every theme: $name',
    async ({ name, story: at, prepare }) => {
      await story(at, { viewport: { width: 450, height: 720 }, reducedMotion: 'reduce' }, async (page) => {
        await prepare?.(page);
        expect(await contentWidth(page)).toBeLessThanOrEqual(450);
        await page.setViewportSize({ width: 320, height: 720 });
        expect(await contentWidth(page)).toBeLessThanOrEqual(320);
        expect(await violations(page)).toEqual([]);
        await picture(page, `${name}, light`);
        // A theme changes colours and nothing else.
        await theme(page, { colorScheme: 'dark' });
        expect(await violations(page, 'color-contrast')).toEqual([]);
        await picture(page, `${name}, dark`);
        await theme(page, { colorScheme: 'light', forcedColors: 'active' });
        expect(await violations(page, 'color-contrast')).toEqual([]);
        await picture(page, `${name}, contrast`);
      });
    },
  );

  it('keeps its edges and words in a contrast theme', async () => {
    await story('mixed', { forcedColors: 'active' }, async (page) => {
      const card = page.getByRole('region', { name: 'Готовность отчёта' });
      expect(await card.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
      expect(await card.innerText()).toContain('Сверка: 53 из 55: расхождения в строках 8, 9');
    });
  });
});

describe('the views of the pane', () => {
  it('are reached with the arrows, and Enter opens them', async () => {
    await story('mixed', {}, async (page) => {
      await press(page, 'Tab', 'Tab', 'Tab');
      expect([await focusedText(page), await focusedRole(page)]).toEqual(['Обзор', 'tab']);
      await press(page, 'ArrowRight', 'Enter');
      await page.getByRole('heading', { name: 'Показатели' }).waitFor();
      expect([await focusedText(page), await focusedRole(page)]).toEqual(['Показатели', 'tab']);
      await press(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    });
  });

  it('stay as they were left', async () => {
    await story('mixed/indicators', {}, async (page) => {
      await page.getByText(/^Требуют внимания/).click();
      await tab(page, 'Обзор').click();
      await page.getByRole('region', { name: 'Что сделать дальше' }).waitFor();
      await tab(page, 'Показатели').click();
      expect(await page.getByLabel(/^Требуют внимания/).isChecked()).toBe(true);
    });
  });

  it('say beside their names how many errors there are and what is overdue', async () => {
    await story('mixed', {}, async (page) => {
      expect(await tab(page, 'Контроль').innerText()).toContain('5');
      await page.getByRole('tab', { name: /Сроки.*1\s*срок просрочен/ }).waitFor();
    });
  });

  it('leave the rest of the pane standing when their script does not come, and are asked for again', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 720 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    let isOffline = true;
    await page.route('**/control*.js', (route) => (isOffline ? route.abort() : route.continue()));
    await page.goto(`${site.url}story.html#mixed`);
    await tab(page, 'Контроль').click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('Проверьте подключение к интернету');
    isOffline = false;
    await alert.getByRole('button', { name: 'Повторить' }).click();
    await page.getByRole('heading', { name: 'Контроль' }).waitFor();
    await context.close();
  });
});

describe('the overview', () => {
  it('leads to what its steps and numbers stand for', async () => {
    await story('mixed', {}, async (page) => {
      await button(page, /^Исправить: значение не из списка/).click();
      await page.getByRole('heading', { name: 'Контроль' }).waitFor();
      expect(await focusedText(page)).toContain('Значение не из списка');
      await tab(page, 'Обзор').click();
      await button(page, /ошибок/).click();
      await page.getByRole('heading', { name: 'Ошибки' }).waitFor();
      expect(await focusedText(page)).toContain('Ошибки');
      await tab(page, 'Обзор').click();
      await button(page, /заседания проведены/).click();
      await page.getByRole('heading', { name: 'Сроки' }).waitFor();
      await tab(page, 'Обзор').click();
      await button(page, /член объединения/).click();
      expect(await asked(page)).toContain('goTo Банк данных!A2');
    });
  });

  it('hands the focus on to the view it opens', async () => {
    await story('mixed', {}, async (page) => {
      await button(page, 'Открыть показатели').focus();
      await press(page, 'Enter');
      await page.getByRole('heading', { name: 'Показатели' }).waitFor();
      expect(await focusedRole(page)).toBe('tabpanel');
      await press(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    });
  });

  it('runs the step that returns the formulas', async () => {
    await story('mixed', {}, async (page) => {
      await button(page, /^Вернуть формулы/).click();
      await page.getByText('Показатели заполнены.').first().waitFor();
    });
  });

  it('begins a new register with the tables there are and the databank, and says kindly when everything is done', async () => {
    await story('fresh', {}, async (page) => {
      const steps = page.getByRole('region', { name: 'Что сделать дальше' });
      expect(await steps.getByRole('button').first().innerText()).toContain('из моих таблиц');
      expect(await steps.getByRole('button').nth(1).innerText()).toContain('Внести педагогов');
    });
    await story('whole', {}, async (page) => {
      await page.getByText('Всё сделано').waitFor();
    });
  });
});

describe('the indicators', () => {
  it('are 55 rows, and a missing value is never 0', async () => {
    await story('mixed/indicators', {}, async (page) => {
      await page.getByText(/^из них имеет/).waitFor();
      const list = page.getByRole('tabpanel').getByRole('listitem');
      expect(await list.count()).toBe(55);
      expect(await button(page, /^20 /).innerText()).toMatch(/нет данных[^]*—/);
    });
  });

  it('shows on request only the rows that need attention', async () => {
    await story('mixed/indicators', {}, async (page) => {
      await page.getByLabel(/^Требуют внимания/).check();
      expect(await page.getByRole('tabpanel').getByRole('listitem').count()).toBe(36);
    });
  });

  it('open and close from the keyboard, and the focus comes back to the row', async () => {
    await story('mixed/indicators', {}, async (page) => {
      await page.getByLabel(/^Все/).focus();
      await press(page, 'Tab');
      expect(await focusedText(page)).toContain('количество педагогов ММО');
      await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
      await page.getByText(/^Учтено/).waitFor();
      expect(await focusedText(page)).toBe('№ 1.2 СПО');
      await press(page, 'Escape');
      expect(await focusedText(page)).toMatch(/^1\.2СПО/);
    });
  });

  it('lead from a record to its cell and keep the focus there', async () => {
    await story('mixed/indicators', {}, async (page) => {
      await detail(page);
      const counted = page.getByRole('region', { name: /^Учтено/ });
      await counted.getByRole('button').first().focus();
      await press(page, 'ArrowDown', 'Enter');
      expect(await asked(page)).toEqual(['goTo Достижения!A3']);
      expect(await focusedText(page)).toContain('Достижения, A3');
      const excluded = page.getByRole('region', { name: /^Не учтено: 3/ });
      expect(await excluded.innerText()).toContain('вне отчётного периода');
      expect(await page.getByRole('tabpanel').innerText()).toContain('в прошлом году 5, на 2 больше');
    });
  });

  it('come a portion at a time where there are thousands of records', async () => {
    await story('big/indicators', {}, async (page) => {
      await detail(page);
      const counted = page.getByRole('region', { name: /^Учтено: 3000/ });
      expect(await counted.getByRole('listitem').count()).toBe(50);
      await counted.getByRole('button', { name: 'Показать ещё (осталось 2950)' }).click();
      expect(await counted.getByRole('listitem').count()).toBe(100);
    });
  });

  it('take a confirmed zero and its undoing', async () => {
    await story('mixed/indicators', {}, async (page) => {
      await button(page, /^20 /).click();
      const zero = page.getByRole('checkbox', { name: 'Ноль подтверждён' });
      await zero.check();
      await page.getByText('Готово.').first().waitFor();
      expect(await zero.isChecked()).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox');
      await zero.uncheck();
      expect(await zero.isChecked()).toBe(false);
    });
  });

  it('give their formula in the language of the user, to be copied', async () => {
    await story('mixed/indicators', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await detail(page);
      await page.getByText('Формула на листе').click();
      expect(await page.getByLabel(/^Формула показателя/).inputValue()).toContain('=ЕСЛИ(СЧЁТЗ(');
      await button(page, 'Скопировать').click();
      await page.getByText('Скопировано').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('=ЕСЛИ(СЧЁТЗ(');
    });
  });
});

describe('work in the pane', () => {
  it('leaves the focus on the button that was pressed and says how it ended', async () => {
    await story('mixed', {}, async (page) => {
      await press(page, 'Tab');
      expect(await focusedText(page)).toBe('Заполнить показатели');
      await press(page, 'Enter');
      await page.getByText('Показатели заполнены.').first().waitFor();
      expect(await focusedText(page)).toBe('Заполнить показатели');
      expect(await page.getByRole('status').first().innerText()).toBe(
        'Показатели заполнены. Сверка: 53 из 55.',
      );
    });
  });

  it('shows before a workbook becomes a register what will be done, and leaves it on «Не сейчас»', async () => {
    await story('empty', {}, async (page) => {
      await press(page, 'Tab', 'Enter');
      await page.getByRole('heading', { name: 'Что будет сделано' }).waitFor();
      expect(await focusedText(page)).toBe('Что будет сделано');
      await press(page, 'Escape');
      await button(page, 'Создать реестр').click();
      await button(page, 'Не сейчас').click();
      await button(page, 'Создать реестр').click();
      await button(page, 'Продолжить').click();
      await page.getByText('Реестр создан.').first().waitFor();
      await tab(page, 'Обзор').waitFor();
    });
  });

  it('shows the cells of the user that would change, and begins on request', async () => {
    await story('overwriting', {}, async (page) => {
      await button(page, 'Заполнить показатели').click();
      const proposal = page.getByRole('region', { name: 'Изменится то, что вы ввели' });
      expect(await proposal.innerText()).toContain('Ваши ячейки, которые изменятся: 24');
      await button(page, 'Продолжить').click();
      await page.getByText('Показатели заполнены.').first().waitFor();
    });
  });

  it('does not begin a second task while one runs, says which step it is at, and stops on request', async () => {
    await story('running', {}, async (page) => {
      for (const name of ['Заполнить показатели', 'Проверить', 'Обновить']) {
        expect(await button(page, name).getAttribute('aria-disabled')).toBe('true');
      }
      expect(await page.getByText('шаг 3 из 4').innerText()).toContain('записываю');
      const progress = page.getByRole('progressbar', { name: 'Заполняются показатели' });
      expect(await progress.getAttribute('aria-valuenow')).toBe('3');
      await button(page, 'Остановить').focus();
      await press(page, 'Enter');
      await page.getByText('Действие остановлено.').first().waitFor();
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
      await button(page, 'Повторить').waitFor();
    });
  });

  it('is undone with one button, which says what was left', async () => {
    await story('done', {}, async (page) => {
      await button(page, 'Отменить').first().focus();
      await press(page, 'Enter');
      await page.getByText('Последнее действие отменено.').first().waitFor();
      await page.getByText(/Осталось как есть.*«Банк данных» C5/).waitFor();
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    });
  });

  it('takes its word out of sight when the user goes on, and keeps «Отменить» at the foot', async () => {
    await story('done', {}, async (page) => {
      const word = page.getByRole('main').getByText('Показатели заполнены.').last();
      await tab(page, 'Показатели').click();
      await page.getByRole('heading', { name: 'Показатели' }).waitFor();
      expect(await page.getByRole('main').getByText('Отменить').count()).toBe(0);
      await button(page, 'Отменить «Заполнение показателей»').click();
      await page.getByText('Последнее действие отменено.').first().waitFor();
      await word.waitFor({ state: 'detached' });
    });
  });

  it('brings a failure into focus with its remedy, and tries again from there', async () => {
    await story('failed', {}, async (page) => {
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await focusedText(page)).toContain('Снимите защиту');
      expect(await page.getByText('AccessDenied').isVisible()).toBe(false);
      await alert.getByRole('button', { name: 'Повторить' }).focus();
      await press(page, 'Enter');
      await alert.waitFor();
      expect(await focusedText(page)).toContain('Снимите защиту');
      expect(await page.getByRole('region', { name: 'Готовность отчёта' }).isVisible()).toBe(true);
    });
  });

  it('says that somebody else has changed the workbook, and reads it again', async () => {
    await story('stale', {}, async (page) => {
      const notice = page.getByText('Книгу изменил кто-то ещё.');
      await notice.waitFor();
      await page.getByRole('main').getByRole('button', { name: 'Обновить' }).click();
      await notice.waitFor({ state: 'detached' });
    });
  });
});

describe('taskpane.html as built', () => {
  it('starts the genuine Office.js under its content policy and says that this is not Excel', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}taskpane.html`);
    await page.getByText('Панель открыта не в Excel.').waitFor();
    await context.close();
  });

  it('lets nothing out: every request goes to where the page came from', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const abroad: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) abroad.push(request.url());
    });
    await page.goto(`${site.url}taskpane.html`);
    await page.getByText('Панель открыта не в Excel.').waitFor();
    await page.waitForLoadState('networkidle');
    expect(abroad).toEqual([]);
    await context.close();
  });

  it('says at once what to do when Office.js cannot be fetched', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/office.js', (route) => route.abort());
    await page.goto(`${site.url}taskpane.html`);
    await page.getByText('Панель загружается дольше обычного.').waitFor();
    await context.close();
  });

  it('says after ten seconds what to do when Office.js does not come', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.route('**/office.js', () => undefined);
    await page.goto(`${site.url}taskpane.html`, { waitUntil: 'commit' });
    await page.getByText('Панель загружается…').waitFor();
    const slow = page.getByText('Панель загружается дольше обычного.');
    await page.clock.fastForward(9_900);
    expect(await slow.isVisible()).toBe(false);
    await page.clock.fastForward(200);
    await slow.waitFor();
    await context.close();
  });

  it('is not blank without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}taskpane.html`);
    expect(await page.locator('body').innerText()).toContain('В этом окне отключены сценарии');
    await context.close();
  });
});
