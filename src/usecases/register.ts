import { controlLines, planControl, planDeadlines } from '../control/sheet';
import { SEVERITY_WORDS, issueWords } from '../messages/control';
import { UserFacingError } from '../messages/errors';
import { describeNotice } from '../messages/notices';
import { obligationTitle } from '../messages/obligations';
import { BUILT_FIRST, CONTROL_SHEET } from '../messages/report';
import { obstacles } from '../messages/workbookErrors';
import type { Plan } from '../plan/action';
import type { Notice } from '../register/notices';
import { anchoredSheet } from '../register/parse';
import type { RegisterRequest } from '../register/request';
import { planRegister } from '../register/structure';
import { applyPlan, shapeAfter } from '../workbook/applyPlan';
import { type WorkbookReading, readKnown, readSnapshot } from '../workbook/readSnapshot';
import type { Work } from './contract';
import { judgeRegister, type JudgedRegister } from './judge';
import { REGISTER_SCOPE } from './scope';
import { type VerifiedRegister, reportOf, verifyRegister } from './verify';
import { enter } from './work';

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

interface BuiltReading {
  readonly reading: WorkbookReading;
  readonly notices: readonly string[];
  readonly actions: number;
}

/**
 * «Создать реестр» and «Заполнить показатели»: whatever of the register is missing or differs is written
 * around what the user has typed, then read back and counted anew.
 *
 * @throws ObstaclesError before anything is written; CancelledError between phases; UserFacingError for whatever
 *   Excel refuses.
 */
export async function buildRegister(
  context: Excel.RequestContext,
  request: RegisterRequest,
  work: Work,
): Promise<BuiltRegister> {
  enter(work, 'reading');
  const reading = await readSnapshot(context, REGISTER_SCOPE);
  const built = await build(context, reading, request, work);
  const { currentDate } = request;
  return {
    ...verifyRegister(built.reading.snapshot, { currentDate, notices: built.notices }),
    actions: built.actions,
  };
}

async function build(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  request: RegisterRequest,
  work: Work,
): Promise<BuiltReading> {
  enter(work, 'planning');
  const plan = planRegister(reading.snapshot, request);
  if (plan.obstacles.length > 0) throw new ObstaclesError(plan.obstacles);
  if (plan.actions.length > 0) enter(work, 'writing');
  await applyPlan(context, plan.actions, reading);
  enter(work, 'verifying');
  return {
    reading: await readBack(context, reading, plan.actions),
    notices: plan.notices.map(describeNotice),
    actions: plan.actions.length,
  };
}

/** Reads again what was changed; an unchanged workbook that calculates by itself has been read already. */
async function readBack(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  actions: Plan,
): Promise<WorkbookReading> {
  if (actions.length === 0 && reading.snapshot.automaticCalculation) return reading;
  // The writing was done with calculation suspended, and conditional formats show only after one (#5299).
  context.application.calculate('Recalculate');
  return readKnown(context, REGISTER_SCOPE, shapeAfter(reading, actions));
}

const isRegister = ({ snapshot }: WorkbookReading): boolean =>
  anchoredSheet(snapshot, 'Приложение') !== undefined;

/**
 * «Проверить»: writes «Контроль» and «Сроки» anew, and nothing else; what is wrong with the register is said,
 * never repaired in silence. A workbook that is no register yet is made one first.
 *
 * @throws as buildRegister.
 */
export async function checkBook(
  context: Excel.RequestContext,
  request: RegisterRequest,
  work: Work,
): Promise<BuiltRegister> {
  enter(work, 'reading');
  const found = await readSnapshot(context, REGISTER_SCOPE);
  const raw = !isRegister(found);
  const built: BuiltReading = raw
    ? await build(context, found, request, work)
    : { reading: found, notices: [], actions: 0 };
  enter(work, 'planning');
  const { currentDate } = request;
  const judged = judgeRegister(built.reading.snapshot, currentDate);
  const plan = [...deadlines(judged), ...controlSheet(judged)];
  if (plan.length > 0) enter(work, 'writing');
  await applyPlan(context, plan, built.reading);
  enter(work, 'verifying');
  const { snapshot } = await readBack(context, built.reading, plan);
  const notices = [...built.notices, ...(raw ? [BUILT_FIRST] : [])];
  return {
    ...verifyRegister(snapshot, { currentDate, notices }),
    actions: built.actions + plan.length,
  };
}

/** «Сроки» as the obligations stand. */
const deadlines = ({ snapshot, obligations, rules }: JudgedRegister): Plan =>
  planDeadlines(snapshot, obligations, {
    title: (obligation) => obligationTitle(obligation, rules.regulation.words),
  });

/** «Контроль» as the issues stand. */
const controlSheet = ({ snapshot, issues, rules }: JudgedRegister): Plan =>
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
  );

/** The report of a workbook as it stands; null when it is not a register. Nothing is written. */
export async function inspectRegister(
  context: Excel.RequestContext,
  currentDate: number,
  work: Work,
): Promise<VerifiedRegister | null> {
  enter(work, 'reading');
  const reading = await readSnapshot(context, REGISTER_SCOPE);
  if (!isRegister(reading)) return null;
  enter(work, 'verifying');
  return reportOf(judgeRegister(reading.snapshot, currentDate), {});
}
