import { isSetUp } from '../control/context';
import type { AssociationDocument } from '../documents/document';
import { documentLines, isKnown } from '../documents/documentList';
import {
  formerSheets,
  placeDocument,
  type DocumentPlacement,
  type StandingSheet,
} from '../documents/placement';
import { knownFormulas, leadsTo, ownSheets } from '../documents/references';
import { listDocuments, makeDocument, type DocumentRequest } from '../documents/produce';
import { layOutDocument } from '../documents/sheet';
import { DOCUMENTS } from '../messages/documentOutput';
import { UserFacingError } from '../messages/errors';
import type { Plan } from '../plan/action';
import { readFacts } from '../documents/facts';
import { numberedMeetings } from '../documents/meeting';
import { placeOf } from '../register/register';
import type { WorkbookSnapshot } from '../register/snapshot';
import { foldLoosely } from '../register/text';
import { asUserFacing } from '../workbook/errors';
import { openNewWorkbook } from '../workbook/newWorkbook';
import { readContents, readFormulas } from '../workbook/readContents';
import { freshJudged, judgedNow, readBook, undoable, type Book } from './book';
import { fileOf } from './documentFile';
import type { DocumentMade, DocumentsReport, DocumentUseCases, PaperReport, Work } from './contract';
import type { JudgedRegister } from './judge';
import { reportOf } from './verify';
import { enter } from './work';
import { writeAndRead } from './write';

/** A document was asked for in a workbook that is no register. */
export class NoRegisterError extends UserFacingError {
  constructor() {
    super(DOCUMENTS.notRegister.sentence, DOCUMENTS.notRegister.remedy);
  }
}

/** The documents of the register: listed, put on sheets, given as files. */
export function documentUseCases(book: Book): DocumentUseCases {
  // by mark: what puts a sheet of this session back when its replacement is undone
  const made = new Map<string, Plan>();
  return {
    readDocuments: async () => documentsReport(demandRegister(await freshJudged(book))),
    makeDocumentSheet: (request, work) => makeSheet(book, request, work, made),
    documentFile: async (request, format) =>
      fileOf(makeDocument(request, demandRegister(await freshJudged(book))), format),
    openAsWorkbook: openNewWorkbook,
  };
}

function demandRegister(judged: JudgedRegister): JudgedRegister {
  if (!isSetUp(judged.snapshot)) throw new NoRegisterError();
  return judged;
}

function documentsReport(judged: JudgedRegister): DocumentsReport {
  const offers = listDocuments(judged);
  const analysis = judged.register.tables.Анализ;
  const requests = offers.flatMap(({ kind, per, choices }): readonly DocumentRequest[] =>
    per === 'none' ? [{ kind }] : choices.map(({ request }) => request),
  );
  return {
    offers,
    made: requests.flatMap((request) =>
      formerSheets(request, judged.snapshot).map((sheet) => ({ request, sheet })),
    ),
    gaps: requests.map((request) => ({ request, sentences: makeDocument(request, judged).gaps })),
    held: numberedMeetings(readFacts(judged)).flatMap(({ held, number }) => (held ? [number] : [])),
    papers: papersOf(judged),
    analysis: analysis === undefined ? null : placeOf(analysis, 0, 'Сведения из реестра'),
  };
}

function papersOf({ register, rules }: JudgedRegister): readonly PaperReport[] {
  const table = register.tables.Документы;
  const demanded = new Set(rules.regulation.documents.map(({ name }) => foldLoosely(name)));
  return documentLines({ register, rules }).map((line) => ({
    name: line.name,
    clause: line.clause,
    isDemanded: demanded.has(foldLoosely(line.name)),
    isKept: isKnown(line),
    place: table === undefined || line.row === null ? null : placeOf(table, line.row, 'Где лежит'),
  }));
}

function makeSheet(
  book: Book,
  request: DocumentRequest,
  work: Work,
  made: Map<string, Plan>,
): Promise<DocumentMade> {
  return book.change(() =>
    asUserFacing(() =>
      book.run(async (context) => {
        enter(work, 'reading');
        const reading = await readBook(context, book);
        const judged = demandRegister(judgedNow(book, reading));
        const document = makeDocument(request, judged);
        const { snapshot } = judged;
        const standing = await readStanding(context, formerSheets(request, snapshot), snapshot);
        enter(work, 'planning');
        const placement = placeDocument(request, layOutDocument(document), snapshot, standing, (mark) =>
          made.get(mark),
        );
        const words = { words: DOCUMENTS.words(document.name) };
        const fresh = await writeAndRead(context, book, reading, placement.actions, work, words);
        if (placement.outcome !== 'unchanged') made.set(placement.mark, puttingBack(placement));
        const sentences = sentencesOf(document, placement);
        const { report } = reportOf(judgedNow(book, fresh), { notices: sentences, undoable: undoable(book) });
        return { report, sheet: placement.sheet, sentences, gaps: document.gaps };
      }),
    ),
  );
}

/** The sheets as they stand, and whether anything in the workbook leads to them. */
async function readStanding(
  context: Excel.RequestContext,
  former: readonly string[],
  snapshot: WorkbookSnapshot,
): Promise<readonly StandingSheet[]> {
  if (former.length === 0) return [];
  const contents = await readContents(context, former);
  const { sheets, tooLarge } = ownSheets(snapshot, former);
  const formulas = [...knownFormulas(snapshot), ...(await readFormulas(context, sheets))];
  return contents.map((content) => ({
    ...content,
    isReferredTo: tooLarge || formulas.some((formula) => leadsTo(formula, content.sheet)),
  }));
}

/** Makes the sheet anew where it stood, and nothing besides. */
const puttingBack = ({ actions }: DocumentPlacement): Plan =>
  actions.filter(({ kind }) => kind !== 'removeSheet' && kind !== 'removeName' && kind !== 'activate');

const SAID = { new: 'made', 'made again': 'madeAgain', unchanged: 'unchanged' } as const;

const sentencesOf = (
  { name }: AssociationDocument,
  { sheet, outcome, left }: DocumentPlacement,
): readonly string[] => [
  ...(left === null ? [] : [DOCUMENTS.left[left.why](left.sheet)]),
  DOCUMENTS[SAID[outcome]](name, sheet),
];
