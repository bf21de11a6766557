import { basename } from 'node:path';
import { readSnapshotFile } from '../files';
import { WorkbookFileError } from '../host/file-errors';
import { openHost } from '../host/node';
import { COMMAND_HELP, FILES, HELP, OUTPUT, USAGE } from '../messages/cli';
import { UserFacingError } from '../messages/errors';
import type { RegisterRequest } from '../register/request';
import { runAnalysis } from '../usecases/analysis';
import { openFiles, runAdoption, type AdoptionRun } from '../usecases/adoption';
import type { OpenedSource } from '../usecases/adoptionReport';
import { copyFile, joinFiles } from '../usecases/department';
import { currentSerial, openBook as openWorkbook } from '../usecases/book';
import type { DocumentUseCases, Work } from '../usecases/contract';
import { documentUseCases } from '../usecases/documents';
import { runBuild, runCheck } from '../usecases/office';
import type { BuiltRegister } from '../usecases/register';
import { adoptionJson } from './adoptionJson';
import { adoptionText } from './adoptionText';
import { type Invocation, UsageError, readArguments } from './arguments';
import { checkJson } from './checkJson';
import { checkText } from './checkText';
import { documentList } from './documentList';
import { FileError, demandFolder, isSameFile, readBytes, sizeOf, writeWhole } from './files';
import { registerJson } from './json';
import { svodJson } from './svodJson';
import { svodText } from './svodText';
import { type Progress, startProgress } from './progress';
import { reportTable } from './reportTable';

/** Where the program writes to, and its clock. */
export interface Streams {
  /** Results. */
  readonly out: (text: string) => void;
  /** Notices, progress, failures. */
  readonly err: (text: string) => void;
  readonly now: Date;
}

/**
 * The command line. Resolves to the exit code: 0 done, 1 failed (one line on `err` says why), 2 mistyped, 3 a strict
 * check found errors.
 * A failure never leaves half a file behind.
 */
export async function runProgram(argv: readonly string[], streams: Streams): Promise<number> {
  const progress = startProgress((line) => {
    streams.err(`${line}\n`);
  });
  try {
    return await carryOut(readArguments(argv), streams, progress);
  } catch (error) {
    if (error instanceof UsageError) {
      streams.err(`${error.message} ${USAGE.seeHelp(error.command)}\n`);
      return 2;
    }
    streams.err(`${oneLine(failureWords(error))}\n`);
    return 1;
  } finally {
    progress.stop();
  }
}

