import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import type { Configuration, Stats } from 'webpack';
import configuration from '../webpack.config.js';

/** Weight of one script of the production build. */
export interface BundleSize {
  /** Name without the hash: "taskpane". */
  readonly name: string;
  /** True for a script the page waits for; the others come while Office starts. */
  readonly isFirst: boolean;
  readonly bytes: number;
  readonly gzip: number;
}

/** What the page may weigh before the pane stands, gzip, Office.js aside. */
export const FIRST_SCRIPT_LIMIT = 160 * 1024;

const build = (config: Configuration): Promise<Stats> =>
  new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) reject(error);
      else if (stats === undefined || stats.hasErrors()) reject(new Error(stats?.toString('errors-only')));
      else resolve(stats);
    });
  });

/** Builds the add-in for production into a place of its own and weighs its scripts. */
export async function measureBundles(): Promise<readonly BundleSize[]> {
  const path = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const config = await configuration({}, { mode: 'production' });
    const stats = await build({ ...config, output: { ...config.output, path } });
    const chunks = stats.toJson({ all: false, chunks: true, chunkModules: false, ids: true }).chunks ?? [];
    const scripts = chunks.flatMap(({ files = [], names = [], initial }) =>
      files.map((file) => ({ file, name: names[0] ?? 'shared', isFirst: initial })),
    );
    return await Promise.all(
      scripts.map(async ({ file, name, isFirst }) => {
        const script = await readFile(join(path, file));
        return { name, isFirst, bytes: script.length, gzip: gzipSync(script, { level: 9 }).length };
      }),
    );
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/** The scripts the page waits for, together. */
export const firstScriptGzip = (sizes: readonly BundleSize[]): number =>
  sizes.filter(({ isFirst }) => isFirst).reduce((sum, { gzip }) => sum + gzip, 0);

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;

if (isRunDirectly) {
  const sizes = await measureBundles();
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  for (const { name, isFirst, bytes, gzip } of sizes) {
    console.log(`${name.padEnd(12)} ${kilobytes(bytes)}, gzip ${kilobytes(gzip)}${isFirst ? ', first' : ''}`);
  }
  const first = firstScriptGzip(sizes);
  console.log(`before the pane stands: gzip ${kilobytes(first)} of ${kilobytes(FIRST_SCRIPT_LIMIT)}`);
  if (first > FIRST_SCRIPT_LIMIT) process.exitCode = 1;
}
