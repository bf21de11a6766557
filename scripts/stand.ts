import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLE } from '../src/cli/sample';
import { writeInputBook } from '../src/cli/sampleBook';
import { STAND } from '../src/messages/stand';
import {
  buildPage,
  buildPane,
  isPageStale,
  isPaneStale,
  PAGE_FOLDER,
  PANE_FOLDER,
} from '../src/stand/server/build';
import { serveStand, type NamedBook } from '../src/stand/server/serve';

/** `npm run stand`: builds what is missing and serves the stand until it is stopped. */

const words = STAND.server;
const USUAL_PORT = 3100;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A command that was typed wrongly. */
class UsageError extends Error {}

/** Somebody else listens on the port. */
class PortError extends Error {}

function readArguments(): { readonly file: string | null; readonly port: number; readonly help: boolean } {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: { port: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const odd = Object.keys(values).find((name) => name !== 'port' && name !== 'help');
  if (odd !== undefined) throw new UsageError(words.unknown(odd));
  const [file = null, extra] = positionals;
  if (extra !== undefined) throw new UsageError(words.unknown(extra));
  const asked = String(values.port ?? USUAL_PORT);
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535) throw new UsageError(words.wrongPort(asked));
  return { file, port: Number(asked), help: values.help === true };
}

async function readBook(file: string): Promise<NamedBook> {
  try {
    return { name: basename(file), bytes: await readFile(resolve(file)) };
  } catch (error) {
    throw new UsageError(words.noFile(file), { cause: error });
  }
}

async function run(): Promise<void> {
  const { file, port, help } = readArguments();
  if (help) {
    say(words.usage);
    return;
  }
  const book = file === null ? null : await readBook(file);
  if (await isPaneStale(PANE_FOLDER)) {
    say(words.buildingPane);
    await buildPane(PANE_FOLDER);
  }
  if (await isPageStale(PAGE_FOLDER)) {
    say(words.buildingPage);
    await buildPage(PAGE_FOLDER);
  }
  const sample = { name: STAND.sampleName, bytes: await writeInputBook(SAMPLE.tables) };
  try {
    const { url } = await serveStand({ page: PAGE_FOLDER, pane: PANE_FOLDER, book, sample, port });
    say(words.running(url));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new PortError(words.busyPort(port), { cause: error });
    }
    throw error;
  }
}

try {
  await run();
} catch (error) {
  if (error instanceof PortError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${words.usage}`);
  process.exitCode = 2;
}
