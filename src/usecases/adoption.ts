import {
  FIELD_NAMES,
  isOwnSheet,
  type Field,
  type HeaderChoice,
  type MappingChoice,
  type SourceSheet,
} from '../adoption';
import { isSetUp } from '../control/context';
import { UserFacingError } from '../messages/errors';
import { ADOPTION, NOT_OPENED, SOURCES } from '../messages/adoptionReport';
import type { RegisterRequest } from '../register/request';
import type { WorkbookSnapshot } from '../register/snapshot';
import { asUserFacing } from '../workbook/errors';
import { readOwnSheets } from '../workbook/readSheets';
import { adoptionReport, sheetKey, type OpenedSource } from './adoptionReport';
import {
  adoptIntoBook,
  considerSources,
  foundationOf,
  type Considered,
  type Decided,
  type Foundation,
} from './adoptionRun';
import { readBook, type Book } from './book';
import type { AdoptionDraft, AdoptionFile, AdoptionUseCases } from './contract';
import { enter } from './work';

/** «Мои таблицы → в реестр»: the four steps of the wizard over the workbook. */

/** Choices are asked for before anything was read. */
export class NotOpenedError extends UserFacingError {
  constructor() {
    super(NOT_OPENED.sentence, NOT_OPENED.remedy);
  }
}

/** Reads a file given to adoption; throws a `UserFacingError` where it cannot be read. */
export type ReadSources = (name: string, bytes: Uint8Array) => Promise<readonly SourceSheet[]>;

/** Nothing is chosen: the draft a wizard begins with. */
export const EMPTY_DRAFT: AdoptionDraft = {
  leftOut: [],
  headers: [],
  kinds: {},
  columns: {},
  answers: {},
  regulation: null,
};

/** What was read when adoption was opened. */
interface Opened {
  readonly sources: readonly OpenedSource[];
  /** The workbook as it stood then. */
  readonly snapshot: WorkbookSnapshot;
}

export function adoptionUseCases(book: Book, readSources: ReadSources = readLazily): AdoptionUseCases {
  let opened: Opened | null = null;
  const read = new WeakMap<AdoptionFile, Promise<OpenedSource>>();
  const foundation = keepFoundation(book);

  const demand = (): Opened => {
    if (opened === null) throw new NotOpenedError();
    return opened;
  };
  const consider = ({ sources, snapshot }: Opened, draft: AdoptionDraft): Considered => {
    const sheets = takenSheets(sources, draft);
    const built = foundation(book.known()?.snapshot ?? snapshot, requestOf(book, draft));
    return considerSources(built, sheets, decidedOf(sheets, draft));
  };
  const report = (now: Opened, draft: AdoptionDraft) =>
    adoptionReport(now.sources, consider(now, draft), new Set(draft.leftOut));

  return {
    openAdoption: (files, work) =>
      book.look(() =>
        asUserFacing(async () => {
          enter(work, 'reading');
          const fromFiles = await Promise.all(
            named(files).map(({ file, name }) => {
              const known = read.get(file);
              if (known !== undefined && name === file.name) return known;
              const reading = openFile(readSources, name, file.bytes);
              if (name === file.name) read.set(file, reading);
              return reading;
            }),
          );
          const { own, snapshot } = await book.run(async (context) => {
            const reading = await readBook(context, book);
            const built = foundation(reading.snapshot, requestOf(book, EMPTY_DRAFT)).snapshot;
            const names = reading.snapshot.sheets.map(({ name }) => name);
            const theirs = names.filter((name) => !isOwnSheet(built, name));
            return { own: await readOwnSheets(context, theirs), snapshot: reading.snapshot };
          });
          enter(work, 'planning');
          opened = { sources: [{ file: '', failure: null, sheets: own }, ...fromFiles], snapshot };
          return report(opened, EMPTY_DRAFT);
        }),
      ),
    // the domain's own work: refused like any other question, by a rejection
    considerAdoption: (draft) => Promise.resolve().then(() => report(demand(), draft)),
    adoptSources: (draft, work) =>
      book.change(() =>
        asUserFacing(async () => {
          const { sources } = demand();
          const sheets = takenSheets(sources, draft);
          const { report: workbook, considered } = await book.run((context) =>
            adoptIntoBook(
              context,
              book,
              requestOf(book, draft),
              { sheets, decided: decidedOf(sheets, draft) },
              work,
            ),
          );
          const { dryRun } = adoptionReport(sources, considered, new Set(draft.leftOut));
          const open = considered.adoption.questions.filter(({ isAnswered }) => !isAnswered).length;
          return {
            report: workbook,
            tables: dryRun.tables,
            sentences: [
              dryRun.cells === 0 ? ADOPTION.nothingToWrite : ADOPTION.written(dryRun.cells),
              ...(open === 0 ? [] : [ADOPTION.openQuestions(open)]),
            ],
          };
        }),
      ),
  };
}

