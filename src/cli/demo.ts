import { mkdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { openHost } from '../host/node';
import { OUTPUT } from '../messages/cli';
import { DEMO } from '../messages/demo';
import { UserFacingError } from '../messages/errors';
import { serialFromIso } from '../register/dates';
import type { AdoptionReport } from '../usecases/contract';
import { runAdoption } from '../usecases/adoption';
import { runCheck } from '../usecases/office';
import { checkSummary, nextDeadlines } from './checkText';
import { writeWhole } from './files';
import { writeMethodistBook } from './methodistBook';
import { startProgress, type Progress } from './progress';
import { reportTable } from './reportTable';
import { SAMPLE } from './sample';

/** The main job from end to end, on a sample association: a methodist's own workbook → register → 55 live numbers. */

const DEADLINES_SHOWN = 5;
const SOURCE = resolve('out', 'таблицы-методиста.xlsx');
const TARGET = resolve('out', 'реестр-образец.xlsx');

/** What was found on each sheet of the methodist's, and what came of it. */
function adoptionLines({ sources, questions, dryRun }: AdoptionReport): readonly string[] {
  const found = sources.flatMap(({ sheets }) =>
    sheets.flatMap(({ name, blocks }) =>
      blocks.map((block) =>
        DEMO.found(name, block.header.bottom, block.columns.length, block.rows, block.table ?? ''),
      ),
    ),
  );
  return [...found, ...dryRun.tables.map(({ words }) => words), DEMO.asked(questions.length)];
}

/** Resolves to true when the sheet's formulas and the engine agree in every row. */
async function showDemo(progress: Progress): Promise<boolean> {
  const today = serialFromIso(SAMPLE.today);
  if (today === null) throw new Error(`The sample's date is not a date: ${SAMPLE.today}`);
  process.stdout.write(`${DEMO.opening(SAMPLE.municipality)}\n\n`);

  progress.now(OUTPUT.opening);
  const theirs = await writeMethodistBook(SAMPLE);
  await mkdir(resolve('out'), { recursive: true });
  await writeWhole(SOURCE, theirs);
  const host = await openHost(theirs);
  try {
    const { association, municipality, regulation, schoolYear, subject } = SAMPLE;
    const request = {
      association,
      municipality,
      subject,
      regulation,
      schoolYear,
      today,
      currentDate: today,
    };
    const onPhase = (phase: keyof typeof OUTPUT.phases): void => {
      progress.now(OUTPUT.phases[phase]);
    };
    const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => host.run(batch);
    const { report: adoption, adopted } = await runAdoption(
      run,
      request,
      { files: [], withOwnSheets: true, isDry: false },
      { onPhase },
    );
    if (adopted === null) return false;
    const { report, actions } = adopted;
    const { roundTrips, bytesSent, bytesReceived } = host.traffic;
    const checked = await runCheck(run, { currentDate: today }, { onPhase });
    progress.now(OUTPUT.saving);
    await writeWhole(TARGET, await host.save());

    for (const line of adoptionLines(adoption)) process.stdout.write(`  ${line}\n`);
    process.stdout.write('\n');
    process.stdout.write(reportTable(report));
    for (const warning of report.warnings) process.stdout.write(`${warning}\n`);
    process.stdout.write(`${OUTPUT.traffic(roundTrips, bytesSent, bytesReceived, actions)}\n\n`);
    process.stdout.write(checkSummary(checked.report));
    process.stdout.write(`${DEMO.deadlines}\n`);
    for (const line of nextDeadlines(checked.report, DEADLINES_SHOWN)) process.stdout.write(`  ${line}\n`);
    process.stdout.write('\n');
    process.stdout.write(`${DEMO.written(relative('.', SOURCE), relative('.', TARGET))}\n`);
    return report.agreement.agreed === report.agreement.total;
  } finally {
    host.dispose();
  }
}

const progress = startProgress((line) => process.stderr.write(`${line}\n`));
try {
  process.exitCode = (await showDemo(progress)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.sentence} ${error.remedy}\n`);
  process.exitCode = 1;
} finally {
  progress.stop();
}
