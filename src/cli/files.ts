import { randomBytes } from 'node:crypto';
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { FILES } from '../messages/cli';
import { UserFacingError } from '../messages/errors';

/** A file that cannot be read or written. */
export class FileError extends UserFacingError {
  constructor({ sentence, remedy }: { sentence: string; remedy: string }, options?: ErrorOptions) {
    super(sentence, remedy, options);
  }
}

type Words = (file: string) => { sentence: string; remedy: string };

/** Words for the codes of Node's file system (`errno` names of the operating system). */
const WORDS_BY_CODE: Readonly<Record<string, Words>> = {
  ENOENT: FILES.notFound,
  ENOTDIR: FILES.notFound,
  EISDIR: FILES.isFolder,
  EACCES: FILES.noAccess,
  EPERM: FILES.noAccess,
  EBUSY: FILES.noAccess,
  EROFS: FILES.noAccess,
  ENOSPC: FILES.noSpace,
  EDQUOT: FILES.noSpace,
};

const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

function fileError(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const words = Object.hasOwn(WORDS_BY_CODE, code) ? WORDS_BY_CODE[code] : undefined;
  return new FileError(words?.(file) ?? FILES.failed(file, code), { cause: error });
}

async function withWords<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileError(file, error);
  }
}

/** @throws FileError */
export const readBytes = (file: string): Promise<Uint8Array> => withWords(file, () => readFile(file));

/** Size of a file, null when there is none. @throws FileError when it is a folder. */
export async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw fileError(file, error);
  });
  if (found?.isDirectory() === true) throw new FileError(FILES.isFolder(file));
  return found?.size ?? null;
}

/** The folder a file is to be written to has to be there: known before the long work. @throws FileError */
export async function demandFolder(file: string): Promise<void> {
  const folder = dirname(resolve(file));
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) throw new FileError(FILES.noFolder(folder));
}

/** Whether two paths lead to one file, through links and letter case too. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(() => null)));
  return !!first && !!second && first.ino === second.ino && first.dev === second.dev;
}

/**
 * Writes a file so that there is never half of it: beside it first, then renamed over it. A link stays a
 * link, what it leads to is replaced; the rights of a replaced file are kept.
 *
 * @throws FileError
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await withWords(file, async () => {
    const target = await realpath(file).catch(() => resolve(file));
    const mode = await stat(target).then(
      (found) => found.mode,
      () => undefined,
    );
    const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      const handle = await open(draft, 'wx', mode);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  });
}