/** Another regulation is only taken by a workbook that has none yet. */
const requestOf = (book: Book, { regulation }: AdoptionDraft): RegisterRequest => {
  const known = book.known();
  const isFree = known === null || !isSetUp(known.snapshot);
  return { currentDate: book.today(), ...(regulation !== null && isFree ? { regulation } : {}) };
};

/** What a register would be built of is planned once while workbook and regulation stay the same. */
function keepFoundation(book: Book): (snapshot: WorkbookSnapshot, request: RegisterRequest) => Foundation {
  let kept: { snapshot: WorkbookSnapshot; regulation: string | undefined; foundation: Foundation } | null =
    null;
  return (snapshot, request) => {
    if (kept?.snapshot === snapshot && kept.regulation === request.regulation) return kept.foundation;
    const foundation = foundationOf(snapshot, { ...request, currentDate: book.today() });
    kept = { snapshot, regulation: request.regulation, foundation };
    return foundation;
  };
}

const takenSheets = (sources: readonly OpenedSource[], { leftOut }: AdoptionDraft): readonly SourceSheet[] =>
  sources
    .flatMap(({ sheets }) => sheets.map(({ sheet }) => sheet))
    .filter((sheet) => !leftOut.includes(sheetKey(sheet)));

/** The choices of a draft in the words of the domain. */
function decidedOf(
  sheets: readonly SourceSheet[],
  { headers, kinds, columns, answers }: AdoptionDraft,
): Decided {
  return {
    headers: headers.flatMap(({ sheet: key, row }): HeaderChoice[] =>
      sheets.filter((sheet) => sheetKey(sheet) === key).map(({ file, name }) => ({ file, sheet: name, row })),
    ),
    mappings: [...new Set([...Object.keys(kinds), ...Object.keys(columns)])].map((block): MappingChoice => {
      const kind = kinds[block];
      const chosen = Object.entries(columns[block] ?? {}).map(([column, option]) => ({
        column: Number(column),
        fields: option === '' ? [] : option.split('+').filter(isField),
      }));
      return { block, ...(kind === undefined ? {} : { kind }), columns: chosen };
    }),
    answers,
  };
}

const isField = (name: string): name is Field => FIELD_NAMES.some((each) => each === name);

// ---------------------------------------------------------------------------------------------------------
// files

/** Files of one name are told apart. */
export function named(
  files: readonly AdoptionFile[],
): readonly { readonly file: AdoptionFile; readonly name: string }[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let number = 2; taken.has(name); number += 1) name = `${file.name} (${String(number)})`;
    taken.add(name);
    return { file, name };
  });
}

/** A file that cannot be read says so; the others go on. */
export async function openFile(
  readSources: ReadSources,
  name: string,
  bytes: Uint8Array,
): Promise<OpenedSource> {
  try {
    const sheets = await readSources(name, bytes);
    return { file: name, failure: null, sheets: sheets.map((sheet) => ({ sheet, isWhole: true })) };
  } catch (error) {
    const { sentence, remedy } = error instanceof UserFacingError ? error : SOURCES.unreadable;
    return { file: name, failure: { sentence, remedy }, sheets: [] };
  }
}

/** The readers of files are a script of their own: most days nobody asks for them. */
const readLazily: ReadSources = async (name, bytes) => {
  const { readSources } = await import('../files');
  return readSources(name, bytes);
};
