import { mkdir, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core';
import { SAMPLE } from '../../src/cli/sample';
import { writeInputBook } from '../../src/cli/sampleBook';
import {
  buildPage,
  buildPane,
  isPageStale,
  isPaneStale,
  PAGE_FOLDER,
  root,
} from '../../src/stand/server/build';
import { serveStand, type RunningStand } from '../../src/stand/server/serve';

/** The stand in a headless browser: a workbook, the grid, the ribbon and the built pane. */

/** The pane as it is now, apart from the `dist` somebody may be about to publish. */
const PANE_FOLDER = join(root, 'node_modules', '.cache', 'stand-pane');

const LOCK = join(root, 'node_modules', '.cache', 'stand-building');
/** A lock this old was left behind. */
const ABANDONED_MS = 600_000;

const isTaken = async (): Promise<boolean> => {
  try {
    await mkdir(LOCK, { recursive: false });
    return false;
  } catch (error) {
    // Not `instanceof Error`: what Node throws is of another realm than a test's own.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    if (code !== 'EEXIST') throw error;
    const since = await stat(LOCK).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    return Date.now() - since < ABANDONED_MS;
  }
};

/** Suites that run at the same time build the same folders: one builds, the others wait for it. */
async function buildWhatIsStale(): Promise<void> {
  await mkdir(join(LOCK, '..'), { recursive: true });
  while (await isTaken()) await setTimeout(200);
  try {
    if (await isPaneStale(PANE_FOLDER)) await buildPane(PANE_FOLDER);
    if (await isPageStale(PAGE_FOLDER)) await buildPage(PAGE_FOLDER);
  } finally {
    await rmdir(LOCK);
  }
}

/** Builds what is missing and serves it, with the sample. */
export async function startStand(book: Uint8Array | null = null): Promise<RunningStand> {
  await buildWhatIsStale();
  return serveStand({
    page: PAGE_FOLDER,
    pane: PANE_FOLDER,
    book: book === null ? null : { name: 'книга.xlsx', bytes: book },
    sample: { name: 'образец.xlsx', bytes: await writeInputBook(SAMPLE.tables) },
    port: 0,
  });
}

/** One open stand, as a person uses it. */
export interface StandPage {
  readonly page: Page;
  /** What is inside the task pane. */
  readonly pane: FrameLocator;
  /** The pane's own window, for what a person cannot do. */
  paneWindow(): Promise<Frame>;
  /** Goes to an address, a table or a name through the name box. */
  goTo(address: string): Promise<void>;
  openSheet(name: string): Promise<void>;
  /** The text a cell shows; the cell is brought into sight. */
  read(address: string): Promise<string>;
  /** The fill a cell shows, as CSS says it. */
  fillOf(address: string): Promise<string>;
  /** Types into a cell and enters it. */
  type(address: string, text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** The address of the selection. */
  selection(): Promise<string>;
  /** Presses a button of the ribbon and waits until its function is done. */
  ribbon(label: string): Promise<void>;
  /** Complaints of the console and requests that left this machine. */
  readonly complaints: readonly string[];
  readonly abroad: readonly string[];
  close(): Promise<void>;
}

interface StandSettings extends BrowserContextOptions {
  /** The day it is in the browser; the machine's own where none is given. */
  readonly day?: string;
}

export async function openStand(
  browser: Browser,
  url: string,
  { day, ...options }: StandSettings = {},
): Promise<StandPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...options,
  });
  if (day !== undefined) await context.clock.setFixedTime(`${day}T10:00:00`);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const abroad: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const target = request.url();
    if (!target.startsWith(url) && !/^(blob|data):/.test(target)) abroad.push(target);
  });
  await page.goto(url);
  await page.getByRole('grid').waitFor();

  const nameBox = page.getByLabel('Адрес выделения');
  const cell = (address: string) => page.locator(`[id="cell-${address}"]`);

  const goTo = async (address: string): Promise<void> => {
    await nameBox.fill(address);
    await nameBox.press('Enter');
  };
  const inSight = async (address: string) => {
    if ((await cell(address).count()) === 0) await goTo(address);
    await cell(address).waitFor({ state: 'attached' });
    return cell(address);
  };

  return {
    page,
    pane: page.frameLocator('iframe'),
    async paneWindow() {
      const handle = await page.locator('iframe').elementHandle();
      const frame = await handle?.contentFrame();
      if (frame == null) throw new Error('the pane has no window');
      return frame;
    },
    goTo,
    async openSheet(name) {
      await page.getByRole('tab', { name, exact: true }).click();
    },
    read: async (address) => (await inSight(address)).innerText(),
    fillOf: async (address) =>
      (await inSight(address)).evaluate((element) => getComputedStyle(element).backgroundColor),
    async type(address, text) {
      await goTo(address);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    selection: () => nameBox.inputValue(),
    async ribbon(label) {
      const button = page.getByRole('navigation', { name: 'Лента' }).getByRole('button', { name: label });
      await button.click();
      await page.locator('.ribbon-button[aria-busy=true]').waitFor({ state: 'detached', timeout: 60_000 });
    },
    complaints,
    abroad,
    close: () => context.close(),
  };
}

const PATIENCE_MS = 10_000;
const EACH_MS = 50;

/** Asks again until the answer is the one wanted; fails with the last one. */
export async function eventually<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  const start = Date.now();
  let last = await ask();
  while (JSON.stringify(last) !== JSON.stringify(wanted)) {
    if (Date.now() - start > PATIENCE_MS) {
      throw new Error(`wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(last)}`);
    }
    await setTimeout(EACH_MS);
    last = await ask();
  }
}
