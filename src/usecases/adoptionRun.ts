import {
  adopt,
  planAdoption,
  readRemembered,
  rememberMappings,
  rememberingLines,
  type Adoption,
  type AdoptionPlan,
  type Choice,
  type HeaderChoice,
  type MappingChoice,
  type SourceSheet,
} from '../adoption';
import { isSetUp } from '../control/context';
import { questionWords } from '../messages/adoption';
import { ADOPTION } from '../messages/adoptionReport';
import type { Plan } from '../plan/action';
import { snapshotAfter } from '../register/carriedOut';
import { planJournal } from '../register/layout/journal';
import { dressGrowth } from '../register/layout/tableLayout';
import type { RegisterRequest } from '../register/request';
import type { WorkbookSnapshot } from '../register/snapshot';
import { judgedNow, readBook, undoable, type Book } from './book';
import type { Work } from './contract';
import { planOwnSheets, planWhole, type BuiltRegister } from './register';
import { reportOf } from './verify';
import { enter } from './work';
import { writeAndRead } from './write';

/** Adoption from sheets to a plan, and the plan carried out: the pane and the command line alike. */

const STRUCTURE = { structure: true, controlSheet: false } as const;

/** The register the sources are read against: the workbook's, or the one it will become. */
export interface Foundation {
  /** False: the workbook becomes a register first. */
  readonly isRegister: boolean;
  /** What makes it whole. */
  readonly structure: Plan;
  readonly notices: readonly string[];
  /** The workbook as the structure leaves it. */
  readonly snapshot: WorkbookSnapshot;
}

/** @throws ObstaclesError where no register can be built around what is there. */
export function foundationOf(found: WorkbookSnapshot, request: RegisterRequest): Foundation {
  const { regulation } = request;
  const asked = regulation === undefined ? request : { ...request, changeRegulation: regulation };
  const { actions, notices } = planWhole(found, asked, STRUCTURE);
  return {
    isRegister: isSetUp(found),
    structure: actions,
    notices,
    snapshot: snapshotAfter(found, actions),
  };
}

/** What the user has decided so far. */
export interface Decided {
  readonly headers: readonly HeaderChoice[];
  readonly mappings: readonly MappingChoice[];
  readonly answers: Readonly<Record<string, string>>;
}

export const UNDECIDED: Decided = { headers: [], mappings: [], answers: {} };

export interface Considered {
  readonly foundation: Foundation;
  readonly adoption: Adoption;
  readonly plan: AdoptionPlan;
  /** Writes the rows, where they came from, and what was chosen; upon the foundation. */
  readonly actions: Plan;
}

/** What the sources come to with these decisions, and with those remembered in the workbook. */
export function considerSources(
  foundation: Foundation,
  sheets: readonly SourceSheet[],
  decided: Decided,
): Considered {
  const { snapshot } = foundation;
  const kept = readRemembered(snapshot);
  const adoption = adopt(sheets, snapshot, {
    headers: decided.headers,
    mappings: decided.mappings,
    memory: kept.memory,
    answers: { ...kept.answers, ...decided.answers },
  });
  const plan = planAdoption(snapshot, adoption.outcomes);
  const lines = rememberingLines(kept, choicesOf(adoption, decided));
  return {
    foundation,
    adoption,
    plan,
    actions: dressGrowth(snapshot, [...plan.actions, ...planJournal(snapshot, plan.journal, lines)]),
  };
}

/** What was chosen by the user; what was understood without them is understood again. */
function choicesOf(
  { mappings, blocks, questions }: Adoption,
  { mappings: chosen, answers }: Decided,
): Choice[] {
  const mapped = mappings.filter(({ block }) => chosen.some((choice) => choice.block === block));
  return [
    ...Object.entries(rememberMappings({}, mapped)).map(([signature, mapping]): Choice => {
      const of = mapped.find((each) => each.signature === signature)?.block;
      const sheet = blocks.find(({ id }) => id === of)?.sheet ?? '';
      return { kind: 'mapping', signature, title: ADOPTION.chosenColumns(sheet), mapping };
    }),
    ...questions.flatMap(({ id, topic, taken }): Choice[] =>
      answers[id] === taken
        ? [{ kind: 'answer', question: id, title: questionWords(topic).title, option: taken }]
        : [],
    ),
  ];
}

/** An adoption carried out. */
export interface Adopted extends BuiltRegister {
  readonly considered: Considered;
}

/**
 * Writes what the sources come to: the register is built where it is not, its tables are filled, and what reaches new
 * rows is set anew; in one change, so that one press takes all of it back. Nothing new writes nothing.
 *
 * @throws ObstaclesError before anything is written; CancelledError between phases; UserFacingError for whatever
 *   Excel refuses.
 */
export async function adoptIntoBook(
  context: Excel.RequestContext,
  book: Book,
  request: RegisterRequest,
  sources: { readonly sheets: readonly SourceSheet[]; readonly decided: Decided },
  work: Work,
): Promise<Adopted> {
  enter(work, 'reading');
  const reading = await readBook(context, book);
  enter(work, 'planning');
  const foundation = foundationOf(reading.snapshot, request);
  const considered = considerSources(foundation, sources.sheets, sources.decided);
  const actions = [...foundation.structure, ...considered.actions, ...finish(considered, request)];
  let fresh = await writeAndRead(context, book, reading, actions, work, { words: ADOPTION.undo });
  let judged = judgedNow(book, fresh);
  // What was foreseen of the register is checked against what it has become.
  const rest =
    actions.length === 0
      ? []
      : [
          ...planWhole(fresh.snapshot, { currentDate: request.currentDate }, STRUCTURE).actions,
          ...planOwnSheets(judged, false),
        ];
  if (rest.length > 0) {
    const made = book.undo?.top() ?? null;
    fresh = await writeAndRead(context, book, fresh, rest, work, made === null ? null : { continues: made });
    judged = judgedNow(book, fresh);
  }
  return {
    ...reportOf(judged, { notices: foundation.notices, undoable: undoable(book) }),
    actions: actions.length + rest.length,
    considered,
  };
}

/** Formulas, lists, flags and marks of attendance for the rows that have come. */
function finish({ foundation, actions, plan }: Considered, { currentDate }: RegisterRequest): Plan {
  if (actions.length === 0) return [];
  const filled = snapshotAfter(foundation.snapshot, actions);
  return planWhole(filled, { currentDate, grown: plan.grown }, STRUCTURE).actions;
}
