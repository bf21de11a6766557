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
import { adoptionReport, sheetKey, type OpenedSheet, type OpenedSource } from './adoptionReport';
import {
  UNDECIDED,
  adoptIntoBook,
  considerSources,
  foundationOf,
  type Adopted,
  type Considered,
  type Decided,
  type Foundation,
} from './adoptionRun';
import { openBook, readBook, type Book, type RunExcel } from './book';
import { EMPTY_DRAFT } from './contract';
import type { AdoptionDraft, AdoptionFile, AdoptionReport, AdoptionUseCases, Work } from './contract';
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

/** What was read when adoption was opened. */
interface Opened {
  readonly sources: readonly OpenedSource[];
  /** The workbook as it stood then. */
  readonly snapshot: WorkbookSnapshot;
}

export function adoptionUseCases(book: Book, readSources: ReadSources = readFiles): AdoptionUseCases {
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
              const reading = openFile(readSources, name, () => Promise.resolve(file.bytes));
              if (name === file.name) read.set(file, reading);
              return reading;
            }),
          );
          const { own, snapshot } = await book.run(async (context) => {
            const { snapshot: found } = await readBook(context, book);
            const built = foundation(found, requestOf(book, EMPTY_DRAFT));
            return { own: await readTheirSheets(context, found, built), snapshot: found };
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

/** An adoption in one go, every question given its safest answer: the command line. */
export interface AdoptionRun {
  readonly report: AdoptionReport;
  /** Null: a dry run. */
  readonly adopted: Adopted | null;
}

/**
 * Adopts opened sources into a workbook, or says what that would come to.
 *
 * @throws as `adoptIntoBook`.
 */
export function runAdoption(
  run: RunExcel,
  request: RegisterRequest,
  {
    files,
    withOwnSheets,
    isDry,
  }: { readonly files: readonly OpenedSource[]; readonly withOwnSheets: boolean; readonly isDry: boolean },
  work: Work,
): Promise<AdoptionRun> {
  const book = openBook(run, { today: () => request.currentDate });
  return asUserFacing(() =>
    book.run(async (context) => {
      enter(work, 'reading');
      const { snapshot } = await readBook(context, book);
      const foundation = foundationOf(snapshot, request);
      const own = withOwnSheets ? await readTheirSheets(context, snapshot, foundation) : [];
      const sources = [...(withOwnSheets ? [{ file: '', failure: null, sheets: own }] : []), ...files];
      const sheets = takenSheets(sources, EMPTY_DRAFT);
      const report = (considered: Considered) => adoptionReport(sources, considered, new Set());
      if (isDry) {
        enter(work, 'planning');
        return { report: report(considerSources(foundation, sheets, UNDECIDED)), adopted: null };
      }
      const adopted = await adoptIntoBook(context, book, request, { sheets, decided: UNDECIDED }, work);
      return { report: report(adopted.considered), adopted };
    }),
  );
}

/** The sheets that are none of the register's. */
const readTheirSheets = (
  context: Excel.RequestContext,
  { sheets }: WorkbookSnapshot,
  { snapshot: built }: Foundation,
): Promise<readonly OpenedSheet[]> =>
  readOwnSheets(
    context,
    sheets.map(({ name }) => name).filter((name) => !isOwnSheet(built, name)),
  );

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

/** A file whose bytes are fetched when its turn comes. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** Opens files one after another; one that cannot be read says so, the others go on. */
export async function openFiles(
  files: readonly NamedBytes[],
  readSources: ReadSources = readFiles,
): Promise<readonly OpenedSource[]> {
  const opened: OpenedSource[] = [];
  for (const { file, name } of named(files)) opened.push(await openFile(readSources, name, file.bytes));
  return opened;
}

/** Files of one name are told apart. */
function named<File extends { readonly name: string }>(
  files: readonly File[],
): readonly { readonly file: File; readonly name: string }[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let number = 2; taken.has(name); number += 1) name = `${file.name} (${String(number)})`;
    taken.add(name);
    return { file, name };
  });
}

async function openFile(
  readSources: ReadSources,
  name: string,
  bytes: NamedBytes['bytes'],
): Promise<OpenedSource> {
  try {
    const sheets = await readSources(name, await bytes());
    return { file: name, failure: null, sheets: sheets.map((sheet) => ({ sheet, isWhole: true })) };
  } catch (error) {
    const { sentence, remedy } = error instanceof UserFacingError ? error : SOURCES.unreadable;
    return { file: name, failure: { sentence, remedy }, sheets: [] };
  }
}

/** The readers of files are a script of their own: most days nobody asks for them. */
export const readFiles: ReadSources = async (name, bytes) => {
  const { readSources } = await import('../files');
  return readSources(name, bytes);
};
