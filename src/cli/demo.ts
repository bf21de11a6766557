import { mkdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { openHost } from '../host/node';
import { OUTPUT } from '../messages/cli';
import { DEMO } from '../messages/demo';
import { UserFacingError } from '../messages/errors';
import { serialFromIso } from '../register/dates';
import { runBuild, runCheck } from '../usecases/office';
import { checkSummary, nextDeadlines } from './checkText';
import { writeWhole } from './files';
import { startProgress, type Progress } from './progress';
import { reportTable } from './reportTable';
import { SAMPLE } from './sample';
import { writeInputBook } from './sampleBook';

/** The main job from end to end, on a sample association: input tables → register → 55 live numbers → .xlsx. */

const DEADLINES_SHOWN = 5;
const TARGET = resolve('out', 'реестр-образец.xlsx');

function countSample(): { people: number; records: number } {
  const rows = (name: string): number => SAMPLE.tables.find((table) => table.name === name)?.rows.length ?? 0;
  const all = SAMPLE.tables.reduce((sum, table) => sum + table.rows.length, 0);
  return {
    people: rows('Педагоги'),
    records: all - rows('Педагоги') - rows('Посещаемость') - rows('Организации'),
  };
}

/** Resolves to true when the sheet's formulas and the engine agree in every row. */
async function showDemo(progress: Progress): Promise<boolean> {
  const today = serialFromIso(SAMPLE.today);
  if (today === null) throw new Error(`The sample's date is not a date: ${SAMPLE.today}`);
  const { people, records } = countSample();
  process.stdout.write(`${DEMO.opening(SAMPLE.municipality, people, records)}\n\n`);

  progress.now(OUTPUT.opening);
  const host = await openHost(await writeInputBook(SAMPLE.tables));
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
    const { report, actions } = await runBuild((batch) => host.run(batch), request, { onPhase });
    const { roundTrips, bytesSent, bytesReceived } = host.traffic;
    const checked = await runCheck((batch) => host.run(batch), { currentDate: today }, { onPhase });
    progress.now(OUTPUT.saving);
    await mkdir(resolve('out'), { recursive: true });
    await writeWhole(TARGET, await host.save());

    process.stdout.write(reportTable(report));
    for (const warning of report.warnings) process.stdout.write(`${warning}\n`);
    process.stdout.write(`${OUTPUT.traffic(roundTrips, bytesSent, bytesReceived, actions)}\n\n`);
    process.stdout.write(checkSummary(checked.report));
    process.stdout.write(`${DEMO.deadlines}\n`);
    for (const line of nextDeadlines(checked.report, DEADLINES_SHOWN)) process.stdout.write(`  ${line}\n`);
    process.stdout.write('\n');
    process.stdout.write(`${DEMO.written(relative('.', TARGET))}\n`);
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
