import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

/**
 * Tests run in containers, as root. The package's own arguments join all pages in one process, which closing
 * the first page would end.
 */
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** The libraries Chromium needs and a bare machine lacks; the package carries them for such a machine. */
const ownLibraries = async (): Promise<Record<string, string>> => {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  await inflate(join(bin, 'al2023.tar.br'));
  return { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
};

/** Chromium out of an npm package (Linux), or the browser that comes with the system. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') {
    return playwright.launch({ channel: process.platform === 'win32' ? 'msedge' : 'chrome' });
  }
  const options: LaunchOptions = { executablePath: await chromium.executablePath(), args };
  try {
    return await playwright.launch(options);
  } catch {
    return playwright.launch({ ...options, env: { ...process.env, ...(await ownLibraries()) } });
  }
}
