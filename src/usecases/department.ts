import { departmentCopy, holdsRegister } from '../department/copy';
import { generalPlanDocument } from '../department/generalPlan';
import { startSvod, type SvodPart } from '../department/svod';
import { svodBook } from '../department/svodBook';
import { COPY_WORDS, SVOD_WORDS } from '../messages/department';
import { UserFacingError } from '../messages/errors';
import type { WorkbookSnapshot } from '../register/snapshot';
import { freshJudged, type Book } from './book';
import type { DepartmentCopyFile, DepartmentUseCases, JoinedFile, JoinWork, SvodReport } from './contract';
import { bytesOf, fileOf } from './documentFile';
import { CancelledError, enter } from './work';

/** A copy was asked of a workbook that holds nothing of a register. */
export class NothingToSendError extends UserFacingError {
  constructor() {
    const { sentence, remedy } = COPY_WORDS.notices.notRegister;
    super(sentence, remedy);
  }
}

/** What goes to the department, and what the department makes of it. */
export function departmentUseCases(book: Book): DepartmentUseCases {
  return {
    copyForDepartment: async (isAnonymous, work) => {
      enter(work, 'reading');
      const { snapshot } = await freshJudged(book);
      enter(work, 'planning');
      return copyFile(snapshot, isAnonymous, book.today());
    },
    joinFiles: (files, work) => joinFiles(files, work, book.today()),
    generalPlanFile: (svod, format) => fileOf(generalPlanDocument(svod), format),
  };
}

/** @throws NothingToSendError */
export async function copyFile(
  snapshot: WorkbookSnapshot,
  isAnonymous: boolean,
  currentDate: number,
): Promise<DepartmentCopyFile> {
  if (!holdsRegister(snapshot)) throw new NothingToSendError();
  const { book, notices, fileName } = departmentCopy(snapshot, { isAnonymous, currentDate });
  return { name: fileName, bytes: await bytesOf(book), notices };
}

/**
 * Files one after another into a svod; nothing of a file is kept but its numbers.
 *
 * @throws CancelledError before the next file when the work has been stopped.
 */
export async function joinFiles(
  files: readonly JoinedFile[],
  { onFile, signal }: JoinWork,
  currentDate: number,
): Promise<SvodReport> {
  const builder = startSvod({ currentDate });
  for (const [done, file] of files.entries()) {
    if (signal?.aborted === true) throw new CancelledError();
    onFile({ done, total: files.length, name: file.name });
    builder.add(await readPart(file));
  }
  if (signal?.aborted === true) throw new CancelledError();
  const svod = builder.result();
  return { svod, name: SVOD_WORDS.fileName(currentDate), bytes: await bytesOf(svodBook(svod)) };
}

/** A file that cannot be read says why; a fault of ours in one of them does not spoil the rest either. */
async function readPart({ name, bytes }: JoinedFile): Promise<SvodPart> {
  try {
    const { readSnapshotFile } = await import('../files');
    return { file: name, snapshot: await readSnapshotFile(name, await bytes()) };
  } catch (error) {
    const { sentence, remedy } = error instanceof UserFacingError ? error : SVOD_WORDS.unreadable;
    return { file: name, failure: `${sentence} ${remedy}` };
  }
}