function failureWords(error: unknown): string {
  if (error instanceof UserFacingError) return `${error.sentence} ${error.remedy}`;
  if (error instanceof WorkbookFileError) return error.message;
  const { sentence, remedy } = OUTPUT.failure;
  return `${sentence} ${remedy(error instanceof Error ? `${error.name}: ${error.message}` : String(error))}`;
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

type CarryOut<K extends Invocation['command']> = (
  invocation: Extract<Invocation, { command: K }>,
  streams: Streams,
  progress: Progress,
) => Promise<ExitCode>;

type ExitCode = typeof DONE | typeof ERRORS_FOUND;
const DONE = 0;
const ERRORS_FOUND = 3;

function carryOut(invocation: Invocation, streams: Streams, progress: Progress): Promise<ExitCode> {
  switch (invocation.command) {
    case 'help':
      return showHelp(invocation, streams, progress);
    case 'new':
      return createBook(invocation, streams, progress);
    case 'fill':
      return fillBook(invocation, streams, progress);
    case 'check':
      return checkBook(invocation, streams, progress);
    case 'adopt':
      return adoptBook(invocation, streams, progress);
    case 'document':
      return makeDocumentFile(invocation, streams, progress);
    case 'copy':
      return copyBook(invocation, streams, progress);
    case 'merge':
      return mergeBooks(invocation, streams, progress);
  }
}

const showHelp: CarryOut<'help'> = async ({ about }, { out }) => {
  out(about === null ? HELP : COMMAND_HELP[about]);
  return Promise.resolve(DONE);
};

const createBook: CarryOut<'new'> = async ({ file, passport }, streams, progress) => {
  // An empty file is what `mktemp` leaves for us to fill; anything else is somebody's work.
  if (((await sizeOf(file)) ?? 0) > 0) throw new FileError(FILES.exists(file));
  await demandFolder(file);
  const book = await openBook(null, progress);
  try {
    const { report } = await book.build({ ...passport, currentDate: currentSerial(streams.now) });
    await book.saveTo(file);
    say(streams, report.warnings);
    streams.out(`${OUTPUT.created(file)}\n`);
    return DONE;
  } finally {
    book.close();
  }
};

const fillBook: CarryOut<'fill'> = async ({ file, passport, out, json, analysis }, streams, progress) => {
  const target = out ?? file;
  if (out !== null && (await isSameFile(out, file))) throw new UsageError(USAGE.outIsInput(out), 'fill');
  const bytes = await readBytes(file);
  await demandFolder(target);
  const isReplaced = out !== null && (await sizeOf(out)) !== null;
  const book = await openBook(bytes, progress);
  try {
    if (out === null && book.notCarried.length > 0) throw new FileError(FILES.wouldLose(book.notCarried));
    const { regulation: changeRegulation } = passport;
    const currentDate = currentSerial(streams.now);
    const filled = await book.build({
      ...passport,
      ...(changeRegulation === undefined ? {} : { changeRegulation }),
      currentDate,
    });
    const analysed = analysis ? await book.analyse({ currentDate }) : null;
    const built = analysed === null ? filled : { ...analysed, actions: filled.actions + analysed.actions };
    const isUntouched = out === null && built.actions === 0;
    if (!isUntouched) await book.saveTo(target);
    say(streams, [
      ...book.notCarried.map(OUTPUT.notCarried),
      ...new Set([...filled.report.warnings, ...built.report.warnings]),
      ...(isReplaced ? [OUTPUT.replaced(target)] : []),
    ]);
    if (json) {
      streams.out(`${JSON.stringify(registerJson(built), null, 2)}\n`);
      return DONE;
    }
    streams.out(reportTable(built.report));
    streams.out(`${book.traffic(built.actions)}\n`);
    streams.out(`${isUntouched ? OUTPUT.unchanged(target) : OUTPUT.written(target)}\n`);
    return DONE;
  } finally {
    book.close();
  }
};

/** The file is never changed; without `out` nothing is written at all. */
const checkBook: CarryOut<'check'> = async ({ file, passport, out, json, strict }, streams, progress) => {
  if (out !== null && (await isSameFile(out, file))) throw new UsageError(USAGE.outIsChecked(out), 'check');
  const bytes = await readBytes(file);
  if (out !== null) await demandFolder(out);
  const isReplaced = out !== null && (await sizeOf(out)) !== null;
  const book = await openBook(bytes, progress);
  try {
    const currentDate = passport.today ?? currentSerial(streams.now);
    const { report } = await book.check({ ...passport, currentDate });
    if (out !== null) await book.saveTo(out);
    say(streams, [
      ...(out === null ? [] : book.notCarried.map(OUTPUT.notCarried)),
      ...report.warnings,
      ...(isReplaced ? [OUTPUT.replaced(out)] : []),
    ]);
    if (json) {
      streams.out(`${JSON.stringify(checkJson(report.control), null, 2)}\n`);
    } else {
      streams.out(checkText(report));
      streams.out(`${out === null ? OUTPUT.check.unwritten : OUTPUT.written(out)}\n`);
    }
    const hasErrors = report.control.issues.some(({ severity }) => severity === 'error');
    return strict && hasErrors ? ERRORS_FOUND : DONE;
  } finally {
    book.close();
  }
};

/** Sources are only ever read; without `out` nothing is written at all. */
const adoptBook: CarryOut<'adopt'> = async (invocation, streams, progress) => {
  const { sources, into, out, passport, json, strict } = invocation;
  if (out !== null) {
    for (const file of [...sources, ...(into === null ? [] : [into])]) {
      if (await isSameFile(out, file)) throw new UsageError(USAGE.outIsRead(file), 'adopt');
    }
    await demandFolder(out);
  }
  const bytes = into === null ? null : await readBytes(into);
  const isReplaced = out !== null && (await sizeOf(out)) !== null;
  progress.now(OUTPUT.opening);
  const own = into === null ? [] : await Promise.all(sources.map((file) => isSameFile(file, into)));
  const files = await openSources(sources.filter((_, index) => own[index] !== true));
  const withOwnSheets = own.includes(true);
  const unread = files.flatMap(({ file, failure }) =>
    failure === null ? [] : [OUTPUT.unreadSource(file, failure.sentence, failure.remedy)],
  );
  if (unread.length === files.length && !withOwnSheets) {
    say(streams, unread);
    throw new FileError(OUTPUT.noSources);
  }
  const book = await openBook(bytes, progress);
  try {
    const request = { ...passport, currentDate: currentSerial(streams.now) };
    const { report, adopted } = await book.adopt(request, { files, withOwnSheets, isDry: out === null });
    if (out !== null) await book.saveTo(out);
    say(streams, [
      ...unread,
      ...(out === null ? [] : book.notCarried.map(OUTPUT.notCarried)),
      ...(adopted?.report.warnings ?? []),
      ...(isReplaced ? [OUTPUT.replaced(out)] : []),
    ]);
    if (json) {
      streams.out(`${JSON.stringify(adoptionJson(report, out !== null), null, 2)}\n`);
    } else {
      streams.out(adoptionText(report));
      streams.out(`${out === null ? OUTPUT.dryRun : OUTPUT.written(out)}\n`);
    }
    return strict && unread.length > 0 ? ERRORS_FOUND : DONE;
  } finally {
    book.close();
  }
};

/** Each file as far as it can be read; one that is not there is told like one that is broken. */
const openSources = (paths: readonly string[]): Promise<readonly OpenedSource[]> =>
  openFiles(paths.map((path) => ({ name: basename(path), bytes: () => readBytes(path) })));

/** The book is only ever read. */
const makeDocumentFile: CarryOut<'document'> = async ({ file, wanted }, streams, progress) => {
  if (wanted !== null && (await isSameFile(wanted.out, file)))
    throw new UsageError(USAGE.outIsBook(wanted.out), 'document');
  const bytes = await readBytes(file);
  if (wanted !== null) await demandFolder(wanted.out);
  const isReplaced = wanted !== null && (await sizeOf(wanted.out)) !== null;
  const book = await openBook(bytes, progress);
  try {
    const documents = book.documents(currentSerial(streams.now));
    progress.now(OUTPUT.documents.making);
    if (wanted === null) {
      streams.out(documentList(await documents.readDocuments()));
      return DONE;
    }
    const { request, out, format } = wanted;
    const made = await documents.documentFile(request, format);
    await writeWhole(out, made.bytes);
    say(streams, [...made.gaps, ...(isReplaced ? [OUTPUT.replaced(out)] : [])]);
    streams.out(`${OUTPUT.written(out)}\n`);
    return DONE;
  } finally {
    book.close();
  }
};

const copyBook: CarryOut<'copy'> = async ({ file, out, isAnonymous }, streams, progress) => {
  if (await isSameFile(out, file)) throw new UsageError(USAGE.outIsRead(out), 'copy');
  const bytes = await readBytes(file);
  await demandFolder(out);
  const isReplaced = (await sizeOf(out)) !== null;
  progress.now(OUTPUT.opening);
  const snapshot = await readSnapshotFile(basename(file), bytes);
  progress.now(OUTPUT.department.copying);
  const copy = await copyFile(snapshot, isAnonymous, currentSerial(streams.now));
  await writeWhole(out, copy.bytes);
  say(streams, [...copy.notices, ...(isReplaced ? [OUTPUT.replaced(out)] : [])]);
  streams.out(`${OUTPUT.written(out)}\n`);
  return DONE;
};

/** Each file is read when its turn comes and forgotten after it. */
const mergeBooks: CarryOut<'merge'> = async ({ books, out, json }, streams, progress) => {
  for (const path of books) {
    if (await isSameFile(out, path)) throw new UsageError(USAGE.outIsRead(out), 'merge');
  }
  await demandFolder(out);
  const isReplaced = (await sizeOf(out)) !== null;
  const { svod, bytes } = await joinFiles(
    books.map((path) => ({ name: path, bytes: () => readBytes(path) })),
    {
      onFile: ({ done, total, name }) => {
        progress.now(OUTPUT.department.joining(done, total, name));
      },
    },
    currentSerial(streams.now),
  );
  say(
    streams,
    svod.failures.map(({ file, reason }) => OUTPUT.department.failed(file, reason)),
  );
  if (svod.associations.length === 0) throw new FileError(OUTPUT.department.nothing);
  await writeWhole(out, bytes);
  say(streams, [...svod.notices, ...(isReplaced ? [OUTPUT.replaced(out)] : [])]);
  if (json) {
    streams.out(`${JSON.stringify(svodJson(svod), null, 2)}\n`);
    return DONE;
  }
  streams.out(svodText(svod));
  streams.out(`${OUTPUT.written(out)}\n`);
  return DONE;
};

const say = ({ err }: Streams, sentences: readonly string[]): void => {
  for (const sentence of sentences) err(`${oneLine(sentence)}\n`);
};

/** A workbook opened in the host, as the commands use it. */
interface OpenBook {
  readonly notCarried: readonly string[];
  build(request: RegisterRequest): Promise<BuiltRegister>;
  check(request: RegisterRequest): Promise<BuiltRegister>;
  analyse(request: RegisterRequest): Promise<BuiltRegister>;
  adopt(request: RegisterRequest, sources: Parameters<typeof runAdoption>[2]): Promise<AdoptionRun>;
  /** By the day given where «Дата расчёта» holds none. */
  documents(today: number): DocumentUseCases;
  /** What the build cost, in words. */
  traffic(actions: number): string;
  saveTo(file: string): Promise<void>;
  close(): void;
}

async function openBook(bytes: Uint8Array | null, progress: Progress): Promise<OpenBook> {
  progress.now(OUTPUT.opening);
  const host = await openHost(bytes);
  const work: Work = {
    onPhase: (phase) => {
      progress.now(OUTPUT.phases[phase]);
    },
  };
  return {
    notCarried: host.document.notCarried,
    build: (request) => runBuild((batch) => host.run(batch), request, work),
    analyse: (request) => runAnalysis((batch) => host.run(batch), request, work),
    check: (request) => runCheck((batch) => host.run(batch), request, work),
    adopt: (request, sources) => runAdoption((batch) => host.run(batch), request, sources, work),
    documents: (today) => documentUseCases(openWorkbook((batch) => host.run(batch), { today: () => today })),
    traffic: (actions) => {
      const { roundTrips, bytesSent, bytesReceived } = host.traffic;
      return OUTPUT.traffic(roundTrips, bytesSent, bytesReceived, actions);
    },
    saveTo: async (file) => {
      progress.now(OUTPUT.saving);
      await writeWhole(file, await host.save());
    },
    close: () => {
      host.dispose();
    },
  };
}
