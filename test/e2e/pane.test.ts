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
  const context = await browser.newContext({ viewport: { width: 320, height: 720 }, ...options });
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
    await page.getByRole('button', { name: 'Создать реестр' }).waitFor();
    return act(page);
  });

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

const stories = ['empty', 'reading', 'running', 'filled', 'agreed', 'warned', 'failed'];

describe('the pane in a browser', () => {
  describe.each(['light', 'dark'] as const)('in a %s Excel', (colorScheme) => {
    it.each(stories)('is whole at 450 and at 320 pixels, and accessible: %s', async (name) => {
      await story(name, { colorScheme, viewport: { width: 450, height: 720 } }, async (page) => {
        const contentWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
        expect(await contentWidth()).toBeLessThanOrEqual(450);
        await page.setViewportSize({ width: 320, height: 720 });
        expect(await contentWidth()).toBeLessThanOrEqual(320);
        expect(await violations(page)).toEqual([]);
      });
    });
  });

  it('keeps its edges and words in a contrast theme', async () => {
    await story('filled', { forcedColors: 'active' }, async (page) => {
      const summary = page.getByRole('region', { name: 'Готовность показателей' });
      expect(await summary.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
      expect(await summary.innerText()).toContain('Сверка: 53 из 55: расхождения в строках 8, 9');
    });
  });

  it('lists the 55 rows and never shows a missing value as 0', async () => {
    await story('filled', {}, async (page) => {
      expect(await page.locator('tbody tr').count()).toBe(55);
      const row = page.getByRole('row', { name: /^20 / });
      expect(await row.getByRole('cell').last().innerText()).toBe('—');
      expect(await row.innerText()).toContain('нет данных');
    });
  });

  it('shows on request only the rows that need attention', async () => {
    await story('filled', {}, async (page) => {
      await page.getByLabel('Только требующие внимания').check();
      expect(await page.locator('tbody tr').count()).toBe(36);
    });
    await story('agreed', {}, async (page) => {
      await page.getByLabel('Только требующие внимания').check();
      expect(await page.locator('tbody tr').count()).toBe(35);
    });
  });

  it('is worked from the keyboard and leaves the focus on the button that was pressed', async () => {
    await story('agreed', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await focusedText(page)).toBe('Создать реестр');
      await page.keyboard.press('Tab');
      expect(await focusedText(page)).toBe('Заполнить показатели');
      await page.keyboard.press('Enter');
      await page.getByText('Показатели заполнены.').waitFor();
      expect(await focusedText(page)).toBe('Заполнить показатели');
      expect(await page.getByRole('status').innerText()).toBe('Показатели заполнены. Сверка: 53 из 55.');
    });
  });

  it('does not begin a second task while one runs, and says which step it is at', async () => {
    await story('running', {}, async (page) => {
      for (const name of ['Создать реестр', 'Заполнить показатели']) {
        expect(await page.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
      }
      expect(await page.getByText('шаг 3 из 4').innerText()).toContain('записываю');
      expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('3');
    });
  });

  it('brings a failure into focus with its remedy, and tries again from there', async () => {
    await story('failed', {}, async (page) => {
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await focusedText(page)).toContain('Снимите защиту');
      await page.keyboard.press('Tab');
      expect(await focusedText(page)).toBe('Повторить');
      expect(await page.locator('tbody tr').count()).toBe(55);
      await page.keyboard.press('Enter');
      await alert.waitFor();
      expect(await focusedText(page)).toContain('Снимите защиту');
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
