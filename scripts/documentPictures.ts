import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { SAMPLE } from '../src/cli/sample';
import { writeInputBook } from '../src/cli/sampleBook';
import type { DocumentKind } from '../src/documents/document';
import { openHost } from '../src/host/node';
import { serialFromIso } from '../src/register/dates';
import { openBook } from '../src/usecases/book';
import { documentUseCases } from '../src/usecases/documents';
import { runBuild } from '../src/usecases/office';

/**
 * `npm run pictures:documents`: the first page of each kind of document as it is printed, in `docs/documents`. Of the
 * sample association, whose people are made up. Needs LibreOffice and poppler (`soffice`, `pdftoppm`).
 */

const DOCS = fileURLToPath(new URL('../docs/documents/', import.meta.url));

/** What a picture may weigh: it is looked at over school networks. */
const BYTES_AT_MOST = 120 * 1024;
const DOTS_PER_INCH = 66;

/** The regulation of the sample first; of the others whatever it does not have. */
const REGULATIONS = [SAMPLE.regulation, 'oshmyany', 'zdvinsk'];

const run = promisify(execFile);

/** The kinds of documents a register of this regulation makes, but for those made already; each into a file. */
async function writeDocuments(regulation: string, made: Set<DocumentKind>, folder: string): Promise<void> {
  const today = serialFromIso(SAMPLE.today);
  if (today === null) throw new Error(`The sample's date is not a date: ${SAMPLE.today}`);
  const { association, municipality, schoolYear, subject } = SAMPLE;
  const host = await openHost(await writeInputBook(SAMPLE.tables));
  try {
    await runBuild(
      (batch) => host.run(batch),
      { association, municipality, subject, regulation, schoolYear, today, currentDate: today },
      { onPhase: () => undefined },
    );
    const documents = documentUseCases(openBook((batch) => host.run(batch), { today: () => today }));
    const { offers } = await documents.readDocuments();
    for (const { kind, per, choices, lacks } of offers) {
      const request = per === 'none' ? { kind } : choices[0]?.request;
      if (made.has(kind) || lacks !== null || request === undefined) continue;
      made.add(kind);
      const { bytes } = await documents.documentFile(request, 'xlsx');
      await writeFile(join(folder, `${kind}.xlsx`), bytes);
    }
  } finally {
    host.dispose();
  }
}

async function drawPages(folder: string): Promise<void> {
  const books = (await readdir(folder)).filter((file) => file.endsWith('.xlsx'));
  await run('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
    ...books.map((file) => join(folder, file)),
  ]);
  await mkdir(DOCS, { recursive: true });
  for (const book of books) {
    const name = book.replace(/\.xlsx$/, '');
    await run('pdftoppm', [
      ...['-png', '-gray', '-singlefile', '-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1'],
      ...[join(folder, `${name}.pdf`), join(DOCS, name)],
    ]);
    const { size } = await stat(join(DOCS, `${name}.png`));
    if (size > BYTES_AT_MOST) throw new Error(`docs/documents/${name}.png weighs ${String(size)} bytes`);
    process.stdout.write(`docs/documents/${name}.png ${String(Math.ceil(size / 1024))} KB\n`);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'documents-'));
try {
  const made = new Set<DocumentKind>();
  for (const regulation of REGULATIONS) await writeDocuments(regulation, made, folder);
  await drawPages(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
