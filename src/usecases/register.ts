import { isSetUp } from '../control/context';
import { controlLines, planControl, planDeadlines } from '../control/sheet';
import { SEVERITY_WORDS, issueWords } from '../messages/control';
import { UserFacingError } from '../messages/errors';
import { describeNotice, foreseeNotice } from '../messages/notices';
import { obligationTitle } from '../messages/obligations';
import { BUILDING, BUILT_FIRST, CONTROL_SHEET } from '../messages/report';
import { obstacles } from '../messages/workbookErrors';
import type { Plan } from '../plan/action';
import { snapshotAfter } from '../register/carriedOut';
import { locateTables } from '../register/locate';
import type { Notice } from '../register/notices';
import type { RegisterRequest } from '../register/request';
import type { WorkbookSnapshot } from '../register/snapshot';
import { dressGrowth } from '../register/layout/tableLayout';
import { planRegister } from '../register/structure';
import type { WorkbookReading } from '../workbook/readSnapshot';
import { judgedNow, readBook, undoable, type Book } from './book';
import type { Work } from './contract';
import { judgeRegister, oweOf, type JudgedRegister } from './judge';
import { asksForAnother, planRunSettings } from './runSettings';
import { type VerifiedRegister, reportOf } from './verify';
import { enter } from './work';
import { writeAndRead, type Undoing } from './write';

/** The plan met something that has to be put right first; nothing was written. */
export class ObstaclesError extends UserFacingError {
  readonly obstacles: readonly Notice[];

  constructor(found: readonly Notice[]) {
    const { sentence, remedy } = obstacles(found.map(describeNotice));
    super(sentence, remedy);
    this.obstacles = found;
  }
}

/** A register that has just been brought up to date, and how much that took. */
export interface BuiltRegister extends VerifiedRegister {
  /** Actions carried out; 0 when everything was already as it should be. */
  readonly actions: number;
}

/** What is to be brought up to date. */
export interface Wanted {
  /** The structure: sheets, tables, formulas. */
  readonly structure: boolean;
  readonly controlSheet: boolean;
  /** Carried out before the rest is planned. */
  readonly first?: Plan;
}

/** A plan for the whole register, and what is to be said with it. */
export interface WholePlan {
  readonly actions: Plan;
  readonly notices: readonly string[];
  /** The same as a dry run says it. */
  readonly foreseen: readonly string[];
}

/**
 * «Создать реестр» and «Заполнить показатели»: whatever of the register is missing or differs is written
 * around what the user has typed, «Сроки» with it, then read back and counted anew.
 *
 * @throws ObstaclesError before anything is written; CancelledError between phases; UserFacingError for whatever
 *   Excel refuses.
 */
export async function buildRegister(
  context: Excel.RequestContext,
  book: Book,
  request: RegisterRequest,
  work: Work,
  words: string = BUILDING.fill,
): Promise<BuiltRegister> {
  enter(work, 'reading');
  const reading = await readBook(context, book);
  const wanted: Wanted = { structure: true, controlSheet: false };
  return bringUpToDate(context, book, reading, request, work, wanted, { undoing: { words } });
}

/**
 * «Проверить»: writes «Контроль» and «Сроки» anew, and nothing else; what is wrong with the register is said,
 * never repaired in silence. A workbook that is no register yet is made one first. Regulation, school year and day
 * of the request are those of this run, and are written into the register as well; the pane asks for none.
 *
 * @throws as buildRegister.
 */
export async function checkBook(
  context: Excel.RequestContext,
  book: Book,
  request: RegisterRequest,
  work: Work,
): Promise<BuiltRegister> {
  enter(work, 'reading');
  const reading = await readBook(context, book);
  const { snapshot } = reading;
  const isNew = !isSetUp(snapshot);
  const { regulation, ...rest } = request;
  const wanted: Wanted = {
    structure: isNew || asksForAnother(snapshot, regulation),
    controlSheet: true,
    first: isNew ? [] : planRunSettings(snapshot, rest),
  };
  const asked = regulation === undefined ? rest : { ...rest, changeRegulation: regulation };
  return bringUpToDate(context, book, reading, asked, work, wanted, {
    undoing: isNew ? { words: BUILDING.create } : withItsSheets(book, snapshot),
    said: isNew ? [BUILT_FIRST] : [],
  });
}

