import { existsSync, statSync } from 'node:fs';
import { readdir, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import configuration, { compilation } from '../../../webpack.config.js';

/** The scripts of the stand and of the pane, built where they are missing or older than what they are made of. */

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const resolveModule = createRequire(import.meta.url);

export const PANE_FOLDER = join(root, 'dist');
export const PAGE_FOLDER = join(root, 'node_modules', '.cache', 'stand');

const build = (config: Configuration): Promise<void> =>
  new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });

/** The page of the stand: its script, its engine, its Office.js, and Microsoft's library as it is. */
function pageConfiguration(folder: string): Configuration {
  const page = join(root, 'src', 'stand', 'page');
  const engine = join(dirname(resolveModule.resolve('@ironcalc/wasm/package.json')), 'wasm_bg.wasm');
  const library = join(
    dirname(resolveModule.resolve('@microsoft/office-js/package.json')),
    'dist',
    'excel-web-16.00.js',
  );
  return {
    ...compilation,
    mode: 'production',
    target: ['web', 'es2021'],
    context: root,
    devtool: false,
    entry: {
      stand: './src/stand/page/index.tsx',
      'office-js/office': './src/stand/office/office.ts',
    },
    output: { path: folder, filename: '[name].js', assetModuleFilename: '[name][ext]', clean: true },
    performance: { hints: false },
    // It travels no farther than to the browser on the same machine.
    optimization: { minimize: false },
    plugins: [
      new CopyWebpackPlugin({
        patterns: [
          { from: join(page, 'stand.html'), to: 'index.html' },
          { from: join(page, 'stand.css'), to: 'stand.css' },
          { from: engine, to: 'wasm_bg.wasm' },
          // The licence lets the file be passed on as it is.
          { from: library, to: 'office-js/excel-web-16.00.js', info: { minimized: true } },
        ],
      }),
    ],
  };
}

/** The files by whose age a build is judged. */
const PAGE_MARK = 'stand.js';
const PANE_MARK = 'taskpane.html';

/** Builds, and dates the mark to the beginning: webpack leaves a file alone whose content has not changed. */
async function buildDated(config: Configuration, mark: string): Promise<void> {
  const start = new Date();
  await build(config);
  await utimes(mark, start, start);
}

export const buildPage = (folder: string): Promise<void> =>
  buildDated(pageConfiguration(folder), join(folder, PAGE_MARK));

/** The add-in as `npm run build` makes it. */
export async function buildPane(folder: string): Promise<void> {
  const addIn = await configuration({}, { mode: 'production' });
  await buildDated({ ...addIn, output: { ...addIn.output, path: folder } }, join(folder, PANE_MARK));
}

/** The time of the youngest file or folder under these. */
async function youngest(folders: readonly string[]): Promise<number> {
  let time = 0;
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true })) {
      time = Math.max(time, statSync(join(folder, entry)).mtimeMs);
    }
  }
  return time;
}

const under = (...folders: readonly string[]): string[] => folders.map((folder) => join(root, folder));

/** Rooms the pane is made of, and how it is put together. */
const PANE_SOURCES = under('src', 'assets');
const PAGE_SOURCES = under('src/stand', 'src/host', 'src/messages');

const isStale = async (built: string, sources: readonly string[]): Promise<boolean> =>
  !existsSync(built) || statSync(built).mtimeMs < (await youngest(sources));

/** Whether the stand's page is missing or older than its sources. */
export const isPageStale = (folder: string): Promise<boolean> =>
  isStale(join(folder, PAGE_MARK), PAGE_SOURCES);

/** Whether the built add-in is missing or older than its sources. */
export const isPaneStale = (folder: string): Promise<boolean> =>
  isStale(join(folder, PANE_MARK), PANE_SOURCES);
