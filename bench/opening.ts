import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import type { Browser } from 'playwright-core';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import { SAMPLE } from '../src/cli/sample';
import { openHost } from '../src/host/node';
import { serialFromIso } from '../src/register/dates';
import { buildPage, buildPane, isPageStale, PAGE_FOLDER, root } from '../src/stand/server/build';
import { serveStand } from '../src/stand/server/serve';
import { createUseCases } from '../src/usecases/office';
import { openBrowser } from '../test/e2e/browser';
import { registerBook } from '../test/e2e/product';
import { compilation } from '../webpack.config.js';
import { median } from './timing';

/**
 * How the pane opens: on the stand, over a filled register, beside the empty page of Microsoft's template in the same
 * browser; and what of it goes over to the workbook.
 */

export interface Opening {
  /** From the frame's load, in milliseconds: until Office is ready, and until the first useful view is painted. */
  readonly office: number;
  readonly useful: number;
}

export interface OpeningCost {
  readonly pane: Opening;
  readonly template: Opening;
  /** What the page loads before it shows something: scripts, gzip. */
  readonly templateGzip: number;
  /** Round trips until the report is there, and more until edits are followed. */
  readonly tripsToReport: number;
  readonly tripsToFollow: number;
}

const REPEATS = 5;

const build = (config: Configuration): Promise<void> =>
  new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });

/** The template's page, built as ours is. */
async function buildTemplate(folder: string): Promise<void> {
  const source = fileURLToPath(new URL('emptyPane/', import.meta.url));
  await build({
    ...compilation,
    mode: 'production',
    target: ['web', 'es2021'],
    context: root,
    devtool: false,
    entry: { taskpane: `${source}index.tsx` },
    output: { path: folder, filename: '[name].js' },
    performance: { hints: false },
    plugins: [new HtmlWebpackPlugin({ filename: 'taskpane.html', template: `${source}page.html` })],
  });
  await cp(join(root, 'assets'), join(folder, 'assets'), { recursive: true });
  await cp(join(root, 'manifest.xml'), join(folder, 'manifest.xml'));
}

async function gzipOf(folder: string): Promise<number> {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const files = await Promise.all(scripts.map((name) => readFile(join(folder, name))));
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

/** What the frame notes of itself: a script as text, since what compiles this file leaves traces in functions. */
const watcher = (useful: string): string => `
  if (location.pathname.startsWith('/pane/')) {
    const times = (window.openingTimes = {});
    document.addEventListener('DOMContentLoaded', () => {
      window.Office.onReady(() => { times.office ??= performance.now(); });
      const look = () => {
        if (times.useful !== undefined || document.querySelector(${JSON.stringify(useful)}) === null) return;
        times.useful = 0;
        requestAnimationFrame(() => setTimeout(() => { times.useful = performance.now(); }));
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
      look();
    });
  }`;

async function openOnce(browser: Browser, url: string, useful: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    await context.addInitScript(watcher(useful));
    const page = await context.newPage();
    await page.goto(url);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (frame === null) throw new Error('The pane has no window.');
    const times = await frame.waitForFunction(
      () => {
        const { openingTimes: noted = null } = window as { openingTimes?: Opening };
        return (noted?.useful ?? 0) > 0 ? noted : null;
      },
      null,
      { timeout: 60_000 },
    );
    const noted = await times.jsonValue();
    if (noted === null) throw new Error('The pane has noted nothing.');
    return noted;
  } finally {
    await context.close();
  }
}

const middle = (openings: readonly Opening[]): Opening => ({
  office: median(openings.map(({ office }) => office)),
  useful: median(openings.map(({ useful }) => useful)),
});

async function trips(book: Uint8Array): Promise<Pick<OpeningCost, 'tripsToReport' | 'tripsToFollow'>> {
  const today = serialFromIso(SAMPLE.today);
  if (today === null) throw new Error(`not a day: ${SAMPLE.today}`);
  const host = await openHost(book);
  try {
    const { readReport, watch } = createUseCases(
      (batch) => host.run(batch),
      () => today,
    );
    host.traffic.reset();
    await readReport({ onPhase: () => undefined });
    const tripsToReport = host.traffic.roundTrips;
    const stop = await watch({
      onReport: () => undefined,
      onStale: () => undefined,
      onFailure: () => undefined,
    });
    const tripsToFollow = host.traffic.roundTrips - tripsToReport;
    await stop();
    return { tripsToReport, tripsToFollow };
  } finally {
    host.dispose();
  }
}

/** Both pages in turn, so that what else the machine does falls on both. */
export async function measureOpening(): Promise<OpeningCost> {
  const book = await registerBook();
  const folder = await mkdtemp(join(tmpdir(), 'opening-'));
  const [paneFolder, templateFolder] = [join(folder, 'pane'), join(folder, 'template')];
  await buildPane(paneFolder);
  await buildTemplate(templateFolder);
  if (await isPageStale(PAGE_FOLDER)) await buildPage(PAGE_FOLDER);
  const named = { name: 'книга.xlsx', bytes: book };
  const serve = (pane: string) =>
    serveStand({ page: PAGE_FOLDER, pane, book: named, sample: named, port: 0 });
  const [pane, template, browser] = await Promise.all([
    serve(paneFolder),
    serve(templateFolder),
    openBrowser(),
  ]);
  try {
    const times: { readonly pane: Opening[]; readonly template: Opening[] } = { pane: [], template: [] };
    for (let turn = 0; turn < REPEATS; turn++) {
      times.template.push(await openOnce(browser, template.url, 'textarea'));
      times.pane.push(await openOnce(browser, pane.url, '#readiness-heading'));
    }
    return {
      pane: middle(times.pane),
      template: middle(times.template),
      templateGzip: await gzipOf(templateFolder),
      ...(await trips(book)),
    };
  } finally {
    await browser.close();
    await Promise.all([pane.close(), template.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}