/** What a check writes is taken back with the change that has added its sheet. */
function withItsSheets({ undo }: Book, snapshot: WorkbookSnapshot): Undoing {
  const sheet = locateTables(snapshot).Контроль?.sheet;
  const entry = sheet === undefined ? null : (undo?.adding(sheet) ?? null);
  return entry === null ? null : { continues: entry };
}

async function bringUpToDate(
  context: Excel.RequestContext,
  book: Book,
  reading: WorkbookReading,
  request: RegisterRequest,
  work: Work,
  wanted: Wanted,
  { undoing, said = [] }: { readonly undoing: Undoing; readonly said?: readonly string[] },
): Promise<BuiltRegister> {
  enter(work, 'planning');
  const plan = planWhole(reading.snapshot, request, wanted);
  let fresh = await writeAndRead(context, book, reading, plan.actions, work, undoing);
  let judged = judgedNow(book, fresh);
  // What was foreseen of the register is checked against what it has become.
  const rest = plan.actions.length === 0 ? [] : planOwnSheets(judged, wanted.controlSheet);
  if (rest.length > 0) {
    const made = undoing === null ? null : (book.undo?.top() ?? null);
    fresh = await writeAndRead(context, book, fresh, rest, work, made === null ? null : { continues: made });
    judged = judgedNow(book, fresh);
  }
  return {
    ...reportOf(judged, { notices: [...plan.notices, ...said], undoable: undoable(book) }),
    actions: plan.actions.length + rest.length,
  };
}

/**
 * All that is to be written, in one plan: «Сроки» and «Контроль» are made of the register as the structure will
 * leave it.
 *
 * @throws ObstaclesError
 */
export function planWhole(found: WorkbookSnapshot, request: RegisterRequest, wanted: Wanted): WholePlan {
  const { first = [] } = wanted;
  const snapshot = snapshotAfter(found, first);
  const plan = wanted.structure ? planRegister(snapshot, request) : null;
  if (plan !== null && plan.obstacles.length > 0) throw new ObstaclesError(plan.obstacles);
  const structure = plan?.actions ?? [];
  const built = snapshotAfter(snapshot, structure);
  const due = planDue(built, request.currentDate);
  const control = wanted.controlSheet
    ? planControlSheet(judgeRegister(snapshotAfter(built, due), request.currentDate))
    : [];
  return {
    actions: [...first, ...structure, ...due, ...control],
    notices: (plan?.notices ?? []).map(describeNotice),
    foreseen: (plan?.notices ?? []).map(foreseeNotice),
  };
}

/** «Сроки», and «Контроль» where it is wanted, of a register as it stands. */
export function planOwnSheets(judged: JudgedRegister, withControl: boolean): Plan {
  const due = deadlines(judged);
  return [...due, ...(withControl ? planControlSheet(judged) : [])];
}

/** «Сроки» as the obligations stand. */
const deadlines = ({
  snapshot,
  obligations,
  rules,
}: Pick<JudgedRegister, 'snapshot' | 'obligations' | 'rules'>): Plan =>
  dressGrowth(
    snapshot,
    planDeadlines(snapshot, obligations, {
      title: (obligation) => obligationTitle(obligation, rules.regulation.words),
    }),
  );

const planDue = (snapshot: WorkbookSnapshot, currentDate: number): Plan =>
  deadlines(oweOf(snapshot, currentDate));

/** «Контроль» as the issues stand. */
const planControlSheet = ({ snapshot, issues, rules }: JudgedRegister): Plan =>
  dressGrowth(
    snapshot,
    planControl(
      snapshot,
      controlLines(
        issues,
        {
          severity: ({ severity }) => SEVERITY_WORDS[severity],
          words: (issue) => issueWords(issue, rules.regulation.words),
          ...CONTROL_SHEET,
        },
        snapshot,
      ),
    ),
  );

/** The report of a workbook as it stands; null when it is not a register. Nothing is written. */
export async function inspectRegister(
  context: Excel.RequestContext,
  book: Book,
  work: Work,
): Promise<VerifiedRegister | null> {
  enter(work, 'reading');
  return reportNow(context, book);
}

/** Reads and reports; null when the workbook is not a register. */
export async function reportNow(context: Excel.RequestContext, book: Book): Promise<VerifiedRegister | null> {
  const reading = await readBook(context, book);
  return isSetUp(reading.snapshot) ? reportOf(judgedNow(book, reading), { undoable: undoable(book) }) : null;
}
